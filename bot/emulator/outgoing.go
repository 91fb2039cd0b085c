package emulator

import (
	"fmt"
	"strconv"
	"strings"
)

// Outgoing is a message that a person is about to send.
type Outgoing struct {
	Text    string      // or the caption of the file
	File    *Attachment // nil: a text alone
	Album   string      // its media_group_id, from NewAlbum: messages with the same one are an album
	ReplyTo int         // a message of the chat; 0: of none
	Quote   string      // the part of that message which the reply is about; empty: all of it
}

// Attachment is a file that a person sends. What is left out is made up.
type Attachment struct {
	Kind          string // photo, video, voice, video_note, audio, document or sticker
	Content       []byte
	Size          int // bytes, of a file too large to be made for a test: it has no other content than Content
	Name, MIME    string
	Width, Height int // pixels, of a video
	Duration      int // seconds
}

// read fills in what is left out, and makes the sizes of a photo, which takes a while.
func (a Attachment) read() (file, picture, error) {
	f := file{
		info: apiFile{FileSize: a.Size}, kind: a.Kind, name: a.Name, mime: a.MIME, content: a.Content,
		width: a.Width, height: a.Height, duration: a.Duration,
	}
	sample := samples[a.Kind]
	if sample.content == nil {
		return file{}, picture{}, fmt.Errorf("people send no file of the kind %q", a.Kind)
	}
	if f.content == nil {
		f.content = sample.content()
	}
	if f.name == "" {
		f.name = sample.name
	}
	if f.mime == "" && a.Name == "" {
		f.mime = sample.mime
	}
	if f.duration == 0 {
		f.duration = sample.duration
	}
	if f.width == 0 {
		f.width, f.height = sample.width, sample.height
	}
	if a.Kind != "photo" {
		return f, picture{}, nil
	}
	p, err := readPicture(f.name, f.content)
	return file{}, p, err
}

// Sends sends a message and returns it as it stands in the chat. What no client could send is a mistake of
// the caller and panics: a photo that is none, a reply to a message that is not there.
func (u *User) Sends(o Outgoing) Message { return u.mustSend(u.ownChat, o)[0] }

// SendsAlbum sends two to ten files as one album, with the caption on the first of them.
func (u *User) SendsAlbum(caption string, files ...Attachment) []Message {
	var items []Outgoing
	album := u.server.NewAlbum()
	for _, f := range files {
		items = append(items, Outgoing{Text: caption, File: &f, Album: album})
		caption = ""
	}
	return u.mustSend(u.ownChat, items...)
}

// NewAlbum makes up a media_group_id.
func (s *Server) NewAlbum() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newAlbum()
}

func (s *Server) newAlbum() string { return strconv.FormatUint(1<<53|s.random.Uint64()>>11, 10) }

func (u *User) ownChat() *chat { return u.chat }

func (u *User) mustSend(where func() *chat, outgoing ...Outgoing) []Message {
	sent, err := u.trySend(where, outgoing...)
	if err != nil {
		panic(fmt.Sprintf("emulator: %s sends: %v", u.name(), err))
	}
	return sent
}

// trySend sends all messages or none to the chat that where finds under the lock; nothing of others comes in
// between.
func (u *User) trySend(where func() *chat, outgoing ...Outgoing) ([]Message, error) {
	type attached struct {
		file  file
		photo picture
	}
	read := make([]attached, len(outgoing))
	for i, o := range outgoing {
		if o.File != nil {
			var err error
			if read[i].file, read[i].photo, err = o.File.read(); err != nil {
				return nil, err
			}
		}
	}
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	c := where()
	messages := make([]apiMessage, len(outgoing))
	for i, o := range outgoing {
		m := &messages[i]
		m.MediaGroupID = o.Album
		if err := c.reply(m, o.ReplyTo, o.Quote); err != nil {
			return nil, err
		}
		if o.File != nil {
			stored, err := s.storeAny(read[i].file, read[i].photo)
			if err != nil {
				return nil, err
			}
			stored.put(m)
		}
		m.write(o.Text)
		if utf16Length(m.Caption) > maxCaption {
			return nil, fmt.Errorf("a caption has %d characters at most", maxCaption)
		}
	}
	var sent []Message
	for _, m := range messages {
		sent = append(sent, s.seen(u.sendTo(c, m)))
	}
	return sent, nil
}

// storeAny keeps a photo, if there is one, or else a file of another kind. The caller holds mu.
func (s *Server) storeAny(f file, p picture) (*file, error) {
	if len(p.sizes) > 0 {
		return s.storePhoto(p)
	}
	return s.store(f)
}

// reply makes m the answer to a message of the chat, or to a part of it, as people do it.
func (c *chat) reply(m *apiMessage, messageID int, quote string) error {
	if messageID == 0 {
		return nil
	}
	at := c.find(messageID)
	if at < 0 {
		return fmt.Errorf("there is no message #%d to reply to", messageID)
	}
	m.ReplyTo = quoted(c.messages[at])
	if quote == "" {
		return nil
	}
	text, _ := m.ReplyTo.body()
	before, _, found := strings.Cut(text, quote)
	if !found {
		return fmt.Errorf("there is no %q in message #%d", quote, messageID)
	}
	m.Quote = &apiQuote{Text: quote, Position: utf16Length(before), IsManual: true}
	return nil
}

// write gives a message its text, or its caption.
func (m *apiMessage) write(text string) {
	text, _ = trim(text, nil)
	switch entities := found(text, nil); {
	case m.captioned():
		m.Caption, m.CaptionEntities = text, entities
	case m.fileID() == "":
		m.Text, m.Entities = text, entities
	}
}

// Says sends a text and returns it as it stands in the chat.
func (u *User) Says(text string) Message { return u.Sends(Outgoing{Text: text}) }

// says is Says for who holds mu.
func (u *User) says(text string) {
	var m apiMessage
	m.write(text)
	u.send(m)
}

// send posts a message of the person in their own chat and tells the bot. The caller holds mu.
func (u *User) send(m apiMessage) Message { return u.server.seen(u.sendTo(u.chat, m)) }

// sendTo posts a message of the person and tells the bot. A client lets nobody write to a bot they have
// blocked before they unblock it. The caller holds mu.
func (u *User) sendTo(c *chat, m apiMessage) *apiMessage {
	if c == u.chat {
		u.setBlocked(false)
		c.stranger = false
	}
	posted := u.server.post(c, u.api(), m)
	u.server.tell(c, "message", posted)
	return posted
}

// Edits changes the text or the caption of a message that the person sent; one that is not theirs stays as
// it is.
func (u *User) Edits(messageID int, text string) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	u.edits(u.chat, messageID, text)
}

func (u *User) edits(c *chat, messageID int, text string) {
	at := c.find(messageID)
	if at < 0 || c.messages[at].From.ID != u.ID {
		return
	}
	edited := *c.messages[at]
	edited.write(text)
	u.server.tell(c, "edited_message", u.server.replace(c, at, edited))
}

// Deletes takes a message out of the chat, for both sides. Telegram tells no bot of it.
func (u *User) Deletes(messageID int) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	if at := u.chat.find(messageID); at >= 0 {
		u.server.remove(u.chat, at)
	}
}

// Forwards sends a message of any chat on to the bot.
func (u *User) Forwards(m Message) Message {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chats[m.ChatID]
	if c == nil || c.find(m.ID) < 0 {
		panic(fmt.Sprintf("emulator: %s forwards: there is no message #%d in the chat %d", u.name(), m.ID, m.ChatID))
	}
	return u.send(s.forwarded(c.messages[c.find(m.ID)]))
}
