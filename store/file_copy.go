package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/uptrace/bun"
)

// NotificationFileCopy gives a member of staff, in their own chat with the bot, a copy of a file as it stands in the
// customer's chat: of one that is too large to be kept, and of one that a browser does not play.
const NotificationFileCopy NotificationKind = "file_copy"

// ChatMessage is a message in a chat of Telegram.
type ChatMessage struct {
	ChatID    int64
	MessageID int
}

var errNoCopy = errConflict("id", "This file is in no chat from which the bot could copy it.")

// ForwardFile has the bot send a file to the chat of a member of staff, who has to have linked their Telegram account.
func (s *Store) ForwardFile(ctx context.Context, actor Actor, id int64) (File, error) {
	var file File
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		staff, err := tx.lockStaff(ctx, actor.ID)
		if err != nil {
			return err
		}
		if staff.TelegramID == nil {
			return errConflict("", "Link your Telegram account first: the file comes in your own chat with the bot.")
		}
		if err := tx.NewSelect().Model(&file).Where("id = ?", id).Scan(ctx); err != nil {
			return fieldError(notFoundOr(err, "read file"), "id")
		}
		if _, err := originalOf(ctx, tx, id); err != nil {
			return err
		}
		payload := NotificationPayload{FileID: id}
		var waiting []Notification
		err = tx.NewSelect().Model(&waiting).Where("staff_id = ?", staff.ID).Where("kind = ?", NotificationFileCopy).Where("state = ?", NotificationQueued).Scan(ctx)
		if err != nil {
			return wrap(err, "look for copies that wait")
		}
		for _, notice := range waiting {
			if notice.Payload.FileID == id {
				return nil // it is on its way
			}
		}
		return tx.insertNotice(ctx, Notification{StaffID: staff.ID, ChatID: *staff.TelegramID, Kind: NotificationFileCopy, Payload: payload})
	})
	return file, err
}

// originalOf is where a file stands: in the customer's chat or, where a member of staff sent it as a reply, in the chat in which
// they did. Else it is errNoCopy.
func originalOf(ctx context.Context, db bun.IDB, fileID int64) (ChatMessage, error) {
	var original ChatMessage
	err := db.NewRaw(`SELECT COALESCE(r.chat_id, m.chat_id) AS chat_id, f.telegram_message_id AS message_id
		FROM files AS f JOIN messages AS m ON m.id = f.message_id
		LEFT JOIN staff_replies AS r ON r.message_id = m.id AND r.telegram_message_id = f.telegram_message_id
		WHERE f.id = ? AND (m.direction = ? OR r.chat_id IS NOT NULL) AND f.telegram_message_id IS NOT NULL`, fileID, DirectionIn).Scan(ctx, &original)
	if errors.Is(err, sql.ErrNoRows) {
		return original, errNoCopy
	}
	return original, wrap(err, "look where a file is")
}

// withOriginal adds which message a delivery copies. Of a file that was deleted since, it says so.
func (s *Store) withOriginal(ctx context.Context, delivery *Delivery) error {
	original, err := originalOf(ctx, s.read, delivery.Notification.Payload.FileID)
	if errors.Is(err, errNoCopy) {
		delivery.Refusal = "The file was deleted."
		return nil
	}
	delivery.CopyOf = original
	return err
}
