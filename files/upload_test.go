package files

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// desk is an Uploader at an address, with a store and a storage of its own.
type desk struct {
	opened
	store *storetest.Store
	staff store.Staff
	url   string
}

func newDesk(t *testing.T, s opened) desk {
	t.Helper()
	d := desk{opened: s, store: storetest.Open(t, storetest.SQLite(t))}
	d.staff = d.store.NewStaff(t)
	uploader := NewUploader(UploadOptions{
		Store: d.store, Storage: d.Storage, Logger: slog.New(slog.DiscardHandler),
		Authorize: func(_ context.Context, authorization string) (store.Actor, error) {
			if authorization != "Bearer anna" {
				return store.Actor{}, &store.Error{Code: store.Unauthenticated, Message: "Log in."}
			}
			return store.Actor{Kind: store.ActorStaff, ID: d.staff.ID}, nil
		},
	})
	server := httptest.NewServer(uploader)
	t.Cleanup(server.Close)
	d.url = server.URL + "/files"
	return d
}

// told is what an Uploader answers.
type told struct {
	status           int
	ID               string
	Kind, Name, Mime string
	Size             int64
	Errors           []struct {
		Message    string
		Extensions struct {
			Code, Field string
			RetryAfter  int
		}
	}
}

func form(t testing.TB, field, name string, content []byte) (contentType string, body *bytes.Buffer) {
	t.Helper()
	body = &bytes.Buffer{}
	writer := multipart.NewWriter(body)
	require.NoError(t, writer.WriteField("before", "ignored"))
	part, err := writer.CreateFormFile(field, name)
	require.NoError(t, err)
	_, err = part.Write(content)
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	return writer.FormDataContentType(), body
}

func (d desk) ask(t testing.TB, method, url, contentType string, body io.Reader) told {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, body)
	require.NoError(t, err)
	request.Header.Set("Authorization", "Bearer anna")
	request.Header.Set("Content-Type", contentType)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	answer := told{status: response.StatusCode}
	require.NoError(t, json.NewDecoder(response.Body).Decode(&answer))
	return answer
}

func (d desk) upload(t testing.TB, name string, content []byte) told {
	t.Helper()
	contentType, body := form(t, "file", name, content)
	return d.ask(t, http.MethodPost, d.url, contentType, body)
}

func (d desk) refused(t testing.TB, answer told, status int, code store.Code, words string) {
	t.Helper()
	require.Equal(t, status, answer.status)
	require.Len(t, answer.Errors, 1)
	require.Equal(t, string(code), answer.Errors[0].Extensions.Code)
	require.Contains(t, answer.Errors[0].Message, words)
}

