package graphql

import (
	"fmt"
	"slices"

	"github.com/graphql-go/graphql"
)

// objectOf finds out which object a value of an interface or union is.
func (e *execution) objectOf(as *planOutput, value any) (*planOutput, error) {
	if as.abstract == nil {
		return as, nil
	}
	object := e.typeOf(as.abstract, value)
	if object == nil {
		return nil, fmt.Errorf("abstract type %s was resolved to no object type", as.abstract.of.Name())
	}
	return as.abstract.forObject(object), nil
}

func (e *execution) typeOf(abstract *planAbstract, value any) *graphql.Object {
	var resolve graphql.ResolveTypeFn
	switch of := abstract.of.(type) {
	case *graphql.Interface:
		resolve = of.ResolveType
	case *graphql.Union:
		resolve = of.ResolveType
	}
	possible := abstract.planner.schema.possible[abstract.of]
	if resolve != nil {
		object := resolve(graphql.ResolveTypeParams{Value: value, Context: e.ctx})
		if slices.Contains(possible, object) {
			return object
		}
		return nil
	}
	for _, object := range possible {
		if object.IsTypeOf != nil && object.IsTypeOf(graphql.IsTypeOfParams{Value: value, Context: e.ctx}) {
			return object
		}
	}
	return nil
}
