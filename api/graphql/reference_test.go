package graphql

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// example is a document of testdata, one a line: what ends with "~ skip" is left out, what follows "~" else
// are its variables, and ⏎ stands for the end of a line.
type example struct {
	Query     string         `json:"query"`
	Variables map[string]any `json:"variables,omitempty"`
}

func examples(t *testing.T, file string) []example {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	var all []example
	for line := range strings.Lines(string(text)) {
		query, rest, _ := strings.Cut(strings.TrimSpace(line), " ~ ")
		if rest == "skip" {
			continue
		}
		one := example{Query: strings.ReplaceAll(query, "⏎", "\n")}
		if rest != "" {
			require.NoError(t, json.Unmarshal([]byte(rest), &one.Variables), line)
		}
		all = append(all, one)
	}
	return all
}

// verdict is what is made of a document.
type verdict struct {
	Broken []broken
	Data   string
	Errors []fieldError
}

type broken struct {
	Rule      string
	Locations []Location
}

type fieldError struct {
	Path      []any
	Locations []Location
}

// reference asks graphql-js.
func reference(t *testing.T, examples []example) []verdict {
	t.Helper()
	sdl, err := os.ReadFile("testdata/schema.graphql")
	require.NoError(t, err)
	data, err := os.ReadFile("testdata/data.json")
	require.NoError(t, err)
	request, err := json.Marshal(map[string]any{"sdl": string(sdl), "data": json.RawMessage(data), "cases": examples})
	require.NoError(t, err)
	node := exec.CommandContext(t.Context(), "node", "../../clients/reference.mjs")
	node.Stdin, node.Stderr = bytes.NewReader(request), os.Stderr
	printed, err := node.Output()
	require.NoError(t, err, "Node 20 and the packages in clients/; `make test` installs them")
	var verdicts []verdict
	require.NoError(t, json.Unmarshal(printed, &verdicts))
	require.Len(t, verdicts, len(examples))
	return verdicts
}

// judge is what the engine makes of an example.
func judge(t *testing.T, e *Engine, one example) verdict {
	t.Helper()
	variables, _ := PlainNumbers(decoded(t, one.Variables)).(map[string]any)
	operation, failures := e.Prepare(one.Query, "", variables)
	var found verdict
	for _, failure := range failures {
		if failure.Rule == "" && strings.Contains(failure.Message, "several operations") {
			continue
		}
		found.Broken = append(found.Broken, broken{failure.Rule, failure.Locations})
	}
	if failures != nil {
		return found
	}
	result := e.Execute(t.Context(), operation, variables, newRoot(t, e))
	found.Data = string(result.Data)
	for _, failure := range result.Errors {
		found.Errors = append(found.Errors, fieldError{failure.Path, failure.Locations})
	}
	return found
}

// decoded makes what JSON gives of a value, numbers with all their digits.
func decoded(t *testing.T, value any) any {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var made any
	require.NoError(t, decoder.Decode(&made))
	return made
}

func TestValidDocumentsGiveWhatGraphQLJSGives(t *testing.T) {
	all := examples(t, "valid.txt")
	require.Greater(t, len(all), 150)
	e := New(exampleSchema(t), Options{})
	for i, want := range reference(t, all) {
		got := judge(t, e, all[i])
		require.Empty(t, want.Broken, all[i].Query)
		require.JSONEq(t, asJSON(t, want), asJSON(t, got), "%s %v", all[i].Query, all[i].Variables)
		require.Equal(t, want.Data, got.Data, all[i].Query)
	}
}

func TestInvalidDocumentsBreakTheRulesThatGraphQLJSSays(t *testing.T) {
	all := examples(t, "invalid.txt")
	require.Greater(t, len(all), 150)
	e := New(exampleSchema(t), Options{})
	for i, want := range reference(t, all) {
		got := judge(t, e, all[i])
		require.NotEmpty(t, want.Broken, all[i].Query)
		for _, verdict := range []verdict{want, got} {
			slices.SortStableFunc(verdict.Broken, func(a, b broken) int {
				return cmp.Or(cmp.Compare(a.Rule, b.Rule), slices.CompareFunc(a.Locations, b.Locations, func(a, b Location) int {
					return cmp.Or(a.Line-b.Line, a.Column-b.Column)
				}))
			})
		}
		require.Equal(t, want.Broken, got.Broken, all[i].Query)
	}
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	return string(text)
}
