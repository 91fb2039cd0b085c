package store_test

import (
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

const (
	storeHold = 3 * time.Second // as storetest.Open sets it
	lease     = time.Minute
)

func setStatus(t *testing.T, s *storetest.Store, task store.Task, status store.Status) {
	t.Helper()
	_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: &status})
	require.NoError(t, err)
}

func claim(t *testing.T, s *storetest.Store) []store.Delivery {
	t.Helper()
	deliveries, err := s.ClaimNotifications(t.Context(), 100, lease)
	require.NoError(t, err)
	return deliveries
}

// deliverAll claims and acknowledges everything that is due and returns what was told.
func deliverAll(t *testing.T, s *storetest.Store) []store.NotificationPayload {
	t.Helper()
	var told []store.NotificationPayload
	for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
		for _, delivery := range deliveries {
			require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
			told = append(told, delivery.Notification.Payload)
		}
	}
	return told
}

// newToldTask makes a task whose announcement has been delivered.
func newToldTask(t *testing.T, s *storetest.Store, customer store.Customer) store.Task {
	t.Helper()
	task := s.NewTask(t, customer)
	s.Clock.Advance(storeHold)
	require.Len(t, deliverAll(t, s), 1)
	return task
}

func TestANewTaskAndEachStatusAreTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		require.Empty(t, claim(t, s), "held back")
		s.Clock.Advance(storeHold)

		deliveries := claim(t, s)
		require.Len(t, deliveries, 1)
		require.Equal(t, store.NotificationTaskCreated, deliveries[0].Notification.Kind)
		require.Equal(t, customer.ID, deliveries[0].Customer.ID)
		require.Equal(t, task.ID, deliveries[0].Task.ID)
		require.Equal(t, *customer.TelegramID, deliveries[0].Notification.ChatID)
		require.NoError(t, s.NotificationSent(t.Context(), deliveries[0].Notification.Claim(), 77))

		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusAccepted, To: store.StatusReady}}, deliverAll(t, s))

		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Len(t, all[task.ID], 2)
		require.Equal(t, store.NotificationSent, all[task.ID][0].State)
		require.Equal(t, 77, all[task.ID][0].TelegramMessageID)
		require.NotNil(t, all[task.ID][0].SentAt)
	})
}

func TestWhoHasNoChatIsNotTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		setStatus(t, s, s.NewTask(t, s.NewCustomer(t)), store.StatusReady)
		_, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.False(t, pending)
	})
}

func TestChangesWithinTheHoldBecomeOneMessage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusInProgress)
		s.Clock.Advance(storeHold - time.Millisecond)
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold - time.Millisecond)
		require.Empty(t, claim(t, s), "each change can be undone for the whole hold")
		s.Clock.Advance(time.Millisecond)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusAccepted, To: store.StatusReady}}, deliverAll(t, s))
	})
}

func TestWhatASenderGivesBackUnsentIsToldThoughTheNextChangeComesAtThatMoment(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		for _, delivery := range claim(t, s) { // by a process whose clock is a little ahead, and which stops
			require.NoError(t, s.PostponeNotification(t.Context(), delivery.Notification.Claim(), s.Clock.Now().Add(time.Millisecond), ""))
		}
		setStatus(t, s, task, store.StatusClosed)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{
			{From: store.StatusAccepted, To: store.StatusReady}, {From: store.StatusReady, To: store.StatusClosed},
		}, deliverAll(t, s))
	})
}

func TestAnUndoneChangeIsNotTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusClosed)
		setStatus(t, s, task, store.StatusAccepted)
		s.Clock.Advance(storeHold)
		require.Empty(t, deliverAll(t, s))
	})
}

func TestAChangeAfterTheHoldIsToldByItself(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusInProgress)
		s.Clock.Advance(storeHold)
		setStatus(t, s, task, store.StatusAccepted)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{
			{From: store.StatusAccepted, To: store.StatusInProgress},
			{From: store.StatusInProgress, To: store.StatusAccepted},
		}, deliverAll(t, s))
	})
}

