package telegram

import (
	"context"
	"sync"
	"time"
)

// Telegram's limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const (
	perChat = time.Second
	overall = time.Second / 30
	// longestWait is how long a message waits here for its chat. What has to wait longer, because
	// Telegram said so, is given back, to be kept where a restart does not lose it.
	longestWait = 3 * time.Second
)

// limits spaces messages out. It begins as though every chat had just been written to, because
// another process may have done so.
type limits struct {
	clock func() time.Time

	mu      sync.Mutex
	begun   time.Time
	next    time.Time           // when the next message to anyone may go
	perChat map[int64]time.Time // when the next message to this chat may go
}

func newLimits(clock func() time.Time) *limits {
	l := &limits{clock: clock}
	l.begin()
	return l
}

func (l *limits) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.begun, l.perChat = l.clock(), map[int64]time.Time{}
}

// wait returns when a message to the chat may go, which counts as sent then.
func (l *limits) wait(ctx context.Context, chatID int64) error {
	for {
		at, reserved := l.reserve(chatID)
		if left := at.Sub(l.clock()); !reserved && left > longestWait {
			return &Error{Kind: Flood, Description: "the chat has to be left alone for now", RetryAfter: left}
		}
		if err := sleepUntil(ctx, l.clock, at); err != nil || reserved {
			return err
		}
	}
}

// waitOverall is for requests that are no new message.
func (l *limits) waitOverall(ctx context.Context) error {
	l.mu.Lock()
	at := l.takeOverall(l.clock())
	l.mu.Unlock()
	return sleepUntil(ctx, l.clock, at)
}

// reserve gives the time at which a message may go, or, not reserved, at which to ask again: a
// chat that has to wait must not hold up the others.
func (l *limits) reserve(chatID int64) (at time.Time, reserved bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	next, known := l.perChat[chatID]
	if !known {
		next = l.begun.Add(perChat)
	}
	if next.After(now) {
		return next, false
	}
	at = l.takeOverall(now)
	l.perChat[chatID] = at.Add(perChat)
	l.forget(now)
	return at, true
}

func (l *limits) takeOverall(now time.Time) time.Time {
	at := l.next
	if at.Before(now) {
		at = now
	}
	l.next = at.Add(overall)
	return at
}

// quiet keeps a chat without messages for at least d from now.
func (l *limits) quiet(chatID int64, d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if until := l.clock().Add(d); until.After(l.perChat[chatID]) {
		l.perChat[chatID] = until
	}
}

// forget drops chats that may be written to anyway, once there are many.
func (l *limits) forget(now time.Time) {
	const many = 1000
	if len(l.perChat) < many || now.Sub(l.begun) < perChat {
		return
	}
	for chatID, next := range l.perChat {
		if !next.After(now) {
			delete(l.perChat, chatID)
		}
	}
}

func sleepUntil(ctx context.Context, clock func() time.Time, at time.Time) error {
	wait := at.Sub(clock())
	if wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
