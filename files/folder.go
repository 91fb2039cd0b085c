package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"
)

// oldTemporary is from which age on a temporary file is what a killed process left.
const oldTemporary = time.Hour

// folder keeps contents as files named ab/abcdef…, and what is not whole yet in tmp.
type folder struct {
	root    string
	cleaned sync.Once
}

func newFolder(path, base string) (*folder, error) {
	if strings.TrimSpace(path) == "" {
		return nil, errors.New("name a folder, as in file:///var/lib/zayavka/files")
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(base, path)
	}
	root, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find the folder: %w", err)
	}
	return &folder{root: root}, nil
}

func (f *folder) temporary() string { return filepath.Join(f.root, "tmp") }

// removeOldTemporaries takes away what killed processes left. What cannot be removed is no more than a waste.
func (f *folder) removeOldTemporaries() {
	entries, _ := os.ReadDir(f.temporary())
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > oldTemporary {
			_ = os.Remove(filepath.Join(f.temporary(), entry.Name()))
		}
	}
}

// path is where a key lies. What has a name of its own instead of a SHA-256 lies in the folder itself.
func (f *folder) path(key string) string {
	if !startsWithSHA256.MatchString(key) {
		return filepath.Join(f.root, key)
	}
	return filepath.Join(f.root, key[:2], key)
}

var startsWithSHA256 = regexp.MustCompile(`^[0-9a-f]{64}`)

func (f *folder) spool() (*os.File, error) {
	f.cleaned.Do(f.removeOldTemporaries)
	if err := os.MkdirAll(f.temporary(), 0o700); err != nil {
		return nil, err
	}
	return os.CreateTemp(f.temporary(), "")
}

func (f *folder) put(_ context.Context, key string, file *os.File, _ int64) error {
	if err := file.Sync(); err != nil {
		return err
	}
	path := f.path(key)
	made := os.Mkdir(filepath.Dir(path), 0o700)
	if made != nil && !errors.Is(made, fs.ErrExist) {
		return made
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil || made != nil {
		return err
	}
	return syncFolder(f.root)
}

// syncFolder makes a name in a folder outlast a power cut. Windows has no such thing.
func syncFolder(path string) (err error) {
	if runtime.GOOS == "windows" {
		return nil
	}
	opened, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, opened.Close()) }()
	return opened.Sync()
}

func (f *folder) open(_ context.Context, key string) (io.ReadSeekCloser, int64, error) {
	file, err := os.Open(f.path(key))
	if err != nil {
		return nil, 0, missingOr(err)
	}
	info, err := file.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, file.Close())
	}
	return file, info.Size(), nil
}

func (f *folder) has(_ context.Context, key string) (bool, error) {
	_, err := os.Stat(f.path(key))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (f *folder) delete(_ context.Context, key string) error {
	if err := os.Remove(f.path(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (f *folder) list(ctx context.Context, each func(key string, size int64)) error {
	return filepath.WalkDir(f.root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // no file was ever kept, or it was deleted a moment ago
			return nil
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case entry.IsDir() && path == f.temporary():
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if path == f.path(entry.Name()) {
			each(entry.Name(), info.Size())
		}
		return nil
	})
}

func (f *folder) ready(context.Context) error {
	file, err := f.spool()
	if err != nil {
		return err
	}
	discard(file)
	return nil
}

func (f *folder) close() {}

func missingOr(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return ErrMissing
	}
	return err
}
