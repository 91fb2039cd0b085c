package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestATokenThatOnlyWritesSeesWhatItWroteAndNothingElse(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		customer := s.NewRegistered(t)
		note := "злой"
		_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Note: &note})
		require.NoError(t, err)
		program := s.newToken("site", store.ScopeWrite)
		const create = `mutation($phone: String!) { createTask(taskData: {customerPhone: $phone, description: "Экран"}) { task `
		phone := vars{"phone": customer.Phone}
		program.gives(`{"data": {"createTask": {"task": {"__typename": "TaskType", "id": "1", "status": "ACCEPTED", "category": "OTHER", "description": "Экран",
			"version": 1, "employee": null, "customer": {"id": "1", "phone": "`+customer.Phone+`"}}}}}`,
			create+`{ __typename id status category description version employee { id } customer { id phone } } } }`, phone)
		for _, more := range []string{"name", "note", "verified", "reachable", "telegramId", "tasks { id }", "taskConnection { totalCount }"} {
			got := program.call(create+`{ id customer { id `+more+` } } } }`, phone)
			require.Contains(t, got.body, `so an answer tells it only what it has written with this mutation: leave out CustomerType.`, more)
		}
		for _, more := range []string{"history { id }", "notifications { id }", "... on TaskType { a: history { id } }", "...F } } } fragment F on TaskType { b: customer { c: tasks { id", "employee { name }"} {
			require.Contains(t, program.call(create+`{ id `+more+` } } }`, phone).body, `"FORBIDDEN"`, more)
		}
		require.Equal(t, 1, s.countTasks(), "what is refused is not done")

		forbidden := func(mutation, field string) {
			t.Helper()
			program.fails("This API token lacks the scope READ, so an answer tells it only what it has written with this mutation: leave out "+field+".",
				`{"code": "FORBIDDEN"}`, mutation)
		}
		forbidden(`mutation { updateTask(taskData: {id: 1}) { task { description } } }`, "TaskType.description")
		forbidden(`mutation { updateTask(taskData: {id: 1, customerPhone: "+79170000000"}) { task { customer { phone } } } }`, "TaskType.customer")
		program.gives(`{"data": {"updateTask": {"task": {"id": "1", "status": "READY"}}}}`,
			`mutation { updateTask(taskData: {id: 1, status: READY}) { task { id status } } }`)
		program.fails("Somebody else has changed this task, and this API token may not read it.", `{"code": "CONFLICT", "field": "version"}`,
			`mutation { updateTask(taskData: {id: 1, version: 1}) { task { id } } }`)
		forbidden(`mutation { undoStatus(id: 1) { task { description } } }`, "TaskType.description")
		const update = `mutation($phone: String!) { updateCustomer(customerData: {phone: $phone, name: "Пётр"}) { customer `
		program.gives(`{"data": {"updateCustomer": {"customer": {"phone": "`+customer.Phone+`", "name": "Пётр"}}}}`, update+`{ phone name } } }`, phone)
		require.Contains(t, program.call(update+`{ phone note } } }`, phone).body, "leave out CustomerType.note")
		program.gives(`{"data": {"createCustomer": {"customer": {"name": null, "note": "новый"}}}}`,
			`mutation { createCustomer(customerData: {phone: "+79170009900", note: "новый"}) { customer { name note } } }`)
		forbidden(`mutation { mergeCustomers(from: 2, into: 1) { customer { phone } } }`, "CustomerType.phone")
		forbidden(`mutation { resendNotification(id: 1) { notification { customer { phone } } } }`, "NotificationType.customer")

		both := s.newToken("1C", store.ScopeRead, store.ScopeWrite)
		both.gives(`{"data": {"updateTask": {"task": {"description": "Экран", "customer": {"note": "злой"}}}}}`,
			`mutation { updateTask(taskData: {id: 1, status: CLOSED}) { task { description customer { note } } } }`)
	})
}
