package graphql

import (
	"slices"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// fragmentsOf are a document's fragments by their names.
func fragmentsOf(document *ast.QueryDocument) map[string]*ast.FragmentDefinition {
	byName := make(map[string]*ast.FragmentDefinition, len(document.Fragments))
	for _, fragment := range document.Fragments {
		if byName[fragment.Name] == nil {
			byName[fragment.Name] = fragment
		}
	}
	return byName
}

// selected is a field with the type of which it is selected.
type selected struct {
	*ast.Field
	parent     graphql.Type
	definition *graphql.FieldDefinition
}

type selectionOf struct {
	set ast.SelectionSet
	of  graphql.Type
}

// collect gives the fields that selections hold, and then those of their fragments. A fragment that was
// spread before adds nothing.
func (v *validator) collect(sets ...selectionOf) []selected {
	var fields []selected
	spread := map[string]bool{}
	var pending []*ast.FragmentDefinition
	var collect func(of graphql.Type, set ast.SelectionSet)
	collect = func(of graphql.Type, set ast.SelectionSet) {
		for _, selection := range set {
			switch selection := selection.(type) {
			case *ast.InlineFragment:
				inner := of
				if selection.TypeCondition != "" {
					inner = v.schema.types[selection.TypeCondition]
				}
				collect(inner, selection.SelectionSet)
			case *ast.FragmentSpread:
				if fragment := v.fragments[selection.Name]; !spread[selection.Name] {
					spread[selection.Name] = true
					pending = append(pending, fragment)
				}
			case *ast.Field:
				fields = append(fields, selected{selection, of, v.schema.field(of, selection.Name)})
			}
		}
	}
	for _, set := range sets {
		collect(set.of, set.set)
	}
	for len(pending) > 0 {
		fragment := pending[0]
		pending = pending[1:]
		collect(v.schema.types[fragment.TypeCondition], fragment.SelectionSet)
	}
	return fields
}

// conflicts finds fields that would have the same name in the answer without being the same:
// https://spec.graphql.org/draft/#sec-Field-Selection-Merging
//
// graphql-js compares each field with each other, and each fragment with each other. Being the same is
// transitive among fields of one object, and so is having the same shape among all: so each is
// compared with the first alone, and only the first conflict is reported.
func (v *validator) conflicts(operation *ast.OperationDefinition) {
	root := selectionOf{operation.SelectionSet, v.schema.root(operation.Operation)}
	found := v.conflict(v.collect(root), false)
	if found == nil {
		return
	}
	places := make([]ast.Position, 0, len(found.one)+len(found.other))
	for _, field := range slices.Concat(found.one, found.other) {
		places = append(places, *field.Position)
	}
	v.fail("OverlappingFieldsCanBeMerged", places,
		"Fields %q conflict: they ask for different fields, or with different arguments. Give them different aliases.", found.one[0].Alias)
}

// conflict are two fields of one name, each with those inside of it that make them differ.
type conflict struct{ one, other []selected }

// conflict finds one among the fields of a selection. Where only their shape matters, they are never
// asked of one object.
func (v *validator) conflict(fields []selected, shapeOnly bool) *conflict {
	byName := map[string][]selected{}
	var names []string
	for _, field := range fields {
		if byName[field.Alias] == nil {
			names = append(names, field.Alias)
		}
		byName[field.Alias] = append(byName[field.Alias], field)
	}
	for _, name := range names {
		if found := v.conflictOf(byName[name], shapeOnly); found != nil {
			return found
		}
	}
	return nil
}

func (v *validator) conflictOf(fields []selected, shapeOnly bool) *conflict {
	for _, field := range fields[1:] {
		if !sameShape(fields[0].definition.Type, field.definition.Type) {
			return &conflict{fields[:1], []selected{field}}
		}
	}
	if len(fields) == 1 || shapeOnly {
		return v.innerConflict(fields, shapeOnly)
	}
	if found := v.innerConflict(fields, true); found != nil {
		return found
	}
	var objects []graphql.Type
	for _, field := range fields {
		if _, isObject := field.parent.(*graphql.Object); isObject && !slices.Contains(objects, field.parent) {
			objects = append(objects, field.parent)
		}
	}
	if len(objects) == 0 {
		objects = append(objects, nil) // abstract types alone
	}
	for _, object := range objects {
		var together []selected
		for _, field := range fields {
			if _, isObject := field.parent.(*graphql.Object); !isObject || field.parent == object {
				together = append(together, field)
			}
		}
		for _, field := range together[1:] {
			if field.Name != together[0].Name || !equalArguments(field.Arguments, together[0].Arguments) {
				return &conflict{together[:1], []selected{field}}
			}
		}
		if found := v.innerConflict(together, false); found != nil {
			return found
		}
	}
	return nil
}

// innerConflict finds a conflict among what is selected of fields of one name.
func (v *validator) innerConflict(fields []selected, shapeOnly bool) *conflict {
	var sets []selectionOf
	for _, field := range fields {
		if len(field.SelectionSet) > 0 {
			sets = append(sets, selectionOf{field.SelectionSet, named(field.definition.Type)})
		}
	}
	if len(sets) == 0 {
		return nil
	}
	found := v.conflict(v.collect(sets...), shapeOnly)
	if found == nil || len(fields) == 1 {
		return found
	}
	one, other := v.holder(fields, found.one[0]), v.holder(fields, found.other[0])
	if one.Field == other.Field {
		return found
	}
	return &conflict{append([]selected{one}, found.one...), append([]selected{other}, found.other...)}
}

// holder finds the field within which another is selected.
func (v *validator) holder(fields []selected, inner selected) selected {
	for _, field := range fields {
		within := v.collect(selectionOf{field.SelectionSet, named(field.definition.Type)})
		if slices.ContainsFunc(within, func(other selected) bool { return other.Field == inner.Field }) {
			return field
		}
	}
	return fields[0]
}

// sameShape tells whether values of both types may stand in one place of the answer.
func sameShape(one, other graphql.Type) bool {
	if isNonNull(one) != isNonNull(other) {
		return false
	}
	one, other = nullable(one), nullable(other)
	list, isList := one.(*graphql.List)
	otherList, otherIsList := other.(*graphql.List)
	switch {
	case isList != otherIsList:
		return false
	case isList:
		return sameShape(list.OfType, otherList.OfType)
	case isLeaf(one) || isLeaf(other):
		return one == other
	}
	return true
}

func equalArguments(a, b ast.ArgumentList) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(argument *ast.Argument) bool {
		other := b.ForName(argument.Name)
		return other == nil || !equalValues(argument.Value, other.Value)
	})
}

