// Package fetch gets what customers send from Telegram and has it kept: it claims files under a lease, downloads them and
// records what became of each. A file store that is full or away, and a Telegram that is, are waited for.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/bot/telegram"
	"zayavka/lease"
	"zayavka/retry"
	"zayavka/store"
)

const (
	// parallel bounds the downloads under way. They go through temporary files, so that large ones take no memory.
	parallel = 3
	// leaseTime lets 20 MB come at 70 kB a second. After a crash nobody waits for it: who leads next releases what was claimed.
	leaseTime = 5 * time.Minute
	// leastOfLease is the part of a lease that has to be left for a request to begin.
	leastOfLease = 4
	// slowPoll is the safety net should a wake-up get lost.
	slowPoll = 30 * time.Second
	// shortestWait keeps replicas whose clocks differ from asking without a pause.
	shortestWait = 10 * time.Millisecond
	// statementTimeout bounds what is asked of the database at a time, so that one that hangs is noticed.
	statementTimeout = 5 * time.Second
	// longestRetry caps the pauses between tries, however long Telegram or the file store was away.
	longestRetry = time.Minute
	// goneAfter is for how long a file that Telegram refuses is asked for again: it has the same words for one that is away
	// for a moment and for one that never comes back.
	goneAfter = 15 * time.Minute
	// missingAfter is the same for a file that Telegram names and does not give out.
	missingAfter = 24 * time.Hour
)

// Queue is what is asked of the store.
type Queue interface {
	Fetches() <-chan struct{}
	ReleaseFiles(ctx context.Context) error
	ClaimFiles(ctx context.Context, limit int, lease time.Duration, inHand ...int64) ([]store.File, error)
	NextFile(ctx context.Context) (due time.Time, ok bool, err error)
	ExpectContent(ctx context.Context, sha256 string) error
	FileKept(ctx context.Context, claim store.Claim, content store.Content) error
	FileTooLarge(ctx context.Context, claim store.Claim, size int64) error
	FileGone(ctx context.Context, claim store.Claim, reason string) error
	RetryFile(ctx context.Context, claim store.Claim, notBefore time.Time, reason string) error
	PostponeFile(ctx context.Context, claim store.Claim, notBefore time.Time) error
}

// Storage keeps contents; see files.Storage.
type Storage interface {
	Put(ctx context.Context, from io.Reader, most int64, expect func(ctx context.Context, sha256 string) error) (store.Content, error)
}

// Options are what a Fetcher needs from outside. All are required.
type Options struct {
	Queue    Queue
	Storage  Storage
	Logger   *slog.Logger
	Telegram *telegram.Client
	Metrics  prometheus.Registerer
}

// Fetcher fetches files, on one replica at a time.
type Fetcher struct {
	queue    Queue
	storage  Storage
	log      *slog.Logger
	telegram *telegram.Client
	results  *prometheus.CounterVec
	runner   *lease.Runner
	refused  atomic.Int32 // how often in a row the file store has kept nothing
}

// New prepares a fetcher.
func New(o Options) (*Fetcher, error) {
	f := &Fetcher{
		queue: o.Queue, storage: o.Storage, log: o.Logger, telegram: o.Telegram,
		results: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "zayavka_file_fetches_total",
			Help: "Tries to fetch a customer's file: kept, too_large, gone, not_given (by Telegram, it is tried again) or not_kept (by the file store, likewise).",
		}, []string{"result"}),
	}
	if err := o.Metrics.Register(f.results); err != nil {
		return nil, fmt.Errorf("register metrics of files: %w", err)
	}
	var err error
	f.runner, err = lease.NewRunner(o.Logger, o.Metrics, "files")
	return f, err
}

// Run fetches until ctx ends, and returns when what is under way has ended and is recorded.
func (f *Fetcher) Run(ctx context.Context) {
	defer f.runner.Finish(ctx, leaseTime)
	released := false
	for ctx.Err() == nil {
		next, err := time.Second, error(nil)
		f.runner.Guard(f.log, func() {
			if !released {
				if err = f.release(ctx); err != nil {
					return
				}
				released = true
			}
			next, err = f.claim(ctx)
		})
		if err != nil && ctx.Err() == nil {
			f.log.Error("Could not claim files to be fetched", "error", err)
			next = time.Second
		}
		f.wait(ctx, next)
	}
}

// wait returns when there may be something to claim, at the latest after longest. A file store that keeps nothing is left
// alone meanwhile.
func (f *Fetcher) wait(ctx context.Context, longest time.Duration) {
	if refused := f.refused.Load(); refused > 0 {
		retry.Sleep(ctx, retry.Backoff(int(refused)-1, longestRetry))
		return
	}
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-f.queue.Fetches():
	case <-f.runner.Ended():
	case <-timer.C:
	}
}

