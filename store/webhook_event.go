package store

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
)

// WebhookType is the name of something that happened.
type WebhookType string

const (
	WebhookTaskCreated        WebhookType = "task.created"
	WebhookTaskUpdated        WebhookType = "task.updated" // anything but the status: docs/webhooks.md lists it
	WebhookTaskStatusChanged  WebhookType = "task.status_changed"
	WebhookTaskDeleted        WebhookType = "task.deleted"
	WebhookTaskRated          WebhookType = "task.rated"   // the customer rated the work, or said why
	WebhookTaskOverdue        WebhookType = "task.overdue" // a promise is broken
	WebhookCustomerCreated    WebhookType = "customer.created"
	WebhookCustomerRegistered WebhookType = "customer.registered" // a chat was linked
	WebhookCustomerUpdated    WebhookType = "customer.updated"
	WebhookCustomerDeleted    WebhookType = "customer.deleted"
	WebhookNotificationFailed WebhookType = "notification.failed"
	WebhookMessageReceived    WebhookType = "message.received" // a customer wrote
	WebhookMessageSent        WebhookType = "message.sent"     // Telegram has all of a message of staff
	WebhookMessageFailed      WebhookType = "message.failed"   // a message of staff, or a part of it, did not go out

	WebhookEstimateAccepted WebhookType = "estimate.accepted"
	WebhookEstimateDeclined WebhookType = "estimate.declined"

	// webhookTest is sent on request; nobody subscribes to it.
	webhookTest WebhookType = "webhook.test"
)

// WebhookTypes are the types of events that a webhook can subscribe to.
func WebhookTypes() []WebhookType {
	return []WebhookType{
		WebhookTaskCreated, WebhookTaskUpdated, WebhookTaskStatusChanged, WebhookTaskDeleted, WebhookTaskRated, WebhookTaskOverdue,
		WebhookCustomerCreated, WebhookCustomerRegistered, WebhookCustomerUpdated, WebhookCustomerDeleted,
		WebhookNotificationFailed, WebhookMessageReceived, WebhookMessageSent, WebhookMessageFailed,
		WebhookEstimateAccepted, WebhookEstimateDeclined,
	}
}

// webhookMessage is the body of a webhook. docs/webhooks.md shows it for integrators.
type webhookMessage struct {
	Type      WebhookType `json:"type"`
	Timestamp time.Time   `json:"timestamp"` // of the change, in UTC
	Data      any         `json:"data"`
}

// Ids are texts in messages, as they are in GraphQL, and so are names of the enums.

type taskData struct {
	ID             int64         `json:"id,string"`
	Status         Status        `json:"status"`
	PreviousStatus Status        `json:"previousStatus,omitempty"`
	Category       Category      `json:"category"`
	Description    *string       `json:"description"`
	EmployeeID     *int64        `json:"employeeId,string"`
	Customer       *customerData `json:"customer"`
	Version        int           `json:"version"`
	ExternalID     *string       `json:"externalId"`
	Source         TaskSource    `json:"source"`
	Item           *itemData     `json:"item"` // filled in when the event is queued
	PromisedTime   *time.Time    `json:"promisedTime"`
	StageID        *int64        `json:"stageId,string"`
	ShopCategoryID *int64        `json:"shopCategoryId,string"`
	WarrantyOfID   *int64        `json:"warrantyOfId,string"`
	WarrantyUntil  *time.Time    `json:"warrantyUntil"`
	CreatedTime    time.Time     `json:"createdTime"`
	UpdatedTime    time.Time     `json:"updatedTime"`

	// Of WebhookTaskRated.
	Rating        int     `json:"rating,omitempty"` // from 1 to 5
	RatingComment *string `json:"ratingComment,omitempty"`
	reason        int64   // the message that says why; 0 for none
}

type itemData struct {
	Kind      *string `json:"kind"`
	Maker     *string `json:"maker"`
	Model     *string `json:"model"`
	Serial    *string `json:"serial"`
	Condition *string `json:"condition"`
	Includes  *string `json:"includes"`
}

type customerData struct {
	ID         int64   `json:"id,string"`
	Phone      string  `json:"phone"`
	Name       *string `json:"name"`
	TelegramID *int64  `json:"telegramId"`
}

