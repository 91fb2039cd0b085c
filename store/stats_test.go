package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestStatsCountTheDaysOfTheBusinesssZone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		system := store.Actor{Kind: store.ActorSystem}
		set := func(id int64, status store.Status) {
			_, err := s.UpdateTask(t.Context(), system, id, store.TaskUpdate{Status: &status})
			require.NoError(t, err)
		}
		customer := s.NewCustomer(t)
		first, second := s.NewTask(t, customer), s.NewTask(t, customer) // 2 March, 12:00 in Moscow
		s.Clock.Advance(2 * time.Hour)
		set(first.ID, store.StatusReady)
		s.Clock.Advance(12*time.Hour + 30*time.Minute) // 3 March, and still the 2nd in UTC
		third := s.NewTask(t, customer)
		set(first.ID, store.StatusInProgress)
		set(first.ID, store.StatusReady) // not the first time
		set(first.ID, store.StatusClosed)
		set(second.ID, store.StatusClosed)
		set(second.ID, store.StatusReady) // no longer closed
		set(third.ID, store.StatusReady)

		stats, err := s.Stats(t.Context(), "2026-03-01", "2026-03-03")
		require.NoError(t, err)
		hours := func(h float64) *time.Duration { return ptr(time.Duration(h * float64(time.Hour))) }
		require.Equal(t, store.Stats{
			Total:      3,
			ByStatus:   map[store.Status]int{store.StatusClosed: 1, store.StatusReady: 2},
			ByCategory: map[store.Category]int{store.CategoryOther: 3},
			Days: []store.DayStats{
				{Day: "2026-03-01"},
				{Day: "2026-03-02", Created: 2, MedianToReady: hours(2)},
				{Day: "2026-03-03", Created: 1, Closed: 1, MedianToReady: hours(7.25)},
			},
			MedianToReady: hours(2),
		}, stats)

		stats, err = s.Stats(t.Context(), "2026-03-04", "2026-03-04")
		require.NoError(t, err)
		require.Zero(t, stats.Total)
		require.Nil(t, stats.MedianToReady)
		_, err = s.Stats(t.Context(), "2026-03-04", "2026-03-03")
		require.Equal(t, store.Invalid, store.CodeOf(err))
		_, err = s.Stats(t.Context(), "2020-03-04", "2026-03-03")
		require.Equal(t, store.Invalid, store.CodeOf(err))
	})
}
