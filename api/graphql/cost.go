package graphql

import (
	"strconv"
	"strings"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// The cost of an operation is how many fields its answer has at most, or, where it does not say how
// long its lists may get, about: lists multiply what is asked for of each element.
//
//	{ tasks(first: 50) { totalCount nodes { id customer { phone } } } }
//	  1                + 1        + 1 + 50 × (1 + 1       + 1)          = 153
//
// Introspection costs 1: it is answered from memory, and the depth bounds it.

// pageLength is how long the page of a connection is taken to be when the query does not say it.
const pageLength = 50

// cost is the cost of a selection. Where a variable tells the size of a list it is a formula, which
// total works out for one request.
type cost struct {
	fixed int
	lists []variableList
}

// variableList is what a list costs whose size a variable tells.
type variableList struct {
	times int // how often the list is given, by lists around it
	size  listSize
	each  cost
}

type listSize struct {
	variable string // tells the size, unless it is empty
	size     int    // else, or where the request does not give the variable
}

func (c cost) total(variables map[string]any) int {
	total := c.fixed
	for _, list := range c.lists {
		size := list.size.size
		if given, _ := leafValue(variables[list.size.variable], graphql.Int); given != nil {
			size = max(0, given.(int))
		}
		total = sum(total, product(list.times, product(size, list.each.total(variables))))
	}
	return total
}

func (c cost) plus(other cost) cost {
	return cost{sum(c.fixed, other.fixed), append(c.lists, other.lists...)}
}

func (c cost) multipliedBy(size listSize) cost {
	if size.variable != "" {
		return cost{lists: []variableList{{times: 1, size: size, each: c}}}
	}
	multiplied := cost{fixed: product(c.fixed, size.size)}
	for _, list := range c.lists {
		list.times = product(list.times, size.size)
		multiplied.lists = append(multiplied.lists, list)
	}
	return multiplied
}

// Cost is what the operation costs with these variables.
func (o *Operation) Cost(variables map[string]any) int { return o.cost.total(variables) }

// coster works out costs. The document is valid and its fragments are in no circle.
type coster struct {
	schema     *schema
	listLength func(of, field string) int
	fragments  map[string]*ast.FragmentDefinition
	variables  ast.VariableDefinitionList
}

func (c coster) operation(operation *ast.OperationDefinition) cost {
	return c.selections(operation.SelectionSet, c.schema.root(operation.Operation), listSize{})
}

// selections costs what is selected of an object; page is the size of the connection that it is,
// if it is one.
func (c coster) selections(set ast.SelectionSet, of graphql.Type, page listSize) cost {
	var total cost
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.InlineFragment:
			total = total.plus(c.selections(selection.SelectionSet, c.inner(of, selection.TypeCondition), page))
		case *ast.FragmentSpread:
			fragment := c.fragments[selection.Name]
			total = total.plus(c.selections(fragment.SelectionSet, c.inner(of, fragment.TypeCondition), page))
		case *ast.Field:
			total = total.plus(c.field(selection, of, page))
		}
	}
	return total
}

func (c coster) inner(of graphql.Type, condition string) graphql.Type {
	if condition == "" {
		return of
	}
	return c.schema.types[condition]
}

func (c coster) field(field *ast.Field, of graphql.Type, page listSize) cost {
	one := cost{fixed: 1}
	definition := fieldsOf(of)[field.Name]
	if definition == nil { // __typename and the entries to introspection
		return one
	}
	object := named(definition.Type)
	if !isComposite(object) {
		return one
	}
	if isConnection(object) {
		return one.plus(c.selections(field.SelectionSet, object, c.sizeOf(field, pageLength)))
	}
	each := c.selections(field.SelectionSet, object, listSize{})
	switch {
	case !isList(definition.Type):
	case isConnection(of):
		each = each.multipliedBy(page)
	default:
		each = each.multipliedBy(c.sizeOf(field, c.listLength(of.Name(), field.Name)))
	}
	return one.plus(each)
}

// sizeOf reads how long a list or a connection may get; unsaid is for a query that does not say it.
func (c coster) sizeOf(field *ast.Field, unsaid int) listSize {
	assumed := listSize{size: unsaid}
	for _, name := range []string{"first", "last"} {
		argument := field.Arguments.ForName(name)
		switch {
		case argument == nil || argument.Value.Kind == ast.NullValue:
			continue
		case argument.Value.Kind == ast.Variable:
			assumed.variable = argument.Value.Raw
			if definition := c.variables.ForName(assumed.variable); definition.DefaultValue != nil && definition.DefaultValue.Kind == ast.IntValue {
				assumed.size = atoi(definition.DefaultValue.Raw)
			}
			return assumed
		}
		return listSize{size: atoi(argument.Value.Raw)}
	}
	return assumed
}

func atoi(digits string) int {
	number, err := strconv.Atoi(digits)
	if err != nil {
		return uncountable
	}
	return min(max(0, number), uncountable)
}

// isConnection follows the naming that https://relay.dev/graphql/connections.htm demands.
func isConnection(object graphql.Type) bool { return strings.HasSuffix(object.Name(), "Connection") }

func isList(of graphql.Type) bool {
	if nonNull, ok := of.(*graphql.NonNull); ok {
		of = nonNull.OfType
	}
	_, ok := of.(*graphql.List)
	return ok
}
