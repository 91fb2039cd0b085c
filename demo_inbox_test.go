package main

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestTheDemoBeginsWithWhatCustomersWrote(t *testing.T) {
	d, err := startDemo(t.Context(), "127.0.0.1:0")
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
