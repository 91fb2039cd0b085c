// Package files keeps the content of photos, video, voice and documents by its SHA-256, in a folder or in an
// S3-compatible store, makes thumbnails of pictures, and gives both out at signed addresses.
//
// What a file is called, whose it is and to which message it belongs is for the store to say.
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
	"regexp"
	"strings"

	"golang.org/x/sync/singleflight"

	"zayavka/store"
)

// MaxSize is how large a file may be, in bytes: Telegram gives a bot no larger one.
const MaxSize = 20 << 20

// What is told apart among the failures of a Storage.
var (
	ErrTooLarge        = errors.New("the content is too large")
	ErrMissing         = fmt.Errorf("the content is not kept here: %w", fs.ErrNotExist)
	ErrPictureTooLarge = errors.New("the picture has too many pixels")
	ErrNoPicture       = errors.New("the content is not a picture that can be read")
)

// objects keep contents by their keys.
type objects interface {
	// spool makes a temporary file from which put takes a content.
	spool() (*os.File, error)
	// put keeps a content, whole or not at all, also in the place of an earlier one. The file stays open.
	put(ctx context.Context, key string, file *os.File, size int64) error
	// open fails with ErrMissing for a key that nothing is kept under.
	open(ctx context.Context, key string) (io.ReadSeekCloser, int64, error)
	has(ctx context.Context, key string) (bool, error)
	// delete succeeds where nothing is kept.
	delete(ctx context.Context, key string) error
	// list tells of everything that is kept.
	list(ctx context.Context, each func(key string, size int64)) error
	ready(ctx context.Context) error
	close()
}

// Storage keeps contents. It is safe for concurrent use, and several processes may have one open.
type Storage struct {
	objects    objects
	place      string
	drawing    chan struct{}
	thumbnails singleflight.Group
}

// Keys open a bucket. Without them they are taken from the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,
// or the file that AWS_SHARED_CREDENTIALS_FILE names.
type Keys struct{ Access, Secret string }

// Open prepares a storage: file://FOLDER or s3://BUCKET/PREFIX?endpoint=…&region=…. A folder that is not absolute
// lies in base. It connects to nothing and touches nothing yet; Ready tells whether it can be used.
func Open(address, base string, keys Keys) (*Storage, error) {
	s := &Storage{drawing: make(chan struct{}, drawnAtOnce), place: address}
	if path, isFolder := strings.CutPrefix(address, "file://"); isFolder {
		f, err := newFolder(path, base)
		if err != nil {
			return nil, err
		}
		s.objects, s.place = f, f.root
		return s, nil
	}
	if strings.HasPrefix(address, "s3://") {
		b, err := newBucket(address, keys)
		if err != nil {
			return nil, err
		}
		s.objects = b
		return s, nil
	}
	return nil, errors.New("must begin with file:// or s3://")
}

// Place says for people where contents are kept.
func (s *Storage) Place() string { return s.place }

// Close ends the connections that are kept open.
func (s *Storage) Close() { s.objects.close() }

// Ready is nil when contents can be kept and read.
func (s *Storage) Ready(ctx context.Context) error {
	if err := s.objects.ready(ctx); err != nil {
		return fmt.Errorf("files.url: %w", err)
	}
	return nil
}

// Put keeps what a reader gives, which is on the disk when this returns. With more than most bytes it fails with
// ErrTooLarge; then, and when reading or expect fails, nothing is kept. The same content is kept once. Expect is called
// before, with the content's SHA-256, for whoever may be about to delete what is the same.
func (s *Storage) Put(ctx context.Context, from io.Reader, most int64, expect func(ctx context.Context, sha256 string) error) (store.Content, error) {
	spool, err := s.objects.spool()
	if err != nil {
		return store.Content{}, fmt.Errorf("make a temporary file: %w", err)
	}
	defer discard(spool)
	hash, head := sha256.New(), &head{}
	size, err := io.Copy(io.MultiWriter(spool, hash, head), io.LimitReader(from, most+1))
	switch {
	case err != nil:
		return store.Content{}, fmt.Errorf("take a file in: %w", err)
	case size > most:
		return store.Content{}, ErrTooLarge
	}
	content := store.Content{SHA256: hex.EncodeToString(hash.Sum(nil)), MIME: recognise(head.bytes), Size: size}
	if err := expect(ctx, content.SHA256); err != nil {
		return store.Content{}, err
	}
	return content, s.keep(ctx, content.SHA256, spool, size)
}

// keep gives a content its name, also where it is kept already: that makes up for a copy that was damaged.
func (s *Storage) keep(ctx context.Context, key string, spool *os.File, size int64) error {
	if err := s.objects.put(ctx, key, spool, size); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	return nil
}

// Open gives a content to read and its size, or ErrMissing. The reader may be used until ctx ends.
func (s *Storage) Open(ctx context.Context, sha string) (io.ReadSeekCloser, int64, error) {
	if !isSHA256.MatchString(sha) {
		return nil, 0, ErrMissing
	}
	return s.open(ctx, sha)
}

func (s *Storage) open(ctx context.Context, key string) (io.ReadSeekCloser, int64, error) {
	content, size, err := s.objects.open(ctx, key)
	if err != nil {
		return nil, 0, fmt.Errorf("open a file: %w", err)
	}
	return content, size, nil
}

// Delete removes a content and its thumbnails. What is not there counts as deleted.
func (s *Storage) Delete(ctx context.Context, sha string) error {
	if !isSHA256.MatchString(sha) {
		return nil
	}
	// The thumbnails last: one that is being made now is taken away by whoever makes it.
	for _, key := range []string{sha, thumbnailKey(sha, Small), thumbnailKey(sha, Large)} {
		if err := s.objects.delete(ctx, key); err != nil {
			return fmt.Errorf("delete a file: %w", err)
		}
	}
	return nil
}

var isSHA256 = regexp.MustCompile(`^[0-9a-f]{64}$`)

// discard removes a temporary file, unless it has got another name.
func discard(file *os.File) {
	_ = file.Close()
	_ = os.Remove(file.Name())
}

// head keeps the beginning of what is written to it, enough to recognise what it is.
type head struct{ bytes []byte }

func (h *head) Write(part []byte) (int, error) {
	h.bytes = append(h.bytes, part[:min(len(part), recognisedIn-len(h.bytes))]...)
	return len(part), nil
}
