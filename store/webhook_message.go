package store

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// messageData is a message between a customer and staff. Notes are told to nobody.
type messageData struct {
	ID          int64         `json:"id,string"`
	Direction   Direction     `json:"direction"` // IN or OUT
	Author      string        `json:"author"`    // CUSTOMER, STAFF or TOKEN
	Text        string        `json:"text"`
	Files       []fileData    `json:"files"`
	TaskID      *int64        `json:"taskId,string"`   // null for one that is not filed to a task
	Customer    *customerData `json:"customer"`        // null for a chat in which nobody has registered
	State       string        `json:"state,omitempty"` // of message.failed, that of the part which did not go out
	Error       *string       `json:"error,omitempty"`
	CreatedTime time.Time     `json:"createdTime"`

	isAlbum bool // of which more parts may come in a moment
}

type fileData struct {
	ID   int64    `json:"id,string"`
	Kind FileKind `json:"kind"`
	Name *string  `json:"name"`
	Mime *string  `json:"mime"`
	Size *int64   `json:"size"` // in bytes
}

// newMessageData is without the files; see readFilesOfEvents.
func newMessageData(message Message, customer *Customer) messageData {
	data := messageData{
		ID: message.ID, Direction: message.Direction, Author: strings.ToUpper(string(message.AuthorKind)), Text: message.Text,
		Files: []fileData{}, TaskID: message.TaskID, CreatedTime: message.CreatedAt.UTC(),
	}
	if customer != nil {
		short := newCustomerData(*customer)
		data.Customer = &short
	}
	return data
}

func (d *messageData) addFiles(files []File) {
	for _, file := range files {
		told := fileData{ID: file.ID, Kind: file.Kind, Name: orNil(file.Name), Mime: orNil(file.Mime)}
		if file.Size > 0 {
			told.Size = &file.Size
		}
		d.Files = append(d.Files, told)
	}
}

// emitReceived emits that a customer wrote.
func (t *tx) emitReceived(message Message, customer *Customer) {
	data := newMessageData(message, customer)
	data.isAlbum = message.MediaGroupID != ""
	t.emit(WebhookMessageReceived, data)
}

// emitAlbum emits an album anew of which another part came. What waits for the rest of it is not told; an endpoint that was
// told already hears of the same message again, with all of its files.
func (t *tx) emitAlbum(ctx context.Context, album Message, customer *Customer) error {
	_, err := t.NewDelete().Model((*WebhookDelivery)(nil)).Where("about_message_id = ?", album.ID).Where("event = ?", WebhookMessageReceived).
		Where("state = ?", WebhookDeliveryQueued).Where("attempts = 0").Exec(ctx)
	if err != nil {
		return wrap(err, "drop what was to be told of a part of an album")
	}
	t.emitReceived(album, customer)
	return nil
}

// readFilesOfEvents reads the files of all messages of which is told, with one statement.
func (t *tx) readFilesOfEvents(ctx context.Context) error {
	var ids []int64
	for _, event := range t.outgoing {
		if data, ok := event.Data.(messageData); ok {
			ids = append(ids, data.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var files []File
	if err := t.NewSelect().Model(&files).Where("message_id IN (?)", bun.List(ids)).Order("place", "id").Scan(ctx); err != nil {
		return wrap(err, "read the files of messages")
	}
	byMessage := map[int64][]File{}
	for _, file := range files {
		byMessage[*file.MessageID] = append(byMessage[*file.MessageID], file)
	}
	for i, event := range t.outgoing {
		if data, ok := event.Data.(messageData); ok {
			data.addFiles(byMessage[data.ID])
			t.outgoing[i].Data = data
		}
	}
	return nil
}

// emitDelivery emits what became of a message of staff when one of the notifications that deliver it has ended: that it
// was sent when all have been, or that it failed.
func (t *tx) emitDelivery(ctx context.Context, ended Notification) error {
	event := WebhookMessageFailed
	if ended.State == NotificationSent {
		event = WebhookMessageSent
		waits, err := t.NewSelect().Model((*Notification)(nil)).Where("message_id = ?", ended.MessageID).Where("state <> 'sent'").Exists(ctx)
		if err != nil || waits {
			return wrap(err, "look for parts of a message that are not sent")
		}
	}
	var message Message
	if err := t.NewSelect().Model(&message).Where("id = ?", ended.MessageID).Scan(ctx); err != nil {
		return notFoundOr(err, "read the message of a notification")
	}
	var customer Customer
	if err := t.NewSelect().Model(&customer).Where("id = ?", ended.CustomerID).Scan(ctx); err != nil {
		return notFoundOr(err, "read the customer of a message")
	}
	data := newMessageData(message, &customer)
	if event == WebhookMessageFailed {
		data.State, data.Error = strings.ToUpper(string(ended.State)), orNil(ended.LastError)
	}
	t.emit(event, data)
	return nil
}
