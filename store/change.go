package store

import (
	"context"
	"encoding/json"
	"slices"

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

// Watch begins to receive the changes of all replicas, each after its commit.
func (s *Store) Watch() *feed.Watcher[RowChange] { return s.feed.Watch() }

// changed notes changes, to be told when the transaction commits.
func (t *tx) changed(subject Subject, kind ChangeKind, ids ...int64) {
	for _, id := range ids {
		t.changes = append(t.changes, RowChange{subject, kind, id})
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

// tellOthers writes what others are to hear of the transaction: deliveries to webhooks and, on PostgreSQL, notices for all
// replicas, this one among them, which are delivered at the commit, in the order of the commits. As a rule that is one
// statement there.
func (t *tx) tellOthers(ctx context.Context) error {
	deliveries, err := t.deliveries(ctx)
	if err != nil {
		return err
	}
	notices, err := t.notices()
	if err != nil {
		return err
	}
	for i, insert := range deliveries {
		told := 0
		if t.store.isPostgres() {
			insert.text = "WITH written AS (" + insert.text + " RETURNING 1) SELECT pg_notify('" + webhookChannel + "', '') FROM written"
			if i == len(deliveries)-1 && len(notices) > 0 {
				insert.text += " UNION ALL " + notifying(len(insert.args)+1, notices)
				insert.args = append(insert.args, notices...)
				told, notices = len(notices)/2, nil
			}
		}
		rows, err := t.exec(ctx, insert.text, insert.args...)
		if err != nil {
			return wrap(err, "queue deliveries to webhooks")
		}
		t.delivering = t.delivering || rows > int64(told)
	}
	if len(notices) == 0 {
		return nil
	}
	_, err = t.exec(ctx, notifying(1, notices), notices...)
	return wrap(err, "notify replicas")
}

// notifying is the statement that tells notices, which are its arguments from $first on.
func notifying(first int, notices []any) string {
	return "SELECT pg_notify(n.column1, n.column2) FROM (VALUES " + dollars(first, len(notices)/2, 2) + ") AS n"
}

// notices are channels, each with a payload. More changes than any Watcher holds are told as missed, by an empty payload.
func (t *tx) notices() (notices []any, err error) {
	if !t.store.isPostgres() {
		return nil, nil
	}
	if t.queued {
		notices = append(notices, outboxChannel, "")
	}
	if t.delivering { // what was written before, to be sent again
		notices = append(notices, webhookChannel, "")
	}
	if t.received {
		notices = append(notices, updatesChannel, "")
	}
	if len(t.changes) > feed.MaxWaiting {
		return append(notices, changesChannel, ""), nil
	}
	for changes := range slices.Chunk(t.changes, changesInNotice) {
		payload, err := json.Marshal(changes)
		if err != nil {
			return nil, wrap(err, "encode changes")
		}
		notices = append(notices, changesChannel, string(payload))
	}
	return notices, nil
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
	if t.fetching {
		wake(t.store.fetches)
	}
	if t.loosened {
		wake(t.store.looseFiles)
	}
	t.store.kept.heard(t.changes)
	if len(t.changes) > 0 && !t.store.isPostgres() {
		t.store.feed.Publish(t.changes)
	}
}
