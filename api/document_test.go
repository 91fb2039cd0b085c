package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNullMayBeWrittenWhereItMeansNothing(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	for name, query := range map[string]string{
		"the only argument":        `{ allTasks(category: null) { id } }`,
		"one of several":           `{ allTasks(createdAt: null, category: OTHER, customerPhone: null) { id } }`,
		"an element of a list":     `{ allTasks(statuses: [null, ACCEPTED, null]) { id } }`,
		"a variable's default":     `query($c: CategoryEnum = null) { allTasks(category: $c) { id } }`,
		"a variable that is given": `query($c: CategoryEnum) { allTasks(category: $c) { id } }`,
		"without spaces":           `{allTasks(category:null,createdAt:null){id}}`,
		"a variable called null":   `query($null: CategoryEnum) { allTasks(category: $null) { id } }`,
		"beside a comment on null": "{ # null\n allTasks(category: null # null: null\n) { id } }",
		"beside Russian comments":  "{ # заявки, null\n allTasks # все\n (category: null) { id } }",
		"after a byte order mark":  "\uFEFF{ allTasks { id } }",
	} {
		t.Run(name, func(t *testing.T) {
			anna.gives(`{"data": {"allTasks": [{"id": "1"}]}}`, query, vars{"c": nil})
		})
	}
}

func TestNullMayBeWrittenInInputObjects(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	anna.gives(`{"data": {"createCustomer": {"customer": {"name": null, "telegramId": null}}}}`, `mutation {
		createCustomer(customerData: {id: null, telegramId: null, phone: "+79170000001", name: null}) { customer { name telegramId } }
	}`)
	anna.gives(`{"data": {"createTask": {"task": {"description": "null # {", "status": "ACCEPTED"}}}}`, `mutation {
		createTask(taskData: {status: null, customerPhone: "+79170000001", description: "null # {"}) { task { description status } }
	}`)
	anna.gives(`{"data": {"createTask": {"task": {"description": "a: null\n\"\"\" null"}}}}`, `mutation {
		createTask(taskData: {category: null, customerPhone: "+79170000001", description: """
			a: null
			\""" null
		"""}) { task { description } }
	}`)
	anna.gives(`{"data": {"updateTask": {"task": {"description": "null # {", "status": "READY"}}}}`, `mutation($text: String = null) {
		updateTask(taskData: {id: 1, description: $text, status: READY}) { task { description status } }
	}`)
}

func TestNullForSomethingRequiredIsRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for query, want := range map[string]string{
		`{ taskById(id: null) { id } }`: `Expected value of type "ID!", found null.`,
		`mutation { createCustomer(customerData: {phone: null}) { customer { id } } }`: `Expected value of type "String!", found null.`,
		`mutation { createTask(taskData: null) { task { id } } }`:                      `Expected value of type "TaskInput!", found null.`,
		`query($id: ID! = null) { taskById(id: $id) { id } }`:                          `Expected value of type "ID!", found null.`,
		`{ me @include(if: null) { id } }`:                                             `Expected value of type "Boolean!", found null.`,
		`{ null }`:                                                                     `Cannot query field "null" on type "Query".`,
		`{ allTasks(null: 1) { id } }`:                                                 `Unknown argument "null" on field "Query.allTasks".`,
		`{ allTasks(category: nullable) { id } }`:                                      `Value "nullable" does not exist in "CategoryEnum" enum.`,
	} {
		failure := anna.failure(query)
		require.Contains(t, failure.Message, want, query)
		require.JSONEq(t, `{"code": "INVALID"}`, string(failure.Extensions))
	}
}

func TestErrorsPointToTheirPlace(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for query, want := range map[string]string{
		"{\n  me { id }\n  nothing\n}":                     `[{"line": 3, "column": 3}]`,
		"{ # комментарий\n  me {\n    ошибка\n  }\n}":      `[{"line": 3, "column": 5}]`,
		"{ a: taskById(id: \"номер\") { id } b: nothing }": `[{"line": 1, "column": 35}]`,
		"{ a: allTasks(category: null) { id nothing } }":   `[{"line": 1, "column": 36}]`,
		"{ a: taskById(id: \"номер\") { id } }":            `[{"line": 1, "column": 3}]`,
		"query($a: String) { taskById(id: $a) { id } }":    `[{"line": 1, "column": 7}, {"line": 1, "column": 34}]`,
		"{ me { id }": `[{"line": 1, "column": 12}]`,
	} {
		require.JSONEq(t, want, strings.ToLower(asJSON(anna.failure(query).Locations)), query)
	}
}

