package store

import (
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"
)

// ReminderKind says what a reminder is about.
type ReminderKind string

const (
	ReminderReadyWaits       ReminderKind = "ready_waits"       // to the customer: what is ready was not picked up
	ReminderRating           ReminderKind = "rating"            // to the customer: asks how the work was
	ReminderEstimate         ReminderKind = "estimate"          // to the customer: an estimate waits for their answer
	ReminderPromisedTomorrow ReminderKind = "promised_tomorrow" // to the employee
	ReminderOverdue          ReminderKind = "overdue"           // to webhooks: a promise is broken
	ReminderDigest           ReminderKind = "digest"            // to staff, in the morning; of no task
)

// Reminder is what is to be said when a time has come. It is made in the transaction of its cause. Whether its cause
// still holds is looked at when it is due, under the lock of the task: one whose task has another status by then is
// deleted, and one that an undo brings back is still there.
type Reminder struct {
	bun.BaseModel `bun:"table:reminders,alias:r"`
	ID            int64 `bun:",pk,autoincrement"`
	Kind          ReminderKind
	TaskID        *int64
	Step          int        // of a series, from 0
	DueAt         *time.Time // nil for what must not be said any more
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// ReminderEnd is what became of a reminder that was due.
type ReminderEnd string

const (
	ReminderSent    ReminderEnd = "sent"    // it is in the outbox
	ReminderDropped ReminderEnd = "dropped" // it was due for more than a day
	ReminderNobody  ReminderEnd = "nobody"  // there is nobody to tell, or the shop does not want it
	ReminderGone    ReminderEnd = "gone"    // its cause does not hold any more
)

// EndedReminder is a reminder that was due, and what became of it.
type EndedReminder struct {
	Reminder
	End ReminderEnd
}

const (
	// reminderDelay is for how long a reminder may be due. One that was not said by then is dropped: after an outage of
	// days nobody wants to hear all of it at once.
	reminderDelay = 24 * time.Hour
	// remindersTogether is how many are looked for at once.
	remindersTogether = 100
)

// atAnyHour are the kinds that do not wait for the shop's waking hours: the digest has its own hour, and programs do not sleep.
var atAnyHour = []ReminderKind{ReminderOverdue, ReminderDigest}

// EndDueReminders ends the reminders that are due, at most a hundred, and tells what became of each. The message of a
// reminder is written in the transaction that ends it, so it comes once, whoever else does the same. Outside of the
// shop's waking hours what is for people waits.
func (s *Store) EndDueReminders(ctx context.Context) ([]EndedReminder, error) {
	shop, err := s.Shop(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.scheduleDigest(ctx, shop); err != nil {
		return nil, err
	}
	var due []Reminder
	query := s.read.NewSelect().Model(&due).Where("due_at <= ?", s.now()).Order("due_at", "id").Limit(remindersTogether)
	if !shop.Waking.Contain(s.now().In(s.location)) {
		query.Where("kind IN (?)", bun.List(atAnyHour))
	}
	if err := query.Scan(ctx); err != nil {
		return nil, wrap(err, "look for reminders that are due")
	}
	var all []EndedReminder
	var failed []error
	for _, reminder := range due {
		ended, err := s.endReminder(ctx, shop, reminder)
		if err != nil {
			failed = append(failed, err)
		}
		if ended != nil {
			all = append(all, *ended)
		}
	}
	return all, errors.Join(failed...)
}

// endReminder ends a reminder, if nobody else has done that since it was read.
func (s *Store) endReminder(ctx context.Context, shop Shop, read Reminder) (ended *EndedReminder, err error) {
	var queues map[Queue][]queued
	if read.Kind == ReminderDigest { // read before anything is locked, because that takes a while
		if queues, err = s.queues(ctx, shop.StaleDays); err != nil {
			return nil, err
		}
	}
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			ended = nil
			var customer *Customer
			var task Task
			if read.TaskID != nil {
				if customer, task, err = tx.lockTask(ctx, *read.TaskID); err != nil {
					return unlessNotFound(err)
				}
			}
			var locked []Reminder
			if err := tx.forUpdate(tx.NewSelect().Model(&locked).Where("id = ?", read.ID).Where("due_at <= ?", tx.now)).Scan(ctx); err != nil {
				return wrap(err, "lock a reminder")
			}
			for _, reminder := range locked {
				end, err := tx.endReminder(ctx, shop, reminder, customer, task, queues)
				if err != nil {
					return err
				}
				ended = &EndedReminder{reminder, end}
			}
			return nil
		})
	})
	return ended, wrap(err, "end a reminder of kind "+string(read.Kind))
}

