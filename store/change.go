package store

import (
	"context"

	"zayavka/store/feed"
)

// Subject is what kind of row a RowChange is about.
type Subject string

const (
	SubjectTask         Subject = "task"
	SubjectCustomer     Subject = "customer"
	SubjectNotification Subject = "notification"
	SubjectMessage      Subject = "message" // or one of its files
	SubjectNote         Subject = "note"    // likewise, of what not everybody may hear
	SubjectStaff        Subject = "staff"   // an account's rights, or its sessions
	SubjectToken        Subject = "token"   // an API token's rights
	SubjectShop         Subject = "shop"    // the shop's settings, which have no id
)

// ChangeKind is what became of the row.
type ChangeKind string

const (
	Created ChangeKind = "created"
	Updated ChangeKind = "updated"
	Deleted ChangeKind = "deleted"
)

// RowChange tells that a committed transaction touched a row. It carries no data: whoever is told
// reads the row as it is now, and so never shows a state that a later change has replaced.
type RowChange struct {
	Subject Subject    `json:"s"`
	Kind    ChangeKind `json:"k"`
	ID      int64      `json:"i"`
}

// newFeed makes the feed of the changes of all replicas. Of several updates of one row that wait, a reader gets
// the last, and none that is followed by another change of the row.
func newFeed() *feed.Feed[RowChange] {
	return feed.New(func(waiting, later RowChange) bool { return waiting == RowChange{later.Subject, Updated, later.ID} })
}

// Watch begins to receive the changes of all replicas, each after its commit. All replicas are told in one order, which need
// not be that of the commits.
func (s *Store) Watch() *feed.Watcher[RowChange] { return s.feed.Watch() }

// changed notes changes, to be told when the transaction commits.
func (t *tx) changed(subject Subject, kind ChangeKind, ids ...int64) {
	for _, id := range ids {
		t.changes = append(t.changes, RowChange{subject, kind, id})
	}
}

// finish writes what was gathered, deliveries to webhooks, and to other replicas what they must hear with the commit.
func (t *tx) finish(ctx context.Context) error {
	deliveries, err := t.deliveries(ctx)
	if err != nil {
		return err
	}
	last := t.gathered
	for _, insert := range deliveries {
		insert.text += " RETURNING 1"
		last = append(last, batched{statement: insert, onError: attempting("queue deliveries to webhooks"), read: func(rows resultRows) error {
			written, err := readColumn[int](rows, nil)
			t.delivering = t.delivering || len(written) > 0
			return err
		}})
	}
	if rights, _ := splitRights(t.changes); t.store.isPostgres() && len(rights) > 0 {
		var n notices
		n.addChanges(rights)
		last = append(last, batched{statement: statement{notify, []any{n.channels, n.payloads}}, onError: attempting("notify replicas")})
	}
	return t.batch(ctx, last...)
}

// committed tells what the transaction did: this process at once, all replicas right after that.
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
	if t.fetching {
		wake(t.store.fetches)
	}
	if t.loosened {
		wake(t.store.looseFiles)
	}
	t.store.kept.heard(t.changes)
	switch {
	case t.store.isPostgres():
		_, changes := splitRights(t.changes)
		t.store.announcer.announce(announcement{outbox: t.queued, webhooks: t.delivering, updates: t.received, changes: changes})
	case len(t.changes) > 0:
		t.store.feed.Publish(t.changes)
	}
}
