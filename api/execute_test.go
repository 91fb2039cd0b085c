package api

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	engine "zayavka/api/graphql"
	"zayavka/store"
	"zayavka/store/storetest"
)

// shop is an API with a member who is logged in, four customers and six tasks.
type shop struct {
	*API
	token string
}

func newShop(t testing.TB) shop {
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
	session, err := a.auth.Start(t.Context(), anna, store.ByPassword)
	require.NoError(t, err)
	return shop{a, session.AccessToken}
}

func (s shop) answer(ctx context.Context, query string, variables map[string]any) engine.Response {
	ctx = context.WithValue(ctx, arrivalKey{}, &arrival{authorization: "Bearer " + s.token})
	asked, refused := s.server.Prepare(engine.Parameters{Query: query, Variables: variables})
	if refused != nil {
		return s.server.Refusal(ctx, refused...)
	}
	return s.server.Answer(ctx, asked)
}

func TestFieldsComeInTheOrderOfTheDocument(t *testing.T) {
	t.Parallel()
	answer := newShop(t).answer(t.Context(), `{ taskById(id: 1) { status id __typename category } }`, nil)
	require.Equal(t, `{"taskById":{"status":"ACCEPTED","id":"1","__typename":"TaskType","category":"OTHER"}}`, string(answer.Data))
}

// BenchmarkAList is of 270 tasks with their customers.
func BenchmarkAList(b *testing.B) {
	s := newShop(b)
	for i := range 264 {
		_, err := s.store.CreateTask(b.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
			CustomerPhone: fmt.Sprintf("+7916000%04d", i/5), Description: "Разбит экран",
		})
		require.NoError(b, err)
	}
	for b.Loop() {
		s.answer(b.Context(), `{ allTasks { id createdAt status category description customer { name phone } employee { email } } }`, nil)
	}
}

func TestTheFirstRequestsMayComeAtOnce(t *testing.T) {
	s := newShop(t)
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
			assert.Empty(t, s.answer(t.Context(), queries[n%len(queries)], variables).Errors)
		})
	}
	close(begin)
	requests.Wait()
}
