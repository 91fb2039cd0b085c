package locale

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"zayavka/store"
	"zayavka/store/wording"
)

// StatusText tells a customer of a status of their task, or of a stage in it, in the shop's words or else in those that come
// with the program. A text that does not say which task it is about is followed by that.
// It is no HTML: escape it.
func (t *Texts) StatusText(d store.Delivery) string {
	values := t.ofShop(d.Shop, d.At)
	values[wording.Number], values[wording.Item] = strconv.FormatInt(d.Task.ID, 10), d.Item.Name()
	if d.Agreed != nil {
		values[wording.Price] = t.Money(d.Agreed.Amount, d.Agreed.Currency)
	}
	if d.Task.OverdueAt != nil { // what is ready is promised no more
		values[wording.Promised] = t.promisedBy(d.Task.PromisedAt.In(d.At.Location()), d.At)
	}
	return t.statusIn(d.Shop, d.Notification.Payload.To, d.Stage, values)
}

func (t *Texts) statusIn(shop store.Shop, status store.Status, stage *store.Stage, values wording.Values) string {
	text := cmp.Or(shop.Texts[status].In(t.Code), t.statusText[status])
	if stage != nil {
		if text = stage.Text(t.Code); text == "" {
			return stage.Name(t.Code) + ": " + wording.Fill(t.whichTask, values)
		}
	}
	if !strings.Contains(text, "{"+string(wording.Number)+"}") {
		text += "\n\n" + t.whichTask
	}
	return wording.Fill(text, values)
}

// ofShop are the values of places that tell of the shop; at is now, by its clock.
func (t *Texts) ofShop(shop store.Shop, at time.Time) wording.Values {
	return wording.Values{wording.Address: shop.Address, wording.Hours: t.OpenHours(shop, at), wording.Phone: shop.Phone}
}

// promisedBy is until when a task is to be ready, with the year where it is not this one.
func (t *Texts) promisedBy(promised, now time.Time) string {
	when := t.Promise(promised)
	if promised.Year() == now.Year() {
		when = t.day(promised.Day(), t.months[promised.Month()-1])
		if !store.IsWholeDay(promised) {
			when += promised.Format(", 15:04")
		}
	}
	return t.readyBy(when)
}

// StatusDefault is the text of a status that comes with the program, with its places.
func StatusDefault(language string, status store.Status) string {
	return For(language).statusText[status]
}

// PreviewStatusText is what StatusText tells of a status, or of a stage in it, in a shop: with all that can be known of a
// task, and with as little as there can be.
func PreviewStatusText(language string, shop store.Shop, status store.Status, stage *store.Stage, at time.Time) (full, least string) {
	t := For(language)
	values := t.ofShop(shop, at)
	values[wording.Number] = "120"
	least = t.statusIn(shop, status, stage, values)
	values[wording.Item], values[wording.Price] = t.sampleItem, t.samplePrice
	if status == store.StatusAccepted || status == store.StatusInProgress { // as in StatusText
		values[wording.Promised] = t.samplePromised
	}
	return t.statusIn(shop, status, stage, values), least
}

// OpenHours is until when the shop is open or, where it is not, when it opens next; "" when nobody has said when.
func (t *Texts) OpenHours(shop store.Shop, at time.Time) string {
	if today := shop.Hours[at.Weekday()]; today.Contain(at) {
		return t.openUntil(today.To.String())
	}
	for ahead := range 8 {
		day := at.AddDate(0, 0, ahead)
		hours := shop.Hours[day.Weekday()]
		if hours.Closed() || ahead == 0 && !at.Before(hours.From.On(at)) {
			continue
		}
		return t.openOn(t.dayAhead(ahead, day.Weekday()), hours.From.String(), hours.To.String())
	}
	return ""
}

func (t *Texts) dayAhead(ahead int, day time.Weekday) string {
	if ahead < len(t.nextDays) {
		return t.nextDays[ahead]
	}
	return t.onWeekday[day]
}
