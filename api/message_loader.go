package api

import (
	"context"

	"zayavka/store"
)

// loadMessages makes the loaders of messages and of what belongs to them.
func (l *loaders) loadMessages() {
	l.messages = newLoader(func(ctx context.Context, ids []int64) (map[int64]*store.Message, error) {
		byID, err := l.store.MessagesByID(ctx, ids)
		for _, message := range byID {
			l.foundMessage(*message)
		}
		return byID, err
	})
	l.deliveries = newLoader(func(ctx context.Context, ids []int64) (map[int64]store.Notification, error) {
		byMessage, err := l.store.DeliveriesOfMessages(ctx, ids)
		for _, delivery := range byMessage {
			l.foundNotifications([]store.Notification{delivery})
		}
		return byMessage, err
	})
	l.filesByMessage = newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.File, error) {
		byMessage, tooMany, err := l.store.FilesOfMessagesUpTo(ctx, ids, l.budget.MayLoad())
		return grouped(l.budget, byMessage, tooMany, err)
	})
	filesByTask := func(withoutNotes bool) *loader[[]store.File] {
		return newLoader(func(ctx context.Context, ids []int64) (map[int64][]store.File, error) {
			byTask, tooMany, err := l.store.FilesOfTasks(ctx, ids, withoutNotes, l.budget.MayLoad())
			return grouped(l.budget, byTask, tooMany, err)
		})
	}
	l.filesByTask, l.filesByTaskWithoutNotes = filesByTask(false), filesByTask(true)
}

// foundMessages announces what the messages refer to.
func (l *loaders) foundMessages(messages []store.Message) {
	for _, message := range messages {
		l.foundMessage(message)
	}
}

func (l *loaders) foundMessage(message store.Message) {
	l.filesByMessage.announce(message.ID)
	if message.Direction == store.DirectionOut {
		l.deliveries.announce(message.ID)
	}
	l.tasks.announceSome(message.TaskID)
	l.customers.announceSome(message.CustomerID)
	l.foundActor(message.AuthorKind, message.AuthorID)
}
