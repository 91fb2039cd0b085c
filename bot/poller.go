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
	batchSize = 100              // the most that Telegram gives, of updates that are not confirmed
	// slowChat is how long the poller waits for a batch before it looks for updates of other chats.
	slowChat = 500 * time.Millisecond
	// stuck is how long an update is in hand before it is written down, because all that came after it cannot
	// be confirmed before.
	stuck = 10 * time.Second
	// manyWaiting is how many updates may be written down and not processed before the poller waits like that
	// for those as well, and no more than mostWaiting wait here. Telegram keeps the rest.
	manyWaiting, mostWaiting = 1000, 20_000
	// lastConfirmation bounds the confirmation on the way out.
	lastConfirmation = 2 * time.Second
)

// poller asks Telegram for updates and confirms them after they were processed. The offset that it
// sends is the id of the oldest update that is not processed, so a slow chat holds up the
// confirmation, but not the updates of others. When a batch is full, or an update is stuck, what is not
// processed is written down and confirmed, because Telegram hands out no more than a batch of what is not.
type poller struct {
	telegram   *telegram.Client
	dispatcher *dispatcher
	inbox      *inbox
	log        *slog.Logger
	report     func(problem string)

	mu      sync.Mutex
	known   map[int]bool // received and not confirmed
	order   []*received  // those, in the order in which they came
	changed chan struct{}
}

// received is an update that Telegram has not been told to forget.
type received struct {
	id      int
	raw     json.RawMessage
	at      time.Time
	kept    bool // written down
	inInbox bool // to which its end is told: there may be a row
	ended   bool
	err     error // with which it ended: it has to come again
}

// settled tells that Telegram may forget the update.
func (r *received) settled() bool { return r.kept || r.ended && r.err == nil }

func (p *poller) run(ctx context.Context) {
	p.known, p.order, p.changed = map[int]bool{}, nil, make(chan struct{}, 1)
	var background sync.WaitGroup
	background.Go(func() { p.inbox.run(ctx) })
	for failures := 0; ctx.Err() == nil; {
		offset, busy := p.offset()
		wait := longPoll
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
		p.dropConfirmed(offset)
		fresh := p.receive(updates)
		// Before they are processed, which keeps the database busy while the next batch waits for this.
		if ctx.Err() == nil && (len(updates) == batchSize || p.isStuck()) {
			p.writeDown(ctx)
		}
		for _, update := range fresh {
			p.dispatcher.add(ctx, readUpdate(update.raw, p.log), func(err error) { p.processed(update, err) })
		}
		p.waitSettled(ctx)
	}
	background.Wait()
	p.dispatcher.wait()
	p.confirmLast(ctx)
}

// isStuck tells that the oldest update has not been settled for long.
func (p *poller) isStuck() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, update := range p.order {
		if !update.settled() {
			return time.Since(update.at) > stuck
		}
	}
	return false
}

// writeDown has the inbox keep what is not settled.
func (p *poller) writeDown(ctx context.Context) {
	p.mu.Lock()
	var open []*received
	for _, update := range p.order {
		if !update.settled() {
			open = append(open, update)
		}
	}
	p.mu.Unlock()
	if len(open) == 0 {
		return
	}
	err := p.inbox.writeDown(ctx, open)
	if err != nil {
		p.log.Warn("Updates could not be written down: Telegram keeps them until they are processed", "error", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, update := range open {
		if update.kept = err == nil; update.ended && !update.inInbox {
			p.inbox.processed(update.id, update.err)
		}
		update.inInbox = true
	}
}

// offset is the oldest update that is not settled, or the one after the last. It is 0 when
// nothing is to be confirmed: after a quiet week Telegram's ids begin anywhere, also lower.
func (p *poller) offset() (offset int, busy bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.order) == 0 {
		return 0, false
	}
	for _, update := range p.order {
		if !update.settled() {
			return update.id, true
		}
	}
	return p.order[len(p.order)-1].id + 1, false
}

// receive returns those updates that are not known yet.
func (p *poller) receive(updates []json.RawMessage) (fresh []*received) {
	came := make([]*received, len(updates))
	for n, raw := range updates {
		came[n] = &received{id: updateID(raw), raw: raw, at: time.Now()}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, update := range came {
		if !p.known[update.id] {
			p.known[update.id] = true
			fresh = append(fresh, update)
		}
	}
	p.order = append(p.order, fresh...)
	return fresh
}

// processed marks an update to be confirmed; one that has to come again is not.
func (p *poller) processed(update *received, err error) {
	p.mu.Lock()
	update.ended, update.err = true, err
	if update.inInbox {
		p.inbox.processed(update.id, err)
	}
	p.mu.Unlock()
	if err != nil {
		p.log.Info("An update will come again", "update_id", update.id, "reason", err)
	}
	select {
	case p.changed <- struct{}{}:
	default:
	}
}

// dropConfirmed drops what Telegram has been told it need not keep: all that came before offset, which is
// the id of one that came or the one after the last.
func (p *poller) dropConfirmed(offset int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.order) > 0 && p.order[0].id != offset {
		delete(p.known, p.order[0].id)
		p.order = p.order[1:]
	}
}

// waitSettled waits until all that was received can be confirmed and not many wait, or for as long
// as others should wait for a slow chat.
func (p *poller) waitSettled(ctx context.Context) {
	slow := time.NewTimer(slowChat)
	defer slow.Stop()
	for {
		if _, busy := p.offset(); !busy && p.inbox.waiting() < manyWaiting {
			return
		}
		select {
		case <-p.changed:
		case <-slow.C:
			if p.inbox.waiting() < mostWaiting {
				return
			}
			slow.Reset(slowChat)
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
