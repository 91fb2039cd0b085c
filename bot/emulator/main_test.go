package emulator_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestMain(m *testing.M) {
	// After a body that is too large a connection lingers for half a second, so that the answer gets through.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("net/http.(*conn).closeWriteAndWait"))
}

// start runs a server for the time of the test.
func start(t *testing.T, options emulator.Options) *emulator.Server {
	t.Helper()
	srv, err := emulator.Start(options)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, srv.Close()) })
	return srv
}

// answer is the envelope of the Bot API.
type answer struct {
	Status      int `json:"-"`
	OK          bool
	Result      json.RawMessage
	ErrorCode   int `json:"error_code"`
	Description string
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	}
}

type params map[string]any

// call posts a method of the bot as JSON.
func call(t *testing.T, srv *emulator.Server, method string, p params) answer {
	t.Helper()
	body, err := json.Marshal(p)
	require.NoError(t, err)
	resp, err := client(t).Post(srv.URL()+"/bot"+srv.Token()+"/"+method, "application/json", strings.NewReader(string(body)))
	require.NoError(t, err)
	return decode(t, resp)
}

func decode(t *testing.T, resp *http.Response) answer {
	t.Helper()
	defer resp.Body.Close()
	a := answer{Status: resp.StatusCode}
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&a))
	require.Equal(t, a.Status == http.StatusOK, a.OK)
	if !a.OK {
		require.Equal(t, a.Status, a.ErrorCode)
	}
	return a
}

// client is one whose connections end with the test.
func client(t *testing.T) *http.Client {
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// result is the result of a call that must succeed.
func result[T any](t *testing.T, srv *emulator.Server, method string, p params) T {
	t.Helper()
	a := call(t, srv, method, p)
	require.True(t, a.OK, a.Description)
	var value T
	require.NoError(t, json.Unmarshal(a.Result, &value))
	return value
}

// updates polls once.
func updates(t *testing.T, srv *emulator.Server, p params) []tele.Update {
	t.Helper()
	return result[[]tele.Update](t, srv, "getUpdates", p)
}

// refused calls a method and returns the words in which it is refused.
func refused(t *testing.T, srv *emulator.Server, method string, p params) string {
	t.Helper()
	a := call(t, srv, method, p)
	require.False(t, a.OK, "%s was not refused: %s", method, a.Result)
	return a.Description
}

// runBot starts a telebot on the server with what handle registers.
func runBot(t *testing.T, srv *emulator.Server, handle func(*tele.Bot)) *tele.Bot {
	t.Helper()
	bot, err := tele.NewBot(tele.Settings{
		URL:    srv.URL(),
		Token:  srv.Token(),
		Client: client(t),
		Poller: &tele.LongPoller{Timeout: time.Second, AllowedUpdates: []string{"message", "edited_message", "callback_query", "my_chat_member"}},
		OnError: func(err error, _ tele.Context) {
			if !strings.Contains(err.Error(), "context canceled") { // Stop cuts off answers that are on their way
				t.Errorf("handler: %v", err)
			}
		},
		ParseMode: tele.ModeHTML,
	})
	require.NoError(t, err)
	handle(bot)
	done := make(chan struct{})
	go func() {
		defer close(done)
		bot.Start()
	}()
	t.Cleanup(func() {
		bot.Stop()
		<-done
	})
	return bot
}

// inBackground runs a call that waits.
func inBackground(run func() answer) <-chan answer {
	done := make(chan answer, 1)
	go func() { done <- run() }()
	return done
}

// waitForCalls returns when the server has received that many calls of a method.
func waitForCalls(t *testing.T, srv *emulator.Server, method string, n int) {
	t.Helper()
	require.Eventually(t, func() bool { return len(srv.Calls(method)) >= n }, 10*time.Second, time.Millisecond)
}

// failing runs a script that must fail and returns with which words. The script has no patience: its
// context has ended.
func failing(t *testing.T, script func(emulator.TB)) (words string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	tb := &failedScript{ctx: ctx}
	defer func() {
		require.Equal(t, tb, recover(), "the script did not fail")
		words = tb.words
	}()
	script(tb)
	return ""
}

// failedScript stops a script as testing.T does.
type failedScript struct {
	ctx   context.Context
	words string
}

func (f *failedScript) Helper() {}

func (f *failedScript) Context() context.Context { return f.ctx }

func (f *failedScript) Fatalf(format string, args ...any) {
	f.words = fmt.Sprintf(format, args...)
	panic(f)
}
