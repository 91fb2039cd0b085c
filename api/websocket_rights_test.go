package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/graphqlws/wstest"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAClientForWhomChangesWereMissedConnectsAgain(t *testing.T) {
	t.Parallel()
	s := newServer(t, storetest.Open(t, storetest.Postgres(t)))
	c := s.login(s.NewStaff(t)).connect()
	s.listens() // what happened before that was missed
	c.IsClosed(websocket.StatusTryAgainLater, "Changes were missed: they were too many at once, or the database was away.")
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
				hers.IsClosed(4403, "Forbidden")
				his.IsFollowing()
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
	onPhone.IsClosed(4403, "Forbidden")
	onLaptop.IsFollowing()
}

func TestAProgramFollowsWithATokenUntilThatIsRevoked(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s *server) {
		s.listens()
		reader, writer := s.newToken("reader", store.ScopeRead).connect(), s.newToken("writer", store.ScopeWrite).connect()
		writer.Subscribes("1", `subscription { customerChanged { id } }`)
		writer.Hears(`{"id": "1", "type": "error", "payload": [{"message": "This API token lacks the scope READ. Ask an admin for one that has it.",
			"path": ["customerChanged"], "locations": [{"line": 1, "column": 16}], "extensions": {"code": "FORBIDDEN"}}]}`)
		reader.Subscribes("1", `subscription { customerChanged { id } }`)
		reader.IsFollowing()
		s.NewCustomer(t)
		reader.Hears(`{"id": "1", "type": "next", "payload": {"data": {"customerChanged": {"id": "1"}}}}`)
		_, err := s.RevokeAPIToken(t.Context(), 1)
		require.NoError(t, err)
		reader.IsClosed(4403, "Forbidden")
		writer.IsFollowing()
	})
}

func TestAnExpiredTokenEndsItsConnection(t *testing.T) {
	t.Parallel()
	s := onSQLite(t, func(o *api.Options) { o.AccessTTL = time.Hour })
	s.api.SetWebSocketTimes(time.Minute, 10*time.Millisecond, time.Minute, time.Minute)
	c := s.login(s.NewStaff(t)).connect()
	c.Hears(`{"type": "ping"}`)
	s.Clock.Advance(2 * time.Hour)
	c.IsClosed(4403, "Forbidden")
}

func TestNothingIsToldToWhomMayNotKnowItAnyMore(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	c := s.login(anna).connect()
	c.Subscribes("1", `subscription { customerChanged { id } }`)
	c.IsFollowing()
	// Another process, such as the shell, of whose changes this one does not hear.
	_, err := storetest.Open(t, s.URL).SetStaffActive(t.Context(), anna.ID, false)
	require.NoError(t, err)
	s.NewCustomer(t)
	_, err = c.Next()
	require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
}

func TestNothingIsAnsweredToWhomMayNotKnowItAnyMore(t *testing.T) {
	t.Parallel()
	s := onSQLite(t)
	anna := s.NewStaff(t)
	c := s.login(anna).connect()
	_, err := storetest.Open(t, s.URL).SetStaffActive(t.Context(), anna.ID, false) // by another process
	require.NoError(t, err)
	c.Subscribes("1", `{ me { id } }`)
	_, err = c.Next()
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
		first.Subscribes(id, `subscription { taskChanged { id } }`)
	}
	first.Says(`{"id": "2", "type": "complete"}`)
	first.IsFollowing()
	require.NoError(t, gauges(2, 2))

	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		s.api.Stop()
	}()
	first.IsClosed(websocket.StatusServiceRestart, "Service restart")
	second.IsClosed(websocket.StatusServiceRestart, "Service restart")
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
	var idle []*wstest.Socket
	for range 64 {
		idle = append(idle, wstest.Dial(t, s.url+"/graphql", from("203.0.113.7")))
	}
	_, response, err := websocket.Dial(t.Context(), s.url+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"X-Forwarded-For": {"198.51.100.1, 203.0.113.7"}},
	})
	require.Error(t, err)
	require.Equal(t, http.StatusTooManyRequests, response.StatusCode)
	wstest.Dial(t, s.url+"/graphql", from("203.0.113.8"))

	idle[0].Says(`{"type": "connection_init", "payload": {"token": "` + anna.token + `"}}`)
	idle[0].Hears(`{"type": "connection_ack"}`)
	wstest.Dial(t, s.url+"/graphql", from("203.0.113.7"))
}
