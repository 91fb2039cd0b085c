package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
)

func TestIntrospectionCanBeTurnedOff(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.NoIntrospection = true })
	for _, query := range []string{
		`{ __schema { types { name } } }`,
		`{ __type(name: "TaskType") { name } }`,
		`{ a: __schema { queryType { name } } }`,
		`{ ... { ...f } } fragment f on Query { ... on Query { __schema { types { name } } } }`,
		`query A { __schema { types { name } } } query B { __typename }`,
		introspectionQuery,
	} {
		s.stranger().fails("Introspection is turned off here.", `{"code": "INVALID"}`, query)
	}
	s.stranger().gives(`{"data": {"__typename": "Query"}}`, `{ __typename }`)
}

func TestWithoutIntrospectionComplaintsTellNoNames(t *testing.T) {
	queries := map[string]string{
		`{ allTask { id } }`:                                  `Cannot query field "allTask" on type "Query".`,
		`{ taskById(idd: 1) { id } }`:                         `Unknown argument "idd" on field "Query.taskById".`,
		`query($d: TaskInputs) { __typename }`:                `Unknown type "TaskInputs".`,
		`{ me @skip(iff: true) { id } }`:                      `Unknown argument "iff" on directive "@skip".`,
		`{ ...f } fragment f on Query { allCustomer { id } }`: `Cannot query field "allCustomer" on type "Query".`,
	}
	open, closed := onSQLite(t), onSQLite(t, func(o *api.Options) { o.NoIntrospection = true })
	for query, want := range queries {
		require.Contains(t, open.stranger().call(query, nil).body, "Did you mean", query)
		got := closed.stranger().call(query, nil).body
		require.NotContains(t, got, "Did you mean", query)
		require.Contains(t, got, asJSON(want), query)
	}
}
