package notify

import (
	"fmt"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// TaskButton is the name in the callback data of a button that opens a task's card.
const TaskButton = "task"

// longestDescription keeps a notification readable at a glance.
const longestDescription = 200

// render makes the message of a notification. The one for admins is about no task; the others tell the status of the row, not of the task, because each message tells of its own change.
func render(texts *locale.Texts, delivery store.Delivery) (string, *tele.ReplyMarkup) {
	task, payload := delivery.Task, delivery.Notification.Payload
	if delivery.Notification.Kind == store.NotificationWebhookDisabled {
		return texts.WebhookDisabled(payload.Host), nil
	}
	lead := texts.StatusChanged
	if delivery.Notification.Kind == store.NotificationTaskCreated {
		lead = texts.NewTask
	}
	lines := []string{
		lead, "",
		fmt.Sprintf("<b>%s</b> · %s", texts.Task(task.ID), texts.CategoryName(task.Category)),
	}
	if task.Description != "" {
		lines = append(lines, locale.Escape(locale.Truncate(task.Description, longestDescription)))
	}
	lines = append(lines, "", fmt.Sprintf("%s %s: <b>%s</b>", locale.StatusMark(payload.To), texts.StatusLabel, texts.StatusName(payload.To)))
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(keyboard.Row(keyboard.Data(texts.OpenTask(task.ID), TaskButton, strconv.FormatInt(task.ID, 10))))
	return strings.Join(lines, "\n"), keyboard
}
