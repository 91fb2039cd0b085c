package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/prometheus/client_golang/prometheus"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
)

const (
	// mostChats and fewestChats are how many chats' updates are processed at once: see chatsAtOnce.
	mostChats, fewestChats = 256, 32
	// handlerTimeout bounds one try at one update.
	handlerTimeout = 30 * time.Second
	// workerIdle is how long a worker waits for another chat.
	workerIdle = time.Second
	// updateTries is how often an update is tried before it is let go, while nothing says that we
	// are to blame.
	updateTries = 8
	// remembered is how many of the last updates are known by their ids, should Telegram deliver one
	// again whose confirmation was lost.
	remembered = 10_000
)

// dispatcher processes updates: those of one chat in the order in which they came, chats in
// parallel.
type dispatcher struct {
	process func(ctx context.Context, update tele.Update) error
	log     *slog.Logger
	seconds *prometheus.HistogramVec
	places  chan struct{} // one for each chat being processed
	done    *lru.Cache[int, struct{}]
	tries   *lru.Cache[int, int] // that failed, also in earlier deliveries; the fault was not ours

	mu      sync.Mutex
	chats   map[int64][]job // what is still to do; the first one is under way
	running sync.WaitGroup  // a chat each
	next    chan int64      // a chat for a worker that has none
}

type job struct {
	ctx     context.Context
	arrived time.Time
	update  tele.Update
	done    func(error)
}

// chatsAtOnce is four seconds of messages, so that an answer or a notification does not wait longer than that
// for its turn: leases and handlers' time limits count on it. Where there is no limit it is enough for
// thousands of answers a second by a Telegram that takes tens of milliseconds.
func chatsAtOnce(messagesPerSecond int) int {
	if messagesPerSecond == 0 {
		return mostChats
	}
	return min(max(fewestChats, 4*messagesPerSecond), mostChats)
}

func newDispatcher(process func(context.Context, tele.Update) error, chats int, log *slog.Logger, metrics prometheus.Registerer) (*dispatcher, error) {
	d := &dispatcher{
		process: process, log: log, places: make(chan struct{}, chats), chats: map[int64][]job{}, next: make(chan int64),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "zayavka_updates_seconds",
			Help:    "How long updates took from their arrival to their end, by kind and result: ok, let_go or again.",
			Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60},
		}, []string{"kind", "result"}),
	}
	if err := metrics.Register(d.seconds); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	var err error
	if d.done, err = lru.New[int, struct{}](remembered); err != nil {
		return nil, fmt.Errorf("make room for update ids: %w", err)
	}
	if d.tries, err = lru.New[int, int](remembered); err != nil {
		return nil, fmt.Errorf("make room for update ids: %w", err)
	}
	return d, nil
}

// add takes an update and calls done once it is processed: with nil when it was, or was let go for
// good, and with an error when it has to come again because ctx ended first.
func (d *dispatcher) add(ctx context.Context, update tele.Update, done func(error)) {
	chat := chatOf(update)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.chats[chat] = append(d.chats[chat], job{ctx, time.Now(), update, done})
	if len(d.chats[chat]) > 1 {
		return
	}
	d.running.Add(1)
	select {
	case d.next <- chat:
	default:
		go d.worker(ctx, chat)
	}
}

