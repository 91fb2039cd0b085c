package notify_test

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/store"
	"zayavka/store/storetest"
)

func (o *outbox) notification(t *testing.T, task store.Task) store.Notification {
	t.Helper()
	byTask, err := o.NotificationsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	require.Len(t, byTask[task.ID], 1)
	return byTask[task.ID][0]
}

func TestAMessageWhoseAnswersAreLostComesThreeTimesAndTheChatGoesOn(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		o := open(t, s.URL, 0)
		olga, customer := o.customer(t, "ru")
		o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.DropAfter, Times: 3})
		first, second := o.task(t, customer), o.task(t, customer)
		o.waitSent(t)
		lost := o.notification(t, first)
		require.Equal(t, store.NotificationUnknown, lost.State)
		require.Equal(t, 3, lost.Unanswered)
		require.Equal(t, store.NotificationSent, o.notification(t, second).State)
		texts := said(olga)
		require.Len(t, texts, 4)
		for i, task := range []store.Task{first, first, first, second} {
			require.Contains(t, texts[i], fmt.Sprintf("№ %d", task.ID))
		}
	})
}

func TestAnUnansweredMessageIsNotSentAgainUntilTelegramAnswersSomething(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 0)
	olga, customer := o.customer(t, "ru")
	o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.DropAfter, Times: 1})
	back := o.telegram.Fail(emulator.Fault{Method: "getMe", Kind: emulator.BadGateway})
	task := o.task(t, customer)
	require.Eventually(t, func() bool { return len(o.telegram.Calls("getMe")) >= 3 }, time.Minute, 5*time.Millisecond)
	require.Len(t, o.telegram.Calls("sendMessage"), 1)
	require.Equal(t, 1, o.notification(t, task).Unanswered, "asking counts as no send")
	back()
	o.waitSent(t)
	require.Equal(t, store.NotificationSent, o.notification(t, task).State)
	require.Len(t, said(olga), 2)
}

func TestWhatSurelyDidNotGoOutIsTriedForAsLongAsItTakes(t *testing.T) {
	t.Parallel()
	o := open(t, storetest.SQLite(t), 0)
	olga, customer := o.customer(t, "ru")
	o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.ServerError, Times: 4})
	task := o.task(t, customer)
	o.waitSent(t)
	sent := o.notification(t, task)
	require.Equal(t, store.NotificationSent, sent.State)
	require.Equal(t, 4, sent.Attempts)
	require.Zero(t, sent.Unanswered)
	require.Empty(t, o.telegram.Calls("getMe"))
	require.Len(t, said(olga), 1)
}

func TestAfterALongOutageAMessageIsTriedAgainWithinHalfAMinute(t *testing.T) {
	t.Parallel()
	for _, kind := range []emulator.FaultKind{emulator.ServerError, emulator.Unauthorized, emulator.DropAfter} {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				o := open(t, s.URL, 0)
				o.stop()
				_, customer := o.customer(t, "ru")
				task := o.task(t, customer)
				const failures = 40 // of the outage so far
				driver, source := "pgx", s.URL
				if file, ok := strings.CutPrefix(s.URL, "sqlite://"); ok {
					driver, source = "sqlite", file
				}
				db, err := sql.Open(driver, source)
				require.NoError(t, err)
				defer func() { require.NoError(t, db.Close()) }()
				_, err = db.ExecContext(t.Context(), "UPDATE notifications SET attempts = "+strconv.Itoa(failures))
				require.NoError(t, err)
				o.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: kind, Times: 1})
				o.sender(t, prometheus.NewRegistry(), func(store.Delivery) bool { return false }, func(s *notify.Sender) {
					s.SetLongestRetry(notify.LongestRetry)
				})
				require.Eventually(t, func() bool { return o.notification(t, task).Attempts > failures }, time.Minute, 5*time.Millisecond)
				require.WithinRange(t, o.notification(t, task).NotBefore, time.Now(), time.Now().Add(30*time.Second))
			})
		})
	}
}

// sender runs a sender that panics over the tasks for which poisoned holds, and keeps to Telegram's limits.
func (o *outbox) sender(t *testing.T, metrics prometheus.Registerer, poisoned func(store.Delivery) bool, configure ...func(*notify.Sender)) (stop func()) {
	t.Helper()
	client, err := telegram.NewClient(telegram.Options{APIURL: o.telegram.URL(), Token: o.telegram.Token(), MessagesPerSecond: telegram.MessagesPerSecond, Metrics: prometheus.NewRegistry()})
	require.NoError(t, err)
	sender, err := notify.New(notify.Options{Store: o.Store, Logger: slog.New(slog.NewTextHandler(o.log, nil)), Telegram: client, Language: "ru", Metrics: metrics})
	require.NoError(t, err)
	sender.SetLongestRetry(longestRetry)
	for _, c := range configure {
		c(sender)
	}
	sender.Render(func(_ *locale.Texts, delivery store.Delivery) telegram.Post {
		if poisoned(delivery) {
			panic("a poisoned row")
		}
		return telegram.Post{ChatID: delivery.Notification.ChatID, Text: fmt.Sprintf("№ %d", delivery.Task.ID)}
	})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		sender.Run(ctx)
		client.Close()
	}()
	stop = sync.OnceFunc(func() { cancel(); <-ended })
	t.Cleanup(stop)
	return stop
}

func TestAPanicOfTheSenderPutsItsMessageAsideAndEndsNothing(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		o := open(t, s.URL, 0)
		o.stop()
		olga, customer := o.customer(t, "ru")
		boris, other := o.customer(t, "ru")
		poisoned := func(delivery store.Delivery) bool { return delivery.Task.ID == 1 }
		first, second, third := o.task(t, customer), o.task(t, customer), o.task(t, other)
		metrics := prometheus.NewRegistry()
		stop := o.sender(t, metrics, poisoned)
		o.waitSent(t)
		require.Equal(t, store.NotificationFailed, o.notification(t, first).State)
		require.Contains(t, o.notification(t, first).LastError, "its log says why")
		require.Equal(t, store.NotificationSent, o.notification(t, second).State)
		require.Equal(t, store.NotificationSent, o.notification(t, third).State)
		require.Equal(t, []string{"№ 2"}, said(olga))
		require.Equal(t, []string{"№ 3"}, said(boris))
		panics := func(metrics *prometheus.Registry) float64 {
			gathered, err := metrics.Gather()
			require.NoError(t, err)
			for _, family := range gathered {
				if family.GetName() == "zayavka_sender_panics_total" {
					return family.GetMetric()[0].GetCounter().GetValue()
				}
			}
			t.Fatal("panics are not counted")
			return 0
		}
		require.InDelta(t, 3, panics(metrics), 0)
		stop()
		after := prometheus.NewRegistry()
		o.sender(t, after, poisoned)
		fourth := o.task(t, other)
		o.waitSent(t)
		require.Equal(t, store.NotificationSent, o.notification(t, fourth).State)
		require.Zero(t, panics(after), "the row does not come again after a start")
		found, err := testutil.GatherAndCount(after, "zayavka_claims_lost_total")
		require.NoError(t, err)
		require.Equal(t, 1, found)
	})
}
