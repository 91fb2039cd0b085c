// Package notify delivers the notifications that the store's outbox holds: it claims them under a
// lease, renders, sends and acknowledges, one at a time in each chat. Each arrives at least once;
// a crash between a send and its acknowledgement repeats one message.
package notify

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/lease"
	"zayavka/retry"
	"zayavka/store"
	"zayavka/telemetry"
)

const (
	// parallel bounds the sends under way. At Telegram's 30 messages a second it is enough for
	// answers that take a whole second.
	parallel = 32
	// leaseTime outlasts the longest wait for the limits, 3 s for the chat and the queue of all, and the
	// longest send, 10 s, together. After a crash it is how long what was claimed has to wait.
	leaseTime = 20 * time.Second
	// leastOfLease is the part of a lease that has to be left for a send to begin: half of the longest send.
	leastOfLease = 4
	// slowPoll is the safety net should a wake-up get lost.
	slowPoll = 30 * time.Second
	// shortestWait keeps replicas whose clocks differ from asking without a pause.
	shortestWait = 10 * time.Millisecond
	// reportEvery is how often the log says who waits longest.
	reportEvery = time.Minute
	// statementTimeout bounds what is asked of the database at a time, so that one that hangs is noticed.
	statementTimeout = 5 * time.Second
	// gather is how long sends that end are waited for before the next claim.
	gather = 50 * time.Millisecond
	// longestRetry bounds the pauses between the tries of a message, and so how long it waits when an outage, however
	// long, is over. Telegram's limits bound how many are tried at once.
	longestRetry = 30 * time.Second
)

// Outbox is what is asked of the store.
type Outbox interface {
	Outbox() <-chan struct{}
	ClaimNotifications(ctx context.Context, limit int, lease time.Duration, inHand ...int64) ([]store.Delivery, error)
	NextNotification(ctx context.Context) (due time.Time, ok bool, err error)
	LongestWaiting(ctx context.Context) (n store.Notification, age time.Duration, ok bool, err error)
	NotificationSent(ctx context.Context, claim store.Claim, telegramMessageID int, files ...store.SentFile) error
	NotificationUnreachable(ctx context.Context, claim store.Claim, chatID int64, reason string) error
	NotificationUnanswered(ctx context.Context, claim store.Claim, notBefore time.Time, reason string) error
	NotificationFailed(ctx context.Context, claim store.Claim, reason string) error
	NotificationPanicked(ctx context.Context, claim store.Claim, notBefore time.Time) error
	PostponeNotification(ctx context.Context, claim store.Claim, notBefore time.Time, reason string) error
	RetryNotification(ctx context.Context, claim store.Claim, notBefore time.Time, reason string) error
	StaffGroupMigrated(ctx context.Context, from, to int64) error
}

// Options are what a Sender needs from outside.
type Options struct {
	Store    Outbox
	Logger   *slog.Logger
	Telegram *telegram.Client
	Language string         // of customers who have chosen none
	Zone     *time.Location // the business's
	Metrics  prometheus.Registerer
	Traces   trace.TracerProvider // nil for none
	// Files gives what staff have uploaded. Without it such files cannot be sent.
	Files Files
	// MiniApp is its address, https://…/app/; empty where Telegram cannot open it.
	MiniApp string
	// SignReplies puts the first name of who wrote above a message of staff.
	SignReplies bool
}

// Sender sends notifications, on one replica at a time.
type Sender struct {
	store    Outbox
	log      *slog.Logger
	telegram *telegram.Client
	language string
	zone     *time.Location
	files    Files
	miniApp  string
	signs    bool
	runner   *lease.Runner
	tracer   trace.Tracer
	reported time.Time // when it was last said who waits longest

	statementTimeout time.Duration
	leaseTime        time.Duration
	longestRetry     time.Duration // caps the back-off after failures that pass
	render           func(*locale.Texts, store.Delivery) telegram.Post
}

// New prepares a sender.
func New(o Options) (*Sender, error) {
	runner, err := lease.NewRunner(o.Logger, o.Metrics, "notifications")
	if err != nil {
		return nil, err
	}
	s := &Sender{store: o.Store, log: o.Logger, telegram: o.Telegram, language: o.Language, zone: o.Zone, files: o.Files, miniApp: o.MiniApp, signs: o.SignReplies, runner: runner,
		tracer:           telemetry.Tracer(o.Traces),
		statementTimeout: statementTimeout, leaseTime: leaseTime, longestRetry: longestRetry}
	if s.zone == nil {
		s.zone = time.UTC
	}
	s.render = s.renderPost
	return s, nil
}

