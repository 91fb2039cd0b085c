package emulator_test

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestAPersonSendsEveryKindOfFile(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, kind := range []string{"photo", "video", "voice", "video_note", "audio", "document", "sticker"} {
		sent := anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: kind}, Text: "caption"})
		require.Equal(t, kind, sent.Kind)
		require.NotEmpty(t, download(t, srv, sent.File.ID))
	}
	got := updates(t, srv, nil)
	for i, media := range []tele.Media{
		got[0].Message.Photo, got[1].Message.Video, got[2].Message.Voice, got[3].Message.VideoNote,
		got[4].Message.Audio, got[5].Message.Document, got[6].Message.Sticker,
	} {
		require.NotEmpty(t, media.MediaFile().FileID, i)
		require.Equal(t, media, got[i].Message.Media())
	}
	require.Equal(t, 640, got[1].Message.Video.Width)
	require.Equal(t, 3, got[2].Message.Voice.Duration)
	require.Equal(t, "audio/ogg", got[2].Message.Voice.MIME)
	checksum := download(t, srv, got[2].Message.Voice.FileID)[22:26]
	require.Equal(t, "846cd924", hex.EncodeToString(checksum), "of the first page, with which browsers play it for three seconds")
	require.Equal(t, "text/plain", got[5].Message.Document.MIME)
	for i, caption := range []string{"caption", "caption", "caption", "", "caption", "caption", ""} {
		require.Equal(t, caption, got[i].Message.Caption, i)
		require.Empty(t, got[i].Message.Text)
	}
}

func TestAnAttachmentIsWhatItsSenderSays(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "document", Name: "Счёт.PDF", Content: []byte("%PDF-1.7")}})
	anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "voice", Content: []byte("sound"), MIME: "audio/mpeg", Duration: 61}})
	got := updates(t, srv, nil)
	bill := got[0].Message.Document
	require.Equal(t, "Счёт.PDF", bill.FileName)
	require.Equal(t, "application/pdf", bill.MIME)
	require.Equal(t, "%PDF-1.7", string(download(t, srv, bill.FileID)))
	require.Equal(t, 61, got[1].Message.Voice.Duration)
	require.Equal(t, "audio/mpeg", got[1].Message.Voice.MIME)
	require.Panics(t, func() {
		anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "photo", Content: []byte("no picture")}})
	})
	require.Panics(t, func() { anna.SendsPhoto(strings.Repeat("я", 1025)) })
	require.Len(t, anna.Chat(), 2)
}

func TestEachItemOfAnAlbumIsAnUpdateOfItsOwn(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	photo := emulator.Attachment{Kind: "photo"}
	anna.SendsAlbum("The screen /start", photo, photo, emulator.Attachment{Kind: "video"})
	anna.SendsAlbum("", photo, photo)
	got := updates(t, srv, nil)
	require.Len(t, got, 5)
	require.NotEmpty(t, got[0].Message.AlbumID)
	require.Equal(t, got[0].Message.AlbumID, got[2].Message.AlbumID)
	require.NotEqual(t, got[0].Message.AlbumID, got[3].Message.AlbumID)
	require.Equal(t, "The screen /start", got[0].Message.Caption)
	require.Equal(t, tele.EntityCommand, got[0].Message.CaptionEntities[0].Type)
	require.Empty(t, got[1].Message.Caption)
	require.NotEqual(t, got[0].Message.Photo.UniqueID, got[1].Message.Photo.UniqueID)
}

func TestAnAlbumMayComeInParts(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	album := srv.NewAlbum()
	photo := emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}, Album: album}
	anna.Sends(photo)
	anna.Says("in between")
	photo.Text = "the caption comes late"
	anna.Sends(photo)
	got := updates(t, srv, nil)
	require.Equal(t, album, got[0].Message.AlbumID)
	require.Empty(t, got[1].Message.AlbumID)
	require.Equal(t, album, got[2].Message.AlbumID)
}

