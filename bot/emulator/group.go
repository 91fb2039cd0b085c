package emulator

import (
	"fmt"
	"net/http"
	"strings"
)

// Group is a chat of several people, and of the bot if somebody adds it. After it has become a supergroup it
// is that one: its former chat is left to [Server.ChatMessages].
type Group struct {
	Script // of the group

	title string
}

// group is what a group's chat has beside its messages.
type group struct {
	statuses   map[int64]string // of people: creator, administrator, member or left
	bot        string           // the bot's: administrator, member, left or kicked
	upgradedTo int64            // the supergroup that it has become; 0: none
	lastID     int              // of a supergroup's messages: each numbers its own
}

// Ids of groups as Telegram makes them up.
const (
	firstGroupID      = -4_000_000_001
	firstSupergroupID = -1_002_000_000_001
)

// NewGroup makes a group without the bot.
func (s *Server) NewGroup(title string, creator *User, members ...*User) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	statuses := map[int64]string{creator.ID: "creator"}
	for _, u := range members {
		statuses[u.ID] = "member"
	}
	c := s.addGroup("group", title, firstGroupID, &group{statuses: statuses, bot: "left"})
	return &Group{Script: Script{server: s, chat: c}, title: title}
}

// addGroup adds a chat with the first free id from there on. The caller holds mu.
func (s *Server) addGroup(kind, title string, firstID int64, g *group) *chat {
	id := firstID
	for s.chats[id] != nil {
		id--
	}
	c := &chat{info: apiChat{ID: id, Type: kind, Title: title}, group: g}
	s.chats[id] = c
	return c
}

// ID is negative, and another one after the group has become a supergroup.
func (g *Group) ID() int64 {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	return g.chat.info.ID
}

// allows says why the bot cannot have what a method wants of a group of that type, as Telegram says it.
func (g *group) allows(kind string, wanted access) error {
	if kind == "supergroup" {
		switch g.bot {
		case "kicked":
			return forbidden("bot was kicked from the supergroup chat")
		case "left":
			return forbidden("bot is not a member of the supergroup chat")
		}
		return nil
	}
	switch {
	case wanted == toRead, g.upgradedTo != 0 && wanted == toEdit:
		return nil
	case g.upgradedTo != 0:
		return &apiError{
			Code:        http.StatusBadRequest,
			Description: "Bad Request: group chat was upgraded to a supergroup chat",
			MigrateTo:   g.upgradedTo,
		}
	case g.bot == "kicked":
		return forbidden("bot was kicked from the group chat")
	case g.bot == "left":
		return forbidden("bot is not a member of the group chat")
	}
	return nil
}

// hears says whether the bot is told of a message in a group. In privacy mode it is told of commands, of
// mentions, and of replies to what it wrote or heard, unless it is an administrator
// (https://core.telegram.org/bots/features#privacy-mode). The caller holds mu.
func (s *Server) hears(g *group, m *apiMessage) bool {
	switch {
	case g.bot == "administrator":
		return true
	case g.bot != "member":
		return false
	case s.options.ReadsGroups, m.service(), m.ReplyTo != nil && m.ReplyTo.heard:
		return true
	}
	text, entities := m.body()
	for _, e := range entities {
		word := utf16Part(text, e.Offset, e.Length)
		switch {
		case e.Type == "mention" && strings.EqualFold(word, "@"+s.bot.Username):
			return true
		case e.Type == "bot_command" && e.Offset == 0:
			_, name, named := strings.Cut(word, "@")
			return !named || strings.EqualFold(name, s.bot.Username)
		}
	}
	return false
}

// Joins makes the person a member of a group.
func (u *User) Joins(g *Group) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	g.chat.group.statuses[u.ID] = "member"
	u.sendTo(g.chat, apiMessage{NewMembers: []apiUser{u.api()}})
}

// Leaves ends that.
func (u *User) Leaves(g *Group) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	me := u.api()
	u.sendTo(u.in(g), apiMessage{LeftMember: &me})
	g.chat.group.statuses[u.ID] = "left"
}

// in is the chat of a group in which the person is; it panics if they are not. The caller holds mu.
func (u *User) in(g *Group) *chat {
	if s := g.chat.group.statuses[u.ID]; s == "" || s == "left" {
		panic(fmt.Sprintf("emulator: %s is not in the group %q", u.name(), g.title))
	}
	return g.chat
}

