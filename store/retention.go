package store

import (
	"context"
	"errors"
	"time"

	"github.com/uptrace/bun"
)

// How long what is old is kept at least, and where the shop has not said otherwise, in days.
const (
	minKeep    = 30
	maxKeep    = 36_500
	keepClosed = 3 * 365
	keepSent   = 365
)

// pruneAtOnce is how many rows are looked at in one transaction, so that others who write do not wait for long.
const pruneAtOnce = 500

// Prune removes what is older than it is kept: docs/operation.md has the table. It goes on where one part fails.
func (s *Store) Prune(ctx context.Context) error {
	shop, err := s.Shop(ctx)
	if err != nil {
		return err
	}
	var failures []error
	for _, prune := range []func(context.Context) error{
		s.PruneSessions, s.PruneKeyedRequests, s.PruneWebhookDeliveries, s.PruneUpdates, s.PruneUploads, s.PruneConversation, s.pruneCodes,
		func(ctx context.Context) error {
			return s.pruneClosed(ctx, s.now().AddDate(0, 0, -shop.KeepClosedDays))
		},
		func(ctx context.Context) error { return s.pruneSent(ctx, s.now().AddDate(0, 0, -shop.KeepSentDays)) },
	} {
		failures = append(failures, prune(ctx))
	}
	return errors.Join(failures...)
}

// pruneCodes removes links and codes that are over, and what is known of chats in which nobody has registered.
func (s *Store) pruneCodes(ctx context.Context) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		for _, over := range []struct {
			table, where string
			args         []any
		}{
			{"photo_links", "expires_at < ?", []any{tx.now.Add(-photoPause)}},
			{"imports AS i", "created_at <= ? AND NOT (" + importsAtWork + ")", []any{tx.now.Add(-keepImports), tx.now.Add(-importSilence)}},
			{"connect_codes", "expires_at <= ?", []any{tx.now}},
			{"connect_guesses", "created_at <= ?", []any{tx.now.Add(-guessPeriod)}},
			{"chat_lists", "updated_at < ? AND due_at IS NULL AND NOT EXISTS (SELECT 1 FROM customers AS c WHERE c.telegram_id = chat_id)", []any{tx.now.Add(-KeepStrangers)}},
		} {
			if _, err := tx.NewDelete().TableExpr(over.table).Where(over.where, over.args...).Exec(ctx); err != nil {
				return wrap(err, "prune "+over.table)
			}
		}
		return nil
	})
}

// pruneClosed removes messages, with their files, from before a time: of tasks that were closed before it, and of none.
func (s *Store) pruneClosed(ctx context.Context, before time.Time) error {
	return s.walkOld(ctx, before, func(ctx context.Context, tx *tx, after int64) (rows []oldRow, err error) {
		query := tx.NewSelect().TableExpr("messages AS m").ColumnExpr("m.id, m.created_at").
			ColumnExpr("m.created_at < ? AND (m.task_id IS NULL OR t.closed_at < ?) AS is_over", before, before).
			Join("LEFT JOIN tasks AS t ON t.id = m.task_id").Where("m.id > ?", after).OrderExpr("m.id").Limit(pruneAtOnce)
		if err := query.Scan(ctx, &rows); err != nil {
			return nil, wrap(err, "look for old messages")
		}
		ids := over(rows)
		if len(ids) == 0 {
			return rows, nil
		}
		return rows, tx.deleteMessages(ctx, "id IN (?)", bun.List(ids))
	})
}

// pruneSent removes what was sent before a time, and what is known of where it stands.
func (s *Store) pruneSent(ctx context.Context, before time.Time) error {
	err := s.walkOld(ctx, before, func(ctx context.Context, tx *tx, after int64) (rows []oldRow, err error) {
		query := tx.NewSelect().TableExpr("notifications AS n").ColumnExpr("n.id, n.created_at").
			ColumnExpr("n.created_at < ? AND NOT (n."+pendingStates+") AS is_over", before).Where("n.id > ?", after).OrderExpr("n.id").Limit(pruneAtOnce)
		if err := query.Scan(ctx, &rows); err != nil {
			return nil, wrap(err, "look for old notifications")
		}
		ids := over(rows)
		if len(ids) == 0 {
			return rows, nil
		}
		return rows, tx.deleteNotifications(ctx, "id IN (?)", bun.List(ids))
	})
	if err != nil {
		return err
	}
	for table, column := range map[string]string{"posts": "created_at", "staff_replies": "created_at", "phone_claims": "decided_at"} {
		if _, err := s.write.NewDelete().Table(table).Where("? < ?", bun.Ident(column), before).Exec(ctx); err != nil {
			return wrap(err, "prune "+table)
		}
	}
	return nil
}

// oldRow is a row among those that are looked at in the order of their ids, which is about that of their age.
type oldRow struct {
	ID        int64
	CreatedAt time.Time
	IsOver    bool // it goes
}

func over(rows []oldRow) (ids []int64) {
	for _, row := range rows {
		if row.IsOver {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// walkOld calls prune with the last id of what it looked at before, until that has only rows that are not old.
func (s *Store) walkOld(ctx context.Context, before time.Time, prune func(ctx context.Context, tx *tx, after int64) ([]oldRow, error)) error {
	for after := int64(0); ; {
		var rows []oldRow
		err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			rows, err = prune(ctx, tx, after)
			return err
		})
		if err != nil || len(rows) < pruneAtOnce {
			return err
		}
		last := rows[len(rows)-1]
		if !last.CreatedAt.Before(before) {
			return nil
		}
		after = last.ID
	}
}
