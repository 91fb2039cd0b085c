package bot_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store/storetest"
)

// hook posts to the webhook of a bot as Telegram does, and gives the status of the answer.
type hook struct {
	*shop
	server *httptest.Server
}

func openHook(t *testing.T, databaseURL string) hook {
	t.Helper()
	s := prepare(t, databaseURL)
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
	require.Equal(t, http.StatusOK, h.post(t, body))
	olga.AnswerContaining(t, "Записали ваш номер")
	require.Equal(t, http.StatusOK, h.post(t, body), "delivered again, because the answer was lost")
	require.Len(t, fromBot(olga), 1)
}

func TestAnUpdateThatCannotBeReadIsLetGo(t *testing.T) {
	t.Parallel()
	h := openHook(t, storetest.SQLite(t))
	require.Equal(t, http.StatusOK, h.post(t, `{"update_id": 7, "message": {"message_id": "not a number"}}`), "else it would come for a day")
	require.Contains(t, h.log.String(), "update_id=7")
	for _, body := range []string{`{}`, `{"message": {}}`, `[]`, `"text"`, ``} {
		require.Equal(t, http.StatusBadRequest, h.post(t, body), body)
	}
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
