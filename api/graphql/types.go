package graphql

import (
	"cmp"
	"maps"
	"slices"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// schema is a graphql-go schema as the engine reads it: with introspection and directives of the
// specification of September 2025, which graphql-go knows in an older edition.
type schema struct {
	graphql.Schema
	types                                 map[string]graphql.Type // by name, those of introspection included
	directives                            []*directive            // by name
	possible                              map[graphql.Type][]*graphql.Object
	schemaField, typeField, typenameField *graphql.FieldDefinition
}

func newSchema(from graphql.Schema) *schema {
	s := &schema{Schema: from, types: map[string]graphql.Type{}, directives: newDirectives(), possible: map[graphql.Type][]*graphql.Object{}}
	for name, of := range from.TypeMap() {
		if !isIntrospection(name) {
			s.types[name] = of
		}
	}
	for _, builtIn := range []*graphql.Scalar{graphql.String, graphql.Boolean} { // introspection needs them
		s.types[builtIn.Name()] = builtIn
	}
	s.addIntrospection()
	for _, of := range s.types {
		switch of := of.(type) {
		case *graphql.Interface:
			s.possible[of] = sortedBy(from.PossibleTypes(of), (*graphql.Object).Name)
			sortArguments(of.Fields())
		case *graphql.Union:
			s.possible[of] = sortedBy(of.Types(), (*graphql.Object).Name)
		case *graphql.Object:
			s.possible[of] = []*graphql.Object{of}
			sortArguments(of.Fields())
		case *graphql.Enum:
			of.ParseValue("") // graphql-go makes the look-ups of an enum when they are first used, without a lock
			of.Serialize("")
		}
	}
	return s
}

// sortArguments brings what graphql-go keeps in the order of a map into one that is the same each time.
func sortArguments(fields graphql.FieldDefinitionMap) {
	for _, field := range fields {
		slices.SortFunc(field.Args, func(a, b *graphql.Argument) int { return cmp.Compare(a.Name(), b.Name()) })
	}
}

func isIntrospection(name string) bool { return len(name) > 2 && name[:2] == "__" }

func sortedBy[T any](all []T, name func(T) string) []T {
	return slices.SortedFunc(slices.Values(all), func(a, b T) int { return cmp.Compare(name(a), name(b)) })
}

func sortedKeys[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

// directive is a directive of the specification; the application has none of its own.
type directive struct {
	name, description string
	locations         []ast.DirectiveLocation
	arguments         []*graphql.Argument
}

func newDirectives() []*directive {
	condition := func(about string) []*graphql.Argument {
		return []*graphql.Argument{{PrivateName: "if", Type: graphql.NewNonNull(graphql.Boolean), PrivateDescription: about}}
	}
	selections := []ast.DirectiveLocation{ast.LocationField, ast.LocationFragmentSpread, ast.LocationInlineFragment}
	return []*directive{
		{name: "deprecated", description: "Marks an element of a GraphQL schema as no longer supported.",
			locations: []ast.DirectiveLocation{ast.LocationFieldDefinition, ast.LocationArgumentDefinition, ast.LocationInputFieldDefinition, ast.LocationEnumValue},
			arguments: []*graphql.Argument{{PrivateName: "reason", Type: graphql.String, DefaultValue: graphql.DefaultDeprecationReason,
				PrivateDescription: "Explains why this element was deprecated, usually also including a suggestion for how to access supported " +
					"similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/)."}}},
		{name: "include", description: "Directs the executor to include this field or fragment only when the `if` argument is true.",
			locations: selections, arguments: condition("Included when true.")},
		{name: "oneOf", description: "Indicates exactly one field must be supplied and this field must not be `null`.",
			locations: []ast.DirectiveLocation{ast.LocationInputObject}},
		{name: "skip", description: "Directs the executor to skip this field or fragment when the `if` argument is true.",
			locations: selections, arguments: condition("Skipped when true.")},
		{name: "specifiedBy", description: "Exposes a URL that specifies the behavior of this scalar.",
			locations: []ast.DirectiveLocation{ast.LocationScalar},
			arguments: []*graphql.Argument{{PrivateName: "url", Type: graphql.NewNonNull(graphql.String),
				PrivateDescription: "The URL that specifies the behavior of this scalar."}}},
	}
}

func (s *schema) directive(name string) *directive {
	for _, directive := range s.directives {
		if directive.name == name {
			return directive
		}
	}
	return nil
}

// root is the type that an operation begins with, nil where there is none.
func (s *schema) root(kind ast.Operation) *graphql.Object {
	switch kind {
	case ast.Mutation:
		return s.MutationType()
	case ast.Subscription:
		return s.SubscriptionType()
	}
	return s.QueryType()
}

// field finds a field of a type, nil if it has none of that name.
func (s *schema) field(of graphql.Type, name string) *graphql.FieldDefinition {
	switch {
	case name == "__typename" && isComposite(of):
		return s.typenameField
	case of == graphql.Type(s.QueryType()) && name == "__schema":
		return s.schemaField
	case of == graphql.Type(s.QueryType()) && name == "__type":
		return s.typeField
	}
	return fieldsOf(of)[name]
}

// fieldsOf are the fields of an object or interface.
func fieldsOf(of graphql.Type) graphql.FieldDefinitionMap {
	switch of := of.(type) {
	case *graphql.Object:
		if of != nil {
			return of.Fields()
		}
	case *graphql.Interface:
		return of.Fields()
	}
	return nil
}

func isComposite(of graphql.Type) bool {
	switch of.(type) {
	case *graphql.Object, *graphql.Interface, *graphql.Union:
		return true
	}
	return false
}

func isLeaf(of graphql.Type) bool {
	switch of.(type) {
	case *graphql.Scalar, *graphql.Enum:
		return true
	}
	return false
}

func isInput(of graphql.Type) bool {
	_, isObject := of.(*graphql.InputObject)
	return isObject || isLeaf(of)
}

// named takes lists and NonNull away; nil stays nil.
func named(of graphql.Type) graphql.Type {
	for {
		switch wrapped := of.(type) {
		case *graphql.NonNull:
			of = wrapped.OfType
		case *graphql.List:
			of = wrapped.OfType
		default:
			return of
		}
	}
}

// nullable takes NonNull away.
func nullable(of graphql.Type) graphql.Type {
	if nonNull, ok := of.(*graphql.NonNull); ok {
		return nonNull.OfType
	}
	return of
}

func isNonNull(of graphql.Type) bool {
	_, ok := of.(*graphql.NonNull)
	return ok
}

// reference is the type that a document names, nil when there is none.
func (s *schema) reference(to *ast.Type) graphql.Type {
	var of graphql.Type
	if to.Elem != nil {
		elem := s.reference(to.Elem)
		if elem == nil {
			return nil
		}
		of = graphql.NewList(elem)
	} else if of = s.types[to.NamedType]; of == nil {
		return nil
	}
	if to.NonNull {
		return graphql.NewNonNull(of)
	}
	return of
}

// overlap tells whether an object can be of both types.
func (s *schema) overlap(one, other graphql.Type) bool {
	return slices.ContainsFunc(s.possible[one], func(object *graphql.Object) bool { return slices.Contains(s.possible[other], object) })
}
