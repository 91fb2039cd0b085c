package emulator

import "time"

// copyMessage sends what a message says without saying whose it was. A file may be given another caption.
func (s *Server) copyMessage(req *request) (any, error) {
	original, err := s.original(req, "message to copy")
	if err != nil {
		return nil, err
	}
	if original.service() {
		return nil, badRequest("the message can't be copied")
	}
	m := original.content()
	if _, given := req.params["caption"]; given && m.captioned() {
		if err := caption(req, &m); err != nil {
			return nil, err
		}
	}
	sent, err := s.send(req, m)
	if err != nil {
		return nil, err
	}
	return messageID{sent.(*apiMessage).MessageID}, nil
}

func (s *Server) forwardMessage(req *request) (any, error) {
	original, err := s.original(req, "message to forward")
	if err != nil {
		return nil, err
	}
	if original.service() {
		return nil, badRequest("the message can't be forwarded")
	}
	s.mu.Lock()
	m := s.forwarded(original)
	s.mu.Unlock()
	return s.send(req, m)
}

func (s *Server) copyMessages(req *request) (any, error) {
	return s.sendSeveral(req, func(original *apiMessage) apiMessage {
		m := original.content()
		if req.boolean("remove_caption") {
			m.Caption, m.CaptionEntities = "", nil
		}
		return m
	})
}

func (s *Server) forwardMessages(req *request) (any, error) { return s.sendSeveral(req, s.forwarded) }

// messageID is what methods answer that have made a message and do not give it back.
type messageID struct {
	MessageID int `json:"message_id"`
}

// sendSeveral sends what make makes of each message that a request names. What is not there, or cannot be
// sent on, is passed over; what was an album is one again.
func (s *Server) sendSeveral(req *request, make func(*apiMessage) apiMessage) (any, error) {
	ids, err := messageIDs(req)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	from, err := s.fromChat(req)
	if err != nil {
		return nil, err
	}
	to, err := s.writableChat(req)
	if err != nil {
		return nil, err
	}
	albums := map[string]string{}
	sent := []messageID{}
	for _, id := range ids {
		at := from.find(id)
		if at < 0 || from.messages[at].service() {
			continue
		}
		m := make(from.messages[at])
		if old := from.messages[at].MediaGroupID; old != "" {
			if albums[old] == "" {
				albums[old] = s.newAlbum()
			}
			m.MediaGroupID = albums[old]
		}
		sent = append(sent, messageID{s.postFromBot(to, m).MessageID})
	}
	if len(sent) == 0 {
		return nil, badRequest("messages can't be forwarded")
	}
	return sent, nil
}

// original is the message of another chat that a request names.
func (s *Server) original(req *request, what string) (*apiMessage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	from, err := s.fromChat(req)
	if err != nil {
		return nil, err
	}
	at := from.find(req.integer("message_id", 0, 0, 1<<31-1))
	if at < 0 {
		return nil, badRequest("%s not found", what)
	}
	return from.messages[at], nil
}

func (s *Server) fromChat(req *request) (*chat, error) {
	if req.params["from_chat_id"] == "" {
		return nil, badRequest(`parameter "from_chat_id" is required`)
	}
	return s.chatIn(req, "from_chat_id", toRead)
}

// content is what a message says, without its place in a chat.
func (m *apiMessage) content() apiMessage {
	content := *m
	content.MessageID, content.EditDate, content.MediaGroupID = 0, 0, ""
	content.ForwardOrigin, content.ReplyTo, content.Quote = nil, nil, nil
	content.ReplyMarkup, content.keyboard, content.reaction, content.heard = nil, nil, "", false
	return content
}

// forwarded is content that says whose it was. The caller holds mu.
func (s *Server) forwarded(m *apiMessage) apiMessage {
	content := m.content()
	content.ForwardOrigin = m.ForwardOrigin
	if m.ForwardOrigin != nil {
		return content // of a forward, the first origin
	}
	origin := &apiOrigin{Type: "user", Date: time.Unix(m.Date, 0).Unix(), SenderUser: m.From}
	if c := s.chats[m.From.ID]; c != nil && c.user.HidesAccount {
		origin = &apiOrigin{Type: "hidden_user", Date: m.Date, SenderUserName: c.user.name()}
	}
	content.ForwardOrigin = origin
	return content
}
