package graphql

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/graphql-go/graphql"
)

// addIntrospection adds the types and fields with which clients read the schema. They are fields like any
// others: https://spec.graphql.org/September2025/#sec-Schema-Introspection. Whatever graphql-go keeps
// in no order comes by name.
func (s *schema) addIntrospection() {
	typeKind := newEnum("__TypeKind", "An enum describing what kind of type a given `__Type` is.",
		"SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL")
	location := newEnum("__DirectiveLocation", "A Directive can be adjacent to many parts of the GraphQL language, a "+
		"__DirectiveLocation describes one such possible adjacencies.",
		"QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
		"SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
		"INPUT_OBJECT", "INPUT_FIELD_DEFINITION")
	typeObject, fieldObject, inputObject := newMeta("__Type"), newMeta("__Field"), newMeta("__InputValue")
	valueObject, directiveObject, schemaObject := newMeta("__EnumValue"), newMeta("__Directive"), newMeta("__Schema")
	deprecated := graphql.FieldConfigArgument{"includeDeprecated": {Type: graphql.NewNonNull(graphql.Boolean), DefaultValue: false}}
	text, required, truth := graphql.String, graphql.NewNonNull(graphql.String), graphql.NewNonNull(graphql.Boolean)

	add(typeObject, "kind", graphql.NewNonNull(typeKind), func(of graphql.Type) any { return kindOf(of) })
	add(typeObject, "name", text, func(of graphql.Type) any { return nameOf(of) })
	add(typeObject, "description", text, func(of graphql.Type) any { return descriptionOf(of) })
	add(typeObject, "specifiedByURL", text, func(graphql.Type) any { return nil })
	addWith(typeObject, "fields", listOf(fieldObject), deprecated, func(of graphql.Type, all bool) any {
		switch of.(type) {
		case *graphql.Object, *graphql.Interface:
			return fieldsInOrder(fieldsOf(of), all)
		}
		return nil
	})
	add(typeObject, "interfaces", listOf(typeObject), interfacesOf)
	add(typeObject, "possibleTypes", listOf(typeObject), func(of graphql.Type) any {
		switch of.(type) {
		case *graphql.Interface, *graphql.Union:
			return asTypes(s.possible[of])
		}
		return nil
	})
	addWith(typeObject, "enumValues", listOf(valueObject), deprecated, func(of graphql.Type, all bool) any {
		enum, ok := of.(*graphql.Enum)
		if !ok {
			return nil
		}
		values := sortedBy(enum.Values(), func(value *graphql.EnumValueDefinition) string { return value.Name })
		if isIntrospection(enum.Name()) {
			slices.SortStableFunc(values, func(a, b *graphql.EnumValueDefinition) int {
				return a.Value.(enumPlace).place - b.Value.(enumPlace).place
			})
		}
		return slices.DeleteFunc(values, func(value *graphql.EnumValueDefinition) bool { return !all && value.DeprecationReason != "" })
	})
	addWith(typeObject, "inputFields", listOf(inputObject), deprecated, func(of graphql.Type, _ bool) any { return inputFieldsOf(of) })
	add(typeObject, "ofType", typeObject, wrappedBy)
	add(typeObject, "isOneOf", graphql.Boolean, func(of graphql.Type) any {
		if _, ok := of.(*graphql.InputObject); ok {
			return false
		}
		return nil
	})

	add(fieldObject, "name", required, func(f *graphql.FieldDefinition) any { return f.Name })
	add(fieldObject, "description", text, func(f *graphql.FieldDefinition) any { return orNull(f.Description) })
	addWith(fieldObject, "args", graphql.NewNonNull(listOf(inputObject)), deprecated,
		func(f *graphql.FieldDefinition, _ bool) any { return asInputValues(f.Args) })
	add(fieldObject, "type", graphql.NewNonNull(typeObject), func(f *graphql.FieldDefinition) any { return f.Type })
	add(fieldObject, "isDeprecated", truth, func(f *graphql.FieldDefinition) any { return f.DeprecationReason != "" })
	add(fieldObject, "deprecationReason", text, func(f *graphql.FieldDefinition) any { return orNull(f.DeprecationReason) })

	add(inputObject, "name", required, func(v inputValue) any { return v.name })
	add(inputObject, "description", text, func(v inputValue) any { return orNull(v.description) })
	add(inputObject, "type", graphql.NewNonNull(typeObject), func(v inputValue) any { return v.of })
	add(inputObject, "defaultValue", text, func(v inputValue) any {
		if v.defaultValue == nil {
			return nil
		}
		return literal(v.defaultValue, v.of)
	})
	add(inputObject, "isDeprecated", truth, func(inputValue) any { return false }) // graphql-go knows no such inputs
	add(inputObject, "deprecationReason", text, func(inputValue) any { return nil })

	add(valueObject, "name", required, func(v *graphql.EnumValueDefinition) any { return v.Name })
	add(valueObject, "description", text, func(v *graphql.EnumValueDefinition) any { return orNull(v.Description) })
	add(valueObject, "isDeprecated", truth, func(v *graphql.EnumValueDefinition) any { return v.DeprecationReason != "" })
	add(valueObject, "deprecationReason", text, func(v *graphql.EnumValueDefinition) any { return orNull(v.DeprecationReason) })

	add(directiveObject, "name", required, func(d *directive) any { return d.name })
	add(directiveObject, "description", text, func(d *directive) any { return d.description })
	add(directiveObject, "isRepeatable", truth, func(*directive) any { return false })
	add(directiveObject, "locations", graphql.NewNonNull(listOf(location)), func(d *directive) any {
		var places []any
		for _, at := range d.locations {
			places = append(places, location.ParseValue(string(at)))
		}
		return places
	})
	addWith(directiveObject, "args", graphql.NewNonNull(listOf(inputObject)), deprecated,
		func(d *directive, _ bool) any { return asInputValues(d.arguments) })

	add(schemaObject, "description", text, func(*schema) any { return nil })
	add(schemaObject, "types", graphql.NewNonNull(listOf(typeObject)), func(s *schema) any {
		var all []graphql.Type
		for _, name := range sortedKeys(s.types) {
			all = append(all, s.types[name])
		}
		return all
	})
	add(schemaObject, "queryType", graphql.NewNonNull(typeObject), func(s *schema) any { return s.QueryType() })
	add(schemaObject, "mutationType", typeObject, func(s *schema) any { return s.MutationType() })
	add(schemaObject, "subscriptionType", typeObject, func(s *schema) any { return s.SubscriptionType() })
	add(schemaObject, "directives", graphql.NewNonNull(listOf(directiveObject)), func(s *schema) any { return s.directives })

	for _, of := range []graphql.Type{typeKind, location, typeObject, fieldObject, inputObject, valueObject, directiveObject, schemaObject} {
		s.types[of.Name()] = of
	}
	s.typenameField = &graphql.FieldDefinition{Name: "__typename", Type: required, Resolve: func(p graphql.ResolveParams) (any, error) {
		return p.Info.ParentType.Name(), nil
	}}
	s.schemaField = &graphql.FieldDefinition{Name: "__schema", Type: graphql.NewNonNull(schemaObject),
		Resolve: func(graphql.ResolveParams) (any, error) { return s, nil }}
	s.typeField = &graphql.FieldDefinition{
		Name: "__type", Type: typeObject, Args: []*graphql.Argument{{PrivateName: "name", Type: required}},
		Resolve: func(p graphql.ResolveParams) (any, error) { return s.types[p.Args["name"].(string)], nil },
	}
}

