package api

import engine "zayavka/api/graphql"

// budget is what the answers to one request may still hold, those of a batch together.
type budget struct {
	*engine.Budget
	listed int // rows that lists without pages have given
}

func newBudget(limits engine.Limits) *budget { return &budget{Budget: engine.NewBudget(limits)} }

// budgetKey is where an HTTP request keeps the budget of its operations.
const budgetKey = "budget"

// mayList is how many rows a list without pages may have.
func (b *budget) mayList() int { return min(maxRows-b.listed, b.MayLoad()) }

// list counts the rows of a list without pages.
func (b *budget) list(rows int) {
	b.listed += rows
	b.Load(rows)
}

// tooManyListed says which bound a list without pages breaks.
func (b *budget) tooManyListed(pages string) error {
	if b.MayLoad() < maxRows-b.listed {
		return b.TooManyRows()
	}
	return errTooMany(pages)
}

// grouped counts the rows that were read for many others.
func grouped[Row any](b *budget, byOwner map[int64][]Row, tooMany bool, err error) (map[int64][]Row, error) {
	if tooMany {
		return nil, b.TooManyRows()
	}
	for _, rows := range byOwner {
		b.Load(len(rows))
	}
	return byOwner, err
}
