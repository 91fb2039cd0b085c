package store

import (
	"context"
	"slices"

	"github.com/uptrace/bun"
)

// MessagePart is the part of a message that a notification delivers.
type MessagePart struct {
	Message Message
	Part    Part
	Author  Staff // zero where a program wrote
	Begins  bool  // the words of the message begin in this part
	Last    bool  // no part follows
	ReplyTo int   // of the first part: the message in the customer's chat that it answers; 0 for none
}

// IsUploaded tells whether sending it takes an upload, because Telegram does not know all of its files.
func (p MessagePart) IsUploaded() bool {
	return slices.ContainsFunc(p.Part.Files, func(f File) bool { return f.TelegramFileID == "" })
}

// withMessages reads the messages of the deliveries that have one. Those whose message was deleted since are left out.
func (s *Store) withMessages(ctx context.Context, deliveries []Delivery) ([]Delivery, error) {
	var ids []int64
	for _, delivery := range deliveries {
		if id := delivery.Notification.MessageID; id != 0 {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return deliveries, nil
	}
	var messages []Message
	if err := s.read.NewSelect().Model(&messages).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, wrap(err, "read messages to deliver")
	}
	files, err := s.FilesOfMessages(ctx, ids)
	if err != nil {
		return nil, err
	}
	var authors []int64
	for _, message := range messages {
		if message.AuthorKind == ActorStaff {
			authors = append(authors, *message.AuthorID)
		}
	}
	staff, err := s.StaffByID(ctx, authors)
	if err != nil {
		return nil, err
	}
	known := byID(messages, func(m *Message) int64 { return m.ID })
	answered, err := s.answeredMessages(ctx, messages)
	if err != nil {
		return nil, err
	}
	complete := deliveries[:0]
	for _, delivery := range deliveries {
		if id := delivery.Notification.MessageID; id != 0 {
			message := known[id]
			if message == nil {
				continue
			}
			parts, part := MessageParts(message.Text, files[id]), delivery.Notification.Payload.Part
			if part >= len(parts) {
				delivery.Refusal = "This message has changed since. Write it again."
				complete = append(complete, delivery)
				continue
			}
			begins := slices.IndexFunc(parts, func(p Part) bool { return p.Text != "" })
			delivery.Message = &MessagePart{Message: *message, Part: parts[part], Begins: part == begins, Last: part == len(parts)-1}
			if reply := answered[message.ID]; part == 0 && reply.ChatID == delivery.Notification.ChatID {
				delivery.Message.ReplyTo = int(*reply.TelegramMessageID)
			}
			if author := staff[message.Author().ID]; author != nil && message.AuthorKind == ActorStaff {
				delivery.Message.Author = *author
			}
		}
		complete = append(complete, delivery)
	}
	return complete, nil
}

// answeredMessages are those in Telegram that messages answer, by who answers.
func (s *Store) answeredMessages(ctx context.Context, messages []Message) (map[int64]Message, error) {
	var ids []int64
	for _, message := range messages {
		if message.ReplyToMessageID != nil {
			ids = append(ids, *message.ReplyToMessageID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	var found []Message
	err := s.read.NewSelect().Model(&found).Where("id IN (?)", bun.List(ids)).Where("telegram_message_id IS NOT NULL").Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read what messages answer")
	}
	known, answered := byID(found, func(m *Message) int64 { return m.ID }), map[int64]Message{}
	for _, message := range messages {
		if message.ReplyToMessageID != nil && known[*message.ReplyToMessageID] != nil {
			answered[message.ID] = *known[*message.ReplyToMessageID]
		}
	}
	return answered, nil
}
