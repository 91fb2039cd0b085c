package bot

import (
	"context"
	"math/rand/v2"
	"time"

	"zayavka/bot/telegram"
)

// backoff is how long to wait after the failure number try, from 0: what Telegram asks for, or one
// second, then twice as long each time up to half a minute, less up to a half at random.
func backoff(try int, err error) time.Duration {
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Flood {
		return e.RetryAfter
	}
	longest := min(time.Second<<min(try, 5), longestBackoff)
	return longest - rand.N(longest/2)
}

// sleep returns false when ctx ended before the time was over.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
