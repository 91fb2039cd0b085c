package store

import (
	"context"

	"github.com/uptrace/bun"
)

// Message finds a message by its id.
func (s *Store) Message(ctx context.Context, id int64) (Message, error) {
	var message Message
	err := s.read.NewSelect().Model(&message).Where("id = ?", id).Scan(ctx)
	return message, notFoundOr(err, "read message")
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
