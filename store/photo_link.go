package store

import (
	"cmp"
	"context"
	"time"

	"github.com/uptrace/bun"
)

// photoPause is how long a link to the bot that asks for photos works, and for how long after the last photo the next one is
// waited for.
const photoPause = 10 * time.Minute

// PhotoSession is a member's chat in which the bot waits for photos for a task. They are kept as a note's.
type PhotoSession struct {
	bun.BaseModel `bun:"table:photo_links,alias:pl"`
	ID            int64 `bun:",pk,autoincrement"`
	TokenHash     string
	StaffID       int64
	TaskID        int64
	Label         FileLabel // may be empty
	ChatID        *int64    // nil until the link is opened
	MessageID     *int64    // the note; nil until there is a photo
	ExpiresAt     time.Time
	CreatedAt     time.Time

	Photos int `bun:",scanonly"` // how many there are
}

const photoColumns = `SELECT pl.*, (SELECT count(*) FROM files AS f WHERE f.message_id = pl.message_id) AS photos FROM photo_links AS pl WHERE `

// CreatePhotoLink makes a code by which a member can send photos for a task to the bot, once, within ten minutes.
func (s *Store) CreatePhotoLink(ctx context.Context, actor Actor, taskID int64, label FileLabel) (code string, expires time.Time, err error) {
	code = newToken()
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if actor.Kind != ActorStaff {
			return &Error{Code: Forbidden, Message: "Only a member of staff can send photos to the bot."}
		}
		if _, _, err := tx.lockTask(ctx, taskID); err != nil {
			return fieldError(err, "taskId")
		}
		_, err := tx.NewDelete().Model((*PhotoSession)(nil)).Where("expires_at < ?", tx.now.Add(-photoPause)).Where("staff_id = ?", actor.ID).Exec(ctx)
		if err != nil {
			return wrap(err, "remove old links for photos")
		}
		expires = tx.now.Add(photoPause)
		row := PhotoSession{TokenHash: tokenHash(code), StaffID: actor.ID, TaskID: taskID, Label: label, ExpiresAt: expires, CreatedAt: tx.now}
		_, err = tx.NewInsert().Model(&row).Exec(ctx)
		return wrap(err, "insert link for photos")
	})
	return code, expires, err
}

// OpenPhotoLink begins to wait for photos in the chat of the member who made the link. One that is over, or another
// member's, is NotFound.
func (s *Store) OpenPhotoLink(ctx context.Context, chatID int64, code string) (session PhotoSession, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		member, err := tx.staffOf(ctx, chatID)
		if err != nil || member == nil {
			return cmp.Or(err, errNotFound())
		}
		query := tx.NewSelect().Model(&session).Where("token_hash = ?", tokenHash(code)).Where("staff_id = ?", member.ID).Where("expires_at > ?", tx.now)
		if err := tx.forUpdate(query).Scan(ctx); err != nil {
			return notFoundOr(err, "read link for photos")
		}
		_, err = tx.NewUpdate().Model((*PhotoSession)(nil)).Set("expires_at = ?", tx.now).
			Where("chat_id = ?", chatID).Where("id <> ?", session.ID).Where("expires_at > ?", tx.now).Exec(ctx)
		if err != nil {
			return wrap(err, "end another wait for photos")
		}
		session.ChatID, session.ExpiresAt = &chatID, tx.now.Add(photoPause)
		_, err = tx.NewUpdate().Model(&session).Column("chat_id", "expires_at").WherePK().Exec(ctx)
		return wrap(err, "open link for photos")
	})
	return session, err
}

