package webhook

import (
	"bufio"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// The vector is from the tests of Standard Webhooks' own libraries.
func TestASignatureIsAsStandardWebhooksHasIt(t *testing.T) {
	signature, err := sign([]string{"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", `{"test": 2432232314}`)
	require.NoError(t, err)
	require.Equal(t, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature)
}

func TestAMessageIsPostedSigned(t *testing.T) {
	w := open(t)
	receiver := newReceiver(t, answers(http.StatusNoContent))
	webhook := w.webhook(t, receiver.URL+"/hook?shop=1")
	queued := w.queue(t, webhook)
	w.sendDue(t)

	require.Len(t, receiver.received(), 1)
	got := receiver.received()[0]
	require.Equal(t, queued.Payload, got.body)
	require.JSONEq(t, `{"type": "webhook.test", "timestamp": "2026-03-02T09:00:00Z", "data": {"sample": {
		"type": "customer.created", "timestamp": "2026-03-02T09:00:00Z", "data": {
			"id": "7", "phone": "+7 (917) 000-99-00", "name": "Анна", "telegramId": 123456789, "language": "RU", "verified": true,
			"externalId": null, "note": null, "mutedTime": null, "createdTime": "2026-03-02T09:00:00Z", "updatedTime": "2026-03-02T09:00:00Z"
		}
	}}}`, got.body, "with a sample of the first event that the webhook wants")
	require.Equal(t, queued.MessageID, got.header.Get("webhook-id"))
	require.Equal(t, "1772442000", got.header.Get("webhook-timestamp"))
	require.Equal(t, "application/json", got.header.Get("Content-Type"))
	require.Equal(t, "Zayavka/test", got.header.Get("User-Agent"))
	signature, err := sign([]string{webhook.Secret}, queued.MessageID, "1772442000", got.body)
	require.NoError(t, err)
	require.Equal(t, signature, got.header.Get("webhook-signature"))
	require.Equal(t, store.WebhookDeliveryDelivered, w.deliveries(t, webhook)[0].State)
	require.Equal(t, 204, w.deliveries(t, webhook)[0].LastStatus)
}

func TestBothSecretsSignForADayAfterARotation(t *testing.T) {
	w := open(t)
	receiver := newReceiver(t, answers(http.StatusOK))
	before := w.webhook(t, receiver.URL)
	after, err := w.RotateWebhookSecret(t.Context(), before.ID)
	require.NoError(t, err)
	queued := w.queue(t, before)
	w.sendDue(t)
	got := receiver.received()[0]
	for i, secret := range []string{after.Secret, before.Secret} {
		signature, err := sign([]string{secret}, queued.MessageID, got.header.Get("webhook-timestamp"), got.body)
		require.NoError(t, err)
		require.Equal(t, signature, strings.Split(got.header.Get("webhook-signature"), " ")[i])
	}
	w.Clock.Advance(24 * time.Hour)
	w.queue(t, before)
	w.sendDue(t)
	require.NotContains(t, receiver.received()[1].header.Get("webhook-signature"), " ")
}

func TestWhatAnEndpointAnswersDecides(t *testing.T) {
	w := open(t)
	elsewhere := newReceiver(t, answers(http.StatusOK))
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		state  store.WebhookDeliveryState
		status int
		reason string
		wait   time.Duration // at least
	}{
		"accepted": {answers(http.StatusAccepted), store.WebhookDeliveryDelivered, 202, "", 0},
		"broken": {
			answers(http.StatusInternalServerError), store.WebhookDeliveryQueued, 500,
			"The endpoint answered 500 Internal Server Error.", 5 * time.Second,
		},
		"no such status": {answers(599), store.WebhookDeliveryQueued, 599, "The endpoint answered 599.", 5 * time.Second},
		"not found":      {answers(http.StatusNotFound), store.WebhookDeliveryQueued, 404, "The endpoint answered 404 Not Found.", 5 * time.Second},
		"too many": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "3600")
				w.WriteHeader(http.StatusTooManyRequests)
			}, store.WebhookDeliveryQueued, 429, "The endpoint answered 429 Too Many Requests.", time.Hour,
		},
		"overloaded until a date": {
			func(rw http.ResponseWriter, _ *http.Request) {
				rw.Header().Set("Retry-After", w.Clock.Now().Add(2*time.Hour).Format(http.TimeFormat))
				rw.WriteHeader(http.StatusServiceUnavailable)
			}, store.WebhookDeliveryQueued, 503, "The endpoint answered 503 Service Unavailable.", 2 * time.Hour,
		},
		"overloaded for ever": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "4000000000")
				w.WriteHeader(http.StatusServiceUnavailable)
			}, store.WebhookDeliveryQueued, 503, "The endpoint answered 503 Service Unavailable.", 24 * time.Hour,
		},
		"overloaded, in no words of ours": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "soon")
				w.WriteHeader(http.StatusServiceUnavailable)
			}, store.WebhookDeliveryQueued, 503, "The endpoint answered 503 Service Unavailable.", 5 * time.Second,
		},
		"elsewhere": {
			func(w http.ResponseWriter, r *http.Request) {
				http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
			},
			store.WebhookDeliveryQueued, 307,
			"The endpoint answered 307 Temporary Redirect. Redirects are not followed: set the webhook to the final address.", 5 * time.Second,
		},
		"gone": {answers(http.StatusGone), store.WebhookDeliveryFailed, 410, "The endpoint answered 410 Gone.", 0},
	} {
		t.Run(name, func(t *testing.T) {
			delivery := w.attemptOnce(t, newReceiver(t, test.answer).URL)
			require.Equal(t, test.state, delivery.State)
			require.Equal(t, test.status, delivery.LastStatus)
			require.Equal(t, test.reason, delivery.LastError)
			require.Equal(t, 1, delivery.Attempts)
			if test.state == store.WebhookDeliveryQueued {
				wait := delivery.DueAt.Sub(w.Clock.Now())
				require.GreaterOrEqual(t, wait, test.wait)
				require.LessOrEqual(t, wait, test.wait*6/5)
			}
		})
	}
	require.Empty(t, elsewhere.received(), "nobody was sent on")
}

