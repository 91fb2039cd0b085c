package notify

import (
	"fmt"
	"strconv"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// The names in the callback data of the buttons under a notification.
const (
	TaskButton    = "task"    // opens a task's card
	ListButton    = "page"    // opens a page of the list
	ConfirmButton = "confirm" // asks for the contact that proves the phone
)

// longestDescription keeps a notification readable at a glance.
const longestDescription = 200

// longestSignature keeps a name well within store.PartHeading.
const longestSignature = 32

// renderPost makes the message of a notification.
func (s *Sender) renderPost(texts *locale.Texts, delivery store.Delivery) telegram.Post {
	post := telegram.Post{ChatID: delivery.Notification.ChatID}
	switch delivery.Notification.Kind {
	case store.NotificationPromiseMoved:
		post.Text, post.Keyboard = s.renderPromise(texts, delivery)
	case store.NotificationRequestSent:
		post.Text, post.Keyboard = texts.RequestSentForYou(delivery.Task.ID), TaskKeyboard(texts, delivery.Customer, delivery.Task.ID)
	case store.NotificationRequestsWait:
		post.Text = texts.RequestsWait(store.UntakenRequests)
	case store.NotificationReadyWaits:
		post.Silent = delivery.Silent
		post.Text, post.Keyboard = renderReadyWaits(texts, delivery, s.zone)
	case store.NotificationRating:
		post.Silent = delivery.Silent
		post.Text, post.Keyboard = renderRating(texts, delivery)
	case store.NotificationEstimate:
		post.Text, post.Keyboard = renderEstimate(texts, delivery, s.zone)
	case store.NotificationEstimateNudge:
		post.Silent = delivery.Silent
		post.Text, post.Keyboard = renderNudge(texts, delivery, s.zone)
	case store.NotificationMessage:
		post.ReplyTo = delivery.Message.ReplyTo
		post.Text, post.Keyboard = s.renderMessage(texts, delivery)
	case store.NotificationNews:
		post.Silent = delivery.News.Silent
		post.Text, post.Keyboard = s.renderNews(texts, delivery)
	case store.NotificationDigest:
		post.Text, post.Keyboard = s.renderDigest(texts, delivery)
	case store.NotificationWebhookDisabled:
		post.Text = texts.WebhookDisabled(delivery.Notification.Payload.Host)
	case store.NotificationFileCopy:
		post.CopyOf, post.Text = telegram.Original(delivery.CopyOf), texts.Staff.FileLost
	case store.NotificationGroupLost:
		post.Text = texts.Staff.GroupLost(locale.Escape(delivery.Notification.Payload.Name))
	case store.NotificationPhoneClaimed, store.NotificationPhoneMoved, store.NotificationPhoneKept, store.NotificationPhoneFree:
		post.Text, post.Keyboard = renderClaim(texts, delivery.Notification)
	default:
		post.Text, post.Keyboard = renderStatus(texts, delivery)
	}
	return post
}

// renderMessage is a part of a message of staff, as the business's. Under the last one is a button for what it is about;
// Telegram has none under albums.
func (s *Sender) renderMessage(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	part := delivery.Message
	text := locale.Escape(part.Part.Text)
	if name := locale.FirstName(part.Author.Name); s.signs && name != "" && part.Begins {
		text = "<b>" + locale.Escape(locale.Truncate(name, longestSignature)) + "</b>\n" + text
	}
	if !part.Last || len(part.Part.Files) > 1 || delivery.Task.ID == 0 {
		return text, nil
	}
	return text, TaskKeyboard(texts, delivery.Customer, delivery.Task.ID)
}

// renderStatus tells the status of the row, not of the task, because each message tells of its own change. Who has not
// proven their phone is told number, category and status. What the customer wrote says which request it is where nobody has
// said what was brought, and that it has come where it is new.
func renderStatus(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	task, status := delivery.Task, delivery.Notification.Payload.To
	keyboard := TaskKeyboard(texts, delivery.Customer, task.ID)
	if delivery.Customer.PhoneVerifiedAt == nil {
		return fmt.Sprintf("%s <b>%s</b>: %s · %s",
			locale.StatusMark(status), texts.StatusName(status), texts.Number(task.ID), texts.CategoryName(task.Category)), keyboard
	}
	text := locale.Escape(texts.StatusText(delivery))
	if task.Description != "" && (delivery.Item.Name() == "" || delivery.Notification.Kind == store.NotificationTaskCreated) {
		text += "\n\n" + locale.Escape(locale.Truncate(task.Description, longestDescription))
	}
	if status == store.StatusReady && delivery.Shop.MapURL != "" {
		keyboard.InlineKeyboard = append(keyboard.InlineKeyboard, []tele.InlineButton{{Text: texts.ShowMap, URL: delivery.Shop.MapURL}})
	}
	return text, keyboard
}

// renderPromise tells until when a request is to be ready now. A chat that may be a stranger's learns only that this has changed.
func (s *Sender) renderPromise(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	payload := delivery.Notification.Payload
	news := texts.PromiseChanged
	if delivery.Customer.PhoneVerifiedAt != nil {
		switch {
		case payload.Promised == nil:
			news = texts.PromiseOpen
		case payload.PromisedBefore == nil:
			news = texts.ReadyBy + ": <b>" + texts.Promise(payload.Promised.In(s.zone)) + "</b>"
		default:
			news = texts.NewPromise + ": <b>" + texts.Promise(payload.Promised.In(s.zone)) + "</b>"
		}
	}
	about := fmt.Sprintf("%s\n%s %s: <b>%s</b>", title(texts, shown(delivery)), locale.StatusMark(payload.To), texts.StatusLabel, texts.StatusName(payload.To))
	return news + "\n\n" + about, TaskKeyboard(texts, delivery.Customer, delivery.Task.ID)
}

// TaskKeyboard opens the card of the request; who has not proven their phone does that first.
func TaskKeyboard(texts *locale.Texts, customer store.Customer, taskID int64) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	if customer.PhoneVerifiedAt == nil {
		keyboard.Inline(ConfirmRow(texts, keyboard))
		return keyboard
	}
	keyboard.Inline(keyboard.Row(keyboard.Data(texts.OpenTask(taskID), TaskButton, strconv.FormatInt(taskID, 10))))
	return keyboard
}

