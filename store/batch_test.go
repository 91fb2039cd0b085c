package store_test

import (
	"context"
	"database/sql"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

const (
	batchTable = "CREATE TABLE batch_test (id integer PRIMARY KEY, value integer)"
	insertOne  = "INSERT INTO batch_test (id) VALUES (1)"
	insertTwo  = "INSERT INTO batch_test (id) VALUES (2)"
)

func rowsOfBatch(t *testing.T, s *storetest.Store) (count int) {
	t.Helper()
	for _, pool := range s.Pools() {
		require.NoError(t, pool.QueryRowContext(t.Context(), "SELECT count(*) FROM batch_test").Scan(&count))
	}
	return count
}

func TestABatchIsCommittedWhole(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, batchTable)
		require.NoError(t, s.RunBatch(t.Context(), insertOne, insertTwo))
		require.Equal(t, 2, rowsOfBatch(t, s))
	})
}

func TestABatchEndsWithItsFirstFailureAndLeavesNothing(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, batchTable)
		err := s.RunBatch(t.Context(), insertOne, insertOne, insertTwo)
		require.ErrorContains(t, err, "statement 2: ")
		require.Zero(t, rowsOfBatch(t, s))
		require.NoError(t, s.RunBatch(t.Context(), insertOne, insertTwo), "the connection goes on")
	})
}

func TestABatchIsNotCommittedByItselfOnceItsTransactionHasEnded(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, batchTable)
		require.ErrorIs(t, s.RunBatchTooLate(t.Context(), insertOne, insertTwo), sql.ErrTxDone)
		require.Zero(t, rowsOfBatch(t, s))
	})
}

func TestATransactionWhoseCallerGoesAwayBeforeItsCommitLeavesNothing(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, batchTable)
		ctx, cancel := context.WithCancel(t.Context())
		require.ErrorIs(t, s.RunBatchThen(ctx, cancel, insertOne, insertTwo), context.Canceled)
		require.Zero(t, rowsOfBatch(t, s))
	})
}

func TestAPanicInABatchEndsItsTransactionAndIsPassedOn(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, batchTable)
		require.PanicsWithValue(t, "while reading", func() { _ = s.RunBatchWithPanic(t.Context(), insertOne+" RETURNING id", insertTwo) })
		require.Zero(t, rowsOfBatch(t, s))
		require.NoError(t, s.RunBatch(t.Context(), insertOne, insertTwo), "nothing is locked")
	})
}

func TestABatchOfColumnsThatAMigrationHasChangedFailsOnceForEachConnection(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	s.Exec(t, batchTable)
	read := func() error {
		return s.RunBatch(t.Context(), "SELECT value FROM batch_test", "SELECT id FROM batch_test")
	}
	require.NoError(t, read())
	s.Exec(t, "ALTER TABLE batch_test ALTER COLUMN value TYPE bigint")
	failures := 0
	for read() != nil {
		failures++
		require.LessOrEqual(t, failures, s.Pools()["postgres"].Stats().OpenConnections+16)
	}
	require.NoError(t, read())
}
