package graphqlws_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/api/graphqlws"
	"zayavka/api/graphqlws/wstest"
)

func TestAClientSaysWhoItIs(t *testing.T) {
	t.Parallel()
	s := serve(t)
	anna := s.client("anna")
	for name, payload := range map[string]string{
		"as a header is called":     `{"Authorization": "Bearer ` + anna.token + `"}`,
		"in small letters":          `{"authorization": "bearer ` + anna.token + `"}`,
		"as a token":                `{"token": "` + anna.token + `"}`,
		"among other things":        `{"client": "crm", "version": 2, "token": "` + anna.token + `"}`,
		"with a token in the wrong": `{"authToken": "no", "AUTHORIZATION": "Bearer ` + anna.token + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			c := wstest.Dial(t, s.url, nil)
			c.Says(`{"type": "connection_init", "payload": ` + payload + `}`)
			c.Hears(`{"type": "connection_ack"}`)
		})
	}
	c := wstest.Dial(t, s.url, map[string]string{"Authorization": "Bearer " + anna.token})
	c.Says(`{"type": "connection_init"}`)
	c.Hears(`{"type": "connection_ack"}`)
}

func TestAConnectionThatBreaksTheProtocolIsClosed(t *testing.T) {
	t.Parallel()
	s := serve(t)
	anna := s.client("anna")
	const init = `{"type": "connection_init"}`
	const subscribe = `{"id": "1", "type": "subscribe", "payload": {"query": "subscription { ticks }"}}`
	for name, c := range map[string]struct {
		messages []string
		code     websocket.StatusCode
		reason   string
	}{
		"initialised twice":           {[]string{init, init}, 4429, "Too many initialisation requests"},
		"subscribed before":           {[]string{subscribe}, 4401, "Unauthorized"},
		"the same id twice":           {[]string{init, subscribe, subscribe}, 4409, "Subscriber for 1 already exists"},
		"no JSON":                     {[]string{"hello"}, 4400, "Invalid message: it is not a JSON object of the protocol."},
		"no object":                   {[]string{`["ping"]`}, 4400, "Invalid message: it is not a JSON object of the protocol."},
		"no type":                     {[]string{`{}`}, 4400, "Invalid message: its type is not known."},
		"another protocol's":          {[]string{`{"type": "start", "id": "1"}`}, 4400, "Invalid message: its type is not known."},
		"initialised with a text":     {[]string{`{"type": "connection_init", "payload": "token"}`}, 4400, "Invalid message: the payload of connection_init must be an object."},
		"subscribed without an id":    {[]string{init, `{"type": "subscribe", "payload": {"query": "{ me }"}}`}, 4400, "Invalid message: subscribe needs an id of at most 64 bytes."},
		"subscribed with a long id":   {[]string{init, `{"id": "` + strings.Repeat("1", 65) + `", "type": "subscribe", "payload": {"query": "{ me }"}}`}, 4400, "Invalid message: subscribe needs an id of at most 64 bytes."},
		"subscribed without a query":  {[]string{init, `{"id": "1", "type": "subscribe", "payload": {}}`}, 4400, "Invalid message: The parameter query is missing."},
		"subscribed with bad input":   {[]string{init, `{"id": "1", "type": "subscribe", "payload": {"query": "{ me }", "variables": []}}`}, 4400, "Invalid message: The parameter variables is of the wrong type."},
		"subscribed without anything": {[]string{init, `{"id": "1", "type": "subscribe"}`}, 4400, "Invalid message: The request is not valid JSON."},
	} {
		t.Run(name, func(t *testing.T) {
			connection := wstest.Dial(t, s.url, map[string]string{"Authorization": "Bearer " + anna.token})
			for _, message := range c.messages {
				connection.Says(message)
			}
			connection.IsClosed(c.code, c.reason)
		})
	}

	binary := s.dial()
	require.NoError(t, binary.Write(t.Context(), websocket.MessageBinary, []byte(init)))
	binary.IsClosed(4400, "Invalid message: send JSON as text.")

	long := anna.connect()
	_ = long.Write(t.Context(), websocket.MessageText, []byte(strings.Repeat(" ", 1<<20+1)))
	_, err := long.Next()
	require.Equal(t, websocket.StatusMessageTooBig, websocket.CloseStatus(err), "%v", err)

	require.NotContains(t, s.log.String(), anna.token)
}

