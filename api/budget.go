package api

import engine "zayavka/api/graphql"

// mayList is how many rows a list without pages may have.
func mayList(b *engine.Budget) int { return min(maxRows-b.Listed, b.MayLoad()) }

// listed counts the rows of a list without pages.
func listed(b *engine.Budget, rows int) {
	b.Listed += rows
	b.Load(rows)
}

// tooManyListed says which bound a list without pages breaks.
func tooManyListed(b *engine.Budget, pages string) error {
	if b.MayLoad() < maxRows-b.Listed {
		return b.TooManyRows()
	}
	return errTooMany(pages)
}

// grouped counts the rows that were read for many others.
func grouped[Row any](b *engine.Budget, byOwner map[int64][]Row, tooMany bool, err error) (map[int64][]Row, error) {
	if tooMany {
		return nil, b.TooManyRows()
	}
	for _, rows := range byOwner {
		b.Load(len(rows))
	}
	return byOwner, err
}