// Run sends until ctx ends, and returns when the sends under way have ended and are recorded.
func (s *Sender) Run(ctx context.Context) {
	defer s.runner.Finish(ctx, s.leaseTime)
	for ctx.Err() == nil {
		longest := time.Second
		s.runner.Guard(s.log, func() { longest = s.claim(ctx) })
		s.reportLate(ctx)
		s.wait(ctx, longest)
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
		case <-s.runner.Ended():
			if s.runner.UnderWay() <= parallel/2 {
				return
			}
			timer.Reset(min(longest, gather))
		}
	}
}

// claim begins to send whatever is due, as far as there are places, and returns how long to wait
// if nothing happens meanwhile.
func (s *Sender) claim(ctx context.Context) time.Duration {
	s.runner.Write(ctx)
	free := parallel - s.runner.UnderWay()
	if free <= 0 {
		return slowPoll // the next end of a send wakes
	}
	until := time.Now().Add(s.leaseTime)
	asking, cancel := context.WithTimeout(ctx, s.statementTimeout)
	defer cancel()
	deliveries, err := s.store.ClaimNotifications(asking, free, s.leaseTime, s.runner.InHand()...)
	if err != nil {
		if ctx.Err() == nil {
			s.log.Error("Could not claim notifications", "error", err)
		}
		return time.Second
	}
	for _, delivery := range deliveries {
		n, until := delivery.Notification, until
		if delivery.Message != nil && delivery.Message.IsUploaded() {
			until = until.Add(store.UploadTime)
		}
		log := s.log.With("notification_id", n.ID, "task_id", n.TaskID, "customer_id", n.CustomerID, "staff_id", n.StaffID)
		s.runner.Begin(ctx, lease.Work{
			ID: n.ID, Until: until, Least: s.leaseTime / leastOfLease, Log: log,
			Do: func(ctx context.Context) lease.End { return s.traced(ctx, log, delivery) },
			Panicked: func(ctx context.Context) error {
				return s.store.NotificationPanicked(ctx, n.Claim(), s.retryAt(n))
			},
		})
	}
	if len(deliveries) == free {
		return 0
	}
	due, pending, err := s.store.NextNotification(asking)
	if err != nil || !pending {
		return slowPoll
	}
	return min(max(time.Until(due), shortestWait), slowPoll)
}

// reportLate says once a minute who has been waiting longest, if somebody has for long.
func (s *Sender) reportLate(ctx context.Context) {
	if time.Since(s.reported) < reportEvery {
		return
	}
	s.reported = time.Now()
	ctx, cancel := context.WithTimeout(ctx, s.statementTimeout)
	defer cancel()
	n, age, late, err := s.store.LongestWaiting(ctx)
	if err != nil || !late {
		return // the claim before said what ails the database
	}
	s.log.Warn("A chat has been waiting long for its message", "waiting", age.Round(time.Second).String(), "notification_id", n.ID,
		"task_id", n.TaskID, "customer_id", n.CustomerID, "staff_id", n.StaffID, "attempts", n.Attempts, "last_error", n.LastError)
}

// retryAt is when a notification is tried again that was just tried in vain.
func (s *Sender) retryAt(n store.Notification) time.Time {
	return time.Now().Add(retry.Backoff(n.Attempts, s.longestRetry))
}

// deliver sends one notification and says what became of it.
func (s *Sender) deliver(ctx context.Context, log *slog.Logger, delivery store.Delivery) lease.End {
	n := delivery.Notification
	if delivery.Refusal != "" {
		return func(ctx context.Context) error { return s.store.NotificationFailed(ctx, n.Claim(), delivery.Refusal) }
	}
	post := s.render(locale.For(n.Payload.Language, delivery.Customer.Language, s.language), delivery)
	if n.Unanswered > 0 {
		// It may be there already: without a word from Telegram it is not sent another time.
		if err := s.telegram.Answering(ctx); err != nil {
			if _, failed := telegram.AsError(err); !failed || ctx.Err() != nil {
				return s.end(n, nil, lease.ErrOver)
			}
			return func(ctx context.Context) error {
				return s.store.RetryNotification(ctx, n.Claim(), s.retryAt(n), err.Error())
			}
		}
	}
	sent, err := s.send(ctx, delivery, post)
	if err != nil && ctx.Err() == nil {
		log.Warn("A notification was not sent", "error", err)
	}
	return s.end(n, sent, err)
}

