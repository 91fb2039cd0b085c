package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
)

// Subject is what kind of row a Change is about.
type Subject string

const (
	SubjectTask         Subject = "task"
	SubjectCustomer     Subject = "customer"
	SubjectNotification Subject = "notification"
	SubjectStaff        Subject = "staff" // an account's rights, or its sessions
	SubjectToken        Subject = "token" // an API token's rights
)

// ChangeKind is what became of the row.
type ChangeKind string

const (
	Created ChangeKind = "created"
	Updated ChangeKind = "updated"
	Deleted ChangeKind = "deleted"
)

// Change tells that a committed transaction touched a row. It carries no data: whoever is told
// reads the row as it is now, and so never shows a state that a later change has replaced.
type Change struct {
	Subject Subject    `json:"s"`
	Kind    ChangeKind `json:"k"`
	ID      int64      `json:"i"`
}

// ErrChangesMissed ends a Watcher that may have missed changes: it was too slow, or the database's
// own feed broke. Its reader starts anew by reading what it shows.
var ErrChangesMissed = errors.New("changes were missed")

// maxWaiting is how many different changes may wait for one Watcher.
const maxWaiting = 1_000

// Watcher receives the changes of all replicas, each after its commit. Of several changes to one
// row that wait, the reader gets the last. It is for one reader at a time.
type Watcher struct {
	feed    *feed
	mu      sync.Mutex
	waiting []Change
	missed  bool
	signal  chan struct{}
}

// feed passes changes on to the watchers of this process.
type feed struct {
	mu       sync.Mutex
	watchers map[*Watcher]struct{}
}

// Watch begins to receive changes; Close ends it.
func (s *Store) Watch() *Watcher {
	w := &Watcher{feed: &s.feed, signal: make(chan struct{}, 1)}
	s.feed.mu.Lock()
	defer s.feed.mu.Unlock()
	if s.feed.watchers == nil {
		s.feed.watchers = map[*Watcher]struct{}{}
	}
	s.feed.watchers[w] = struct{}{}
	return w
}

// Close ends the Watcher.
func (w *Watcher) Close() {
	w.feed.mu.Lock()
	defer w.feed.mu.Unlock()
	delete(w.feed.watchers, w)
}

// Next waits for a change. It fails with ErrChangesMissed, for good, or when ctx ends.
func (w *Watcher) Next(ctx context.Context) (Change, error) {
	for {
		if change, ok, err := w.take(); ok || err != nil {
			return change, err
		}
		select {
		case <-ctx.Done():
			return Change{}, ctx.Err()
		case <-w.signal:
		}
	}
}

func (w *Watcher) take() (change Change, ok bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.missed {
		return Change{}, false, ErrChangesMissed
	}
	if len(w.waiting) == 0 {
		return Change{}, false, nil
	}
	change, w.waiting = w.waiting[0], w.waiting[1:]
	return change, true, nil
}

// add never waits: a slow reader must not hold up the others.
func (w *Watcher) add(changes []Change) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, change := range changes {
		w.waiting = append(withoutUpdate(w.waiting, change), change)
	}
	if len(w.waiting) > maxWaiting {
		w.waiting, w.missed = nil, true
	}
	w.wake()
}

func (w *Watcher) miss() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.missed = true
	w.wake()
}

func (w *Watcher) wake() {
	select {
	case w.signal <- struct{}{}:
	default: // a signal is waiting already
	}
}

// withoutUpdate leaves out an update that a later change of the same row makes superfluous.
func withoutUpdate(waiting []Change, later Change) []Change {
	return slices.DeleteFunc(waiting, func(c Change) bool { return c == Change{later.Subject, Updated, later.ID} })
}

func (f *feed) publish(changes []Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for watcher := range f.watchers {
		watcher.add(changes)
	}
}

func (f *feed) miss() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for watcher := range f.watchers {
		watcher.miss()
	}
}

// changed notes changes, to be told when the transaction commits.
func (t *tx) changed(subject Subject, kind ChangeKind, ids ...int64) {
	for _, id := range ids {
		t.changes = append(t.changes, Change{subject, kind, id})
	}
}

// The channels of PostgreSQL's NOTIFY between replicas.
const (
	outboxChannel  = "zayavka_outbox"
	webhookChannel = "zayavka_webhooks"
	updatesChannel = "zayavka_updates"
	changesChannel = "zayavka_changes"
)

// changesInNotice is how many changes one NOTIFY tells. Each takes up to 59 bytes as JSON, and
// PostgreSQL takes payloads of less than 8,000.
const changesInNotice = 120

// notifyReplicas tells all replicas, this one among them; PostgreSQL delivers it at the commit, in
// the order of the commits. More than any Watcher holds is told as missed, by an empty payload.
func (t *tx) notifyReplicas(ctx context.Context) error {
	if !t.store.isPostgres() {
		return nil
	}
	var notices []any // channels, each with a payload
	if t.queued {
		notices = append(notices, outboxChannel, "")
	}
	if t.delivering {
		notices = append(notices, webhookChannel, "")
	}
	if t.received {
		notices = append(notices, updatesChannel, "")
	}
	if len(t.changes) > maxWaiting {
		notices = append(notices, changesChannel, "")
	} else {
		for changes := range slices.Chunk(t.changes, changesInNotice) {
			payload, err := json.Marshal(changes)
			if err != nil {
				return wrap(err, "encode changes")
			}
			notices = append(notices, changesChannel, string(payload))
		}
	}
	if len(notices) == 0 {
		return nil
	}
	_, err := t.exec(ctx, "SELECT pg_notify(n.column1, n.column2) FROM (VALUES "+dollars(1, len(notices)/2, 2)+") AS n", notices...)
	return wrap(err, "notify replicas")
}

// committed tells this process what the transaction did, where PostgreSQL does not.
func (t *tx) committed() {
	if t.queued {
		wake(t.store.outbox)
	}
	if t.delivering {
		wake(t.store.webhookOutbox)
	}
	if t.received {
		wake(t.store.receivedUpdates)
	}
	t.store.staff.heard(t.changes)
	if len(t.changes) > 0 && !t.store.isPostgres() {
		t.store.feed.publish(t.changes)
	}
}
