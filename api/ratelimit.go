package api

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"zayavka/peers"
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
	buckets, err := lru.New[string, *rate.Limiter](rateMemory)
	if err != nil {
		panic(err) // only for a size that is not positive
	}
	return &rateLimiter{
		clock: clock, limit: rate.Limit(limits.RateLimit),
		burst:   max(burstSeconds*limits.RateLimit, cmp.Or(limits.MaxBatch, DefaultLimits().MaxBatch)), // so that a batch can ever fit in
		buckets: buckets,
	}
}

// take takes tokens out of a bucket. If there are not enough it takes none and fails with
// RateLimited, which says how long to wait.
func (l *rateLimiter) take(bucket string, tokens int) error { return l.takeOf(bucket, 1, tokens) }

// takeOf is take for a bucket of several times the size.
func (l *rateLimiter) takeOf(bucket string, times, tokens int) error {
	if l.limit == 0 {
		return nil
	}
	limiter, ok := l.buckets.Get(bucket)
	if !ok {
		limiter = rate.NewLimiter(l.limit*rate.Limit(times), l.burst*times)
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
		Message: fmt.Sprintf("Too many operations: at most %d a second are allowed. Try again in %.0f s.", int(l.limit)*times, math.Ceil(wait.Seconds())),
	}
}

// siteShare is how many times the rate of an address a /48 has, in which a party can have 65,536 /64s.
const siteShare = 4

// takeAddress is take for a client's network, and for the site that an IPv6 network is part of.
func (l *rateLimiter) takeAddress(address string, tokens int) error {
	network, site := peers.Networks(address)
	err := l.take("address "+network, tokens)
	if err == nil && site != "" {
		err = l.takeOf("site "+site, siteShare, tokens)
	}
	return err
}

// identify finds out who asks for an operation, and takes a token out of their bucket, one for the
// whole operation. Who is not known stays so.
func (a *API) identify(ctx context.Context, r *request) error {
	if r.caller != nil || r.unknown != nil {
		return r.unknown
	}
	by, err := a.auth.CallerOf(ctx, r.authorization)
	if err == nil && !r.counted {
		r.counted = true
		err = a.rates.take(by.Owner(), 1)
	}
	if err != nil {
		r.unknown = err
		return err
	}
	r.caller = &by
	return nil
}
