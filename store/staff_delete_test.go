package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestADeletedMemberLeavesTheNameThatTheOwnerChooses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for called, chosen := range map[string]*string{"Прасковья": nil, "Бывший сотрудник": ptr("Бывший сотрудник")} {
			admin := s.NewAdmin(t)
			member, err := s.CreateStaff(t.Context(), store.NewStaff{
				Email: "praskovya@example.com", Password: storetest.Password, Role: store.RoleAdmin, Name: "Прасковья",
			})
			require.NoError(t, err)
			_, err = s.LinkStaff(t.Context(), member.ID, chat)
			require.NoError(t, err)
			task := s.NewTask(t, s.NewCustomer(t))
			_, err = s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, task.ID, store.TaskUpdate{EmployeeID: &member.ID})
			require.NoError(t, err)
			deleted, err := s.DeleteStaff(t.Context(), member.ID, chosen)
			require.NoError(t, err)
			require.Equal(t, called, deleted.Name)
			require.NotNil(t, deleted.DeletedAt)
			require.Empty(t, placesOf(t, s, "praskovya@"))
			require.Equal(t, "staff employee:  > "+called, history(t, s, task.ID)[1])
			known, err := s.Staff(t.Context(), member.ID)
			require.NoError(t, err)
			require.Equal(t, called, known.DisplayName(), "what they did is still shown as theirs")
			everybody, err := s.AllStaff(t.Context())
			require.NoError(t, err)
			for _, other := range everybody {
				require.NotEqual(t, member.ID, other.ID)
			}
			_, err = s.Authenticate(t.Context(), "praskovya@example.com", storetest.Password)
			require.Equal(t, store.Unauthenticated, store.CodeOf(err))
			_, err = s.SetStaffActive(t.Context(), member.ID, true)
			requireError(t, err, store.NotFound, "")
			if chosen != nil {
				require.Empty(t, placesOf(t, s, "Прасковья"))
			}
			s.Exec(t, "DELETE FROM task_events")
			s.Exec(t, "UPDATE staff SET name = '' WHERE deleted_at IS NOT NULL")
		}
	})
}

func TestTheLastAdminIsNotDeleted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := s.NewAdmin(t)
		_, err := s.DeleteStaff(t.Context(), admin.ID, nil)
		requireError(t, err, store.Conflict, "")
		_, err = s.DeleteStaff(t.Context(), s.NewStaff(t).ID, ptr("  "))
		requireError(t, err, store.Invalid, "calledAs")
	})
}
