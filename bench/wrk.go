package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// wrk takes a tenth of the CPU time for a request that net/http's client takes, as pgbench does: on two
// cores whatever loads is a part of what is measured.

//go:embed wrk.lua
var wrkScript []byte

// differentRequests is how many requests are made up; they are sent in turn.
const differentRequests = 20_000

// sample is what one run of a load measured.
type sample struct {
	perSecond float64
	p50, p99  time.Duration
}

// request makes the body of one request.
type request func(random *rand.Rand) []byte

// wrk is a load that can be put on the product again and again.
type wrk struct {
	script, bodies, address, token string
	connections                    int
	next                           request
}

func newWrk(folder, address, token string, connections int, next request) (*wrk, error) {
	w := &wrk{filepath.Join(folder, "wrk.lua"), filepath.Join(folder, "bodies"), address, token, connections, next}
	return w, os.WriteFile(w.script, wrkScript, 0o600)
}

// makeUp writes the bodies of a run. Each run has others, because a change that is sent again changes nothing.
func (w *wrk) makeUp() error {
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	var bodies bytes.Buffer
	for range differentRequests {
		bodies.Write(w.next(random))
		bodies.WriteByte('\n')
	}
	return os.WriteFile(w.bodies, bodies.Bytes(), 0o600)
}

// run sends requests for as long as duration, on each connection as soon as the one before is answered.
func (w *wrk) run(ctx context.Context, duration time.Duration) (sample, error) {
	if err := w.makeUp(); err != nil {
		return sample{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, duration+time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "wrk", "--threads", "2", "--connections", strconv.Itoa(w.connections), "--duration",
		fmt.Sprintf("%.0fs", max(1, duration.Seconds())), "--timeout", "30s", "--latency", "--script", w.script, "http://"+w.address+"/graphql")
	command.Env = append(os.Environ(), "BENCH_BODIES="+w.bodies, "BENCH_TOKEN="+w.token)
	before, err := w.failures(ctx)
	if err != nil {
		return sample{}, err
	}
	output, err := command.CombinedOutput()
	if err != nil {
		return sample{}, fmt.Errorf("wrk: %w\n%s", err, output)
	}
	after, err := w.failures(ctx)
	if err != nil {
		return sample{}, err
	}
	// At the end of each run wrk hangs up on every connection, whose operation then fails, perhaps after a while.
	if after-before > 2*w.connections || bytes.Contains(output, []byte("Socket errors")) || bytes.Contains(output, []byte("Non-2xx")) {
		return sample{}, fmt.Errorf("%d operations failed:\n%s", after-before, output)
	}
	return parseWrk(output)
}

// failures is how many operations gave an error so far, by the product's own count.
func (w *wrk) failures(ctx context.Context) (count int, err error) {
	_, metrics, err := get(ctx, "http://"+w.address+"/metrics")
	for _, line := range operationCount.FindAllStringSubmatch(metrics, -1) {
		if n, _ := strconv.Atoi(line[2]); line[1] != "OK" {
			count += n
		}
	}
	return count, err
}

var (
	operationCount = regexp.MustCompile(`(?m)^zayavka_graphql_seconds_count\{.*result="(\w+)"\} (\d+)$`)
	wrkRate        = regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`)
	wrkLatency     = regexp.MustCompile(`\s(50|99)%\s+([0-9.]+)(us|ms|s)\s`)
)

func parseWrk(output []byte) (sample, error) {
	var s sample
	rate := wrkRate.FindSubmatch(output)
	latencies := wrkLatency.FindAllSubmatch(output, -1)
	if rate == nil || len(latencies) != 2 {
		return s, errors.New("wrk printed something else:\n" + string(output))
	}
	var err error
	if s.perSecond, err = strconv.ParseFloat(string(rate[1]), 64); err != nil {
		return s, err
	}
	if s.p50, err = time.ParseDuration(string(latencies[0][2]) + string(latencies[0][3])); err != nil {
		return s, err
	}
	s.p99, err = time.ParseDuration(string(latencies[1][2]) + string(latencies[1][3]))
	return s, err
}
