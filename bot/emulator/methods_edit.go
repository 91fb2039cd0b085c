package emulator

import (
	"encoding/json"
	"reflect"
)

func (s *Server) editMessageText(req *request) (any, error) {
	if req.params["text"] == "" {
		return nil, badRequest("message text is empty")
	}
	text, entities, err := formattedText(req, "text", "entities")
	if err != nil {
		return nil, err
	}
	if text == "" {
		return nil, badRequest("text must be non-empty")
	}
	if utf16Length(text) > maxText {
		return nil, badRequest("message is too long")
	}
	return s.edit(req, func(m *apiMessage) error {
		if m.Text == "" {
			return badRequest("there is no text in the message to edit")
		}
		m.Text, m.Entities = text, entities
		return nil
	})
}

// editMessageCaption changes the words under a file; without a caption it takes them away.
func (s *Server) editMessageCaption(req *request) (any, error) {
	var edited apiMessage
	if err := caption(req, &edited); err != nil {
		return nil, err
	}
	return s.edit(req, func(m *apiMessage) error {
		if !m.captioned() {
			return badRequest("there is no caption in the message to edit")
		}
		m.Caption, m.CaptionEntities = edited.Caption, edited.CaptionEntities
		return nil
	})
}

// editMessageMedia puts another file in the place of that of a message. One of an album stays of its type.
func (s *Server) editMessageMedia(req *request) (any, error) {
	raw := req.params["media"]
	if raw == "" {
		return nil, badRequest(`parameter "media" is required`)
	}
	var media inputMedia
	if json.Unmarshal([]byte(raw), &media) != nil {
		return nil, badRequest("can't parse input media JSON object")
	}
	content, err := s.inputMedia(req, media)
	if err != nil {
		return nil, err
	}
	return s.edit(req, func(m *apiMessage) error {
		switch {
		case m.Text != "" || m.fileID() == "":
			return badRequest("message can't be edited")
		case m.MediaGroupID != "" && (m.Photo == nil) != (content.Photo == nil):
			return badRequest("can't change media type in the album")
		}
		content.MessageID, content.From, content.Chat, content.Date = m.MessageID, m.From, m.Chat, m.Date
		content.EditDate, content.ReplyTo, content.MediaGroupID = m.EditDate, m.ReplyTo, m.MediaGroupID
		content.heard, content.reaction = m.heard, m.reaction
		*m = content
		return nil
	})
}

func (s *Server) editMessageReplyMarkup(req *request) (any, error) {
	return s.edit(req, func(*apiMessage) error { return nil })
}

// edit changes a message of the bot; the inline keyboard is replaced, or taken off where the request has none.
func (s *Server) edit(req *request, change func(*apiMessage) error) (any, error) {
	keyboard, err := s.inlineMarkup(req)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req, toEdit)
	if err != nil {
		return nil, err
	}
	at := c.find(req.integer("message_id", 0, 0, 1<<31-1))
	if at < 0 {
		return nil, badRequest("message to edit not found")
	}
	old := c.messages[at]
	if old.From.ID != s.bot.ID || old.keyboard != nil || old.ForwardOrigin != nil || old.service() {
		return nil, badRequest("message can't be edited")
	}
	edited := *old
	if err := change(&edited); err != nil {
		return nil, err
	}
	edited.ReplyMarkup = keyboard
	if reflect.DeepEqual(edited, *old) {
		return nil, badRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
	}
	m := s.replace(c, at, edited)
	c.news = append(c.news, m)
	return m, nil
}
