package main

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// startTestDemo starts a demo at whose shop it is noon, whenever the tests run.
func startTestDemo(t *testing.T, hold time.Duration) *demo {
	t.Helper()
	d, err := startDemo(t.Context(), "127.0.0.1:0", hold, storetest.Noon)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.stop(context.Background())) })
	return d
}

func TestTheDemoBeginsWithWhatCustomersWrote(t *testing.T) {
	d := startTestDemo(t, demoHold)
	require.NoError(t, d.converse(t.Context()))

	var requests []store.Task
	require.Eventually(t, func() bool {
		tasks, err := d.app.store.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
		require.NoError(t, err)
		requests = nil
		for _, task := range tasks {
			if task.Source == store.SourceCustomer {
				requests = append(requests, task)
			}
		}
		return len(requests) == 2
	}, 10*time.Second, 20*time.Millisecond)
	for _, request := range requests {
		require.NotNil(t, request.AwaitingReplySince)
		require.Nil(t, request.EmployeeID)
	}
	d.telegram.WaitUpdatesConfirmed(t)
}

func TestTheDemoHasAPriceThatWaitsAndOneThatIsAgreedAndHalfPaid(t *testing.T) {
	d := startTestDemo(t, demoHold)
	require.NoError(t, d.converse(t.Context()))

	tasks, err := d.app.store.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	ids := make([]int64, len(tasks))
	for i, task := range tasks {
		ids[i] = task.ID
	}
	estimates, err := d.app.store.NewestEstimates(t.Context(), ids)
	require.NoError(t, err)
	states := map[store.EstimateState]int64{}
	for _, estimate := range estimates {
		states[estimate.State] = estimate.TaskID
	}
	require.Len(t, estimates, 2)
	balances, err := d.app.store.Balances(t.Context(), ids)
	require.NoError(t, err)
	require.Equal(t, int64(370_000), *balances[states[store.EstimateAccepted]].Due())

	waits, err := d.app.store.Task(t.Context(), states[store.EstimateSent])
	require.NoError(t, err)
	customer, err := d.app.store.Customer(t.Context(), *waits.CustomerID)
	require.NoError(t, err)
	for _, person := range d.people {
		if person.ID == *customer.TelegramID {
			person.AnswerContaining(t, "Согласуйте цену: 7\u00a0400\u00a0₽")
			person.Taps(t, "Согласен · 7\u00a0400\u00a0₽")
			person.AnswerContaining(t, "✅ Вы согласились")
		}
	}
}

func TestTheDemoIsADayInTheShopAtWhateverHourItBegins(t *testing.T) {
	t.Parallel()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	people := make([]*emulator.User, demoTelegrams)
	for i := range people {
		people[i] = telegram.NewUser(emulator.Profile{FirstName: demoCustomers[i].Name, Phone: demoCustomers[i].Phone, Language: "ru"})
	}
	config := DefaultConfig()
	location, err := time.LoadLocation(config.Business.Timezone)
	require.NoError(t, err)
	for _, now := range []time.Time{
		time.Date(2026, 3, 2, 0, 0, 0, 0, location), time.Date(2026, 3, 2, 9, 30, 0, 0, location), time.Date(2026, 3, 2, 23, 59, 59, 0, location),
	} {
		config.Database.URL = DatabaseURL(storetest.SQLite(t))
		require.NoError(t, fillDemo(t.Context(), config, now, people))
		s, err := store.Open(store.Options{URL: string(config.Database.URL), Location: location, Clock: func() time.Time { return now }})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, s.Close()) })
		count := func(filter store.TaskFilter) int {
			n, err := s.CountTasks(t.Context(), filter)
			require.NoError(t, err)
			return n
		}
		day := s.DayOf(now)
		overdue := count(store.TaskFilter{Overdue: new(true)})
		today := count(store.TaskFilter{Promised: s.DayInterval(&day, &day), Statuses: []store.Status{store.StatusInProgress}})
		require.NotZero(t, overdue, now)
		require.NotZero(t, today, now)
		require.Less(t, overdue, 12, "and not a shop that keeps no promise")
		for _, status := range store.Statuses() {
			require.NotZero(t, count(store.TaskFilter{Statuses: []store.Status{status}}), "%s at %s", status, now)
		}
		shop, err := s.Shop(t.Context())
		require.NoError(t, err)
		require.NotEmpty(t, shop.Address)
		ratings, err := s.RatingStats(t.Context(), s.DayOf(now.AddDate(0, 0, -demoDays)), day)
		require.NoError(t, err)
		require.Less(t, ratings.Average, 5.0, "somebody was not content")
		_, err = demoTaskOf(t.Context(), s, store.StatusAccepted, store.StatusInProgress)
		require.NoError(t, err, "there is a task whose customer can be asked about a price")
	}
}
