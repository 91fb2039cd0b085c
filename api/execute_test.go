package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// twin is one of two APIs on databases of the same content; one executes plans, the other leaves
// everything to graphql-go.
type twin struct {
	*API
	token string
	plain bool
}

func newTwin(t testing.TB, plain bool) twin {
	s := storetest.Open(t, storetest.SQLite(t))
	a, err := New(Options{Store: s.Store, Secret: []byte("secret"), AccessTTL: time.Hour, RefreshTTL: time.Hour, Clock: s.Clock.Now})
	require.NoError(t, err)
	anna := s.NewStaff(t)
	for i := range 4 {
		customer := s.NewRegistered(t)
		for range i {
			s.NewTask(t, customer)
		}
	}
	session, err := s.StartSession(t.Context(), anna, store.ByPassword, time.Hour)
	require.NoError(t, err)
	token, err := a.tokens.issue(anna, session.ID)
	require.NoError(t, err)
	return twin{a, token, plain}
}

func (w twin) answer(ctx context.Context, query string, variables map[string]any) (data any, failures []responseError) {
	document, failures := w.documents.get(query)
	if failures != nil {
		return nil, failures
	}
	operation := document.operations[0]
	if w.plain {
		operation.plan = nil
	}
	root := &request{loaders: newLoaders(w.store, newBudget(w.limits)), authorization: "Bearer " + w.token}
	result := w.execute(ctx, operation, variables, root)
	if result.data != nil {
		if err := json.Unmarshal(result.data, &data); err != nil {
			panic(fmt.Sprintf("%s: %s", err, result.data))
		}
	}
	return data, w.translate(ctx, "id", result.errors)
}

func TestAPlanAnswersEveryOperationAsGraphQLGoDoes(t *testing.T) {
	t.Parallel()
	planned, plain := newTwin(t, false), newTwin(t, true)
	for _, c := range []struct {
		query     string
		variables map[string]any
	}{
		{`{ allTasks { id createdAt createdTime version undoUntil status category description employee { id email name role active } history { kind at actor actorName from to } customer { phone tasks { id } } } }`, nil},
		{`{ allCustomers { __typename id telegramId name reachable tasks { notifications { kind state attempts } } } }`, nil},
		{`{ a: taskById(id: 1) { n: id s: status } b: taskById(id: "2") { id customer { name } } }`, nil},
		{`{ taskById(id: 99) { id } me { email } }`, nil},
		{`{ taskById(id: 1) { id ...more } } fragment more on TaskType { customer { ... on CustomerType { name } } status }`, nil},
		{`{ taskById(id: 1) { customer { name } customer { phone } } }`, nil},
		{`query($yes: Boolean!, $no: Boolean = false) { me { id @skip(if: $yes) email @include(if: $yes) } taskById(id: 1) @include(if: $no) { id } }`,
			map[string]any{"yes": true}},
		{`{ me { id @skip(if: true) email } }`, nil},
		{`query($s: [StatusEnum], $c: CategoryEnum, $day: String) { allTasks(statuses: $s, category: $c, createdAt: $day) { id } }`,
			map[string]any{"s": []any{"ACCEPTED", nil}, "day": "2026-03-02"}},
		{`query($s: [StatusEnum] = [READY]) { allTasks(statuses: $s) { id } }`, nil},
		{`query($s: StatusEnum) { allTasks(statuses: [ACCEPTED, $s]) { id } }`, map[string]any{"s": "READY"}},
		{`query($s: [StatusEnum]) { allTasks(statuses: $s) { id } }`, map[string]any{"s": "ACCEPTED"}},
		{`query($s: [StatusEnum]) { allTasks(statuses: $s) { id } }`, map[string]any{"s": []any{"BROKEN"}}},
		{`query($id: ID!) { taskById(id: $id) { id } }`, map[string]any{"id": 2}},
		{`query($id: ID!) { taskById(id: $id) { id } }`, nil},
		{`query($id: ID!) { taskById(id: $id) { id } }`, map[string]any{"id": []any{1}}},
		{`{ allTasks(createdAt: "yesterday") { id } }`, nil},
		{`{ allTasks(customerPhone: "+7 (917) 000-00-04") { id } }`, nil},
		{`{ __typename }`, nil},
		{`{ __schema { queryType { name } } me { id } }`, nil},
		{`mutation { createTask(taskData: {customerPhone: "8 917 555-55-55", description: "<b>\u2028\"\\ Ёж 🦔", status: READY}) { task { id status description customer { phone } } } }`, nil},
		{`mutation($data: TaskInput!) { createTask(taskData: $data) { task { id category } } }`,
			map[string]any{"data": map[string]any{"customerPhone": "8 917 555-55-55", "category": "REPAIR", "description": nil}}},
		{`mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }`, map[string]any{"data": map[string]any{"colour": "red"}}},
		{`mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }`, map[string]any{"data": 5}},
		{`mutation($phone: String) { createTask(taskData: {customerPhone: $phone}) { task { id } } }`, map[string]any{"phone": 89175555555}},
		{`mutation { a: updateTask(taskData: {id: 1, status: READY}) { task { version: status } } b: updateTask(taskData: {id: 99}) { task { id } } }`, nil},
		{`mutation { login(email: "nobody@example.com", password: "wrong") { success errors token user { id } unarchiving } }`, nil},
		{`mutation { deleteTask(id: 1) { id } deleteCustomer(phone: "none") { phone } }`, nil},
	} {
		data, failures := planned.answer(t.Context(), c.query, c.variables)
		wantData, wantFailures := plain.answer(t.Context(), c.query, c.variables)
		require.Equal(t, wantData, data, c.query)
		require.Equal(t, wantFailures, failures, c.query)
	}
}

