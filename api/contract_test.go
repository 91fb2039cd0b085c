package api_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// TestTheContractsAreKept holds what clients rely on: of the system that this one replaces, and of the conversation. The
// files never change.
func TestTheContractsAreKept(t *testing.T) {
	for _, name := range []string{"base", "conversation"} {
		text, err := os.ReadFile("testdata/" + name + "_contract.graphql")
		require.NoError(t, err)
		contract := schemaOf(t, string(text))
		require.Greater(t, len(contract.Definitions), 15)
		require.Empty(t, breaches(contract, runningSchema(onSQLite(t))))
	}
}

func schemaOf(t *testing.T, text string) *ast.SchemaDocument {
	t.Helper()
	schema, err := parser.ParseSchema(&ast.Source{Input: text})
	require.NoError(t, err)
	return schema
}

// breaches are the differences that a client of the contract would notice. Additions are none,
// unless they are required of the client, or values of an enum that it does not know.
func breaches(contract, running *ast.SchemaDocument) []string {
	var found []string
	breach := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	for _, want := range contract.Definitions {
		got := running.Definitions.ForName(want.Name)
		if got == nil || got.Kind != want.Kind {
			breach("%s is no %s", want.Name, want.Kind)
			continue
		}
		for _, field := range want.Fields {
			given := got.Fields.ForName(field.Name)
			if given == nil {
				breach("%s.%s is missing", want.Name, field.Name)
				continue
			}
			if given.Type.String() != field.Type.String() {
				breach("%s.%s is %s", want.Name, field.Name, given.Type)
			}
			for _, argument := range field.Arguments {
				switch offered := given.Arguments.ForName(argument.Name); {
				case offered == nil:
					breach("%s.%s(%s:) is missing", want.Name, field.Name, argument.Name)
				case offered.Type.String() != argument.Type.String() || offered.DefaultValue.String() != argument.DefaultValue.String():
					breach("%s.%s(%s:) is %s", want.Name, field.Name, argument.Name, offered.Type)
				}
			}
			for _, argument := range given.Arguments {
				if field.Arguments.ForName(argument.Name) == nil && argument.Type.NonNull {
					breach("%s.%s(%s:) is required and new", want.Name, field.Name, argument.Name)
				}
			}
		}
		for _, field := range got.Fields {
			if want.Kind == ast.InputObject && want.Fields.ForName(field.Name) == nil && field.Type.NonNull {
				breach("%s.%s is required and new", want.Name, field.Name)
			}
		}
		for _, value := range want.EnumValues {
			if got.EnumValues.ForName(value.Name) == nil {
				breach("%s.%s is missing", want.Name, value.Name)
			}
		}
		for _, value := range got.EnumValues {
			if want.EnumValues.ForName(value.Name) == nil {
				breach("%s.%s is new", want.Name, value.Name)
			}
		}
	}
	return found
}

func TestABreachOfAContractIsNoticed(t *testing.T) {
	const contract = `
		scalar Long
		enum Status { NEW DONE }
		type Task { id: ID! name: String tags: [String!]! }
		input TaskInput { name: String! note: String }
		type Query { task(id: ID!, of: String, first: Int = 5): Task }`
	for running, want := range map[string][]string{
		contract: nil,
		contract + `
			extend type Query { more: Int }
			type Other { id: ID! }`: nil,
		`
		scalar Long
		enum Status { NEW DONE }
		type Task { id: ID! name: String tags: [String!]! more(a: Int): Int! }
		input TaskInput { name: String! note: String more: Int }
		type Query { task(id: ID!, of: String, first: Int = 5, more: [Int]): Task }`: nil,
		`
		enum Long { A }
		enum Status { NEW LATE }
		type Task { id: ID name: String! }
		input TaskInput { name: String more: Int! }
		type Query { task(id: ID, first: Int = 6, more: Int!): [Task] }`: {
			"Long is no SCALAR",
			"Status.DONE is missing", "Status.LATE is new",
			"Task.id is ID", "Task.name is String!", "Task.tags is missing",
			"TaskInput.name is String", "TaskInput.note is missing", "TaskInput.more is required and new",
			"Query.task is [Task]", "Query.task(id:) is ID", "Query.task(of:) is missing", "Query.task(first:) is Int", "Query.task(more:) is required and new",
		},
		`type Query { task(id: ID!, of: String, first: Int = 5): Task }`: {
			"Long is no SCALAR", "Status is no ENUM", "Task is no OBJECT", "TaskInput is no INPUT_OBJECT",
		},
	} {
		require.Equal(t, want, breaches(schemaOf(t, contract), schemaOf(t, running)), running)
	}
}
