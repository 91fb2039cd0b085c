package webhook

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// otherSender is the variable by which this test binary becomes a process that sends webhooks, and nothing else: it
// holds the database's URL.
const otherSender = "ZAYAVKA_TEST_WEBHOOK_SENDER"

func TestMain(m *testing.M) {
	if url := os.Getenv(otherSender); url != "" {
		if err := sendUntilEOF(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	storetest.Main(m)
}

// shortLease is of both senders, as is an attempt that may take half of it.
const shortLease = 2 * time.Second

// newRealSender is a sender on the machine's clock.
func newRealSender(url string, log *slog.Logger) (*store.Store, *Sender, error) {
	database, err := store.Open(store.Options{URL: url, AllowPrivateWebhooks: true})
	if err != nil {
		return nil, nil, err
	}
	sender, err := New(Options{Store: database, Logger: log, Version: "test", Metrics: prometheus.NewRegistry()})
	if err != nil {
		return nil, nil, err
	}
	sender.leaseTime, sender.timeout = shortLease, shortLease/2
	return database, sender, nil
}

// sendUntilEOF sends until the standard input ends, and logs to the standard output.
func sendUntilEOF(url string) error {
	_, sender, err := newRealSender(url, slog.New(slog.NewTextHandler(os.Stdout, nil)))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	sender.Run(ctx)
	return nil
}

func TestASenderThatWasFrozenSendsNoEventThatAnotherHasSentSinceAndChangesNothing(t *testing.T) {
	t.Parallel()
	url := storetest.Postgres(t)
	here, sender, err := newRealSender(url, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, here.Close()) })
	frozen := make(chan struct{})
	receiver := newReceiver(t, func(w http.ResponseWriter, _ *http.Request) {
		<-frozen
		w.WriteHeader(http.StatusNoContent)
	})
	webhook, err := here.CreateWebhook(t.Context(), store.NewWebhook{URL: receiver.URL, Events: store.WebhookTypes()})
	require.NoError(t, err)
	const events = 12
	for range events {
		_, err := here.TestWebhook(t.Context(), webhook.ID)
		require.NoError(t, err)
	}

	var said strings.Builder
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), otherSender+"="+url)
	other.Stdout, other.Stderr = &said, os.Stderr
	other.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	stdin, err := other.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, other.Start())
	t.Cleanup(func() { _ = other.Process.Kill() })
	within(t, func() bool { return len(receiver.received()) == parallel })
	require.NoError(t, other.Process.Signal(syscall.SIGSTOP))
	close(frozen)

	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		sender.Run(ctx)
	}()
	t.Cleanup(func() { cancel(); <-ended })
	within(t, func() bool {
		pending, err := here.PendingWebhookDeliveries(t.Context())
		return err == nil && pending == 0
	})
	require.NoError(t, other.Process.Signal(syscall.SIGCONT))
	cancel()
	<-ended
	_, err = here.TestWebhook(t.Context(), webhook.ID) // which the other process sends, once it is awake
	require.NoError(t, err)
	within(t, func() bool {
		pending, err := here.PendingWebhookDeliveries(t.Context())
		return err == nil && pending == 0
	})
	require.NoError(t, stdin.Close())
	require.NoError(t, other.Wait())

	require.Equal(t, parallel, strings.Count(said.String(), "A claim was lost"), "what came late is reported: %s", &said)
	times := map[string]int{}
	for _, got := range receiver.received() {
		times[got.header.Get("Webhook-Id")]++
	}
	twice := 0
	for _, n := range times {
		require.LessOrEqual(t, n, 2)
		twice += n - 1
	}
	require.Len(t, times, events+1)
	require.Equal(t, parallel, twice, "what was on its way when the process was frozen comes again, and nothing else")
	part, err := here.WebhookDeliveries(t.Context(), webhook.ID, nil, 100)
	require.NoError(t, err)
	for _, delivery := range part.Rows {
		require.Equal(t, store.WebhookDeliveryDelivered, delivery.State)
		require.Equal(t, 1, delivery.Attempts, "the late result is not recorded")
	}
}
