package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes a consistent copy of a running SQLite database to a file that must not exist. The
// file appears when it is whole.
func (s *Store) Backup(ctx context.Context, file string) (err error) {
	if s.pool != nil {
		return errors.New("backup is for SQLite; use pg_dump for PostgreSQL")
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
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	if err := empty.Sync(); err != nil {
		return fmt.Errorf("write backup to disk: %w", err)
	}
	return wrap(name(part, file, os.Link), "name backup")
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
