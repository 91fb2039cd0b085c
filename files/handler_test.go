package files

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// shelf is a Handler over HTTP with a storage of its own. It is also where the rows are: one for each file.
type shelf struct {
	opened
	signer *Signer
	http   *http.Client
	url    string
	log    *bytes.Buffer

	mu   sync.Mutex
	now  time.Time
	rows map[int64]store.File
}

func (s *shelf) File(_ context.Context, id int64) (store.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	row, ok := s.rows[id]
	if !ok {
		return row, &store.Error{Code: store.NotFound, Message: "Not found."}
	}
	return row, nil
}

func newShelf(t *testing.T, s opened) *shelf {
	t.Helper()
	made := &shelf{opened: s, now: time.Now(), rows: map[int64]store.File{}, log: &bytes.Buffer{}}
	made.signer = NewSigner([]byte("key"), func() time.Time {
		made.mu.Lock()
		defer made.mu.Unlock()
		return made.now
	})
	server := httptest.NewServer(NewHandler(made, s.Storage, made.signer, slog.New(slog.NewTextHandler(made.log, nil))))
	t.Cleanup(server.Close)
	made.url, made.http = server.URL, server.Client()
	return made
}

// file puts a content and gives the id of its row.
func (s *shelf) file(t *testing.T, name string, content []byte) int64 {
	t.Helper()
	kept := s.put(t, content)
	s.mu.Lock()
	defer s.mu.Unlock()
	id := int64(len(s.rows) + 1)
	s.rows[id] = store.File{ID: id, Name: name, Mime: kept.MIME, Size: kept.Size, SHA256: kept.SHA256, State: store.FileKept}
	return id
}

type answer struct {
	status int
	header http.Header
	body   string
}

func (s *shelf) get(t *testing.T, address string, header ...string) answer {
	return s.ask(t, http.MethodGet, address, header...)
}

func (s *shelf) ask(t *testing.T, method, address string, header ...string) answer {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.url+address, nil)
	require.NoError(t, err)
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := s.http.Do(request)
	require.NoError(t, err)
	defer func() { require.NoError(t, response.Body.Close()) }()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	for name, value := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		require.Equal(t, value, response.Header.Get(name), address)
	}
	return answer{response.StatusCode, response.Header, string(body)}
}

func TestAPictureIsShownInThePageAndCanBeReadInParts(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, o opened) {
		s := newShelf(t, o)
		content := string(jpegOf(t, 400, 300))
		address := s.signer.URL(s.file(t, "Экран.jpg", []byte(content)), Original)
		got := s.get(t, address)
		require.Equal(t, http.StatusOK, got.status)
		require.Equal(t, content, got.body)
		require.Equal(t, "image/jpeg", got.header.Get("Content-Type"))
		require.Equal(t, "inline; filename*=utf-8''%D0%AD%D0%BA%D1%80%D0%B0%D0%BD.jpg", got.header.Get("Content-Disposition"))
		require.Equal(t, "private, max-age=300", got.header.Get("Cache-Control"))

		part := s.get(t, address, "Range", "bytes=10-19")
		require.Equal(t, http.StatusPartialContent, part.status)
		require.Equal(t, content[10:20], part.body)
		require.Equal(t, content[len(content)-5:], s.get(t, address, "Range", "bytes=-5").body)
		require.Equal(t, http.StatusRequestedRangeNotSatisfiable, s.get(t, address, "Range", "bytes=999999-").status)
		require.Equal(t, http.StatusNotModified, s.get(t, address, "If-None-Match", got.header.Get("ETag")).status)

		head := s.ask(t, http.MethodHead, address)
		require.Empty(t, head.body)
		require.Equal(t, got.header.Get("Content-Length"), head.header.Get("Content-Length"))

		small := s.get(t, s.signer.URL(1, Small))
		require.Equal(t, "image/jpeg", small.header.Get("Content-Type"))
		require.Equal(t, 320, decoded(t, []byte(small.body)).Bounds().Dx())
		require.NotEqual(t, got.header.Get("ETag"), small.header.Get("ETag"))
	})
}

