package main

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/files"
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
	kept, err := w.app.files.Put(t.Context(), strings.NewReader("hello"), files.MaxSize)
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
	require.Equal(t, "sandbox; default-src 'none'", response.Header.Get("Content-Security-Policy"))
	require.Contains(t, response.Header.Get("Content-Disposition"), "attachment")

	status, _ := get(t, address+"x")
	require.Equal(t, http.StatusNotFound, status)
	status, _ = get(t, w.app.URL()+"/files/1")
	require.Equal(t, http.StatusNotFound, status)
}
