package api_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphql"
)

// repeated is a selection of n fields; # in a field becomes its number.
func repeated(n int, field string) string {
	var query strings.Builder
	for i := range n {
		query.WriteString(strings.ReplaceAll(field, "#", strconv.Itoa(i)) + " ")
	}
	return "{ " + query.String() + "}"
}

func TestDocumentsOverTheLimitsAreRefused(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.Limits.MaxCost = 10_000_000 })
	anna := s.login(s.NewStaff(t))
	nested := func(levels int) string {
		return "{ customerById(id: 1) " + strings.Repeat("{ tasks { customer ", levels) + "{ id }" + strings.Repeat("} }", levels) + " }"
	}
	doubling := "{ ...f0 }"
	for i := range 100 {
		doubling += fmt.Sprintf(" fragment f%d on Query { ...f%d ...f%d }", i, i+1, i+1)
	}
	doubling += " fragment f100 on Query { __typename }"
	introspection := "{ __schema { types " + strings.Repeat("{ fields { type ", 3) + "{ name }" + strings.Repeat("} }", 3) + "} }"
	for name, c := range map[string]struct{ query, want string }{
		"aliases":           {repeated(101, "a#: __typename"), "The document has too many aliases: at most 100 are allowed, this document has 101."},
		"very many aliases": {repeated(10_000, "a#: __typename"), "The document is too long: at most 5000 tokens are allowed, and this document has more."},
		"fields":            {repeated(1_001, "__typename"), "The document has too many fields: at most 1000 are allowed, this document has 1001."},
		"fields of an unused fragment": {
			"{ __typename } fragment f on Query " + repeated(1_001, "__typename"), "The document has too many fields: at most 1000 are allowed, this document has 1001.",
		},
		"doubling fragments": {doubling, "The document has too many fields: at most 1000 are allowed, this document has 1000000000 or more."},
		"depth":              {nested(7), "The document is too deep: fields may be nested 15 levels, this document nests 16."},
		"depth of 100":       {nested(50), "The document is too deep: braces and brackets may be nested 30 levels, and this document nests more."},
		"depth of 5,000":     {strings.Repeat("{a", 5_000), "The document is too deep: braces and brackets may be nested 30 levels, and this document nests more."},
		"depth of input":     {"{ allTasks(statuses: " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ") { id } }", "The document is too deep: braces and brackets may be nested 30 levels, and this document nests more."},
		"fragment cycle":     {"{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", `The fragment "a" spreads itself.`},
		"a cycle in itself":  {"{ ...a } fragment a on Query { ... { ...a } }", `The fragment "a" spreads itself.`},
		"introspection":      {introspection, "The document is too deep: fields may be nested 15 levels, this document nests 18."},
		"a long line":        {"{ me" + strings.Repeat(" ", 900_000) + ")", `Syntax error: Expected Name, found )`},
	} {
		t.Run(name, func(t *testing.T) {
			failure := anna.failure(c.query)
			require.Equal(t, c.want, failure.Message)
			require.JSONEq(t, `{"code": "INVALID"}`, string(failure.Extensions))
		})
	}
	anna.fails("Not found.", `{"code": "NOT_FOUND"}`, nested(6)) // 14 levels
	require.Equal(t, http.StatusOK, anna.call(repeated(100, "a#: __typename"), nil).status)
	require.NotContains(t, anna.call(repeated(100, "a#: __typename"), nil).body, "errors")
}

func TestFiveMegabytesAreRefused(t *testing.T) {
	s := onSQLite(t)
	got := s.post(`{"query": "{ me { id } }` + strings.Repeat(" ", 5<<20) + `"}`)
	require.Equal(t, http.StatusRequestEntityTooLarge, got.status)
}

func TestLimitsAreConfigurable(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) {
		o.Limits.Limits = graphql.Limits{MaxBody: 500, MaxTokens: 30, MaxDepth: 3, MaxFields: 5, MaxAliases: 1, MaxCost: 200, MaxBatch: 2}
	})
	anna := s.login(s.NewStaff(t))
	for query, want := range map[string]string{
		repeated(29, "id"):                               "The document is too long: at most 30 tokens are allowed, and this document has more.",
		`{ allTasks { customer { tasks { id } } } }`:     "The document is too deep: fields may be nested 3 levels, this document nests 4.",
		`{ a(b: [[[[[[[1]]]]]]]) }`:                      "The document is too deep: braces and brackets may be nested 6 levels, and this document nests more.",
		repeated(6, "me"):                                "The document has too many fields: at most 5 are allowed, this document has 6.",
		`{ a: me { id } b: me { id } }`:                  "The document has too many aliases: at most 1 are allowed, this document has 2.",
		`{ allTasks { id status } allCustomers { id } }`: "The operation is too costly: a cost of at most 200 is allowed, this one has 302. Ask for shorter lists, or for fewer lists inside of lists.",
	} {
		anna.fails(want, `{"code": "INVALID"}`, query)
	}
	anna.gives(`{"data": {"allTasks": []}}`, `{ allTasks { id } }`)
	require.Contains(t, s.post(`{"query": "`+strings.Repeat(" ", 500)+`"}`).body, "The request is too long: at most 500 bytes are allowed, this one has 513.")
	got := s.send(http.MethodGet, "/graphql?query="+strings.Repeat("+", 500), nil, nil)
	require.Equal(t, http.StatusRequestURITooLong, got.status)
	require.Contains(t, got.body, "The address is too long: at most 500 bytes are allowed, this one has 506.")
	require.Contains(t, s.post(`[{}, {}, {}]`).body, "The batch has too many operations: at most 2 are allowed, this one has 3.")
}
