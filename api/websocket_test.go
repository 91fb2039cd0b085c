package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphqlws/wstest"
)

func (s *server) dial() *wstest.Socket {
	s.t.Helper()
	return wstest.Dial(s.t, s.url+"/graphql", nil)
}

// connect opens a WebSocket and says who asks.
func (m member) connect() *wstest.Socket {
	m.t.Helper()
	c := m.dial()
	c.Says(`{"type": "connection_init", "payload": {"Authorization": "Bearer ` + m.token + `"}}`)
	c.Hears(`{"type": "connection_ack"}`)
	return c
}

func TestAConnectionNeedsATokenInForce(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	was := s.login(anna)
	_, err := s.SetPassword(t.Context(), anna.ID, "another password")
	require.NoError(t, err)
	for name, payload := range map[string]string{
		"none": `{}`, "null": `null`, "a wrong one": `{"token": "wrong"}`, "a void one": `{"token": "` + was.token + `"}`,
		"no text": `{"token": 5}`, "another scheme": `{"Authorization": "Basic ` + was.token + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			c := wstest.Dial(t, s.url+"/graphql", nil)
			c.Says(`{"type": "connection_init", "payload": ` + payload + `}`)
			c.IsClosed(4403, "Forbidden")
		})
	}
}

func TestPagesOfOtherOriginsMayConnectOnlyWhereCORSAllowsThem(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		allow, public, origin string
		status                int
	}{
		"no page":             {"", "", "", http.StatusSwitchingProtocols},
		"the same origin":     {"", "", "http://HOST", http.StatusSwitchingProtocols},
		"a stranger":          {"", "", "https://evil.example.com", http.StatusForbidden},
		"a file":              {"", "", "null", http.StatusForbidden},
		"an allowed one":      {"https://crm.example.com", "", "https://crm.example.com", http.StatusSwitchingProtocols},
		"not the allowed one": {"https://crm.example.com", "", "https://evil.example.com", http.StatusForbidden},
		"another scheme":      {"https://crm.example.com", "", "http://crm.example.com", http.StatusForbidden},
		"everyone allowed":    {"*", "", "https://evil.example.com", http.StatusSwitchingProtocols},
		"behind a proxy":      {"", "https://shop.example.com", "https://shop.example.com", http.StatusSwitchingProtocols},
	} {
		t.Run(name, func(t *testing.T) {
			s := onSQLite(t, func(o *api.Options) {
				if c.allow != "" {
					o.AllowOrigins = []string{c.allow}
				}
				o.PublicURL = c.public
			})
			header := http.Header{}
			if c.origin != "" {
				header.Set("Origin", strings.Replace(c.origin, "HOST", strings.TrimPrefix(s.url, "http://"), 1))
			}
			conn, response, err := websocket.Dial(t.Context(), s.url+"/graphql", &websocket.DialOptions{HTTPHeader: header, Subprotocols: []string{"graphql-transport-ws"}})
			require.Equal(t, c.status, response.StatusCode)
			if err == nil {
				require.NoError(t, conn.CloseNow())
			}
		})
	}
}

func TestAPageThatMayNotConnectIsLoggedOnce(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	for range 3 {
		for _, origin := range []string{"https://shop.example.com", "https://crm.example.com"} {
			_, response, err := websocket.Dial(t.Context(), s.url+"/graphql", &websocket.DialOptions{
				HTTPHeader: http.Header{"Origin": {origin}}, Subprotocols: []string{"graphql-transport-ws"},
			})
			require.Error(t, err)
			require.Equal(t, http.StatusForbidden, response.StatusCode)
		}
	}
	require.Equal(t, 1, strings.Count(s.log.String(), "origin=https://shop.example.com"), s.log)
	require.Equal(t, 1, strings.Count(s.log.String(), "origin=https://crm.example.com"), s.log)
	require.Contains(t, s.log.String(), "http.public_url")
}