func TestAConnectionNeedsTheSubprotocol(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for _, offered := range [][]string{nil, {"graphql-ws"}} {
		conn, _, err := websocket.Dial(t.Context(), s.url, &websocket.DialOptions{Subprotocols: offered})
		require.NoError(t, err)
		(&wstest.Socket{Conn: conn, T: t}).IsClosed(4406, "Subprotocol not acceptable: offer graphql-transport-ws.")
	}
	conn, _, err := websocket.Dial(t.Context(), s.url, &websocket.DialOptions{Subprotocols: []string{"graphql-ws", "graphql-transport-ws"}})
	require.NoError(t, err)
	require.Equal(t, "graphql-transport-ws", conn.Subprotocol())
	require.NoError(t, conn.CloseNow())
}

func TestAWebSocketOutlivesTheTimeLimitsOfRequests(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, 20*time.Millisecond, time.Minute, time.Minute)
	anna := s.client("anna")
	strict := httptest.NewUnstartedServer(s)
	strict.Config.ReadTimeout, strict.Config.WriteTimeout, strict.Config.IdleTimeout = 100*time.Millisecond, 100*time.Millisecond, 100*time.Millisecond
	strict.Start()
	t.Cleanup(strict.Close)
	c := wstest.Dial(t, strict.URL, nil)
	c.Says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	c.Hears(`{"type": "connection_ack"}`)
	for range 20 {
		c.Hears(`{"type": "ping"}`)
		c.Says(`{"type": "pong"}`)
	}
}

func TestQueriesAreAnsweredAndCompleted(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("a", `{ me }`)
	c.Hears(`{"id": "a", "type": "next", "payload": {"data": {"me": "anna"}}}`)
	c.Hears(`{"id": "a", "type": "complete"}`)
	c.Subscribes("a", `{ fails }`)
	c.Hears(`{"id": "a", "type": "next", "payload": {"data": {"fails": null}, "errors": [
		{"message": "it fails", "path": ["fails"], "locations": [{"line": 1, "column": 3}], "extensions": {"code": "INTERNAL"}}]}}`)
	c.Hears(`{"id": "a", "type": "complete"}`)
	c.Subscribes("a", `{ nobody }`)
	c.Hears(`{"id": "a", "type": "error", "payload": [
		{"message": "Cannot query field \"nobody\" on type \"Query\".", "locations": [{"line": 1, "column": 3}], "extensions": {"code": "INVALID"}}]}`)
	c.Subscribes("a", `{ me }`)
	c.Hears(`{"id": "a", "type": "next", "payload": {"data": {"me": "anna"}}}`)
}

func TestAnOperationThatPanicsEndsNoOther(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("watch", `subscription { ticks }`)
	c.IsFollowing()
	s.panics.Store(true)
	c.Subscribes("read", `{ me }`)
	c.Hears(`{"id": "read", "type": "error", "payload": [{"message": "panic: out of order", "extensions": {"code": "INTERNAL"}}]}`)
	s.panics.Store(false)
	s.tell(graphqlws.Event{Field: "ticks", Told: 1})
	c.Hears(`{"id": "watch", "type": "next", "payload": {"data": {"ticks": 1}}}`)
}

func TestSubscriptionsAreToldOfWhatConcernsThem(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("1", `subscription { ticks }`)
	c.Subscribes("2", `subscription { other }`)
	c.Subscribes("3", `subscription { ticks }`)
	c.Says(`{"id": "3", "type": "complete"}`)
	c.IsFollowing()
	s.tell(graphqlws.Event{Field: "ticks", Told: 7}, graphqlws.Event{Field: "ticks", Told: nothing}, graphqlws.Event{Field: "other", Told: 8})
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"ticks": 7}}}`)
	c.Hears(`{"id": "2", "type": "next", "payload": {"data": {"other": 8}}}`)
}

func TestASubscriptionThatFailsAtOnceIsNotBegun(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("1", `subscription { closed }`)
	c.Hears(`{"id": "1", "type": "error", "payload": [
		{"message": "it is closed", "path": ["closed"], "locations": [{"line": 1, "column": 16}], "extensions": {"code": "INTERNAL"}}]}`)
	c.Subscribes("1", `subscription { ticks }`)
	c.IsFollowing()
	s.tell(graphqlws.Event{Field: "closed", Told: 1}, graphqlws.Event{Field: "ticks", Told: 2})
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"ticks": 2}}}`)
}
