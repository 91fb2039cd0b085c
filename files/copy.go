package files

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Copied says what became of contents that were to be copied.
type Copied struct {
	New     int   // copied now; the others were there already
	Size    int64 // of those, in bytes
	Missing int   // not kept in this storage, as what was deleted a moment ago
}

// CopyTo copies contents, by their SHA-256, into another storage, each whole or not at all, and checks what it read.
// Those that are there already are not copied again. Thumbnails are left out: they are made again.
func (s *Storage) CopyTo(ctx context.Context, to *Storage, contents []string) (Copied, error) {
	var copied Copied
	there, err := to.Contents(ctx)
	if err != nil {
		return copied, err
	}
	for _, sha := range contents {
		if _, kept := there[sha]; kept || !isSHA256.MatchString(sha) {
			continue
		}
		size, err := s.copyOne(ctx, to, sha)
		switch {
		case errors.Is(err, ErrMissing):
			copied.Missing++
			continue
		case err != nil:
			return copied, fmt.Errorf("copy the file %s: %w", sha, err)
		}
		copied.New++
		copied.Size += size
	}
	return copied, nil
}

// CopyAnew copies a content into another storage in the place of one that is damaged there. Where it is damaged here too, both
// stay as they are.
func (s *Storage) CopyAnew(ctx context.Context, to *Storage, sha string) error {
	if err := s.Check(ctx, sha); err != nil && !errors.Is(err, ErrMissing) {
		return fmt.Errorf("copy a file that is damaged in %s anew: %w", to.place, err)
	}
	// What stands there has to go first: it may be a second name of the file that is copied.
	if err := to.Delete(ctx, sha); err != nil {
		return err
	}
	_, err := s.copyOne(ctx, to, sha)
	return err
}

// Contents are the sizes, in bytes, of all contents that are kept, by their SHA-256.
func (s *Storage) Contents(ctx context.Context) (map[string]int64, error) {
	sizes := map[string]int64{}
	err := s.objects.list(ctx, func(key string, size int64) {
		if isSHA256.MatchString(key) {
			sizes[key] = size
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list the files in %s: %w", s.place, err)
	}
	return sizes, nil
}

func (s *Storage) copyOne(ctx context.Context, to *Storage, sha string) (size int64, err error) {
	from, fromFolder := s.objects.(*folder)
	target, toFolder := to.objects.(*folder)
	if fromFolder && toFolder {
		// No file is ever changed in place, so on one disk a second name is copy enough.
		if size, linked := link(from.path(sha), target.path(sha)); linked {
			return size, nil
		}
	}
	original, size, err := s.open(ctx, sha)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, original.Close()) }()
	_, err = to.Put(ctx, original, MaxSize, func(_ context.Context, found string) error {
		if found != sha {
			return fmt.Errorf("it is damaged: its content has the SHA-256 %s", found)
		}
		return nil
	})
	return size, err
}

// link gives a file of the same disk a second name.
func link(from, to string) (size int64, linked bool) {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return 0, false
	}
	if err := os.Link(from, to); err != nil && !errors.Is(err, fs.ErrExist) {
		return 0, false
	}
	info, err := os.Stat(to)
	if err != nil {
		return 0, false
	}
	return info.Size(), true
}

// ErrDamaged tells that a content is another than its SHA-256 says.
var ErrDamaged = errors.New("the file is damaged")

// Check reads a content and fails unless it is what its SHA-256 says; with ErrMissing where it is not kept, and with
// ErrDamaged where it is another.
func (s *Storage) Check(ctx context.Context, sha string) (err error) {
	content, _, err := s.Open(ctx, sha)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	hash := sha256.New()
	if _, err := io.Copy(hash, content); err != nil {
		return fmt.Errorf("read a file: %w", err)
	}
	if found := hex.EncodeToString(hash.Sum(nil)); found != sha {
		return fmt.Errorf("%w: %s has a content with the SHA-256 %s", ErrDamaged, sha, found)
	}
	return nil
}
