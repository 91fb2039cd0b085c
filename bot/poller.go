package bot

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
)

const (
	longPoll  = 50 * time.Second // the longest that Telegram takes
	batchSize = 100              // the most that Telegram gives, of updates that are not confirmed
	// pollFloor is the least time between calls that bring nothing new, however quickly they are answered.
	pollFloor = time.Second
	// slowChat is how long the poller waits for a batch before it looks for updates of other chats.
	slowChat = 500 * time.Millisecond
	// stuck is how long an update is in memory before it is written down, because all that came after it cannot
	// be confirmed before, and would be answered again after a crash.
	stuck = time.Second
	// lastConfirmation bounds the confirmation on the way out.
	lastConfirmation = 2 * time.Second
)

// poller asks Telegram for updates and confirms them after they were processed, or written down. The offset
// that it sends is the id of the oldest update that is neither. An update that can be processed at once needs no
// row. When it has to wait, or its chat, or when a batch is full, because Telegram hands out no more than a batch of
// what is not confirmed, all that is open is written down.
type poller struct {
	telegram   *telegram.Client
	dispatcher *dispatcher
	inbox      *inbox
	log        *slog.Logger
	report     func(store.BotProblem)

	held      []*received // to be written down, which has failed so far
	confirmed int         // the offset that was confirmed last at a stop
	recalled  bool        // what the process before has done of Telegram's first batch is known

	mu      sync.Mutex
	known   map[int]bool // received and not confirmed
	order   []*received  // those, in the order in which they came
	changed chan struct{}
}

// received is an update that Telegram has not been told to forget.
type received struct {
	incoming

	confirmable bool // processed or written down: Telegram may forget it
	ended       bool // out of the dispatcher
}

func (p *poller) run(ctx context.Context) {
	p.known, p.order, p.held, p.confirmed, p.recalled, p.changed = map[int]bool{}, nil, nil, 0, false, make(chan struct{}, 1)
	works := false // until then, a success is to be known at once
	for failures := 0; ctx.Err() == nil; {
		offset, busy := p.offset()
		wait := longPoll
		if busy || !works {
			wait = 0
		}
		began := time.Now()
		updates, err := p.telegram.GetUpdates(ctx, offset, wait, updateKinds())
		if err != nil {
			if ctx.Err() != nil {
				break
			}
			p.failed(ctx, err, failures)
			failures++
			works = false
			continue
		}
		if failures > 0 {
			failures = 0
			p.log.Info("Updates come in again")
		}
		works = true
		p.report(store.BotProblem{})
		p.dropConfirmed(offset)
		fresh := p.receive(updates)
		p.recall(ctx, fresh)
		nothingNew := !slices.ContainsFunc(fresh, func(r *received) bool { return !p.dispatcher.done.Contains(r.id) })
		if ctx.Err() == nil {
			p.admit(ctx, fresh, len(updates) == batchSize)
		}
		p.waitConfirmable(ctx)
		if nothingNew && wait > 0 {
			retry.Sleep(ctx, pollFloor-time.Since(began))
		}
	}
	p.handOver(ctx)
	p.confirmLast(ctx)
	p.dispatcher.wait()
	p.confirmLast(ctx)
}

// recall learns what of the first batch is done: the process before may have ended between the writing down of
// updates and their confirmation.
func (p *poller) recall(ctx context.Context, batch []*received) {
	if p.recalled || len(batch) == 0 {
		return
	}
	ids := make([]int, len(batch))
	for n, update := range batch {
		ids[n] = update.id
	}
	if err := p.inbox.recall(ctx, ids); err != nil {
		p.log.Warn("Could not look for what is done already of what Telegram sends; it may be answered again", "error", err)
		return
	}
	p.recalled = true
}

// handOver writes down what is under way at a stop, so that Telegram can be told at once to forget it: were it told at
// the end, and the end cut off because one answer hangs, all the others would come again. A process that has lost
// the leadership leaves it to the next one, which takes the same updates.
func (p *poller) handOver(ctx context.Context) {
	if errors.Is(context.Cause(ctx), store.ErrLeadershipLost) {
		return
	}
	p.inbox.admission.Lock()
	defer p.inbox.admission.Unlock()
	if err := p.writeDown(ctx, nil); err != nil {
		p.log.Warn("What is under way could not be written down: what is not finished will come again", "error", err)
	}
}

