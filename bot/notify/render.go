package notify

import (
	"fmt"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
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

// render makes the message of a notification.
func render(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	switch delivery.Notification.Kind {
	case store.NotificationTaskCreated:
		return renderTask(texts, texts.NewTask, delivery)
	case store.NotificationNews:
		return renderNews(texts, delivery)
	case store.NotificationWebhookDisabled:
		return texts.WebhookDisabled(delivery.Notification.Payload.Host), nil
	case store.NotificationPhoneClaimed, store.NotificationPhoneMoved, store.NotificationPhoneKept, store.NotificationPhoneFree:
		return renderClaim(texts, delivery.Notification)
	}
	return renderTask(texts, texts.StatusChanged, delivery)
}

// renderTask tells the status of the row, not of the task, because each message tells of its own change.
func renderTask(texts *locale.Texts, lead string, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	task, payload := delivery.Task, delivery.Notification.Payload
	lines := []string{
		lead, "",
		fmt.Sprintf("<b>%s</b> · %s", texts.Task(task.ID), texts.CategoryName(task.Category)),
	}
	if task.Description != "" {
		lines = append(lines, locale.Escape(locale.Truncate(task.Description, longestDescription)))
	}
	lines = append(lines, "", fmt.Sprintf("%s %s: <b>%s</b>", locale.StatusMark(payload.To), texts.StatusLabel, texts.StatusName(payload.To)))
	keyboard := &tele.ReplyMarkup{}
	if delivery.Customer.PhoneVerifiedAt == nil {
		keyboard.Inline(ConfirmRow(texts, keyboard))
		return strings.Join(lines, "\n"), keyboard
	}
	keyboard.Inline(keyboard.Row(keyboard.Data(texts.OpenTask(task.ID), TaskButton, strconv.FormatInt(task.ID, 10))))
	return strings.Join(lines, "\n"), keyboard
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
