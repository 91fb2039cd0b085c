package api_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
)

const asJSONType = "application/json; charset=utf-8"

func TestBothAddressesAnswer(t *testing.T) {
	s := onSQLite(t)
	for _, path := range []string{"/graphql", "/graphql/"} {
		got := s.send(http.MethodPost, path, map[string]string{"Content-Type": "application/json"}, strings.NewReader(`{"query": "{ __typename }"}`))
		require.Equal(t, http.StatusOK, got.status)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
		require.Equal(t, asJSONType, got.header.Get("Content-Type"))
		got = s.send(http.MethodGet, path+"?query={__typename}", nil, nil)
		require.Equal(t, http.StatusOK, got.status)
		require.JSONEq(t, `{"data": {"__typename": "Query"}}`, got.body)
	}
}

func TestALongAnswerIsCompressedForWhoTakesThat(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for range 30 {
		s.NewCustomer(t)
	}
	const long, short = `{"query": "{ allCustomers { id phone note name a: phone b: phone } }"}`, `{"query": "{ __typename }"}`
	post := func(body, encoding string) answer {
		return s.send(http.MethodPost, "/graphql", map[string]string{
			"Content-Type": "application/json", "Accept-Encoding": encoding, "Authorization": "Bearer " + anna.token,
		}, strings.NewReader(body))
	}
	plain := post(long, "identity")
	require.Empty(t, plain.header.Get("Content-Encoding"))
	require.Contains(t, plain.header.Values("Vary"), "Accept-Encoding")
	compressed := post(long, "gzip, br")
	require.Equal(t, "gzip", compressed.header.Get("Content-Encoding"))
	require.Less(t, len(compressed.body), len(plain.body)/2)
	reader, err := gzip.NewReader(strings.NewReader(compressed.body))
	require.NoError(t, err)
	unpacked, err := io.ReadAll(reader)
	require.NoError(t, err)
	require.Equal(t, plain.body, string(unpacked))
	require.Empty(t, post(short, "gzip").header.Get("Content-Encoding"))
}

func TestABrowserGetsGraphiQL(t *testing.T) {
	s := onSQLite(t)
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, path := range []string{"/graphql", "/graphql/", "/graphql?query={me{id}}", "/graphiql/graphiql.js"} {
		got := s.send(http.MethodGet, path, map[string]string{"Accept": browser}, nil)
		require.Equal(t, http.StatusOK, got.status, path)
		policy := got.header.Get("Content-Security-Policy")
		require.Contains(t, policy, "default-src 'none'; script-src 'self';")
		require.NotContains(t, policy, "unsafe-eval")
		require.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"))
		if strings.HasSuffix(path, ".js") {
			require.Equal(t, "let a = 1", got.body)
		} else {
			require.Equal(t, "<title>GraphiQL</title>", got.body)
			require.Equal(t, "text/html; charset=utf-8", got.header.Get("Content-Type"))
		}
	}
	require.Equal(t, http.StatusNotFound, s.send(http.MethodGet, "/graphiql/other.js", nil, nil).status)
}

func TestGraphiQLCanBeTurnedOff(t *testing.T) {
	for name, change := range map[string]func(*api.Options){
		"by itself":       func(o *api.Options) { o.GraphiQL = nil },
		"with the schema": func(o *api.Options) { o.NoIntrospection = true },
	} {
		t.Run(name, func(t *testing.T) {
			s := onSQLite(t, change)
			got := s.send(http.MethodGet, "/graphql", map[string]string{"Accept": "text/html,*/*;q=0.8"}, nil)
			require.Equal(t, http.StatusBadRequest, got.status)
			require.JSONEq(t, `{"errors": [{"message": "The parameter query is missing.", "extensions": {"code": "INVALID"}}]}`, got.body)
			require.Equal(t, http.StatusNotAcceptable, s.send(http.MethodGet, "/graphql", map[string]string{"Accept": "text/html"}, nil).status)
			require.Equal(t, http.StatusNotFound, s.send(http.MethodGet, "/graphiql/", nil, nil).status)
		})
	}
}

func TestOnlyChosenOriginsMayCallFromAPage(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.AllowOrigins = []string{"https://crm.example"} })
	preflight := func(origin string) answer {
		return s.send(http.MethodOptions, "/graphql", map[string]string{
			"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type",
		}, nil)
	}
	got := preflight("https://crm.example")
	require.Equal(t, http.StatusNoContent, got.status)
	require.Equal(t, "https://crm.example", got.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "GET,POST", got.header.Get("Access-Control-Allow-Methods"))
	require.Equal(t, "Authorization,Content-Type,Idempotency-Key,X-Device-Token", got.header.Get("Access-Control-Allow-Headers"))
	require.Empty(t, got.header.Get("Access-Control-Allow-Credentials"))
	require.Empty(t, preflight("https://evil.example").header.Get("Access-Control-Allow-Origin"))

	request := map[string]string{"Origin": "https://crm.example", "Content-Type": "application/json"}
	got = s.send(http.MethodPost, "/graphql/", request, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, "https://crm.example", got.header.Get("Access-Control-Allow-Origin"))
	require.Equal(t, "X-Request-Id,Retry-After,Idempotent-Replayed", got.header.Get("Access-Control-Expose-Headers"))
	require.Contains(t, got.header.Values("Vary"), "Origin")
}

func TestAnyOriginAndNone(t *testing.T) {
	origin := map[string]string{"Origin": "https://crm.example", "Content-Type": "application/json"}
	anyone := onSQLite(t, func(o *api.Options) { o.AllowOrigins = []string{"*"} })
	got := anyone.send(http.MethodPost, "/graphql", origin, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, "*", got.header.Get("Access-Control-Allow-Origin"))
	none := onSQLite(t)
	got = none.send(http.MethodPost, "/graphql", origin, strings.NewReader(`{"query": "{ __typename }"}`))
	require.Equal(t, http.StatusOK, got.status)
	require.Empty(t, got.header.Get("Access-Control-Allow-Origin"))
}
