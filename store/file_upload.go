package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// What one account, or one program, may upload.
const (
	UploadsPerHour     = 500
	UploadBytesPerHour = 200 << 20
	UnsentUploads      = MaxMessageFiles
	keepUnsent         = 24 * time.Hour
)

// NewUpload is what staff or a program have put into the file store, to be sent with a message.
type NewUpload struct {
	Content       Content
	Kind          FileKind
	Name          string // as its owner calls it; may be empty
	Width, Height int    // of a picture, in pixels
}

// uploadedBy is the column that names an uploader.
func uploadedBy(actor Actor) bun.Ident {
	if actor.Kind == ActorToken {
		return "token_id"
	}
	return "staff_id"
}

// MayUpload is nil, or the RateLimited or Conflict of an account that has uploaded too much.
func (s *Store) MayUpload(ctx context.Context, actor Actor) error {
	return mayUpload(ctx, s.read, s.now(), actor, 0)
}

// AddUpload writes down what has been put into the file store. It is the uploader's until it is sent, for a day at most.
func (s *Store) AddUpload(ctx context.Context, actor Actor, in NewUpload) (File, error) {
	var file File
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		held, err := tx.holdContent(ctx, in.Content.SHA256)
		if err != nil {
			return err
		}
		if !held {
			return errConflict("file", "This took too long. Upload the file again.")
		}
		if err := tx.lockUploader(ctx, actor); err != nil {
			return err
		}
		if err := mayUpload(ctx, tx, tx.now, actor, in.Content.Size); err != nil {
			return err
		}
		file = File{
			Kind: in.Kind, Name: CleanFileName(in.Name), Mime: in.Content.MIME, Size: in.Content.Size, SHA256: in.Content.SHA256,
			Width: in.Width, Height: in.Height, State: FileKept, NotBefore: tx.now, CreatedAt: tx.now, UpdatedAt: tx.now,
		}
		if actor.Kind == ActorToken {
			file.TokenID = &actor.ID
		} else {
			file.StaffID = &actor.ID
		}
		file.Kind = file.SentAs()
		_, err = tx.NewInsert().Model(&file).Exec(ctx)
		return wrap(err, "insert an upload")
	})
	return file, err
}

// lockUploader has those who upload for one account at the same time counted one after the other.
func (t *tx) lockUploader(ctx context.Context, actor Actor) error {
	table := "staff"
	if actor.Kind == ActorToken {
		table = "api_tokens"
	}
	var locked []int64
	return wrap(t.forUpdate(t.NewSelect().Table(table).Column("id").Where("id = ?", actor.ID)).Scan(ctx, &locked), "lock an uploader")
}

// mayUpload tells whether an account may upload so many bytes more.
func mayUpload(ctx context.Context, db bun.IDB, now time.Time, actor Actor, size int64) error {
	var uploaded struct {
		Files, Bytes, Unsent int64
	}
	err := db.NewSelect().Model((*File)(nil)).
		ColumnExpr("count(*) FILTER (WHERE created_at > ?) AS files", now.Add(-time.Hour)).
		ColumnExpr("coalesce(sum(size) FILTER (WHERE created_at > ?), 0) AS bytes", now.Add(-time.Hour)).
		ColumnExpr("count(*) FILTER (WHERE message_id IS NULL) AS unsent").
		Where("? = ?", uploadedBy(actor), actor.ID).Where("created_at > ?", now.Add(-keepUnsent)).Scan(ctx, &uploaded)
	if err != nil {
		return wrap(err, "add up uploads")
	}
	limited := func(message string) error {
		return &Error{Code: RateLimited, Message: message, RetryAfter: 10 * time.Minute}
	}
	switch {
	case uploaded.Unsent >= UnsentUploads:
		return errConflict("file", "You have %d files that are not sent yet. Send or remove some of them; what is not sent goes after a day.", UnsentUploads)
	case uploaded.Files >= UploadsPerHour:
		return limited("An account may upload 500 files in an hour. Try again later.")
	case uploaded.Bytes+size > UploadBytesPerHour:
		return limited("An account may upload 200 MB in an hour. Try again later.")
	}
	return nil
}

// DeleteUpload removes an upload of the actor's that is not sent yet.
func (s *Store) DeleteUpload(ctx context.Context, actor Actor, id int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var file File
		query := tx.NewSelect().Model(&file).Where("id = ?", id).Where("message_id IS NULL").Where("? = ?", uploadedBy(actor), actor.ID)
		if err := tx.forUpdate(query).Scan(ctx); err != nil {
			return notFoundOr(err, "lock an upload")
		}
		return tx.deleteFiles(ctx, "id = ?", id)
	})
}

// PruneUploads removes what was uploaded more than a day ago and not sent, but for what is being imported just now: its import
// goes with it.
func (s *Store) PruneUploads(ctx context.Context) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.deleteFiles(ctx, "message_id IS NULL AND created_at < ? AND id NOT IN (SELECT i.file_id FROM imports AS i WHERE "+importsAtWork+")",
			tx.now.Add(-keepUnsent), tx.now.Add(-importSilence))
	})
}