// isEdited tells the messages that are brought up to date in the chat when they change.
func isEdited(kind store.NotificationKind) bool {
	return kind == store.NotificationNews || kind == store.NotificationEstimate || kind == store.NotificationEstimateNudge
}

// send sends a message, or, if the chat has it already, brings it up to date. What Telegram does not let be changed any more
// comes anew. Each of its files is told of by a store.SentFile; of a text there is one without a file.
func (s *Sender) send(ctx context.Context, delivery store.Delivery, post telegram.Post) ([]store.SentFile, error) {
	n := delivery.Notification
	if isEdited(n.Kind) && n.TelegramMessageID != 0 {
		err := s.telegram.Edit(ctx, n.ChatID, n.TelegramMessageID, post.Text, post.Keyboard)
		if telegram.RefusesButton(err) {
			err = s.telegram.Edit(ctx, n.ChatID, n.TelegramMessageID, post.Text, WithoutLinks(post.Keyboard))
		}
		if e, failed := telegram.AsError(err); !failed || e.Kind != telegram.Rejected {
			return []store.SentFile{{TelegramMessageID: n.TelegramMessageID}}, err
		}
	}
	if delivery.Message != nil && len(delivery.Message.Part.Files) > 0 {
		return s.sendFiles(ctx, delivery.Message.Part.Files, post)
	}
	sent, err := s.telegram.Post(ctx, post)
	if telegram.RefusesButton(err) {
		check := "the shop's settings"
		if delivery.News != nil || delivery.Digest != nil { // whose links are to the Mini App
			check = "http.public_url"
		}
		s.log.Error("Telegram refuses the link of a button; check where it is set", "check", check, "error", err)
		post.Keyboard = WithoutLinks(post.Keyboard)
		sent, err = s.telegram.Post(ctx, post)
	}
	if e, failed := telegram.AsError(err); failed && e.Kind == telegram.Rejected && n.Kind == store.NotificationFileCopy {
		post.CopyOf = telegram.Original{} // the customer has taken it back: its text says so
		sent, err = s.telegram.Post(ctx, post)
	}
	if err != nil {
		return nil, err
	}
	return []store.SentFile{{TelegramMessageID: sent[0].MessageID}}, nil
}

// end is how the claim of a notification ends after a send.
func (s *Sender) end(n store.Notification, sent []store.SentFile, err error) lease.End {
	e, answered := telegram.AsError(err)
	return func(ctx context.Context) error {
		switch {
		case err == nil:
			return s.store.NotificationSent(ctx, n.Claim(), sent[0].TelegramMessageID, sent...)
		case errors.Is(err, errNoContent):
			return s.store.NotificationFailed(ctx, n.Claim(), noContent)
		case errors.Is(err, errContent):
			return s.store.RetryNotification(ctx, n.Claim(), s.retryAt(n), err.Error())
		case !answered: // stopped, or the lease over, before it began
			return s.store.PostponeNotification(ctx, n.Claim(), time.Now(), "")
		}
		switch e.Kind {
		case telegram.Flood:
			return s.store.PostponeNotification(ctx, n.Claim(), time.Now().Add(e.RetryAfter), e.Error())
		case telegram.Migrated:
			if err := s.store.StaffGroupMigrated(ctx, n.ChatID, e.MigratedTo); err != nil {
				return err
			}
			return s.store.PostponeNotification(ctx, n.Claim(), time.Now(), "")
		case telegram.Unreachable:
			return s.store.NotificationUnreachable(ctx, n.Claim(), n.ChatID, e.Error())
		case telegram.Rejected:
			return s.store.NotificationFailed(ctx, n.Claim(), e.Error())
		case telegram.Unanswered:
			return s.store.NotificationUnanswered(ctx, n.Claim(), s.retryAt(n), e.Error())
		default:
			return s.store.RetryNotification(ctx, n.Claim(), s.retryAt(n), e.Error())
		}
	}
}