// enumPlace is a value of an enum whose values keep the specification's order.
type enumPlace struct {
	place int
	name  string
}

func newEnum(name, description string, names ...string) *graphql.Enum {
	values := graphql.EnumValueConfigMap{}
	for place, value := range names {
		values[value] = &graphql.EnumValueConfig{Value: enumPlace{place, value}}
	}
	return graphql.NewEnum(graphql.EnumConfig{Name: name, Description: description, Values: values})
}

func newMeta(name string) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{Name: name, Fields: graphql.Fields{}})
}

func listOf(of graphql.Type) *graphql.List { return graphql.NewList(graphql.NewNonNull(of)) }

func add[Source any](to *graphql.Object, name string, of graphql.Output, read func(Source) any) {
	addWith(to, name, of, nil, func(source Source, _ bool) any { return read(source) })
}

func addWith[Source any](to *graphql.Object, name string, of graphql.Output, args graphql.FieldConfigArgument, read func(Source, bool) any) {
	to.AddFieldConfig(name, &graphql.Field{Type: of, Args: args, Resolve: func(p graphql.ResolveParams) (any, error) {
		deprecated, _ := p.Args["includeDeprecated"].(bool)
		if row, ok := p.Source.(*Source); ok {
			return read(*row, deprecated), nil
		}
		return read(p.Source.(Source), deprecated), nil
	}})
}

