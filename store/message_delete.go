package store

import "context"

// deleteMessages removes the messages for which the condition holds with all that is kept of them: files, what was to be
// sent, what webhooks were told. The foreign keys would remove the rows without a word.
func (t *tx) deleteMessages(ctx context.Context, where string, arg any) error {
	chosen := t.NewSelect().Model((*Message)(nil)).Column("id").Where(where, arg)
	if err := t.deleteFiles(ctx, "message_id IN (?)", chosen); err != nil {
		return err
	}
	if err := t.deleteNotifications(ctx, "message_id IN (?)", chosen); err != nil {
		return err
	}
	var deleted []Message
	err := t.NewDelete().Model(&deleted).Where(where, arg).Returning("id, direction, task_id, customer_id").Scan(ctx)
	if err != nil || len(deleted) == 0 {
		return wrap(err, "delete messages")
	}
	ids := make([]int64, len(deleted))
	for i, message := range deleted {
		ids[i] = message.ID
		t.changed(message.subject(), Deleted, message.ID)
		t.forgotten = append(t.forgotten, mark(message.subject(), message.ID))
		for subject, id := range map[Subject]*int64{SubjectTask: message.TaskID, SubjectCustomer: message.CustomerID} {
			if id != nil {
				t.forgotten = append(t.forgotten, mark(subject, *id)) // whose answers may show it
			}
		}
	}
	return t.forgetInDeliveries(ctx, "about_message_id", ids...)
}

// deleteFiles removes files; their content goes when no other file has the same.
func (t *tx) deleteFiles(ctx context.Context, where string, args ...any) error {
	var deleted []File
	err := t.NewDelete().Model(&deleted).Where(where, args...).Returning("sha256").Scan(ctx)
	if err != nil {
		return wrap(err, "delete files")
	}
	var contents []string
	for _, file := range deleted {
		if file.SHA256 != "" {
			contents = append(contents, file.SHA256)
		}
	}
	return t.loosen(ctx, t.now, contents...)
}

// deleteChat removes what is kept of a chat in which nobody is registered.
func (t *tx) deleteChat(ctx context.Context, chatID int64) error {
	if err := t.deleteMessages(ctx, "customer_id IS NULL AND chat_id = ?", chatID); err != nil {
		return err
	}
	for _, table := range []string{"drafts", "chat_lists"} {
		if _, err := t.NewDelete().Table(table).Where("chat_id = ?", chatID).Exec(ctx); err != nil {
			return wrap(err, "delete the "+table+" of a chat")
		}
	}
	return nil
}
