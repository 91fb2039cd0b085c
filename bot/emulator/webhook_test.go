package emulator_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// receiver is the bot's side of a webhook.
type receiver struct {
	*httptest.Server
	mu       sync.Mutex
	texts    []string
	secrets  []string
	statuses []int // of the next answers; then 200
}

func newReceiver(t *testing.T, statuses ...int) *receiver {
	r := &receiver{statuses: statuses}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		var u tele.Update
		if err := json.NewDecoder(req.Body).Decode(&u); err != nil {
			t.Errorf("decode update: %v", err)
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		r.texts = append(r.texts, u.Message.Text)
		r.secrets = append(r.secrets, req.Header.Get("X-Telegram-Bot-Api-Secret-Token"))
		if len(r.statuses) > 0 {
			w.WriteHeader(r.statuses[0])
			r.statuses = r.statuses[1:]
		}
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) received() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]string{}, r.texts...)
}

func TestUpdatesAreDeliveredToTheWebhookWithItsSecret(t *testing.T) {
	srv := start(t, emulator.Options{})
	bot := newReceiver(t)
	require.Equal(t, "Webhook was set", call(t, srv, "setWebhook", params{"url": bot.URL, "secret_token": "s3cret_-"}).Description)
	srv.NewUser(emulator.Profile{}).Says("hello")
	srv.WaitUpdatesConfirmed(t)
	require.Equal(t, []string{"hello"}, bot.received())
	require.Equal(t, []string{"s3cret_-"}, bot.secrets)
}

func TestWhatTheWebhookRefusesComesAgainInTheOrderOfTheChat(t *testing.T) {
	srv := start(t, emulator.Options{WebhookRetryUnit: time.Millisecond})
	bot := newReceiver(t, 500, 403, 302)
	anna := srv.NewUser(emulator.Profile{})
	anna.Says("one")
	anna.Says("two")
	call(t, srv, "setWebhook", params{"url": bot.URL})
	srv.WaitUpdatesConfirmed(t)
	require.Equal(t, []string{"one", "one", "one", "one", "two"}, bot.received())
	info := result[tele.Webhook](t, srv, "getWebhookInfo", nil)
	require.Equal(t, "Wrong response from the webhook: 302 Found", info.ErrorMessage)
	require.NotZero(t, info.ErrorUnixtime)
	require.Zero(t, info.PendingUpdates)
}

func TestAStuckChatDoesNotHoldUpTheOthers(t *testing.T) {
	srv := start(t, emulator.Options{})
	stuck, other := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	release := make(chan struct{})
	var delivered sync.Map
	bot := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		var u tele.Update
		if json.NewDecoder(r.Body).Decode(&u) == nil && u.Message.Sender.ID == stuck.ID {
			<-release
		}
		delivered.Store(u.Message.Text, true)
	}))
	defer bot.Close()
	call(t, srv, "setWebhook", params{"url": bot.URL})
	stuck.Says("stuck")
	other.Says("quick")
	require.Eventually(t, func() bool { return srv.PendingUpdates() == 1 }, 10*time.Second, time.Millisecond)
	_, quick := delivered.Load("quick")
	require.True(t, quick)
	close(release)
	srv.WaitUpdatesConfirmed(t)
}

func TestAWebhookIsRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	for _, tc := range []struct {
		params params
		words  string
	}{
		{params{"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided for webhook"},
		{params{"url": "https://example.com:8080/"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"},
		{params{"url": "nowhere"}, "invalid webhook URL specified"},
		{params{"url": "http://127.0.0.1/", "secret_token": "a b"}, "secret token contains unallowed characters"},
		{params{"url": "http://127.0.0.1/", "secret_token": strings.Repeat("a", 257)}, "secret token is too long"},
	} {
		require.Equal(t, "Bad Request: "+tc.words, refused(t, srv, "setWebhook", tc.params))
	}
	require.Empty(t, result[tele.Webhook](t, srv, "getWebhookInfo", nil).Listen)
}

func TestADeletedWebhookLeavesItsUpdatesToPolling(t *testing.T) {
	srv := start(t, emulator.Options{WebhookRetryUnit: time.Hour})
	bot := newReceiver(t, 500, 500, 500)
	call(t, srv, "setWebhook", params{"url": bot.URL})
	srv.NewUser(emulator.Profile{}).Says("hello")
	require.Eventually(t, func() bool { return len(bot.received()) == 2 }, 10*time.Second, time.Millisecond)
	call(t, srv, "deleteWebhook", nil)
	require.Equal(t, []string{"hello"}, texts(updates(t, srv, nil)))
	call(t, srv, "deleteWebhook", params{"drop_pending_updates": true})
	require.Zero(t, srv.PendingUpdates())
}
