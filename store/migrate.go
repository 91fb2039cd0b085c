package store

import (
	"context"
	"fmt"
	"time"

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
		_, err := migrator.Migrate(ctx)
		return wrap(err, "migrate up")
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
	return do(migrator)
}

// lockMigrations excludes other replicas until unlock. An advisory lock ends with its connection;
// Bun's lock table would stay locked after a crash. SQLite serves one process.
func (s *Store) lockMigrations(ctx context.Context) (unlock func(), err error) {
	if s.pool == nil {
		return func() {}, nil
	}
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to migrate: %w", err)
	}
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		conn.Release()
		return nil, fmt.Errorf("lock migrations: %w", err)
	}
	return func() {
		ctx := context.WithoutCancel(ctx)
		if _, err := conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", int64(migrationLock)); err != nil {
			_ = conn.Conn().Close(ctx) // a closed connection holds no lock
		}
		conn.Release()
	}, nil
}