// admit has updates processed, or written down where older ones of their chat wait in the database.
func (p *poller) admit(ctx context.Context, fresh []*received, full bool) {
	p.inbox.admission.Lock()
	defer p.inbox.admission.Unlock()
	var now []*received
	later, added := map[int]bool{}, map[int64]int{}
	candidates := append(p.held, fresh...)
	p.held = nil
	for _, update := range candidates {
		added[update.chat]++
		switch {
		case p.inbox.isClaimed(update.id): // it was written down before it could be confirmed
			p.mayConfirm(update)
		case p.inbox.mustWait(update.chat, added[update.chat]):
			later[update.id] = true
			added[update.chat] += mostOfChat // and so must all that follow
			p.held = append(p.held, update)
		default:
			now = append(now, update)
		}
	}
	if full || len(later) > 0 || p.isStuck() {
		if err := p.writeDown(ctx, later); err != nil {
			p.log.Warn("Updates could not be written down: Telegram keeps them until they are processed", "error", err)
		} else {
			p.held = nil
		}
	}
	for _, update := range now {
		p.dispatcher.add(ctx, update.incoming, func(result outcome) { p.processed(update, result) })
	}
}

// isStuck tells that the oldest update could not be confirmed for long.
func (p *poller) isStuck() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, update := range p.order {
		if !update.confirmable {
			return time.Since(update.at) > stuck
		}
	}
	return false
}

// writeDown has the inbox keep what may not be confirmed, also those that are to be processed later.
func (p *poller) writeDown(ctx context.Context, later map[int]bool) error {
	p.mu.Lock()
	var open []*received
	var updates []incoming
	for _, update := range p.order {
		if update.confirmable || update.ended {
			continue
		}
		open, updates = append(open, update), append(updates, update.incoming)
		if !later[update.id] {
			p.inbox.claim(update.incoming)
		}
	}
	p.mu.Unlock()
	if len(open) == 0 {
		return nil
	}
	if err := p.inbox.save(ctx, updates, later); err != nil {
		return err
	}
	for _, update := range open {
		p.mayConfirm(update)
	}
	return nil
}

// mayConfirm notes that Telegram need not keep an update.
func (p *poller) mayConfirm(update *received) {
	p.mu.Lock()
	defer p.mu.Unlock()
	update.confirmable = true
}

// offset is the oldest update that may not be confirmed, or the one after the last. It is 0 when
// nothing is to be confirmed: after a quiet week Telegram's ids begin anywhere, also lower.
func (p *poller) offset() (offset int, busy bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.order) == 0 {
		return 0, false
	}
	for _, update := range p.order {
		if !update.confirmable {
			return update.id, true
		}
	}
	return p.order[len(p.order)-1].id + 1, false
}

// receive returns those updates that are not known yet.
func (p *poller) receive(updates []json.RawMessage) (fresh []*received) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, raw := range updates {
		update := readUpdate(raw, time.Now())
		if !p.known[update.id] {
			p.known[update.id] = true
			fresh = append(fresh, &received{incoming: update})
		}
	}
	p.order = append(p.order, fresh...)
	return fresh
}

// processed marks an update to be confirmed; one that has to come again is not.
func (p *poller) processed(update *received, result outcome) {
	p.mu.Lock()
	update.ended = true
	update.confirmable = update.confirmable || result != interrupted
	p.inbox.ended(update.incoming, result)
	p.mu.Unlock()
	signal(p.changed)
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

// waitSettled waits until all that was received can be confirmed and there is room in memory, or for as long
// as others should wait for a slow chat.
func (p *poller) waitConfirmable(ctx context.Context) {
	slow := time.NewTimer(slowChat)
	defer slow.Stop()
	for {
		_, busy := p.offset()
		room := p.inbox.inMemory() < mostInMemory
		if !busy && room {
			return
		}
		select {
		case <-p.changed:
		case <-slow.C:
			if room {
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
	problem, wait := problemOf(err), backoff(failures, err, longestBackoff)
	p.report(problem)
	p.log.Error("No updates from Telegram; trying again", "problem", problem.Says, "error", err, "wait", wait.String())
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
	if offset == 0 || offset == p.confirmed {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastConfirmation)
	defer cancel()
	if _, err := p.telegram.GetUpdates(ctx, offset, 0, updateKinds()); err != nil {
		p.log.Warn("The last updates could not be confirmed: they will come again", "error", err)
		return
	}
	p.confirmed = offset
}
