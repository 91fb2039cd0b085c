package store_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func idsOf(tasks []store.Task) []int64 {
	ids := make([]int64, len(tasks))
	for i, task := range tasks {
		ids[i] = task.ID
	}
	return ids
}

func TestPagesGiveEveryTaskOnceInBothDirectionsWhileTasksAreAdded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		var want []int64
		for n := range 10 {
			if n%3 == 0 { // several share a moment
				s.Clock.Advance(time.Minute)
			}
			want = append(want, s.NewTask(t, customer).ID)
		}
		newest := slices.Clone(want)
		slices.Reverse(newest)
		for order, want := range map[store.TaskOrder][]int64{
			store.TasksOldestFirst: want, store.TasksNewestFirst: newest, store.TasksRecentlyUpdatedFirst: newest,
		} {
			for _, fromEnd := range []bool{false, true} {
				var pages [][]int64
				page := store.PageRequest{Limit: 3, FromEnd: fromEnd}
				for more := true; more; {
					got, err := s.TaskPage(t.Context(), store.TaskFilter{CustomerID: &customer.ID}, order, page)
					require.NoError(t, err)
					require.Equal(t, len(pages) < 3, got.HasMore)
					pages = append(pages, idsOf(got.Rows))
					more = got.HasMore
					if fromEnd {
						cursor := order.Cursor(got.Rows[0])
						page.Before = &cursor
						continue
					}
					cursor := order.Cursor(got.Rows[len(got.Rows)-1])
					page.After = &cursor
					s.Clock.Advance(time.Minute)
					s.NewTask(t, s.NewCustomer(t)) // somebody else's, and new, so that it is on no page
				}
				if fromEnd {
					slices.Reverse(pages)
				}
				require.Equal(t, want, slices.Concat(pages...), "%s, from the end: %v", order, fromEnd)
			}
		}
	})
}

func TestTasksAreFilteredByEverythingThatTheFilterHolds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		actor := store.Actor{Kind: store.ActorStaff, ID: anna.ID}
		gone, there := s.NewRegistered(t), s.NewRegistered(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *gone.TelegramID, s.Clock.Now()))
		unassigned := s.NewTask(t, gone)
		s.Clock.Advance(time.Hour)
		middle := s.Clock.Now()
		assigned, err := s.CreateTask(t.Context(), actor, store.NewTask{CustomerPhone: there.Phone, Category: store.CategoryRepair})
		require.NoError(t, err)
		s.Clock.Advance(time.Hour)
		_, err = s.UpdateTask(t.Context(), actor, unassigned.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
		require.NoError(t, err)
		for name, test := range map[string]struct {
			filter store.TaskFilter
			want   []int64
		}{
			"employee":    {store.TaskFilter{EmployeeID: &anna.ID}, []int64{assigned.ID}},
			"unassigned":  {store.TaskFilter{Unassigned: ptr(true)}, []int64{unassigned.ID}},
			"assigned":    {store.TaskFilter{Unassigned: ptr(false)}, []int64{assigned.ID}},
			"unreachable": {store.TaskFilter{Unreachable: ptr(true)}, []int64{unassigned.ID}},
			"reachable":   {store.TaskFilter{Unreachable: ptr(false)}, []int64{assigned.ID}},
			"categories":  {store.TaskFilter{Categories: []store.Category{store.CategoryRepair, store.CategoryDiagnosis}}, []int64{assigned.ID}},
			"created":     {store.TaskFilter{Created: store.Interval{From: middle}}, []int64{assigned.ID}},
			"created to":  {store.TaskFilter{Created: store.Interval{To: middle}}, []int64{unassigned.ID}},
			"updated":     {store.TaskFilter{Updated: store.Interval{From: middle.Add(time.Second)}}, []int64{unassigned.ID}},
			"all at once": {store.TaskFilter{EmployeeID: &anna.ID, Statuses: []store.Status{store.StatusReady}}, nil},
			"statuses":    {store.TaskFilter{Statuses: []store.Status{store.StatusReady, store.StatusClosed}}, []int64{unassigned.ID}},
			"all of them": {store.TaskFilter{Statuses: store.Statuses(), Categories: store.Categories()}, []int64{unassigned.ID, assigned.ID}},
			"no status":   {store.TaskFilter{Statuses: []store.Status{"'"}}, nil},
			"search with all else": {store.TaskFilter{
				Search: there.Phone, Statuses: []store.Status{store.StatusAccepted}, Categories: []store.Category{store.CategoryRepair},
				EmployeeID: &anna.ID, CustomerID: &there.ID, Unreachable: ptr(false), Created: store.Interval{From: middle},
			}, []int64{assigned.ID}},
		} {
			page, err := s.TaskPage(t.Context(), test.filter, store.TasksNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err, name)
			require.ElementsMatch(t, test.want, idsOf(page.Rows), name)
			count, err := s.CountTasks(t.Context(), test.filter)
			require.NoError(t, err, name)
			require.Equal(t, len(test.want), count, name)
		}
	})
}

