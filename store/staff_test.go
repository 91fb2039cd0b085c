package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAMemberLogsInByEmailInAnyCase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "Olga@Example.com", Password: storetest.Password, Role: store.RoleAdmin})
		require.NoError(t, err)
		require.Equal(t, "Olga@Example.com", made.Email)
		require.NotContains(t, made.PasswordHash, storetest.Password)
		require.True(t, strings.HasPrefix(made.PasswordHash, "$argon2id$v=19$m=19456,t=2,p=1$"))

		found, err := s.Authenticate(t.Context(), " olga@example.COM ", storetest.Password)
		require.NoError(t, err)
		requireSame(t, made, found)

		_, err = s.CreateStaff(t.Context(), store.NewStaff{Email: "OLGA@example.com", Password: storetest.Password, Role: store.RoleStaff})
		requireError(t, err, store.Conflict, "email")
	})
}

func TestALoginThatFailsNeverSaysWhy(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		disabled, known := s.NewStaff(t), s.NewStaff(t)
		_, err := s.SetStaffActive(t.Context(), disabled.ID, false)
		require.NoError(t, err)
		_, wrongPassword := s.Authenticate(t.Context(), known.Email, "wrong")
		_, unknownEmail := s.Authenticate(t.Context(), "nobody\x00@example.com", storetest.Password)
		_, notActive := s.Authenticate(t.Context(), disabled.Email, storetest.Password)
		requireError(t, wrongPassword, store.Unauthenticated, "")
		require.Equal(t, wrongPassword, unknownEmail)
		require.Equal(t, wrongPassword, notActive)
	})
}

func TestPasswordsAndEmailsThatCannotServeAreRefused(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for _, password := range []string{"", "short", strings.Repeat(" ", 10), strings.Repeat("x", store.MaxPassword+1)} {
		_, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "a@example.com", Password: password, Role: store.RoleStaff})
		requireError(t, err, store.Invalid, "password")
	}
	for _, email := range []string{"", "olga", "olga@", "Olga <olga@example.com>", "a@b\x00", strings.Repeat("a", 250) + "@example.com"} {
		_, err := s.CreateStaff(t.Context(), store.NewStaff{Email: email, Password: storetest.Password, Role: store.RoleStaff})
		requireError(t, err, store.Invalid, "email")
	}
}

func TestAnInviteMakesOneAccountWithItsRole(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, token, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleAdmin, TTL: time.Hour})
		require.NoError(t, err)
		made := 0
		errs := atOnce(4, func() error {
			_, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: "user@example.com", Password: storetest.Password}, &token)
			return err
		})
		for _, err := range errs {
			if err == nil {
				made++
			}
		}
		require.Equal(t, 1, made)
		staff, err := s.StaffByEmail(t.Context(), "user@example.com")
		require.NoError(t, err)
		require.Equal(t, store.RoleAdmin, staff.Role)
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "second@example.com", Password: storetest.Password}, &token)
		requireError(t, err, store.Invalid, "invite")
	})
}

func TestAnInviteExpiresAndIsNotUsedUpByAMistake(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, token, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleStaff, TTL: time.Hour})
		require.NoError(t, err)
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "no email", Password: storetest.Password}, &token)
		requireError(t, err, store.Invalid, "email")
		s.Clock.Advance(time.Hour)
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "user@example.com", Password: storetest.Password}, &token)
		requireError(t, err, store.Invalid, "invite")
	})
}

func TestOnlyTheLastFirstInviteWorks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		earlier, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		last, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password}, &earlier)
		requireError(t, err, store.Invalid, "invite")
		owner, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password}, &last)
		require.NoError(t, err)
		require.Equal(t, store.RoleAdmin, owner.Role)
	})
}

func TestARefreshTokenIsUsedOnceAndMakesTheNext(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		first, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
		require.NoError(t, err)
		who, second, err := s.RefreshSession(t.Context(), first.RefreshToken, time.Hour)
		require.NoError(t, err)
		require.Equal(t, staff.ID, who.ID)
		require.Equal(t, first.ID, second.ID)
		require.NotEqual(t, first.RefreshToken, second.RefreshToken)

		// The answer may have been lost on the way.
		s.Clock.Advance(31 * time.Second)
		_, again, err := s.RefreshSession(t.Context(), first.RefreshToken, time.Hour)
		require.NoError(t, err)
		require.Equal(t, second, again)

		s.Clock.Advance(time.Minute)
		_, _, err = s.RefreshSession(t.Context(), first.RefreshToken, time.Hour)
		requireError(t, err, store.Unauthenticated, "")
		_, _, err = s.RefreshSession(t.Context(), second.RefreshToken, time.Hour)
		requireError(t, err, store.Unauthenticated, "") // a stolen token ends the whole session
	})
}

func TestASessionEndsByLogoutExpiryPasswordAndDisabling(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for name, end := range map[string]func(staff store.Staff, session store.Session) error{
			"logout": func(_ store.Staff, session store.Session) error {
				return s.EndSession(t.Context(), session.RefreshToken)
			},
			"its id": func(_ store.Staff, session store.Session) error { return s.EndSessionByID(t.Context(), session.ID) },
			"expiry": func(store.Staff, store.Session) error { s.Clock.Advance(time.Hour); return nil },
			"password": func(staff store.Staff, _ store.Session) error {
				_, err := s.SetPassword(t.Context(), staff.ID, "another password")
				return err
			},
			"disabling": func(staff store.Staff, _ store.Session) error {
				_, err := s.SetStaffActive(t.Context(), staff.ID, false)
				return err
			},
		} {
			staff := s.NewStaff(t)
			session, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
			require.NoError(t, err)
			alive, err := s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
			require.NoError(t, err)
			require.Equal(t, staff.ID, alive.ID)
			_, err = s.StaffOfSession(t.Context(), s.NewStaff(t).ID, staff.TokenVersion, session.ID)
			requireError(t, err, store.NotFound, "")
			require.NoError(t, end(staff, session), name)
			_, err = s.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
			requireError(t, err, store.NotFound, "")
			_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
			requireError(t, err, store.Unauthenticated, "")
			require.NoError(t, s.EndSession(t.Context(), session.RefreshToken), "ending twice is no error")
		}
		s.Clock.Advance(time.Hour)
		require.NoError(t, s.PruneSessions(t.Context()))
	})
}

func TestATelegramAccountBelongsToOneMember(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, igor := s.NewStaff(t), s.NewStaff(t)
		_, err := s.LinkStaff(t.Context(), anna.ID, chat)
		require.NoError(t, err)
		_, err = s.LinkStaff(t.Context(), igor.ID, chat)
		requireError(t, err, store.Conflict, "telegramId")
		found, err := s.StaffByChat(t.Context(), chat)
		require.NoError(t, err)
		require.Equal(t, anna.ID, found.ID)
		_, err = s.UnlinkStaff(t.Context(), anna.ID)
		require.NoError(t, err)
		_, err = s.StaffByChat(t.Context(), chat)
		requireError(t, err, store.NotFound, "")
		_, err = s.LinkStaff(t.Context(), igor.ID, chat)
		require.NoError(t, err)
	})
}

func TestAUsedRefreshTokenCannotBeKeptAlive(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	session, err := s.StartSession(t.Context(), s.NewStaff(t), store.ByPassword, time.Hour)
	require.NoError(t, err)
	for range 2 {
		_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
		require.NoError(t, err)
		s.Clock.Advance(40 * time.Second)
	}
	_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
	requireError(t, err, store.Unauthenticated, "")
}
