package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
)

func limited(perSecond int) func(*api.Options) {
	return func(o *api.Options) { o.Limits.RateLimit = perSecond }
}

const tooMany = `{"errors": [{"message": "Too many operations: at most 10 a second are allowed. Try again in 1 s.", "extensions": {"code": "RATE_LIMITED", "retryAfter": 1}}]}`

func TestAnAddressHasARate(t *testing.T) {
	s := onSQLite(t, limited(10))
	ask := func(address string) answer { return member{server: s, address: address}.call(`{ __typename }`, nil) }
	for range 50 {
		require.Equal(t, http.StatusOK, ask("192.0.2.1").status)
	}
	got := ask("192.0.2.1")
	require.Equal(t, http.StatusTooManyRequests, got.status)
	require.Equal(t, "1", got.header.Get("Retry-After"))
	require.JSONEq(t, tooMany, got.body)
	require.Equal(t, http.StatusOK, ask("192.0.2.2").status)

	s.Clock.Advance(100 * time.Millisecond)
	require.Equal(t, http.StatusOK, ask("192.0.2.1").status, "what is refused costs nothing")
	require.Equal(t, http.StatusTooManyRequests, ask("192.0.2.1").status)
}

func TestARateIsOfTheNetwork(t *testing.T) {
	s := onSQLite(t, limited(10))
	for i := range 51 {
		got := member{server: s, address: fmt.Sprintf("2001:db8::%x", i+1)}.call(`{ __typename }`, nil)
		require.Equal(t, i >= 50, got.status == http.StatusTooManyRequests, i)
	}
}

func TestAnAddressOverItsRateIsNotRead(t *testing.T) {
	s := onSQLite(t, limited(10))
	ask := func(body string) answer {
		return s.send(http.MethodPost, "/graphql", map[string]string{
			"Content-Type": "application/json", "Accept": "application/graphql-response+json", "X-Forwarded-For": "192.0.2.1",
		}, strings.NewReader(body))
	}
	for range 50 {
		require.Equal(t, http.StatusBadRequest, ask("{").status, "what is not understood counts too")
	}
	got := ask("{")
	require.Equal(t, http.StatusTooManyRequests, got.status)
	require.Equal(t, "application/graphql-response+json; charset=utf-8", got.header.Get("Content-Type"))
	require.JSONEq(t, tooMany, got.body)
}

func TestAnAccountHasARateWhereverItComesFrom(t *testing.T) {
	s := onSQLite(t, limited(10))
	anna, boris := s.login(s.NewStaff(t)), s.login(s.NewStaff(t))
	ask := func(m member, i int) answer {
		m.address = fmt.Sprintf("192.0.2.%d", i)
		return m.call(`{ a: me { id } b: me { id } }`, nil)
	}
	for i := range 50 {
		require.Equal(t, http.StatusOK, ask(anna, i).status)
	}
	got := ask(anna, 50)
	require.Equal(t, http.StatusTooManyRequests, got.status)
	require.Equal(t, "1", got.header.Get("Retry-After"))
	require.JSONEq(t, tooMany, got.body)
	require.Equal(t, http.StatusOK, ask(boris, 51).status)
}

func TestEachOperationOfABatchCounts(t *testing.T) {
	s := onSQLite(t, limited(10))
	ask := func(operations int) answer {
		return s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "X-Forwarded-For": "192.0.2.1"},
			strings.NewReader(`[{"query": "{ __typename }"}`+strings.Repeat(`, {"query": "{ __typename }"}`, operations-1)+`]`))
	}
	for range 4 {
		require.Equal(t, http.StatusOK, ask(10).status)
	}
	require.Equal(t, http.StatusOK, ask(8).status)
	require.Equal(t, http.StatusTooManyRequests, ask(3).status)
	require.Equal(t, http.StatusOK, ask(1).status)
}

func TestTheRateCanBeUnlimited(t *testing.T) {
	s := onSQLite(t, limited(0))
	for range 200 {
		require.Equal(t, http.StatusOK, s.stranger().call(`{ __typename }`, nil).status)
	}
}
