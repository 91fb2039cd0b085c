package store

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/uptrace/bun"
)

const (
	// MaxMessage is how long a message may be, in characters.
	MaxMessage = 20_000
	// MaxMessageFiles is how many files a message may have.
	MaxMessageFiles = 30
)

// NewMessage is what staff write to a customer: about a task, or about none.
type NewMessage struct {
	TaskID     *int64
	CustomerID *int64 // where TaskID is nil
	Text       string
	FileIDs    []int64 // uploads of who writes that no message has yet
}

// SendMessage writes a message to a customer, to be sent when the hold is over. The customer's messages about the same
// task, or those that are filed to none, count as answered. Where the customer cannot be reached the message is kept,
// and its state says so. It makes nobody responsible for the task.
func (s *Store) SendMessage(ctx context.Context, actor Actor, in NewMessage) (Message, error) {
	if err := in.checkAddressee(); err != nil {
		return Message{}, err
	}
	text, err := cleanMessage(in)
	if err != nil {
		return Message{}, err
	}
	var message Message
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			message = Message{TaskID: in.TaskID, Text: text}
			return tx.sendMessage(ctx, actor, in, &message, tx.uploadsOf(actor, in), tx.store.hold)
		})
	})
	return message, err
}

// attachment gives a message its files.
type attachment func(ctx context.Context, message Message) ([]File, error)

// uploadsOf are the files that a new message names.
func (t *tx) uploadsOf(actor Actor, in NewMessage) attachment {
	return func(ctx context.Context, message Message) ([]File, error) {
		return t.attachUploads(ctx, actor, message, in.FileIDs, LabelNone)
	}
}

// sendMessage writes a message of staff to whom in says, to be sent when the hold is over.
func (t *tx) sendMessage(ctx context.Context, actor Actor, in NewMessage, message *Message, attach attachment, hold time.Duration) error {
	customer, err := t.lockAddressee(ctx, in)
	if err != nil {
		return err
	}
	if err := mayWrite(ctx, t, *customer, valueOf(in.TaskID)); err != nil {
		return err
	}
	message.CustomerID, message.Direction = &customer.ID, DirectionOut
	if customer.TelegramID != nil {
		message.ChatID = *customer.TelegramID
	}
	files, err := t.insertStaffMessage(ctx, actor, message, attach)
	if err != nil {
		return err
	}
	if err := t.answered(ctx, *message); err != nil {
		return err
	}
	first, err := t.queueMessage(ctx, *customer, *message, len(MessageParts(message.Text, files)), hold)
	if err == nil && first.State == NotificationUnreachable {
		return t.emitDelivery(ctx, first)
	}
	return err
}

func (in NewMessage) checkAddressee() error {
	if (in.TaskID == nil) == (in.CustomerID == nil) {
		return errInvalid("taskId", "Say either with taskId which task you mean, or with customerId which customer.")
	}
	return nil
}

// AddNote writes a note among staff to a task. Nothing is sent.
func (s *Store) AddNote(ctx context.Context, actor Actor, in NewMessage) (Message, error) {
	if in.TaskID == nil {
		return Message{}, errInvalid("taskId", "Say with taskId to which task the note belongs.")
	}
	text, err := cleanMessage(in)
	if err != nil {
		return Message{}, err
	}
	var note Message
	err = retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
			_, task, err := tx.lockTask(ctx, *in.TaskID)
			if err != nil {
				return fieldError(err, "taskId")
			}
			note = Message{CustomerID: task.CustomerID, TaskID: in.TaskID, Direction: DirectionNote, Text: text}
			_, err = tx.insertStaffMessage(ctx, actor, &note, tx.uploadsOf(actor, in))
			return err
		})
	})
	return note, err
}

// noteNewTask writes the note with which a task is taken in. Its pictures show the item before the work.
func (t *tx) noteNewTask(ctx context.Context, actor Actor, task Task, in NewMessage) error {
	note := Message{CustomerID: task.CustomerID, TaskID: &task.ID, Direction: DirectionNote, Text: in.Text}
	_, err := t.insertStaffMessage(ctx, actor, &note, func(ctx context.Context, message Message) ([]File, error) {
		return t.attachUploads(ctx, actor, message, in.FileIDs, LabelBefore)
	})
	return fieldError(err, "noteFileIds")
}

