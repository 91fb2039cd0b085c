package bot

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// incomingOf is what a person's message is kept as. What has neither text nor a file is said in words, in those of
// the business, because staff read them.
func incomingOf(message *tele.Message, words *locale.Texts) store.IncomingMessage {
	in := store.IncomingMessage{
		ChatID: message.Chat.ID, TelegramMessageID: int64(message.ID), MediaGroupID: message.AlbumID,
		Text: cmp.Or(message.Text, message.Caption), Files: filesOf(message),
		AuthorName: visible(message.Sender.FirstName + " " + message.Sender.LastName),
	}
	if message.ReplyTo != nil {
		in.ReplyTo, in.ReplyTask = int64(message.ReplyTo.ID), taskOfButtons(message.ReplyTo)
	}
	if in.Text == "" {
		in.Text = inWords(message, words)
	}
	if in.Text == "" && len(in.Files) == 0 && !isService(message) {
		in.Text = words.Unknown
	}
	return in
}

// filesOf are the files of a message, as Telegram describes them.
func filesOf(message *tele.Message) []store.File {
	var files []store.File
	add := func(kind store.FileKind, file tele.File, described store.File) {
		described.Kind, described.Size = kind, file.FileSize
		described.TelegramFileID, described.TelegramUniqueID = file.FileID, file.UniqueID
		files = append(files, described)
	}
	if f := message.Photo; f != nil {
		add(store.FilePhoto, f.File, store.File{Width: f.Width, Height: f.Height})
	}
	if f := message.Video; f != nil {
		add(store.FileVideo, f.File, store.File{Width: f.Width, Height: f.Height, Duration: f.Duration, Name: f.FileName, Mime: f.MIME})
	}
	if f := message.Voice; f != nil {
		add(store.FileVoice, f.File, store.File{Duration: f.Duration, Mime: f.MIME})
	}
	if f := message.VideoNote; f != nil {
		add(store.FileVideoNote, f.File, store.File{Width: f.Length, Height: f.Length, Duration: f.Duration})
	}
	if f := message.Audio; f != nil {
		add(store.FileAudio, f.File, store.File{Duration: f.Duration, Name: cmp.Or(f.FileName, f.Title), Mime: f.MIME})
	}
	switch f := message.Document; {
	case message.Animation != nil: // which Telegram sends as a document too
		add(store.FileVideo, message.Animation.File, store.File{
			Width: message.Animation.Width, Height: message.Animation.Height, Duration: message.Animation.Duration,
			Name: message.Animation.FileName, Mime: message.Animation.MIME,
		})
	case f != nil:
		add(store.FileDocument, f.File, store.File{Name: f.FileName, Mime: f.MIME})
	}
	if f := message.Sticker; f != nil {
		add(store.FileSticker, f.File, store.File{Width: f.Width, Height: f.Height})
	}
	return files
}

// inWords says what a message without a text is; "" for what only has files.
func inWords(message *tele.Message, words *locale.Texts) string {
	switch {
	case message.Venue != nil:
		return strings.Join([]string{message.Venue.Title, message.Venue.Address, words.Place(mapLink(message.Venue.Location))}, "\n")
	case message.Location != nil:
		return words.Place(mapLink(*message.Location))
	case message.Contact != nil:
		return words.Contact(visible(message.Contact.FirstName+" "+message.Contact.LastName), locale.Phone(digitsOf(message.Contact.PhoneNumber)))
	case message.Sticker != nil:
		return words.Sticker(message.Sticker.Emoji)
	case message.Dice != nil:
		return words.Dice(string(message.Dice.Type), message.Dice.Value)
	case message.Poll != nil:
		options := make([]string, len(message.Poll.Options))
		for i, option := range message.Poll.Options {
			options[i] = option.Text
		}
		return words.Poll(message.Poll.Question, options)
	}
	return ""
}

// mapLink opens a place in whatever map the reader's machine has.
func mapLink(place tele.Location) string {
	return fmt.Sprintf("https://www.openstreetmap.org/?mlat=%[1]f&mlon=%[2]f#map=17/%[1]f/%[2]f", place.Lat, place.Lng)
}

func digitsOf(phone string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
}

// isService tells messages that Telegram itself writes into the chat.
func isService(message *tele.Message) bool {
	return message.IsService() || message.PinnedMessage != nil || message.AutoDeleteTimer != nil || message.Payment != nil ||
		message.UserShared != nil || message.ChatShared != nil || message.WebAppData != nil || message.ConnectedWebsite != ""
}

// taskOfButtons is the one task that the buttons under a message of the bot name; 0 for none, or several.
func taskOfButtons(message *tele.Message) (taskID int64) {
	if message.ReplyMarkup == nil || message.Sender == nil || !message.Sender.IsBot {
		return 0
	}
	for _, row := range message.ReplyMarkup.InlineKeyboard {
		for _, button := range row {
			id := taskOfButton(button.Data)
			if id == 0 {
				continue
			}
			if taskID != 0 && id != taskID {
				return 0
			}
			taskID = id
		}
	}
	return taskID
}

// taskOfButton is the task that a button's data names; 0 for none.
func taskOfButton(data string) int64 {
	name, data, _ := strings.Cut(strings.TrimPrefix(data, "\f"), "|")
	fields := strings.Split(data, "|")
	switch {
	case name == buttonTask || name == buttonEstimate:
		id, _ := strconv.ParseInt(fields[0], 10, 64)
		return id
	case name == buttonPage && len(fields) > 1:
		id, _ := strconv.ParseInt(fields[1], 10, 64)
		return id
	}
	return 0
}
