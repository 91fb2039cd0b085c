package emulator

import (
	"slices"
	"strconv"
	"time"
)

// chat is a private chat of the bot with a person, or a group.
type chat struct {
	info        apiChat
	user        *User  // nil in a group
	group       *group // nil in a private chat
	messages    []*apiMessage
	news        []*apiMessage // what the bot sent and edited here, in order, for scripts that wait for it
	keyboard    *apiMessage
	typingUntil time.Time
	menuButton  *menuButton // nil: the bot's default one

	stranger    bool // the person has never written to the bot
	blocked     bool
	deactivated bool
}

var (
	errChatNotFound = badRequest("chat not found")
	errBlocked      = forbidden("bot was blocked by the user")
	errDeactivated  = forbidden("user is deactivated")
	errStranger     = forbidden("bot can't initiate conversation with a user")
)

// access is what a method wants of a chat.
type access int

const (
	toRead access = iota
	toReadMembers
	toEdit
	toWrite
)

// requestedChat finds the chat of the parameter chat_id. The caller holds mu.
func (s *Server) requestedChat(req *request, wanted access) (*chat, error) {
	return s.chatIn(req, "chat_id", wanted)
}

// chatIn finds the chat of a parameter. The caller holds mu.
func (s *Server) chatIn(req *request, param string, wanted access) (*chat, error) {
	if req.params[param] == "" {
		return nil, badRequest("chat_id is empty")
	}
	id, err := strconv.ParseInt(req.params[param], 10, 64)
	c := s.chats[id]
	if err != nil || c == nil {
		return nil, errChatNotFound
	}
	if c.group != nil {
		return c, c.group.allows(c.info.Type, wanted)
	}
	return c, nil
}

// writableChat is requestedChat for methods that need the person to accept messages. The caller holds mu.
func (s *Server) writableChat(req *request) (*chat, error) {
	c, err := s.requestedChat(req, toWrite)
	switch {
	case err != nil:
		return nil, err
	case c.deactivated:
		return nil, errDeactivated
	case c.blocked:
		return nil, errBlocked
	case c.stranger:
		return nil, errStranger
	}
	return c, nil
}

// find returns the place of a message, or -1.
func (c *chat) find(messageID int) int {
	return slices.IndexFunc(c.messages, func(m *apiMessage) bool { return m.MessageID == messageID })
}

// post puts a new message into a chat and gives it its number. The caller holds mu.
func (s *Server) post(c *chat, from apiUser, m apiMessage) *apiMessage {
	numbers := &s.lastID
	if c.info.Type == "supergroup" {
		numbers = &c.group.lastID
	}
	*numbers++
	m.MessageID, m.From, m.Chat, m.Date = *numbers, &from, c.info, s.options.Clock().Unix()
	m.heard = from.ID == s.bot.ID
	c.messages = append(c.messages, &m)
	s.notify()
	return &m
}

// postFromBot is post for the bot: it also changes the keyboard under the chat. The caller holds mu.
func (s *Server) postFromBot(c *chat, m apiMessage) *apiMessage {
	posted := s.post(c, s.bot, m)
	if k := posted.keyboard; k != nil {
		switch {
		case len(k.Keyboard) > 0:
			c.keyboard = posted
		case k.Remove:
			c.keyboard = nil
		}
	}
	c.typingUntil = time.Time{}
	c.news = append(c.news, posted)
	return posted
}

// tell queues an update about a message that a person has just written or changed, if the bot gets to hear of
// it. The caller holds mu.
func (s *Server) tell(c *chat, kind string, m *apiMessage) {
	if c.group == nil || s.hears(c.group, m) {
		m.heard = true
		s.push(kind, c.info.ID, m)
	}
}

// remove takes a message out of a chat. The caller holds mu.
func (s *Server) remove(c *chat, at int) {
	if c.keyboard == c.messages[at] {
		c.keyboard = nil
	}
	c.messages = slices.Delete(c.messages, at, at+1)
	s.notify()
}

// replace puts an edited message in the place of the old one. The caller holds mu.
func (s *Server) replace(c *chat, at int, m apiMessage) *apiMessage {
	m.EditDate = s.options.Clock().Unix()
	return s.put(c, at, m)
}

// put is replace for changes that are no edits. The caller holds mu.
func (s *Server) put(c *chat, at int, m apiMessage) *apiMessage {
	if c.keyboard == c.messages[at] {
		c.keyboard = &m
	}
	c.messages[at] = &m
	s.notify()
	return &m
}
