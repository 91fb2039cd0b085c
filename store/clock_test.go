package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestWhatWasQueuedWhileTheClockWasADayAheadDoesNotWaitADay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookTaskCreated)
		customer := s.NewRegistered(t)
		s.Clock.Advance(24 * time.Hour)
		s.NewTask(t, customer)
		s.Clock.Advance(-24 * time.Hour)
		claim := func() int {
			deliveries, err := s.ClaimNotifications(t.Context(), 10, time.Minute)
			require.NoError(t, err)
			return len(deliveries)
		}
		s.Clock.Advance(time.Hour)
		require.Zero(t, claim(), "it would wait a day")
		moved, err := s.FollowClock(t.Context())
		require.NoError(t, err)
		require.Equal(t, 2, moved)
		moved, err = s.FollowClock(t.Context())
		require.NoError(t, err)
		require.Zero(t, moved, "once")
		require.Zero(t, claim(), "the hold is kept")
		s.Clock.Advance(storeHold)
		require.Equal(t, 1, claim())
		due, err := s.PendingWebhookDeliveries(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, due)
		claimed, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 10, time.Minute)
		require.NoError(t, err)
		require.Len(t, claimed, 1)
	})
}
