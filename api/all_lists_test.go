package api_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store/storetest"
)

// manyCustomers writes cards, and with each of them a task, past the store: they are too many for it.
func manyCustomers(t *testing.T, s *storetest.Store, count int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL)
	require.NoError(t, err)
	defer func() { require.NoError(t, conn.Close(context.WithoutCancel(t.Context()))) }()
	_, err = conn.Exec(t.Context(), fmt.Sprintf(`
		INSERT INTO customers (phone, phone_key, created_at, updated_at) SELECT n, n, now(), now() FROM generate_series(1, %d) AS n;
		INSERT INTO tasks (customer_id, category, status, created_at, updated_at) SELECT id, 'OTHER', 'READY', now(), now() FROM customers;
		ANALYZE`, count))
	require.NoError(t, err)
}

func TestAListWithoutPagesIsWholeOrRefused(t *testing.T) {
	t.Parallel()
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)), func(o *api.Options) { o.Limits.Timeout = 2 * time.Minute })
	anna := s.login(s.NewStaff(t))
	manyCustomers(t, s.Store, 100_000)
	require.Equal(t, 100_000, strings.Count(anna.call(`{ allCustomers { id } }`, nil).body, `"id"`))
	require.Equal(t, 100_000, strings.Count(anna.call(`{ allTasks { id } }`, nil).body, `"id"`))

	const refused = "These are more than 100000 rows, which is the most that one answer gives. Filter them, or read them by pages: "
	const invalid = `{"code": "INVALID"}`
	anna.fails(refused+"customers(first: 100).", invalid, `{ allTasks { id } allCustomers { id } }`)
	batch := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Authorization": "Bearer " + anna.token},
		strings.NewReader(`[{"query": "{ allTasks { id } }"}, {"query": "{ allCustomers { id } }"}]`))
	require.Contains(t, batch.body, refused+"customers(first: 100).")

	s.NewTask(t, s.NewCustomer(t))
	anna.fails(refused+"customers(first: 100).", invalid, `{ allCustomers { id } }`)
	anna.fails(refused+"tasks(first: 100).", invalid, `{ allTasks { id } }`)
	anna.fails(refused+"tasks(first: 100).", invalid, `{ allTasks(statuses: [READY, ACCEPTED]) { id } }`)
	require.Equal(t, 1, strings.Count(anna.call(`{ allTasks(statuses: [ACCEPTED]) { id } }`, nil).body, `"id"`))
}
