package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestALoginLinkSetsAPasswordOnceAndEndsEveryOtherWayIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, igor := s.NewAdmin(t), s.NewStaff(t)
		_, err := s.LinkStaff(t.Context(), igor.ID, chat)
		require.NoError(t, err)
		_, earlier, err := s.CreateLoginLink(t.Context(), igor.ID, admin.ID, time.Hour)
		require.NoError(t, err)
		_, link, err := s.CreateLoginLink(t.Context(), igor.ID, admin.ID, time.Hour)
		require.NoError(t, err)
		invites, err := s.Invites(t.Context())
		require.NoError(t, err)
		require.Empty(t, invites, "it is no invite")
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "thief@example.com", Password: storetest.Password}, &link)
		requireError(t, err, store.Invalid, "invite")

		use := func(link string) error {
			_, err := s.UseLoginLink(t.Context(), link, "another password")
			return err
		}
		requireError(t, use(earlier), store.Invalid, "link")
		_, err = s.UseLoginLink(t.Context(), link, "12345678")
		requireError(t, err, store.Invalid, "password")
		used := 0
		for _, err := range atOnce(3, func() error { return use(link) }) {
			if err == nil {
				used++
			}
		}
		require.Equal(t, 1, used)
		_, err = s.Authenticate(t.Context(), igor.Email, "another password")
		require.NoError(t, err)
		_, err = s.StaffByChat(t.Context(), chat)
		requireError(t, err, store.NotFound, "")
	})
}

func TestALoginLinkEndsWithItsTimeItsMakersRightsAndItsMember(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewAdmin(t)
		for name, end := range map[string]func(admin, igor store.Staff) error{
			"its time": func(store.Staff, store.Staff) error { s.Clock.Advance(time.Hour); return nil },
			"its maker's rights": func(admin, _ store.Staff) error {
				_, err := s.SetStaffRole(t.Context(), admin.ID, store.RoleStaff)
				return err
			},
			"a new password": func(_, igor store.Staff) error {
				_, err := s.SetPassword(t.Context(), igor.ID, "another password")
				return err
			},
			"disabling": func(_, igor store.Staff) error {
				_, err := s.SetStaffActive(t.Context(), igor.ID, false)
				return err
			},
		} {
			admin, igor := s.NewAdmin(t), s.NewStaff(t)
			_, link, err := s.CreateLoginLink(t.Context(), igor.ID, admin.ID, time.Hour)
			require.NoError(t, err)
			require.NoError(t, end(admin, igor), name)
			_, err = s.UseLoginLink(t.Context(), link, "a third password")
			requireError(t, err, store.Invalid, "link")
		}
	})
}

func TestWhoHasALinkLearnsWhatItIsForUntilItIsUsed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		use := func(token string) store.LinkUse {
			use, err := s.LinkUse(t.Context(), token)
			require.NoError(t, err)
			return use
		}
		owners, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		require.Equal(t, store.LinkOwner, use(owners))
		owner, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password, Name: " Анна "}, &owners)
		require.NoError(t, err)
		require.Equal(t, "Анна", owner.Name)
		require.Empty(t, use(owners))

		_, colleagues, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleStaff, CreatedBy: &owner.ID, TTL: time.Hour})
		require.NoError(t, err)
		require.Equal(t, store.LinkColleague, use(colleagues))
		_, password, err := s.CreateLoginLink(t.Context(), owner.ID, owner.ID, time.Hour)
		require.NoError(t, err)
		require.Equal(t, store.LinkPassword, use(password))
		s.Clock.Advance(time.Hour)
		require.Empty(t, use(colleagues))
		require.Empty(t, use(password))
		require.Empty(t, use("never one"))
	})
}
