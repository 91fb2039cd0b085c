package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
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
func heard(t *testing.T, w *store.Watcher, subject store.Subject, id int64) {
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

func TestTheLastActiveAdminStaysOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		member := s.NewStaff(t)
		_, err := s.SetStaffActive(t.Context(), member.ID, false)
		require.NoError(t, err)
		_, err = s.SetStaffRole(t.Context(), igor.ID, store.RoleStaff)
		require.NoError(t, err)

		_, err = s.SetStaffActive(t.Context(), olga.ID, false)
		requireError(t, err, store.Conflict, "")
		_, err = s.SetStaffRole(t.Context(), olga.ID, store.RoleStaff)
		requireError(t, err, store.Conflict, "")
		same, err := s.SetStaffRole(t.Context(), olga.ID, store.RoleAdmin)
		require.NoError(t, err)
		requireSame(t, olga, same)

		_, err = s.SetStaffRole(t.Context(), member.ID, store.RoleAdmin)
		require.NoError(t, err)
		_, err = s.SetStaffActive(t.Context(), olga.ID, false)
		requireError(t, err, store.Conflict, "") // the other admin is disabled
		_, err = s.SetStaffActive(t.Context(), member.ID, true)
		require.NoError(t, err)
		_, err = s.SetStaffActive(t.Context(), olga.ID, false)
		require.NoError(t, err)
	})
}

func TestOfAdminsWhoDisableEachOtherOneRemains(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for range 5 {
			victims := make(chan int64, 4)
			admins, err := s.AllStaff(t.Context())
			require.NoError(t, err)
			for range 4 - len(admins) {
				victims <- s.NewAdmin(t).ID
			}
			for _, admin := range admins {
				_, err := s.SetStaffActive(t.Context(), admin.ID, true)
				require.NoError(t, err)
				_, err = s.SetStaffRole(t.Context(), admin.ID, store.RoleAdmin)
				require.NoError(t, err)
				victims <- admin.ID
			}
			refused := 0
			for _, err := range atOnce(4, func() error {
				id := <-victims
				if id%2 == 0 {
					_, err := s.SetStaffRole(t.Context(), id, store.RoleStaff)
					return err
				}
				_, err := s.SetStaffActive(t.Context(), id, false)
				return err
			}) {
				if err != nil {
					requireError(t, err, store.Conflict, "")
					refused++
				}
			}
			require.Equal(t, 1, refused)
		}
	})
}

func TestAMemberWhoIsLetInAgainLogsInAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		session, err := s.StartSession(t.Context(), staff, time.Hour)
		require.NoError(t, err)
		for _, active := range []bool{true, false, true} {
			staff, err = s.SetStaffActive(t.Context(), staff.ID, active)
			require.NoError(t, err)
			_, err = s.StaffOfSession(t.Context(), staff.ID, 1, session.ID)
			if staff.TokenVersion == 1 {
				require.NoError(t, err, "enabling who is active changes nothing")
				continue
			}
			requireError(t, err, store.NotFound, "")
		}
	})
}

func TestAMemberChangesNameEmailAndPassword(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff, other := s.NewStaff(t), s.NewStaff(t)
		changed, err := s.UpdateStaff(t.Context(), staff.ID, store.StaffUpdate{Name: ptr(" Анна ")})
		require.NoError(t, err)
		require.Equal(t, "Анна", changed.Name)
		require.Equal(t, staff.Email, changed.Email)
		_, err = s.UpdateStaff(t.Context(), staff.ID, store.StaffUpdate{Email: &other.Email})
		requireError(t, err, store.Conflict, "email")

		_, err = s.ChangePassword(t.Context(), staff.ID, "a wrong password", "another password")
		requireError(t, err, store.Unauthenticated, "currentPassword")
		_, err = s.ChangePassword(t.Context(), staff.ID, storetest.Password, "short")
		requireError(t, err, store.Invalid, "password")
		changed, err = s.ChangePassword(t.Context(), staff.ID, storetest.Password, "another password")
		require.NoError(t, err)
		require.Equal(t, staff.TokenVersion+1, changed.TokenVersion)
		_, err = s.Authenticate(t.Context(), staff.Email, "another password")
		require.NoError(t, err)
	})
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
			session, err := s.StartSession(t.Context(), staff, time.Hour)
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
		session, err := s.StartSession(t.Context(), staff, time.Hour)
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
			session, err := s.StartSession(t.Context(), staff, time.Hour)
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

func TestInvitesAreListedRevokedAndEndWithTheirMakersRights(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		register := func(token string) error {
			_, err := s.RegisterStaff(t.Context(), s.NewPhone()[4:7]+"@example.com", storetest.Password, &token)
			return err
		}
		invite := func(by store.Staff) (store.Invite, string) {
			made, token, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleStaff, CreatedBy: &by.ID, TTL: time.Hour})
			require.NoError(t, err)
			require.NotContains(t, made.TokenHash, token)
			return made, token
		}
		used, usedToken := invite(olga)
		revoked, revokedToken := invite(olga)
		void, voidToken := invite(igor)
		require.NoError(t, register(usedToken))
		require.NoError(t, s.RevokeInvite(t.Context(), revoked.ID))
		requireError(t, register(revokedToken), store.Invalid, "invite")
		requireError(t, s.RevokeInvite(t.Context(), revoked.ID), store.NotFound, "")
		requireError(t, s.RevokeInvite(t.Context(), used.ID), store.Conflict, "")

		_, err := s.SetStaffRole(t.Context(), igor.ID, store.RoleStaff)
		require.NoError(t, err)
		requireError(t, register(voidToken), store.Invalid, "invite")

		invites, err := s.Invites(t.Context())
		require.NoError(t, err)
		require.Len(t, invites, 2)
		require.Equal(t, used.ID, invites[0].ID)
		require.NotNil(t, invites[0].UsedAt)
		require.Equal(t, olga.ID, *invites[0].CreatedBy)
		require.Equal(t, void.ID, invites[1].ID)
		s.Clock.Advance(time.Hour)
		invites, err = s.Invites(t.Context())
		require.NoError(t, err)
		require.Empty(t, invites)
	})
}