// cleanMessage gives the text as it is kept. Telegram refuses a text in which nothing can be seen.
func cleanMessage(in NewMessage) (string, error) {
	text, err := cleanText("text", in.Text, MaxMessage)
	if err != nil {
		return "", err
	}
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) {
		text = ""
	}
	switch {
	case text == "" && len(in.FileIDs) == 0:
		return "", errInvalid("text", "Write a text, or attach a file.")
	case len(in.FileIDs) > MaxMessageFiles:
		return "", errInvalid("fileIds", "A message has at most %d files. Send the rest with another one.", MaxMessageFiles)
	}
	return text, nil
}

// Why a message cannot be written.
var (
	errNoCustomer  = errConflict("taskId", "This task has no customer any more, so there is nobody to write to.")
	errNotVerified = errConflict("", "Telegram has not confirmed that this chat belongs to the customer's phone, so only what it wrote itself can be answered there. "+
		"Ask the customer to share their contact with the bot.")
)

// lockAddressee locks to whom a message goes and, if it is about one, the task.
func (t *tx) lockAddressee(ctx context.Context, in NewMessage) (*Customer, error) {
	if in.TaskID == nil {
		customer, err := t.findCustomer(ctx, "id = $1", *in.CustomerID)
		if err == nil && customer == nil {
			err = fieldError(errNotFound(), "customerId")
		}
		return customer, err
	}
	customer, _, err := t.lockTask(ctx, *in.TaskID)
	switch {
	case err != nil:
		return nil, fieldError(err, "taskId")
	case customer == nil:
		return nil, errNoCustomer
	}
	return customer, nil
}

// valueOf is 0 for no id.
func valueOf(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

// mayWrite refuses to tell a chat, whose phone was only typed and may be a stranger's, anything but answers to what was
// written in that chat itself.
func mayWrite(ctx context.Context, db bun.IDB, customer Customer, taskID int64) error {
	if customer.TelegramID == nil || customer.PhoneVerifiedAt != nil {
		return nil
	}
	query := db.NewSelect().Model((*Message)(nil)).Where("chat_id = ?", *customer.TelegramID).Where("m.direction = ?", DirectionIn)
	if taskID == 0 {
		query.Where("m.task_id IS NULL")
	} else {
		query.Join("JOIN tasks AS t ON t.id = m.task_id").Where("m.task_id = ?", taskID).Where("t.source = ?", SourceCustomer)
	}
	wrote, err := query.Exists(ctx)
	if err == nil && !wrote {
		return errNotVerified
	}
	return wrap(err, "look for what a chat wrote")
}

// insertStaffMessage writes a message of staff with its files.
func (t *tx) insertStaffMessage(ctx context.Context, actor Actor, message *Message, attach attachment) ([]File, error) {
	t.sign(message, actor)
	if _, err := t.NewInsert().Model(message).Exec(ctx); err != nil {
		return nil, wrap(err, "insert message")
	}
	t.changed(message.subject(), Created, message.ID)
	return attach(ctx, *message)
}

// sign says who writes a message, and when.
func (t *tx) sign(message *Message, actor Actor) {
	message.AuthorKind, message.PreviousTexts = actor.Kind, []string{}
	if actor.ID != 0 {
		message.AuthorID = &actor.ID
	}
	message.CreatedAt, message.UpdatedAt = t.now, t.now
}

// attachUploads gives a message the files that its author has uploaded for it, and their pictures the label.
func (t *tx) attachUploads(ctx context.Context, actor Actor, message Message, ids []int64, label FileLabel) ([]File, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	order := map[int64]int{}
	for _, id := range ids {
		if _, known := order[id]; !known {
			order[id] = len(order)
		}
	}
	ids = slices.Sorted(maps.Keys(order))
	var files []File
	query := t.NewSelect().Model(&files).Where("id IN (?)", bun.List(ids)).Where("message_id IS NULL").Where("state = ?", FileKept).
		Where("? = ?", uploadedBy(actor), actor.ID).Order("id")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return nil, wrap(err, "lock uploads")
	}
	if len(files) != len(ids) {
		return nil, errInvalid("fileIds", "Not all of these are files that you have uploaded and not sent yet. Upload them again.")
	}
	for i := range files {
		file := &files[i]
		file.MessageID, file.TaskID, file.Place, file.UpdatedAt = &message.ID, message.TaskID, order[file.ID], t.now
		if file.Kind == FilePhoto {
			file.Label = label
		}
		if _, err := t.NewUpdate().Model(file).Column("message_id", "task_id", "place", "label", "updated_at").WherePK().Exec(ctx); err != nil {
			return nil, wrap(err, "attach uploads")
		}
	}
	slices.SortFunc(files, func(a, b File) int { return a.Place - b.Place })
	return files, nil
}

