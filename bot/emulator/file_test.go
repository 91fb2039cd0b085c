package emulator_test

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// sendFile uploads a file and returns the answer.
func sendFile(t *testing.T, srv *emulator.Server, method, field string, chatID int64, content []byte) answer {
	t.Helper()
	return upload(t, srv, method, map[string]string{"chat_id": tele.ChatID(chatID).Recipient()}, field, "file.png", content)
}

// upload posts a form with one file and returns the answer.
func upload(t *testing.T, srv *emulator.Server, method string, fields map[string]string, part, name string, content []byte) answer {
	t.Helper()
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	for field, value := range fields {
		require.NoError(t, parts.WriteField(field, value))
	}
	file, err := parts.CreateFormFile(part, name)
	require.NoError(t, err)
	_, err = file.Write(content)
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

// pictureOf makes a PNG of that size.
func pictureOf(t *testing.T, width, height int) []byte {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, png.Encode(&encoded, image.NewGray(image.Rect(0, 0, width, height))))
	return encoded.Bytes()
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
	require.Equal(t, received.Photo.FileID, got.File.ID, "a file keeps its id")
	require.Equal(t, picture, download(t, srv, got.File.ID))

	require.True(t, sendFile(t, srv, "sendPhoto", "photo", boris.ID, picture).OK)
	require.Equal(t, 240, boris.Answer(t).File.Width)
}

func TestAPhotoComesInAllItsSizesTheLargestLast(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	type photo struct {
		Message struct {
			Photo []struct {
				FileID        string `json:"file_id"`
				FileUniqueID  string `json:"file_unique_id"`
				Width, Height int
			}
		}
	}
	for original, widths := range map[[2]int][]int{
		{4000, 3000}: {90, 320, 800, 1280, 2560}, // what is larger is made smaller
		{400, 300}:   {90, 320, 400},
		{80, 60}:     {80},
	} {
		anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "photo", Content: pictureOf(t, original[0], original[1])}})
		got := result[[]photo](t, srv, "getUpdates", params{"offset": -1})
		var sizes []int
		unique := map[string]bool{}
		for _, size := range got[0].Message.Photo {
			sizes = append(sizes, size.Width)
			unique[size.FileUniqueID] = true
			config, _, err := image.DecodeConfig(bytes.NewReader(download(t, srv, size.FileID)))
			require.NoError(t, err)
			require.Equal(t, []int{size.Width, size.Height}, []int{config.Width, config.Height})
		}
		require.Equal(t, widths, sizes)
		require.Len(t, unique, len(widths))
	}
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
	require.Equal(t, "Bad Request: there is no photo in the request", send(params{"photo": "attach://elsewhere"}))
	require.Equal(t, "Bad Request: wrong file identifier/HTTP URL specified", send(params{"photo": "AgAC"}))
	require.Equal(t, "Bad Request: failed to get HTTP URL content", send(params{"photo": "https://example.com/a.png"}))
	require.Equal(t, "Bad Request: there is no video note in the request", refused(t, srv, "sendVideoNote", params{"chat_id": anna.ID}))
	require.Equal(t, "Bad Request: file_id not specified", refused(t, srv, "getFile", nil))
	require.Equal(t, "Bad Request: invalid file_id", refused(t, srv, "getFile", params{"file_id": "x"}))
	require.Empty(t, anna.Chat())
}

func TestPicturesAreRefusedAsPhotosByTelegramsRules(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for name, tc := range map[string]struct {
		content []byte
		words   string
	}{
		"too wide and high": {pictureOf(t, 5001, 5000), "PHOTO_INVALID_DIMENSIONS"},
		"too flat":          {pictureOf(t, 210, 10), "PHOTO_INVALID_DIMENSIONS"},
		"too narrow":        {pictureOf(t, 10, 210), "PHOTO_INVALID_DIMENSIONS"},
		"too large":         {make([]byte, 10<<20+1), "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"},
	} {
		got := sendFile(t, srv, "sendPhoto", "photo", anna.ID, tc.content)
		require.Equal(t, "Bad Request: "+tc.words, got.Description, name)
	}
	require.True(t, sendFile(t, srv, "sendPhoto", "photo", anna.ID, pictureOf(t, 200, 10)).OK)
	require.True(t, sendFile(t, srv, "sendDocument", "document", anna.ID, pictureOf(t, 210, 10)).OK, "as a document any goes")
}

