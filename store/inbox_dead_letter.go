package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"strings"
)

// DeadLetter is an update that failed because of itself and was put aside, so that its chat goes on.
type DeadLetter struct {
	Update
	Customer *Customer // who wrote it, if they are known
}

// Said is who wrote an update, by the name that they have in Telegram, and what, as far as both can be read.
func (u Update) Said() (name, text string) {
	type sender struct {
		FirstName string `json:"first_name"`
		LastName  string `json:"last_name"`
	}
	type message struct {
		From    sender
		Text    string
		Caption string
		Contact struct {
			Phone string `json:"phone_number"`
		}
	}
	var said struct {
		Message message
		Edited  message               `json:"edited_message"`
		Tap     struct{ From sender } `json:"callback_query"`
		Member  struct{ From sender } `json:"my_chat_member"`
	}
	_ = json.Unmarshal(u.Body, &said) // what is of another form is left out
	from := cmp.Or(said.Message.From, said.Edited.From, said.Tap.From, said.Member.From)
	words := cmp.Or(said.Message.Text, said.Message.Caption, said.Message.Contact.Phone, said.Edited.Text, said.Edited.Caption)
	return strings.TrimSpace(from.FirstName + " " + from.LastName), words
}

// BuryUpdate puts an update aside, whether or not it was written down.
func (s *Store) BuryUpdate(ctx context.Context, update Update) error {
	return wrap(s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.saveUpdates(ctx, []Update{update}); err != nil {
			return err
		}
		_, err := tx.NewUpdate().Model((*Update)(nil)).Set("state = ?", UpdateDead).Set("tries = ?", update.Tries).
			Set("reason = ?", update.Reason).Set("detail = ?", update.Detail).Set("changed_at = ?", tx.now).
			Where("update_id = ?", update.UpdateID).Where("state = ?", UpdateWaiting).Exec(ctx)
		return err
	}), "put an update aside")
}

// DeadLetters reads up to limit of them, the newest first.
func (s *Store) DeadLetters(ctx context.Context, limit int) ([]DeadLetter, error) {
	var updates []Update
	err := s.read.NewSelect().Model(&updates).Where("state = ?", UpdateDead).Order("changed_at DESC", "id DESC").Limit(int64(limit)).Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read dead letters")
	}
	chats := make([]int64, len(updates))
	for n, update := range updates {
		chats[n] = update.ChatID
	}
	customers, err := s.CustomersByChat(ctx, chats)
	if err != nil {
		return nil, err
	}
	letters := make([]DeadLetter, len(updates))
	for n, update := range updates {
		letters[n] = DeadLetter{update, customers[update.ChatID]}
	}
	return letters, nil
}

// CountDeadLetters counts them.
func (s *Store) CountDeadLetters(ctx context.Context) (int, error) {
	count, err := s.read.NewSelect().Model((*Update)(nil)).Where("state = ?", UpdateDead).Count(ctx)
	return int(count), wrap(err, "count dead letters")
}

// ReplayDeadLetter has an update that was put aside processed again, as though it had just come.
func (s *Store) ReplayDeadLetter(ctx context.Context, id int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		tx.received = true
		result, err := tx.NewUpdate().Model((*Update)(nil)).Set("state = ?", UpdateWaiting).Set("tries = 0").
			Set("reason = ''").Set("detail = ''").Set("changed_at = ?", tx.now).
			Where("id = ?", id).Where("state = ?", UpdateDead).Exec(ctx)
		return foundOne(result, err, "replay a dead letter")
	})
}

// DismissDeadLetter forgets an update that was put aside.
func (s *Store) DismissDeadLetter(ctx context.Context, id int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		result, err := tx.NewUpdate().Model((*Update)(nil)).Set("state = ?", UpdateDone).Set("body = ''").Set("detail = ''").
			Set("changed_at = ?", tx.now).Where("id = ?", id).Where("state = ?", UpdateDead).Exec(ctx)
		return foundOne(result, err, "dismiss a dead letter")
	})
}

// foundOne is NotFound for a statement that changed nothing.
func foundOne(result sql.Result, err error, attempted string) error {
	if err != nil {
		return wrap(err, attempted)
	}
	if changed, err := result.RowsAffected(); err != nil || changed > 0 {
		return wrap(err, attempted)
	}
	return errNotFound()
}
