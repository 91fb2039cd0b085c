package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

var system = store.Actor{Kind: store.ActorSystem}

func TestATaskForAnUnknownPhoneMakesTheCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{
			CustomerPhone: "8 917 000-99-00", Description: " Не включается ",
		})
		require.NoError(t, err)
		require.Equal(t, store.CategoryOther, task.Category)
		require.Equal(t, store.StatusAccepted, task.Status)
		require.Equal(t, "Не включается", task.Description)
		require.Equal(t, staff.ID, *task.EmployeeID)

		again, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: "+7(917)000-99-00"})
		require.NoError(t, err)
		require.Equal(t, task.CustomerID, again.CustomerID)
		require.Nil(t, again.EmployeeID)

		read, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		requireSame(t, task, read)
	})
}

func TestManyTasksAtOnceForOneUnknownPhoneMakeOneCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, err := range atOnce(8, func() error {
			_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: "8 917 000-99-00"})
			return err
		}) {
			require.NoError(t, err)
		}
		customers, err := s.Customers(t.Context())
		require.NoError(t, err)
		require.Len(t, customers, 1)
	})
}

func TestATaskNeedsAPhone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: "none"})
		requireError(t, err, store.Invalid, "customerPhone")
	})
}

func TestHistoryKeepsWhoChangedWhat(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		actor := store.Actor{Kind: store.ActorStaff, ID: staff.ID}
		task := s.NewTask(t, s.NewCustomer(t))
		s.Clock.Advance(time.Minute)
		changed, err := s.UpdateTask(t.Context(), actor, task.ID, store.TaskUpdate{
			Status: ptr(store.StatusReady), Category: ptr(store.CategoryRepair), Description: ptr("Готово"),
		})
		require.NoError(t, err)
		require.Equal(t, task.Version+1, changed.Version)
		requireSame(t, s.Clock.Now(), changed.UpdatedAt)
		changes := []string{"system created:  > ACCEPTED", "staff status: ACCEPTED > READY", "staff category: OTHER > REPAIR"}
		require.Equal(t, append(changes, "staff description:  > Готово"), history(t, s, task.ID))
		require.NoError(t, s.DeleteTask(t.Context(), actor, task.ID))
		require.Equal(t, append(changes, "staff description:  > ", "staff deleted: READY > "), history(t, s, task.ID),
			"that it was described, and not how")

		events, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, staff.ID, *events[task.ID][1].ActorID)
	})
}

func TestAnUpdateToTheSameValuesChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(time.Hour)
		same, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{
			Status: &task.Status, Category: &task.Category, Description: &task.Description,
		})
		require.NoError(t, err)
		requireSame(t, task, same)
	})
}

func TestATaskNobodyHasIsNotFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.Task(t.Context(), 1)
		requireError(t, err, store.NotFound, "")
		_, err = s.UpdateTask(t.Context(), system, 1, store.TaskUpdate{})
		requireError(t, err, store.NotFound, "")
		requireError(t, s.DeleteTask(t.Context(), system, 1), store.NotFound, "")
	})
}

func TestFiltersCombineWithAnd(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewCustomer(t), s.NewCustomer(t)
		first := s.NewTask(t, anna)
		second := s.NewTask(t, boris)
		third, err := s.CreateTask(t.Context(), system, store.NewTask{
			CustomerPhone: anna.Phone, Category: store.CategoryRepair, Status: store.StatusReady,
		})
		require.NoError(t, err)

		for name, test := range map[string]struct {
			filter store.TaskFilter
			found  []int64
		}{
			"none":             {store.TaskFilter{}, []int64{first.ID, second.ID, third.ID}},
			"phone":            {store.TaskFilter{Phone: &anna.Phone}, []int64{first.ID, third.ID}},
			"other writing":    {store.TaskFilter{Phone: ptr("+" + anna.PhoneKey)}, []int64{first.ID, third.ID}},
			"unknown phone":    {store.TaskFilter{Phone: ptr("+7 900 000-00-00")}, nil},
			"no phone":         {store.TaskFilter{Phone: ptr("no phone")}, nil},
			"statuses":         {store.TaskFilter{Statuses: []store.Status{store.StatusReady, store.StatusClosed}}, []int64{third.ID}},
			"category":         {store.TaskFilter{Categories: []store.Category{store.CategoryOther}}, []int64{first.ID, second.ID}},
			"phone & category": {store.TaskFilter{Phone: &anna.Phone, Categories: []store.Category{store.CategoryOther}}, []int64{first.ID}},
			"customer":         {store.TaskFilter{CustomerID: &boris.ID}, []int64{second.ID}},
		} {
			tasks, err := s.Tasks(t.Context(), test.filter, store.OffsetPage{})
			require.NoError(t, err, name)
			require.Equal(t, test.found, ids(tasks), name)
			count, err := s.CountTasks(t.Context(), test.filter)
			require.NoError(t, err, name)
			require.Equal(t, len(test.found), count, name)
		}
	})
}

