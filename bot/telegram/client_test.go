package telegram

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestCloseEndsTheConnectionsThatAreKeptOpen(t *testing.T) {
	t.Parallel()
	var open atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"ok": true, "result": {"id": 1}}`))
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed:
			open.Add(-1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	client := newClient(t, server.URL, "123456789:AAsecretsecretsecretsecretsecret")
	_, err := client.GetMe(t.Context())
	require.NoError(t, err)
	require.EqualValues(t, 1, open.Load(), "it is kept for the next request")
	client.Close()
	require.Eventually(t, func() bool { return open.Load() == 0 }, 10*time.Second, time.Millisecond)
}

func TestATokenThatHasToBeEscapedIsInNoErrorEither(t *testing.T) {
	t.Parallel()
	for _, token := range []string{"123:secret ", "123:sec ret", "123:secret\n", "123:secret%zz", "123:secret?x"} {
		client := newClient(t, "http://127.0.0.1:1", token)
		_, err := client.GetMe(t.Context())
		require.Error(t, err)
		require.NotContains(t, err.Error(), "123:sec")
		_, err = client.Send(t.Context(), 1, "text", nil)
		require.Error(t, err)
		require.NotContains(t, err.Error(), "123:sec")
	}
}

func TestRequestsThatAreNoMessageEndWithTheirContext(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	remove := server.Fail(emulator.Fault{Kind: emulator.Hang})
	t.Cleanup(remove)
	for name, request := range map[string]func(context.Context) error{
		"answer": func(ctx context.Context) error { return client.Answer(ctx, "1", "") },
		"commands": func(ctx context.Context) error {
			return client.SetCommands(ctx, []tele.Command{{Text: "a", Description: "b"}}, "")
		},
		"menu button":  func(ctx context.Context) error { return client.SetMenuButton(ctx, 1, "a", "https://example.com") },
		"updates":      func(ctx context.Context) error { _, err := client.GetUpdates(ctx, 0, time.Minute, nil); return err },
		"webhook":      func(ctx context.Context) error { return client.SetWebhook(ctx, "https://example.com", "", nil) },
		"who am I":     func(ctx context.Context) error { _, err := client.GetMe(ctx); return err },
		"webhook away": client.DeleteWebhook,
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		began := time.Now()
		require.Error(t, request(ctx), name)
		require.Less(t, time.Since(began), requestTimeout/2, name)
		cancel()
	}
}
