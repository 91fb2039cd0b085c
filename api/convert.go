package api

import (
	executable "github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/location"
	"github.com/vektah/gqlparser/v2/ast"
)

// convertDocument makes gqlparser's tree into the tree that graphql-go validates and executes.
//
// graphql-go has no null value. In this API null means the same as leaving something out, so that
// is what becomes of it: an argument, an input field or a default that is null disappears, and so
// does a null in a list.
func convertDocument(document *ast.QueryDocument) *executable.Document {
	var definitions []executable.Node
	for _, operation := range document.Operations {
		definitions = append(definitions, convertOperation(operation))
	}
	for _, fragment := range document.Fragments {
		definitions = append(definitions, executable.NewFragmentDefinition(&executable.FragmentDefinition{
			Name:          convertName(fragment.Name, fragment.Position),
			TypeCondition: convertNamed(fragment.TypeCondition, fragment.Position),
			Directives:    convertDirectives(fragment.Directives),
			SelectionSet:  convertSelections(fragment.SelectionSet, fragment.Position),
			Loc:           packLocation(fragment.Position),
		}))
	}
	return executable.NewDocument(&executable.Document{Definitions: definitions})
}

func convertOperation(operation *ast.OperationDefinition) *executable.OperationDefinition {
	converted := &executable.OperationDefinition{
		Operation:    string(operation.Operation),
		Directives:   convertDirectives(operation.Directives),
		SelectionSet: convertSelections(operation.SelectionSet, operation.Position),
		Loc:          packLocation(operation.Position),
	}
	if operation.Name != "" {
		converted.Name = convertName(operation.Name, operation.Position)
	}
	for _, definition := range operation.VariableDefinitions {
		converted.VariableDefinitions = append(converted.VariableDefinitions,
			executable.NewVariableDefinition(&executable.VariableDefinition{
				Variable:     convertVariable(definition.Variable, definition.Position),
				Type:         convertType(definition.Type),
				DefaultValue: convertValue(definition.DefaultValue),
				Loc:          packLocation(definition.Position),
			}))
	}
	return executable.NewOperationDefinition(converted)
}

// convertSelections gives nil for a field without selections, which is no empty set.
func convertSelections(set ast.SelectionSet, at *ast.Position) *executable.SelectionSet {
	if len(set) == 0 {
		return nil
	}
	var selections []executable.Selection
	for _, selection := range set {
		selections = append(selections, convertSelection(selection))
	}
	return executable.NewSelectionSet(&executable.SelectionSet{Selections: selections, Loc: packLocation(at)})
}

func convertSelection(selection ast.Selection) executable.Selection {
	at := selection.GetPosition()
	switch selection := selection.(type) {
	case *ast.FragmentSpread:
		return executable.NewFragmentSpread(&executable.FragmentSpread{
			Name:       convertName(selection.Name, at),
			Directives: convertDirectives(selection.Directives),
			Loc:        packLocation(at),
		})
	case *ast.InlineFragment:
		converted := &executable.InlineFragment{
			Directives:   convertDirectives(selection.Directives),
			SelectionSet: convertSelections(selection.SelectionSet, at),
			Loc:          packLocation(at),
		}
		if selection.TypeCondition != "" {
			converted.TypeCondition = convertNamed(selection.TypeCondition, at)
		}
		return executable.NewInlineFragment(converted)
	}
	field := selection.(*ast.Field) // the third and last kind
	converted := &executable.Field{
		Name:         convertName(field.Name, at),
		Arguments:    convertArguments(field.Arguments),
		Directives:   convertDirectives(field.Directives),
		SelectionSet: convertSelections(field.SelectionSet, at),
		Loc:          packLocation(at),
	}
	if field.Alias != field.Name {
		converted.Alias = convertName(field.Alias, at)
	}
	return executable.NewField(converted)
}

