package fetch_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/bot/fetch"
	"zayavka/bot/telegram"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// shelf keeps contents in memory, as long as it is not full.
type shelf struct {
	mu   sync.Mutex
	full error
	kept map[string]string
	most int // how many were put at once
	now  int
}

func (s *shelf) Put(ctx context.Context, from io.Reader, _ int64, expect func(context.Context, string) error) (store.Content, error) {
	s.enter(1)
	defer s.enter(-1)
	content, err := io.ReadAll(from)
	if err != nil {
		return store.Content{}, err
	}
	sum := sha256.Sum256(content)
	sha := hex.EncodeToString(sum[:])
	if err := expect(ctx, sha); err != nil {
		return store.Content{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.full == nil {
		s.kept[sha] = string(content)
	}
	return store.Content{SHA256: sha, MIME: "text/plain", Size: int64(len(content))}, s.full
}

func (s *shelf) enter(change int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now += change
	s.most = max(s.most, s.now)
}

func (s *shelf) setFull(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.full = err
}

// world is a fetcher with a Telegram and a store of its own, in real time.
type world struct {
	*store.Store
	t        *testing.T
	telegram *emulator.Server
	shelf    *shelf
	customer store.Customer
	user     *emulator.User
	log      *strings.Builder
	written  sync.Mutex
	messages int64
}

func (w *world) Write(line []byte) (int, error) {
	w.written.Lock()
	defer w.written.Unlock()
	return w.log.Write(line)
}

func (w *world) logged() string {
	w.written.Lock()
	defer w.written.Unlock()
	return w.log.String()
}

func open(t *testing.T) *world {
	t.Helper()
	server, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	database, err := store.Open(store.Options{URL: storetest.SQLite(t)})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	require.NoError(t, database.MigrateUp(t.Context()))
	w := &world{Store: database, t: t, telegram: server, shelf: &shelf{kept: map[string]string{}}, log: &strings.Builder{}}
	w.user = server.NewUser(emulator.Profile{FirstName: "Ольга"})
	w.customer, _, err = w.Register(t.Context(), store.Registration{TelegramID: w.user.ID, Phone: "+79170009900", Verified: true, Name: "Ольга"})
	require.NoError(t, err)
	return w
}

// run fetches until the test's end, or until stop.
func (w *world) run() (stop func()) {
	w.t.Helper()
	client, err := telegram.NewClient(telegram.Options{APIURL: w.telegram.URL(), Token: w.telegram.Token(), Metrics: prometheus.NewRegistry()})
	require.NoError(w.t, err)
	fetcher, err := fetch.New(fetch.Options{
		Queue: w.Store, Storage: w.shelf, Logger: slog.New(slog.NewTextHandler(w, nil)), Telegram: client, Metrics: prometheus.NewRegistry(),
	})
	require.NoError(w.t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		fetcher.Run(ctx)
	}()
	stop = sync.OnceFunc(func() { cancel(); <-ended; client.Close() })
	w.t.Cleanup(func() {
		stop()
		require.NotContains(w.t, w.logged(), w.telegram.Token(), "the token is in the log")
	})
	return stop
}

// receives writes down what the customer has sent and returns the file's row.
func (w *world) receives(a emulator.Attachment) store.File {
	w.t.Helper()
	a.Kind = "document"
	sent := w.user.Sends(emulator.Outgoing{File: &a})
	return w.receivesID(sent.File.ID, int64(sent.File.Size))
}

func (w *world) receivesID(fileID string, size int64) store.File {
	w.t.Helper()
	w.messages++
	receptions, err := w.ReceiveMessages(w.t.Context(), []store.IncomingMessage{{
		ChatID: w.user.ID, TelegramMessageID: w.messages, Files: []store.File{{Kind: store.FileDocument, TelegramFileID: fileID, Size: size}},
	}})
	require.NoError(w.t, err)
	files, err := w.FilesOfMessages(w.t.Context(), []int64{receptions[0].Message.ID})
	require.NoError(w.t, err)
	return files[receptions[0].Message.ID][0]
}

func (w *world) file(id int64) store.File {
	w.t.Helper()
	file, err := w.File(w.t.Context(), id)
	require.NoError(w.t, err)
	return file
}

func (w *world) becomes(file store.File, state store.FileState) store.File {
	w.t.Helper()
	require.Eventually(w.t, func() bool { return w.file(file.ID).State == state }, 20*time.Second, 5*time.Millisecond)
	return w.file(file.ID)
}

func TestWhatACustomerSendsIsKept(t *testing.T) {
	t.Parallel()
	w := open(t)
	w.run()
	kept := w.becomes(w.receives(emulator.Attachment{Name: "a.txt", Content: []byte("Экран разбит")}), store.FileKept)
	require.Equal(t, "Экран разбит", w.shelf.kept[kept.SHA256])
	require.Equal(t, "text/plain", kept.Mime)
	require.EqualValues(t, len("Экран разбит"), kept.Size)
}

func TestManyFilesAreFetchedAFewAtATime(t *testing.T) {
	t.Parallel()
	w := open(t)
	var files []store.File
	for i := range 30 {
		files = append(files, w.receives(emulator.Attachment{Name: "a.txt", Content: []byte(strings.Repeat("x", i+1))}))
	}
	w.run()
	for _, file := range files {
		w.becomes(file, store.FileKept)
	}
	require.LessOrEqual(t, w.shelf.most, 3)
	require.Len(t, w.shelf.kept, 30)
}

func TestWhateverTelegramDoesAFileIsKeptInTheEnd(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]emulator.Fault{
		"getFile fails":        {Method: "getFile", Kind: emulator.ServerError},
		"getFile has to wait":  {Method: "getFile", Kind: emulator.TooManyRequests, RetryAfter: 1},
		"getFile is refused":   {Method: "getFile", Kind: emulator.BadRequest, Description: "wrong file_id or the file is temporarily unavailable"},
		"its path is over":     {Method: emulator.Download, Kind: emulator.NotFound},
		"the download is cut":  {Method: emulator.Download, Kind: emulator.Truncate},
		"the download fails":   {Method: emulator.Download, Kind: emulator.ServerError},
		"a proxy's page comes": {Method: emulator.Download, Kind: emulator.NotJSON},
		"the download is slow": {Method: emulator.Download, Kind: emulator.Slow, Delay: 300 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := open(t)
			fault.Times = 1
			w.telegram.Fail(fault)
			w.run()
			kept := w.becomes(w.receives(emulator.Attachment{Name: "a.txt", Content: []byte("whole")}), store.FileKept)
			require.Equal(t, "whole", w.shelf.kept[kept.SHA256])
			require.Len(t, w.shelf.kept, 1, "nothing else was taken for it")
		})
	}
}

