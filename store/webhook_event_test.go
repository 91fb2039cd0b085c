package store_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// deliveriesOf are the deliveries of an endpoint, oldest first.
func deliveriesOf(t *testing.T, s *storetest.Store, webhook store.Webhook) []store.WebhookDelivery {
	t.Helper()
	page, err := s.WebhookDeliveries(t.Context(), webhook.ID, nil, 1000)
	require.NoError(t, err)
	slices.Reverse(page.Rows)
	return page.Rows
}

// eventsOf are the names of the events of an endpoint, oldest first.
func eventsOf(t *testing.T, s *storetest.Store, webhook store.Webhook) []string {
	t.Helper()
	var events []string
	for _, delivery := range deliveriesOf(t, s, webhook) {
		events = append(events, string(delivery.Event))
	}
	return events
}

func TestEveryChangeOfATaskIsAnEvent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t)
		staff := s.NewStaff(t)
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{CustomerPhone: "8 917 000-99-00"})
		require.NoError(t, err)
		s.Clock.Advance(time.Minute)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{
			Status: ptr(store.StatusReady), Category: ptr(store.CategoryRepair), Description: ptr("Экран <b>"),
		})
		require.NoError(t, err)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
		require.NoError(t, err, "changes nothing")

		payloads := map[store.WebhookType]string{}
		read := func(count int) {
			deliveries := deliveriesOf(t, s, webhook)
			for _, delivery := range deliveries {
				require.Equal(t, store.WebhookDeliveryQueued, delivery.State)
				require.Regexp(t, `^msg_[A-Z2-7]{26}$`, delivery.MessageID)
				payloads[delivery.Event] = delivery.Payload
			}
			require.Len(t, deliveries, count)
		}
		read(4)
		require.Contains(t, payloads, store.WebhookCustomerCreated)
		const undecided = `"item": null, "promisedTime": null, "stageId": null, "shopCategoryId": null, "warrantyOfId": null, "warrantyUntil": null`
		const customer = `{"id": "1", "phone": "8 917 000-99-00", "name": null, "telegramId": null}`
		require.JSONEq(t, fmt.Sprintf(`{"type": "task.created", "timestamp": "2026-03-02T09:00:00Z", "data": {
			"id": "1", "status": "ACCEPTED", "category": "OTHER", "description": null, "employeeId": "%d", "customer": %s,
			"version": 1, "source": "STAFF", "externalId": null, "createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:00:00Z",
			`+undecided+`
		}}`, staff.ID, customer), payloads[store.WebhookTaskCreated])
		described := func(description string) string {
			return fmt.Sprintf(`"id": "1", "status": "READY", "category": "REPAIR", "description": %s, "employeeId": "%d", "customer": %s,
				"version": 2, "source": "STAFF", "externalId": null, "createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:01:00Z", `+undecided, description, staff.ID, customer)
		}
		after := described(`"Экран <b>"`)
		require.JSONEq(t, `{"type": "task.status_changed", "timestamp": "2026-03-02T09:01:00Z", "data": {"previousStatus": "ACCEPTED", `+after+`}}`,
			payloads[store.WebhookTaskStatusChanged])
		require.JSONEq(t, `{"type": "task.updated", "timestamp": "2026-03-02T09:01:00Z", "data": {`+after+`}}`, payloads[store.WebhookTaskUpdated])

		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		read(5)
		require.JSONEq(t, `{"type": "task.deleted", "timestamp": "2026-03-02T09:01:00Z", "data": {`+described("null")+`}}`,
			payloads[store.WebhookTaskDeleted], "what it said is gone with it")
	})
}

func TestAnUndoneStatusIsTwoEvents(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		webhook := s.NewWebhook(t)
		setStatus(t, s, task, store.StatusClosed)
		setStatus(t, s, task, store.StatusAccepted)
		require.Equal(t, []string{"task.status_changed", "task.status_changed"}, eventsOf(t, s, webhook))
	})
}

func TestEveryChangeOfACustomerIsAnEvent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t)
		customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00"})
		require.NoError(t, err)
		contact := store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна", Language: "ru"}
		register(t, s, contact)
		register(t, s, contact) // changes nothing
		require.NoError(t, s.SetLanguage(t.Context(), customer.ID, "en"))
		require.NoError(t, s.SetLanguage(t.Context(), customer.ID, "en"))
		for range 2 {
			_, err = s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Note: ptr("Звонить после 18")})
			require.NoError(t, err)
		}
		updated := deliveriesOf(t, s, webhook)[3].Payload
		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, customer.Phone)
		require.NoError(t, err)
		require.Equal(t, []string{"customer.created", "customer.registered", "customer.updated", "customer.updated", "customer.deleted"},
			eventsOf(t, s, webhook))
		require.JSONEq(t, `{"type": "customer.updated", "timestamp": "2026-03-02T09:00:00Z", "data": {
			"id": "1", "phone": "8 917 000-99-00", "name": "Анна", "telegramId": 7000000001, "language": "EN", "verified": true,
			"note": "Звонить после 18", "externalId": null, "mutedTime": null, "createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:00:00Z"
		}}`, updated)
		for _, delivery := range deliveriesOf(t, s, webhook) {
			require.NotContains(t, delivery.Payload, "Анна", "what is deleted is told of no more")
			require.Contains(t, delivery.Payload, `"id":"1"`)
		}
	})
}

