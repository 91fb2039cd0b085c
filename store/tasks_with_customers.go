package store

import (
	"cmp"
	"context"
	"slices"
)

// taskOfCustomer is a task with whose it is. customerID is nil when the task has no card any more.
type taskOfCustomer struct {
	task       Task
	customer   Customer
	customerID *int64
}

// taskOfCustomerColumns read both with one statement of PostgreSQL, where each costs a round trip. SQLite
// does not tell times from texts in the columns that replace what is missing, and has no round trips.
var taskOfCustomerColumns = columns[taskOfCustomer]{
	names: taskColumns.names,
	join:  " LEFT JOIN customers AS c ON c.id = t.customer_id",
	joined: ", c.id, c.telegram_id, coalesce(c.phone, ''), coalesce(c.phone_key, ''), coalesce(c.name, ''), coalesce(c.language, ''), " +
		"c.phone_verified_at, c.unreachable_at, coalesce(c.note, ''), coalesce(c.search, ''), " +
		"coalesce(c.created_at, t.created_at), coalesce(c.updated_at, t.updated_at)",
	targets: func(row *taskOfCustomer) []any {
		targets := append(taskColumns.targets(&row.task), customerColumns.targets(&row.customer)...)
		targets[len(taskColumns.names)] = &row.customerID
		return targets
	},
}

// TaskPartWithCustomers is TaskPart with the tasks' customers, or without them where a statement for
// both would gain nothing: then customers is nil.
func (s *Store) TaskPartWithCustomers(ctx context.Context, filter TaskFilter, order TaskOrder, r Range) (
	part Part[Task], customers map[int64]*Customer, err error,
) {
	if !s.isPostgres() {
		part, err = s.TaskPart(ctx, filter, order, r)
		return part, nil, err
	}
	w, err := s.taskPageConditions(ctx, filter)
	if err != nil {
		return part, nil, wrap(err, "search tasks")
	}
	read, err := readPart(ctx, w, "tasks", "t", taskOfCustomerColumns, order.ordering(), r)
	if err != nil {
		return part, nil, wrap(err, "read a part of the tasks with customers")
	}
	tasks, customers := apart(read.Rows)
	return Part[Task]{Rows: tasks, HasMore: read.HasMore}, customers, nil
}

// TasksUpToWithCustomers is TasksUpTo in the same way.
func (s *Store) TasksUpToWithCustomers(ctx context.Context, filter TaskFilter, most int) (
	tasks []Task, customers map[int64]*Customer, tooMany bool, err error,
) {
	if !s.isPostgres() {
		tasks, tooMany, err = s.TasksUpTo(ctx, filter, most)
		return tasks, nil, tooMany, err
	}
	rows, tooMany, err := readUpTo(ctx, s.taskConditions(filter), "tasks", "t", taskOfCustomerColumns, most)
	if err != nil || tooMany {
		return nil, nil, tooMany, wrap(err, "list tasks with customers")
	}
	tasks, customers = apart(rows)
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	return tasks, customers, false, nil
}

func apart(rows []taskOfCustomer) ([]Task, map[int64]*Customer) {
	tasks, customers := make([]Task, len(rows)), make(map[int64]*Customer, len(rows))
	for i := range rows {
		row := &rows[i]
		tasks[i] = row.task
		if row.customerID != nil {
			row.customer.ID = *row.customerID
			customers[row.customer.ID] = &row.customer
		}
	}
	return tasks, customers
}
