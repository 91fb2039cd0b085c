package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// once sends an operation under a key.
// persisted is a request as Apollo's clients send it; an empty query is left out.
func persisted(version int, hash, query string) string {
	request := map[string]any{"extensions": map[string]any{"persistedQuery": map[string]any{"version": version, "sha256Hash": hash}}}
	if query != "" {
		request["query"] = query
	}
	text, _ := json.Marshal(request)
	return string(text)
}

const notPersisted = `{"errors": [{"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}]}`

func hashOf(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}

func (m member) once(key, query string, variables ...vars) answer {
	m.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": first(variables)})
	require.NoError(m.t, err)
	header := map[string]string{
		"Content-Type": "application/json", "Accept": "application/graphql-response+json", "Idempotency-Key": key,
	}
	if m.token != "" {
		header["Authorization"] = "Bearer " + m.token
	}
	return m.send(http.MethodPost, "/graphql", header, strings.NewReader(string(body)))
}

const createAnna = `mutation($note: String) { createTask(taskData: {customerPhone: "+79170000001", description: $note}) { task { id description } } }`

func (s *server) countTasks() int {
	s.t.Helper()
	tasks, err := s.Tasks(s.t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(s.t, err)
	return len(tasks)
}

func TestAMutationUnderAKeyIsCarriedOutOnce(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		first := anna.once("k-1", createAnna, vars{"note": "один"})
		require.Equal(t, http.StatusOK, first.status)
		require.JSONEq(t, `{"data": {"createTask": {"task": {"id": "1", "description": "один"}}}}`, first.body)
		require.Empty(t, first.header.Get("Idempotent-Replayed"))
		for _, key := range []string{"k-1", `"k-1"`} {
			again := anna.once(key, createAnna, vars{"note": "один"})
			require.Equal(t, http.StatusOK, again.status)
			require.Equal(t, first.body, again.body)
			require.Equal(t, "true", again.header.Get("Idempotent-Replayed"))
		}
		require.Equal(t, 1, s.countTasks())
		require.JSONEq(t, `{"data": {"createTask": {"task": {"id": "2", "description": "один"}}}}`, anna.once("k-2", createAnna, vars{"note": "один"}).body)

		s.Clock.Advance(24 * time.Hour)
		anna = s.loginAs("staff1@example.com", "correct horse battery")
		require.Contains(t, anna.once("k-1", createAnna, vars{"note": "один"}).body, `"id":"3"`, "a key is kept for a day")
	})
}

func TestManyOfTheSameAtOnceMakeOneTask(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		var clients sync.WaitGroup
		for range 12 {
			clients.Go(func() {
				got := anna.once("k", createAnna)
				switch {
				case got.status == http.StatusOK && strings.Contains(got.body, `"id":"1"`):
				case got.status == http.StatusConflict && strings.Contains(got.body, "This request is still being carried out."):
				default:
					t.Errorf("%d %s", got.status, got.body)
				}
			})
		}
		clients.Wait()
		require.Equal(t, 1, s.countTasks())
	})
}

func TestAKeyOfAnotherRequestIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna, boris := s.login(s.NewStaff(t)), s.login(s.NewStaff(t))
	require.Equal(t, http.StatusOK, anna.once("k", createAnna, vars{"note": "a"}).status)
	got := anna.once("k", createAnna, vars{"note": "b"})
	require.Equal(t, http.StatusUnprocessableEntity, got.status)
	require.JSONEq(t, `{"errors": [{"message": "The Idempotency-Key \"k\" came with another request before. Use a new key for each request.",
		"extensions": {"code": "INVALID", "field": "Idempotency-Key"}}]}`, got.body)
	require.Equal(t, http.StatusUnprocessableEntity, anna.once("k", `mutation { deleteTask(id: 1) { id } }`).status)
	require.Equal(t, http.StatusOK, boris.once("k", `mutation { deleteTask(id: 1) { id } }`).status, "another account's key is another key")
}

func TestAKeyThatIsNoKeyIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for _, key := range []string{"", `""`, strings.Repeat("x", 256), "ключ", `a"b`, `"a`} {
		got := anna.once(key, createAnna)
		require.Equal(t, http.StatusUnprocessableEntity, got.status, key)
		require.Contains(t, got.body, "An Idempotency-Key has 1 to 255 printable ASCII characters, none of them a quote.")
	}
	require.Zero(t, s.countTasks())
	require.Equal(t, http.StatusOK, anna.once(strings.Repeat("x", 255), createAnna).status)
}

