package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/uptrace/bun"
)

// Update is one of Telegram's updates that is written down: because it has to wait, because more came at
// once than Telegram hands out without a confirmation, or because Telegram sent it to the webhook.
type Update struct {
	bun.BaseModel `bun:"table:telegram_updates,alias:u"`
	ID            int64           `bun:",pk,autoincrement"` // rises in the order in which a chat's updates came
	UpdateID      int             // Telegram's
	ChatID        int64           // whose order it belongs to; 0 if it names none
	Body          json.RawMessage `bun:"type:text"` // as Telegram wrote it; "" once it is done
	State         UpdateState
	Tries         int         // that failed because of the update itself
	Reason        FaultReason // why the last try failed; "" before
	Detail        string      // the same in technical words
	ReceivedAt    time.Time
	ChangedAt     time.Time
}

// UpdateState is how far an update has come.
type UpdateState string

const (
	UpdateWaiting UpdateState = "waiting"
	UpdateDone    UpdateState = "done" // remembered, so that it is not taken again when Telegram repeats it
	UpdateDead    UpdateState = "dead" // put aside: a dead letter
)

// FaultReason is why an update could not be processed.
type FaultReason string

const (
	FaultUnreadable FaultReason = "unreadable" // it is not of a form that is understood
	FaultPanic      FaultReason = "panic"      // a fault in this program
	FaultRefused    FaultReason = "refused"    // Telegram refused what was to be answered
	FaultError      FaultReason = "error"      // anything else
	FaultOutage     FaultReason = "outage"     // not its own: the database or Telegram cannot do their part now
)

const (
	// keepDone is longer than Telegram repeats an update, which it does for a day.
	keepDone = 25 * time.Hour
	// KeepDeadLetters is how long dead letters are there to be looked at.
	KeepDeadLetters = 30 * 24 * time.Hour
)

// SaveUpdates writes updates down. One that is there already, in whatever state, stays as it is.
func (s *Store) SaveUpdates(ctx context.Context, updates []Update) error {
	return wrap(s.inTx(ctx, func(ctx context.Context, tx *tx) error { return tx.saveUpdates(ctx, updates) }), "save updates")
}

// ReceiveUpdate is SaveUpdates for one that came to any of the replicas: the leader is told.
func (s *Store) ReceiveUpdate(ctx context.Context, update Update) error {
	return wrap(s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		tx.received = true
		return tx.saveUpdates(ctx, []Update{update})
	}), "save an update")
}

func (t *tx) saveUpdates(ctx context.Context, updates []Update) error {
	rows := make([]Update, len(updates))
	for n, update := range updates {
		rows[n] = Update{
			UpdateID: update.UpdateID, ChatID: update.ChatID, Body: update.Body, State: UpdateWaiting,
			ReceivedAt: update.ReceivedAt.UTC(), ChangedAt: t.now,
		}
		if update.ReceivedAt.IsZero() {
			rows[n].ReceivedAt = t.now
		}
	}
	_, err := t.NewInsert().Model(&rows).On("CONFLICT (update_id) DO NOTHING").Returning("NULL").Exec(ctx)
	return err
}

// PutOffUpdates writes down a chat's updates, the oldest first, and of that one why it failed.
func (s *Store) PutOffUpdates(ctx context.Context, updates []Update) error {
	return wrap(s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.saveUpdates(ctx, updates); err != nil {
			return err
		}
		failed := updates[0]
		_, err := tx.NewUpdate().Model((*Update)(nil)).Set("tries = ?", failed.Tries).Set("reason = ?", failed.Reason).
			Set("detail = ?", failed.Detail).Set("changed_at = ?", tx.now).
			Where("update_id = ?", failed.UpdateID).Where("state = ?", UpdateWaiting).Exec(ctx)
		return err
	}), "put off updates")
}

// WaitingChat is a chat with updates that are not processed yet.
type WaitingChat struct {
	ChatID   int64
	ID       int64 // of the oldest of them
	UpdateID int   // Telegram's id of that
	Waiting  int   // how many there are
}

// WaitingChats are all chats with updates that are not processed yet, the one that has waited longest first.
func (s *Store) WaitingChats(ctx context.Context) ([]WaitingChat, error) {
	var chats []WaitingChat
	err := s.read.NewRaw(`SELECT u.chat_id, u.id, u.update_id, w.waiting FROM
		(SELECT MIN(id) AS id, COUNT(*) AS waiting FROM telegram_updates WHERE state = 'waiting' GROUP BY chat_id) AS w
		JOIN telegram_updates AS u ON u.id = w.id ORDER BY u.id`).Scan(ctx, &chats)
	return chats, wrap(err, "look for waiting updates")
}

// SavedUpdates reads updates by their ids, in the order in which they came.
func (s *Store) SavedUpdates(ctx context.Context, ids []int64) ([]Update, error) {
	var updates []Update
	err := s.read.NewSelect().Model(&updates).Where("id IN (?)", bun.List(ids)).Order("id").Scan(ctx)
	return updates, wrap(err, "read saved updates")
}

// FinishUpdates remembers of updates, by Telegram's ids, that they are done, and forgets what they said.
func (s *Store) FinishUpdates(ctx context.Context, updateIDs []int) error {
	_, err := s.write.NewUpdate().Model((*Update)(nil)).Set("state = ?", UpdateDone).Set("body = ''").Set("detail = ''").
		Set("changed_at = ?", s.now()).Where("update_id IN (?)", bun.List(updateIDs)).Where("state = ?", UpdateWaiting).Exec(ctx)
	return wrap(err, "finish updates")
}

// DoneUpdates are those of Telegram's ids that are written down and done.
func (s *Store) DoneUpdates(ctx context.Context, updateIDs []int) ([]int, error) {
	var done []int
	err := s.read.NewSelect().Model((*Update)(nil)).Column("update_id").
		Where("update_id IN (?)", bun.List(updateIDs)).Where("state = ?", UpdateDone).Scan(ctx, &done)
	return done, wrap(err, "look for updates that are done")
}

// PruneUpdates removes what Telegram will not repeat any more, and old dead letters.
func (s *Store) PruneUpdates(ctx context.Context) error {
	now := s.now()
	_, err := s.write.NewDelete().Model((*Update)(nil)).WhereOr("state = ? AND changed_at < ?", UpdateDone, now.Add(-keepDone)).
		WhereOr("state = ? AND changed_at < ?", UpdateDead, now.Add(-KeepDeadLetters)).Exec(ctx)
	return wrap(err, "remove old updates")
}

// Received signals that there may be an update to process that did not come through this process. One
// signal can stand for many.
func (s *Store) Received() <-chan struct{} { return s.receivedUpdates }
