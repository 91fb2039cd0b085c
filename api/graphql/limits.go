package graphql

import (
	"cmp"
	"strconv"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// Limits bound what a client may ask for. Zero means the default.
//
// Fields and aliases are counted as they will be executed: those of a fragment count wherever it
// is spread. Braces and brackets, those of input values and of JSON included, may be nested twice as
// deep as fields.
type Limits struct {
	MaxBody     int           // bytes of a request
	MaxTokens   int           // of a document; and values in the JSON around it
	MaxDepth    int           // levels of fields
	MaxFields   int           // of a document
	MaxAliases  int           // of a document
	MaxCost     int           // of an operation: how many fields it may give, see cost.go
	MaxRows     int           // members of all lists in an answer, or in those to a batch
	MaxResponse int           // bytes of an answer, or of those to a batch
	MaxBatch    int           // operations in one request
	Timeout     time.Duration // of an operation
}

// DefaultLimits are generous to people and programs, and tight for machines of war.
func DefaultLimits() Limits {
	return Limits{
		MaxBody: 1 << 20, MaxTokens: 5_000, MaxDepth: 15, MaxFields: 1_000, MaxAliases: 100, MaxCost: 50_000,
		MaxRows: 250_000, MaxResponse: 64 << 20, MaxBatch: 10, Timeout: 10 * time.Second,
	}
}

func (l Limits) withDefaults() Limits {
	defaults := DefaultLimits()
	return Limits{
		MaxBody:     cmp.Or(l.MaxBody, defaults.MaxBody),
		MaxTokens:   cmp.Or(l.MaxTokens, defaults.MaxTokens),
		MaxDepth:    cmp.Or(l.MaxDepth, defaults.MaxDepth),
		MaxFields:   cmp.Or(l.MaxFields, defaults.MaxFields),
		MaxAliases:  cmp.Or(l.MaxAliases, defaults.MaxAliases),
		MaxCost:     cmp.Or(l.MaxCost, defaults.MaxCost),
		MaxRows:     cmp.Or(l.MaxRows, defaults.MaxRows),
		MaxResponse: cmp.Or(l.MaxResponse, defaults.MaxResponse),
		MaxBatch:    cmp.Or(l.MaxBatch, defaults.MaxBatch),
		Timeout:     cmp.Or(l.Timeout, defaults.Timeout),
	}
}
func (l Limits) maxNesting() int { return 2 * l.MaxDepth }

// maxName is the longest name taken, in bytes: a name that is not known is compared
// with all that are.
const maxName = 100

// checkTokens refuses documents that would be costly to parse. Syntax errors are not its business.
// It stops at the limit, so it cannot say by how much a document is too long.
func (l Limits) checkTokens(source *ast.Source) *Error {
	tokens := lexer.New(source)
	nesting := 0
	for range l.MaxTokens + 1 { // the end is a token too
		token, err := tokens.ReadToken()
		if err != nil {
			return nil
		}
		switch token.Kind {
		case lexer.EOF:
			return nil
		case lexer.Name:
			if length := len(token.Value); length > maxName {
				return invalid("The document has a name that is too long: at most %d characters are allowed, this one has %d.", maxName, length)
			}
		case lexer.BraceL, lexer.BracketL:
			nesting++
		case lexer.BraceR, lexer.BracketR:
			nesting--
		}
		// The parser and what follows go down into what is nested.
		if nesting > l.maxNesting() {
			return invalid("The document is too deep: braces and brackets may be nested %d levels, and this document nests more.", l.maxNesting())
		}
	}
	return invalid("The document is too long: at most %d tokens are allowed, and this document has more.", l.MaxTokens)
}

// CheckJSON refuses JSON that would take much memory to decode. Whether it is JSON at all is not
// its business.
func (l Limits) CheckJSON(text []byte) *Error {
	values, nesting, quoted := 1, 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\':
			i++ // what is escaped
		case quoted:
		case c == ',':
			values++
		case c == '{' || c == '[':
			values++
			nesting++
		case c == '}' || c == ']':
			nesting--
		}
		if nesting > l.maxNesting() {
			return invalid("The request is too deep: JSON may be nested %d levels, and this request nests more.", l.maxNesting())
		}
		if values > l.MaxTokens {
			return invalid("The request has too many values: at most %d are allowed, and this request has more.", l.MaxTokens)
		}
	}
	return nil
}