func TestAnUploadIsWhatItsContentIs(t *testing.T) {
	t.Parallel()
	d := newDesk(t, openFolder(t))
	for name, test := range map[string]struct {
		content []byte
		kind    string
		shown   string
	}{
		"экран.jpg":          {jpegOf(t, 400, 300), "PHOTO", "экран.jpg"},
		"photo.html":         {jpegOf(t, 300, 400), "PHOTO", "photo.html"},
		"evil.jpg":           {[]byte("<!DOCTYPE html><script>alert(1)</script>"), "DOCUMENT", "evil.jpg"},
		"picture.svg":        {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "DOCUMENT", "picture.svg"},
		"broken.jpg":         {jpegOf(t, 400, 300)[:20], "DOCUMENT", "broken.jpg"},
		"long.png":           {pngOf(2100, 100), "DOCUMENT", "long.png"},
		"bomb.png":           {pngOf(10_000, 10_000), "DOCUMENT", "bomb.png"},
		"voice.ogg":          {[]byte("OggS\x00\x02" + strings.Repeat("\x00", 22) + "OpusHead\x01\x01"), "VOICE", "voice.ogg"},
		"clip.mp4":           {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42"), "VIDEO", "clip.mp4"},
		"../../etc/passwd":   {[]byte("root"), "DOCUMENT", "passwd"},
		"photo\u202egpj.exe": {[]byte("MZ\x90\x00"), "DOCUMENT", "photogpj.exe"},
	} {
		answer := d.upload(t, name, test.content)
		require.Equal(t, http.StatusOK, answer.status, name)
		require.Equal(t, []any{test.kind, test.shown, int64(len(test.content))}, []any{answer.Kind, answer.Name, answer.Size}, name)
		d.store.Clock.Advance(time.Minute)
	}
	require.Len(t, d.keys(), 11)
	photo, err := d.store.File(t.Context(), 1)
	require.NoError(t, err)
	require.Equal(t, d.staff.ID, *photo.StaffID)
}

func TestAPhotoIsMeasuredAsItIsSeen(t *testing.T) {
	t.Parallel()
	d := newDesk(t, openFolder(t))
	for orientation, size := range map[uint16][2]int{1: {400, 300}, 6: {300, 400}} {
		answer := d.upload(t, "a.jpg", located(jpegOf(t, 400, 300), orientation))
		require.Equal(t, "PHOTO", answer.Kind)
		photo, err := d.store.File(t.Context(), mustID(t, answer))
		require.NoError(t, err)
		require.Equal(t, size, [2]int{photo.Width, photo.Height}, orientation)
	}
}

func mustID(t testing.TB, answer told) (id int64) {
	t.Helper()
	_, err := fmt.Sscan(answer.ID, &id)
	require.NoError(t, err)
	return id
}

func TestAnUploadThatCannotBeTakenSaysWhy(t *testing.T) {
	t.Parallel()
	d := newDesk(t, openFolder(t))
	large := bytes.Repeat([]byte("x"), MaxSize)
	require.Equal(t, http.StatusOK, d.upload(t, "a.bin", large).status)
	d.refused(t, d.upload(t, "a.bin", append(large, 'x')), http.StatusBadRequest, store.Invalid, "20 MB at most")
	d.refused(t, d.upload(t, "a.bin", nil), http.StatusBadRequest, store.Invalid, "empty")

	contentType, body := form(t, "picture", "a.jpg", []byte("x"))
	d.refused(t, d.ask(t, http.MethodPost, d.url, contentType, body), http.StatusBadRequest, store.Invalid, "the field file")
	d.refused(t, d.ask(t, http.MethodPost, d.url, "application/json", strings.NewReader("{}")), http.StatusBadRequest, store.Invalid, "the field file")
	contentType, body = form(t, "file", "a.jpg", []byte("cut here"))
	d.refused(t, d.ask(t, http.MethodPost, d.url, contentType, bytes.NewReader(body.Bytes()[:body.Len()-40])), http.StatusBadRequest, store.Invalid, "broke off")

	contentType, body = form(t, "file", "a.jpg", []byte("x"))
	response, err := http.Post(d.url, contentType, body)
	require.NoError(t, err)
	_ = response.Body.Close()
	require.Equal(t, http.StatusUnauthorized, response.StatusCode)
	require.Len(t, d.keys(), 2, "what was empty is named by no row, and so goes in a while")
}

func TestAnAccountUploadsSoMuchAndNoMore(t *testing.T) {
	t.Parallel()
	d := newDesk(t, openFolder(t))
	var first told
	for i := range store.UnsentUploads {
		answer := d.upload(t, "a.txt", []byte(fmt.Sprint(i)))
		require.Equal(t, http.StatusOK, answer.status)
		if i == 0 {
			first = answer
		}
	}
	d.refused(t, d.upload(t, "a.txt", []byte("x")), http.StatusConflict, store.Conflict, "30 files")
	require.Len(t, d.keys(), store.UnsentUploads)
	require.Equal(t, http.StatusOK, d.ask(t, http.MethodDelete, d.url+"/"+first.ID, "", nil).status)
	d.refused(t, d.ask(t, http.MethodDelete, d.url+"/"+first.ID, "", nil), http.StatusNotFound, store.NotFound, "Not found")
	require.Equal(t, http.StatusOK, d.upload(t, "a.txt", []byte("x")).status)
	d.store.Exec(t, "DELETE FROM files WHERE id > 2")
	d.store.Exec(t, "UPDATE files SET size = $1", store.UploadBytesPerHour)
	answer := d.upload(t, "a.txt", []byte("x"))
	d.refused(t, answer, http.StatusTooManyRequests, store.RateLimited, "200 MB")
	require.Equal(t, 600, answer.Errors[0].Extensions.RetryAfter)
}

func TestAFileStoreThatIsAwayIsSaidWithoutItsAddress(t *testing.T) {
	t.Parallel()
	d := newDesk(t, opened{Storage: open(t, "s3://shop?endpoint=127.0.0.1:1&insecure=true")})
	answer := d.upload(t, "a.txt", []byte("x"))
	d.refused(t, answer, http.StatusServiceUnavailable, store.Internal, "Try again in a minute")
}
