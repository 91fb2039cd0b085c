//go:build chaos

package chaos

import (
	"bufio"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store/storetest"
)

// TestWhatWasAnsweredOutlivesAPowerCut has strace write down what the service writes to SQLite's write-ahead log and
// when it had that forced to the disk. A power cut leaves what was forced, and any part of what was not: at many
// moments the files are copied, the log is cut to such lengths, and what had been answered by then must be there.
func TestWhatWasAnsweredOutlivesAPowerCut(t *testing.T) {
	t.Parallel()
	trace := filepath.Join(t.TempDir(), "trace")
	telegram, err := emulator.Start(emulator.Options{Seed: *seed})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })
	url := storetest.SQLite(t)
	r := newReplica(t, traced(t, buildBinary(t), trace), url, t.TempDir(), telegram, 0)
	require.NoError(t, r.start())
	t.Cleanup(r.kill)
	require.NoError(t, r.waitReady(t.Context()))
	token := r.register(t)

	file := strings.TrimPrefix(url, "sqlite://")
	var copies []copied
	var mu sync.Mutex
	answered := 0
	var working sync.WaitGroup
	for worker := range 3 {
		working.Go(func() {
			for n := range 15 {
				var created struct{}
				err := r.graphQL(t.Context(), token, fmt.Sprintf(
					`mutation { createTask(taskData: {customerPhone: "+7917000%02d%02d", category: REPAIR}) { task { id } } }`, worker, n), &created)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				answered++
				copies = append(copies, copyNow(t, file, answered))
				mu.Unlock()
			}
		})
	}
	working.Wait()
	r.stop() // the trace is whole when its process has ended

	calls := readTrace(t, trace, file+"-wal")
	random := rand.New(rand.NewPCG(*seed, 3))
	cuts := 0
	for _, c := range copies {
		forced, reset := forcedAt(calls, c)
		if reset {
			continue // the log began anew while it was copied
		}
		length := fileSize(t, c.file+"-wal")
		for _, cut := range []int64{forced, between(random, forced, length), between(random, forced, length), length} {
			require.GreaterOrEqual(t, tasksAfterCut(t, c.file, cut), c.answered, "with %d bytes of the log, %d of them forced to the disk", cut, forced)
			cuts++
		}
	}
	require.Greater(t, cuts, len(copies), "there was something to cut")
	t.Logf("%d power cuts after %d answers: nothing is lost", cuts, answered)
}

// traced is the program, run under strace.
func traced(t *testing.T, binary, trace string) string {
	t.Helper()
	if output, err := exec.Command("strace", "-f", "-D", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace cannot be used here, by which a power cut is tried: %v %s", err, output)
	}
	script := filepath.Join(t.TempDir(), "traced")
	text := "#!/bin/sh\nexec strace -f -D --seccomp-bpf -ttt -T -y -s 0 -e trace=write,pwrite64,fsync,fdatasync -o '" + trace + "' '" + binary + "' \"$@\"\n"
	require.NoError(t, os.WriteFile(script, []byte(text), 0o700))
	return script
}

// copied is a copy of the database's files, made after so many answers.
type copied struct {
	file          string
	answered      int
	began, copied time.Time
}

func copyNow(t *testing.T, file string, answered int) copied {
	c := copied{file: filepath.Join(t.TempDir(), "copy.db"), answered: answered, began: time.Now()}
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(file + suffix)
		if err == nil {
			err = os.WriteFile(c.file+suffix, content, 0o600)
		}
		if err != nil {
			t.Error(err)
		}
	}
	c.copied = time.Now()
	return c
}

// call is one system call on the log.
type call struct {
	began, ended time.Time
	forces       bool
	end          int64 // where what it wrote ends
	anew         bool  // it wrote the beginning of the log
}

var (
	traceLine = regexp.MustCompile(`^(\d+) +(\d+\.\d+) (.*)$`)
	written   = regexp.MustCompile(`, (\d+), (\d+)\) += (\d+)`)
	duration  = regexp.MustCompile(`<(\d+\.\d+)>$`)
)

