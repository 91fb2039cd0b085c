package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestPagesOfManyCustomersAreThoseOfEachOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris, vera := s.NewCustomer(t), s.NewCustomer(t), s.NewCustomer(t)
		var tasks []store.Task
		for n := range 9 {
			tasks = append(tasks, s.NewTask(t, []store.Customer{anna, boris}[n%3/2]))
		}
		ids := []int64{anna.ID, boris.ID, vera.ID}
		for _, order := range []store.TaskOrder{store.TasksNewestFirst, store.TasksOldestFirst, store.TasksRecentlyUpdatedFirst} {
			middle := order.Cursor(tasks[4])
			for _, r := range []store.PageRequest{
				{Limit: 2}, {Limit: 6}, {Limit: 2, FromEnd: true}, {Limit: 1, After: &middle}, {Limit: 1, Before: &middle, FromEnd: true},
			} {
				for _, filter := range []store.TaskFilter{{}, {Search: anna.Phone}, {CustomerID: &boris.ID}, {Statuses: []store.Status{store.StatusReady}}} {
					pages, tooMany, err := s.TaskPagesByCustomer(t.Context(), ids, filter, order, r, 100)
					require.NoError(t, err)
					require.False(t, tooMany)
					counts, err := s.CountTasksByCustomer(t.Context(), ids, filter)
					require.NoError(t, err)
					for _, id := range ids {
						alone := filter
						if filter.CustomerID != nil && *filter.CustomerID != id {
							require.Empty(t, pages[id].Rows)
							continue
						}
						alone.CustomerID = &id
						want, err := s.TaskPage(t.Context(), alone, order, r)
						require.NoError(t, err)
						require.Equal(t, idsOf(want.Rows), idsOf(pages[id].Rows), "%v %v %v", order, r, filter)
						require.Equal(t, want.HasMore, pages[id].HasMore)
						count, err := s.CountTasks(t.Context(), alone)
						require.NoError(t, err)
						require.Equal(t, count, counts[id])
					}
				}
			}
		}
		pages, tooMany, err := s.TaskPagesByCustomer(t.Context(), ids, store.TaskFilter{}, store.TasksNewestFirst, store.PageRequest{Limit: 2}, 3)
		require.NoError(t, err)
		require.True(t, tooMany)
		require.Empty(t, pages)
	})
}
