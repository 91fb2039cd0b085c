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
	promised := at.Add(24 * time.Hour)
	task.PromisedAt = &promised
	taskData := newTaskData(task, &customer)
	taskData.Item = newItemData(Item{Kind: "Наушники", Maker: "Sony", Model: "WH-1000XM4", Serial: "1234567", Condition: "Потёртости", Includes: "Чехол"})
	switch {
	case event == WebhookTaskStatusChanged:
		data := taskData
		data.PreviousStatus = StatusInProgress
		return webhookMessage{event, at, data}
	case event == WebhookTaskRated:
		why := "Ждал две недели"
		data := newTaskData(task, &customer)
		data.Rating, data.RatingComment = 3, &why
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
	case event == WebhookEstimateAccepted || event == WebhookEstimateDeclined:
		estimate := Estimate{
			ID: 9, TaskID: task.ID, Version: 1, State: EstimateAccepted, Total: 740_000, Currency: "RUB", DecidedAt: &at, Via: ViaTelegram,
			Lines: []EstimateLine{{Text: "Замена экрана", Quantity: 1, Price: 740_000}},
		}
		if event == WebhookEstimateDeclined {
			estimate.State = EstimateDeclined
		}
		return webhookMessage{event, at, newEstimateData(estimate, &customer)}
	case strings.HasPrefix(string(event), "customer."):
		return webhookMessage{event, at, newCustomerDetails(customer)}
	}
	return webhookMessage{event, at, taskData}
}
