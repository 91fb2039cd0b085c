package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// insert writes the new messages with one statement.
func (r *receiving) insert(ctx context.Context, fresh []*Reception) error {
	if len(fresh) == 0 {
		return nil
	}
	rows := make([]Message, len(fresh))
	for i, reception := range fresh {
		rows[i] = reception.Message
	}
	if _, err := r.NewInsert().Model(&rows).Exec(ctx); err != nil {
		if isUniqueViolation(err) {
			return errConflict("", "This message has just been kept by another process.")
		}
		return wrap(err, "insert messages")
	}
	for i, reception := range fresh {
		reception.Message = rows[i]
		r.changed(SubjectMessage, Created, rows[i].ID)
	}
	return nil
}

// addFiles writes the files of a message that is kept, as far as there is room for the chat's, and the album's
// words if they came with a later part. The answer to an album waits for the rest of it.
func (r *receiving) addFiles(ctx context.Context, reception *Reception, in IncomingMessage) error {
	if reception.Outcome != ReceptionKept {
		return nil
	}
	message := &reception.Message
	if len(in.Files) > 0 {
		bytes, err := r.bytesOfDay(ctx, in.ChatID)
		if err != nil {
			return err
		}
		files := make([]File, 0, len(in.Files))
		for _, file := range in.Files {
			if bytes += file.Size; bytes > FileBytesPerDay {
				reception.FilesRefused = true
				break
			}
			file.MessageID, file.TaskID, file.TelegramMessageID = &message.ID, message.TaskID, &in.TelegramMessageID
			file.Name, file.Mime = CleanFileName(file.Name), truncate(cleanIncoming(file.Mime), MaxName)
			file.State, file.NotBefore, file.CreatedAt, file.UpdatedAt = FileWaiting, r.now, r.now, r.now
			files = append(files, file)
		}
		if len(files) > 0 {
			if _, err := r.NewInsert().Model(&files).Exec(ctx); err != nil {
				return wrap(err, "insert files")
			}
			r.fetching = true
		}
	}
	if message.MediaGroupID == "" {
		return nil
	}
	if !message.CreatedAt.Equal(r.now) || len(r.albums[message.ID]) > 0 { // a later part
		message.UpdatedAt = r.now
		if _, err := r.NewUpdate().Model(message).Column("text", "updated_at").WherePK().Exec(ctx); err != nil {
			return wrap(err, "add to an album")
		}
		r.changed(SubjectMessage, Updated, message.ID)
		if customer := r.customers[in.ChatID]; customer != nil && message.DraftID == nil {
			if err := r.emitAlbum(ctx, *message, customer); err != nil {
				return err
			}
		}
	}
	return r.oweList(ctx, in.ChatID, r.now.Add(albumPause))
}

// recountDrafts has the receptions tell of requests with what was added to them just now.
func (r *receiving) recountDrafts(ctx context.Context, receptions []Reception) error {
	var chats []int64
	for _, reception := range receptions {
		if reception.Place.Draft != nil {
			chats = append(chats, reception.Message.ChatID)
		}
	}
	if len(chats) == 0 {
		return nil
	}
	drafts, err := r.openDrafts(ctx, chats)
	if err != nil {
		return err
	}
	for i, reception := range receptions {
		if draft := drafts[reception.Message.ChatID]; draft != nil && reception.Place.Draft != nil {
			receptions[i].Place.Draft = draft
		}
	}
	return nil
}

// await notes that the customers of tasks wait for an answer, since at, if they do not already for longer.
func (t *tx) await(ctx context.Context, taskIDs []int64, at time.Time) error {
	if len(taskIDs) == 0 {
		return nil
	}
	var changed []int64
	err := t.NewUpdate().Model((*Task)(nil)).Set("awaiting_reply_since = ?", at).Where("id IN (?)", bun.List(taskIDs)).
		WhereGroup(" AND ", func(q *bun.UpdateQuery) *bun.UpdateQuery {
			return q.Where("awaiting_reply_since IS NULL").WhereOr("awaiting_reply_since > ?", at)
		}).Returning("id").Scan(ctx, &changed)
	t.changed(SubjectTask, Updated, changed...)
	return wrap(err, "note that a customer waits for an answer")
}

// messageReceived tells of a customer's message that staff can see now.
func (t *tx) messageReceived(ctx context.Context, message Message, task *Task, customer *Customer) error {
	t.emitReceived(message, customer)
	return t.newsOf(ctx, task, customer, &message)
}
