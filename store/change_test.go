package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/feed"
	"zayavka/store/storetest"
)

// listen makes s hear what the replicas do, until the test's end.
func listen(t *testing.T, s *storetest.Store) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	before := s.Watch()
	defer before.Close()
	go func() {
		defer close(ended)
		_ = s.Listen(ctx)
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	if s.Pools()["postgres"] == nil {
		return // on SQLite a store hears itself without listening
	}
	_, err := before.Next(t.Context())
	require.ErrorIs(t, err, feed.ErrMissed, "whoever watched before missed what was not heard")
}

// watch receives the changes from now on. What PostgreSQL tells late of earlier ones is passed over.
func watch(t *testing.T, s *storetest.Store) *feed.Watcher[store.RowChange] {
	t.Helper()
	watcher := s.Watch()
	t.Cleanup(watcher.Close)
	told(t, s, watcher)
	return watcher
}

// next is what the watcher is told next.
func next(t *testing.T, watcher *feed.Watcher[store.RowChange]) store.RowChange {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	change, err := watcher.Next(ctx)
	require.NoError(t, err)
	return change
}

// told is everything that the watcher is told before a change that is made now.
func told(t *testing.T, s *storetest.Store, watcher *feed.Watcher[store.RowChange]) []store.RowChange {
	t.Helper()
	return toldBefore(t, watcher, store.RowChange{Subject: store.SubjectCustomer, Kind: store.Created, ID: s.NewCustomer(t).ID})
}

func toldBefore(t *testing.T, watcher *feed.Watcher[store.RowChange], last store.RowChange) []store.RowChange {
	t.Helper()
	var changes []store.RowChange
	for change := next(t, watcher); change != last; change = next(t, watcher) {
		changes = append(changes, change)
	}
	return changes
}

