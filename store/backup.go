package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Backup writes a consistent copy of a running SQLite database to a file that must not exist.
func (s *Store) Backup(ctx context.Context, file string) error {
	if s.pool != nil {
		return errors.New("backup is for SQLite; use pg_dump for PostgreSQL")
	}
	if _, err := os.Stat(s.file); err != nil {
		return fmt.Errorf("there is no database to copy: %w", err)
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s exists already; name a new file", file)
	}
	_, err := s.write.ExecContext(ctx, "VACUUM INTO ?", file)
	return wrap(err, "copy database")
}
