package retry

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestEachFailureDoublesTheWaitUpToABound(t *testing.T) {
	for failures, longest := range map[int]time.Duration{
		0: time.Second, 1: 2 * time.Second, 4: 16 * time.Second, 5: 30 * time.Second, 100: 30 * time.Second,
	} {
		for range 100 {
			wait := Backoff(failures, 30*time.Second)
			require.LessOrEqual(t, wait, longest)
			require.Greater(t, wait, longest/2-1)
		}
	}
}

func TestASleepEndsWithItsContext(t *testing.T) {
	require.True(t, Sleep(t.Context(), 0))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.False(t, Sleep(ctx, time.Hour))
}
