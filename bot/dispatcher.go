package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/prometheus/client_golang/prometheus"
	tele "gopkg.in/telebot.v3"

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
	// remembered is how many of the last updates are known by their ids, should Telegram deliver one
	// again whose confirmation was lost.
	remembered = 10_000
)

// dispatcher processes updates: those of one chat in the order in which they came, chats in
// parallel. What becomes of an update that failed is for failed to say.
type dispatcher struct {
	process   func(ctx context.Context, update tele.Update) error
	failed    failureHandler
	log       *slog.Logger
	seconds   *prometheus.HistogramVec
	semaphore chan struct{} // one place for each chat being processed
	done      *lru.Cache[int, struct{}]
	// longestPause bounds the pauses between the tries of an update.
	longestPause time.Duration

	mu      sync.Mutex
	chats   map[int64][]job // what is still to do; the first one is under way
	running sync.WaitGroup  // a chat each
	next    chan int64      // a chat for a worker that has none
}

// failureHandler decides about an update that failed with err, and writes that down. With the error for why that
// could not be done, the update stays in memory and is tried again there.
type failureHandler func(first job, err error) (outcome, error)

// outcome is how an update left the dispatcher.
type outcome string

const (
	processed   outcome = "ok"
	putAside    outcome = "dead"        // a dead letter
	putOff      outcome = "waits"       // written down, with all that its chat has here, to be tried again
	interrupted outcome = "interrupted" // not processed before its context ended
)

type job struct {
	incoming

	ctx  context.Context
	done func(outcome)
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
		process: process, log: log, semaphore: make(chan struct{}, chats), chats: map[int64][]job{}, next: make(chan int64),
		longestPause: longestBackoff,
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "zayavka_updates_seconds",
			Help:    "How long updates took from their arrival to the end of a try, by kind and result: ok, dead, waits or interrupted.",
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
	return d, nil
}

// add takes an update and calls done when it leaves the dispatcher.
func (d *dispatcher) add(ctx context.Context, update incoming, done func(outcome)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.chats[update.chat] = append(d.chats[update.chat], job{update, ctx, done})
	if len(d.chats[update.chat]) > 1 {
		return
	}
	d.running.Add(1)
	select {
	case d.next <- update.chat:
	default:
		go d.worker(ctx, update.chat)
	}
}

// queue is what a chat has here, the first one under way.
func (d *dispatcher) queue(chat int64) []job {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.chats[chat])
}

// queued is how many updates a chat has here.
func (d *dispatcher) queued(chat int64) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.chats[chat])
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
	for left := 1; left > 0; {
		d.mu.Lock()
		first := d.chats[chat][0]
		d.mu.Unlock()

		result := processed
		if !d.done.Contains(first.id) {
			result = d.try(first)
		}
		leaving := 1
		switch result {
		case processed:
			d.done.Add(first.id, struct{}{})
		case putOff:
			leaving = d.queued(chat) // nothing is added to a chat that is put off
		}
		left = d.leave(chat, leaving, result)
	}
}

// leave ends the first updates of a chat, and tells how many are left.
func (d *dispatcher) leave(chat int64, count int, result outcome) (left int) {
	d.mu.Lock()
	leaving := d.chats[chat][:count]
	d.mu.Unlock()
	for _, job := range leaving {
		d.seconds.WithLabelValues(kindOf(job.update), string(result)).Observe(time.Since(job.at).Seconds())
		job.done(result)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.chats[chat] = d.chats[chat][count:]
	if left = len(d.chats[chat]); left == 0 {
		delete(d.chats, chat)
	}
	return left
}

// try processes an update until it can leave. A chat that waits to be tried again leaves its place to others.
func (d *dispatcher) try(first job) outcome {
	for failures := 0; ; failures++ {
		err := d.once(first)
		if err == nil {
			return processed
		}
		if first.ctx.Err() != nil {
			d.log.Info("An update was not processed before the stop: it will be taken up again", "update_id", first.id, "reason", err)
			return interrupted
		}
		result, saving := d.failed(first, err)
		if saving == nil {
			return result
		}
		wait := backoff(failures, err, d.longestPause)
		d.log.Warn("An update could not be processed, nor written down; trying again", "update_id", first.id,
			"error", err, "database", saving, "wait", wait.String())
		if !retry.Sleep(first.ctx, wait) {
			return interrupted
		}
	}
}

// once is one try.
func (d *dispatcher) once(j job) (err error) {
	if j.unreadable != nil {
		return &unreadableError{j.unreadable}
	}
	select {
	case d.semaphore <- struct{}{}:
		defer func() { <-d.semaphore }()
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
