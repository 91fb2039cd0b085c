package api_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/feed"
	"zayavka/store/storetest"
)

// listens makes the server hear of changes, its own among them, as the service does.
func (s *server) listens() {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	before := s.Watch()
	defer before.Close()
	go func() {
		defer close(ended)
		_ = s.Listen(ctx)
	}()
	s.t.Cleanup(func() {
		cancel()
		<-ended
	})
	if s.Pools()["postgres"] != nil {
		_, err := before.Next(s.t.Context())
		require.ErrorIs(s.t, err, feed.ErrMissed, "which is how listening begins")
	}
}

var system = store.Actor{Kind: store.ActorSystem}

func TestASubscriberHearsOfEveryTask(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		anna := s.NewStaff(t)
		c := s.login(anna).connect()
		c.Subscribes("tasks", `subscription { taskChanged { kind id task { id status customer { phone tasks { id } } employee { email } } } }`)
		c.IsFollowing()

		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: anna.ID}, store.NewTask{CustomerPhone: "+79170009900"})
		require.NoError(t, err)
		c.Hears(fmt.Sprintf(`{"id": "tasks", "type": "next", "payload": {"data": {"taskChanged": {"kind": "CREATED", "id": "1", "task":
			{"id": "1", "status": "ACCEPTED", "customer": {"phone": "+79170009900", "tasks": [{"id": "1"}]}, "employee": {"email": %q}}}}}}`, anna.Email))
		ready := store.StatusReady
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: &ready})
		require.NoError(t, err)
		c.Hears(fmt.Sprintf(`{"id": "tasks", "type": "next", "payload": {"data": {"taskChanged": {"kind": "UPDATED", "id": "1", "task":
			{"id": "1", "status": "READY", "customer": {"phone": "+79170009900", "tasks": [{"id": "1"}]}, "employee": {"email": %q}}}}}}`, anna.Email))
		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, "+79170009900")
		require.NoError(t, err)
		c.Hears(fmt.Sprintf(`{"id": "tasks", "type": "next", "payload": {"data": {"taskChanged": {"kind": "UPDATED", "id": "1", "task":
			{"id": "1", "status": "READY", "customer": null, "employee": {"email": %q}}}}}}`, anna.Email))
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		c.Hears(`{"id": "tasks", "type": "next", "payload": {"data": {"taskChanged": {"kind": "DELETED", "id": "1", "task": null}}}}`)
	})
}

func TestAFilterChoosesTheTasksThatAreTold(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		boris, vera := s.NewCustomer(t), s.NewCustomer(t)
		strange, told := s.NewTask(t, vera), s.NewTask(t, boris)
		c := s.login(s.NewStaff(t)).connect()
		c.Subscribes("f", `subscription($filter: TaskFilter) { taskChanged(filter: $filter) { kind id task { status } } }`,
			vars{"filter": vars{"customerId": boris.ID, "statuses": []string{"READY"}, "unassigned": true, "createdFrom": "2026-03-01"}})
		c.IsFollowing()
		ready, closed := store.StatusReady, store.StatusClosed
		for _, task := range []store.Task{strange, told} {
			for _, status := range []store.Status{ready, closed} {
				_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: &status})
				require.NoError(t, err)
				if task.ID == told.ID && status == ready {
					c.Hears(fmt.Sprintf(`{"id": "f", "type": "next", "payload": {"data": {"taskChanged": {"kind": "UPDATED", "id": "%d", "task": {"status": "READY"}}}}}`, told.ID))
				}
			}
		}
		require.NoError(t, s.DeleteTask(t.Context(), system, strange.ID))
		c.Hears(fmt.Sprintf(`{"id": "f", "type": "next", "payload": {"data": {"taskChanged": {"kind": "DELETED", "id": "%d", "task": null}}}}`, strange.ID))
	})
}

func TestASubscriberHearsOfCustomersAndOfTheMessagesToThem(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		c := s.login(s.NewStaff(t)).connect()
		c.Subscribes("c", `subscription { customerChanged { kind id customer { phone name } } }`)
		c.Subscribes("n", `subscription { notificationChanged { kind id notification { state createdTime task { id status } customer { name } } } }`)
		c.IsFollowing()

		olga, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009900", Name: "Ольга"})
		require.NoError(t, err)
		c.Hears(`{"id": "c", "type": "next", "payload": {"data": {"customerChanged": {"kind": "CREATED", "id": "1", "customer": {"phone": "+79170009900", "name": "Ольга"}}}}}`)
		chat := int64(777)
		_, err = s.UpdateCustomer(t.Context(), olga.Phone, store.CustomerUpdate{TelegramID: &chat})
		require.NoError(t, err)
		c.Hears(`{"id": "c", "type": "next", "payload": {"data": {"customerChanged": {"kind": "UPDATED", "id": "1", "customer": {"phone": "+79170009900", "name": "Ольга"}}}}}`)
		s.NewTask(t, olga)
		const message = `{"id": "n", "type": "next", "payload": {"data": {"notificationChanged": {"kind": %q, "id": "1", "notification":
			{"state": %q, "createdTime": "2026-03-02T09:00:00Z", "task": {"id": "1", "status": "ACCEPTED"}, "customer": {"name": "Ольга"}}}}}}`
		c.Hears(fmt.Sprintf(message, "CREATED", "QUEUED"))
		s.Clock.Advance(time.Minute)
		claimed, err := s.ClaimNotifications(t.Context(), 1, time.Minute)
		require.NoError(t, err)
		c.Hears(fmt.Sprintf(message, "UPDATED", "SENDING"))
		require.NoError(t, s.NotificationSent(t.Context(), claimed[0].Notification.Claim(), 42))
		c.Hears(fmt.Sprintf(message, "UPDATED", "SENT"))
		require.NoError(t, s.DeleteTask(t.Context(), system, 1))
		c.Hears(`{"id": "n", "type": "next", "payload": {"data": {"notificationChanged": {"kind": "DELETED", "id": "1", "notification": null}}}}`)
		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, olga.Phone)
		require.NoError(t, err)
		c.Hears(`{"id": "c", "type": "next", "payload": {"data": {"customerChanged": {"kind": "DELETED", "id": "1", "customer": null}}}}`)
	})
}

