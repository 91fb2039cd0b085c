package emulator_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestPeopleHaveIDsBeyond32Bits(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{ID: 42, Language: "en"})
	require.Greater(t, anna.ID, int64(1)<<32)
	require.Equal(t, int64(42), boris.ID)
	boris.Says("hello")
	sender := updates(t, srv, nil)[0].Message.Sender
	require.Equal(t, "en", sender.LanguageCode)
	boris.SetsLanguage("ru")
	boris.Says("привет")
	require.Equal(t, "ru", updates(t, srv, nil)[1].Message.Sender.LanguageCode)
}

func TestEveryKindOfMessageArrivesAsTelegramWritesIt(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{FirstName: "Анна", Phone: "+7 (917) 000-99-00"})
	said := anna.Says("/start@zayavka_bot ref 5")
	anna.SharesContact()
	anna.SharesContactOf("+49 30 123456", "Ханна", 0)
	anna.SendsSticker()
	anna.SendsVoice()
	anna.SendsLocation()
	anna.ForwardsOwnContact("+7 917 000-99-01")
	anna.RepliesWithOwnContact(said.ID)
	got := updates(t, srv, nil)
	require.Equal(t, tele.Entities{{Type: tele.EntityCommand, Offset: 0, Length: 18}}, got[0].Message.Entities)
	require.Equal(t, tele.Contact{PhoneNumber: "79170009900", FirstName: "Анна", UserID: anna.ID}, *got[1].Message.Contact)
	require.Equal(t, tele.Contact{PhoneNumber: "+49 30 123456", FirstName: "Ханна"}, *got[2].Message.Contact)
	require.NotNil(t, got[3].Message.Sticker)
	require.NotNil(t, got[4].Message.Voice)
	require.NotNil(t, got[5].Message.Location)
	require.Equal(t, "79170009901", got[6].Message.Contact.PhoneNumber)
	require.Equal(t, anna.ID, got[6].Message.Origin.Sender.ID)
	require.Equal(t, said.ID, got[7].Message.ReplyTo.ID)
	for _, u := range got {
		require.Equal(t, tele.ChatPrivate, u.Message.Chat.Type)
		require.Equal(t, anna.ID, u.Message.Chat.ID)
	}
}

func TestAScriptTakesEachAnswerOnce(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, text := range []string{"one", "two", "three"} {
		call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": text})
	}
	require.Equal(t, "one", anna.Answer(t).Text)
	require.Equal(t, "three", anna.AnswerContaining(t, "thr").Text)
	require.Contains(t, failing(t, func(tb emulator.TB) { anna.Answer(tb) }), "#2 bot: two")
	anna.ExpectSilence(t)
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "four"})
	require.Contains(t, failing(t, func(tb emulator.TB) { anna.ExpectSilence(tb) }), "#4 bot: four")
}

func TestTheNewestButtonWithALabelIsTapped(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, data := range []string{"old", "new"} {
		keyboard := params{"inline_keyboard": [][]params{{{"text": "Open", "callback_data": data}}}}
		call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": data, "reply_markup": keyboard})
	}
	anna.Taps(t, "Open")
	require.Equal(t, "new", updates(t, srv, nil)[0].Callback.Data)
}