// renderClaim tells staff and both chats of a claim to a card.
func renderClaim(texts *locale.Texts, n store.Notification) (string, *tele.ReplyMarkup) {
	payload := n.Payload
	phone := locale.Phone(payload.Phone)
	switch {
	case n.StaffID != 0:
		return texts.PhoneClaimedToStaff(phone, payload.Name, payload.Claimant), nil
	case n.Kind == store.NotificationPhoneFree:
		return texts.PhoneFree(phone), PhoneKeyboard(texts)
	case n.Kind == store.NotificationPhoneClaimed:
		return texts.PhoneClaimedByOther(phone), nil
	case n.Kind == store.NotificationPhoneKept && payload.ByCode:
		return texts.ConnectRefused, PhoneKeyboard(texts)
	case n.Kind == store.NotificationPhoneKept && payload.Claims:
		return texts.PhoneStaysElsewhere, nil
	case n.Kind == store.NotificationPhoneKept:
		return texts.PhoneStays(phone), nil
	case payload.Claims:
		keyboard := &tele.ReplyMarkup{}
		keyboard.Inline(keyboard.Row(keyboard.Data(texts.OpenList, ListButton, "1")))
		return texts.PhoneMovedHere(phone), keyboard
	}
	return texts.PhoneMovedAway(phone), nil
}

// PhoneKeyboard is the button that shares the person's own contact.
func PhoneKeyboard(texts *locale.Texts) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{ResizeKeyboard: true, Placeholder: texts.PhoneHint}
	keyboard.Reply(keyboard.Row(keyboard.Contact(texts.SharePhone)))
	return keyboard
}

// ConfirmRow is the button under what a chat is shown whose phone was only typed.
func ConfirmRow(texts *locale.Texts, keyboard *tele.ReplyMarkup) tele.Row {
	return keyboard.Row(keyboard.Data(texts.ConfirmButton, ConfirmButton))
}
