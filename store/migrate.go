package store

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun/migrate"

	"zayavka/migrations"
)

// Migration is one step of the schema; AppliedAt is zero while it is not applied.
type Migration struct {
	Name      string
	AppliedAt time.Time
}

// migrationLock is the key of the advisory lock under which replicas migrate one by one.
const migrationLock = 0x6d696772617465 // "migrate"

// MigrateUp applies every migration that is not applied yet.
func (s *Store) MigrateUp(ctx context.Context) error {
	return s.migrate(ctx, func(migrator *migrate.Migrator) error {
		if _, err := migrator.Migrate(ctx); err != nil {
			return wrap(err, "migrate up")
		}
		return s.fillSearch(ctx)
	})
}

// MigrateDown undoes the migrations of the last MigrateUp.
func (s *Store) MigrateDown(ctx context.Context) error {
	s.migrated.Store(false)
	return s.migrate(ctx, func(migrator *migrate.Migrator) error {
		_, err := migrator.Rollback(ctx)
		return wrap(err, "migrate down")
	})
}

// MigrationStatus lists all migrations in their order.
func (s *Store) MigrationStatus(ctx context.Context) ([]Migration, error) {
	var status []Migration
	err := s.migrate(ctx, func(migrator *migrate.Migrator) error {
		all, err := migrator.MigrationsWithStatus(ctx)
		for _, migration := range all {
			status = append(status, Migration{Name: migration.Name + "_" + migration.Comment, AppliedAt: migration.MigratedAt})
		}
		return wrap(err, "read status of migrations")
	})
	return status, err
}

func (s *Store) migrate(ctx context.Context, do func(*migrate.Migrator) error) error {
	files, err := migrations.For(s.write.Dialect().Name())
	if err != nil {
		return err
	}
	found := migrate.NewMigrations()
	if err := found.Discover(files); err != nil {
		return fmt.Errorf("find migrations: %w", err)
	}
	if err := s.createFile(); err != nil {
		return err
	}
	unlock, err := s.lockMigrations(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	// Without the option, a migration that failed counts as applied.
	migrator := migrate.NewMigrator(s.write, found, migrate.WithMarkAppliedOnSuccess(true))
	if err := migrator.Init(ctx); err != nil {
		return fmt.Errorf("make table of migrations: %w", err)
	}
	applied, err := migrator.AppliedMigrations(ctx)
	if err != nil {
		return fmt.Errorf("read applied migrations: %w", err)
	}
	for _, migration := range applied {
		if !slices.ContainsFunc(found.Sorted(), func(known migrate.Migration) bool { return known.Name == migration.Name }) {
			return fmt.Errorf("the database was migrated by a newer version of zayavka (%s): use that version", migration.Name)
		}
	}
	return do(migrator)
}

// createFile makes SQLite's file, if need be, for its owner alone: it holds customers' phones and the
// secret that signs logins. SQLite gives the files beside it the same mode.
func (s *Store) createFile() error {
	if s.file == "" {
		return nil
	}
	file, err := os.OpenFile(s.file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	return file.Close()
}

// lockMigrations excludes other replicas until unlock. An advisory lock ends with its connection;
// Bun's lock table would stay locked after a crash. SQLite serves one process.
func (s *Store) lockMigrations(ctx context.Context) (unlock func(), err error) {
	if s.pool == nil {
		return func() {}, nil
	}
	// A connection of its own: the migrations need the pool's, of which there may be just one.
	conn, err := pgx.ConnectConfig(ctx, s.pool.Config().ConnConfig)
	if err != nil {
		return nil, fmt.Errorf("connect to migrate: %w", err)
	}
	unlock = func() { closeConn(ctx, conn) }
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		unlock()
		return nil, fmt.Errorf("lock migrations: %w", err)
	}
	return unlock, nil
}
