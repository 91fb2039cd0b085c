package emulator

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"
	"unicode"
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
}

// User is a person with a private chat with the bot. Its methods are what a person can do in a Telegram
// client; those that wait for the bot are in script.go.
type User struct {
	Profile // as made; the language may have changed since

	server   *Server
	chat     *chat
	language string
	taken    int       // how much of the chat's news the script has taken
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
	u := &User{Profile: p, server: s, language: p.Language}
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

func (u *User) name() string { return strings.TrimSpace(u.FirstName + " " + u.LastName) }

// api is the person as updates show them. The caller holds mu.
func (u *User) api() apiUser {
	return apiUser{ID: u.ID, FirstName: u.FirstName, LastName: u.LastName, Username: u.Username, LanguageCode: u.language}
}

// Says sends a text and returns it as it stands in the chat.
func (u *User) Says(text string) Message {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.says(text)
}

// says is Says for who holds mu.
func (u *User) says(text string) Message {
	text, _ = trim(text, nil)
	return u.send(apiMessage{Text: text, Entities: found(text, nil)})
}

// send posts a message of the person and tells the bot. A client lets nobody write to a bot they have
// blocked before they unblock it. The caller holds mu.
func (u *User) send(m apiMessage) Message {
	s := u.server
	u.setBlocked(false)
	u.chat.stranger = false
	posted := s.post(u.chat, u.api(), m)
	s.push("message", u.ID, posted)
	return s.seen(posted)
}

// SharesContact sends the person's own phone, as the contact button does. Telegram gives the digits alone.
func (u *User) SharesContact() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.sharesContact(u.Phone, apiMessage{})
}

// ForwardsOwnContact sends on a contact of the person from years ago, with the number that they had then.
func (u *User) ForwardsOwnContact(phone string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	years := int64(3 * 365 * 24 * 60 * 60)
	u.sharesContact(phone, apiMessage{ForwardOrigin: &apiOrigin{"user", u.server.options.Clock().Unix() - years, u.api()}})
}

// RepliesWithOwnContact sends the person's own phone as a reply to a message of the chat.
func (u *User) RepliesWithOwnContact(messageID int) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.sharesContact(u.Phone, apiMessage{ReplyTo: quoted(u.chat.messages[u.chat.find(messageID)])})
}

// sharesContact sends a contact of the person's own, with the rest of the message as given.
func (u *User) sharesContact(phone string, m apiMessage) {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, phone)
	m.Contact = &apiContact{digits, u.FirstName, u.LastName, u.ID}
	u.send(m)
}

// SharesContactOf sends somebody's contact from the address book; userID 0: they are not in Telegram.
func (u *User) SharesContactOf(phone, firstName string, userID int64) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.send(apiMessage{Contact: &apiContact{PhoneNumber: phone, FirstName: firstName, UserID: userID}})
}

// Edits changes a text that the person sent; a message that is not theirs stays as it is.
func (u *User) Edits(messageID int, text string) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	at := u.chat.find(messageID)
	if at < 0 || u.chat.messages[at].From.ID != u.ID {
		return
	}
	edited := *u.chat.messages[at]
	edited.Text, _ = trim(text, nil)
	edited.Entities = found(edited.Text, nil)
	s.push("edited_message", u.ID, s.replace(u.chat, at, edited))
}

// SendsSticker sends a thumb up.
func (u *User) SendsSticker() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	f := u.server.store("stickers", "sticker.webp", []byte("RIFF\x04\x00\x00\x00WEBP"))
	u.send(apiMessage{Sticker: &apiSticker{apiFile: f.info, Type: "regular", Width: 512, Height: 512, Emoji: "👍"}})
}

// SendsPhoto sends a picture that can be downloaded; the caption may be empty.
func (u *User) SendsPhoto(caption string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	f := u.server.store("photos", "photo.png", samplePhoto())
	caption, _ = trim(caption, nil)
	u.send(apiMessage{
		Photo:           []apiPhotoSize{{f.info, sampleWidth, sampleHeight}},
		Caption:         caption,
		CaptionEntities: found(caption, nil),
	})
}

// SendsVoice sends a voice message of three seconds.
func (u *User) SendsVoice() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	f := u.server.store("voice", "voice.oga", []byte("OggS\x00\x02"))
	u.send(apiMessage{Voice: &apiVoice{f.info, 3, "audio/ogg"}})
}

// SendsLocation sends a place in Moscow.
func (u *User) SendsLocation() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.send(apiMessage{Location: &apiLocation{55.7539, 37.6208}})
}

const sampleWidth, sampleHeight = 240, 160

// samplePhoto is a picture of a sky over a field, so that the chat page has something to show.
func samplePhoto() []byte {
	picture := image.NewRGBA(image.Rect(0, 0, sampleWidth, sampleHeight))
	for y := range sampleHeight {
		shade := color.RGBA{uint8(110 + y), uint8(170 + y/2), 235, 255}
		if y > sampleHeight*2/3 {
			shade = color.RGBA{uint8(60 + y/4), uint8(120 + y/3), 70, 255}
		}
		for x := range sampleWidth {
			picture.SetRGBA(x, y, shade)
		}
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, picture); err != nil {
		panic(fmt.Sprintf("emulator: encode sample photo: %v", err)) // a buffer takes anything
	}
	return encoded.Bytes()
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
	member := func(status string) chatMember {
		m := chatMember{Status: status, User: s.bot}
		if status == "kicked" {
			m.UntilDate = new(int64)
		}
		return m
	}
	s.push("my_chat_member", c.info.ID, chatMemberUpdated{
		Chat: c.info, From: from, Date: s.options.Clock().Unix(), OldChatMember: member(was), NewChatMember: member(is),
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

// SaysInGroup writes in a group that the bot is in; the first message there adds the bot to the group.
// The ids of groups are negative.
func (u *User) SaysInGroup(groupID int64, title, text string) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	group := s.chats[groupID]
	if group == nil {
		group = &chat{info: apiChat{ID: groupID, Type: "group", Title: title}}
		s.chats[groupID] = group
		s.pushMembership(group, u.api(), "left", "member")
	}
	s.push("message", groupID, s.post(group, u.api(), apiMessage{Text: text, Entities: found(text, nil)}))
}