// AddsBotTo makes the bot a member of a group.
func (u *User) AddsBotTo(g *Group) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.addsBotTo(g, "member")
}

func (u *User) addsBotTo(g *Group, status string) {
	s, c := u.server, u.in(g)
	s.setBotStatus(u, c, status)
	u.sendTo(c, apiMessage{NewMembers: []apiUser{s.bot}})
}

// RemovesBotFrom throws the bot out of a group.
func (u *User) RemovesBotFrom(g *Group) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.server.setBotStatus(u, u.in(g), "kicked")
	bot := u.server.bot
	u.sendTo(g.chat, apiMessage{LeftMember: &bot})
}

// PromotesBotIn makes the bot an administrator of a group, who hears everything.
func (u *User) PromotesBotIn(g *Group) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.server.setBotStatus(u, u.in(g), "administrator")
}

// setBotStatus changes the bot's place in a group. The caller holds mu.
func (s *Server) setBotStatus(by *User, c *chat, status string) {
	was := c.group.bot
	c.group.bot = status
	s.pushMembership(c, by.api(), was, status)
}

// MakesSupergroup turns a group into a supergroup, which has another id and numbers its messages anew.
func (u *User) MakesSupergroup(g *Group) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	old := u.in(g)
	next := s.addGroup("supergroup", g.title, firstSupergroupID, &group{statuses: old.group.statuses, bot: old.group.bot})
	u.sendTo(old, apiMessage{MigrateTo: next.info.ID})
	old.group.upgradedTo = next.info.ID
	u.sendTo(next, apiMessage{MigrateFrom: old.info.ID})
	g.chat, g.taken = next, 0
}

// SaysIn writes in a group.
func (u *User) SaysIn(g *Group, text string) Message { return u.SendsIn(g, Outgoing{Text: text}) }

// SendsIn is Sends in a group.
func (u *User) SendsIn(g *Group, o Outgoing) Message {
	return u.mustSend(func() *chat { return u.in(g) }, o)[0]
}

// EditsIn is Edits in a group.
func (u *User) EditsIn(g *Group, messageID int, text string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.edits(u.in(g), messageID, text)
}

// TapsIn is Taps in a group, where keyboards are inline ones.
func (u *User) TapsIn(t TB, g *Group, label string) {
	t.Helper()
	if !g.await(t, func() bool { return u.tapNewest(u.in(g), label) }) {
		t.Fatalf("there is no button %q. The group:\n%s", label, g.transcript())
	}
}

// SharesChat presses the button with that label, which asks for a chat, and chooses the group. A client adds
// the bot to it if the button wants it there, and offers no group that does not answer to the button.
func (u *User) SharesChat(t TB, label string, g *Group) {
	t.Helper()
	s := u.server
	shared := u.await(t, func() bool {
		request := u.chatRequest(label)
		status := g.chat.group.statuses[u.ID]
		rightful := request != nil && (len(request.UserRights) == 0 || status == "creator" || status == "administrator")
		if !rightful || request.IsChannel {
			return false
		}
		switch in := g.chat.group.bot == "member" || g.chat.group.bot == "administrator"; {
		case len(request.BotRights) > 0 && !in:
			u.addsBotTo(g, "administrator")
		case len(request.BotRights) > 0 && g.chat.group.bot == "member":
			s.setBotStatus(u, g.chat, "administrator")
		case request.BotIsMember && !in:
			u.addsBotTo(g, "member")
		}
		chosen := &apiChatShared{RequestID: *request.RequestID, ChatID: u.in(g).info.ID}
		if request.RequestTitle {
			chosen.Title = g.title
		}
		u.send(apiMessage{ChatShared: chosen})
		return true
	})
	if !shared {
		t.Fatalf("there is no button %q that asks for %q. The chat:\n%s", label, g.title, u.transcript())
	}
}

// chatRequest is what a button of the person's keyboard asks for; nil: there is none. The caller holds mu.
func (u *User) chatRequest(label string) *requestChat {
	if u.chat.keyboard == nil {
		return nil
	}
	for _, row := range u.chat.keyboard.keyboard.Keyboard {
		for _, b := range row {
			if b.Text == label && b.RequestChat != nil {
				return b.RequestChat
			}
		}
	}
	return nil
}
