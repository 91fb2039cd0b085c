package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// The clock of the tests begins on Monday 2026-03-02, at noon in Moscow.
var (
	thursday   = time.Date(2026, 3, 4, 21, 0, 0, 0, time.UTC) // midnight in Moscow: the whole of 5 March
	friday     = time.Date(2026, 3, 5, 21, 0, 0, 0, time.UTC)
	todayAtSix = time.Date(2026, 3, 2, 15, 0, 0, 0, time.UTC)
)

func promise(t *testing.T, s *storetest.Store, id int64, at time.Time) store.Task {
	t.Helper()
	task, err := s.UpdateTask(t.Context(), system, id, store.TaskUpdate{PromisedAt: &at})
	require.NoError(t, err)
	return task
}

func moveTo(t *testing.T, s *storetest.Store, id int64, status store.Status) store.Task {
	t.Helper()
	task, err := s.UpdateTask(t.Context(), system, id, store.TaskUpdate{Status: &status})
	require.NoError(t, err)
	return task
}

func idsOfPage(t *testing.T, s *storetest.Store, filter store.TaskFilter, order store.TaskOrder, r store.PageRequest) []int64 {
	t.Helper()
	page, err := s.TaskPage(t.Context(), filter, order, r)
	require.NoError(t, err)
	ids := []int64{}
	for _, task := range page.Rows {
		ids = append(ids, task.ID)
	}
	return ids
}

func TestADayThatIsPromisedIsOverdueWhenItEndsAndAnHourWhenItComes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		byDay, byHour := s.NewTask(t, customer), s.NewTask(t, customer)
		requireSame(t, friday, *promise(t, s, byDay.ID, thursday).OverdueAt)
		requireSame(t, todayAtSix, *promise(t, s, byHour.ID, todayAtSix).OverdueAt)

		overdue := store.TaskFilter{Overdue: ptr(true)}
		find := func() []int64 {
			return idsOfPage(t, s, overdue, store.TasksPromisedFirst, store.PageRequest{Limit: 10})
		}
		require.Empty(t, find())
		s.Clock.Advance(6 * time.Hour)
		require.Equal(t, []int64{byHour.ID}, find())
		s.Clock.Advance(4 * 24 * time.Hour)
		require.Equal(t, []int64{byHour.ID, byDay.ID}, find())
		others, err := s.CountTasks(t.Context(), store.TaskFilter{Overdue: ptr(false)})
		require.NoError(t, err)
		require.Zero(t, others)

		ready := moveTo(t, s, byHour.ID, store.StatusReady)
		require.Nil(t, ready.OverdueAt, "what is ready keeps nobody waiting")
		requireSame(t, todayAtSix, *ready.PromisedAt)
		require.Equal(t, []int64{byDay.ID}, find())
		_, err = s.UndoStatus(t.Context(), system, byHour.ID)
		require.NoError(t, err)
		require.Equal(t, []int64{byHour.ID, byDay.ID}, find())
		require.Nil(t, promise(t, s, byHour.ID, time.Time{}).PromisedAt)
		require.Equal(t, []int64{byDay.ID}, find())
	})
}

func TestOpenTasksAreReadInTheOrderOfTheirPromisesAndThenThoseWithoutOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		var ids []int64
		for _, at := range []time.Time{{}, friday, {}, thursday, todayAtSix} {
			task := s.NewTask(t, customer)
			promise(t, s, task.ID, at)
			ids = append(ids, task.ID)
		}
		open := store.TaskFilter{Statuses: []store.Status{store.StatusAccepted, store.StatusInProgress, store.StatusReady}}
		ordered := []int64{ids[4], ids[3], ids[1], ids[0], ids[2]}
		require.Equal(t, ordered, idsOfPage(t, s, open, store.TasksPromisedFirst, store.PageRequest{Limit: 10}))
		require.Equal(t, ordered[3:], idsOfPage(t, s, open, store.TasksPromisedFirst, store.PageRequest{Limit: 2, FromEnd: true}))
		var read []int64
		for r := (store.PageRequest{Limit: 2}); ; {
			page, err := s.TaskPage(t.Context(), open, store.TasksPromisedFirst, r)
			require.NoError(t, err)
			for _, task := range page.Rows {
				read = append(read, task.ID)
				r.After = ptr(store.TasksPromisedFirst.Cursor(task))
			}
			if !page.HasMore {
				break
			}
		}
		require.Equal(t, ordered, read)
		pages, _, err := s.TaskPagesByCustomer(t.Context(), []int64{customer.ID}, open, store.TasksPromisedFirst, store.PageRequest{Limit: 1}, 10)
		require.NoError(t, err)
		require.Equal(t, ids[4], pages[customer.ID].Rows[0].ID)

		promised := store.TaskFilter{Promised: store.Interval{From: thursday, To: friday}}
		require.Equal(t, []int64{ids[3]}, idsOfPage(t, s, promised, store.TasksNewestFirst, store.PageRequest{Limit: 10}))
	})
}

