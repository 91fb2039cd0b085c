//go:build chaos

package chaos

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// outage is how long what breaks stays broken: longer than SQLite's busy timeout, in the long form long enough for
// everything that waits to wait as long as it ever does.
func outage() time.Duration {
	if *kills >= 100 {
		return 3 * time.Minute
	}
	return 6 * time.Second
}

// freezing is for how long a process is frozen: in the long form longer than any lease.
func freezing() time.Duration {
	if *kills >= 100 {
		return 40 * time.Second
	}
	return 3 * time.Second
}

// breakThings kills processes at random moments, and PostgreSQL once; between the kills it freezes and stops
// processes, makes the database unwritable and Telegram fail as a whole, and lets a customer block the bot and
// a crowd write.
func (s *scene) breakThings(t *testing.T, random *rand.Rand, l *load, blocker *emulator.User) {
	t.Helper()
	faults := []emulator.FaultKind{emulator.ServerError, emulator.Unauthorized, emulator.PollConflict, emulator.TooManyRequests}
	long := *kills >= 100
	refusals := 0
	balancer := newBalancer(t, l.replicas)
	for n := range *kills {
		if n == *kills*6/10 { // from now on Telegram sends what customers write
			for _, replica := range l.replicas {
				replica.stop()
				replica.takeWebhooks(balancer.URL)
			}
			s.countInFlight(t, true) // a stop that takes too long is cut off
			for _, replica := range l.replicas {
				require.NoError(t, replica.start())
			}
		}
		// A process that has just begun sends nothing for a second: some kills come before, most after.
		pause(t.Context(), time.Duration(500+random.IntN(2500))*time.Millisecond)
		switch {
		case s.postgres != nil && n == *kills/2:
			s.countUpdates(nil, false) // the leader loses its lock over what it has in hand
			require.NoError(t, s.postgres.Kill())
			require.NoError(t, s.postgres.Start())
		case n%5 == 1:
			blocker.Blocks()
		case n%5 == 3:
			blocker.Unblocks()
		}
		// In the long form each of the long outages comes once or twice, so that there is time between them.
		rare := func(times int) bool { return !long || n/10%(*kills/10/times) == 0 }
		switch turn := n % 10; {
		case turn == 2 && (!long || n%20 == 2):
			l.calm.during(func() { s.freeze(t, l.anyReplica(random)) })
		case turn == 4 && rare(1):
			s.withoutFileStore(t)
		case turn == 5:
			stopped := l.anyReplica(random)
			stopped.stop()
			s.countInFlight(t, true)
			require.NoError(t, stopped.start())
		case turn == 7 && rare(2):
			l.restAfterAWhile(t, func() { s.unwritable(t) })
		case turn == 9 && rare(len(faults)):
			l.restAfterAWhile(t, func() { s.refuse(t, l.telegram, faults[refusals%len(faults)]) })
			refusals++
		}
		victims := []*replica{l.anyReplica(random)}
		if n%rushes == rushes/2 {
			l.rush()
			pause(t.Context(), time.Duration(500+random.IntN(1500))*time.Millisecond)
			victims = l.replicas // the one that leads among them
		}
		for _, victim := range victims {
			victim.kill()
			s.countInFlight(t, true)
			require.NoError(t, victim.start())
		}
	}
	blocker.Unblocks()
}

// restAfterAWhile lets staff rest from when an outage has lasted for ten seconds until it is over: what they changed all
// the time would take longer to be told than it lasts, at one message a second.
func (l *load) restAfterAWhile(t *testing.T, outage func()) {
	t.Helper()
	timer := time.AfterFunc(10*time.Second, func() { l.resting.Store(true) })
	defer l.resting.Store(false)
	defer timer.Stop()
	l.calm.during(outage)
}

// freeze stops a process as a machine that sleeps does, and lets it go on.
func (s *scene) freeze(t *testing.T, r *replica) {
	t.Helper()
	r.send(syscall.SIGSTOP)
	s.countInFlight(t, false) // what it has in hand it may answer when it goes on
	pause(t.Context(), freezing())
	r.send(syscall.SIGCONT)
}

// refuse makes Telegram fail every request in one way. A conflict is about updates alone.
func (s *scene) refuse(t *testing.T, telegram *emulator.Server, kind emulator.FaultKind) {
	t.Helper()
	fault := emulator.Fault{Kind: kind}
	if kind == emulator.PollConflict {
		fault.Method = "getUpdates"
	}
	mend := telegram.Fail(fault)
	pause(t.Context(), outage())
	mend()
}

// unwritable keeps the database from being written, while it is read as before: PostgreSQL as after a failover
// to a standby, SQLite by another program that holds its lock.
func (s *scene) unwritable(t *testing.T) {
	t.Helper()
	if s.postgres == nil {
		hold := exec.CommandContext(t.Context(), "python3", "-c", `
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
database.execute('BEGIN IMMEDIATE')
time.sleep(float(sys.argv[2]))
database.execute('ROLLBACK')`, s.file(), fmt.Sprint(outage().Seconds()))
		output, err := hold.CombinedOutput()
		require.NoError(t, err, "%s", output)
		return
	}
	db, err := sql.Open("pgx", s.url)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	for _, setting := range []string{"on", "off"} {
		for _, statement := range []string{"ALTER SYSTEM SET default_transaction_read_only = " + setting, "SELECT pg_reload_conf()"} {
			_, err := db.ExecContext(t.Context(), statement)
			require.NoError(t, err)
		}
		if setting == "on" {
			pause(t.Context(), outage())
		}
	}
}

