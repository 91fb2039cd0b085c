package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// queueDelivery makes an endpoint with one delivery.
func queueDelivery(t *testing.T, s *storetest.Store) store.Webhook {
	t.Helper()
	webhook := s.NewWebhook(t)
	_, err := s.TestWebhook(t.Context(), webhook.ID)
	require.NoError(t, err)
	return webhook
}

func claimDeliveries(t *testing.T, s *storetest.Store, webhook store.Webhook) []store.WebhookDelivery {
	t.Helper()
	deliveries, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 100, lease)
	require.NoError(t, err)
	return deliveries
}

func dueWebhooks(t *testing.T, s *storetest.Store) []store.WebhookDue {
	t.Helper()
	due, err := s.DueWebhooks(t.Context())
	require.NoError(t, err)
	return due
}

func onlyDelivery(t *testing.T, s *storetest.Store, webhook store.Webhook) store.WebhookDelivery {
	t.Helper()
	deliveries := deliveriesOf(t, s, webhook)
	require.Len(t, deliveries, 1)
	return deliveries[0]
}

func readWebhook(t *testing.T, s *storetest.Store, id int64) store.Webhook {
	t.Helper()
	webhooks, err := s.Webhooks(t.Context(), store.Actor{})
	require.NoError(t, err)
	for _, webhook := range webhooks {
		if webhook.ID == id {
			return webhook
		}
	}
	t.Fatalf("there is no webhook %d", id)
	return store.Webhook{}
}

// failUntilGivenUp fails each attempt when it is due and returns the times of the attempts, from the
// first one on.
func failUntilGivenUp(t *testing.T, s *storetest.Store, webhook store.Webhook, between func()) []time.Duration {
	t.Helper()
	began := s.Clock.Now()
	var attempts []time.Duration
	for {
		due := dueWebhooks(t, s)
		if len(due) == 0 {
			return attempts
		}
		s.Clock.Advance(max(due[0].DueAt.Sub(s.Clock.Now()), 0))
		between()
		claimed := claimDeliveries(t, s, webhook)
		require.Len(t, claimed, 1)
		attempts = append(attempts, s.Clock.Now().Sub(began))
		require.NoError(t, s.WebhookFailed(t.Context(), claimed[0], store.WebhookFailure{Status: 500, Reason: "The endpoint answered 500."}))
	}
}

func TestADeliveryIsClaimedOnceAndRecorded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		due := dueWebhooks(t, s)
		require.Len(t, due, 1)
		require.Equal(t, webhook.Secret, due[0].Secret)
		requireSame(t, s.Clock.Now(), due[0].DueAt)

		claimed := claimDeliveries(t, s, webhook)
		require.Len(t, claimed, 1)
		require.Empty(t, claimDeliveries(t, s, webhook))
		requireSame(t, s.Clock.Now().Add(lease), dueWebhooks(t, s)[0].DueAt)
		pending, err := s.PendingWebhookDeliveries(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, pending)

		require.NoError(t, s.WebhookDelivered(t.Context(), claimed[0], 204))
		require.Empty(t, dueWebhooks(t, s))
		delivered := onlyDelivery(t, s, webhook)
		require.Equal(t, store.WebhookDeliveryDelivered, delivered.State)
		require.Equal(t, 1, delivered.Attempts)
		require.Equal(t, 204, delivered.LastStatus)
		requireSame(t, s.Clock.Now(), *delivered.DeliveredAt)
	})
}

func TestWhatACrashLeftIsClaimedAgainUnderTheSameID(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		lost := claimDeliveries(t, s, webhook)[0]
		s.Clock.Advance(lease - time.Second)
		require.Empty(t, claimDeliveries(t, s, webhook))
		s.Clock.Advance(time.Second)
		again := claimDeliveries(t, s, webhook)
		require.Len(t, again, 1)
		require.Equal(t, lost.MessageID, again[0].MessageID)
		require.Equal(t, lost.Payload, again[0].Payload)
	})
}