// addTasks gives the customer tasks, faster than one by one.
func addTasks(t *testing.T, s *storetest.Store, customer store.Customer, count int) {
	t.Helper()
	for name, pool := range s.Pools() {
		if name == "sqlite_read" {
			continue
		}
		_, err := pool.ExecContext(t.Context(), fmt.Sprintf(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			INSERT INTO tasks (customer_id, category, status, created_at, updated_at)
			SELECT %d, 'OTHER', 'ACCEPTED', '2026-03-02 09:00:00+00:00', '2026-03-02 09:00:00+00:00' FROM n`, count, customer.ID))
		require.NoError(t, err)
	}
}

func TestEveryChangeIsTold(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		watcher := watch(t, s)
		system := store.Actor{Kind: store.ActorSystem}
		task := func(kind store.ChangeKind, id int64) store.RowChange {
			return store.RowChange{Subject: store.SubjectTask, Kind: kind, ID: id}
		}
		customer := func(kind store.ChangeKind, id int64) store.RowChange {
			return store.RowChange{Subject: store.SubjectCustomer, Kind: kind, ID: id}
		}
		message := func(kind store.ChangeKind, id int64) store.RowChange {
			return store.RowChange{Subject: store.SubjectNotification, Kind: kind, ID: id}
		}
		tells := func(what string, want ...store.RowChange) {
			t.Helper()
			require.ElementsMatch(t, want, told(t, s, watcher), what)
		}

		olga := s.NewRegistered(t)
		tells("a registration", customer(store.Created, olga.ID), customer(store.Updated, olga.ID))

		repair := s.NewTask(t, olga)
		all, err := s.NotificationsByTask(t.Context(), []int64{repair.ID})
		require.NoError(t, err)
		first := all[repair.ID][0].ID
		tells("a new task and its announcement", task(store.Created, repair.ID), message(store.Created, first))

		_, err = s.UpdateTask(t.Context(), system, repair.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
		require.NoError(t, err)
		tells("a status within the hold", task(store.Updated, repair.ID), message(store.Updated, first))

		s.Clock.Advance(time.Minute)
		claimed, err := s.ClaimNotifications(t.Context(), 10, time.Minute)
		require.NoError(t, err)
		require.Len(t, claimed, 1)
		tells("a claim", message(store.Updated, first))
		require.NoError(t, s.NotificationUnreachable(t.Context(), claimed[0].Notification.Claim(), *olga.TelegramID, "Forbidden"))
		tells("a customer who cannot be reached", message(store.Updated, first), customer(store.Updated, olga.ID))
		_, err = s.ResendNotification(t.Context(), first)
		require.NoError(t, err)
		tells("a message that is sent again", message(store.Updated, first))

		require.NoError(t, s.SetLanguage(t.Context(), olga.ID, "en"))
		tells("another language", customer(store.Updated, olga.ID))
		_, err = s.UpdateCustomer(t.Context(), olga.Phone, store.CustomerUpdate{TelegramID: ptr(int64(777))})
		require.NoError(t, err)
		tells("another chat, to which the message now goes", customer(store.Updated, olga.ID), message(store.Updated, first))

		_, _, err = s.Register(t.Context(), store.Registration{TelegramID: 777, Phone: olga.Phone, Verified: true})
		require.NoError(t, err)
		tells("a chat that proves its phone", customer(store.Updated, olga.ID))

		lena := s.NewCustomer(t)
		_, _, err = s.Register(t.Context(), store.Registration{TelegramID: 777, Phone: lena.Phone, Verified: true})
		require.NoError(t, err)
		tells("a person who shares another phone and takes the tasks along",
			customer(store.Created, lena.ID), customer(store.Updated, lena.ID), customer(store.Updated, olga.ID),
			task(store.Updated, repair.ID), message(store.Updated, first))

		require.NoError(t, s.DeleteTask(t.Context(), system, repair.ID))
		tells("a deleted task, whose message goes with it", task(store.Deleted, repair.ID), message(store.Deleted, first))

		last := s.NewTask(t, lena)
		all, err = s.NotificationsByTask(t.Context(), []int64{last.ID})
		require.NoError(t, err)
		second := all[last.ID][0].ID
		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, lena.Phone)
		require.NoError(t, err)
		// Updates of what is gone by now may be told or not.
		tells("a deleted card, whose task stays", task(store.Created, last.ID), task(store.Updated, last.ID),
			message(store.Created, second), message(store.Deleted, second), customer(store.Deleted, lena.ID))
	})
}

func TestMergingCardsTellsOfAllThatMoves(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		from, into := s.NewRegistered(t), s.NewCustomer(t)
		task := s.NewTask(t, from)
		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		watcher := watch(t, s)
		_, err = s.MergeCustomers(t.Context(), store.Actor{Kind: store.ActorSystem}, from.ID, into.ID)
		require.NoError(t, err)
		seen := map[store.RowChange]bool{}
		for _, change := range told(t, s, watcher) {
			seen[change] = true
		}
		require.Equal(t, map[store.RowChange]bool{
			{Subject: store.SubjectTask, Kind: store.Updated, ID: task.ID}:                    true,
			{Subject: store.SubjectNotification, Kind: store.Updated, ID: all[task.ID][0].ID}: true,
			{Subject: store.SubjectCustomer, Kind: store.Deleted, ID: from.ID}:                true,
			{Subject: store.SubjectCustomer, Kind: store.Updated, ID: into.ID}:                true,
		}, seen)
	})
}

func TestATypedPhoneTakesNoMessagesAlong(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		typed, _, err := s.Register(t.Context(), store.Registration{TelegramID: 777, Phone: s.NewPhone()})
		require.NoError(t, err)
		task := s.NewTask(t, typed)
		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		watcher := watch(t, s)
		verified, _, err := s.Register(t.Context(), store.Registration{TelegramID: 777, Phone: s.NewCustomer(t).Phone, Verified: true})
		require.NoError(t, err)
		require.ElementsMatch(t, []store.RowChange{
			{Subject: store.SubjectNotification, Kind: store.Deleted, ID: all[task.ID][0].ID},
			{Subject: store.SubjectCustomer, Kind: store.Updated, ID: typed.ID},
			{Subject: store.SubjectCustomer, Kind: store.Created, ID: verified.ID},
			{Subject: store.SubjectCustomer, Kind: store.Updated, ID: verified.ID},
		}, told(t, s, watcher))
	})
}

func TestWhatEndsAnAccountsRightsIsTold(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		anna := s.NewStaff(t)
		watcher := watch(t, s)
		for name, change := range map[string]func() error{
			"a new password":   func() error { _, err := s.SetPassword(t.Context(), anna.ID, "another password"); return err },
			"a locked account": func() error { _, err := s.SetStaffActive(t.Context(), anna.ID, false); return err },
			"a linked account": func() error { _, err := s.LinkStaff(t.Context(), anna.ID, 777); return err },
		} {
			require.NoError(t, change())
			require.Equal(t, []store.RowChange{{Subject: store.SubjectStaff, Kind: store.Updated, ID: anna.ID}}, told(t, s, watcher), name)
		}
	})
}

func TestNothingIsToldOfAChangeThatWasRolledBack(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		olga, anna := s.NewRegistered(t), s.NewCustomer(t)
		watcher := watch(t, s)
		_, err := s.UpdateCustomer(t.Context(), anna.Phone, store.CustomerUpdate{TelegramID: olga.TelegramID})
		require.Equal(t, store.Conflict, store.CodeOf(err))
		require.Empty(t, told(t, s, watcher))
	})
}

func TestOnlyTheLastOfSeveralUpdatesThatWaitIsTold(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		anna, boris := s.NewCustomer(t), s.NewCustomer(t)
		watcher, other := watch(t, s), watch(t, s)
		rename := func(customer store.Customer, name string) {
			_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Name: &name})
			require.NoError(t, err)
		}
		rename(anna, "Аня")
		rename(boris, "Боря")
		rename(anna, "Анюта")
		_, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, boris.Phone)
		require.NoError(t, err)
		told(t, s, other) // by its word all has come
		require.Equal(t, []store.RowChange{
			{Subject: store.SubjectCustomer, Kind: store.Updated, ID: anna.ID},
			{Subject: store.SubjectCustomer, Kind: store.Deleted, ID: boris.ID},
		}, told(t, s, watcher)[1:3], "between what the other watcher was told")
	})
}

func TestOneLargeChangeIsToldWhole(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		anna := s.NewCustomer(t)
		const count = 300
		addTasks(t, s, anna, count) // of which PostgreSQL tells no more than 120 at once
		watcher := watch(t, s)
		_, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, anna.Phone)
		require.NoError(t, err)
		changes := told(t, s, watcher)
		require.Equal(t, store.RowChange{Subject: store.SubjectCustomer, Kind: store.Deleted, ID: anna.ID}, changes[len(changes)-1])
		updated := map[store.RowChange]bool{}
		for _, change := range changes[:len(changes)-1] {
			require.Equal(t, store.RowChange{Subject: store.SubjectTask, Kind: store.Updated, ID: change.ID}, change)
			updated[change] = true
		}
		require.Len(t, updated, count)
	})
}

func TestAReaderThatIsTooSlowIsToldThatItMissedChanges(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		anna := s.NewCustomer(t)
		addTasks(t, s, anna, 1_000)
		slow := watch(t, s)
		_, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, anna.Phone) // 1,001 changes at once
		require.NoError(t, err)
		for range 2 {
			_, err := slow.Next(t.Context())
			require.ErrorIs(t, err, feed.ErrMissed)
		}
		require.Empty(t, told(t, s, watch(t, s)), "another one goes on")
	})
}

func TestReplicasAreToldOfEachOthersChangesInOneOrder(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	first, second := storetest.Open(t, url), storetest.Open(t, url)
	listen(t, first)
	before := first.Watch()
	defer before.Close()
	listen(t, second)
	_, err := before.Next(t.Context())
	require.ErrorIs(t, err, feed.ErrMissed, "what the process before the second one committed may have been told to nobody")
	onFirst, onSecond := first.Watch(), second.Watch()
	defer onFirst.Close()
	defer onSecond.Close()
	anna := first.NewCustomer(t)
	began := store.RowChange{Subject: store.SubjectCustomer, Kind: store.Created, ID: anna.ID}
	toldBefore(t, onFirst, began)
	toldBefore(t, onSecond, began)
	var working sync.WaitGroup
	for i := range 40 {
		working.Go(func() { []*storetest.Store{first, second}[i%2].NewTask(t, anna) })
	}
	working.Wait()
	seen := map[store.RowChange]bool{}
	for range 40 {
		change := next(t, onFirst)
		require.Equal(t, change, next(t, onSecond))
		seen[change] = true
	}
	require.Len(t, seen, 40)
}

func TestAWatcherIsToldWhenItsFeedBroke(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.Postgres(t))
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	before := s.Watch()
	defer before.Close()
	go func() { ended <- s.Listen(ctx) }()
	_, err := before.Next(t.Context())
	require.ErrorIs(t, err, feed.ErrMissed)
	watcher := watch(t, s)

	database, err := sql.Open("pgx", s.URL)
	require.NoError(t, err)
	defer func() { require.NoError(t, database.Close()) }()
	_, err = database.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND query LIKE 'LISTEN %'`)
	require.NoError(t, err)
	require.Error(t, <-ended)
	_, err = watcher.Next(t.Context())
	require.ErrorIs(t, err, feed.ErrMissed)
	cancel()

	listen(t, s)
	watcher = watch(t, s)
	id := s.NewCustomer(t).ID
	require.Equal(t, store.RowChange{Subject: store.SubjectCustomer, Kind: store.Created, ID: id}, next(t, watcher))
}
