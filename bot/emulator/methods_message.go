package emulator

import (
	"encoding/json"
	"slices"
	"strings"
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
	c, err := s.requestedChat(req, toRead)
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
	if err = c.replyOf(req, &m); err != nil {
		return nil, err
	}
	if markup != nil && len(markup.Inline) > 0 {
		m.ReplyMarkup = &inlineKeyboard{markup.Inline}
	} else {
		m.keyboard = markup
	}
	return s.postFromBot(c, m), nil
}

// replyOf makes m the answer to the message that a request names, in reply_parameters or, as older clients
// do, in parameters of its own. Replies to messages of other chats are not of this server.
func (c *chat) replyOf(req *request, m *apiMessage) error {
	reply := struct {
		MessageID int    `json:"message_id"`
		Optional  bool   `json:"allow_sending_without_reply"`
		Quote     string `json:"quote"`
		ParseMode string `json:"quote_parse_mode"`
	}{
		MessageID: req.integer("reply_to_message_id", 0, 0, 1<<31-1),
		Optional:  req.boolean("allow_sending_without_reply"),
	}
	if raw := req.params["reply_parameters"]; raw != "" && json.Unmarshal([]byte(raw), &reply) != nil {
		return badRequest("can't parse reply parameters JSON object")
	}
	at := c.find(reply.MessageID)
	switch {
	case reply.MessageID == 0, at < 0 && reply.Optional:
		return nil
	case at < 0:
		return badRequest("message to be replied not found")
	}
	m.ReplyTo = quoted(c.messages[at])
	if reply.Quote == "" {
		return nil
	}
	quote, _, err := formatted(reply.Quote, reply.ParseMode, "")
	if err != nil {
		return err
	}
	text, _ := m.ReplyTo.body()
	before, _, found := strings.Cut(text, quote)
	if !found || utf16Length(quote) > maxQuote {
		return badRequest("QUOTE_TEXT_INVALID")
	}
	m.Quote = &apiQuote{Text: quote, Position: utf16Length(before), IsManual: true}
	return nil
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

// reactions are the emoji that a message can be given: https://core.telegram.org/bots/api#reactiontypeemoji.
var reactions = strings.Fields("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 " +
	"🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")

// setMessageReaction puts the bot's reaction in the place of its former one; an empty list takes it off.
func (s *Server) setMessageReaction(req *request) (any, error) {
	var given []struct{ Type, Emoji string }
	if raw := req.params["reaction"]; raw != "" {
		if !json.Valid([]byte(raw)) {
			return nil, badRequest("can't parse reaction types JSON object")
		}
		if json.Unmarshal([]byte(raw), &given) != nil {
			return nil, badRequest("expected an Array of ReactionType")
		}
	}
	emoji := ""
	for _, r := range given {
		switch emoji = r.Emoji; {
		case r.Type != "emoji": // bots cannot use the others, as they have no Premium
			return nil, badRequest("can't parse ReactionType: invalid reaction type specified")
		case len(given) > 1:
			return nil, badRequest("REACTIONS_TOO_MANY")
		case !slices.Contains(reactions, strings.TrimSuffix(emoji, "️")):
			return nil, badRequest("REACTION_INVALID")
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req, toRead)
	if err != nil {
		return nil, err
	}
	at := c.find(req.integer("message_id", 0, 0, 1<<31-1))
	if at < 0 {
		return nil, badRequest("message to react not found")
	}
	reacted := *c.messages[at]
	reacted.reaction = emoji
	s.put(c, at, reacted)
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
