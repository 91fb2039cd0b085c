package emulator

import (
	"encoding/json"
	"reflect"
	"slices"
	"time"
)

func (s *Server) sendMessage(req *request) (any, error) {
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
	return s.send(req, apiMessage{Text: text, Entities: entities})
}

// send checks what all kinds of messages have in common and posts the message.
func (s *Server) send(req *request, m apiMessage) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req)
	if err != nil {
		return nil, err
	}
	markup, err := s.replyMarkup(req, c.user != nil)
	if err != nil {
		return nil, err
	}
	if c, err = s.writableChat(req); err != nil {
		return nil, err
	}
	if m.ReplyTo, err = c.repliedTo(req); err != nil {
		return nil, err
	}
	if markup != nil && len(markup.Inline) > 0 {
		m.ReplyMarkup = &inlineKeyboard{markup.Inline}
	} else {
		m.keyboard = markup
	}
	return s.postFromBot(c, m), nil
}

// repliedTo is the message that a request answers, nil for none. It may name it in reply_parameters or, as
// older clients do, in parameters of its own.
func (c *chat) repliedTo(req *request) (*apiMessage, error) {
	reply := struct {
		MessageID int  `json:"message_id"`
		Optional  bool `json:"allow_sending_without_reply"`
	}{
		MessageID: req.integer("reply_to_message_id", 0, 0, 1<<31-1),
		Optional:  req.boolean("allow_sending_without_reply"),
	}
	if raw := req.params["reply_parameters"]; raw != "" && json.Unmarshal([]byte(raw), &reply) != nil {
		return nil, badRequest("can't parse reply parameters JSON object")
	}
	at := c.find(reply.MessageID)
	switch {
	case at >= 0:
		return quoted(c.messages[at]), nil
	case reply.MessageID == 0 || reply.Optional:
		return nil, nil
	}
	return nil, badRequest("message to be replied not found")
}

// quoted is a message as its answer has it: Telegram quotes one level deep.
func quoted(m *apiMessage) *apiMessage {
	original := *m
	original.ReplyTo = nil
	return &original
}

// actions are those of sendChatAction.
var actions = []string{"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
	"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}

// actionLifetime is how long clients show an action that no message follows.
const actionLifetime = 5 * time.Second

func (s *Server) sendChatAction(req *request) (any, error) {
	if !slices.Contains(actions, req.params["action"]) {
		return nil, badRequest("wrong parameter action in request")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.writableChat(req)
	if err != nil {
		return nil, err
	}
	c.typingUntil = s.options.Clock().Add(actionLifetime)
	s.notify()
	return true, nil
}

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
	c, err := s.requestedChat(req)
	if err != nil {
		return nil, err
	}
	at := c.find(req.integer("message_id", 0, 0, 1<<31-1))
	if at < 0 {
		return nil, badRequest("message to edit not found")
	}
	old := c.messages[at]
	if old.From.ID != s.bot.ID || old.keyboard != nil {
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

// deletableFor is how long a message can be deleted for both sides.
const deletableFor = 48 * time.Hour

func (s *Server) deleteMessage(req *request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := req.integer("message_id", 0, 0, 1<<31-1)
	if id == 0 {
		return nil, badRequest("message identifier is not specified")
	}
	c, err := s.requestedChat(req)
	if err != nil {
		return nil, err
	}
	at := c.find(id)
	if at < 0 {
		return nil, badRequest("message to delete not found")
	}
	if s.options.Clock().Sub(time.Unix(c.messages[at].Date, 0)) > deletableFor {
		return nil, badRequest("message can't be deleted for everyone")
	}
	if c.keyboard == c.messages[at] {
		c.keyboard = nil
	}
	c.messages = slices.Delete(c.messages, at, at+1)
	s.notify()
	return true, nil
}

// callback is a tap on an inline button, which the bot has to answer.
type callback struct {
	user     *User
	answered bool
	answer   CallbackAnswer
}

// maxCallbackAnswer is in characters.
const maxCallbackAnswer = 200

func (s *Server) answerCallbackQuery(req *request) (any, error) {
	if utf16Length(req.params["text"]) > maxCallbackAnswer {
		return nil, badRequest("MESSAGE_TOO_LONG")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	query := s.callbacks[req.params["callback_query_id"]]
	if query == nil {
		return nil, badRequest("query is too old and response timeout expired or query ID is invalid")
	}
	query.answered = true
	query.answer = CallbackAnswer{Text: req.params["text"], Alert: req.boolean("show_alert"), URL: req.params["url"]}
	s.notify()
	return true, nil
}