func TestAChangeOfANewTaskWithinTheHoldIsToldInItsAnnouncement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{To: store.StatusReady}}, deliverAll(t, s))
	})
}

func TestADeletedTaskIsNotTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s))
	})
}

func TestOneChatHasOneMessageUnderWayAndKeepsItsOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewRegistered(t), s.NewRegistered(t)
		first, second := s.NewTask(t, anna), s.NewTask(t, anna)
		other := s.NewTask(t, boris)
		s.Clock.Advance(storeHold)

		deliveries := claim(t, s)
		require.Equal(t, []int64{first.ID, other.ID}, taskIDs(deliveries))
		require.Empty(t, claim(t, s))

		require.NoError(t, s.PostponeNotification(t.Context(), deliveries[0].Notification.Claim(), s.Clock.Now().Add(time.Hour), "Too Many Requests: retry after 3600"))
		require.Empty(t, claim(t, s), "the second waits behind the first")
		due, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.True(t, pending)
		requireSame(t, s.Clock.Now().Add(lease), due)

		s.Clock.Advance(time.Hour)
		deliveries = claim(t, s)
		require.Equal(t, []int64{first.ID, other.ID}, taskIDs(deliveries), "the wait is over, and so is the lease")
		require.NoError(t, s.NotificationSent(t.Context(), deliveries[0].Notification.Claim(), 1))
		require.Equal(t, []int64{second.ID}, taskIDs(claim(t, s)))
	})
}

func TestWhatACrashLeftIsClaimedAgainWhenItsLeaseEnds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(storeHold)
		require.Len(t, claim(t, s), 1)
		s.Clock.Advance(lease - time.Microsecond)
		require.Empty(t, claim(t, s))
		s.Clock.Advance(time.Microsecond)
		require.Len(t, claim(t, s), 1)
	})
}

func TestOnlyAttemptsAreCounted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(storeHold)
		notification := claim(t, s)[0].Notification
		require.NoError(t, s.PostponeNotification(t.Context(), notification.Claim(), s.Clock.Now(), "Too Many Requests: retry after 1"))
		notification = claim(t, s)[0].Notification
		require.Equal(t, 0, notification.Attempts)
		require.NoError(t, s.RetryNotification(t.Context(), notification.Claim(), s.Clock.Now(), "Bad Gateway"))
		notification = claim(t, s)[0].Notification
		require.Equal(t, 1, notification.Attempts)
		require.Equal(t, "Bad Gateway", notification.LastError)
		require.NoError(t, s.NotificationFailed(t.Context(), notification.Claim(), "Bad Request: …"))

		require.Empty(t, claim(t, s))
		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, store.NotificationFailed, all[task.ID][0].State)
		require.Equal(t, 2, all[task.ID][0].Attempts)
	})
}

func TestAnUnreachableCustomerIsWrittenToAgainOnceTheyWrite(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		s.NewTask(t, customer)
		s.Clock.Advance(storeHold)
		require.NoError(t, s.NotificationUnreachable(t.Context(), claim(t, s)[0].Notification.Claim(), *customer.TelegramID, "Forbidden: bot was blocked by the user"))
		require.Empty(t, claim(t, s))
		card, err := s.Customer(t.Context(), customer.ID)
		require.NoError(t, err)
		require.NotNil(t, card.UnreachableAt)

		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s))
		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, store.NotificationUnreachable, all[task.ID][1].State, "staff see that it was not told")

		require.NoError(t, s.SetReachable(t.Context(), *customer.TelegramID))
		setStatus(t, s, task, store.StatusClosed)
		s.Clock.Advance(storeHold)
		require.Len(t, claim(t, s), 1)
	})
}

func TestNextNotificationTellsWhenToLook(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.False(t, pending)
		s.NewTask(t, s.NewRegistered(t))
		due, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.True(t, pending)
		requireSame(t, s.Clock.Now().Add(storeHold), due)
	})
}

func TestACommitWakesTheSender(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		select {
		case <-s.Outbox():
			t.Fatal("woken by nothing")
		default:
		}
		s.NewTask(t, s.NewRegistered(t))
		select {
		case <-s.Outbox():
		case <-t.Context().Done():
			t.Fatal("not woken")
		}
	})
}

