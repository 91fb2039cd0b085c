package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
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

// MigrateUp applies every migration that is not applied yet, and makes SQLite's file if there is none.
func (s *Store) MigrateUp(ctx context.Context) error {
	if s.file != nil {
		if err := s.file.create(ctx); err != nil {
			return err
		}
	}
	return s.migrate(ctx, func(migrator *migrate.Migrator) error {
		if _, err := migrator.Migrate(ctx); err != nil {
			return s.withRemedy(wrap(err, "migrate up"))
		}
		return s.fillSearch(ctx)
	})
}

// Undone is a migration that was undone.
type Undone struct {
	Name string
	Copy string // of SQLite's database as it was before; empty on PostgreSQL
}

// MigrateDown undoes the migration that was applied last. What only its schema has a place for is lost, so
// SQLite's database is copied first. It refuses while a service runs on the database.
func (s *Store) MigrateDown(ctx context.Context) (undone Undone, err error) {
	resume, err := s.ExcludeServices(ctx)
	if err != nil {
		return undone, err
	}
	defer func() { err = errors.Join(err, resume()) }()
	err = s.migrate(ctx, func(migrator *migrate.Migrator) error {
		all, err := migrator.MigrationsWithStatus(ctx)
		if err != nil {
			return wrap(err, "read status of migrations")
		}
		applied := all.Applied() // the last one first
		if len(applied) == 0 {
			return errors.New("no migration is applied")
		}
		last := applied[0]
		name := migrationName(last)
		if s.file != nil {
			undone.Copy = fmt.Sprintf("%s-before-undoing-%s-%s", s.file.path, name, s.now().Format("20060102T150405"))
			if err := s.Backup(ctx, undone.Copy); err != nil {
				return err
			}
		}
		s.migrated.Store(false)
		if err := last.Down(ctx, migrator, &last); err != nil {
			return wrap(err, "undo migration "+name)
		}
		undone.Name = name
		return wrap(migrator.MarkUnapplied(ctx, &last), "record that "+name+" is undone")
	})
	return undone, err
}

// ExcludeServices keeps services from running on the database until resume. It fails where one runs.
func (s *Store) ExcludeServices(ctx context.Context) (resume func() error, err error) {
	if s.file != nil {
		if err := s.file.occupy(); err != nil {
			return nil, err
		}
		return s.file.release, nil
	}
	conn, err := s.connectSession(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("connect to migrate: %w", err)
	}
	resume = func() error { closeConn(ctx, conn); return nil }
	var free bool
	if err := conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1)", int64(leaderLock)).Scan(&free); err != nil {
		return nil, errors.Join(fmt.Errorf("ask whether a service runs: %w", err), resume())
	}
	if !free {
		return nil, errors.Join(errors.New("a service runs on the database: stop every replica first"), resume())
	}
	return func() error {
		// The server takes its time to notice that a connection is closed, and the next step asks at once.
		_, err := conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", int64(leaderLock))
		closeConn(ctx, conn)
		return err
	}, nil
}

func migrationName(m migrate.Migration) string { return m.Name + "_" + m.Comment }

// MigrationStatus lists all migrations in their order.
func (s *Store) MigrationStatus(ctx context.Context) ([]Migration, error) {
	var status []Migration
	err := s.migrate(ctx, func(migrator *migrate.Migrator) error {
		all, err := migrator.MigrationsWithStatus(ctx)
		for _, migration := range all {
			status = append(status, Migration{Name: migrationName(migration), AppliedAt: migration.MigratedAt})
		}
		return wrap(err, "read status of migrations")
	})
	return status, err
}

func (s *Store) migrate(ctx context.Context, do func(*migrate.Migrator) error) error {
	// A migration of much data may take longer than other statements.
	ctx, cancel := context.WithTimeout(ctx, migrationLimit)
	defer cancel()
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
	if err := s.requireUTF8(ctx); err != nil {
		return err
	}
	// Without the option, a migration that failed counts as applied.
	migrator := migrate.NewMigrator(s.write, found, migrate.WithMarkAppliedOnSuccess(true))
	if err := migrator.Init(ctx); err != nil {
		return s.withRemedy(fmt.Errorf("make table of migrations: %w", err))
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

// requireUTF8 refuses a database of PostgreSQL that has no place for every letter.
func (s *Store) requireUTF8(ctx context.Context) error {
	if !s.isPostgres() {
		return nil
	}
	var encoding string
	if err := s.read.NewRaw("SHOW server_encoding").Scan(ctx, &encoding); err != nil {
		return fmt.Errorf("ask for the database's encoding: %w", err)
	}
	if encoding != "UTF8" {
		return fmt.Errorf("the database is in %s and cannot keep every letter: use one that was made with "+
			"CREATE DATABASE zayavka ENCODING 'UTF8' TEMPLATE template0", encoding)
	}
	return nil
}

// lockMigrations excludes other replicas until unlock. An advisory lock ends with its connection;
// Bun's lock table would stay locked after a crash. SQLite serves one process.
func (s *Store) lockMigrations(ctx context.Context) (unlock func(), err error) {
	if s.pool == nil {
		return func() {}, nil
	}
	// A connection of its own: the migrations need the pool's, of which there may be just one.
	conn, err := s.connectSession(ctx, "")
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
