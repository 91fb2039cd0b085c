package storetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// NewUpload makes a file that a member has uploaded and not sent yet, with a content of its own.
func (s *Store) NewUpload(t testing.TB, staff store.Staff, kind store.FileKind) store.File {
	t.Helper()
	content := fmt.Sprintf("%064x", s.count.Add(1))
	s.Exec(t, `INSERT INTO files (staff_id, kind, name, mime, size, state, sha256, not_before, created_at, updated_at)
		VALUES ($1, $2, 'file', 'image/jpeg', 1000, 'KEPT', $3, $4, $4, $4)`, staff.ID, string(kind), content, s.at())
	return store.File{ID: s.newest(t, "files"), StaffID: &staff.ID, Kind: kind, State: store.FileKept, SHA256: content}
}

// NewReceived makes a message that a customer wrote in their chat, filed to a task or to none.
func (s *Store) NewReceived(t testing.TB, customer store.Customer, taskID *int64, text string) store.Message {
	t.Helper()
	s.Exec(t, `INSERT INTO messages (customer_id, chat_id, task_id, direction, author_kind, author_id, text, previous_texts,
		telegram_message_id, created_at, updated_at) VALUES ($1, $2, $3, 'IN', 'customer', $1, $4, '[]', $5, $6, $6)`,
		customer.ID, *customer.TelegramID, taskID, text, s.count.Add(1), s.at())
	if taskID != nil {
		s.Exec(t, "UPDATE tasks SET awaiting_reply_since = $1 WHERE id = $2 AND awaiting_reply_since IS NULL", s.at(), *taskID)
	}
	message, err := s.Message(t.Context(), s.newest(t, "messages"))
	require.NoError(t, err)
	return message
}

func (s *Store) newest(t testing.TB, table string) (id int64) {
	t.Helper()
	require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT max(id) FROM "+table).Scan(&id))
	return id
}

// at is the clock's time as the database keeps it.
func (s *Store) at() any {
	if strings.HasPrefix(s.URL, "postgres") {
		return s.Clock.Now()
	}
	return s.Clock.Now().UTC().Format("2006-01-02 15:04:05.999999-07:00")
}
