package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotFolder tells that contents lie in a bucket.
var ErrNotFolder = errors.New("the contents are in a bucket")

// Backup copies the contents of a folder into another one, laid out alike, and tells how many it copied: those that are
// there already, by their SHA-256, are not copied again. Thumbnails are left out. It fails with ErrNotFolder for a bucket.
func (s *Storage) Backup(ctx context.Context, to string) (copied int, err error) {
	from, isFolder := s.objects.(*folder)
	if !isFolder {
		return 0, ErrNotFolder
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		return 0, fmt.Errorf("make the folder of copies: %w", err)
	}
	err = filepath.WalkDir(from.root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // no file was ever kept, or it was deleted a moment ago
			return nil
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case entry.IsDir() || !isSHA256.MatchString(entry.Name()):
			return nil
		}
		isNew, err := copyInto(path, filepath.Join(to, entry.Name()[:2]))
		if isNew {
			copied++
		}
		return err
	})
	if err != nil {
		return copied, fmt.Errorf("copy files: %w", err)
	}
	return copied, nil
}

// copyInto copies a file into a folder, whole or not at all, unless that has one of this name.
func copyInto(path, folder string) (isNew bool, err error) {
	to := filepath.Join(folder, filepath.Base(path))
	if _, err := os.Lstat(to); err == nil {
		return false, nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false, err
	}
	// No file is ever changed in place, so on one disk a second name is copy enough.
	err = os.Link(path, to)
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, fs.ErrNotExist): // deleted a moment ago
		return false, nil
	}
	return copyContent(path, to)
}

func copyContent(path, to string) (isNew bool, err error) {
	original, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, original.Close()) }()
	part, err := os.CreateTemp(filepath.Dir(to), "part-")
	if err != nil {
		return false, err
	}
	defer discard(part)
	if _, err := io.Copy(part, original); err != nil {
		return false, err
	}
	if err := part.Sync(); err != nil {
		return false, err
	}
	return true, os.Rename(part.Name(), to)
}
