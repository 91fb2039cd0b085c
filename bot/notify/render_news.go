package notify

import (
	"slices"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// The names in the callback data of the buttons under news.
const (
	TakeButton  = "take"  // makes the task that of the member of staff who taps
	ReplyButton = "reply" // asks for the answer to the customer
)

// longestWords bounds what news quote of a customer, in UTF-16 units, far below what a message holds.
const longestWords = 1200

// renderNews tells staff what happened and, below that, in whose words.
func (s *Sender) renderNews(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
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
	return strings.Join(lines, "\n\n"), s.newsKeyboard(staff, delivery)
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
	case kind == store.NewsRating:
		return staff.Rated(delivery.Notification.Payload.Rating, number, who)
	case kind == store.NewsDecision && delivery.Estimate != nil:
		return staff.Decided(delivery.Estimate.State == store.EstimateAccepted, texts.Money(delivery.Estimate.Total, delivery.Estimate.Currency), number, who)
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

// newsKeyboard offers to answer, to take a task that is nobody's yet, and to open it in the Mini App, which a group can do by
// its address alone.
func (s *Sender) newsKeyboard(staff *locale.StaffTexts, delivery store.Delivery) *tele.ReplyMarkup {
	news, keyboard := delivery.News, &tele.ReplyMarkup{}
	var first tele.Row
	if news.Task != nil && news.Task.EmployeeID == nil && news.Task.Status != store.StatusClosed {
		first = append(first, keyboard.Data(staff.Take, TakeButton, strconv.FormatInt(news.Task.ID, 10)))
	}
	if news.Customer != nil {
		first = append(first, keyboard.Data(staff.Reply, ReplyButton, placeOf(news)))
	}
	var rows []tele.Row
	if len(first) > 0 { // a task whose customer is gone, and which somebody has, offers neither
		rows = append(rows, first)
	}
	switch {
	case s.miniApp == "":
	case delivery.Notification.ChatID > 0:
		rows = append(rows, tele.Row{keyboard.WebApp(staff.Open, &tele.WebApp{URL: s.miniApp + "?startapp=" + placeOf(news)})})
	default:
		rows = append(rows, tele.Row{keyboard.URL(staff.Open, s.miniApp+"?startapp="+placeOf(news))})
	}
	keyboard.Inline(rows...)
	return keyboard
}

// WithoutLinks is a keyboard without the buttons that open an address, for when Telegram refuses one of them.
func WithoutLinks(keyboard *tele.ReplyMarkup) *tele.ReplyMarkup {
	left := &tele.ReplyMarkup{}
	if keyboard == nil {
		return left
	}
	for _, row := range keyboard.InlineKeyboard {
		buttons := slices.DeleteFunc(slices.Clone(row), func(b tele.InlineButton) bool { return b.WebApp != nil || b.URL != "" })
		if len(buttons) > 0 {
			left.InlineKeyboard = append(left.InlineKeyboard, buttons)
		}
	}
	return left
}

// placeOf is what news are about, as the Mini App's links name it: task_12 or customer_7.
func placeOf(news *store.News) string {
	if news.Task != nil {
		return "task_" + strconv.FormatInt(news.Task.ID, 10)
	}
	return "customer_" + strconv.FormatInt(news.Customer.ID, 10)
}

// shortName is what a member of staff is called.
func shortName(staff *store.Staff) string {
	if staff.Name != "" {
		return staff.Name
	}
	name, _, _ := strings.Cut(staff.Email, "@")
	return name
}
