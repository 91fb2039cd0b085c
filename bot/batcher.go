package bot

import (
	"context"
	"errors"
	"sync"
	"time"
)

// batcher carries out together what is asked for at once. While one batch is carried out, others who ask wait and
// then are the next: in a rush, a few statements serve dozens of messages, and a message that comes alone waits for
// nobody.
type batcher[In, Out any] struct {
	// do carries out a batch, and gives a result for each in its order, or an error for all.
	do   func(ctx context.Context, in []In) ([]Out, error)
	slot chan struct{} // a semaphore, held by the batch that is carried out

	mu   sync.Mutex
	next *batch[In, Out] // that gathers; nil when nobody waits
}

// batch is what is carried out together.
type batch[In, Out any] struct {
	in   []In
	done chan struct{} // closed when the rest is there
	out  []Out
	err  error
}

// batchTimeout bounds a batch. It is not the time limit of any one update, because others wait for it too.
const batchTimeout = 10 * time.Second

var errBatchBroke = errors.New("what was carried out together for some chats broke off")

func newBatcher[In, Out any](do func(context.Context, []In) ([]Out, error)) *batcher[In, Out] {
	return &batcher[In, Out]{do: do, slot: make(chan struct{}, 1)}
}

// run gives what one of a batch asked for. What was committed before the call is seen.
func (b *batcher[In, Out]) run(ctx context.Context, in In) (out Out, err error) {
	b.mu.Lock()
	leads := b.next == nil
	if leads {
		b.next = &batch[In, Out]{done: make(chan struct{}), err: errBatchBroke}
	}
	joined := b.next
	place := len(joined.in)
	joined.in = append(joined.in, in)
	b.mu.Unlock()
	if leads {
		b.carryOut(ctx, joined)
	}
	select {
	case <-joined.done:
	case <-ctx.Done():
		return out, ctx.Err()
	}
	if joined.err != nil {
		return out, joined.err
	}
	return joined.out[place], nil
}

// carryOut carries out a batch when the slot is free; until then others join it.
func (b *batcher[In, Out]) carryOut(ctx context.Context, batch *batch[In, Out]) {
	defer close(batch.done)
	b.slot <- struct{}{}
	defer func() { <-b.slot }()
	b.mu.Lock()
	b.next = nil
	b.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), batchTimeout)
	defer cancel()
	batch.out, batch.err = b.do(ctx, batch.in)
}
