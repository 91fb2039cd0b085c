package main

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestTheDemoBeginsWithWhatCustomersWrote(t *testing.T) {
	d, err := startDemo(t.Context(), "127.0.0.1:0", demoHold)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.stop(context.Background())) })
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
	d, err := startDemo(t.Context(), "127.0.0.1:0", demoHold)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.stop(context.Background())) })
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

func TestTheDemoIsADayInTheShop(t *testing.T) {
	d, err := startDemo(t.Context(), "127.0.0.1:0", demoHold)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.stop(context.Background())) })
	count := func(filter store.TaskFilter) int {
		n, err := d.app.store.CountTasks(t.Context(), filter)
		require.NoError(t, err)
		return n
	}
	now := time.Now()
	day := d.app.store.DayOf(now)
	overdue := count(store.TaskFilter{Overdue: new(true)})
	today := count(store.TaskFilter{Promised: d.app.store.DayInterval(&day, &day), Statuses: []store.Status{store.StatusInProgress}})
	require.NotZero(t, overdue)
	require.NotZero(t, today)
	require.Less(t, overdue, 12, "and not a shop that keeps no promise")
	shop, err := d.app.store.Shop(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, shop.Address)
	ratings, err := d.app.store.RatingStats(t.Context(), d.app.store.DayOf(now.AddDate(0, 0, -demoDays)), day)
	require.NoError(t, err)
	require.Less(t, ratings.Average, 5.0, "somebody was not content")
}