// AddPhotos keeps the files of a message in a chat that waits for them; ok is false for any other chat. What comes twice
// is kept once.
func (s *Store) AddPhotos(ctx context.Context, in StaffReply) (ok bool, err error) {
	if _, err := s.StaffByChat(ctx, in.From); err != nil {
		return false, unlessNotFound(err)
	}
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		ok = false
		member, err := tx.staffOf(ctx, in.From)
		if err != nil || member == nil {
			return err
		}
		repeated, err := tx.NewSelect().Model((*staffReply)(nil)).Where("chat_id = ?", in.ChatID).Where("telegram_message_id = ?", in.TelegramMessageID).Exists(ctx)
		if err != nil || repeated {
			ok = repeated
			return wrap(err, "look for a photo that is kept")
		}
		session, err := tx.photoSession(ctx, "pl.chat_id = ? AND pl.expires_at > ? ORDER BY pl.id DESC LIMIT 1", in.ChatID, tx.now)
		if err != nil || session == nil || session.StaffID != member.ID {
			return err
		}
		if session.Photos+len(in.Files) > MaxMessageFiles {
			session.MessageID = nil // what a message can have: the next note takes the rest
		}
		_, task, err := tx.lockTask(ctx, session.TaskID)
		if err != nil {
			return unlessNotFound(err)
		}
		for i := range in.Files {
			in.Files[i].Label = session.Label
		}
		note := Message{ID: valueOf(session.MessageID), CustomerID: task.CustomerID, TaskID: &task.ID, Direction: DirectionNote}
		attach := func(ctx context.Context, message Message) ([]File, error) {
			return tx.receiveFiles(ctx, *member, message, in)
		}
		if note.ID == 0 {
			_, err = tx.insertStaffMessage(ctx, Actor{Kind: ActorStaff, ID: member.ID}, &note, attach)
		} else if _, err = attach(ctx, note); err == nil {
			tx.changed(SubjectMessage, Updated, note.ID)
		}
		if err != nil {
			return err
		}
		row := staffReply{ChatID: in.ChatID, TelegramMessageID: in.TelegramMessageID, StaffID: member.ID, MessageID: note.ID, CreatedAt: tx.now}
		if _, err := tx.NewInsert().Model(&row).Exec(ctx); err != nil {
			return wrap(err, "note a photo")
		}
		session.MessageID, session.ExpiresAt = &note.ID, tx.now.Add(photoPause)
		ok = true
		_, err = tx.NewUpdate().Model(session).Column("message_id", "expires_at").WherePK().Exec(ctx)
		return wrap(err, "go on waiting for photos")
	})
	return ok, err
}

// photoSession finds one; nil for none.
func (t *tx) photoSession(ctx context.Context, where string, args ...any) (*PhotoSession, error) {
	var found []PhotoSession
	if err := t.NewRaw(photoColumns+where, args...).Scan(ctx, &found); err != nil || len(found) == 0 {
		return nil, wrap(err, "read a wait for photos")
	}
	return &found[0], nil
}

// EndPhotos waits for no more photos in a member's chat. A wait that is not there is NotFound; one that is over is given
// as it was.
func (s *Store) EndPhotos(ctx context.Context, actor Actor, id int64) (session PhotoSession, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		found, err := tx.photoSession(ctx, "pl.id = ? AND pl.staff_id = ?", id, actor.ID)
		if err != nil || found == nil {
			return cmp.Or(err, errNotFound())
		}
		session = *found
		_, err = tx.NewUpdate().Model((*PhotoSession)(nil)).Set("expires_at = ?", tx.now).Where("id = ?", id).Where("expires_at > ?", tx.now).Exec(ctx)
		return wrap(err, "end a wait for photos")
	})
	return session, err
}

// SendPhotos sends the photos of a member's note to the customer, once: after that it is NotFound.
func (s *Store) SendPhotos(ctx context.Context, actor Actor, id int64) (message Message, err error) {
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			session, err := tx.photoSession(ctx, "pl.id = ? AND pl.staff_id = ?", id, actor.ID)
			if err != nil || session == nil || session.MessageID == nil {
				return cmp.Or(err, errNotFound())
			}
			var files []File
			if err := tx.NewSelect().Model(&files).Where("message_id = ?", *session.MessageID).Order("id").Scan(ctx); err != nil {
				return wrap(err, "read photos")
			}
			message = Message{TaskID: &session.TaskID}
			attach := func(ctx context.Context, message Message) ([]File, error) { return tx.copyFiles(ctx, message, files) }
			if err := tx.sendMessage(ctx, actor, NewMessage{TaskID: &session.TaskID}, &message, attach, s.hold); err != nil {
				return err
			}
			_, err = tx.NewDelete().Model(session).WherePK().Exec(ctx)
			return wrap(err, "end a wait for photos")
		})
	})
	return message, err
}

// copyFiles gives a message the files of another one as well.
func (t *tx) copyFiles(ctx context.Context, message Message, files []File) ([]File, error) {
	for i := range files {
		file := &files[i]
		file.ID, file.MessageID, file.TaskID, file.TelegramMessageID = 0, &message.ID, message.TaskID, nil
		file.Attempts, file.Fence, file.LeaseUntil, file.LastError = 0, 0, nil, ""
		file.NotBefore, file.CreatedAt, file.UpdatedAt = t.now, t.now, t.now
	}
	if len(files) == 0 {
		return nil, errNotFound()
	}
	t.fetching = true
	_, err := t.NewInsert().Model(&files).Exec(ctx)
	return files, wrap(err, "copy files")
}
