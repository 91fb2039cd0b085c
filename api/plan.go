package api

import (
	"encoding/json"
	"slices"
	"sync/atomic"

	"github.com/graphql-go/graphql"
	executable "github.com/graphql-go/graphql/language/ast"
)

// plan is an operation made ready to be executed many times: its fragments are spread, its fields
// merged and its constant arguments read. graphql-go does all of that anew for every row, which
// makes it the wall for lists; see execute.go for what executing a plan gives.
type plan struct {
	operation *executable.OperationDefinition
	variables []planVariable
	fields    []*planField
	length    atomic.Int64 // of the last answer, in bytes: the next one is likely to need as much room
}

type planVariable struct {
	name         string
	valueType    graphql.Input
	defaultValue executable.Value
}

// planField is one field of a selection, under its name in the answer.
type planField struct {
	name       string // in the answer: the alias, if there is one
	key        []byte // the name as JSON, with its colon
	definition *graphql.FieldDefinition
	parent     *graphql.Object
	nodes      []*executable.Field // all places in the document that ask for it
	arguments  map[string]any      // nil when a variable is among them
	output     *planOutput
}

// planOutput is how the value of a field is written.
type planOutput struct {
	nonNull bool
	item    *planOutput     // of a list
	fields  []*planField    // of an object
	enum    map[any][]byte  // the values' names as JSON
	scalar  *graphql.Scalar // else
	// introspection reads a field of the root that asks for the schema: graphql-go's resolvers of it need
	// its own executor.
	introspection func(*execution) (any, error)
}

// asksFor tells whether a field is selected anywhere in the output.
func (o *planOutput) asksFor(definition *graphql.FieldDefinition) bool {
	if o.item != nil {
		return o.item.asksFor(definition)
	}
	return slices.ContainsFunc(o.fields, func(field *planField) bool {
		return field.definition == definition || field.output.asksFor(definition)
	})
}

// planner makes plans. Conditions (@skip, @include) that depend on variables are decided while
// planning: conditional tells that the plan holds for these variables alone.
type planner struct {
	schema      *graphql.Schema
	document    *executable.Document
	operation   *executable.OperationDefinition
	fragments   map[string]*executable.FragmentDefinition
	variables   map[string]any
	conditional bool
}

// newPlan plans an operation of a valid document.
func newPlan(schema *graphql.Schema, document *executable.Document, operationName string, variables map[string]any) (*plan, bool) {
	p := &planner{schema: schema, fragments: map[string]*executable.FragmentDefinition{}, variables: variables}
	made := &plan{}
	for _, definition := range document.Definitions {
		switch definition := definition.(type) {
		case *executable.FragmentDefinition:
			p.fragments[definition.Name.Value] = definition
		case *executable.OperationDefinition:
			if operationName == "" || definition.Name != nil && definition.Name.Value == operationName {
				made.operation = definition
			}
		}
	}
	for _, definition := range made.operation.VariableDefinitions {
		made.variables = append(made.variables, planVariable{
			definition.Variable.Name.Value, p.inputType(definition.Type), definition.DefaultValue,
		})
	}
	root := schema.QueryType()
	switch made.operation.Operation {
	case executable.OperationTypeMutation:
		root = schema.MutationType()
	case executable.OperationTypeSubscription:
		root = schema.SubscriptionType()
	}
	if root == nil {
		return nil, false // which graphql-go's executor puts into words
	}
	p.document, p.operation = document, made.operation
	made.fields = p.selection(root, made.operation.SelectionSet)
	return made, p.conditional
}

