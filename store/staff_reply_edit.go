package store

import (
	"context"
	"slices"
)

// EditStaffReply changes what a reply says that is a note or has not been sent; what has been is StaffReplyTooLate.
func (s *Store) EditStaffReply(ctx context.Context, in StaffReply) (outcome StaffReplyOutcome, err error) {
	if _, err := s.StaffByChat(ctx, in.From); CodeOf(err) == NotFound {
		return StaffReplyNone, nil
	}
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			outcome, err = tx.editStaffReply(ctx, in)
			return err
		})
	})
	return refusedReply(outcome, err)
}

func (t *tx) editStaffReply(ctx context.Context, in StaffReply) (StaffReplyOutcome, error) {
	var rows []staffReply
	err := t.NewSelect().Model(&rows).Where("chat_id = ?", in.ChatID).Where("telegram_message_id = ?", in.TelegramMessageID).Scan(ctx)
	if err != nil {
		return StaffReplyNone, wrap(err, "look for a reply that was edited")
	}
	if len(rows) == 0 { // it was refused as it was
		return t.receiveStaffReply(ctx, in)
	}
	member, err := t.staffOf(ctx, in.From)
	if err != nil || member == nil || member.ID != rows[0].StaffID {
		return StaffReplyNone, err
	}
	if rows[0].MessageID == 0 {
		return StaffReplyTakenBack, nil
	}
	message, err := t.lockMessage(ctx, rows[0].MessageID)
	if err != nil {
		return StaffReplyNone, err
	}
	note, words := noteOf(in.Text)
	if words == message.Text && (!note || message.Direction == DirectionNote) {
		return t.outcomeOf(ctx, message.ID)
	}
	if message.Direction == DirectionOut {
		if held, err := t.isHeld(ctx, message.ID); err != nil || !held {
			return StaffReplyTooLate, err
		}
	}
	if isStray(message, in.Text) {
		return StaffReplyNoTask, nil
	}
	hasFiles, err := t.NewSelect().Model((*File)(nil)).Where("message_id = ?", message.ID).Exists(ctx)
	if err != nil {
		return StaffReplyNone, wrap(err, "look for the files of a reply")
	}
	if words == "" && !hasFiles {
		return StaffReplyEmpty, nil
	}
	if err := t.reword(ctx, message, in.Text); err != nil {
		return StaffReplyNone, err
	}
	return t.outcomeOf(ctx, message.ID)
}

// isHeld tells whether nothing of a locked message has been sent or is on its way.
func (t *tx) isHeld(ctx context.Context, messageID int64) (bool, error) {
	var rows []Notification
	if err := t.forUpdate(t.NewSelect().Model(&rows).Where("message_id = ?", messageID).Order("id")).Scan(ctx); err != nil {
		return false, wrap(err, "lock the notifications of a message")
	}
	return !slices.ContainsFunc(rows, func(n Notification) bool {
		return n.State != NotificationUnreachable && (n.State != NotificationQueued || n.Attempts > 0)
	}), nil
}

// reword changes what a message says of which nothing was sent. One that begins with a dot by now becomes a note; what it
// answered waits again. A note stays one.
func (t *tx) reword(ctx context.Context, message Message, text string) error {
	note, words := noteOf(text)
	if message.Text != "" {
		message.PreviousTexts = append(message.PreviousTexts, message.Text)
		message.EditedAt = &t.now
	}
	message.Text, message.UpdatedAt = words, t.now
	becomesNote := note && message.Direction == DirectionOut
	if becomesNote {
		message.Direction, message.ChatID = DirectionNote, 0
	}
	_, err := t.NewUpdate().Model(&message).Column("text", "previous_texts", "edited_at", "direction", "chat_id", "updated_at").WherePK().Exec(ctx)
	if err != nil {
		return wrap(err, "edit a reply")
	}
	if !becomesNote {
		t.changed(message.subject(), Updated, message.ID)
		return t.requeue(ctx, message)
	}
	t.changed(SubjectMessage, Deleted, message.ID) // for those who may not know of notes
	t.changed(SubjectNote, Created, message.ID)
	if err := t.deleteNotifications(ctx, "message_id = ?", message.ID); err != nil {
		return err
	}
	return t.unanswer(ctx, message)
}

// requeue queues a message anew of which nothing was sent, because its parts have changed, with time for what belongs
// to it still.
func (t *tx) requeue(ctx context.Context, message Message) error {
	if message.Direction != DirectionOut {
		return nil
	}
	customer, err := t.findCustomer(ctx, "id = $1", *message.CustomerID)
	if err != nil || customer == nil {
		return err
	}
	if err := t.deleteNotifications(ctx, "message_id = ?", message.ID); err != nil {
		return err
	}
	files, err := t.filesOf(ctx, message)
	if err != nil {
		return err
	}
	_, err = t.queueMessage(ctx, *customer, message, len(MessageParts(message.Text, files)), max(t.store.hold, albumPause))
	return err
}
