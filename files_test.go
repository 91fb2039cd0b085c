package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/files"
	"zayavka/store"
	"zayavka/store/storetest"
)

// signed are the addresses of files, as the service makes them.
func (w *world) signed(t testing.TB) *files.Signer {
	t.Helper()
	secret, err := w.app.store.Secret(t.Context(), "files")
	require.NoError(t, err)
	return files.NewSigner([]byte(secret), time.Now)
}

func TestAFileThatIsKeptIsGivenOutAtASignedAddressAlone(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	w := startWorld(t, func(c *Config) { c.Database.URL = DatabaseURL(url) })
	w.waitReady(t)
	kept, err := w.app.files.Put(t.Context(), strings.NewReader("hello"), files.MaxSize, w.app.store.ExpectContent)
	require.NoError(t, err)
	s := storetest.Open(t, url)
	file := s.NewUpload(t, s.NewStaff(t), "DOCUMENT")
	s.Exec(t, "UPDATE files SET sha256 = $1, mime = 'text/plain' WHERE id = $2", kept.SHA256, file.ID)

	address := w.app.URL() + w.signed(t).URL(file.ID, files.Original)
	response, err := http.Get(address)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.Equal(t, "hello", string(content))
	require.Equal(t, "nosniff", response.Header.Get("X-Content-Type-Options"))
	require.Equal(t, "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'", response.Header.Get("Content-Security-Policy"))
	require.Contains(t, response.Header.Get("Content-Disposition"), "attachment")

	status, _ := get(t, address+"x")
	require.Equal(t, http.StatusNotFound, status)
	status, _ = get(t, w.app.URL()+"/files/1")
	require.Equal(t, http.StatusNotFound, status)
}

// database is the service's own.
func (w *world) database() *sql.DB {
	pools := w.app.store.Pools()
	if postgres := pools["postgres"]; postgres != nil {
		return postgres
	}
	return pools["sqlite_write"]
}

// filesOf are the files of all messages, by their state.
func (w *world) filesOf(t testing.TB, state store.FileState) (found []store.File) {
	t.Helper()
	rows, err := w.database().QueryContext(t.Context(), "SELECT id FROM files WHERE state = '"+string(state)+"' ORDER BY id")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	var ids []int64
	for rows.Next() {
		var id int64
		require.NoError(t, rows.Scan(&id))
		ids = append(ids, id)
	}
	require.NoError(t, rows.Err())
	for _, id := range ids {
		file, err := w.app.store.File(t.Context(), id)
		require.NoError(t, err)
		found = append(found, file)
	}
	return found
}

// contents are the names of what lies in the folder of files.
func (w *world) contents(t testing.TB) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(w.app.files.Place(), "*", "*"))
	require.NoError(t, err)
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	return names
}

func TestAPhotoOfACustomerCanBeSeenUntilItsCustomerIsDeleted(t *testing.T) {
	for name, databaseURL := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := startWorld(t, func(c *Config) { c.Database.URL = DatabaseURL(databaseURL(t)) })
			w.login(t)
			olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
			olga.Says("/start")
			olga.SharesContact()
			olga.SendsPhoto("Экран разбит")
			require.Eventually(t, func() bool { return len(w.filesOf(t, store.FileKept)) == 1 }, 20*time.Second, 10*time.Millisecond)
			photo := w.filesOf(t, store.FileKept)[0]
			require.Equal(t, []string{photo.SHA256}, w.contents(t))
			shown := w.graphQL(t, `{ customers(first: 1) { nodes { messages(first: 5) { nodes { files { url small: thumbnailUrl large: thumbnailUrl(large: true) } } } } } }`)
			addresses := regexp.MustCompile(files.Path+`[\w-]+`).FindAllString(fmt.Sprint(shown), -1)
			require.Len(t, addresses, 3)
			for _, address := range addresses {
				status, body := get(t, w.app.URL()+address)
				require.Equal(t, http.StatusOK, status, body)
			}
			require.Len(t, w.contents(t), 3)

			// What was put a moment ago may be about to be named, so nothing of it goes before its time.
			_, err := w.database().ExecContext(t.Context(), "UPDATE loose_files SET not_before = '2026-01-01 00:00:00+00:00'")
			require.NoError(t, err)
			w.graphQL(t, `mutation { deleteCustomer(phone: "+79170009900") { phone } }`)
			require.Eventually(t, func() bool { return len(w.contents(t)) == 0 }, 40*time.Second, 10*time.Millisecond)
			status, _ := get(t, w.app.URL()+w.signed(t).URL(photo.ID, files.Small))
			require.Equal(t, http.StatusNotFound, status)
		})
	}
}

