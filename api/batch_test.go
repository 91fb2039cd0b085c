package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// batch sends operations as the member.
func (m member) batch(body string, header map[string]string) answer {
	m.t.Helper()
	all := map[string]string{"Content-Type": "application/json", "Authorization": "Bearer " + m.token}
	for name, value := range header {
		all[name] = value
	}
	return m.send(http.MethodPost, "/graphql", all, strings.NewReader(body))
}

func TestABatchIsExecutedInOrderAndAnsweredAsAList(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		got := anna.batch(`[
			{"query": "mutation { createTask(taskData: {customerPhone: \"+79170000001\"}) { task { id } } }"},
			{"query": "query($id: ID!) { taskById(id: $id) { id customer { phone } } }", "variables": {"id": 1}},
			{"query": "{ nothing }"},
			{"query": "{ taskById(id: 404) { id } }"},
			{"query": "query A { __typename } query B { me { email } }", "operationName": "A"}
		]`, nil)
		require.Equal(t, http.StatusOK, got.status, got.body)
		require.JSONEq(t, `[
			{"data": {"createTask": {"task": {"id": "1"}}}},
			{"data": {"taskById": {"id": "1", "customer": {"phone": "+79170000001"}}}},
			{"errors": [{"message": "Cannot query field \"nothing\" on type \"Query\".", "locations": [{"line": 1, "column": 3}], "extensions": {"code": "INVALID"}}]},
			{"data": {"taskById": null}, "errors": [{"message": "Not found.", "locations": [{"line": 1, "column": 3}], "path": ["taskById"], "extensions": {"code": "NOT_FOUND"}}]},
			{"data": {"__typename": "Query"}}
		]`, got.body)
	})
}

func TestAKeyIsNotForABatch(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	got := anna.batch(`[{"query": "{ __typename }"}]`, map[string]string{"Idempotency-Key": "k"})
	require.Equal(t, http.StatusBadRequest, got.status)
	require.Contains(t, got.body, "An Idempotency-Key stands for one operation, not for a batch.")
}
