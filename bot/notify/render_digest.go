package notify

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

const (
	// longestName and longestItem keep what a digest says of a task within a line, in UTF-16 units. With five tasks for each of six queues it
	// stays far below what a message holds.
	longestName = 40
	longestItem = 40
	// tasksWithButtons is how many tasks of a digest have a button that opens them.
	tasksWithButtons = 8
	buttonsInRow     = 4
)

// renderDigest tells a member of staff what is to be done, with buttons that open the first tasks in the Mini App.
func (s *Sender) renderDigest(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	digest := texts.Digest
	var queues []string
	var numbers []int64
	for _, queue := range delivery.Digest {
		title := digest.Queue(queue.Queue, queue.Count)
		if queue.Mine > 0 && queue.Mine < queue.Count {
			title += ", " + digest.Mine(queue.Mine)
		}
		lines := []string{title}
		for _, task := range queue.Tasks {
			lines = append(lines, s.digestLine(texts, queue.Queue, task))
			if !slices.Contains(numbers, task.ID) {
				numbers = append(numbers, task.ID)
			}
		}
		if more := queue.Count - len(queue.Tasks); more > 0 {
			lines = append(lines, digest.More(more))
		}
		queues = append(queues, strings.Join(lines, "\n"))
	}
	return strings.Join(queues, "\n\n"), s.digestKeyboard(texts, numbers)
}

// digestLine names a task: its number, whose it is, what was brought, and how long it has been in the queue, or whom to call.
func (s *Sender) digestLine(texts *locale.Texts, queue store.Queue, task store.DigestTask) string {
	parts := []string{texts.Number(task.ID)}
	if task.Customer != nil {
		parts = append(parts, locale.Escape(locale.Truncate(task.Customer.DisplayName(), longestName)))
	}
	if task.Item != "" {
		parts = append(parts, locale.Escape(locale.Truncate(task.Item, longestItem)))
	}
	since := func(at *time.Time) {
		if at != nil {
			parts = append(parts, texts.Digest.Span(time.Since(*at)))
		}
	}
	switch queue {
	case store.QueueOverdue, store.QueuePromisedToday, store.QueuePromisedTomorrow:
		if task.PromisedAt != nil {
			parts = append(parts, texts.Promise(task.PromisedAt.In(s.zone)))
		}
	case store.QueueAwaiting:
		since(task.AwaitingReplySince)
	case store.QueueReady:
		since(task.ReadySince)
	case store.QueueStale:
		since(&task.UpdatedAt)
	}
	if task.Customer != nil && task.Customer.Name != "" && (queue == store.QueueReady || queue == store.QueueUnreachable) {
		parts = append(parts, locale.Phone(task.Customer.PhoneKey))
	}
	return strings.Join(parts, " · ")
}

// digestKeyboard opens tasks in the Mini App, where Telegram can.
func (s *Sender) digestKeyboard(texts *locale.Texts, tasks []int64) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	if s.miniApp == "" {
		return keyboard
	}
	var buttons []tele.Btn
	for _, id := range tasks[:min(len(tasks), tasksWithButtons)] {
		address := s.miniApp + "?startapp=task_" + strconv.FormatInt(id, 10)
		buttons = append(buttons, keyboard.WebApp(texts.Number(id), &tele.WebApp{URL: address}))
	}
	keyboard.Inline(keyboard.Split(buttonsInRow, buttons)...)
	return keyboard
}
