package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/feed"
	"zayavka/store/storetest"
)

// longestSilence is how long a replica may go on with what it knew before the database fell silent.
const longestSilence = 10 * time.Second

func TestAMemberDisabledElsewhereIsNotServedWhenTheListeningConnectionIsSilent(t *testing.T) {
	t.Parallel()
	database := storetest.Postgres(t)
	proxy := storetest.NewProxy(t, database)
	here, elsewhere := storetest.Open(t, proxy.URL), storetest.Open(t, database)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- here.Listen(ctx) }()
	defer cancel()
	<-here.Outbox() // it listens
	elsewhere.NewAdmin(t)
	staff := elsewhere.NewStaff(t)
	session, err := here.StartSession(t.Context(), staff, store.ByPassword, time.Hour)
	require.NoError(t, err)
	served := func() bool {
		_, err := here.StaffOfSession(t.Context(), staff.ID, staff.TokenVersion, session.ID)
		if store.CodeOf(err) == store.NotFound {
			return false
		}
		require.NoError(t, err)
		return true
	}
	require.True(t, served())
	watcher := watch(t, here)

	require.Equal(t, 1, proxy.Silence("LISTEN "))
	_, err = elsewhere.SetStaffActive(t.Context(), staff.ID, false)
	require.NoError(t, err)
	disabled := time.Now()
	for served() {
		require.Less(t, time.Since(disabled), longestSilence)
		time.Sleep(10 * time.Millisecond) // the pause between two looks at a condition
	}
	for err == nil {
		_, err = watcher.Next(t.Context())
	}
	require.ErrorIs(t, err, feed.ErrMissed)
	require.Error(t, <-ended)
	require.Less(t, time.Since(disabled), longestSilence)

	go func() { ended <- here.Listen(ctx) }()
	<-here.Outbox()
	require.False(t, served())
	cancel()
	require.NoError(t, <-ended)
}

func TestAConnectionThatHearsNothingForAWhileIsKept(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	listen(t, s)
	watcher := watch(t, s)
	began := time.Now()
	require.Eventually(t, func() bool { // three pings are answered
		at, listens := s.Heard()
		return listens && at.Sub(began) > 12*time.Second
	}, 30*time.Second, 10*time.Millisecond)
	id := s.NewCustomer(t).ID
	require.Equal(t, store.RowChange{Subject: store.SubjectCustomer, Kind: store.Created, ID: id}, next(t, watcher))
}

func TestWorkInTheBackgroundDoesNotWaitForEverForAConnectionThatHangs(t *testing.T) {
	t.Parallel()
	proxy := storetest.NewProxy(t, storetest.Postgres(t))
	s := storetest.Open(t, proxy.URL)
	_, err := s.OutboxStatus(t.Context())
	require.NoError(t, err)
	require.NotZero(t, proxy.Silence(""))
	began := time.Now()
	_, err = s.OutboxStatus(t.Context()) // on a context without an end
	require.Error(t, err)
	require.Less(t, time.Since(began), time.Minute)
	_, err = s.OutboxStatus(t.Context())
	require.NoError(t, err, "on a new connection")
}

func TestADatabaseThatAnswersAndCannotBeWrittenIsFound(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	require.NoError(t, s.ProbeWrite(t.Context()))
	require.NoError(t, s.ProbeWrite(t.Context()))
	_, err := s.Pools()["postgres"].ExecContext(t.Context(), "ALTER DATABASE "+databaseName(t, s)+" SET default_transaction_read_only = on")
	require.NoError(t, err)
	readOnly, err := store.Open(store.Options{URL: s.URL})
	require.NoError(t, err)
	defer func() { require.NoError(t, readOnly.Close()) }()
	_, err = readOnly.AllStaff(t.Context())
	require.NoError(t, err)
	require.Error(t, readOnly.ProbeWrite(t.Context()))
}

func databaseName(t *testing.T, s *storetest.Store) (name string) {
	t.Helper()
	require.NoError(t, s.Pools()["postgres"].QueryRowContext(t.Context(), "SELECT current_database()").Scan(&name))
	return name
}
