package graphql

import (
	"encoding/json"
	"sync"
	"sync/atomic"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// plan is an operation made ready to be executed many times: its fragments are spread, its fields
// merged and its constant arguments read.
type plan struct {
	kind      ast.Operation
	variables []planVariable
	fields    []*planField
	length    atomic.Int64 // of the last answer, in bytes: the next one is likely to need as much room
}

type planVariable struct {
	name         string
	of           graphql.Type
	hasDefault   bool
	defaultValue any
	definition   *ast.VariableDefinition
}

// planField is one field of a selection, under its name in the answer.
type planField struct {
	name       string // in the answer: the alias, if there is one
	key        []byte // the name as JSON, with its colon
	definition *graphql.FieldDefinition
	parent     graphql.Type
	nodes      []*ast.Field   // all places in the document that ask for it
	arguments  map[string]any // nil when they are read for each request
	output     *planOutput
}

// planOutput is how the value of a field is written.
type planOutput struct {
	nonNull  bool
	item     *planOutput     // of a list
	fields   []*planField    // of an object; not nil, even when directives leave out all of them
	object   *graphql.Object // whose fields these are
	abstract *planAbstract   // of an interface or union
	enum     map[any][]byte  // the values' names as JSON
	leaf     graphql.Type    // an enum or a scalar
}

// planAbstract is what is selected of an interface or union. What that means for an object is planned
// when the first one comes: all of them, at each level, could be very many.
type planAbstract struct {
	planner *planner
	of      graphql.Type
	sets    []ast.SelectionSet
	mu      sync.Mutex
	objects map[*graphql.Object]*planOutput
}

func (a *planAbstract) forObject(object *graphql.Object) *planOutput {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.objects[object] == nil {
		a.objects[object] = &planOutput{object: object, fields: a.planner.selection(object, a.sets...)}
	}
	return a.objects[object]
}

// asksFor tells whether a field of an object is selected anywhere in the output.
func (o *planOutput) asksFor(definition *graphql.FieldDefinition) bool {
	if o.item != nil {
		return o.item.asksFor(definition)
	}
	for _, field := range o.fields {
		if field.definition == definition || field.output.asksFor(definition) {
			return true
		}
	}
	return false
}

// walk goes through the fields that are selected, until yield wants no more.
func (o *planOutput) walk(level int, yield func(Selected) bool) bool {
	if o.item != nil {
		return o.item.walk(level, yield)
	}
	if o.abstract != nil {
		for _, object := range o.abstract.planner.schema.possible[o.abstract.of] {
			if !o.abstract.forObject(object).walk(level, yield) {
				return false
			}
		}
	}
	for _, field := range o.fields {
		if !yield(Selected{level, field.parent.Name(), field.definition.Name}) || !field.output.walk(level+1, yield) {
			return false
		}
	}
	return true
}

// planner makes plans. Conditions (@skip, @include) that depend on variables are decided while
// planning: conditional tells that the plan holds for these variables alone.
type planner struct {
	schema      *schema
	fragments   map[string]*ast.FragmentDefinition
	variables   map[string]any
	conditional bool
}

// newPlan plans an operation of a valid document.
func (s *schema) newPlan(operation *ast.OperationDefinition, fragments map[string]*ast.FragmentDefinition, variables map[string]any) (*plan, bool) {
	p := &planner{schema: s, fragments: fragments, variables: variables}
	made := &plan{kind: operation.Operation}
	for _, definition := range operation.VariableDefinitions {
		variable := planVariable{name: definition.Variable, of: s.reference(definition.Type), definition: definition}
		if definition.DefaultValue != nil {
			variable.hasDefault = true
			variable.defaultValue, _ = literalValue(definition.DefaultValue, variable.of, nil)
		}
		made.variables = append(made.variables, variable)
	}
	made.fields = p.selection(s.root(operation.Operation), operation.SelectionSet)
	return made, p.conditional || hasConditions(operation, fragments)
}

// selection merges everything that sets ask of an object, in the order of the document.
func (p *planner) selection(of *graphql.Object, sets ...ast.SelectionSet) []*planField {
	fields := []*planField{}
	byName := map[string]*planField{}
	visited := map[string]bool{}
	var collect func(set ast.SelectionSet)
	collect = func(set ast.SelectionSet) {
		for _, selection := range set {
			switch selection := selection.(type) {
			case *ast.Field:
				if !p.included(selection.Directives) {
					continue
				}
				field, merged := byName[selection.Alias]
				if !merged {
					field = &planField{name: selection.Alias, parent: of, definition: p.schema.field(of, selection.Name)}
					byName[selection.Alias] = field
					fields = append(fields, field)
				}
				field.nodes = append(field.nodes, selection)
			case *ast.InlineFragment:
				if p.included(selection.Directives) && p.applies(selection.TypeCondition, of) {
					collect(selection.SelectionSet)
				}
			case *ast.FragmentSpread:
				if name := selection.Name; !visited[name] && p.included(selection.Directives) {
					visited[name] = true
					if fragment := p.fragments[name]; p.applies(fragment.TypeCondition, of) {
						collect(fragment.SelectionSet)
					}
				}
			}
		}
	}
	for _, set := range sets {
		collect(set)
	}
	for _, field := range fields {
		p.finish(field)
	}
	return fields
}

// applies tells whether a fragment on a type is for an object.
func (p *planner) applies(condition string, of *graphql.Object) bool {
	return condition == "" || condition == of.Name() || p.schema.overlap(p.schema.types[condition], of)
}

func (p *planner) finish(field *planField) {
	key, _ := json.Marshal(field.name) // a string always encodes
	field.key = append(key, ':')
	if given := field.nodes[0].Arguments; !hasVariable(given) {
		if values, failure := argumentValues(field.definition.Args, given, nil); failure == nil {
			field.arguments = values
		}
	}
	var sets []ast.SelectionSet
	for _, node := range field.nodes {
		if len(node.SelectionSet) > 0 {
			sets = append(sets, node.SelectionSet)
		}
	}
	field.output = p.output(field.definition.Type, sets)
}

func (p *planner) output(of graphql.Type, sets []ast.SelectionSet) *planOutput {
	switch of := of.(type) {
	case *graphql.NonNull:
		output := p.output(of.OfType, sets)
		output.nonNull = true
		return output
	case *graphql.List:
		return &planOutput{item: p.output(of.OfType, sets)}
	case *graphql.Object:
		return &planOutput{object: of, fields: p.selection(of, sets...)}
	case *graphql.Enum:
		names := map[any][]byte{}
		for _, value := range of.Values() {
			names[value.Value], _ = json.Marshal(value.Name) // a string always encodes
		}
		return &planOutput{enum: names, leaf: of}
	case *graphql.Scalar:
		return &planOutput{leaf: of}
	}
	return &planOutput{abstract: &planAbstract{planner: p, of: of, sets: sets, objects: map[*graphql.Object]*planOutput{}}}
}

// included decides @skip and @include.
func (p *planner) included(directives ast.DirectiveList) bool {
	for _, directive := range directives {
		condition := directive.Arguments.ForName("if")
		if condition == nil {
			continue
		}
		holds := condition.Value.Raw == "true"
		if condition.Value.Kind == ast.Variable {
			p.conditional = true
			holds, _ = p.variables[condition.Value.Raw].(bool)
		}
		if holds != (directive.Name == "include") {
			return false
		}
	}
	return true
}

// hasConditions tells whether a variable decides what is asked for, also below what another decides.
func hasConditions(operation *ast.OperationDefinition, fragments map[string]*ast.FragmentDefinition) bool {
	for _, variable := range operation.VariableDefinitions {
		if variable.Type.NamedType == "Boolean" {
			return conditionIn(operation.SelectionSet, fragments, map[string]bool{})
		}
	}
	return false
}

func conditionIn(set ast.SelectionSet, fragments map[string]*ast.FragmentDefinition, visited map[string]bool) bool {
	for _, selection := range set {
		var directives ast.DirectiveList
		var inner ast.SelectionSet
		switch selection := selection.(type) {
		case *ast.Field:
			directives, inner = selection.Directives, selection.SelectionSet
		case *ast.InlineFragment:
			directives, inner = selection.Directives, selection.SelectionSet
		case *ast.FragmentSpread:
			directives = selection.Directives
			if !visited[selection.Name] {
				visited[selection.Name] = true
				inner = fragments[selection.Name].SelectionSet
			}
		}
		for _, directive := range directives {
			if hasVariable(directive.Arguments) {
				return true
			}
		}
		if conditionIn(inner, fragments, visited) {
			return true
		}
	}
	return false
}

func hasVariable(arguments ast.ArgumentList) bool {
	for _, argument := range arguments {
		if valueHasVariable(argument.Value) {
			return true
		}
	}
	return false
}

func valueHasVariable(value *ast.Value) bool {
	if value.Kind == ast.Variable {
		return true
	}
	for _, child := range value.Children {
		if valueHasVariable(child.Value) {
			return true
		}
	}
	return false
}