func TestWhoRegistersWithoutACardIsCreatedAndRegistered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t)
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна"})
		require.ElementsMatch(t, []string{"customer.created", "customer.registered"}, eventsOf(t, s, webhook))

		// A new number of the same account, then the number of a card that exists: the old one loses its chat.
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: true})
		s.NewTask(t, store.Customer{Phone: "+79170009902"})
		webhook = s.NewWebhook(t)
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009902", Verified: true})
		require.ElementsMatch(t, []string{"customer.updated", "customer.registered"}, eventsOf(t, s, webhook))
	})
}

func TestAMessageThatDoesNotArriveIsAnEvent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookNotificationFailed)
		refused, blocked := s.NewRegistered(t), s.NewRegistered(t)
		s.NewTask(t, refused)
		s.NewTask(t, blocked)
		s.Clock.Advance(storeHold)
		claimed := claim(t, s)
		require.NoError(t, s.NotificationFailed(t.Context(), claimed[0].Notification.Claim(), "Bad Request: …"))
		require.NoError(t, s.NotificationUnreachable(t.Context(), claimed[1].Notification.Claim(), *blocked.TelegramID, "Forbidden"))
		third := s.NewTask(t, blocked) // not even tried
		deliveries := deliveriesOf(t, s, webhook)
		require.Len(t, deliveries, 3)
		require.JSONEq(t, fmt.Sprintf(`{"type": "notification.failed", "timestamp": "2026-03-02T09:00:03Z", "data": {
			"id": "%d", "kind": "task_created", "status": "ACCEPTED", "state": "FAILED", "error": "Bad Request: …",
			"taskId": "%d", "customerId": "%d"
		}}`, claimed[0].Notification.ID, claimed[0].Task.ID, refused.ID), deliveries[0].Payload)
		var last struct {
			Data struct{ State, TaskID string }
		}
		require.NoError(t, json.Unmarshal([]byte(deliveries[2].Payload), &last))
		require.Equal(t, "UNREACHABLE", last.Data.State)
		require.Equal(t, fmt.Sprint(third.ID), last.Data.TaskID)
	})
}

func TestEachEndpointGetsWhatItSubscribedToWhileItIsActive(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		deleted, status := s.NewWebhook(t, store.WebhookTaskDeleted), s.NewWebhook(t, store.WebhookTaskStatusChanged)
		both, inactive := s.NewWebhook(t, store.WebhookTaskDeleted, store.WebhookTaskStatusChanged), s.NewWebhook(t)
		_, err := s.UpdateWebhook(t.Context(), inactive.ID, store.WebhookUpdate{Active: ptr(false)})
		require.NoError(t, err)
		task := s.NewTask(t, s.NewCustomer(t))
		setStatus(t, s, task, store.StatusReady)
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		require.Equal(t, []string{"task.deleted"}, eventsOf(t, s, deleted))
		require.Equal(t, []string{"task.status_changed"}, eventsOf(t, s, status))
		require.Equal(t, []string{"task.status_changed", "task.deleted"}, eventsOf(t, s, both))
		require.Empty(t, eventsOf(t, s, inactive))
		require.Equal(t, deliveriesOf(t, s, status)[0].MessageID, deliveriesOf(t, s, both)[0].MessageID, "one event has one id")
	})
}

func TestAChangeThatFailsSendsNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t)
		_, err := s.UpdateTask(t.Context(), system, 99, store.TaskUpdate{Status: ptr(store.StatusReady)})
		requireError(t, err, store.NotFound, "")
		taken := s.NewCustomer(t)
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: taken.Phone})
		requireError(t, err, store.Conflict, "phone")
		require.Equal(t, []string{"customer.created"}, eventsOf(t, s, webhook))
	})
}

func TestACommitWakesTheSenderOfWebhooks(t *testing.T) {
	url := storetest.Postgres(t)
	for name, stores := range map[string]func(t *testing.T) (changing, sending *storetest.Store){
		"sqlite": func(t *testing.T) (*storetest.Store, *storetest.Store) {
			s := storetest.Open(t, storetest.SQLite(t))
			return s, s
		},
		"another replica": func(t *testing.T) (*storetest.Store, *storetest.Store) {
			sending := storetest.Open(t, url)
			go func() { _ = sending.Listen(t.Context()) }()
			<-sending.WebhookOutbox() // it listens
			return storetest.Open(t, url), sending
		},
	} {
		t.Run(name, func(t *testing.T) {
			changing, sending := stores(t)
			changing.NewWebhook(t, store.WebhookTaskCreated)
			customer := changing.NewCustomer(t)
			select {
			case <-sending.WebhookOutbox():
				t.Fatal("woken by nothing")
			default:
			}
			changing.NewTask(t, customer)
			<-sending.WebhookOutbox()
		})
	}
}

func TestDeletingAnEndpointDisturbsNoChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		var changing sync.WaitGroup
		for range 4 {
			changing.Go(func() {
				for range 25 {
					if _, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		for range 10 {
			webhook := s.NewWebhook(t)
			require.NoError(t, s.DeleteWebhook(t.Context(), webhook.ID))
		}
		changing.Wait()
	})
}

func TestAMergeIsAnEventOfEachTaskAndBothCards(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from, into := s.NewRegistered(t), s.NewCustomer(t)
		s.NewTask(t, from)
		webhook := s.NewWebhook(t)
		_, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.Equal(t, []string{"task.updated", "customer.deleted", "customer.registered"}, eventsOf(t, s, webhook))
		require.Contains(t, deliveriesOf(t, s, webhook)[0].Payload, into.Phone)
	})
}