func TestAFailureMakesNullOfTheNearestFieldThatMayBeNull(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	item := graphql.NewObject(graphql.ObjectConfig{Name: "Item", Fields: graphql.Fields{
		"name": {Type: graphql.NewNonNull(graphql.String), Resolve: func(p graphql.ResolveParams) (any, error) {
			switch p.Source {
			case "fails":
				return nil, broken
			case "panics":
				panic("over")
			case "missing":
				return nil, nil
			}
			return p.Source, nil
		}},
	}})
	list := func(of graphql.Type, values ...any) *graphql.Field {
		return &graphql.Field{Type: of, Resolve: func(graphql.ResolveParams) (any, error) { return values, nil }}
	}
	values := []any{"fine", "fails", "panics", "missing", nil}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"open":   list(graphql.NewList(item), values...),
		"closed": list(graphql.NewList(graphql.NewNonNull(item)), values...),
		"whole":  list(graphql.NewNonNull(graphql.NewList(graphql.NewNonNull(item))), "fine"),
		"number": {Type: graphql.Int, Resolve: func(graphql.ResolveParams) (any, error) { return 1 << 40, nil }},
	}})})
	require.NoError(t, err)
	documents := newDocuments(&schema, DefaultLimits(), true)
	document, failures := documents.get(`{ open { name } closed { name } whole { name } number }`)
	require.Nil(t, failures)
	e := &execution{ctx: t.Context(), root: &request{}, plan: document.operations[0].plan, budget: newBudget(DefaultLimits())}
	result := e.run()
	require.JSONEq(t, `{
		"open": [{"name": "fine"}, null, null, null, null],
		"closed": null,
		"whole": [{"name": "fine"}],
		"number": null
	}`, string(result.data))
	var paths [][]any
	for _, failure := range result.errors {
		paths = append(paths, failure.Path)
	}
	require.Equal(t, [][]any{{"open", 1, "name"}, {"open", 2, "name"}, {"open", 3, "name"}, {"closed", 1, "name"}}, paths)
}

func TestFieldsComeInTheOrderOfTheDocument(t *testing.T) {
	t.Parallel()
	w := newTwin(t, false)
	document, failures := w.documents.get(`{ taskById(id: 1) { status id __typename category } }`)
	require.Nil(t, failures)
	result := w.execute(t.Context(), document.operations[0], nil, &request{loaders: newLoaders(w.store, newBudget(w.limits)), authorization: "Bearer " + w.token})
	require.Equal(t, `{"taskById":{"status":"ACCEPTED","id":"1","__typename":"TaskType","category":"OTHER"}}`, string(result.data))
}

// BenchmarkAList compares a plan with graphql-go on 270 tasks with their customers.
func BenchmarkAList(b *testing.B) {
	for name, plain := range map[string]bool{"plan": false, "graphql-go": true} {
		b.Run(name, func(b *testing.B) {
			w := newTwin(b, plain)
			for i := range 264 {
				_, err := w.store.CreateTask(b.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
					CustomerPhone: fmt.Sprintf("+7916000%04d", i/5), Description: "Разбит экран",
				})
				require.NoError(b, err)
			}
			document, _ := w.documents.get(`{ allTasks { id createdAt status category description customer { name phone } employee { email } } }`)
			operation := document.operations[0]
			if plain {
				operation.plan = nil
			}
			for b.Loop() {
				root := &request{loaders: newLoaders(w.store, newBudget(w.limits)), authorization: "Bearer " + w.token}
				w.execute(b.Context(), operation, nil, root)
			}
		})
	}
}

func TestTheFirstRequestsMayComeAtOnce(t *testing.T) {
	w := newTwin(t, false)
	queries := []string{
		`query($of: [StatusEnum!]) { tasks(first: 5, filter: { statuses: $of }) { nodes { status category } } }`,
		`query($of: [StatusEnum!] = [CLOSED]) { tasks(first: 5, filter: { statuses: $of, categories: [REPAIR] }) { nodes { status } } }`,
		`{ __schema { types { kind } directives { locations } } }`,
	}
	variables := map[string]any{"of": []any{"ACCEPTED", "READY"}}
	begin := make(chan struct{})
	var requests sync.WaitGroup
	for n := range 4 * len(queries) {
		requests.Go(func() {
			<-begin
			_, failures := w.answer(t.Context(), queries[n%len(queries)], variables)
			assert.Empty(t, failures)
		})
	}
	close(begin)
	requests.Wait()
}