func TestAReplyOfAPersonHasTheMessageThatItAnswers(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.SendsPhoto("My laptop")
	photo := anna.Chat()[0]
	keyboard := params{"inline_keyboard": [][]params{{{"text": "Open", "callback_data": "1"}}}}
	asked := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "Will 10 or 12 do?", "reply_markup": keyboard})
	anna.Sends(emulator.Outgoing{Text: "This one", ReplyTo: photo.ID})
	anna.Sends(emulator.Outgoing{Text: "Yes", ReplyTo: asked.ID, Quote: "12"})
	got := updates(t, srv, nil)
	require.Equal(t, photo.File.ID, got[1].Message.ReplyTo.Photo.FileID)
	require.Nil(t, got[1].Message.Quote)
	require.Equal(t, asked.ID, got[2].Message.ReplyTo.ID)
	require.True(t, got[2].Message.ReplyTo.Sender.IsBot)
	require.Equal(t, tele.TextQuote{Text: "12", Position: 11, Manual: true}, *got[2].Message.Quote)
	require.Equal(t, "12", anna.Chat()[3].ReplyTo)
	require.Panics(t, func() { anna.Sends(emulator.Outgoing{Text: "a", ReplyTo: 4096}) })
}

func TestAForwardSaysWhereItIsFromAsFarAsThatPersonLetsIt(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{FirstName: "Борис"})
	hidden := srv.NewUser(emulator.Profile{FirstName: "Вера", HidesAccount: true})
	boris.SendsPhoto("his")
	anna.Forwards(boris.Chat()[0])
	anna.Forwards(hidden.Says("hers"))
	anna.Forwards(anna.Chat()[0])
	got := updates(t, srv, nil)
	require.Equal(t, "his", got[1].Message.Caption)
	require.Equal(t, boris.ID, got[1].Message.Origin.Sender.ID)
	require.Equal(t, anna.ID, got[1].Message.Sender.ID)
	require.Equal(t, "hidden_user", got[3].Message.Origin.Type)
	require.Equal(t, "Вера", got[3].Message.Origin.SenderUsername)
	require.Nil(t, got[3].Message.Origin.Sender)
	require.Equal(t, boris.ID, got[4].Message.Origin.Sender.ID, "of a forward, the first origin")
	require.Equal(t, "Борис", anna.Chat()[0].ForwardedFrom)
}

func TestAnEditOfATextOrACaptionIsAnUpdateAndADeletionIsNone(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	said := anna.Says("one")
	anna.SendsPhoto("a laptop")
	photo := anna.Chat()[1]
	answer := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "mine"})
	anna.Edits(said.ID, "two")
	anna.Edits(photo.ID, "a tablet")
	anna.Edits(answer.ID, "not hers to edit")
	anna.Deletes(said.ID)
	got := updates(t, srv, nil)
	require.Len(t, got, 4)
	require.Equal(t, "two", got[2].EditedMessage.Text)
	require.NotZero(t, got[2].EditedMessage.LastEdit)
	require.Equal(t, "a tablet", got[3].EditedMessage.Caption)
	require.Equal(t, photo.File.ID, got[3].EditedMessage.Photo.FileID)
	require.Len(t, anna.Chat(), 2)
	require.Equal(t, "Bad Request: message to delete not found",
		refused(t, srv, "deleteMessage", params{"chat_id": anna.ID, "message_id": said.ID}))
}

func TestWhatIsNoFileArrivesAsTelegramWritesIt(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.SendsDice()
	anna.SendsPoll("When?", "Today", "Tomorrow")
	anna.SendsVenue("Винтик", "Тверская, 1")
	anna.SendsLocation()
	got := updates(t, srv, nil)
	require.Equal(t, tele.DiceType("🎲"), got[0].Message.Dice.Type)
	require.Equal(t, "Tomorrow", got[1].Message.Poll.Options[1].Text)
	require.Equal(t, "Тверская, 1", got[2].Message.Venue.Address)
	require.Equal(t, got[2].Message.Venue.Location, *got[2].Message.Location)
	require.InDelta(t, 55.7539, got[3].Message.Location.Lat, 1e-4)
	var kinds []string
	for _, m := range anna.Chat() {
		kinds = append(kinds, m.Kind)
	}
	require.Equal(t, []string{"dice", "poll", "venue", "location"}, kinds)
}
