package store

import (
	"context"
	"encoding/json"
	"time"
)

const backupStateKey = "backup.state"

// BackupState is what became of the backups that are made by themselves, as far as they were.
type BackupState struct {
	MadeAt   time.Time     `json:"made_at"` // the last good one; zero where there is none
	Took     time.Duration `json:"took"`
	Size     int64         `json:"size"`      // in bytes, with its files
	Missing  int           `json:"missing"`   // files that are named and that the file store does not have
	FailedAt time.Time     `json:"failed_at"` // zero where the last try succeeded
	Failure  string        `json:"failure"`   // in words for who runs the service

	PruneFailure string `json:"prune_failure"` // the same of why old ones could not be removed after it
}

// SetBackupState keeps it for all replicas: the one that leads makes backups.
func (s *Store) SetBackupState(ctx context.Context, state BackupState) error {
	value, err := json.Marshal(state)
	if err != nil {
		return wrap(err, "encode what became of the backup")
	}
	return wrap(s.keepSetting(ctx, backupStateKey, string(value)), "keep what became of the backup")
}

// BackupState is what became of the last backup.
func (s *Store) BackupState(ctx context.Context) (BackupState, error) {
	var state BackupState
	var row setting
	err := notFoundOr(s.read.NewSelect().Model(&row).Where("key = ?", backupStateKey).Scan(ctx), "read what became of the backup")
	if CodeOf(err) == NotFound {
		return state, nil
	}
	if err != nil {
		return state, err
	}
	return state, wrap(json.Unmarshal([]byte(row.Value), &state), "decode what became of the backup")
}

// Overdue tells that there is no backup that is recent enough, when one is to be made so often.
func (b BackupState) Overdue(every time.Duration, now time.Time) bool {
	if b.MadeAt.IsZero() {
		return b.Failure != ""
	}
	return now.Sub(b.MadeAt) > every+every/2
}
