package api

import (
	"errors"
	"slices"

	"github.com/graphql-go/graphql"
	executable "github.com/graphql-go/graphql/language/ast"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"zayavka/store"
)

// cachedDocuments is how many documents are kept ready to execute: parsing and validating cost ten
// times what executing a small query does. Longer ones than cachedLength bytes are not kept, which
// bounds the memory.
const (
	cachedDocuments = 250
	cachedLength    = 4_000
)

// documents makes documents ready to execute. It is safe for concurrent use.
type documents struct {
	schema        *graphql.Schema
	limits        Limits
	introspection bool // whether clients may read the schema
	cache         *lru.Cache[string, *document]
}

func newDocuments(schema *graphql.Schema, limits Limits, introspection bool) *documents {
	return &documents{schema, limits, introspection, newCache[string, *document](cachedDocuments)}
}

// document is what may be executed, any number of times at once.
type document struct {
	operations []operation
}

type operation struct {
	document    *executable.Document
	name        string // may be empty
	kind        ast.Operation
	field       string // the one of the root that is asked for, or "several"
	givesSecret bool   // its answer may hold a token, or another secret that is shown once
	price       price
	subject     store.Subject // of a subscription
	plan        *plan         // nil when graphql-go has to execute it
	// conditional tells that the plan depends on variables, so that it is made for each request.
	conditional bool
}

// operation finds the operation to execute; without a name there must be just one.
func (d *document) operation(name string) (operation, error) {
	if name == "" {
		if len(d.operations) > 1 {
			return operation{}, errInvalid("", "The document has several operations: say with operationName which one to execute.")
		}
		return d.operations[0], nil
	}
	for _, candidate := range d.operations {
		if candidate.name == name {
			return candidate, nil
		}
	}
	return operation{}, errInvalid("", "The document has no operation %q.", name)
}

// get parses and checks a query, unless that is done already.
func (d *documents) get(query string) (*document, []responseError) {
	if ready, ok := d.cache.Get(query); ok {
		return ready, nil
	}
	ready, failures := d.prepare(query)
	if failures == nil && len(query) <= cachedLength {
		d.cache.Add(query, ready)
	}
	return ready, failures
}

// prepare parses with gqlparser, because graphql-go's own parser knows no null, loses its place
// after a comment that is not ASCII, and takes quadratic time to report an error in a long line.
func (d *documents) prepare(query string) (*document, []responseError) {
	source := &ast.Source{Input: query}
	if err := d.limits.checkTokens(source); err != nil {
		return nil, []responseError{invalidRequest("%s", err)}
	}
	parsed, err := parser.ParseQuery(source)
	if err != nil {
		return nil, []responseError{syntaxError(err)}
	}
	if len(parsed.Operations) == 0 {
		return nil, []responseError{invalidRequest("The document has no operation to execute.")}
	}
	if err := d.limits.checkSize(parsed); err != nil {
		return nil, []responseError{invalidRequest("%s", err)}
	}
	tree := convertDocument(parsed)
	if failures := d.validate(tree); failures != nil {
		return nil, failures
	}
	ready, fragments := &document{}, fragmentsOf(parsed)
	for _, definition := range parsed.Operations {
		if one, other := fragments.conflict(definition.SelectionSet); one != nil {
			return nil, []responseError{conflictError(one, other)}
		}
		fields := fragments.collect(nil, definition.SelectionSet, map[string]bool{})
		if !d.introspection && slices.ContainsFunc(fields, readsSchema) {
			return nil, []responseError{invalidRequest("Introspection is turned off here.")}
		}
		made := operation{
			document: tree, name: definition.Name, kind: definition.Operation,
			field: nameOf(fields), givesSecret: slices.ContainsFunc(fields, givesSecret),
			price: pricer{d.schema, fragments, definition.VariableDefinitions}.operation(definition),
		}
		if made.kind == ast.Subscription {
			if made.subject = subscribedSubject(fields); made.subject == "" {
				return nil, []responseError{invalidRequest("A subscription must ask for one field, and for one only.")}
			}
		}
		made.plan, made.conditional = newPlan(d.schema, tree, definition.Name, nil)
		ready.operations = append(ready.operations, made)
	}
	return ready, nil
}

func nameOf(fields []*ast.Field) string {
	if len(fields) == 1 {
		return fields[0].Name
	}
	return "several"
}

func syntaxError(err error) responseError {
	var syntax *gqlerror.Error
	if !errors.As(err, &syntax) {
		return invalidRequest("Syntax error: %s", err)
	}
	failure := invalidRequest("Syntax error: %s", syntax.Message)
	for _, at := range syntax.Locations {
		failure.Locations = append(failure.Locations, errorLocation{Line: at.Line, Column: at.Column})
	}
	return failure
}
