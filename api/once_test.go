package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// withMutation gives the API one mutation, "change".
func withMutation(t *testing.T, a *API, change graphql.FieldResolveFn) {
	t.Helper()
	root := func(name string) *graphql.Object {
		return graphql.NewObject(graphql.ObjectConfig{Name: name, Fields: graphql.Fields{"change": {Type: graphql.String, Resolve: change}}})
	}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: root("Query"), Mutation: root("Mutation")})
	require.NoError(t, err)
	a.server = engine.NewServer(engine.New(schema, engine.Options{}), application{a}, nil)
}

// askOnce sends the mutation "change" under the key "k".
func askOnce(ctx context.Context, a *API, token string) *httptest.ResponseRecorder {
	e := echo.New()
	a.Register(e)
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query": "mutation { change }"}`)).WithContext(ctx)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Idempotency-Key", "k")
	answer := httptest.NewRecorder()
	e.ServeHTTP(answer, request)
	return answer
}

func (a *API) createTask1(ctx context.Context) error {
	_, err := a.store.CreateTask(ctx, store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: "+79170000001"})
	return err
}

func TestAKeyedMutationGoesOnWhenTheClientGoesAway(t *testing.T) {
	a, token, _ := broken(t)
	client, leave := context.WithCancel(t.Context())
	withMutation(t, a, func(p graphql.ResolveParams) (any, error) {
		leave()
		return "done", a.createTask1(p.Context)
	})
	askOnce(client, a, token)
	again := askOnce(t.Context(), a, token)
	require.JSONEq(t, `{"data": {"change": "done"}}`, again.Body.String())
	require.Equal(t, "true", again.Header().Get("Idempotent-Replayed"))
	tasks, err := a.store.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	require.Len(t, tasks, 1)
}

func TestAKeyedMutationThatIsStoppedIsNotRepeatedIfItChangedSomething(t *testing.T) {
	a, token, _ := broken(t)
	withMutation(t, a, func(p graphql.ResolveParams) (any, error) {
		if err := a.createTask1(p.Context); err != nil {
			return nil, err
		}
		<-p.Context.Done()
		return nil, p.Context.Err()
	})
	a.server.Limits.Timeout = time.Second
	require.Contains(t, askOnce(t.Context(), a, token).Body.String(), "The operation took longer than 1s")
	require.Contains(t, askOnce(t.Context(), a, token).Body.String(), "its answer was lost")
}

func TestAKeyedMutationThatIsStoppedMayBeSentAgainIfItChangedNothing(t *testing.T) {
	a, token, _ := broken(t)
	withMutation(t, a, func(p graphql.ResolveParams) (any, error) {
		<-p.Context.Done()
		return nil, p.Context.Err()
	})
	a.server.Limits.Timeout = time.Millisecond
	for range 2 {
		require.Contains(t, askOnce(t.Context(), a, token).Body.String(), "The operation took longer than 1ms", "it may be sent again")
	}
}

func TestALongAnswerIsNotKept(t *testing.T) {
	a, token, _ := broken(t)
	withMutation(t, a, func(p graphql.ResolveParams) (any, error) {
		return strings.Repeat("x", maxStored), a.createTask1(p.Context)
	})
	require.Equal(t, http.StatusOK, askOnce(t.Context(), a, token).Code)
	require.Contains(t, askOnce(t.Context(), a, token).Body.String(), "its answer was lost")
}

func TestEveryMutationThatGivesASecretIsKnown(t *testing.T) {
	a, _, _ := broken(t)
	schema, err := a.newSchema()
	require.NoError(t, err)
	for name, field := range schema.MutationType().Fields() {
		payload := graphql.GetNamed(field.Type).(*graphql.Object)
		for _, secret := range []string{"token", "refreshToken", "secret", "link"} {
			if _, gives := payload.Fields()[secret]; gives {
				require.True(t, givesSecret(&ast.Field{Name: name}), "%s gives %s", name, secret)
			}
		}
	}
}