func TestABotUploadsNoMoreThan50MB(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	require.True(t, sendFile(t, srv, "sendDocument", "document", anna.ID, make([]byte, 50<<20)).OK)
	refusal := sendFile(t, srv, "sendDocument", "document", anna.ID, make([]byte, 50<<20+1))
	require.Equal(t, http.StatusRequestEntityTooLarge, refusal.Status)
	require.Equal(t, "Request Entity Too Large", refusal.Description)
}

func TestAFileAbove20MBCannotBeDownloaded(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "video", Size: 34 << 20}})
	anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "document", Size: 20 << 20}})
	got := updates(t, srv, nil)
	video := got[0].Message.Video
	require.EqualValues(t, 34<<20, video.FileSize)
	require.Equal(t, "Bad Request: file is too big", refused(t, srv, "getFile", params{"file_id": video.FileID}))
	require.True(t, call(t, srv, "getFile", params{"file_id": got[1].Message.Document.FileID}).OK)
	require.True(t, call(t, srv, "sendVideo", params{"chat_id": boris.ID, "video": video.FileID}).OK, "but sent on it can be")
	require.Equal(t, 34<<20, boris.Answer(t).File.Size)
}

func TestAFileIDIsOfOneBotAlone(t *testing.T) {
	ours := start(t, emulator.Options{})
	theirs := start(t, emulator.Options{Token: "7000000002:AAEmulatorOfTelegramMadeUpToken0000"})
	theirs.NewUser(emulator.Profile{}).SendsPhoto("")
	id := updates(t, theirs, nil)[0].Message.Photo.FileID
	anna := ours.NewUser(emulator.Profile{})
	anna.SendsPhoto("")
	require.NotEqual(t, id, updates(t, ours, nil)[0].Message.Photo.FileID)
	require.Equal(t, "Bad Request: wrong file identifier/HTTP URL specified",
		refused(t, ours, "sendPhoto", params{"chat_id": anna.ID, "photo": id}))
	require.Equal(t, "Bad Request: wrong file_id or the file is temporarily unavailable", refused(t, ours, "getFile", params{"file_id": id}))
}

func TestAFileStaysWhatItIsWhicheverWayItIsSent(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.SendsPhoto("")
	anna.SendsVoice()
	got := updates(t, srv, nil)
	require.Equal(t, "Bad Request: can't use file of type Photo as Document",
		refused(t, srv, "sendDocument", params{"chat_id": anna.ID, "document": got[0].Message.Photo.FileID}))
	require.Equal(t, "Bad Request: can't use file of type VoiceNote as Photo",
		refused(t, srv, "sendPhoto", params{"chat_id": anna.ID, "photo": got[1].Message.Voice.FileID}))
	require.True(t, call(t, srv, "sendDocument", params{"chat_id": anna.ID, "document": got[1].Message.Voice.FileID}).OK)
	require.Equal(t, "voice", anna.Answer(t).Kind)
}

func TestWhatTelegramCannotPlayIsADocument(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	fields := map[string]string{"chat_id": tele.ChatID(anna.ID).Recipient(), "duration": "7"}
	for _, tc := range []struct{ method, part, name, kind string }{
		{"sendVideo", "video", "clip.mp4", "video"},
		{"sendVideo", "video", "clip.mkv", "document"},
		{"sendVideoNote", "video_note", "round.mp4", "video_note"},
		{"sendVoice", "voice", "voice.ogg", "voice"},
		{"sendVoice", "voice", "voice.wav", "document"},
		{"sendAudio", "audio", "song.mp3", "audio"},
		{"sendAudio", "audio", "song.flac", "document"},
		{"sendDocument", "document", "clip.mp4", "document"},
	} {
		require.True(t, upload(t, srv, tc.method, fields, tc.part, tc.name, []byte("content")).OK, tc.name)
		sent := anna.Answer(t)
		require.Equal(t, tc.kind, sent.Kind, "%s of %s", tc.method, tc.name)
		require.Equal(t, "content", string(download(t, srv, sent.File.ID)))
		if tc.kind != "document" {
			require.Equal(t, 7, sent.File.Duration)
		}
	}
}

