package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// tx is one transaction with one idea of the time. Public methods open it, helpers take it.
type tx struct {
	bun.Tx
	store  *Store
	now    time.Time
	queued bool // a notification was written: wake the sender after the commit

	conn     *sql.Conn // of PostgreSQL, for batches
	gathers  bool      // what atEnd is given waits for the end
	gathered []batched
	isWhole  bool // all that is left is the commit

	audience *audience      // of news, once it is known
	items    map[int64]Item // of tasks, as far as they were read or written

	changes []RowChange // told after the commit

	forgotten []string // marks of what was deleted; see forgetAnswers

	outgoing   []webhookMessage // queued for the webhooks before the commit
	delivering bool             // a delivery to a webhook was written: wake the sender after the commit
	received   bool             // an update of Telegram was written: wake the leader after the commit
	fetching   bool             // a file that is to be fetched was written: wake who fetches after the commit
	loosened   bool             // content may have lost the last row that named it: wake who removes it after the commit
}

const transactionTries = 3

// inTx runs change in a transaction, again from the start when the database asks for that, and
// tells others what it did once the commit has happened.
func (s *Store) inTx(ctx context.Context, change func(ctx context.Context, tx *tx) error) error {
	for try := 1; ; try++ {
		t := &tx{store: s, now: s.now()}
		err := s.onConn(ctx, func(ctx context.Context, bunTx bun.Tx, conn *sql.Conn) error {
			*t = tx{Tx: bunTx, conn: conn, store: s, now: t.now}
			if err := change(ctx, t); err != nil {
				return err
			}
			if err := t.markApplied(ctx); err != nil {
				return err
			}
			if err := t.forgetAnswers(ctx); err != nil {
				return err
			}
			if err := t.finish(ctx); err != nil {
				return err
			}
			t.isWhole = true
			return nil
		})
		if isTransient(err) && ctx.Err() == nil && try < transactionTries {
			continue
		}
		if t.isWhole { // where the answer to the commit was lost, it may have happened
			t.committed()
		}
		if err != nil && ctx.Err() != nil {
			// The drivers have several words for a transaction whose caller went away.
			return fmt.Errorf("%w: %w", ctx.Err(), err)
		}
		if isRefusedCommit(err) {
			return fmt.Errorf("%w: %w", s.file.changed(), err)
		}
		return err
	}
}

// onConn runs do in a transaction; on PostgreSQL with the connection that has it.
func (s *Store) onConn(ctx context.Context, do func(ctx context.Context, tx bun.Tx, conn *sql.Conn) error) error {
	if !s.isPostgres() {
		return s.write.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return do(ctx, tx, nil) })
	}
	const tries = 3 // as database/sql has, which begins on another connection when one is broken
	for try := 1; ; try++ {
		hasBegun, err := s.onOneConn(ctx, do)
		if hasBegun || try == tries || !errors.Is(err, driver.ErrBadConn) {
			return err
		}
	}
}

func (s *Store) onOneConn(ctx context.Context, do func(context.Context, bun.Tx, *sql.Conn) error) (hasBegun bool, err error) {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer func() { _ = conn.Close() }() // what it can say, the transaction has said
	// database/sql would end the transaction in the middle of whatever runs once its context ends, and a commit that is cut
	// off may have happened or not. The statements end with the context; the transaction ends here, and its commit is awaited.
	err = conn.RunInTx(context.WithoutCancel(ctx), nil, func(_ context.Context, tx bun.Tx) error {
		hasBegun = true
		if err := do(ctx, tx, conn.Conn); err != nil {
			return err
		}
		return ctx.Err()
	})
	return hasBegun, err
}

// retryConflict runs change once more after a Conflict: of two that look for a row, find none and
// insert it, the later one finds it on the second look; of a change and a move of the same task, the
// later one finds it in its new place.
func retryConflict(change func() error) error {
	err := change()
	if CodeOf(err) == Conflict {
		return change()
	}
	return err
}

// forUpdate locks the selected rows until the transaction ends. SQLite needs nothing: its
// transactions exclude each other from their first statement on. The weaker NO KEY form lets
// other transactions refer to the row by foreign key meanwhile.
func (t *tx) forUpdate(q *bun.SelectQuery) *bun.SelectQuery {
	if t.store.isPostgres() {
		return q.For("NO KEY UPDATE")
	}
	return q
}

// forShare locks the selected rows against changes alone.
func (t *tx) forShare(q *bun.SelectQuery) *bun.SelectQuery {
	if t.store.isPostgres() {
		return q.For("SHARE")
	}
	return q
}

// lock is forUpdate for a prepared statement: it ends the SELECT.
func (t *tx) lock() string {
	if t.store.isPostgres() {
		return " FOR NO KEY UPDATE"
	}
	return ""
}
