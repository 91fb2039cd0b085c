package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/feed"
	"zayavka/store/storetest"
)

// listening makes a store hear of changes, as a running service does.
func listening(t *testing.T, s *storetest.Store) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- s.Listen(ctx) }()
	t.Cleanup(func() { cancel(); require.NoError(t, <-ended) })
	if s.URL[:len("postgres")] == "postgres" {
		<-s.Outbox() // it listens
	}
}

// heard waits for a change of this subject and row.
func heard(t *testing.T, w *feed.Watcher[store.RowChange], subject store.Subject, id int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for {
		change, err := w.Next(ctx)
		require.NoError(t, err, "no change of %s %d", subject, id)
		if change.Subject == subject && change.ID == id {
			return
		}
	}
}

func TestEverythingThatTakesRightsAwayIsToldAndHoldsAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listening(t, s)
		w := s.Watch()
		defer w.Close()
		s.NewAdmin(t)
		for name, take := range map[string]func(store.Staff, store.Session) error{
			"disabling": func(staff store.Staff, _ store.Session) error {
				_, err := s.SetStaffActive(t.Context(), staff.ID, false)
				return err
			},
			"password": func(staff store.Staff, _ store.Session) error {
				_, err := s.SetPassword(t.Context(), staff.ID, "another password")
				return err
			},
			"logout": func(_ store.Staff, session store.Session) error {
				return s.EndSession(t.Context(), session.RefreshToken)
			},
			"logout by id": func(_ store.Staff, session store.Session) error { return s.EndSessionByID(t.Context(), session.ID) },
			"stolen token": func(_ store.Staff, session store.Session) error {
				_, _, err := s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
				require.NoError(t, err)
				s.Clock.Advance(time.Minute)
				_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
				requireError(t, err, store.Unauthenticated, "")
				return nil
			},
		} {
			staff := s.NewAdmin(t)
			session, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
			require.NoError(t, err)
			for range 2 { // the second time it may be remembered
				_, err = s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
				require.NoError(t, err)
			}
			require.NoError(t, take(staff, session), name)
			_, err = s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
			requireError(t, err, store.NotFound, "")
			heard(t, w, store.SubjectStaff, staff.ID)
		}
		admin := s.NewAdmin(t)
		_, err := s.SetStaffRole(t.Context(), admin.ID, store.RoleStaff)
		require.NoError(t, err)
		heard(t, w, store.SubjectStaff, admin.ID)
	})
}

func TestASessionThatIsRememberedStillExpires(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listening(t, s)
		staff := s.NewStaff(t)
		session, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
		require.NoError(t, err)
		alive := func() error {
			_, err := s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
			return err
		}
		require.NoError(t, alive())
		s.Clock.Advance(30 * time.Minute)
		_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
		require.NoError(t, err)
		s.Clock.Advance(45 * time.Minute)
		require.NoError(t, alive(), "it was prolonged")
		s.Clock.Advance(45 * time.Minute)
		requireError(t, alive(), store.NotFound, "")
	})
}

func TestALogoutEndsAlsoWhatARefreshAddsMeanwhile(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		for range 10 {
			session, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
			require.NoError(t, err)
			steps := make(chan func() error, 2)
			steps <- func() error { return s.EndSessionByID(t.Context(), session.ID) }
			steps <- func() error {
				_, _, err := s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
				if store.CodeOf(err) == store.Unauthenticated {
					return nil
				}
				return err
			}
			for _, err := range atOnce(2, func() error { return (<-steps)() }) {
				require.NoError(t, err)
			}
			_, err = s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
			requireError(t, err, store.NotFound, "")
		}
	})
}

// Both the client and a thief hold the first token. Whoever comes second within the grace gets what the
// first one got, and one of the two comes too late the next time.
func TestASessionThatForksEnds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		refresh := func(token string) (store.Session, error) {
			_, next, err := s.RefreshSession(t.Context(), token, time.Hour)
			return next, err
		}
		for name, fork := range map[string]func(first, second store.Session) error{
			"the next token was used already": func(first, second store.Session) error {
				_, err := refresh(second.RefreshToken)
				require.NoError(t, err)
				_, err = refresh(first.RefreshToken)
				return err
			},
			"the next token is used a second time later": func(first, second store.Session) error {
				again, err := refresh(first.RefreshToken)
				require.NoError(t, err)
				require.Equal(t, second, again)
				_, err = refresh(again.RefreshToken)
				require.NoError(t, err)
				s.Clock.Advance(time.Minute)
				_, err = refresh(second.RefreshToken)
				return err
			},
		} {
			staff := s.NewStaff(t)
			first, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
			require.NoError(t, err)
			second, err := refresh(first.RefreshToken)
			require.NoError(t, err)
			require.Equal(t, store.Unauthenticated, store.CodeOf(fork(first, second)), name)
			_, err = s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, first.ID)
			requireError(t, err, store.NotFound, "")
		}
	})
}

func TestTwoWindowsThatRefreshAtOnceGoOnTogether(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		session, err := s.StartSession(t.Context(), s.NewStaff(t), store.ByPassword, time.Hour)
		require.NoError(t, err)
		for range 5 {
			given := make(chan store.Session, 4)
			for _, err := range atOnce(4, func() error {
				_, next, err := s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
				given <- next
				return err
			}) {
				require.NoError(t, err)
			}
			next := <-given
			for range 3 {
				require.Equal(t, next, <-given)
			}
			session = next
		}
	})
}

func TestASessionKnowsWhenItGaveItsPassword(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		has := func(session store.Session, want bool) {
			t.Helper()
			got, err := s.HasReauthenticated(t.Context(), session.ID)
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
		start := func(login store.Login) store.Session {
			t.Helper()
			session, err := s.StartSession(t.Context(), staff, login, time.Hour)
			require.NoError(t, err)
			return session
		}
		byTelegram, session := start(store.ByTelegram), start(store.ByPassword)
		has(byTelegram, false)
		has(session, true)
		s.Clock.Advance(14 * time.Minute)
		_, session, err := s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
		require.NoError(t, err)
		has(session, true)
		s.Clock.Advance(time.Minute)
		has(session, false) // a refresh does not prolong it

		requireError(t, s.Reauthenticate(t.Context(), staff.ID, session.ID, "a wrong password"), store.Invalid, "currentPassword")
		has(session, false)
		require.NoError(t, s.Reauthenticate(t.Context(), staff.ID, session.ID, storetest.Password))
		has(session, true)
		has(byTelegram, false)
		require.NoError(t, s.EndSessionByID(t.Context(), session.ID))
		has(session, false)
	})
}
