//go:build chaos

package chaos

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// integrator is a program that is told of events by webhook. It fails at times, at each event's first try alone:
// a second failure is tried again after half a minute, a third after minutes.
type integrator struct {
	id  int64 // of its webhook
	key []byte

	mu        sync.Mutex
	random    *rand.Rand
	last      int // how many it takes before it wants no more; 0: all
	events    map[string]*event
	lost      int // that it took while its answer was lost
	forged    int // requests whose signature is not ours, or too old
	changed   int // that came again with another body
	afterGone int // requests after it had said that it wants no more
}

// event is what came under one id.
type event struct {
	body   string
	tries  int
	taken  int
	change change // of which it tells
	kind   string // its type
}

func newIntegrator(t *testing.T, database *store.Store, random *rand.Rand, last int) *integrator {
	t.Helper()
	i := &integrator{random: random, last: last, events: map[string]*event{}}
	server := httptest.NewServer(i)
	t.Cleanup(server.Close)
	webhook, err := database.CreateWebhook(t.Context(), store.NewWebhook{URL: server.URL, Events: store.WebhookTypes()})
	require.NoError(t, err)
	i.id = webhook.ID
	i.key, err = base64.StdEncoding.DecodeString(strings.TrimPrefix(webhook.Secret, store.WebhookSecretPrefix))
	require.NoError(t, err)
	return i
}

// ServeHTTP takes an event, or fails.
func (i *integrator) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the process was killed while it wrote
	}
	switch i.take(r.Header, string(body)) {
	case taken:
		w.WriteHeader(http.StatusNoContent)
	case gone:
		w.WriteHeader(http.StatusGone)
	case fails:
		w.WriteHeader(http.StatusInternalServerError)
	case hangs:
		select {
		case <-r.Context().Done(): // the time-out of the sender
		case <-time.After(time.Minute):
		}
	case closes:
		panic(http.ErrAbortHandler)
	}
}

// reaction is what becomes of a request.
type reaction int

const (
	taken reaction = iota
	gone
	fails
	hangs
	closes
)

func (i *integrator) take(header http.Header, body string) reaction {
	i.mu.Lock()
	defer i.mu.Unlock()
	id := header.Get("Webhook-Id")
	if !i.isOurs(header, body) {
		i.forged++
	}
	if i.events[id] == nil {
		var told struct {
			Type string
			Data struct {
				ID, TaskID string
				Status     store.Status
			}
		}
		_ = json.Unmarshal([]byte(body), &told) // what is no event is none of the store's
		i.events[id] = &event{body: body, kind: told.Type, change: change{cmp.Or(told.Data.TaskID, told.Data.ID), told.Data.Status}}
	}
	event := i.events[id]
	if event.body != body {
		i.changed++
	}
	if event.tries++; i.last > 0 && len(i.events) > i.last {
		i.afterGone++
		return gone
	}
	drawn := 1.0
	if event.tries == 1 {
		drawn = i.random.Float64()
	}
	switch {
	case drawn < 0.03:
		return fails
	case drawn < 0.05:
		return closes
	case drawn < 0.055:
		return hangs
	case drawn < 0.08:
		event.taken++
		i.lost++
		return closes
	}
	event.taken++
	return taken
}

// isOurs verifies the signature as docs/webhooks.md says.
func (i *integrator) isOurs(header http.Header, body string) bool {
	mac := hmac.New(sha256.New, i.key)
	mac.Write([]byte(header.Get("Webhook-Id") + "." + header.Get("Webhook-Timestamp") + "." + body))
	return header.Get("Webhook-Signature") == "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// repeated counts what it took more than once.
func (i *integrator) repeated() (count int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, event := range i.events {
		count += max(event.taken-1, 0)
	}
	return count
}

// tells counts the ids under which it took that a task came to a status.
func (i *integrator) tells(c change) (count int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, event := range i.events {
		isStatus := event.kind == string(store.WebhookTaskCreated) || event.kind == string(store.WebhookTaskStatusChanged)
		if isStatus && event.taken > 0 && event.change == c {
			count++
		}
	}
	return count
}

// tasksOf counts the events of some kinds that it took, by kind and task.
func (i *integrator) tasksOf(kinds ...string) map[string]int {
	i.mu.Lock()
	defer i.mu.Unlock()
	counts := map[string]int{}
	for _, event := range i.events {
		if event.taken > 0 && slices.Contains(kinds, event.kind) {
			counts[event.kind+" "+event.change.task]++
		}
	}
	return counts
}

// unaccounted compares what it took with what the service has written down for it: events that never came, or
// never were recorded as delivered, and such as nobody wrote down.
func (i *integrator) unaccounted(ctx context.Context, t *testing.T, database *store.Store) (missing, unknown int) {
	t.Helper()
	i.mu.Lock()
	defer i.mu.Unlock()
	written := map[string]bool{}
	part, err := database.WebhookDeliveries(ctx, i.id, nil, 1_000_000)
	require.NoError(t, err)
	for _, delivery := range part.Rows {
		written[delivery.MessageID] = true
		came := i.events[delivery.MessageID]
		if delivery.State != store.WebhookDeliveryDelivered || came == nil || came.taken == 0 || came.body != delivery.Payload {
			missing++
			t.Logf("event %s is %s, and the integrator has %+v", delivery.MessageID, delivery.State, came)
		}
	}
	for id := range i.events {
		if !written[id] {
			unknown++
		}
	}
	return missing, unknown
}
