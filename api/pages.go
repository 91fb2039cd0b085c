package api

import (
	"context"
	"encoding/json"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// pagesOf are the pages of rows that are read within a list of their owners, such as the tasks of customers: all owners'
// pages for the same arguments with one statement, and so their counts.
type pagesOf[Row any] struct {
	budget      *engine.Budget
	owners      []int64 // found so far
	byArguments map[string]*pageOf[Row]
}

// pageOf is the page that one field of the owners asks for.
type pageOf[Row any] struct {
	pages  *loader[store.Page[Row]]
	counts *loader[int]
}

// pageReader is how pages are read.
type pageReader[Row any] struct {
	pages  func(ctx context.Context, owners []int64, most int) (pages map[int64]store.Page[Row], tooMany bool, err error)
	counts func(ctx context.Context, owners []int64) (map[int64]int, error)
	found  func([]Row) // announces what the rows refer to
}

func newPagesOf[Row any](b *engine.Budget) pagesOf[Row] {
	return pagesOf[Row]{budget: b}
}

func (p *pagesOf[Row]) announce(owner int64) {
	p.owners = append(p.owners, owner)
	for _, page := range p.byArguments {
		page.announce(owner)
	}
}

func (p *pageOf[Row]) announce(owner int64) {
	p.pages.announce(owner)
	p.counts.announce(owner)
}

// with gives the page for a field's arguments.
func (p *pagesOf[Row]) with(args arguments, reader pageReader[Row]) (*pageOf[Row], error) {
	key, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	page, known := p.byArguments[string(key)]
	if known {
		return page, nil
	}
	page = &pageOf[Row]{
		pages: newLoader(func(ctx context.Context, owners []int64) (map[int64]store.Page[Row], error) {
			pages, tooMany, err := reader.pages(ctx, owners, p.budget.MayLoad())
			if tooMany {
				return nil, p.budget.TooManyRows()
			}
			for _, page := range pages {
				p.budget.Load(len(page.Rows))
				reader.found(page.Rows)
			}
			return pages, err
		}),
		counts: newLoader(reader.counts),
	}
	for _, owner := range p.owners {
		page.announce(owner)
	}
	if p.byArguments == nil {
		p.byArguments = map[string]*pageOf[Row]{}
	}
	p.byArguments[string(key)] = page
	return page, nil
}
