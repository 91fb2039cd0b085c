package graphql

import (
	"slices"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// maxComplaints is how many errors of one document are reported.
const maxComplaints = 20

// validator checks a document by the specification's rules, https://spec.graphql.org/draft/#sec-Validation.
// Rules are named, and errors located, as graphql-js does. It goes through each operation and fragment
// once, so that no document takes long; what operations make of the fragments that they spread is
// worked out from notes taken on the way.
//
// gqlparser's own validator is not used: it goes through a fragment again wherever it is spread and reports
// what is wrong with it each time, locates errors otherwise than graphql-js, compares each field with each
// other, and takes literals that the specification refuses.
type validator struct {
	schema    *schema
	document  *ast.QueryDocument
	fragments map[string]*ast.FragmentDefinition
	tokens    []ast.Position // of the source; read when an error needs them
	failures  []*Error
	suggests  bool // whether complaints may tell names that are alike

	notes map[any]*notes // of operations and fragments
	now   *notes         // of the one that is visited
}

// notes are what an operation or a fragment uses.
type notes struct {
	spreads   []*ast.FragmentSpread
	variables []variableUse
	reached   []*ast.FragmentDefinition // by an operation, once that is worked out
}

type variableUse struct {
	value      *ast.Value
	of         graphql.Type // nil when it is not known
	hasDefault bool
}

func (s *schema) validate(document *ast.QueryDocument, suggests bool) []*Error {
	v := &validator{schema: s, document: document, fragments: fragmentsOf(document), suggests: suggests, notes: map[any]*notes{}}
	v.names()
	for _, operation := range document.Operations {
		v.operation(operation)
	}
	for _, fragment := range document.Fragments {
		v.fragment(fragment)
	}
	v.cycles()
	v.unusedFragments()
	for _, operation := range document.Operations {
		v.variablesOf(operation)
	}
	if len(v.failures) == 0 { // what follows goes through fragments again and again
		for _, operation := range document.Operations {
			v.singleField(operation)
			v.conflicts(operation)
		}
	}
	return v.failures
}

func (v *validator) full() bool { return len(v.failures) >= maxComplaints }

func (v *validator) fail(rule string, places []ast.Position, format string, args ...any) {
	if v.full() {
		return
	}
	failure := invalid(format, args...)
	failure.Rule = rule
	for i := range places {
		failure.Locations = append(failure.Locations, locate(&places[i]))
	}
	v.failures = append(v.failures, failure)
}

// at locates an error.
func at(failure *Error, position *ast.Position) *Error {
	failure.Locations = append(failure.Locations, locate(position))
	return failure
}

// token finds the token that is so many before or after the one at a place: the parser notes where the name
// of a directive, a spread or an operation is, and errors tell where it begins.
func (v *validator) token(from *ast.Position, steps int) ast.Position {
	if v.tokens == nil {
		tokens := lexer.New(from.Src)
		for {
			token, err := tokens.ReadToken()
			if err != nil || token.Kind == lexer.EOF {
				break
			}
			if token.Kind != lexer.Comment {
				v.tokens = append(v.tokens, token.Pos)
			}
		}
	}
	place, _ := slices.BinarySearchFunc(v.tokens, from.Start, func(token ast.Position, start int) int { return token.Start - start })
	return v.tokens[min(max(place+steps, 0), len(v.tokens)-1)]
}

func (v *validator) begin(of any) {
	v.now = &notes{}
	v.notes[of] = v.now
}

func (v *validator) operation(operation *ast.OperationDefinition) {
	v.begin(operation)
	v.uniqueVariables(operation)
	for _, variable := range operation.VariableDefinitions {
		if v.full() {
			return
		}
		v.typeNames(variable.Type)
		of := v.schema.reference(variable.Type)
		if of != nil && !isInput(named(of)) {
			v.fail("VariablesAreInputTypes", []ast.Position{v.typeStart(variable.Type)},
				"Variable \"$%s\" cannot be non-input type %q.", variable.Variable, variable.Type.String())
			of = nil
		}
		if variable.DefaultValue != nil {
			v.value(variable.DefaultValue, of, false)
		}
		v.directives(variable.Directives, ast.LocationVariableDefinition)
	}
	kind := map[ast.Operation]ast.DirectiveLocation{
		ast.Query: ast.LocationQuery, ast.Mutation: ast.LocationMutation, ast.Subscription: ast.LocationSubscription,
	}[operation.Operation]
	v.directives(operation.Directives, kind)
	var root graphql.Type
	if object := v.schema.root(operation.Operation); object != nil {
		root = object
	} else {
		v.fail("KnownOperationTypes", []ast.Position{*operation.Position}, "The schema has no %ss.", operation.Operation)
	}
	v.selections(operation.SelectionSet, root)
}

// typeStart is where a type begins: the parser notes where the element of a list is.
func (v *validator) typeStart(of *ast.Type) ast.Position {
	if of.Elem != nil {
		return v.token(of.Position, -1)
	}
	return *of.Position
}

func (v *validator) typeNames(of *ast.Type) {
	for of.Elem != nil {
		of = of.Elem
	}
	v.knownType(of.NamedType, func() ast.Position { return *of.Position })
}

func (v *validator) knownType(name string, place func() ast.Position) graphql.Type {
	known := v.schema.types[name]
	if known == nil && !v.full() {
		v.fail("KnownTypeNames", []ast.Position{place()}, "Unknown type %q.%s", name, v.similar(name, sortedKeys(v.schema.types)))
	}
	return known
}

func (v *validator) fragment(fragment *ast.FragmentDefinition) {
	v.begin(fragment)
	condition := func() ast.Position { return v.token(fragment.Position, 3) }
	of := v.knownType(fragment.TypeCondition, condition)
	if of != nil && !isComposite(of) {
		v.fail("FragmentsOnCompositeTypes", []ast.Position{condition()},
			"Fragment %q cannot condition on non composite type %q.", fragment.Name, fragment.TypeCondition)
		of = nil
	}
	v.directives(fragment.Directives, ast.LocationFragmentDefinition)
	v.selections(fragment.SelectionSet, of)
}

// selections checks what is selected of a type; nil when that is not known.
func (v *validator) selections(set ast.SelectionSet, of graphql.Type) {
	for _, selection := range set {
		if v.full() {
			return
		}
		switch selection := selection.(type) {
		case *ast.Field:
			v.field(selection, of)
		case *ast.InlineFragment:
			v.inlineFragment(selection, of)
		case *ast.FragmentSpread:
			v.spread(selection, of)
		}
	}
}

func (v *validator) inlineFragment(fragment *ast.InlineFragment, of graphql.Type) {
	inner := of
	if name := fragment.TypeCondition; name != "" {
		condition := func() ast.Position { return v.token(fragment.Position, 1) }
		inner = v.knownType(name, condition)
		switch {
		case inner == nil:
		case !isComposite(inner):
			v.fail("FragmentsOnCompositeTypes", []ast.Position{condition()}, "Fragment cannot condition on non composite type %q.", name)
			inner = nil
		case of != nil && !v.schema.overlap(of, inner):
			v.fail("PossibleFragmentSpreads", []ast.Position{v.token(fragment.Position, -1)},
				"Fragment cannot be spread here as objects of type %q can never be of type %q.", of.String(), name)
		}
	}
	v.directives(fragment.Directives, ast.LocationInlineFragment)
	v.selections(fragment.SelectionSet, inner)
}

func (v *validator) spread(spread *ast.FragmentSpread, of graphql.Type) {
	v.now.spreads = append(v.now.spreads, spread)
	fragment := v.fragments[spread.Name]
	if fragment == nil {
		v.fail("KnownFragmentNames", []ast.Position{*spread.Position}, "Unknown fragment %q.", spread.Name)
	} else if inner := v.schema.types[fragment.TypeCondition]; of != nil && isComposite(inner) && !v.schema.overlap(of, inner) {
		v.fail("PossibleFragmentSpreads", []ast.Position{v.token(spread.Position, -1)},
			"Fragment %q cannot be spread here as objects of type %q can never be of type %q.", spread.Name, of.String(), fragment.TypeCondition)
	}
	v.directives(spread.Directives, ast.LocationFragmentSpread)
}

func (v *validator) field(field *ast.Field, parent graphql.Type) {
	definition := v.schema.field(parent, field.Name)
	if definition == nil {
		if parent != nil {
			v.fail("FieldsOnCorrectType", []ast.Position{*field.Position}, "Cannot query field %q on type %q.%s",
				field.Name, parent.String(), v.similarFields(field.Name, parent))
		}
		for _, argument := range field.Arguments {
			v.value(argument.Value, nil, false)
		}
		v.uniqueArguments(field.Arguments)
		v.directives(field.Directives, ast.LocationField)
		v.selections(field.SelectionSet, nil)
		return
	}
	v.arguments(field.Arguments, definition.Args, field.Position, func(argument *ast.Argument) {
		v.fail("KnownArgumentNames", []ast.Position{*argument.Position}, "Unknown argument %q on field %q.%s",
			argument.Name, parent.String()+"."+field.Name, v.similar(argument.Name, argumentNames(definition.Args)))
	}, "Field "+quoted(field.Name))
	v.directives(field.Directives, ast.LocationField)
	of := named(definition.Type)
	switch {
	case isLeaf(of) && len(field.SelectionSet) > 0:
		v.fail("ScalarLeafs", []ast.Position{v.opening(field.SelectionSet)},
			"Field %q must not have a selection since type %q has no subfields.", field.Name, definition.Type.String())
	case isComposite(of) && len(field.SelectionSet) == 0:
		v.fail("ScalarLeafs", []ast.Position{*field.Position},
			"Field %q of type %q must have a selection of subfields. Did you mean \"%s { ... }\"?", field.Name, definition.Type.String(), field.Name)
	}
	if !isComposite(of) {
		of = nil
	}
	v.selections(field.SelectionSet, of)
}

// opening is where the brace of a selection is.
func (v *validator) opening(set ast.SelectionSet) ast.Position {
	back := -1
	if _, isField := set[0].(*ast.Field); !isField {
		back = -2
	}
	return v.token(set[0].GetPosition(), back)
}

func argumentNames(arguments []*graphql.Argument) []string {
	var names []string
	for _, argument := range arguments {
		names = append(names, argument.Name())
	}
	return names
}

// arguments checks the arguments of a field or directive at a place.
func (v *validator) arguments(given ast.ArgumentList, definitions []*graphql.Argument, place *ast.Position, unknown func(*ast.Argument), of string) {
	v.uniqueArguments(given)
	for _, argument := range given {
		i := slices.IndexFunc(definitions, func(definition *graphql.Argument) bool { return definition.PrivateName == argument.Name })
		if i < 0 {
			unknown(argument)
			v.value(argument.Value, nil, false)
			continue
		}
		v.value(argument.Value, definitions[i].Type, definitions[i].DefaultValue != nil)
	}
	for _, definition := range definitions {
		if isNonNull(definition.Type) && definition.DefaultValue == nil && given.ForName(definition.PrivateName) == nil {
			v.fail("ProvidedRequiredArguments", []ast.Position{*place}, "%s argument %q of type %q is required, but it was not provided.",
				of, definition.PrivateName, definition.Type.String())
		}
	}
}

func (v *validator) uniqueArguments(given ast.ArgumentList) {
	for i, argument := range given {
		if given.ForName(argument.Name) != argument { // reported where the first is
			continue
		}
		places := []ast.Position{*argument.Position}
		for _, other := range given[i+1:] {
			if other.Name == argument.Name {
				places = append(places, *other.Position)
			}
		}
		if len(places) > 1 {
			v.fail("UniqueArgumentNames", places, "There can be only one argument named %q.", argument.Name)
		}
	}
}

func (v *validator) directives(given ast.DirectiveList, location ast.DirectiveLocation) {
	for i, one := range given {
		place := func() ast.Position { return v.token(one.Position, -1) }
		definition := v.schema.directive(one.Name)
		if definition == nil {
			v.fail("KnownDirectives", []ast.Position{place()}, "Unknown directive \"@%s\".", one.Name)
			v.uniqueArguments(one.Arguments)
			for _, argument := range one.Arguments {
				v.value(argument.Value, nil, false)
			}
			continue
		}
		if !slices.Contains(definition.locations, location) {
			v.fail("KnownDirectives", []ast.Position{place()}, "Directive \"@%s\" may not be used on %s.", one.Name, location)
		}
		if first := given.ForName(one.Name); first != one && slices.Index(given, first) < i {
			v.fail("UniqueDirectivesPerLocation", []ast.Position{v.token(first.Position, -1), place()},
				"The directive \"@%s\" can only be used once at this location.", one.Name)
		}
		start := place
		v.directiveArguments(one, definition, start)
	}
}

func (v *validator) directiveArguments(one *ast.Directive, definition *directive, start func() ast.Position) {
	place := one.Position
	for _, argument := range definition.arguments {
		if isNonNull(argument.Type) && one.Arguments.ForName(argument.PrivateName) == nil {
			begin := start()
			place = &begin
		}
	}
	v.arguments(one.Arguments, definition.arguments, place, func(argument *ast.Argument) {
		v.fail("KnownArgumentNames", []ast.Position{*argument.Position}, "Unknown argument %q on directive \"@%s\".%s",
			argument.Name, one.Name, v.similar(argument.Name, argumentNames(definition.arguments)))
	}, "Directive \"@"+one.Name+"\"")
}

func quoted(name string) string { return `"` + name + `"` }
