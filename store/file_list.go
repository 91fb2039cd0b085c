package store

import (
	"context"
	"math"

	"github.com/uptrace/bun"
)

// FilesOfMessages reads the files of many messages with one statement, each message's in their order.
func (s *Store) FilesOfMessages(ctx context.Context, messageIDs []int64) (map[int64][]File, error) {
	byMessage, _, err := s.FilesOfMessagesUpTo(ctx, messageIDs, math.MaxInt32)
	return byMessage, err
}

// FilesOfMessagesUpTo is FilesOfMessages, unless there are more than most: then tooMany is true and none is given.
func (s *Store) FilesOfMessagesUpTo(ctx context.Context, messageIDs []int64, most int) (byMessage map[int64][]File, tooMany bool, err error) {
	var files []File
	err = s.read.NewSelect().Model(&files).Where("message_id IN (?)", bun.List(messageIDs)).Order("message_id", "place", "id").Limit(int64(most) + 1).Scan(ctx)
	if err != nil || len(files) > most {
		return nil, err == nil, wrap(err, "read files of messages")
	}
	byMessage = map[int64][]File{}
	for _, file := range files {
		byMessage[*file.MessageID] = append(byMessage[*file.MessageID], file)
	}
	return byMessage, false, nil
}

// FilesOfTasks reads the files of many tasks with one statement, each task's as they came, with those of notes or
// without, unless there are more than most: then tooMany is true and none is given.
func (s *Store) FilesOfTasks(ctx context.Context, taskIDs []int64, withoutNotes bool, most int) (byTask map[int64][]File, tooMany bool, err error) {
	var files []File
	query := s.read.NewSelect().Model(&files).Where("f.task_id IN (?)", bun.List(taskIDs)).Order("f.task_id", "f.message_id", "f.place", "f.id").Limit(int64(most) + 1)
	if withoutNotes {
		query.Where("NOT EXISTS (SELECT 1 FROM messages AS m WHERE m.id = f.message_id AND m.direction = 'NOTE')")
	}
	if err = query.Scan(ctx); err != nil || len(files) > most {
		return nil, err == nil, wrap(err, "read files of tasks")
	}
	byTask = map[int64][]File{}
	for _, file := range files {
		byTask[*file.TaskID] = append(byTask[*file.TaskID], file)
	}
	return byTask, false, nil
}

// filesOf are the files of a message in their order.
func (t *tx) filesOf(ctx context.Context, message Message) (files []File, err error) {
	err = t.NewSelect().Model(&files).Where("message_id = ?", message.ID).Order("place", "id").Scan(ctx)
	return files, wrap(err, "read the files of a message")
}
