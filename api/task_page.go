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
	pages  *loader[store.Page[store.Task]]
	counts *loader[int]
}

func (p *taskPages) announce(customerID int64) {
	p.customers[customerID] = struct{}{}
	for _, page := range p.byArguments {
		page.announce(customerID)
	}
}

func (p *taskPage) announce(customerID int64) {
	p.pages.announce(customerID)
	p.counts.announce(customerID)
}

// with gives the page for a field's arguments.
func (p *taskPages) with(args arguments, asked taskPageRequest) (*taskPage, error) {
	key, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	page, known := p.byArguments[string(key)]
	if known {
		return page, nil
	}
	page = &taskPage{
		pages: newLoader(func(ctx context.Context, ids []int64) (map[int64]store.Page[store.Task], error) {
			pages, tooMany, err := p.store.TaskPagesByCustomer(ctx, ids, asked.filter, asked.order, asked.page, p.loaders.budget.MayLoad())
			if tooMany {
				return nil, p.loaders.budget.TooManyRows()
			}
			for _, page := range pages {
				p.loaders.budget.Load(len(page.Rows))
				p.loaders.foundTasks(page.Rows)
			}
			return pages, err
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
