package store

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"zayavka/retry"
	"zayavka/store/feed"
)

// PostgreSQL lets transactions that NOTIFY commit one after the other only, over all databases of the server: it holds a
// lock while the commit is written to the disk (PreCommit_Notify in its async.c). So the transaction itself tells of rights and
// settings only. Everything else is announced right after the commit, by one goroutine that runs while there is something to
// say: what comes while it speaks goes into its next batch.
//
// A process that is killed between a commit and its announcement has told nobody. The next one that starts therefore
// announces that something may have been missed (Listen), and what waits to be sent is looked for from time to time anyway.

// The channels of PostgreSQL's NOTIFY between replicas.
const (
	outboxChannel  = "zayavka_outbox"
	webhookChannel = "zayavka_webhooks"
	updatesChannel = "zayavka_updates"
	changesChannel = "zayavka_changes"
)

// notify tells notices: $1 are their channels, $2 their payloads.
const notify = "SELECT pg_notify(n.channel, n.payload) FROM unnest($1::text[], $2::text[]) AS n (channel, payload)"

// announcing is notify in a transaction of its own, which keeps nothing and so need not wait for the disk.
const announcing = "SELECT set_config('synchronous_commit', 'off', true) UNION ALL " +
	"SELECT pg_notify(n.channel, n.payload)::text FROM unnest($1::text[], $2::text[]) AS n (channel, payload)"

// changesInNotice is how many changes one NOTIFY tells. Each takes up to 59 bytes as JSON, and
// PostgreSQL takes payloads of less than 8,000.
const changesInNotice = 120

// announcement is what is still to be told to the replicas, this one among them.
type announcement struct {
	outbox, webhooks, updates bool // something waits there
	missed                    bool // more changed than is told one by one
	changes                   []RowChange
}

func (a *announcement) isEmpty() bool {
	return !a.outbox && !a.webhooks && !a.updates && !a.missed && len(a.changes) == 0
}

// add takes in a later announcement. In place of more changes than any Watcher holds it is told that some were missed.
func (a *announcement) add(other announcement) {
	a.outbox = a.outbox || other.outbox
	a.webhooks = a.webhooks || other.webhooks
	a.updates = a.updates || other.updates
	a.changes = append(a.changes, other.changes...)
	if a.missed = a.missed || other.missed || len(a.changes) > feed.MaxWaiting; a.missed {
		a.changes = nil
	}
}

// notices are payloads of NOTIFY, each for the channel at the same place.
type notices struct{ channels, payloads []string }

func (n *notices) add(channel, payload string) {
	n.channels, n.payloads = append(n.channels, channel), append(n.payloads, payload)
}

// addChanges says what became of rows.
func (n *notices) addChanges(changes []RowChange) {
	for some := range slices.Chunk(changes, changesInNotice) {
		payload, _ := json.Marshal(some) // texts and numbers always encode
		n.add(changesChannel, string(payload))
	}
}

func (a *announcement) notices() (n notices) {
	if a.outbox {
		n.add(outboxChannel, "")
	}
	if a.webhooks {
		n.add(webhookChannel, "")
	}
	if a.updates {
		n.add(updatesChannel, "")
	}
	if a.missed {
		n.add(changesChannel, "")
	}
	n.addChanges(a.changes)
	return n
}

// splitRights separates changes of rights and settings, which replicas keep in memory, from all others.
func splitRights(all []RowChange) (rights, others []RowChange) {
	for _, change := range all {
		switch change.Subject {
		case SubjectStaff, SubjectToken, SubjectShop:
			rights = append(rights, change)
		default:
			others = append(others, change)
		}
	}
	return rights, others
}

// announcer tells replicas what was committed.
type announcer struct {
	tell     func(context.Context, notices) error
	mu       sync.Mutex
	waiting  announcement
	finished chan struct{} // closed when what runs now has ended; nil while nothing runs
	closed   bool
	closing  context.Context // ends when nothing is tried again
	stop     context.CancelFunc
	ending   context.Context // ends when a try is given up
	giveUp   context.CancelFunc
}

func newAnnouncer(tell func(context.Context, notices) error) *announcer {
	a := &announcer{tell: tell}
	a.closing, a.stop = context.WithCancel(context.Background())
	a.ending, a.giveUp = context.WithCancel(context.Background())
	return a
}

const (
	// announceTimeout is longer than a statement takes that holds the connection which is waited for.
	announceTimeout      = statementLimit + 5*time.Second
	announceLastTimeout  = 3 * time.Second // when the Store is closed
	longestAnnouncePause = 10 * time.Second
)

// announce tells it soon, and makes nobody wait for that.
func (a *announcer) announce(what announcement) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting.add(what)
	if a.finished == nil && !a.closed && !a.waiting.isEmpty() {
		a.finished = make(chan struct{})
		go a.run(a.finished)
	}
}

// run goes on until nothing waits to be told.
func (a *announcer) run(finished chan struct{}) {
	defer close(finished)
	failures := 0
	for batch, ok := a.next(announcement{}); ok; {
		var failed announcement
		if err := within(a.ending, announceTimeout, func(ctx context.Context) error { return a.tell(ctx, batch.notices()) }); err != nil {
			// One failure may be a connection that broke long ago: another is tried at once.
			if failures > 0 && !retry.Sleep(a.closing, retry.Backoff(failures, longestAnnouncePause)) || a.ending.Err() != nil {
				return
			}
			failures++
			failed = batch
		} else {
			failures = 0
		}
		batch, ok = a.next(failed)
	}
}

// next is all that is to be told now, what failed before the rest. Without anything, run ends.
func (a *announcer) next(failed announcement) (batch announcement, ok bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	failed.add(a.waiting)
	a.waiting = announcement{}
	if failed.isEmpty() {
		a.finished = nil
		return failed, false
	}
	return failed, true
}

// close waits until everything is told, a try has failed again, or its time is over. What is announced later is not told.
func (a *announcer) close() {
	a.stop()
	a.mu.Lock()
	a.closed = true
	finished := a.finished
	a.mu.Unlock()
	if finished == nil {
		return
	}
	defer time.AfterFunc(announceLastTimeout, a.giveUp).Stop()
	<-finished
}
