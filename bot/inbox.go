package bot

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"zayavka/store"
)

const (
	// finishTogether is how long processed updates wait for others, to be marked with them.
	finishTogether = 20 * time.Millisecond
	// markAgain is how long a mark that failed waits.
	markAgain = time.Second
	// lookAgain is how often the inbox looks for updates whose signal got lost.
	lookAgain = 2 * time.Second
	// inboxTimeout bounds one statement, so that a database that hangs is noticed.
	inboxTimeout = 5 * time.Second
	// mostInMemory is how many updates are in memory at once, and mostOfChat how many of one chat. The rest
	// waits in the database.
	mostInMemory, mostOfChat = 1000, 10
	// longestDetail is how much of an error is kept, in bytes.
	longestDetail = 1000
)

// savedUpdates are what the inbox asks of the store.
type savedUpdates interface {
	Received() <-chan struct{}
	SaveUpdates(ctx context.Context, updates []store.Update) error
	SavedUpdates(ctx context.Context, ids []int64) ([]store.Update, error)
	WaitingChats(ctx context.Context) ([]store.WaitingChat, error)
	FinishUpdates(ctx context.Context, updateIDs []int) error
	DoneUpdates(ctx context.Context, updateIDs []int) ([]int, error)
	PutOffUpdates(ctx context.Context, updates []store.Update) error
	BuryUpdate(ctx context.Context, update store.Update) error
}

// inbox decides which updates are in memory, with the dispatcher, and which wait in the database alone, and
// brings these in when their turn has come. A chat's updates are processed in order: those in memory are older
// than those that are not. What a process leaves behind is resumed by the next.
type inbox struct {
	store      savedUpdates
	dispatcher *dispatcher
	log        *slog.Logger
	// longestPause bounds the pauses between the tries of an update.
	longestPause time.Duration

	// admission is held by whoever decides where a chat's updates go, until that is so.
	admission sync.Mutex

	mu       sync.Mutex
	claimed  map[int]int64  // updates in memory that have a row, or may have one, with their chats
	finished []int          // those of them that are done, and are to be marked
	behind   map[int64]int  // chats with rows that are not in memory, and at least how many
	waits    map[int64]wait // chats whose first update failed
	finish   chan struct{}  // signals that there is something in finished
	look     chan struct{}  // signals that there may be rows to bring in
}

// wait is when a chat is tried again. The time is monotonic, and kept in memory alone: however the clock of the
// machine jumps, and whatever ended with a restart, nobody waits longer than was meant.
type wait struct {
	until    time.Time
	failures int
}

func newInbox(s savedUpdates, d *dispatcher, log *slog.Logger) *inbox {
	i := &inbox{store: s, dispatcher: d, log: log, longestPause: longestBackoff, finish: make(chan struct{}, 1), look: make(chan struct{}, 1)}
	d.failed = i.failed
	i.reset()
	return i
}

// reset forgets what was known when this process led before.
func (i *inbox) reset() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.claimed, i.finished, i.behind, i.waits = map[int]int64{}, nil, map[int64]int{}, map[int64]wait{}
}

