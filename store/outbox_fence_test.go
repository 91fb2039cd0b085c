package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// stateOf reads the only notification of a task.
func stateOf(t *testing.T, s *storetest.Store, task store.Task) store.Notification {
	t.Helper()
	all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	require.Len(t, all[task.ID], 1)
	return all[task.ID][0]
}

func TestWhatALateSenderSaysChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		s.Clock.Advance(storeHold)
		frozen := claim(t, s)[0].Notification.Claim()
		s.Clock.Advance(lease)
		present := claim(t, s)[0].Notification.Claim()
		require.Greater(t, present.Fence, frozen.Fence)

		late := map[string]func() error{
			"sent":        func() error { return s.NotificationSent(t.Context(), frozen, 1) },
			"failed":      func() error { return s.NotificationFailed(t.Context(), frozen, "Bad Request") },
			"retry":       func() error { return s.RetryNotification(t.Context(), frozen, s.Clock.Now(), "Bad Gateway") },
			"postponed":   func() error { return s.PostponeNotification(t.Context(), frozen, s.Clock.Now(), "") },
			"unanswered":  func() error { return s.NotificationUnanswered(t.Context(), frozen, s.Clock.Now(), "EOF") },
			"panicked":    func() error { return s.NotificationPanicked(t.Context(), frozen, s.Clock.Now()) },
			"unreachable": func() error { return s.NotificationUnreachable(t.Context(), frozen, *customer.TelegramID, "Forbidden") },
		}
		for name, end := range late {
			require.ErrorIs(t, end(), store.ErrClaimLost, name)
			require.Equal(t, store.NotificationSending, stateOf(t, s, task).State, name)
		}
		require.NoError(t, s.NotificationSent(t.Context(), present, 77))
		for name, end := range late {
			require.ErrorIs(t, end(), store.ErrClaimLost, name)
			require.Equal(t, store.NotificationSent, stateOf(t, s, task).State, name)
			require.Equal(t, 77, stateOf(t, s, task).TelegramMessageID, name)
		}
		card, err := s.Customer(t.Context(), customer.ID)
		require.NoError(t, err)
		require.Nil(t, card.UnreachableAt)
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		for name, end := range late {
			requireError(t, end(), store.NotFound, "")
			require.NotErrorIs(t, end(), store.ErrClaimLost, name)
		}
	})
}

func TestWhatALateSenderOfWebhooksSaysChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		frozen := claimDeliveries(t, s, webhook)[0]
		s.Clock.Advance(lease)
		present := claimDeliveries(t, s, webhook)[0]
		require.Greater(t, present.Fence, frozen.Fence)
		late := []func() error{
			func() error {
				return s.WebhookFailed(t.Context(), frozen, store.WebhookFailure{Status: 410, Gone: true})
			},
			func() error { return s.WebhookDelivered(t.Context(), frozen, 200) },
			func() error { return s.WebhookPostponed(t.Context(), frozen) },
			func() error { return s.WebhookPanicked(t.Context(), frozen, s.Clock.Now()) },
		}
		for _, end := range late {
			require.ErrorIs(t, end(), store.ErrClaimLost)
			require.Equal(t, store.WebhookDeliverySending, onlyDelivery(t, s, webhook).State)
		}
		require.NoError(t, s.WebhookDelivered(t.Context(), present, 204))
		for _, end := range late {
			require.ErrorIs(t, end(), store.ErrClaimLost)
			require.Equal(t, store.WebhookDeliveryDelivered, onlyDelivery(t, s, webhook).State)
			require.Equal(t, 204, onlyDelivery(t, s, webhook).LastStatus)
		}
		require.True(t, readWebhook(t, s, webhook.ID).Active)
	})
}

func TestADeliveryThatWasGivenUpWhileItWasUnderWayIsDeliveredIfItWas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := queueDelivery(t, s)
		claimed := claimDeliveries(t, s, webhook)[0]
		_, err := s.UpdateWebhook(t.Context(), webhook.ID, store.WebhookUpdate{Active: ptr(false)})
		require.NoError(t, err)
		require.NoError(t, s.WebhookFailed(t.Context(), claimed, store.WebhookFailure{Status: 500}))
		require.Equal(t, store.WebhookDeliveryFailed, onlyDelivery(t, s, webhook).State)
		require.NoError(t, s.WebhookDelivered(t.Context(), claimed, 200))
		require.Equal(t, store.WebhookDeliveryDelivered, onlyDelivery(t, s, webhook).State)
	})
}

