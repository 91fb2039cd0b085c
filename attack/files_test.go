package attack

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"crypto/rand"
	bits "encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"io/fs"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// hostile is a file that somebody sends, as what it claims to be.
type hostile struct {
	name, claims string
	content      []byte
	isPicture    bool // it is shown in the page, as a picture and nothing else
	hasThumbnail bool
}

func hostileFiles(t testing.TB) []hostile {
	t.Helper()
	script := "<!DOCTYPE html><script>document.title = 'attacked'</script>"
	return []hostile{
		{"page.jpg", "image/jpeg", []byte(script), false, false},
		{"page.html", "text/html", []byte(script), false, false},
		{"page\u202egpj.html", "text/html", []byte("\ufeff" + script), false, false},
		{"drawing.svg", "image/svg+xml", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`), false, false},
		{"page.xhtml", "application/xhtml+xml", []byte(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>`), false, false},
		{"paper.pdf", "text/html", []byte("%PDF-1.7\n" + script), false, false},
		{"../../../../etc/cron.d/evil", "text/plain", []byte("* * * * * root true\n"), false, false},
		{`C:\Windows\evil.exe`, "image/png", []byte("MZ\x90\x00" + script), false, false},
		{"name\r\nSet-Cookie: a=b.txt", "text/plain", []byte("a header in the name"), false, false},
		{"both.gif", "image/gif", []byte("GIF89a/*" + script + "*/=1;alert(1)"), true, false},
		{"bomb.png", "image/png", bombPNG(10_000, 10_000), true, false},
		{"where.jpg", "image/jpeg", locatedJPEG(t), true, true},
		{"large.zip", "application/zip", largeZip(t, 19<<20), false, false},
	}
}

// bombPNG is small and has so many pixels.
func bombPNG(width, height uint32) []byte {
	chunk := func(kind string, content []byte) []byte {
		made := bits.BigEndian.AppendUint32(nil, uint32(len(content)))
		named := append([]byte(kind), content...)
		return bits.BigEndian.AppendUint32(append(made, named...), crc32.ChecksumIEEE(named))
	}
	header := bits.BigEndian.AppendUint32(bits.BigEndian.AppendUint32(nil, width), height)
	header = append(header, 8, 2, 0, 0, 0)
	var packed bytes.Buffer
	packing := zlib.NewWriter(&packed)
	row := make([]byte, 1+3*width)
	for range height {
		_, _ = packing.Write(row)
	}
	_ = packing.Close()
	made := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", header)...)
	return append(append(made, chunk("IDAT", packed.Bytes())...), chunk("IEND", nil)...)
}

const whereabouts = "55.7558N 37.6173E"

// locatedJPEG says in its EXIF where it was taken.
func locatedJPEG(t testing.TB) []byte {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, jpeg.Encode(&encoded, image.NewGray(image.Rect(0, 0, 800, 600)), nil))
	segment := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"), whereabouts...)
	made := append([]byte{0xff, 0xd8, 0xff, 0xe1}, bits.BigEndian.AppendUint16(nil, uint16(len(segment)+2))...)
	return append(append(made, segment...), encoded.Bytes()[2:]...)
}

func largeZip(t testing.TB, size int) []byte {
	t.Helper()
	content := make([]byte, size)
	_, err := rand.Read(content)
	require.NoError(t, err)
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: "../../evil.sh", Method: zip.Store})
	require.NoError(t, err)
	_, err = entry.Write(content)
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	return packed.Bytes()
}

// harmless checks that nothing of what is given out at an address can be run in the page's origin.
func harmless(t testing.TB, s *service, address string, file hostile) {
	t.Helper()
	response, body := s.send(t, http.MethodGet, address, http.Header{}, nil)
	header := response.Header
	require.Equal(t, http.StatusOK, response.StatusCode, "%s: %.200s", file.name, body)
	require.Equal(t, "nosniff", header.Get("X-Content-Type-Options"), file.name)
	require.True(t, strings.HasPrefix(header.Get("Content-Security-Policy"), "sandbox; default-src 'none'"), file.name)
	require.Empty(t, header.Get("Set-Cookie"), file.name)
	disposition := header.Get("Content-Disposition")
	require.NotContains(t, disposition, "/", file.name)
	require.NotContains(t, disposition, "%E2%80%AE", file.name)
	if file.isPicture {
		require.Contains(t, []string{"image/png", "image/jpeg", "image/gif"}, header.Get("Content-Type"), file.name)
		return
	}
	require.Equal(t, "application/octet-stream", header.Get("Content-Type"), file.name)
	require.True(t, strings.HasPrefix(disposition, "attachment"), "%s: %s", file.name, disposition)
}

// filesOfTask is what the API says of all files of the only task.
func (s *service) filesOfTask(t testing.TB, token string) []map[string]any {
	t.Helper()
	a := s.ask(t, token, `{ tasks(first: 1) { nodes { files { id name kind state mime url thumbnailUrl } } } }`)
	tasks, _ := a.at("tasks", "nodes").([]any)
	if len(tasks) == 0 {
		return nil
	}
	list, _ := tasks[0].(map[string]any)["files"].([]any)
	var found []map[string]any
	for _, file := range list {
		found = append(found, file.(map[string]any))
	}
	return found
}

