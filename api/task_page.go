package api

import (
	"context"
	"encoding/json"

	"zayavka/store"
)

// taskPages are the pages of tasks that are read within a list of customers: all customers' pages for
// the same arguments with one statement, and so their counts.
type taskPages struct {
	store       *store.Store
	loaders     *loaders
	customers   map[int64]struct{} // found so far
	byArguments map[string]*taskPage
}

// taskPage is the page that one field of CustomerType asks for.
type taskPage struct {
	parts  *loader[store.Part[store.Task]]
	counts *loader[int]
}

func (p *taskPages) announce(customerID int64) {
	p.customers[customerID] = struct{}{}
	for _, page := range p.byArguments {
		page.announce(customerID)
	}
}

func (p *taskPage) announce(customerID int64) {
	p.parts.announce(customerID)
	p.counts.announce(customerID)
}

// with gives the page for a field's arguments.
func (p *taskPages) with(args arguments, asked taskPart) (*taskPage, error) {
	key, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	page, known := p.byArguments[string(key)]
	if known {
		return page, nil
	}
	page = &taskPage{
		parts: newLoader(func(ctx context.Context, ids []int64) (map[int64]store.Part[store.Task], error) {
			parts, tooMany, err := p.store.TaskPartsByCustomer(ctx, ids, asked.filter, asked.order, asked.part, p.loaders.budget.MayLoad())
			if tooMany {
				return nil, p.loaders.budget.TooManyRows()
			}
			for _, part := range parts {
				p.loaders.budget.Load(len(part.Rows))
				p.loaders.foundTasks(part.Rows)
			}
			return parts, err
		}),
		counts: newLoader(func(ctx context.Context, ids []int64) (map[int64]int, error) {
			return p.store.CountTasksByCustomer(ctx, ids, asked.filter)
		}),
	}
	for id := range p.customers {
		page.announce(id)
	}
	p.byArguments[string(key)] = page
	return page, nil
}
