package graphqlws_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/api/graphqlws"
)

func TestWhoDoesNotSayWhoItIsInTimeIsClosed(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(2*time.Second, 50*time.Millisecond, time.Minute, time.Minute)
	anna := s.client("anna")
	said, unsaid := anna.connect(), s.dial()
	unsaid.isClosed(4408, "Connection initialisation timeout")
	said.says(`{"id": "1", "type": "subscribe", "payload": {"query": "{ nothing }"}}`)
	for message := ""; !strings.Contains(message, `"error"`); {
		var err error
		message, err = said.read()
		require.NoError(t, err)
	}
}

func TestAClientThatAnswersNoPingIsGivenUp(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, 10*time.Millisecond, 300*time.Millisecond, time.Minute)
	anna := s.client("anna")
	silent, lively := anna.connect(), anna.connect()
	began := time.Now()
	for time.Since(began) < 600*time.Millisecond { // a ping comes every 10 ms
		lively.hears(`{"type": "ping"}`)
		lively.says(`{"type": "pong"}`)
	}
	silent.isClosed(websocket.StatusTryAgainLater, "Silent: no ping was answered within 300ms.")
}

func TestOneConnectionHasABoundOfOperations(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	for i := range 100 {
		c.subscribes(fmt.Sprint(i), `subscription { other }`)
	}
	for _, query := range []string{`subscription { ticks }`, `{ me }`} {
		c.subscribes("one too many", query)
		c.hears(`{"id": "one too many", "type": "error", "payload": [{"message":
			"Too many operations: a connection may have 100 at once. Complete others first.", "extensions": {"code": "RATE_LIMITED"}}]}`)
	}
	c.says(`{"id": "7", "type": "complete"}`)
	c.subscribes("again", `{ me }`)
	c.hears(`{"id": "again", "type": "next", "payload": {"data": {"me": "anna"}}}`)
}

func TestAnAccountHasABoundOfConnections(t *testing.T) {
	t.Parallel()
	s := serve(t)
	anna, boris := s.client("anna"), s.client("boris")
	var last *socket
	for range 20 {
		last = anna.connect()
	}
	dialled := anna.dial()
	dialled.says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	dialled.isClosed(4429, "Too many connections: an account may have 20 at once.")
	boris.connect()

	require.NoError(t, last.Close(websocket.StatusNormalClosure, ""))
	require.Eventually(t, func() bool {
		c := anna.dial()
		c.says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
		message, err := c.read()
		return err == nil && strings.Contains(message, "connection_ack")
	}, 10*time.Second, 10*time.Millisecond)
}

// onNarrowPipe is the server behind connections that take little at once.
func onNarrowPipe(s *example) string {
	narrow := httptest.NewUnstartedServer(s)
	narrow.Config.ConnState = func(c net.Conn, state http.ConnState) {
		if tcp, ok := c.(*net.TCPConn); ok && state == http.StateNew {
			_ = tcp.SetWriteBuffer(4096)
		}
	}
	narrow.Start()
	s.t.Cleanup(narrow.Close)
	return narrow.URL
}

// asksForMuch asks for answers of 60 kB each and reads none of them.
func (c *socket) asksForMuch(times int) {
	for i := range times {
		c.subscribes(fmt.Sprint(i), `{ a: long b: long c: long }`)
	}
}

func TestAClientThatReadsTooSlowlyIsDropped(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.client("anna")
	c := dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	c.asksForMuch(99) // which is 198 messages
	c.subscribes("events", `subscription { other }`)
	require.Eventually(t, func() bool {
		s.tell(graphqlws.Event{Field: "other", Told: 1})
		return strings.Contains(s.log.String(), "Too slow")
	}, 20*time.Second, time.Millisecond)
	c.isClosed(websocket.StatusTryAgainLater, "Too slow: 256 messages wait to be taken.")
}

func TestAClientThatDoesNotTakeAMessageIsDropped(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, 100*time.Millisecond)
	anna := s.client("anna")
	c := dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	c.asksForMuch(99) // 6 MB, more than the kernel keeps
	require.Eventually(t, func() bool {
		return strings.Contains(s.log.String(), "Too slow: a message was not taken within 100ms.")
	}, 20*time.Second, 10*time.Millisecond)
	c.isClosed(websocket.StatusTryAgainLater, "Too slow: a message was not taken within 100ms.")
}

func TestOneAddressHasABoundOfConnectionsThatDoNotSayWhoTheyAre(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.client("anna")
	from := func(address string) map[string]string { return map[string]string{"X-Address": address} }
	anna.connect() // which has said it
	var idle []*socket
	for range 64 {
		idle = append(idle, dial(t, s.url, from("203.0.113.7")))
	}
	_, response, err := websocket.Dial(t.Context(), s.url, &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"X-Address": {"203.0.113.7"}},
	})
	require.Error(t, err)
	require.Equal(t, http.StatusTooManyRequests, response.StatusCode)
	require.Equal(t, "60", response.Header.Get("Retry-After"))
	dial(t, s.url, from("203.0.113.8"))

	idle[0].says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	idle[0].hears(`{"type": "connection_ack"}`)
	dial(t, s.url, from("203.0.113.7"))

	require.NoError(t, idle[1].CloseNow())
	require.Eventually(t, func() bool {
		_, _, err := websocket.Dial(t.Context(), s.url, &websocket.DialOptions{HTTPHeader: http.Header{"X-Address": {"203.0.113.7"}}})
		return err == nil
	}, 10*time.Second, 10*time.Millisecond, "who has gone takes up nothing")
}

func TestWhatWaitsForAClientIsBoundedInBytes(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.client("anna")
	c := dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	ten := strings.Builder{}
	for i := range 10 {
		fmt.Fprintf(&ten, " a%d: long", i)
	}
	for i := range 90 { // of 200 kB each
		c.subscribes(fmt.Sprint(i), "{"+ten.String()+"}")
	}
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "Too slow: 8 MB wait to be taken.") }, 60*time.Second, 10*time.Millisecond)
}
