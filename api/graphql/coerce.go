package graphql

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"sync"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// variableValues reads the variables of a request as their types say:
// https://spec.graphql.org/draft/#sec-Coercing-Variable-Values. One that is not given and has no default
// is left out; null is nil.
func (p *plan) variableValues(given map[string]any) (values map[string]any, failures []*Error) {
	if len(p.variables) == 0 {
		return nil, nil
	}
	values = make(map[string]any, len(p.variables))
	for _, variable := range p.variables {
		fail := func(message string) {
			failures = append(failures, at(invalid("%s", message), variable.definition.Position))
		}
		value, isGiven := given[variable.name]
		switch {
		case !isGiven && variable.hasDefault:
			values[variable.name] = variable.defaultValue
		case !isGiven && isNonNull(variable.of):
			fail(fmt.Sprintf("Variable \"$%s\" of required type %q was not provided.", variable.name, variable.of.String()))
		case !isGiven:
		case value == nil && isNonNull(variable.of):
			fail(fmt.Sprintf("Variable \"$%s\" of non-null type %q must not be null.", variable.name, variable.of.String()))
		default:
			c := coercion{}
			values[variable.name] = c.value(value, variable.of)
			for _, complaint := range c.complaints {
				place := ""
				if complaint.path != "" {
					place = fmt.Sprintf(" at %q", variable.name+complaint.path)
				}
				fail(fmt.Sprintf("Variable \"$%s\" got invalid value %s%s; %s", variable.name, complaint.shown, place, complaint.message))
			}
		}
	}
	return values, failures
}

// coercion reads a value that came as JSON and collects what is wrong with it.
type coercion struct {
	path       string
	complaints []complaint
}

type complaint struct {
	path, shown string // where, and the value
	message     string
}

func (c *coercion) complain(value any, format string, args ...any) any {
	c.complainOf(func() string { return printed(value) }, format, args...)
	return nil
}

func (c *coercion) complainOf(shown func() string, format string, args ...any) {
	if len(c.complaints) < maxComplaints {
		c.complaints = append(c.complaints, complaint{c.path, shown(), fmt.Sprintf(format, args...)})
	}
}

func (c *coercion) value(value any, as graphql.Type) any {
	if nonNull, ok := as.(*graphql.NonNull); ok {
		if value == nil {
			return c.complain(value, "Expected non-nullable type %q not to be null.", as.String())
		}
		as = nonNull.OfType
	}
	if value == nil {
		return nil
	}
	before := c.path
	defer func() { c.path = before }()
	switch as := as.(type) {
	case *graphql.List:
		items, isList := value.([]any)
		if !isList {
			return []any{c.value(value, as.OfType)}
		}
		list := make([]any, len(items))
		for i, item := range items {
			c.path = before + "[" + strconv.Itoa(i) + "]"
			list[i] = c.value(item, as.OfType)
		}
		return list
	case *graphql.InputObject:
		return c.object(value, as)
	}
	read, message := leafValue(value, as)
	if message != "" {
		return c.complain(value, "%s", message)
	}
	return read
}

func (c *coercion) object(value any, as *graphql.InputObject) any {
	given, isObject := value.(map[string]any)
	if !isObject {
		return c.complain(value, "Expected type %q to be an object.", as.Name())
	}
	before, fields := c.path, as.Fields()
	shown := sync.OnceValue(func() string { return printed(value) })
	object := make(map[string]any, len(given))
	for _, name := range sortedKeys(fields) {
		field := fields[name]
		member, isGiven := given[name]
		switch {
		case isGiven:
			c.path = before + "." + name
			object[name] = c.value(member, field.Type)
			c.path = before
		case field.DefaultValue != nil:
			object[name] = field.DefaultValue
		case isNonNull(field.Type):
			c.complainOf(shown, "Field %q of required type %q was not provided.", name, field.Type.String())
		}
	}
	for _, name := range sortedKeys(given) {
		if fields[name] == nil {
			c.complainOf(shown, "Field %q is not defined by type %q.", name, as.Name())
		}
	}
	return object
}

