package emulator_test

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// choose sends files as the page does and returns the status of its answer.
func choose(t *testing.T, srv *emulator.Server, from *emulator.User, fields map[string]string, files ...[]byte) int {
	t.Helper()
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	for name, value := range fields {
		require.NoError(t, parts.WriteField(name, value))
	}
	for i, content := range files {
		part, err := parts.CreateFormFile("file", fmt.Sprintf("file%d.bin", i+1))
		require.NoError(t, err)
		_, err = part.Write(content)
		require.NoError(t, err)
	}
	require.NoError(t, parts.Close())
	resp, err := client(t).Post(fmt.Sprintf("%s/emulator/users/%d/files", srv.URL(), from.ID), parts.FormDataContentType(), &form)
	require.NoError(t, err)
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	require.NoError(t, err)
	return resp.StatusCode
}

func TestPicturesChosenOnThePageAreAnAlbum(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	said := anna.Says("Look")
	picture := pictureOf(t, 20, 10)
	video := []byte("\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41")
	require.Equal(t, http.StatusOK, choose(t, srv, anna, map[string]string{"caption": "The screen", "reply_to": fmt.Sprint(said.ID)},
		picture, []byte("a text"), video))
	require.Equal(t, http.StatusOK, choose(t, srv, anna, nil, picture))
	got := updates(t, srv, nil)[1:]
	require.Len(t, got, 4)
	require.NotEmpty(t, got[0].Message.AlbumID)
	require.Equal(t, "The screen", got[0].Message.Caption)
	require.Equal(t, said.ID, got[0].Message.ReplyTo.ID)
	require.NotNil(t, got[1].Message.Video)
	require.Equal(t, got[0].Message.AlbumID, got[1].Message.AlbumID)
	require.Empty(t, got[1].Message.Caption)
	require.Equal(t, "file2.bin", got[2].Message.Document.FileName)
	require.Empty(t, got[2].Message.AlbumID)
	require.Empty(t, got[3].Message.AlbumID)

	var eleven [][]byte
	for range 11 {
		eleven = append(eleven, picture)
	}
	require.Equal(t, http.StatusOK, choose(t, srv, anna, nil, eleven...))
	got = updates(t, srv, nil)[5:]
	require.Len(t, got, 11)
	require.Equal(t, got[0].Message.AlbumID, got[9].Message.AlbumID)
	require.Empty(t, got[10].Message.AlbumID, "an album has ten at most")
}

func TestASoundChosenOrRecordedOnThePageIsAVoiceMessage(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	webm := []byte("\x1aE\xdf\xa3 recorded")
	require.Equal(t, http.StatusOK, choose(t, srv, anna, map[string]string{"kind": "voice", "duration": "7"}, webm))
	require.Equal(t, http.StatusOK, choose(t, srv, anna, map[string]string{"kind": "document"}, pictureOf(t, 20, 10)))
	got := updates(t, srv, nil)
	require.Equal(t, 7, got[0].Message.Voice.Duration)
	require.Equal(t, "audio/webm", got[0].Message.Voice.MIME)
	require.Equal(t, webm, download(t, srv, got[0].Message.Voice.FileID))
	require.NotNil(t, got[1].Message.Document, "what is chosen as a file is sent as a file")
}

func TestThePageRunsNoFileOfAnybodys(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, content := range []string{"<script>alert(1)</script>", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "%PDF-1.7"} {
		require.Equal(t, http.StatusOK, choose(t, srv, anna, map[string]string{"kind": "document"}, []byte(content)))
	}
	for _, m := range anna.Chat() {
		file, _ := get(t, srv.URL()+"/emulator/files/"+m.File.ID)
		require.Equal(t, "application/octet-stream", file.header.Get("Content-Type"))
		require.Equal(t, "attachment; filename=file1.bin", file.header.Get("Content-Disposition"))
		require.Equal(t, "nosniff", file.header.Get("X-Content-Type-Options"))
	}
}

func TestThePageIsToldWhyFilesAreNotTaken(t *testing.T) {
	srv := start(t, emulator.Options{MaxFileBytes: 1 << 20})
	anna := srv.NewUser(emulator.Profile{})
	require.Equal(t, http.StatusInsufficientStorage, choose(t, srv, anna, nil, make([]byte, 1<<20+1)))
	require.Equal(t, http.StatusRequestEntityTooLarge, choose(t, srv, anna, nil, make([]byte, 64<<20)))
	require.Equal(t, http.StatusBadRequest, choose(t, srv, anna, map[string]string{"kind": "photo"}, []byte("no picture")))
	require.Empty(t, anna.Chat())
	require.Equal(t, http.StatusNotFound, choose(t, srv, &emulator.User{}, nil, []byte("a")))
}

func TestAReplyFromThePageOutlivesTheMessageThatItAnswers(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	asked := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "Which one?"})
	say := func() {
		post(t, srv, fmt.Sprintf("/emulator/users/%d/say", anna.ID), params{"text": "This", "reply_to": asked.ID})
	}
	say()
	require.True(t, call(t, srv, "deleteMessage", params{"chat_id": anna.ID, "message_id": asked.ID}).OK)
	say()
	got := updates(t, srv, nil)
	require.Equal(t, asked.ID, got[0].Message.ReplyTo.ID)
	require.Nil(t, got[1].Message.ReplyTo)
	require.Equal(t, "Which one?", anna.Chat()[0].ReplyTo, "the quote stays")
}
