package graphqlws_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	types "github.com/graphql-go/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"zayavka/api/graphql"
	"zayavka/api/graphqlws"
	"zayavka/api/graphqlws/wstest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// example is an application of its own behind WebSockets. A token is the name of who has it.
type example struct {
	*graphqlws.Handler
	t          *testing.T
	url        string
	server     *graphql.Server
	log        *logbook
	authorized atomic.Int64 // how often it was asked who may ask
	panics     atomic.Bool  // instead of answering

	mu       sync.Mutex
	ended    map[string]bool // whose rights have ended
	watchers map[*watcher]struct{}
}

// logbook is what was logged, readable while it grows.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(line)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// root is the root value of an operation.
type root struct {
	graphql.Call
	account string
	event   any
}

func serve(t *testing.T) *example {
	t.Helper()
	s := &example{t: t, log: &logbook{}, ended: map[string]bool{}, watchers: map[*watcher]struct{}{}}
	field := func(of types.Output, resolve func(r *root) (any, error)) *types.Field {
		return &types.Field{Type: of, Resolve: func(p types.ResolveParams) (any, error) { return resolve(p.Info.RootValue.(*root)) }}
	}
	event := field(types.Int, func(r *root) (any, error) { return r.event, nil })
	schema, err := types.NewSchema(types.SchemaConfig{
		Query: types.NewObject(types.ObjectConfig{Name: "Query", Fields: types.Fields{
			"me":    field(types.String, func(r *root) (any, error) { return r.account, nil }),
			"fails": field(types.String, func(*root) (any, error) { return nil, errors.New("it fails") }),
			"long":  field(types.String, func(*root) (any, error) { return strings.Repeat("x", 20_000), nil }),
		}}),
		Subscription: types.NewObject(types.ObjectConfig{Name: "Subscription", Fields: types.Fields{
			"ticks": event, "other": event,
			"closed": field(types.Int, func(*root) (any, error) { return nil, errors.New("it is closed") }),
		}}),
	})
	require.NoError(t, err)
	s.server = graphql.NewServer(graphql.New(schema, graphql.Options{}), s, nil)
	s.Handler = graphqlws.New(graphqlws.Options{
		Server: s.server, Authorize: s.authorize, Watch: s.watch,
		Address:       func(r *http.Request) string { return r.Header.Get("X-Address") },
		Connections:   prometheus.NewGauge(prometheus.GaugeOpts{Name: "connections"}),
		Subscriptions: prometheus.NewGauge(prometheus.GaugeOpts{Name: "subscriptions"}),
		Logger:        func(context.Context) *slog.Logger { return slog.New(slog.NewTextHandler(s.log, nil)) },
	})
	listening := httptest.NewServer(s)
	s.url = listening.URL
	t.Cleanup(listening.Close)
	t.Cleanup(s.Stop)
	return s
}

// setTimes makes a test quicker than people are.
func (s *example) setTimes(initialisation, heartbeat, silence, write time.Duration) {
	s.Times = graphqlws.Times{Initialisation: initialisation, Heartbeat: heartbeat, Silence: silence, Write: write}
}

func (s *example) gauges() [2]float64 {
	return [2]float64{testutil.ToFloat64(s.Connections), testutil.ToFloat64(s.Subscriptions)}
}

func (s *example) Admit(context.Context) error           { return nil }
func (s *example) AdmitBatch(context.Context, int) error { return nil }

// nothing is an event that is of no interest.
const nothing = "nothing"

func (s *example) Answer(ctx context.Context, asked *graphql.Request) graphql.Response {
	if s.panics.Load() {
		panic("out of order")
	}
	if asked.Event == nothing {
		return graphql.Response{}
	}
	return s.server.Run(ctx, asked, &root{graphql.Call{Budget: asked.Budget}, asked.Client.(string), asked.Event})
}

func (s *example) Explain(_ context.Context, failures []*graphql.Error) {
	for _, failure := range failures {
		code := "INVALID"
		switch {
		case failure.Cause != nil:
			code = "INTERNAL"
		case failure.Status == http.StatusTooManyRequests:
			code = "RATE_LIMITED"
		}
		failure.Extensions = map[string]string{"code": code}
	}
}

func (s *example) authorize(_ context.Context, authorization string) (graphqlws.Client, error) {
	s.authorized.Add(1)
	scheme, name, _ := strings.Cut(authorization, " ")
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case name == "unknown":
		return graphqlws.Client{}, errors.New("nobody knows")
	case !strings.EqualFold(scheme, "Bearer") || name == "" || s.ended[name]:
		return graphqlws.Client{}, graphqlws.ErrUnauthorized
	}
	return graphqlws.Client{Account: name, Asks: name}, nil
}

// end ends somebody's rights.
func (s *example) end(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended[name] = true
}

// watcher receives events in their order.
type watcher struct {
	of     *example
	events chan graphqlws.Event
	missed chan struct{}
}

func (s *example) watch() graphqlws.Watcher {
	w := &watcher{s, make(chan graphqlws.Event, 10_000), make(chan struct{})}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[w] = struct{}{}
	return w
}

func (w *watcher) Close() {
	w.of.mu.Lock()
	defer w.of.mu.Unlock()
	delete(w.of.watchers, w)
}

func (w *watcher) Next(ctx context.Context) (graphqlws.Event, error) {
	select {
	case event := <-w.events:
		return event, nil
	case <-w.missed:
		return graphqlws.Event{}, graphqlws.ErrMissed
	case <-ctx.Done():
		return graphqlws.Event{}, ctx.Err()
	}
}

// tell tells all who watch.
func (s *example) tell(events ...graphqlws.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for w := range s.watchers {
		for _, event := range events {
			w.events <- event
		}
	}
}

// miss lets all who watch miss something.
func (s *example) miss() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for w := range s.watchers {
		close(w.missed)
	}
}

// client is somebody with a token.
type client struct {
	*example
	token string
}

func (s *example) client(name string) client { return client{s, name} }

func (s *example) dial() *wstest.Socket {
	s.t.Helper()
	return wstest.Dial(s.t, s.url, nil)
}

// connect opens a WebSocket and says who asks.
func (c client) connect() *wstest.Socket {
	c.t.Helper()
	connected := c.dial()
	connected.Says(`{"type": "connection_init", "payload": {"token": "` + c.token + `"}}`)
	connected.Hears(`{"type": "connection_ack"}`)
	return connected
}
