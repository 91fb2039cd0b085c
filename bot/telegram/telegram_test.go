package telegram

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"zayavka/bot/emulator"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func start(t *testing.T) (*emulator.Server, *Client) {
	t.Helper()
	server, err := emulator.Start(emulator.Options{})
	require.NoError(t, err)
	client := newClient(t, server.URL(), server.Token())
	t.Cleanup(func() { require.NoError(t, server.Close()) })
	return server, client
}

func newClient(t *testing.T, url, token string) *Client {
	t.Helper()
	client, err := NewClient(Options{APIURL: url, Token: token, MessagesPerSecond: MessagesPerSecond, Metrics: prometheus.NewRegistry()})
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}

func TestAFailureSaysWhatToDo(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	user := server.NewUser(emulator.Profile{FirstName: "Ольга"})
	user.Says("/start")
	for name, test := range map[string]struct {
		fault emulator.Fault
		kind  Kind
		words string
	}{
		"429":             {emulator.Fault{Kind: emulator.TooManyRequests, RetryAfter: 1}, Flood, "retry after 1"},
		"403":             {emulator.Fault{Kind: emulator.Forbidden}, Unreachable, "bot was blocked by the user"},
		"deactivated":     {emulator.Fault{Kind: emulator.Forbidden, Description: "user is deactivated"}, Unreachable, "deactivated"},
		"400":             {emulator.Fault{Kind: emulator.BadRequest, Description: "can't parse entities"}, Rejected, "entities"},
		"unknown chat":    {emulator.Fault{Kind: emulator.BadRequest, Description: "chat not found"}, Unreachable, "chat not found"},
		"500":             {emulator.Fault{Kind: emulator.ServerError}, Temporary, "Internal Server Error"},
		"502":             {emulator.Fault{Kind: emulator.BadGateway}, Unanswered, "502"},
		"not JSON in 200": {emulator.Fault{Kind: emulator.NotJSON}, Unanswered, "not one of the Bot API"},
		"dropped":         {emulator.Fault{Kind: emulator.DropBefore}, Unanswered, ""},
	} {
		test.fault.Method, test.fault.Times = "sendMessage", 1
		server.Fail(test.fault)
		_, err := client.Send(t.Context(), user.ID, "text", nil)
		e, ok := AsError(err)
		require.True(t, ok, name)
		require.Equal(t, test.kind, e.Kind, name)
		require.Contains(t, e.Error(), test.words, name)
		require.NotContains(t, e.Error(), server.Token(), name)
	}
}

func TestNoErrorHoldsTheToken(t *testing.T) {
	t.Parallel()
	const token = "123456789:AAsecretsecretsecretsecretsecret"
	for _, url := range []string{"http://127.0.0.1:1", "http://no such host", "http://127.0.0.1:1/%zz"} {
		client, err := NewClient(Options{APIURL: url, Token: token, MessagesPerSecond: MessagesPerSecond, Metrics: prometheus.NewRegistry()})
		require.NoError(t, err)
		_, getMe := client.GetMe(t.Context())
		_, send := client.Send(t.Context(), 1, "text", nil)
		for _, err := range []error{getMe, send} {
			for ; err != nil; err = errors.Unwrap(err) {
				require.NotContains(t, err.Error(), "AAsecret")
			}
		}
		require.Error(t, getMe)
		require.Error(t, send)
		client.Close()
	}
}

func TestAnEditThatChangesNothingIsASuccess(t *testing.T) {
	t.Parallel()
	server, client := start(t)
	user := server.NewUser(emulator.Profile{FirstName: "Ольга"})
	user.Says("/start")
	id, err := client.Send(t.Context(), user.ID, "text", nil)
	require.NoError(t, err)
	require.NoError(t, client.Edit(t.Context(), user.ID, id, "text", nil))
	require.Error(t, client.Edit(t.Context(), user.ID, id+1000, "text", nil))
}

func TestMessagesAreSpacedByTelegramsLimits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		l := newLimits(time.Now, MessagesPerSecond)
		went := func(chat int64) time.Duration {
			done, err := l.wait(t.Context(), chat, 1)
			require.NoError(t, err)
			done(true)
			return time.Since(began)
		}
		require.Equal(t, perChat, went(1), "another process may have written to the chat just now")
		require.Equal(t, perChat+time.Second/MessagesPerSecond, went(2), "30 a second in all")
		waits := make(chan time.Duration)
		go func() { waits <- went(1) }()
		synctest.Wait()
		require.Equal(t, perChat+2*time.Second/MessagesPerSecond, went(3), "a chat that waits holds up no other")
		require.Equal(t, 2*perChat, <-waits, "one a second in a chat")
	})
}

