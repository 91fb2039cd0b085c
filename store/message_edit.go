package store

import (
	"context"
	"slices"
)

// EditMessage changes what a message of a chat says, and keeps what it said before. A message that is not kept is
// NotFound.
func (s *Store) EditMessage(ctx context.Context, in IncomingMessage) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		r := &receiving{tx: tx}
		if err := r.look(ctx, []IncomingMessage{in}); err != nil {
			return err
		}
		message := r.find(in.ChatID, func(m Message) bool { return r.isSame(m, in) })
		if message == nil {
			return errNotFound()
		}
		if customer := r.customers[in.ChatID]; customer != nil && customer.MutedAt != nil {
			return nil
		}
		if text := cleanIncoming(in.Text); text != message.Text && (text != "" || message.MediaGroupID == "") {
			message.PreviousTexts = append(message.PreviousTexts, message.Text)
			message.Text = text
			message.EditedAt, message.UpdatedAt = &tx.now, tx.now
			if _, err := tx.NewUpdate().Model(message).Column("text", "previous_texts", "edited_at", "updated_at").WherePK().Exec(ctx); err != nil {
				return wrap(err, "edit message")
			}
			tx.changed(SubjectMessage, Updated, message.ID)
		}
		return tx.editFiles(ctx, *message, in)
	})
}

// editFiles adds what a message shows now in place of what it showed before, which is kept as well.
func (t *tx) editFiles(ctx context.Context, message Message, in IncomingMessage) error {
	var known []string
	err := t.NewSelect().Model((*File)(nil)).Column("telegram_unique_id").Where("message_id = ?", message.ID).Scan(ctx, &known)
	if err != nil {
		return wrap(err, "read the files of a message")
	}
	in.Files = slices.DeleteFunc(slices.Clone(in.Files), func(f File) bool { return slices.Contains(known, f.TelegramUniqueID) })
	if len(in.Files) == 0 {
		return nil
	}
	message.MediaGroupID = "" // no answer waits for it
	r := &receiving{tx: t}
	if err := r.addFiles(ctx, &Reception{Outcome: ReceptionKept, Message: message}, in); err != nil {
		return err
	}
	t.changed(SubjectMessage, Updated, message.ID)
	return nil
}
