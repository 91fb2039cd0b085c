package api

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatIsAnnouncedIsReadTogether(t *testing.T) {
	var reads [][]int64
	l := newLoader(func(_ context.Context, ids []int64) (map[int64]string, error) {
		reads = append(reads, ids)
		return map[int64]string{1: "one", 2: "two"}, nil
	})
	for _, id := range []int64{2, 1, 2, 3} {
		l.announce(id)
	}
	require.Empty(t, reads, "nothing is read before it is asked for")

	one, found, err := l.get(t.Context(), 1)
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, "one", one)
	_, found, err = l.get(t.Context(), 3)
	require.NoError(t, err)
	require.False(t, found)
	require.Equal(t, [][]int64{{1, 2, 3}}, reads)

	_, found, _ = l.get(t.Context(), 4)
	require.False(t, found)
	require.Equal(t, [][]int64{{1, 2, 3}, {4}}, reads)
}

func TestAReadThatFailsIsNotRepeatedForEachRow(t *testing.T) {
	reads := 0
	l := newLoader(func(context.Context, []int64) (map[int64]string, error) {
		reads++
		return nil, errors.New("database is away")
	})
	for _, id := range []int64{1, 1, 2} {
		_, _, err := l.get(t.Context(), id)
		require.EqualError(t, err, "database is away")
	}
	require.Equal(t, 1, reads)
}