func TestQueriesAndMutationsGoOverAWebSocketToo(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		anna := s.NewStaff(t)
		c := s.login(anna).connect()
		c.Subscribes("a", `mutation($phone: String!) { createTask(taskData: {customerPhone: $phone}) { task { id customer { phone } } } }`, vars{"phone": "+79170009900"})
		c.Hears(`{"id": "a", "type": "next", "payload": {"data": {"createTask": {"task": {"id": "1", "customer": {"phone": "+79170009900"}}}}}}`)
		c.Hears(`{"id": "a", "type": "complete"}`)

		c.Subscribes("a", `query($id: ID!) { taskById(id: $id) { status } }`, vars{"id": 1})
		c.Hears(`{"id": "a", "type": "next", "payload": {"data": {"taskById": {"status": "ACCEPTED"}}}}`)
		c.Hears(`{"id": "a", "type": "complete"}`)

		c.Subscribes("b", `{ taskById(id: 99) { status } }`)
		c.Hears(`{"id": "b", "type": "next", "payload": {"data": {"taskById": null}, "errors": [
			{"message": "Not found.", "locations": [{"line": 1, "column": 3}], "path": ["taskById"], "extensions": {"code": "NOT_FOUND"}}]}}`)
		c.Hears(`{"id": "b", "type": "complete"}`)

		c.Subscribes("c", `{ nothing }`)
		c.Hears(`{"id": "c", "type": "error", "payload": [{"message": "Cannot query field \"nothing\" on type \"Query\".",
			"locations": [{"line": 1, "column": 3}], "extensions": {"code": "INVALID"}}]}`)
		c.Subscribes("c", `query($id: ID!) { taskById(id: $id) { status } }`)
		c.Hears(`{"id": "c", "type": "error", "payload": [{"message": "Variable \"$id\" of required type \"ID!\" was not provided.",
			"locations": [{"line": 1, "column": 7}], "extensions": {"code": "INVALID"}}]}`)
		c.Subscribes("c", "{"+strings.Repeat("me { id } ", 600)+"}")
		c.Hears(`{"id": "c", "type": "error", "payload": [{"message":
			"The document has too many fields: at most 1000 are allowed, this document has 1200.", "extensions": {"code": "INVALID"}}]}`)

		// One does not wait for another, so they come in any order.
		c.Subscribes("one", `{ me { email } }`)
		c.Subscribes("two", `{ me { email } }`)
		heard := map[string]int{}
		for range 4 {
			message, err := c.Next()
			require.NoError(t, err)
			var of struct{ ID, Type string }
			require.NoError(t, json.Unmarshal([]byte(message), &of))
			heard[of.ID+" "+of.Type]++
		}
		require.Equal(t, map[string]int{"one next": 1, "one complete": 1, "two next": 1, "two complete": 1}, heard)
	})
}

func TestTheRateLimitHoldsOverAWebSocket(t *testing.T) {
	t.Parallel()
	s := onSQLite(t, func(o *api.Options) { o.Limits.RateLimit = 2 }) // and ten at once
	c := s.login(s.NewStaff(t)).connect()
	limited := false
	for range 20 {
		c.Subscribes("1", `{ me { __typename } }`)
		message, err := c.Next()
		require.NoError(t, err)
		if limited = strings.Contains(message, "RATE_LIMITED"); limited {
			require.Contains(t, message, `"type":"error"`)
			require.Contains(t, message, "at most 2 a second")
			break
		}
		c.Hears(`{"id": "1", "type": "complete"}`)
	}
	require.True(t, limited)
}

func TestASubscriptionNeedsAWebSocket(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	anna.fails("Subscriptions need a WebSocket: connect to this address by graphql-transport-ws.", `{"code": "INVALID"}`,
		`subscription { taskChanged { id } }`)
}

func TestAnOperationWithoutFieldsEndsNoOther(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	task := s.NewTask(t, s.NewCustomer(t))
	s.listens()
	c := anna.connect()
	c.Subscribes("watch", `subscription($w: Boolean!) { taskChanged { kind task { customer { name @include(if: $w) } } } }`, vars{"w": false})
	c.Subscribes("read", `query($w: Boolean!) { taskById(id: 1) { customer { name @include(if: $w) } } }`, vars{"w": false})
	c.Hears(`{"id": "read", "type": "next", "payload": {"data": {"taskById": {"customer": {}}}}}`)
	c.Hears(`{"id": "read", "type": "complete"}`)
	require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
	c.Hears(`{"id": "watch", "type": "next", "payload": {"data": {"taskChanged": {"kind": "DELETED", "task": null}}}}`)
}
