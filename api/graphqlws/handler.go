// Package graphqlws serves GraphQL over WebSockets by graphql-transport-ws:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
//
// It knows the protocol and what one client may take up. Who may ask, and what happens of which clients
// are told, it is told by functions.
package graphqlws

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/coder/websocket"
	"github.com/prometheus/client_golang/prometheus"

	"zayavka/api/graphql"
	"zayavka/peers"
)

// subprotocol is how GraphQL is spoken over a WebSocket.
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

// ErrUnauthorized is what Authorize gives for who may not ask, or not any more.
var ErrUnauthorized = errors.New("unauthorized")

// ErrMissed is what a Watcher's Next gives when events may have been missed.
var ErrMissed = errors.New("events were missed")

// Client is who has connected.
type Client struct {
	Account string // whose connections are counted together
	Asks    any    // the Client of their requests
}

// Watcher receives what happens, one event after another.
type Watcher interface {
	Next(ctx context.Context) (Event, error)
	Close()
}

// Event is something that happened.
type Event struct {
	Field string // of Subscription that tells of it; "" when it ends somebody's rights, perhaps the client's
	Told  any    // the Event of the requests that tell of it
}

// Options are what a Handler needs; all are required but Origins, and zero Times are the defaults.
type Options struct {
	Server *graphql.Server
	// Authorize finds out who a client is by what would be the Authorization header of a request. It is asked
	// again before an operation and each event, and at each ping.
	Authorize func(ctx context.Context, authorization string) (Client, error)
	// Watch begins to receive what happens.
	Watch func() Watcher
	// Address is where a client comes from.
	Address                    func(*http.Request) string
	Origins                    []string // of pages that may connect beside those of the same origin; "*" for all
	Times                      Times
	Connections, Subscriptions prometheus.Gauge
	// Logger names the request by which a connection was opened.
	Logger func(ctx context.Context) *slog.Logger
}

// Times are how long a connection may take for what.
type Times struct {
	Initialisation time.Duration // until the client has said who it is
	Heartbeat      time.Duration // between two pings, at each of which the client's rights are checked again
	Silence        time.Duration // until a client that answers no ping is given up
	Write          time.Duration // until a message is taken
}

// DefaultTimes are patient with people on a bad network.
func DefaultTimes() Times {
	return Times{Initialisation: 10 * time.Second, Heartbeat: 20 * time.Second, Silence: time.Minute, Write: 10 * time.Second}
}

// Handler serves WebSockets. It is safe for concurrent use.
type Handler struct {
	Options
	stopping  chan struct{} // closed by Stop
	open      sync.WaitGroup
	mu        sync.Mutex
	stopped   bool
	ofAccount map[string]int // how many connections an account has

	refusedOrigins map[string]bool // of which the log has told
	unknown        *peers.Count    // connections whose clients have not said who they are
}

// New makes a handler.
func New(o Options) *Handler {
	if o.Times == (Times{}) {
		o.Times = DefaultTimes()
	}
	return &Handler{
		Options:   o,
		stopping:  make(chan struct{}),
		ofAccount: map[string]int{},

		refusedOrigins: map[string]bool{},
		unknown:        peers.NewCount(maxUnknown),
	}
}

// enter counts a connection, unless the service stops; leave follows.
func (h *Handler) enter() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.stopped {
		return false
	}
	h.open.Add(1)
	h.Connections.Inc()
	return true
}

func (h *Handler) leave() {
	h.Connections.Dec()
	h.open.Done()
}

// admit counts a connection as an account's, unless that has too many; dismiss follows.
func (h *Handler) admit(account string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ofAccount[account] >= maxConnections {
		return false
	}
	h.ofAccount[account]++
	return true
}

func (h *Handler) dismiss(account string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ofAccount[account]--; h.ofAccount[account] == 0 {
		delete(h.ofAccount, account)
	}
}

// Stop ends all WebSockets, so that their clients connect again, elsewhere or later, and waits until
// they have ended. New ones are ended at once. http.Server.Shutdown does not know of them.
func (h *Handler) Stop() {
	h.mu.Lock()
	if !h.stopped {
		h.stopped = true
		close(h.stopping)
	}
	h.mu.Unlock()
	h.open.Wait()
}

// mostOrigins is how many refused origins are told: anybody can make up as many as they like.
const mostOrigins = 10

// refusedOrigin tells once of each origin whose pages may not connect: to the browser the refusal looks like a server that is
// away.
func (h *Handler) refusedOrigin(r *http.Request) {
	origin := r.Header.Get("Origin")
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.refusedOrigins[origin] || len(h.refusedOrigins) >= mostOrigins {
		return
	}
	h.refusedOrigins[origin] = true
	h.Logger(r.Context()).Warn("A page of another origin may not open a WebSocket. If it is yours, name its origin in http.public_url "+
		"or http.allow_origins", "origin", origin, "host", r.Host)
}

// statusWriter knows the status of its answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets the connection be taken over.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// ServeHTTP lasts as long as the connection.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.Server.Application.Admit(r.Context()); err != nil {
		h.Server.Refuse(w, r, err)
		return
	}
	address := h.Address(r)
	if !h.unknown.Enter(address) {
		tooMany := graphql.TooMany("Too many connections: an address may have %d at once that have not said who they are.", maxUnknown)
		tooMany.RetryAfter = int(h.Times.Initialisation.Seconds())
		h.Server.Refuse(w, r, tooMany)
		return
	}
	known := sync.OnceFunc(func() { h.unknown.Leave(address) })
	defer known()
	if !h.enter() {
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	defer h.leave()
	answer := &statusWriter{ResponseWriter: w}
	conn, err := websocket.Accept(answer, r, &websocket.AcceptOptions{
		Subprotocols: []string{subprotocol}, OriginPatterns: h.Origins,
		InsecureSkipVerify: slices.Contains(h.Origins, "*"), // the token says who asks, not a cookie
	})
	if err != nil { // which Accept has answered
		if answer.status == http.StatusForbidden {
			h.refusedOrigin(r)
		}
		return
	}
	if conn.Subprotocol() == "" {
		_ = conn.Close(closeSubprotocol, "Subprotocol not acceptable: offer "+subprotocol+".")
		return
	}
	conn.SetReadLimit(int64(h.Server.Limits.MaxBody))
	s := newSocket(h, conn, r.Header.Get("Authorization"))
	s.known = known
	s.serve(context.WithoutCancel(r.Context()))
}
