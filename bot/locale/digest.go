package locale

import (
	"fmt"
	"time"

	"zayavka/store"
)

// DigestTexts are what members of staff are told of what is to be done.
type DigestTexts struct {
	Mine func(n int) string // of those of a queue, the member's own
	More func(n int) string // tasks that are not named

	queues               map[store.Queue]func(n int) string
	minutes, hours, days func(n int) string
}

// Queue says how many tasks are in a queue.
func (t *DigestTexts) Queue(queue store.Queue, n int) string { return t.queues[queue](n) }

// Span is how long something takes, in the largest unit that says enough of it, such as "3 ч".
func (t *DigestTexts) Span(d time.Duration) string {
	switch hours := int(d.Hours()); {
	case d < time.Hour:
		return t.minutes(max(1, int(d.Minutes())))
	case hours < 48:
		return t.hours(hours)
	default:
		return t.days(hours / 24)
	}
}

func titled(mark, title string) func(n int) string {
	return func(n int) string { return fmt.Sprintf("%s <b>%s: %d</b>", mark, title, n) }
}

func short(unit string) func(n int) string {
	return func(n int) string { return fmt.Sprintf("%d %s", n, unit) }
}

var russianDigest = DigestTexts{
	Mine: func(n int) string { return fmt.Sprintf("из них ваших: %d", n) },
	More: func(n int) string { return fmt.Sprintf("… и ещё %d", n) },
	queues: map[store.Queue]func(int) string{
		store.QueueOverdue:          titled("⏰", "Срок прошёл"),
		store.QueuePromisedToday:    titled("📅", "Обещано на сегодня"),
		store.QueuePromisedTomorrow: titled("📅", "Обещано на завтра"),
		store.QueueAwaiting:         titled("💬", "Ждут ответа"),
		store.QueueReady:            titled("✅", "Готово и не забрано"),
		store.QueueUnreachable:      titled("📵", "Заблокировали бота, нужно звонить"),
		store.QueueStale:            titled("💤", "Без движения"),
	},
	minutes: short("мин"), hours: short("ч"), days: short("дн."),
}

var englishDigest = DigestTexts{
	Mine: func(n int) string { return fmt.Sprintf("%d of them yours", n) },
	More: func(n int) string { return fmt.Sprintf("… and %d more", n) },
	queues: map[store.Queue]func(int) string{
		store.QueueOverdue:          titled("⏰", "Overdue"),
		store.QueuePromisedToday:    titled("📅", "Promised for today"),
		store.QueuePromisedTomorrow: titled("📅", "Promised for tomorrow"),
		store.QueueAwaiting:         titled("💬", "Waiting for a reply"),
		store.QueueReady:            titled("✅", "Ready and not picked up"),
		store.QueueUnreachable:      titled("📵", "Blocked the bot, to be called"),
		store.QueueStale:            titled("💤", "No activity"),
	},
	minutes: short("min"), hours: short("h"), days: short("d"),
}
