package graphqlws_test

import (
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/api/graphqlws"
	"zayavka/api/graphqlws/wstest"
)

func TestWhoMayNotAskIsDisconnected(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		initialised bool
		heartbeat   time.Duration
		then        func(s *example, c *wstest.Socket)
	}{
		"at the beginning": {false, time.Minute, func(_ *example, c *wstest.Socket) {
			c.Says(`{"type": "connection_init", "payload": {"token": "anna"}}`)
		}},
		"before an operation":                  {true, time.Minute, func(_ *example, c *wstest.Socket) { c.Subscribes("1", `{ me }`) }},
		"before an event":                      {true, time.Minute, func(s *example, _ *wstest.Socket) { s.tell(graphqlws.Event{Field: "ticks", Told: 1}) }},
		"when an event ends somebody's rights": {true, time.Minute, func(s *example, _ *wstest.Socket) { s.tell(graphqlws.Event{}) }},
		"when nothing happens, by the pings":   {true, 50 * time.Millisecond, func(*example, *wstest.Socket) {}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t)
			s.setTimes(time.Minute, c.heartbeat, time.Minute, time.Minute)
			anna := s.client("anna")
			socket := anna.dial()
			if c.initialised {
				socket = anna.connect()
				socket.Subscribes("watch", `subscription { ticks }`)
				socket.Subscribes("begun", `{ me }`)
				for message := ""; !strings.Contains(message, "complete"); { // pings come in between
					var err error
					message, err = socket.Next()
					require.NoError(t, err)
				}
			}
			s.end("anna")
			c.then(s, socket)
			for {
				message, err := socket.Next()
				if err != nil {
					require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
					return
				}
				require.JSONEq(t, `{"type": "ping"}`, message, "nothing else is told any more")
			}
		})
	}
}

func TestTheEndOfSomebodysRightsIsNotOthers(t *testing.T) {
	t.Parallel()
	s := serve(t)
	hers, his := s.client("anna").connect(), s.client("boris").connect()
	s.end("anna")
	s.tell(graphqlws.Event{})
	hers.IsClosed(4403, "Forbidden")
	his.IsFollowing()
}

func TestAnEventThatConcernsNoSubscriptionAsksForNoRights(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("1", `subscription { other }`)
	c.IsFollowing()
	asked := s.authorized.Load()
	s.tell(graphqlws.Event{Field: "ticks", Told: 1}, graphqlws.Event{Field: "ticks", Told: 2}, graphqlws.Event{Field: "other", Told: 3})
	c.Hears(`{"id": "1", "type": "next", "payload": {"data": {"other": 3}}}`)
	require.Equal(t, asked+1, s.authorized.Load())
}

func TestATokenThatCannotBeCheckedIsNoEndOfRights(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.dial()
	c.Says(`{"type": "connection_init", "payload": {"token": "unknown"}}`)
	c.IsClosed(websocket.StatusTryAgainLater, "The token cannot be checked now.")
}

func TestWhoMayHaveMissedSomethingConnectsAgain(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	s.miss()
	c.IsClosed(websocket.StatusTryAgainLater, "Changes were missed: they were too many at once, or the database was away.")
}

func TestAHandlerThatStopsEndsItsConnections(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.client("anna").connect()
	c.Subscribes("1", `subscription { ticks }`)
	c.IsFollowing()
	require.Equal(t, [2]float64{1, 1}, s.gauges())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		s.Stop()
	}()
	c.IsClosed(websocket.StatusServiceRestart, "Service restart")
	<-stopped
	require.Equal(t, [2]float64{0, 0}, s.gauges())
	_, response, err := websocket.Dial(t.Context(), s.url, nil)
	require.Error(t, err)
	require.Equal(t, 503, response.StatusCode)
}
