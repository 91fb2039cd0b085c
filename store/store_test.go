package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMigrationsGoUpAndDown(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.NoError(t, s.Ready(t.Context()))
		migrateDown(t, s)
		require.ErrorContains(t, s.Ready(t.Context()), "zayavka migrate up")
		status, err := s.MigrationStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, "0001_base", status[0].Name)
		require.Zero(t, status[0].AppliedAt)
		require.NoError(t, s.MigrateUp(t.Context()))
		require.NoError(t, s.MigrateUp(t.Context()), "again is no error")
		require.NoError(t, s.Ready(t.Context()))
		s.NewTask(t, s.NewRegistered(t))
	})
}

// migrateDown undoes every migration, one after another.
func migrateDown(t *testing.T, s *storetest.Store) {
	t.Helper()
	status, err := s.MigrationStatus(t.Context())
	require.NoError(t, err)
	for _, migration := range slices.Backward(status) {
		undone, err := s.MigrateDown(t.Context())
		require.NoError(t, err)
		require.Equal(t, migration.Name, undone.Name)
	}
	_, err = s.MigrateDown(t.Context())
	require.ErrorContains(t, err, "no migration is applied")
}

func TestHistorySurvivesTheMigrationInBothDirections(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		token, _ := newToken(t, s, store.NewAPIToken{})
		task := newToldTask(t, s, s.NewRegistered(t))
		_, err := s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorToken, ID: token.ID}, task.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
		require.NoError(t, err)
		folder, driver, source := "postgres", "pgx", s.URL
		if file, ok := strings.CutPrefix(s.URL, "sqlite://"); ok {
			folder, driver, source = "sqlite", "sqlite", file
		}
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()
		for _, step := range []string{
			"0030_reminders.tx.down", "0027_cards.tx.down", "0014_forget.tx.down", "0003_access.tx.down",
			"0003_access.tx.up", "0014_forget.tx.up", "0027_cards.tx.up", "0030_reminders.tx.up",
		} {
			statements, err := os.ReadFile("../migrations/" + folder + "/" + step + ".sql")
			require.NoError(t, err)
			_, err = db.ExecContext(t.Context(), string(statements))
			require.NoError(t, err)
		}
		require.Equal(t, []string{"system created:  > ACCEPTED", "system status: ACCEPTED > READY"}, history(t, s, task.ID),
			"of what is not known any more, the system takes the place")
		setStatus(t, s, task, store.StatusClosed)
		require.Len(t, history(t, s, task.ID), 3)
	})
}

func TestAnOlderVersionLeavesANewerSchemaAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		driver, source := "pgx", s.URL
		if file, ok := strings.CutPrefix(s.URL, "sqlite://"); ok {
			driver, source = "sqlite", file
		}
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()
		_, err = db.ExecContext(t.Context(), "INSERT INTO bun_migrations (name, group_id) VALUES ('9999', 2)")
		require.NoError(t, err)
		_, err = s.MigrateDown(t.Context())
		require.ErrorContains(t, err, "newer version of zayavka (9999)")
		require.ErrorContains(t, s.MigrateUp(t.Context()), "newer version")
		s.NewCustomer(t)
	})
}

func TestManyReplicasMigrateAtOnce(t *testing.T) {
	s := storetest.Open(t, storetest.Postgres(t))
	migrateDown(t, s)
	for _, err := range atOnce(4, func() error { return s.MigrateUp(t.Context()) }) {
		require.NoError(t, err)
	}
	require.NoError(t, s.Ready(t.Context()))
}

func TestADatabaseThatIsAwayIsAnErrorThatHidesThePassword(t *testing.T) {
	for _, url := range []string{
		"postgres://user:hunter2@127.0.0.1:1/x?connect_timeout=1",
		"sqlite://" + filepath.Join(t.TempDir(), "x.db"),
	} {
		s, err := store.Open(store.Options{URL: url})
		require.NoError(t, err, "it may come back")
		err = s.Ready(t.Context())
		require.Error(t, err)
		require.NotContains(t, err.Error(), "hunter2")
		require.NoError(t, s.Close())
	}
	missingFolder := "sqlite://" + filepath.Join(t.TempDir(), "no", "folder", "x.db")
	for _, url := range []string{"", "mysql://x", "sqlite://", "sqlite://x?mode=memory", missingFolder, "postgres://user:hunter2@[/x"} {
		_, err := store.Open(store.Options{URL: url})
		require.Error(t, err, url)
		require.NotContains(t, err.Error(), "hunter2")
	}
}

func TestSecretsAreMadeOnceAndKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		first, err := s.Secret(t.Context(), "auth")
		require.NoError(t, err)
		require.GreaterOrEqual(t, len(first), 32)
		second, err := s.Secret(t.Context(), "auth")
		require.NoError(t, err)
		require.Equal(t, first, second)
		other, err := s.Secret(t.Context(), "webhook")
		require.NoError(t, err)
		require.NotEqual(t, first, other)
	})
}

