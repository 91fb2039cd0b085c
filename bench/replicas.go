package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"zayavka/store/storetest"
)

// measureReplicas prints what so many processes do together on one PostgreSQL, directly and through PgBouncer.
func (b *bench) measureReplicas(ctx context.Context) error {
	server, err := storetest.StartPostgres("fsync=on", "shared_buffers=512MB")
	if err != nil {
		return err
	}
	defer server.Stop()
	url := server.URL("migrated")
	if err := b.fill(ctx, url); err != nil {
		return fmt.Errorf("fill: %w", err)
	}
	pooled, stop, err := server.StartPgBouncer("migrated", "default_pool_size = 16")
	if err != nil {
		return err
	}
	defer stop()
	var counts []int
	for _, count := range strings.Split(b.replicas, ",") {
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 {
			return fmt.Errorf("-replicas: %q is no number of processes", count)
		}
		counts = append(counts, n)
	}
	fmt.Println("\n| | operation | processes | requests/s | of the first | p99 ms | CPU µs: service, PostgreSQL |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- |")
	for _, way := range []struct {
		name, url string
		settings  []string
	}{{"directly", url, nil}, {"through PgBouncer", pooled, []string{"ZAYAVKA_DATABASE_LISTEN_URL=" + url}}} {
		if err := b.measureTogether(ctx, way.name, counts, url, way.url, way.settings); err != nil {
			return fmt.Errorf("%s: %w", way.name, err)
		}
	}
	return nil
}

// measureTogether prints a way's rows. direct is the address of PostgreSQL itself.
func (b *bench) measureTogether(ctx context.Context, way string, counts []int, direct, url string, settings []string) error {
	var all []*service
	defer func() {
		for _, s := range all {
			s.stop()
		}
	}()
	for range slices.Max(counts) {
		s, err := startService(ctx, b.binary, b.folder, url, b.telegram, settings...)
		if err != nil {
			return err
		}
		all = append(all, s)
	}
	token, err := all[0].login(ctx)
	if err != nil {
		return err
	}
	for _, o := range operations(b.data) {
		if o.key != "a" && o.key != "e" {
			continue
		}
		if err := b.loadTogether(ctx, way, counts, direct, all, token, o); err != nil {
			return fmt.Errorf("%s: %w", o.name, err)
		}
	}
	var memory, takeovers []string
	for _, s := range all {
		now, _ := s.memory()
		memory = append(memory, fmt.Sprintf("%.0f", now))
	}
	for range len(all) - 1 {
		took, err := killLeader(ctx, all)
		if err != nil {
			return err
		}
		takeovers = append(takeovers, fmt.Sprintf("%.1f", took.Seconds()))
	}
	fmt.Printf("\n%s: MB of each process %s; seconds until another led after the leader was killed: %s\n\n",
		way, strings.Join(memory, ", "), strings.Join(takeovers, ", "))
	return nil
}

// together is what was measured of so many processes.
type together struct {
	samples             []sample
	requests            float64
	byService, byServer time.Duration
}

// loadTogether divides the connections among the first processes, so many as each count says, in turn: what else the machine
// does then falls on each alike. A p99 is that of the process where it was longest.
func (b *bench) loadTogether(ctx context.Context, way string, counts []int, direct string, all []*service, token string, o operation) error {
	measured := map[int]*together{}
	for _, n := range counts {
		measured[n] = &together{}
	}
	for run := range b.runs + 1 {
		for _, n := range counts {
			var loads []*wrk
			for i, s := range all[:n] {
				folder := filepath.Join(b.folder, fmt.Sprintf("load-%d", i))
				if err := os.MkdirAll(folder, 0o700); err != nil {
					return err
				}
				w, err := newWrk(folder, s.address, token, max(2, b.connections/n), o.request)
				if err != nil {
					return err
				}
				loads = append(loads, w)
			}
			var once together
			if err := once.measure(ctx, direct, all[:n], loads, b.duration); err != nil {
				return err
			}
			if run > 0 { // the first warms up
				m := measured[n]
				m.samples = append(m.samples, once.samples...)
				m.requests += once.requests
				m.byService += once.byService
				m.byServer += once.byServer
			}
		}
	}
	first := 0.0
	for _, n := range counts {
		m := measured[n]
		slices.SortFunc(m.samples, func(a, b sample) int { return int(a.perSecond - b.perSecond) })
		median := m.samples[len(m.samples)/2]
		if first == 0 {
			first = median.perSecond
		}
		fmt.Printf("| %s | %s | %d | %.0f | %.2f | %.0f | %.0f, %.0f |\n", way, o.name, n, median.perSecond, median.perSecond/first, milliseconds(median.p99),
			float64(m.byService.Microseconds())/m.requests, float64(m.byServer.Microseconds())/m.requests)
	}
	return nil
}

func (m *together) measure(ctx context.Context, direct string, services []*service, loads []*wrk, duration time.Duration) error {
	computed := func(sign time.Duration) error {
		for _, s := range services {
			m.byService += sign * s.cpu()
		}
		server, err := postgresCPU(ctx, direct)
		m.byServer += sign * server
		return err
	}
	if err := computed(-1); err != nil {
		return err
	}
	sum, err := runAll(ctx, loads, duration)
	if err != nil {
		return err
	}
	m.samples, m.requests = []sample{sum}, sum.perSecond*duration.Seconds()
	return computed(1)
}

// runAll puts the loads on at once.
func runAll(ctx context.Context, loads []*wrk, duration time.Duration) (sum sample, err error) {
	samples, failures := make([]sample, len(loads)), make([]error, len(loads))
	var running sync.WaitGroup
	for i, w := range loads {
		running.Go(func() { samples[i], failures[i] = w.run(ctx, duration) })
	}
	running.Wait()
	for _, one := range samples {
		sum.perSecond += one.perSecond
		sum.p50, sum.p99 = max(sum.p50, one.p50), max(sum.p99, one.p99)
	}
	return sum, errors.Join(failures...)
}

// killLeader kills the process that leads, and gives the time until another does.
func killLeader(ctx context.Context, together []*service) (time.Duration, error) {
	leader := func(but *service) *service {
		for ctx.Err() == nil {
			for _, s := range together {
				if _, metrics, err := get(ctx, "http://"+s.address+"/metrics"); err == nil && s != but && strings.Contains(metrics, "\nzayavka_leader 1\n") {
					return s
				}
			}
			time.Sleep(10 * time.Millisecond) // the pause between two looks at a condition
		}
		return nil
	}
	old := leader(nil)
	if old == nil {
		return 0, ctx.Err()
	}
	began := time.Now()
	if err := old.process.Process.Kill(); err != nil {
		return 0, err
	}
	leader(old)
	return time.Since(began), ctx.Err()
}

// postgresCPU is the time that the server's processes have computed so far, those that ended among them.
func postgresCPU(ctx context.Context, url string) (sum time.Duration, err error) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return 0, err
	}
	defer func() { _ = conn.Close(ctx) }()
	var backend int
	if err := conn.QueryRow(ctx, "SELECT pg_backend_pid()").Scan(&backend); err != nil {
		return 0, err
	}
	server := processStat(strconv.Itoa(backend)).parent
	sum = processStat(strconv.Itoa(server)).ended
	all, err := os.ReadDir("/proc")
	for _, entry := range all {
		if p := processStat(entry.Name()); p.parent == server && server != 0 {
			sum += p.cpu
		}
	}
	return sum, err
}
