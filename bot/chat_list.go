package bot

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"zayavka/retry"
	"zayavka/store"
)

// listKeeper is what is remembered of the lists that stand in chats.
type listKeeper interface {
	SetChatLists(ctx context.Context, standing map[int64]store.StandingList) error
	DueLists(ctx context.Context) (due []store.ChatList, next time.Time, err error)
	ListPaid(ctx context.Context, list store.ChatList) error
}

// chatLists knows which message is the list in a chat, so that the next one can take its place. It is written down
// a moment later, for many chats at once: a crash leaves an old list standing at worst.
type chatLists struct {
	store listKeeper
	log   *slog.Logger
	// recent has the lists of the last chats: what a handler has read of the database may be older than its own chat's list.
	recent *lru.Cache[int64, int]

	mu        sync.Mutex
	unwritten map[int64]store.StandingList // that are not in the database yet
	changed   chan struct{}
}

// recentLists is more than there are handlers at work, and those that wait for them.
const recentLists = 10 * mostInMemory

// writeTogether is how long new lists wait for others, to be written down with them.
const writeTogether = 100 * time.Millisecond

func newChatLists(s listKeeper, log *slog.Logger) (*chatLists, error) {
	recent, err := lru.New[int64, int](recentLists)
	if err != nil {
		return nil, fmt.Errorf("make room for the lists of chats: %w", err)
	}
	return &chatLists{store: s, log: log, recent: recent, unwritten: map[int64]store.StandingList{}, changed: make(chan struct{}, 1)}, nil
}

// standing is the list in a chat of which the database says read.
func (l *chatLists) standing(chat int64, read int) int {
	if message, known := l.recent.Get(chat); known {
		return message
	}
	return read
}

// stands notes the new list of a chat.
func (l *chatLists) stands(chat int64, message int) {
	l.recent.Add(chat, message)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.unwritten[chat] = store.StandingList{TelegramMessageID: message, At: time.Now()}
	signal(l.changed)
}

// keepWriting writes down what is noted until stop is called, and then what is left. Another replica may have led before.
func (l *chatLists) keepWriting(ctx context.Context) (stop func()) {
	l.recent.Purge()
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
	written := maps.Clone(l.unwritten)
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
	for chat, list := range written {
		if l.unwritten[chat] == list {
			delete(l.unwritten, chat)
		}
	}
	return true
}
