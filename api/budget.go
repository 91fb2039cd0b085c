package api

import (
	"errors"

	"zayavka/store"
)

// budget is what the answers to one request may still hold, those of a batch together. The cost of an
// operation is an estimate; this counts what is really given.
type budget struct {
	limits Limits
	rows   int   // members of lists that may still be given
	bytes  int   // of JSON that may still be given
	loaded int   // rows that lists may still read from the database
	listed int   // rows that lists without pages have given
	over   error // the bound that was reached: nothing more is given
}

func newBudget(limits Limits) *budget {
	return &budget{limits: limits, rows: limits.MaxRows, bytes: limits.MaxResponse, loaded: limits.MaxRows}
}

// budgetKey is where an HTTP request keeps the budget of its operations.
const budgetKey = "budget"

const askForLess = "Ask for shorter lists, or for fewer lists inside of lists."

func (b *budget) tooManyRows() error {
	b.over = errInvalid("", "The answer has too many rows: at most %d are allowed, all its lists together. %s", b.limits.MaxRows, askForLess)
	return b.over
}

func (b *budget) tooLong() error {
	b.over = errInvalid("", "The answer is too long: at most %d bytes are allowed. %s", b.limits.MaxResponse, askForLess)
	return b.over
}

// mayList is how many rows a list without pages may have.
func (b *budget) mayList() int { return min(maxRows-b.listed, b.loaded) }

// list counts the rows of a list without pages.
func (b *budget) list(rows int) {
	b.listed += rows
	b.loaded -= rows
}

// tooManyListed says which bound a list without pages breaks.
func (b *budget) tooManyListed(pages string) error {
	if b.loaded < maxRows-b.listed {
		return b.tooManyRows()
	}
	return errTooMany(pages)
}

// grouped counts the rows that were read for many others.
func grouped[Row any](b *budget, byOwner map[int64][]Row, tooMany bool, err error) (map[int64][]Row, error) {
	if tooMany {
		return nil, b.tooManyRows()
	}
	for _, rows := range byOwner {
		b.loaded -= len(rows)
	}
	return byOwner, err
}

// notCarriedOut is the error of a field of Mutation that comes after an answer which had to end.
func notCarriedOut(cause error) error {
	var known *store.Error
	if !errors.As(cause, &known) {
		return cause
	}
	return errInvalid("", "This was not carried out. %s", known.Message)
}
