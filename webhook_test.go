package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// loginOwner makes an admin's account and logs it in.
func (w *world) loginOwner(t testing.TB) store.Staff {
	t.Helper()
	w.waitReady(t)
	owner, err := w.app.store.CreateStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: "correct horse", Role: store.RoleAdmin})
	require.NoError(t, err)
	data := w.graphQL(t, `mutation { login(email: "owner@example.com", password: "correct horse") { token } }`)
	w.token, _ = data["login"].(map[string]any)["token"].(string)
	require.NotEmpty(t, w.token)
	return owner
}

// receiver is a program in Node that verifies webhooks with the library of Standard Webhooks.
type receiver struct {
	url    string
	secret io.Writer // takes the secret, one line
	output *bufio.Scanner
}

func startReceiver(t *testing.T) *receiver {
	t.Helper()
	node := exec.CommandContext(t.Context(), "node", "clients/webhook-receiver.mjs")
	node.Stderr = os.Stderr
	input, err := node.StdinPipe()
	require.NoError(t, err)
	output, err := node.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, node.Start(), "Node; `make test-go` installs its packages")
	t.Cleanup(func() { _ = node.Wait() })
	r := &receiver{secret: input, output: bufio.NewScanner(output)}
	require.True(t, r.output.Scan())
	r.url = r.output.Text()
	return r
}

// verified is a message that the receiver believed.
type verified struct {
	ID      string
	Message struct {
		Type string
		Data struct {
			ID, Status, PreviousStatus string
			Customer                   struct{ Phone string }
		}
	}
	Refused string
}

func (r *receiver) next(t *testing.T) verified {
	t.Helper()
	require.True(t, r.output.Scan())
	var got verified
	require.NoError(t, json.Unmarshal(r.output.Bytes(), &got), r.output.Text())
	return got
}

func TestAChangeOverGraphQLReachesAReceiverThatVerifiesItsSignature(t *testing.T) {
	for name, databaseURL := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := startWorld(t, func(c *Config) {
				c.Database.URL = DatabaseURL(databaseURL(t))
				c.Webhooks.AllowPrivate = true
			})
			w.loginOwner(t)
			receiver := startReceiver(t)
			made := w.graphQL(t, fmt.Sprintf(`mutation { createWebhook(url: %q, events: ["task.created", "task.status_changed"]) { webhook { id } secret } }`,
				receiver.url))["createWebhook"].(map[string]any)
			_, err := fmt.Fprintln(receiver.secret, made["secret"])
			require.NoError(t, err)

			w.graphQL(t, `mutation { createTask(taskData: {customerPhone: "8 917 000-99-00", description: "Экран"}) { task { id } } }`)
			created := receiver.next(t)
			require.Empty(t, created.Refused)
			require.Equal(t, "task.created", created.Message.Type)
			require.Equal(t, "8 917 000-99-00", created.Message.Data.Customer.Phone)

			// The receiver still has the secret before, and believes what is signed with both.
			w.graphQL(t, `mutation { rotateWebhookSecret(id: 1) { secret } }`)
			w.graphQL(t, `mutation { updateTask(taskData: {id: 1, status: READY}) { task { id } } }`)
			changed := receiver.next(t)
			require.Empty(t, changed.Refused)
			require.Equal(t, "task.status_changed", changed.Message.Type)
			require.Equal(t, "1", changed.Message.Data.ID)
			require.Equal(t, "ACCEPTED READY", changed.Message.Data.PreviousStatus+" "+changed.Message.Data.Status)

			// A resend is the same message. After a second rotation the receiver's secret is void.
			w.waitDelivered(t)
			w.graphQL(t, `mutation { resendWebhookDelivery(id: 1) { delivery { id } } }`)
			require.Equal(t, created, receiver.next(t))
			w.graphQL(t, `mutation { rotateWebhookSecret(id: 1) { secret } }`)
			w.graphQL(t, `mutation { testWebhook(id: 1) { delivery { id } } }`)
			require.Equal(t, "No matching signature found", receiver.next(t).Refused)
			require.Eventually(t, func() bool {
				_, metrics := get(t, w.app.URL()+"/metrics")
				return strings.Contains(metrics, `zayavka_webhook_attempts_total{result="delivered"} 3`) &&
					strings.Contains(metrics, `zayavka_webhook_attempts_total{result="refused"} 1`) &&
					strings.Contains(metrics, "zayavka_webhooks_pending 1")
			}, stopTimeout, 5*time.Millisecond)
		})
	}
}

// waitDelivered returns when no webhook waits.
func (w *world) waitDelivered(t *testing.T) {
	t.Helper()
	require.Eventually(t, func() bool {
		pending, err := w.app.store.PendingWebhookDeliveries(t.Context())
		return err == nil && pending == 0
	}, stopTimeout, 5*time.Millisecond)
}

func TestAdminsAreToldInTelegramWhenAWebhookIsDisabled(t *testing.T) {
	t.Parallel()
	w := startWorld(t, func(c *Config) { c.Webhooks.AllowPrivate = true })
	owner := w.loginOwner(t)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Language: "ru"})
	olga.Says("/start")
	olga.AnswerContaining(t, "Здравствуйте")
	_, err := w.app.store.LinkStaff(t.Context(), owner.ID, olga.ID)
	require.NoError(t, err)
	gone := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(http.StatusGone) }))
	t.Cleanup(gone.Close)
	w.graphQL(t, fmt.Sprintf(`mutation { createWebhook(url: "%s/hook?key=hunter2", events: ["task.created"]) { secret } }`, gone.URL))
	w.graphQL(t, `mutation { testWebhook(id: 1) { delivery { id } } }`)
	told := olga.AnswerContaining(t, "отключён")
	require.Contains(t, told.Text, gone.Listener.Addr().String())
	require.NotContains(t, told.Text, "hunter2")
	require.Equal(t, []any{map[string]any{"active": false, "disabledReason": "The endpoint answered 410 Gone: it wants no more messages."}},
		w.graphQL(t, `{ webhooks { active disabledReason } }`)["webhooks"])
}

func TestAWebhookIntoThePrivateNetworkIsRefusedByDefault(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	w.waitReady(t)
	_, err := w.app.store.CreateWebhook(t.Context(), store.NewWebhook{URL: "http://127.0.0.1:1/", Events: store.WebhookTypes()})
	require.Equal(t, store.Invalid, store.CodeOf(err))
}
