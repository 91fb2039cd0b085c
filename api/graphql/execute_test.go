package graphql

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"
)

func TestAFailureMakesNullOfTheNearestFieldThatMayBeNull(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	item := graphql.NewObject(graphql.ObjectConfig{Name: "Item", Fields: graphql.Fields{
		"name": {Type: graphql.NewNonNull(graphql.String), Resolve: func(p graphql.ResolveParams) (any, error) {
			switch p.Source {
			case "fails":
				return nil, broken
			case "panics":
				panic("over")
			case "missing":
				return nil, nil
			}
			return p.Source, nil
		}},
	}})
	list := func(of graphql.Type, values ...any) *graphql.Field {
		return &graphql.Field{Type: of, Resolve: func(graphql.ResolveParams) (any, error) { return values, nil }}
	}
	values := []any{"fine", "fails", "panics", "missing", nil}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"open":   list(graphql.NewList(item), values...),
		"closed": list(graphql.NewList(graphql.NewNonNull(item)), values...),
		"whole":  list(graphql.NewNonNull(graphql.NewList(graphql.NewNonNull(item))), "fine"),
		"number": {Type: graphql.Int, Resolve: func(graphql.ResolveParams) (any, error) { return int64(1 << 40), nil }},
	}})})
	require.NoError(t, err)
	e := New(schema, Options{})
	operation, failures := e.Prepare(`{ open { name } closed { name } whole { name } number }`, "", nil)
	require.Nil(t, failures)
	result := e.Execute(t.Context(), operation, nil, &exampleRoot{Call: Call{Budget: NewBudget(e.Limits)}})
	require.JSONEq(t, `{
		"open": [{"name": "fine"}, null, null, null, null],
		"closed": null,
		"whole": [{"name": "fine"}],
		"number": null
	}`, string(result.Data))
	var paths [][]any
	for _, failure := range result.Errors {
		paths = append(paths, failure.Path)
	}
	require.Equal(t, [][]any{{"open", 1, "name"}, {"open", 2, "name"}, {"open", 3, "name"}, {"closed", 1, "name"}, {"number"}}, paths)
}

func TestDocumentsAreParsedOnce(t *testing.T) {
	t.Parallel()
	e := New(exampleSchema(t), Options{})
	prepare := func(query string) (*Operation, []*Error) { return e.Prepare(query, "", nil) }
	first, failures := prepare(`{ box { full } }`)
	require.Nil(t, failures)
	again, _ := prepare(`{ box { full } }`)
	require.Same(t, first, again)

	_, failures = prepare(`{ nobody }`)
	require.NotNil(t, failures)
	_, failures = prepare(`{ box { full } } #` + strings.Repeat("x", cachedLength))
	require.Nil(t, failures)
	require.Equal(t, 1, e.documents.Len(), "neither what is not valid nor what is long")
}

// A change that was made is told, also when the time for its answer is over; what follows is not made.
func TestAMutationWhoseTimeIsOverTellsWhatWasDone(t *testing.T) {
	t.Parallel()
	made := 0
	change := &graphql.Field{Type: graphql.NewObject(graphql.ObjectConfig{Name: "Change", Fields: graphql.Fields{
		"made":  {Type: graphql.Int, Resolve: func(p graphql.ResolveParams) (any, error) { return p.Source, nil }},
		"lists": {Type: graphql.NewList(graphql.Int), Resolve: func(graphql.ResolveParams) (any, error) { return []int{1, 2}, nil }},
	}}), Resolve: func(p graphql.ResolveParams) (any, error) {
		made++
		<-p.Context.Done()
		return made, nil
	}}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{
		Query:    graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{"change": change}}),
		Mutation: graphql.NewObject(graphql.ObjectConfig{Name: "Mutation", Fields: graphql.Fields{"change": change}}),
	})
	require.NoError(t, err)
	e := New(schema, Options{Limits: Limits{Timeout: time.Millisecond}})
	run := func(query string) Result {
		operation, failures := e.Prepare(query, "", nil)
		require.Nil(t, failures)
		return e.Execute(t.Context(), operation, nil, &exampleRoot{Call: Call{Budget: NewBudget(e.Limits)}})
	}
	result := run(`mutation { a: change { made lists } b: change { made } }`)
	require.Equal(t, `{"a":{"made":1,"lists":[null,null]},"b":null}`, string(result.Data))
	require.Equal(t, 1, made)
	require.Len(t, result.Errors, 2)
	require.Equal(t, []any{"a", "lists", 0}, result.Errors[0].Path)
	require.Equal(t, []any{"b"}, result.Errors[1].Path)
	require.ErrorIs(t, result.Errors[1], context.DeadlineExceeded)

	require.Equal(t, "null", string(run(`{ change { made } }`).Data), "half of what a query reads is worth nothing")
}

// slowReader takes each part only after the time that the operation had for it.
type slowReader struct {
	over <-chan struct{} // of the part that is made
	text strings.Builder
}

func (r *slowReader) Send(part []byte) error {
	<-r.over
	r.text.Write(part)
	return nil
}

func (r *slowReader) HasBegun() bool { return r.text.Len() > 0 }

func TestTheTimeThatAClientTakesToReadIsNotTheOperations(t *testing.T) {
	t.Parallel()
	reader := &slowReader{}
	long := strings.Repeat("x", flushed+1)
	item := graphql.NewObject(graphql.ObjectConfig{Name: "Item", Fields: graphql.Fields{
		"text": {Type: graphql.String, Resolve: func(p graphql.ResolveParams) (any, error) {
			reader.over = p.Context.Done()
			return long, nil
		}},
	}})
	schema, err := graphql.NewSchema(graphql.SchemaConfig{Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
		"list": {Type: graphql.NewList(item), Resolve: func(graphql.ResolveParams) (any, error) { return []int{1, 2}, nil }},
	}})})
	require.NoError(t, err)
	e := New(schema, Options{Limits: Limits{Timeout: time.Second}})
	operation, failures := e.Prepare(`{ list { text } }`, "", nil)
	require.Nil(t, failures)
	result := e.Execute(t.Context(), operation, nil, &exampleRoot{Call: Call{Budget: NewBudget(e.Limits), Stream: reader}})
	require.Empty(t, result.Errors)
	require.JSONEq(t, `{"list": [{"text": "`+long+`"}, {"text": "`+long+`"}]}`, reader.text.String()+string(result.Data))
}
