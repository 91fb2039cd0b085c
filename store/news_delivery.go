package store

import (
	"context"

	"github.com/uptrace/bun"
)

// News is what news for staff tell of, as it is when they are sent.
type News struct {
	Task     *Task     // nil while what the customer wrote is not filed
	Customer *Customer // nil when the card is gone
	Employee *Staff    // of the task, or nil
	Messages []Message // the newest of those that they tell of, oldest first
	Files    []File    // of all that they tell of
	Silent   bool      // it is night at the business
}

// The night of the business, by its clock: news come without a sound.
const nightBegins, nightEnds = 22, 8

// news reads what news tell of; nil if there is nothing to tell any more.
func (s *Store) news(ctx context.Context, n Notification) (*News, error) {
	hour := s.now().In(s.location).Hour()
	news := &News{Silent: hour >= nightBegins || hour < nightEnds}
	if n.TaskID != 0 {
		tasks, err := s.TasksByID(ctx, []int64{n.TaskID})
		if err != nil || tasks[n.TaskID] == nil {
			return nil, err
		}
		news.Task = tasks[n.TaskID]
	}
	about := n.AboutCustomerID
	if news.Task != nil && news.Task.CustomerID != nil {
		about = *news.Task.CustomerID
	}
	customers, err := s.CustomersByID(ctx, []int64{about})
	if err != nil {
		return nil, err
	}
	news.Customer = customers[about]
	if news.Task == nil && news.Customer == nil {
		return nil, nil
	}
	if news.Task != nil && news.Task.EmployeeID != nil {
		staff, err := s.StaffByID(ctx, []int64{*news.Task.EmployeeID})
		if err != nil {
			return nil, err
		}
		news.Employee = staff[*news.Task.EmployeeID]
	}
	if err := s.readNewsMessages(ctx, n, news); err != nil {
		return nil, err
	}
	return news, nil
}

// readNewsMessages reads the messages that news tell of: of a request, those that it was made of as well.
func (s *Store) readNewsMessages(ctx context.Context, n Notification, news *News) error {
	messages := s.read.NewSelect().Model(&news.Messages).Where("id IN (?)", bun.List(append(n.Payload.Messages, 0))).Order("id")
	if err := messages.Scan(ctx); err != nil {
		return wrap(err, "read the messages of news")
	}
	ids := s.read.NewSelect().Model((*Message)(nil)).Column("id").Where("id IN (?)", bun.List(append(n.Payload.Messages, 0)))
	if n.Payload.News == NewsRequest {
		ids.WhereOr("task_id = ? AND direction = ? AND created_at <= ?", n.TaskID, DirectionIn, n.CreatedAt)
	}
	err := s.read.NewSelect().Model(&news.Files).Where("message_id IN (?)", ids).Order("id").Scan(ctx)
	return wrap(err, "read the files of news")
}
