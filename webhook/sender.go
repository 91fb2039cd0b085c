// Package webhook delivers the events that the store queued for integrators, signed by the scheme of
// https://www.standardwebhooks.com: it claims deliveries under a lease, sends and acknowledges. Each
// message arrives at least once, in no promised order, always under the same webhook-id.
package webhook

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/retry"
	"zayavka/store"
)

const (
	// parallel bounds the messages under way to one endpoint, so that a slow one holds up no other.
	parallel = 4
	// lease outlasts an attempt and the record of it. After a crash it is how long what was claimed
	// has to wait.
	lease = 30 * time.Second
	// slowPoll is the safety net should a wake-up get lost.
	slowPoll = 30 * time.Second
	// shortestWait keeps replicas whose clocks differ from asking without a pause.
	shortestWait = 10 * time.Millisecond
)

// Options are what a Sender needs from outside. Store, Logger and Metrics are required.
type Options struct {
	Store   *store.Store
	Logger  *slog.Logger
	Version string           // of this program, for the header User-Agent
	Clock   func() time.Time // time.Now
	Metrics prometheus.Registerer
}

// Sender sends webhooks, on one replica at a time.
type Sender struct {
	store     *store.Store
	log       *slog.Logger
	clock     func() time.Time
	client    *http.Client
	userAgent string
	timeout   time.Duration // of one attempt
	attempts  *prometheus.CounterVec
	freed     chan struct{} // signals that an attempt ended
	mu        sync.Mutex
	underWay  map[int64]int // messages to each endpoint, by its id
}

// New prepares a sender.
func New(o Options) (*Sender, error) {
	s := &Sender{
		store: o.Store, log: o.Logger, clock: o.Clock, client: newClient(o.Store.WebhookAddressAllowed),
		userAgent: "Zayavka/" + o.Version, timeout: attemptTimeout,
		attempts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "zayavka_webhook_attempts_total",
			Help: "Attempts to deliver a webhook: delivered, refused (the endpoint answered no 2xx) or unanswered.",
		}, []string{"result"}),
		freed: make(chan struct{}, 1), underWay: map[int64]int{},
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	if err := o.Metrics.Register(s.attempts); err != nil {
		return nil, fmt.Errorf("webhook: register metrics: %w", err)
	}
	return s, nil
}

// Run sends until ctx ends, and returns when the attempts under way have ended and are recorded.
func (s *Sender) Run(ctx context.Context) {
	defer s.client.CloseIdleConnections()
	var sending sync.WaitGroup
	defer sending.Wait()
	for ctx.Err() == nil {
		next, err := s.claim(ctx, &sending)
		if err != nil && ctx.Err() == nil {
			s.log.Error("Could not claim deliveries to webhooks", "error", err)
			next = time.Second
		}
		timer := time.NewTimer(next)
		select {
		case <-ctx.Done():
		case <-s.store.WebhookOutbox():
		case <-s.freed:
		case <-timer.C:
		}
		timer.Stop()
	}
}

// claim begins to send whatever is due, as far as there are places, and returns how long to wait if
// nothing happens meanwhile.
func (s *Sender) claim(ctx context.Context, sending *sync.WaitGroup) (next time.Duration, err error) {
	endpoints, err := s.store.DueWebhooks(ctx)
	if err != nil {
		return 0, err
	}
	next = slowPoll
	for _, endpoint := range endpoints {
		free := parallel - s.count(endpoint.ID, 0)
		if free == 0 {
			continue // the end of an attempt wakes
		}
		wait := endpoint.DueAt.Sub(s.clock())
		next = min(next, max(wait, shortestWait))
		if wait > 0 {
			continue
		}
		deliveries, err := s.store.ClaimWebhookDeliveries(ctx, endpoint.ID, free, lease)
		if err != nil {
			return 0, err
		}
		for _, delivery := range deliveries {
			s.count(endpoint.ID, 1)
			sending.Go(func() {
				s.deliver(ctx, endpoint.Webhook, delivery)
				s.count(endpoint.ID, -1)
				select {
				case s.freed <- struct{}{}:
				default: // a signal is waiting already
				}
			})
		}
	}
	return next, nil
}

// count adds to the messages under way to an endpoint and returns how many there are then.
func (s *Sender) count(webhookID int64, change int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.underWay[webhookID] += change
	return s.underWay[webhookID]
}

// deliver makes one attempt and records what became of it. An attempt that has begun is not broken
// off when ctx ends: it would only be repeated.
func (s *Sender) deliver(ctx context.Context, to store.Webhook, message store.WebhookDelivery) {
	ctx = context.WithoutCancel(ctx)
	log := s.log.With("webhook_id", to.ID, "message_id", message.MessageID, "event", message.Event)
	status, failure := s.attempt(ctx, to, message)
	s.attempts.WithLabelValues(result(failure)).Inc()
	if failure != nil {
		log.Warn("A webhook was not delivered", "attempt", message.Attempts+1, "reason", failure.Reason)
	}
	ctx, cancel := context.WithTimeout(ctx, lease-s.timeout)
	defer cancel()
	for {
		err := s.record(ctx, message, status, failure)
		if err == nil {
			return
		}
		// Again and again while the database is away: after the lease the message would be sent twice.
		log.Error("Could not record what became of a webhook", "error", err)
		if !retry.Sleep(ctx, time.Second) {
			return
		}
	}
}

func (s *Sender) record(ctx context.Context, message store.WebhookDelivery, status int, failure *store.WebhookFailure) error {
	if failure == nil {
		return s.store.WebhookDelivered(ctx, message, status)
	}
	return s.store.WebhookFailed(ctx, message, *failure)
}

func result(failure *store.WebhookFailure) string {
	switch {
	case failure == nil:
		return "delivered"
	case failure.Status != 0:
		return "refused"
	}
	return "unanswered"
}