// upload sends a file as a form.
func (s *service) upload(t testing.TB, token, name string, content []byte) (status int, answer string) {
	t.Helper()
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	part, err := writer.CreateFormFile("file", name)
	require.NoError(t, err)
	_, err = part.Write(content)
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	header := http.Header{"Content-Type": {writer.FormDataContentType()}}
	if token != "" {
		header.Set("Authorization", "Bearer "+token)
	}
	response, text := s.send(t, http.MethodPost, "/files", header, &form)
	return response.StatusCode, text
}

func TestNothingThatACustomerSendsIsRunOrKeptBeyondItsBound(t *testing.T) {
	t.Parallel()
	telegram, folder := newTelegram(t), t.TempDir()
	s := prepare(t, telegram, "FILES_URL=file://"+folder)
	s.addAdmin()
	s.start()
	token := s.login(t, adminEmail).token
	olga := telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.SharesContact()
	s.ask(t, token, `mutation { createTask(taskData: {customerPhone: "+79170009900", category: REPAIR}) { task { id } } }`)
	sent := hostileFiles(t)
	for _, file := range sent {
		olga.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "document", Name: file.name, MIME: file.claims, Content: file.content}})
	}
	var kept []map[string]any
	eventually(t, func() bool {
		kept = s.filesOfTask(t, token)
		for _, file := range kept {
			if file["state"] != "KEPT" {
				return false
			}
		}
		return len(kept) == len(sent)
	}, "every file is kept")
	for i, file := range sent {
		harmless(t, s, kept[i]["url"].(string), file)
		name, _ := kept[i]["name"].(string)
		require.False(t, strings.ContainsAny(name, "/\\\r\n\u202e"), "%q", name)
		thumbnail, isPicture := kept[i]["thumbnailUrl"].(string)
		if !isPicture {
			require.False(t, file.isPicture, file.name)
			continue
		}
		response, body := s.send(t, http.MethodGet, thumbnail, http.Header{}, nil)
		if !file.hasThumbnail {
			require.Equal(t, http.StatusUnprocessableEntity, response.StatusCode, file.name)
			continue
		}
		require.Equal(t, "image/jpeg", response.Header.Get("Content-Type"))
		require.NotContains(t, body, whereabouts)
	}
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			require.Regexp(t, `^[0-9a-f]{64}(-(320|1280)\.jpg)?$`, entry.Name(), "no name is anybody's choice")
		}
		return err
	}))
}

func TestNothingThatStaffUploadIsRunEither(t *testing.T) {
	t.Parallel()
	s := serve(t)
	token := s.login(t, adminEmail).token
	s.ask(t, token, `mutation { createTask(taskData: {customerPhone: "+79170009900", category: REPAIR}) { task { id } } }`)
	sent := hostileFiles(t)
	var ids []string
	for _, file := range sent {
		status, answer := s.upload(t, token, file.name, file.content)
		require.Equal(t, http.StatusOK, status, "%s: %s", file.name, answer)
		ids = append(ids, strings.Split(answer, `"`)[3])
	}
	a := s.ask(t, token, `mutation($ids: [ID!]) { sendMessage(taskId: 1, text: "x", fileIds: $ids) { message { id } } }`, vars{"ids": ids})
	require.Empty(t, a.Errors, a.text)
	kept := s.filesOfTask(t, token)
	require.Len(t, kept, len(sent))
	for i, file := range kept {
		harmless(t, s, file["url"].(string), sent[i])
	}
}

func TestUploadsAreBoundedHoweverManyComeAtOnce(t *testing.T) {
	t.Parallel()
	s := serve(t)
	token := s.login(t, adminEmail).token
	many := size(500)
	statuses := make(chan int, many)
	var sending sync.WaitGroup
	places := make(chan struct{}, 50)
	for i := range many {
		sending.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			status, _ := s.upload(t, token, "a.txt", []byte(fmt.Sprint("file ", i)))
			statuses <- status
		})
	}
	sending.Wait()
	close(statuses)
	taken := 0
	for status := range statuses {
		require.Contains(t, []int{http.StatusOK, http.StatusConflict, http.StatusTooManyRequests}, status)
		if status == http.StatusOK {
			taken++
		}
	}
	require.LessOrEqual(t, taken, store.UnsentUploads)
	s.honest(t, token)
}

func TestNobodyUploadsOrReadsFilesWithoutARight(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for _, token := range []string{"", "nonsense", "zk_nonsense"} {
		status, answer := s.upload(t, token, "a.txt", []byte("x"))
		require.Equal(t, http.StatusUnauthorized, status, answer)
	}
	admin := s.login(t, adminEmail).token
	a := s.ask(t, admin, `mutation { createApiToken(name: "reader", scopes: [READ]) { token } }`)
	status, answer := s.upload(t, a.word(t, "createApiToken", "token"), "a.txt", []byte("x"))
	require.Equal(t, http.StatusForbidden, status, answer)
	status, _ = s.upload(t, admin, "a.txt", []byte("x"))
	require.Equal(t, http.StatusOK, status)
	for _, address := range []string{"/files/1", "/files/1-0-9999999999-", "/files/1-0-9999999999-AAAA", "/files/..%2f..%2fetc%2fpasswd", "/files/", "/files/1?token=" + admin} {
		response, _ := s.send(t, http.MethodGet, address, http.Header{"Authorization": {"Bearer " + admin}}, nil)
		require.NotEqual(t, http.StatusOK, response.StatusCode, address)
	}
}
