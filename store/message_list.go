package store

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/uptrace/bun"
)

// MessageFilter chooses among the messages that staff see: not those of a request that its customer is still writing,
// nor those of a chat in which nobody has registered. All that is set must hold.
type MessageFilter struct {
	ID           *int64
	TaskID       *int64
	CustomerID   *int64
	Inbox        bool // a customer's, which waits for an answer and is filed to no task
	Created      Interval
	WithoutNotes bool
}

// messageOrder is the order in which messages were written.
var messageOrder = ordering{}

// CursorOfMessage is the message's place in every list of messages.
func CursorOfMessage(message Message) Cursor { return Cursor{At: message.CreatedAt, ID: message.ID} }

var messageColumns = columns[Message]{
	table: "messages",
	names: []string{"id", "customer_id", "chat_id", "task_id", "draft_id", "direction", "author_kind", "author_id", "author_name", "text",
		"previous_texts", "telegram_message_id", "media_group_id", "reply_to_message_id", "edited_at", "answered_at", "created_at", "updated_at"},
	targets: func(m *Message) []any {
		return []any{&m.ID, &m.CustomerID, &m.ChatID, &m.TaskID, &m.DraftID, (*string)(&m.Direction), (*string)(&m.AuthorKind), &m.AuthorID, &m.AuthorName, &m.Text,
			jsonTexts{&m.PreviousTexts}, &m.TelegramMessageID, &m.MediaGroupID, &m.ReplyToMessageID, &m.EditedAt, &m.AnsweredAt, &m.CreatedAt, &m.UpdatedAt}
	},
}

// jsonTexts reads a list of texts as the databases keep it.
type jsonTexts struct{ texts *[]string }

func (j jsonTexts) Scan(kept any) error {
	*j.texts = nil // or rows that are read one after another share its memory
	switch kept := kept.(type) {
	case string:
		return json.Unmarshal([]byte(kept), j.texts)
	case []byte:
		return json.Unmarshal(kept, j.texts)
	}
	return fmt.Errorf("a list of texts is kept as %T", kept)
}

// Message finds a message by its id.
func (s *Store) Message(ctx context.Context, id int64) (Message, error) {
	var message Message
	err := s.read.NewSelect().Model(&message).Where("id = ?", id).Scan(ctx)
	return message, notFoundOr(err, "read message")
}

// MessagesByID finds many messages with one statement; ids that nobody has are left out.
func (s *Store) MessagesByID(ctx context.Context, ids []int64) (map[int64]*Message, error) {
	messages, err := messageColumns.byID(ctx, s, "id", ids, func(m *Message) int64 { return m.ID })
	return messages, wrap(err, "read messages")
}

// MessagePage reads a page of the messages that the filter chooses, the oldest first.
func (s *Store) MessagePage(ctx context.Context, filter MessageFilter, r PageRequest) (Page[Message], error) {
	page, err := readPage(ctx, s.messageConditions(filter), "m", messageColumns, messageOrder, r)
	return page, wrap(err, "read a page of the messages")
}

// CountMessages counts the messages that the filter chooses.
func (s *Store) CountMessages(ctx context.Context, filter MessageFilter) (int, error) {
	w := s.messageConditions(filter)
	count, err := w.count(ctx, "messages AS m")
	return count, wrap(err, "count messages")
}

func (s *Store) messageConditions(filter MessageFilter) conditions {
	w := conditions{store: s}
	if filter.ID != nil {
		w.add("m.id = ?", *filter.ID)
	}
	if filter.TaskID != nil {
		w.add("m.task_id = ?", *filter.TaskID)
	}
	if filter.CustomerID != nil {
		w.add("m.customer_id = ?", *filter.CustomerID)
	}
	w.add("m.draft_id IS NULL")
	if filter.Inbox {
		w.add("m.task_id IS NULL AND m.direction = 'IN' AND m.answered_at IS NULL")
		w.add("+m.customer_id IS NOT NULL") // the plus, or SQLite goes through the index of customers and not that of the inbox
	} else if filter.TaskID == nil && filter.CustomerID == nil {
		w.add("(m.customer_id IS NOT NULL OR m.task_id IS NOT NULL)")
	}
	w.addInterval("m.created_at", filter.Created)
	if filter.WithoutNotes {
		w.add("m.direction <> 'NOTE'")
	}
	return w
}

// MessageOwner is by what messages are grouped.
type MessageOwner string

const (
	MessagesOfTask     MessageOwner = "task_id"
	MessagesOfCustomer MessageOwner = "customer_id"
)