func TestAFileThatIsTooLargeIsSaidToBeWithoutBeingAskedFor(t *testing.T) {
	t.Parallel()
	w := open(t)
	w.run()
	large := w.receives(emulator.Attachment{Name: "film.mov", Content: []byte("x"), Size: 34 << 20})
	require.EqualValues(t, 34<<20, w.becomes(large, store.FileTooLarge).Size)
	require.Empty(t, w.telegram.Calls("getFile"))
	unsized := w.receivesID(large.TelegramFileID, 0)
	w.becomes(unsized, store.FileTooLarge)
	require.Len(t, w.telegram.Calls("getFile"), 1)
}

func TestAFileThatTelegramRefusesForLongIsGone(t *testing.T) {
	t.Parallel()
	w := open(t)
	file := w.receivesID("of another bot", 10)
	stop := w.run()
	require.Eventually(t, func() bool { return w.file(file.ID).Attempts > 0 }, 20*time.Second, 5*time.Millisecond)
	require.Equal(t, store.FileWaiting, w.file(file.ID).State, "it may be back in a moment")
	require.Contains(t, w.file(file.ID).LastError, "invalid file_id")
	stop()
	_, err := w.Pools()["sqlite_write"].ExecContext(t.Context(), "UPDATE files SET created_at = '2026-01-01 00:00:00+00:00'")
	require.NoError(t, err)
	w.run()
	require.Contains(t, w.becomes(file, store.FileGone).LastError, "invalid file_id")
}

func TestAFullFileStoreIsWaitedFor(t *testing.T) {
	t.Parallel()
	w := open(t)
	w.shelf.setFull(errors.New("no space left on device"))
	w.run()
	var files []store.File
	for range 5 {
		files = append(files, w.receives(emulator.Attachment{Name: "a.txt", Content: []byte("whole")}))
	}
	require.Eventually(t, func() bool {
		status, err := w.FetchStatus(t.Context())
		return err == nil && status.Waiting == 5 && strings.Contains(status.LastError, "no space left on device")
	}, 20*time.Second, 5*time.Millisecond)
	w.shelf.setFull(nil)
	for _, file := range files {
		w.becomes(file, store.FileKept)
	}
}

func TestAStopGivesADownloadBackAtOnce(t *testing.T) {
	t.Parallel()
	w := open(t)
	remove := w.telegram.Fail(emulator.Fault{Method: emulator.Download, Kind: emulator.Slow})
	defer remove()
	stop := w.run()
	file := w.receives(emulator.Attachment{Name: "a.txt", Content: []byte(strings.Repeat("x", 10_000))})
	require.Eventually(t, func() bool { return len(w.telegram.Calls(emulator.Download)) > 0 }, 20*time.Second, 5*time.Millisecond)
	stop()
	left := w.file(file.ID)
	require.Zero(t, left.Attempts)
	require.Nil(t, left.LeaseUntil)
	remove()
	w.run()
	w.becomes(file, store.FileKept)
}

func TestWhatAProcessHadInHandWhenItDiedIsFetchedByTheNextAtOnce(t *testing.T) {
	t.Parallel()
	w := open(t)
	file := w.receives(emulator.Attachment{Name: "a.txt", Content: []byte("x")})
	claimed, err := w.ClaimFiles(t.Context(), 1, time.Hour)
	require.NoError(t, err)
	require.Len(t, claimed, 1)
	w.run()
	w.becomes(file, store.FileKept)
	require.ErrorIs(t, w.FileGone(t.Context(), claimed[0].Claim(), "gone"), store.ErrClaimLost, "should it only have been frozen")
}
