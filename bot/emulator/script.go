package emulator

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// patience is how long a script waits for the bot before the test fails.
const patience = 30 * time.Second

// TB is what scripts need of a *testing.T.
type TB interface {
	Helper()
	Fatalf(format string, args ...any)
	Context() context.Context
}

// CallbackAnswer is what a person sees after a tap on an inline button.
type CallbackAnswer struct {
	Text  string `json:"text"` // empty: the button just stops waiting
	Alert bool   `json:"alert,omitempty"`
	URL   string `json:"url,omitempty"`
}

// Script waits for what the bot says in a chat, and takes it in order.
type Script struct {
	server *Server
	chat   *chat
	taken  int // how much of the chat's news
}

// Answer is the next message or edit of the bot that this script has not taken yet.
func (s *Script) Answer(t TB) Message {
	t.Helper()
	return s.AnswerContaining(t, "")
}

// AnswerContaining is Answer that passes over what does not contain part, for good.
func (s *Script) AnswerContaining(t TB, part string) Message {
	t.Helper()
	var answer Message
	found := s.await(t, func() bool {
		for i, m := range s.chat.news[s.taken:] {
			if text, _ := m.body(); strings.Contains(text, part) {
				answer = s.server.seen(m)
				s.taken += i + 1
				return true
			}
		}
		return false
	})
	if !found {
		t.Fatalf("no answer containing %q from the bot. The chat:\n%s", part, s.transcript())
	}
	return answer
}

// Reaction waits until the bot has reacted to a message, and returns the emoji.
func (s *Script) Reaction(t TB, messageID int) string {
	t.Helper()
	emoji := ""
	if !s.await(t, func() bool {
		if at := s.chat.find(messageID); at >= 0 {
			emoji = s.chat.messages[at].reaction
		}
		return emoji != ""
	}) {
		t.Fatalf("the bot has not reacted to #%d. The chat:\n%s", messageID, s.transcript())
	}
	return emoji
}

// Taps presses the newest inline or reply keyboard button with that label, waiting for it to appear.
func (u *User) Taps(t TB, label string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := u.Tap(ctx, label); err != nil {
		t.Fatalf("%v. The chat:\n%s", err, u.transcript())
	}
}

// Tap is Taps outside of tests: it waits for the button until ctx ends.
func (u *User) Tap(ctx context.Context, label string) error {
	if err := u.server.wait(ctx, func() bool { return u.tapNewest(u.chat, label) }); err != nil {
		return fmt.Errorf("there is no button %q: %w", label, err)
	}
	return nil
}

// CallbackAnswer waits for the bot's answer to the newest tap on an inline button.
func (u *User) CallbackAnswer(t TB) CallbackAnswer {
	t.Helper()
	var answer CallbackAnswer
	if !u.await(t, func() bool {
		if u.lastTap == nil || !u.lastTap.answered {
			return false
		}
		answer = u.lastTap.answer
		return true
	}) {
		t.Fatalf("the bot has not answered the tap. The chat:\n%s", u.transcript())
	}
	return answer
}

// ExpectSilence waits until the bot has confirmed all updates and fails the test if it has said anything
// that the script has not taken. It says nothing of a bot that confirms an update before it has answered.
func (s *Script) ExpectSilence(t TB) {
	t.Helper()
	s.server.WaitUpdatesConfirmed(t)
	s.server.mu.Lock()
	silent := len(s.chat.news) == s.taken
	s.server.mu.Unlock()
	if !silent {
		t.Fatalf("the bot has spoken. The chat:\n%s", s.transcript())
	}
}

// Chat is the whole chat, all sides, as it stands now.
func (s *Script) Chat() []Message {
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	return s.server.seenAll(s.chat)
}

// ChatMessages is the whole of a chat or a group, as it stands now.
func (s *Server) ChatMessages(chatID int64) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.chats[chatID]; c != nil {
		return s.seenAll(c)
	}
	return nil
}

// seenAll is a chat as people see it. The caller holds mu.
func (s *Server) seenAll(c *chat) []Message {
	var messages []Message
	for _, m := range c.messages {
		messages = append(messages, s.seen(m))
	}
	return messages
}

func (s *Script) await(t TB, done func() bool) bool {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	return s.server.wait(ctx, done) == nil
}

func (s *Script) transcript() string {
	var lines []string
	for _, m := range s.Chat() {
		lines = append(lines, m.String())
	}
	if len(lines) == 0 {
		return "(empty)"
	}
	return strings.Join(lines, "\n")
}

// tapNewest taps the newest button with a label, of the inline ones and those of the keyboard in force, and
// says whether there is one. The caller holds mu.
func (u *User) tapNewest(c *chat, label string) bool {
	for _, m := range slices.Backward(c.messages) {
		seen := u.server.seen(m)
		rows := seen.Buttons
		if m == c.keyboard {
			rows = seen.ReplyKeyboard
		}
		for _, button := range slices.Concat(rows...) {
			if button.Text == label {
				u.tap(m, button)
				return true
			}
		}
	}
	return false
}

// tap does what a client does for the kind of the button; links and Mini Apps open outside of the chat.
// The callback is nil where the bot has nothing to answer. The caller holds mu.
func (u *User) tap(m *apiMessage, button Button) *callback {
	s := u.server
	switch {
	case button.CallbackData != "":
		query := &callback{user: u}
		id := strconv.FormatUint(s.random.Uint64()>>1, 10)
		s.callbacks[id] = query
		u.lastTap = query
		s.push("callback_query", m.Chat.ID, apiCallbackQuery{
			ID: id, From: u.api(), Message: m, ChatInstance: strconv.FormatInt(m.Chat.ID, 10), Data: button.CallbackData,
		})
		return query
	case button.RequestContact:
		u.sharesContact(u.Phone, apiMessage{ReplyTo: quoted(m)}) // as Telegram's desktop client does
	case button.RequestLocation:
		u.send(apiMessage{Location: sampleLocation()})
	case m == u.chat.keyboard && button.WebAppURL == "" && !button.RequestChat:
		u.says(button.Text)
	}
	return nil
}
