package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// putWithin is how long it may take from ExpectContent until a row names the content.
const putWithin = 15 * time.Minute

// removeTimeout bounds how long the removal of one content may hold up others who write.
const removeTimeout = 3 * time.Second

// ExpectContent notes, before a content is put into the file store, that a row will name it. If that never comes about,
// as when the process dies, the content is removed again.
func (s *Store) ExpectContent(ctx context.Context, sha256 string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.loosen(ctx, tx.now.Add(putWithin), sha256)
	})
}

// Contents are the SHA-256 of all contents that are named by a file.
func (s *Store) Contents(ctx context.Context) ([]string, error) {
	var contents []string
	err := s.read.NewSelect().Model((*File)(nil)).ColumnExpr("DISTINCT sha256").Where("sha256 <> ''").OrderExpr("sha256").Scan(ctx, &contents)
	return contents, wrap(err, "read which contents are named")
}

// looseFile is a content that may be removed from a time on, unless a row of files names it then.
type looseFile struct {
	bun.BaseModel `bun:"table:loose_files,alias:l"`
	SHA256        string `bun:"sha256,pk"`
	NotBefore     time.Time
}

// loosen has contents removed from a time on. What is expected to be named for longer stays for longer.
func (t *tx) loosen(ctx context.Context, notBefore time.Time, contents ...string) error {
	slices.Sort(contents) // as everybody locks them
	for some := range slices.Chunk(slices.Compact(contents), rowsInStatement) {
		rows := make([]looseFile, len(some))
		for i, sha256 := range some {
			rows[i] = looseFile{SHA256: sha256, NotBefore: notBefore}
		}
		_, err := t.NewInsert().Model(&rows).On("CONFLICT (sha256) DO UPDATE").Set("not_before = EXCLUDED.not_before").
			Where("l.not_before < EXCLUDED.not_before").Returning("NULL").Exec(ctx)
		if err != nil {
			return wrap(err, "note that contents may go")
		}
		t.loosened = true
	}
	return nil
}

// holdContent tells whether a content that was expected and put is still there, and keeps it from being removed until a
// row of this transaction names it.
func (t *tx) holdContent(ctx context.Context, sha256 string) (bool, error) {
	var found []string
	query := t.NewSelect().Table("loose_files").Column("sha256").Where("sha256 = ?", sha256)
	err := t.forUpdate(query).Scan(ctx, &found)
	return len(found) > 0, wrap(err, "look for an expected content")
}

// LooseFiles signals that there may be something for RemoveLooseFiles. One signal can stand for many; what other
// replicas delete is not signalled.
func (s *Store) LooseFiles() <-chan struct{} { return s.looseFiles }

// RemoveLooseFiles has what no row names removed from the file store. What cannot be removed is put off, and when that
// is the third content it ends; it fails with why.
func (s *Store) RemoveLooseFiles(ctx context.Context, remove func(ctx context.Context, sha256 string) error) error {
	var failures []error
	for len(failures) < mostRemovalsFailed {
		more, err := s.removeLooseFile(ctx, func(ctx context.Context, sha256 string) error {
			failed := remove(ctx, sha256)
			if failed != nil {
				failures = append(failures, failed)
			}
			return failed
		})
		if err != nil {
			return err
		}
		if !more {
			break
		}
	}
	return errors.Join(failures...)
}

const (
	// mostRemovalsFailed ends the work where the file store is away, and not where one content cannot be removed.
	mostRemovalsFailed = 3
	// removeAgain is how long a content waits that could not be removed.
	removeAgain = 10 * time.Minute
)

// removeLooseFile removes within the transaction: whoever puts the same content meanwhile waits in ExpectContent.
func (s *Store) removeLooseFile(ctx context.Context, remove func(context.Context, string) error) (more bool, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var due []string
		query := tx.NewSelect().Table("loose_files").Column("sha256").Where("not_before <= ?", tx.now).Order("not_before").Limit(1)
		if err := tx.forUpdate(query).Scan(ctx, &due); err != nil {
			return wrap(err, "look for loose contents")
		}
		if more = len(due) > 0; !more {
			return nil
		}
		named, err := tx.NewSelect().Model((*File)(nil)).Where("sha256 = ?", due[0]).Exists(ctx)
		if err != nil {
			return wrap(err, "look for files with a content")
		}
		if !named {
			ctx, cancel := context.WithTimeout(ctx, removeTimeout)
			defer cancel()
			if remove(ctx, due[0]) != nil {
				_, err := tx.NewUpdate().Table("loose_files").Set("not_before = ?", tx.now.Add(removeAgain)).Where("sha256 = ?", due[0]).Exec(ctx)
				return wrap(err, "put off the removal of a content")
			}
		}
		_, err = tx.NewDelete().Table("loose_files").Where("sha256 = ?", due[0]).Exec(ctx)
		return wrap(err, "note that a content is gone")
	})
	return more, err
}
