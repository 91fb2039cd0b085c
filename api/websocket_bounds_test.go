package api_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestWhoDoesNotSayWhoItIsInTimeIsClosed(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	s.api.SetWebSocketTimes(2*time.Second, 50*time.Millisecond, time.Minute, time.Minute)
	anna := s.login(s.NewStaff(t))
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
	s := onSQLite(t)
	s.api.SetWebSocketTimes(time.Minute, 10*time.Millisecond, 300*time.Millisecond, time.Minute)
	anna := s.login(s.NewStaff(t))
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
	s := onSQLite(t)
	c := s.login(s.NewStaff(t)).connect()
	for i := range 100 {
		c.subscribes(fmt.Sprint(i), `subscription { customerChanged { id } }`)
	}
	for _, query := range []string{`subscription { taskChanged { id } }`, `{ me { id } }`} {
		c.subscribes("one too many", query)
		c.hears(`{"id": "one too many", "type": "error", "payload": [{"message":
			"Too many operations: a connection may have 100 at once. Complete others first.", "extensions": {"code": "RATE_LIMITED"}}]}`)
	}
	c.says(`{"id": "7", "type": "complete"}`)
	c.subscribes("again", `{ me { __typename } }`)
	c.hears(`{"id": "again", "type": "next", "payload": {"data": {"me": {"__typename": "UserType"}}}}`)
}

func TestAnAccountHasABoundOfConnections(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna, boris := s.login(s.NewStaff(t)), s.login(s.NewStaff(t))
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
func onNarrowPipe(s *server) string {
	narrow := httptest.NewUnstartedServer(s.handler)
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
		c.subscribes(fmt.Sprint(i), `{ a: taskById(id: 1) { description } b: taskById(id: 1) { description } c: taskById(id: 1) { description } }`)
	}
}

func TestAClientThatReadsTooSlowlyIsDropped(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	s.api.SetWebSocketTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Description: strings.Repeat("я", store.MaxDescription)})
	require.NoError(t, err)
	anna := s.login(s.NewStaff(t))
	c := dial(t, onNarrowPipe(s)+"/graphql", map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	c.asksForMuch(99) // which is 198 messages
	c.subscribes("events", `subscription { customerChanged { id } }`)
	require.Eventually(t, func() bool {
		s.NewCustomer(t)
		return strings.Contains(s.log.String(), "Too slow")
	}, 20*time.Second, time.Millisecond)
	c.isClosed(websocket.StatusTryAgainLater, "Too slow: 256 messages wait to be taken.")
}

func TestAClientThatDoesNotTakeAMessageIsDropped(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	s.api.SetWebSocketTimes(time.Minute, time.Minute, time.Minute, 100*time.Millisecond)
	_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Description: strings.Repeat("я", store.MaxDescription)})
	require.NoError(t, err)
	anna := s.login(s.NewStaff(t))
	c := dial(t, onNarrowPipe(s)+"/graphql", map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	c.asksForMuch(99) // 6 MB, more than the kernel keeps
	require.Eventually(t, func() bool {
		return strings.Contains(s.log.String(), "Too slow: a message was not taken within 100ms.")
	}, 20*time.Second, 10*time.Millisecond)
	c.isClosed(websocket.StatusTryAgainLater, "Too slow: a message was not taken within 100ms.")
}

func TestAClientForWhomChangesWereMissedConnectsAgain(t *testing.T) {
	t.Parallel()
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)))
	c := s.login(s.NewStaff(t)).connect()
	s.listens() // what happened before that was missed
	c.isClosed(websocket.StatusTryAgainLater, "Changes were missed: they were too many at once, or the database was away.")
}

func TestTheEndOfAnAccountsRightsEndsItsConnections(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(s *server, anna store.Staff) error{
		"a disabled account": func(s *server, anna store.Staff) error {
			_, err := s.SetStaffActive(s.t.Context(), anna.ID, false)
			return err
		},
		"a new password": func(s *server, anna store.Staff) error {
			_, err := s.SetPassword(s.t.Context(), anna.ID, "another password")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			onEach(t, func(t *testing.T, s *server) {
				s.listens()
				anna, boris := s.NewStaff(t), s.NewStaff(t)
				hers, his := s.login(anna).connect(), s.login(boris).connect()
				require.NoError(t, end(s, anna))
				hers.isClosed(4403, "Forbidden")
				his.isFollowing()
			})
		})
	}
}

func TestTheEndOfASessionEndsItsConnectionsAlone(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	phone, laptop := s.login(anna), s.login(anna)
	onPhone, onLaptop := phone.connect(), laptop.connect()
	phone.gives(`{"data": {"logout": {"success": true}}}`, `mutation { logout { success } }`)
	onPhone.isClosed(4403, "Forbidden")
	onLaptop.isFollowing()
}

func TestAProgramFollowsWithATokenUntilThatIsRevoked(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		reader, writer := s.newToken("reader", store.ScopeRead).connect(), s.newToken("writer", store.ScopeWrite).connect()
		writer.subscribes("1", `subscription { customerChanged { id } }`)
		writer.hears(`{"id": "1", "type": "error", "payload": [{"message": "This API token lacks the scope READ. Ask an admin for one that has it.",
			"path": ["customerChanged"], "locations": [{"line": 1, "column": 16}], "extensions": {"code": "FORBIDDEN"}}]}`)
		reader.subscribes("1", `subscription { customerChanged { id } }`)
		reader.isFollowing()
		s.NewCustomer(t)
		reader.hears(`{"id": "1", "type": "next", "payload": {"data": {"customerChanged": {"id": "1"}}}}`)
		_, err := s.RevokeAPIToken(t.Context(), 1)
		require.NoError(t, err)
		reader.isClosed(4403, "Forbidden")
		writer.isFollowing()
	})
}

