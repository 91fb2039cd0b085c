package files

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

const hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824" // SHA-256 of hello

func TestWhatIsPutIsKeptOnceByItsSHA256(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		for range 2 {
			require.Equal(t, store.Content{SHA256: hello, MIME: "text/plain", Size: 5}, s.put(t, []byte("hello")))
			require.Equal(t, []string{hello}, s.keys())
		}
		require.Equal(t, "hello", string(s.get(t, hello)))

		content, size, err := s.Open(t.Context(), hello)
		require.NoError(t, err)
		require.EqualValues(t, 5, size)
		_, err = content.Seek(-2, io.SeekEnd)
		require.NoError(t, err)
		end, err := io.ReadAll(content)
		require.NoError(t, err)
		require.Equal(t, "lo", string(end))
		require.NoError(t, content.Close())
	})
}

func TestWhatIsTooLargeOrBreaksOffIsNotKept(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		large := bytes.Repeat([]byte("x"), 100_000)
		_, err := s.Put(t.Context(), bytes.NewReader(large), 99_999, expected)
		require.ErrorIs(t, err, ErrTooLarge)
		_, err = s.Put(t.Context(), broken{bytes.NewReader(large)}, 200_000, expected)
		require.ErrorIs(t, err, context.Canceled)
		require.Empty(t, s.keys())
		_, err = s.Put(t.Context(), bytes.NewReader(large), 100_000, expected)
		require.NoError(t, err)
		require.Len(t, s.keys(), 1)
	})
}

func TestWhatIsNotKeptIsMissing(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		s.put(t, []byte("hello"))
		for _, sha := range []string{strings.Repeat("0", 64), "", "x", "../../etc/passwd", strings.ToUpper(hello), hello + "-320.jpg", hello + "\n"} {
			_, _, err := s.Open(t.Context(), sha)
			require.ErrorIs(t, err, ErrMissing, sha)
			_, _, err = s.Thumbnail(t.Context(), sha, Small)
			require.ErrorIs(t, err, ErrMissing, sha)
		}
	})
}

func TestWhatIsDeletedGoesWithItsThumbnails(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		picture := s.put(t, jpegOf(t, 400, 300))
		other := s.put(t, []byte("hello"))
		s.thumbnail(t, picture.SHA256, Small)
		s.thumbnail(t, picture.SHA256, Large)
		require.Len(t, s.keys(), 4)
		for range 2 { // the second time it is not there any more
			require.NoError(t, s.Delete(t.Context(), picture.SHA256))
			require.Equal(t, []string{other.SHA256}, s.keys())
		}
	})
}

func TestAContentIsExpectedBeforeItIsPut(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		_, err := s.Put(t.Context(), strings.NewReader("hello"), MaxSize, func(_ context.Context, sha string) error {
			require.Equal(t, hello, sha)
			require.NotContains(t, s.keys(), hello)
			return context.Canceled
		})
		require.ErrorIs(t, err, context.Canceled)
		require.Empty(t, s.keys())
	})
}

func TestManyPutTheSameAtOnce(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		var putting sync.WaitGroup
		for range 16 {
			putting.Go(func() {
				_, err := s.Put(t.Context(), strings.NewReader("hello"), MaxSize, expected)
				if err != nil {
					t.Error(err)
				}
			})
		}
		putting.Wait()
		require.Equal(t, []string{hello}, s.keys())
		require.Equal(t, "hello", string(s.get(t, hello)))
	})
}

func TestAStorageSaysWhetherItCanBeUsed(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		require.NoError(t, s.Ready(t.Context()))
		require.Empty(t, s.keys())
	})
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	require.ErrorContains(t, open(t, "file://"+file).Ready(t.Context()), "files.url")

	s := openBucket(t)
	require.ErrorContains(t, open(t, strings.Replace(s.address, "shop", "other", 1)).Ready(t.Context()), `there is no bucket "other"`)
	nobody := open(t, "s3://shop?endpoint=127.0.0.1:1&insecure=true")
	for _, err := range []error{
		nobody.Ready(t.Context()),
		func() error { _, err := nobody.Put(t.Context(), strings.NewReader("x"), 1, expected); return err }(),
		func() error { _, _, err := nobody.Open(t.Context(), hello); return err }(),
		nobody.Delete(t.Context(), hello),
	} {
		require.ErrorContains(t, err, "connection refused")
		require.NotErrorIs(t, err, ErrMissing)
		require.NotContains(t, err.Error(), accessKey)
		require.NotContains(t, err.Error(), secretKey)
	}
}

func TestWhatAKilledProcessLeftIsRemovedAfterAnHour(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	s := open(t, "file://"+root)
	_, err := s.Put(t.Context(), strings.NewReader("hello"), MaxSize, expected)
	require.NoError(t, err)
	temporary := filepath.Join(root, "tmp")
	for name, age := range map[string]time.Duration{"old": 61 * time.Minute, "young": 59 * time.Minute} {
		require.NoError(t, os.WriteFile(filepath.Join(temporary, name), []byte("half"), 0o600))
		require.NoError(t, os.Chtimes(filepath.Join(temporary, name), time.Time{}, time.Now().Add(-age)))
	}
	require.NoError(t, os.Chtimes(filepath.Join(root, hello[:2], hello), time.Time{}, time.Now().AddDate(-1, 0, 0)))

	s = open(t, "file://"+root)
	require.NoError(t, s.Ready(t.Context()))
	left, err := os.ReadDir(temporary)
	require.NoError(t, err)
	require.Len(t, left, 1)
	require.Equal(t, "young", left[0].Name())
	_, _, err = s.Open(t.Context(), hello)
	require.NoError(t, err)
}

func TestPuttingMakesUpForACopyThatWasDamaged(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	s := opened{Storage: open(t, "file://"+root)}
	s.put(t, []byte("hello"))
	require.NoError(t, os.WriteFile(filepath.Join(root, hello[:2], hello), []byte("hel"), 0o600))
	s.put(t, []byte("hello"))
	require.Equal(t, "hello", string(s.get(t, hello)))
}

func TestAFolderThatIsNotAbsoluteLiesBesideTheDatabase(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	for _, address := range []string{"file://./files", "file://files"} {
		s, err := Open(address, base, Keys{})
		require.NoError(t, err)
		require.Equal(t, filepath.Join(base, "files"), s.Place())
	}
	s, err := Open("file:///var/lib/zayavka/files", base, Keys{})
	require.NoError(t, err)
	require.Equal(t, "/var/lib/zayavka/files", s.Place())
}

func TestAnAddressThatCannotBeUsedIsRefusedInWords(t *testing.T) {
	t.Parallel()
	for address, words := range map[string]string{
		"":                                   "must begin with file:// or s3://",
		"/var/lib":                           "must begin with file:// or s3://",
		"http://example.com":                 "must begin with file:// or s3://",
		"file://":                            "name a folder",
		"s3://":                              "name a bucket",
		"s3://shop?endpiont=x":               `"endpiont" is none of endpoint, region, insecure`,
		"s3://shop?insecure=perhaps":         "insecure is true or false",
		"s3://shop?endpoint=a/b/c":           "endpoint",
		"s3://key:" + secretKey + "@shop/":   "files.access_key",
		"s3://key:" + secretKey + "%zz@shop": "is not an address",
	} {
		_, err := Open(address, "", Keys{})
		require.ErrorContains(t, err, words, address)
		require.NotContains(t, err.Error(), secretKey)
	}
}
