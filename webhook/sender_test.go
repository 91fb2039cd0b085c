package webhook

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// run runs the sender until stop, which returns when it has ended.
func (w *world) run(t *testing.T) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { w.sender.Run(ctx); close(ended) }()
	stop = sync.OnceFunc(func() { cancel(); <-ended })
	t.Cleanup(stop)
	return stop
}

func TestAChangeReachesItsReceiverAtOnce(t *testing.T) {
	w := open(t)
	receiver := newReceiver(t, answers(http.StatusOK))
	webhook := w.webhook(t, receiver.URL)
	w.run(t)
	w.NewTask(t, store.Customer{Phone: "+79170009900"})
	within(t, func() bool { return len(receiver.received()) == 2 })
	var bodies string
	for _, got := range receiver.received() {
		bodies += got.body
	}
	require.Contains(t, bodies, `"type":"customer.created"`)
	require.Contains(t, bodies, `"type":"task.created"`)
	within(t, func() bool {
		pending, err := w.PendingWebhookDeliveries(context.Background())
		return err == nil && pending == 0
	})
	require.Equal(t, store.WebhookDeliveryDelivered, w.deliveries(t, webhook)[0].State)
	require.InDelta(t, 2, testutil.ToFloat64(w.sender.attempts.WithLabelValues("delivered")), 0)
}

func TestASlowEndpointHoldsUpNoOther(t *testing.T) {
	w := open(t)
	release := make(chan struct{})
	slow := newReceiver(t, func(http.ResponseWriter, *http.Request) { <-release })
	quick := newReceiver(t, answers(http.StatusOK))
	slowWebhook, quickWebhook := w.webhook(t, slow.URL), w.webhook(t, quick.URL)
	for range 2 * parallel {
		w.queue(t, slowWebhook)
	}
	w.run(t)
	within(t, func() bool { return len(slow.received()) == parallel })
	for range 3 * parallel {
		w.queue(t, quickWebhook)
	}
	within(t, func() bool { return len(quick.received()) == 3*parallel })
	require.Len(t, slow.received(), parallel, "no more at once")
	close(release)
	within(t, func() bool { return len(slow.received()) == 2*parallel })
}

func TestASenderThatStopsRecordsWhatIsUnderWay(t *testing.T) {
	w := open(t)
	release := make(chan struct{})
	receiver := newReceiver(t, func(http.ResponseWriter, *http.Request) { <-release })
	webhook := w.webhook(t, receiver.URL)
	w.queue(t, webhook)
	stop := w.run(t)
	within(t, func() bool { return len(receiver.received()) == 1 })
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	close(release)
	<-stopped
	require.Equal(t, store.WebhookDeliveryDelivered, w.deliveries(t, webhook)[0].State)
}

func TestACrashBetweenASendAndItsRecordRepeatsTheMessageUnderTheSameID(t *testing.T) {
	w := open(t)
	receiver := newReceiver(t, answers(http.StatusOK))
	webhook := w.webhook(t, receiver.URL)
	w.queue(t, webhook)
	claimed, err := w.ClaimWebhookDeliveries(t.Context(), webhook.ID, 1, leaseTime)
	require.NoError(t, err)
	_, failure, _ := w.sender.attempt(t.Context(), webhook, claimed[0])
	require.Nil(t, failure) // and here the process dies

	w.sendDue(t)
	require.Len(t, receiver.received(), 1, "the lease holds")
	w.Clock.Advance(leaseTime)
	w.sendDue(t)
	got := receiver.received()
	require.Len(t, got, 2)
	require.Equal(t, got[0].header.Get("webhook-id"), got[1].header.Get("webhook-id"))
	require.Equal(t, got[0].body, got[1].body)
	require.NotEqual(t, got[0].header.Get("webhook-timestamp"), got[1].header.Get("webhook-timestamp"), "the time is the attempt's")
	require.NotEqual(t, got[0].header.Get("webhook-signature"), got[1].header.Get("webhook-signature"))
	require.Equal(t, store.WebhookDeliveryDelivered, w.deliveries(t, webhook)[0].State)
}

func TestAnEndpointThatFailsForADayGetsNothingMore(t *testing.T) {
	w := open(t)
	receiver := newReceiver(t, answers(http.StatusBadGateway))
	webhook := w.webhook(t, receiver.URL)
	w.queue(t, webhook)
	began := w.Clock.Now()
	for {
		w.sendDue(t)
		delivery := w.deliveries(t, webhook)[0]
		if delivery.State == store.WebhookDeliveryFailed {
			require.Equal(t, len(receiver.received()), delivery.Attempts)
			break
		}
		w.Clock.Advance(delivery.DueAt.Sub(w.Clock.Now()))
	}
	require.Equal(t, 24*time.Hour, w.Clock.Now().Sub(began))
	webhooks, err := w.Webhooks(t.Context(), store.Actor{})
	require.NoError(t, err)
	require.False(t, webhooks[0].Active)
	require.Contains(t, webhooks[0].DisabledReason, "502 Bad Gateway")
	attempts := len(receiver.received())
	w.NewTask(t, store.Customer{Phone: "+79170009900"})
	w.Clock.Advance(48 * time.Hour)
	w.sendDue(t)
	require.Len(t, receiver.received(), attempts)
}

func TestARetryGoesOutWhenItsTimeHasCome(t *testing.T) {
	w := open(t)
	var working atomic.Bool
	receiver := newReceiver(t, func(rw http.ResponseWriter, _ *http.Request) {
		if !working.Swap(true) {
			rw.WriteHeader(http.StatusInternalServerError)
		}
	})
	webhook := w.webhook(t, receiver.URL)
	w.queue(t, webhook)
	w.run(t)
	within(t, func() bool {
		return w.deliveries(t, webhook)[0].State == store.WebhookDeliveryQueued && len(receiver.received()) == 1
	})
	w.Clock.Advance(6 * time.Second)
	w.queue(t, webhook) // wakes
	within(t, func() bool { return len(receiver.received()) == 3 })
}

func TestAClaimThatAnotherConnectionHoldsUpIsGivenUpAndMadeLater(t *testing.T) {
	t.Parallel()
	w := open(t)
	w.sender.statementTimeout = 100 * time.Millisecond
	receiver := newReceiver(t, answers(http.StatusOK))
	w.queue(t, w.webhook(t, receiver.URL))
	holder, err := w.DB(t).Conn(t.Context())
	require.NoError(t, err)
	_, err = holder.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	require.NoError(t, err)
	began := time.Now()
	_, err = w.sender.claim(t.Context())
	require.Error(t, err)
	require.Less(t, time.Since(began), 4*time.Second)
	_, err = holder.ExecContext(t.Context(), "ROLLBACK")
	require.NoError(t, err)
	require.NoError(t, holder.Close())
	w.sendDue(t)
	require.Len(t, receiver.received(), 1)
}
