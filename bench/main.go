// Command bench measures the product over HTTP on both databases, beside the rate at which pgbench
// gets the same SQL answered on the same PostgreSQL in the same minute. `make bench` runs it.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

type options struct {
	tasks, connections, runs int
	duration                 time.Duration
	databases, only          string
	replicas                 string
}

func main() {
	var o options
	flag.IntVar(&o.tasks, "tasks", 100_000, "how many tasks the databases hold")
	flag.IntVar(&o.connections, "connections", 16, "how many requests are under way at once")
	flag.IntVar(&o.runs, "runs", 3, "how often each operation is measured; the median counts")
	flag.DurationVar(&o.duration, "duration", 4*time.Second, "how long one run takes")
	flag.StringVar(&o.databases, "databases", "postgres,sqlite", "which databases to measure on")
	flag.StringVar(&o.only, "only", "", "keys of the operations to measure, for example ad; all if empty")
	flag.StringVar(&o.replicas, "replicas", "", "measure so many processes on one PostgreSQL instead, for example 1,2,4")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	folder, err := os.MkdirTemp("", "zayavka-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	binary, err := build(ctx, folder)
	if err != nil {
		return err
	}
	telegram, err := emulator.Start(emulator.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = telegram.Close() }()
	data := newDataset(o.tasks)
	b := &bench{options: o, folder: folder, binary: binary, telegram: telegram, data: data, floors: map[string]float64{}}
	fmt.Printf("%d tasks, %d customers, %d staff; %d connections; medians of %d runs of %s\n",
		data.tasks, data.customers, data.staff, o.connections, o.runs, o.duration)
	if o.replicas != "" {
		return b.measureReplicas(ctx)
	}
	for _, database := range strings.Split(o.databases, ",") {
		if err := b.measure(ctx, database); err != nil {
			return fmt.Errorf("%s: %w", database, err)
		}
	}
	return nil
}

type bench struct {
	options
	folder, binary string
	telegram       *emulator.Server
	data           dataset
	floors         map[string]float64 // by operation, in requests a second, once PostgreSQL was measured
}

// measure fills one database, starts the product on it and prints the table.
func (b *bench) measure(ctx context.Context, database string) error {
	began := time.Now()
	url := "sqlite://" + filepath.Join(b.folder, "bench.db")
	if database == "postgres" {
		server, err := storetest.StartPostgres("fsync=on", "shared_preload_libraries=pg_stat_statements", "shared_buffers=512MB")
		if err != nil {
			return err
		}
		defer server.Stop()
		url = server.URL("migrated")
	}
	if err := b.fill(ctx, url); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	if database == "postgres" && b.chosen(botKey) {
		if err := b.measureBot(ctx, url); err != nil {
			return fmt.Errorf("the bot: %w", err)
		}
	}
	if b.chosen(notifyKey) {
		if err := b.measureNotifications(ctx, url); err != nil {
			return fmt.Errorf("notifications: %w", err)
		}
	}
	s, err := startService(ctx, b.binary, b.folder, url, b.telegram)
	if err != nil {
		return err
	}
	defer s.stop()
	idle, _ := s.memory()
	fmt.Printf("\n%s: filled in %.0f s, ready after %d ms, %.0f MB idle\n\n",
		database, time.Since(began).Seconds(), s.started.Milliseconds(), idle)
	token, err := s.login(ctx)
	if err != nil {
		return err
	}
	fmt.Println("| | operation | req/s | p50 ms | p99 ms | CPU µs | bytes | SQL/req | MB | floor/s | share | goal |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, operation := range operations(b.data) {
		if !b.chosen(operation.key) {
			continue
		}
		if err := b.measureOperation(ctx, database, url, s, token, operation); err != nil {
			return fmt.Errorf("%s: %w", operation.name, err)
		}
	}
	if b.chosen(largeKey) {
		if err := b.measureLarge(ctx, s, token); err != nil {
			return fmt.Errorf("the longest list: %w", err)
		}
	}
	_, peak := s.memory()
	fmt.Printf("\n%.0f MB at most\n", peak)
	return nil
}

func (b *bench) chosen(key string) bool { return b.only == "" || strings.Contains(b.only, key) }

func (b *bench) measureOperation(ctx context.Context, database, url string, s *service, token string, o operation) error {
	w, err := newWrk(b.folder, s.address, token, b.connections, o.request)
	if err != nil {
		return err
	}
	size, err := answerSize(ctx, s, token, o.request)
	if err != nil {
		return err
	}
	if _, err := w.run(ctx, b.duration/2); err != nil {
		return err
	}
	var samples []sample
	var statements, requests float64
	computed := -s.cpu()
	for range b.runs {
		before, err := b.statements(ctx, database, url)
		if err != nil {
			return err
		}
		result, err := w.run(ctx, b.duration)
		if err != nil {
			return err
		}
		after, err := b.statements(ctx, database, url)
		if err != nil {
			return err
		}
		statements += float64(after - before)
		requests += result.perSecond * b.duration.Seconds()
		samples = append(samples, result)
	}
	computed += s.cpu()
	slices.SortFunc(samples, func(a, b sample) int { return int(a.perSecond - b.perSecond) })
	median := samples[len(samples)/2]
	now, _ := s.memory()
	if database == "postgres" {
		floor, err := b.floor(ctx, url, o)
		if err != nil {
			return err
		}
		b.floors[o.key] = floor
	}
	floor := b.floors[o.key]
	perRequest, share := "-", "- | - | -"
	if database == "postgres" {
		perRequest = fmt.Sprintf("%.1f", statements/requests)
	}
	if floor > 0 {
		share = fmt.Sprintf("%.0f | %.0f %% | %.0f %%", floor, 100*median.perSecond/floor, 100*o.goal)
	}
	fmt.Printf("| %s | %s | %.0f | %.2f | %.2f | %.0f | %d | %s | %.0f | %s |\n", o.key, o.name, median.perSecond, milliseconds(median.p50),
		milliseconds(median.p99), float64(computed.Microseconds())/requests, size, perRequest, now, share)
	return nil
}

// answerSize is how many bytes one of the answers has.
func answerSize(ctx context.Context, s *service, token string, next request) (int, error) {
	c, err := dial(ctx, s.address, token)
	if err != nil {
		return 0, err
	}
	defer func() { _ = c.conn.Close() }()
	answer, err := c.do(next(rand.New(rand.NewPCG(1, 1))), nil)
	return len(answer), err
}

func (b *bench) statements(ctx context.Context, database, url string) (int64, error) {
	if database != "postgres" {
		return 0, nil
	}
	return statementCount(ctx, url)
}

// floor is the rate of the same work without the product: pgbench, or for a login the hash alone.
func (b *bench) floor(ctx context.Context, url string, o operation) (float64, error) {
	switch {
	case o.floor != "":
		return pgbench(ctx, b.folder, url, o.floor, b.connections, b.duration)
	case o.hashes:
		return hashesPerSecond(b.duration)
	}
	return 0, nil
}

// hashesPerSecond is how many passwords the library compares on all cores.
func hashesPerSecond(duration time.Duration) (float64, error) {
	hash, err := argon2id.CreateHash(password, argonParams)
	if err != nil {
		return 0, err
	}
	const workers = 2
	counts := make(chan int, workers)
	began := time.Now()
	for range workers {
		go func() {
			count := 0
			for ; time.Since(began) < duration; count++ {
				_, _ = argon2id.ComparePasswordAndHash(password, hash)
			}
			counts <- count
		}()
	}
	total := 0
	for range workers {
		total += <-counts
	}
	return float64(total) / time.Since(began).Seconds(), nil
}

func (b *bench) fill(ctx context.Context, url string) error {
	s, err := store.Open(store.Options{URL: url})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	if err := s.MigrateUp(ctx); err != nil {
		return err
	}
	if file, isSQLite := strings.CutPrefix(url, "sqlite://"); isSQLite {
		err = b.data.fillSQLite(ctx, file)
	} else {
		err = b.data.fillPostgres(ctx, url)
	}
	if err != nil {
		return err
	}
	return s.MigrateUp(ctx) // which fills in what is searched
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
