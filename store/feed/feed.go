// Package feed passes events on to many readers in this process, none of which holds up another.
package feed

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// ErrMissed ends a Watcher that may have missed events: it was too slow, or what the feed is fed from broke.
// Its reader starts anew by reading what it shows.
var ErrMissed = errors.New("events were missed")

// MaxWaiting is how many events may wait for one Watcher.
const MaxWaiting = 1_000

// Feed passes events on to its watchers. It is safe for concurrent use.
type Feed[Event any] struct {
	superfluous func(waiting, later Event) bool
	mu          sync.Mutex
	watchers    map[*Watcher[Event]]struct{}
}

// New makes a feed. superfluous tells whether an event that waits says nothing any more once a later one
// has come.
func New[Event any](superfluous func(waiting, later Event) bool) *Feed[Event] {
	return &Feed[Event]{superfluous: superfluous, watchers: map[*Watcher[Event]]struct{}{}}
}

// Watch begins to receive events; Close ends it.
func (f *Feed[Event]) Watch() *Watcher[Event] {
	w := &Watcher[Event]{feed: f, signal: make(chan struct{}, 1)}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.watchers[w] = struct{}{}
	return w
}

// Publish passes events on, in their order.
func (f *Feed[Event]) Publish(events []Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for watcher := range f.watchers {
		watcher.add(events)
	}
}

// Miss ends all watchers: something may have happened that was not published.
func (f *Feed[Event]) Miss() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for watcher := range f.watchers {
		watcher.miss()
	}
}

// Watcher receives events. It is for one reader at a time.
type Watcher[Event any] struct {
	feed    *Feed[Event]
	mu      sync.Mutex
	waiting []Event
	missed  bool
	signal  chan struct{}
}

// Close ends the Watcher.
func (w *Watcher[Event]) Close() {
	w.feed.mu.Lock()
	defer w.feed.mu.Unlock()
	delete(w.feed.watchers, w)
}

// Next waits for an event. It fails with ErrMissed, for good, or when ctx ends.
func (w *Watcher[Event]) Next(ctx context.Context) (event Event, err error) {
	for {
		if event, ok, err := w.take(); ok || err != nil {
			return event, err
		}
		select {
		case <-ctx.Done():
			return event, ctx.Err()
		case <-w.signal:
		}
	}
}

func (w *Watcher[Event]) take() (event Event, ok bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.missed {
		return event, false, ErrMissed
	}
	if len(w.waiting) == 0 {
		return event, false, nil
	}
	event, w.waiting = w.waiting[0], w.waiting[1:]
	return event, true, nil
}

// add never waits: a slow reader must not hold up the others.
func (w *Watcher[Event]) add(events []Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, later := range events {
		w.waiting = slices.DeleteFunc(w.waiting, func(waiting Event) bool { return w.feed.superfluous(waiting, later) })
		w.waiting = append(w.waiting, later)
	}
	if len(w.waiting) > MaxWaiting {
		w.waiting, w.missed = nil, true
	}
	w.wake()
}

func (w *Watcher[Event]) miss() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.missed = true
	w.wake()
}

func (w *Watcher[Event]) wake() {
	select {
	case w.signal <- struct{}{}:
	default: // a signal is waiting already
	}
}
