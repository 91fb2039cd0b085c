package emulator_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// sendFile uploads a file and returns the answer.
func sendFile(t *testing.T, srv *emulator.Server, method, field string, chatID int64, content []byte) answer {
	t.Helper()
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	require.NoError(t, parts.WriteField("chat_id", tele.ChatID(chatID).Recipient()))
	part, err := parts.CreateFormFile(field, "file.png")
	require.NoError(t, err)
	_, err = part.Write(content)
	require.NoError(t, err)
	require.NoError(t, parts.Close())
	resp, err := client(t).Post(srv.URL()+"/bot"+srv.Token()+"/"+method, parts.FormDataContentType(), &form)
	require.NoError(t, err)
	return decode(t, resp)
}

// download fetches a file by its id, as a bot does.
func download(t *testing.T, srv *emulator.Server, id string) []byte {
	t.Helper()
	file := result[tele.File](t, srv, "getFile", params{"file_id": id})
	resp, err := client(t).Get(srv.URL() + "/file/bot" + srv.Token() + "/" + file.FilePath)
	require.NoError(t, err)
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.Len(t, content, int(file.FileSize))
	return content
}

func TestAPhotoOfAPersonCanBeDownloadedAndSentOn(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	anna.SendsPhoto("My laptop")
	received := updates(t, srv, nil)[0].Message
	require.Equal(t, "My laptop", received.Caption)
	picture := download(t, srv, received.Photo.FileID)

	require.True(t, call(t, srv, "sendPhoto", params{"chat_id": boris.ID, "photo": received.Photo.FileID, "caption": "<b>hers</b>", "parse_mode": "HTML"}).OK)
	got := boris.Answer(t)
	require.Equal(t, "hers", got.Text)
	require.Equal(t, picture, download(t, srv, got.File.ID))

	require.True(t, sendFile(t, srv, "sendPhoto", "photo", boris.ID, picture).OK)
	require.Equal(t, 240, boris.Answer(t).File.Width)
}

func TestFilesAreRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	require.Equal(t, "Bad Request: IMAGE_PROCESS_FAILED", sendFile(t, srv, "sendPhoto", "photo", anna.ID, []byte("text")).Description)
	require.Equal(t, "Bad Request: file must be non-empty", sendFile(t, srv, "sendDocument", "document", anna.ID, nil).Description)
	send := func(p params) string {
		p["chat_id"] = anna.ID
		return refused(t, srv, "sendPhoto", p)
	}
	require.Equal(t, "Bad Request: there is no photo in the request", send(params{}))
	require.Equal(t, "Bad Request: wrong file identifier/HTTP URL specified", send(params{"photo": "AgAC"}))
	require.Equal(t, "Bad Request: failed to get HTTP URL content", send(params{"photo": "https://example.com/a.png"}))
	require.Equal(t, "Bad Request: file_id not specified", refused(t, srv, "getFile", nil))
	require.Equal(t, "Bad Request: invalid file_id", refused(t, srv, "getFile", params{"file_id": "x"}))
	require.Empty(t, anna.Chat())
}
