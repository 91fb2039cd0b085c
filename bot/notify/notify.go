// Package notify delivers the notifications that the store's outbox holds: it claims them under a
// lease, renders, sends and acknowledges, one at a time in each chat. Each arrives at least once;
// a crash between a send and its acknowledgement repeats one message.
package notify

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
)

const (
	// parallel bounds the sends under way. At Telegram's 30 messages a second it is enough for
	// answers that take a whole second.
	parallel = 32
	// lease outlasts the longest wait for the limits, 3 s for the chat and the queue of all, and the
	// longest send, 10 s, together. After a crash it is how long what was claimed has to wait.
	lease = 20 * time.Second
	// slowPoll is the safety net should a wake-up get lost.
	slowPoll = 30 * time.Second
	// shortestWait keeps replicas whose clocks differ from asking without a pause.
	shortestWait = 10 * time.Millisecond
	// gather is how long sends that end are waited for before the next claim.
	gather = 50 * time.Millisecond
	// longestRetry caps the back-off after failures that pass.
	longestRetry = 10 * time.Minute
)

// Options are what a Sender needs from outside.
type Options struct {
	Store    *store.Store
	Logger   *slog.Logger
	Telegram *telegram.Client
	Language string // of customers who have chosen none
}

// Sender sends notifications, on one replica at a time.
type Sender struct {
	store    *store.Store
	log      *slog.Logger
	telegram *telegram.Client
	language string
	places   chan struct{} // one for each send under way
	freed    chan struct{} // signals that a send ended
}

// New prepares a sender.
func New(o Options) *Sender {
	return &Sender{
		store: o.Store, log: o.Logger, telegram: o.Telegram, language: o.Language,
		places: make(chan struct{}, parallel), freed: make(chan struct{}, 1),
	}
}

// Run sends until ctx ends, and returns when the sends under way have ended and are recorded.
func (s *Sender) Run(ctx context.Context) {
	var sending sync.WaitGroup
	defer sending.Wait()
	for ctx.Err() == nil {
		s.wait(ctx, s.claim(ctx, &sending))
	}
}

// wait returns when there may be something to claim, at the latest after longest. While many sends are
// under way, those that end are gathered: a claim for each of them would cost more than sending.
func (s *Sender) wait(ctx context.Context, longest time.Duration) {
	timer := time.NewTimer(longest)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.store.Outbox():
			return
		case <-timer.C:
			return
		case <-s.freed:
			if len(s.places) <= parallel/2 {
				return
			}
			timer.Reset(min(longest, gather))
		}
	}
}

// claim begins to send whatever is due, as far as there are places, and returns how long to wait
// if nothing happens meanwhile.
func (s *Sender) claim(ctx context.Context, sending *sync.WaitGroup) time.Duration {
	free := cap(s.places) - len(s.places)
	if free == 0 {
		return slowPoll // the next end of a send wakes
	}
	deliveries, err := s.store.ClaimNotifications(ctx, free, lease)
	if err != nil {
		if ctx.Err() == nil {
			s.log.Error("Could not claim notifications", "error", err)
		}
		return time.Second
	}
	for _, delivery := range deliveries {
		s.places <- struct{}{}
		sending.Go(func() {
			s.deliver(ctx, delivery)
			<-s.places
			select {
			case s.freed <- struct{}{}:
			default:
			}
		})
	}
	if len(deliveries) == free {
		return 0
	}
	due, pending, err := s.store.NextNotification(ctx)
	if err != nil || !pending {
		return slowPoll
	}
	return min(max(time.Until(due), shortestWait), slowPoll)
}

// deliver sends one notification and records what became of it.
func (s *Sender) deliver(ctx context.Context, delivery store.Delivery) {
	n := delivery.Notification
	log := s.log.With("notification_id", n.ID, "task_id", n.TaskID, "customer_id", n.CustomerID, "staff_id", n.StaffID)
	texts := locale.For(n.Payload.Language, delivery.Customer.Language, s.language)
	text, keyboard := render(texts, delivery)
	messageID, err := s.telegram.Send(ctx, n.ChatID, text, keyboard)

	s.record(ctx, log, func(ctx context.Context) error {
		if err == nil {
			return s.store.NotificationSent(ctx, n.ID, messageID)
		}
		e, ok := telegram.AsError(err)
		if !ok { // stopped before it began
			return s.store.PostponeNotification(ctx, n.ID, time.Now(), "")
		}
		switch e.Kind {
		case telegram.Flood:
			return s.store.PostponeNotification(ctx, n.ID, time.Now().Add(e.RetryAfter), e.Error())
		case telegram.Unreachable:
			return s.store.NotificationUnreachable(ctx, n.ID, n.ChatID, e.Error())
		case telegram.Rejected:
			return s.store.NotificationFailed(ctx, n.ID, e.Error())
		default:
			return s.store.RetryNotification(ctx, n.ID, time.Now().Add(retry.Backoff(n.Attempts, longestRetry)), e.Error())
		}
	})
	if err != nil && ctx.Err() == nil {
		log.Warn("A notification was not sent", "error", err)
	}
}

// record writes down a result, again and again while the database is away: after the lease the
// message would be sent twice.
func (s *Sender) record(ctx context.Context, log *slog.Logger, write func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lease)
	defer cancel()
	for {
		err := write(ctx)
		if err == nil {
			return
		}
		log.Error("Could not record what became of a notification", "error", err)
		if !retry.Sleep(ctx, time.Second) {
			return
		}
	}
}
