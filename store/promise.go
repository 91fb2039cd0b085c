package store

import (
	"context"
	"strconv"
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
// ready there is nothing more to promise; but that can be undone, so that what waits to be sent waits until it cannot, and then
// is dropped: see dropPromise. The customer's row is locked.
func (t *tx) tellPromise(ctx context.Context, customer *Customer, previous, task Task) error {
	if customer == nil || customer.TelegramID == nil {
		return nil
	}
	over := isOver(task.Status)
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
	case len(held) > 0 && sameTime(held[0].Payload.PromisedBefore, task.PromisedAt):
		return t.deleteNotifications(ctx, "id = ?", held[0].ID)
	case len(held) > 0:
		moved := &held[0]
		moved.Payload.Promised = task.PromisedAt
		if !over {
			moved.Payload.To = task.Status
		}
		moved.queueAgain(t.now.Add(t.store.hold), t.now)
		t.queued = true
		t.changed(SubjectNotification, Updated, moved.ID)
		_, err := t.NewUpdate().Model(moved).WherePK().Exec(ctx)
		return wrap(err, "change held notification of a promise")
	}
	told := NotificationPayload{To: task.Status, Promised: task.PromisedAt, PromisedBefore: previous.PromisedAt}
	switch {
	case over && (isOver(previous.Status) || sameTime(previous.PromisedAt, task.PromisedAt)):
		return nil
	case over:
		told.To = previous.Status // which it has again where it is told
	}
	return t.tell(ctx, customer, task, NotificationPromiseMoved, told)
}

// isOver tells that of a task there is nothing to promise any more.
func isOver(status Status) bool { return status == StatusReady || status == StatusClosed }

// dropPromise removes a claimed message on the promise of a task that is over.
func (s *Store) dropPromise(ctx context.Context, claim Claim) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		tx.queued = true // what waits behind it in the chat can go
		return tx.deleteNotifications(ctx, "state = 'sending' AND fence = "+strconv.FormatInt(claim.Fence, 10)+" AND id = ?", claim.ID)
	})
}
