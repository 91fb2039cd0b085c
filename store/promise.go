package store

import (
	"context"
	"time"
)

// A promise is until when a task is to be ready. Midnight in the business's zone is the whole of the day that begins then; any
// other moment is that moment.

// These years bound a promise: what lies outside is a slip, and TasksPromisedFirst has its own year for no promise.
const firstPromiseYear, lastPromiseYear = 2000, 9998

// noPromise stands, in the order of promises, for a task without one. It is written as the index tasks_open_promise has it.
const noPromise = "'9999-12-31 00:00:00+00:00'"

var noPromiseAt = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// IsWholeDay tells whether a promise, in the business's zone, is by the day and not by the hour.
func IsWholeDay(promised time.Time) bool {
	return beginning(promised, promised.Location()).Equal(promised)
}

// OverdueFrom is the moment from which a promise is broken: the promised one, or the end of the promised day.
func (s *Store) OverdueFrom(promised time.Time) time.Time {
	if local := promised.In(s.location); IsWholeDay(local) {
		_, end := s.DayOf(promised).bounds(s.location)
		return end
	}
	return promised
}

// checkPromise gives a promise as it is kept; the zero time is none.
func checkPromise(at *time.Time) (*time.Time, error) {
	if at == nil || at.IsZero() {
		return nil, nil
	}
	promised := at.UTC().Truncate(time.Microsecond)
	if promised.Year() < firstPromiseYear || promised.Year() > lastPromiseYear {
		return nil, errInvalid("promisedTime", "Promise a day between %d and %d.", firstPromiseYear, lastPromiseYear)
	}
	return &promised, nil
}

// setOverdue notes from when the task is overdue. What is ready keeps nobody waiting.
func (s *Store) setOverdue(task *Task) {
	task.OverdueAt = nil
	if task.PromisedAt != nil && (task.Status == StatusAccepted || task.Status == StatusInProgress) {
		overdue := s.OverdueFrom(*task.PromisedAt)
		task.OverdueAt = &overdue
	}
}

// promiseText is a promise as a line of the history has it, in the business's zone.
func (s *Store) promiseText(promised *time.Time) string {
	if promised == nil {
		return ""
	}
	return promised.In(s.location).Format(time.RFC3339)
}

func sameTime(a, b *time.Time) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// tellPromise tells the customer of a promise that was made, moved or taken back after the task was; what still waits to be sent is
// changed, or dropped if nothing has moved in the end. The message on the new task tells the promise as it then is. Once the task is
// ready there is nothing more to promise. The customer's row is locked.
func (t *tx) tellPromise(ctx context.Context, customer *Customer, previous, task Task) error {
	if customer == nil || customer.TelegramID == nil {
		return nil
	}
	over := task.Status == StatusReady || task.Status == StatusClosed
	if sameTime(previous.PromisedAt, task.PromisedAt) && (!over || task.PromisedAt == nil || previous.Status == task.Status) {
		return nil
	}
	var held []Notification
	err := t.forUpdate(t.NewSelect().Model(&held).Where("task_id = ?", task.ID).
		Where("kind IN (?, ?)", NotificationTaskCreated, NotificationPromiseMoved).Where(heldBack+"?", t.now).
		Order("id DESC").Limit(1)).Scan(ctx)
	switch {
	case err != nil:
		return wrap(err, "look for a held notification of a promise")
	case len(held) > 0 && held[0].Kind == NotificationTaskCreated:
		return nil
	case len(held) > 0 && (over || sameTime(held[0].Payload.PromisedBefore, task.PromisedAt)):
		return t.deleteNotifications(ctx, "id = ?", held[0].ID)
	case over:
		return nil
	case len(held) > 0:
		moved := &held[0]
		moved.Payload.To, moved.Payload.Promised = task.Status, task.PromisedAt
		moved.queueAgain(t.now.Add(t.store.hold), t.now)
		t.queued = true
		t.changed(SubjectNotification, Updated, moved.ID)
		_, err := t.NewUpdate().Model(moved).WherePK().Exec(ctx)
		return wrap(err, "change held notification of a promise")
	}
	return t.tell(ctx, customer, task, NotificationPromiseMoved,
		NotificationPayload{To: task.Status, Promised: task.PromisedAt, PromisedBefore: previous.PromisedAt})
}
