package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAProgramBringsInTasksOfBefore(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		const create = `mutation($data: TaskInput!) { createTask(taskData: $data) { task { createdAt externalId customer { name } notifications { id } } } }`
		customer := s.NewRegistered(t)
		old := vars{"data": vars{
			"customerPhone": customer.Phone, "externalId": "77", "createdTime": "2021-07-25T09:30:00+03:00", "notify": false,
		}}
		s.newToken("importer", store.ScopeRead, store.ScopeWrite, store.ScopeImport).gives(`{"data": {"createTask": {"task": {
			"createdAt": "2021-07-25", "externalId": "77", "customer": {"name": "Пётр"}, "notifications": []
		}}}}`, create, old)
		const refusal = "This API token lacks the scope IMPORT. Ask an admin for one that has it."
		program := s.newToken("form", store.ScopeRead, store.ScopeWrite)
		for _, data := range []vars{{"notify": false}, {"createdTime": "2021-07-25T09:30:00Z"}} {
			data["customerPhone"] = customer.Phone
			program.fails(refusal, `{"code": "FORBIDDEN"}`, create, vars{"data": data})
			s.again(s.NewStaff(t)).fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, create, vars{"data": data})
		}
		admin := s.again(s.NewAdmin(t))
		admin.fails("Another task has this externalId.", `{"code": "CONFLICT", "field": "externalId"}`, create, old)
		admin.gives(`{"data": {"tasks": {"nodes": [{"externalId": "77"}]}, "none": {"nodes": []}}}`, `{
			tasks(filter: {externalId: "77", customerPhone: "`+customer.Phone+`"}) { nodes { externalId } }
			none: tasks(filter: {customerPhone: "+7 917 000"}) { nodes { id } }
		}`)
	})
}

func TestAProgramKeepsItsOwnWebhooks(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		s.NewWebhook(t) // an admin's, number 1
		program, other := s.newToken("zap", store.ScopeWebhooks), s.newToken("other", store.ScopeWebhooks)
		const create = `mutation { createWebhook(url: "https://example.com/zap", events: ["task.created"]) { webhook { id } } }`
		program.gives(`{"data": {"createWebhook": {"webhook": {"id": "2"}}}}`, create)
		program.gives(`{"data": {"webhooks": [{"id": "2"}]}}`, `{ webhooks { id } }`)
		other.gives(`{"data": {"webhooks": []}}`, `{ webhooks { id } }`)
		s.again(s.NewAdmin(t)).gives(`{"data": {"webhooks": [{"id": "1"}, {"id": "2"}]}}`, `{ webhooks { id } }`)

		program.gives(`{"data": {"testWebhook": {"delivery": {"event": "webhook.test"}}}}`, `mutation { testWebhook(id: 2) { delivery { event } } }`)
		for _, foreign := range []string{
			`updateWebhook(id: 2, active: false) { webhook { id } }`, `rotateWebhookSecret(id: 2) { secret }`,
			`testWebhook(id: 2) { delivery { id } }`, `resendWebhookDelivery(id: 1) { delivery { id } }`, `deleteWebhook(id: 2) { id }`,
		} {
			other.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { `+foreign+` }`)
		}
		program.gives(`{"data": {"deleteWebhook": {"id": "2"}}}`, `mutation { deleteWebhook(id: 2) { id } }`)
		program.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { deleteWebhook(id: 1) { id } }`)
	})
}

func TestWhatHasANodeIDIsReadAgainByIt(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.again(s.NewStaff(t))
		s.NewTask(t, s.NewRegistered(t))
		type node struct {
			NodeID string
		}
		var ids struct {
			TaskByID struct {
				node
				Customer node
			}
			Me node
		}
		anna.into(&ids, `{ taskById(id: 1) { nodeId customer { nodeId } } me { nodeId } }`)
		for id, want := range map[string]string{
			ids.TaskByID.NodeID: `"TaskType", "id": "1"`, ids.TaskByID.Customer.NodeID: `"CustomerType", "id": "1"`, ids.Me.NodeID: `"UserType", "id": "1"`,
		} {
			anna.gives(`{"data": {"node": {"__typename": `+want+`}}}`, `query($id: ID!) { node(nodeId: $id) {
				__typename ... on TaskType { id } ... on CustomerType { id } ... on UserType { id }
			} }`, vars{"id": id})
		}
		require.Len(t, map[string]bool{ids.TaskByID.NodeID: true, ids.TaskByID.Customer.NodeID: true, ids.Me.NodeID: true}, 3)
		for _, unknown := range []string{"", "1", "!", "VGFza1R5cGU6OTk", "VGFza1R5cGU6", "UXVlcnk6MQ"} {
			anna.gives(`{"data": {"node": null}}`, `query($id: ID!) { node(nodeId: $id) { nodeId } }`, vars{"id": unknown})
		}
	})
}
