package notify

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// The names in the callback data of the buttons under reminders.
const (
	LaterButton = "later" // the customer comes later for what is ready
	RateButton  = "rate"  // rates the work
)

// renderReadyWaits reminds the customer of what is ready, and lets them put that off.
func renderReadyWaits(texts *locale.Texts, delivery store.Delivery, zone *time.Location) (string, *tele.ReplyMarkup) {
	keyboard := TaskKeyboard(texts, delivery.Customer, delivery.Task.ID)
	later := &tele.ReplyMarkup{}
	later.Inline(later.Row(later.Data(texts.Reminders.PickUpLater, LaterButton, strconv.FormatInt(delivery.Task.ID, 10))))
	keyboard.InlineKeyboard = append(later.InlineKeyboard, keyboard.InlineKeyboard...)
	return ReadyWaits(texts, shown(delivery), zone), keyboard
}

// ReadyWaits tells that a task is ready, and since when.
func ReadyWaits(texts *locale.Texts, shown store.ShownTask, zone *time.Location) string {
	lines := []string{texts.Reminders.ReadyWaits(subject(texts, shown))}
	if since := shown.Task.ReadySince; since != nil {
		lines = append(lines, texts.Reminders.ReadySince(texts.Date(since.In(zone))))
	}
	return strings.Join(lines, "\n")
}

// renderRating asks how the work was.
func renderRating(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	keyboard, row := &tele.ReplyMarkup{}, tele.Row(nil)
	for rating := store.WorstRating; rating <= store.BestRating; rating++ {
		row = append(row, keyboard.Data(strconv.Itoa(rating), RateButton, strconv.FormatInt(delivery.Task.ID, 10), strconv.Itoa(rating)))
	}
	keyboard.Inline(row)
	return texts.Reminders.AskRating(subject(texts, shown(delivery))), keyboard
}

// shown is the task of a delivery, as the customer may see it.
func shown(delivery store.Delivery) store.ShownTask {
	return store.ShownTask{Task: delivery.Task, Item: delivery.Item, ShopCategory: delivery.ShopCategory, Stage: delivery.Stage}
}

// subject is what a request is about in a few words: what was brought, or else the kind of work and what was written.
func subject(texts *locale.Texts, shown store.ShownTask) string {
	about := title(texts, shown)
	if shown.Item.Name() == "" && shown.Task.Description != "" {
		about += "\n" + locale.Escape(locale.Truncate(shown.Task.Description, longestDescription))
	}
	return about
}

// title is the number of a request with what was brought, or else with the kind of work.
func title(texts *locale.Texts, shown store.ShownTask) string {
	name := locale.Escape(locale.Truncate(shown.Item.Name(), longestItem))
	return texts.Number(shown.Task.ID) + " · " + cmp.Or(name, texts.KindOfWork(shown.Task, shown.ShopCategory))
}