func TestASubscriptionThatIsCompletedHearsNothingMore(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	c := s.login(s.NewStaff(t)).connect()
	c.Subscribes("1", `subscription { customerChanged { id } }`)
	c.Subscribes("2", `subscription { customerChanged { kind } }`)
	c.Says(`{"id": "1", "type": "complete"}`)
	c.Says(`{"id": "unknown", "type": "complete"}`)
	c.IsFollowing()
	s.NewCustomer(t)
	c.Hears(`{"id": "2", "type": "next", "payload": {"data": {"customerChanged": {"kind": "CREATED"}}}}`)

	c.Subscribes("1", `subscription { customerChanged { id kind } }`)
	c.Says(`{"id": "2", "type": "complete"}`)
	c.IsFollowing()
	s.NewCustomer(t)
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"customerChanged": {"id": "2", "kind": "CREATED"}}}}`)
}

func TestNothingIsToldOfAChangeThatFailed(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		olga, boris := s.NewRegistered(t), s.NewCustomer(t)
		anna := s.login(s.NewStaff(t))
		c := anna.connect()
		c.Subscribes("1", `subscription { customerChanged { id customer { name } } }`)
		c.IsFollowing()
		failed := anna.failure(`mutation($phone: String!, $chat: ID) { updateCustomer(customerData: {phone: $phone, name: "Новое", telegramId: $chat}) { customer { id } } }`,
			vars{"phone": boris.Phone, "chat": *olga.TelegramID})
		require.Equal(t, "Another customer has this Telegram id.", failed.Message)
		name := "Ольга"
		_, err := s.UpdateCustomer(t.Context(), olga.Phone, store.CustomerUpdate{Name: &name})
		require.NoError(t, err)
		c.Hears(fmt.Sprintf(`{"id": "1", "type": "next", "payload": {"data": {"customerChanged": {"id": "%d", "customer": {"name": "Ольга"}}}}}`, olga.ID))
	})
}

func TestASubscriptionThatCannotBeIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	c := s.login(s.NewStaff(t)).connect()
	for query, failure := range map[string]string{
		`subscription { taskChanged { id } customerChanged { id } }`:     `{"message": "Anonymous Subscription must select only one top level field.", "locations": [{"line": 1, "column": 35}], "extensions": {"code": "INVALID"}}`,
		`subscription { a: taskChanged { id } b: taskChanged { id } }`:   `{"message": "Anonymous Subscription must select only one top level field.", "locations": [{"line": 1, "column": 38}], "extensions": {"code": "INVALID"}}`,
		`subscription { __typename }`:                                    `{"message": "Anonymous Subscription must not select an introspection top level field.", "locations": [{"line": 1, "column": 16}], "extensions": {"code": "INVALID"}}`,
		`subscription { taskChanged(filter: {createdTo: "?"}) { id } }`:  `{"message": "\"?\" is neither a day, as in 2021-07-25, nor a moment, as in 2021-07-25T09:30:00+03:00.", "path": ["taskChanged"], "locations": [{"line": 1, "column": 16}], "extensions": {"code": "INVALID", "field": "createdTo"}}`,
		`subscription($f: TaskFilter!) { taskChanged(filter: $f) {id} }`: `{"message": "Variable \"$f\" of required type \"TaskFilter!\" was not provided.", "locations": [{"line": 1, "column": 14}], "extensions": {"code": "INVALID"}}`,
	} {
		c.Subscribes("1", query)
		c.Hears(`{"id": "1", "type": "error", "payload": [` + failure + `]}`)
	}
	c.Subscribes("1", `subscription { taskChanged { id } ...more } fragment more on Subscription { taskChanged { kind } }`)
	c.IsFollowing()
	s.NewTask(t, s.NewCustomer(t))
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"taskChanged": {"id": "1", "kind": "CREATED"}}}}`)
}

func TestAFailureOfAnEventIsToldAndTheSubscriptionGoesOn(t *testing.T) {
	t.Parallel()
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)))
	s.listens()
	c := s.login(s.NewStaff(t)).connect()
	c.Subscribes("1", `subscription { customerChanged { id customer { name tasks { id } } } }`)
	c.IsFollowing()
	rename := func(old, new string) {
		_, err := s.Pools()["postgres"].ExecContext(t.Context(), "ALTER TABLE "+old+" RENAME TO "+new)
		require.NoError(t, err)
	}
	rename("customers", "away")
	_, err := s.Pools()["postgres"].ExecContext(t.Context(), `SELECT pg_notify('zayavka_changes', '[{"s": "customer", "k": "updated", "i": 1}]')`)
	require.NoError(t, err)
	message, err := c.Next()
	require.NoError(t, err)
	require.Contains(t, message, `"data":{"customerChanged":null}`)
	require.Contains(t, message, `"code":"INTERNAL","requestId"`)
	require.NotContains(t, message, "away")
	rename("away", "customers")
	s.NewCustomer(t)
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"customerChanged": {"id": "1", "customer": {"name": "Анна", "tasks": []}}}}}`)
}
