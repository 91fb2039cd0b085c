package api_test

import (
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/api"
)

func TestStaffSeeWhatBecameOfAMessageAndSendItAgain(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		const read = `{ taskById(id: 1) { customer { reachable } notifications { id kind status state attempts lastError notBefore sentAt } } }`
		anna.gives(`{"data": {"taskById": {"customer": {"reachable": true}, "notifications": [{
			"id": "1", "kind": "task_created", "status": "ACCEPTED", "state": "QUEUED", "attempts": 0, "lastError": null,
			"notBefore": "2026-03-02T09:00:03Z", "sentAt": null
		}]}}}`, read)
		anna.fails("This message waits or was sent already.", `{"code": "CONFLICT"}`, `mutation { resendNotification(id: 1) { notification { id } } }`)

		s.Clock.Advance(3 * time.Second)
		deliveries, err := s.ClaimNotifications(t.Context(), 1, time.Minute)
		require.NoError(t, err)
		require.Equal(t, task.ID, deliveries[0].Task.ID)
		require.NoError(t, s.NotificationUnreachable(t.Context(), deliveries[0].Notification.Claim(), *customer.TelegramID, "telegram: Forbidden: bot was blocked by the user (403)"))
		anna.gives(`{"data": {"taskById": {"customer": {"reachable": false}, "notifications": [{
			"id": "1", "kind": "task_created", "status": "ACCEPTED", "state": "UNREACHABLE", "attempts": 1,
			"lastError": "telegram: Forbidden: bot was blocked by the user (403)", "notBefore": "2026-03-02T09:00:03Z", "sentAt": null
		}]}}}`, read)

		anna.gives(`{"data": {"resendNotification": {"notification": {"id": "1", "state": "QUEUED", "attempts": 0}}}}`,
			`mutation { resendNotification(id: 1) { notification { id state attempts } } }`)
		anna.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { resendNotification(id: 2) { notification { id } } }`)
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `mutation { resendNotification(id: 1) { notification { id } } }`)
	})
}

func TestACustomerWhoNeverWroteIsNeitherReachableNorNot(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	anna.gives(`{"data": {"allTasks": [{"customer": {"reachable": null}, "notifications": []}]}}`, `{ allTasks { customer { reachable } notifications { id } } }`)
}

func TestOperationsAreMeasuredByTheirFieldAndResult(t *testing.T) {
	metrics := prometheus.NewRegistry()
	s := onSQLite(t, func(o *api.Options) { o.Metrics = metrics })
	anna := s.login(s.NewStaff(t))
	anna.call(`query AnyName { me { id } }`, nil)
	anna.call(`{ taskById(id: 5) { id } }`, nil)
	anna.call(`{ me { id } again: me { id } }`, nil)
	found, err := testutil.GatherAndCount(metrics, "zayavka_graphql_seconds")
	require.NoError(t, err)
	require.Equal(t, 4, found, "login OK, me OK, taskById NOT_FOUND, several OK")
}
