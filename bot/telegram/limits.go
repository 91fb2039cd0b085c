package telegram

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Telegram's limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const (
	// MessagesPerSecond is how many messages a bot may send that has not paid for more.
	MessagesPerSecond = 30
	perChat           = time.Second
	// Of one group, so many messages in a minute.
	perGroup   = 20
	groupSpace = time.Minute
	// longestWait is how long a message waits here for its chat. What has to wait longer, because
	// Telegram said so, is given back, to be kept where a restart does not lose it.
	longestWait = 3 * time.Second
	// longestTravel is for how long a message without an answer is taken to be in flight: Telegram may count it at any
	// moment until then. One that travels for longer holds up the others no more, until it is answered.
	longestTravel = 2 * time.Second
)

// limits spaces messages out. It begins as though every chat had just been written to, because
// another process may have done so.
type limits struct {
	clock   func() time.Time
	most    int           // messages in a second; 0 lifts the limit of a chat as well
	overall time.Duration // between two requests
	turn    chan struct{} // held by the one request that waits for the limit of all, the others queue

	mu      sync.Mutex
	begun   time.Time
	next    time.Time             // when the next request may go
	perChat map[int64]time.Time   // when the next message to this chat may go
	groups  map[int64][]time.Time // when the last messages to this group went, oldest first
	going   map[int64]bool        // chats to which a message is on its way
	window  []*inWindow
}

// inWindow are messages of the sliding window: Telegram may have counted them within the last second, for they are in flight
// or were answered less than a second ago. Spacing alone does not bound what arrives in a second, because some travel longer.
type inWindow struct {
	messages int
	until    time.Time
}

func newLimits(clock func() time.Time, messagesPerSecond int) *limits {
	l := &limits{clock: clock, turn: make(chan struct{}, 1), perChat: map[int64]time.Time{}, groups: map[int64][]time.Time{}, going: map[int64]bool{}}
	if l.most = max(messagesPerSecond, 0); l.most > 0 {
		l.overall = time.Second / time.Duration(messagesPerSecond)
	}
	l.begin()
	return l
}

func (l *limits) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.begun = l.clock()
}

// wait returns when a message to the chat may go, or an album of so many. No other goes to the chat until done is
// called, nor, if the message went, for a second after that: it may wait its turn, and travel, for longer than a second.
func (l *limits) wait(ctx context.Context, chatID int64, messages int) (done func(went bool), err error) {
	if l.most == 0 {
		return func(bool) {}, ctx.Err()
	}
	for began := l.clock(); ; {
		at, free := l.claim(chatID, messages)
		if free {
			break
		}
		// A chat that has to wait holds up no other: it takes no turn meanwhile.
		if at.Sub(began) > longestWait {
			left := max(perChat, at.Sub(l.clock()))
			return nil, &Error{Kind: Flood, Description: "the chat has to be left alone for now", RetryAfter: left}
		}
		if err := sleepUntil(ctx, l.clock, at); err != nil {
			return nil, err
		}
	}
	arrived, err := l.waitOverall(ctx, messages)
	if err != nil {
		l.release(chatID)
		return nil, err
	}
	return func(went bool) {
		arrived(went)
		if went {
			l.quiet(chatID, perChat)
			l.wentToGroup(chatID, messages)
		}
		l.release(chatID)
	}, nil
}

// waitOverall alone is for requests that are no new message; arrived is to be called when one is answered. Requests are
// spaced by when they really go, so that a process that was held up for a moment does not make up for it all at once. Those
// of an album go at the same moment: before it and after it stays as much room as they would have had one by one.
func (l *limits) waitOverall(ctx context.Context, messages int) (arrived func(went bool), err error) {
	if l.most == 0 {
		return func(bool) {}, ctx.Err()
	}
	select {
	case l.turn <- struct{}{}:
		defer func() { <-l.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	l.mu.Lock()
	next := l.next.Add(time.Duration(messages-1) * l.overall)
	l.mu.Unlock()
	for {
		if err := sleepUntil(ctx, l.clock, next); err != nil {
			return nil, err
		}
		if arrived, next = l.admit(messages); arrived != nil {
			return arrived, nil
		}
	}
}

// admit lets messages go now, if the window has room for them; else it says when to look again.
func (l *limits) admit(messages int) (arrived func(went bool), again time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	l.window = slices.DeleteFunc(l.window, func(one *inWindow) bool { return !one.until.After(now) })
	taken := 0
	for _, one := range l.window {
		taken += one.messages
	}
	if taken > 0 && taken+messages > l.most {
		again = now.Add(l.overall) // one of those in flight may be answered
		for _, one := range l.window {
			if one.until.Before(again) {
				again = one.until
			}
		}
		return nil, again
	}
	l.next = now.Add(time.Duration(messages) * l.overall)
	going := &inWindow{messages, now.Add(longestTravel + time.Second)}
	l.window = append(l.window, going)
	return func(went bool) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.window = slices.DeleteFunc(l.window, func(one *inWindow) bool { return one == going })
		if went {
			going.until = l.clock().Add(time.Second)
			l.window = append(l.window, going)
		}
	}, time.Time{}
}

// claim keeps others from the chat until release, if it may be written to now, and else says when to
// ask again.
func (l *limits) claim(chatID int64, messages int) (at time.Time, free bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	if l.going[chatID] {
		return now.Add(l.overall), false
	}
	next := l.begun.Add(perChat)
	if at := l.perChat[chatID]; at.After(next) {
		next = at
	}
	if sent := l.groups[chatID]; len(sent)+messages > perGroup {
		next = later(next, sent[min(len(sent)+messages-perGroup, len(sent))-1].Add(groupSpace))
	}
	if next.After(now) {
		return next, false
	}
	l.going[chatID] = true
	l.forget(now)
	return now, true
}

// wentToGroup notes messages to a group, of which the last ones count.
func (l *limits) wentToGroup(chatID int64, messages int) {
	if chatID > 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	sent := l.groups[chatID]
	for range messages {
		sent = append(sent, l.clock())
	}
	l.groups[chatID] = sent[max(0, len(sent)-perGroup):]
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func (l *limits) release(chatID int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.going, chatID)
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
