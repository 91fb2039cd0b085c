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

func TestStatsFollowEveryChangeWhoeverMakesIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		system := store.Actor{Kind: store.ActorSystem}
		replica := storetest.Open(t, s.URL)
		customer := s.NewCustomer(t)
		task := s.NewTask(t, customer)
		first, last := store.Day("2026-03-01"), store.Day("2026-03-20")
		update := func(in store.TaskUpdate) func() error {
			return func() error {
				_, err := replica.UpdateTask(t.Context(), system, task.ID, in)
				return err
			}
		}
		status := func(status store.Status) func() error { return update(store.TaskUpdate{Status: &status}) }
		for name, change := range []func() error{
			status(store.StatusReady), status(store.StatusClosed), status(store.StatusInProgress), status(store.StatusClosed),
			update(store.TaskUpdate{Category: ptr(store.CategoryRepair)}),
			func() error { replica.NewTask(t, customer); return nil },
			func() error { return replica.DeleteTask(t.Context(), system, task.ID) },
		} {
			for _, pause := range []time.Duration{0, 30 * time.Hour} {
				s.Clock.Advance(pause)
				replica.Clock.Advance(pause)
				_, err := s.Stats(t.Context(), first, last) // so that it has something to keep
				require.NoError(t, err)
			}
			require.NoError(t, change())
			kept, err := s.Stats(t.Context(), first, last)
			require.NoError(t, err)
			counted, err := storetest.Open(t, s.URL).Stats(t.Context(), first, last)
			require.NoError(t, err)
			require.Equal(t, counted, kept, name)
		}
	})
}

func TestThePastYearOfManyTasksIsCountedBeforeAnybodyAsks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.NoError(t, s.CountPastYear(t.Context(), 1))
		task := s.NewTask(t, s.NewCustomer(t))
		require.NoError(t, s.CountPastYear(t.Context(), task.ID+1))
		require.Zero(t, s.CachedDays(), "few tasks are counted when somebody asks")

		require.NoError(t, s.CountPastYear(t.Context(), task.ID))
		kept := s.CachedDays()
		require.GreaterOrEqual(t, kept, 366)
		now := s.Clock.Now()
		stats, err := s.Stats(t.Context(), s.DayOf(now.AddDate(-1, 0, 0)), s.DayOf(now))
		require.NoError(t, err)
		require.Equal(t, 1, stats.Total)
		require.InDelta(t, kept, s.CachedDays(), 1, "nothing was left to count but today, which has changed")
	})
}

func TestADayOfStatsIsAsLongAsTheClocksMakeIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		berlin, err := time.LoadLocation("Europe/Berlin")
		require.NoError(t, err)
		var now time.Time
		inBerlin, err := store.Open(store.Options{URL: s.URL, Location: berlin, Clock: func() time.Time { return now }})
		require.NoError(t, err)
		defer func() { require.NoError(t, inBerlin.Close()) }()
		for _, at := range []string{
			"2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", // a day of 23 hours
			"2026-03-29T22:00:00Z",
			"2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", // and one of 25
			"2026-10-25T23:00:00Z",
		} {
			now, err = time.Parse(time.RFC3339, at)
			require.NoError(t, err)
			_, err = inBerlin.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: "+79170000001"})
			require.NoError(t, err)
		}
		for first, want := range map[store.Day][]int{"2026-03-28": {1, 2, 1}, "2026-10-24": {1, 2, 1}} {
			at, err := time.Parse(time.DateOnly, string(first))
			require.NoError(t, err)
			stats, err := inBerlin.Stats(t.Context(), first, store.Day(at.AddDate(0, 0, 2).Format(time.DateOnly)))
			require.NoError(t, err)
			var created []int
			for _, day := range stats.Days {
				created = append(created, day.Created)
			}
			require.Equal(t, want, created)
		}
	})
}
