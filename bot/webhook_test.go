package bot_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// hook posts to the webhook of a bot as Telegram does, and gives the status of the answer.
type hook struct {
	*shop
	server *httptest.Server
}

func openHook(t *testing.T, databaseURL string, configure ...func(*bot.Options)) hook {
	t.Helper()
	s := prepare(t, databaseURL, configure...)
	var handler http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	// Telegram is told another address: what comes in is what the test posts.
	s.options.Mode, s.options.PublicURL, s.options.WebhookSecret = "webhook", "http://127.0.0.1:1", "a-secret"
	s.run(t)
	e := echo.New()
	e.POST(bot.WebhookPath, s.bot.Webhook)
	handler = e
	return hook{s, server}
}

// follower is another replica, which does not lead: its bot only takes updates.
func (h hook) follower(t *testing.T, databaseURL string) hook {
	t.Helper()
	database, err := store.Open(store.Options{URL: databaseURL})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	options := h.options
	options.Store, options.Metrics = database, prometheus.NewRegistry()
	replica, err := bot.New(options)
	require.NoError(t, err)
	e := echo.New()
	e.POST(bot.WebhookPath, replica.Webhook)
	server := httptest.NewServer(e)
	t.Cleanup(server.Close)
	return hook{h.shop, server}
}

func (h hook) post(t *testing.T, body string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.server.URL+bot.WebhookPath, strings.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("X-Telegram-Bot-Api-Secret-Token", "a-secret")
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	return response.StatusCode
}

func TestTheWebhookLeavesAnUpdateToTelegramWhileTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	h := openHook(t, postgres.URL("migrated"))
	h.waitReady(t)
	olga := h.person(emulator.Profile{})
	body := `{"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "8 917 000-99-00",
		"from": {"id": 5000000001, "first_name": "Ольга", "language_code": "ru"}, "chat": {"id": 5000000001, "type": "private"}}}`
	require.NoError(t, postgres.Kill())
	began := time.Now()
	require.Equal(t, http.StatusServiceUnavailable, h.post(t, body))
	require.Less(t, time.Since(began), 30*time.Second, "Telegram waits for a minute")

	require.NoError(t, postgres.Start())
	olga.Says("привет") // opens the chat; the update itself goes nowhere
	// Connections from before the restart are found to be dead one by one, and Telegram sends again what got a 503.
	require.Eventually(t, func() bool { return h.post(t, body) == http.StatusOK }, holdUp, tick)
	olga.AnswerContaining(t, "Записали ваш номер")
	require.Equal(t, http.StatusOK, h.post(t, body), "delivered again, because the answer was lost")
	require.Len(t, fromBot(olga), 1)
}

func TestAnUpdateThatCannotBeReadIsPutAsideAtOnce(t *testing.T) {
	t.Parallel()
	h := openHook(t, storetest.SQLite(t))
	require.Equal(t, http.StatusOK, h.post(t, `{"update_id": 7, "message": {"message_id": "not a number"}}`), "else it would come for a day")
	letter := h.deadLetters(t, 1)[0]
	require.Equal(t, 7, letter.UpdateID)
	require.Equal(t, store.FaultUnreadable, letter.Reason)
	for _, body := range []string{`{}`, `{"message": {}}`, `[]`, `"text"`, ``} {
		require.Equal(t, http.StatusBadRequest, h.post(t, body), body)
	}
}

func TestAnUpdateThatComesToTwoReplicasAtOnceIsAnsweredOnceAndAllKeepOneOrder(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	leader := openHook(t, url, limited)
	listening, stop := context.WithCancel(t.Context())
	var listener sync.WaitGroup
	listener.Go(func() { assert.NoError(t, leader.Listen(listening)) })
	t.Cleanup(func() { stop(); listener.Wait() })
	leader.waitReady(t)
	follower := leader.follower(t, url)
	olga := leader.person(emulator.Profile{})
	olga.Says("привет") // opens the chat; the update itself goes nowhere
	texts := []string{"/help", "/language", "/help", "/start", "/language"}
	for n, text := range texts {
		body := fmt.Sprintf(`{"update_id": %d, "message": {"message_id": 1, "date": 1, "text": %q,
			"from": {"id": %[3]d, "first_name": "Ольга", "language_code": "ru"}, "chat": {"id": %[3]d, "type": "private"}}}`, 70+n, text, olga.ID)
		var posting sync.WaitGroup
		for _, replica := range []hook{leader, follower, leader, follower} {
			posting.Go(func() { assert.Equal(t, http.StatusOK, replica.post(t, body)) })
		}
		posting.Wait()
	}
	for _, text := range texts {
		olga.AnswerContaining(t, map[string]string{"/help": "/tasks", "/language": "На каком языке", "/start": "Здравствуйте"}[text])
	}
	require.Eventually(t, func() bool { return leader.waiting(t) == 0 }, holdUp, tick)
	require.Len(t, fromBot(olga), len(texts))
	require.Empty(t, leader.telegram.LimitViolations())
}

func TestOfAnotherProgramsWebhookTheLogHasTheHostAlone(t *testing.T) {
	t.Parallel()
	h := openHook(t, storetest.SQLite(t))
	h.waitReady(t)
	setWebhook(t, h.shop, "https://bots.example.com/123:their-token/hook")
	require.Eventually(t, func() bool { return h.logged("Somebody has changed or removed the webhook") > 0 }, holdUp, tick)
	require.Equal(t, 1, h.logged("found=bots.example.com"))
	require.Zero(t, h.logged("their-token"))
}

func TestUpdatesMayComeInWhileAWebhookBotStops(t *testing.T) {
	t.Parallel()
	h := openHook(t, storetest.SQLite(t))
	h.waitReady(t)
	var posting sync.WaitGroup
	for n := range 20 {
		posting.Go(func() {
			h.post(t, `{"update_id": `+string(rune('1'+n%9))+`, "my_chat_member": {"date": 1,
				"from": {"id": 1, "first_name": "x"}, "chat": {"id": 1, "type": "private"}, "new_chat_member": {"status": "member"}}}`)
		})
	}
	h.stop()
	posting.Wait()
	customers, err := h.CustomersByChat(t.Context(), []int64{1})
	require.NoError(t, err)
	require.Empty(t, customers)
}