func TestManySendersAndChangesAtOnceLoseAndRepeatNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const customers, changes = 4, 25
		tasks := make([]store.Task, customers)
		for i := range tasks {
			tasks[i] = newToldTask(t, s, s.NewRegistered(t))
		}
		var changing sync.WaitGroup
		for _, task := range tasks {
			changing.Go(func() {
				for range changes {
					status := store.Statuses()[rand.IntN(4)]
					if _, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: &status}); err != nil {
						t.Error(err)
					}
					s.Clock.Advance(time.Second)
				}
			})
		}
		done := make(chan struct{})
		go func() { changing.Wait(); s.Clock.Advance(storeHold); close(done) }()

		var mu sync.Mutex
		told := map[int64][]store.NotificationPayload{}
		var sending sync.WaitGroup
		for range 3 {
			sending.Go(func() {
				for finished := false; ; {
					deliveries, err := s.ClaimNotifications(t.Context(), 2, lease)
					if err != nil {
						t.Error(err)
						return
					}
					for _, delivery := range deliveries {
						mu.Lock()
						told[delivery.Task.ID] = append(told[delivery.Task.ID], delivery.Notification.Payload)
						mu.Unlock()
						if err := s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1); err != nil {
							t.Error(err)
						}
					}
					if finished && len(deliveries) == 0 {
						return
					}
					select {
					case <-done:
						finished = true
					default:
					}
				}
			})
		}
		sending.Wait()
		for _, task := range tasks {
			status := store.StatusAccepted
			for _, payload := range told[task.ID] {
				require.Equal(t, status, payload.From, "each message goes on where the last one ended")
				status = payload.To
			}
			read, err := s.Task(t.Context(), task.ID)
			require.NoError(t, err)
			require.Equal(t, read.Status, status, "the last message tells the present status")
		}
	})
}

func taskIDs(deliveries []store.Delivery) []int64 {
	var found []int64
	for _, delivery := range deliveries {
		found = append(found, delivery.Task.ID)
	}
	return found
}

func TestStaffSendAFailedMessageAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		s.NewTask(t, customer)
		s.Clock.Advance(storeHold)
		failed := claim(t, s)[0].Notification
		_, err := s.ResendNotification(t.Context(), failed.ID)
		requireError(t, err, store.Conflict, "")
		require.NoError(t, s.NotificationFailed(t.Context(), failed.Claim(), "Bad Request: …"))

		resent, err := s.ResendNotification(t.Context(), failed.ID)
		require.NoError(t, err)
		require.Equal(t, store.NotificationQueued, resent.State)
		require.Len(t, deliverAll(t, s), 1)
		_, err = s.ResendNotification(t.Context(), failed.ID)
		requireError(t, err, store.Conflict, "")
		_, err = s.ResendNotification(t.Context(), failed.ID+1)
		requireError(t, err, store.NotFound, "")
	})
}

func TestTheOutboxTellsHowMuchWaitsAndSinceWhen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		status, err := s.OutboxStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.OutboxStatus{}, status)
		s.NewTask(t, s.NewRegistered(t))
		status, err = s.OutboxStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.OutboxStatus{Pending: 1}, status, "held back, so not late")
		s.Clock.Advance(storeHold + time.Minute)
		status, err = s.OutboxStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.OutboxStatus{Pending: 1, Age: time.Minute}, status)
		_, _, late, err := s.LongestWaiting(t.Context())
		require.NoError(t, err)
		require.False(t, late)
		s.NewTask(t, s.NewRegistered(t))
		s.Clock.Advance(time.Minute)
		status, err = s.OutboxStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.OutboxStatus{Pending: 2, Age: 2 * time.Minute, LateChats: 1}, status)
		longest, age, late, err := s.LongestWaiting(t.Context())
		require.NoError(t, err)
		require.True(t, late)
		require.Equal(t, int64(1), longest.TaskID)
		require.Equal(t, 2*time.Minute, age)
	})
}
