// Package graphql is an engine for GraphQL: it parses, validates, plans and executes documents, by the
// specification of September 2025, https://spec.graphql.org/September2025/. Types and resolvers are
// graphql-go's; parsing is gqlparser's. It knows nothing of what a schema is about.
//
// document.go makes a document ready: limits.go bounds it, validate.go checks it, plan.go plans its
// operations and cost.go says what they cost. execute.go executes a plan, straight into JSON, and
// introspection.go answers questions about the schema.
//
// server.go has an application answer what comes by http.go, whose body request.go and batch.go decode, or
// by another transport; persisted.go knows documents by their hash, stream.go sends a long answer while it
// is made.
package graphql

import (
	"errors"

	"github.com/graphql-go/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Options are what an Engine needs beside its schema.
type Options struct {
	Limits          Limits
	NoIntrospection bool // clients may not read the schema
	// ListLength is how long a list is taken to be of which a query does not say it; nil for 10 each.
	ListLength func(of, field string) int
}

// Engine executes operations. It is safe for concurrent use.
type Engine struct {
	Limits        Limits // not to be changed while it executes
	schema        *schema
	introspection bool
	listLength    func(of, field string) int
	documents     *lru.Cache[string, *document]
}

// cachedDocuments is how many documents are kept ready to execute: parsing and validating cost ten
// times what executing a small query does. Longer ones than cachedLength bytes are not kept, which
// bounds the memory.
const (
	cachedDocuments = 250
	cachedLength    = 4_000
)

// New makes an engine for a schema, which must not be changed any more.
func New(of graphql.Schema, o Options) *Engine {
	documents, err := lru.New[string, *document](cachedDocuments)
	if err != nil {
		panic(err) // only for a size that is not positive
	}
	if o.ListLength == nil {
		o.ListLength = func(string, string) int { return 10 }
	}
	return &Engine{o.Limits.withDefaults(), newSchema(of), !o.NoIntrospection, o.ListLength, documents}
}

// document is what may be executed, any number of times at once.
type document struct{ operations []*Operation }

// Operation is what may be executed, any number of times at once.
type Operation struct {
	Name   string // may be empty
	Kind   ast.Operation
	Fields []*ast.Field // those of the root that are asked for

	definition  *ast.OperationDefinition
	fragments   map[string]*ast.FragmentDefinition
	cost        cost
	plan        *plan
	conditional bool // the plan depends on variables, so that it is made for each request
}

// Prepare makes the named operation of a document ready to be executed; without a name there must be
// just one. It is refused when the document is not valid, or asks for more than the limits allow.
func (e *Engine) Prepare(query, name string, variables map[string]any) (*Operation, []*Error) {
	ready, cached := e.documents.Get(query)
	if !cached {
		var failures []*Error
		if ready, failures = e.prepare(query); failures != nil {
			return nil, failures
		}
		if len(query) <= cachedLength {
			e.documents.Add(query, ready)
		}
	}
	operation, failure := ready.operation(name)
	if failure != nil {
		return nil, []*Error{failure}
	}
	if cost := operation.Cost(variables); cost > e.Limits.MaxCost {
		return nil, []*Error{invalid("The operation is too costly: a cost of at most %d is allowed, this one has %s. "+
			"Ask for shorter lists, or for fewer lists inside of lists.", e.Limits.MaxCost, amount(cost))}
	}
	return operation, nil
}

func (d *document) operation(name string) (*Operation, *Error) {
	if name == "" {
		if len(d.operations) > 1 {
			return nil, invalid("The document has several operations: say with operationName which one to execute.")
		}
		return d.operations[0], nil
	}
	for _, candidate := range d.operations {
		if candidate.Name == name {
			return candidate, nil
		}
	}
	return nil, invalid("The document has no operation %q.", name)
}

func (e *Engine) prepare(query string) (*document, []*Error) {
	source := &ast.Source{Input: query}
	if failure := e.Limits.checkTokens(source); failure != nil {
		return nil, []*Error{failure}
	}
	parsed, err := parser.ParseQuery(source)
	if err != nil {
		return nil, []*Error{syntaxError(err)}
	}
	if len(parsed.Operations) == 0 {
		return nil, []*Error{invalid("The document has no operation to execute.")}
	}
	if failure := e.Limits.checkSize(parsed); failure != nil {
		return nil, []*Error{failure}
	}
	if failures := e.schema.validate(parsed, e.introspection); failures != nil {
		return nil, failures
	}
	ready, fragments := &document{}, fragmentsOf(parsed)
	for _, definition := range parsed.Operations {
		made := &Operation{
			Name: definition.Name, Kind: definition.Operation, definition: definition, fragments: fragments,
			cost: coster{e.schema, e.listLength, fragments, definition.VariableDefinitions}.operation(definition),
		}
		v := &validator{schema: e.schema, fragments: fragments}
		for _, field := range v.collect(selectionOf{definition.SelectionSet, e.schema.root(definition.Operation)}) {
			if !e.introspection && readsSchema(field.Field) {
				return nil, []*Error{invalid("Introspection is turned off here.")}
			}
			made.Fields = append(made.Fields, field.Field)
		}
		made.plan, made.conditional = e.schema.newPlan(definition, fragments, nil)
		ready.operations = append(ready.operations, made)
	}
	return ready, nil
}

func syntaxError(err error) *Error {
	var syntax *gqlerror.Error
	if !errors.As(err, &syntax) {
		return invalid("Syntax error: %s", err)
	}
	failure := invalid("Syntax error: %s", syntax.Message)
	for _, at := range syntax.Locations {
		failure.Locations = append(failure.Locations, Location{at.Line, at.Column})
	}
	return failure
}