func equalValues(a, b *ast.Value) bool {
	if a.Kind != b.Kind || a.Raw != b.Raw || len(a.Children) != len(b.Children) {
		return false
	}
	for i, child := range a.Children {
		other := b.Children[i].Value
		if a.Kind == ast.ObjectValue { // whose fields have no order
			if other = b.Children.ForName(child.Name); other == nil {
				return false
			}
		}
		if !equalValues(child.Value, other) {
			return false
		}
	}
	return true
}

// singleField checks that a subscription asks for one field of the root:
// https://spec.graphql.org/draft/#sec-Single-Root-Field
func (v *validator) singleField(operation *ast.OperationDefinition) {
	if operation.Operation != ast.Subscription {
		return
	}
	fields := v.collect(selectionOf{operation.SelectionSet, v.schema.root(ast.Subscription)})
	who := "Anonymous Subscription"
	if operation.Name != "" {
		who = "Subscription " + quoted(operation.Name)
	}
	var further []ast.Position
	for _, field := range fields {
		if field.Alias != fields[0].Alias {
			further = append(further, *field.Position)
		}
	}
	if further != nil {
		v.fail("SingleFieldSubscriptions", further, "%s must select only one top level field.", who)
	}
	for _, field := range fields {
		if isIntrospection(field.Name) {
			v.fail("SingleFieldSubscriptions", []ast.Position{*field.Position}, "%s must not select an introspection top level field.", who)
		}
	}
}