// maxOperations is how many operations a document may have: each is validated with all the
// fragments that it leads to.
const maxOperations = 50

// checkSize refuses documents that would be costly to validate or to execute.
func (l Limits) checkSize(document *ast.QueryDocument) *Error {
	if count := len(document.Operations); count > maxOperations {
		return invalid("The document has too many operations: at most %d are allowed, this document has %d.", maxOperations, count)
	}
	m := measurer{fragments: fragmentsOf(document), measured: map[fragmentUse]*measure{}}
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
	case total.depth > l.MaxDepth:
		return invalid("The document is too deep: fields may be nested %d levels, this document nests %d.", l.MaxDepth, total.depth)
	case total.aliases > l.MaxAliases:
		return invalid("The document has too many aliases: at most %d are allowed, this document has %s.", l.MaxAliases, amount(total.aliases))
	case total.fields > l.MaxFields:
		return invalid("The document has too many fields: at most %d are allowed, this document has %s.", l.MaxFields, amount(total.fields))
	}
	return nil
}

// measure is the size of a selection.
type measure struct{ depth, fields, aliases int }

// add puts another selection beside m. Fragments can double the size at each level, so it stops
// growing where it does not matter any more.
func (m *measure) add(other measure) {
	m.depth = max(m.depth, other.depth)
	m.fields = sum(m.fields, other.fields)
	m.aliases = sum(m.aliases, other.aliases)
}

type measurer struct {
	fragments map[string]*ast.FragmentDefinition
	measured  map[fragmentUse]*measure // nil while a fragment is being measured
}

type fragmentUse struct {
	name          string
	introspection bool
}

func (m *measurer) selections(set ast.SelectionSet, introspection bool) (measure, *Error) {
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

func (m *measurer) selection(selection ast.Selection, introspection bool) (measure, *Error) {
	switch selection := selection.(type) {
	case *ast.InlineFragment:
		return m.selections(selection.SelectionSet, introspection)
	case *ast.FragmentSpread:
		return m.fragment(fragmentUse{selection.Name, introspection})
	case *ast.Field:
		introspection = introspection || readsSchema(selection)
		size, err := m.selections(selection.SelectionSet, introspection)
		size.depth += levels(selection.Name, introspection)
		size.fields = sum(size.fields, 1)
		if selection.Alias != selection.Name {
			size.aliases = sum(size.aliases, 1)
		}
		return size, err
	}
	return measure{}, nil
}

func (m *measurer) fragment(use fragmentUse) (measure, *Error) {
	if known, seen := m.measured[use]; seen {
		if known == nil {
			return measure{}, nil // it spreads itself, which validation reports
		}
		return *known, nil
	}
	fragment := m.fragments[use.name]
	if fragment == nil {
		return measure{}, nil // which validation reports
	}
	m.measured[use] = nil
	size, err := m.selections(fragment.SelectionSet, use.introspection)
	m.measured[use] = &size
	return size, err
}

// readsSchema tells whether a field is an entry to introspection.
func readsSchema(field *ast.Field) bool { return field.Name == "__schema" || field.Name == "__type" }

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

// uncountable is where sizes and costs stop growing, over every limit; twice it is an int on 32 bits too.
const uncountable = 1_000_000_000

// amount puts a size or a cost into words.
func amount(n int) string {
	if n == uncountable {
		return strconv.Itoa(n) + " or more"
	}
	return strconv.Itoa(n)
}

// sum adds what is not negative.
func sum(a, b int) int { return min(a+b, uncountable) }

// product multiplies what is not negative and at most uncountable.
func product(a, b int) int {
	if a > 0 && b > uncountable/a {
		return uncountable
	}
	return a * b
}
