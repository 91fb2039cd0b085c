package notify

import (
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// TakeButton is the name in the callback data of the button by which a member of staff takes a task.
const TakeButton = "take"

// longestWords bounds what news quote of a customer, in UTF-16 units, far below what a message holds.
const longestWords = 1200

// renderNews tells staff what happened and, below that, in whose words.
func renderNews(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	news, staff := delivery.News, texts.Staff
	lines := []string{newsLead(texts, delivery)}
	if words := newsWords(texts, delivery); words != "" {
		lines = append(lines, words)
	}
	if count := staff.Files(news.Files); count != "" {
		lines = append(lines, "📎 "+count)
	}
	if news.Employee != nil && delivery.Notification.Payload.News != store.NewsAssigned {
		lines = append(lines, staff.HandledBy(locale.Escape(shortName(news.Employee))))
	}
	return strings.Join(lines, "\n\n"), newsKeyboard(staff, news)
}

func newsLead(texts *locale.Texts, delivery store.Delivery) string {
	news, staff := delivery.News, texts.Staff
	who, number := "—", int64(0)
	if news.Customer != nil {
		who = locale.Escape(locale.Truncate(news.Customer.DisplayName(), longestDescription))
		if news.Customer.Name != "" {
			who += ", " + locale.Phone(news.Customer.PhoneKey)
		}
	}
	if news.Task != nil {
		number = news.Task.ID
	}
	switch kind := delivery.Notification.Payload.News; {
	case kind == store.NewsUndelivered:
		return staff.Undelivered(number, who)
	case number == 0:
		return staff.WritesAny(who)
	case kind == store.NewsRequest:
		return staff.NewRequest(number, who)
	case kind == store.NewsAssigned:
		return staff.Assigned(number, who)
	}
	return staff.Writes(number, who)
}

// newsWords quotes what the news tell of, the newest in full rather than the oldest.
func newsWords(texts *locale.Texts, delivery store.Delivery) string {
	news, payload := delivery.News, delivery.Notification.Payload
	var words []string
	if payload.News == store.NewsRequest || payload.News == store.NewsAssigned {
		words = append(words, news.Task.Description)
	}
	described := strings.Join(words, "")
	for _, message := range news.Messages {
		if !strings.Contains(described, message.Text) { // a request says already what it was made of
			words = append(words, message.Text)
		}
	}
	left, shown := longestWords, []string(nil)
	for i := len(words) - 1; i >= 0 && left > 0; i-- {
		if words[i] == "" {
			continue
		}
		word := locale.Truncate(words[i], left)
		left -= len(word)
		shown = append([]string{locale.Escape(word)}, shown...)
	}
	if more := payload.Count - len(news.Messages); more > 0 && payload.Count > len(payload.Messages) {
		shown = append([]string{texts.Staff.More(more)}, shown...)
	}
	return strings.Join(shown, "\n")
}

// newsKeyboard offers a task that is nobody's yet.
func newsKeyboard(staff *locale.StaffTexts, news *store.News) *tele.ReplyMarkup {
	if news.Task == nil || news.Task.EmployeeID != nil || news.Task.Status == store.StatusClosed {
		return nil
	}
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(tele.Row{keyboard.Data(staff.Take, TakeButton, strconv.FormatInt(news.Task.ID, 10))})
	return keyboard
}

// shortName is what a member of staff is called.
func shortName(staff *store.Staff) string {
	if staff.Name != "" {
		return staff.Name
	}
	name, _, _ := strings.Cut(staff.Email, "@")
	return name
}