// queueMessage writes the notifications that deliver a message when the hold is over, one for each of its parts.
func (t *tx) queueMessage(ctx context.Context, customer Customer, message Message, parts int, hold time.Duration) (first Notification, err error) {
	due := t.now.Add(hold)
	rows := make([]Notification, parts)
	for part := range rows {
		rows[part] = Notification{
			CustomerID: customer.ID, ChatID: message.ChatID, MessageID: message.ID, Kind: NotificationMessage,
			Payload: NotificationPayload{Part: part}, State: NotificationQueued,
			NotBefore: due, FirstDue: due, CreatedAt: t.now, UpdatedAt: t.now,
		}
		if message.TaskID != nil {
			rows[part].TaskID = *message.TaskID
		}
		if customer.TelegramID == nil || customer.UnreachableAt != nil {
			rows[part].State = NotificationUnreachable
		}
	}
	if _, err := t.NewInsert().Model(&rows).Exec(ctx); err != nil {
		return first, wrap(err, "insert notifications of a message")
	}
	t.queued = true
	for _, row := range rows {
		t.changed(SubjectNotification, Created, row.ID)
	}
	return rows[0], nil
}

// DeleteMessage takes a message back that its author has just written, while nothing of it has been sent; or a note.
// What it answered waits again. It returns the message as it was.
func (s *Store) DeleteMessage(ctx context.Context, actor Actor, id int64) (Message, error) {
	var message Message
	err := retryConflict(func() error {
		return s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
			message, err = tx.lockMessage(ctx, id)
			switch {
			case err != nil:
				return err
			case message.Direction == DirectionIn:
				return errConflict("id", "A customer's message cannot be taken back.")
			case message.Author() != actor:
				return &Error{Code: Forbidden, Message: "Only who has written a message can take it back."}
			}
			if message.Direction == DirectionOut {
				if err := tx.takeBack(ctx, message); err != nil {
					return err
				}
			}
			// What was a reply in Telegram is known there still: an edit of it must not send it anew.
			if _, err := tx.exec(ctx, "UPDATE staff_replies SET message_id = NULL WHERE message_id = $1", id); err != nil {
				return wrap(err, "note that a reply was taken back")
			}
			return tx.deleteMessages(ctx, "id = ?", id)
		})
	})
	return message, err
}

// takeBack removes what is still held back of a message, or refuses to, and lets what it answered wait again.
func (t *tx) takeBack(ctx context.Context, message Message) error {
	var rows []Notification
	if err := t.forUpdate(t.NewSelect().Model(&rows).Where("message_id = ?", message.ID).Order("id")).Scan(ctx); err != nil {
		return wrap(err, "lock the notifications of a message")
	}
	for _, row := range rows {
		if row.State != NotificationQueued || !row.NotBefore.After(t.now) || row.LastError != "" {
			return errConflict("id", "This message is on its way already and cannot be taken back.")
		}
	}
	return t.unanswer(ctx, message)
}

// unanswer lets what a message answered wait again.
func (t *tx) unanswer(ctx context.Context, message Message) error {
	var waiting []int64
	err := t.NewUpdate().Model((*Message)(nil)).Set("answered_at = NULL").Set("updated_at = ?", t.now).
		Where("customer_id = ?", message.CustomerID).Where("answered_at = ?", message.CreatedAt).Returning("id").Scan(ctx, &waiting)
	t.changed(SubjectMessage, Updated, waiting...)
	if err != nil || message.TaskID == nil {
		return wrap(err, "let messages wait again")
	}
	return t.countAwaiting(ctx, *message.TaskID)
}

// lockMessage locks a message, and before it its customer and task, as everything does that locks several of them.
func (t *tx) lockMessage(ctx context.Context, id int64) (Message, error) {
	if _, err := t.findCustomer(ctx, "id = (SELECT customer_id FROM messages WHERE id = $1)", id); err != nil {
		return Message{}, err
	}
	_, err := readColumn[int64](t.query(ctx, "SELECT id FROM tasks WHERE id = (SELECT task_id FROM messages WHERE id = $1)"+t.lock(), id))
	if err != nil {
		return Message{}, wrap(err, "lock the task of a message")
	}
	var message Message
	err = t.forUpdate(t.NewSelect().Model(&message).Where("id = ?", id)).Scan(ctx)
	return message, notFoundOr(err, "lock message")
}