// leafValue reads a scalar or an enum's value that came as JSON, or says what is wrong with it.
func leafValue(value any, as graphql.Type) (read any, message string) {
	switch as {
	case graphql.Int:
		switch number := value.(type) {
		case int:
			if number < math.MinInt32 || number > math.MaxInt32 {
				return nil, "Int cannot represent non 32-bit signed integer value: " + printed(value)
			}
			return number, ""
		case float64:
			if number == math.Trunc(number) && number >= math.MinInt32 && number <= math.MaxInt32 {
				return int(number), ""
			}
			if number == math.Trunc(number) {
				return nil, "Int cannot represent non 32-bit signed integer value: " + printed(value)
			}
		}
		return nil, "Int cannot represent non-integer value: " + printed(value)
	case graphql.Float:
		switch number := value.(type) {
		case int:
			return float64(number), ""
		case float64:
			return number, ""
		}
		return nil, "Float cannot represent non numeric value: " + printed(value)
	case graphql.String:
		if text, ok := value.(string); ok {
			return text, ""
		}
		return nil, "String cannot represent a non string value: " + printed(value)
	case graphql.Boolean:
		if truth, ok := value.(bool); ok {
			return truth, ""
		}
		return nil, "Boolean cannot represent a non boolean value: " + printed(value)
	case graphql.ID:
		switch id := value.(type) {
		case string:
			return id, ""
		case int:
			return strconv.Itoa(id), ""
		case float64:
			if id == math.Trunc(id) {
				return strconv.FormatFloat(id, 'g', -1, 64), ""
			}
		}
		return nil, "ID cannot represent value: " + printed(value)
	}
	switch as := as.(type) {
	case *graphql.Enum:
		name, isText := value.(string)
		if !isText {
			return nil, fmt.Sprintf("Enum %q cannot represent non-string value: %s.", as.Name(), printed(value))
		}
		if read = as.ParseValue(name); read == nil {
			return nil, fmt.Sprintf("Value %q does not exist in %q enum.", name, as.Name())
		}
		return read, ""
	case *graphql.Scalar:
		if read = as.ParseValue(value); read == nil {
			return nil, fmt.Sprintf("Expected type %q.", as.Name())
		}
	}
	return read, ""
}

func printed(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

// arguments reads the arguments of a valid field or directive:
// https://spec.graphql.org/draft/#sec-Coercing-Field-Arguments
func argumentValues(definitions []*graphql.Argument, given ast.ArgumentList, variables map[string]any) (map[string]any, *Error) {
	values := make(map[string]any, len(given))
	for _, definition := range definitions {
		name := definition.PrivateName
		argument := given.ForName(name)
		isGiven := argument != nil
		if isGiven && argument.Value.Kind == ast.Variable {
			_, isGiven = variables[argument.Value.Raw]
		}
		if !isGiven {
			if definition.DefaultValue != nil {
				values[name] = definition.DefaultValue
			} else if isNonNull(definition.Type) {
				failure := invalid("Argument %q of required type %q was not provided.", name, definition.Type.String())
				if argument != nil {
					failure = at(invalid("Argument %q of required type %q was provided the variable \"$%s\" which was not provided a runtime value.",
						name, definition.Type.String(), argument.Value.Raw), argument.Value.Position)
				}
				return nil, failure
			}
			continue
		}
		value, ok := literalValue(argument.Value, definition.Type, variables)
		switch {
		case !ok && argument.Value.Kind == ast.Variable:
			return nil, at(invalid("Argument %q of non-null type %q must not be null.", name, definition.Type.String()), argument.Value.Position)
		case !ok:
			return nil, at(invalid("Argument %q has invalid value %s.", name, argument.Value.String()), argument.Value.Position)
		}
		values[name] = value
	}
	return values, nil
}
