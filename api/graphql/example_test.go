package graphql

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/stretchr/testify/require"
)

// exampleRoot is the root value of the tests' operations.
type exampleRoot struct {
	Call
	data map[string]any
}

func newRoot(t *testing.T, e *Engine) *exampleRoot {
	t.Helper()
	text, err := os.ReadFile("testdata/data.json")
	require.NoError(t, err)
	data, _ := PlainNumbers(decoded(t, json.RawMessage(text))).(map[string]any)
	return &exampleRoot{Call: Call{Budget: NewBudget(e.Limits)}, data: data}
}

// mustAppend writes arguments as JSON.stringify does.
func mustAppend(t *testing.T, value any) []byte {
	t.Helper()
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	require.NoError(t, encoder.Encode(value))
	return bytes.TrimSpace(text.Bytes())
}

// exampleSchema is testdata/schema.graphql, with resolvers that do what those of clients/reference.mjs do.
func exampleSchema(t *testing.T) graphql.Schema {
	t.Helper()
	list, required := graphql.NewList, graphql.NewNonNull
	field := func(of graphql.Output) *graphql.Field { return &graphql.Field{Type: of} }
	fromRoot := func(of graphql.Output) *graphql.Field {
		return &graphql.Field{Type: of, Resolve: func(p graphql.ResolveParams) (any, error) {
			return p.Source.(*exampleRoot).data[p.Info.FieldName], nil
		}}
	}
	boom := func(of graphql.Output) *graphql.Field {
		return &graphql.Field{Type: of, Resolve: func(graphql.ResolveParams) (any, error) { return nil, errors.New("boom") }}
	}
	echo := func(args graphql.FieldConfigArgument) *graphql.Field {
		return &graphql.Field{Type: required(graphql.String), Args: args, Resolve: func(p graphql.ResolveParams) (any, error) {
			return string(mustAppend(t, p.Args)), nil
		}}
	}
	date := graphql.NewScalar(graphql.ScalarConfig{
		Name: "Date", Description: "A day, written YYYY-MM-DD.",
		Serialize: func(value any) any { return value },
		ParseValue: func(value any) any {
			if day, ok := value.(string); ok {
				return day
			}
			return nil
		},
		ParseLiteral: func(ast.Value) any { return nil }, // which graphql-go wants, and the engine does without
	})
	colours := graphql.EnumValueConfigMap{"OLD": {Value: "OLD", DeprecationReason: "Faded."}}
	for _, name := range []string{"RED", "GREEN", "BLUE"} {
		colours[name] = &graphql.EnumValueConfig{Value: name}
	}
	colour := graphql.NewEnum(graphql.EnumConfig{Name: "Colour", Values: colours})
	objects := map[string]*graphql.Object{}
	byName := func(p graphql.ResolveTypeParams) *graphql.Object {
		return objects[p.Value.(map[string]any)["__typename"].(string)]
	}
	namedThing := graphql.NewInterface(graphql.InterfaceConfig{
		Name: "Named", ResolveType: byName, Fields: graphql.Fields{"name": field(required(graphql.String))},
	})
	object := func(name string, fields graphql.Fields) *graphql.Object {
		objects[name] = graphql.NewObject(graphql.ObjectConfig{Name: name, Fields: fields, Interfaces: []*graphql.Interface{namedThing}})
		return objects[name]
	}
	person := object("Person", graphql.Fields{
		"age": field(graphql.Int), "born": field(date), "id": field(required(graphql.ID)), "name": field(required(graphql.String)),
		"nick": {Type: graphql.String, DeprecationReason: graphql.DefaultDeprecationReason},
	})
	person.AddFieldConfig("best", field(person))
	person.AddFieldConfig("friends", field(required(list(required(person)))))
	cat := object("Cat", graphql.Fields{
		"colour": field(colour), "lives": field(graphql.Int), "name": field(required(graphql.String)), "owner": field(person), "size": field(graphql.Int),
	})
	dog := object("Dog", graphql.Fields{
		"barks": field(required(graphql.Boolean)), "colour": field(colour), "name": field(required(graphql.String)), "owner": field(person),
		"size": field(required(graphql.Int)),
	})
	pet := graphql.NewUnion(graphql.UnionConfig{Name: "Pet", Types: []*graphql.Object{cat, dog}, ResolveType: byName})
	person.AddFieldConfig("pet", field(pet))
	person.AddFieldConfig("pets", field(list(pet)))
	point := graphql.NewInputObject(graphql.InputObjectConfig{Name: "Point", Fields: graphql.InputObjectConfigFieldMap{
		"colour": {Type: colour, DefaultValue: "RED"}, "label": {Type: graphql.String}, "tags": {Type: list(required(graphql.String))},
		"x": {Type: required(graphql.Int)}, "y": {Type: required(graphql.Int), DefaultValue: 1},
	}})
	point.AddFieldConfig("inner", &graphql.InputObjectFieldConfig{Type: point})
	box := graphql.NewObject(graphql.ObjectConfig{Name: "Box", Fields: graphql.Fields{
		"empty": field(required(graphql.String)), "full": field(required(graphql.String)), "numbers": field(list(graphql.Int)),
	}})
	box.AddFieldConfig("boxes", field(list(required(box))))
	box.AddFieldConfig("inner", field(box))
	box.AddFieldConfig("maybe", field(list(box)))
	box.AddFieldConfig("never", field(required(box)))
	box.AddFieldConfig("strict", field(required(list(required(box)))))
	one := fromRoot(person)
	one.Args = graphql.FieldConfigArgument{"id": {Type: required(graphql.ID), DefaultValue: "1"}}
	set := fromRoot(box)
	set.Args = graphql.FieldConfigArgument{"value": {Type: required(graphql.Int)}}
	ticks := fromRoot(graphql.Int)
	ticks.Args = graphql.FieldConfigArgument{"n": {Type: graphql.Int}}
	schema, err := graphql.NewSchema(graphql.SchemaConfig{
		Query: graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{
			"boom": boom(graphql.String), "boomRequired": boom(required(graphql.String)), "box": fromRoot(box),
			"echo": echo(graphql.FieldConfigArgument{
				"bool": {Type: graphql.Boolean}, "colour": {Type: colour, DefaultValue: "GREEN"}, "colours": {Type: list(required(colour))},
				"date": {Type: date}, "float": {Type: graphql.Float}, "id": {Type: graphql.ID}, "int": {Type: graphql.Int},
				"intDefault": {Type: graphql.Int, DefaultValue: 7}, "list": {Type: list(graphql.Int)}, "matrix": {Type: list(list(graphql.Int))},
				"point": {Type: point}, "points": {Type: list(required(point))}, "string": {Type: graphql.String, DefaultValue: `a "b"`},
			}),
			"holes": fromRoot(list(required(graphql.Int))), "matrix": fromRoot(list(list(graphql.Int))), "named": fromRoot(list(namedThing)),
			"need":        echo(graphql.FieldConfigArgument{"int": {Type: required(graphql.Int)}, "points": {Type: list(required(point))}}),
			"needDefault": echo(graphql.FieldConfigArgument{"int": {Type: required(graphql.Int), DefaultValue: 3}}),
			"nothing":     fromRoot(person), "people": fromRoot(list(required(person))), "person": one, "pet": fromRoot(pet),
			"pets": fromRoot(required(list(required(pet)))),
		}}),
		Mutation:     graphql.NewObject(graphql.ObjectConfig{Name: "Mutation", Fields: graphql.Fields{"fail": boom(box), "set": set}}),
		Subscription: graphql.NewObject(graphql.ObjectConfig{Name: "Subscription", Fields: graphql.Fields{"other": fromRoot(graphql.Int), "ticks": ticks}}),
	})
	require.NoError(t, err)
	return schema
}
