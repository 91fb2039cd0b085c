package store

import (
	"context"

	"github.com/uptrace/bun"
)

// TaskFilter chooses tasks; all that is set must hold.
type TaskFilter struct {
	CustomerID *int64
	Phone      *string  // the customer's, in any writing; what is no phone finds nothing
	Statuses   []Status // any of them; empty is all
	Category   *Category
	Day        *Day // created on it
	FirstDay   *Day // created on it or later
	LastDay    *Day // created on it or earlier
}

// TaskPage is a part of a list: Limit 0 is all of it, in ascending id order unless NewestFirst.
type TaskPage struct {
	NewestFirst   bool
	Limit, Offset int
}

// Tasks lists the tasks that the filter chooses.
func (s *Store) Tasks(ctx context.Context, filter TaskFilter, page TaskPage) ([]Task, error) {
	var tasks []Task
	query, any := s.filterTasks(filter, s.read.NewSelect().Model(&tasks))
	if !any {
		return nil, nil
	}
	if page.NewestFirst {
		query.Order("t.id DESC")
	} else {
		query.Order("t.id")
	}
	if page.Limit > 0 {
		query.Limit(int64(page.Limit)).Offset(int64(page.Offset))
	}
	return tasks, wrap(query.Scan(ctx), "list tasks")
}

// CountTasks counts the tasks that the filter chooses.
func (s *Store) CountTasks(ctx context.Context, filter TaskFilter) (int, error) {
	query, any := s.filterTasks(filter, s.read.NewSelect().Model((*Task)(nil)))
	if !any {
		return 0, nil
	}
	count, err := query.Count(ctx)
	return int(count), wrap(err, "count tasks")
}

// filterTasks adds the filter's conditions; any is false when nothing can match.
func (s *Store) filterTasks(filter TaskFilter, query *bun.SelectQuery) (_ *bun.SelectQuery, any bool) {
	if filter.CustomerID != nil {
		query.Where("t.customer_id = ?", *filter.CustomerID)
	}
	if filter.Phone != nil {
		phone, err := s.ParsePhone(*filter.Phone)
		if err != nil {
			return query, false
		}
		query.Where("t.customer_id = (SELECT id FROM customers WHERE phone_key = ?)", phone.Key)
	}
	if len(filter.Statuses) > 0 {
		query.Where("t.status IN (?)", bun.List(filter.Statuses))
	}
	if filter.Category != nil {
		query.Where("t.category = ?", *filter.Category)
	}
	if filter.Day != nil {
		start, end := filter.Day.bounds(s.location)
		query.Where("t.created_at >= ?", start).Where("t.created_at < ?", end)
	}
	if filter.FirstDay != nil {
		start, _ := filter.FirstDay.bounds(s.location)
		query.Where("t.created_at >= ?", start)
	}
	if filter.LastDay != nil {
		_, end := filter.LastDay.bounds(s.location)
		query.Where("t.created_at < ?", end)
	}
	return query, true
}

// Task finds a task by its id.
func (s *Store) Task(ctx context.Context, id int64) (Task, error) {
	rows, err := s.query(ctx, "SELECT "+taskColumns.of("t")+" FROM tasks AS t WHERE t.id = $1", id)
	if err != nil {
		return Task{}, wrap(err, "read task")
	}
	tasks, err := taskColumns.all(rows)
	switch {
	case err != nil:
		return Task{}, wrap(err, "read task")
	case len(tasks) == 0:
		return Task{}, errNotFound()
	}
	return tasks[0], nil
}

// TaskWithCustomer finds a task by its id and whose it is, nil when the card was deleted. It takes one
// statement where there is a card, which is nearly always.
func (s *Store) TaskWithCustomer(ctx context.Context, id int64) (Task, *Customer, error) {
	rows, err := s.query(ctx, "SELECT "+taskColumns.of("t")+", "+customerColumns.of("c")+
		" FROM tasks AS t JOIN customers AS c ON c.id = t.customer_id WHERE t.id = $1", id)
	if err != nil {
		return Task{}, nil, wrap(err, "read task with customer")
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return Task{}, nil, wrap(err, "read task with customer")
		}
		task, err := s.Task(ctx, id)
		return task, nil, err
	}
	var task Task
	var customer Customer
	if err := rows.Scan(append(taskColumns.targets(&task), customerColumns.targets(&customer)...)...); err != nil {
		return Task{}, nil, wrap(err, "read task with customer")
	}
	return task, &customer, nil
}

// TasksByCustomer finds the tasks of many customers with one statement, each customer's in
// ascending id order.
func (s *Store) TasksByCustomer(ctx context.Context, customerIDs []int64) (map[int64][]Task, error) {
	var tasks []Task
	err := s.read.NewSelect().Model(&tasks).Where("customer_id IN (?)", bun.List(customerIDs)).Order("id").Scan(ctx)
	if err != nil {
		return nil, wrap(err, "read customers' tasks")
	}
	byCustomer := make(map[int64][]Task, len(customerIDs))
	for _, task := range tasks {
		byCustomer[*task.CustomerID] = append(byCustomer[*task.CustomerID], task)
	}
	return byCustomer, nil
}

// TaskCard is what a customer may see of one of their requests.
type TaskCard struct {
	Task     Task
	Employee *Staff      // nil when nobody is responsible
	Statuses []TaskEvent // EventCreated and EventStatus, oldest first
}

// TaskCard finds a task of this customer; somebody else's is NotFound.
func (s *Store) TaskCard(ctx context.Context, customerID, taskID int64) (TaskCard, error) {
	var card TaskCard
	err := s.read.NewSelect().Model(&card.Task).Where("id = ?", taskID).Where("customer_id = ?", customerID).Scan(ctx)
	if err != nil {
		return TaskCard{}, notFoundOr(err, "read task of customer")
	}
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
