package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

type command interface {
	Run(ctx context.Context, console console) error
}

// run runs a command against a database and returns what it printed.
func run(t *testing.T, databaseURL string, command command) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := command.Run(t.Context(), console{
		in: strings.NewReader(""), out: &out,
		environment: []string{"ZAYAVKA_DATABASE_URL=" + databaseURL},
	})
	return out.String(), err
}

func TestStaffAreManagedFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	printed, err := run(t, url, staffAddCommand{Email: "anna@example.com", Name: "Анна", Password: "correct horse", Admin: true})
	require.NoError(t, err)
	require.Contains(t, printed, "anna@example.com (admin)")
	require.NotContains(t, printed, "correct horse")

	printed, err = run(t, url, staffAddCommand{Email: "igor@example.com"})
	require.NoError(t, err)
	generated := regexp.MustCompile(`Password: (\S{20})`).FindStringSubmatch(printed)
	require.NotNil(t, generated, printed)

	s := storetest.Open(t, url)
	_, err = s.Authenticate(t.Context(), "igor@example.com", generated[1])
	require.NoError(t, err)

	_, err = run(t, url, staffPasswdCommand{Email: "IGOR@example.com", Password: "another password"})
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), "igor@example.com", "another password")
	require.NoError(t, err)

	_, err = run(t, url, staffDisableCommand{Email: "igor@example.com"})
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), "igor@example.com", "another password")
	require.Equal(t, store.Unauthenticated, store.CodeOf(err))

	printed, err = run(t, url, staffListCommand{})
	require.NoError(t, err)
	require.Regexp(t, `(?m)^1 +anna@example.com +admin +active +Анна$`, printed)
	require.Regexp(t, `(?m)^2 +igor@example.com +staff +disabled`, printed)

	_, err = run(t, url, staffAddCommand{Email: "anna@example.com", Password: "correct horse"})
	require.ErrorContains(t, err, "already exists")
	_, err = run(t, url, staffDisableCommand{Email: "nobody@example.com"})
	require.ErrorContains(t, err, "zayavka staff list")
}

func TestMigrationsRunFromTheShell(t *testing.T) {
	url := storetest.SQLite(t)
	_, err := run(t, url, staffListCommand{})
	require.ErrorContains(t, err, "zayavka migrate up")
	printed, err := run(t, url, migrateStatusCommand{})
	require.NoError(t, err)
	require.Contains(t, printed, "0001_base not applied")
	_, err = run(t, url, migrateUpCommand{})
	require.NoError(t, err)
	printed, err = run(t, url, migrateStatusCommand{})
	require.NoError(t, err)
	require.Contains(t, printed, "0001_base applied")
	_, err = run(t, url, migrateDownCommand{})
	require.NoError(t, err)
}

func TestABackupNeedsADatabase(t *testing.T) {
	folder := t.TempDir()
	_, err := run(t, "sqlite://"+filepath.Join(folder, "none.db"), backupCommand{File: filepath.Join(folder, "copy.db")})
	require.ErrorContains(t, err, "no database")
	require.NoFileExists(t, filepath.Join(folder, "none.db"))

	url := storetest.SQLite(t)
	storetest.Open(t, url).NewCustomer(t)
	copied := filepath.Join(folder, "copy.db")
	_, err = run(t, url, backupCommand{File: copied})
	require.NoError(t, err)
	customers, err := storetest.Open(t, "sqlite://"+copied).Customers(t.Context())
	require.NoError(t, err)
	require.Len(t, customers, 1)
}

func TestTheDemoCleansUpAfterItself(t *testing.T) {
	d, err := startDemo(t.Context(), "127.0.0.1:0")
	require.NoError(t, err)
	var explained bytes.Buffer
	d.explain(&explained)
	require.Contains(t, explained.String(), d.telegram.URL())
	require.Contains(t, explained.String(), demoPassword)
	folder := d.folder
	require.DirExists(t, folder)
	w := &world{app: d.app, log: &logBuffer{}}
	w.waitReady(t)
	require.NoError(t, d.stop(t.Context()))
	_, err = os.Stat(folder)
	require.ErrorIs(t, err, os.ErrNotExist)
}