func TestAMessageThatWaitsOrTravelsForLongKeepsItsChat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		done, err := l.wait(t.Context(), 1, 1)
		require.NoError(t, err)
		went := make(chan time.Time)
		go func() {
			_, err := l.wait(t.Context(), 1, 1)
			assert.NoError(t, err)
			went <- time.Now()
		}()
		<-time.After(longestWait - perChat)
		done(true)
		at := time.Now()
		require.GreaterOrEqual(t, (<-went).Sub(at), perChat)
	})
}

func TestAMessageThatDoesNotGoAfterAllKeepsNobodyFromTheChat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		done, err := l.wait(t.Context(), 1, 1)
		require.NoError(t, err)
		done(false)
		began := time.Now()
		_, err = l.wait(t.Context(), 1, 1)
		require.NoError(t, err)
		require.Equal(t, time.Second/MessagesPerSecond, time.Since(began))
	})
}

func TestAMessageThatWaitsTooLongForAnotherIsGivenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		_, err := l.wait(t.Context(), 1, 1) // and it does not arrive
		require.NoError(t, err)
		began := time.Now()
		_, err = l.wait(t.Context(), 1, 1)
		e, ok := AsError(err)
		require.True(t, ok)
		require.Equal(t, Flood, e.Kind)
		require.InDelta(t, longestWait, time.Since(began), float64(2*time.Second/MessagesPerSecond), "well within the lease of a notification")
	})
}

func TestAProcessThatWasHeldUpDoesNotMakeUpForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		<-time.After(perChat)
		var sent []time.Time
		for chat := range int64(5) {
			if chat == 2 {
				<-time.After(10 * time.Second / MessagesPerSecond)
			}
			_, err := l.wait(t.Context(), chat, 1)
			require.NoError(t, err)
			sent = append(sent, time.Now())
		}
		for i := range sent[1:] {
			require.GreaterOrEqual(t, sent[i+1].Sub(sent[i]), time.Second/MessagesPerSecond)
		}
	})
}

func TestNoMoreThanThirtyMessagesArriveInASecondThoughSomeTravelLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		const messages = 300
		arrivals := make(chan time.Time, messages)
		for chat := range int64(messages) {
			arrived, err := l.wait(t.Context(), chat+1, 1)
			require.NoError(t, err)
			travel := time.Millisecond
			if chat/20%2 == 0 { // a busy machine or network, and then they come all at once
				travel = 900 * time.Millisecond
			}
			time.AfterFunc(travel, func() {
				arrivals <- time.Now()
				arrived(true)
			})
		}
		var at []time.Time
		for range messages {
			at = append(at, <-arrivals)
		}
		slices.SortFunc(at, time.Time.Compare)
		for i := range len(at) - MessagesPerSecond {
			require.GreaterOrEqual(t, at[i+MessagesPerSecond].Sub(at[i]), time.Second)
		}
	})
}

func TestAMessageThatArrivesVeryLateCountsWhenItDoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, 2)
		late, err := l.wait(t.Context(), 1, 1)
		require.NoError(t, err)
		<-time.After(longestTravel + 2*time.Second)
		late(true)
		began := time.Now()
		for chat := range int64(2) {
			arrived, err := l.wait(t.Context(), 2+chat, 1)
			require.NoError(t, err)
			arrived(true)
		}
		require.Equal(t, time.Second, time.Since(began), "the second one would be the third in a second")
	})
}

func TestMessagesThatDoNotArriveHoldUpOthersForAWhileOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimits(time.Now, MessagesPerSecond)
		for chat := range int64(MessagesPerSecond) {
			_, err := l.wait(t.Context(), chat+1, 1)
			require.NoError(t, err)
		}
		began := time.Now()
		_, err := l.wait(t.Context(), 1000, 1)
		require.NoError(t, err)
		require.InDelta(t, longestTravel, time.Since(began), float64(2*time.Second/MessagesPerSecond))
	})
}

func TestAChatThatHasToWaitLongIsGivenBack(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	l := newLimits(func() time.Time { return now }, MessagesPerSecond)
	l.quiet(1, time.Hour)
	_, err := l.wait(t.Context(), 1, 1)
	e, ok := AsError(err)
	require.True(t, ok)
	require.Equal(t, Flood, e.Kind)
	require.Equal(t, time.Hour, e.RetryAfter)
	l.quiet(1, time.Second)
	_, free := l.claim(1, 1)
	require.False(t, free, "a shorter wait does not end a longer one")
}

func TestAWaitEndsWithItsContext(t *testing.T) {
	l := newLimits(time.Now, MessagesPerSecond)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := l.wait(ctx, 1, 1)
	require.ErrorIs(t, err, context.Canceled)
}

func TestChatsThatMayBeWrittenToAreForgotten(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	l := newLimits(func() time.Time { return now }, MessagesPerSecond)
	for chat := range int64(5000) {
		now = now.Add(perChat)
		_, free := l.claim(chat, 1)
		require.True(t, free)
		l.quiet(chat, perChat)
		l.release(chat)
	}
	require.LessOrEqual(t, len(l.perChat), 1001)
}
