package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
)

// sqliteFile is SQLite's file as the file system has it. SQLite goes on with what it has opened, whatever
// becomes of the name, so that is looked at here.
//
// Nothing in the process but SQLite opens the file, not even to read it: closing any descriptor of it ends
// the locks that SQLite holds, and another program then takes the database for its own and removes the -wal
// with what was committed last. https://sqlite.org/howtocorrupt.html, section 2.2
type sqliteFile struct {
	path    string // absolute, without symbolic links: SQLite's -wal and -shm lie beside it
	opened  atomic.Pointer[[3]fs.FileInfo]
	damaged atomic.Pointer[error] // what the last look at the whole file found
	service *flock.Flock          // held by the one process that serves the file
}

// sqliteSuffixes are those of the files that make up the database.
var sqliteSuffixes = [3]string{"", "-wal", "-shm"}

func newSQLiteFile(path string) (*sqliteFile, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("database URL: %w", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	if folder, err := os.Stat(filepath.Dir(path)); err != nil || !folder.IsDir() {
		return nil, fmt.Errorf("database.url: the folder %s does not exist: make it, or name a file in another", filepath.Dir(path))
	}
	return &sqliteFile{path: path, service: flock.New(path+".lock", flock.SetPermissions(0o600))}, nil
}

// remember notes which files SQLite has opened.
func (f *sqliteFile) remember() error {
	var opened [3]fs.FileInfo
	for i, suffix := range sqliteSuffixes {
		info, err := os.Stat(f.path + suffix)
		if err != nil {
			return fmt.Errorf("look at the database's files: %w", err)
		}
		opened[i] = info
	}
	if before := f.opened.Load(); before != nil && !os.SameFile(before[0], opened[0]) {
		return f.changed()
	}
	f.opened.Store(&opened)
	return nil
}

// changed is nil while the files that SQLite has opened are those that the next start would find.
func (f *sqliteFile) changed() error {
	opened := f.opened.Load()
	if opened == nil {
		return nil
	}
	for i, suffix := range sqliteSuffixes {
		info, err := os.Stat(f.path + suffix)
		var what string
		switch {
		case errors.Is(err, fs.ErrNotExist):
			what = "was removed or renamed"
		case err != nil:
			return fmt.Errorf("look at the database's files: %w", err)
		case !os.SameFile(opened[i], info):
			what = "was replaced by another file"
		case suffix == "" && info.Size() == 0:
			what = "was emptied"
		default:
			continue
		}
		remedy := "put it back, or stop the service, restore a backup and start again"
		if suffix != "" {
			remedy = "stop the service and start it again, and it is made anew"
		}
		return fmt.Errorf("the database's file %s %s while it was in use, so changes are refused: %s", f.path+suffix, what, remedy)
	}
	return nil
}

// problem is why the database cannot be relied on.
func (f *sqliteFile) problem() error {
	if err := f.changed(); err != nil {
		return err
	}
	if damaged := f.damaged.Load(); damaged != nil {
		return *damaged
	}
	return nil
}

// occupy makes this process the one that serves the file, until release.
func (f *sqliteFile) occupy() error {
	locked, err := f.service.TryLock()
	if err != nil {
		return fmt.Errorf("lock the database: %w", err)
	}
	if !locked {
		who, err := os.ReadFile(f.service.Path())
		if err != nil || len(who) == 0 {
			who = []byte("another process")
		}
		return fmt.Errorf("the database %s is served by %s already: stop that first", f.path, strings.TrimSpace(string(who)))
	}
	host, _ := os.Hostname()
	who := fmt.Sprintf("process %d on %s, since %s\n", os.Getpid(), host, time.Now().Format(time.RFC3339))
	return wrap(os.WriteFile(f.service.Path(), []byte(who), 0o600), "say who serves the database")
}

// release lets another process serve the file. The lock's file stays: whoever waits for it has it open.
func (f *sqliteFile) release() error { return wrap(f.service.Unlock(), "unlock the database") }

// checkWhole notes what SQLite finds when it looks at every page.
func (s *Store) checkWhole(ctx context.Context) {
	err := s.CheckWhole(ctx)
	switch {
	case ctx.Err() != nil:
		return
	case err == nil:
		s.file.damaged.Store(nil)
		return
	}
	err = fmt.Errorf("the database %s is damaged: stop the service, restore a backup and start again: %w", s.file.path, err)
	s.file.damaged.Store(&err)
}

// CheckWhole has SQLite look at every page of its file.
func (s *Store) CheckWhole(ctx context.Context) error {
	var found []string
	err := s.read.NewRaw("PRAGMA quick_check(3)").Scan(ctx, &found)
	if err == nil && (len(found) != 1 || found[0] != "ok") {
		err = errors.New(strings.Join(found, "; "))
	}
	return wrap(err, "read every page")
}

// How often the file is looked at, how often all of it is read, and how often while it is damaged.
const (
	lookEvery       = 5 * time.Second
	checkEvery      = time.Hour
	checkAfterwards = time.Minute
)

// WatchFile looks after SQLite's file until ctx ends, and tells what is wrong with it whenever that changes;
// nil means that nothing is any more. On PostgreSQL there is none to look after.
func (s *Store) WatchFile(ctx context.Context, tell func(problem error)) {
	if s.file == nil {
		return
	}
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	var checked time.Time
	told := ""
	for {
		since := time.Since(checked)
		if since >= checkEvery || since >= checkAfterwards && s.file.damaged.Load() != nil {
			s.checkWhole(ctx)
			checked = time.Now()
		}
		problem, text := s.file.problem(), ""
		if problem != nil {
			text = problem.Error()
		}
		if text != told {
			tell(problem)
			told = text
		}
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
	}
}

// Serve makes this process the one that serves the database, until Close. A file of SQLite is served by one
// process; the error names the other. PostgreSQL takes any number.
func (s *Store) Serve() error {
	if s.file == nil {
		return nil
	}
	return s.file.occupy()
}

// Place says where the database is: the absolute name of SQLite's file, or PostgreSQL's host and database.
func (s *Store) Place() string {
	if s.file != nil {
		return s.file.path
	}
	config := s.pool.Config().ConnConfig
	return fmt.Sprintf("%s on %s", config.Database, config.Host)
}

// Folder is where SQLite's file lies; empty for PostgreSQL.
func (s *Store) Folder() string {
	if s.file == nil {
		return ""
	}
	return filepath.Dir(s.file.path)
}

// Exists tells whether there is a database, without making one.
func (s *Store) Exists() bool {
	if s.file == nil {
		return true
	}
	_, err := os.Stat(s.file.path)
	return err == nil
}
