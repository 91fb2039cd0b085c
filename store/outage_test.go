package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func openRaw(t *testing.T, driver, source string) *sql.DB {
	t.Helper()
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

func TestAnOutageIsToldFromAFaultOfTheData(t *testing.T) {
	t.Parallel()
	lite := openRaw(t, "sqlite", "file:"+filepath.Join(t.TempDir(), "outage.db"))
	postgres := openRaw(t, "pgx", storetest.Postgres(t))
	exec := func(db *sql.DB, statements ...string) (err error) {
		for _, statement := range statements {
			if _, err = db.ExecContext(t.Context(), statement); err != nil {
				return fmt.Errorf("as the store wraps it: %w", err)
			}
		}
		return err
	}
	require.NoError(t, exec(lite, "CREATE TABLE things (name text UNIQUE)", "INSERT INTO things VALUES ('a')"))
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, cancelled := postgres.ExecContext(ended, "SELECT 1")
	for name, err := range map[string]error{
		"SQLite's disk is full":             exec(lite, "PRAGMA max_page_count = 3", "INSERT INTO things VALUES (hex(randomblob(100000)))"),
		"SQLite is read-only":               exec(lite, "PRAGMA query_only = 1", "INSERT INTO things VALUES ('b')"),
		"SQLite's file cannot be opened":    exec(openRaw(t, "sqlite", "file:/no/such/folder/outage.db"), "SELECT * FROM things"),
		"PostgreSQL is read-only":           exec(postgres, "SET default_transaction_read_only = on", "CREATE TABLE things (name text)"),
		"PostgreSQL's time is out":          exec(postgres, "SET default_transaction_read_only = off", "SET statement_timeout = 1", "SELECT pg_sleep(1)"),
		"PostgreSQL has no such table":      exec(postgres, "SET statement_timeout = 0", "SELECT * FROM nothing"),
		"PostgreSQL's disk is full":         exec(postgres, "DO $$ BEGIN RAISE SQLSTATE '53100'; END $$"),
		"PostgreSQL is shut down":           exec(postgres, "DO $$ BEGIN RAISE SQLSTATE '57P01'; END $$"),
		"PostgreSQL cannot be reached":      exec(openRaw(t, "pgx", "postgres://127.0.0.1:1/nothing"), "SELECT 1"),
		"the caller went away":              cancelled,
		"the time of a handler is over":     context.DeadlineExceeded,
		"the connection was closed already": sql.ErrConnDone,
	} {
		require.Error(t, err, name)
		require.True(t, store.IsOutage(err), "%s: %v", name, err)
	}
	for name, err := range map[string]error{
		"SQLite: not unique":      exec(lite, "PRAGMA query_only = 0", "INSERT INTO things VALUES ('a')"),
		"PostgreSQL: not a date":  exec(postgres, "SELECT 'x'::date"),
		"PostgreSQL: not unique":  exec(postgres, "DO $$ BEGIN RAISE unique_violation; END $$"),
		"a rule of the domain":    &store.Error{Code: store.Conflict, Message: "Not so."},
		"a mistake in a program":  errors.New("a mistake"),
		"no error at all (a nil)": nil,
	} {
		require.False(t, store.IsOutage(err), "%s: %v", name, err)
	}
}

func TestWhatAFrozenProcessHasLockedIsLetGo(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	for address, expected := range map[string]string{url: "5s", url + "&idle_in_transaction_session_timeout=1000": "1s"} {
		limit, err := storetest.Open(t, address).PostgresSetting(t.Context(), "idle_in_transaction_session_timeout")
		require.NoError(t, err)
		require.Equal(t, expected, limit)
	}
}
