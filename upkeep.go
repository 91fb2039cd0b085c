package main

import (
	"context"
	"time"

	"zayavka/retry"
)

// tellOfFile says what became of the database's file.
func (a *App) tellOfFile(problem error) {
	if problem != nil {
		a.log.Error("The database cannot be relied on", "error", problem)
		return
	}
	a.log.Info("The database's file is in order again")
}

// clockCheck is how long a message may wait because the machine's clock went back.
const clockCheck = 30 * time.Second

func (a *App) followClock(ctx context.Context) {
	for retry.Sleep(ctx, clockCheck) {
		moved, err := a.store.FollowClock(ctx)
		if err != nil && ctx.Err() == nil {
			a.log.Warn("Could not look for messages that wait for a clock that went back", "error", err)
		}
		if moved > 0 {
			a.log.Warn("The clock of this machine went back: what was to wait for the time that it showed goes out now", "messages", moved)
		}
	}
}

// removeLooseFiles removes the content of files from the file store that no row names any more.
func (a *App) removeLooseFiles(ctx context.Context) {
	const safetyNet = 30 * time.Second // other replicas delete too
	for ctx.Err() == nil {
		if err := a.store.RemoveLooseFiles(ctx, a.files.Delete); err != nil && ctx.Err() == nil {
			a.log.Warn("Could not remove the content of deleted files; trying again", "error", err)
		}
		timer := time.NewTimer(safetyNet)
		select {
		case <-ctx.Done():
		case <-a.store.LooseFiles():
		case <-timer.C:
		}
		timer.Stop()
	}
}

func (a *App) prune(ctx context.Context) {
	for {
		if erased, err := a.store.EraseDue(ctx); err != nil && ctx.Err() == nil {
			a.log.Warn("Could not erase the data of all customers who are to be forgotten; trying again in an hour", "error", err)
		} else if erased > 0 {
			a.log.Info("The data of customers who were to be forgotten is erased", "customers", erased)
		}
		if err := a.store.Prune(ctx); err != nil && ctx.Err() == nil {
			a.log.Warn("Could not remove all that is old; trying again in an hour", "error", err)
		}
		if !retry.Sleep(ctx, time.Hour) {
			return
		}
	}
}
