// Package bot is the conversation with customers: updates in, answers and notifications out.
package bot

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/fetch"
	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
	"zayavka/telemetry"
)

// shop is what the conversation asks of the store.
type shop interface {
	notify.Outbox
	fetch.Queue
	savedUpdates
	customerReader
	conversation
	connector
	counter
	reminded
	estimates
	personal
	consents
	Location() *time.Location
	Shop(ctx context.Context) (store.Shop, error)
	Register(ctx context.Context, in store.Registration) (store.Customer, store.RegistrationOutcome, error)
	SetLanguage(ctx context.Context, customerID int64, language string) error
	SetReachable(ctx context.Context, telegramID int64) error
	SetUnreachable(ctx context.Context, telegramID int64, began time.Time) error
	Tasks(ctx context.Context, filter store.TaskFilter, page store.OffsetPage) ([]store.Task, error)
	CountTasks(ctx context.Context, filter store.TaskFilter) (int, error)
	TaskCard(ctx context.Context, customer store.Customer, taskID int64) (store.TaskCard, error)
	ReceiveUpdate(ctx context.Context, update store.Update) error
}

// Files is where the content of files is kept.
type Files interface {
	notify.Files
	fetch.Storage
}

// Options are what a Bot needs from outside.
type Options struct {
	Store  shop
	Logger *slog.Logger
	Token  string
	APIURL string // https://api.telegram.org or a Bot API server of one's own
	Proxy  string // through which Telegram is reached; may be empty
	Mode   string // "polling" or "webhook"
	// MessagesPerSecond is what Telegram lets the bot send; 0 lifts its limits, also that of a chat.
	MessagesPerSecond int
	PublicURL         string // where people and, in webhook mode, Telegram reach this service; may be empty
	WebhookSecret     string
	Language          string // of customers who have no other
	SignReplies       bool   // the name of who wrote stands above a message of staff
	Files             Files  // nil sends only files that Telegram has, and leaves what customers send to be fetched later
	Metrics           prometheus.Registerer
	Traces            trace.TracerProvider // nil for none
}

// WebhookPath is where Webhook is to be served, below PublicURL.
const WebhookPath = "/telegram/webhook"

// Bot is one bot's account at Telegram. New it, then Run it on one replica; Webhook may be served
// on all.
type Bot struct {
	store         shop
	chats         *batcher[int64, chatState]
	receptions    *batcher[store.IncomingMessage, store.Reception]
	lists         *chatLists
	due           chan struct{} // signals that something may be due in a chat
	log           *slog.Logger
	telegram      *telegram.Client
	router        *tele.Bot // finds the handler of an update; never started
	dispatcher    *dispatcher
	inbox         *inbox
	poller        *poller       // nil in webhook mode
	webhook       *webhookWatch // nil when polling
	sender        *notify.Sender
	fetcher       *fetch.Fetcher // nil without a place for files
	publicURL     string
	webhookSecret string
	language      string
	tracer        trace.Tracer
	problem       atomic.Pointer[store.BotProblem]
	problemChange chan struct{}          // signals that problem is another one
	username      atomic.Pointer[string] // the bot's own, once Telegram has said it
	underWay      sync.Map               // update id to *processing
	// chosen are the languages of people who are not registered yet, by their Telegram ids.
	chosen *lru.Cache[int64, string]
}

// New prepares a bot; it does not connect to Telegram.
func New(o Options) (*Bot, error) {
	client, err := telegram.NewClient(telegram.Options{
		APIURL: o.APIURL, Token: o.Token, Proxy: o.Proxy, MessagesPerSecond: o.MessagesPerSecond, Metrics: o.Metrics,
	})
	if err != nil {
		return nil, err
	}
	b := &Bot{
		store: o.Store, chats: newChatReader(o.Store), receptions: newReceiver(o.Store), due: make(chan struct{}, 1), problemChange: make(chan struct{}, 1), log: o.Logger, telegram: client, publicURL: strings.TrimRight(o.PublicURL, "/"),
		webhookSecret: o.WebhookSecret, language: o.Language, tracer: telemetry.Tracer(o.Traces),
	}
	b.router, err = tele.NewBot(tele.Settings{Offline: true, Synchronous: true, OnError: b.handlerFailed})
	if err != nil {
		return nil, fmt.Errorf("prepare telebot: %w", err)
	}
	if b.chosen, err = lru.New[int64, string](rememberedChoices); err != nil {
		return nil, fmt.Errorf("make room for languages: %w", err)
	}
	if b.lists, err = newChatLists(o.Store, o.Logger); err != nil {
		return nil, err
	}
	b.setRoutes()
	if b.dispatcher, err = newDispatcher(b.process, chatsAtOnce(o.MessagesPerSecond), b.log, o.Metrics); err != nil {
		return nil, err
	}
	b.inbox = newInbox(o.Store, b.dispatcher, b.log)
	miniApp := ""
	if b.hasMiniApp() {
		miniApp = b.miniAppURL()
	}
	b.sender, err = notify.New(notify.Options{
		Store: o.Store, Logger: o.Logger, Telegram: client, Language: o.Language, Zone: o.Store.Location(), Files: o.Files, MiniApp: miniApp, SignReplies: o.SignReplies, Metrics: o.Metrics, Traces: o.Traces,
	})
	if err != nil {
		return nil, err
	}
	if o.Files != nil {
		b.fetcher, err = fetch.New(fetch.Options{Queue: o.Store, Storage: o.Files, Logger: o.Logger, Telegram: client, Metrics: o.Metrics})
		if err != nil {
			return nil, err
		}
	}
	if o.Mode == "webhook" {
		if b.webhook, err = newWebhookWatch(b, o.Metrics); err != nil {
			return nil, err
		}
	} else {
		b.poller = &poller{telegram: client, dispatcher: b.dispatcher, inbox: b.inbox, log: o.Logger, report: b.report}
	}
	b.report(store.BotProblem{Kind: store.BotStarting, Says: "the bot is starting"})
	return b, nil
}

