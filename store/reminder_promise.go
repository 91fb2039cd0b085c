package store

import (
	"context"
	"time"
)

// The afternoon in which a member is told what they have promised for the next day, by the shop's clock.
const afternoon TimeOfDay = 15 * 60

// remindOfPromise makes the reminders of a task's promise anew when that is made, moved or taken back. A task that has
// become open again, whose promise nobody was told is broken, is looked at again.
func (t *tx) remindOfPromise(ctx context.Context, previous, task Task) error {
	switch {
	case sameTime(previous.PromisedAt, task.PromisedAt):
		if previous.OverdueAt != nil || task.OverdueAt == nil {
			return nil
		}
		return t.atEnd(ctx, batched{
			statement: statement{"UPDATE reminders SET due_at = $1, updated_at = $2 WHERE task_id = $3 AND kind = $4 AND due_at IS NULL AND step = 0",
				[]any{later(*task.OverdueAt, t.now), t.now, task.ID, string(ReminderOverdue)}},
			onError: attempting("look again at a promise"),
		})
	case previous.PromisedAt != nil:
		_, err := t.exec(ctx, "DELETE FROM reminders WHERE task_id = $1 AND kind IN ($2, $3)", task.ID, string(ReminderOverdue), string(ReminderPromisedTomorrow))
		if err != nil {
			return wrap(err, "delete the reminders of a promise")
		}
	}
	if task.PromisedAt == nil {
		return nil
	}
	if err := t.remind(ctx, ReminderPromisedTomorrow, task.ID, 0, t.store.afternoonBefore(*task.PromisedAt), false); err != nil {
		return err
	}
	broken := t.store.OverdueFrom(*task.PromisedAt)
	if previous.ID != 0 {
		broken = later(broken, t.now.Add(time.Microsecond)) // a promise that is moved into the past is broken at once
	}
	return t.remind(ctx, ReminderOverdue, task.ID, 0, broken, false)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// afternoonBefore is in the afternoon of the day before a promised one.
func (s *Store) afternoonBefore(promised time.Time) time.Time {
	return afternoon.On(promised.In(s.location).AddDate(0, 0, -1)).UTC()
}

// endPromisedTomorrow tells a task's employee that it is promised for the next day. What is told in one afternoon is one message;
// on the day itself it would not be true any more.
func (t *tx) endPromisedTomorrow(ctx context.Context, reminder Reminder, task Task) (ReminderEnd, error) {
	if err := t.deleteReminder(ctx, reminder); err != nil {
		return "", err
	}
	switch {
	case task.OverdueAt == nil:
		return ReminderGone, nil
	case t.store.DayOf(*reminder.DueAt) != t.store.DayOf(t.now):
		return ReminderDropped, nil
	case task.EmployeeID == nil:
		return ReminderNobody, nil
	}
	told, err := t.addToDigest(ctx, *task.EmployeeID, QueuePromisedTomorrow, task.ID)
	if err != nil || !told {
		return ReminderNobody, err
	}
	return ReminderSent, nil
}

// endOverdue tells webhooks that a promise is broken, once. A task that is not open keeps the reminder, should it become open
// again.
func (t *tx) endOverdue(ctx context.Context, late bool, reminder Reminder, customer *Customer, task Task) (ReminderEnd, error) {
	if task.OverdueAt == nil {
		return ReminderGone, t.putOff(ctx, reminder, 0, nil)
	}
	if late {
		return ReminderDropped, t.putOff(ctx, reminder, 1, nil)
	}
	t.emitTask(WebhookTaskOverdue, task, customer)
	return ReminderSent, t.putOff(ctx, reminder, 1, nil)
}
