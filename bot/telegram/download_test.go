package telegram

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

// sentDocument is the file_id of a document that somebody has sent to the bot.
func sentDocument(t *testing.T, server *emulator.Server, a emulator.Attachment) string {
	t.Helper()
	a.Kind = "document"
	return server.NewUser(emulator.Profile{FirstName: "Ольга"}).Sends(emulator.Outgoing{File: &a}).File.ID
}

// downloaded is the content of a file.
func downloaded(ctx context.Context, client *Client, id string) ([]byte, error) {
	var content []byte
	err := client.Download(ctx, id, func(from io.Reader) (err error) {
		content, err = io.ReadAll(from)
		return err
	})
	return content, err
}

func TestAFileIsDownloadedWhole(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	sent := bytes.Repeat([]byte("zayavka "), 100_000)
	id := sentDocument(t, server, emulator.Attachment{Name: "отчёт.txt", Content: sent})
	content, err := downloaded(t.Context(), client, id)
	require.NoError(t, err)
	require.Equal(t, sent, content)

	full := errors.New("no space left on device")
	require.Equal(t, full, client.Download(t.Context(), id, func(io.Reader) error { return full }), "a failure that is not Telegram's")
}

func TestAFileThatIsTooLargeIsSaidToBe(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	id := sentDocument(t, server, emulator.Attachment{Name: "film.mov", Content: []byte("x"), Size: MaxDownload + 1})
	_, err := downloaded(t.Context(), client, id)
	require.ErrorAs(t, err, &ErrTooLarge{})

	content := &wholeReader{from: io.LimitReader(zeros{}, MaxDownload+1), came: func() {}}
	_, err = io.Copy(io.Discard, content)
	require.ErrorAs(t, err, &ErrTooLarge{}, "also where its size was not told")
}

type zeros struct{}

func (zeros) Read(into []byte) (int, error) { return len(into), nil }

func TestADownloadThatFailsSaysWhatToDo(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	id := sentDocument(t, server, emulator.Attachment{Name: "a.txt", Content: bytes.Repeat([]byte("x"), 10_000)})
	for name, test := range map[string]struct {
		fault emulator.Fault
		kind  Kind
		words string
	}{
		"getFile 429":      {emulator.Fault{Method: "getFile", Kind: emulator.TooManyRequests, RetryAfter: 7}, Flood, "retry after 7"},
		"getFile 500":      {emulator.Fault{Method: "getFile", Kind: emulator.ServerError}, Temporary, "Internal Server Error"},
		"getFile 400":      {emulator.Fault{Method: "getFile", Kind: emulator.BadRequest, Description: "wrong file_id or the file is temporarily unavailable"}, Rejected, "unavailable"},
		"getFile not JSON": {emulator.Fault{Method: "getFile", Kind: emulator.NotJSON}, Unanswered, "not one of the Bot API"},
		"429":              {emulator.Fault{Method: emulator.Download, Kind: emulator.TooManyRequests, RetryAfter: 7}, Flood, "429"},
		"500":              {emulator.Fault{Method: emulator.Download, Kind: emulator.ServerError}, Temporary, "500"},
		"502":              {emulator.Fault{Method: emulator.Download, Kind: emulator.BadGateway}, Temporary, "502"},
		"its path is over": {emulator.Fault{Method: emulator.Download, Kind: emulator.NotFound}, Temporary, "404"},
		"a proxy's page":   {emulator.Fault{Method: emulator.Download, Kind: emulator.NotJSON}, Temporary, "another size"},
		"dropped":          {emulator.Fault{Method: emulator.Download, Kind: emulator.DropBefore}, Temporary, "EOF"},
		"cut":              {emulator.Fault{Method: emulator.Download, Kind: emulator.Truncate}, Temporary, "breaks off"},
	} {
		remove := server.Fail(test.fault) // for as long as it takes: what was dropped is asked for once more by HTTP's rules
		_, err := downloaded(t.Context(), client, id)
		remove()
		e, ok := AsError(err)
		require.True(t, ok, name)
		require.Equal(t, test.kind, e.Kind, name)
		require.Contains(t, e.Error(), test.words, name)
		if e.Kind == Flood && name == "getFile 429" {
			require.Equal(t, 7*time.Second, e.RetryAfter)
		}
		for ; err != nil; err = errors.Unwrap(err) {
			require.NotContains(t, err.Error(), server.Token(), name)
		}
	}
}

func TestADownloadThatIsGivenUpHoldsNoTokenEither(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	id := sentDocument(t, server, emulator.Attachment{Name: "a.txt", Content: bytes.Repeat([]byte("x"), 10_000)})
	remove := server.Fail(emulator.Fault{Method: emulator.Download, Kind: emulator.Slow})
	defer remove()
	ctx, cancel := context.WithCancel(t.Context())
	err := client.Download(ctx, id, func(from io.Reader) error {
		_, err := io.CopyN(io.Discard, from, 100)
		require.NoError(t, err)
		cancel()
		_, err = io.Copy(io.Discard, from)
		return err
	})
	require.Error(t, err)
	require.NotContains(t, err.Error(), server.Token())
}
