package store

import (
	"context"
	"time"
)

// readyDays are how many days after a task became READY its customer is reminded that it waits.
var readyDays = []int{3, 7, 14}

// readyRest is for how many days a customer is not reminded who says that they come later.
const readyRest = 7

// remindOfReady begins the series of a task that has become READY, or, after an undo, has it go on.
func (t *tx) remindOfReady(ctx context.Context, task Task, undo bool) error {
	step, due := t.nextReady(task)
	if due == nil {
		return nil
	}
	return t.remind(ctx, ReminderReadyWaits, task.ID, step, *due, undo)
}

// nextReady is the first step of the series that is still to come; due is nil after the last one.
func (t *tx) nextReady(task Task) (step int, due *time.Time) {
	for step, days := range readyDays {
		if at := t.daysAfter(*task.ReadySince, days); at.After(t.now) {
			return step, &at
		}
	}
	return len(readyDays), nil
}

// endReadyWaits tells the customer that their task is still READY, and puts the reminder off to the next step.
func (t *tx) endReadyWaits(ctx context.Context, wanted, late bool, reminder Reminder, customer *Customer, task Task) (ReminderEnd, error) {
	if task.Status != StatusReady {
		return ReminderGone, t.deleteReminder(ctx, reminder)
	}
	end, err := t.tellDue(ctx, wanted, late, customer, task, NotificationReadyWaits, NotificationPayload{To: task.Status})
	if err != nil {
		return "", err
	}
	step, due := t.nextReady(task)
	if due == nil {
		return end, t.deleteReminder(ctx, reminder)
	}
	return end, t.putOff(ctx, reminder, step, due)
}

// PickUpLater gives a customer who says that they come later a week without reminders; again is when the next one is due, nil
// for none. A task that is not theirs is NotFound, one that is not READY a Conflict.
func (s *Store) PickUpLater(ctx context.Context, customer Customer, taskID int64) (again *time.Time, err error) {
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			again = nil
			owner, task, err := tx.lockTask(ctx, taskID)
			switch {
			case err != nil:
				return err
			case owner == nil || owner.ID != customer.ID:
				return errNotFound()
			case task.Status != StatusReady:
				return errConflict("", "This task does not wait to be picked up.")
			}
			reminder, err := tx.lockReminder(ctx, taskID, ReminderReadyWaits)
			if err != nil {
				return err
			}
			if reminder != nil && reminder.DueAt != nil {
				again = reminder.DueAt
				if rest := tx.daysAfter(tx.now, readyRest); rest.After(*again) {
					again = &rest
				}
				if err := tx.putOff(ctx, *reminder, reminder.Step, again); err != nil {
					return err
				}
			}
			tx.changed(SubjectTask, Updated, taskID)
			return tx.record(ctx, Actor{Kind: ActorCustomer, ID: customer.ID}, taskID, EventPickUpLater, "", "")
		})
	})
	return again, err
}

// StopReminders has the customer of a task that is READY not reminded of it any more, or again.
func (s *Store) StopReminders(ctx context.Context, actor Actor, taskID int64, stopped bool) (Task, error) {
	var task Task
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			if _, task, err = tx.lockTask(ctx, taskID); err != nil {
				return err
			}
			reminder, err := tx.lockReminder(ctx, taskID, ReminderReadyWaits)
			if err != nil || reminder == nil || task.Status != StatusReady || (reminder.DueAt == nil) == stopped {
				return err
			}
			event, step, due := EventRemindersStopped, reminder.Step, (*time.Time)(nil)
			if !stopped {
				event = EventRemindersResumed
				if step, due = tx.nextReady(task); due == nil {
					return errConflict("", "This task has been ready for so long that no reminder is left.")
				}
			} else if _, err := tx.cancelNotifications(ctx, NotificationReadyWaits, taskID); err != nil {
				return err
			}
			if err := tx.putOff(ctx, *reminder, step, due); err != nil {
				return err
			}
			tx.changed(SubjectTask, Updated, taskID)
			return tx.record(ctx, actor, taskID, event, "", "")
		})
	})
	return task, err
}
