package api

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	engine "zayavka/api/graphql"
	"zayavka/store"
	"zayavka/store/storetest"
)

// broken is an API that a test can break from within.
func broken(t *testing.T) (a *API, token string, log *bytes.Buffer) {
	t.Helper()
	s := storetest.Open(t, storetest.SQLite(t))
	log = &bytes.Buffer{}
	a, err := New(Options{
		Store: s.Store, Secret: []byte("secret"), AccessTTL: time.Hour, RefreshTTL: time.Hour,
		Clock: s.Clock.Now, Logger: slog.New(slog.NewTextHandler(log, nil)),
	})
	require.NoError(t, err)
	staff := s.NewStaff(t)
	session, err := a.auth.Start(t.Context(), staff, store.ByPassword)
	require.NoError(t, err)
	return a, session.AccessToken, log
}

// ask sends a query as one that has the request id R1.
func ask(ctx context.Context, a *API, token, query string) (status int, body string) {
	e := echo.New()
	e.Use(middleware.RequestID())
	a.Register(e)
	text, _ := json.Marshal(map[string]string{"query": query})
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(text))).WithContext(ctx)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("X-Request-ID", "R1")
	answer := httptest.NewRecorder()
	e.ServeHTTP(answer, request)
	return answer.Code, answer.Body.String()
}

// breakFields gives the API a schema whose fields fail in every way that a resolver can.
func breakFields(t *testing.T, a *API) {
	t.Helper()
	panics := guarded(func(graphql.ResolveParams) (any, error) { panic("a secret") })
	item := graphql.NewObject(graphql.ObjectConfig{Name: "Item", Fields: graphql.Fields{
		"guarded":   {Type: graphql.String, Resolve: panics},
		"unguarded": {Type: graphql.String, Resolve: property(func(n int) any { return 1 / (n - 1) })},
		"odd":       {Type: graphql.String, Resolve: func(graphql.ResolveParams) (any, error) { panic(struct{ secret int }{1}) }},
	}})
	odd := graphql.NewScalar(graphql.ScalarConfig{Name: "Odd", Serialize: func(any) any { panic("a secret") }})
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"odd":   {Type: odd, Resolve: property(func(*request) any { return 1 })},
		"a":     {Type: graphql.String, Resolve: panics},
		"items": {Type: graphql.NewList(item), Resolve: property(func(*request) any { return []int{1, 2} })},
		"never": {Type: nonNull(graphql.String), Resolve: panics},
	}})})
	require.NoError(t, err)
	a.server = engine.NewServer(engine.New(schema, engine.Options{}), application{a}, nil)
}

func TestAPanicIsMaskedAndLoggedWithItsStack(t *testing.T) {
	a, token, log := broken(t)
	breakFields(t, a)
	status, body := ask(t.Context(), a, token, `{ a __typename b: a }`)
	require.Equal(t, http.StatusOK, status)
	require.JSONEq(t, `{"data": {"__typename": "Query", "a": null, "b": null}, "errors": [
		{"message": "Internal server error.", "locations": [{"line": 1, "column": 3}], "path": ["a"], "extensions": {"code": "INTERNAL", "requestId": "R1"}},
		{"message": "Internal server error.", "locations": [{"line": 1, "column": 16}], "path": ["b"], "extensions": {"code": "INTERNAL", "requestId": "R1"}}
	]}`, body)
	require.Contains(t, log.String(), "panic: a secret")
	require.Contains(t, log.String(), "request_id=R1")
	require.Contains(t, log.String(), "failure_test.go")
	require.Equal(t, 1, strings.Count(log.String(), "level=ERROR"), "one cause, one line")
}

func TestAPanicInWritingAValueBlanksOneField(t *testing.T) {
	a, token, log := broken(t)
	breakFields(t, a)
	status, body := ask(t.Context(), a, token, `{ __typename odd items { __typename } }`)
	require.Equal(t, http.StatusOK, status)
	require.JSONEq(t, `{"data": {"__typename": "Query", "odd": null, "items": [{"__typename": "Item"}, {"__typename": "Item"}]}, "errors": [
		{"message": "Internal server error.", "locations": [{"line": 1, "column": 14}], "path": ["odd"], "extensions": {"code": "INTERNAL", "requestId": "R1"}}
	]}`, body)
	require.Contains(t, log.String(), "panic: a secret")
}

