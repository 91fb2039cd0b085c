package graphql

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEachOperationOfABatchGetsAnAnswerOfItsOwn(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	got := s.post(` [{"query": "{ a: __typename }"}, {"query": "{"}, {"query": "{ boom }"}, {"query": "query($n: Int!) { need(int: $n) }", "variables": {"n": 2}}]`)
	require.Equal(t, http.StatusOK, got.status)
	require.JSONEq(t, `[
		{"data": {"a": "Query"}},
		{"errors": [{"message": "Syntax error: Expected Name, found <EOF>", "locations": [{"line": 1, "column": 2}], "extensions": {"code": "INVALID"}}]},
		{"data": {"boom": null}, "errors": [{"message": "boom", "path": ["boom"], "locations": [{"line": 1, "column": 3}], "extensions": {"code": "INTERNAL"}}]},
		{"data": {"need": "{\"int\":2}"}}
	]`, got.body)
}

func TestABatchThatIsNotAdmittedIsNotBegun(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	s.admit = func(operations int) error {
		if operations > 2 {
			return &Error{Message: "Two at most.", Status: http.StatusConflict}
		}
		return nil
	}
	require.Equal(t, http.StatusOK, s.post(`[{"query": "{ __typename }"}, {"query": "{ __typename }"}]`).status)
	s.answered.Store(0)
	got := s.post(`[{"query": "{ __typename }"}, {"query": "{ __typename }"}, {"query": "{ __typename }"}]`)
	require.Equal(t, http.StatusConflict, got.status)
	require.JSONEq(t, `{"errors": [{"message": "Two at most.", "extensions": {"code": "INVALID"}}]}`, got.body)
	s.admit = func(int) error { return errors.New("the memory is full") }
	require.Equal(t, http.StatusInternalServerError, s.post(`[{"query": "{ __typename }"}]`).status)
	require.Zero(t, s.answered.Load())
}

func TestABatchThatIsNotWellFormedIsNotBegun(t *testing.T) {
	t.Parallel()
	s := serveExample(t)
	change := `{"query": "mutation { set(value: 1) { full } }"}`
	many := "[" + change + strings.Repeat(`,{"query": "{ __typename }"}`, 999) + "]"
	for name, c := range map[string]struct{ body, want string }{
		"none":            {" [ ] ", "The batch is empty."},
		"a thousand":      {many, "The batch has too many operations: at most 10 are allowed, this one has 1000."},
		"not an object":   {"[" + change + ", 1]", "Operation 2 of the batch: The request must be a JSON object, or a list of them."},
		"a batch inside":  {"[" + change + ", [" + change + "]]", "Operation 2 of the batch: The request must be a JSON object, or a list of them."},
		"a wrong type":    {"[" + change + `, {"query": 1}]`, "Operation 2 of the batch: The parameter query is of the wrong type."},
		"without a query": {"[" + change + ", {}]", "Operation 2 of the batch: The parameter query is missing."},
		"not closed":      {"[" + change, "The request is not valid JSON."},
		"one too much":    {"[" + change + "] 1", "The request is not valid JSON."},
		"no comma":        {"[" + change + change + "]", "The request is not valid JSON."},
	} {
		t.Run(name, func(t *testing.T) {
			got := s.post(c.body)
			require.Equal(t, http.StatusBadRequest, got.status)
			require.JSONEq(t, fmt.Sprintf(`{"errors": [{"message": %q, "extensions": {"code": "INVALID"}}]}`, c.want), got.body)
		})
	}
	require.Zero(t, s.answered.Load())
}
