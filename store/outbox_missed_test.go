package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestWhoComesBackIsToldTheNewestStateOfEachOpenTaskOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		repair, unchanged, closed, told := newToldTask(t, s, customer), newToldTask(t, s, customer), newToldTask(t, s, customer), newToldTask(t, s, customer)
		setStatus(t, s, repair, store.StatusInProgress)
		s.Clock.Advance(storeHold)
		require.NoError(t, s.NotificationUnreachable(t.Context(), claim(t, s)[0].Notification.Claim(), *customer.TelegramID, "Forbidden"))
		for _, change := range []struct {
			task   store.Task
			status store.Status
		}{
			{unchanged, store.StatusReady}, {unchanged, store.StatusAccepted}, // back to what they know
			{closed, store.StatusClosed},
			{repair, store.StatusReady},
		} {
			s.Clock.Advance(storeHold)
			setStatus(t, s, change.task, change.status)
		}
		fresh := s.NewTask(t, customer)
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s))

		require.NoError(t, s.SetReachable(t.Context(), *customer.TelegramID))
		require.NoError(t, s.SetReachable(t.Context(), *customer.TelegramID), "and once is enough")
		require.Empty(t, claim(t, s), "under the usual hold")
		s.Clock.Advance(storeHold)
		var tasks []int64
		var statuses []store.Status
		for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
			require.Len(t, deliveries, 1)
			require.NoError(t, s.NotificationSent(t.Context(), deliveries[0].Notification.Claim(), 1))
			tasks = append(tasks, deliveries[0].Task.ID)
			statuses = append(statuses, deliveries[0].Notification.Payload.To)
		}
		require.Equal(t, []int64{repair.ID, fresh.ID}, tasks, "in the order in which they were written")
		require.Equal(t, []store.Status{store.StatusReady, store.StatusAccepted}, statuses)

		require.NoError(t, s.SetUnreachable(t.Context(), *customer.TelegramID, s.Clock.Now()))
		require.NoError(t, s.SetReachable(t.Context(), *customer.TelegramID))
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s), "nothing was missed this time")
		require.NotZero(t, told.ID)
	})
}

func TestARefusalThatIsRecordedAfterTheCustomerCameBackDoesNotMakeThemUnreachable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		chat := *customer.TelegramID
		reachable := func() bool {
			card, err := s.Customer(t.Context(), customer.ID)
			require.NoError(t, err)
			return card.UnreachableAt == nil
		}
		first, second := s.NewTask(t, customer), s.NewTask(t, customer)
		s.Clock.Advance(storeHold)
		refused := claim(t, s)[0].Notification
		began := s.Clock.Now()
		s.Clock.Advance(time.Second)
		require.NoError(t, s.SetReachable(t.Context(), chat))
		s.Clock.Advance(time.Second)
		require.NoError(t, s.SetUnreachable(t.Context(), chat, began), "an answer that was refused is old as well")
		require.True(t, reachable())
		require.NoError(t, s.NotificationUnreachable(t.Context(), refused.Claim(), chat, "Forbidden"))
		require.True(t, reachable())

		again := claim(t, s)
		require.Equal(t, []int64{first.ID}, taskIDs(again), "it is sent again, in its order")
		require.NoError(t, s.NotificationSent(t.Context(), again[0].Notification.Claim(), 1))
		last := claim(t, s)
		require.Equal(t, []int64{second.ID}, taskIDs(last))
		require.NoError(t, s.NotificationUnreachable(t.Context(), last[0].Notification.Claim(), chat, "Forbidden"))
		require.False(t, reachable(), "what began since counts")
	})
}

func TestWhatWasMissedIsToldInTheNewChatOfTheCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		require.NoError(t, s.SetUnreachable(t.Context(), *customer.TelegramID, s.Clock.Now()))
		setStatus(t, s, task, store.StatusReady)
		chat := *customer.TelegramID + 1
		_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{TelegramID: &chat})
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		claimed := claim(t, s)
		require.Len(t, claimed, 1)
		require.Equal(t, chat, claimed[0].Notification.ChatID)
		require.Equal(t, store.StatusReady, claimed[0].Notification.Payload.To)
	})
}