// selection merges everything that sets ask of an object, in the order of the document.
func (p *planner) selection(of *graphql.Object, sets ...*executable.SelectionSet) []*planField {
	fields := []*planField{} // none, when directives leave out all of them, are not nil
	byName := map[string]*planField{}
	visited := map[string]bool{}
	var collect func(set *executable.SelectionSet)
	collect = func(set *executable.SelectionSet) {
		for _, selection := range set.Selections {
			switch selection := selection.(type) {
			case *executable.Field:
				if !p.included(selection.Directives) {
					continue
				}
				name := selection.Name.Value
				if selection.Alias != nil {
					name = selection.Alias.Value
				}
				field, merged := byName[name]
				if !merged {
					field = &planField{name: name, parent: of, definition: p.definition(of, selection.Name.Value)}
					byName[name] = field
					fields = append(fields, field)
				}
				field.nodes = append(field.nodes, selection)
			case *executable.InlineFragment:
				if p.included(selection.Directives) {
					collect(selection.SelectionSet)
				}
			case *executable.FragmentSpread:
				if name := selection.Name.Value; !visited[name] && p.included(selection.Directives) {
					visited[name] = true
					collect(p.fragments[name].SelectionSet)
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

func (p *planner) finish(field *planField) {
	key, _ := json.Marshal(field.name) // a string always encodes
	field.key = append(key, ':')
	if node := field.nodes[0]; !hasVariable(node.Arguments) {
		field.arguments = argumentValues(field.definition.Args, node.Arguments, nil)
	}
	if field.definition == graphql.SchemaMetaFieldDef || field.definition == graphql.TypeMetaFieldDef {
		field.output = &planOutput{introspection: p.introspection(field)}
		return
	}
	var sets []*executable.SelectionSet
	for _, node := range field.nodes {
		if node.SelectionSet != nil {
			sets = append(sets, node.SelectionSet)
		}
	}
	field.output = p.output(field.definition.Type, sets)
}

// introspection executes the field alone.
func (p *planner) introspection(field *planField) func(*execution) (any, error) {
	operation := *p.operation
	var selections []executable.Selection
	for _, node := range field.nodes {
		selections = append(selections, node)
	}
	operation.SelectionSet = executable.NewSelectionSet(&executable.SelectionSet{Selections: selections, Loc: operation.SelectionSet.Loc})
	alone := executable.NewDocument(&executable.Document{Definitions: []executable.Node{&operation}})
	for _, definition := range p.document.Definitions {
		if fragment, ok := definition.(*executable.FragmentDefinition); ok {
			alone.Definitions = append(alone.Definitions, fragment)
		}
	}
	return func(e *execution) (any, error) {
		executed := graphql.Execute(graphql.ExecuteParams{Schema: *p.schema, AST: alone, Args: e.given, Context: e.ctx})
		if executed.HasErrors() {
			return nil, executed.Errors[0]
		}
		return encodedMember(executed.Data, field.name)
	}
}

// encodedMember encodes a member of an object; nil stays nil.
func encodedMember(object any, name string) (any, error) {
	members, _ := object.(map[string]any)
	if members[name] == nil {
		return nil, nil
	}
	text, err := json.Marshal(members[name])
	return json.RawMessage(text), err
}

func (p *planner) output(of graphql.Type, sets []*executable.SelectionSet) *planOutput {
	switch of := of.(type) {
	case *graphql.NonNull:
		output := p.output(of.OfType, sets)
		output.nonNull = true
		return output
	case *graphql.List:
		return &planOutput{item: p.output(of.OfType, sets)}
	case *graphql.Object:
		return &planOutput{fields: p.selection(of, sets...)}
	case *graphql.Enum:
		names := map[any][]byte{}
		for _, value := range of.Values() {
			names[value.Value], _ = json.Marshal(value.Name) // a string always encodes
		}
		return &planOutput{enum: names}
	}
	return &planOutput{scalar: of.(*graphql.Scalar)} // the schema has neither interfaces nor unions
}

func (p *planner) definition(of *graphql.Object, name string) *graphql.FieldDefinition {
	switch name {
	case "__typename":
		return graphql.TypeNameMetaFieldDef
	case "__schema":
		return graphql.SchemaMetaFieldDef
	case "__type":
		return graphql.TypeMetaFieldDef
	}
	return of.Fields()[name]
}

// included decides @skip and @include.
func (p *planner) included(directives []*executable.Directive) bool {
	included := true
	for _, directive := range directives {
		p.conditional = p.conditional || hasVariable(directive.Arguments)
		condition, _ := argumentValues(graphql.SkipDirective.Args, directive.Arguments, p.variables)["if"].(bool)
		switch directive.Name.Value {
		case graphql.SkipDirective.Name:
			included = included && !condition
		case graphql.IncludeDirective.Name:
			included = included && condition
		}
	}
	return included
}

func (p *planner) inputType(of executable.Type) graphql.Input {
	switch of := of.(type) {
	case *executable.NonNull:
		return graphql.NewNonNull(p.inputType(of.Type))
	case *executable.List:
		return graphql.NewList(p.inputType(of.Type))
	}
	return p.schema.Type(of.(*executable.Named).Name.Value).(graphql.Input)
}

func hasVariable(arguments []*executable.Argument) bool {
	for _, argument := range arguments {
		if valueHasVariable(argument.Value) {
			return true
		}
	}
	return false
}

func valueHasVariable(value executable.Value) bool {
	switch value := value.(type) {
	case *executable.Variable:
		return true
	case *executable.ListValue:
		for _, item := range value.Values {
			if valueHasVariable(item) {
				return true
			}
		}
	case *executable.ObjectValue:
		for _, field := range value.Fields {
			if valueHasVariable(field.Value) {
				return true
			}
		}
	}
	return false
}