// endReminder ends a locked reminder of a locked task; queues are those of the digest.
func (t *tx) endReminder(
	ctx context.Context, shop Shop, reminder Reminder, customer *Customer, task Task, queues map[Queue][]queued,
) (ReminderEnd, error) {
	late := t.now.Sub(*reminder.DueAt) > reminderDelay
	switch reminder.Kind {
	case ReminderReadyWaits:
		return t.endReadyWaits(ctx, shop.Reminders, late, reminder, customer, task)
	case ReminderRating:
		return t.endRating(ctx, shop.Rating, late, reminder, customer, task)
	case ReminderEstimate:
		return t.endEstimateNudge(ctx, shop.Reminders, late, reminder, customer, task)
	case ReminderPromisedTomorrow:
		return t.endPromisedTomorrow(ctx, reminder, task)
	case ReminderOverdue:
		return t.endOverdue(ctx, late, reminder, customer, task)
	}
	return t.endDigest(ctx, shop, reminder, queues)
}

// tellDue tells a customer what is due, unless that is too late, not wanted by the shop, or they cannot be told.
func (t *tx) tellDue(
	ctx context.Context, wanted, late bool, customer *Customer, task Task, kind NotificationKind, payload NotificationPayload,
) (ReminderEnd, error) {
	switch {
	case late:
		return ReminderDropped, nil
	case !wanted || !customer.canBeTold():
		return ReminderNobody, nil
	}
	return ReminderSent, t.tell(ctx, customer, task, kind, payload)
}

// RemindersByTask finds the reminders of a kind about many tasks with one statement; a task that has none is left out.
func (s *Store) RemindersByTask(ctx context.Context, kind ReminderKind, taskIDs []int64) (map[int64]*Reminder, error) {
	var reminders []Reminder
	err := s.read.NewSelect().Model(&reminders).Where("task_id IN (?)", bun.List(taskIDs)).Where("kind = ?", kind).Scan(ctx)
	return byID(reminders, func(r *Reminder) int64 { return *r.TaskID }), wrap(err, "read reminders of tasks")
}

// isReminder tells messages to customers that come by themselves, when a time has come.
func (k NotificationKind) isReminder() bool {
	return k == NotificationReadyWaits || k == NotificationRating || k == NotificationEstimateNudge
}

// tooLate is why what has waited in the outbox for longer than reminderDelay is not sent.
const tooLate = "It waited for more than a day."

// checkReminder looks at a reminder that has waited in the outbox, as in an outage of Telegram: after a day it is not sent any
// more, and in the night it comes without a sound.
func (s *Store) checkReminder(ctx context.Context, delivery *Delivery) error {
	shop, err := s.Shop(ctx)
	if err != nil {
		return err
	}
	now := s.now()
	delivery.Silent = !shop.Waking.Contain(now.In(s.location))
	if now.Sub(delivery.Notification.FirstDue) > reminderDelay && delivery.Notification.TelegramMessageID == 0 {
		delivery.Refusal = tooLate
	}
	return nil
}

