package main

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/retry"
	"zayavka/store"
)

// lookForReminders is how often reminders that are due are looked for.
const lookForReminders = 30 * time.Second

func newReminderCounter() *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_reminders_total", Help: "Reminders that were due, by kind and what became of them: sent, dropped for being late, nobody to tell, or gone with their cause.",
	}, []string{"kind", "end"})
}

// remind ends the reminders that are due, until ctx ends.
func (a *App) remind(ctx context.Context) {
	for ctx.Err() == nil {
		ended, err := a.store.EndDueReminders(ctx)
		if err != nil && ctx.Err() == nil {
			a.log.Warn("Reminders that are due could not be sent; trying again", "error", err)
		}
		for _, reminder := range ended {
			a.reminders.WithLabelValues(string(reminder.Kind), string(reminder.End)).Inc()
			if reminder.End == store.ReminderDropped {
				a.log.Warn("A reminder was dropped because it was due for more than a day", "kind", reminder.Kind, "task_id", reminder.TaskID,
					"due", reminder.DueAt)
			}
		}
		if err == nil && len(ended) > 0 {
			continue // there may be more than were looked for
		}
		retry.Sleep(ctx, lookForReminders)
	}
}
