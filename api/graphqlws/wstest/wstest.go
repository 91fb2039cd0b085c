// Package wstest is a client of graphql-transport-ws for tests, which says and hears single messages:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
package wstest

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"
)

// Socket is a client's WebSocket.
type Socket struct {
	*websocket.Conn
	T testing.TB
}

// Dial opens a WebSocket at the address with these headers.
func Dial(t testing.TB, url string, header map[string]string) *Socket {
	t.Helper()
	options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{}}
	for name, value := range header {
		options.HTTPHeader.Set(name, value)
	}
	conn, response, err := websocket.Dial(t.Context(), url, options) //nolint:bodyclose // the connection owns it
	require.NoError(t, err)
	require.Equal(t, http.StatusSwitchingProtocols, response.StatusCode)
	require.Equal(t, "graphql-transport-ws", conn.Subprotocol())
	conn.SetReadLimit(-1)
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &Socket{conn, t}
}

// Says sends a message.
func (c *Socket) Says(message string) {
	c.T.Helper()
	require.NoError(c.T, c.Write(c.T.Context(), websocket.MessageText, []byte(message)))
}

// Subscribes begins an operation, with variables or without.
func (c *Socket) Subscribes(id, query string, variables ...map[string]any) {
	c.T.Helper()
	asked := map[string]any{"query": query}
	for _, given := range variables {
		asked["variables"] = given
	}
	payload, err := json.Marshal(asked)
	require.NoError(c.T, err)
	c.Says(`{"id": "` + id + `", "type": "subscribe", "payload": ` + string(payload) + `}`)
}

// IsFollowing waits until the subscriptions have begun, which nothing but a later answer tells.
func (c *Socket) IsFollowing() {
	c.T.Helper()
	c.Says(`{"type": "ping"}`)
	c.Hears(`{"type": "pong"}`)
}

// Next reads a message, for ten seconds at most.
func (c *Socket) Next() (string, error) {
	ctx, cancel := context.WithTimeout(c.T.Context(), 10*time.Second)
	defer cancel()
	_, message, err := c.Read(ctx)
	return string(message), err
}

// Hears reads the next message, which must be this.
func (c *Socket) Hears(want string) {
	c.T.Helper()
	got, err := c.Next()
	require.NoError(c.T, err)
	require.JSONEq(c.T, want, got)
}

// IsClosed reads on until the server has closed the connection.
func (c *Socket) IsClosed(code websocket.StatusCode, reason string) {
	c.T.Helper()
	for {
		if _, err := c.Next(); err != nil {
			var closed websocket.CloseError
			require.ErrorAs(c.T, err, &closed)
			require.Equal(c.T, code, closed.Code, closed.Reason)
			require.Equal(c.T, reason, closed.Reason)
			return
		}
	}
}
