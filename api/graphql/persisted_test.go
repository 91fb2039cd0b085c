package graphql

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func hashOf(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}

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

func TestAQueryIsPersistedOnceItCameWithItsHash(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	const query = "{ __typename }"
	require.JSONEq(t, notPersisted, s.post(persisted(1, hashOf(query), "")).body)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, s.post(persisted(1, hashOf(query), query)).body)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, s.post(persisted(1, hashOf(query), "")).body)
	require.JSONEq(t, `{"data": {"__typename": "Query"}}`, s.post(persisted(1, strings.ToUpper(hashOf(query)), "")).body)
}

func TestPersistedQueriesWorkByGET(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	get := func(query string) exampleAnswer {
		return s.send(http.MethodGet, "/?"+url.Values{
			"query": {query}, "variables": {`{"name": "Person"}`},
			"extensions": {fmt.Sprintf(`{"persistedQuery": {"version": 1, "sha256Hash": %q}}`, hashOf("query($name: String!) { __type(name: $name) { kind } }"))},
		}.Encode(), nil, nil)
	}
	require.JSONEq(t, notPersisted, get("").body)
	require.JSONEq(t, `{"data": {"__type": {"kind": "OBJECT"}}}`, get("query($name: String!) { __type(name: $name) { kind } }").body)
	require.JSONEq(t, `{"data": {"__type": {"kind": "OBJECT"}}}`, get("").body)
}

func TestOnlyValidQueriesArePersisted(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	require.Contains(t, s.post(persisted(1, hashOf("{ nobody }"), "{ nobody }")).body, "Cannot query field")
	require.JSONEq(t, notPersisted, s.post(persisted(1, hashOf("{ nobody }"), "")).body)
}

func TestAPersistedQueryThatIsWronglyAskedForIsExplained(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	for body, want := range map[string]string{
		persisted(1, hashOf("{ nothing { id } }"), "{ __typename }"): "The sha256Hash is not that of the query.",
		persisted(1, "", "{ __typename }"):                           "The sha256Hash is not that of the query.",
		persisted(2, hashOf("{ __typename }"), ""):                   "Persisted queries of version 1 are supported, not of version 2.",
		`{"extensions": {"persistedQuery": {}}}`:                     "Persisted queries of version 1 are supported, not of version 0.",
		`{"extensions": {"persistedQuery": 1}}`:                      "The parameter extensions.persistedQuery is of the wrong type.",
		`{"extensions": {"persistedQuery": null}}`:                   "The parameter query is missing.",
	} {
		require.Contains(t, s.post(body).body, `"message":"`+want+`"`, body)
	}
}