func kindOf(of graphql.Type) any {
	kinds := []string{"SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"}
	kind := "SCALAR"
	switch of.(type) {
	case *graphql.Object:
		kind = "OBJECT"
	case *graphql.Interface:
		kind = "INTERFACE"
	case *graphql.Union:
		kind = "UNION"
	case *graphql.Enum:
		kind = "ENUM"
	case *graphql.InputObject:
		kind = "INPUT_OBJECT"
	case *graphql.List:
		kind = "LIST"
	case *graphql.NonNull:
		kind = "NON_NULL"
	}
	return enumPlace{slices.Index(kinds, kind), kind}
}

func isWrapper(of graphql.Type) bool {
	switch of.(type) {
	case *graphql.List, *graphql.NonNull:
		return true
	}
	return false
}

func nameOf(of graphql.Type) any {
	if isWrapper(of) {
		return nil
	}
	return of.Name()
}

func descriptionOf(of graphql.Type) any {
	if isWrapper(of) {
		return nil
	}
	return orNull(of.Description())
}

func wrappedBy(of graphql.Type) any {
	switch of := of.(type) {
	case *graphql.List:
		return of.OfType
	case *graphql.NonNull:
		return of.OfType
	}
	return nil
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func fieldsInOrder(fields graphql.FieldDefinitionMap, all bool) []*graphql.FieldDefinition {
	ordered := []*graphql.FieldDefinition{}
	for _, name := range sortedKeys(fields) {
		if all || fields[name].DeprecationReason == "" {
			ordered = append(ordered, fields[name])
		}
	}
	return ordered
}

func interfacesOf(of graphql.Type) any {
	switch of := of.(type) {
	case *graphql.Object:
		return asTypes(sortedBy(of.Interfaces(), (*graphql.Interface).Name))
	case *graphql.Interface:
		return []graphql.Type{}
	}
	return nil
}

func asTypes[T graphql.Type](of []T) []graphql.Type {
	types := make([]graphql.Type, len(of))
	for i, one := range of {
		types[i] = one
	}
	return types
}

// inputValue is an argument, or a field of an input object.
type inputValue struct {
	name, description string
	of                graphql.Type
	defaultValue      any
}

func asInputValues(arguments []*graphql.Argument) []inputValue {
	values := make([]inputValue, len(arguments))
	for i, argument := range arguments {
		values[i] = inputValue{argument.PrivateName, argument.PrivateDescription, argument.Type, argument.DefaultValue}
	}
	return values
}

func inputFieldsOf(of graphql.Type) any {
	object, ok := of.(*graphql.InputObject)
	if !ok {
		return nil
	}
	var values []inputValue
	fields := object.Fields()
	for _, name := range sortedKeys(fields) {
		field := fields[name]
		values = append(values, inputValue{name, field.Description(), field.Type, field.DefaultValue})
	}
	return values
}

// literal writes a default in the language of documents.
func literal(value any, of graphql.Type) string {
	if value == nil {
		return "null"
	}
	switch of := nullable(of).(type) {
	case *graphql.List:
		items, isList := value.([]any)
		if !isList {
			return literal(value, of.OfType)
		}
		texts := make([]string, len(items))
		for i, item := range items {
			texts[i] = literal(item, of.OfType)
		}
		return "[" + strings.Join(texts, ", ") + "]"
	case *graphql.InputObject:
		members, _ := value.(map[string]any)
		var texts []string
		for _, name := range sortedKeys(of.Fields()) {
			if member, given := members[name]; given {
				texts = append(texts, name+": "+literal(member, of.Fields()[name].Type))
			}
		}
		return "{" + strings.Join(texts, ", ") + "}"
	case *graphql.Enum:
		return fmt.Sprint(of.Serialize(value))
	case *graphql.Scalar:
		if text, ok := value.(string); ok && of == graphql.ID && isWhole(text) {
			return text
		}
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

func isWhole(text string) bool {
	number, err := strconv.ParseInt(text, 10, 64)
	return err == nil && strconv.FormatInt(number, 10) == text
}
