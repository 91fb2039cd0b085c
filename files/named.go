package files

import (
	"context"
	"fmt"
	"io"
	"regexp"
)

// isName is what is kept beside contents, under a name of its own.
var isName = regexp.MustCompile(`^[a-z][A-Za-z0-9.-]{0,60}$`)

// PutNamed keeps what a reader gives under a name, whole or not at all, and tells its size in bytes.
func (s *Storage) PutNamed(ctx context.Context, name string, from io.Reader) (int64, error) {
	if !isName.MatchString(name) {
		return 0, fmt.Errorf("%q is no name to keep something under", name)
	}
	spool, err := s.objects.spool()
	if err != nil {
		return 0, fmt.Errorf("make a temporary file: %w", err)
	}
	defer discard(spool)
	size, err := io.Copy(spool, from)
	if err != nil {
		return 0, fmt.Errorf("take %s in: %w", name, err)
	}
	return size, s.keep(ctx, name, spool, size)
}

// OpenNamed gives what is kept under a name, or ErrMissing. The reader may be used until ctx ends.
func (s *Storage) OpenNamed(ctx context.Context, name string) (io.ReadSeekCloser, error) {
	if !isName.MatchString(name) {
		return nil, ErrMissing
	}
	content, _, err := s.open(ctx, name)
	return content, err
}

// DeleteNamed removes what is kept under a name. What is not there counts as deleted.
func (s *Storage) DeleteNamed(ctx context.Context, name string) error {
	if !isName.MatchString(name) {
		return nil
	}
	if err := s.objects.delete(ctx, name); err != nil {
		return fmt.Errorf("delete %s: %w", name, err)
	}
	return nil
}

// Named are the names under which something is kept.
func (s *Storage) Named(ctx context.Context) (names []string, err error) {
	err = s.objects.list(ctx, func(key string, _ int64) {
		if isName.MatchString(key) {
			names = append(names, key)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list what is in %s: %w", s.place, err)
	}
	return names, nil
}
