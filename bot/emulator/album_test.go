package emulator_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// received is a file_id of each kind that a person has sent.
func received(t *testing.T, srv *emulator.Server, from *emulator.User, kinds ...string) map[string]string {
	t.Helper()
	ids := map[string]string{}
	for _, kind := range kinds {
		ids[kind] = from.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: kind}}).File.ID
	}
	return ids
}

func TestABotSendsAnAlbum(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	ids := received(t, srv, anna, "photo", "video")
	asked := anna.Says("Is it ready?")
	sent := result[[]tele.Message](t, srv, "sendMediaGroup", params{
		"chat_id": anna.ID, "reply_parameters": params{"message_id": asked.ID},
		"media": []params{
			{"type": "photo", "media": ids["photo"], "caption": "<b>Ready</b>", "parse_mode": "HTML"},
			{"type": "video", "media": ids["video"]},
		},
	})
	require.Len(t, sent, 2)
	require.Equal(t, sent[0].AlbumID, sent[1].AlbumID)
	require.NotEmpty(t, sent[0].AlbumID)
	require.Equal(t, asked.ID, sent[1].ReplyTo.ID)
	first, second := anna.Answer(t), anna.Answer(t)
	require.Equal(t, "Ready", first.Text)
	require.Equal(t, "bold", first.Entities[0].Type)
	require.Equal(t, []string{"photo", "video"}, []string{first.Kind, second.Kind})
	require.Equal(t, first.Album, second.Album)
}

func TestATelebotUploadsAnAlbum(t *testing.T) {
	srv := start(t, emulator.Options{})
	bot := runBot(t, srv, func(*tele.Bot) {})
	anna := srv.NewUser(emulator.Profile{})
	picture := string(pictureOf(t, 20, 10))
	sent, err := bot.SendAlbum(tele.ChatID(anna.ID), tele.Album{
		&tele.Photo{File: tele.FromReader(strings.NewReader(picture)), Caption: "one"},
		&tele.Photo{File: tele.FromReader(strings.NewReader(picture))},
	})
	require.NoError(t, err)
	require.Len(t, sent, 2)
	require.Equal(t, "one", anna.Answer(t).Text)
	require.Equal(t, picture, string(download(t, srv, anna.Answer(t).File.ID)))
}

func TestAlbumsAreRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	ids := received(t, srv, anna, "photo", "document", "audio")
	photo := params{"type": "photo", "media": ids["photo"]}
	items := func(n int) []params {
		var album []params
		for range n {
			album = append(album, photo)
		}
		return album
	}
	for words, media := range map[string]any{
		`parameter "media" is required`:                                                     nil,
		"can't parse media JSON object":                                                     "[",
		"expected an Array of InputMedia":                                                   params{},
		"there are no messages to send":                                                     []params{},
		"too few messages to send as an album":                                              items(1),
		"too many messages to send as an album":                                             items(11),
		"document can't be mixed with other media types":                                    []params{photo, {"type": "document", "media": ids["document"]}},
		"audio can't be mixed with other media types":                                       []params{{"type": "audio", "media": ids["audio"]}, photo},
		`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`:          []params{photo, {"type": "animation", "media": ids["photo"]}},
		`can't parse InputMedia: type "voice" is unsupported`:                               []params{photo, {"type": "voice", "media": ids["photo"]}},
		"can't parse InputMedia: media not found":                                           []params{photo, {"type": "photo", "media": "attach://0"}},
		"wrong file identifier/HTTP URL specified":                                          []params{photo, {"type": "photo", "media": "AgAC"}},
		"message caption is too long":                                                       []params{photo, {"type": "photo", "media": ids["photo"], "caption": strings.Repeat("я", 1025)}},
		"can't parse InputMedia: Can't parse entities: Unclosed start tag at byte offset 0": []params{photo, {"type": "photo", "media": ids["photo"], "caption": "<b", "parse_mode": "HTML"}},
	} {
		require.Equal(t, "Bad Request: "+words, refused(t, srv, "sendMediaGroup", params{"chat_id": anna.ID, "media": media}))
	}
	require.Len(t, anna.Chat(), 3)
	require.True(t, call(t, srv, "sendMediaGroup", params{"chat_id": anna.ID, "media": items(10)}).OK)
}

func TestAFileAndItsCaptionCanBeEdited(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	ids := received(t, srv, anna, "photo", "document", "video")
	sent := result[tele.Message](t, srv, "sendPhoto", params{"chat_id": anna.ID, "photo": ids["photo"], "caption": "one"})
	edit := func(method string, p params) answer {
		p["chat_id"], p["message_id"] = anna.ID, sent.ID
		return call(t, srv, method, p)
	}
	require.Equal(t, "Bad Request: there is no text in the message to edit", edit("editMessageText", params{"text": "two"}).Description)
	require.True(t, edit("editMessageCaption", params{"caption": "two"}).OK)
	require.Contains(t, edit("editMessageCaption", params{"caption": "two"}).Description, "message is not modified")
	require.Equal(t, "Bad Request: message caption is too long", edit("editMessageCaption", params{"caption": strings.Repeat("я", 1025)}).Description)
	require.True(t, edit("editMessageMedia", params{"media": params{"type": "document", "media": ids["document"], "caption": "three"}}).OK)
	require.Equal(t, `Bad Request: can't parse InputMedia: type "voice" is unsupported`,
		edit("editMessageMedia", params{"media": params{"type": "voice", "media": ids["document"]}}).Description)
	now := anna.Chat()[3]
	require.Equal(t, []any{"document", "three", true}, []any{now.Kind, now.Text, now.Edited})

	text := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a"})
	require.Equal(t, "Bad Request: there is no caption in the message to edit",
		refused(t, srv, "editMessageCaption", params{"chat_id": anna.ID, "message_id": text.ID, "caption": "b"}))

	album := result[[]tele.Message](t, srv, "sendMediaGroup", params{"chat_id": anna.ID, "media": []params{
		{"type": "photo", "media": ids["photo"]}, {"type": "photo", "media": ids["photo"]},
	}})
	require.Equal(t, "Bad Request: can't change media type in the album", refused(t, srv, "editMessageMedia", params{
		"chat_id": anna.ID, "message_id": album[0].ID, "media": params{"type": "document", "media": ids["document"]},
	}))
}