func TestWhatCouldBeRunIsOnlyEverSaved(t *testing.T) {
	t.Parallel()
	s := newShelf(t, openFolder(t))
	for name, content := range map[string]string{
		"photo.jpg":        "<!DOCTYPE html><script>alert(1)</script>",
		"photo.png":        `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
		"drawing.svg":      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
		"feed.mp4":         `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>`,
		"invoice.pdf":      "%PDF-1.7\n",
		"voice.ogg":        "PK\x03\x04" + strings.Repeat("\x00", 100),
		"script.js":        "alert(1)",
		"empty comment.md": "<!-- --><html>",
	} {
		got := s.get(t, s.signer.URL(s.file(t, name, []byte(content)), Original))
		require.Equal(t, http.StatusOK, got.status)
		require.Equal(t, "application/octet-stream", got.header.Get("Content-Type"), name)
		require.True(t, strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment;"), got.header)
		require.Equal(t, content, got.body)
		require.Equal(t, http.StatusNotFound, s.get(t, s.signer.URL(int64(len(s.rows)), Small)).status, name)
	}
}

func TestANameCannotReachOutOfItsHeader(t *testing.T) {
	t.Parallel()
	s := newShelf(t, openFolder(t))
	for name, want := range map[string]string{
		"a.txt\"\r\nSet-Cookie: x=1": `attachment; filename="a.txt_Set-Cookie_ x=1"`,
		"../../../etc/passwd":        `attachment; filename=passwd`,
		"fotka\u202egpj.exe":         `attachment; filename=fotkagpj.exe`,
		"":                           `attachment; filename=file-4.txt`,
	} {
		id := s.file(t, name, []byte("hello"))
		got := s.get(t, s.signer.URL(id, Original)).header
		require.Equal(t, strings.Replace(want, "file-4", "file-"+string(rune('0'+id)), 1), got.Get("Content-Disposition"))
		require.Empty(t, got.Get("Set-Cookie"))
	}
}

func TestAnAddressEndsWithItsTimeItsFileAndItsContent(t *testing.T) {
	t.Parallel()
	s := newShelf(t, openFolder(t))
	id := s.file(t, "photo.jpg", jpegOf(t, 40, 30))
	address := s.signer.URL(id, Original)
	require.Equal(t, http.StatusOK, s.get(t, address).status)
	for _, forged := range []string{"/files/", "/files/1", "/files/1-0-1-x", strings.Replace(address, "/1-", "/2-", 1), "/files/../etc/passwd"} {
		got := s.get(t, forged)
		require.Equal(t, http.StatusNotFound, got.status, forged)
		require.Equal(t, "Такого файла нет.\nThere is no such file.\n", got.body)
		require.Equal(t, "no-store", got.header.Get("Cache-Control"))
	}
	require.Equal(t, http.StatusNotFound, s.get(t, s.signer.URL(id+1, Original)).status)

	waiting := s.rows[id]
	waiting.ID, waiting.State = 7, store.FileGone
	s.rows[7] = waiting
	require.Equal(t, http.StatusNotFound, s.get(t, s.signer.URL(7, Original)).status)

	require.NoError(t, s.Delete(t.Context(), s.rows[id].SHA256))
	require.Empty(t, s.log.String())
	require.Equal(t, http.StatusNotFound, s.get(t, address).status)
	require.Contains(t, s.log.String(), "The content of a file is not where it was kept")

	s.now = s.now.Add(5 * time.Minute)
	got := s.get(t, address)
	require.Equal(t, http.StatusGone, got.status)
	require.Contains(t, got.body, "The link no longer works: open the page again.")
}

func TestAPictureThatCannotBeMadeSmallerSaysSo(t *testing.T) {
	t.Parallel()
	s := newShelf(t, openFolder(t))
	for name, content := range map[string][]byte{"bomb.png": pngOf(10_000, 10_000), "half.jpg": jpegOf(t, 400, 300)[:300]} {
		id := s.file(t, name, content)
		got := s.get(t, s.signer.URL(id, Small))
		require.Equal(t, http.StatusUnprocessableEntity, got.status, name)
		require.Contains(t, got.body, "This picture cannot be made smaller")
		require.Equal(t, http.StatusOK, s.get(t, s.signer.URL(id, Original)).status)
	}
}

func TestAStorageThatIsAwayIsNotTakenForAMissingFile(t *testing.T) {
	t.Parallel()
	s := newShelf(t, opened{Storage: open(t, "s3://shop?endpoint=127.0.0.1:1&insecure=true")})
	s.rows[1] = store.File{ID: 1, Mime: "image/jpeg", SHA256: hello, State: store.FileKept}
	for _, variant := range []Variant{Original, Small} {
		got := s.get(t, s.signer.URL(1, variant))
		require.Equal(t, http.StatusServiceUnavailable, got.status)
		require.Equal(t, "no-store", got.header.Get("Cache-Control"))
	}
	require.Contains(t, s.log.String(), "connection refused")
	require.NotContains(t, s.log.String(), base64.StdEncoding.EncodeToString([]byte(secretKey)))
	require.NotContains(t, s.log.String(), secretKey)
}
