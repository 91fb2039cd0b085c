package emulator

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// deletableFor is how long a message can be deleted for both sides, and diceStays how long a die of a private
// chat cannot be.
const (
	deletableFor = 48 * time.Hour
	diceStays    = 24 * time.Hour
)

func (s *Server) deleteMessage(req *request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := req.integer("message_id", 0, 0, 1<<31-1)
	if id == 0 {
		return nil, badRequest("message identifier is not specified")
	}
	c, err := s.requestedChat(req, toWrite)
	if err != nil {
		return nil, err
	}
	at := c.find(id)
	if at < 0 {
		return nil, badRequest("message to delete not found")
	}
	if err := s.deletable(c, c.messages[at]); err != nil {
		return nil, err
	}
	s.remove(c, at)
	return true, nil
}

// deleteMessages passes over what is there no more; if one of the rest cannot be deleted, none is.
func (s *Server) deleteMessages(req *request) (any, error) {
	ids, err := messageIDs(req)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req, toWrite)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if at := c.find(id); at >= 0 {
			if err := s.deletable(c, c.messages[at]); err != nil {
				return nil, err
			}
		}
	}
	for _, id := range ids {
		if at := c.find(id); at >= 0 {
			s.remove(c, at)
		}
	}
	return true, nil
}

// deletable says why the bot cannot delete a message. The caller holds mu.
func (s *Server) deletable(c *chat, m *apiMessage) error {
	age := s.options.Clock().Sub(time.Unix(m.Date, 0))
	own := m.From.ID == s.bot.ID || c.group != nil && c.group.bot == "administrator"
	switch {
	case c.info.Type == "supergroup" && (age > deletableFor || !own || m.MigrateFrom != 0):
		return badRequest("message can't be deleted")
	case age > deletableFor, c.group != nil && !own, c.group == nil && m.Dice != nil && age < diceStays:
		return badRequest("message can't be deleted for everyone")
	}
	return nil
}

// maxMessageIDs is how many messages one request may name.
const maxMessageIDs = 100

// messageIDs reads the parameter of that name as Telegram does: numbers, or texts that are numbers.
func messageIDs(req *request) ([]int, error) {
	raw := req.params["message_ids"]
	if raw == "" {
		return nil, badRequest("message identifiers are not specified")
	}
	if !json.Valid([]byte(raw)) {
		return nil, badRequest("can't parse message_ids JSON object")
	}
	var given []json.RawMessage
	if json.Unmarshal([]byte(raw), &given) != nil {
		return nil, badRequest("expected an Array of message identifiers")
	}
	if len(given) > maxMessageIDs {
		return nil, badRequest("too many message identifiers specified")
	}
	var ids []int
	for _, one := range given {
		id, err := strconv.ParseInt(strings.Trim(string(one), `"`), 10, 32)
		if err != nil {
			return nil, badRequest("can't parse message identifier as a Number")
		}
		if id <= 0 {
			return nil, badRequest("invalid message identifier specified")
		}
		ids = append(ids, int(id))
	}
	if len(ids) == 0 {
		return nil, badRequest("message identifiers are not specified")
	}
	return slices.Compact(ids), nil
}
