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
	"zayavka/api/graphqlws/wstest"
)

func TestWhoDoesNotSayWhoItIsInTimeIsClosed(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(2*time.Second, 50*time.Millisecond, time.Minute, time.Minute)
	anna := s.client("anna")
	said, unsaid := anna.connect(), s.dial()
	unsaid.IsClosed(4408, "Connection initialisation timeout")
	said.Says(`{"id": "1", "type": "subscribe", "payload": {"query": "{ nothing }"}}`)
	for message := ""; !strings.Contains(message, `"error"`); {
		var err error
		message, err = said.Next()
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
		lively.Hears(`{"type": "ping"}`)
		lively.Says(`{"type": "pong"}`)
	}
	silent.IsClosed(websocket.StatusTryAgainLater, "Silent: no ping was answered within 300ms.")
}

func TestOneConnectionHasABoundOfOperations(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	for i := range 100 {
		c.Subscribes(fmt.Sprint(i), `subscription { other }`)
	}
	for _, query := range []string{`subscription { ticks }`, `{ me }`} {
		c.Subscribes("one too many", query)
		c.Hears(`{"id": "one too many", "type": "error", "payload": [{"message":
			"Too many operations: a connection may have 100 at once. Complete others first.", "extensions": {"code": "RATE_LIMITED"}}]}`)
	}
	c.Says(`{"id": "7", "type": "complete"}`)
	c.Subscribes("again", `{ me }`)
	c.Hears(`{"id": "again", "type": "next", "payload": {"data": {"me": "anna"}}}`)
}

func TestAnAccountHasABoundOfConnections(t *testing.T) {
	t.Parallel()
	s := serve(t)
	anna, boris := s.client("anna"), s.client("boris")
	var last *wstest.Socket
	for range 20 {
		last = anna.connect()
	}
	dialled := anna.dial()
	dialled.Says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	dialled.IsClosed(4429, "Too many connections: an account may have 20 at once.")
	boris.connect()

	require.NoError(t, last.Close(websocket.StatusNormalClosure, ""))
	require.Eventually(t, func() bool {
		c := anna.dial()
		c.Says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
		message, err := c.Next()
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
func asksForMuch(c *wstest.Socket, times int) {
	for i := range times {
		c.Subscribes(fmt.Sprint(i), `{ a: long b: long c: long }`)
	}
}

func TestAClientThatReadsTooSlowlyIsDropped(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.client("anna")
	c := wstest.Dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.Says(`{"type": "connection_init"}`)
	c.Hears(`{"type": "connection_ack"}`)
	asksForMuch(c, 99) // which is 198 messages
	c.Subscribes("events", `subscription { other }`)
	require.Eventually(t, func() bool {
		s.tell(graphqlws.Event{Field: "other", Told: 1})
		return strings.Contains(s.log.String(), "Too slow")
	}, 20*time.Second, time.Millisecond)
	c.IsClosed(websocket.StatusTryAgainLater, "Too slow: 256 messages wait to be taken.")
}

func TestAClientThatDoesNotTakeAMessageIsDropped(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, 100*time.Millisecond)
	anna := s.client("anna")
	c := wstest.Dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.Says(`{"type": "connection_init"}`)
	c.Hears(`{"type": "connection_ack"}`)
	asksForMuch(c, 99) // 6 MB, more than the kernel keeps
	require.Eventually(t, func() bool {
		return strings.Contains(s.log.String(), "Too slow: a message was not taken within 100ms.")
	}, 20*time.Second, 10*time.Millisecond)
	c.IsClosed(websocket.StatusTryAgainLater, "Too slow: a message was not taken within 100ms.")
}

func TestOneAddressHasABoundOfConnectionsThatDoNotSayWhoTheyAre(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.setTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.client("anna")
	from := func(address string) map[string]string { return map[string]string{"X-Address": address} }
	anna.connect() // which has said it
	var idle []*wstest.Socket
	for range 64 {
		idle = append(idle, wstest.Dial(t, s.url, from("203.0.113.7")))
	}
	_, response, err := websocket.Dial(t.Context(), s.url, &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"X-Address": {"203.0.113.7"}},
	})
	require.Error(t, err)
	require.Equal(t, http.StatusTooManyRequests, response.StatusCode)
	require.Equal(t, "60", response.Header.Get("Retry-After"))
	wstest.Dial(t, s.url, from("203.0.113.8"))

	idle[0].Says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	idle[0].Hears(`{"type": "connection_ack"}`)
	wstest.Dial(t, s.url, from("203.0.113.7"))

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
	c := wstest.Dial(t, onNarrowPipe(s), map[string]string{"Authorization": "Bearer " + anna.token})
	c.Says(`{"type": "connection_init"}`)
	c.Hears(`{"type": "connection_ack"}`)
	ten := strings.Builder{}
	for i := range 10 {
		fmt.Fprintf(&ten, " a%d: long", i)
	}
	for i := range 90 { // of 200 kB each
		c.Subscribes(fmt.Sprint(i), "{"+ten.String()+"}")
	}
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "Too slow: 8 MB wait to be taken.") }, 60*time.Second, 10*time.Millisecond)
}
