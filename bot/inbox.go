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
	// forgetTogether is how long processed updates wait for others to be removed with them.
	forgetTogether = 100 * time.Millisecond
	// lookAgain is how often the inbox looks for what somebody else has left in it.
	lookAgain = time.Minute
	// inboxTimeout bounds one statement, so that a database that hangs is noticed.
	inboxTimeout = 5 * time.Second
)

// inbox has the updates that were written down, to be confirmed to Telegram before they are processed.
// Those that a process leaves behind are taken up by the next.
type inbox struct {
	store      *store.Store
	dispatcher *dispatcher
	log        *slog.Logger

	mu       sync.Mutex
	held     map[int]bool // written down, and in the dispatcher's hands or done
	done     []int        // those of them that are processed
	finished chan struct{}
}

func newInbox(s *store.Store, d *dispatcher, log *slog.Logger) *inbox {
	return &inbox{store: s, dispatcher: d, log: log, held: map[int]bool{}, finished: make(chan struct{}, 1)}
}

// run removes what is processed, much at once, until ctx ends. It takes up what a replica that has lost
// the lead may have written down since this one leads.
func (i *inbox) run(ctx context.Context) {
	look := time.NewTicker(lookAgain)
	defer look.Stop()
	for {
		select {
		case <-i.finished:
			retry.Sleep(ctx, forgetTogether)
		case <-look.C:
			if err := i.takeUp(ctx); err != nil {
				i.log.Warn("Updates that were written down cannot be read", "error", err)
			}
		case <-ctx.Done():
			return
		}
		i.forget(ctx)
	}
}

// takeUp has those updates processed that are in nobody's hands here.
func (i *inbox) takeUp(ctx context.Context) error {
	reading, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	updates, err := i.store.KeptUpdates(reading)
	if err != nil {
		return err
	}
	left := 0
	for _, update := range updates {
		if !i.hold(update.UpdateID) {
			continue
		}
		left++
		i.dispatcher.add(ctx, readUpdate(update.Body, i.log), func(err error) {
			i.processed(update.UpdateID, err)
		})
	}
	if left > 0 {
		i.log.Info("Updates that were written down are processed", "updates", left)
	}
	return nil
}

// hold is false for an update that is held already.
func (i *inbox) hold(id int) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.held[id] {
		return false
	}
	i.held[id] = true
	return true
}

// keep writes updates down that are in the dispatcher's hands.
func (i *inbox) keep(ctx context.Context, updates []*received) error {
	rows := make([]store.Update, len(updates))
	for n, update := range updates {
		rows[n] = store.Update{UpdateID: update.id, Body: update.raw}
		i.hold(update.id)
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	err := i.store.KeepUpdates(ctx, rows)
	if err != nil {
		i.mu.Lock()
		defer i.mu.Unlock()
		for _, update := range updates {
			delete(i.held, update.id)
		}
	}
	return err
}

// processed has an update removed; one that could not be processed stays, to be taken up again.
func (i *inbox) processed(id int, err error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if err != nil {
		i.log.Info("An update stays written down", "update_id", id, "reason", err)
		delete(i.held, id)
		return
	}
	i.done = append(i.done, id)
	select {
	case i.finished <- struct{}{}:
	default:
	}
}

// inHand counts what is not processed.
func (i *inbox) inHand() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	return len(i.held) - len(i.done)
}

// forget removes what is processed. What cannot be removed now is tried again with the next.
func (i *inbox) forget(ctx context.Context) {
	i.mu.Lock()
	done := slices.Clone(i.done)
	i.mu.Unlock()
	if len(done) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	if err := i.store.ForgetUpdates(ctx, done); err != nil {
		i.log.Warn("Updates that are processed could not be removed; trying again later", "error", err)
		return
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.done = i.done[len(done):]
	for _, id := range done {
		delete(i.held, id)
	}
}
