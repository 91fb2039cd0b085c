package attack

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNobodySetsWhatIsNotTheirs sends more than the schema asks for, in every place that takes input.
func TestNobodySetsWhatIsNotTheirs(t *testing.T) {
	t.Parallel()
	s := serve(t, "AUTH_REGISTRATION=open")
	owner := s.login(t, adminEmail)
	made := s.ask(t, "", registerMutation, vars{"email": "clerk@example.com", "password": password})
	clerk := sessionOf(made, "register")
	const me = `{ me { id role active } }`
	isClerk := func() {
		t.Helper()
		a := s.ask(t, clerk.token, me)
		require.Equal(t, map[string]any{"id": "2", "role": "STAFF", "active": true}, a.at("me"), a.text)
	}
	isClerk()
	require.Empty(t, s.ask(t, owner.token, `mutation { createTask(taskData: {customerPhone: "+79170000001", description: "первая"}) { task { id } } }`).Errors)
	before := s.ask(t, owner.token, `{ customers { nodes { id phone verified telegramId createdTime } } tasks { nodes { id version createdTime createdAt } } }`)

	fields := []string{"role: ADMIN", "active: false", "isAdmin: true", "tokenVersion: 7", "passwordHash: \"x\"", "telegramLinked: true", "staffId: 1", "userId: 1",
		"createdAt: \"2020-01-01\"", "updatedTime: \"2020-01-01T00:00:00Z\"", "verified: true", "phoneVerifiedAt: \"2020-01-01\"",
		"phoneKey: \"79170000009\"", "undoUntil: \"2030-01-01T00:00:00Z\"", "customer: {id: 1}", "__proto__: {role: ADMIN}", "ID: 1", "id_: 1"}
	for _, field := range fields {
		name, _, _ := strings.Cut(field, ":")
		for _, query := range []string{
			`mutation { createTask(taskData: {customerPhone: "+79170000001", ` + field + `}) { task { id } } }`,
			`mutation { updateTask(taskData: {id: 1, ` + field + `}) { task { id } } }`,
			`mutation { createCustomer(customerData: {phone: "+79170000002", ` + field + `}) { customer { id } } }`,
			`mutation { updateCustomer(customerData: {phone: "+79170000001", ` + field + `}) { customer { id } } }`,
			`mutation { updateUser(name: "x", ` + field + `) { user { id } } }`,
			`mutation { register(email: "x@example.com", password1: "` + password + `", password2: "` + password + `", ` + field + `) { success } }`,
			`mutation { login(email: "clerk@example.com", password: "` + password + `", ` + field + `) { success } }`,
			`mutation { createTask(taskData: {customerPhone: "+79170000001"}, ` + field + `) { task { id } } }`,
			`{ tasks(filter: {` + field + `}) { totalCount } }`,
		} {
			a := s.ask(t, clerk.token, query)
			require.Nil(t, a.Data, "%s\n%s", query, a.text)
			require.NotEmpty(t, a.Errors)
		}
		for _, query := range []string{
			`mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }`, `mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }`,
			`mutation($data: CustomerInput!) { createCustomer(customerData: $data) { customer { id } } }`,
			`mutation($data: CustomerInput!) { updateCustomer(customerData: $data) { customer { id } } }`,
		} {
			input := vars{"customerPhone": "+79170000001", "id": 1, name: 1}
			if strings.Contains(query, "CustomerInput") {
				input = vars{"phone": "+79170000001", name: 1}
			}
			a := s.ask(t, clerk.token, query, vars{"data": input})
			require.Nil(t, a.Data, "%s %s: %s", query, name, a.text)
		}
	}

	// What stands in other places than a field's arguments changes nobody.
	for _, body := range []string{
		`{"query": "` + me + `", "role": "ADMIN", "userId": 1, "user": {"id": 1}, "token": "x"}`,
		`{"query": "` + me + `", "variables": {"role": "ADMIN", "me": {"id": 1}}}`,
		`{"query": "` + me + `", "extensions": {"role": "ADMIN", "userId": 1}}`,
	} {
		require.NotContains(t, s.post(t, clerk.token, body).text, `"id":"1"`)
	}
	for _, header := range []string{"X-User-Id", "X-User", "X-Forwarded-User", "X-Remote-User", "X-Role", "X-Original-Url", "X-Rewrite-Url", "X-Http-Method-Override"} {
		_, text := s.send(t, http.MethodPost, "/graphql", http.Header{
			"Content-Type": {"application/json"}, "Authorization": {"Bearer " + clerk.token}, header: {"1"},
		}, strings.NewReader(`{"query": "`+me+`"}`))
		require.Contains(t, text, `"id":"2"`, header)
	}

	// When something was made, only an admin says, who brings in what is older, and only of what is new.
	dated := s.ask(t, clerk.token, `mutation { createTask(taskData: {customerPhone: "+79170000001", createdTime: "2020-01-01T00:00:00Z"}) { task { id } } }`)
	require.Equal(t, "FORBIDDEN", dated.code(), dated.text)
	for _, token := range []string{clerk.token, owner.token} {
		dated = s.ask(t, token, `mutation { updateTask(taskData: {id: 1, createdTime: "2020-01-01T00:00:00Z"}) { task { createdTime } } }`)
		require.NotContains(t, dated.text, "2020-01-01")
	}

	// Numbers of rows that are in an input by the base contract are no choice of who makes the row.
	created := s.ask(t, clerk.token, `mutation { createTask(taskData: {id: 1, version: 1, customerPhone: "+79170000001"}) { task { id } } }`)
	require.Equal(t, "2", created.at("createTask", "task", "id"), created.text)
	created = s.ask(t, clerk.token, `mutation { createCustomer(customerData: {id: 1, phone: "+79170000003"}) { customer { id verified } } }`)
	require.Equal(t, map[string]any{"id": "2", "verified": false}, created.at("createCustomer", "customer"), created.text)
	moved := s.ask(t, clerk.token, `mutation { updateTask(taskData: {id: 2, customerPhone: "+79170000003"}) { task { customer { id } } } }`)
	require.Equal(t, "1", moved.at("updateTask", "task", "customer", "id"), moved.text)

	isClerk()
	require.Empty(t, s.ask(t, clerk.token, `mutation { deleteTask(id: 2) { id } deleteCustomer(phone: "+79170000003") { phone } }`).Errors)
	after := s.ask(t, owner.token, `{ customers { nodes { id phone verified telegramId createdTime } } tasks { nodes { id version createdTime createdAt } } }`)
	require.JSONEq(t, before.text, after.text)
	require.Len(t, s.ask(t, owner.token, `{ staff { id } }`).at("staff"), 2)
}
