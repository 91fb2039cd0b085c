package emulator

import (
	"strconv"
	"strings"
	"unicode"
)

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
	me := u.api()
	u.sharesContact(phone, apiMessage{ForwardOrigin: &apiOrigin{
		Type: "user", Date: u.server.options.Clock().Unix() - years, SenderUser: &me,
	}})
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
	u.sendsContent(apiMessage{Contact: &apiContact{PhoneNumber: phone, FirstName: firstName, UserID: userID}})
}

// SendsPhoto sends a picture that can be downloaded; the caption may be empty.
func (u *User) SendsPhoto(caption string) {
	u.Sends(Outgoing{Text: caption, File: &Attachment{Kind: "photo"}})
}

// SendsVoice sends a voice message of three seconds.
func (u *User) SendsVoice() { u.Sends(Outgoing{File: &Attachment{Kind: "voice"}}) }

// SendsSticker sends a thumb up.
func (u *User) SendsSticker() { u.Sends(Outgoing{File: &Attachment{Kind: "sticker"}}) }

// SendsLocation sends a place in Moscow.
func (u *User) SendsLocation() { u.sendsContent(apiMessage{Location: sampleLocation()}) }

// SendsVenue sends a place with a name.
func (u *User) SendsVenue(title, address string) {
	u.sendsContent(apiMessage{Location: sampleLocation(), Venue: &apiVenue{*sampleLocation(), title, address}})
}

// SendsDice throws a die.
func (u *User) SendsDice() { u.sendsContent(apiMessage{Dice: &apiDice{"🎲", 4}}) }

// SendsPoll sends a poll in which nobody has voted yet.
func (u *User) SendsPoll(question string, options ...string) {
	poll := &apiPoll{ID: u.server.NewAlbum(), Question: question, IsAnonymous: true, Type: "regular"}
	for i, option := range options {
		poll.Options = append(poll.Options, apiPollOption{PersistentID: strconv.Itoa(i), Text: option})
	}
	u.sendsContent(apiMessage{Poll: poll})
}

func (u *User) sendsContent(m apiMessage) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.send(m)
}
