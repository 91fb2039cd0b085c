package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/telegram"
	"zayavka/store"
)

const (
	// parallelChats bounds the chats whose updates are processed at once.
	parallelChats = 32
	// handlerTimeout bounds one try at one update.
	handlerTimeout = 30 * time.Second
	// updateTries is how often an update is tried before it is let go, while nothing says that we
	// are to blame.
	updateTries = 8
)

// dispatcher processes updates: those of one chat in the order in which they came, chats in
// parallel.
type dispatcher struct {
	process func(ctx context.Context, update tele.Update) error
	log     *slog.Logger
	places  chan struct{} // one for each chat being processed

	mu      sync.Mutex
	chats   map[int64][]job // what is still to do; the first one is under way
	running sync.WaitGroup
}

type job struct {
	ctx    context.Context
	update tele.Update
	done   func(error)
}

func newDispatcher(process func(context.Context, tele.Update) error, log *slog.Logger) *dispatcher {
	return &dispatcher{process: process, log: log, places: make(chan struct{}, parallelChats), chats: map[int64][]job{}}
}

// add takes an update and calls done once it is processed: with nil when it was, or was let go for
// good, and with an error when it has to come again because ctx ended first.
func (d *dispatcher) add(ctx context.Context, update tele.Update, done func(error)) {
	chat := chatOf(update)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.chats[chat] = append(d.chats[chat], job{ctx, update, done})
	if len(d.chats[chat]) == 1 {
		d.running.Go(func() { d.work(chat) })
	}
}

// wait returns when nothing is under way.
func (d *dispatcher) wait() { d.running.Wait() }

func (d *dispatcher) work(chat int64) {
	for {
		d.mu.Lock()
		next := d.chats[chat][0]
		d.mu.Unlock()

		next.done(d.try(next))

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

// try processes an update until it is done or has to be let go. A chat that waits to be tried
// again leaves its place to others.
func (d *dispatcher) try(j job) error {
	log := d.log.With("update_id", j.update.ID)
	for try := 1; ; {
		err := d.once(j)
		if err == nil {
			return nil
		}
		if j.ctx.Err() != nil {
			return fmt.Errorf("stopped before update %d was processed: %w", j.update.ID, err)
		}
		var away *awayError
		ours := errors.As(err, &away)
		if !ours && (!again(err) || try >= updateTries) {
			log.Error("An update is let go: its author gets no answer", "error", err, "tries", try)
			return nil
		}
		wait := backoff(try-1, err)
		log.Warn("An update could not be processed; trying again", "error", err, "wait", wait)
		if !sleep(j.ctx, wait) {
			return fmt.Errorf("stopped before update %d was processed: %w", j.update.ID, err)
		}
		if !ours {
			try++
		}
	}
}

func (d *dispatcher) once(j job) (err error) {
	select {
	case d.places <- struct{}{}:
		defer func() { <-d.places }()
	case <-j.ctx.Done():
		return j.ctx.Err()
	}
	// What has begun is finished, even when the service is asked to stop meanwhile.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(j.ctx), handlerTimeout)
	defer cancel()
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
