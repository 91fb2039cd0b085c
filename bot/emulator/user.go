package emulator

import (
	"fmt"
	"strconv"
)

// Profile is who a person is. Everything may be left out and is then made up.
type Profile struct {
	ID        int64
	FirstName string
	LastName  string
	Username  string
	Language  string // of their phone: ru, en; default ru
	Phone     string // default: a made-up Russian one
	// Stranger never opened the bot: what it sends them gets "bot can't initiate conversation with a user".
	Stranger bool
	// HidesAccount leaves the name alone in what others forward of this person's messages.
	HidesAccount bool
}

// User is a person with a private chat with the bot. Its methods are what a person can do in a Telegram
// client: what they send stands in outgoing.go, and what waits for the bot in script.go.
type User struct {
	Profile // as made; the language may have changed since
	Script  // of the private chat

	language string
	lastTap  *callback // nil: nothing tapped yet
}

// NewUser adds a person. An ID that somebody has already is a mistake of the caller and panics.
func (s *Server) NewUser(p Profile) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	number := len(s.users)
	if p.ID == 0 {
		p.ID = firstUserID + int64(number)
	}
	if p.FirstName == "" {
		p.FirstName = "Гость " + strconv.Itoa(number+1)
	}
	if p.Language == "" {
		p.Language = "ru"
	}
	if p.Phone == "" {
		p.Phone = fmt.Sprintf("+7900%07d", number+1)
	}
	if s.chats[p.ID] != nil {
		panic(fmt.Sprintf("emulator: there is a chat with id %d already", p.ID))
	}
	u := &User{Profile: p, Script: Script{server: s}, language: p.Language}
	u.chat = &chat{
		info:     apiChat{ID: p.ID, Type: "private", FirstName: p.FirstName, LastName: p.LastName, Username: p.Username},
		user:     u,
		stranger: p.Stranger,
	}
	s.users = append(s.users, u)
	s.chats[p.ID] = u.chat
	s.notify()
	return u
}

func (u *User) name() string { return fullName(u.FirstName, u.LastName) }

// api is the person as updates show them. The caller holds mu.
func (u *User) api() apiUser {
	return apiUser{ID: u.ID, FirstName: u.FirstName, LastName: u.LastName, Username: u.Username, LanguageCode: u.language}
}

// Blocks blocks the bot: what it sends gets 403 until the person unblocks it.
func (u *User) Blocks() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.setBlocked(true)
}

// Unblocks ends a block; the chat is as it was.
func (u *User) Unblocks() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.setBlocked(false)
}

// setBlocked changes nothing if nothing changes. The caller holds mu.
func (u *User) setBlocked(blocked bool) {
	if u.chat.blocked == blocked {
		return
	}
	u.chat.blocked = blocked
	was, is := "member", "member"
	if blocked {
		is = "kicked"
	} else {
		was = "kicked"
	}
	u.server.pushMembership(u.chat, u.api(), was, is)
}

// pushMembership tells the bot what became of its place in a chat. The caller holds mu.
func (s *Server) pushMembership(c *chat, from apiUser, was, is string) {
	s.push("my_chat_member", c.info.ID, chatMemberUpdated{
		Chat: c.info, From: from, Date: s.options.Clock().Unix(),
		OldChatMember: member(s.bot, was), NewChatMember: member(s.bot, is),
	})
}

// DeletesAccount leaves a chat to which nothing can be sent: "user is deactivated".
func (u *User) DeletesAccount() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.chat.deactivated = true
	u.server.notify()
}

// SetsLanguage changes the language of the person's phone.
func (u *User) SetsLanguage(code string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.language = code
	u.server.notify()
}
