package bot

import (
	"context"
	"slices"
	"sync"
	"time"

	"zayavka/retry"
	"zayavka/store"
)

// keepMarking marks what is done until stop is called, also while the service stops: a stop that is cut off must not
// leave what was answered to be answered again.
func (i *inbox) keepMarking(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var marking sync.WaitGroup
	marking.Go(func() {
		for pause := finishTogether; i.signalled(ctx, i.finish) && retry.Sleep(ctx, pause); {
			pause = finishTogether
			if !i.markFinished(ctx) {
				pause = markAgain
				signal(i.finish)
			}
		}
	})
	return func() {
		cancel()
		marking.Wait()
		i.markFinished(context.WithoutCancel(ctx))
	}
}

// failed puts off the chat of an update that failed, or puts the update aside when it has failed too often
// because of itself.
func (i *inbox) failed(first job, err error) (outcome, error) {
	i.admission.Lock()
	defer i.admission.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(first.ctx), inboxTimeout)
	defer cancel()
	row := first.row()
	row.Reason, row.Detail = reasonOf(err), shortened(detailOf(err))
	if row.Reason != store.FaultOutage {
		row.Tries++
	}
	if row.Reason == store.FaultUnreadable || row.Tries >= mostTries {
		if err := i.store.BuryUpdate(ctx, row); err != nil {
			return "", err
		}
		i.log.Error("An update is put aside: its author gets no answer. An admin can have it processed again in the Mini App",
			"update_id", row.UpdateID, "chat_id", row.ChatID, "reason", row.Reason, "error", err, "tries", row.Tries)
		i.proceed(row.ChatID)
		return putAside, nil
	}
	queue := i.dispatcher.queue(first.chat)
	rows := make([]store.Update, len(queue))
	i.mu.Lock()
	for n, job := range queue {
		rows[n] = job.row()
		i.claimed[job.id] = job.chat
	}
	i.mu.Unlock()
	rows[0] = row
	if err := i.store.PutOffUpdates(ctx, rows); err != nil {
		return "", err
	}
	i.mu.Lock()
	failures := i.waits[first.chat].failures
	pause := backoff(failures, err, i.longestPause)
	i.waits[first.chat] = wait{time.Now().Add(pause), failures + 1}
	i.behind[first.chat] += len(rows)
	i.mu.Unlock()
	i.log.Warn("An update could not be processed; it is written down and tried again", "update_id", row.UpdateID,
		"chat_id", row.ChatID, "reason", row.Reason, "error", err, "tries", row.Tries, "wait", pause.String())
	return putOff, nil
}

// ended learns that an update has left the dispatcher.
func (i *inbox) ended(update incoming, result outcome) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if _, claimed := i.claimed[update.id]; !claimed {
		return // it has no row
	}
	if result == processed {
		delete(i.waits, update.chat)
		i.finished = append(i.finished, update.id)
		signal(i.finish)
		return
	}
	delete(i.claimed, update.id)
	signal(i.look)
}

// recall has the dispatcher know what a process before this one has answered.
func (i *inbox) recall(ctx context.Context, updateIDs []int) error {
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	done, err := i.store.DoneUpdates(ctx, updateIDs)
	for _, id := range done {
		i.dispatcher.done.Add(id, struct{}{})
	}
	return err
}

// markFinished marks what is done. It is false when that cannot be done now.
func (i *inbox) markFinished(ctx context.Context) bool {
	i.admission.Lock() // a row that is being written must be there
	defer i.admission.Unlock()
	i.mu.Lock()
	ids := slices.Clone(i.finished)
	i.mu.Unlock()
	if len(ids) == 0 {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	if err := i.store.FinishUpdates(ctx, ids); err != nil {
		i.log.Warn("Updates that are processed could not be marked; trying again", "error", err)
		return false
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.finished = i.finished[len(ids):]
	for _, id := range ids {
		delete(i.claimed, id)
	}
	if len(i.behind) > 0 {
		signal(i.look)
	}
	return true
}
