package storetest_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

func TestNoonIsAZoneFarFromMidnight(t *testing.T) {
	t.Parallel()
	location, err := time.LoadLocation(storetest.Noon)
	require.NoError(t, err)
	require.Contains(t, []int{12, 13}, time.Now().In(location).Hour())
}
