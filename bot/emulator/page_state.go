package emulator

import "time"

// shownMessages is how much of a chat the page shows.
const shownMessages = 200

// pageState is all that the page draws.
type pageState struct {
	Customers []pageCustomer `json:"customers"`
	Chat      *pageChat      `json:"chat,omitempty"`
}

type pageCustomer struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Phone    string   `json:"phone"`
	Language string   `json:"language"`
	Last     *Message `json:"last,omitempty"`
	Received int      `json:"received"` // messages of the bot: the page counts the unread by it
}

// pageChat is the chat of the customer whose phone the page shows.
type pageChat struct {
	ID          int64         `json:"id"`
	Messages    []Message     `json:"messages"`
	Keyboard    *pageKeyboard `json:"keyboard,omitempty"`
	TypingFor   int64         `json:"typing_for,omitempty"` // milliseconds
	Blocked     bool          `json:"blocked,omitempty"`
	Commands    []botCommand  `json:"commands"`
	MenuButton  menuButton    `json:"menu_button"`
	Description string        `json:"description,omitempty"`
}

type pageKeyboard struct {
	MessageID   int        `json:"message_id"`
	Rows        [][]Button `json:"rows"`
	OneTime     bool       `json:"one_time,omitempty"`
	Placeholder string     `json:"placeholder,omitempty"`
}

// pageState is the state with the chat of the selected customer. The caller holds mu.
func (s *Server) pageState(selected int64) pageState {
	state := pageState{Customers: []pageCustomer{}}
	for _, u := range s.users {
		state.Customers = append(state.Customers, s.pageCustomer(u))
		if u.ID == selected {
			state.Chat = s.pageChat(u)
		}
	}
	return state
}

func (s *Server) pageCustomer(u *User) pageCustomer {
	customer := pageCustomer{ID: u.ID, Name: u.name(), Phone: u.Phone, Language: u.language}
	for _, m := range u.chat.messages {
		if m.From.ID == s.bot.ID {
			customer.Received++
		}
	}
	if n := len(u.chat.messages); n > 0 {
		last := s.seen(u.chat.messages[n-1])
		last.Buttons, last.ReplyKeyboard = nil, nil
		customer.Last = &last
	}
	return customer
}

func (s *Server) pageChat(u *User) *pageChat {
	c := u.chat
	chat := &pageChat{
		ID:          u.ID,
		Messages:    []Message{},
		Blocked:     c.blocked,
		Commands:    s.commandsFor(c, u.language),
		MenuButton:  s.menuButtonFor(c),
		Description: s.profileText("description", u.language),
	}
	for _, m := range c.messages[max(0, len(c.messages)-shownMessages):] {
		chat.Messages = append(chat.Messages, s.seen(m))
	}
	if k := c.keyboard; k != nil {
		chat.Keyboard = &pageKeyboard{k.MessageID, keyboardRows(k.keyboard), k.keyboard.OneTime, k.keyboard.Placeholder}
	}
	if left := c.typingUntil.Sub(s.options.Clock()); left > 0 {
		// Rounded, so that the state does not change with every look at the clock.
		chat.TypingFor = left.Round(time.Second).Milliseconds()
	}
	return chat
}
