package files

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"zayavka/store"
)

const (
	accessKey = "AKIAEXAMPLEEXAMPLE"
	secretKey = "a-secret-key-that-nobody-may-see"
)

func TestMain(m *testing.M) {
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": accessKey, "AWS_SECRET_ACCESS_KEY": secretKey} {
		if err := os.Setenv(name, value); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	goleak.VerifyTestMain(m)
}

// opened is a storage and a way to see what it holds.
type opened struct {
	*Storage
	address string
	keys    func() []string // sorted
}

func openFolder(t testing.TB) opened {
	t.Helper()
	root := t.TempDir()
	s := open(t, "file://"+root)
	return opened{s, "file://" + root, func() (keys []string) {
		found, err := filepath.Glob(filepath.Join(root, "*", "*"))
		require.NoError(t, err)
		for _, path := range found {
			keys = append(keys, filepath.Base(path))
		}
		return keys
	}}
}

func openBucket(t testing.TB) opened {
	t.Helper()
	backend := s3mem.New()
	require.NoError(t, backend.CreateBucket("shop"))
	server := httptest.NewServer(gofakes3.New(backend).Server())
	t.Cleanup(server.Close)
	address := "s3://shop/copies?endpoint=" + server.URL + "&region=eu-1"
	s := open(t, address)
	return opened{s, address, func() (keys []string) {
		list, err := backend.ListBucket("shop", &gofakes3.Prefix{}, gofakes3.ListBucketPage{})
		require.NoError(t, err)
		for _, object := range list.Contents {
			keys = append(keys, strings.TrimPrefix(object.Key, "copies/"))
		}
		return keys
	}}
}

func open(t testing.TB, address string) *Storage {
	t.Helper()
	s, err := Open(address, t.TempDir(), Keys{})
	require.NoError(t, err)
	t.Cleanup(s.Close)
	return s
}

// onEach runs a test on a folder and on an S3-compatible store.
func onEach(t *testing.T, test func(t *testing.T, s opened)) {
	t.Run("folder", func(t *testing.T) { t.Parallel(); test(t, openFolder(t)) })
	t.Run("bucket", func(t *testing.T) { t.Parallel(); test(t, openBucket(t)) })
}

func (o opened) put(t testing.TB, content []byte) store.Content {
	t.Helper()
	kept, err := o.Put(t.Context(), bytes.NewReader(content), MaxSize, expected)
	require.NoError(t, err)
	return kept
}

// expected is of whoever deletes nothing.
func expected(context.Context, string) error { return nil }

// read reads all of what an Open or a Thumbnail gives.
func read(t testing.TB, content io.ReadSeekCloser, size int64, err error) []byte {
	t.Helper()
	require.NoError(t, err)
	defer func() { require.NoError(t, content.Close()) }()
	text, err := io.ReadAll(content)
	require.NoError(t, err)
	require.Len(t, text, int(size))
	return text
}

func (o opened) get(t testing.TB, sha string) []byte {
	t.Helper()
	content, size, err := o.Open(t.Context(), sha)
	return read(t, content, size, err)
}

func (o opened) thumbnail(t testing.TB, sha string, side Variant) []byte {
	t.Helper()
	content, size, err := o.Thumbnail(t.Context(), sha, side)
	return read(t, content, size, err)
}

// broken gives something and then fails.
type broken struct{ left io.Reader }

func (b broken) Read(into []byte) (int, error) {
	n, err := b.left.Read(into)
	if err == io.EOF {
		err = context.Canceled
	}
	return n, err
}
