package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// fileOf is the name of a Store's file.
func fileOf(s *storetest.Store) string { return strings.TrimPrefix(s.URL, "sqlite://") }

// lockHolder asks from another process who holds a lock on the bytes that SQLite locks for reading.
// https://sqlite.org/src/file/src/os.h: SHARED_FIRST, SHARED_SIZE
func lockHolder(t *testing.T, file string) int {
	t.Helper()
	ask := exec.Command("python3", "-c", `
import fcntl, os, struct, sys
with open(sys.argv[1], 'r+b') as file:
    asked = struct.pack('hhqqi4x', fcntl.F_WRLCK, os.SEEK_SET, 0x40000002, 510, 0)
    kind, _, _, _, holder = struct.unpack('hhqqi4x', fcntl.fcntl(file, fcntl.F_GETLK, asked))
    print(holder if kind != fcntl.F_UNLCK else 0)`, file)
	output, err := ask.CombinedOutput()
	require.NoError(t, err, "%s", output)
	var holder int
	for _, digit := range bytes.TrimSpace(output) {
		holder = 10*holder + int(digit-'0')
	}
	return holder
}

// readElsewhere opens, reads and closes the database in another process, with another SQLite.
func readElsewhere(t *testing.T, file string) {
	t.Helper()
	read := exec.Command("python3", "-c", `
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute('SELECT count(*) FROM tasks').fetchone())
database.close()`, file)
	output, err := read.CombinedOutput()
	require.NoError(t, err, "%s", output)
}

func TestSQLitesLocksStandWhileTheDatabaseIsOpen(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	for _, use := range []func() error{
		func() error { return nil },
		func() error { return s.Ready(t.Context()) },
		func() error { _, err := s.MigrationStatus(t.Context()); return err },
		func() error { return s.MigrateUp(t.Context()) },
		func() error { return s.Backup(t.Context(), fileOf(s)+".copy") },
		s.Serve,
	} {
		require.NoError(t, use())
		require.Equal(t, os.Getpid(), lockHolder(t, fileOf(s)))
	}
	s.NewCustomer(t)
	readElsewhere(t, fileOf(s))
	require.FileExists(t, fileOf(s)+"-wal", "another program does not believe that it is alone")
}

func TestADatabaseIsItsOwnersAlone(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	require.NoError(t, s.Serve())
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		info, err := os.Stat(fileOf(s) + suffix)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode(), suffix)
	}
	entries, err := os.ReadDir(filepath.Dir(fileOf(s)))
	require.NoError(t, err)
	require.Len(t, entries, 4, "nothing is left of how the file was made")
}

func TestOnlyMigrateUpMakesADatabase(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.False(t, s.Exists())
	require.ErrorContains(t, s.Ready(t.Context()), "there is no database "+s.Place())
	_, err = s.AllStaff(t.Context())
	require.ErrorContains(t, err, "zayavka migrate up")
	require.NoFileExists(t, s.Place())
	require.NoError(t, s.MigrateUp(t.Context()))
	require.True(t, s.Exists())
}

// A name that leads to the file by another way is the same database.
func TestAFileIsServedByOneProcess(t *testing.T) {
	t.Parallel()
	first := storetest.Open(t, storetest.SQLite(t))
	require.NoError(t, first.Serve())
	link := filepath.Join(t.TempDir(), "link.db")
	require.NoError(t, os.Symlink(fileOf(first), link))
	second, err := store.Open(store.Options{URL: "sqlite://" + link})
	require.NoError(t, err)
	err = second.Serve()
	require.ErrorContains(t, err, "process")
	require.ErrorContains(t, err, fileOf(first))
	_, err = second.MigrateDown(t.Context())
	require.ErrorContains(t, err, "stop that first")
	require.NoError(t, second.Ready(t.Context()), "who only reads and writes is let in")
	require.NoError(t, first.Close())
	require.NoError(t, second.Serve())
	require.NoError(t, second.Close())
}

func TestAMigrationIsUndoneAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		before, err := s.MigrationStatus(t.Context())
		require.NoError(t, err)
		undone, err := s.MigrateDown(t.Context())
		require.NoError(t, err)
		last := before[len(before)-1].Name
		require.Equal(t, last, undone.Name)
		after, err := s.MigrationStatus(t.Context())
		require.NoError(t, err)
		for i, migration := range after {
			require.Equal(t, i == len(after)-1, migration.AppliedAt.IsZero(), migration.Name)
		}
		if s.URL[:6] == "sqlite" {
			copied := storetest.Open(t, "sqlite://"+undone.Copy)
			found, err := copied.Customer(t.Context(), customer.ID)
			require.NoError(t, err)
			require.Equal(t, customer.Phone, found.Phone)
		}
		require.NoError(t, s.MigrateUp(t.Context()))
		require.NoError(t, s.Ready(t.Context()))
	})
}

func TestNoMigrationIsUndoneUnderARunningService(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	leads, ended := make(chan struct{}), make(chan error, 1)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		ended <- s.Lead(ctx, func(ctx context.Context) error {
			close(leads)
			<-ctx.Done()
			return nil
		})
	}()
	<-leads
	_, err := s.MigrateDown(t.Context())
	require.ErrorContains(t, err, "a service runs on the database")
	require.NoError(t, s.Ready(t.Context()))
	cancel()
	require.NoError(t, <-ended)
}

