package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"zayavka/files"
	"zayavka/store"
	"zayavka/temporary"
)

// Restored says what was restored.
type Restored struct {
	Tables []store.CopiedTable
	Aside  string // where the database is kept that was there before; empty where there was none
	Files  files.Copied
}

// Restore brings a backup back into the database of o, and its files into another file store. From is where the backup
// lies, or the contents of its files. The archive is one of a backup, or any copy of the database in SQLite, compressed
// or not, of this version or an older one. With replace, a SQLite database that is there is put aside, never removed.
func Restore(ctx context.Context, archive io.ReadSeeker, from, to *files.Storage, o store.Options, replace bool) (restored Restored, err error) {
	folder, err := temporary.Folder("", restoringPrefix)
	if err != nil {
		return restored, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	file := filepath.Join(folder, "backup.db")
	if _, err := unpack(archive, file); err != nil {
		return restored, err
	}
	options := o
	options.URL = "sqlite://" + file
	unpacked, err := store.Open(options)
	if err != nil {
		return restored, err
	}
	defer func() { err = errors.Join(err, unpacked.Close()) }()
	if err := unpacked.CheckWhole(ctx); err != nil {
		return restored, fmt.Errorf("the backup is damaged: %w", err)
	}
	if err := unpacked.MigrateUp(ctx); err != nil {
		return restored, fmt.Errorf("the backup cannot be used: %w", err)
	}
	contents, err := unpacked.Contents(ctx)
	if err != nil {
		return restored, err
	}
	// The files first: when the database has its name, all is there.
	if restored.Files, err = from.CopyTo(ctx, to, contents); err != nil {
		return restored, err
	}
	restored.Tables, restored.Aside, err = unpacked.Restore(ctx, o.URL, replace)
	return restored, err
}

// Open gives the database of a backup, compressed, by the backup's name, or files.ErrMissing.
func Open(ctx context.Context, from *files.Storage, name string) (io.ReadSeekCloser, error) {
	return from.OpenNamed(ctx, name+databaseSuffix)
}
