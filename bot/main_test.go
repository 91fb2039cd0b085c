package bot_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/bot/telegram"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.MainOfWaiting(m) }

const business = "Мастерская «Винтик»"

// shop is a running bot with a Telegram and a store of its own, in real time.
type shop struct {
	*store.Store
	url      string // of the database
	telegram *emulator.Server
	log      *logBuffer
	options  bot.Options
	bot      *bot.Bot
	pause    time.Duration // the longest between two tries of an update; 0 is the product's
	stop     func()
}

// Customers lists all cards in the order of their ids.
func (s *shop) Customers(ctx context.Context) ([]store.Customer, error) {
	customers, _, err := s.CustomersUpTo(ctx, 1_000)
	return customers, err
}

// customerOf is the card to which the person's chat is linked.
func (s *shop) customerOf(t *testing.T, user *emulator.User) store.Customer {
	t.Helper()
	customers, err := s.CustomersByChat(t.Context(), []int64{user.ID})
	require.NoError(t, err)
	require.NotNil(t, customers[user.ID])
	return *customers[user.ID]
}

// limited keeps the bot to Telegram's limits, which make each answer wait.
func limited(o *bot.Options) { o.MessagesPerSecond = telegram.MessagesPerSecond }

// open starts a bot as configure asks: by default by polling, in Russian, without a public address, for a Bot API
// server without limits.
func open(t *testing.T, configure ...func(*bot.Options)) *shop {
	t.Helper()
	s := prepare(t, storetest.SQLite(t), configure...)
	s.run(t)
	return s
}

// prepare makes everything but does not start the bot.
func prepare(t *testing.T, databaseURL string, configure ...func(*bot.Options)) *shop {
	t.Helper()
	server, err := emulator.Start(emulator.Options{WebhookRetryUnit: 10 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	location, err := time.LoadLocation(storetest.Noon)
	require.NoError(t, err)
	database, err := store.Open(store.Options{URL: databaseURL, Location: location, Business: business})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	require.NoError(t, database.MigrateUp(t.Context()))
	s := &shop{Store: database, url: databaseURL, telegram: server, log: &logBuffer{}}
	s.options = bot.Options{
		Store: database, Logger: slog.New(slog.NewTextHandler(s.log, nil)), Token: server.Token(), APIURL: server.URL(),
		Mode: "polling", Language: "ru",
	}
	for _, c := range configure {
		c(&s.options)
	}
	return s
}

// run starts a bot, as a new process would; it is stopped at the test's end at the latest.
func (s *shop) run(t *testing.T) {
	t.Helper()
	options := s.options
	options.Metrics = prometheus.NewRegistry()
	var err error
	s.bot, err = bot.New(options)
	require.NoError(t, err)
	if s.pause > 0 {
		s.bot.SetLongestPause(s.pause)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = s.bot.Run(ctx)
	}()
	s.stop = sync.OnceFunc(func() { cancel(); <-ended })
	t.Cleanup(func() {
		s.stop()
		require.NotContains(t, s.log.String(), s.telegram.Token(), "the token is in the log")
	})
}

var system = store.Actor{Kind: store.ActorSystem}

// person has a chat with the bot; the phone is +79170009900 unless profile says otherwise.
func (s *shop) person(profile emulator.Profile) *emulator.User {
	if profile.FirstName == "" {
		profile.FirstName = "Ольга"
	}
	if profile.Phone == "" {
		profile.Phone = "+79170009900"
	}
	if profile.Language == "" {
		profile.Language = "ru"
	}
	return s.telegram.NewUser(profile)
}

// registered is a person whom the store knows, with some requests.
func (s *shop) registered(t *testing.T, tasks int) (*emulator.User, store.Customer) {
	t.Helper()
	user := s.person(emulator.Profile{})
	customer, _, err := s.Register(t.Context(), store.Registration{
		TelegramID: user.ID, Phone: user.Phone, Verified: true, Name: user.FirstName, Language: "ru",
	})
	require.NoError(t, err)
	for range tasks {
		s.quietTask(t, customer)
	}
	return user, customer
}

// quietTask makes a task whose announcement the bot does not send.
func (s *shop) quietTask(t *testing.T, customer store.Customer) store.Task {
	t.Helper()
	chat := customer.TelegramID
	task := s.task(t, customer)
	deliveries, err := s.ClaimNotifications(t.Context(), 100, time.Minute)
	require.NoError(t, err)
	for _, delivery := range deliveries {
		require.Equal(t, *chat, delivery.Notification.ChatID)
		require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 0))
	}
	return task
}

func (s *shop) task(t *testing.T, customer store.Customer) store.Task {
	t.Helper()
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
		CustomerPhone: customer.Phone, Category: store.CategoryRepair, Description: "Не включается",
	})
	require.NoError(t, err)
	return task
}

func (s *shop) setStatus(t *testing.T, task store.Task, status store.Status) {
	t.Helper()
	_, err := s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID, store.TaskUpdate{Status: &status})
	require.NoError(t, err)
}

// notifications are the messages about a task as staff see them.
func (s *shop) notifications(t *testing.T, task store.Task) []store.Notification {
	t.Helper()
	byTask, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	return byTask[task.ID]
}

// waiting counts the updates that are written down and not processed.
func (s *shop) waiting(t *testing.T) (count int) {
	t.Helper()
	chats, err := s.WaitingChats(t.Context())
	require.NoError(t, err)
	for _, chat := range chats {
		count += chat.Waiting
	}
	return count
}

// logged is how often the log has some words.
func (s *shop) logged(words string) int { return strings.Count(s.log.String(), words) }

// deadLetters waits until there are so many.
func (s *shop) deadLetters(t *testing.T, count int) (letters []store.DeadLetter) {
	t.Helper()
	require.Eventually(t, func() bool {
		var err error
		letters, err = s.DeadLetters(t.Context(), 100)
		return err == nil && len(letters) == count
	}, 30*time.Second, 10*time.Millisecond)
	return letters
}

func (s *shop) waitReady(t *testing.T) {
	t.Helper()
	require.Eventually(t, func() bool { return s.bot.Ready() == nil }, 10*time.Second, 5*time.Millisecond)
}

// logBuffer is a log that may be read while it is written.
type logBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *logBuffer) Write(line []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(line)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// fromBot are the bot's messages in a chat, as they stand.
func fromBot(user *emulator.User) []string {
	var texts []string
	for _, message := range user.Chat() {
		if message.FromBot {
			texts = append(texts, message.Text)
		}
	}
	return texts
}

func labels(rows [][]emulator.Button) []string {
	var found []string
	for _, row := range rows {
		for _, button := range row {
			found = append(found, button.Text)
		}
	}
	return found
}
