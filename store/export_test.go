package store

import "context"

// DueNotifications is what ClaimNotifications looks for in the queue, with two arguments.
const DueNotifications = dueNotifications

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
