package api

import (
	"context"
	"fmt"
	"math"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"zayavka/store"
)

// rateMemory is how many accounts and addresses are remembered at most. One that was forgotten
// begins with a full bucket.
const rateMemory = 20_000

// burstSeconds is for how many seconds' worth of operations a bucket has room.
const burstSeconds = 5

// rateLimiter counts operations: each account and each network has a bucket of tokens, which fills
// up with time. It is safe for concurrent use.
type rateLimiter struct {
	clock   func() time.Time
	limit   rate.Limit // tokens a second; 0 turns it off
	burst   int
	buckets *lru.Cache[string, *rate.Limiter]
}

func newRateLimiter(limits Limits, clock func() time.Time) *rateLimiter {
	return &rateLimiter{
		clock: clock, limit: rate.Limit(limits.RateLimit),
		burst:   max(burstSeconds*limits.RateLimit, limits.MaxBatch), // so that a batch can ever fit in
		buckets: newCache[string, *rate.Limiter](rateMemory),
	}
}

// take takes tokens out of a bucket. If there are not enough it takes none and fails with
// RateLimited, which says how long to wait.
func (l *rateLimiter) take(bucket string, tokens int) error {
	if l.limit == 0 {
		return nil
	}
	limiter, ok := l.buckets.Get(bucket)
	if !ok {
		limiter = rate.NewLimiter(l.limit, l.burst)
		if earlier, found, _ := l.buckets.PeekOrAdd(bucket, limiter); found {
			limiter = earlier
		}
	}
	now := l.clock()
	reservation := limiter.ReserveN(now, tokens)
	wait := reservation.DelayFrom(now)
	if wait == 0 {
		return nil
	}
	reservation.CancelAt(now)
	return &store.Error{
		Code: store.RateLimited, RetryAfter: wait,
		Message: fmt.Sprintf("Too many operations: at most %d a second are allowed. Try again in %.0f s.", int(l.limit), math.Ceil(wait.Seconds())),
	}
}

// addressBucket names the bucket of a client's network.
func addressBucket(address string) string { return "address " + network(address) }

// identify finds out who asks for an operation, and takes a token out of their bucket, one for the
// whole operation. Who is not known stays so.
func (a *API) identify(ctx context.Context, r *request) error {
	if r.caller != nil || r.unknown != nil {
		return r.unknown
	}
	by, err := a.callerOf(ctx, r.authorization)
	if err == nil && !r.counted {
		r.counted = true
		err = a.rates.take(by.owner(), 1)
	}
	if err != nil {
		r.unknown = err
		return err
	}
	r.caller = &by
	return nil
}
