package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
)

const (
	tooManyRows = "The answer has too many rows: at most 250000 are allowed, all its lists together. Ask for shorter lists, or for fewer lists inside of lists."
	tooLong     = "The answer is too long: at most %d bytes are allowed. Ask for shorter lists, or for fewer lists inside of lists."
)

// withManyTasks has one customer of a hundred tasks, each with a long description.
func withManyTasks(t *testing.T, change ...func(*api.Options)) member {
	t.Helper()
	s := onSQLite(t, change...)
	anna := s.login(s.NewStaff(t))
	customer := s.NewCustomer(t)
	for range 100 {
		_, err := s.CreateTask(t.Context(), system, store.NewTask{
			CustomerPhone: customer.Phone, Description: strings.Repeat("ж", 5_000),
		})
		require.NoError(t, err)
	}
	return anna
}

// greedy are valid documents whose answers would fill the memory.
func greedy() map[string]string {
	nested := `customerById(id: 1) { tasks { customer { tasks { customer { tasks { customer { tasks { id } } } } } } } }`
	one, _ := json.Marshal(map[string]string{"query": "{ " + nested + " }"})
	mixed, _ := json.Marshal(map[string]string{"query": "{ __schema { queryType { name } } " + nested + " }"})
	lists, _ := json.Marshal(map[string]string{"query": "{ allTasks { customer { tasks { customer { tasks { id description } } } } } }"})
	aliases := "{"
	for i := range 100 {
		aliases += fmt.Sprintf(" a%d: customerById(id: 1) { tasks { description } }", i)
	}
	wide, _ := json.Marshal(map[string]string{"query": aliases + " }"})
	return map[string]string{
		"lists of lists":             string(one),
		"lists of lists and schema":  string(mixed),
		"lists of lists in allTasks": string(lists),
		"a hundred aliases":          string(wide),
		"a batch of five":            "[" + strings.Repeat(string(one)+",", 4) + string(one) + "]",
		"a batch of wide ones":       "[" + strings.Repeat(string(wide)+",", 4) + string(wide) + "]",
	}
}

func (m member) sendGreedy(body string) (answer string, allocated uint64) {
	m.t.Helper()
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+m.token)
	recorder := httptest.NewRecorder()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	m.handler.ServeHTTP(recorder, request)
	runtime.ReadMemStats(&after)
	return recorder.Body.String(), after.TotalAlloc - before.TotalAlloc
}

func TestAnswersAreBoundedByWhatIsReallyGiven(t *testing.T) {
	// An operation that a slow machine stops for its time leaves the bound to the next one of a batch.
	anna := withManyTasks(t, func(o *api.Options) { o.Limits.Timeout = 2 * time.Minute })
	for name, body := range greedy() {
		t.Run(name, func(t *testing.T) {
			answer, allocated := anna.sendGreedy(body)
			t.Logf("%d bytes of answer, %d MB allocated", len(answer), allocated>>20)
			require.Contains(t, answer, `"code":"INVALID"`)
			require.Contains(t, answer, " are allowed")
			require.Less(t, len(answer), 64<<20+10_000)
			require.Less(t, allocated, uint64(400<<20), "all that was ever allocated, garbage included")
		})
	}
}

// breaksOff checks that an answer which has begun is not finished, for a reason that is logged.
func (m member) breaksOff(query, reason string) (length int) {
	m.t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(m.t, err)
	request, err := http.NewRequestWithContext(m.t.Context(), http.MethodPost, m.url+"/graphql", bytes.NewReader(body))
	require.NoError(m.t, err)
	request.Header = http.Header{"Content-Type": {"application/json"}, "Authorization": {"Bearer " + m.token}, "Accept-Encoding": {"identity"}}
	response, err := m.http.Do(request)
	require.NoError(m.t, err)
	defer func() { _ = response.Body.Close() }()
	streamed, err := io.ReadAll(response.Body)
	require.ErrorIs(m.t, err, io.ErrUnexpectedEOF)
	require.Contains(m.t, m.log.String(), reason)
	return len(streamed)
}

