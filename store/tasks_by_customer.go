package store

import (
	"context"
	"strconv"
)

// TasksByCustomer finds the tasks of many customers with one statement, each customer's in ascending
// id order, unless there are more than most: then tooMany is true and no task is given.
func (s *Store) TasksByCustomer(ctx context.Context, customerIDs []int64, most int) (byCustomer map[int64][]Task, tooMany bool, err error) {
	w := s.tasksOf(customerIDs, TaskFilter{})
	if w.nothing {
		return nil, false, nil
	}
	rows, err := w.query(ctx, taskColumns.from("t"), " ORDER BY t.customer_id, t.id LIMIT "+strconv.Itoa(most+1))
	if err != nil {
		return nil, false, wrap(err, "read customers' tasks")
	}
	tasks, err := taskColumns.all(rows, 0)
	if err != nil || len(tasks) > most {
		return nil, err == nil, wrap(err, "read customers' tasks")
	}
	return groupedByCustomer(tasks), false, nil
}

// TaskPagesByCustomer reads the same page of the lists of many customers with one statement, unless
// the parts hold more than most tasks together: then tooMany is true and no part is given.
//
// It reads all that the filter chooses of these customers, a few tasks each as a rule, and numbers it:
// a walk per customer that stops early needs LATERAL, which SQLite has not.
func (s *Store) TaskPagesByCustomer(
	ctx context.Context, customerIDs []int64, filter TaskFilter, order TaskOrder, r PageRequest, most int,
) (pages map[int64]Page[Task], tooMany bool, err error) {
	w := s.tasksOf(customerIDs, filter)
	if w.nothing {
		return nil, false, nil
	}
	orderBy := order.ordering().of(&w, "t", r)
	statement := "SELECT " + taskColumns.of("t") + " FROM (SELECT " + taskColumns.of("t") +
		", row_number() OVER (PARTITION BY t.customer_id ORDER BY " + orderBy + ") AS place FROM tasks AS t"
	rest := ") AS t WHERE t.place <= " + strconv.Itoa(r.Limit+1) + " ORDER BY t.customer_id, t.place LIMIT " + strconv.Itoa(most+1)
	rows, err := w.query(ctx, statement, rest)
	if err != nil {
		return nil, false, wrap(err, "read parts of customers' tasks")
	}
	tasks, err := taskColumns.all(rows, 0)
	if err != nil || len(tasks) > most {
		return nil, err == nil, wrap(err, "read parts of customers' tasks")
	}
	pages = map[int64]Page[Task]{}
	for customerID, read := range groupedByCustomer(tasks) {
		pages[customerID] = pageOf(read, r)
	}
	return pages, false, nil
}

// CountTasksByCustomer counts the tasks of many customers that the filter chooses. Who has none is
// left out.
func (s *Store) CountTasksByCustomer(ctx context.Context, customerIDs []int64, filter TaskFilter) (map[int64]int, error) {
	w := s.tasksOf(customerIDs, filter)
	if w.nothing {
		return nil, nil
	}
	rows, err := w.query(ctx, "SELECT t.customer_id, count(*) FROM tasks AS t", " GROUP BY t.customer_id")
	if err != nil {
		return nil, wrap(err, "count customers' tasks")
	}
	defer rows.Close()
	counts := map[int64]int{}
	for rows.Next() {
		var customerID int64
		var count int
		if err := rows.Scan(&customerID, &count); err != nil {
			return nil, wrap(err, "count customers' tasks")
		}
		counts[customerID] = count
	}
	return counts, wrap(rows.Err(), "count customers' tasks")
}

// tasksOf are the conditions for those of these customers' tasks that the filter chooses.
func (s *Store) tasksOf(customerIDs []int64, filter TaskFilter) conditions {
	w := s.taskConditions(filter)
	w.nothing = w.nothing || len(customerIDs) == 0
	condition, ids := s.anyOf("t.customer_id", "?", customerIDs)
	w.add(condition, ids)
	return w
}

func groupedByCustomer(tasks []Task) map[int64][]Task {
	byCustomer := map[int64][]Task{}
	for _, task := range tasks {
		byCustomer[*task.CustomerID] = append(byCustomer[*task.CustomerID], task)
	}
	return byCustomer
}
