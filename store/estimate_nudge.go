package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// NotificationEstimateNudge asks a customer again about an estimate. It shows the estimate as it is, like NotificationEstimate.
const NotificationEstimateNudge NotificationKind = "estimate_nudge"

// A customer who does not answer is asked again after a day, and two days after that for the last time.
const (
	firstNudge = 24 * time.Hour
	lastNudge  = 48 * time.Hour // after the first
)

// endEstimateNudge asks the customer again, if the estimate still waits for an answer, and puts the reminder off to the last time.
func (t *tx) endEstimateNudge(ctx context.Context, wanted, late bool, reminder Reminder, customer *Customer, task Task) (ReminderEnd, error) {
	waiting, err := readEstimates(ctx, t, t.now, func(q *bun.SelectQuery) { q.Where("task_id = ?", task.ID).Where("state = ?", EstimateSent) })
	if err != nil {
		return "", err
	}
	if len(waiting) == 0 || waiting[0].State != EstimateSent || task.Status == StatusClosed {
		return ReminderGone, t.deleteReminder(ctx, reminder)
	}
	end, err := t.tellDue(ctx, wanted, late, customer, task, NotificationEstimateNudge, NotificationPayload{EstimateID: waiting[0].ID})
	if err != nil {
		return "", err
	}
	next := reminder.DueAt.Add(lastNudge)
	if reminder.Step > 0 || !next.After(t.now) {
		return end, t.deleteReminder(ctx, reminder)
	}
	return end, t.putOff(ctx, reminder, reminder.Step+1, &next)
}

// stopNudges ends the series of a task whose estimate does not wait for an answer any more.
func (t *tx) stopNudges(ctx context.Context, taskID int64) error {
	_, err := t.exec(ctx, "DELETE FROM reminders WHERE task_id = $1 AND kind = $2", taskID, string(ReminderEstimate))
	return wrap(err, "stop asking about an estimate")
}

// cancelNudges takes back what waits to be sent about the estimate of a task that is closed.
func (t *tx) cancelNudges(ctx context.Context, taskID int64) error {
	ids, err := readColumn[int64](t.query(ctx, "DELETE FROM notifications WHERE "+isQueued+" AND telegram_message_id = 0 AND kind = $1 AND task_id = $2 RETURNING id",
		string(NotificationEstimateNudge), taskID))
	t.changed(SubjectNotification, Deleted, ids...)
	return wrap(err, "take back what asks about an estimate")
}