func TestAnErrorThatChangedNothingReleasesTheKey(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		const remove = `mutation($id: ID!) { deleteTask(id: $id) { id } }`
		require.Contains(t, anna.once("k", remove, vars{"id": 1}).body, "Not found.")
		require.Equal(t, http.StatusBadRequest, anna.once("k", remove, vars{"id": nil}).status)
		s.NewTask(t, s.NewCustomer(t))
		require.JSONEq(t, `{"data": {"deleteTask": {"id": "1"}}}`, anna.once("k", remove, vars{"id": 1}).body)
	})
}

func TestAnErrorBesideAChangeIsKept(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	const both = `mutation { createTask(taskData: {customerPhone: "+79170000001"}) { task { id } } deleteTask(id: 404) { id } }`
	first := anna.once("k", both)
	require.Contains(t, first.body, `"deleteTask":null`)
	again := anna.once("k", both)
	require.Equal(t, first.body, again.body)
	require.Equal(t, 1, s.countTasks())
}

func TestAfterACrashARequestThatWasCarriedOutIsNotRepeated(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		anna := s.login(staff)
		crashed := func(key string) store.KeyedRequest {
			t.Helper()
			// The hash is that of createAnna without variables.
			keyed, err := s.BeginKeyedRequest(t.Context(), "staff 1", key, hashOf(`["`+hashOf(createAnna)+`","",null]`), 20*time.Second)
			require.NoError(t, err)
			return keyed
		}
		crashed("before the change")
		_, err := s.CreateTask(store.WithKeyedRequest(t.Context(), crashed("after the change").ID),
			store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{CustomerPhone: "+79170000001"})
		require.NoError(t, err)

		for _, key := range []string{"before the change", "after the change"} {
			got := anna.once(key, createAnna)
			require.Equal(t, http.StatusConflict, got.status)
			require.Contains(t, got.body, `"This request is still being carried out. Send it again in a moment."`)
		}
		s.Clock.Advance(20 * time.Second)
		got := anna.once("after the change", createAnna)
		require.Equal(t, http.StatusConflict, got.status)
		require.JSONEq(t, `{"errors": [{"message": "This request was carried out, but its answer was lost. Read the data to see the result.",
			"extensions": {"code": "CONFLICT", "field": "Idempotency-Key"}}]}`, got.body)
		require.Equal(t, 1, s.countTasks())
		require.Contains(t, anna.once("before the change", createAnna).body, `"id":"2"`)
	})
}

func TestKeysOfStrangersAndOfQueriesAreIgnored(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for _, query := range []string{`{ allTasks { id } }`, `mutation { login(email: "x@example.com", password: "wrong") { success } }`} {
		require.Equal(t, http.StatusOK, s.stranger().once("", query).status, "not even read")
	}
	require.Contains(t, s.stranger().once("k", createAnna).body, "UNAUTHENTICATED")
	require.JSONEq(t, `{"data": {"allTasks": []}}`, anna.once("k", `{ allTasks { id } }`).body)
	s.NewTask(t, s.NewCustomer(t))
	require.JSONEq(t, `{"data": {"allTasks": [{"id": "1"}]}}`, anna.once("k", `{ allTasks { id } }`).body)
}

func TestAnAnswerWithASecretIsNotKept(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	const login = `mutation { ...f } fragment f on Mutation { login(email: "staff1@example.com", password: "correct horse battery") { token } }`
	first, second := anna.once("k", login), anna.once("k", login)
	require.Contains(t, first.body, `"token":"`)
	require.Contains(t, second.body, `"token":"`)
	require.NotEqual(t, first.body, second.body)
	require.Empty(t, second.header.Get("Idempotent-Replayed"))
}

func TestAKeyedMutationByAPersistedQueryIsTheSameRequest(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	send := func(query string) answer {
		return s.send(http.MethodPost, "/graphql", map[string]string{
			"Content-Type": "application/json", "Idempotency-Key": "k", "Authorization": "Bearer " + anna.token,
		}, strings.NewReader(persisted(1, hashOf(createAnna), query)))
	}
	require.JSONEq(t, notPersisted, send("").body)
	require.Empty(t, send(createAnna).header.Get("Idempotent-Replayed"))
	require.Equal(t, "true", send("").header.Get("Idempotent-Replayed"))
	require.Equal(t, "true", anna.once("k", createAnna).header.Get("Idempotent-Replayed"))
	require.Equal(t, 1, s.countTasks())
}