// customerDetails is a customer in full, for events about customers.
type customerDetails struct {
	customerData
	Language    *string    `json:"language"`
	Verified    bool       `json:"verified"`
	ExternalID  *string    `json:"externalId"`
	Note        *string    `json:"note"`
	MutedTime   *time.Time `json:"mutedTime"`
	CreatedTime time.Time  `json:"createdTime"`
	UpdatedTime time.Time  `json:"updatedTime"`
}

type notificationData struct {
	ID         int64            `json:"id,string"`
	Kind       NotificationKind `json:"kind"`
	Status     Status           `json:"status"` // which the message tells
	State      string           `json:"state"`
	Error      *string          `json:"error"`
	TaskID     int64            `json:"taskId,string"`
	CustomerID int64            `json:"customerId,string"`
}

// emit notes an event. Its deliveries are written when the change is complete, in its transaction.
func (t *tx) emit(event WebhookType, data any) {
	t.outgoing = append(t.outgoing, webhookMessage{event, t.now, data})
}

func (t *tx) emitTask(event WebhookType, task Task, customer *Customer) {
	t.emit(event, newTaskData(task, customer))
}

// emitTaskChanges emits what changed of a task, as the lines of its history tell: one event for the status, one for the rest.
func (t *tx) emitTaskChanges(previous, task Task, customer *Customer, events []HistoryEntry) {
	if task.Status != previous.Status {
		data := newTaskData(task, customer)
		data.PreviousStatus = previous.Status
		t.emit(WebhookTaskStatusChanged, data)
	}
	if slices.ContainsFunc(events, func(e HistoryEntry) bool { return e.Kind != EventStatus }) {
		t.emitTask(WebhookTaskUpdated, task, customer)
	}
}

func (t *tx) emitRated(task Task, customer *Customer, rating Rating) {
	data := newTaskData(task, customer)
	data.Rating, data.RatingComment, data.reason = rating.Rating, orNil(rating.Comment), valueOf(rating.MessageID)
	t.emit(WebhookTaskRated, data)
}

// emitCustomer emits what became of a card; previous is empty for a new one.
func (t *tx) emitCustomer(previous, customer Customer) {
	if previous.ID == 0 {
		t.emit(WebhookCustomerCreated, newCustomerDetails(customer))
	}
	if customer.TelegramID != nil && !sameID(customer.TelegramID, previous.TelegramID) {
		t.emit(WebhookCustomerRegistered, newCustomerDetails(customer))
		return
	}
	previous.UpdatedAt = customer.UpdatedAt
	if previous.ID != 0 && previous != customer {
		t.emit(WebhookCustomerUpdated, newCustomerDetails(customer))
	}
}

func (t *tx) emitNotificationFailed(notification Notification) {
	t.emit(WebhookNotificationFailed, notificationData{
		ID: notification.ID, Kind: notification.Kind, Status: notification.Payload.To,
		State: strings.ToUpper(string(notification.State)), Error: orNil(notification.LastError),
		TaskID: notification.TaskID, CustomerID: notification.CustomerID,
	})
}

// deliveries are the statements that write the transaction's events for the endpoints that want them, as a rule none.
func (t *tx) deliveries(ctx context.Context) ([]statement, error) {
	if err := t.readFilesOfEvents(ctx); err != nil {
		return nil, err
	}
	if err := t.addItems(ctx, t.outgoing); err != nil {
		return nil, err
	}
	var atOnce, albums []webhookMessage
	for _, message := range t.outgoing {
		if data, ok := message.Data.(messageData); ok && data.isAlbum {
			albums = append(albums, message)
		} else {
			atOnce = append(atOnce, message)
		}
	}
	var all []statement
	for _, due := range []struct {
		outgoing []webhookMessage
		at       time.Time
	}{{atOnce, t.now}, {albums, t.now.Add(albumPause)}} {
		for events := range slices.Chunk(due.outgoing, rowsInStatement) {
			insert, err := t.delivery(events, due.at)
			if err != nil {
				return nil, err
			}
			all = append(all, insert)
		}
	}
	return all, nil
}

