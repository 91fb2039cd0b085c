package graphql

import (
	"slices"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// value checks a literal for a type, nil when that is not known, and notes the variables in it.
func (v *validator) value(value *ast.Value, as graphql.Type, hasDefault bool) {
	if value.Kind == ast.Variable {
		v.now.variables = append(v.now.variables, variableUse{value, as, hasDefault})
		return
	}
	if value.Kind == ast.NullValue {
		if isNonNull(as) {
			v.fail(valuesRule, []ast.Position{*value.Position}, "Expected value of type %q, found null.", as.String())
		}
		return
	}
	inner := nullable(as)
	if list, ok := inner.(*graphql.List); ok {
		if value.Kind == ast.ListValue {
			for _, child := range value.Children {
				v.value(child.Value, list.OfType, false)
			}
			return
		}
		v.value(value, list.OfType, false)
		return
	}
	if object, ok := inner.(*graphql.InputObject); ok && value.Kind == ast.ObjectValue {
		v.object(value, object)
		return
	}
	if isLeaf(inner) {
		v.leaf(value, inner, as)
	} else if inner != nil { // an input object, and something else is given
		v.fail(valuesRule, []ast.Position{*value.Position}, "Expected value of type %q, found %s.", as.String(), shown(value))
		inner = nil
	}
	if !isLeaf(inner) || isOfApplication(inner) {
		v.children(value)
	}
}

const valuesRule = "ValuesOfCorrectType"

// children notes the variables of a value of which nothing is known.
func (v *validator) children(value *ast.Value) {
	if value.Kind == ast.ObjectValue {
		v.uniqueInputFields(value)
	}
	for _, child := range value.Children {
		v.value(child.Value, nil, false)
	}
}

func isOfApplication(leaf graphql.Type) bool {
	switch leaf {
	case graphql.Int, graphql.Float, graphql.String, graphql.Boolean, graphql.ID:
		return false
	}
	_, isScalar := leaf.(*graphql.Scalar)
	return isScalar
}

func (v *validator) leaf(value *ast.Value, leaf, as graphql.Type) {
	if _, message := literalLeaf(value, leaf, nil); message != "" {
		if enum, ok := leaf.(*graphql.Enum); ok {
			var names []string
			for _, known := range enum.Values() {
				names = append(names, known.Name)
			}
			message += v.similar(value.Raw, names)
		}
		v.fail(valuesRule, []ast.Position{*value.Position}, "%s", message)
	}
}

func (v *validator) object(value *ast.Value, as *graphql.InputObject) {
	v.uniqueInputFields(value)
	fields := as.Fields()
	for _, name := range sortedKeys(fields) {
		field := fields[name]
		if isNonNull(field.Type) && field.DefaultValue == nil && value.Children.ForName(name) == nil {
			v.fail(valuesRule, []ast.Position{*value.Position}, "Field %q of required type %q was not provided.",
				as.Name()+"."+name, field.Type.String())
		}
	}
	for _, child := range value.Children {
		field := fields[child.Name]
		if field == nil {
			v.fail(valuesRule, []ast.Position{*child.Position}, "Field %q is not defined by type %q.%s",
				child.Name, as.Name(), v.similar(child.Name, sortedKeys(fields)))
			v.value(child.Value, nil, false)
			continue
		}
		v.value(child.Value, field.Type, field.DefaultValue != nil)
	}
}

func (v *validator) uniqueInputFields(value *ast.Value) {
	firsts := map[string]*ast.ChildValue{}
	for _, child := range value.Children {
		first, again := firsts[child.Name]
		if !again {
			firsts[child.Name] = child
			continue
		}
		v.fail("UniqueInputFieldNames", []ast.Position{*first.Position, *child.Position}, "There can be only one input field named %q.", child.Name)
	}
}

// names checks what operations and fragments are called.
func (v *validator) names() {
	operations, fragments := map[string]*ast.OperationDefinition{}, map[string]*ast.FragmentDefinition{}
	for _, operation := range v.document.Operations {
		if operation.Name == "" {
			if len(v.document.Operations) > 1 {
				v.fail("LoneAnonymousOperation", []ast.Position{*operation.Position}, "This anonymous operation must be the only defined operation.")
			}
			continue
		}
		if first := operations[operation.Name]; first != nil {
			v.fail("UniqueOperationNames", []ast.Position{v.token(first.Position, 1), v.token(operation.Position, 1)},
				"There can be only one operation named %q.", operation.Name)
			continue
		}
		operations[operation.Name] = operation
	}
	for _, fragment := range v.document.Fragments {
		if first := fragments[fragment.Name]; first != nil {
			v.fail("UniqueFragmentNames", []ast.Position{v.token(first.Position, 1), v.token(fragment.Position, 1)},
				"There can be only one fragment named %q.", fragment.Name)
			continue
		}
		fragments[fragment.Name] = fragment
	}
}

func (v *validator) uniqueVariables(operation *ast.OperationDefinition) {
	seen := map[string]bool{}
	for i, variable := range operation.VariableDefinitions {
		if seen[variable.Variable] {
			continue
		}
		seen[variable.Variable] = true
		var places []ast.Position
		for _, other := range operation.VariableDefinitions[i:] {
			if other.Variable == variable.Variable {
				places = append(places, *other.Position)
			}
		}
		if len(places) > 1 {
			for i := range places {
				places[i] = v.token(&places[i], 1)
			}
			v.fail("UniqueVariableNames", places, "There can be only one variable named \"$%s\".", variable.Variable)
		}
	}
}

// reached are the fragments that an operation spreads, directly or not.
func (v *validator) reached(from *ast.OperationDefinition) []*ast.FragmentDefinition {
	if known := v.notes[from].reached; known != nil {
		return known
	}
	reached := []*ast.FragmentDefinition{}
	defer func() { v.notes[from].reached = reached }()
	seen := map[string]bool{}
	pending := slices.Clone(v.notes[from].spreads)
	for len(pending) > 0 {
		spread := pending[0]
		pending = pending[1:]
		if fragment := v.fragments[spread.Name]; fragment != nil && !seen[spread.Name] {
			seen[spread.Name] = true
			reached = append(reached, fragment)
			pending = append(pending, v.notes[fragment].spreads...)
		}
	}
	return reached
}

func (v *validator) unusedFragments() {
	used := map[string]bool{}
	for _, operation := range v.document.Operations {
		for _, fragment := range v.reached(operation) {
			used[fragment.Name] = true
		}
	}
	for _, fragment := range v.document.Fragments {
		if !used[fragment.Name] {
			v.fail("NoUnusedFragments", []ast.Position{*fragment.Position}, "Fragment %q is never used.", fragment.Name)
		}
	}
}

// cycles finds fragments that spread themselves.
func (v *validator) cycles() {
	visited, place := map[string]bool{}, map[string]int{}
	var path []*ast.FragmentSpread
	var visit func(fragment *ast.FragmentDefinition)
	visit = func(fragment *ast.FragmentDefinition) {
		if visited[fragment.Name] || v.full() {
			return
		}
		visited[fragment.Name] = true
		place[fragment.Name] = len(path)
		defer delete(place, fragment.Name)
		for _, spread := range v.notes[fragment].spreads {
			from, isCycle := place[spread.Name]
			path = append(path, spread)
			if !isCycle {
				if next := v.fragments[spread.Name]; next != nil {
					visit(next)
				}
			} else {
				var places []ast.Position
				for _, step := range path[from:] {
					places = append(places, v.token(step.Position, -1))
				}
				v.fail("NoFragmentCycles", places, "The fragment %q spreads itself.", spread.Name)
			}
			path = path[:len(path)-1]
		}
	}
	for _, fragment := range v.document.Fragments {
		if v.fragments[fragment.Name] == fragment {
			visit(fragment)
		}
	}
}

// variablesOf checks the variables that an operation declares against their uses.
func (v *validator) variablesOf(operation *ast.OperationDefinition) {
	uses := v.notes[operation].variables
	for _, fragment := range v.reached(operation) {
		uses = append(uses[:len(uses):len(uses)], v.notes[fragment].variables...)
	}
	used := map[string]bool{}
	for _, use := range uses {
		if v.full() {
			return
		}
		name := use.value.Raw
		used[name] = true
		definition := operation.VariableDefinitions.ForName(name)
		if definition == nil {
			in := "."
			if operation.Name != "" {
				in = " by operation " + quoted(operation.Name) + "."
			}
			v.fail("NoUndefinedVariables", []ast.Position{*use.value.Position, *operation.Position}, "Variable \"$%s\" is not defined%s", name, in)
			continue
		}
		of := v.schema.reference(definition.Type)
		if of == nil || use.of == nil || fits(of, definition.DefaultValue, use.of, use.hasDefault) {
			continue
		}
		v.fail("VariablesInAllowedPosition", []ast.Position{*definition.Position, *use.value.Position},
			"Variable \"$%s\" of type %q used in position expecting type %q.", name, of.String(), use.of.String())
	}
	for _, definition := range operation.VariableDefinitions {
		if !used[definition.Variable] {
			in := "."
			if operation.Name != "" {
				in = " in operation " + quoted(operation.Name) + "."
			}
			v.fail("NoUnusedVariables", []ast.Position{*definition.Position}, "Variable \"$%s\" is never used%s", definition.Variable, in)
		}
	}
}

// fits tells whether a variable may stand where a type is expected:
// https://spec.graphql.org/draft/#IsVariableUsageAllowed()
func fits(of graphql.Type, defaultValue *ast.Value, expected graphql.Type, hasDefault bool) bool {
	if isNonNull(expected) && !isNonNull(of) {
		if (defaultValue == nil || defaultValue.Kind == ast.NullValue) && !hasDefault {
			return false
		}
		return isSubtype(of, nullable(expected))
	}
	return isSubtype(of, expected)
}

func isSubtype(of, expected graphql.Type) bool {
	switch wanted := expected.(type) {
	case *graphql.NonNull:
		given, ok := of.(*graphql.NonNull)
		return ok && isSubtype(given.OfType, wanted.OfType)
	case *graphql.List:
		given, ok := nullable(of).(*graphql.List)
		return ok && isSubtype(given.OfType, wanted.OfType)
	}
	return nullable(of) == expected
}
