package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"modernc.org/sqlite"
)

// Backup writes a consistent copy of a running database to a file of SQLite that must not exist. The file appears when
// it is whole. In the copy of a PostgreSQL database, MigrateUp fills in what is searched.
func (s *Store) Backup(ctx context.Context, file string) (err error) {
	if s.pool != nil {
		_, err := s.copyIntoFile(ctx, s.optionsFor("sqlite://"+file), false)
		return err
	}
	if _, err := os.Stat(s.file.path); err != nil {
		return fmt.Errorf("there is no database to copy: %w", err)
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s exists already; name a new file", file)
	}
	part := file + ".part"
	if err := os.RemoveAll(part); err != nil {
		return fmt.Errorf("remove what an earlier backup left: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(part)) }()
	empty, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("make backup: %w", err)
	}
	defer func() { err = errors.Join(err, empty.Close()) }()
	if err := s.vacuumInto(ctx, part); err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	if err := empty.Sync(); err != nil {
		return fmt.Errorf("write backup to disk: %w", err)
	}
	return wrap(name(part, file, os.Link), "name backup")
}

// CheckBackup opens a backup, has SQLite read all of it, and tells the SHA-256 of the contents that its files name.
func CheckBackup(ctx context.Context, file string) (contents []string, err error) {
	s, err := Open(Options{URL: "sqlite://" + file})
	if err != nil {
		return nil, err
	}
	err = s.Ready(ctx)
	if err == nil {
		err = s.CheckWhole(ctx)
	}
	if err == nil {
		contents, err = s.Contents(ctx)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, fmt.Errorf("the backup %s cannot be used: %w", file, err)
	}
	return contents, leaveWAL(ctx, s.file)
}

// vacuumInto has a connection of its own: those that read may not, and the one that writes has to go on.
func (s *Store) vacuumInto(ctx context.Context, file string) (err error) {
	connector, err := sqlite.NewConnector(s.file.uri("mode=rw&_pragma=busy_timeout(5000)"))
	if err != nil {
		return err
	}
	db := sql.OpenDB(&sqliteConnector{Connector: connector, file: s.file})
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", file)
	return err
}

// optionsFor are those of this Store for another database.
func (s *Store) optionsFor(url string) Options {
	return Options{URL: url, Region: s.region, Location: s.location, Business: s.business, Currency: s.currency, Hold: s.hold, Clock: s.clock,
		AllowPrivateWebhooks: s.allowPrivateWebhooks}
}

// name gives a finished file its name, which nothing may have. A file system without hard links, as many
// network and memory-card ones are, gets the name reserved and then replaced.
func name(part, file string, link func(part, file string) error) error {
	err := link(part, file)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	reserved, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(reserved.Close(), os.Rename(part, file)); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}