func TestWhatASenderStillHasInHandIsNotClaimedAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewTask(t, s.NewRegistered(t))
		webhook := queueDelivery(t, s)
		s.Clock.Advance(storeHold)
		first, delivery := claim(t, s)[0].Notification, claimDeliveries(t, s, webhook)[0]
		s.Clock.Advance(lease)
		again, err := s.ClaimNotifications(t.Context(), 10, lease, first.ID)
		require.NoError(t, err)
		require.Empty(t, again)
		deliveries, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 10, lease, delivery.ID)
		require.NoError(t, err)
		require.Empty(t, deliveries)
		require.NoError(t, s.NotificationSent(t.Context(), first.Claim(), 1), "late, and nobody else had it")
		require.NoError(t, s.WebhookDelivered(t.Context(), delivery, 200))
	})
}

func TestAMessageWhoseAnswersAreLostIsSentThreeTimesAndThenUnknown(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		first, second := s.NewTask(t, customer), s.NewTask(t, customer)
		webhook := s.NewWebhook(t, store.WebhookNotificationFailed)
		s.Clock.Advance(storeHold)
		for try := range 3 {
			claimed := claim(t, s)
			require.Equal(t, []int64{first.ID}, taskIDs(claimed))
			require.Equal(t, try, claimed[0].Notification.Unanswered)
			require.NoError(t, s.NotificationUnanswered(t.Context(), claimed[0].Notification.Claim(), s.Clock.Now(), "telegram: EOF"))
		}
		unknown := stateOf(t, s, first)
		require.Equal(t, store.NotificationUnknown, unknown.State)
		require.Equal(t, "telegram: EOF", unknown.LastError)
		require.Equal(t, []int64{second.ID}, taskIDs(claim(t, s)), "the chat goes on after it")
		require.Contains(t, onlyDelivery(t, s, webhook).Payload, `"state":"UNKNOWN"`)

		resent, err := s.ResendNotification(t.Context(), unknown.ID)
		require.NoError(t, err)
		require.Equal(t, store.NotificationQueued, resent.State)
		require.Zero(t, resent.Unanswered)
	})
}

func TestAMessageOverWhichTheSenderPanicsIsPutAsideAfterThree(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		webhook := s.NewWebhook(t, store.WebhookCustomerDeleted)
		_, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		for range 3 {
			require.NoError(t, s.NotificationPanicked(t.Context(), claim(t, s)[0].Notification.Claim(), s.Clock.Now()))
			require.NoError(t, s.WebhookPanicked(t.Context(), claimDeliveries(t, s, webhook)[0], s.Clock.Now()))
		}
		require.Empty(t, claim(t, s))
		require.Empty(t, claimDeliveries(t, s, webhook))
		notification, delivery := stateOf(t, s, task), onlyDelivery(t, s, webhook)
		require.Equal(t, store.NotificationFailed, notification.State)
		require.Equal(t, store.WebhookDeliveryFailed, delivery.State)
		require.Contains(t, notification.LastError, "its log says why")
		require.Equal(t, notification.LastError, delivery.LastError)
	})
}

func TestAReasonInAnyBytesCanBeRecorded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(storeHold)
		reason := "\x00 Плохо \xff" + strings.Repeat("ж", 1000)
		require.NoError(t, s.NotificationFailed(t.Context(), claim(t, s)[0].Notification.Claim(), reason))
		require.True(t, strings.HasPrefix(stateOf(t, s, task).LastError, " Плохо \ufffdжж"))
		require.LessOrEqual(t, len(stateOf(t, s, task).LastError), 500)
	})
}

func TestAMessageIsAsOldAsItsFirstDueTimeHoweverOftenItIsTried(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(storeHold)
		for minute := range 7 {
			claimed := claim(t, s)[0].Notification
			require.NoError(t, s.RetryNotification(t.Context(), claimed.Claim(), s.Clock.Now().Add(time.Minute), "Internal Server Error"))
			status, err := s.OutboxStatus(t.Context())
			require.NoError(t, err)
			require.Equal(t, time.Duration(minute)*time.Minute, status.Age)
			s.Clock.Advance(time.Minute)
		}
	})
}