func TestFieldsOfOneNameAreMergedWhenTheyAreTheSame(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	for _, query := range []string{
		`{ taskById(id: 1) { id } taskById(id: 1) { status } }`,
		`query($i: ID = 1) { taskById(id: $i) { id } ...f } fragment f on Query { taskById(id: $i) { ...g } } fragment g on TaskType { status id }`,
		`query($yes: Boolean = true) { taskById(id: 1) { ... { id } ... @include(if: $yes) { status } } }`,
		`{ ... { taskById(id: 1) { id: id } } ... on Query { taskById(id: 1) { status } } }`,
	} {
		anna.gives(`{"data": {"taskById": {"id": "1", "status": "ACCEPTED"}}}`, query)
	}
	anna.gives(`{"data": {"allTasks": [{"id": "1", "status": "ACCEPTED"}]}}`, `{ allTasks { ... { id } ... @include(if: true) { status } } }`)
	for query, places := range map[string]string{
		`{ a: me { id } a: allTasks { id } }`:                                                         `[{"line": 1, "column": 3}, {"line": 1, "column": 16}]`,
		`{ taskById(id: 1) { id } taskById(id: 2) { id } }`:                                           `[{"line": 1, "column": 3}, {"line": 1, "column": 26}]`,
		`{ allTasks(statuses: [READY]) { id } allTasks(statuses: [READY, CLOSED]) { id } }`:           `[{"line": 1, "column": 3}, {"line": 1, "column": 38}]`,
		`{ allTasks { id } allTasks(category: REPAIR) { id } }`:                                       `[{"line": 1, "column": 3}, {"line": 1, "column": 19}]`,
		`{ me { id: email } ...f } fragment f on Query { me { ...g } } fragment g on UserType { id }`: `[{"line": 1, "column": 3}, {"line": 1, "column": 8}, {"line": 1, "column": 49}, {"line": 1, "column": 88}]`,
	} {
		failure := anna.failure(query)
		require.Contains(t, failure.Message, "conflict: they ask for different fields, or with different arguments. Give them different aliases.")
		require.JSONEq(t, places, strings.ToLower(asJSON(failure.Locations)), query)
	}
}

func TestEmojiMayBeWrittenAnyWay(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	anna.gives(`{"data": {"createCustomer": {"customer": {"name": "🙂🙂"}}}}`,
		`mutation { createCustomer(customerData: {phone: "+79170000001", name: "🙂\uD83D\uDE42"}) { customer { name } } }`)
}

// introspectionQuery is what graphql-js sends, with types unwrapped as deep as the most thorough
// tools do it.
var introspectionQuery = `query IntrospectionQuery {
	__schema {
		queryType { name } mutationType { name } subscriptionType { name }
		types { ...FullType }
		directives { name description locations args { ...InputValue } }
	}
}
fragment FullType on __Type {
	kind name description
	fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
	inputFields { ...InputValue }
	interfaces { ...TypeRef }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
	possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ` + strings.Repeat("ofType { kind name ", 14) + strings.Repeat("}", 14) + ` }`

func TestToolsMayReadTheSchema(t *testing.T) {
	s := onSQLite(t)
	var data struct {
		Schema struct{ Types []any } `json:"__schema"`
	}
	s.stranger().into(&data, introspectionQuery)
	require.NotEmpty(t, data.Schema.Types)
}

func TestAComplaintIsNoLongerThanItHelps(t *testing.T) {
	s := onSQLite(t)
	got := s.stranger().call("{ "+strings.Repeat("nothing(a: 1) ", 300)+"}", nil)
	require.Equal(t, 20, strings.Count(got.body, `"message"`))
	got = s.stranger().call(`query($s: [StatusEnum]) { allTasks(statuses: $s) { id } }`, vars{"s": strings.Repeat("ы", 100_000)})
	require.Contains(t, got.body, "got invalid value")
	require.Less(t, len(got.body), 3_000)
}