// of is whose the message is.
func (o MessageOwner) of(message Message) int64 {
	if o == MessagesOfTask {
		return *message.TaskID
	}
	return *message.CustomerID
}

// MessagePages reads the same page of the messages of many tasks or customers with one statement, unless the pages hold
// more than most messages together: then tooMany is true and no page is given. Of each owner it need walk only as far
// as the page goes.
func (s *Store) MessagePages(
	ctx context.Context, owner MessageOwner, ids []int64, filter MessageFilter, r PageRequest, most int,
) (pages map[int64]Page[Message], tooMany bool, err error) {
	if len(ids) == 0 {
		return nil, false, nil
	}
	w, statement := s.messagePagesStatement(owner, ids, filter, r, most)
	rows, err := w.run(ctx, statement)
	if err != nil {
		return nil, false, wrap(err, "read pages of messages")
	}
	messages, err := messageColumns.all(rows, 0)
	if err != nil || len(messages) > most {
		return nil, err == nil, wrap(err, "read pages of messages")
	}
	read := map[int64][]Message{}
	for _, message := range messages {
		read[owner.of(message)] = append(read[owner.of(message)], message)
	}
	pages = map[int64]Page[Message]{}
	for id, messages := range read {
		pages[id] = pageOf(messages, r)
	}
	return pages, false, nil
}

// messagePagesStatement has each owner's page end where a walk of its length has come. LATERAL would say the same, and
// SQLite has it not.
func (s *Store) messagePagesStatement(owner MessageOwner, ids []int64, filter MessageFilter, r PageRequest, most int) (conditions, string) {
	w := s.messageConditions(filter)
	orderBy := messageOrder.of(&w, "m", r)
	walk := strings.ReplaceAll(w.where(), "m.", "w.")
	end, beyond := " <= ", strconv.FormatInt(math.MaxInt64, 10)
	if r.FromEnd {
		end, beyond = " >= ", "0"
	}
	owners := "(SELECT value AS id FROM json_each(?))"
	if s.isPostgres() {
		owners = "(SELECT unnest(CAST(? AS bigint[])) AS id)"
	}
	_, list := s.anyOf("", "", ids)
	owners = strings.Replace(owners, "?", w.argument(list), 1)
	column := string(owner)
	return w, "SELECT " + messageColumns.of("m") + " FROM " + owners + " AS o JOIN messages AS m ON m." + column + " = o.id AND m.id" + end +
		"COALESCE((SELECT w.id FROM messages AS w" + walk + " AND w." + column + " = o.id ORDER BY " + strings.ReplaceAll(orderBy, "m.", "w.") +
		" LIMIT 1 OFFSET " + strconv.Itoa(r.Limit) + "), " + beyond + ")" + w.where() +
		" ORDER BY m." + column + ", " + orderBy + " LIMIT " + strconv.Itoa(most+1)
}

// CountMessagesOf counts the messages of many tasks or customers that the filter chooses. Who has none is left out.
func (s *Store) CountMessagesOf(ctx context.Context, owner MessageOwner, ids []int64, filter MessageFilter) (map[int64]int, error) {
	w := s.messageConditions(filter)
	condition, list := s.anyOf("m."+string(owner), "?", ids)
	w.add(condition, list)
	rows, err := w.query(ctx, "SELECT m."+string(owner)+", count(*) FROM messages AS m", " GROUP BY m."+string(owner))
	if err != nil {
		return nil, wrap(err, "count messages")
	}
	defer rows.Close()
	counts := map[int64]int{}
	for rows.Next() {
		var id int64
		var count int
		if err := rows.Scan(&id, &count); err != nil {
			return nil, wrap(err, "count messages")
		}
		counts[id] = count
	}
	return counts, wrap(rows.Err(), "count messages")
}

// DeliveriesOfMessages finds, with one statement, how far many messages of staff have come: for each the first of its
// notifications that is not sent, or else the last one.
func (s *Store) DeliveriesOfMessages(ctx context.Context, messageIDs []int64) (map[int64]Notification, error) {
	var rows []Notification
	err := s.read.NewSelect().Model(&rows).Where("message_id IN (?)", bun.List(messageIDs)).Order("id").Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read deliveries of messages")
	}
	byMessage := map[int64]Notification{}
	for _, row := range rows {
		if known, ok := byMessage[row.MessageID]; !ok || known.State == NotificationSent {
			byMessage[row.MessageID] = row
		}
	}
	return byMessage, nil
}
