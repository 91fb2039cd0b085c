package bot

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/store"
)

// What the inline buttons are called in their callback data, which Telegram bounds to 64 bytes.
const (
	buttonTask     = notify.TaskButton
	buttonPage     = notify.ListButton
	buttonConfirm  = notify.ConfirmButton
	buttonLanguage = "language"
	buttonNew      = "new"      // begins a request
	buttonSend     = "send"     // sends it
	buttonDrop     = "drop"     // ends its writing
	buttonCategory = "category" // chooses its kind of work
	buttonFile     = "file"     // files what was just written to a request
	buttonOther    = "other"    // takes it off
	buttonReply    = notify.ReplyButton
	buttonLater    = notify.LaterButton
	buttonRate     = notify.RateButton
	buttonEstimate = notify.EstimateButton
	buttonConsent  = "consent"
	buttonForget   = "forget" // ends what is kept about a customer, or takes that back

	buttonPhotosDone = "photos"     // ends the wait for photos
	buttonPhotosSend = "sendphotos" // sends them to the customer
	buttonConnect    = "connect"    // has a group told of news
	buttonDisconnect = "disconnect" // or not
)

const tasksPerPage = 8

// longestDescription leaves room for the rest of a card within Telegram's 4096 UTF-16 units, which
// are counted after HTML is parsed.
const longestDescription = 2000

// longestHistory is how many of the last statuses a card tells.
const longestHistory = 15

// view is a message that is ready to be sent.
type view struct {
	text     string
	keyboard *tele.ReplyMarkup
}

// under is a list with what stands above it, and the button that begins a request.
func (v view) under(texts *locale.Texts, said lead) view {
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(said.rows...)
	if v.keyboard != nil {
		keyboard.InlineKeyboard = append(keyboard.InlineKeyboard, v.keyboard.InlineKeyboard...)
	}
	if !said.asks {
		begin := &tele.ReplyMarkup{}
		begin.Inline(tele.Row{begin.Data(texts.NewRequest, buttonNew)})
		keyboard.InlineKeyboard = append(keyboard.InlineKeyboard, begin.InlineKeyboard...)
	}
	if said.text != "" {
		v.text = said.text + "\n\n" + v.text
	}
	return view{text: v.text, keyboard: keyboard}
}

func pageCount(total int) int { return max(1, (total+tasksPerPage-1)/tasksPerPage) }

// longestName keeps what was brought within a line of the list.
const longestName = 40

// listView is one page of a customer's requests, newest first, told apart by what was brought, with a button for each. Who has
// not proven their phone sees how to do that in place of the buttons, which would show no more.
func listView(texts *locale.Texts, customer store.Customer, tasks []store.ShownTask, total, page int, zone *time.Location) view {
	verified := customer.PhoneVerifiedAt != nil
	if total == 0 && verified {
		return view{text: texts.NoTasks}
	}
	lines := []string{"<b>" + texts.TaskCount(total) + "</b>"}
	if total == 0 {
		lines = []string{texts.NoTasks}
	}
	keyboard := &tele.ReplyMarkup{}
	var rows []tele.Row
	var cards []tele.Btn
	for _, shown := range tasks {
		task := shown.Task
		if !verified {
			lines = append(lines, fmt.Sprintf("%s <b>%s</b> · %s\n%s",
				locale.StatusMark(task.Status), texts.Number(task.ID), texts.CategoryName(task.Category), texts.StatusName(task.Status)))
			continue
		}
		about := texts.KindOfWork(task, shown.ShopCategory)
		if name := shown.Item.Name(); name != "" {
			about = locale.Escape(locale.Truncate(name, longestName))
		}
		line := fmt.Sprintf("%s <b>%s</b> · %s · %s\n", locale.StatusMark(task.Status), texts.Number(task.ID), about, statusOf(texts, shown))
		if task.OverdueAt != nil {
			line += texts.ReadyBy + ": " + texts.Promise(task.PromisedAt.In(zone))
		} else {
			line += texts.Date(task.CreatedAt.In(zone))
		}
		lines = append(lines, line)
		number := strconv.FormatInt(task.ID, 10)
		cards = append(cards, keyboard.Data(texts.Number(task.ID), buttonTask, number, strconv.Itoa(page)))
	}
	rows = append(rows, keyboard.Split(4, cards)...)
	if pages := pageCount(total); pages > 1 {
		rows = append(rows, pageButtons(texts, keyboard, page, pages))
	}
	if !verified {
		lines = append(lines, texts.Unverified(locale.Phone(customer.PhoneKey)))
		rows = append(rows, notify.ConfirmRow(texts, keyboard))
	}
	keyboard.Inline(rows...)
	return view{text: strings.Join(lines, "\n\n"), keyboard: keyboard}
}