func TestAPanicInAListBlanksOneField(t *testing.T) {
	for field, want := range map[string]string{
		"guarded":   `{"items": [{"value": null, "__typename": "Item"}, {"value": null, "__typename": "Item"}]}`,
		"unguarded": `{"items": [{"value": null, "__typename": "Item"}, {"value": "1", "__typename": "Item"}]}`,
		"odd":       `{"items": [{"value": null, "__typename": "Item"}, {"value": null, "__typename": "Item"}]}`,
	} {
		t.Run(field, func(t *testing.T) {
			a, token, _ := broken(t)
			breakFields(t, a)
			status, body := ask(t.Context(), a, token, `{ items { value: `+field+` __typename } }`)
			require.Equal(t, http.StatusOK, status)
			var answer struct {
				Data   json.RawMessage
				Errors []struct {
					Message    string
					Extensions errorExtensions
				}
			}
			require.NoError(t, json.Unmarshal([]byte(body), &answer))
			require.JSONEq(t, want, string(answer.Data))
			require.NotEmpty(t, answer.Errors)
			for _, failure := range answer.Errors {
				require.Equal(t, "Internal server error.", failure.Message)
				require.Equal(t, errorExtensions{Code: "INTERNAL", RequestID: "R1"}, failure.Extensions)
			}
			require.NotContains(t, body, "secret")
		})
	}
}

func TestAPanicOfARequiredFieldBlanksTheAnswer(t *testing.T) {
	a, token, _ := broken(t)
	breakFields(t, a)
	status, body := ask(t.Context(), a, token, `{ never }`)
	require.Equal(t, http.StatusOK, status)
	require.JSONEq(t, `{"data": null, "errors": [{"message": "Internal server error.",
		"locations": [{"line": 1, "column": 3}], "path": ["never"], "extensions": {"code": "INTERNAL", "requestId": "R1"}}]}`, body)
}

func TestAPanicOutsideOfTheFieldsIsOneFailure(t *testing.T) {
	a, token, log := broken(t)
	a.auth = nil
	status, body := ask(t.Context(), a, token, `{ a: me { id } b: allTasks { id } }`)
	require.Equal(t, http.StatusInternalServerError, status)
	require.JSONEq(t, `{"errors": [{"message": "Internal server error.", "extensions": {"code": "INTERNAL", "requestId": "R1"}}]}`, body)
	require.Contains(t, log.String(), "nil pointer dereference")
	require.Contains(t, log.String(), "caller.go")
}

func TestAPanicOfTheExecutionIsOneFailure(t *testing.T) {
	a, _, log := broken(t)
	asked, refused := a.server.Prepare(engine.Parameters{Query: `{ me { id } }`})
	require.Nil(t, refused)
	came := &arrival{id: "R1"}
	ctx := context.WithValue(t.Context(), arrivalKey{}, came)
	answer := application{a}.respond(ctx, asked, &request{arrival: came}) // without a budget
	body, err := answer.Encode()
	require.NoError(t, err)
	require.JSONEq(t, `{"errors": [{"message": "Internal server error.", "extensions": {"code": "INTERNAL", "requestId": "R1"}}]}`, string(body))
	require.Contains(t, log.String(), "nil pointer dereference")
}

func TestAnOperationThatTakesTooLongIsStopped(t *testing.T) {
	a, token, log := broken(t)
	a.server.Limits.Timeout = time.Nanosecond
	status, body := ask(t.Context(), a, token, `{ me { id } }`)
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, body, `"message":"The operation took longer than 1ns and was stopped. Ask for less at once."`)
	require.Contains(t, body, `"extensions":{"code":"INTERNAL","requestId":"R1"}`)
	require.Contains(t, body, `"data":`)
	require.Contains(t, log.String(), "deadline exceeded")
}

func TestAClientThatGoesAwayIsNoFailure(t *testing.T) {
	a, token, log := broken(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, body := ask(ctx, a, token, `{ me { id } }`)
	require.Contains(t, body, `"code":"CANCELED"`)
	require.NotContains(t, body, "INTERNAL")
	require.Empty(t, log.String())
	require.InDelta(t, 1, testutil.ToFloat64(a.failures.WithLabelValues("CANCELED")), 0)
}

func TestWhatClientsAreRefusedIsCountedByItsCode(t *testing.T) {
	a, token, _ := broken(t)
	for _, query := range []string{`{ nothing }`, `{ me { id }`, `{ taskById(id: 99) { id } }`} {
		ask(t.Context(), a, token, query)
	}
	ask(t.Context(), a, "", `{ me { id } }`)
	for code, times := range map[string]float64{"INVALID": 2, "NOT_FOUND": 1, "UNAUTHENTICATED": 1} {
		require.InDelta(t, times, testutil.ToFloat64(a.failures.WithLabelValues(code)), 0, code)
	}
}

func TestNewNeedsASecretAndLifetimes(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for want, options := range map[string]Options{
		"api: a store is needed":                        {Secret: []byte("x"), AccessTTL: 1, RefreshTTL: 1},
		"api: a secret to sign tokens with is needed":   {Store: s.Store, AccessTTL: 1, RefreshTTL: 1},
		"api: the lifetimes of tokens must be positive": {Store: s.Store, Secret: []byte("x"), RefreshTTL: 1},
	} {
		_, err := New(options)
		require.EqualError(t, err, want)
	}
}
