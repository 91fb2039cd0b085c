package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/store"
)

const (
	// lookForDue is how often requests that wait for more are looked at.
	lookForDue = 5 * time.Second
	// dueTogether is how many lists that are owed are sent at once.
	dueTogether = 16
	// dueTimeout bounds one of them.
	dueTimeout = 20 * time.Second
)

// runDue does, until ctx ends, what is due in chats without anybody writing there: requests that were written and not sent go
// out after their quarter of an hour, estimates whose time is over end, and albums are answered once they are whole.
func (b *Bot) runDue(ctx context.Context) {
	for ctx.Err() == nil {
		wait := lookForDue
		if err := b.sendDueDrafts(ctx); err != nil && ctx.Err() == nil {
			b.log.Warn("Requests that are due could not be sent; trying again", "error", err)
		}
		if err := b.expireEstimates(ctx); err != nil && ctx.Err() == nil {
			b.log.Warn("Estimates whose time is over could not be ended; trying again", "error", err)
		}
		next, err := b.sendDueLists(ctx)
		switch {
		case err != nil && ctx.Err() == nil:
			b.log.Warn("Lists that are owed could not be sent; trying again", "error", err)
		case !next.IsZero():
			wait = min(max(time.Until(next), finishTogether), lookForDue)
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-b.due:
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

func (b *Bot) sendDueDrafts(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, dueTimeout)
	defer cancel()
	due, err := b.store.DueDrafts(ctx)
	if err != nil {
		return err
	}
	var failed []error // one is no reason for the others to wait
	for _, customer := range due {
		failed = append(failed, b.store.SendDueDraft(ctx, customer, b.words().FileName))
	}
	return errors.Join(failed...)
}

func (b *Bot) expireEstimates(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, dueTimeout)
	defer cancel()
	return b.store.ExpireEstimates(ctx)
}

// sendDueLists answers albums; next is when the first of the others is due.
func (b *Bot) sendDueLists(ctx context.Context) (next time.Time, err error) {
	asking, cancel := context.WithTimeout(ctx, inboxTimeout)
	defer cancel()
	due, next, err := b.store.DueLists(asking)
	if err != nil {
		return time.Time{}, err
	}
	semaphore := make(chan struct{}, dueTogether)
	var sending sync.WaitGroup
	var mu sync.Mutex
	for _, list := range due {
		semaphore <- struct{}{}
		sending.Go(func() {
			defer func() { <-semaphore }()
			if failed := b.payList(ctx, list); failed != nil {
				mu.Lock()
				defer mu.Unlock()
				err = failed
			}
		})
	}
	sending.Wait()
	if err == nil && len(due) > 0 {
		signal(b.due) // there may be more than were read
	}
	return next, err
}

// payList sends the list that is owed to a chat. To one that Telegram refuses none is owed.
func (b *Bot) payList(ctx context.Context, list store.ChatList) error {
	ctx, cancel := context.WithTimeout(ctx, dueTimeout)
	defer cancel()
	began := time.Now()
	err := b.sendDueList(ctx, list.ChatID)
	if e, ok := telegram.AsError(err); ok {
		switch e.Kind {
		case telegram.Unreachable:
			err = b.store.SetUnreachable(ctx, list.ChatID, began)
		case telegram.Rejected:
			b.log.Error("Telegram refuses a list", "chat_id", list.ChatID, "error", err)
			err = nil
		}
	}
	if err != nil {
		return err
	}
	return b.store.ListPaid(ctx, list)
}

func (b *Bot) sendDueList(ctx context.Context, chat int64) error {
	state, err := b.chats.run(ctx, chat)
	if err != nil {
		return err
	}
	who := person{user: &tele.User{ID: chat}, customer: state.customer, newest: state.newest, list: state.list}
	if who.customer == nil {
		chosen, _ := b.chosen.Get(chat)
		who.texts = locale.For(chosen, b.language)
		return b.ask(ctx, who, who.texts.SentByStranger)
	}
	who.texts = locale.For(who.customer.Language, b.language)
	place, talks, err := b.store.ChatPlace(ctx, *who.customer)
	if err != nil {
		return err
	}
	said := lead{}
	if talks {
		said = placeLead(who.texts, place)
	}
	return b.sendList(ctx, who, said)
}
