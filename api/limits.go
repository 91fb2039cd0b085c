package api

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// What a document may hold at most. Fields are counted as they will be executed: those of a
// fragment count wherever it is spread. Nesting is that of braces and brackets, input values
// included, which graphql-go takes seconds to complain about when there are hundreds.
const (
	maxTokens  = 5_000
	maxNesting = 30
	maxDepth   = 15
	maxFields  = 1_000
	maxAliases = 100
)

// checkTokens refuses documents that would be costly to parse. Syntax errors are not its business.
func checkTokens(source *ast.Source) error {
	tokens := lexer.New(source)
	nesting := 0
	for range maxTokens {
		token, err := tokens.ReadToken()
		if err != nil {
			return nil
		}
		switch token.Kind {
		case lexer.EOF:
			return nil
		case lexer.BraceL, lexer.BracketL:
			nesting++
		case lexer.BraceR, lexer.BracketR:
			nesting--
		}
		if nesting > maxNesting {
			return errInvalid("", "The document is too deep: braces and brackets may be nested %d levels.", maxNesting)
		}
	}
	return errInvalid("", "The document is too long: at most %d tokens are allowed.", maxTokens)
}

// checkSize refuses documents that would be costly to validate or to execute.
func checkSize(document *ast.QueryDocument) error {
	m := measurer{fragments: document.Fragments, measured: map[fragmentUse]*measure{}}
	var total measure
	for _, operation := range document.Operations {
		size, err := m.selections(operation.SelectionSet, false)
		if err != nil {
			return err
		}
		total.add(size)
	}
	for _, fragment := range document.Fragments {
		// Also those that nobody spreads: validation visits them.
		size, err := m.fragment(fragmentUse{name: fragment.Name})
		if err != nil {
			return err
		}
		total.fields = max(total.fields, size.fields)
	}
	switch {
	case total.depth > maxDepth:
		return errInvalid("", "The document is too deep: fields may be nested %d levels.", maxDepth)
	case total.aliases > maxAliases:
		return errInvalid("", "The document has too many aliases: at most %d are allowed.", maxAliases)
	case total.fields > maxFields:
		return errInvalid("", "The document has too many fields: at most %d are allowed.", maxFields)
	}
	return nil
}

// measure is the size of a selection.
type measure struct{ depth, fields, aliases int }

// add puts another selection beside m. Fragments can double the size at each level; sizes far
// over the limit are all alike, so they stop growing there.
func (m *measure) add(other measure) {
	m.depth = max(m.depth, other.depth)
	m.fields = min(m.fields+other.fields, maxFields+1)
	m.aliases = min(m.aliases+other.aliases, maxAliases+1)
}

type measurer struct {
	fragments ast.FragmentDefinitionList
	measured  map[fragmentUse]*measure // nil while a fragment is being measured
}

type fragmentUse struct {
	name          string
	introspection bool
}

func (m *measurer) selections(set ast.SelectionSet, introspection bool) (measure, error) {
	var total measure
	for _, selection := range set {
		size, err := m.selection(selection, introspection)
		if err != nil {
			return measure{}, err
		}
		total.add(size)
	}
	return total, nil
}

func (m *measurer) selection(selection ast.Selection, introspection bool) (measure, error) {
	switch selection := selection.(type) {
	case *ast.InlineFragment:
		return m.selections(selection.SelectionSet, introspection)
	case *ast.FragmentSpread:
		return m.fragment(fragmentUse{selection.Name, introspection})
	case *ast.Field:
		introspection = introspection || selection.Name == "__schema" || selection.Name == "__type"
		size, err := m.selections(selection.SelectionSet, introspection)
		size.depth += levels(selection.Name, introspection)
		size.fields++
		if selection.Alias != selection.Name {
			size.aliases++
		}
		return size, err
	}
	return measure{}, nil
}

func (m *measurer) fragment(use fragmentUse) (measure, error) {
	if known, seen := m.measured[use]; seen {
		if known == nil {
			return measure{}, errInvalid("", "The fragment %q spreads itself.", use.name)
		}
		return *known, nil
	}
	fragment := m.fragments.ForName(use.name)
	if fragment == nil {
		return measure{}, nil // which validation reports
	}
	m.measured[use] = nil
	size, err := m.selections(fragment.SelectionSet, use.introspection)
	m.measured[use] = &size
	return size, err
}

// levels is what a field adds to the depth. A type's wrappers are read by nesting ofType, a dozen
// times in the queries of common tools, and give one value each; the lists of introspection lead
// from every type to all others, so nesting them multiplies the answer.
func levels(field string, introspection bool) int {
	if introspection {
		switch field {
		case "ofType":
			return 0
		case "fields", "inputFields", "interfaces", "possibleTypes":
			return 4
		}
	}
	return 1
}