func TestAFileStoreThatCannotBeUsedIsSaidAndWaitedForWhileTheRestGoesOn(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "files")
	require.NoError(t, os.WriteFile(folder, nil, 0o600)) // where the folder should be
	w := startWorld(t, func(c *Config) { c.Files.URL = FilesURL("file://" + folder) })
	require.Eventually(t, func() bool { return strings.Contains(w.readyz(t), "files.url: ") }, 20*time.Second, 10*time.Millisecond)
	require.Eventually(t, func() bool {
		status, _ := get(t, w.app.URL()+"/readyz")
		return status == http.StatusOK
	}, 20*time.Second, 10*time.Millisecond)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.SharesContact()
	olga.SendsPhoto("Экран разбит")
	require.Eventually(t, func() bool {
		waiting := w.filesOf(t, store.FileWaiting)
		return len(waiting) == 1 && waiting[0].LastError != ""
	}, 20*time.Second, 10*time.Millisecond)
	_, metrics := get(t, w.app.URL()+"/metrics")
	require.Contains(t, metrics, "zayavka_files_waiting 1")
	require.Contains(t, metrics, `zayavka_file_fetches_total{result="not_kept"}`)
	require.NoError(t, os.Remove(folder))
	require.Eventually(t, func() bool { return len(w.filesOf(t, store.FileKept)) == 1 }, 40*time.Second, 10*time.Millisecond)
}

// upload sends a file as the Mini App does and returns the status and the answer.
func (w *world) upload(t testing.TB, token, name string, content []byte) (int, string) {
	t.Helper()
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	part, err := writer.CreateFormFile("file", name)
	require.NoError(t, err)
	_, err = part.Write(content)
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.app.URL()+"/files", &form)
	require.NoError(t, err)
	request.Header.Set("Content-Type", writer.FormDataContentType())
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(text)
}

func picture(t testing.TB, width, height int) []byte {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, png.Encode(&encoded, image.NewGray(image.Rect(0, 0, width, height))))
	return encoded.Bytes()
}

func TestWhatStaffAndProgramsUploadReachesTheCustomer(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	w.login(t)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.SharesContact()
	w.graphQL(t, `mutation { createTask(taskData: {customerPhone: "+79170009900", category: REPAIR, description: "Экран"}) { task { id } } }`)
	olga.AnswerContaining(t, "№ 1")

	status, answer := w.upload(t, w.token, "экран.png", picture(t, 40, 30))
	require.Equal(t, http.StatusOK, status, answer)
	require.JSONEq(t, fmt.Sprintf(`{"id": "1", "kind": "PHOTO", "name": "экран.png", "mime": "image/png", "size": %d}`, len(picture(t, 40, 30))), answer)
	w.graphQL(t, `mutation { sendMessage(taskId: 1, text: "Вот экран", fileIds: ["1"]) { message { id } } }`)
	require.Equal(t, "photo", olga.AnswerContaining(t, "Вот экран").Kind)

	_, token, err := w.app.store.CreateAPIToken(t.Context(), store.NewAPIToken{Name: "camera", Scopes: []store.Scope{store.ScopeRead, store.ScopeWrite}})
	require.NoError(t, err)
	status, answer = w.upload(t, token, "smeta.pdf", []byte("%PDF-1.7 \n"))
	require.Equal(t, http.StatusOK, status, answer)
	w.token = token
	w.graphQL(t, `mutation { sendMessage(taskId: 1, text: "Вот смета", fileIds: ["2"]) { message { id } } }`)
	require.Equal(t, "document", olga.AnswerContaining(t, "Вот смета").Kind)

	status, answer = w.upload(t, "", "a.png", picture(t, 4, 3))
	require.Equal(t, http.StatusUnauthorized, status, answer)
	require.Contains(t, answer, "UNAUTHENTICATED")
}

func TestAMemberHasAFileSentToTheirOwnChat(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	w.login(t)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.SharesContact()
	film := olga.Sends(emulator.Outgoing{Text: "Вот так он шумит", File: &emulator.Attachment{Kind: "video", Size: 34 << 20}})
	require.Eventually(t, func() bool { return len(w.filesOf(t, store.FileTooLarge)) == 1 }, 20*time.Second, 10*time.Millisecond)

	anna := w.telegram.NewUser(emulator.Profile{FirstName: "Анна", Language: "ru"})
	anna.Says("/start")
	_, err := w.database().ExecContext(t.Context(), fmt.Sprint("UPDATE staff SET telegram_id = ", anna.ID))
	require.NoError(t, err)
	w.graphQL(t, `mutation { forwardFile(id: 1) { file { state } } }`)
	require.Equal(t, "video", anna.AnswerContaining(t, "Вот так он шумит").Kind)

	olga.Deletes(film.ID)
	w.graphQL(t, `mutation { forwardFile(id: 1) { file { state } } }`)
	anna.AnswerContaining(t, "больше нет")
}
