package bot

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"zayavka/bot/telegram"
	"zayavka/retry"
)

const (
	longPoll  = 50 * time.Second // the longest that Telegram takes
	batchSize = 100              // the most that Telegram gives
	// enough is how many of a full batch are processed before more is asked for: the fewer, the less the rest
	// of the batch holds up what comes next, and the more updates Telegram sends again.
	enough = 30
	// slowChat is how long the poller waits for a batch before it looks for updates of other chats.
	slowChat = 500 * time.Millisecond
	// longestHoldUp is how long a few chats, whose updates fill the whole batch, may hold up others.
	longestHoldUp = 10 * time.Second
	// fewChats are at most so many. When more wait, the fault is not theirs.
	fewChats = 31
	// lastConfirmation bounds the confirmation on the way out.
	lastConfirmation = 2 * time.Second
)

// poller asks Telegram for updates and confirms them after they were processed. The offset that it
// sends is the id of the oldest update that is not processed, so a slow chat holds up the
// confirmation, but not the updates of others.
type poller struct {
	telegram   *telegram.Client
	dispatcher *dispatcher
	log        *slog.Logger
	report     func(problem string)
	ready      func(ctx context.Context) error // whether the database is there

	heldUp time.Time // since when Telegram has given only what is known, although it has more

	mu      sync.Mutex
	known   map[int]bool // received and not confirmed: whether it is processed
	order   []int        // the ids in known, in the order in which they came
	changed chan struct{}
}

func (p *poller) run(ctx context.Context) {
	p.known, p.order, p.changed, p.heldUp = map[int]bool{}, nil, make(chan struct{}, 1), time.Time{}
	for failures := 0; ctx.Err() == nil; {
		offset, busy := p.offset()
		wait := longPoll
		if busy {
			offset = p.passStuck(ctx, offset)
		}
		if busy || failures > 0 { // after a failure, a success is known at once
			wait = 0
		}
		updates, err := p.telegram.GetUpdates(ctx, offset, wait, updateKinds())
		if err != nil {
			if ctx.Err() != nil {
				break
			}
			p.failed(ctx, err, failures)
			failures++
			continue
		}
		if failures > 0 {
			failures = 0
			p.log.Info("Updates come in again")
		}
		p.report("")
		p.forget(offset)
		p.take(ctx, updates)
		p.waitProcessed(ctx, len(updates) == batchSize)
	}
	p.dispatcher.wait()
	p.confirmLast(ctx)
}

// take has new updates processed.
func (p *poller) take(ctx context.Context, updates []json.RawMessage) {
	news := false
	for _, raw := range updates {
		if !p.receive(updateID(raw)) {
			continue
		}
		update, err := decodeUpdate(raw)
		news = true
		if err != nil {
			p.log.Error("An update cannot be read: its author gets no answer", "update_id", update.ID, "error", err)
		}
		p.dispatcher.add(ctx, update, func(err error) { p.processed(update.ID, err) })
	}
	switch {
	case news || len(updates) < batchSize:
		p.heldUp = time.Time{}
	case p.heldUp.IsZero():
		p.heldUp = time.Now()
	}
}

// passStuck is offset, or, when a few chats that cannot be answered have held up all others for too
// long, the update after the last: then what is under way goes on unconfirmed no more, and would be
// lost if the process died. While the database is away everybody waits.
func (p *poller) passStuck(ctx context.Context, offset int) int {
	if p.heldUp.IsZero() || time.Since(p.heldUp) < longestHoldUp || p.dispatcher.busyChats() > fewChats || p.ready(ctx) != nil {
		return offset
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log.Warn("Chats that cannot be answered hold up others: their updates are confirmed before they are processed")
	return p.order[len(p.order)-1] + 1
}

// offset is the oldest update that is not processed, or the one after the last. It is 0 when
// nothing is to be confirmed: after a quiet week Telegram's ids begin anywhere, also lower.
func (p *poller) offset() (offset int, busy bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	processed := p.processedBefore()
	switch {
	case processed < len(p.order):
		return p.order[processed], true
	case processed == 0:
		return 0, false
	}
	return p.order[processed-1] + 1, false
}

// processedBefore counts what is processed before the oldest update that is not. p.mu is locked.
func (p *poller) processedBefore() int {
	for i, id := range p.order {
		if !p.known[id] {
			return i
		}
	}
	return len(p.order)
}

// receive is true for an update that is new.
func (p *poller) receive(id int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, known := p.known[id]; known {
		return false
	}
	p.known[id] = false
	p.order = append(p.order, id)
	return true
}

// processed marks an update to be confirmed; one that has to come again is not.
func (p *poller) processed(id int, err error) {
	p.mu.Lock()
	_, known := p.known[id]
	if known && err == nil {
		p.known[id] = true
	}
	p.mu.Unlock()
	switch {
	case err != nil && known:
		p.log.Info("An update will come again", "update_id", id, "reason", err)
		return
	case err != nil:
		p.log.Error("An update is lost: its author gets no answer", "update_id", id, "error", err)
		return
	}
	select {
	case p.changed <- struct{}{}:
	default:
	}
}

// forget drops what Telegram has been told it need not keep: all that came before offset, which is
// the id of one that came or the one after the last.
func (p *poller) forget(offset int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.order) > 0 && p.order[0] != offset {
		delete(p.known, p.order[0])
		p.order = p.order[1:]
	}
}

// waitProcessed waits until everything is processed, of a full batch enough, or for as long as others
// should wait for a slow chat.
func (p *poller) waitProcessed(ctx context.Context, full bool) {
	slow := time.NewTimer(slowChat)
	defer slow.Stop()
	for {
		p.mu.Lock()
		processed, all := p.processedBefore(), len(p.order)
		p.mu.Unlock()
		if processed == all || full && processed >= enough {
			return
		}
		select {
		case <-p.changed:
		case <-slow.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// failed says what is wrong and waits.
func (p *poller) failed(ctx context.Context, err error, failures int) {
	problem, wait := explain(err), backoff(failures, err)
	p.report(problem)
	p.log.Error("No updates from Telegram; trying again", "problem", problem, "error", err, "wait", wait.String())
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Conflict {
		// Somebody set a webhook since; if it is another poller, this changes nothing.
		if err := p.telegram.DeleteWebhook(ctx); err != nil {
			p.log.Warn("Could not remove the webhook", "error", err)
		}
	}
	retry.Sleep(ctx, wait)
}

// confirmLast tells Telegram what was processed while the service stopped.
func (p *poller) confirmLast(ctx context.Context) {
	offset, _ := p.offset()
	if offset == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastConfirmation)
	defer cancel()
	if _, err := p.telegram.GetUpdates(ctx, offset, 0, updateKinds()); err != nil {
		p.log.Warn("The last updates could not be confirmed: they will come again", "error", err)
	}
}
