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

type endKey struct{}

// WithEnd gives a context for what may be done under a lease until it ends. The time has to have been read
// from the clock in this process, before the lease was taken.
func WithEnd(ctx context.Context, until time.Time) (context.Context, context.CancelFunc) {
	return context.WithDeadline(context.WithValue(ctx, endKey{}, until), until)
}

// Left is how much is left of the lease of a context, by the monotonic or by the wall clock, whichever says
// less: the one goes on while the process is stopped, the other while the machine sleeps. It is not leased
// where there is none.
func Left(ctx context.Context) (left time.Duration, leased bool) {
	until, leased := ctx.Value(endKey{}).(time.Time)
	now := time.Now()
	return min(until.Sub(now), until.Round(0).Sub(now.Round(0))), leased
}
