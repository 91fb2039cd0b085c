package api

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/coder/websocket"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"

	"zayavka/peers"
	"zayavka/store"
)

// subprotocol is how GraphQL is spoken over a WebSocket:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const subprotocol = "graphql-transport-ws"

// What one client may take up at once.
const (
	maxConnections = 20      // of an account
	maxUnknown     = 64      // of an address, that have not said yet who they are
	maxUnderWay    = 100     // of a connection: subscriptions, and queries and mutations under way
	maxOutgoing    = 256     // messages that wait until a connection has taken those before
	maxWaiting     = 8 << 20 // bytes of them, beside the first, which may be longer
	maxOperationID = 64      // bytes of the name that a client gives an operation
)

// webSocketTimes are how long a connection may take for what.
type webSocketTimes struct {
	initialisation time.Duration // until the client has said who it is
	heartbeat      time.Duration // between two pings, at each of which the client's rights are checked again
	silence        time.Duration // until a client that answers no ping is given up
	write          time.Duration // until a message is taken
}

func defaultWebSocketTimes() webSocketTimes {
	return webSocketTimes{initialisation: 10 * time.Second, heartbeat: 20 * time.Second, silence: time.Minute, write: 10 * time.Second}
}

// webSockets are the open connections.
type webSockets struct {
	times         webSocketTimes
	connections   prometheus.Gauge
	subscriptions prometheus.Gauge

	stopping  chan struct{} // closed by Stop
	open      sync.WaitGroup
	mu        sync.Mutex
	stopped   bool
	ofAccount map[string]int // how many connections an account has, by auth.Caller.owner
	unknown   *peers.Count   // connections whose clients have not said who they are
}

func newWebSockets() *webSockets {
	return &webSockets{
		times: defaultWebSocketTimes(),
		connections: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_websockets", Help: "How many WebSockets are open.",
		}),
		subscriptions: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_subscriptions", Help: "How many GraphQL subscriptions are open.",
		}),
		stopping:  make(chan struct{}),
		ofAccount: map[string]int{},
		unknown:   peers.NewCount(maxUnknown),
	}
}

// enter counts a connection, unless the service stops; leave follows.
func (w *webSockets) enter() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stopped {
		return false
	}
	w.open.Add(1)
	w.connections.Inc()
	return true
}

func (w *webSockets) leave() {
	w.connections.Dec()
	w.open.Done()
}

// admit counts a connection as an account's, unless that has too many; dismiss follows.
func (w *webSockets) admit(account string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ofAccount[account] >= maxConnections {
		return false
	}
	w.ofAccount[account]++
	return true
}

func (w *webSockets) dismiss(account string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ofAccount[account]--; w.ofAccount[account] == 0 {
		delete(w.ofAccount, account)
	}
}

// Stop ends all WebSockets, so that their clients connect again, elsewhere or later, and waits until
// they have ended. New ones are ended at once. http.Server.Shutdown does not know of them.
func (a *API) Stop() {
	w := a.webSockets
	w.mu.Lock()
	if !w.stopped {
		w.stopped = true
		close(w.stopping)
	}
	w.mu.Unlock()
	w.open.Wait()
}

// serveWebSocket lasts as long as the connection.
func (a *API) serveWebSocket(c echo.Context) error {
	if err := a.rates.takeAddress(c.RealIP(), 1); err != nil {
		return write(c, mediaJSON, a.refusalFor(c.Request().Context(), "", err).reply())
	}
	address := c.RealIP()
	if !a.webSockets.unknown.Enter(address) {
		tooMany := &store.Error{Code: store.RateLimited, RetryAfter: a.webSockets.times.initialisation, Message: fmt.Sprintf(
			"Too many connections: an address may have %d at once that have not said who they are.", maxUnknown)}
		return write(c, mediaJSON, a.refusalFor(c.Request().Context(), "", tooMany).reply())
	}
	known := sync.OnceFunc(func() { a.webSockets.unknown.Leave(address) })
	defer known()
	if !a.webSockets.enter() {
		return echo.ErrServiceUnavailable
	}
	defer a.webSockets.leave()
	conn, err := websocket.Accept(c.Response(), c.Request(), &websocket.AcceptOptions{
		Subprotocols: []string{subprotocol}, OriginPatterns: a.webSocketOrigins(),
		InsecureSkipVerify: slices.Contains(a.allowOrigins, "*"), // the token says who asks, not a cookie
	})
	if err != nil {
		return nil // which Accept has answered
	}
	if conn.Subprotocol() == "" {
		_ = conn.Close(closeSubprotocol, "Subprotocol not acceptable: offer "+subprotocol+".")
		return nil
	}
	conn.SetReadLimit(int64(a.engine.Limits.MaxBody))
	s := newSocket(a, conn, a.newRequest(c))
	s.known = known
	s.serve(context.WithoutCancel(c.Request().Context()))
	return nil
}

// webSocketOrigins are those of pages that may connect: what may send requests to /graphql, and the
// service's own, under which a proxy may hide the one that this process sees.
func (a *API) webSocketOrigins() []string {
	origins := slices.Clone(a.allowOrigins)
	if public, err := url.Parse(a.publicURL); err == nil && public.Host != "" {
		origins = append(origins, public.Scheme+"://"+public.Host)
	}
	return origins
}
