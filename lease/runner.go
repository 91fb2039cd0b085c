package lease

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/retry"
	"zayavka/store"
)

// recordTimeout bounds one try to write how a claim ended.
const recordTimeout = 5 * time.Second

// Work is a claimed row.
type Work struct {
	ID    int64         // of the row
	Until time.Time     // when the lease ends, with the monotonic clock's reading from before the claim
	Least time.Duration // of the lease that has to be left for a request to begin
	Log   *slog.Logger
	// Do carries the work out under a context that ends with the lease, and says what became of it.
	Do func(context.Context) End
	// Panicked is the end of work whose Do panicked.
	Panicked End
}

// End writes how a claim ended. Its error is store.ErrClaimLost where the row is another's by now, and has
// the code NotFound where it was deleted.
type End func(context.Context) error

// Runner carries out claimed work, each in a goroutine of its own.
type Runner struct {
	log    *slog.Logger
	lost   prometheus.Counter
	panics prometheus.Counter
	ended  chan struct{}
	going  sync.WaitGroup

	mu     sync.Mutex
	inHand map[int64]unwritten // by the row's id
	count  int                 // of goroutines
}

// unwritten is how a claim ended that the database does not know of yet; without an end it is still under way.
type unwritten struct {
	end End
	log *slog.Logger
}

// NewRunner prepares a runner for an outbox, which its metrics name.
func NewRunner(log *slog.Logger, metrics prometheus.Registerer, outbox string) (*Runner, error) {
	labels := prometheus.Labels{"outbox": outbox}
	r := &Runner{
		log: log, ended: make(chan struct{}, 1), inHand: map[int64]unwritten{},
		lost: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "zayavka_claims_lost_total", ConstLabels: labels,
			Help: "Claims that ended when another sender had the message already.",
		}),
		panics: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "zayavka_sender_panics_total", ConstLabels: labels,
			Help: "Panics of a sender, which gives a message up after three.",
		}),
	}
	if err := errors.Join(metrics.Register(r.lost), metrics.Register(r.panics)); err != nil {
		return nil, fmt.Errorf("register metrics of %s: %w", outbox, err)
	}
	return r, nil
}

// Begin carries out the work and writes how it ended. What cannot be written is kept for Write.
func (r *Runner) Begin(ctx context.Context, work Work) {
	r.mu.Lock()
	r.inHand[work.ID] = unwritten{log: work.Log}
	r.count++
	r.mu.Unlock()
	r.going.Go(func() {
		end := r.do(ctx, work)
		r.write(context.WithoutCancel(ctx), work.ID, unwritten{end, work.Log})
		r.mu.Lock()
		r.count--
		r.mu.Unlock()
		select {
		case r.ended <- struct{}{}:
		default: // a signal is waiting already
		}
	})
}

func (r *Runner) do(ctx context.Context, work Work) (end End) {
	ctx, cancel := With(ctx, work.Until, work.Least)
	defer cancel()
	end = work.Panicked
	r.Guard(work.Log, func() { end = work.Do(ctx) })
	return end
}

// Guard logs and counts a panic of f.
func (r *Runner) Guard(log *slog.Logger, f func()) {
	defer func() {
		if panicked := recover(); panicked != nil {
			r.panics.Inc()
			log.Error("A sender panicked", "panic", fmt.Sprint(panicked), "stack", string(debug.Stack()))
		}
	}()
	f()
}

// write writes how a claim ended, or keeps it in hand.
func (r *Runner) write(ctx context.Context, id int64, u unwritten) {
	ctx, cancel := context.WithTimeout(ctx, recordTimeout)
	defer cancel()
	err := errors.New("the end of a claim panicked")
	r.Guard(u.log, func() { err = u.end(ctx) })
	switch {
	case errors.Is(err, store.ErrClaimLost):
		r.lost.Inc()
		u.log.Warn("A claim was lost: how it ended is not recorded, another sender had the message since")
	case err != nil && store.CodeOf(err) != store.NotFound:
		u.log.Error("Could not record what became of a message; it is kept in memory", "error", err)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.inHand[id] = u
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.inHand, id)
}

// Write tries once more to write how claims ended. Call it before each claim.
func (r *Runner) Write(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, recordTimeout)
	defer cancel()
	r.mu.Lock()
	kept := maps.Clone(r.inHand)
	r.mu.Unlock()
	for id, u := range kept {
		if u.end != nil && ctx.Err() == nil {
			r.write(ctx, id, u)
		}
	}
}

// InHand are the rows that are under way, or whose end is not written: they must not be claimed again, because
// what became of them is known here alone.
func (r *Runner) InHand() []int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Collect(maps.Keys(r.inHand))
}

// UnderWay counts the work that Begin began and that has not ended.
func (r *Runner) UnderWay() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.count
}

// Ended signals that work ended. One signal can stand for many.
func (r *Runner) Ended() <-chan struct{} { return r.ended }

// Finish returns when what is under way has ended and is written, or could not be written for so long. What
// is not written then stays in hand for the next time that this process sends.
func (r *Runner) Finish(ctx context.Context, patience time.Duration) {
	r.going.Wait()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	for {
		r.Write(ctx)
		if len(r.InHand()) == 0 || !retry.Sleep(ctx, time.Second) {
			return
		}
	}
}