func convertArguments(arguments ast.ArgumentList) []*executable.Argument {
	var converted []*executable.Argument
	for _, argument := range arguments {
		if argument.Value.Kind == ast.NullValue {
			continue
		}
		converted = append(converted, executable.NewArgument(&executable.Argument{
			Name:  convertName(argument.Name, argument.Position),
			Value: convertValue(argument.Value),
			Loc:   packLocation(argument.Position),
		}))
	}
	return converted
}

func convertDirectives(directives ast.DirectiveList) []*executable.Directive {
	var converted []*executable.Directive
	for _, directive := range directives {
		converted = append(converted, executable.NewDirective(&executable.Directive{
			Name:      convertName(directive.Name, directive.Position),
			Arguments: convertArguments(directive.Arguments),
			Loc:       packLocation(directive.Position),
		}))
	}
	return converted
}

// convertValue gives nil for null and for a default that is not there.
func convertValue(value *ast.Value) executable.Value {
	if value == nil {
		return nil
	}
	at := packLocation(value.Position)
	switch value.Kind {
	case ast.Variable:
		return convertVariable(value.Raw, value.Position)
	case ast.IntValue:
		return executable.NewIntValue(&executable.IntValue{Value: value.Raw, Loc: at})
	case ast.FloatValue:
		return executable.NewFloatValue(&executable.FloatValue{Value: value.Raw, Loc: at})
	case ast.StringValue, ast.BlockValue:
		return executable.NewStringValue(&executable.StringValue{Value: value.Raw, Loc: at})
	case ast.BooleanValue:
		return executable.NewBooleanValue(&executable.BooleanValue{Value: value.Raw == "true", Loc: at})
	case ast.EnumValue:
		return executable.NewEnumValue(&executable.EnumValue{Value: value.Raw, Loc: at})
	case ast.ListValue:
		list := &executable.ListValue{Loc: at}
		for _, child := range value.Children {
			if child.Value.Kind != ast.NullValue {
				list.Values = append(list.Values, convertValue(child.Value))
			}
		}
		return executable.NewListValue(list)
	case ast.ObjectValue:
		object := &executable.ObjectValue{Loc: at}
		for _, child := range value.Children {
			if child.Value.Kind != ast.NullValue {
				object.Fields = append(object.Fields, executable.NewObjectField(&executable.ObjectField{
					Name: convertName(child.Name, child.Position), Value: convertValue(child.Value), Loc: packLocation(child.Position),
				}))
			}
		}
		return executable.NewObjectValue(object)
	}
	return nil // null
}

func convertType(reference *ast.Type) executable.Type {
	at := packLocation(reference.Position)
	var converted executable.Type
	if reference.Elem != nil {
		converted = executable.NewList(&executable.List{Type: convertType(reference.Elem), Loc: at})
	} else {
		converted = convertNamed(reference.NamedType, reference.Position)
	}
	if reference.NonNull {
		return executable.NewNonNull(&executable.NonNull{Type: converted, Loc: at})
	}
	return converted
}

func convertNamed(name string, at *ast.Position) *executable.Named {
	return executable.NewNamed(&executable.Named{Name: convertName(name, at), Loc: packLocation(at)})
}

func convertVariable(name string, at *ast.Position) *executable.Variable {
	return executable.NewVariable(&executable.Variable{Name: convertName(name, at), Loc: packLocation(at)})
}

func convertName(name string, at *ast.Position) *executable.Name {
	return executable.NewName(&executable.Name{Value: name, Loc: packLocation(at)})
}

// columnBits is room for the column beside the line in one number.
const columnBits = 24

// packLocation keeps line and column in the one number that graphql-go keeps for a place. Given
// an offset instead, it would search the whole source text for the line at every error.
func packLocation(at *ast.Position) *executable.Location {
	start := at.Line<<columnBits | at.Column
	return &executable.Location{Start: start, End: start}
}

// unpackLocation reads what graphql-go makes of a packed location: a column counted from 1.
func unpackLocation(packed location.SourceLocation) errorLocation {
	start := packed.Column - 1
	return errorLocation{Line: start >> columnBits, Column: start & (1<<columnBits - 1)}
}
