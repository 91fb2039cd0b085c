package store

import (
	"context"

	"github.com/uptrace/bun"
)

// MessagePart is the part of a message that a notification delivers.
type MessagePart struct {
	Message Message
	Part    Part
	Author  Staff // zero where a program wrote
	Last    bool  // no part follows
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
	complete := deliveries[:0]
	for _, delivery := range deliveries {
		if id := delivery.Notification.MessageID; id != 0 {
			message := known[id]
			if message == nil {
				continue
			}
			parts, part := MessageParts(message.Text, files[id]), delivery.Notification.Payload.Part
			if part >= len(parts) {
				continue // it cannot be: the same message always has the same parts
			}
			delivery.Message = &MessagePart{Message: *message, Part: parts[part], Last: part == len(parts)-1}
			if author := staff[message.Author().ID]; author != nil && message.AuthorKind == ActorStaff {
				delivery.Message.Author = *author
			}
		}
		complete = append(complete, delivery)
	}
	return complete, nil
}
