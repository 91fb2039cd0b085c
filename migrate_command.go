package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zayavka/store"
)

type migrateCommands struct {
	Up     migrateUpCommand     `cmd:"" help:"Apply every migration that is not applied yet."`
	Down   migrateDownCommand   `cmd:"" help:"Undo the last migration, one at a time. Data in what it made is lost; a SQLite database is copied before."`
	Status migrateStatusCommand `cmd:"" help:"List the migrations."`
}

type migrateUpCommand struct{}

func (migrateUpCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		if err := s.MigrateUp(ctx); err != nil {
			return err
		}
		fmt.Fprintln(console.out, "The schema is up to date in "+s.Place())
		return nil
	})
}

type migrateDownCommand struct {
	Yes bool `help:"Do it, although data is lost."`
}

func (c migrateDownCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		last, err := lastMigration(ctx, s)
		if err != nil {
			return err
		}
		if !c.Yes {
			return fmt.Errorf("to undo %s in %s loses the data that only its schema has a place for; "+
				"say `zayavka migrate down --yes` to do it", last, s.Place())
		}
		undone, err := s.MigrateDown(ctx)
		if undone.Copy != "" {
			fmt.Fprintln(console.out, "The database as it was before is kept in "+undone.Copy)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(console.out, "Undid %s in %s.\n", undone.Name, s.Place())
		return nil
	})
}

func lastMigration(ctx context.Context, s *store.Store) (name string, err error) {
	status, err := s.MigrationStatus(ctx)
	if err != nil {
		return "", err
	}
	for _, migration := range status {
		if !migration.AppliedAt.IsZero() {
			name = migration.Name
		}
	}
	if name == "" {
		return "", errors.New("no migration is applied")
	}
	return name, nil
}

type migrateStatusCommand struct{}

func (migrateStatusCommand) Run(ctx context.Context, console console) error {
	return console.withStore(func(s *store.Store) error {
		status, err := s.MigrationStatus(ctx)
		if err != nil {
			return err
		}
		for _, migration := range status {
			applied := "not applied"
			if !migration.AppliedAt.IsZero() {
				applied = "applied " + migration.AppliedAt.In(s.Location()).Format(time.DateTime)
			}
			fmt.Fprintln(console.out, migration.Name, applied)
		}
		return nil
	})
}
