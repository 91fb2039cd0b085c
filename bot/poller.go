package bot

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"zayavka/bot/telegram"
)

const (
	longPoll = 50 * time.Second // the longest that Telegram takes
	// slowChat is how long the poller waits for a batch before it looks for updates of other chats.
	slowChat = 500 * time.Millisecond
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

	mu      sync.Mutex
	known   map[int]bool // received and not confirmed: whether it is processed
	order   []int        // the ids in known, in the order in which they came
	changed chan struct{}
}

func (p *poller) run(ctx context.Context) {
	p.known, p.changed = map[int]bool{}, make(chan struct{}, 1)
	confirmed := true // whether Telegram has nothing that we have processed
	for failures := 0; ctx.Err() == nil; {
		offset, busy := p.offset()
		wait := longPoll
		if busy || !confirmed {
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
		confirmed = !busy
		for _, update := range updates {
			if p.receive(update.ID) {
				confirmed = false
				p.dispatcher.add(ctx, update, func(err error) { p.processed(update.ID, err) })
			}
		}
		p.waitProcessed(ctx)
	}
	p.dispatcher.wait()
	p.confirmLast(ctx)
}

// offset is the oldest update that is not processed, or the one after the last. It is 0 when
// nothing is to be confirmed: after a quiet week Telegram's ids begin anywhere, also lower.
func (p *poller) offset() (offset int, busy bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, id := range p.order {
		if !p.known[id] {
			return id, true
		}
	}
	if len(p.order) == 0 {
		return 0, false
	}
	return p.order[len(p.order)-1] + 1, false
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
	if err != nil {
		p.log.Info("An update will come again", "update_id", id, "reason", err)
		return
	}
	p.mu.Lock()
	p.known[id] = true
	p.mu.Unlock()
	select {
	case p.changed <- struct{}{}:
	default:
	}
}

// forget drops what Telegram has been told is processed: all before offset.
func (p *poller) forget(offset int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := p.order[:0]
	passed := offset != 0
	for _, id := range p.order {
		if id == offset {
			passed = false
		}
		if passed && p.known[id] {
			delete(p.known, id)
			continue
		}
		kept = append(kept, id)
	}
	p.order = kept
}

// waitProcessed waits until everything is processed, or for as long as others should wait for a
// slow chat.
func (p *poller) waitProcessed(ctx context.Context) {
	slow := time.NewTimer(slowChat)
	defer slow.Stop()
	for {
		if _, busy := p.offset(); !busy {
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
	p.log.Error("No updates from Telegram; trying again", "problem", problem, "error", err, "wait", wait)
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Conflict {
		// Somebody set a webhook since; if it is another poller, this changes nothing.
		if err := p.telegram.DeleteWebhook(ctx); err != nil {
			p.log.Warn("Could not remove the webhook", "error", err)
		}
	}
	sleep(ctx, wait)
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