func TestStrangeDocumentsAreRefused(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	for _, query := range []string{
		`query($a: [Unknown!]!) { me { id } }`,
		`query($a: TaskType) { me { id } }`,
		`query($a: TaskInput = {id: 1, x: [{}]}) { me { id } }`,
		`{ ...missing }`,
		`{ ... on Missing { id } }`,
		`{ me { ... on TaskType { id } } }`,
		`fragment f on Query { me { id } }`,
		`type A { b: Int }`,
		`extend type Query { x: Int }`,
		`{ me }`,
		`{ me { id { x } } }`,
		`{ me { id } } { me { id } }`,
		`query A { me { id } } query A { me { id } }`,
		`{ a: me { id } a: allTasks { id } }`,
		`{ allTasks(statuses: [LOST]) { id } }`,
		`{ allTasks(category: "REPAIR") { id } }`,
		`{ allTasks(category: {a: 1}) { id } }`,
		`{ taskById(id: {a: 1}) { id } }`,
		`{ taskById(id: $x) { id } }`,
		`{ me @unknown { id } }`,
		`query($x: Int = $x) { me { id } }`,
		"\x00", "{ me { id } } \xff", `""`, `"text" { me { id } }`, "😀",
	} {
		got := anna.call(query, nil)
		require.Contains(t, got.body, `"code":"INVALID"`, query)
		require.NotContains(t, got.body, `"data"`, query)
	}
	require.Empty(t, s.log.String(), "nothing of this is our failure")
}

func TestManyClientsAtOnce(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		s.NewTask(t, s.NewCustomer(t))
		var clients sync.WaitGroup
		for i := range 8 {
			clients.Go(func() {
				for range 10 {
					got := anna.call(`query Q($id: ID!) { taskById(id: $id) { status customer { tasks { employee { id } } } } me { id } }`, vars{"id": 1})
					if want := `"me":{"id":"1"}`; got.status != http.StatusOK || !strings.Contains(got.body, want) {
						t.Errorf("%d %s", got.status, got.body)
					}
					phone := fmt.Sprintf("+7917000%04d", 1000+i)
					got = anna.call(`mutation($data: TaskInput!) { createTask(taskData: $data) { task { customer { phone } } } }`, vars{"data": vars{"customerPhone": phone}})
					if !strings.Contains(got.body, phone) {
						t.Errorf("%d %s", got.status, got.body)
					}
				}
			})
		}
		clients.Wait()
		var data struct{ AllTasks, AllCustomers []struct{ ID string } }
		anna.into(&data, `{ allTasks { id } allCustomers { id } }`)
		require.Len(t, data.AllTasks, 81)
		require.Len(t, data.AllCustomers, 9)
	})
}

func TestNullInAListThatHasNoneIsRefusedAndAnEmptyListOfStatusesFindsNothing(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewTask(t, s.NewCustomer(t))
	anna.fails(`Expected value of type "StatusEnum!", found null.`, `{"code": "INVALID"}`, `{ tasks(filter: {statuses: [null]}) { totalCount } }`)
	anna.fails(`Variable "$s" got invalid value null at "s[0]"; Expected non-nullable type "StatusEnum!" not to be null.`, `{"code": "INVALID"}`,
		`query($s: [StatusEnum!]) { tasks(filter: {statuses: $s}) { totalCount } }`, vars{"s": []any{nil}})
	anna.gives(`{"data": {"allTasks": []}}`, `{ allTasks(statuses: []) { id } }`)
	anna.gives(`{"data": {"allTasks": []}}`, `query($s: [StatusEnum]) { allTasks(statuses: $s) { id } }`, vars{"s": []any{}})
	anna.gives(`{"data": {"allTasks": [{"id": "1"}]}}`, `query($s: [StatusEnum]) { allTasks(statuses: $s) { id } }`, vars{"s": nil})
	anna.gives(`{"data": {"tasks": {"totalCount": 1}}}`, `query($n: Int! = 2) { tasks(first: $n, filter: {statuses: []}) { totalCount } }`)
}
