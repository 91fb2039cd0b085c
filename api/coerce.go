package api

import (
	"github.com/graphql-go/graphql"
	executable "github.com/graphql-go/graphql/language/ast"
)

// variableValues reads the variables of a request as their types say. It gives false when one of
// them does not fit, without saying why.
func (p *plan) variableValues(given map[string]any) (values map[string]any, ok bool) {
	if len(p.variables) == 0 {
		return nil, true
	}
	values = make(map[string]any, len(p.variables))
	for _, variable := range p.variables {
		value := given[variable.name]
		if value == nil && variable.defaultValue != nil {
			value = literalValue(variable.defaultValue, variable.valueType, nil)
		} else if value, ok = coerced(value, variable.valueType); !ok {
			return nil, false
		}
		if value != nil {
			values[variable.name] = value
		}
	}
	return values, true
}

// coerced reads a value that came as JSON.
func coerced(value any, as graphql.Input) (_ any, ok bool) {
	if nonNull, isNonNull := as.(*graphql.NonNull); isNonNull {
		value, ok = coerced(value, nonNull.OfType.(graphql.Input))
		return value, ok && value != nil
	}
	if value == nil {
		return nil, true
	}
	switch as := as.(type) {
	case *graphql.List:
		items, isList := value.([]any)
		if !isList {
			items = []any{value}
		}
		list := make([]any, len(items))
		for i, item := range items {
			if list[i], ok = coerced(item, as.OfType.(graphql.Input)); !ok {
				return nil, false
			}
		}
		return list, true
	case *graphql.InputObject:
		return coercedObject(value, as)
	case *graphql.Scalar:
		value = as.ParseValue(value)
	case *graphql.Enum:
		value = as.ParseValue(value)
	}
	return value, value != nil
}

func coercedObject(value any, as *graphql.InputObject) (_ any, ok bool) {
	given, isObject := value.(map[string]any)
	if !isObject {
		return nil, false
	}
	fields := as.Fields()
	for name := range given {
		if fields[name] == nil {
			return nil, false
		}
	}
	object := make(map[string]any, len(given))
	for name, field := range fields {
		value, ok := coerced(given[name], field.Type)
		if !ok {
			return nil, false
		}
		if value == nil {
			value = field.DefaultValue
		}
		if value != nil {
			object[name] = value
		}
	}
	return object, true
}

// argumentValues reads the arguments of a valid field or directive.
func argumentValues(definitions []*graphql.Argument, given []*executable.Argument, variables map[string]any) map[string]any {
	values := make(map[string]any, len(given))
	for _, definition := range definitions {
		var value any
		for _, argument := range given {
			if argument.Name.Value == definition.PrivateName {
				value = literalValue(argument.Value, definition.Type, variables)
			}
		}
		if value == nil {
			value = definition.DefaultValue
		}
		if value != nil {
			values[definition.PrivateName] = value
		}
	}
	return values
}

// literalValue reads a value of a valid document.
func literalValue(literal executable.Value, as graphql.Input, variables map[string]any) any {
	if variable, ok := literal.(*executable.Variable); ok {
		return variables[variable.Name.Value]
	}
	switch as := as.(type) {
	case *graphql.NonNull:
		return literalValue(literal, as.OfType.(graphql.Input), variables)
	case *graphql.List:
		list, ok := literal.(*executable.ListValue)
		if !ok {
			return []any{literalValue(literal, as.OfType.(graphql.Input), variables)}
		}
		values := make([]any, len(list.Values))
		for i, item := range list.Values {
			values[i] = literalValue(item, as.OfType.(graphql.Input), variables)
		}
		return values
	case *graphql.InputObject:
		object, ok := literal.(*executable.ObjectValue)
		if !ok {
			return nil
		}
		values := make(map[string]any, len(object.Fields))
		for name, field := range as.Fields() {
			value := field.DefaultValue
			for _, given := range object.Fields {
				if given.Name.Value == name {
					value = literalValue(given.Value, field.Type, variables)
				}
			}
			if value != nil {
				values[name] = value
			}
		}
		return values
	case *graphql.Scalar:
		return as.ParseLiteral(literal)
	case *graphql.Enum:
		return as.ParseLiteral(literal)
	}
	return nil
}