func TestAnEndpointThatDoesNotAnswerInTimeIsTriedAgain(t *testing.T) {
	w := open(t)
	w.sender.timeout = 100 * time.Millisecond
	silent := newReceiver(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	delivery := w.attemptOnce(t, silent.URL)
	require.Equal(t, store.WebhookDeliveryQueued, delivery.State)
	require.Zero(t, delivery.LastStatus)
	require.Equal(t, "There was no answer in time.", delivery.LastError)
}

func TestAnAnswerThatNeverEndsIsNotWaitedFor(t *testing.T) {
	w := open(t)
	w.sender.timeout = 100 * time.Millisecond
	slow := newReceiver(t, func(rw http.ResponseWriter, r *http.Request) {
		rw.WriteHeader(http.StatusOK)
		_ = http.NewResponseController(rw).Flush()
		<-r.Context().Done()
	})
	require.Equal(t, store.WebhookDeliveryDelivered, w.attemptOnce(t, slow.URL).State)
}

func TestOfAHugeAnswerOnlyTheBeginningIsRead(t *testing.T) {
	w := open(t)
	written := make(chan int, 1)
	huge := newReceiver(t, func(rw http.ResponseWriter, _ *http.Request) {
		total := 0
		for {
			n, err := rw.Write(make([]byte, 64<<10))
			if total += n; err != nil {
				written <- total
				return
			}
		}
	})
	require.Equal(t, store.WebhookDeliveryDelivered, w.attemptOnce(t, huge.URL).State)
	require.Less(t, <-written, 32<<20, "what the kernel's buffers hold, and no more")
}

func TestAnEndpointThatIsAwayIsTriedAgain(t *testing.T) {
	w := open(t)
	away := httptest.NewServer(answers(http.StatusOK))
	away.Close()
	delivery := w.attemptOnce(t, away.URL)
	require.Equal(t, store.WebhookDeliveryQueued, delivery.State)
	require.Equal(t, "The connection was refused.", delivery.LastError)
	require.Equal(t, "The host's name could not be resolved.", w.attemptOnce(t, "http://nowhere.invalid/").LastError)
}

func TestACertificateIsChecked(t *testing.T) {
	w := open(t)
	selfSigned := httptest.NewUnstartedServer(answers(http.StatusOK))
	selfSigned.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	selfSigned.StartTLS()
	t.Cleanup(selfSigned.Close)
	require.Equal(t, "The endpoint's TLS certificate is not valid for this host.", w.attemptOnce(t, selfSigned.URL).LastError)
}

func TestWhatAServiceThatIsNoWebhookSaysIsNotShown(t *testing.T) {
	w := open(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		_, _ = bufio.NewReader(connection).ReadString('\n')
		_, _ = connection.Write([]byte("SSH-2.0-Confidential\r\n"))
		_ = connection.Close()
	}()
	delivery := w.attemptOnce(t, "http://"+listener.Addr().String()+"/?token=hunter2")
	require.Equal(t, store.WebhookDeliveryQueued, delivery.State)
	require.NotContains(t, delivery.LastError, "Confidential")
	require.NotContains(t, delivery.LastError, "hunter2")
}

func TestANameThatLeadsIntoThePrivateNetworkIsNotConnectedTo(t *testing.T) {
	receiver := newReceiver(t, answers(http.StatusOK))
	address, err := url.Parse(receiver.URL)
	require.NoError(t, err)
	sender := newSender(t, storetest.Open(t, storetest.SQLite(t))) // webhooks.allow_private is off
	webhook := store.Webhook{URL: "http://localhost:" + address.Port(), Secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
	status, failure, _ := sender.attempt(t.Context(), webhook, store.WebhookDelivery{MessageID: "msg_1", Payload: "{}"})
	require.Zero(t, status)
	require.Contains(t, failure.Reason, "is not on the public internet, and webhooks.allow_private is not set.")
	require.Empty(t, receiver.received())
}

func TestNoProxyConnectsInsteadOfTheService(t *testing.T) {
	require.Nil(t, newClient(nil).Transport.(*http.Transport).Proxy)
}
