package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/backup"
	"zayavka/files"
	"zayavka/store"
)

// newBackups is nil where no backups are to be made.
func newBackups(config Config, database *store.Store, storage *files.Storage) (*backup.Keeper, error) {
	if config.Backup.URL == "" {
		return nil, nil //nolint:nilnil // none is what was asked for
	}
	target, err := files.Open(string(config.Backup.URL), database.Folder(), config.Files.keys())
	if err != nil {
		return nil, fmt.Errorf("backup.url: %w", err)
	}
	if target.Place() == storage.Place() {
		return nil, errors.New("backup.url: must be another place than files.url")
	}
	return &backup.Keeper{
		Store: database, Files: storage, Target: target, Keep: config.Backup.Keep, Folder: database.Folder(), Clock: time.Now,
	}, nil
}

// checkBackup is about the backups that the replica that leads makes.
func (a *App) checkBackup(ctx context.Context) check {
	state, err := a.store.BackupState(ctx)
	if err != nil {
		return failedWith(check{}, err)
	}
	c := check{OK: state.Failure == "" && state.PruneFailure == "" && !state.Overdue(a.config.Backup.Every, time.Now())}
	if !state.MadeAt.IsZero() {
		c.Age = since(state.MadeAt)
	}
	switch {
	case state.Failure != "":
		c.Says = "the last backup could not be made: " + state.Failure
	case state.Overdue(a.config.Backup.Every, time.Now()):
		c.Says = "no backup was made for long"
	case state.PruneFailure != "":
		c.Says = "old backups could not be removed: " + state.PruneFailure
	case state.MadeAt.IsZero():
		c.Says = "no backup was made yet"
	}
	return c
}

var (
	backupMade     = prometheus.NewDesc("zayavka_backup_last_timestamp_seconds", "When the last good backup was made, in seconds since 1970.", nil, nil)
	backupSize     = prometheus.NewDesc("zayavka_backup_last_size_bytes", "How large it is, with its files.", nil, nil)
	backupDuration = prometheus.NewDesc("zayavka_backup_last_duration_seconds", "How long it took.", nil, nil)
	backupMissing  = prometheus.NewDesc("zayavka_backup_last_missing_files", "Files that the database names and the file store did not have.", nil, nil)
	backupFailed   = prometheus.NewDesc("zayavka_backup_failed", "1 if the last try to make a backup failed.", nil, nil)
	backupOverdue  = prometheus.NewDesc("zayavka_backup_overdue", "1 if there is no backup that is younger than one and a half times backup.every.", nil, nil)
)

// backupCollector asks the database, so that every replica tells the same.
type backupCollector struct {
	store *store.Store
	every time.Duration
	now   func() time.Time
	log   *slog.Logger
}

func (c backupCollector) Describe(descriptions chan<- *prometheus.Desc) {
	for _, description := range []*prometheus.Desc{backupMade, backupSize, backupDuration, backupMissing, backupFailed, backupOverdue} {
		descriptions <- description
	}
}

func (c backupCollector) Collect(metrics chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	state, err := c.store.BackupState(ctx)
	if err != nil {
		c.log.Warn("Could not read what became of the backup", "error", err)
		return
	}
	metrics <- prometheus.MustNewConstMetric(backupFailed, prometheus.GaugeValue, gauge(state.Failure != ""))
	metrics <- prometheus.MustNewConstMetric(backupOverdue, prometheus.GaugeValue, gauge(state.Overdue(c.every, c.now())))
	if state.MadeAt.IsZero() {
		return
	}
	metrics <- prometheus.MustNewConstMetric(backupMade, prometheus.GaugeValue, float64(state.MadeAt.Unix()))
	metrics <- prometheus.MustNewConstMetric(backupSize, prometheus.GaugeValue, float64(state.Size))
	metrics <- prometheus.MustNewConstMetric(backupDuration, prometheus.GaugeValue, state.Took.Seconds())
	metrics <- prometheus.MustNewConstMetric(backupMissing, prometheus.GaugeValue, float64(state.Missing))
}
