package webhook

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// world is a store and a sender of webhooks on one clock.
type world struct {
	*storetest.Store
	sender *Sender
}

// open makes a world in which webhooks may go to this machine.
func open(t *testing.T) *world {
	t.Helper()
	s := storetest.Open(t, storetest.SQLite(t))
	private, err := store.Open(store.Options{URL: s.URL, Clock: s.Clock.Now, AllowPrivateWebhooks: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, private.Close()) })
	s.Store = private
	return &world{Store: s, sender: newSender(t, s)}
}

func newSender(t *testing.T, s *storetest.Store) *Sender {
	t.Helper()
	sender, err := New(Options{
		Store: s.Store, Logger: slog.New(slog.DiscardHandler), Version: "test", Clock: s.Clock.Now, Metrics: prometheus.NewRegistry(),
	})
	require.NoError(t, err)
	t.Cleanup(sender.client.CloseIdleConnections)
	return sender
}

// webhook makes an endpoint at url.
func (w *world) webhook(t *testing.T, url string) store.Webhook {
	t.Helper()
	webhook, err := w.CreateWebhook(t.Context(), store.NewWebhook{URL: url, Events: store.WebhookTypes()})
	require.NoError(t, err)
	return webhook
}

// queue writes a message for the endpoint.
func (w *world) queue(t *testing.T, webhook store.Webhook) store.WebhookDelivery {
	t.Helper()
	delivery, err := w.TestWebhook(t.Context(), webhook.ID)
	require.NoError(t, err)
	return delivery
}

// sendDue makes one attempt for each message that is due.
func (w *world) sendDue(t *testing.T) {
	t.Helper()
	_, err := w.sender.claim(t.Context())
	require.NoError(t, err)
	w.sender.runner.Finish(t.Context(), 0)
}

// attemptOnce makes an endpoint at url and one attempt of one message, and tells what became of it.
func (w *world) attemptOnce(t *testing.T, url string) store.WebhookDelivery {
	t.Helper()
	webhook := w.webhook(t, url)
	w.queue(t, webhook)
	w.sendDue(t)
	return w.deliveries(t, webhook)[0]
}

// deliveries are those of an endpoint, newest first.
func (w *world) deliveries(t *testing.T, webhook store.Webhook) []store.WebhookDelivery {
	t.Helper()
	part, err := w.WebhookDeliveries(t.Context(), webhook.ID, nil, 1000)
	require.NoError(t, err)
	return part.Rows
}

// received is a request as an endpoint got it.
type received struct {
	header http.Header
	body   string
}

// receiver is an endpoint that answers as it is told and keeps what it got.
type receiver struct {
	*httptest.Server
	mu  sync.Mutex
	got []received
}

func newReceiver(t *testing.T, answer http.HandlerFunc) *receiver {
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(request.Body)
		if err != nil {
			t.Error(err)
		}
		r.mu.Lock()
		r.got = append(r.got, received{request.Header.Clone(), string(body)})
		r.mu.Unlock()
		answer(w, request)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) received() []received {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.got
}

// answers answers every request with the status.
func answers(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
}

// within fails when the condition does not come about.
func within(t *testing.T, condition func() bool) {
	t.Helper()
	require.Eventually(t, condition, 20*time.Second, time.Millisecond)
}