func TestATaskIsFoundByNumberPhoneNameAndWords(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		system := store.Actor{Kind: store.ActorSystem}
		create := func(phone, description string) store.Task {
			task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: phone, Description: description})
			require.NoError(t, err)
			return task
		}
		screen := create("8 917 000-99-00", "Разбит экран iPhone 13, 100% замена")
		other := create("+7 (495) 123-45-67", "Ёлочная гирлянда")
		_, err := s.UpdateCustomer(t.Context(), "+79170009900", store.CustomerUpdate{Name: ptr("Ольга Смирнова")})
		require.NoError(t, err)
		search := func(text string) []int64 {
			page, err := s.TaskPage(t.Context(), store.TaskFilter{Search: text}, store.TasksNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err, text)
			return idsOf(page.Rows)
		}
		for text, want := range map[string][]int64{
			"8 917 000-99-00": {screen.ID}, "+7(917)0009900": {screen.ID}, "917000": {screen.ID}, "99-00": {screen.ID},
			"495": {other.ID}, "ольга": {screen.ID}, "СМИРН": {screen.ID}, "экран разбит": {screen.ID}, "экран ольга": {screen.ID},
			"экран гирлянда": {}, "елочная": {other.ID}, "ЁЛОЧ": {other.ID}, "iphone": {screen.ID}, "1": {screen.ID}, "№ 2": {other.ID},
			"100%": {screen.ID}, "%%%": {}, "___": {}, `"`: {}, `эк"ран`: {}, "экр*": {screen.ID}, "ab": {}, "' OR 1=1": {}, "": {screen.ID, other.ID},
			"экран\x00": {screen.ID},
		} {
			require.ElementsMatch(t, want, search(text), text)
		}
		mention := create("+7 495 123-45-68", "Если не ответит, звонить 89170009900")
		require.Equal(t, []int64{screen.ID}, search("8 917 000 99 00"), "a customer's whole phone finds their tasks alone")
		count, err := s.CountTasks(t.Context(), store.TaskFilter{Search: "8 917 000 99 00"})
		require.NoError(t, err)
		require.Equal(t, 1, count)
		require.ElementsMatch(t, []int64{screen.ID, mention.ID}, search("9170009"))
		_, err = s.UpdateTask(t.Context(), system, screen.ID, store.TaskUpdate{Description: ptr("Аккумулятор")})
		require.NoError(t, err)
		require.Empty(t, search("экран"))
		require.Equal(t, []int64{screen.ID}, search("аккум"))
		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, "89170009900")
		require.NoError(t, err)
		require.Empty(t, search("смирнова"), "a deleted card is not found by its tasks")
		require.Equal(t, []int64{screen.ID}, search("аккум"))
		require.NoError(t, s.DeleteTask(t.Context(), system, screen.ID))
		require.Empty(t, search("аккум"))
	})
}

