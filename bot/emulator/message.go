package emulator

import (
	"fmt"
	"strings"
	"time"
)

// Message is a message of a chat as a person sees it.
type Message struct {
	ID            int        `json:"id"`
	ChatID        int64      `json:"chat_id"`
	FromBot       bool       `json:"from_bot"`
	Date          time.Time  `json:"date"`
	Kind          string     `json:"kind"` // text, contact, photo, document, sticker, voice or location
	Text          string     `json:"text"` // or the caption
	Entities      []Entity   `json:"entities,omitempty"`
	Edited        bool       `json:"edited,omitempty"`
	ReplyToID     int        `json:"reply_to_id,omitempty"`
	Buttons       [][]Button `json:"buttons,omitempty"`        // under the message
	ReplyKeyboard [][]Button `json:"reply_keyboard,omitempty"` // which it put in place of the person's keyboard
	Contact       *Contact   `json:"contact,omitempty"`
	File          *File      `json:"file,omitempty"`
}

// Button is one of an inline keyboard or of a reply keyboard. Text alone: a reply button that sends its text.
type Button struct {
	Text            string `json:"text"`
	CallbackData    string `json:"callback_data,omitempty"`
	URL             string `json:"url,omitempty"`
	WebAppURL       string `json:"web_app_url,omitempty"`
	CopyText        string `json:"copy_text,omitempty"`
	RequestContact  bool   `json:"request_contact,omitempty"`
	RequestLocation bool   `json:"request_location,omitempty"`
}

// Contact is a shared phone.
type Contact struct {
	Phone  string `json:"phone"`
	Name   string `json:"name"`
	UserID int64  `json:"user_id,omitempty"`
}

// File is what a photo, a document, a voice message or a sticker consists of.
type File struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	Size int    `json:"size"` // bytes
	// Of a photo, in pixels.
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
}

// seen turns what the Bot API calls a message into what a person sees. The caller holds mu.
func (s *Server) seen(m *apiMessage) Message {
	text, entities := m.body()
	seen := Message{
		ID:       m.MessageID,
		ChatID:   m.Chat.ID,
		FromBot:  m.From.ID == s.bot.ID,
		Date:     time.Unix(m.Date, 0).UTC(),
		Kind:     "text",
		Text:     text,
		Entities: entities,
		Edited:   m.EditDate != 0,
	}
	if m.ReplyTo != nil {
		seen.ReplyToID = m.ReplyTo.MessageID
	}
	if m.ReplyMarkup != nil {
		for _, row := range m.ReplyMarkup.Rows {
			seen.Buttons = append(seen.Buttons, inlineRow(row))
		}
	}
	if m.keyboard != nil {
		seen.ReplyKeyboard = keyboardRows(m.keyboard)
	}
	switch {
	case m.Contact != nil:
		seen.Kind = "contact"
		name := strings.TrimSpace(m.Contact.FirstName + " " + m.Contact.LastName)
		seen.Contact = &Contact{m.Contact.PhoneNumber, name, m.Contact.UserID}
	case m.Photo != nil:
		seen.Kind, seen.File = "photo", seenFile(m.Photo[0].apiFile, "")
		seen.File.Width, seen.File.Height = m.Photo[0].Width, m.Photo[0].Height
	case m.Document != nil:
		seen.Kind, seen.File = "document", seenFile(m.Document.apiFile, m.Document.FileName)
	case m.Sticker != nil:
		seen.Kind, seen.Text, seen.File = "sticker", m.Sticker.Emoji, seenFile(m.Sticker.apiFile, "")
	case m.Voice != nil:
		seen.Kind, seen.File = "voice", seenFile(m.Voice.apiFile, "")
	case m.Location != nil:
		seen.Kind = "location"
	}
	return seen
}

func seenFile(f apiFile, name string) *File { return &File{ID: f.FileID, Name: name, Size: f.FileSize} }

func inlineRow(row []inlineButton) []Button {
	var buttons []Button
	for _, b := range row {
		button := Button{Text: b.Text, CallbackData: b.CallbackData, URL: b.URL}
		if b.WebApp != nil {
			button.WebAppURL = b.WebApp.URL
		}
		if b.CopyText != nil {
			button.CopyText = b.CopyText.Text
		}
		buttons = append(buttons, button)
	}
	return buttons
}

func keyboardRows(markup *replyMarkup) [][]Button {
	var rows [][]Button
	for _, row := range markup.Keyboard {
		var buttons []Button
		for _, b := range row {
			button := Button{Text: b.Text, RequestContact: b.RequestContact, RequestLocation: b.RequestLocation}
			if b.WebApp != nil {
				button.WebAppURL = b.WebApp.URL
			}
			buttons = append(buttons, button)
		}
		rows = append(rows, buttons)
	}
	return rows
}

// String is a line or more of a transcript.
func (m Message) String() string {
	who := "person"
	if m.FromBot {
		who = "bot"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "#%d %s: ", m.ID, who)
	switch m.Kind {
	case "text":
	case "contact":
		fmt.Fprintf(&b, "[contact %s] ", m.Contact.Phone)
	default:
		fmt.Fprintf(&b, "[%s] ", m.Kind)
	}
	b.WriteString(strings.ReplaceAll(m.Text, "\n", "\n    "))
	if m.Edited {
		b.WriteString(" (edited)")
	}
	for _, rows := range [][][]Button{m.Buttons, m.ReplyKeyboard} {
		for _, row := range rows {
			b.WriteString("\n   ")
			for _, button := range row {
				fmt.Fprintf(&b, " [%s]", button.Text)
			}
		}
	}
	return b.String()
}