// statusOf is the status in words, with the stage of which the customer was told.
func statusOf(texts *locale.Texts, shown store.ShownTask) string {
	status := texts.StatusName(shown.Task.Status)
	if shown.Stage != nil {
		status += ", " + locale.Escape(shown.Stage.Name(texts.Code))
	}
	return status
}

func pageButtons(texts *locale.Texts, keyboard *tele.ReplyMarkup, page, pages int) tele.Row {
	var row tele.Row
	if page > 1 {
		row = append(row, keyboard.Data("‹", buttonPage, strconv.Itoa(page-1)))
	}
	row = append(row, keyboard.Data(texts.Page(page, pages), buttonPage, strconv.Itoa(page)))
	if page < pages {
		row = append(row, keyboard.Data("›", buttonPage, strconv.Itoa(page+1)))
	}
	return row
}

// taskView is the card of a request; page is where its list stood.
func taskView(texts *locale.Texts, customer store.Customer, card store.TaskCard, page int, zone *time.Location) view {
	task := card.Task
	lines := []string{
		fmt.Sprintf("<b>%s</b> · %s", texts.Task(task.ID), texts.KindOfWork(task, card.ShopCategory)),
		fmt.Sprintf("%s %s: <b>%s</b>", locale.StatusMark(task.Status), texts.StatusLabel, statusOf(texts, card.ShownTask)),
	}
	if task.OverdueAt != nil {
		lines = append(lines, texts.ReadyBy+": <b>"+texts.Promise(task.PromisedAt.In(zone))+"</b>")
	}
	lines = append(lines, itemLines(texts, card.Item)...)
	if task.Description != "" {
		lines = append(lines, "", locale.Escape(locale.Truncate(task.Description, longestDescription)))
	}
	keyboard := &tele.ReplyMarkup{}
	back := keyboard.Row(keyboard.Data(texts.BackToList, buttonPage, strconv.Itoa(page), strconv.FormatInt(task.ID, 10)))
	if customer.PhoneVerifiedAt == nil {
		lines = append(lines, "", texts.Unverified(locale.Phone(customer.PhoneKey)))
		keyboard.Inline(notify.ConfirmRow(texts, keyboard), back)
		return view{text: strings.Join(lines, "\n"), keyboard: keyboard}
	}
	lines = append(lines, "")
	if card.Employee != nil && card.Employee.Name != "" {
		lines = append(lines, texts.Employee+": "+locale.Escape(card.Employee.Name))
	}
	lines = append(lines, texts.Created+": "+texts.Date(task.CreatedAt.In(zone)))
	if task.WarrantyOfID != nil {
		lines = append(lines, texts.UnderWarranty(*task.WarrantyOfID))
	}
	if task.WarrantyUntil != nil {
		lines = append(lines, texts.WarrantyUntil+" "+texts.Date(task.WarrantyUntil.In(zone)))
	}
	if history := card.Statuses; len(history) > 1 {
		lines = append(lines, "", texts.History+":")
		for _, event := range history[max(0, len(history)-longestHistory):] {
			lines = append(lines, fmt.Sprintf("%s — %s", texts.DateTime(event.At.In(zone)), texts.StatusName(store.Status(event.To))))
		}
	}
	keyboard.Inline(back)
	return view{text: strings.Join(lines, "\n"), keyboard: keyboard}
}

// longestItemText is how much of a text about what was brought a card tells.
const longestItemText = 200

// itemLines tell what was brought.
func itemLines(texts *locale.Texts, item store.Item) []string {
	var lines []string
	for _, line := range []struct{ label, text string }{
		{texts.ItemLabel, item.Name()}, {texts.SerialLabel, item.Serial}, {texts.ConditionLabel, item.Condition}, {texts.IncludesLabel, item.Includes},
	} {
		if line.text != "" {
			lines = append(lines, line.label+": "+locale.Escape(locale.Truncate(line.text, longestItemText)))
		}
	}
	return lines
}

// parseTaskButton reads the data of a task's button: its id and, from a list, the list's page.
func parseTaskButton(data string) (id int64, page int, fromList bool) {
	idText, pageText, fromList := strings.Cut(data, "|")
	id, _ = strconv.ParseInt(idText, 10, 64)
	page, _ = strconv.Atoi(pageText)
	return id, max(page, 1), fromList
}

func languageKeyboard() *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	var row tele.Row
	for _, language := range locale.Languages() {
		row = append(row, keyboard.Data(language.Name, buttonLanguage, language.Code))
	}
	keyboard.Inline(row)
	return keyboard
}

func miniAppKeyboard(texts *locale.Texts, address string) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(keyboard.Row(keyboard.WebApp(texts.OpenMiniApp, &tele.WebApp{URL: address})))
	return keyboard
}
