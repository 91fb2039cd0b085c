package store

import (
	"strings"
	"time"
)

// testData is what webhook.test carries: what the first event of the webhook looks like, so that an integrator
// sees every field before anything has happened.
type testData struct {
	Sample webhookMessage `json:"sample"`
}

// sampleMessage makes up an event.
func sampleMessage(event WebhookType, at time.Time) webhookMessage {
	telegramID := int64(123456789)
	customer := Customer{
		ID: 7, Phone: "+7 (917) 000-99-00", Name: "Анна", Language: "ru", TelegramID: &telegramID, PhoneVerifiedAt: &at,
		CreatedAt: at, UpdatedAt: at,
	}
	task := Task{
		ID: 12, Status: StatusReady, Category: CategoryRepair, Description: "Не включается", Version: 2, Source: SourceStaff, CreatedAt: at, UpdatedAt: at,
	}
	switch {
	case event == WebhookTaskStatusChanged:
		data := newTaskData(task, &customer)
		data.PreviousStatus = StatusInProgress
		return webhookMessage{event, at, data}
	case event == WebhookNotificationFailed:
		failed := "Forbidden: bot was blocked by the user"
		return webhookMessage{event, at, notificationData{
			ID: 34, Kind: NotificationStatusChanged, Status: task.Status, State: "UNREACHABLE", Error: &failed, TaskID: task.ID, CustomerID: customer.ID,
		}}
	case strings.HasPrefix(string(event), "message."):
		message := Message{ID: 56, Direction: DirectionOut, AuthorKind: ActorStaff, Text: "Готово, приходите", TaskID: &task.ID, CreatedAt: at}
		if event == WebhookMessageReceived {
			message.Direction, message.AuthorKind, message.Text = DirectionIn, ActorCustomer, "Когда будет готово?"
		}
		data := newMessageData(message, &customer)
		data.addFiles([]File{{ID: 78, Kind: FilePhoto, Mime: "image/jpeg", Size: 345_678}})
		if event == WebhookMessageFailed {
			failed := "Forbidden: bot was blocked by the user"
			data.State, data.Error = "UNREACHABLE", &failed
		}
		return webhookMessage{event, at, data}
	case strings.HasPrefix(string(event), "customer."):
		return webhookMessage{event, at, newCustomerDetails(customer)}
	}
	return webhookMessage{event, at, newTaskData(task, &customer)}
}
