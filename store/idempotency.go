package store

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// idempotencyMemory is how long a key stands for the request that it first came with.
const idempotencyMemory = 24 * time.Hour

// idempotencyKey is a key under which its owner sent a request. Its life: running until the lease
// ends, applied from the first change that commits, finished when there is a response. A new try
// of a request that died gets a row, and so an id, of its own.
type idempotencyKey struct {
	bun.BaseModel `bun:"table:idempotency_keys,alias:k"`
	ID            int64 `bun:",pk,autoincrement"`
	Owner         string
	Key           string
	RequestHash   string
	Applied       bool
	Response      *string
	Subjects      string // marks of the rows that it changed, with a comma before and after each
	Forgotten     bool   // something of that was deleted: the response is not kept
	LeaseUntil    time.Time
	CreatedAt     time.Time
}

// KeyedRequest is what a key stands for: a request that is now to be carried out, or the response
// of one that was.
type KeyedRequest struct {
	ID       int64
	Response *string // nil: carry the request out, then call FinishKeyedRequest or ReleaseKeyedRequest
}

// BeginKeyedRequest says what to do with a request that came under an idempotency key. Owners do
// not share keys. The hash tells one request from another: a key that came with another one within
// the last 24 hours is Invalid. While the first request runs, and when it was carried out but its
// response is not known, it is a Conflict. A request that has neither finished nor changed anything
// when its lease ends counts as dead, and is to be carried out again.
func (s *Store) BeginKeyedRequest(ctx context.Context, owner, key, hash string, lease time.Duration) (KeyedRequest, error) {
	var row idempotencyKey
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		_, err := tx.NewDelete().Model((*idempotencyKey)(nil)).Where("owner = ? AND key = ?", owner, key).
			Where("created_at <= ? OR (NOT applied AND response IS NULL AND lease_until <= ?)", tx.now.Add(-idempotencyMemory), tx.now).Exec(ctx)
		if err != nil {
			return wrap(err, "forget a dead request")
		}
		row = idempotencyKey{
			Owner: owner, Key: key, RequestHash: hash, LeaseUntil: tx.now.Add(lease), CreatedAt: tx.now,
		}
		inserted, err := tx.NewInsert().Model(&row).On("CONFLICT (owner, key) DO NOTHING").Returning("id").Exec(ctx)
		if err != nil {
			return wrap(err, "insert idempotency key")
		}
		if count, err := inserted.RowsAffected(); count == 1 || err != nil {
			return wrap(err, "insert idempotency key")
		}
		err = tx.NewSelect().Model(&row).Where("owner = ? AND key = ?", owner, key).Scan(ctx)
		if err = notFoundOr(err, "read idempotency key"); CodeOf(err) == NotFound {
			return errStillRunning() // it was released just now
		}
		if err != nil {
			return err
		}
		return row.refusal(hash, tx.now)
	})
	return KeyedRequest{ID: row.ID, Response: row.Response}, err
}

// refusal is why a request that came again gets no response; nil when there is one.
func (k idempotencyKey) refusal(hash string, now time.Time) error {
	switch {
	case k.RequestHash != hash:
		return errInvalid("Idempotency-Key", "The Idempotency-Key %q came with another request before. Use a new key for each request.", k.Key)
	case k.Response != nil:
		return nil
	case k.LeaseUntil.After(now):
		return errStillRunning()
	}
	return errConflict("Idempotency-Key", "This request was carried out, but its answer was lost. Read the data to see the result.")
}

func errStillRunning() error {
	return errConflict("Idempotency-Key", "This request is still being carried out. Send it again in a moment.")
}

type keyedRequestContext struct{}

// WithKeyedRequest makes every change under the returned context part of the request.
func WithKeyedRequest(ctx context.Context, id int64) context.Context {
	return context.WithValue(ctx, keyedRequestContext{}, id)
}

// markApplied records, in the transaction that changes the data, that the request under which it
// runs has changed something. A request that counts as dead changes nothing any more: somebody
// else may be carrying it out by now.
func (t *tx) markApplied(ctx context.Context) error {
	id, ok := ctx.Value(keyedRequestContext{}).(int64)
	if !ok {
		return nil
	}
	marks := ","
	for _, change := range t.changes {
		if text := mark(change.Subject, change.ID); !strings.Contains(marks, ","+text) {
			marks += text
		}
	}
	marked, err := t.NewUpdate().Model((*idempotencyKey)(nil)).Set("applied = ?", true).
		Set("subjects = subjects || ?", marks).Where("id = ?", id).Exec(ctx)
	if err != nil {
		return wrap(err, "mark request applied")
	}
	if count, err := marked.RowsAffected(); count == 1 || err != nil {
		return wrap(err, "mark request applied")
	}
	return errConflict("Idempotency-Key", "The request took too long and was given up. Send it again.")
}

// FinishKeyedRequest keeps the response, to be given to whoever sends the request again. Without
// one they learn that the request was carried out.
func (s *Store) FinishKeyedRequest(ctx context.Context, id int64, response *string) error {
	_, err := s.write.NewUpdate().Model((*idempotencyKey)(nil)).
		Set("applied = ?", true).Set("response = CASE WHEN forgotten THEN NULL ELSE ? END", response).Set("lease_until = ?", s.now()).Where("id = ?", id).Exec(ctx)
	return wrap(err, "keep the response of a request")
}

// ReleaseKeyedRequest forgets a request that changed nothing, so that it can be sent again under
// the same key; released is false when it has changed something.
func (s *Store) ReleaseKeyedRequest(ctx context.Context, id int64) (released bool, err error) {
	deleted, err := s.write.NewDelete().Model((*idempotencyKey)(nil)).Where("id = ?", id).Where("NOT applied").Exec(ctx)
	if err != nil {
		return false, wrap(err, "release idempotency key")
	}
	count, err := deleted.RowsAffected()
	return count == 1, wrap(err, "release idempotency key")
}

// PruneKeyedRequests forgets the requests of more than 24 hours ago.
func (s *Store) PruneKeyedRequests(ctx context.Context) error {
	_, err := s.write.NewDelete().Model((*idempotencyKey)(nil)).Where("created_at <= ?", s.now().Add(-idempotencyMemory)).Exec(ctx)
	return wrap(err, "prune idempotency keys")
}
