package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// heldAtTasks runs a command that writes into a database in PostgreSQL, and kills it while it waits for a lock on the tasks.
func heldAtTasks(t *testing.T, into *storetest.Store, lock string, command *exec.Cmd) {
	t.Helper()
	db := into.DB(t)
	held, err := db.BeginTx(context.WithoutCancel(t.Context()), nil)
	require.NoError(t, err)
	_, err = held.ExecContext(t.Context(), "LOCK TABLE tasks IN "+lock+" MODE")
	require.NoError(t, err)
	require.NoError(t, command.Start())
	exists := func(query string) bool {
		var found bool
		require.NoError(t, db.QueryRowContext(t.Context(), "SELECT EXISTS ("+query+")").Scan(&found))
		return found
	}
	require.Eventually(t, func() bool {
		return exists("SELECT 1 FROM pg_locks WHERE relation = 'tasks'::regclass AND NOT granted")
	}, time.Minute, 5*time.Millisecond)
	require.NoError(t, command.Process.Kill())
	require.Error(t, command.Wait())
	require.NoError(t, held.Rollback())
	require.Eventually(t, func() bool { // PostgreSQL has noticed that it is gone
		return !exists("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'")
	}, time.Minute, 5*time.Millisecond)
}

// emptyPostgres is a new database in PostgreSQL with nothing but the schema.
func emptyPostgres(t *testing.T) *storetest.Store {
	t.Helper()
	return &storetest.Store{URL: storetest.Postgres(t)}
}

func count(t *testing.T, db *sql.DB, table string) (rows int) {
	t.Helper()
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM "+table).Scan(&rows))
	return rows
}

// withTasks is a service with tasks that has been stopped.
func withTasks(t *testing.T, tasks int) *served {
	t.Helper()
	s := newServed(t)
	for n := range tasks {
		require.NoError(t, s.createTask(n))
	}
	s.stop(t)
	return s
}

// whole tells that all is in a database, and served.
func whole(t *testing.T, url string, tasks int) {
	t.Helper()
	s, err := store.Open(store.Options{URL: url})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.NoError(t, s.Ready(t.Context()))
	found, err := s.CountTasks(t.Context(), store.TaskFilter{})
	require.NoError(t, err)
	require.Equal(t, tasks, found)
}

func TestACopyIntoPostgresThatIsKilledLeavesNothingAndIsSaidAgain(t *testing.T) {
	t.Parallel()
	s, into := withTasks(t, 5), emptyPostgres(t)
	// The customers are written, the tasks are not.
	heldAtTasks(t, into, "SHARE", s.command("copy", "--to", into.URL))
	for _, table := range []string{"customers", "staff", "tasks"} {
		require.Zero(t, count(t, into.DB(t), table), table)
	}
	require.Contains(t, s.run(t, "copy", "--to", into.URL), "with the same checksums there")
	whole(t, into.URL, 5)
}

func TestACopyIntoPostgresThatIsKilledAfterItsCommitIsWholeAndNotMixedWithAnother(t *testing.T) {
	t.Parallel()
	s, into := withTasks(t, 5), emptyPostgres(t)
	heldAtTasks(t, into, "SHARE UPDATE EXCLUSIVE", s.command("copy", "--to", into.URL))
	refused, err := s.command("copy", "--to", into.URL).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(refused), "is not empty: there are rows in")
	whole(t, into.URL, 5)
	s.with("ZAYAVKA_DATABASE_URL", into.URL)
	s.start(t)
	var found struct{ Tasks struct{ TotalCount int } }
	require.NoError(t, s.graphQL(`{ tasks(filter: {search: "917"}) { totalCount } }`, &found))
	require.Equal(t, 5, found.Tasks.TotalCount, "what is searched is filled in by the start")
}

func TestARestoreThatIsKilledLeavesTheDatabaseAsItWasAndIsSaidAgain(t *testing.T) {
	t.Parallel()
	const rows = 3_000 // so that it takes a while
	var orders strings.Builder
	orders.WriteString("№ заказа;Телефон;Неисправность\n")
	for n := range rows {
		fmt.Fprintf(&orders, "%d;8916%07d;Экран\n", n, n)
	}
	s := withTasks(t, 0)
	s.run(t, "import", "--yes", writeFile(t, orders.String()))
	by := filepath.Join(t.TempDir(), "by-hand.db")
	s.run(t, "backup", by)
	s.start(t)
	require.NoError(t, s.createTask(0))
	s.stop(t)
	temporary := t.TempDir()
	s.with("TMPDIR", temporary)
	killed := s.command("restore", "--yes", by)
	require.NoError(t, killed.Start())
	require.Eventually(t, func() bool {
		_, err := os.Stat(s.file + ".restored.part")
		return err == nil
	}, 20*time.Second, time.Millisecond)
	require.NoError(t, killed.Process.Kill())
	require.Error(t, killed.Wait())
	whole(t, "sqlite://"+s.file, rows+1)
	copies := func() []string {
		found, err := filepath.Glob(filepath.Join(temporary, "*", "backup.db"))
		require.NoError(t, err)
		return found
	}
	require.Len(t, copies(), 1)
	yesterday := time.Now().Add(-25 * time.Hour)
	require.NoError(t, os.Chtimes(filepath.Dir(copies()[0]), yesterday, yesterday))

	require.Contains(t, s.run(t, "restore", "--yes", by), "is kept in "+s.file+"-before-restore-")
	whole(t, "sqlite://"+s.file, rows)
	aside, err := filepath.Glob(s.file + "-before-restore-*")
	require.NoError(t, err)
	require.Len(t, aside, 1)
	whole(t, "sqlite://"+aside[0], rows+1)
	left, err := filepath.Glob(s.file + ".restored*")
	require.NoError(t, err)
	require.Empty(t, left)
	require.Empty(t, copies(), "what the first one had unpacked goes as well, after a day")
}

func TestARestoreIntoPostgresThatIsKilledLeavesNothingAndIsSaidAgain(t *testing.T) {
	t.Parallel()
	s, into := withTasks(t, 5), emptyPostgres(t)
	by := filepath.Join(t.TempDir(), "by-hand.db")
	s.run(t, "backup", by)
	s.with("ZAYAVKA_DATABASE_URL", into.URL)
	heldAtTasks(t, into, "SHARE", s.command("restore", by))
	require.Zero(t, count(t, into.DB(t), "customers"))
	require.Contains(t, s.run(t, "restore", by), "Restored")
	whole(t, into.URL, 5)
}
