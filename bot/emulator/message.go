package emulator

import (
	"fmt"
	"strings"
	"time"
)

// Message is a message of a chat as a person sees it.
type Message struct {
	ID      int       `json:"id"`
	ChatID  int64     `json:"chat_id"`
	FromBot bool      `json:"from_bot"`
	From    string    `json:"from"` // a name
	Date    time.Time `json:"date"`
	// Kind is text, photo, video, voice, video_note, audio, document, sticker, contact, location, venue, dice,
	// poll, or service for what happened to the chat.
	Kind          string     `json:"kind"`
	Text          string     `json:"text"` // or the caption, or what there is to read of another kind
	Entities      []Entity   `json:"entities,omitempty"`
	Edited        bool       `json:"edited,omitempty"`
	Album         string     `json:"album,omitempty"` // the same for all messages of one album
	ForwardedFrom string     `json:"forwarded_from,omitempty"`
	ReplyToID     int        `json:"reply_to_id,omitempty"`
	ReplyTo       string     `json:"reply_to,omitempty"`       // the text that is answered, or the part of it; may be empty
	Reaction      string     `json:"reaction,omitempty"`       // the bot's
	Buttons       [][]Button `json:"buttons,omitempty"`        // under the message
	ReplyKeyboard [][]Button `json:"reply_keyboard,omitempty"` // which it put in place of the person's keyboard
	ForceReply    bool       `json:"force_reply,omitempty"`    // clients begin a reply to it
	Placeholder   string     `json:"placeholder,omitempty"`    // of the field in which that reply is written
	Contact       *Contact   `json:"contact,omitempty"`
	Location      *Location  `json:"location,omitempty"`
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
	RequestChat     bool   `json:"request_chat,omitempty"`
}

// Contact is a shared phone.
type Contact struct {
	Phone  string `json:"phone"`
	Name   string `json:"name"`
	UserID int64  `json:"user_id,omitempty"`
}

// Location is a place on the map, in degrees.
type Location struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// File is what a photo, a document, a voice message or a sticker consists of; of a photo, the largest size.
type File struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	MIME string `json:"mime,omitempty"`
	Size int    `json:"size"` // bytes
	// Of photos and videos, in pixels.
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
	// Of what is played, in seconds.
	Duration int `json:"duration,omitempty"`
}

// seen turns what the Bot API calls a message into what a person sees. The caller holds mu.
func (s *Server) seen(m *apiMessage) Message {
	text, entities := m.body()
	seen := Message{
		ID:       m.MessageID,
		ChatID:   m.Chat.ID,
		FromBot:  m.From.ID == s.bot.ID,
		From:     fullName(m.From.FirstName, m.From.LastName),
		Date:     time.Unix(m.Date, 0).UTC(),
		Kind:     "text",
		Text:     text,
		Entities: entities,
		Edited:   m.EditDate != 0,
		Album:    m.MediaGroupID,
		Reaction: m.reaction,
	}
	if o := m.ForwardOrigin; o != nil && o.SenderUser != nil {
		seen.ForwardedFrom = fullName(o.SenderUser.FirstName, o.SenderUser.LastName)
	} else if o != nil {
		seen.ForwardedFrom = o.SenderUserName
	}
	if m.ReplyTo != nil {
		seen.ReplyToID = m.ReplyTo.MessageID
		seen.ReplyTo, _ = m.ReplyTo.body()
	}
	if m.Quote != nil {
		seen.ReplyTo = m.Quote.Text
	}
	if m.ReplyMarkup != nil {
		for _, row := range m.ReplyMarkup.Rows {
			seen.Buttons = append(seen.Buttons, inlineRow(row))
		}
	}
	if m.keyboard != nil {
		seen.ReplyKeyboard, seen.ForceReply = keyboardRows(m.keyboard), m.keyboard.ForceReply
		if seen.ForceReply {
			seen.Placeholder = m.keyboard.Placeholder
		}
	}
	s.seeContent(m, &seen)
	return seen
}

// seeContent fills in what is not text.
func (s *Server) seeContent(m *apiMessage, seen *Message) {
	if f := s.files[m.fileID()]; f != nil {
		seen.Kind, seen.File = f.kind, &File{f.info.FileID, f.name, f.mime, f.info.FileSize, f.width, f.height, f.duration}
		if f.kind == "sticker" {
			seen.Text = m.Sticker.Emoji
		}
	}
	if m.Location != nil {
		seen.Kind, seen.Location = "location", &Location{m.Location.Latitude, m.Location.Longitude}
	}
	switch {
	case m.Contact != nil:
		seen.Kind = "contact"
		seen.Contact = &Contact{m.Contact.PhoneNumber, fullName(m.Contact.FirstName, m.Contact.LastName), m.Contact.UserID}
	case m.Venue != nil:
		seen.Kind, seen.Text = "venue", m.Venue.Title+"\n"+m.Venue.Address
	case m.Dice != nil:
		seen.Kind, seen.Text = "dice", m.Dice.Emoji
	case m.Poll != nil:
		seen.Kind, seen.Text = "poll", m.Poll.Question
		for _, option := range m.Poll.Options {
			seen.Text += "\n○ " + option.Text
		}
	case m.service():
		seen.Kind = "service"
		if m.ChatShared != nil {
			seen.Text = m.ChatShared.Title
		}
	}
}

func fullName(first, last string) string { return strings.TrimSpace(first + " " + last) }

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
			button := Button{
				Text: b.Text, RequestContact: b.RequestContact, RequestLocation: b.RequestLocation, RequestChat: b.RequestChat != nil,
			}
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
