package bot_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store/storetest"
)

func TestNobodyWaitsForTheMenuOfCommandsOrForTheBotsName(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]emulator.Fault{
		"429":  {Method: "setMyCommands", Kind: emulator.TooManyRequests, RetryAfter: 3600},
		"400":  {Method: "setMyCommands", Kind: emulator.BadRequest, Description: "bad commands"},
		"me":   {Method: "getMe", Kind: emulator.TooManyRequests, RetryAfter: 3600},
		"hook": {Method: "deleteWebhook", Kind: emulator.TooManyRequests, RetryAfter: 3600},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t))
			release := s.telegram.Fail(fault)
			s.run(t)
			olga := s.person(emulator.Profile{})
			olga.Says("/start")
			olga.AnswerContaining(t, business)
			require.NoError(t, s.bot.Ready())
			if fault.RetryAfter > 0 {
				require.Eventually(t, func() bool { return len(s.telegram.Calls(fault.Method)) > 0 }, holdUp, tick)
				require.Len(t, s.telegram.Calls(fault.Method), 1, "a 429 is obeyed")
				return
			}
			require.Eventually(t, func() bool { return len(s.telegram.Calls("setMyCommands")) > 0 }, holdUp, tick)
			release()
			require.Eventually(t, func() bool { return len(s.telegram.Calls("setMyCommands")) >= 4 }, holdUp, tick, "and tried again later")
		})
	}
}

func TestAnEndpointThatAnswersAtOnceAndEmptyIsNotAskedWithoutAPause(t *testing.T) {
	t.Parallel()
	var polls atomic.Int64
	endpoint := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := `{"ok": true, "result": true}`
		if r.URL.Path == "/bot1:x/getUpdates" {
			polls.Add(1)
			body = `{"ok": true, "result": []}`
		}
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(endpoint.Close)
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.Token, o.APIURL = "1:x", endpoint.URL })
	s.run(t)
	began := time.Now()
	require.Eventually(t, func() bool { return polls.Load() >= 5 }, holdUp, tick)
	require.GreaterOrEqual(t, time.Since(began), 3*time.Second)
}

func TestAWebhookToWhichTelegramCannotDeliverIsSaidInWords(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.Mode, o.PublicURL = "webhook", "http://127.0.0.1:1" })
	s.run(t)
	s.waitReady(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	require.Eventually(t, func() bool { return s.bot.Ready() != nil }, 2*holdUp, tick)
	require.ErrorContains(t, s.bot.Ready(), "Telegram cannot connect to http://127.0.0.1:1/telegram/webhook")
	require.Equal(t, 1, s.logged("Telegram cannot deliver what customers write"))
}