// Run takes updates and sends notifications until ctx ends; what is in hand then is finished.
func (b *Bot) Run(ctx context.Context) error {
	b.telegram.TakeOver()
	var running sync.WaitGroup
	running.Go(func() { b.sender.Run(ctx) })
	if b.fetcher != nil {
		running.Go(func() { b.fetcher.Run(ctx) })
	}
	running.Go(func() { b.introduce(ctx) })
	running.Go(func() { b.runDue(ctx) })
	running.Go(func() { b.keepProblem(ctx) })
	running.Go(func() { b.takeUpdates(ctx) })
	<-ctx.Done()
	running.Wait()
	b.telegram.Close()
	return ctx.Err()
}

// takeUpdates processes updates until ctx ends: first those that are written down.
func (b *Bot) takeUpdates(ctx context.Context) {
	b.inbox.reset()
	defer b.inbox.keepMarking(ctx)()
	defer b.lists.keepWriting(ctx)()
	defer b.dispatcher.wait()
	if !b.persist(ctx, "read the updates that are written down", b.inbox.resume) {
		return
	}
	var running sync.WaitGroup
	defer running.Wait()
	running.Go(func() { b.inbox.run(ctx) })
	if b.poller == nil {
		if b.persist(ctx, "set the webhook", b.setWebhook) {
			b.report(store.BotProblem{})
			b.webhook.run(ctx)
		}
		return
	}
	// Where that fails, getUpdates says what is wrong.
	if err := b.telegram.DeleteWebhook(ctx); err != nil && ctx.Err() == nil {
		b.log.Warn("Could not make sure that no webhook is set", "error", err)
	}
	b.poller.run(ctx)
}

func (b *Bot) setWebhook(ctx context.Context) error {
	return b.telegram.SetWebhook(ctx, b.publicURL+WebhookPath, b.webhookSecret, updateKinds())
}

// introduce learns who the bot is and sets its menu of commands. Nobody waits for that.
func (b *Bot) introduce(ctx context.Context) {
	again := func(attempted string, do func(context.Context) error) bool {
		return b.retried(ctx, do, func(err error, wait time.Duration) {
			b.log.Warn("Could not "+attempted+"; trying again", "problem", problemOf(err).Says, "wait", wait.String())
		})
	}
	again("ask who the bot is", func(ctx context.Context) error {
		me, err := b.telegram.GetMe(ctx)
		if err == nil {
			b.username.Store(&me.Username)
			err = b.store.SetBotUsername(ctx, me.Username)
			b.log.Info("The bot is online", "username", "@"+me.Username)
		}
		return err
	})
	for _, language := range []string{"", "ru", "en"} {
		again("set the menu of commands", func(ctx context.Context) error {
			return b.telegram.SetCommands(ctx, commands(locale.For(language, b.language)), language)
		})
	}
}

// persist does what has to succeed before the bot is ready, again and again; false means that ctx ended before.
func (b *Bot) persist(ctx context.Context, attempted string, do func(context.Context) error) bool {
	return b.retried(ctx, do, func(err error, wait time.Duration) {
		problem := problemOf(err)
		b.report(problem)
		b.log.Error("Could not "+attempted+"; trying again", "problem", problem.Says, "error", err, "wait", wait.String())
	})
}

// retried does something until it succeeds, with the pauses that failures ask for; false means that ctx ended before.
func (b *Bot) retried(ctx context.Context, do func(context.Context) error, failed func(error, time.Duration)) bool {
	for failures := 0; ; failures++ {
		err := do(ctx)
		if err == nil {
			return true
		}
		if ctx.Err() != nil {
			return false
		}
		wait := backoff(failures, err, longestBackoff)
		failed(err, wait)
		if !retry.Sleep(ctx, wait) {
			return false
		}
	}
}

const (
	longestBackoff    = 30 * time.Second
	rememberedChoices = 1000
)

// backoff is how long to wait after so many failures in a row, at most longest, or as long as Telegram asks for.
func backoff(failures int, err error, longest time.Duration) time.Duration {
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Flood {
		return e.RetryAfter
	}
	return retry.Backoff(failures, longest)
}
