package api

import (
	"context"

	"zayavka/api/auth"
	"zayavka/store"
)

const (
	// maxRows is how many rows the lists without pages give at most, all of a request's together. So many
	// tasks with customer and employee are 29 MB.
	maxRows = 100_000
	// smallList is how many rows a list may have that is read at once, and waits for nobody.
	smallList = 5_000
	// partRows is how many rows of a longer one are held at once.
	partRows = 1_000
	// maxLargeLists is how many operations with a longer one are executed at once. They leave half of
	// two cores to others.
	maxLargeLists = 1
	// keptCustomers is how many of the customers that were read for a long list are kept for its next part.
	keptCustomers = 20_000
)

func (a *API) allTasks(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	filter, err := taskFilter(args)
	if err != nil {
		return nil, err
	}
	if args["statuses"] != nil && len(filter.Statuses) == 0 { // as in the system that this one replaces
		return []store.Task{}, nil
	}
	upTo := func(most int) ([]store.Task, bool, error) { return a.store.TasksUpTo(ctx, filter, most) }
	if filter.Phone != nil && r.AsksFor(a.customerField) {
		upTo = func(most int) ([]store.Task, bool, error) {
			tasks, whose, tooMany, err := a.store.TasksOfPhone(ctx, filter, most)
			if whose != nil {
				r.customers.know(whose.ID, whose)
			}
			return tasks, tooMany, err
		}
	}
	return whole(ctx, a.largeLists, r, list[store.Task]{
		name:  "tasks",
		upTo:  upTo,
		ids:   func(most int) ([]int64, bool, error) { return a.store.TaskIDsUpTo(ctx, filter, most) },
		byID:  a.store.TasksByID,
		found: func(tasks []store.Task) { r.foundTasks(tasks) },
	})
}

func (a *API) allCustomers(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	return whole(ctx, a.largeLists, r, list[store.Customer]{
		name:  "customers",
		upTo:  func(most int) ([]store.Customer, bool, error) { return a.store.CustomersUpTo(ctx, most) },
		ids:   func(most int) ([]int64, bool, error) { return a.store.CustomerIDsUpTo(ctx, most) },
		byID:  a.store.CustomersByID,
		found: func(customers []store.Customer) { r.foundCustomers(customers) },
	})
}

// list is how a list without pages is read.
type list[Row any] struct {
	name  string // of the list by pages
	upTo  func(most int) (rows []Row, tooMany bool, err error)
	ids   func(most int) (ids []int64, tooMany bool, err error)
	byID  func(ctx context.Context, ids []int64) (map[int64]*Row, error)
	found func([]Row) // announces what the rows refer to
}

// whole gives a list without pages: its rows or, when they are many, the parts to be read one after
// another once the operation has a place among the few that may.
func whole[Row any](ctx context.Context, large largeLists, r *request, l list[Row]) (any, error) {
	rows, tooMany, err := l.upTo(min(smallList, mayList(r.Budget)))
	if err != nil {
		return nil, err
	}
	if !tooMany {
		listed(r.Budget, len(rows))
		l.found(rows)
		return rows, nil
	}
	if err := large.enter(ctx, r); err != nil {
		return nil, err
	}
	ids, tooMany, err := l.ids(mayList(r.Budget))
	if err != nil {
		return nil, err
	}
	if tooMany {
		return nil, tooManyListed(r.Budget, l.name)
	}
	listed(r.Budget, len(ids))
	return &listParts[Row]{request: r, ids: ids, list: l}, nil
}

// listParts is a long list of which a part is held at a time.
type listParts[Row any] struct {
	request *request
	ids     []int64 // not read yet
	list    list[Row]
}

// Next gives the next rows in ascending order of their ids; there are none at the end. What was deleted
// in the meantime is left out.
func (p *listParts[Row]) Next(ctx context.Context) (any, error) {
	p.request.loaders = p.request.forNextPart()
	var rows []Row
	for len(rows) == 0 && len(p.ids) > 0 {
		ids := p.ids[:min(len(p.ids), partRows)]
		byID, err := p.list.byID(ctx, ids)
		if err != nil {
			return nil, err
		}
		rows = make([]Row, 0, len(ids))
		for _, id := range ids {
			if row, found := byID[id]; found {
				rows = append(rows, *row)
			}
		}
		p.ids = p.ids[len(ids):]
	}
	p.list.found(rows)
	return rows, nil
}

func errTooMany(pages string) error {
	return errInvalid("", "These are more than %d rows, which is the most that one answer gives. Filter them, or read them by pages: %s(first: %d).",
		maxRows, pages, maxPage)
}

// largeLists lets a few operations with long lists run at once: they take time that others need.
type largeLists chan struct{}

// enter takes a place for the operation, if it has none yet.
func (l largeLists) enter(ctx context.Context, r *request) error {
	if r.large {
		return nil
	}
	select {
	case l <- struct{}{}:
		r.large = true
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// leave gives the operation's place to another, if it has one.
func (l largeLists) leave(r *request) {
	if r.large {
		r.large = false
		<-l
	}
}
