package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"modernc.org/sqlite"
)

// openSQLite sets pragmas in the DSN, so that every pooled connection has them. synchronous is
// FULL: in WAL mode a lower level can lose committed transactions in a power cut. mode=rw: a
// connection never makes a file, least of all in the place of one that was removed.
func (s *Store) openSQLite(path string) error {
	if path == "" || path == ":memory:" || strings.ContainsAny(path, "?#") {
		return fmt.Errorf("database URL: %q is no file name for SQLite", path)
	}
	var err error
	if s.file, err = newSQLiteFile(path); err != nil {
		return err
	}
	const pragmas = "mode=rw&_txlock=immediate&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=secure_delete(1)"
	write, err := sqlite.NewConnector(s.file.uri(pragmas))
	if err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	read, err := sqlite.NewConnector(s.file.uri(pragmas + "&_pragma=query_only(1)"))
	if err != nil {
		return fmt.Errorf("open SQLite: %w", err)
	}
	s.write = bun.NewDB(sql.OpenDB(&sqliteConnector{Connector: write, file: s.file, writes: true}), sqlitedialect.New())
	s.write.SetMaxOpenConns(1)
	s.read = bun.NewDB(sql.OpenDB(&sqliteConnector{Connector: read, file: s.file}), sqlitedialect.New())
	s.read.SetMaxOpenConns(max(4, runtime.NumCPU()))
	return nil
}

// sqliteConnector opens connections to the file as long as it is the one that was opened first, and lets
// none of them commit to a file that has lost its name.
type sqliteConnector struct {
	driver.Connector
	file   *sqliteFile
	writes bool
}

// Connect implements driver.Connector.
func (c *sqliteConnector) Connect(ctx context.Context) (driver.Conn, error) {
	if err := c.file.mayOpen(ctx); err != nil {
		return nil, err
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil || !c.writes {
		return conn, err
	}
	// SQLite opens the -wal with the first read.
	if _, err := conn.(driver.ExecerContext).ExecContext(ctx, "PRAGMA schema_version", nil); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if err := c.file.remember(); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	conn.(sqlite.HookRegisterer).RegisterCommitHook(func() int32 {
		if c.file.changed() != nil {
			return 1 // SQLite rolls back
		}
		return 0
	})
	return conn, nil
}

// uri is SQLite's name of the file. https://sqlite.org/uri.html
func (f *sqliteFile) uri(parameters string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(f.path)}).EscapedPath() + "?" + parameters
}

// create makes the file, unless there is one, for its owner alone: it holds customers' phones and the
// secret that signs logins. SQLite gives the files beside it the same mode.
func (f *sqliteFile) create(ctx context.Context) (err error) {
	if _, err := os.Stat(f.path); err == nil || f.opened.Load() != nil {
		return nil
	}
	// SQLite takes the mode of another file for a new one: CreateTemp makes it 0600.
	model, err := os.CreateTemp(filepath.Dir(f.path), ".zayavka-*")
	if err != nil {
		return fmt.Errorf("make database %s: %w", f.path, err)
	}
	defer func() { err = errors.Join(err, os.Remove(model.Name())) }()
	if err := model.Close(); err != nil {
		return fmt.Errorf("make database %s: %w", f.path, err)
	}
	connector, err := sqlite.NewConnector(f.uri("mode=rwc&modeof=" + url.QueryEscape(model.Name())))
	if err != nil {
		return fmt.Errorf("make database %s: %w", f.path, err)
	}
	conn, err := connector.Connect(ctx)
	if err != nil {
		return fmt.Errorf("make database %s: %w", f.path, err)
	}
	return conn.Close()
}

// mayOpen is the reason why SQLite must not open the file.
func (f *sqliteFile) mayOpen(ctx context.Context) error {
	if f.opened.Load() != nil {
		return f.changed()
	}
	if _, err := os.Stat(f.path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no database %s; `zayavka serve` and `zayavka migrate up` make one", f.path)
	}
	return f.refuseForeignWAL(ctx)
}

// refuseForeignWAL finds a copy that `zayavka backup` made and that was put into the place of a database
// whose -wal was left: SQLite would write that database's last pages into the copy. The copy is in
// rollback mode until it is opened first, and a database in that mode has no -wal of its own.
func (f *sqliteFile) refuseForeignWAL(ctx context.Context) error {
	if wal, err := os.Stat(f.path + "-wal"); err != nil || wal.Size() == 0 {
		return nil
	}
	db, err := sql.Open("sqlite", f.uri("mode=ro&immutable=1")) // reads the file alone
	if err != nil {
		return fmt.Errorf("look at database %s: %w", f.path, err)
	}
	defer func() { _ = db.Close() }()
	// Bytes 18 and 19 are 1 in rollback mode. https://sqlite.org/fileformat.html#file_format_version_numbers
	var rollback bool
	err = db.QueryRowContext(ctx, "SELECT substr(data, 19, 2) = x'0101' FROM sqlite_dbpage WHERE pgno = 1").Scan(&rollback)
	if err == nil && rollback {
		return fmt.Errorf("%s-wal belongs to another database than %s, which is a copy that was put in its place: "+
			"remove %[1]s-wal and %[1]s-shm, then start again", f.path, filepath.Base(f.path))
	}
	return nil // what else is wrong with the file, SQLite says
}