// remindOf makes the reminders that a task's new status causes, and takes back what waits to be sent because of the one
// before. What an undo brings back goes on as it was.
func (t *tx) remindOf(ctx context.Context, previous, task Task, undo bool) error {
	cancelled := map[Status]NotificationKind{StatusReady: NotificationReadyWaits, StatusClosed: NotificationRating}[previous.Status]
	if cancelled != "" {
		unsent, err := t.cancelNotifications(ctx, cancelled, task.ID)
		if err != nil {
			return err
		}
		if unsent && cancelled == NotificationRating {
			if err := t.unaskRating(ctx, task.ID); err != nil {
				return err
			}
		}
	}
	switch task.Status {
	case StatusReady:
		return t.remindOfReady(ctx, task, undo)
	case StatusClosed:
		if err := t.cancelNudges(ctx, task.ID); err != nil {
			return err
		}
		return t.remind(ctx, ReminderRating, task.ID, 0, t.daysAfter(*task.ClosedAt, ratingAfter), undo)
	}
	return nil
}

// remind makes a reminder, in the place of one of the same kind about the same task, unless that is to be kept. One that would
// be due already is not made.
func (t *tx) remind(ctx context.Context, kind ReminderKind, taskID int64, step int, due time.Time, keep bool) error {
	if !due.After(t.now) {
		return nil
	}
	then := "UPDATE SET step = excluded.step, due_at = excluded.due_at, updated_at = excluded.updated_at"
	if keep {
		then = "NOTHING"
	}
	return t.atEnd(ctx, batched{
		statement: statement{`INSERT INTO reminders (kind, task_id, step, due_at, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
			ON CONFLICT (task_id, kind) DO ` + then, []any{string(kind), taskID, step, due, t.now}},
		onError: attempting("make a reminder of kind " + string(kind)),
	})
}

// lockReminder locks a task's reminder of a kind; nil for none. The task's row is locked.
func (t *tx) lockReminder(ctx context.Context, taskID int64, kind ReminderKind) (*Reminder, error) {
	var found []Reminder
	err := t.forUpdate(t.NewSelect().Model(&found).Where("task_id = ?", taskID).Where("kind = ?", kind)).Scan(ctx)
	if err != nil || len(found) == 0 {
		return nil, wrap(err, "lock a task's reminder")
	}
	return &found[0], nil
}

// cancelNotifications takes back what waits to be sent about a task; unsent is whether Telegram has surely not got one of it.
func (t *tx) cancelNotifications(ctx context.Context, kind NotificationKind, taskID int64) (unsent bool, err error) {
	rows, err := t.query(ctx, "DELETE FROM notifications WHERE "+isQueued+" AND kind = $1 AND task_id = $2 RETURNING id, unanswered", string(kind), taskID)
	if err != nil {
		return false, wrap(err, "take back what waits to be sent")
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var unanswered int
		if err := rows.Scan(&id, &unanswered); err != nil {
			return false, wrap(err, "take back what waits to be sent")
		}
		t.changed(SubjectNotification, Deleted, id)
		unsent = unsent || unanswered == 0
	}
	return unsent, wrap(rows.Err(), "take back what waits to be sent")
}

// putOff makes a locked reminder due at another time; nil is never.
func (t *tx) putOff(ctx context.Context, reminder Reminder, step int, due *time.Time) error {
	_, err := t.NewUpdate().Model((*Reminder)(nil)).Set("step = ?", step).Set("due_at = ?", due).Set("updated_at = ?", t.now).
		Where("id = ?", reminder.ID).Exec(ctx)
	return wrap(err, "put off a reminder")
}

func (t *tx) deleteReminder(ctx context.Context, reminder Reminder) error {
	_, err := t.NewDelete().Model((*Reminder)(nil)).Where("id = ?", reminder.ID).Exec(ctx)
	return wrap(err, "delete a reminder")
}

// daysAfter is the same time by the shop's clock, so many days later.
func (t *tx) daysAfter(at time.Time, days int) time.Time {
	return at.In(t.store.location).AddDate(0, 0, days).UTC()
}

// canBeTold tells whether there is a chat in which the customer can be written to now.
func (c *Customer) canBeTold() bool { return c != nil && c.TelegramID != nil && c.UnreachableAt == nil }