func TestAnExpiredTokenEndsItsConnection(t *testing.T) {
	t.Parallel()
	s := onSQLite(t, func(o *api.Options) { o.AccessTTL = time.Hour })
	s.api.SetWebSocketTimes(time.Minute, 10*time.Millisecond, time.Minute, time.Minute)
	c := s.login(s.NewStaff(t)).connect()
	c.hears(`{"type": "ping"}`)
	s.Clock.Advance(2 * time.Hour)
	c.isClosed(4403, "Forbidden")
}

func TestNothingIsToldToWhomMayNotKnowItAnyMore(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	c := s.login(anna).connect()
	c.subscribes("1", `subscription { customerChanged { id } }`)
	c.isFollowing()
	// Another process, such as the shell, of whose changes this one does not hear.
	_, err := storetest.Open(t, s.URL).SetStaffActive(t.Context(), anna.ID, false)
	require.NoError(t, err)
	s.NewCustomer(t)
	_, err = c.read()
	require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
}

func TestNothingIsAnsweredToWhomMayNotKnowItAnyMore(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	c := s.login(anna).connect()
	_, err := storetest.Open(t, s.URL).SetStaffActive(t.Context(), anna.ID, false) // by another process
	require.NoError(t, err)
	c.subscribes("1", `{ me { id } }`)
	_, err = c.read()
	require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
}

func TestAServiceThatStopsEndsItsConnections(t *testing.T) {
	t.Parallel()
	metrics := prometheus.NewRegistry()
	s := onSQLite(t, func(o *api.Options) { o.Metrics = metrics })
	anna := s.login(s.NewStaff(t))
	gauges := func(connections, subscriptions int) error {
		return testutil.GatherAndCompare(metrics, strings.NewReader(fmt.Sprintf(`
			# HELP zayavka_subscriptions How many GraphQL subscriptions are open.
			# TYPE zayavka_subscriptions gauge
			zayavka_subscriptions %d
			# HELP zayavka_websockets How many WebSockets are open.
			# TYPE zayavka_websockets gauge
			zayavka_websockets %d
		`, subscriptions, connections)), "zayavka_subscriptions", "zayavka_websockets")
	}
	require.NoError(t, gauges(0, 0))
	first, second := anna.connect(), anna.connect()
	for _, id := range []string{"1", "2", "3"} {
		first.subscribes(id, `subscription { taskChanged { id } }`)
	}
	first.says(`{"id": "2", "type": "complete"}`)
	first.isFollowing()
	require.NoError(t, gauges(2, 2))

	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		s.api.Stop()
	}()
	first.isClosed(websocket.StatusServiceRestart, "Service restart")
	second.isClosed(websocket.StatusServiceRestart, "Service restart")
	<-stopped
	require.NoError(t, gauges(0, 0))

	_, response, err := websocket.Dial(t.Context(), s.url+"/graphql", nil)
	require.Error(t, err)
	require.Equal(t, http.StatusServiceUnavailable, response.StatusCode)
}

func TestOneAddressHasABoundOfConnectionsThatDoNotSayWhoTheyAre(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	s.api.SetWebSocketTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	anna := s.login(s.NewStaff(t))
	from := func(address string) map[string]string { return map[string]string{"X-Forwarded-For": address} }
	anna.connect() // which has said it
	var idle []*socket
	for range 64 {
		idle = append(idle, dial(t, s.url+"/graphql", from("203.0.113.7")))
	}
	_, response, err := websocket.Dial(t.Context(), s.url+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"X-Forwarded-For": {"198.51.100.1, 203.0.113.7"}},
	})
	require.Error(t, err)
	require.Equal(t, http.StatusTooManyRequests, response.StatusCode)
	dial(t, s.url+"/graphql", from("203.0.113.8"))

	idle[0].says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	idle[0].hears(`{"type": "connection_ack"}`)
	dial(t, s.url+"/graphql", from("203.0.113.7"))
}

func TestWhatWaitsForAClientIsBoundedInBytes(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	s.api.SetWebSocketTimes(time.Minute, time.Minute, time.Minute, time.Minute)
	_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), Description: strings.Repeat("я", store.MaxDescription)})
	require.NoError(t, err)
	anna := s.login(s.NewStaff(t))
	c := dial(t, onNarrowPipe(s)+"/graphql", map[string]string{"Authorization": "Bearer " + anna.token})
	c.says(`{"type": "connection_init"}`)
	c.hears(`{"type": "connection_ack"}`)
	ten := strings.Builder{}
	for i := range 10 {
		fmt.Fprintf(&ten, " a%d: taskById(id: 1) { description }", i)
	}
	for i := range 90 { // of 200 kB each
		c.subscribes(fmt.Sprint(i), "{"+ten.String()+"}")
	}
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "Too slow: 8 MB wait to be taken.") }, 60*time.Second, 10*time.Millisecond)
}
