package emulator

import (
	"slices"
	"strings"
	"time"
)

// Telegram's limits for a bot's messages:
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const (
	messagesPerSecond = 30
	limitWindow       = time.Second
	// limitTolerance forgives messages that were sent on time and travelled unevenly.
	limitTolerance = 50 * time.Millisecond
)

// LimitViolation is a message for which Telegram may answer 429.
type LimitViolation struct {
	Time   time.Time
	ChatID int64
	// Overall: more than 30 messages a second in all. Otherwise: a second message within a second in one chat.
	Overall bool
}

// limiter sees every request to send that reaches the server.
type limiter struct {
	last       map[int64]time.Time // by chat
	recent     []time.Time         // of the last second, over all chats
	violations []LimitViolation
}

// count takes a request to send into account, unless it is refused.
func (l *limiter) count(call *Call, enforce bool) error {
	if !strings.HasPrefix(call.Method, "send") || call.Method == "sendChatAction" {
		return nil
	}
	window := limitWindow - limitTolerance
	for len(l.recent) > 0 && call.Time.Sub(l.recent[0]) >= window {
		l.recent = l.recent[1:]
	}
	tooMany := len(l.recent) >= messagesPerSecond
	tooSoon := call.Time.Sub(l.last[call.ChatID]) < window
	if enforce && (tooMany || tooSoon) {
		return tooManyRequests(1)
	}
	if tooMany {
		l.violations = append(l.violations, LimitViolation{call.Time, call.ChatID, true})
	}
	if tooSoon {
		l.violations = append(l.violations, LimitViolation{call.Time, call.ChatID, false})
	}
	l.last[call.ChatID] = call.Time
	l.recent = append(l.recent, call.Time)
	return nil
}

// LimitViolations are the messages so far that went beyond 30 a second in all or one a second in a chat.
// With [Options.EnforceLimits] there are none: such messages are refused.
func (s *Server) LimitViolations() []LimitViolation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.limiter.violations)
}
