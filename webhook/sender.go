// Package webhook delivers the events that the store queued for integrators, signed by the scheme of
// https://www.standardwebhooks.com: it claims deliveries under a lease, sends and acknowledges. Each
// message arrives at least once, in no promised order, always under the same webhook-id.
package webhook

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"zayavka/lease"
	"zayavka/retry"
	"zayavka/store"
	"zayavka/telemetry"
)

const (
	// parallel bounds the messages under way to one endpoint, so that a slow one holds up no other.
	parallel = 4
	// leaseTime outlasts an attempt and the record of it. After a crash it is how long what was claimed
	// has to wait.
	leaseTime = 30 * time.Second
	// slowPoll is the safety net should a wake-up get lost.
	slowPoll = 30 * time.Second
	// longestRetry caps the back-off after a panic.
	longestRetry = 10 * time.Minute
	// statementTimeout bounds what is asked of the database at a time, so that one that hangs is noticed.
	statementTimeout = 5 * time.Second
	// shortestWait keeps replicas whose clocks differ from asking without a pause.
	shortestWait = 10 * time.Millisecond
)

// outbox is what is asked of the store.
type outbox interface {
	WebhookOutbox() <-chan struct{}
	DueWebhooks(ctx context.Context) ([]store.WebhookDue, error)
	ClaimWebhookDeliveries(ctx context.Context, webhookID int64, limit int, lease time.Duration, inHand ...int64) ([]store.WebhookDelivery, error)
	WebhookDelivered(ctx context.Context, delivery store.WebhookDelivery, status int) error
	WebhookFailed(ctx context.Context, delivery store.WebhookDelivery, failure store.WebhookFailure) error
	WebhookPostponed(ctx context.Context, delivery store.WebhookDelivery) error
	WebhookPanicked(ctx context.Context, delivery store.WebhookDelivery, notBefore time.Time) error
	WebhookAddressAllowed(address netip.Addr) bool
}

// Options are what a Sender needs from outside. Store, Logger and Metrics are required.
type Options struct {
	Store   outbox
	Logger  *slog.Logger
	Version string           // of this program, for the header User-Agent
	Clock   func() time.Time // time.Now
	Metrics prometheus.Registerer
	Traces  trace.TracerProvider // nil for none
}

// Sender sends webhooks, on one replica at a time.
type Sender struct {
	store            outbox
	log              *slog.Logger
	clock            func() time.Time
	client           *http.Client
	userAgent        string
	timeout          time.Duration // of one attempt
	leaseTime        time.Duration
	statementTimeout time.Duration
	attempts         *prometheus.CounterVec
	runner           *lease.Runner
	tracer           trace.Tracer
	mu               sync.Mutex
	underWay         map[int64]int // messages to each endpoint, by its id
}

// New prepares a sender.
func New(o Options) (*Sender, error) {
	s := &Sender{
		store: o.Store, log: o.Logger, clock: o.Clock, client: newClient(o.Store.WebhookAddressAllowed),
		userAgent: "Zayavka/" + o.Version, timeout: attemptTimeout,
		leaseTime: leaseTime, statementTimeout: statementTimeout,
		attempts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "zayavka_webhook_attempts_total",
			Help: "Attempts to deliver a webhook: delivered, refused (the endpoint answered no 2xx) or unanswered.",
		}, []string{"result"}),
		underWay: map[int64]int{},
		tracer:   telemetry.Tracer(o.Traces),
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	if err := o.Metrics.Register(s.attempts); err != nil {
		return nil, fmt.Errorf("webhook: register metrics: %w", err)
	}
	var err error
	s.runner, err = lease.NewRunner(o.Logger, o.Metrics, "webhooks")
	return s, err
}

// Run sends until ctx ends, and returns when the attempts under way have ended and are recorded.
func (s *Sender) Run(ctx context.Context) {
	defer s.client.CloseIdleConnections()
	defer s.runner.Finish(ctx, s.leaseTime)
	for ctx.Err() == nil {
		next, err := time.Second, error(nil)
		s.runner.Guard(s.log, func() { next, err = s.claim(ctx) })
		if err != nil && ctx.Err() == nil {
			s.log.Error("Could not claim deliveries to webhooks", "error", err)
			next = time.Second
		}
		timer := time.NewTimer(next)
		select {
		case <-ctx.Done():
		case <-s.store.WebhookOutbox():
		case <-s.runner.Ended():
		case <-timer.C:
		}
		timer.Stop()
	}
}

// claim begins to send whatever is due, as far as there are places, and returns how long to wait if
// nothing happens meanwhile.
func (s *Sender) claim(ctx context.Context) (next time.Duration, err error) {
	s.runner.Write(ctx)
	asking, cancel := context.WithTimeout(ctx, s.statementTimeout)
	defer cancel()
	endpoints, err := s.store.DueWebhooks(asking)
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
		until := time.Now().Add(s.leaseTime)
		deliveries, err := s.store.ClaimWebhookDeliveries(asking, endpoint.ID, free, s.leaseTime, s.runner.InHand()...)
		if err != nil {
			return 0, err
		}
		for _, delivery := range deliveries {
			s.count(endpoint.ID, 1)
			s.begin(ctx, endpoint.Webhook, delivery, until)
		}
	}
	return next, nil
}

func (s *Sender) begin(ctx context.Context, to store.Webhook, message store.WebhookDelivery, until time.Time) {
	log := s.log.With("webhook_id", to.ID, "message_id", message.MessageID, "event", message.Event)
	s.runner.Begin(ctx, lease.Work{
		ID: message.ID, Until: until, Least: s.timeout, Log: log,
		Do: func(ctx context.Context) lease.End {
			defer s.count(to.ID, -1)
			return s.deliver(ctx, log, to, message)
		},
		Panicked: func(ctx context.Context) error {
			return s.store.WebhookPanicked(ctx, message, s.clock().Add(retry.Backoff(message.Attempts, longestRetry)))
		},
	})
}

// count adds to the messages under way to an endpoint and returns how many there are then.
func (s *Sender) count(webhookID int64, change int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.underWay[webhookID] += change
	return s.underWay[webhookID]
}

// deliver makes one attempt and says what became of it. An attempt that has begun is not broken
// off when ctx ends: it would only be repeated.
func (s *Sender) deliver(ctx context.Context, log *slog.Logger, to store.Webhook, message store.WebhookDelivery) lease.End {
	ctx, span := s.tracer.Start(ctx, "deliver webhook", trace.WithSpanKind(trace.SpanKindClient))
	status, failure, begun := s.attempt(context.WithoutCancel(ctx), to, message)
	if !begun {
		telemetry.End(span, "not begun", false)
		return func(ctx context.Context) error { return s.store.WebhookPostponed(ctx, message) }
	}
	s.attempts.WithLabelValues(result(failure)).Inc()
	if span.IsRecording() {
		span.SetAttributes(attribute.Int64("zayavka.webhook_id", to.ID), attribute.String("zayavka.event", string(message.Event)),
			attribute.Int("zayavka.attempt", message.Attempts+1), attribute.Int("http.response.status_code", status))
	}
	telemetry.End(span, result(failure), failure != nil)
	if failure == nil {
		return func(ctx context.Context) error { return s.store.WebhookDelivered(ctx, message, status) }
	}
	log.Warn("A webhook was not delivered", "attempt", message.Attempts+1, "reason", failure.Reason)
	return func(ctx context.Context) error { return s.store.WebhookFailed(ctx, message, *failure) }
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
