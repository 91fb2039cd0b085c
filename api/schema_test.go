package api_test

import (
	"bytes"
	"cmp"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
)

var update = flag.Bool("update", false, "write schema.graphql anew")

// described is one thing of the schema, as introspection tells of it.
type described struct {
	Kind, Name, Description         string
	Fields, InputFields, EnumValues []described
	Args                            []described
	Interfaces                      []typeReference
	Type                            *typeReference
	DefaultValue                    *string
	IsDeprecated                    bool
	DeprecationReason               string
}

type typeReference struct {
	Kind, Name string
	OfType     *typeReference
}

// runningSchema is the schema as clients read it, without what is in every schema.
func runningSchema(s *server) *ast.SchemaDocument {
	var data struct {
		Schema struct{ Types []described } `json:"__schema"`
	}
	s.stranger().into(&data, introspectionQuery)
	document := &ast.SchemaDocument{}
	for _, described := range sorted(data.Schema.Types) {
		if !strings.HasPrefix(described.Name, "__") && !slices.Contains([]string{"Boolean", "Float", "ID", "Int", "String"}, described.Name) {
			document.Definitions = append(document.Definitions, described.definition())
		}
	}
	return document
}

func (d described) definition() *ast.Definition {
	definition := &ast.Definition{Kind: ast.DefinitionKind(d.Kind), Name: d.Name, Description: d.Description}
	for _, field := range sorted(slices.Concat(d.Fields, d.InputFields)) {
		var arguments ast.ArgumentDefinitionList
		for _, argument := range sorted(field.Args) {
			arguments = append(arguments, &ast.ArgumentDefinition{
				Name: argument.Name, Description: argument.Description, Type: argument.Type.tree(), DefaultValue: argument.defaultValue(),
			})
		}
		definition.Fields = append(definition.Fields, &ast.FieldDefinition{
			Name: field.Name, Description: field.Description, Type: field.Type.tree(), Arguments: arguments,
			DefaultValue: field.defaultValue(), Directives: field.directives(),
		})
	}
	for _, implemented := range d.Interfaces {
		definition.Interfaces = append(definition.Interfaces, implemented.Name)
	}
	for _, value := range sorted(d.EnumValues) {
		definition.EnumValues = append(definition.EnumValues, &ast.EnumValueDefinition{
			Name: value.Name, Description: value.Description, Directives: value.directives(),
		})
	}
	return definition
}

func (r *typeReference) tree() *ast.Type {
	switch r.Kind {
	case "NON_NULL":
		required := r.OfType.tree()
		required.NonNull = true
		return required
	case "LIST":
		return ast.ListType(r.OfType.tree(), nil)
	}
	return ast.NamedType(r.Name, nil)
}

func (d described) defaultValue() *ast.Value {
	if d.DefaultValue == nil {
		return nil
	}
	return &ast.Value{Kind: ast.EnumValue, Raw: *d.DefaultValue} // printed as it stands
}

func (d described) directives() ast.DirectiveList {
	if !d.IsDeprecated {
		return nil
	}
	reason := &ast.Argument{Name: "reason", Value: &ast.Value{Kind: ast.StringValue, Raw: d.DeprecationReason}}
	return ast.DirectiveList{{Name: "deprecated", Arguments: ast.ArgumentList{reason}}}
}

func sorted(all []described) []described {
	return slices.SortedFunc(slices.Values(all), func(a, b described) int { return cmp.Compare(a.Name, b.Name) })
}

// TestSchemaFile keeps schema.graphql, from which clients generate their types, equal to what is
// served; `make schema` writes it.
func TestSchemaFile(t *testing.T) {
	var text bytes.Buffer
	text.WriteString("# The whole schema of /graphql, written by `make schema`.\n\n")
	formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchemaDocument(runningSchema(onSQLite(t)))
	if *update {
		require.NoError(t, os.WriteFile("schema.graphql", text.Bytes(), 0o644))
	}
	kept, err := os.ReadFile("schema.graphql")
	require.NoError(t, err)
	require.Equal(t, string(kept), text.String(), "run `make schema` and commit what it wrote")
	parsed, err := parser.ParseSchema(&ast.Source{Input: text.String()})
	require.NoError(t, err)
	require.Greater(t, len(parsed.Definitions), 15)
}

func TestEverythingInTheSchemaIsDescribed(t *testing.T) {
	require.Empty(t, undescribed(runningSchema(onSQLite(t))))

	schema, err := parser.ParseSchema(&ast.Source{Input: `
		type A { "described" b("described" c: Int, d: Int): Int e: Int }
		"described" enum F { "described" G H }
		"described" input I { j: Int }`})
	require.NoError(t, err)
	require.Equal(t, []string{"A", "A.b(d:)", "A.e", "F.H", "I.j"}, undescribed(schema))
}

func undescribed(schema *ast.SchemaDocument) []string {
	var names []string
	check := func(name, description string) {
		if strings.TrimSpace(description) == "" {
			names = append(names, name)
		}
	}
	for _, definition := range schema.Definitions {
		check(definition.Name, definition.Description)
		for _, field := range definition.Fields {
			for _, argument := range field.Arguments {
				check(definition.Name+"."+field.Name+"("+argument.Name+":)", argument.Description)
			}
			check(definition.Name+"."+field.Name, field.Description)
		}
		for _, value := range definition.EnumValues {
			check(definition.Name+"."+value.Name, value.Description)
		}
	}
	return names
}
