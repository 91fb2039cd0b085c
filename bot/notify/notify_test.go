package notify_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
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

// outbox is a store in real time, a Telegram without limits, and a sender between them that makes no long pauses.
type outbox struct {
	*store.Store
	telegram *emulator.Server
	log      *log
	options  []func(*notify.Options) // of the sender
	stop     func()
}

// log is one that may be read while it is written.
type log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *log) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(line)
}

func (l *log) has(words string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Contains(l.text.String(), words)
}

// longestRetry is enough for tests of what is tried again.
const longestRetry = time.Second

func open(t *testing.T, databaseURL string, hold time.Duration, configure ...func(*notify.Options)) *outbox {
	t.Helper()
	server, err := emulator.Start(emulator.Options{Seed: 1})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	database, err := store.Open(store.Options{URL: databaseURL, Hold: hold})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	require.NoError(t, database.MigrateUp(t.Context()))
	o := &outbox{Store: database, telegram: server, log: &log{}, options: configure}
	o.run(t)
	return o
}

func (o *outbox) run(t *testing.T) {
	t.Helper()
	o.runLimited(t, 0)
}

// runLimited runs a sender that keeps to Telegram's limits, and sends nothing for its first second.
func (o *outbox) runLimited(t *testing.T, messagesPerSecond int) {
	t.Helper()
	client, err := telegram.NewClient(telegram.Options{APIURL: o.telegram.URL(), Token: o.telegram.Token(), MessagesPerSecond: messagesPerSecond, Metrics: prometheus.NewRegistry()})
	require.NoError(t, err)
	options := notify.Options{
		Store: o.Store, Logger: slog.New(slog.NewTextHandler(o.log, nil)), Telegram: client, Language: "ru", Metrics: prometheus.NewRegistry(),
	}
	for _, configure := range o.options {
		configure(&options)
	}
	sender, err := notify.New(options)
	require.NoError(t, err)
	sender.SetLongestRetry(longestRetry)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		sender.Run(ctx)
		client.Close()
	}()
	o.stop = sync.OnceFunc(func() { cancel(); <-ended })
	t.Cleanup(o.stop)
}

// customer is a person in Telegram whom the store knows.
func (o *outbox) customer(t *testing.T, language string) (*emulator.User, store.Customer) {
	t.Helper()
	user := o.telegram.NewUser(emulator.Profile{})
	customer, _, err := o.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Verified: true, Language: language})
	require.NoError(t, err)
	return user, customer
}

func (o *outbox) task(t *testing.T, customer store.Customer) store.Task {
	t.Helper()
	task, err := o.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: customer.Phone, Description: "Не включается"})
	require.NoError(t, err)
	return task
}

func (o *outbox) setStatus(t *testing.T, task store.Task, status store.Status) {
	t.Helper()
	_, err := o.UpdateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID, store.TaskUpdate{Status: &status})
	require.NoError(t, err)
}

// waitSent returns when nothing waits to be sent any more.
func (o *outbox) waitSent(t *testing.T) {
	t.Helper()
	require.Eventually(t, func() bool {
		status, err := o.OutboxStatus(context.Background())
		return err == nil && status.Pending == 0
	}, time.Minute, 5*time.Millisecond)
}

func said(user *emulator.User) []string {
	var texts []string
	for _, message := range user.Chat() {
		if message.FromBot {
			texts = append(texts, message.Text)
		}
	}
	return texts
}

func TestChangesWithinTheHoldAreToldOnceAndAnUndoneOneIsNot(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 1500*time.Millisecond)
	olga, customer := o.customer(t, "ru")
	task := o.task(t, customer)
	o.waitSent(t)
	o.setStatus(t, task, store.StatusInProgress)
	o.setStatus(t, task, store.StatusReady)
	o.waitSent(t)
	o.setStatus(t, task, store.StatusClosed)
	o.setStatus(t, task, store.StatusReady) // a slip
	o.waitSent(t)
	texts := said(olga)
	require.Len(t, texts, 2)
	require.Contains(t, texts[0], "Заявка принята")
	require.Contains(t, texts[1], "Готово")
}

