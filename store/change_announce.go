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
// lock while the commit is written to the disk (PreCommit_Notify in its async.c). So a change's own transaction tells no
// other replica of it, but for what caches believe. What was committed is announced right afterwards, by one goroutine that
// runs while there is something to say: what comes while it speaks goes into its next batch.
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

// add makes a and later one announcement. More changes than any Watcher holds are told as missed.
func (a *announcement) add(later announcement) {
	a.outbox = a.outbox || later.outbox
	a.webhooks = a.webhooks || later.webhooks
	a.updates = a.updates || later.updates
	a.changes = append(a.changes, later.changes...)
	if a.missed = a.missed || later.missed || len(a.changes) > feed.MaxWaiting; a.missed {
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

// splitBelieved parts changes from those that are believed to be heard of, by who keeps such rows in memory: rights and
// settings. A commit tells of them itself.
func splitBelieved(all []RowChange) (believed, others []RowChange) {
	for _, change := range all {
		switch change.Subject {
		case SubjectStaff, SubjectToken, SubjectShop:
			believed = append(believed, change)
		default:
			others = append(others, change)
		}
	}
	return believed, others
}

// announcer tells replicas what was committed.
type announcer struct {
	tell    func(context.Context, notices) error
	mu      sync.Mutex
	waiting announcement
	running bool
	done    sync.WaitGroup
	closing context.Context // ends when no try that failed is to be repeated
	stop    context.CancelFunc
}

func newAnnouncer(tell func(context.Context, notices) error) *announcer {
	closing, stop := context.WithCancel(context.Background())
	return &announcer{tell: tell, closing: closing, stop: stop}
}

const (
	announceTimeout      = 5 * time.Second
	longestAnnouncePause = 10 * time.Second
)

// announce tells it soon, and makes nobody wait for that.
func (a *announcer) announce(what announcement) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting.add(what)
	if !a.running && !a.waiting.isEmpty() {
		a.running = true
		a.done.Go(a.run)
	}
}

// run goes on until nothing waits to be told.
func (a *announcer) run() {
	failures := 0
	for batch, ok := a.next(announcement{}); ok; {
		var failed announcement
		if err := within(context.Background(), announceTimeout, func(ctx context.Context) error { return a.tell(ctx, batch.notices()) }); err != nil {
			if !retry.Sleep(a.closing, retry.Backoff(failures, longestAnnouncePause)) {
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
	a.running = !failed.isEmpty()
	return failed, a.running
}

// close waits until everything is told, or a try has failed.
func (a *announcer) close() {
	a.stop()
	a.done.Wait()
}
