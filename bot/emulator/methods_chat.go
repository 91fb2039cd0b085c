package emulator

import "strconv"

func (s *Server) getChat(req *request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req, toRead)
	if err != nil {
		return nil, err
	}
	gifts := map[string]bool{}
	for _, kind := range []string{"unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"} {
		gifts[kind] = false
	}
	return chatFullInfo{apiChat: c.info, MaxReactionCount: 11, AcceptedGiftTypes: gifts}, nil
}

func (s *Server) getChatMember(req *request) (any, error) {
	id, _ := strconv.ParseInt(req.params["user_id"], 10, 64)
	if id <= 0 {
		return nil, badRequest("invalid user_id specified")
	}
	wanted := toReadMembers
	if id == s.bot.ID {
		wanted = toRead
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.requestedChat(req, wanted)
	if err != nil {
		return nil, err
	}
	person := s.chats[id]
	switch {
	case id == s.bot.ID && c.group != nil:
		return member(s.bot, c.group.bot), nil
	case id == s.bot.ID:
		return member(s.bot, "member"), nil
	case person == nil:
		return nil, badRequest("member not found")
	case c.group != nil && c.group.statuses[id] != "":
		return member(person.user.api(), c.group.statuses[id]), nil
	case c == person:
		return member(person.user.api(), "member"), nil
	}
	return member(person.user.api(), "left"), nil
}