// run brings in what waits, until ctx ends.
func (i *inbox) run(ctx context.Context) {
	for ctx.Err() == nil {
		next := lookAgain
		if err := i.resume(ctx); err != nil && ctx.Err() == nil {
			i.log.Warn("Updates that are written down cannot be read", "error", err)
		} else if due, waiting := i.nextWait(); waiting {
			next = min(max(time.Until(due), finishTogether), lookAgain)
		}
		timer := time.NewTimer(next)
		select {
		case <-timer.C:
		case <-i.look:
		case <-i.store.Received():
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

func (i *inbox) signalled(ctx context.Context, signal <-chan struct{}) bool {
	select {
	case <-signal:
		return true
	case <-ctx.Done():
		return false
	}
}

// resume brings in the oldest update of each chat that has none in memory and need not wait, as far as there is room.
func (i *inbox) resume(ctx context.Context) error {
	i.admission.Lock()
	defer i.admission.Unlock()
	reading, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	chats, err := i.store.WaitingChats(reading)
	if err != nil {
		return err
	}
	ids := i.choose(chats)
	if len(ids) == 0 {
		return nil
	}
	updates, err := i.store.SavedUpdates(reading, ids)
	if err != nil {
		return err
	}
	for _, row := range updates {
		update := readUpdate(row.Body, row.ReceivedAt)
		update.id, update.chat, update.tries = row.UpdateID, row.ChatID, row.Tries
		i.mu.Lock()
		i.claimed[update.id] = update.chat
		if i.behind[update.chat]--; i.behind[update.chat] <= 0 {
			delete(i.behind, update.chat)
		}
		i.mu.Unlock()
		i.dispatcher.add(ctx, update, func(result outcome) { i.ended(update, result) })
	}
	return nil
}

// choose counts anew what is not in memory, and gives the ids of the rows to bring in.
func (i *inbox) choose(chats []store.WaitingChat) (ids []int64) {
	i.mu.Lock()
	defer i.mu.Unlock()
	inMemory := map[int64]int{}
	for _, chat := range i.claimed {
		inMemory[chat]++
	}
	clear(i.behind)
	room := mostInMemory - len(i.claimed)
	for _, chat := range chats {
		if more := chat.Waiting - inMemory[chat.ChatID]; more > 0 {
			i.behind[chat.ChatID] = more
		}
		_, claimed := i.claimed[chat.UpdateID]
		if !claimed && len(ids) < room && !time.Now().Before(i.waits[chat.ChatID].until) {
			ids = append(ids, chat.ID)
		}
	}
	return ids
}

// nextWait is when the first of the chats that wait is tried again.
func (i *inbox) nextWait() (next time.Time, waiting bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	now := time.Now()
	for _, wait := range i.waits {
		if wait.until.After(now) && (!waiting || wait.until.Before(next)) {
			next, waiting = wait.until, true
		}
	}
	return next, waiting
}

// mustWait tells that a new update of the chat may not go to memory: older ones wait in the database, or with those
// that are added now it would have too many there.
func (i *inbox) mustWait(chat int64, added int) bool {
	i.mu.Lock()
	behind := i.behind[chat] > 0
	i.mu.Unlock()
	return behind || i.dispatcher.queued(chat)+added > mostOfChat
}

// claim notes that an update in memory gets a row.
func (i *inbox) claim(update incoming) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.claimed[update.id] = update.chat
}

// save writes down updates, the oldest first. The caller holds admission, and has claimed those that are in memory;
// later ones are not, and come in when their turn has come.
func (i *inbox) save(ctx context.Context, updates []incoming, later map[int]bool) error {
	rows := make([]store.Update, len(updates))
	for n, update := range updates {
		rows[n] = update.row()
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), inboxTimeout)
	defer cancel()
	if err := i.store.SaveUpdates(ctx, rows); err != nil {
		return err
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, update := range updates {
		if later[update.id] {
			i.behind[update.chat]++
		}
	}
	signal(i.look)
	return nil
}

// proceed ends the waiting of a chat whose first update is out of the way.
func (i *inbox) proceed(chat int64) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.waits, chat)
}

// inMemory counts updates with a row that are not processed.
func (i *inbox) inMemory() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	return len(i.claimed) - len(i.finished)
}

// isClaimed tells that an update is in memory, and has a row.
func (i *inbox) isClaimed(id int) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	_, claimed := i.claimed[id]
	return claimed
}

// signal leaves one signal for who waits, if there is none yet.
func signal(to chan<- struct{}) {
	select {
	case to <- struct{}{}:
	default:
	}
}

// shortened is a text of at most longestDetail bytes.
func shortened(text string) string {
	if len(text) <= longestDetail {
		return text
	}
	return fmt.Sprintf("%.*s…", longestDetail, text)
}
