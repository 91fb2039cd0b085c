package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
	"zayavka/telemetry"
)

// The example of https://www.w3.org/TR/trace-context/.
const (
	tracedBefore = "4bf92f3577b34da6a3ce929d0e0e4736"
	traceparent  = "00-" + tracedBefore + "-00f067aa0ba902b7-01"
)

// traced starts a service whose spans are kept in memory.
func traced(t *testing.T, configure func(*Config)) (*world, *tracetest.InMemoryExporter) {
	t.Helper()
	spans := tracetest.NewInMemoryExporter()
	w := startWorld(t, func(c *Config) {
		c.Telemetry.Traces = "http://127.0.0.1:1"
		configure(c)
	}, func(a *App) { a.traces = telemetry.New(spans, 1, "test") })
	return w, spans
}

// spansOf are the spans that have ended, of one trace or, with "", of all.
func (w *world) spansOf(t *testing.T, kept *tracetest.InMemoryExporter, trace string) tracetest.SpanStubs {
	t.Helper()
	require.NoError(t, w.app.traces.TracerProvider.(interface{ ForceFlush(context.Context) error }).ForceFlush(t.Context()))
	return slices.DeleteFunc(kept.GetSpans(), func(span tracetest.SpanStub) bool {
		return trace != "" && span.SpanContext.TraceID().String() != trace
	})
}

func named(spans tracetest.SpanStubs, name string) *tracetest.SpanStub {
	for i := range spans {
		if spans[i].Name == name {
			return &spans[i]
		}
	}
	return nil
}

// readyTask makes a customer who is told of a task of theirs, and makes it ready in the trace of traceparent.
func readyTask(t *testing.T, w *world) {
	t.Helper()
	w.login(t)
	w.graphQL(t, `mutation { createTask(taskData: {customerPhone: "8 917 000-99-00", category: REPAIR, description: "Экран"}) { task { id } } }`)
	olga := w.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.AnswerContaining(t, "Zayavka")
	olga.SharesContact()
	olga.AnswerContaining(t, "Принято")
	w.header = http.Header{"Traceparent": {traceparent}}
	w.graphQL(t, `mutation { updateTask(taskData: {id: 1, status: READY}) { task { status } } }`)
	olga.AnswerContaining(t, "Готово")
}

func TestAStatusChangeIsOneTraceFromTheRequestToTheMessage(t *testing.T) {
	for name, databaseURL := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, kept := traced(t, func(c *Config) { c.Database.URL = DatabaseURL(databaseURL(t)) })
			readyTask(t, w)

			var spans tracetest.SpanStubs
			require.Eventually(t, func() bool {
				spans = w.spansOf(t, kept, tracedBefore)
				send, recorded := named(spans, "send notification"), named(spans, "UPDATE notifications")
				return send != nil && recorded != nil && recorded.Parent.SpanID() == send.SpanContext.SpanID()
			}, stopTimeout, 20*time.Millisecond)
			parentOf := func(child string) string {
				span := named(spans, child)
				require.NotNil(t, span, "%s among %v", child, names(spans))
				for _, parent := range spans {
					if parent.SpanContext.SpanID() == span.Parent.SpanID() {
						return parent.Name
					}
				}
				return span.Parent.SpanID().String()
			}
			require.Equal(t, "00f067aa0ba902b7", parentOf("POST /graphql"))
			require.Equal(t, "POST /graphql", parentOf("mutation updateTask"))
			require.Equal(t, "mutation updateTask", parentOf("UPDATE tasks"))
			require.Equal(t, "mutation updateTask", parentOf("INSERT notifications"))
			require.Equal(t, "mutation updateTask", parentOf("send notification"))
			require.Equal(t, "send notification", parentOf("telegram sendMessage"))

			all := w.spansOf(t, kept, "")
			require.NotNil(t, named(all, "telegram update"))
			require.Greater(t, len(all), len(spans), "what came before has traces of its own")
			for _, span := range all {
				text := fmt.Sprint(span.Name, span.Attributes, span.Events, span.Status)
				for _, secret := range []string{string(w.app.config.Telegram.Token), w.token, "9170009900", "8 917", "Ольга", "Экран", "anna@", "horse", "Anna"} {
					require.NotContains(t, text, secret)
				}
			}
		})
	}
}

func names(spans tracetest.SpanStubs) (all []string) {
	for _, span := range spans {
		all = append(all, span.Name)
	}
	return all
}

func TestWithoutACollectorNothingIsTracedAndNothingIsKept(t *testing.T) {
	t.Parallel()
	w := startWorld(t, nil)
	readyTask(t, w)
	queued, err := w.app.store.NotificationsByTask(t.Context(), []int64{1})
	require.NoError(t, err)
	require.NotEmpty(t, queued[1])
	for _, notification := range queued[1] {
		require.Empty(t, notification.Traceparent)
	}
}

func TestADeliveredWebhookIsASpan(t *testing.T) {
	t.Parallel()
	endpoint := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(endpoint.Close)
	w, kept := traced(t, func(c *Config) { c.Webhooks.AllowPrivate = true })
	w.loginOwner(t)
	_, err := w.app.store.CreateWebhook(t.Context(), store.NewWebhook{URL: endpoint.URL + "/?key=hunter2", Events: store.WebhookTypes()})
	require.NoError(t, err)
	w.graphQL(t, `mutation { testWebhook(id: 1) { delivery { id } } }`)
	w.waitDelivered(t)
	delivered := named(w.spansOf(t, kept, ""), "deliver webhook")
	require.NotNil(t, delivered)
	require.NotContains(t, fmt.Sprint(delivered), "hunter2")
	require.Contains(t, fmt.Sprint(delivered.Attributes), "delivered")
}

func TestTracesReachACollectorAtTheLatestWhenTheServiceStops(t *testing.T) {
	t.Parallel()
	received := make(chan *collector.ExportTraceServiceRequest, 100)
	endpoint := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		request := &collector.ExportTraceServiceRequest{}
		if err == nil && r.URL.Path == "/v1/traces" && proto.Unmarshal(body, request) == nil {
			received <- request
		}
	}))
	t.Cleanup(endpoint.Close)
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	config := testConfig(t, telegram)
	config.Telemetry.Traces = endpoint.URL
	w := &world{telegram: telegram, log: &logBuffer{}}
	t.Run("serve", func(t *testing.T) { // its end stops the service
		w.app = startApp(t, config, w.log)
		w.waitReady(t)
		w.graphQL(t, `query Hello { __typename }`)
	})
	close(received)
	var got strings.Builder
	for request := range received {
		got.WriteString(request.String())
	}
	for _, part := range []string{"query __typename", "Hello", "POST /graphql", `"zayavka"`} {
		require.Contains(t, got.String(), part)
	}
}

func TestACollectorThatIsAwayIsSaidOnce(t *testing.T) {
	t.Parallel()
	gone := httptest.NewServer(nil)
	gone.Close()
	telegram, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	config := testConfig(t, telegram)
	config.Telemetry.Traces = gone.URL
	w := &world{telegram: telegram, log: &logBuffer{}}
	t.Run("serve", func(t *testing.T) {
		w.app = startApp(t, config, w.log)
		w.waitReady(t)
		for range 600 { // more than a batch
			w.graphQL(t, `{ __typename }`)
		}
	})
	require.Equal(t, 1, strings.Count(w.log.String(), "Traces cannot be sent"))
}
