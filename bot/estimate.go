package bot

import (
	"context"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/notify"
	"zayavka/store"
)

// estimates is what is asked of the store for customers who are asked about a price.
type estimates interface {
	DecideEstimate(ctx context.Context, actor store.Actor, in store.EstimateDecision) (store.Estimate, error)
	EstimateAsked(ctx context.Context, customer store.Customer, id int64) (store.Estimate, error)
	ExpireEstimates(ctx context.Context) error
}

// onEstimate keeps what a customer says to an estimate, and shows in the question's place what became of it. A button of
// another age shows the estimate of now, and decides nothing.
func (b *Bot) onEstimate(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	parts := strings.Split(c.Callback().Data, "|")
	if len(parts) != 4 {
		return b.onUnknownButton(ctx, c, who)
	}
	id, answer := idOf(parts[1]), parts[3]
	version, _ := strconv.Atoi(parts[2])
	if answer == notify.EstimateAsk {
		return b.answer(ctx, c, who.texts.Estimates.HowToAsk)
	}
	_, err := b.store.DecideEstimate(ctx, who.actor(), store.EstimateDecision{
		ID: id, Version: version, Accepted: answer == notify.EstimateAgree, Via: store.ViaTelegram,
	})
	switch store.CodeOf(err) {
	case store.NotFound:
		return b.answer(ctx, c, who.texts.TaskGone)
	case store.Forbidden:
		return b.onConfirm(ctx, c, who)
	case store.Conflict: // decided before, or over: what is shown says so
	default:
		if err != nil {
			return err
		}
	}
	estimate, err := b.store.EstimateAsked(ctx, *who.customer, id)
	if err != nil {
		return err
	}
	said := ""
	if estimate.ID != id || estimate.Version != version {
		said = who.texts.Estimates.Changed
	}
	if err := b.answer(ctx, c, said); err != nil {
		return err
	}
	return b.showEstimate(ctx, c, who, estimate)
}

// showEstimate shows an estimate in the place of the message whose button was tapped.
func (b *Bot) showEstimate(ctx context.Context, c tele.Context, who person, estimate store.Estimate) error {
	card, err := b.store.TaskCard(ctx, *who.customer, estimate.TaskID)
	if err != nil {
		return err
	}
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	text, keyboard := notify.Estimate(who.texts, card.ShownTask, estimate, shop.PaymentURL, b.store.Location())
	return b.putInstead(ctx, c, who.user.ID, text, keyboard)
}
