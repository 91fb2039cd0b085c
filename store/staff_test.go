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
		token, err := s.CreateInvite(t.Context(), store.RoleAdmin, time.Hour)
		require.NoError(t, err)
		made := 0
		errs := atOnce(4, func() error {
			_, err := s.RegisterStaff(t.Context(), "user@example.com", storetest.Password, &token)
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
		_, err = s.RegisterStaff(t.Context(), "second@example.com", storetest.Password, &token)
		requireError(t, err, store.Invalid, "invite")
	})
}

func TestAnInviteExpiresAndIsNotUsedUpByAMistake(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		token, err := s.CreateInvite(t.Context(), store.RoleStaff, time.Hour)
		require.NoError(t, err)
		_, err = s.RegisterStaff(t.Context(), "no email", storetest.Password, &token)
		requireError(t, err, store.Invalid, "email")
		s.Clock.Advance(time.Hour)
		_, err = s.RegisterStaff(t.Context(), "user@example.com", storetest.Password, &token)
		requireError(t, err, store.Invalid, "invite")
	})
}

func TestOnlyTheLastFirstInviteWorks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		earlier, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		last, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		_, err = s.RegisterStaff(t.Context(), "owner@example.com", storetest.Password, &earlier)
		requireError(t, err, store.Invalid, "invite")
		owner, err := s.RegisterStaff(t.Context(), "owner@example.com", storetest.Password, &last)
		require.NoError(t, err)
		require.Equal(t, store.RoleAdmin, owner.Role)
	})
}

func TestARefreshTokenIsUsedOnceAndMakesTheNext(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		first, err := s.StartSession(t.Context(), staff, time.Hour)
		require.NoError(t, err)
		who, second, err := s.RefreshSession(t.Context(), first, time.Hour)
		require.NoError(t, err)
		require.Equal(t, staff.ID, who.ID)
		require.NotEqual(t, first, second)

		// The answer may have been lost on the way.
		_, _, err = s.RefreshSession(t.Context(), first, time.Hour)
		require.NoError(t, err)

		s.Clock.Advance(time.Minute)
		_, _, err = s.RefreshSession(t.Context(), first, time.Hour)
		requireError(t, err, store.Unauthenticated, "")
		_, _, err = s.RefreshSession(t.Context(), second, time.Hour)
		requireError(t, err, store.Unauthenticated, "") // a stolen token ends the whole session
	})
}

func TestASessionEndsByLogoutExpiryPasswordAndDisabling(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for name, end := range map[string]func(staff store.Staff, token string) error{
			"logout": func(_ store.Staff, token string) error { return s.EndSession(t.Context(), token) },
			"expiry": func(store.Staff, string) error { s.Clock.Advance(time.Hour); return nil },
			"password": func(staff store.Staff, _ string) error {
				_, err := s.SetPassword(t.Context(), staff.ID, "another password")
				return err
			},
			"disabling": func(staff store.Staff, _ string) error {
				_, err := s.SetStaffActive(t.Context(), staff.ID, false)
				return err
			},
		} {
			staff := s.NewStaff(t)
			token, err := s.StartSession(t.Context(), staff, time.Hour)
			require.NoError(t, err)
			require.NoError(t, end(staff, token), name)
			_, _, err = s.RefreshSession(t.Context(), token, time.Hour)
			requireError(t, err, store.Unauthenticated, "")
			require.NoError(t, s.EndSession(t.Context(), token), "ending twice is no error")
		}
		s.Clock.Advance(time.Hour)
		require.NoError(t, s.PruneSessions(t.Context()))
	})
}

func TestATelegramAccountBelongsToOneMember(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, igor := s.NewStaff(t), s.NewStaff(t)
		require.NoError(t, s.LinkStaff(t.Context(), anna.ID, chat))
		requireError(t, s.LinkStaff(t.Context(), igor.ID, chat), store.Conflict, "telegramId")
		found, err := s.StaffByChat(t.Context(), chat)
		require.NoError(t, err)
		require.Equal(t, anna.ID, found.ID)
		_, err = s.StaffByChat(t.Context(), otherChat)
		requireError(t, err, store.NotFound, "")
	})
}

func TestAUsedRefreshTokenCannotBeKeptAlive(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	token, err := s.StartSession(t.Context(), s.NewStaff(t), time.Hour)
	require.NoError(t, err)
	for range 2 {
		_, _, err = s.RefreshSession(t.Context(), token, time.Hour)
		require.NoError(t, err)
		s.Clock.Advance(9 * time.Second)
	}
	_, _, err = s.RefreshSession(t.Context(), token, time.Hour)
	requireError(t, err, store.Unauthenticated, "")
}
