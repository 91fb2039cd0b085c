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
	lock := t.lock()
	if lock != "" {
		lock += " OF t"
	}
	var customers []Customer
	var tasks []taskWithItem
	err := t.batch(ctx, batched{
		statement: statement{customerColumns.from("c") + " WHERE id = (SELECT customer_id FROM tasks WHERE id = $1)" + t.lock(), []any{id}},
		read:      func(rows resultRows) (err error) { customers, err = customerColumns.all(rows, 1); return err },
		onError:   attempting("lock customer of task"),
	}, batched{
		statement: statement{taskWithItemColumns.from("t") + " WHERE t.id = $1" + lock, []any{id}},
		read:      func(rows resultRows) (err error) { tasks, err = taskWithItemColumns.all(rows, 1); return err },
		onError:   attempting("lock task"),
	})
	if err != nil {
		return nil, Task{}, err
	}
	if len(tasks) == 0 {
		return nil, Task{}, errNotFound()
	}
	var customer *Customer
	if len(customers) > 0 {
		customer = &customers[0]
	}
	locked := tasks[0]
	task := locked.task
	if (customer == nil) != (task.CustomerID == nil) || customer != nil && *task.CustomerID != customer.ID {
		return nil, Task{}, errConflict("", "The task has just been changed by somebody else. Load it again.")
	}
	if customer != nil { // else the item may be older than the lock, which was waited for
		t.knowItem(id, locked.item)
	}
	return customer, task, nil
}