// worker works on a chat, and then on others: a new goroutine for each would have to grow its stack anew,
// which costs a twelfth of an answer.
func (d *dispatcher) worker(ctx context.Context, chat int64) {
	idle := time.NewTimer(workerIdle)
	defer idle.Stop()
	for {
		d.work(chat)
		d.running.Done()
		idle.Reset(workerIdle)
		select {
		case chat = <-d.next:
		case <-idle.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// wait returns when nothing is under way.
func (d *dispatcher) wait() { d.running.Wait() }

func (d *dispatcher) work(chat int64) {
	for {
		d.mu.Lock()
		next := d.chats[chat][0]
		d.mu.Unlock()

		result, err := updateOK, error(nil)
		if !d.done.Contains(next.update.ID) {
			result, err = d.try(next)
		}
		if err == nil {
			d.done.Add(next.update.ID, struct{}{})
		}
		d.seconds.WithLabelValues(kindOf(next.update), string(result)).Observe(time.Since(next.arrived).Seconds())
		next.done(err)

		d.mu.Lock()
		d.chats[chat] = d.chats[chat][1:]
		if len(d.chats[chat]) == 0 {
			delete(d.chats, chat)
			d.mu.Unlock()
			return
		}
		d.mu.Unlock()
	}
}

// updateResult is what became of an update.
type updateResult string

const (
	updateOK    updateResult = "ok"
	updateLetGo updateResult = "let_go" // confirmed without success
	updateAgain updateResult = "again"  // has to be delivered again
)

// try processes an update until it is done or has to be let go. A chat that waits to be tried
// again leaves its place to others. The error is for updates that have to come again.
func (d *dispatcher) try(j job) (updateResult, error) {
	for failures := 0; ; failures++ {
		err := d.once(j)
		if err == nil {
			return updateOK, nil
		}
		if j.ctx.Err() != nil {
			return updateAgain, fmt.Errorf("stopped before update %d was processed: %w", j.update.ID, err)
		}
		var away *awayError
		if !errors.As(err, &away) {
			tries, _ := d.tries.Get(j.update.ID)
			tries++
			if !again(err) || tries >= updateTries {
				d.log.Error("An update is let go: its author gets no answer", "update_id", j.update.ID, "error", err, "tries", tries)
				return updateLetGo, nil
			}
			d.tries.Add(j.update.ID, tries)
		}
		wait := backoff(failures, err)
		d.log.Warn("An update could not be processed; trying again", "update_id", j.update.ID, "error", err, "wait", wait.String())
		if !retry.Sleep(j.ctx, wait) {
			return updateAgain, fmt.Errorf("stopped before update %d was processed: %w", j.update.ID, err)
		}
	}
}

func (d *dispatcher) once(j job) (err error) {
	select {
	case d.places <- struct{}{}:
		defer func() { <-d.places }()
	case <-j.ctx.Done():
	}
	if err := j.ctx.Err(); err != nil {
		return err
	}
	// What has begun is finished when the service is asked to stop, but not when another replica
	// leads: it takes the same update.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(j.ctx), handlerTimeout)
	defer cancel()
	defer context.AfterFunc(j.ctx, func() {
		if errors.Is(context.Cause(j.ctx), store.ErrLeadershipLost) {
			cancel()
		}
	})()
	defer func() {
		if cause := recover(); cause != nil {
			err = &panicError{cause, debug.Stack()}
		}
	}()
	return d.process(ctx, j.update)
}

// panicError is a handler's panic: its update would panic again.
type panicError struct {
	cause any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.cause, e.stack) }

// awayError is a failure while the database was away: the fault is ours for as long as that lasts,
// and counts as no try.
type awayError struct{ error }

func (e *awayError) Unwrap() error { return e.error }

// again tells whether the same update may succeed on another try.
func again(err error) bool {
	var panicked *panicError
	if errors.As(err, &panicked) {
		return false
	}
	if e, ok := telegram.AsError(err); ok {
		return e.Kind == telegram.Temporary || e.Kind == telegram.Flood
	}
	code := store.CodeOf(err)
	return code == store.Internal || code == store.Conflict
}

// chatOf names the chat whose order an update belongs to.
func chatOf(update tele.Update) int64 {
	switch {
	case update.Message != nil && update.Message.Chat != nil:
		return update.Message.Chat.ID
	case update.EditedMessage != nil && update.EditedMessage.Chat != nil:
		return update.EditedMessage.Chat.ID
	case update.Callback != nil && update.Callback.Sender != nil:
		return update.Callback.Sender.ID // the private chat of the one who tapped
	case update.MyChatMember != nil && update.MyChatMember.Chat != nil:
		return update.MyChatMember.Chat.ID
	}
	return 0
}

// kindOf names an update as Telegram does.
func kindOf(update tele.Update) string {
	switch {
	case update.Message != nil:
		return "message"
	case update.EditedMessage != nil:
		return "edited_message"
	case update.Callback != nil:
		return "callback_query"
	case update.MyChatMember != nil:
		return "my_chat_member"
	}
	return "other"
}