func TestAFailedDeliveryIsTriedForADayWithGrowingPauses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		working := func() { // another message arrives now and then
			test, err := s.TestWebhook(t.Context(), webhook.ID)
			require.NoError(t, err)
			require.NoError(t, s.WebhookDelivered(t.Context(), test, 200))
		}
		attempts := failUntilGivenUp(t, s, webhook, working)
		require.Greater(t, len(attempts), 10)
		for i, pause := range []time.Duration{
			5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, 30 * time.Minute,
			time.Hour, 2 * time.Hour, 4 * time.Hour,
		} {
			require.GreaterOrEqual(t, attempts[i+1]-attempts[i], pause)
			require.Less(t, attempts[i+1]-attempts[i], pause*6/5)
		}
		require.Equal(t, 24*time.Hour, attempts[len(attempts)-1], "the last try")
		given := deliveriesOf(t, s, webhook)[0]
		require.Equal(t, store.WebhookDeliveryFailed, given.State)
		require.Equal(t, len(attempts), given.Attempts)
		require.Equal(t, 500, given.LastStatus)
		require.Equal(t, "The endpoint answered 500.", given.LastError)
		require.True(t, readWebhook(t, s, webhook.ID).Active, "other messages arrived")
	})
}

func TestAnEndpointThatAcceptsNothingForADayIsDisabledAndAdminsAreTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password, Role: store.RoleAdmin})
		require.NoError(t, err)
		_, err = s.LinkStaff(t.Context(), admin.ID, chat)
		require.NoError(t, err)
		_, err = s.LinkStaff(t.Context(), s.NewStaff(t).ID, otherChat)
		require.NoError(t, err)
		webhook := queueDelivery(t, s)
		failUntilGivenUp(t, s, webhook, func() {})
		disabled := readWebhook(t, s, webhook.ID)
		require.False(t, disabled.Active)
		require.Equal(t, "Nothing was accepted for 24 hours. The last failure: The endpoint answered 500.", disabled.DisabledReason)

		told := claim(t, s)
		require.Len(t, told, 1, "staff who are no admins are not told")
		require.Equal(t, store.NotificationWebhookDisabled, told[0].Notification.Kind)
		require.Equal(t, chat, told[0].Notification.ChatID)
		require.Equal(t, admin.ID, told[0].Notification.StaffID)
		require.Equal(t, "example.com", told[0].Notification.Payload.Host)
		require.NoError(t, s.NotificationFailed(t.Context(), told[0].Notification.Claim(), "Bad Request"))
		_, err = s.ResendNotification(t.Context(), told[0].Notification.ID)
		requireError(t, err, store.NotFound, "")

		s.NewTask(t, s.NewCustomer(t))
		require.Len(t, deliveriesOf(t, s, webhook), 1, "nothing more is queued")
		again, err := s.UpdateWebhook(t.Context(), webhook.ID, store.WebhookUpdate{Active: ptr(true)})
		require.NoError(t, err)
		require.Empty(t, again.DisabledReason)
		require.Nil(t, again.FailingSince)
	})
}

func TestASuccessSavesAnEndpointThatFails(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		fail := func() {
			claimed := claimDeliveries(t, s, webhook)
			require.NotEmpty(t, claimed)
			require.NoError(t, s.WebhookFailed(t.Context(), claimed[0], store.WebhookFailure{Reason: "The connection was refused."}))
		}
		fail()
		requireSame(t, s.Clock.Now(), *readWebhook(t, s, webhook.ID).FailingSince)
		s.Clock.Advance(23 * time.Hour)
		require.NoError(t, s.WebhookDelivered(t.Context(), claimDeliveries(t, s, webhook)[0], 200))
		require.Nil(t, readWebhook(t, s, webhook.ID).FailingSince)
		s.Clock.Advance(2 * time.Hour)
		_, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
		fail()
		require.True(t, readWebhook(t, s, webhook.ID).Active)
	})
}

func TestAnEndpointThatIsGoneIsDisabledAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		_, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
		claimed, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 1, lease)
		require.NoError(t, err)
		require.NoError(t, s.WebhookFailed(t.Context(), claimed[0], store.WebhookFailure{Status: 410, Reason: "The endpoint answered 410 Gone.", Gone: true}))
		disabled := readWebhook(t, s, webhook.ID)
		require.False(t, disabled.Active)
		require.Contains(t, disabled.DisabledReason, "410 Gone")
		for _, delivery := range deliveriesOf(t, s, webhook) {
			require.Equal(t, store.WebhookDeliveryFailed, delivery.State)
			require.NotEmpty(t, delivery.LastError)
		}
		_, err = s.TestWebhook(t.Context(), webhook.ID)
		requireError(t, err, store.Conflict, "")
	})
}