func TestACaptionIsUpTo1024UnitsLong(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.SendsPhoto("")
	photo := updates(t, srv, nil)[0].Message.Photo.FileID
	send := func(caption string) answer {
		return call(t, srv, "sendPhoto", params{"chat_id": anna.ID, "photo": photo, "caption": caption})
	}
	require.True(t, send(strings.Repeat("😀", 512)).OK)
	require.Equal(t, "Bad Request: message caption is too long", send(strings.Repeat("😀", 512)+"a").Description)
}

func TestADownloadFailsAsTheFaultSays(t *testing.T) {
	srv := start(t, emulator.Options{})
	srv.NewUser(emulator.Profile{}).SendsVoice()
	voice := updates(t, srv, nil)[0].Message.Voice
	path := result[tele.File](t, srv, "getFile", params{"file_id": voice.FileID}).FilePath
	fetch := func() (status int, content []byte, err error) {
		resp, err := client(t).Get(srv.URL() + "/file/bot" + srv.Token() + "/" + path)
		if err != nil {
			return 0, nil, err
		}
		defer resp.Body.Close()
		content, err = io.ReadAll(resp.Body)
		return resp.StatusCode, content, err
	}
	_, whole, err := fetch()
	require.NoError(t, err)

	srv.Fail(emulator.Fault{Method: emulator.Download, Kind: emulator.ServerError, Times: 1})
	status, _, err := fetch()
	require.NoError(t, err)
	require.Equal(t, http.StatusInternalServerError, status)

	srv.Fail(emulator.Fault{Method: emulator.Download, Kind: emulator.Truncate, Times: 1})
	_, half, err := fetch()
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.Equal(t, whole[:len(whole)/2], half)

	remove := srv.Fail(emulator.Fault{Method: emulator.Download, Kind: emulator.Slow})
	arrived := make(chan []byte, 1)
	go func() {
		_, content, _ := fetch()
		arrived <- content
	}()
	waitForCalls(t, srv, emulator.Download, 4)
	require.Empty(t, arrived)
	remove()
	require.Equal(t, whole, <-arrived)

	srv.Fail(emulator.Fault{Kind: emulator.Truncate})
	require.True(t, call(t, srv, "getMe", nil).OK, "only files are cut off")
	srv.Fail(emulator.Fault{Method: "getFile", Kind: emulator.ServerError})
	require.Equal(t, "Internal Server Error", refused(t, srv, "getFile", params{"file_id": voice.FileID}))
	for _, request := range srv.Calls("") {
		require.NotEqual(t, emulator.Download, request.Method)
	}
}

func TestASlowAnswerComesWhenTheFaultIsOver(t *testing.T) {
	srv := start(t, emulator.Options{})
	remove := srv.Fail(emulator.Fault{Method: "getMe", Kind: emulator.Slow})
	slow := inBackground(func() answer { return call(t, srv, "getMe", nil) })
	waitForCalls(t, srv, "getMe", 1)
	require.Empty(t, slow)
	remove()
	require.True(t, (<-slow).OK)
}

func TestFilesBeyondTheBoundAreRefused(t *testing.T) {
	srv := start(t, emulator.Options{MaxFileBytes: 1 << 20})
	anna := srv.NewUser(emulator.Profile{})
	require.True(t, sendFile(t, srv, "sendDocument", "document", anna.ID, make([]byte, 1<<20)).OK)
	refusal := sendFile(t, srv, "sendDocument", "document", anna.ID, []byte("a"))
	require.Equal(t, http.StatusInternalServerError, refusal.Status)
	require.Equal(t, "Internal Server Error: the emulator holds 1 MB of files at most, and they are there", refusal.Description)
	require.Panics(t, anna.SendsVoice)
	require.Len(t, anna.Chat(), 1)
}
