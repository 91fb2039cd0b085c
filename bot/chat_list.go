package bot

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"

	"zayavka/retry"
	"zayavka/store"
)

// listKeeper is what is remembered of the lists that stand in chats.
type listKeeper interface {
	SetChatLists(ctx context.Context, messages map[int64]int) error
	DueLists(ctx context.Context) (due []store.ChatList, next time.Time, err error)
	ListPaid(ctx context.Context, list store.ChatList) error
}

// chatLists knows which message is the list in a chat, so that the next one can take its place. It is written down
// a moment later, for many chats at once: a crash leaves an old list standing at worst.
type chatLists struct {
	store listKeeper
	log   *slog.Logger

	mu      sync.Mutex
	written map[int64]int // that is not in the database yet
	changed chan struct{}
}

// writeTogether is how long new lists wait for others, to be written down with them.
const writeTogether = 100 * time.Millisecond

func newChatLists(s listKeeper, log *slog.Logger) *chatLists {
	return &chatLists{store: s, log: log, written: map[int64]int{}, changed: make(chan struct{}, 1)}
}

// standing is the list in a chat of which the database says read.
func (l *chatLists) standing(chat int64, read int) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	if message, later := l.written[chat]; later {
		return message
	}
	return read
}

// stands notes the new list of a chat.
func (l *chatLists) stands(chat int64, message int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.written[chat] = message
	signal(l.changed)
}

// keepWriting writes down what is noted until stop is called, and then what is left.
func (l *chatLists) keepWriting(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var writing sync.WaitGroup
	writing.Go(func() {
		for {
			select {
			case <-l.changed:
			case <-ctx.Done():
				return
			}
			if !retry.Sleep(ctx, writeTogether) {
				return
			}
			if !l.write(ctx) && retry.Sleep(ctx, markAgain) {
				signal(l.changed)
			}
		}
	})
	return func() {
		cancel()
		writing.Wait()
		l.write(context.WithoutCancel(ctx))
	}
}

// write is false when that cannot be done now.
func (l *chatLists) write(ctx context.Context) bool {
	l.mu.Lock()
	written := maps.Clone(l.written)
	l.mu.Unlock()
	if len(written) == 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	if err := l.store.SetChatLists(ctx, written); err != nil {
		l.log.Warn("Which messages are lists could not be written down", "error", err)
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for chat, message := range written {
		if l.written[chat] == message {
			delete(l.written, chat)
		}
	}
	return true
}
