// Package retry says how long to wait between tries, and waits.
package retry

import (
	"context"
	"math/rand/v2"
	"time"
)

// Backoff is how long to wait after so many failures in a row, from 0: one second, then twice as
// long each time up to longest, less up to a half at random so that replicas spread out.
func Backoff(failures int, longest time.Duration) time.Duration {
	const doublings = 30 // beyond them a duration overflows
	wait := min(time.Second<<min(failures, doublings), longest)
	return wait - rand.N(wait/2)
}

// Sleep returns false when ctx ended before the time was over.
func Sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