func TestWhatIsGivenIsCountedToTheRowAndTheByte(t *testing.T) {
	anna := withManyTasks(t, func(o *api.Options) { o.Limits.MaxRows, o.Limits.MaxResponse = 300, 1_000_000 })
	const invalid = `{"code": "INVALID"}`
	rows := strings.ReplaceAll(tooManyRows, "250000", "300")
	long := fmt.Sprintf(tooLong, 1_000_000)
	require.Equal(t, 300, strings.Count(anna.call(`{ a: allTasks { id } b: allTasks { id } c: tasks(first: 100) { nodes { id } } }`, nil).body, `"id"`))
	for query, want := range map[string]string{
		`{ a: allTasks { id } b: allTasks { id } c: tasks(first: 100) { nodes { id } } allCustomers { id } }`: rows,
		`{ customerById(id: 1) { tasks { customer { tasks { id } } } } }`:                                     rows,
		`{ allTasks { id history { id } notifications { id } customer { tasks { id } } } }`:                   rows,
		`{ tasks(first: 100) { nodes { description } edges { node { description } } } }`:                      long,
	} {
		anna.fails(want, invalid, query)
	}
	require.Less(t, anna.breaksOff(`{ allTasks { description again: description } }`, long), 1_000_000)
}

func TestTheAnswersToABatchAreBoundedTogether(t *testing.T) {
	anna := withManyTasks(t, func(o *api.Options) { o.Limits.MaxRows = 250 })
	answer, _ := anna.sendGreedy(`[{"query": "{ allTasks { id } }"}, {"query": "{ allTasks { id } }"}, {"query": "{ allTasks { id } }"},
		{"query": "mutation { deleteTask(id: 1) { id } }"}, {"query": "{ me { id } }"}]`)
	var answers []struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	require.NoError(t, json.Unmarshal([]byte(answer), &answers))
	require.Empty(t, answers[1].Errors)
	require.Equal(t, strings.ReplaceAll(tooManyRows, "250000", "250"), answers[2].Errors[0].Message)
	require.Nil(t, answers[3].Data)
	require.Contains(t, answers[3].Errors[0].Message, "This was not carried out. The answer has too many rows")
	require.Contains(t, answers[4].Errors[0].Message, "This was not carried out.")
	anna.gives(`{"data": {"taskById": {"id": "1"}}}`, `{ taskById(id: 1) { id } }`)
}

func TestAMutationWhoseAnswerIsTooLongTellsWhatWasDone(t *testing.T) {
	anna := withManyTasks(t, func(o *api.Options) { o.Limits.MaxRows = 50 })
	rows := strings.ReplaceAll(tooManyRows, "250000", "50")
	anna.gives(`{"data": {"a": {"task": {"id": "1", "status": "READY", "customer": null}}, "b": null}, "errors": [
		{"message": "`+rows+`", "locations": [{"line": 1, "column": 90}], "path": ["a", "task", "customer", "tasks"], "extensions": {"code": "INVALID"}},
		{"message": "This was not carried out. `+rows+`", "locations": [{"line": 1, "column": 109}], "path": ["b"], "extensions": {"code": "INVALID"}}
	]}`, `mutation { a: updateTask(taskData: {id: 1, status: READY}) { task { id status customer { tasks { id } } } } b: deleteTask(id: 2) { id } }`)
	anna.gives(`{"data": {"a": {"status": "READY"}, "b": {"id": "2"}}}`, `{ a: taskById(id: 1) { status } b: taskById(id: 2) { id } }`)
}

func TestDirectivesMayLeaveOutAllFieldsOfAnObject(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	anna.gives(`{"data": {"tasks": {"nodes": [{"id": "1", "customer": {}}]}}}`,
		`query($w: Boolean!) { tasks(first: 2) { nodes { id customer { name @include(if: $w) } } } }`, vars{"w": false})
	anna.gives(`{"data": {"updateTask": {"task": {}}}}`,
		`mutation($w: Boolean!) { updateTask(taskData: {id: 1, status: READY}) { task { id @include(if: $w) } } }`, vars{"w": false})
	anna.gives(`{"data": {"updateTask": {}}}`, `mutation { updateTask(taskData: {id: 1}) { task @skip(if: true) { id } } }`)
	anna.gives(`{"data": {}}`, `query($w: Boolean!) { me @include(if: $w) { id } }`, vars{"w": false})
	for _, x := range []bool{true, false} {
		want := `{"data": {}}`
		if x {
			want = `{"data": {"__type": {"name": "Query"}}}`
		}
		s.stranger().gives(want, `query($x: Boolean!) { __type(name: "Query") @include(if: $x) { name } }`, vars{"x": x})
		s.stranger().gives(`{"data": {"__typename": "Query"}}`, `query($x: Boolean!) { __typename __schema @skip(if: $x) { types @include(if: $x) { name } } }`, vars{"x": true})
	}
	anna.gives(`{"data": {"__type": {"name": "TaskType", "kind": "OBJECT"}, "me": {"id": "1"}}}`,
		`query($n: String!) { __type(name: $n) { name ...kind } me { id } } fragment kind on __Type { kind }`, vars{"n": "TaskType"})
}
