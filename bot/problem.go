package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
)

// Ready is nil when updates come in, else an error that says why not, in words for an owner.
func (b *Bot) Ready() error {
	if problem := b.problem.Load(); *problem != (store.BotProblem{}) {
		return errors.New(problem.Says)
	}
	return nil
}

// report keeps what is wrong, or that nothing is.
func (b *Bot) report(problem store.BotProblem) {
	if before := b.problem.Swap(&problem); before != nil && *before == problem {
		return
	}
	select {
	case b.problemChange <- struct{}{}:
	default:
	}
}

// keepProblem writes what is wrong into the database, where all replicas read it, until ctx ends.
func (b *Bot) keepProblem(ctx context.Context) {
	for {
		if err := b.store.SetBotProblem(ctx, *b.problem.Load()); err != nil && ctx.Err() == nil {
			b.log.Warn("Could not write down how the bot is; trying again", "error", err)
			if !retry.Sleep(ctx, rewriteProblem) {
				return
			}
			continue
		}
		select {
		case <-b.problemChange:
		case <-ctx.Done():
			return
		}
	}
}

// rewriteProblem is the pause after a write that failed.
const rewriteProblem = 5 * time.Second

// problemOf says in words for an owner what keeps Telegram away.
func problemOf(err error) store.BotProblem {
	e, ok := telegram.AsError(err)
	if !ok {
		return store.BotProblem{Kind: store.BotCannotProcess, Says: err.Error()}
	}
	switch e.Kind {
	case telegram.Unauthorized:
		return store.BotProblem{Kind: store.BotTokenRefused, Says: "Telegram does not know the token: check telegram.token, or get a new one from @BotFather"}
	case telegram.Conflict:
		return store.BotProblem{Kind: store.BotTakenOver, Says: "another program takes this bot's messages: stop it, or give this service a bot of its own (" + e.Description + ")"}
	case telegram.Flood:
		return store.BotProblem{Kind: store.BotUnreachable, Says: fmt.Sprintf("Telegram asks to wait for %s", e.RetryAfter)}
	case telegram.Rejected:
		return store.BotProblem{Kind: store.BotRefused, Says: "Telegram refuses the settings: " + e.Description}
	default:
		return store.BotProblem{Kind: store.BotUnreachable, Says: "Telegram cannot be reached: " + e.Description}
	}
}
