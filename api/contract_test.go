package api_test

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// described is one thing of the schema, as introspection tells of it.
type described struct {
	Kind, Name, Description         string
	Fields, InputFields, EnumValues []described
	Args                            []described
	Type                            *typeReference
	DefaultValue                    *string
}

type typeReference struct {
	Kind, Name string
	OfType     *typeReference
}

func (r *typeReference) String() string {
	switch r.Kind {
	case "NON_NULL":
		return r.OfType.String() + "!"
	case "LIST":
		return "[" + r.OfType.String() + "]"
	}
	return r.Name
}

// runningSchema are the types by their names.
func runningSchema(s *server) map[string]described {
	var data struct {
		Schema struct{ Types []described } `json:"__schema"`
	}
	s.stranger().into(&data, introspectionQuery)
	types := map[string]described{}
	for _, described := range data.Schema.Types {
		types[described.Name] = described
	}
	return types
}

func named(all []described, name string) (described, bool) {
	i := slices.IndexFunc(all, func(d described) bool { return d.Name == name })
	if i < 0 {
		return described{}, false
	}
	return all[i], true
}

func TestTheBaseContractIsKept(t *testing.T) {
	text, err := os.ReadFile("../../shared/contract/schema.graphql")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the base contract does not lie beside the checkout")
	}
	require.NoError(t, err)
	contract, err := parser.ParseSchema(&ast.Source{Input: string(text)})
	require.NoError(t, err)
	require.Greater(t, len(contract.Definitions), 15)

	kinds := map[ast.DefinitionKind]string{
		ast.Scalar: "SCALAR", ast.Enum: "ENUM", ast.Object: "OBJECT", ast.InputObject: "INPUT_OBJECT",
	}
	running := runningSchema(onSQLite(t))
	for _, want := range contract.Definitions {
		got, ok := running[want.Name]
		require.True(t, ok, want.Name)
		require.Equal(t, kinds[want.Kind], got.Kind, want.Name)
		for _, field := range want.Fields {
			fields := got.Fields
			if want.Kind == ast.InputObject {
				fields = got.InputFields
			}
			running, ok := named(fields, field.Name)
			require.True(t, ok, "%s.%s", want.Name, field.Name)
			require.Equal(t, field.Type.String(), running.Type.String(), "%s.%s", want.Name, field.Name)
			for _, argument := range field.Arguments {
				given, ok := named(running.Args, argument.Name)
				require.True(t, ok, "%s.%s(%s)", want.Name, field.Name, argument.Name)
				require.Equal(t, argument.Type.String(), given.Type.String(), "%s.%s(%s)", want.Name, field.Name, argument.Name)
				require.Nil(t, given.DefaultValue)
			}
			for _, argument := range running.Args {
				added := field.Arguments.ForName(argument.Name) == nil
				require.False(t, added && argument.Type.Kind == "NON_NULL", "%s.%s(%s) is required and new", want.Name, field.Name, argument.Name)
			}
		}
		if want.Kind == ast.InputObject {
			for _, field := range got.InputFields {
				added := want.Fields.ForName(field.Name) == nil
				require.False(t, added && field.Type.Kind == "NON_NULL", "%s.%s is required and new", want.Name, field.Name)
			}
		}
		var wanted, values []string
		for _, value := range want.EnumValues {
			wanted = append(wanted, value.Name)
		}
		for _, value := range got.EnumValues {
			values = append(values, value.Name)
		}
		require.ElementsMatch(t, wanted, values, want.Name)
	}
}

func TestEverythingInTheSchemaIsDescribed(t *testing.T) {
	for name, described := range runningSchema(onSQLite(t)) {
		if name[:2] == "__" {
			continue // the library's own
		}
		require.NotEmpty(t, described.Description, name)
		for _, field := range slices.Concat(described.Fields, described.InputFields, described.EnumValues) {
			require.NotEmpty(t, field.Description, "%s.%s", name, field.Name)
			for _, argument := range field.Args {
				require.NotEmpty(t, argument.Description, "%s.%s(%s)", name, field.Name, argument.Name)
			}
		}
	}
}
