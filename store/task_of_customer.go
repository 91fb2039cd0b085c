package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// taskOfCustomer is a task with whose it is.
type taskOfCustomer struct {
	task     Task
	customer Customer
}

var taskOfCustomerColumns = columns[taskOfCustomer]{
	names:  taskColumns.names,
	join:   " JOIN customers AS c ON c.id = t.customer_id",
	joined: ", " + customerColumns.of("c"),
	targets: func(row *taskOfCustomer) []any {
		return append(taskColumns.targets(&row.task), customerColumns.targets(&row.customer)...)
	},
}

// TasksOfPhone is TasksUpTo for a filter that has a phone, with whose they are, in one statement; nil
// when there are none. Lists of many customers' tasks would gain nothing: for those of a day, PostgreSQL
// goes through all customers.
func (s *Store) TasksOfPhone(ctx context.Context, filter TaskFilter, most int) (tasks []Task, whose *Customer, tooMany bool, err error) {
	rows, tooMany, err := readUpTo(ctx, s.taskConditions(filter), "tasks", "t", taskOfCustomerColumns, most)
	if err != nil || tooMany || len(rows) == 0 {
		return nil, nil, tooMany, wrap(err, "list a customer's tasks")
	}
	for _, row := range rows {
		tasks = append(tasks, row.task)
	}
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	return tasks, &rows[0].customer, false, nil
}

// NewestOfChat finds the card to which a Telegram chat is linked, and its newest tasks, up to limit. It
// takes one statement where there are any, because each message of a customer needs both.
func (s *Store) NewestOfChat(ctx context.Context, telegramID int64, limit int) (Customer, []Task, error) {
	statement := "SELECT " + taskOfCustomerColumns.of("t") + " FROM tasks AS t" + taskOfCustomerColumns.join +
		" WHERE c.telegram_id = $1 ORDER BY t.id DESC LIMIT " + strconv.Itoa(limit)
	rows, err := s.query(ctx, statement, telegramID)
	if err != nil {
		return Customer{}, nil, wrap(err, "read tasks of chat")
	}
	found, err := taskOfCustomerColumns.all(rows, limit)
	if err != nil {
		return Customer{}, nil, wrap(err, "read tasks of chat")
	}
	if len(found) == 0 {
		customer, err := s.CustomerByChat(ctx, telegramID)
		return customer, nil, err
	}
	tasks := make([]Task, len(found))
	for i, row := range found {
		tasks[i] = row.task
	}
	return found[0].customer, tasks, nil
}
