package store

import (
	"cmp"
	"context"
	"slices"
)

// taskOfCustomer is a task with whose it is.
type taskOfCustomer struct {
	task     Task
	customer Customer
}

var taskOfCustomerColumns = columns[taskOfCustomer]{
	table:  taskColumns.table,
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
	rows, tooMany, err := readUpTo(ctx, s.taskConditions(filter), "t", taskOfCustomerColumns, most)
	if err != nil || tooMany || len(rows) == 0 {
		return nil, nil, tooMany, wrap(err, "list a customer's tasks")
	}
	for _, row := range rows {
		tasks = append(tasks, row.task)
	}
	slices.SortFunc(tasks, func(a, b Task) int { return cmp.Compare(a.ID, b.ID) })
	return tasks, &rows[0].customer, false, nil
}
