package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
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
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)), func(o *api.Options) { o.Limits.Timeout, o.Limits.MaxRows = 2*time.Minute, 200_000 })
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

	nested := anna.call(`{ allCustomers { id tasks { id } } }`, nil).body
	require.NotContains(t, nested, `"errors"`)
	conn, err := pgx.Connect(t.Context(), s.URL)
	require.NoError(t, err)
	defer func() { require.NoError(t, conn.Close(context.Background())) }()
	_, err = conn.Exec(t.Context(), "INSERT INTO tasks (customer_id, category, status, created_at, updated_at) VALUES (1, 'OTHER', 'READY', now(), now())")
	require.NoError(t, err)
	anna.breaksOff(`{ allCustomers { id tasks { id } } }`, "The answer has too many rows: at most 200000 are allowed")

	s.NewTask(t, s.NewCustomer(t))
	anna.fails(refused+"customers(first: 100).", invalid, `{ allCustomers { id } }`)
	anna.fails(refused+"tasks(first: 100).", invalid, `{ allTasks { id } }`)
	anna.fails(refused+"tasks(first: 100).", invalid, `{ allTasks(statuses: [READY, ACCEPTED]) { id } }`)
	require.Equal(t, 1, strings.Count(anna.call(`{ allTasks(statuses: [ACCEPTED]) { id } }`, nil).body, `"id"`))
}

// begin asks for a list that no buffer between here and there holds, and reads the answer's first bytes.
func (m member) begin(t *testing.T) (begun string, rest io.ReadCloser) {
	t.Helper()
	const query = `{"query": "{ allTasks { id description a: description b: description c: description customer { id phone } } }"}`
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, m.url+"/graphql", strings.NewReader(query))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+m.token)
	request.Header.Set("Accept-Encoding", "identity")
	response, err := m.http.Do(request)
	require.NoError(t, err)
	t.Cleanup(func() { _ = response.Body.Close() })
	require.Equal(t, http.StatusOK, response.StatusCode)
	require.Equal(t, "application/json; charset=utf-8", response.Header.Get("Content-Type"))
	first := make([]byte, len(`{"data":{"allTasks":[{"id`))
	_, err = io.ReadFull(response.Body, first)
	require.NoError(t, err)
	return string(first), response.Body
}

func TestALongListIsSentWhileItIsRead(t *testing.T) {
	t.Parallel()
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)))
	anna := s.login(s.NewStaff(t))
	const count = 8_000
	manyCustomers(t, s.Store, count)
	conn, err := pgx.Connect(t.Context(), s.URL)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, conn.Close(context.Background())) })
	_, err = conn.Exec(t.Context(), "UPDATE tasks SET description = repeat('description ', 50)")
	require.NoError(t, err)

	begun, rest := anna.begin(t)
	require.Equal(t, `{"data":{"allTasks":[{"id`, begun)

	anna.gives(`{"data": {"a": [], "taskById": {"id": "1"}}}`, `{ a: allTasks(statuses: [CLOSED]) { id } taskById(id: 1) { id } }`)
	other := anna.call(`{ allCustomers { id } }`, nil)
	require.Equal(t, count, strings.Count(other.body, `"id"`), "a client that reads slowly keeps nobody waiting")

	text, err := io.ReadAll(rest)
	require.NoError(t, err)
	var answer struct {
		Data struct {
			AllTasks []struct {
				ID       string
				Customer struct{ Phone string }
			}
		}
		Errors []any
	}
	require.NoError(t, json.Unmarshal(append([]byte(begun), text...), &answer))
	require.Empty(t, answer.Errors)
	require.Len(t, answer.Data.AllTasks, count)
	for i, task := range answer.Data.AllTasks {
		require.Equal(t, fmt.Sprint(i+1), task.ID)
		require.Equal(t, fmt.Sprint(i+1), task.Customer.Phone)
	}

	_, rest = anna.begin(t)
	_, err = conn.Exec(t.Context(), "ALTER TABLE tasks RENAME TO gone")
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, rest)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF, "half a list must not look whole")
	require.Contains(t, s.log.String(), "a long answer was broken off")
	anna.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)
}
