package notify

import (
	"fmt"
	"strconv"
	"strings"

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
	case store.NotificationTaskCreated:
		post.Text, post.Keyboard = renderTask(texts, texts.NewTask, delivery)
	case store.NotificationRequestSent:
		post.Text, post.Keyboard = texts.RequestSentForYou(delivery.Task.ID), taskKeyboard(texts, delivery)
	case store.NotificationMessage:
		post.ReplyTo = delivery.Message.ReplyTo
		post.Text, post.Keyboard = s.renderMessage(texts, delivery)
	case store.NotificationNews:
		post.Silent = delivery.News.Silent
		post.Text, post.Keyboard = s.renderNews(texts, delivery)
	case store.NotificationWebhookDisabled:
		post.Text = texts.WebhookDisabled(delivery.Notification.Payload.Host)
	case store.NotificationFileCopy:
		post.CopyOf, post.Text = telegram.Original(delivery.CopyOf), texts.Staff.FileLost
	case store.NotificationGroupLost:
		post.Text = texts.Staff.GroupLost(locale.Escape(delivery.Notification.Payload.Name))
	case store.NotificationPhoneClaimed, store.NotificationPhoneMoved, store.NotificationPhoneKept, store.NotificationPhoneFree:
		post.Text, post.Keyboard = renderClaim(texts, delivery.Notification)
	default:
		post.Text, post.Keyboard = renderTask(texts, texts.StatusChanged, delivery)
	}
	return post
}

// renderMessage is a part of a message of staff, as the business's. Under the last one is a button for what it is about;
// Telegram has none under albums.
func (s *Sender) renderMessage(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	part := delivery.Message
	text := locale.Escape(part.Part.Text)
	if name := firstName(part.Author.Name); s.signs && name != "" && part.Begins {
		text = "<b>" + locale.Escape(locale.Truncate(name, longestSignature)) + "</b>\n" + text
	}
	if !part.Last || len(part.Part.Files) > 1 || delivery.Task.ID == 0 {
		return text, nil
	}
	return text, taskKeyboard(texts, delivery)
}

// firstName is that of a person whose whole name is given.
func firstName(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return first
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
	return strings.Join(lines, "\n"), taskKeyboard(texts, delivery)
}

// taskKeyboard opens the card of the request; who has not proven their phone does that first.
func taskKeyboard(texts *locale.Texts, delivery store.Delivery) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	if delivery.Customer.PhoneVerifiedAt == nil {
		keyboard.Inline(ConfirmRow(texts, keyboard))
		return keyboard
	}
	id := delivery.Task.ID
	keyboard.Inline(keyboard.Row(keyboard.Data(texts.OpenTask(id), TaskButton, strconv.FormatInt(id, 10))))
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
