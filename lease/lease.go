// Package lease carries out work that a sender has claimed in the database for a time: it looks at the lease
// before a send begins, lets no panic end the process, and keeps how a claim ended until that is written.
package lease

import (
	"context"
	"errors"
	"time"
)

// ErrOver tells that so little of a lease is left that what it stands for must not begin.
var ErrOver = errors.New("the lease is over")

type termsKey struct{}

// terms are when a lease ends, and how much of it has to be left for a request to begin.
type terms struct {
	until time.Time
	least time.Duration
}

// With gives a context for what may be done under a lease until it ends, in which no request begins when less
// than least is left. The time has to have been read from the clock in this process, before the lease was taken.
func With(ctx context.Context, until time.Time, least time.Duration) (context.Context, context.CancelFunc) {
	return context.WithDeadline(context.WithValue(ctx, termsKey{}, terms{until, least}), until)
}

// mayBegin tells whether enough of the lease of a context is left, or that it has none.
func mayBegin(ctx context.Context) bool {
	left, leased := Left(ctx)
	return !leased || left >= ctx.Value(termsKey{}).(terms).least
}

// Left is how much is left of the lease of a context, by the monotonic or by the wall clock, whichever says
// less: the one goes on while the process is stopped, the other while the machine sleeps. It is not leased
// where there is none.
func Left(ctx context.Context) (left time.Duration, leased bool) {
	of, leased := ctx.Value(termsKey{}).(terms)
	now := time.Now()
	return min(of.until.Sub(now), of.until.Round(0).Sub(now.Round(0))), leased
}
