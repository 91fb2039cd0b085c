package main

import (
	"context"
	"fmt"
	"time"
)

// largeKey is that of the longest answer among the operations.
const largeKey = "z"

// measureLarge fetches the longest list without pages, alone and then again and again beside others'
// small queries, and prints what it costs and what the others notice.
func (b *bench) measureLarge(ctx context.Context, s *service, token string) error {
	const query = `{"query": "{ allTasks(dateEnd: \"%s\") { id createdAt status category description customer { id name phone } employee { id email } } }"}`
	most := min(b.data.tasks, 100_000)
	last := b.data.begin.Add(b.data.end.Sub(b.data.begin) / time.Duration(b.data.tasks) * time.Duration(most-1)).Add(-24 * time.Hour)
	body := fmt.Appendf(nil, query, last.Format(time.DateOnly))
	c, err := dial(ctx, s.address, token)
	if err != nil {
		return err
	}
	defer func() { _ = c.conn.Close() }()
	others, err := newWrk(b.folder, s.address, token, b.connections, operations(b.data)[0].request)
	if err != nil {
		return err
	}
	alone, err := others.run(ctx, b.duration)
	if err != nil {
		return err
	}
	before, _ := s.memory()
	watched, unwatch := context.WithCancel(ctx)
	highest := make(chan float64)
	go func() { highest <- s.highestMemory(watched) }()
	began := time.Now()
	var first time.Time
	answer, err := c.do(body, &first)
	whole := time.Since(began)
	unwatch()
	grown := <-highest - before
	if err != nil {
		return err
	}
	size := float64(len(answer)) / 1e6

	ended := make(chan error, 1)
	loaded, cancel := context.WithCancel(ctx)
	go func() {
		for loaded.Err() == nil {
			if _, err := c.do(body, nil); err != nil {
				ended <- err
				return
			}
		}
		ended <- nil
	}()
	beside, err := others.run(ctx, b.duration)
	cancel()
	if err != nil {
		return err
	}
	if err := <-ended; err != nil {
		return err
	}
	fmt.Printf("\nThe longest list: %.0f MB, first byte after %.0f ms, all after %.0f ms, %.0f MB of memory more than the %.0f MB before. ",
		size, milliseconds(first.Sub(began)), milliseconds(whole), grown, before)
	fmt.Printf("Others (a): p99 %.1f ms alone, %.1f ms beside it; %.0f and %.0f requests/s.\n",
		milliseconds(alone.p99), milliseconds(beside.p99), alone.perSecond, beside.perSecond)
	return nil
}

// highestMemory is the most resident memory in megabytes that is seen until ctx ends.
func (s *service) highestMemory(ctx context.Context) float64 {
	highest := 0.0
	for ctx.Err() == nil {
		now, _ := s.memory()
		highest = max(highest, now)
		time.Sleep(5 * time.Millisecond)
	}
	return highest
}
