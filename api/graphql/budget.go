package graphql

// Budget is what the answers to one request may still hold, those of a batch together. The cost of an
// operation is an estimate; this counts what is really given.
type Budget struct {
	limits Limits
	rows   int    // members of lists that may still be given
	bytes  int    // of JSON that may still be given
	loaded int    // rows that resolvers may still read for lists
	over   *Error // the bound that was reached: nothing more is given

	Listed int // rows that lists without pages have given, which resolvers count
}

// NewBudget is for the operations of one request.
func NewBudget(limits Limits) *Budget {
	return &Budget{limits: limits, rows: limits.MaxRows, bytes: limits.MaxResponse, loaded: limits.MaxRows}
}

// MayLoad is how many rows resolvers may still read for the lists of the request.
func (b *Budget) MayLoad() int { return b.loaded }

// Load counts rows that a resolver has read for a list.
func (b *Budget) Load(rows int) { b.loaded -= rows }

const askForLess = "Ask for shorter lists, or for fewer lists inside of lists."

// TooManyRows ends the operation: it is what a resolver gives that has found more rows than MayLoad.
func (b *Budget) TooManyRows() error {
	b.over = invalid("The answer has too many rows: at most %d are allowed, all its lists together. %s", b.limits.MaxRows, askForLess)
	return b.over
}

func (b *Budget) tooLong() error {
	b.over = invalid("The answer is too long: at most %d bytes are allowed. %s", b.limits.MaxResponse, askForLess)
	return b.over
}
