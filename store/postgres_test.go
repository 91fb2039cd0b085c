package store_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func openAt(t *testing.T, databaseURL, listenURL string) *store.Store {
	t.Helper()
	s, err := store.Open(store.Options{URL: databaseURL, ListenURL: listenURL})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func TestAPoolerIsRefusedWhereASessionIsNeeded(t *testing.T) {
	t.Parallel()
	direct := storetest.Postgres(t)
	require.NoError(t, openAt(t, direct, "").CheckSessions(t.Context()))
	for name, settings := range map[string]string{
		"as it comes":                        "",
		"that drops what it does not know":   "ignore_startup_parameters = zayavka.direct, idle_in_transaction_session_timeout, extra_float_digits",
		"whose pools are sessions' own also": "pool_mode = session",
	} {
		t.Run(name, func(t *testing.T) {
			pooled := storetest.PgBouncer(t, direct, settings)
			s := openAt(t, pooled, "")
			for attempted, err := range map[string]error{
				"check": s.CheckSessions(t.Context()), "migrate": s.MigrateUp(t.Context()), "listen": s.Listen(t.Context()),
			} {
				require.ErrorContains(t, err, "connection pooler such as PgBouncer", attempted)
				require.ErrorContains(t, err, "database.listen_url", attempted)
			}
			require.NoError(t, openAt(t, pooled, direct).CheckSessions(t.Context()))
			require.ErrorContains(t, openAt(t, pooled, pooled).CheckSessions(t.Context()), "connection pooler")
		})
	}
}

func TestAListenURLToAnotherDatabaseIsRefused(t *testing.T) {
	t.Parallel()
	direct := storetest.Postgres(t)
	s := openAt(t, storetest.PgBouncer(t, direct), storetest.Postgres(t))
	require.ErrorContains(t, s.CheckSessions(t.Context()), "database.listen_url leads to another database than database.url")
}

func TestAUserWhoMayNotMakeTablesIsToldWhatToGrant(t *testing.T) {
	t.Parallel()
	admin := storetest.Postgres(t)
	address, err := url.Parse(admin)
	require.NoError(t, err)
	name := "shop_" + strings.TrimPrefix(address.Path, "/")
	conn, err := pgx.Connect(t.Context(), admin)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, conn.Close(t.Context())) })
	for _, statement := range []string{
		"CREATE ROLE " + name + " LOGIN", "CREATE DATABASE " + name + " TEMPLATE template0",
		"GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + name,
	} {
		_, err := conn.Exec(t.Context(), statement)
		require.NoError(t, err)
	}
	query := address.Query()
	query.Set("user", name)
	address.Path, address.RawQuery = "/"+name, query.Encode()
	s := openAt(t, address.String(), "")
	err = s.MigrateUp(t.Context())
	require.ErrorContains(t, err, `GRANT CREATE ON DATABASE "`+name+`" TO "`+name+`"`)
	require.ErrorContains(t, err, `GRANT ALL ON SCHEMA public TO "`+name+`"`)

	// What it says is enough.
	_, err = conn.Exec(t.Context(), "GRANT CREATE ON DATABASE "+name+" TO "+name)
	require.NoError(t, err)
	query.Set("user", "postgres")
	address.RawQuery = query.Encode()
	inside, err := pgx.Connect(t.Context(), address.String())
	require.NoError(t, err)
	_, err = inside.Exec(t.Context(), "GRANT ALL ON SCHEMA public TO "+name)
	require.NoError(t, err)
	require.NoError(t, inside.Close(t.Context()))
	require.NoError(t, s.MigrateUp(t.Context()))
}
