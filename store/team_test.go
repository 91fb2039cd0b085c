package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

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
		session, err := s.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
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
		requireError(t, err, store.Invalid, "currentPassword")
		_, err = s.ChangePassword(t.Context(), staff.ID, storetest.Password, "short")
		requireError(t, err, store.Invalid, "password")
		changed, err = s.ChangePassword(t.Context(), staff.ID, storetest.Password, "another password")
		require.NoError(t, err)
		require.Equal(t, staff.TokenVersion+1, changed.TokenVersion)
		_, err = s.Authenticate(t.Context(), staff.Email, "another password")
		require.NoError(t, err)
	})
}

func TestInvitesAreListedRevokedAndEndWithTheirMakersRights(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga, igor := s.NewAdmin(t), s.NewAdmin(t)
		register := func(token string) error {
			_, err := s.RegisterStaff(t.Context(), store.NewStaff{Email: s.NewPhone()[4:7] + "@example.com", Password: storetest.Password}, &token)
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

func TestANewPasswordAndDisablingEndEveryOtherWayIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewAdmin(t)
		for name, shutOut := range map[string]func(id int64) error{
			"a new password": func(id int64) error {
				_, err := s.SetPassword(t.Context(), id, "another password")
				return err
			},
			"disabling and enabling": func(id int64) error {
				_, err := s.SetStaffActive(t.Context(), id, false)
				require.NoError(t, err)
				_, err = s.SetStaffActive(t.Context(), id, true)
				return err
			},
		} {
			admin := s.NewAdmin(t)
			_, err := s.LinkStaff(t.Context(), admin.ID, chat)
			require.NoError(t, err)
			_, invite, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleAdmin, CreatedBy: &admin.ID, TTL: time.Hour})
			require.NoError(t, err)
			session, err := s.StartSession(t.Context(), admin, store.ByTelegram, time.Hour)
			require.NoError(t, err)

			require.NoError(t, shutOut(admin.ID), name)
			_, err = s.StaffByChat(t.Context(), chat)
			requireError(t, err, store.NotFound, "")
			_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "thief@example.com", Password: storetest.Password}, &invite)
			requireError(t, err, store.Invalid, "invite")
			_, _, err = s.RefreshSession(t.Context(), session.RefreshToken, time.Hour)
			requireError(t, err, store.Unauthenticated, "")
		}
	})
}

func TestTheFirstInviteIsVoidOnceSomebodyCanLogIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		invite, err := s.FirstInvite(t.Context(), time.Hour)
		require.NoError(t, err)
		s.NewStaff(t) // made from the shell
		_, err = s.RegisterStaff(t.Context(), store.NewStaff{Email: "thief@example.com", Password: storetest.Password}, &invite)
		requireError(t, err, store.Invalid, "invite")
	})
}
