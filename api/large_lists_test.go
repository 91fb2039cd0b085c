package api

import (
	"database/sql"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	engine "zayavka/api/graphql"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestLongListsWaitForAPlaceAndShortOnesDoNot(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	a, err := New(Options{
		Store: s.Store, Secret: []byte("secret"), AccessTTL: time.Hour, RefreshTTL: time.Hour,
		Limits: Limits{Limits: engine.Limits{Timeout: time.Minute}}, Clock: s.Clock.Now, Logger: slog.New(slog.DiscardHandler),
	})
	require.NoError(t, err)
	staff := s.NewStaff(t)
	session, err := a.auth.Start(t.Context(), staff, store.ByPassword)
	require.NoError(t, err)
	s.NewTask(t, s.NewCustomer(t))
	db, err := sql.Open("sqlite", strings.TrimPrefix(s.URL, "sqlite://"))
	require.NoError(t, err)
	_, err = db.ExecContext(t.Context(), `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 5000)
		INSERT INTO customers (phone, phone_key, created_at, updated_at) SELECT n, n, created_at, created_at FROM counted, (SELECT created_at FROM tasks)`)
	require.NoError(t, err)
	require.NoError(t, db.Close())

	for range maxLargeLists {
		a.largeLists <- struct{}{}
	}
	_, body := ask(t.Context(), a, session.AccessToken, `{ allTasks { id } }`)
	require.JSONEq(t, `{"data": {"allTasks": [{"id": "1"}]}}`, body)
	a.server.Limits.Timeout = 100 * time.Millisecond
	_, body = ask(t.Context(), a, session.AccessToken, `{ allCustomers { id } }`)
	require.Contains(t, body, "The operation took longer than 100ms and was stopped.")
	a.server.Limits.Timeout = time.Minute

	<-a.largeLists
	status, body := ask(t.Context(), a, session.AccessToken, `{ a: allCustomers { id } b: allCustomers { id } }`)
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, 2*5_001, strings.Count(body, `"id"`), "an operation needs one place for all its lists")
	require.Eventually(t, func() bool { return len(a.largeLists) == maxLargeLists-1 }, time.Minute, time.Millisecond, "it gives its place back")
}