// release makes due what a leader before has claimed.
func (f *Fetcher) release(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, statementTimeout)
	defer cancel()
	return f.queue.ReleaseFiles(ctx)
}

// claim begins to fetch whatever is due, as far as there are places, and returns how long to wait if nothing happens
// meanwhile. Whether a file store that kept nothing does so again, one file finds out.
func (f *Fetcher) claim(ctx context.Context) (next time.Duration, err error) {
	f.runner.Write(ctx)
	places := parallel
	if f.refused.Load() > 0 {
		places = 1
	}
	free := places - f.runner.UnderWay()
	if free <= 0 {
		return slowPoll, nil // the next end wakes
	}
	until := time.Now().Add(leaseTime)
	asking, cancel := context.WithTimeout(ctx, statementTimeout)
	defer cancel()
	files, err := f.queue.ClaimFiles(asking, free, leaseTime, f.runner.InHand()...)
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		log := f.log.With("file_id", file.ID)
		f.runner.Begin(ctx, lease.Work{
			ID: file.ID, Until: until, Least: leaseTime / leastOfLease, Log: log,
			Do: func(ctx context.Context) lease.End { return f.fetch(ctx, log, file) },
			Panicked: func(ctx context.Context) error {
				return f.queue.RetryFile(ctx, file.Claim(), retryAt(file), "The service failed at this file; its log says why.")
			},
		})
	}
	due, waits, err := f.queue.NextFile(asking)
	if err != nil || !waits {
		return slowPoll, err
	}
	return min(max(time.Until(due), shortestWait), slowPoll), nil
}

func retryAt(file store.File) time.Time {
	return time.Now().Add(retry.Backoff(file.Attempts, longestRetry))
}

// errStorage is for what the file store does not keep.
var errStorage = errors.New("the file store does not keep a file")

// fetch gets one file and says what became of it.
func (f *Fetcher) fetch(ctx context.Context, log *slog.Logger, file store.File) lease.End {
	content, err := f.download(ctx, file)
	if err != nil && ctx.Err() == nil {
		log.Warn("A file was not fetched", "kind", file.Kind, "attempt", file.Attempts+1, "error", err)
	}
	if errors.Is(err, errStorage) {
		f.refused.Add(1)
	} else if err == nil {
		f.refused.Store(0)
	}
	return f.end(ctx, file, content, err)
}

func (f *Fetcher) download(ctx context.Context, file store.File) (store.Content, error) {
	if file.Size > telegram.MaxDownload {
		return store.Content{}, telegram.ErrTooLarge{Size: file.Size}
	}
	var content store.Content
	var unkept error
	err := f.telegram.Download(ctx, file.TelegramFileID, func(from io.Reader) error {
		content, unkept = f.storage.Put(ctx, from, telegram.MaxDownload, f.queue.ExpectContent)
		return unkept
	})
	if unkept != nil && err == unkept { //nolint:errorlint // another error is about what Telegram gave
		err = fmt.Errorf("%w: %w", errStorage, unkept)
	}
	return content, err
}

// end is how the claim of a file ends.
func (f *Fetcher) end(ctx context.Context, file store.File, content store.Content, err error) lease.End {
	claim := file.Claim()
	var tooLarge telegram.ErrTooLarge
	e, answered := telegram.AsError(err)
	result := "not_given"
	end := func(ctx context.Context) error { return f.queue.RetryFile(ctx, claim, retryAt(file), err.Error()) }
	switch {
	case err == nil:
		result = "kept"
		end = func(ctx context.Context) error { return f.queue.FileKept(ctx, claim, content) }
	case errors.As(err, &tooLarge):
		result = "too_large"
		end = func(ctx context.Context) error { return f.queue.FileTooLarge(ctx, claim, tooLarge.Size) }
	case errors.Is(ctx.Err(), context.Canceled), errors.Is(err, lease.ErrOver): // stopped, or nothing was asked
		return func(ctx context.Context) error { return f.queue.PostponeFile(ctx, claim, time.Now()) }
	case errors.Is(err, errStorage):
		result = "not_kept"
	case answered && e.Kind == telegram.Flood:
		end = func(ctx context.Context) error { return f.queue.PostponeFile(ctx, claim, time.Now().Add(e.RetryAfter)) }
	case answered && e.Kind == telegram.Rejected && time.Since(file.CreatedAt) > goneAfter,
		answered && e.Kind == telegram.Temporary && (e.Code == http.StatusNotFound || e.Code == http.StatusForbidden) && time.Since(file.CreatedAt) > missingAfter:
		result = "gone"
		end = func(ctx context.Context) error { return f.queue.FileGone(ctx, claim, e.Error()) }
	}
	f.results.WithLabelValues(result).Inc()
	return end
}
