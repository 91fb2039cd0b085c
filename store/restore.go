package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Restore is CopyInto for a database that is to be served again. With replace, a file of SQLite that has the name already
// is put aside, and so is what it has not written into itself yet; the error, or aside, tells its new name. PostgreSQL's
// database must be empty.
func (s *Store) Restore(ctx context.Context, url string, replace bool) (tables []CopiedTable, aside string, err error) {
	path, isFile := strings.CutPrefix(url, "sqlite://")
	if !isFile {
		tables, err = s.CopyInto(ctx, url)
		return tables, "", err
	}
	target, err := newSQLiteFile(path)
	if err != nil {
		return nil, "", err
	}
	if err := target.occupy(); err != nil {
		return nil, "", err
	}
	defer func() { err = errors.Join(err, target.release()) }()
	if _, err := os.Stat(target.path); errors.Is(err, fs.ErrNotExist) {
		tables, err = s.CopyInto(ctx, "sqlite://"+target.path)
		return tables, "", err
	}
	if !replace {
		return nil, "", fmt.Errorf("there is a database %s already; with --yes it is put aside under another name", target.path)
	}
	restored := target.path + ".restored"
	if err := os.RemoveAll(restored); err != nil { // of a restore that was broken off
		return nil, "", fmt.Errorf("remove what an earlier restore left: %w", err)
	}
	if tables, err = s.CopyInto(ctx, "sqlite://"+restored); err != nil {
		return nil, "", err
	}
	aside = target.path + "-before-restore-" + s.now().Format("20060102T150405")
	return tables, aside, wrap(target.putAside(aside, restored), "put the database aside")
}

// putAside gives the file another name, and its own name to another file. Broken off, it leaves the file under one of the
// two names, whole.
func (f *sqliteFile) putAside(aside, other string) error {
	for _, suffix := range sqliteSuffixes[:2] { // the -shm is made anew
		if err := name(f.path+suffix, aside+suffix, os.Link); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, suffix := range sqliteSuffixes[1:] {
		if err := os.Remove(f.path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(other, f.path)
}
