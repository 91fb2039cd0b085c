package bot

import (
	"context"
	"strconv"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/notify"
	"zayavka/store"
)

// reminded is what is asked of the store for customers who answer reminders.
type reminded interface {
	PickUpLater(ctx context.Context, customer store.Customer, taskID int64) (again *time.Time, err error)
	RateTask(ctx context.Context, customer store.Customer, taskID int64, rating int) error
	RatingsByTask(ctx context.Context, taskIDs []int64) (map[int64]*store.Rating, error)
	Shop(ctx context.Context) (store.Shop, error)
}

// onLater puts off the reminders of a customer who says that they come later, and says in the reminder's place until when.
func (b *Bot) onLater(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	id := idOf(c.Callback().Data)
	again, err := b.store.PickUpLater(ctx, *who.customer, id)
	switch store.CodeOf(err) {
	case store.NotFound:
		return b.answer(ctx, c, who.texts.TaskGone)
	case store.Conflict:
		return b.answer(ctx, c, who.texts.Reminders.NotReady)
	default:
		if err != nil {
			return err
		}
	}
	card, err := b.store.TaskCard(ctx, *who.customer, id)
	if err != nil {
		return err
	}
	said := who.texts.Reminders.Later
	if again != nil {
		said = who.texts.Reminders.LaterAgain(who.texts.Date(again.In(b.store.Location())))
	}
	text := notify.ReadyWaits(who.texts, card.ShownTask, b.store.Location()) + "\n\n" + said
	return b.saysInstead(ctx, c, who.user.ID, text, notify.TaskKeyboard(who.texts, *who.customer, id))
}

// onRate keeps a customer's rating and, in the place of the question, thanks for it. Everybody is asked for a review where the
// shop has a place for those, and after a poor rating for the reason.
func (b *Bot) onRate(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	number, given, _ := strings.Cut(c.Callback().Data, "|")
	id, before := idOf(number), ""
	stars, _ := strconv.Atoi(given)
	switch err := b.store.RateTask(ctx, *who.customer, id, stars); store.CodeOf(err) {
	case store.NotFound, store.Invalid:
		return b.answer(ctx, c, who.texts.TaskGone)
	case store.Conflict: // by another tap, or by this one, before a process died that had not answered it yet
		before = who.texts.Reminders.RatedBefore
	default:
		if err != nil {
			return err
		}
	}
	if err := b.answer(ctx, c, before); err != nil {
		return err
	}
	ratings, err := b.store.RatingsByTask(ctx, []int64{id})
	if err != nil {
		return err
	}
	rating := ratings[id]
	if rating == nil { // deleted since
		return nil
	}
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	said, keyboard := who.texts.Reminders.Rated(rating.Rating, id), &tele.ReplyMarkup{}
	if rating.CommentUntil != nil {
		said += "\n\n" + who.texts.Reminders.AskReason
	}
	if shop.ReviewURL != "" {
		said += "\n\n" + who.texts.Reminders.AskReview
		keyboard.Inline(keyboard.Row(keyboard.URL(who.texts.Reminders.Review, shop.ReviewURL)))
	}
	return b.putInstead(ctx, c, who.user.ID, said, keyboard)
}
