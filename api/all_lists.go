package api

import (
	"context"

	"zayavka/store"
)

const (
	// maxRows is how many rows the lists without pages give at most, all of a request's together. So many
	// tasks with customer and employee are 29 MB, and take 1 s and 240 MB of memory until they are sent.
	maxRows = 100_000
	// smallList is how many rows a list may have that waits for nobody.
	smallList = 5_000
	// maxLargeLists is how many operations with a longer one are executed at once.
	maxLargeLists = 2
)

// listedKey is where an HTTP request keeps how many rows its operations have listed so far.
const listedKey = "listed"

func (a *API) allTasks(ctx context.Context, r *request, _ caller, args arguments) (any, error) {
	filter, err := taskFilter(args)
	if err != nil {
		return nil, err
	}
	tasks, err := all(ctx, a.largeLists, r, "tasks", func(most int) ([]store.Task, bool, error) { return a.store.TasksUpTo(ctx, filter, most) })
	r.foundTasks(tasks)
	return tasks, err
}

func (a *API) allCustomers(ctx context.Context, r *request, _ caller, _ arguments) (any, error) {
	customers, err := all(ctx, a.largeLists, r, "customers", func(most int) ([]store.Customer, bool, error) { return a.store.CustomersUpTo(ctx, most) })
	r.foundCustomers(customers)
	return customers, err
}

// all reads a list without pages. A long one is read again, and whole, as soon as the operation has a
// place among the few that may: so nothing is held while it waits, neither rows nor a connection.
func all[Row any](ctx context.Context, large largeLists, r *request, pages string, upTo func(most int) (rows []Row, tooMany bool, err error)) ([]Row, error) {
	rows, tooMany, err := upTo(min(smallList, maxRows-r.listed))
	if tooMany {
		if err := large.enter(ctx, r); err != nil {
			return nil, err
		}
		rows, tooMany, err = upTo(maxRows - r.listed)
	}
	if err != nil {
		return nil, err
	}
	if tooMany {
		return nil, errTooMany(pages)
	}
	r.listed += len(rows)
	return rows, nil
}

func errTooMany(pages string) error {
	return errInvalid("", "These are more than %d rows, which is the most that one answer gives. Filter them, or read them by pages: %s(first: %d).",
		maxRows, pages, maxPage)
}

// largeLists lets a few operations with long lists run at once: they take memory and time that others
// need.
type largeLists chan struct{}

// enter takes a place for the operation, if it has none yet, until its context ends, which it does
// once everything is read and written as JSON. Sending is no part of that: clients that read slowly
// would keep others waiting.
func (l largeLists) enter(ctx context.Context, r *request) error {
	if r.large {
		return nil
	}
	select {
	case l <- struct{}{}:
		r.large = true
		context.AfterFunc(ctx, func() { <-l })
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
