package emulator_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestATelebotHoldsAConversation(t *testing.T) {
	srv := start(t, emulator.Options{})
	runBot(t, srv, func(b *tele.Bot) {
		b.Handle("/start", func(c tele.Context) error {
			menu := &tele.ReplyMarkup{ResizeKeyboard: true}
			menu.Reply(menu.Row(menu.Contact("Share my phone")))
			return c.Send("Hello, <b>"+c.Sender().FirstName+"</b>", menu)
		})
		b.Handle(tele.OnContact, func(c tele.Context) error {
			menu := &tele.ReplyMarkup{}
			menu.Inline(menu.Row(menu.Data("Open", "open", "7")))
			contact := c.Message().Contact
			if contact.UserID != c.Sender().ID {
				return c.Send("Not yours")
			}
			return c.Send("Thanks for "+contact.PhoneNumber, menu)
		})
		b.Handle("\fopen", func(c tele.Context) error {
			if err := c.Edit("Request " + c.Data()); err != nil {
				return err
			}
			return c.Respond(&tele.CallbackResponse{Text: "Here it is"})
		})
	})
	anna := srv.NewUser(emulator.Profile{FirstName: "Анна", Phone: "+7 (917) 000-99-00"})

	anna.Says("/start")
	hello := anna.Answer(t)
	require.Equal(t, "Hello, Анна", hello.Text)
	require.Equal(t, []emulator.Entity{{Type: "bold", Offset: 7, Length: 4}}, hello.Entities)
	require.Equal(t, [][]emulator.Button{{{Text: "Share my phone", RequestContact: true}}}, hello.ReplyKeyboard)

	anna.Taps(t, "Share my phone")
	thanks := anna.Answer(t)
	require.Equal(t, "Thanks for 79170009900", thanks.Text)

	anna.Taps(t, "Open")
	card := anna.AnswerContaining(t, "Request")
	require.Equal(t, thanks.ID, card.ID)
	require.True(t, card.Edited)
	require.Empty(t, card.Buttons)
	require.Equal(t, emulator.CallbackAnswer{Text: "Here it is"}, anna.CallbackAnswer(t))

	anna.SharesContactOf("+7 900 111-22-33", "Пётр", 0)
	require.Equal(t, "Not yours", anna.Answer(t).Text)
	anna.ExpectSilence(t)
	require.Len(t, anna.Chat(), 6)
}

func TestATelebotUploadsAndDownloadsFiles(t *testing.T) {
	srv := start(t, emulator.Options{})
	bot := runBot(t, srv, func(*tele.Bot) {})
	anna := srv.NewUser(emulator.Profile{})
	_, err := bot.Send(tele.ChatID(anna.ID), &tele.Document{
		File: tele.FromReader(bytes.NewBufferString("the bill")), FileName: "bill.txt", Caption: "Your <i>bill</i>",
	})
	require.NoError(t, err)
	sent := anna.Answer(t)
	require.Equal(t, "document", sent.Kind)
	require.Equal(t, "bill.txt", sent.File.Name)
	require.Equal(t, "Your bill", sent.Text)

	content, err := bot.File(&tele.File{FileID: sent.File.ID})
	require.NoError(t, err)
	defer content.Close()
	read, err := io.ReadAll(content)
	require.NoError(t, err)
	require.Equal(t, "the bill", string(read))
}
