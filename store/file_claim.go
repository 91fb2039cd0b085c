package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// ClaimFiles takes up to limit files that are due to be fetched, the longest due first, but none of those that the caller
// still has in hand. They are the caller's until the lease ends; then others may claim them again.
func (s *Store) ClaimFiles(ctx context.Context, limit int, lease time.Duration, inHand ...int64) ([]File, error) {
	skipLocked := ""
	if s.isPostgres() {
		skipLocked = "FOR UPDATE SKIP LOCKED"
	}
	now := s.now()
	var claimed []File
	err := s.write.NewRaw(`UPDATE files SET fence = fence + 1, not_before = ?, lease_until = ?, updated_at = ?
		WHERE id IN (
			SELECT id FROM files
			WHERE state = 'WAITING' AND not_before <= ? AND id NOT IN (?)
			ORDER BY not_before, id LIMIT ? `+skipLocked+`)
		RETURNING *`, now.Add(lease), now.Add(lease), now, now, bun.List(append(inHand, 0)), limit).Scan(ctx, &claimed)
	return claimed, wrap(err, "claim files")
}

// ReleaseFiles makes due what a leader before has claimed and not ended. That may go on meanwhile, if it was only frozen: its
// end then matches no row, and a content that is stored twice is stored once.
func (s *Store) ReleaseFiles(ctx context.Context) error {
	_, err := s.write.NewUpdate().Model((*File)(nil)).Set("not_before = ?", s.now()).Set("lease_until = NULL").Set("updated_at = ?", s.now()).
		Where("state = ?", FileWaiting).Where("lease_until IS NOT NULL").Exec(ctx)
	return wrap(err, "release claimed files")
}

// NextFile tells when the next file can be claimed; ok is false when none waits.
func (s *Store) NextFile(ctx context.Context) (due time.Time, ok bool, err error) {
	var next []File
	err = s.read.NewSelect().Model(&next).Column("not_before").Where("state = ?", FileWaiting).Order("not_before", "id").Limit(1).Scan(ctx)
	for _, file := range next {
		due, ok = file.NotBefore, true
	}
	return due, ok, wrap(err, "look for the next file")
}

// FileKept records that the file store has a claimed file. If the content was not named in time and has been removed
// since, the file is due again.
func (s *Store) FileKept(ctx context.Context, claim Claim, content Content) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		held, err := tx.holdContent(ctx, content.SHA256)
		if err != nil {
			return err
		}
		return tx.endFetch(ctx, claim, "record a fetched file", func(q *bun.UpdateQuery) {
			if !held {
				q.Set("not_before = ?", tx.now)
				return
			}
			q.Set("state = ?", FileKept).Set("sha256 = ?", content.SHA256).Set("mime = ?", content.MIME).Set("size = ?", content.Size).
				Set("last_error = ''")
		})
	})
}

// FileTooLarge records that Telegram does not give a claimed file out, of so many bytes; 0 leaves what was known.
func (s *Store) FileTooLarge(ctx context.Context, claim Claim, size int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.endFetch(ctx, claim, "record a file that is too large", func(q *bun.UpdateQuery) {
			if q.Set("state = ?", FileTooLarge).Set("last_error = ''"); size > 0 {
				q.Set("size = ?", size)
			}
		})
	})
}

// FileGone records that Telegram does not have a claimed file any more, in its words.
func (s *Store) FileGone(ctx context.Context, claim Claim, reason string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.endFetch(ctx, claim, "record a file that is gone", func(q *bun.UpdateQuery) {
			q.Set("state = ?", FileGone).Set("last_error = ?", cleanReason(reason))
		})
	})
}

// RetryFile gives a claim back after a failure; the file is due again at notBefore.
func (s *Store) RetryFile(ctx context.Context, claim Claim, notBefore time.Time, reason string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.endFetch(ctx, claim, "put off a file", func(q *bun.UpdateQuery) {
			q.Set("attempts = attempts + 1").Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", cleanReason(reason))
		})
	})
}

// PostponeFile gives a claim back without counting an attempt: none was made, or Telegram asked to wait.
func (s *Store) PostponeFile(ctx context.Context, claim Claim, notBefore time.Time) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.endFetch(ctx, claim, "postpone a file", func(q *bun.UpdateQuery) { q.Set("not_before = ?", notBefore.UTC()) })
	})
}

// endFetch ends a claim, unless it is lost, and tells of the message if what it shows is another.
func (t *tx) endFetch(ctx context.Context, claim Claim, attempted string, set func(*bun.UpdateQuery)) error {
	var ended []File
	query := t.NewUpdate().Model(&ended).Set("lease_until = NULL").Set("updated_at = ?", t.now).
		Where("id = ?", claim.ID).Where("fence = ?", claim.Fence).Where("state = ?", FileWaiting).Returning("message_id, state")
	set(query)
	if err := query.Scan(ctx); err != nil {
		return wrap(err, attempted)
	}
	if len(ended) == 0 {
		return t.lostOrGone(ctx, (*File)(nil), claim)
	}
	if file := ended[0]; file.MessageID != nil && file.State != FileWaiting {
		return t.messageShown(ctx, *file.MessageID)
	}
	return nil
}

// messageShown tells that a message is to be shown anew.
func (t *tx) messageShown(ctx context.Context, id int64) error {
	var message Message
	if err := t.NewSelect().Model(&message).Where("id = ?", id).Scan(ctx); err != nil {
		return wrap(err, "read the message of a file")
	}
	t.changed(message.subject(), Updated, id)
	return nil
}

// FetchStatus is how the fetching of files stands.
type FetchStatus struct {
	Waiting   int           // files that are still to be fetched
	Age       time.Duration // of the one that has waited longest; 0 for none
	LastError string        // why that one was not fetched yet; empty where nothing went wrong
}

// FetchStatus measures it.
func (s *Store) FetchStatus(ctx context.Context) (FetchStatus, error) {
	var status FetchStatus
	var oldest []File
	count, err := s.read.NewSelect().Model(&oldest).Column("created_at", "last_error").Where("state = ?", FileWaiting).
		Order("created_at", "id").Limit(1).ScanAndCount(ctx)
	if err != nil {
		return status, wrap(err, "look at the files that wait")
	}
	status.Waiting = int(count)
	for _, file := range oldest {
		status.Age, status.LastError = max(0, s.now().Sub(file.CreatedAt)), file.LastError
	}
	return status, nil
}
