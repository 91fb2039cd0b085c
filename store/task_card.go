package store

import (
	"context"

	"github.com/uptrace/bun"
)

// Task finds a task by its id.
func (s *Store) Task(ctx context.Context, id int64) (Task, error) {
	rows, err := s.query(ctx, taskColumns.from("t")+" WHERE t.id = $1", id)
	if err != nil {
		return Task{}, wrap(err, "read task")
	}
	task, err := taskColumns.one(rows)
	return task, wrap(err, "read task")
}

// TaskWithCustomer finds a task by its id and whose it is, nil when the card was deleted. It takes one
// statement where there is a card, which is nearly always.
func (s *Store) TaskWithCustomer(ctx context.Context, id int64) (Task, *Customer, error) {
	rows, err := s.query(ctx, taskOfCustomerColumns.from("t")+" WHERE t.id = $1", id)
	if err != nil {
		return Task{}, nil, wrap(err, "read task with customer")
	}
	found, err := taskOfCustomerColumns.one(rows)
	switch {
	case CodeOf(err) == NotFound:
		task, err := s.Task(ctx, id)
		return task, nil, err
	case err != nil:
		return Task{}, nil, wrap(err, "read task with customer")
	}
	return found.task, &found.customer, nil
}

// ShownTo is the task as its customer's chat may see it. A chat whose phone was only typed may be a
// stranger's: it sees number, category and status of what others wrote, and nothing else.
func (t Task) ShownTo(customer Customer) Task {
	if customer.PhoneVerifiedAt == nil {
		return Task{ID: t.ID, CustomerID: t.CustomerID, Category: t.Category, Status: t.Status}
	}
	return t
}

// TaskCard is what a customer may see of one of their requests.
type TaskCard struct {
	ShownTask                // the rest is empty where that hides anything
	Employee  *Staff         // nil when nobody is responsible
	Statuses  []HistoryEntry // EventCreated and EventStatus, oldest first
}

// TaskCard finds a task of this customer; somebody else's is NotFound.
func (s *Store) TaskCard(ctx context.Context, customer Customer, taskID int64) (TaskCard, error) {
	var task Task
	err := s.read.NewSelect().Model(&task).Where("id = ?", taskID).Where("customer_id = ?", customer.ID).Scan(ctx)
	if err != nil {
		return TaskCard{}, notFoundOr(err, "read task of customer")
	}
	if customer.PhoneVerifiedAt == nil {
		return TaskCard{ShownTask: ShownTask{Task: task.ShownTo(customer)}}, nil
	}
	around, err := s.Surroundings(ctx, []Task{task})
	if err != nil {
		return TaskCard{}, err
	}
	card := TaskCard{ShownTask: around.Show(task, customer)}
	err = s.read.NewSelect().Model(&card.Statuses).Where("task_id = ?", taskID).
		Where("kind IN (?)", bun.List([]EventKind{EventCreated, EventStatus})).Order("id").Scan(ctx)
	if err != nil {
		return TaskCard{}, wrap(err, "read history of task")
	}
	if card.Task.EmployeeID != nil {
		employee, err := s.Staff(ctx, *card.Task.EmployeeID)
		if err != nil && CodeOf(err) != NotFound {
			return TaskCard{}, err
		}
		if err == nil {
			card.Employee = &employee
		}
	}
	return card, nil
}
