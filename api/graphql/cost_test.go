package graphql

import (
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"
)

// costsSchema has a list, a connection, and both inside of each other.
func costsSchema(t *testing.T) *graphql.Schema {
	t.Helper()
	page := graphql.FieldConfigArgument{"first": {Type: graphql.Int}, "last": {Type: graphql.Int}}
	task := graphql.NewObject(graphql.ObjectConfig{Name: "TaskType", Fields: graphql.Fields{"id": {Type: graphql.ID}}})
	edge := graphql.NewObject(graphql.ObjectConfig{Name: "TaskEdge", Fields: graphql.Fields{"node": {Type: graphql.NewNonNull(task)}}})
	connection := graphql.NewObject(graphql.ObjectConfig{Name: "TaskConnection", Fields: graphql.Fields{
		"nodes":      {Type: graphql.NewNonNull(graphql.NewList(graphql.NewNonNull(task)))},
		"edges":      {Type: graphql.NewNonNull(graphql.NewList(graphql.NewNonNull(edge)))},
		"totalCount": {Type: graphql.Int},
	}})
	task.AddFieldConfig("history", &graphql.Field{Type: graphql.NewList(edge)})
	task.AddFieldConfig("tags", &graphql.Field{Type: graphql.NewList(graphql.String)})
	task.AddFieldConfig("sub", &graphql.Field{Type: connection, Args: page})
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"one":      {Type: task},
		"allTasks": {Type: graphql.NewList(task)},
		"some":     {Type: graphql.NewList(task), Args: page},
		"tasks":    {Type: connection, Args: page},
	}})})
	require.NoError(t, err)
	return &schema
}

func costOf(t *testing.T, query string, variables map[string]any) int {
	t.Helper()
	e := New(*costsSchema(t), Options{
		Limits: Limits{MaxFields: 100_000, MaxTokens: 100_000, MaxCost: uncountable},
		ListLength: func(of, field string) int {
			switch field {
			case "allTasks":
				return 100
			case "history":
				return 5
			}
			return 10
		},
	})
	operation, failures := e.Prepare(query, "", variables)
	require.Empty(t, failures, query)
	return operation.Cost(variables)
}

func TestAListMultipliesWhatIsAskedOfItsElements(t *testing.T) {
	for query, want := range map[string]int{
		`{ one { id } }`:                                                  2,
		`{ one { id tags } }`:                                             3,
		`{ allTasks { id } }`:                                             1 + 100*1,
		`{ one { history { node { id } } } }`:                             1 + 1 + 5*2,
		`{ some { id } }`:                                                 1 + 10*1,
		`{ some(first: 3) { id tags } }`:                                  1 + 3*2,
		`{ some(last: 3) { id } }`:                                        1 + 3*1,
		`{ some(first: null, last: 4) { id } }`:                           1 + 4*1,
		`{ some(first: 0) { id } }`:                                       1,
		`{ some(first: -5) { id } }`:                                      1,
		`{ tasks(first: 50) { totalCount nodes { id one: id } } }`:        1 + 1 + 1 + 50*2,
		`{ tasks(first: 50) { edges { node { id } } } }`:                  1 + 1 + 50*2,
		`{ tasks { nodes { id } } }`:                                      1 + 1 + pageLength,
		`{ tasks(first: 5) { nodes { sub(last: 4) { nodes { id } } } } }`: 1 + 1 + 5*(1+1+4),
		`{ tasks(first: 5) { nodes { history { node { id } } } } }`:       1 + 1 + 5*(1+5*2),
		`{ ...f } fragment f on Query { tasks(first: 5) { ...g } } fragment g on TaskConnection { nodes { id } }`: 1 + 1 + 5,
		`{ ... on Query { one { ... { id } } } }`:               2,
		`{ ...f ...f } fragment f on Query { allTasks { id } }`: 2 * 101,
		`{ a: one { id } b: one { id } __typename }`:            5,
		`{ __schema { types { fields { name } } } }`:            1,
	} {
		require.Equal(t, want, costOf(t, query, nil), query)
	}
}

func TestAVariableTellsTheSizeOfAList(t *testing.T) {
	const nested = `query($n: Int, $m: Int = 7) { one { id } some(first: 2) { sub(first: $n) { nodes { sub(first: $m) { nodes { id } } } } } }`
	for _, c := range []struct {
		variables map[string]any
		want      int
	}{
		{map[string]any{"n": 3, "m": 4}, 2 + 1 + 2*(2+3*(2+4))},
		{map[string]any{"n": 3}, 2 + 1 + 2*(2+3*(2+7))},
		{map[string]any{"m": 4}, 2 + 1 + 2*(2+pageLength*(2+4))},
		{map[string]any{"n": nil, "m": 4.0}, 2 + 1 + 2*(2+pageLength*(2+4))},
		{map[string]any{"n": "3", "m": 4}, 2 + 1 + 2*(2+pageLength*(2+4))}, // which execution refuses
		{map[string]any{"n": -3, "m": 4}, 2 + 1 + 2*2},
	} {
		require.Equal(t, c.want, costOf(t, nested, c.variables), c.variables)
	}
}

func TestHostileSizesStopGrowing(t *testing.T) {
	query := `query($n: Int) { some(first: 2147483647) { sub(first: $n) { nodes { sub(first: 2147483647) { nodes { sub(first: $n) { nodes { id } } } } } } } }`
	require.Equal(t, uncountable, costOf(t, query, map[string]any{"n": 2147483647}))
	require.Equal(t, uncountable, costOf(t, `{ some(first: 2147483647) { sub(first: 2147483647) { nodes { sub(first: 2147483647) { nodes { id } } } } } }`, nil))
	require.Equal(t, 1, costOf(t, `query($n: Int) { some(first: $n) { sub(first: 2147483647) { nodes { id } } } }`, map[string]any{"n": 0}))
}

func TestACostWithoutVariablesIsWorkedOutOnce(t *testing.T) {
	operation, failures := New(*costsSchema(t), Options{}).Prepare(`{ tasks(first: 50) { nodes { history { node { id } } } } }`, "", nil)
	require.Empty(t, failures)
	require.Empty(t, operation.cost.lists)
}