// readTrace reads the calls on a file in the order in which they ended.
func readTrace(t *testing.T, trace, file string) (calls []call) {
	t.Helper()
	opened, err := os.Open(trace)
	require.NoError(t, err)
	defer func() { require.NoError(t, opened.Close()) }()
	type begun struct {
		at   time.Time
		text string
	}
	unfinished := map[string]begun{} // by thread
	lines := bufio.NewScanner(opened)
	for lines.Scan() {
		parts := traceLine.FindStringSubmatch(lines.Text())
		if parts == nil {
			continue
		}
		thread, at, text := parts[1], momentOf(t, parts[2]), parts[3]
		began := at
		if before, isBegun := strings.CutSuffix(text, "<unfinished ...>"); isBegun {
			unfinished[thread] = begun{at, strings.TrimRight(before, " ")}
			continue
		}
		if _, rest, resumed := strings.Cut(text, " resumed>"); resumed {
			began, text = unfinished[thread].at, unfinished[thread].text+rest
		}
		if !strings.Contains(text, "<"+file+">") {
			continue
		}
		c := call{began: began, ended: at}
		if lasted := duration.FindStringSubmatch(text); lasted != nil {
			seconds, err := strconv.ParseFloat(lasted[1], 64)
			require.NoError(t, err)
			c.ended = c.began.Add(time.Duration(seconds * float64(time.Second)))
		}
		switch {
		case strings.HasPrefix(text, "fsync("), strings.HasPrefix(text, "fdatasync("):
			c.forces = strings.Contains(text, "= 0")
		default:
			numbers := written.FindStringSubmatch(text)
			require.NotNil(t, numbers, "a write of another form: %s", text)
			offset, err := strconv.ParseInt(numbers[2], 10, 64)
			require.NoError(t, err)
			length, err := strconv.ParseInt(numbers[3], 10, 64)
			require.NoError(t, err)
			c.end, c.anew = offset+length, offset == 0
		}
		calls = append(calls, c)
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, calls)
	return calls
}

func momentOf(t *testing.T, text string) time.Time {
	t.Helper()
	seconds, micros, _ := strings.Cut(text, ".")
	s, err := strconv.ParseInt(seconds, 10, 64)
	require.NoError(t, err)
	us, err := strconv.ParseInt(micros, 10, 64)
	require.NoError(t, err)
	return time.Unix(s, us*1000)
}

// forcedAt is how much of the log was surely on the disk when the copy began, and whether the log began anew while
// it was made.
func forcedAt(calls []call, c copied) (forced int64, reset bool) {
	var ends []call // of the present log
	for _, call := range calls {
		switch {
		case call.began.After(c.copied):
			return forced, reset
		case call.ended.After(c.began):
			reset = reset || call.anew
		case call.anew:
			ends, forced = nil, 0
		case call.forces:
			for _, w := range ends {
				if w.ended.Before(call.began) {
					forced = max(forced, w.end)
				}
			}
		default:
			ends = append(ends, call)
		}
	}
	return forced, reset
}

func fileSize(t *testing.T, file string) int64 {
	t.Helper()
	info, err := os.Stat(file)
	require.NoError(t, err)
	return info.Size()
}

func between(random *rand.Rand, least, most int64) int64 {
	return least + random.Int64N(most-least+1)
}

// tasksAfterCut counts the tasks that SQLite finds when only so many bytes of the log are left.
func tasksAfterCut(t *testing.T, file string, length int64) (count int) {
	t.Helper()
	cut := filepath.Join(t.TempDir(), "cut.db")
	for _, suffix := range []string{"", "-wal"} {
		content, err := os.ReadFile(file + suffix)
		require.NoError(t, err)
		if suffix == "-wal" {
			content = content[:length]
		}
		require.NoError(t, os.WriteFile(cut+suffix, content, 0o600))
	}
	db, err := sql.Open("sqlite", cut)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM tasks").Scan(&count))
	var found string
	require.NoError(t, db.QueryRowContext(t.Context(), "PRAGMA quick_check").Scan(&found))
	require.Equal(t, "ok", found)
	return count
}