func TestEachMessageTellsItsOwnStatusInTheCustomersLanguage(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 0)
	john, customer := o.customer(t, "en")
	task := o.task(t, customer)
	o.setStatus(t, task, store.StatusInProgress)
	o.setStatus(t, task, store.StatusReady)
	o.waitSent(t)
	texts := said(john)
	require.Len(t, texts, 3)
	for i, words := range []string{"Request received", "Work has begun", "Ready for pickup"} {
		require.Contains(t, texts[i], words)
		require.Contains(t, texts[i], fmt.Sprintf("#%d", task.ID))
	}
}

func TestOneChatsMessagesKeepTheirOrderThroughFaults(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		o := open(t, s.URL, 0)
		for _, kind := range []emulator.FaultKind{emulator.ServerError, emulator.NotJSON, emulator.DropAfter, emulator.TooManyRequests} {
			o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: kind, Probability: 0.1})
		}
		people := map[*emulator.User]store.Customer{}
		for range 3 {
			user, customer := o.customer(t, "ru")
			people[user] = customer
		}
		for _, customer := range people {
			task := o.task(t, customer)
			for _, status := range []store.Status{store.StatusInProgress, store.StatusReady, store.StatusClosed} {
				o.setStatus(t, task, status)
			}
		}
		o.waitSent(t)
		for user := range people {
			var order []string
			for _, text := range said(user) {
				status, _, _ := strings.Cut(text, ": №")
				if len(order) == 0 || order[len(order)-1] != status { // one whose answer was lost comes again
					order = append(order, status)
				}
			}
			require.Equal(t, []string{"Заявка принята", "Взяли в работу", "Готово, можно забирать", "Заявка закрыта"}, order)
		}
	})
}

func TestWhatWasSentWhileTheDatabaseWasAwayIsRecordedWhenItIsBack(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	o := open(t, postgres.URL("migrated"), 0)
	olga, customer := o.customer(t, "ru")
	release := o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.Hang})
	task := o.task(t, customer)
	require.Eventually(t, func() bool { return len(o.telegram.Calls("sendMessage")) > 0 }, 10*time.Second, time.Millisecond)
	require.NoError(t, postgres.Kill())
	release() // the send ends, and nobody can write down how
	require.NoError(t, postgres.Start())
	olga.AnswerContaining(t, "Заявка принята")
	o.waitSent(t)
	byTask, err := o.NotificationsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	require.Equal(t, 1, byTask[task.ID][0].Attempts, "it was recorded, and did not wait for its lease to end")
	require.Len(t, said(olga), 1)
}

func TestATaskThatIsDeletedWhileItsMessageIsUnderWayHoldsUpNothing(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 0)
	olga, customer := o.customer(t, "ru")
	release := o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.Hang})
	task := o.task(t, customer)
	require.Eventually(t, func() bool { return len(o.telegram.Calls("sendMessage")) > 0 }, 10*time.Second, time.Millisecond)
	require.NoError(t, o.DeleteTask(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID))
	o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.ServerError, Times: 1})
	release()
	second := o.task(t, customer)
	olga.AnswerContaining(t, fmt.Sprintf("Заявка принята: № %d", second.ID))
	require.Len(t, said(olga), 1)
}

func TestASenderThatStopsGivesBackWhatItHasNotBegun(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 0)
	o.stop()
	o.runLimited(t, telegram.MessagesPerSecond)
	var tasks []int64
	for range 40 { // within the first second nobody may be written to
		_, customer := o.customer(t, "ru")
		tasks = append(tasks, o.task(t, customer).ID)
	}
	o.stop()
	byTask, err := o.NotificationsByTask(t.Context(), tasks)
	require.NoError(t, err)
	for _, id := range tasks {
		require.NotEqual(t, store.NotificationSending, byTask[id][0].State)
		require.Nil(t, byTask[id][0].LeaseUntil)
	}
	o.run(t)
	o.waitSent(t)
	require.Len(t, o.telegram.Calls("sendMessage"), len(tasks), "each once")
}