// withoutFileStore keeps contents from being written for a while, as a full disk does.
func (s *scene) withoutFileStore(t *testing.T) {
	t.Helper()
	temporary := filepath.Join(s.files, "tmp") // where each content is written first
	require.NoError(t, os.MkdirAll(s.files, 0o700))
	require.Eventually(t, func() bool { // the service may make it anew meanwhile
		return os.RemoveAll(temporary) == nil && os.WriteFile(temporary, nil, 0o600) == nil
	}, time.Minute, 10*time.Millisecond)
	pause(t.Context(), outage())
	require.NoError(t, os.Remove(temporary))
}

// readElsewhere opens, reads and closes SQLite's file now and then in another program, until ctx ends.
func (s *scene) readElsewhere(ctx context.Context) {
	for ctx.Err() == nil {
		_ = exec.CommandContext(ctx, "python3", "-c",
			"import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('SELECT count(*) FROM tasks').fetchall(); d.close()",
			s.file()).Run()
		pause(ctx, time.Second)
	}
}

func (s *scene) file() string { return strings.TrimPrefix(s.url, "sqlite://") }

// countUpdates adds what customers wrote that may be answered a second time, because it is neither confirmed to
// Telegram nor, of what is written down, done: of a process that is dead only what was answered. An update can be both,
// and is one.
func (s *scene) countUpdates(waiting map[int64]int, dead bool) {
	pending := s.load.telegram.PendingByChat()
	for chat, count := range waiting {
		pending[chat] = max(pending[chat], count)
	}
	for n, user := range slices.Concat(s.asking, s.load.rushed) {
		count, atOnce := pending[user.ID], 1
		if n >= len(s.asking) {
			atOnce = inARush
		}
		if dead {
			count = answeredInHand(user, atOnce, min(count, atOnce))
		}
		s.inHand += count
	}
}

// countInFlight adds the messages that Telegram has at this moment and that are not recorded as sent, and what else
// a process that is dead, or frozen, had in hand. Of SQLite a copy is looked at, so that the next process finds the
// files as the killed one left them.
func (s *scene) countInFlight(t *testing.T, dead bool) {
	t.Helper()
	driver, source := "pgx", s.url
	if s.postgres == nil {
		driver, source = "sqlite", filepath.Join(t.TempDir(), "copy.db")
		for _, suffix := range []string{"", "-wal"} {
			if output, err := exec.Command("cp", s.file()+suffix, source+suffix).CombinedOutput(); err != nil {
				require.Equal(t, "-wal", suffix, "%s", output) // which a process that has just begun has not made yet
			}
		}
	}
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	rows, err := db.QueryContext(t.Context(), "SELECT chat_id, task_id, payload FROM notifications WHERE state = 'sending' AND task_id IS NOT NULL")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var chat, task int64
		var payload []byte
		var message store.NotificationPayload
		require.NoError(t, rows.Scan(&chat, &task, &payload))
		require.NoError(t, json.Unmarshal(payload, &message))
		for _, user := range s.watching {
			if user.ID != chat {
				continue
			}
			if received, _ := receivedBy(user); slices.Contains(received, change{strconv.FormatInt(task, 10), message.To}) {
				s.inFlight++
			}
		}
	}
	require.NoError(t, rows.Err())
	if waiting := s.waiting(t, db); dead || s.replicas > 1 { // else nobody takes what a frozen process has in hand
		s.countUpdates(waiting, dead)
	}
	var answers int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM notifications WHERE state = 'sending' AND message_id IS NOT NULL").Scan(&answers))
	s.answersSent += answers
	var asks int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM notifications WHERE state = 'sending' AND kind IN ('estimate', 'ready_waits', 'rating')").Scan(&asks))
	s.asksSent += asks
	var attempted int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM webhook_deliveries WHERE state = 'sending'").Scan(&attempted))
	s.attempted += attempted
	if s.postgres == nil {
		var found string
		require.NoError(t, db.QueryRowContext(t.Context(), "PRAGMA quick_check").Scan(&found))
		assert.Equal(t, "ok", found, "what a killed process left")
	}
}

// waiting is how many updates of each chat are written down and not done.
func (s *scene) waiting(t *testing.T, db *sql.DB) map[int64]int {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT chat_id, count(*) FROM telegram_updates WHERE state = 'waiting' GROUP BY chat_id")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	waiting := map[int64]int{}
	for rows.Next() {
		var chat int64
		var count int
		require.NoError(t, rows.Scan(&chat, &count))
		waiting[chat] = count
		s.writtenDown += count
	}
	require.NoError(t, rows.Err())
	return waiting
}