func TestWhatHappensToTheFileIsSaidAndChangesAreRefused(t *testing.T) {
	t.Parallel()
	for _, harm := range []struct {
		name string
		do   func(file string) error
		undo func(file string) error
		says string
	}{
		{"removed", os.Remove, nil, "was removed or renamed"},
		{
			"renamed", func(file string) error { return os.Rename(file, file+".old") },
			func(file string) error { return os.Rename(file+".old", file) }, "was removed or renamed",
		},
		{"emptied", func(file string) error { return os.Truncate(file, 0) }, nil, "was emptied"},
		{"replaced", func(file string) error {
			return errors.Join(os.WriteFile(file+".new", []byte("x"), 0o600), os.Rename(file+".new", file))
		}, nil, "was replaced"},
		{"its -wal removed", func(file string) error { return os.Remove(file + "-wal") }, nil, "-wal was removed"},
		{"its -shm removed", func(file string) error { return os.Remove(file + "-shm") }, nil, "-shm was removed"},
	} {
		t.Run(harm.name, func(t *testing.T) {
			t.Parallel()
			s := storetest.Open(t, storetest.SQLite(t))
			customer := s.NewCustomer(t)
			require.NoError(t, harm.do(fileOf(s)))
			require.ErrorContains(t, s.Ready(t.Context()), harm.says)
			_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone})
			require.ErrorContains(t, err, harm.says)
			require.Error(t, s.PruneUpdates(t.Context()), "without a transaction of ours too")
			if harm.undo == nil {
				return
			}
			require.NoError(t, harm.undo(fileOf(s)))
			require.NoError(t, s.Ready(t.Context()))
			s.NewTask(t, customer)
		})
	}
}

func TestAServiceThatIsStoppedKeepsWhatItsRemovedWALHeld(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	require.NoError(t, s.MigrateUp(t.Context()))
	customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+7 917 000-99-00"})
	require.NoError(t, err)
	require.NoError(t, os.Remove(s.Place()+"-wal"))
	require.NoError(t, s.Close())
	_, err = storetest.Open(t, url).Customer(t.Context(), customer.ID)
	require.NoError(t, err)
}

func TestGarbageInTheMiddleOfTheFileIsSaid(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	require.NoError(t, s.MigrateUp(t.Context()))
	for range 50 {
		_, err := s.FirstInvite(t.Context(), 1)
		require.NoError(t, err)
	}
	require.NoError(t, s.Close())
	file, err := os.OpenFile(s.Place(), os.O_RDWR, 0)
	require.NoError(t, err)
	size, err := file.Seek(0, io.SeekEnd)
	require.NoError(t, err)
	for page := int64(2); page*4096 < size; page++ {
		_, err = file.WriteAt(bytes.Repeat([]byte("garbage "), 64), page*4096)
		require.NoError(t, err)
	}
	require.NoError(t, file.Close())

	s, err = store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	ctx, cancel := context.WithCancel(t.Context())
	told := make(chan error, 1)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		s.WatchFile(ctx, func(problem error) { told <- problem })
	}()
	require.ErrorContains(t, <-told, "is damaged")
	require.ErrorContains(t, s.Ready(t.Context()), "restore a backup")
	cancel()
	<-watched
}

func TestAnOldWALBesideARestoredCopyIsRefused(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	s.NewCustomer(t)
	folder := t.TempDir()
	restored := filepath.Join(folder, "zayavka.db")
	require.NoError(t, s.Backup(t.Context(), restored))
	s.NewCustomer(t)
	wal, err := os.ReadFile(fileOf(s) + "-wal")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(restored+"-wal", wal, 0o600))

	opened, err := store.Open(store.Options{URL: "sqlite://" + restored})
	require.NoError(t, err)
	defer func() { require.NoError(t, opened.Close()) }()
	require.ErrorContains(t, opened.MigrateUp(t.Context()), "belongs to another database")
	require.ErrorContains(t, opened.Ready(t.Context()), "remove "+restored+"-wal")
	require.NoError(t, os.Remove(restored+"-wal"))
	require.NoError(t, opened.MigrateUp(t.Context()))
	require.NoError(t, opened.Ready(t.Context()))
}

// What a killed process left is its own, and is taken up.
func TestAWALOfTheSameDatabaseIsTakenUp(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	customer := s.NewCustomer(t)
	crashed := filepath.Join(t.TempDir(), "zayavka.db")
	for _, suffix := range []string{"", "-wal"} {
		require.NoError(t, copyElsewhere(fileOf(s)+suffix, crashed+suffix))
	}
	_, err := storetest.Open(t, "sqlite://"+crashed).Customer(t.Context(), customer.ID)
	require.NoError(t, err)
}

// copyElsewhere copies a file by another process: this one must not open a database.
func copyElsewhere(from, to string) error { return exec.Command("cp", from, to).Run() }

func TestADatabaseThatIsNotInUTF8IsRefused(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	db, err := sql.Open("pgx", url)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	_, err = db.ExecContext(t.Context(), "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
	require.NoError(t, err)
	var name string
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT current_database()").Scan(&name))
	s, err := store.Open(store.Options{URL: strings.Replace(url, "/"+name+"?", "/latin?", 1)})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.ErrorContains(t, s.MigrateUp(t.Context()), "LATIN1")
	require.ErrorContains(t, s.Ready(t.Context()), "ENCODING 'UTF8'")
}
