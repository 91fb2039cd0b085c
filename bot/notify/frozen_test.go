package notify_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/store"
	"zayavka/store/storetest"
)

// otherSender is the variable by which this test binary becomes a process that sends, and nothing else: it
// holds the database's URL, Telegram's address and the token.
const otherSender = "ZAYAVKA_TEST_SENDER"

func TestMain(m *testing.M) {
	if parts := strings.Fields(os.Getenv(otherSender)); len(parts) == 3 {
		if err := sendUntilEOF(parts[0], parts[1], parts[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	storetest.MainOfWaiting(m)
}

// sendUntilEOF sends until the standard input ends, and says how many claims it lost.
func sendUntilEOF(databaseURL, apiURL, token string) error {
	database, err := store.Open(store.Options{URL: databaseURL})
	if err != nil {
		return err
	}
	metrics := prometheus.NewRegistry()
	client, err := telegram.NewClient(telegram.Options{APIURL: apiURL, Token: token, MessagesPerSecond: telegram.MessagesPerSecond, Metrics: prometheus.NewRegistry()})
	if err != nil {
		return err
	}
	sender, err := notify.New(notify.Options{
		Store: database, Logger: slog.New(slog.DiscardHandler), Telegram: client, Language: "ru", Metrics: metrics,
	})
	if err != nil {
		return err
	}
	sender.SetLease(shortLease)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	sender.Run(ctx)
	families, err := metrics.Gather()
	for _, family := range families {
		if family.GetName() == "zayavka_claims_lost_total" {
			fmt.Printf("lost %v\n", family.GetMetric()[0].GetCounter().GetValue())
		}
	}
	return err
}

// frozen is another process that sends.
type frozen struct {
	*exec.Cmd
	said strings.Builder
	end  func() // returns when it has ended
}

func (o *outbox) other(t *testing.T, databaseURL string) *frozen {
	t.Helper()
	other := &frozen{Cmd: exec.Command(os.Args[0])}
	other.Env = append(os.Environ(), otherSender+"="+databaseURL+" "+o.telegram.URL()+" "+o.telegram.Token())
	other.Stdout, other.Stderr = &other.said, os.Stderr
	other.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	stdin, err := other.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, other.Start())
	t.Cleanup(func() { _ = other.Process.Kill() })
	other.end = func() {
		require.NoError(t, stdin.Close())
		require.NoError(t, other.Wait())
	}
	return other
}

const (
	crowd = 16
	// shortLease is the lease of the other process.
	shortLease = 2 * time.Second
)

// leasesAreOver waits until the leases are over of what is being sent about the tasks.
func (o *outbox) leasesAreOver(t *testing.T, tasks []store.Task) {
	t.Helper()
	require.Eventually(t, func() bool {
		for _, task := range tasks {
			if lease := o.notification(t, task).LeaseUntil; lease != nil && lease.After(time.Now()) {
				return false
			}
		}
		return true
	}, time.Minute, 5*time.Millisecond)
}

// manyTasks makes as many customers with a task each while nobody sends.
func (o *outbox) manyTasks(t *testing.T) (people []*emulator.User, tasks []store.Task) {
	t.Helper()
	o.stop()
	for range crowd {
		user, customer := o.customer(t, "ru")
		people = append(people, user)
		tasks = append(tasks, o.task(t, customer))
	}
	return people, tasks
}

// freezes stops the process when it has begun to send, and says how many it had sent by then.
func (o *outbox) freezes(t *testing.T, other *frozen) int {
	t.Helper()
	require.Eventually(t, func() bool { return len(o.telegram.Calls("sendMessage")) > 0 }, time.Minute, time.Millisecond)
	require.NoError(t, other.Process.Signal(syscall.SIGSTOP))
	var before int
	require.Eventually(t, func() bool { // what it had written is with Telegram
		now := len(o.telegram.Calls("sendMessage"))
		settled := now == before
		before = now
		return settled
	}, 10*time.Second, 100*time.Millisecond)
	require.Less(t, before, crowd/2)
	return before
}

func TestASenderThatWasFrozenSendsNothingThatAnotherHasSentSince(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	o := open(t, url, 0)
	people, tasks := o.manyTasks(t)
	other := o.other(t, url)
	before := o.freezes(t, other)
	o.run(t)
	o.waitSent(t)
	for _, task := range tasks {
		o.setStatus(t, task, store.StatusClosed)
	}
	o.waitSent(t)
	o.stop()
	calls := len(o.telegram.Calls("sendMessage"))
	require.LessOrEqual(t, calls, 2*crowd+before)

	require.NoError(t, other.Process.Signal(syscall.SIGCONT))
	late, customer := o.customer(t, "ru")
	o.task(t, customer)
	o.waitSent(t)
	require.Len(t, said(late), 1)
	other.end()
	require.Equal(t, calls+1, len(o.telegram.Calls("sendMessage")), "nothing old")
	require.NotContains(t, other.said.String(), "lost 0\n")
	for _, user := range people {
		texts := said(user)
		require.Contains(t, texts[len(texts)-1], "Заявка закрыта", "the newest is the last")
	}
	for _, task := range tasks {
		byTask, err := o.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		for _, notification := range byTask[task.ID] {
			require.Equal(t, store.NotificationSent, notification.State)
		}
	}
}

func TestASenderThatWasFrozenAloneGoesOnWhereItWas(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	o := open(t, url, 0)
	people, tasks := o.manyTasks(t)
	other := o.other(t, url)
	before := o.freezes(t, other)
	o.leasesAreOver(t, tasks)
	require.NoError(t, other.Process.Signal(syscall.SIGCONT))
	o.waitSent(t)
	other.end()
	for _, user := range people {
		require.NotEmpty(t, said(user))
	}
	require.LessOrEqual(t, len(o.telegram.Calls("sendMessage")), crowd+before)
}

func TestWhatWasSentIsNotRepeatedWhenTheDatabaseIsAwayForLongerThanTheLease(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	o := open(t, postgres.URL("migrated"), 0)
	o.stop()
	olga, customer := o.customer(t, "ru")
	task := o.task(t, customer)
	claimed := make(chan struct{}, 1)
	o.sender(t, prometheus.NewRegistry(), func(store.Delivery) bool {
		select {
		case claimed <- struct{}{}:
		default:
		}
		return false
	}, func(s *notify.Sender) { s.SetLease(2 * shortLease) })
	<-claimed // for its first second a sender writes to nobody
	lease := o.notification(t, task).LeaseUntil
	require.NotNil(t, lease)
	require.Empty(t, o.telegram.Calls("sendMessage"))
	require.NoError(t, postgres.Kill())
	olga.AnswerContaining(t, "№ 1")
	require.Eventually(t, func() bool { return time.Now().After(*lease) }, time.Minute, 5*time.Millisecond)
	require.NoError(t, postgres.Start())
	o.waitSent(t)
	sent := o.notification(t, task)
	require.Equal(t, store.NotificationSent, sent.State)
	require.NotZero(t, sent.TelegramMessageID)
	require.Zero(t, sent.Attempts)
	require.Len(t, said(olga), 1)
}
