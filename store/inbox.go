package store

import (
	"context"
	"encoding/json"

	"github.com/uptrace/bun"
)

// Update is one of Telegram's updates, written down because more came at once than Telegram hands out
// without a confirmation. It is gone as soon as it is processed.
type Update struct {
	bun.BaseModel `bun:"table:telegram_updates"`
	ID            int64           `bun:",pk,autoincrement"` // rises in the order in which updates came
	UpdateID      int             // Telegram's
	Body          json.RawMessage `bun:"type:text"` // as Telegram wrote it
}

// KeepUpdates writes updates down. One that is kept already stays as it is.
func (s *Store) KeepUpdates(ctx context.Context, updates []Update) error {
	_, err := s.write.NewInsert().Model(&updates).On("CONFLICT (update_id) DO NOTHING").Returning("NULL").Exec(ctx)
	return wrap(err, "keep updates")
}

// KeptUpdates are those that are not processed yet, in the order in which they came.
func (s *Store) KeptUpdates(ctx context.Context) ([]Update, error) {
	var updates []Update
	err := s.read.NewSelect().Model(&updates).Order("id").Scan(ctx)
	return updates, wrap(err, "read kept updates")
}

// ForgetUpdates removes updates that are processed, by Telegram's ids.
func (s *Store) ForgetUpdates(ctx context.Context, updateIDs []int) error {
	_, err := s.write.NewDelete().Model((*Update)(nil)).Where("update_id IN (?)", bun.List(updateIDs)).Exec(ctx)
	return wrap(err, "forget updates")
}
