package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

func message(id int, chat int64) tele.Update {
	return tele.Update{ID: id, Message: &tele.Message{Chat: &tele.Chat{ID: chat}}}
}

const parallelChats = 5

func dispatch(t *testing.T, process func(context.Context, tele.Update) error) (*dispatcher, *strings.Builder) {
	t.Helper()
	var log strings.Builder
	d, err := newDispatcher(process, parallelChats, slog.New(slog.NewTextHandler(&log, nil)), prometheus.NewRegistry())
	require.NoError(t, err)
	return d, &log
}

func TestAPanicCostsOneUpdateAndOneLogLine(t *testing.T) {
	var processed []int
	d, log := dispatch(t, func(_ context.Context, update tele.Update) error {
		if update.ID == 1 {
			panic("neither an error nor a string" + string(rune(update.ID)))
		}
		processed = append(processed, update.ID)
		return nil
	})
	for id := range 3 {
		d.add(t.Context(), message(id, 7), func(err error) { require.NoError(t, err) })
	}
	d.wait()
	require.Equal(t, []int{0, 2}, processed)
	require.Equal(t, 1, strings.Count(log.String(), "\n"))
	require.Contains(t, log.String(), "update_id=1")
	require.Contains(t, log.String(), "dispatcher_test.go", "the stack is there")
	require.Equal(t, 2, testutil.CollectAndCount(d.seconds), "ok and let_go")
}

func TestOneChatsUpdatesAreProcessedInOrderAndChatsInParallelUpToABound(t *testing.T) {
	var mu sync.Mutex
	var parallel, most int
	order := map[int64][]int{}
	full := make(chan struct{})
	reachBound := sync.OnceFunc(func() { close(full) })
	d, _ := dispatch(t, func(_ context.Context, update tele.Update) error {
		mu.Lock()
		parallel++
		if most = max(most, parallel); most == parallelChats {
			reachBound()
		}
		mu.Unlock()
		<-full
		mu.Lock()
		defer mu.Unlock()
		parallel--
		chat := update.Message.Chat.ID
		order[chat] = append(order[chat], update.ID)
		return nil
	})
	const chats, each = 2 * parallelChats, 3
	for id := range chats * each {
		d.add(t.Context(), message(id, int64(id%chats)), func(err error) { assert.NoError(t, err) })
	}
	d.wait()
	require.Equal(t, parallelChats, most)
	for chat, ids := range order {
		require.IsIncreasing(t, ids, chat)
		require.Len(t, ids, each)
	}
}

func TestAnUpdateThatIsDeliveredTwiceIsProcessedOnce(t *testing.T) {
	processed, confirmed := 0, 0
	d, _ := dispatch(t, func(context.Context, tele.Update) error { processed++; return nil })
	for range 2 {
		d.add(t.Context(), message(1, 7), func(err error) {
			assert.NoError(t, err)
			confirmed++
		})
	}
	d.wait()
	require.Equal(t, 1, processed)
	require.Equal(t, 2, confirmed)
}

func TestAnUpdateThatKeepsFailingIsLetGoUnlessTheFaultIsOurs(t *testing.T) {
	require.False(t, again(&store.Error{Code: store.Invalid}))
	require.False(t, again(&panicError{}))
	require.True(t, again(errors.New("anything else")))
	require.True(t, again(&awayError{errors.New("database")}))
}

func TestAnUpdateThatHasNotBegunAtAStopComesAgain(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	began := make(chan struct{})
	d, _ := dispatch(t, func(ctx context.Context, update tele.Update) error {
		close(began)
		<-ctx.Done()
		return ctx.Err()
	})
	var results []error
	for id := range 2 {
		d.add(ctx, message(id, 7), func(err error) { results = append(results, err) })
	}
	<-began
	cancel(store.ErrLeadershipLost) // what has begun is given up too, because another replica takes it
	d.wait()
	require.Len(t, results, 2)
	for _, err := range results {
		require.ErrorIs(t, err, context.Canceled)
	}
}

func TestTheOffsetConfirmsOnlyWhatIsProcessedOrWrittenDown(t *testing.T) {
	p := &poller{known: map[int]bool{}, changed: make(chan struct{}, 1), log: slog.New(slog.DiscardHandler)}
	offset := func() int {
		offset, _ := p.offset()
		return offset
	}
	require.Zero(t, offset(), "whatever Telegram has")
	telegrams := func(ids ...int) (updates []json.RawMessage) {
		for _, id := range ids {
			updates = append(updates, fmt.Appendf(nil, `{"update_id":%d}`, id))
		}
		return updates
	}
	updates := p.receive(telegrams(500, 501, 502))
	updates = append(updates, p.receive(telegrams(500, 501, 502, 503))...)
	require.Len(t, updates, 4, "three of them delivered again while they are processed")
	p.processed(updates[1], nil)
	require.Equal(t, 500, offset())
	p.processed(updates[0], nil)
	require.Equal(t, 502, offset())
	p.dropConfirmed(502)
	require.Equal(t, updates[2:], p.order)
	p.processed(updates[2], errors.New("stopped"))
	require.Equal(t, 502, offset(), "it has to come again")
	updates[2].kept = true
	require.Equal(t, 503, offset())
	p.processed(updates[3], nil)
	require.Equal(t, 504, offset())
	p.dropConfirmed(504)
	require.Zero(t, offset())
	require.Len(t, p.receive(telegrams(17)), 1, "after a quiet week Telegram's ids begin anywhere")
	require.Equal(t, 17, offset())
}
