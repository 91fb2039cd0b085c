package graphql

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// literalValue reads a value of a valid document; false means that variables make it one that does not
// fit.
func literalValue(literal *ast.Value, as graphql.Type, variables map[string]any) (value any, ok bool) {
	if literal.Kind == ast.Variable {
		value, given := variables[literal.Raw]
		return value, given && (value != nil || !isNonNull(as))
	}
	if literal.Kind == ast.NullValue {
		return nil, !isNonNull(as)
	}
	switch as := nullable(as).(type) {
	case *graphql.List:
		if literal.Kind != ast.ListValue {
			item, ok := literalValue(literal, as.OfType, variables)
			return []any{item}, ok
		}
		values := make([]any, len(literal.Children))
		for i, item := range literal.Children {
			if isMissing(item.Value, variables) {
				if isNonNull(as.OfType) {
					return nil, false
				}
				continue // null
			}
			if values[i], ok = literalValue(item.Value, as.OfType, variables); !ok {
				return nil, false
			}
		}
		return values, true
	case *graphql.InputObject:
		if literal.Kind != ast.ObjectValue {
			return nil, false
		}
		values := make(map[string]any, len(literal.Children))
		for name, field := range as.Fields() {
			given := literal.Children.ForName(name)
			switch {
			case given != nil && !isMissing(given, variables):
				if values[name], ok = literalValue(given, field.Type, variables); !ok {
					return nil, false
				}
			case field.DefaultValue != nil:
				values[name] = field.DefaultValue
			case isNonNull(field.Type):
				return nil, false
			}
		}
		return values, true
	default:
		value, message := literalLeaf(literal, as, variables)
		return value, message == ""
	}
}

func isMissing(value *ast.Value, variables map[string]any) bool {
	if value.Kind != ast.Variable {
		return false
	}
	_, given := variables[value.Raw]
	return !given
}

// literalLeaf reads a scalar or an enum's value, or says what is wrong with it.
func literalLeaf(literal *ast.Value, as graphql.Type, variables map[string]any) (value any, message string) {
	isText := literal.Kind == ast.StringValue || literal.Kind == ast.BlockValue
	switch as {
	case graphql.Int:
		if literal.Kind != ast.IntValue {
			return nil, "Int cannot represent non-integer value: " + shown(literal)
		}
		number, err := strconv.ParseInt(literal.Raw, 10, 32)
		if err != nil {
			return nil, "Int cannot represent non 32-bit signed integer value: " + shown(literal)
		}
		return int(number), ""
	case graphql.Float:
		if literal.Kind != ast.IntValue && literal.Kind != ast.FloatValue {
			return nil, "Float cannot represent non numeric value: " + shown(literal)
		}
		number, err := strconv.ParseFloat(literal.Raw, 64)
		if err != nil {
			return nil, "Float cannot represent non numeric value: " + shown(literal)
		}
		return number, ""
	case graphql.String:
		if !isText {
			return nil, "String cannot represent a non string value: " + shown(literal)
		}
		return literal.Raw, ""
	case graphql.Boolean:
		if literal.Kind != ast.BooleanValue {
			return nil, "Boolean cannot represent a non boolean value: " + shown(literal)
		}
		return literal.Raw == "true", ""
	case graphql.ID:
		if !isText && literal.Kind != ast.IntValue {
			return nil, "ID cannot represent a non-string and non-integer value: " + shown(literal)
		}
		return literal.Raw, ""
	}
	switch as := as.(type) {
	case *graphql.Enum:
		if literal.Kind != ast.EnumValue {
			return nil, fmt.Sprintf("Enum %q cannot represent non-enum value: %s.", as.Name(), shown(literal))
		}
		if value = as.ParseValue(literal.Raw); value == nil {
			return nil, fmt.Sprintf("Value %q does not exist in %q enum.", literal.Raw, as.Name())
		}
		return value, ""
	case *graphql.Scalar:
		if value = as.ParseValue(plainValue(literal, variables)); value == nil {
			return nil, fmt.Sprintf("Expected value of type %q, found %s.", as.Name(), shown(literal))
		}
	}
	return value, ""
}

// shown is a literal for a message, which does not tell more of it than maxMessage.
func shown(literal *ast.Value) string {
	if len(literal.Raw) > maxMessage {
		return literal.Raw[:maxMessage] + "…"
	}
	return literal.String()
}

// plainValue is a literal as JSON would give it, which is what scalars of the application read.
func plainValue(literal *ast.Value, variables map[string]any) any {
	switch literal.Kind {
	case ast.Variable:
		return variables[literal.Raw]
	case ast.IntValue, ast.FloatValue:
		return PlainNumbers(json.Number(literal.Raw))
	case ast.BooleanValue:
		return literal.Raw == "true"
	case ast.ListValue:
		list := make([]any, len(literal.Children))
		for i, child := range literal.Children {
			list[i] = plainValue(child.Value, variables)
		}
		return list
	case ast.ObjectValue:
		object := make(map[string]any, len(literal.Children))
		for _, child := range literal.Children {
			object[child.Name] = plainValue(child.Value, variables)
		}
		return object
	case ast.NullValue:
		return nil
	}
	return literal.Raw
}
