package bot

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"zayavka/retry"
	"zayavka/store"
)

const (
	// removeTogether is how long processed updates wait for others to be removed with them.
	removeTogether = 100 * time.Millisecond
	// lookAgain is how often the inbox looks for what somebody else has left in it.
	lookAgain = 10 * time.Second
	// inboxTimeout bounds one statement, so that a database that hangs is noticed.
	inboxTimeout = 5 * time.Second
)

// inbox has the updates that are written down, so that Telegram can forget them before they are processed.
// Those that a process leaves behind are taken up by the next.
type inbox struct {
	store      *store.Store
	dispatcher *dispatcher
	log        *slog.Logger
	takenUp    sync.WaitGroup // what another process left, until it is processed here

	mu        sync.Mutex
	inHands   map[int]bool // of this process: no row of one of these is taken up
	removable []int        // those of them that are processed
	news      chan struct{}
}

func newInbox(s *store.Store, d *dispatcher, log *slog.Logger) *inbox {
	return &inbox{store: s, dispatcher: d, log: log, inHands: map[int]bool{}, news: make(chan struct{}, 1)}
}

// run removes what is processed, much at once, until ctx ends. It takes up what a replica that has lost
// the lead may have written down since this one leads.
func (i *inbox) run(ctx context.Context) {
	look := time.NewTicker(lookAgain)
	defer look.Stop()
	for {
		select {
		case <-i.news:
			if !retry.Sleep(ctx, removeTogether) {
				return
			}
		case <-look.C:
			if err := i.takeUp(ctx); err != nil {
				i.log.Warn("Updates that are written down cannot be read", "error", err)
			}
		case <-ctx.Done():
			return
		}
		i.removeProcessed(ctx)
	}
}

// close waits for what was taken up and removes what was processed while the service stopped.
func (i *inbox) close(ctx context.Context) {
	i.takenUp.Wait()
	i.removeProcessed(context.WithoutCancel(ctx))
}

// takeUp has the updates processed that are in nobody's hands here.
func (i *inbox) takeUp(ctx context.Context) error {
	reading, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	updates, err := i.store.KeptUpdates(reading)
	if err != nil {
		return err
	}
	taken := 0
	for _, update := range updates {
		if !i.take(update.UpdateID) {
			continue
		}
		taken++
		i.takenUp.Add(1)
		i.dispatcher.add(ctx, readUpdate(update.Body, i.log), func(err error) {
			i.processed(update.UpdateID, err)
			i.takenUp.Done()
		})
	}
	if taken > 0 {
		i.log.Info("Updates that were written down are processed", "updates", taken)
	}
	return nil
}

// take is false for an update that is in hands already.
func (i *inbox) take(id int) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.inHands[id] {
		return false
	}
	i.inHands[id] = true
	return true
}

// writeDown writes down updates that the dispatcher has or gets next. They are in hands from before there is a row until
// processed is told of them, also when an error leaves open whether there is one.
func (i *inbox) writeDown(ctx context.Context, updates []*received) error {
	rows := make([]store.Update, len(updates))
	for n, update := range updates {
		rows[n] = store.Update{UpdateID: update.id, Body: update.raw}
		i.take(update.id)
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	return i.store.KeepUpdates(ctx, rows)
}

// processed has an update removed; one that could not be processed stays, to be taken up again.
func (i *inbox) processed(id int, err error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if err != nil {
		delete(i.inHands, id)
		return
	}
	i.removable = append(i.removable, id)
	select {
	case i.news <- struct{}{}:
	default:
	}
}

// waiting counts what is not processed.
func (i *inbox) waiting() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	return len(i.inHands) - len(i.removable)
}

// removeProcessed removes what is processed; what cannot be removed now is at the next look.
func (i *inbox) removeProcessed(ctx context.Context) {
	i.mu.Lock()
	ids := slices.Clone(i.removable)
	i.mu.Unlock()
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	if err := i.store.ForgetUpdates(ctx, ids); err != nil {
		i.log.Warn("Updates that are processed could not be removed; trying again", "error", err)
		return
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.removable = i.removable[len(ids):]
	for _, id := range ids {
		delete(i.inHands, id)
	}
}