func TestAPromiseIsAMomentWithinReason(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewCustomer(t))
		for _, at := range []time.Time{time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)} {
			_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{PromisedAt: &at})
			requireError(t, err, store.Invalid, "promisedTime")
			_, err = s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), PromisedAt: &at})
			requireError(t, err, store.Invalid, "promisedTime")
		}
	})
}

// messagesOf are the messages that wait for a customer's chat, by kind and promise.
func messagesOf(t *testing.T, s *storetest.Store, taskID int64) []string {
	t.Helper()
	byTask, err := s.NotificationsByTask(t.Context(), []int64{taskID})
	require.NoError(t, err)
	lines := []string{}
	for _, n := range byTask[taskID] {
		line := string(n.Kind)
		if n.Payload.Promised != nil {
			line += " " + n.Payload.Promised.UTC().Format(time.RFC3339)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAPromiseThatIsMovedIsToldUnderTheHold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, PromisedAt: &thursday})
		require.NoError(t, err)
		promise(t, s, task.ID, friday)
		require.Equal(t, []string{"task_created"}, messagesOf(t, s, task.ID), "the message on the new task tells the promise")
		s.Clock.Advance(storeHold)
		deliverAll(t, s)

		promise(t, s, task.ID, thursday)
		promise(t, s, task.ID, todayAtSix)
		require.Equal(t, []string{"task_created", "promise_moved 2026-03-02T15:00:00Z"}, messagesOf(t, s, task.ID))
		promise(t, s, task.ID, friday)
		require.Equal(t, []string{"task_created"}, messagesOf(t, s, task.ID), "in the end nothing has moved")
		promise(t, s, task.ID, time.Time{})
		require.Equal(t, []string{"task_created", "promise_moved"}, messagesOf(t, s, task.ID))
		s.Clock.Advance(storeHold)
		deliverAll(t, s)

		promise(t, s, task.ID, thursday)
		moveTo(t, s, task.ID, store.StatusClosed)
		s.Clock.Advance(storeHold)
		require.Empty(t, deliverAll(t, s))
		deliverAll(t, s)
		require.Equal(t, []string{"task_created", "promise_moved", "status_changed"}, messagesOf(t, s, task.ID), "nothing is promised of what is closed")
		promise(t, s, task.ID, friday)
		require.Equal(t, []string{"task_created", "promise_moved", "status_changed"}, messagesOf(t, s, task.ID))

		require.Equal(t, []string{
			"system created:  > ACCEPTED", "system promise: 2026-03-05T00:00:00+03:00 > 2026-03-06T00:00:00+03:00",
		}, history(t, s, task.ID)[:2])
	})
}

func TestAPromiseThatIsMovedIsToldAlsoWhereReadyWasASlip(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		told := func() (kinds []store.NotificationKind) {
			for range 3 {
				for _, delivery := range claim(t, s) {
					require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
					kinds = append(kinds, delivery.Notification.Kind)
				}
			}
			return kinds
		}
		task := newToldTask(t, s, s.NewRegistered(t))
		promise(t, s, task.ID, friday)
		s.Clock.Advance(storeHold - time.Second)
		moveTo(t, s, task.ID, store.StatusReady)
		s.Clock.Advance(storeHold - time.Second)
		require.Empty(t, told(), "as long as it can be undone, nothing is dropped")
		_, err := s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationKind{store.NotificationPromiseMoved}, told())

		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{PromisedAt: &thursday, Status: ptr(store.StatusReady)})
		require.NoError(t, err)
		_, err = s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationKind{store.NotificationPromiseMoved}, told(), "moved together with the slip")

		promise(t, s, task.ID, friday)
		moveTo(t, s, task.ID, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationKind{store.NotificationStatusChanged}, told(), "what is ready is no promise any more")
	})
}