func TestCustomersAreFoundAndFiltered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, chat, gone := s.NewCustomer(t), s.NewRegistered(t), s.NewRegistered(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *gone.TelegramID, s.Clock.Now()))
		for name, test := range map[string]struct {
			filter store.CustomerFilter
			want   []int64
		}{
			"all":            {store.CustomerFilter{}, []int64{gone.ID, chat.ID, customer.ID}},
			"registered":     {store.CustomerFilter{Registered: ptr(true)}, []int64{gone.ID, chat.ID}},
			"not registered": {store.CustomerFilter{Registered: ptr(false)}, []int64{customer.ID}},
			"reachable":      {store.CustomerFilter{Reachable: ptr(true)}, []int64{chat.ID}},
			"not reachable":  {store.CustomerFilter{Reachable: ptr(false)}, []int64{gone.ID, customer.ID}},
			"name":           {store.CustomerFilter{Search: "пётр"}, []int64{gone.ID, chat.ID}},
			"phone":          {store.CustomerFilter{Search: customer.Phone}, []int64{customer.ID}},
			"part of it":     {store.CustomerFilter{Search: "8917"}, []int64{gone.ID, chat.ID, customer.ID}},
			"too short":      {store.CustomerFilter{Search: "п"}, nil},
		} {
			page, err := s.CustomerPage(t.Context(), test.filter, store.CustomersNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err, name)
			var got []int64
			for _, customer := range page.Rows {
				got = append(got, customer.ID)
			}
			require.Equal(t, test.want, got, name)
			count, err := s.CountCustomers(t.Context(), test.filter)
			require.NoError(t, err, name)
			require.Equal(t, len(test.want), count, name)
		}
	})
}

func TestPagesGoOnWhereTheyWereWhenTasksAreRemovedAndAdded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		var tasks []store.Task
		for range 6 {
			tasks = append(tasks, s.NewTask(t, customer))
		}
		newest := store.TasksNewestFirst
		read := func(r store.PageRequest) []int64 {
			page, err := s.TaskPage(t.Context(), store.TaskFilter{}, newest, r)
			require.NoError(t, err)
			return idsOf(page.Rows)
		}
		require.Equal(t, []int64{tasks[5].ID, tasks[4].ID}, read(store.PageRequest{Limit: 2}))
		cursor := newest.Cursor(tasks[4])
		for _, gone := range []store.Task{tasks[5], tasks[4], tasks[2]} { // the cursor's own is among them
			require.NoError(t, s.DeleteTask(t.Context(), store.Actor{Kind: store.ActorSystem}, gone.ID))
		}
		added := s.NewTask(t, customer)
		require.Equal(t, []int64{tasks[3].ID, tasks[1].ID}, read(store.PageRequest{Limit: 2, After: &cursor}))
		require.Equal(t, []int64{added.ID}, read(store.PageRequest{Limit: 2, Before: &cursor, FromEnd: true}))
	})
}

func TestAPhonesTasksComeWithTheirCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		olga, err := s.Customer(t.Context(), s.NewRegistered(t).ID)
		require.NoError(t, err)
		s.NewTask(t, s.NewCustomer(t))
		s.NewTask(t, olga)
		s.NewTask(t, olga)
		filter := store.TaskFilter{Phone: &olga.Phone}
		all, _, err := s.TasksUpTo(t.Context(), filter, 2)
		require.NoError(t, err)
		require.Len(t, all, 2)

		tasks, whose, tooMany, err := s.TasksOfPhone(t.Context(), filter, 2)
		require.NoError(t, err)
		require.False(t, tooMany)
		require.Equal(t, all, tasks)
		require.Equal(t, &olga, whose)
		_, _, tooMany, err = s.TasksOfPhone(t.Context(), filter, 1)
		require.NoError(t, err)
		require.True(t, tooMany)
		tasks, whose, _, err = s.TasksOfPhone(t.Context(), store.TaskFilter{Phone: ptr("+7 917 555-55-55")}, 1)
		require.NoError(t, err)
		require.Empty(t, tasks)
		require.Nil(t, whose)
	})
}