func TestAnEndpointIsLeftAloneForAsLongAsItAsks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for asked, want := range map[time.Duration]time.Duration{
			time.Hour: time.Hour, 1000 * time.Hour: 24 * time.Hour,
		} {
			webhook := queueDelivery(t, s)
			require.NoError(t, s.WebhookFailed(t.Context(), claimDeliveries(t, s, webhook)[0], store.WebhookFailure{Status: 429, RetryAfter: asked}))
			requireSame(t, s.Clock.Now().Add(want), onlyDelivery(t, s, webhook).DueAt)
			require.NoError(t, s.DeleteWebhook(t.Context(), webhook.ID))
		}
	})
}

func TestAMessageThatFailsLetsOthersPass(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		require.NoError(t, s.WebhookFailed(t.Context(), claimDeliveries(t, s, webhook)[0], store.WebhookFailure{Status: 500}))
		later, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
		claimed := claimDeliveries(t, s, webhook)
		require.Len(t, claimed, 1)
		require.Equal(t, later.MessageID, claimed[0].MessageID)
	})
}

func TestADeliveryThatIsOverIsSentAgainAsItWas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		first := claimDeliveries(t, s, webhook)[0]
		_, err := s.ResendWebhookDelivery(t.Context(), first.ID)
		requireError(t, err, store.Conflict, "")
		require.NoError(t, s.WebhookDelivered(t.Context(), first, 200))

		again, err := s.ResendWebhookDelivery(t.Context(), first.ID)
		require.NoError(t, err)
		require.Equal(t, first.MessageID, again.MessageID)
		require.Equal(t, first.Payload, again.Payload)
		require.Zero(t, again.Attempts)
		require.Nil(t, again.DeliveredAt)
		require.Len(t, claimDeliveries(t, s, webhook), 1)

		_, err = s.UpdateWebhook(t.Context(), webhook.ID, store.WebhookUpdate{Active: ptr(false)})
		require.NoError(t, err)
		require.Equal(t, store.WebhookDeliveryFailed, onlyDelivery(t, s, webhook).State)
		require.Empty(t, dueWebhooks(t, s))
		_, err = s.ResendWebhookDelivery(t.Context(), first.ID)
		requireError(t, err, store.Conflict, "")
		_, err = s.ResendWebhookDelivery(t.Context(), first.ID+1)
		requireError(t, err, store.NotFound, "")
	})
}

func TestAnEndpointThatIsDeletedWhileAMessageIsUnderWayHoldsUpNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		claimed := claimDeliveries(t, s, webhook)[0]
		require.NoError(t, s.DeleteWebhook(t.Context(), webhook.ID))
		requireError(t, s.WebhookDelivered(t.Context(), claimed, 200), store.NotFound, "")
		requireError(t, s.WebhookFailed(t.Context(), claimed, store.WebhookFailure{Status: 500}), store.NotFound, "")
	})
}

func TestDeliveriesThatAreOverAreKeptForThirtyDays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		require.NoError(t, s.WebhookDelivered(t.Context(), claimDeliveries(t, s, webhook)[0], 200))
		s.Clock.Advance(30*24*time.Hour - time.Second)
		waiting, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
		require.NoError(t, s.PruneWebhookDeliveries(t.Context()))
		require.Len(t, deliveriesOf(t, s, webhook), 2)
		s.Clock.Advance(31 * 24 * time.Hour)
		require.NoError(t, s.PruneWebhookDeliveries(t.Context()))
		require.Equal(t, waiting.ID, onlyDelivery(t, s, webhook).ID, "what waits is never removed")
	})
}

func TestManySendersOfWebhooksAtOnceLoseAndRepeatNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookTaskCreated)
		customer := s.NewCustomer(t)
		const tasks = 60
		for range tasks {
			s.NewTask(t, customer)
		}
		var mu sync.Mutex
		claims := map[string]int{}
		var sending sync.WaitGroup
		for range 3 {
			sending.Go(func() {
				for {
					claimed, err := s.ClaimWebhookDeliveries(context.Background(), webhook.ID, 4, lease)
					if err != nil {
						t.Error(err)
						return
					}
					for _, delivery := range claimed {
						mu.Lock()
						claims[delivery.MessageID]++
						mu.Unlock()
						if err := s.WebhookDelivered(context.Background(), delivery, 200); err != nil {
							t.Error(err)
						}
					}
					if len(claimed) == 0 {
						return
					}
				}
			})
		}
		sending.Wait()
		require.Len(t, claims, tasks)
		for id, times := range claims {
			require.Equal(t, 1, times, id)
		}
		pending, err := s.PendingWebhookDeliveries(t.Context())
		require.NoError(t, err)
		require.Zero(t, pending)
	})
}