// delivery is the statement that writes events that are due at a time.
func (t *tx) delivery(events []webhookMessage, due time.Time) (statement, error) {
	lock := ""
	if t.store.isPostgres() {
		lock = "FOR KEY SHARE OF w" // an endpoint that is being deleted is left out, not an error
	}
	args := []any{t.now, due} // ids are texts, so that all columns of the VALUES have one type
	for _, message := range events {
		payload, err := json.Marshal(message)
		if err != nil {
			return statement{}, wrap(err, "encode event "+string(message.Type))
		}
		about := subjectsOf(message.Data)
		args = append(args, newMessageID(), string(message.Type), string(payload), about.task, about.customer, about.message)
	}
	return statement{`INSERT INTO webhook_deliveries
			(webhook_id, message_id, event, payload, task_id, customer_id, about_message_id, state, due_at, created_at, updated_at)
		SELECT w.id, e.column1, e.column2, e.column3, CAST(NULLIF(e.column4, '') AS bigint), CAST(NULLIF(e.column5, '') AS bigint),
			CAST(NULLIF(e.column6, '') AS bigint), 'queued', $2, $1, $1
		FROM webhooks AS w JOIN (VALUES ` + dollars(3, len(events), 6) + `) AS e ON w.events LIKE '%"' || e.column2 || '"%'
		WHERE w.active AND (w.token_id IS NULL OR w.token_id IN (SELECT id FROM api_tokens AS k WHERE ` + tokenInForce + `)) ` + lock, args}, nil
}

// addItems adds to events of tasks what was brought.
func (t *tx) addItems(ctx context.Context, events []webhookMessage) error {
	var ids []int64
	for _, event := range events {
		if task, ok := event.Data.(taskData); ok {
			ids = append(ids, task.ID)
		}
	}
	if err := t.readItems(ctx, ids); err != nil {
		return err
	}
	for i, event := range events {
		if task, ok := event.Data.(taskData); ok {
			task.Item = newItemData(t.items[task.ID])
			events[i].Data = task
		}
	}
	return nil
}

// subjects are the ids of the rows of which an event tells; "" for none.
type subjects struct{ task, customer, message string }

func subjectsOf(data any) (about subjects) {
	text := func(id int64) string { return strconv.FormatInt(id, 10) }
	var customer *customerData
	switch data := data.(type) {
	case taskData:
		about.task, customer = text(data.ID), data.Customer
		if data.reason != 0 {
			about.message = text(data.reason)
		}
	case customerDetails:
		customer = &data.customerData
	case estimateData:
		about.task, customer = text(data.TaskID), data.Customer
	case messageData:
		about.message, customer = text(data.ID), data.Customer
		if data.TaskID != nil {
			about.task = text(*data.TaskID)
		}
	} // what else there is holds no words of theirs
	if customer != nil {
		about.customer = text(customer.ID)
	}
	return about
}

// newMessageID makes the value of the header webhook-id. It holds no full stop, which delimits the
// parts of what is signed.
func newMessageID() string { return "msg_" + rand.Text() }

func newTaskData(task Task, customer *Customer) taskData {
	data := taskData{
		ID: task.ID, Status: task.Status, Category: task.Category, Description: orNil(task.Description),
		EmployeeID: task.EmployeeID, Version: task.Version, ExternalID: orNil(task.ExternalID), Source: task.Source,
		PromisedTime: task.PromisedAt, StageID: task.StageID, ShopCategoryID: task.ShopCategoryID,
		WarrantyOfID: task.WarrantyOfID, WarrantyUntil: task.WarrantyUntil,
		CreatedTime: task.CreatedAt.UTC(), UpdatedTime: task.UpdatedAt.UTC(),
	}
	if customer != nil {
		short := newCustomerData(*customer)
		data.Customer = &short
	}
	return data
}

// newItemData is nil where nobody said what was brought.
func newItemData(item Item) *itemData {
	if item.IsEmpty() {
		return nil
	}
	return &itemData{
		Kind: orNil(item.Kind), Maker: orNil(item.Maker), Model: orNil(item.Model), Serial: orNil(item.Serial),
		Condition: orNil(item.Condition), Includes: orNil(item.Includes),
	}
}

func newCustomerData(customer Customer) customerData {
	return customerData{customer.ID, customer.Phone, orNil(customer.Name), customer.TelegramID}
}

func newCustomerDetails(customer Customer) customerDetails {
	return customerDetails{
		customerData: newCustomerData(customer), Language: orNil(strings.ToUpper(customer.Language)),
		Verified: customer.PhoneVerifiedAt != nil, ExternalID: orNil(customer.ExternalID), Note: orNil(customer.Note),
		MutedTime: customer.MutedAt, CreatedTime: customer.CreatedAt.UTC(), UpdatedTime: customer.UpdatedAt.UTC(),
	}
}

func orNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