func TestABackupIsAWholeDatabase(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	task := s.NewTask(t, s.NewRegistered(t))
	file := filepath.Join(t.TempDir(), "it's a copy.db")
	require.NoError(t, s.Backup(t.Context(), file))
	require.NoFileExists(t, file+".part")
	for _, private := range []string{file, strings.TrimPrefix(s.URL, "sqlite://")} {
		info, err := os.Stat(private)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "for its owner alone")
	}
	require.ErrorContains(t, s.Backup(t.Context(), file), "exists already")
	s.NewTask(t, s.NewCustomer(t))

	restored := storetest.Open(t, "sqlite://"+file)
	tasks, err := restored.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	require.Equal(t, []int64{task.ID}, ids(tasks))
}

func TestABackupUnderLoadIsConsistentAndCanBeRestored(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	customer := s.NewRegistered(t)
	ctx, cancel := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	began := make(chan struct{}, 1)
	for range 4 {
		writing.Go(func() {
			for ctx.Err() == nil {
				task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone})
				assert.NoError(t, err)
				_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
				assert.NoError(t, err)
				select {
				case began <- struct{}{}:
				default:
				}
			}
		})
	}
	<-began
	file := filepath.Join(t.TempDir(), "copy.db")
	require.NoError(t, s.Backup(t.Context(), file))
	cancel()
	writing.Wait()

	restored := storetest.Open(t, "sqlite://"+file)
	tasks, err := restored.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	require.NotEmpty(t, tasks)
	histories, err := restored.History(t.Context(), ids(tasks))
	require.NoError(t, err)
	notifications, err := restored.NotificationsByTask(t.Context(), ids(tasks))
	require.NoError(t, err)
	for _, task := range tasks {
		history := histories[task.ID]
		require.Equal(t, string(task.Status), history[len(history)-1].To, "a task and its history are one transaction")
		require.Equal(t, task.Status, notifications[task.ID][0].Payload.To, "so is its message")
	}
	restored.NewTask(t, customer)
}

func TestOneReplicaLeadsAndAnotherTakesOver(t *testing.T) {
	url := storetest.Postgres(t)
	leading := make(chan string)
	replica := func(name string) (stop func()) {
		s := storetest.Open(t, url)
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_ = s.Lead(ctx, func(ctx context.Context) error {
				select {
				case leading <- name:
				case <-ctx.Done():
				}
				<-ctx.Done()
				return nil
			})
		}()
		return func() { cancel(); <-ended }
	}
	stopFirst := replica("first")
	require.Equal(t, "first", <-leading)
	stopSecond := replica("second")
	select {
	case name := <-leading:
		t.Fatalf("%s leads beside the first", name)
	default:
	}
	stopFirst()
	require.Equal(t, "second", <-leading)
	stopSecond()
}

func TestALeaderThatFinishesWhatItHasBegunLeadsUntilThen(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	first, second := storetest.Open(t, url), storetest.Open(t, url)
	ctx, cancel := context.WithCancel(t.Context())
	leads, ended := make(chan struct{}), make(chan error, 1)
	var finished atomic.Bool
	go func() {
		ended <- first.Lead(ctx, func(ctx context.Context) error {
			close(leads)
			<-ctx.Done()
			<-time.After(4500 * time.Millisecond) // longer than the server keeps a session that it does not hear of
			finished.Store(true)
			return nil
		})
	}()
	<-leads
	cancel()
	require.NoError(t, second.Lead(t.Context(), func(context.Context) error {
		require.True(t, finished.Load())
		return nil
	}))
	require.NoError(t, <-ended)
}

func TestALeaderThatLosesItsConnectionStopsLeading(t *testing.T) {
	s := storetest.Open(t, storetest.Postgres(t))
	err := s.Lead(t.Context(), func(ctx context.Context) error {
		db, err := sql.Open("pgx", s.URL)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()
		_, err = db.ExecContext(ctx, `SELECT pg_terminate_backend(pid) FROM pg_locks
			WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
		require.NoError(t, err)
		<-ctx.Done()
		return nil
	})
	require.ErrorContains(t, err, "lost the leader's connection")
}

func TestAReplicasCommitWakesTheSenderOfAnother(t *testing.T) {
	url := storetest.Postgres(t)
	sender, other := storetest.Open(t, url), storetest.Open(t, url)
	ctx, cancel := context.WithCancel(t.Context())
	listened := make(chan error)
	go func() { listened <- sender.Listen(ctx) }()
	<-sender.Outbox() // it listens
	other.NewTask(t, other.NewRegistered(t))
	<-sender.Outbox()
	cancel()
	require.NoError(t, <-listened)
}
