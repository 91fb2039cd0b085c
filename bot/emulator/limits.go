package emulator

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"time"
)

// Telegram's limits for a bot's messages:
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const (
	messagesPerSecond = 30
	groupPerMinute    = 20
	limitWindow       = time.Second
	// limitTolerance forgives messages that were sent on time and travelled unevenly.
	limitTolerance = 50 * time.Millisecond
)

// LimitViolation is a message for which Telegram may answer 429.
type LimitViolation struct {
	Time   time.Time
	ChatID int64
	// Overall: more than 30 messages a second in all. Group: more than 20 a minute in one group. Otherwise: a
	// second message within a second in one chat.
	Overall, Group bool
}

// limiter sees every request to send that reaches the server.
type limiter struct {
	last       map[int64]time.Time   // by chat
	groups     map[int64][]time.Time // of the last minute, by group
	recent     []time.Time           // of the last second, over all chats
	violations []LimitViolation
}

// count takes a request to send into account, unless it is refused. Each item of an album is a message, but
// they may come at once.
func (l *limiter) count(call *Call, enforce bool) error {
	messages := sentBy(call)
	if messages == 0 {
		return nil
	}
	l.recent = since(l.recent, call.Time, limitWindow)
	group := since(l.groups[call.ChatID], call.Time, time.Minute) // none in a private chat
	tooMany := len(l.recent) > 0 && len(l.recent)+messages > messagesPerSecond
	tooSoon := call.Time.Sub(l.last[call.ChatID]) < limitWindow-limitTolerance
	groupFull := len(group) > 0 && len(group)+messages > groupPerMinute
	switch {
	case enforce && groupFull:
		inTheWay := min(len(group), len(group)+messages-groupPerMinute)
		free := group[inTheWay-1].Add(time.Minute)
		return tooManyRequests(int(math.Ceil(free.Sub(call.Time).Seconds())))
	case enforce && (tooMany || tooSoon):
		return tooManyRequests(1)
	}
	if tooMany {
		l.violations = append(l.violations, LimitViolation{Time: call.Time, ChatID: call.ChatID, Overall: true})
	}
	if groupFull {
		l.violations = append(l.violations, LimitViolation{Time: call.Time, ChatID: call.ChatID, Group: true})
	}
	if tooSoon {
		l.violations = append(l.violations, LimitViolation{Time: call.Time, ChatID: call.ChatID})
	}
	l.last[call.ChatID] = call.Time
	for range messages {
		l.recent = append(l.recent, call.Time)
		group = append(group, call.Time)
	}
	if call.ChatID < 0 {
		l.groups[call.ChatID] = group
	}
	return nil
}

// since forgets the times that are out of the window.
func since(times []time.Time, now time.Time, window time.Duration) []time.Time {
	for len(times) > 0 && now.Sub(times[0]) >= window-limitTolerance {
		times = times[1:]
	}
	return times
}

// sentBy is how many messages a request makes, 0 for what sends none.
func sentBy(call *Call) int {
	list := ""
	switch call.Method {
	case "sendChatAction":
		return 0
	case "sendMediaGroup":
		list = call.Params["media"]
	case "copyMessages", "forwardMessages":
		list = call.Params["message_ids"]
	case "copyMessage", "forwardMessage":
		return 1
	default:
		if strings.HasPrefix(call.Method, "send") {
			return 1
		}
		return 0
	}
	var items []json.RawMessage
	_ = json.Unmarshal([]byte(list), &items) // what is no list is refused, and sends nothing
	return len(items)
}

// LimitViolations are the messages so far that went beyond 30 a second in all, 20 a minute in a group or one
// a second in a chat.
// With [Options.EnforceLimits] there are none: such messages are refused.
func (s *Server) LimitViolations() []LimitViolation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.limiter.violations)
}
