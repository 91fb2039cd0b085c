package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// loginOwner gives an admin's way to the API.
func loginOwner(t *testing.T, s *server) member {
	t.Helper()
	owner, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	return s.login(owner)
}

func TestAdminsKeepWebhooks(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		owner := loginOwner(t, s)
		const fields = `id url events active disabledReason createdTime deliveries { nodes { id } pageInfo { hasNextPage endCursor } }`
		var made struct {
			CreateWebhook struct{ Secret string }
		}
		owner.into(&made, `mutation { createWebhook(url: "https://example.com/hook", events: ["task.status_changed", "task.created"]) { secret } }`)
		require.Regexp(t, `^whsec_[A-Za-z0-9+/]{43}=$`, made.CreateWebhook.Secret)
		owner.gives(`{"data": {"webhooks": [{
			"id": "1", "url": "https://example.com/hook", "events": ["task.created", "task.status_changed"], "active": true,
			"disabledReason": null, "createdTime": "2026-03-02T09:00:00Z",
			"deliveries": {"nodes": [], "pageInfo": {"hasNextPage": false, "endCursor": null}}
		}]}}`, `{ webhooks { `+fields+` } }`)
		owner.gives(`{"data": {"updateWebhook": {"webhook": {"url": "https://example.com/hook", "events": ["customer.created"], "active": false}}}}`,
			`mutation { updateWebhook(id: 1, url: null, events: ["customer.created"], active: false) { webhook { url events active } } }`)

		var rotated struct {
			RotateWebhookSecret struct {
				Secret  string
				Webhook struct{ Active bool }
			}
		}
		owner.into(&rotated, `mutation { rotateWebhookSecret(id: 1) { secret webhook { active } } }`)
		require.NotEqual(t, made.CreateWebhook.Secret, rotated.RotateWebhookSecret.Secret)
		require.False(t, rotated.RotateWebhookSecret.Webhook.Active)
		require.NotContains(t, s.log.String(), "whsec_")

		owner.gives(`{"data": {"deleteWebhook": {"id": "1"}}}`, `mutation { deleteWebhook(id: 1) { id } }`)
		owner.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { deleteWebhook(id: 1) { id } }`)
		owner.gives(`{"data": {"webhooks": []}}`, `{ webhooks { id } }`)
	})
}

func TestWebhooksAreForAdminsAlone(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	s.NewWebhook(t)
	for _, operation := range []string{
		`{ webhooks { id } }`,
		`mutation { createWebhook(url: "https://example.com", events: ["task.created"]) { secret } }`,
		`mutation { updateWebhook(id: 1, active: false) { webhook { id } } }`,
		`mutation { deleteWebhook(id: 1) { id } }`,
		`mutation { rotateWebhookSecret(id: 1) { secret } }`,
		`mutation { testWebhook(id: 1) { delivery { id } } }`,
		`mutation { resendWebhookDelivery(id: 1) { delivery { id } } }`,
	} {
		anna.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, operation)
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, operation)
	}
}

func TestAWebhookThatCannotBeIsRefusedWithTheReason(t *testing.T) {
	s := onSQLite(t)
	owner := loginOwner(t, s)
	const create = `mutation($url: String!, $events: [String!]!) { createWebhook(url: $url, events: $events) { secret } }`
	owner.fails("10.0.0.5 is not on the public internet. Webhooks go to private addresses only when webhooks.allow_private is set in the configuration.",
		`{"code": "INVALID", "field": "url"}`, create, vars{"url": "http://10.0.0.5/", "events": []string{"task.created"}})
	owner.fails("Enter a whole http or https address, for example https://example.com/webhook.",
		`{"code": "INVALID", "field": "url"}`, create, vars{"url": "example.com", "events": []string{"task.created"}})
	owner.fails(`There is no event "task.eaten". Choose from task.created, task.updated, task.status_changed, task.deleted, task.rated, task.overdue, `+
		`customer.created, customer.registered, customer.updated, customer.deleted, notification.failed, `+
		`message.received, message.sent, message.failed, estimate.accepted, estimate.declined.`,
		`{"code": "INVALID", "field": "events"}`, create, vars{"url": "https://example.com/", "events": []string{"task.eaten"}})
	s.NewWebhook(t)
	require.Contains(t, owner.failure(`mutation { updateWebhook(id: 1, events: []) { webhook { id } } }`).Message, "Choose at least one event")
}

func TestAdminsSeeWhatBecameOfADeliveryAndSendItAgain(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		owner := loginOwner(t, s)
		webhook := s.NewWebhook(t, store.WebhookTaskDeleted)
		owner.gives(`{"data": {"testWebhook": {"delivery": {"id": "1", "event": "webhook.test", "state": "QUEUED"}}}}`,
			`mutation { testWebhook(id: 1) { delivery { id event state } } }`)
		const resend = `mutation { resendWebhookDelivery(id: 1) { delivery { webhookId payload state attempts } } }`
		owner.fails("This delivery is waiting already.", `{"code": "CONFLICT"}`, resend)

		claimed, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 1, time.Minute)
		require.NoError(t, err)
		const read = `{ webhooks { deliveries(first: 1) { nodes {
			webhookId event state attempts payload responseStatus lastError nextAttemptAt deliveredAt createdTime } } } }`
		payload, err := json.Marshal(claimed[0].Payload)
		require.NoError(t, err)
		require.Regexp(t, `^{"type":"webhook.test","timestamp":"2026-03-02T09:00:00Z","data":{"sample":{"type":"`, claimed[0].Payload)
		common := fmt.Sprintf(`"webhookId": "%s", "event": "webhook.test", "payload": %s, "createdTime": "2026-03-02T09:00:00Z"`, claimed[0].MessageID, payload)
		answer := func(rest string) string {
			return `{"data": {"webhooks": [{"deliveries": {"nodes": [{` + common + `, ` + rest + `}]}}]}}`
		}
		owner.gives(answer(`"state": "SENDING", "attempts": 0, "responseStatus": null, "lastError": null, "nextAttemptAt": null, "deliveredAt": null`), read)
		require.NoError(t, s.WebhookFailed(t.Context(), claimed[0], store.WebhookFailure{Status: 503, Reason: "The endpoint answered 503.", RetryAfter: time.Hour}))
		owner.gives(answer(`"state": "QUEUED", "attempts": 1, "responseStatus": 503, "lastError": "The endpoint answered 503.",
			"nextAttemptAt": "2026-03-02T10:00:00Z", "deliveredAt": null`), read)
		s.Clock.Advance(time.Hour)
		require.NoError(t, s.WebhookDelivered(t.Context(), claimed[0], 200))
		owner.gives(answer(`"state": "DELIVERED", "attempts": 2, "responseStatus": 200, "lastError": null,
			"nextAttemptAt": null, "deliveredAt": "2026-03-02T10:00:00Z"`), read)

		owner.gives(`{"data": {"resendWebhookDelivery": {"delivery": {"webhookId": "`+claimed[0].MessageID+`", "payload": `+string(payload)+`, "state": "QUEUED", "attempts": 0}}}}`, resend)
		owner.gives(`{"data": {"updateWebhook": {"webhook": {"active": false}}}}`, `mutation { updateWebhook(id: 1, active: false) { webhook { active } } }`)
		owner.fails("The webhook is not active. Activate it first.", `{"code": "CONFLICT"}`, resend)
		owner.fails("The webhook is not active. Activate it first.", `{"code": "CONFLICT"}`, `mutation { testWebhook(id: 1) { delivery { id } } }`)
	})
}

func TestDeliveriesArePagedFromTheNewest(t *testing.T) {
	s := onSQLite(t)
	owner := loginOwner(t, s)
	webhook := s.NewWebhook(t)
	for range 5 {
		_, err := s.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
	}
	type page struct {
		Webhooks []struct {
			Deliveries struct {
				TotalCount int
				Nodes      []struct{ ID string }
				Edges      []struct{ Cursor string }
				PageInfo   struct {
					HasNextPage, HasPreviousPage bool
					StartCursor, EndCursor       string
				}
			}
		}
	}
	const read = `query($after: String) { webhooks { deliveries(first: 2, after: $after) {
		totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`
	var found []string
	var after any
	for more := true; more; {
		var got page
		owner.into(&got, read, vars{"after": after})
		deliveries := got.Webhooks[0].Deliveries
		for _, node := range deliveries.Nodes {
			found = append(found, node.ID)
		}
		require.Equal(t, 5, deliveries.TotalCount)
		require.Equal(t, after != nil, deliveries.PageInfo.HasPreviousPage)
		require.Equal(t, deliveries.Edges[0].Cursor, deliveries.PageInfo.StartCursor)
		more, after = deliveries.PageInfo.HasNextPage, deliveries.PageInfo.EndCursor
	}
	require.Equal(t, "5 4 3 2 1", strings.Join(found, " "))

	for _, first := range []int{0, -1, 101} {
		owner.fails(fmt.Sprintf("first must be between 1 and 100, and is %d.", first), `{"code": "INVALID", "field": "first"}`,
			`query($first: Int) { webhooks { deliveries(first: $first) { nodes { id } } } }`, vars{"first": first})
	}
	for _, cursor := range []string{"", "5", "!", "MA", "dGFza3MtbmV3ZXN0OjE6MQ"} {
		failure := owner.failure(read, vars{"after": cursor})
		require.JSONEq(t, `{"code": "INVALID", "field": "after"}`, string(failure.Extensions), cursor)
	}
}
