package main

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// configKey is one thing that can be set.
type configKey struct {
	name     string // as http.public_url
	variable string // as ZAYAVKA_HTTP_PUBLIC_URL
	value    reflect.Value
}

// keysOf lists the keys of a configuration, by their names in the file.
func keysOf(c *Config) (keys []configKey) {
	sections := reflect.ValueOf(c).Elem()
	for i := range sections.NumField() {
		section, fields := sections.Type().Field(i).Tag.Get("yaml"), sections.Field(i)
		for j := range fields.NumField() {
			name := section + "." + fields.Type().Field(j).Tag.Get("yaml")
			variable := envPrefix + strings.ToUpper(strings.ReplaceAll(name, ".", "_"))
			keys = append(keys, configKey{name, variable, fields.Field(j)})
		}
	}
	return keys
}

// isSecret tells whether the key may be given as a file, by its variable with _FILE after it.
func (k configKey) isSecret() bool {
	switch k.value.Interface().(type) {
	case Secret, DatabaseURL, ProxyURL:
		return true
	}
	return false
}

// wants is what a value has to look like.
func (k configKey) wants() string {
	switch k.value.Interface().(type) {
	case time.Duration:
		return "write a number with its unit, such as 8s, 15m or 12h"
	case bool:
		return "write true or false"
	case int:
		return "write a whole number"
	case float64:
		return "write a number, such as 0.1"
	case []string:
		return "write a list, such as [a, b]"
	}
	return "write a text, in quotes if it has marks that YAML knows"
}

// take sets the value that stands in a file.
func (k configKey) take(node ast.Node) bool {
	text, isScalar := scalar(node)
	if isScalar {
		return k.set(text)
	}
	list, isList := k.value.Addr().Interface().(*[]string)
	sequence, isSequence := node.(*ast.SequenceNode)
	if !isList || !isSequence {
		return false
	}
	*list = make([]string, len(sequence.Values))
	for i, item := range sequence.Values {
		if (*list)[i], isScalar = scalar(item); !isScalar {
			return false
		}
	}
	return true
}

// scalar is what is written, as it is: a secret of digits alone is no number.
func scalar(node ast.Node) (string, bool) {
	switch node := node.(type) {
	case *ast.StringNode:
		return node.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(node.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return node.GetToken().Value, true
	}
	return "", false
}

// set takes a value that is written as text, a list with commas.
func (k configKey) set(text string) bool {
	switch value := k.value.Addr().Interface().(type) {
	case *time.Duration:
		return parse(value, text, time.ParseDuration)
	case *bool:
		return parse(value, text, strconv.ParseBool)
	case *int:
		return parse(value, text, strconv.Atoi)
	case *float64:
		return parse(value, text, func(text string) (float64, error) { return strconv.ParseFloat(text, 64) })
	case *[]string:
		*value = strings.Split(text, ",")
		for i := range *value {
			(*value)[i] = strings.TrimSpace((*value)[i])
		}
	default:
		k.value.SetString(text)
	}
	return true
}

func parse[T any](value *T, text string, read func(string) (T, error)) bool {
	parsed, err := read(text)
	if err != nil {
		return false
	}
	*value = parsed
	return true
}
