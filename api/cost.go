package api

import (
	"math"
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

// assumedSize is how long a list is taken to be when the query does not say it: what a busy shop
// has. The real lists may be longer, but the operations that clients of the base contract send
// every day must not depend on how many rows there are.
func assumedSize(of, field string) int {
	switch of + "." + field {
	case "Query.allTasks", "Query.allCustomers":
		return 100
	case "TaskType.history", "TaskType.notifications":
		return 5 // as often as a status changes, give or take
	}
	return 10
}

// price is the cost of a selection. Where a variable tells the size of a list it is a formula, which
// total works out for one request.
type price struct {
	fixed int
	lists []variableList
}

// variableList is what a list costs whose size a variable tells.
type variableList struct {
	times int // how often the list is given, by lists around it
	size  listSize
	each  price
}

type listSize struct {
	variable string // tells the size, unless it is empty
	size     int    // else, or where the request does not give the variable
}

func (p price) total(variables map[string]any) int {
	total := p.fixed
	for _, list := range p.lists {
		size := list.size.size
		// As graphql-go reads an Int: texts of digits are taken too.
		if given, ok := graphql.Int.ParseValue(variables[list.size.variable]).(int); ok {
			size = max(0, given)
		}
		total = sum(total, product(list.times, product(size, list.each.total(variables))))
	}
	return total
}

func (p price) plus(other price) price {
	return price{sum(p.fixed, other.fixed), append(p.lists, other.lists...)}
}

func (p price) multipliedBy(size listSize) price {
	if size.variable != "" {
		return price{lists: []variableList{{times: 1, size: size, each: p}}}
	}
	multiplied := price{fixed: product(p.fixed, size.size)}
	for _, list := range p.lists {
		list.times = product(list.times, size.size)
		multiplied.lists = append(multiplied.lists, list)
	}
	return multiplied
}

// pricer works out prices. The document is valid and its fragments are in no circle.
type pricer struct {
	schema    *graphql.Schema
	fragments fragments
	variables ast.VariableDefinitionList
}

func (p pricer) operation(operation *ast.OperationDefinition) price {
	root := map[ast.Operation]*graphql.Object{
		ast.Query: p.schema.QueryType(), ast.Mutation: p.schema.MutationType(), ast.Subscription: p.schema.SubscriptionType(),
	}[operation.Operation]
	if root == nil {
		return price{} // which execution reports
	}
	return p.selections(operation.SelectionSet, root, listSize{})
}

// selections prices what is selected of an object; page is the size of the connection that it is,
// if it is one.
func (p pricer) selections(set ast.SelectionSet, of *graphql.Object, page listSize) price {
	var total price
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.InlineFragment:
			total = total.plus(p.selections(selection.SelectionSet, of, page))
		case *ast.FragmentSpread:
			total = total.plus(p.selections(p.fragments[selection.Name].SelectionSet, of, page))
		case *ast.Field:
			total = total.plus(p.field(selection, of, page))
		}
	}
	return total
}

func (p pricer) field(field *ast.Field, of *graphql.Object, page listSize) price {
	one := price{fixed: 1}
	definition := of.Fields()[field.Name]
	if definition == nil { // __typename and the entries to introspection
		return one
	}
	object, ok := graphql.GetNamed(definition.Type).(*graphql.Object)
	if !ok {
		return one
	}
	if isConnection(object) {
		return one.plus(p.selections(field.SelectionSet, object, p.sizeOf(field, defaultPage)))
	}
	each := p.selections(field.SelectionSet, object, listSize{})
	switch {
	case !isList(definition.Type):
	case isConnection(of):
		each = each.multipliedBy(page)
	default:
		each = each.multipliedBy(p.sizeOf(field, assumedSize(of.Name(), field.Name)))
	}
	return one.plus(each)
}

// sizeOf reads how long a list or a connection may get; unsaid is for a query that does not say it.
func (p pricer) sizeOf(field *ast.Field, unsaid int) listSize {
	assumed := listSize{size: unsaid}
	for _, name := range []string{"first", "last"} {
		argument := field.Arguments.ForName(name)
		switch {
		case argument == nil || argument.Value.Kind == ast.NullValue:
			continue
		case argument.Value.Kind == ast.Variable:
			assumed.variable = argument.Value.Raw
			if definition := p.variables.ForName(assumed.variable); definition.DefaultValue != nil && definition.DefaultValue.Kind == ast.IntValue {
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
		return math.MaxInt32
	}
	return min(max(0, number), uncountable)
}

// isConnection follows the naming that https://relay.dev/graphql/connections.htm demands.
func isConnection(object *graphql.Object) bool { return strings.HasSuffix(object.Name(), "Connection") }

func isList(of graphql.Type) bool {
	if nonNull, ok := of.(*graphql.NonNull); ok {
		of = nonNull.OfType
	}
	_, ok := of.(*graphql.List)
	return ok
}
