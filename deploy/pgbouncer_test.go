//go:build deploy

package deploy_test

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // registers the database/sql driver "pgx"
	"github.com/stretchr/testify/require"

	"zayavka/porttest"
	"zayavka/store/storetest"
)

// pgBouncer runs the recipe before a new PostgreSQL, and gives the addresses of both.
func pgBouncer(t *testing.T) (pooled, direct string) {
	t.Helper()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	admin, err := sql.Open("pgx", postgres.URL("postgres"))
	require.NoError(t, err)
	defer func() { require.NoError(t, admin.Close()) }()
	setting := "ALTER ROLE zayavka SET idle_in_transaction_session_timeout = '5s';"
	require.Contains(t, recipe(t, "pgbouncer/pgbouncer.ini"), setting)
	for _, statement := range []string{"CREATE ROLE zayavka LOGIN", "CREATE DATABASE zayavka OWNER zayavka", setting} {
		_, err := admin.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
	address, err := url.Parse(postgres.URL("zayavka"))
	require.NoError(t, err)
	folder, port := address.Query().Get("host"), portOf(t, porttest.FreeAddress(t))
	users := filepath.Join(folder, "userlist.txt")
	require.NoError(t, os.WriteFile(users, []byte(`"zayavka" "password"`+"\n"), 0o644)) //nolint:gosec // PostgreSQL's user reads it
	config := filepath.Join(folder, "pgbouncer.ini")
	require.NoError(t, os.WriteFile(config, []byte(recipe(t, "pgbouncer/pgbouncer.ini",
		"host=127.0.0.1 port=5432", "host="+folder, "listen_port = 6432", "listen_port = "+port, "/etc/pgbouncer/userlist.txt", users)), 0o644)) //nolint:gosec // as above
	program := "pgbouncer"
	if _, err := exec.LookPath(program); err != nil {
		program = "/usr/sbin/pgbouncer" // which is not in everybody's path
	}
	words := []string{config}
	if os.Getuid() == 0 { // as which it refuses to run
		words = append([]string{"-u", "postgres"}, words...)
	}
	start(t, exec.CommandContext(context.Background(), program, words...))
	return "postgres://zayavka:password@127.0.0.1:" + port + "/zayavka", "postgres:///zayavka?user=zayavka&host=" + folder
}

func TestPgBouncerServesAShopWhole(t *testing.T) {
	pooled, direct := pgBouncer(t)
	s := newSite(t, nginx(), "DATABASE_URL="+pooled, "DATABASE_LISTEN_URL="+direct, "FILES_URL=file://"+t.TempDir())
	s.login()
	s.liveUpdate()
	s.customerWrites()
	for range 30 { // more than the connections behind the pooler
		s.graphQL(`mutation { updateTask(taskData: {id: 1, description: "x"}) { task { id } } }`)
	}
}

func TestPgBouncerWithoutADirectAddressIsRefusedInWords(t *testing.T) {
	pooled, _ := pgBouncer(t)
	serve := exec.CommandContext(context.Background(), binary, "serve")
	serve.Dir = t.TempDir()
	serve.Env = append(os.Environ(), "ZAYAVKA_TELEGRAM_TOKEN=110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "ZAYAVKA_TELEGRAM_API_URL=http://127.0.0.1:1",
		"ZAYAVKA_HTTP_LISTEN="+porttest.FreeAddress(t), "ZAYAVKA_DATABASE_URL="+pooled)
	log := start(t, serve)
	require.Eventually(t, func() bool {
		return strings.Contains(log.String(), "let database.listen_url lead to PostgreSQL itself")
	}, 30*time.Second, 50*time.Millisecond)
	require.NotContains(t, log.String(), "password@")
}
