package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func named(t *testing.T, s *storetest.Store, name string) store.Staff {
	t.Helper()
	staff, err := s.UpdateStaff(t.Context(), s.NewStaff(t).ID, store.StaffUpdate{Name: &name})
	require.NoError(t, err)
	return staff
}

// history is a task's, one line for each event.
func history(t *testing.T, s *storetest.Store, taskID int64) []string {
	t.Helper()
	events, err := s.History(t.Context(), []int64{taskID})
	require.NoError(t, err)
	var lines []string
	for _, event := range events[taskID] {
		lines = append(lines, string(event.ActorKind)+" "+string(event.Kind)+": "+event.From+" > "+event.To)
	}
	return lines
}

func TestATaskIsGivenFromOneMemberToAnotherAndToNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, igor := named(t, s, "Анна"), s.NewStaff(t)
		task := s.NewTask(t, s.NewCustomer(t))
		for _, employee := range []int64{anna.ID, anna.ID, igor.ID, 0, 0} {
			changed, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{EmployeeID: &employee})
			require.NoError(t, err)
			if employee == 0 {
				require.Nil(t, changed.EmployeeID)
			} else {
				require.Equal(t, employee, *changed.EmployeeID)
			}
		}
		_, err := s.UpdateStaff(t.Context(), anna.ID, store.StaffUpdate{Name: ptr("Анна Ильина")})
		require.NoError(t, err)
		require.Equal(t, []string{
			"system created:  > ACCEPTED",
			"system employee:  > Анна",
			"system employee: Анна > " + igor.Email,
			"system employee: " + igor.Email + " > ",
		}, history(t, s, task.ID), "as they were called at the time")
		last, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, task.Version+3, last.Version, "what changes nothing is no change")
	})
}

func TestANewTaskIsItsMakersOrWhoseTheMakerSays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, igor := s.NewStaff(t), named(t, s, "Игорь")
		for _, c := range []struct {
			actor  store.Actor
			chosen *int64
			want   *int64
			line   string
		}{
			{store.Actor{Kind: store.ActorStaff, ID: anna.ID}, nil, &anna.ID, ""},
			{store.Actor{Kind: store.ActorStaff, ID: anna.ID}, &igor.ID, &igor.ID, "staff employee:  > Игорь"},
			{store.Actor{Kind: store.ActorStaff, ID: anna.ID}, ptr(int64(0)), nil, ""},
			{store.Actor{Kind: store.ActorToken, ID: anna.ID}, nil, nil, ""},
			{store.Actor{Kind: store.ActorToken, ID: anna.ID}, &igor.ID, &igor.ID, "token employee:  > Игорь"},
		} {
			task, err := s.CreateTask(t.Context(), c.actor, store.NewTask{CustomerPhone: s.NewPhone(), EmployeeID: c.chosen})
			require.NoError(t, err)
			require.Equal(t, c.want, task.EmployeeID)
			lines := []string{string(c.actor.Kind) + " created:  > ACCEPTED"}
			if c.line != "" {
				lines = append(lines, c.line)
			}
			require.Equal(t, lines, history(t, s, task.ID))
		}
	})
}

func TestOnlyAnActiveMemberBecomesResponsible(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		away, gone := s.NewStaff(t), int64(99)
		task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), EmployeeID: &away.ID})
		require.NoError(t, err)
		_, err = s.SetStaffActive(t.Context(), away.ID, false)
		require.NoError(t, err)

		other := s.NewTask(t, s.NewCustomer(t))
		for _, employee := range []int64{away.ID, gone} {
			_, err = s.UpdateTask(t.Context(), system, other.ID, store.TaskUpdate{EmployeeID: &employee, Status: ptr(store.StatusReady)})
			requireError(t, err, store.Invalid, "employeeId")
			_, err = s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), EmployeeID: &employee})
			requireError(t, err, store.Invalid, "employeeId")
		}
		require.Equal(t, []string{"system created:  > ACCEPTED"}, history(t, s, other.ID), "all or nothing")

		same, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{EmployeeID: &away.ID, Status: ptr(store.StatusReady)})
		require.NoError(t, err, "a form sends also what it does not change")
		require.Equal(t, store.StatusReady, same.Status)
	})
}

func TestAStaleVersionIsAConflictThatCarriesTheTask(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		first, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Version: &task.Version, Description: ptr("Экран")})
		require.NoError(t, err)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Version: &task.Version, Status: ptr(store.StatusReady)})
		requireError(t, err, store.Conflict, "version")
		var stale *store.Error
		require.ErrorAs(t, err, &stale)
		requireSame(t, first, *stale.Task)
		read, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		requireSame(t, first, read)
	})
}

func TestOfManyChangesOfOneVersionOneWins(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewCustomer(t))
		won := 0
		for _, err := range atOnce(6, func() error {
			_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Version: ptr(task.Version), Description: ptr("моё")})
			return err
		}) {
			if err == nil {
				won++
				continue
			}
			requireError(t, err, store.Conflict, "version")
		}
		require.Equal(t, 1, won)
	})
}
