package backup

import (
	"context"
	"log/slog"
	"time"

	"zayavka/retry"
	"zayavka/store"
)

const (
	// lookEvery is how often it is looked whether a backup is due.
	lookEvery = time.Minute
	// retryAfter is how long after a failure the next try begins.
	retryAfter = 15 * time.Minute
	// nightHour is when backups that are made once a day or less are made, in the business's time zone.
	nightHour = 3
)

// Run makes a backup whenever one is due, until ctx ends. One process at a time may run it.
func (k *Keeper) Run(ctx context.Context, every time.Duration, log *slog.Logger) {
	for ctx.Err() == nil {
		if err := k.makeIfDue(ctx, every, log); err != nil && ctx.Err() == nil {
			log.Error("A backup could not be made; trying again", "to", k.Target.Place(), "error", err, "wait", retryAfter.String())
		}
		retry.Sleep(ctx, lookEvery)
	}
}

func (k *Keeper) makeIfDue(ctx context.Context, every time.Duration, log *slog.Logger) error {
	state, err := k.Store.BackupState(ctx)
	if err != nil {
		return err
	}
	began := k.Clock()
	if began.Before(state.FailedAt.Add(retryAfter)) || began.Before(due(state, every, k.Store.Location())) {
		return nil
	}
	made, err := k.Make(ctx)
	if ctx.Err() != nil {
		return ctx.Err() // the next leader begins anew
	}
	if err != nil {
		state.FailedAt, state.Failure = k.Clock(), err.Error()
		_ = k.Store.SetBackupState(ctx, state) // what fails is in the log already
		return err
	}
	state = store.BackupState{MadeAt: made.MadeAt, Took: k.Clock().Sub(began), Size: made.Size, Missing: len(made.Missing)}
	log.Info("A backup was made", "name", made.Name, "to", k.Target.Place(), "bytes", made.Size, "took", state.Took.String(), "files_missing", state.Missing)
	if err := k.Store.SetBackupState(ctx, state); err != nil {
		return err
	}
	// The backup is good, whatever becomes of the old ones.
	if err := k.prune(ctx); err != nil && ctx.Err() == nil {
		log.Error("Old backups could not be removed; trying again after the next one", "in", k.Target.Place(), "error", err)
		state.PruneFailure = err.Error()
		return k.Store.SetBackupState(ctx, state)
	}
	return nil
}

// due is when the next backup is to begin: the first one now, those that are made by whole days in the night.
func due(state store.BackupState, every time.Duration, zone *time.Location) time.Time {
	if state.MadeAt.IsZero() {
		return time.Time{}
	}
	next := state.MadeAt.Add(every)
	if every%(24*time.Hour) != 0 {
		return next
	}
	// The night that is nearest to it.
	next = next.In(zone).Add(-12 * time.Hour)
	night := time.Date(next.Year(), next.Month(), next.Day(), nightHour, 0, 0, 0, zone)
	if night.Before(next) {
		night = time.Date(next.Year(), next.Month(), next.Day()+1, nightHour, 0, 0, 0, zone)
	}
	return night
}
