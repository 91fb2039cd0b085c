package store

import (
	"context"
	"fmt"
)

// DueNotifications is what ClaimNotifications looks for in the queue, with two arguments.
const DueNotifications = dueNotifications

// How a statement about one task's notifications chooses those that wait; HeldBack is followed by a time.
const (
	IsQueued = isQueued
	HeldBack = heldBack
)

// TaskPageStatement is what TaskPage sends to the database. Values tells whether PostgreSQL plans for
// the arguments' values; else one plan serves for all of them.
func (s *Store) TaskPageStatement(ctx context.Context, filter TaskFilter, order TaskOrder, r PageRequest) (text string, args []any, values bool, err error) {
	w, err := s.taskPageConditions(ctx, filter)
	if err != nil {
		return "", nil, false, err
	}
	text = pageStatement(&w, "t", taskColumns, order.ordering(), r)
	return text, w.args, w.literal, nil
}

// QueueStatement is what a digest sends to the database for a queue.
func (s *Store) QueueStatement(queue Queue) (text string, args []any) {
	w, first := s.queueConditions(queue, 7)
	return queueStatement(&w, first), w.args
}

// DigestQueues are what a digest tells of.
func DigestQueues() []Queue { return digestQueues() }

// PoorlyRatedStatement is what PoorlyRated sends to the database.
func (s *Store) PoorlyRatedStatement(first, last Day) (text string, args []any) {
	days := s.DayInterval(&first, &last)
	return taskColumns.from("t") + poorlyRated, []any{s.sqlTime(days.From), s.sqlTime(days.To), PoorRating, mostPoor}
}

// MessagePagesStatement is what MessagePages sends to the database.
func (s *Store) MessagePagesStatement(owner MessageOwner, ids []int64, filter MessageFilter, r PageRequest) (text string, args []any) {
	w, text := s.messagePagesStatement(owner, ids, filter, r, 1_000)
	return text, w.args
}

// MessagePageStatement is what MessagePage sends to the database, and with count what CountMessages does.
func (s *Store) MessagePageStatement(filter MessageFilter, r PageRequest, count bool) (text string, args []any) {
	w := s.messageConditions(filter)
	if count {
		return "SELECT count(*) FROM messages AS m" + w.where(), w.args
	}
	text = pageStatement(&w, "m", messageColumns, messageOrder, r)
	return text, w.args
}

// CachedDays is how many days are in the cache of statistics.
func (s *Store) CachedDays() int { return len(s.stats.byDay) }

// SetChatOfNotifications makes the messages about a task go to a chat, as nothing else does.
func (s *Store) SetChatOfNotifications(ctx context.Context, taskID, chatID int64) error {
	_, err := s.write.ExecContext(ctx, "UPDATE notifications SET chat_id = ? WHERE task_id = ?", chatID, taskID)
	return err
}

// PostgresSetting is what a setting of PostgreSQL is on a connection of the Store.
func (s *Store) PostgresSetting(ctx context.Context, name string) (value string, err error) {
	err = s.write.NewRaw("SELECT current_setting(?)", name).Scan(ctx, &value)
	return value, err
}

// AccessCodeAtRest is what the database has of a task's access code.
func (s *Store) AccessCodeAtRest(ctx context.Context, taskID int64) (kept string, err error) {
	err = s.read.NewRaw("SELECT access_code FROM task_items WHERE task_id = ?", taskID).Scan(ctx, &kept)
	return kept, err
}

// StatementNames are what a span says of a statement.
var StatementNames = statementNames

// RunBatch runs statements without arguments as one batch in a transaction. Its error names the one that failed by its place.
func (s *Store) RunBatch(ctx context.Context, statements ...string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error { return tx.batch(ctx, numbered(statements)...) })
}

// RunBatchThen does something before the transaction ends.
func (s *Store) RunBatchThen(ctx context.Context, do func(), statements ...string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		err := tx.batch(ctx, numbered(statements)...)
		do()
		return err
	})
}

// RunBatchTooLate runs them when the transaction has ended.
func (s *Store) RunBatchTooLate(ctx context.Context, statements ...string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.Tx.Tx.Rollback(); err != nil {
			return err
		}
		return tx.batch(ctx, numbered(statements)...)
	})
}

// RunBatchWithPanic runs them, and panics while it reads what the first of them gives.
func (s *Store) RunBatchWithPanic(ctx context.Context, statements ...string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		all := numbered(statements)
		all[0].read = func(resultRows) error { panic("while reading") }
		return tx.batch(ctx, all...)
	})
}

func numbered(statements []string) (all []batched) {
	for i, text := range statements {
		all = append(all, batched{statement: statement{text: text}, onError: attempting(fmt.Sprint("statement ", i+1))})
	}
	return all
}
