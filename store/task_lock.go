package store

import (
	"context"
	"strings"
)

// taskWithItem is a task with what was brought for it.
type taskWithItem struct {
	task Task
	item Item
}

var taskWithItemColumns = columns[taskWithItem]{
	table:  taskColumns.table,
	names:  taskColumns.names,
	join:   " LEFT JOIN task_items AS i ON i.task_id = t.id",
	joined: ", coalesce(i." + strings.Join(itemColumns, ", ''), coalesce(i.") + ", '')",
	targets: func(row *taskWithItem) []any {
		return append(taskColumns.targets(&row.task), row.item.targets()...)
	},
}

// lockTask locks a task and, first, its customer: everything that locks both does it in this
// order. The customer is nil when the task has none.
func (t *tx) lockTask(ctx context.Context, id int64) (*Customer, Task, error) {
	customer, err := t.findCustomer(ctx, "id = (SELECT customer_id FROM tasks WHERE id = $1)", id)
	if err != nil {
		return nil, Task{}, err
	}
	lock := t.lock()
	if lock != "" {
		lock += " OF t"
	}
	rows, err := t.query(ctx, taskWithItemColumns.from("t")+" WHERE t.id = $1"+lock, id)
	if err != nil {
		return nil, Task{}, wrap(err, "lock task")
	}
	locked, err := taskWithItemColumns.one(rows)
	if err != nil {
		return nil, Task{}, wrap(err, "lock task")
	}
	task := locked.task
	if (customer == nil) != (task.CustomerID == nil) || customer != nil && *task.CustomerID != customer.ID {
		return nil, Task{}, errConflict("", "The task has just been changed by somebody else. Load it again.")
	}
	if customer != nil { // else the item may be older than the lock, which was waited for
		t.knowItem(id, locked.item)
	}
	return customer, task, nil
}