func TestADayIsADayOfTheBusinesssZone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		// It is 12:00 in Moscow, three hours ahead of UTC.
		customer := s.NewCustomer(t)
		s.Clock.Advance(12*time.Hour - time.Microsecond)
		late := s.NewTask(t, customer)
		s.Clock.Advance(time.Microsecond)
		early := s.NewTask(t, customer)
		require.Equal(t, store.Day("2026-03-02"), s.DayOf(late.CreatedAt))
		require.Equal(t, store.Day("2026-03-03"), s.DayOf(early.CreatedAt))

		for name, test := range map[string]struct {
			filter store.TaskFilter
			found  []int64
		}{
			"that day":       {store.TaskFilter{Day: ptr(store.Day("2026-03-02"))}, []int64{late.ID}},
			"next day":       {store.TaskFilter{Day: ptr(store.Day("2026-03-03"))}, []int64{early.ID}},
			"from":           {store.TaskFilter{FirstDay: ptr(store.Day("2026-03-03"))}, []int64{early.ID}},
			"to":             {store.TaskFilter{LastDay: ptr(store.Day("2026-03-02"))}, []int64{late.ID}},
			"both inclusive": {store.TaskFilter{FirstDay: ptr(store.Day("2026-03-02")), LastDay: ptr(store.Day("2026-03-03"))}, []int64{late.ID, early.ID}},
			"other year":     {store.TaskFilter{Day: ptr(store.Day("2025-03-02"))}, nil},
		} {
			tasks, err := s.Tasks(t.Context(), test.filter, store.OffsetPage{})
			require.NoError(t, err, name)
			require.Equal(t, test.found, ids(tasks), name)
		}
	})
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for _, text := range []string{"", "2021-7-25", "25.07.2021", "2021-02-30", "2021-07-25T00:00:00Z", "yesterday", "0000-01-01"} {
		_, err := store.ParseDay("dateStart", text)
		requireError(t, err, store.Invalid, "dateStart")
	}
}

func TestPagesGoFromTheNewest(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		var made []int64
		for range 5 {
			made = append(made, s.NewTask(t, customer).ID)
		}
		page, err := s.Tasks(t.Context(), store.TaskFilter{CustomerID: &customer.ID}, store.OffsetPage{NewestFirst: true, Limit: 2, Offset: 2})
		require.NoError(t, err)
		require.Equal(t, []int64{made[2], made[1]}, ids(page))
	})
}

func TestACustomerSeesOnlyTheirOwnCards(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		customer := s.NewRegistered(t)
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{CustomerPhone: customer.Phone})
		require.NoError(t, err)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: ptr(store.StatusClosed), Description: ptr("…")})
		require.NoError(t, err)

		card, err := s.TaskCard(t.Context(), customer, task.ID)
		require.NoError(t, err)
		require.Equal(t, store.StatusClosed, card.Task.Status)
		require.Equal(t, staff.ID, card.Employee.ID)
		require.Len(t, card.Statuses, 2)

		_, err = s.TaskCard(t.Context(), s.NewRegistered(t), task.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func TestTasksOfManyCustomersAreFoundAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewCustomer(t), s.NewCustomer(t)
		first, second, third := s.NewTask(t, anna), s.NewTask(t, boris), s.NewTask(t, anna)
		found, tooMany, err := s.TasksByCustomer(t.Context(), []int64{anna.ID, boris.ID}, 3)
		require.False(t, tooMany)
		require.NoError(t, err)
		require.Equal(t, []int64{first.ID, third.ID}, ids(found[anna.ID]))
		require.Equal(t, []int64{second.ID}, ids(found[boris.ID]))
		found, tooMany, err = s.TasksByCustomer(t.Context(), []int64{anna.ID, boris.ID}, 2)
		require.NoError(t, err)
		require.True(t, tooMany)
		require.Empty(t, found)
	})
}

func ids(tasks []store.Task) []int64 {
	var found []int64
	for _, task := range tasks {
		found = append(found, task.ID)
	}
	return found
}
