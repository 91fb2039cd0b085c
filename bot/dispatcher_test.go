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
	"testing/synctest"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

func message(id int, chat int64) incoming {
	return incoming{id: id, chat: chat, update: tele.Update{ID: id, Message: &tele.Message{Chat: &tele.Chat{ID: chat}}}}
}

const parallelChats = 5

func dispatch(t *testing.T, process func(context.Context, tele.Update) error) (*dispatcher, *strings.Builder) {
	t.Helper()
	var log strings.Builder
	d, err := newDispatcher(process, parallelChats, slog.New(slog.NewTextHandler(&log, nil)), prometheus.NewRegistry())
	require.NoError(t, err)
	d.failed = func(first job, err error) (outcome, error) {
		d.log.Error("put aside", "update_id", first.id, "error", err)
		return putAside, nil
	}
	return d, &log
}

func TestAPanicCostsOneUpdateAndOneLogLine(t *testing.T) {
	var ids []int
	var results []outcome
	d, log := dispatch(t, func(_ context.Context, update tele.Update) error {
		if update.ID == 1 {
			panic("neither an error nor a string" + string(rune(update.ID)))
		}
		ids = append(ids, update.ID)
		return nil
	})
	for id := range 3 {
		d.add(t.Context(), message(id, 7), func(result outcome) { results = append(results, result) })
	}
	d.wait()
	require.Equal(t, []outcome{processed, putAside, processed}, results)
	require.Equal(t, []int{0, 2}, ids)
	require.Equal(t, 1, strings.Count(log.String(), "\n"))
	require.Contains(t, log.String(), "update_id=1")
	require.Contains(t, log.String(), "dispatcher_test.go", "the stack is there")
	require.Equal(t, 2, testutil.CollectAndCount(d.seconds), "ok and dead")
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
		d.add(t.Context(), message(id, int64(id%chats)), func(result outcome) { assert.Equal(t, processed, result) })
	}
	d.wait()
	require.Equal(t, parallelChats, most)
	for chat, ids := range order {
		require.IsIncreasing(t, ids, chat)
		require.Len(t, ids, each)
	}
}

func TestAnUpdateThatIsDeliveredTwiceIsProcessedOnce(t *testing.T) {
	times, confirmed := 0, 0
	d, _ := dispatch(t, func(context.Context, tele.Update) error { times++; return nil })
	for range 2 {
		d.add(t.Context(), message(1, 7), func(result outcome) {
			assert.Equal(t, processed, result)
			confirmed++
		})
	}
	d.wait()
	require.Equal(t, 1, times)
	require.Equal(t, 2, confirmed)
}

func TestWhatCannotBeWrittenDownIsTriedAgainInMemoryInItsOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		failures := 5
		var ids []int
		d, log := dispatch(t, func(_ context.Context, update tele.Update) error {
			if failures > 0 {
				return errors.New("cannot be processed")
			}
			ids = append(ids, update.ID)
			return nil
		})
		d.failed = func(job, error) (outcome, error) {
			failures--
			return "", errors.New("the database is full")
		}
		for id := range 3 {
			d.add(t.Context(), message(id, 7), func(result outcome) { assert.Equal(t, processed, result) })
		}
		d.wait()
		require.Equal(t, []int{0, 1, 2}, ids)
		require.Equal(t, 5, strings.Count(log.String(), "the database is full"))
	})
}

func TestAChatThatIsPutOffLeavesWhole(t *testing.T) {
	d, _ := dispatch(t, func(context.Context, tele.Update) error { return errors.New("Telegram is away") })
	release := make(chan struct{})
	d.failed = func(job, error) (outcome, error) {
		<-release
		return putOff, nil
	}
	var results []outcome
	for id := range 3 {
		d.add(t.Context(), message(id, 7), func(result outcome) { results = append(results, result) })
	}
	close(release)
	d.wait()
	require.Equal(t, []outcome{putOff, putOff, putOff}, results)
	require.Zero(t, d.queued(7))
}

func TestAnUpdateThatHasNotBegunAtAStopComesAgain(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	began := make(chan struct{})
	d, _ := dispatch(t, func(ctx context.Context, update tele.Update) error {
		close(began)
		<-ctx.Done()
		return ctx.Err()
	})
	var results []outcome
	for id := range 2 {
		d.add(ctx, message(id, 7), func(result outcome) { results = append(results, result) })
	}
	<-began
	cancel(store.ErrLeadershipLost) // what has begun is given up too, because another replica takes it
	d.wait()
	require.Equal(t, []outcome{interrupted, interrupted}, results)
}

func TestTheOffsetConfirmsOnlyWhatIsProcessedOrWrittenDown(t *testing.T) {
	p := &poller{known: map[int]bool{}, changed: make(chan struct{}, 1), log: slog.New(slog.DiscardHandler), inbox: &inbox{}}
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
	p.processed(updates[1], processed)
	require.Equal(t, 500, offset())
	p.processed(updates[0], putOff)
	require.Equal(t, 502, offset())
	p.dropConfirmed(502)
	require.Equal(t, updates[2:], p.order)
	p.processed(updates[2], interrupted)
	require.Equal(t, 502, offset(), "it has to come again")
	p.mayConfirm(updates[2])
	require.Equal(t, 503, offset())
	p.processed(updates[3], putAside)
	require.Equal(t, 504, offset())
	p.dropConfirmed(504)
	require.Zero(t, offset())
	require.Len(t, p.receive(telegrams(17)), 1, "after a quiet week Telegram's ids begin anywhere")
	require.Equal(t, 17, offset())
}
