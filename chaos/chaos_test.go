//go:build chaos

package chaos

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/porttest"
	"zayavka/store"
	"zayavka/store/storetest"
)

var (
	kills = flag.Int("kills", 20, "how many times a process is killed, for each database")
	seed  = flag.Uint64("seed", 0, "of the randomness; 0 draws one")
)

const (
	watchers = 8           // customers with tasks, who only receive
	askers   = 8           // customers without tasks, who ask and are answered
	rushes   = 9           // so many kills apart
	hold     = time.Second // within which staff make some of their changes
)

func TestMain(m *testing.M) {
	flag.Parse()
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	fmt.Printf("seed %d (give it back with SEED=%d)\n", *seed, *seed)
	storetest.MainOfWaiting(m)
}

func TestNothingIsLostOnSQLite(t *testing.T) {
	t.Parallel()
	run(t, &scene{url: storetest.SQLite(t), replicas: 1})
}

func TestNothingIsLostOnPostgreSQLWithTwoReplicas(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	run(t, &scene{url: postgres.URL("migrated"), replicas: 2, postgres: postgres})
}

// scene is where one run takes place.
type scene struct {
	url         string
	files       string // the folder of their contents
	replicas    int
	postgres    *storetest.Server // nil on SQLite
	watching    []*emulator.User
	asking      []*emulator.User
	load        *load
	integrator  *integrator // takes all events
	leaver      *integrator // takes some, and then wants no more
	writtenDown int         // customers' messages that a killed process left for the next
	rows        *sql.DB     // what the service keeps, beside its own rules
	inFlight    int         // messages that Telegram had, unrecorded, when a process was killed or frozen: each may come twice
	inHand      int         // customers' messages that a process answered, or might have, and that were not done when it was killed or frozen
	asksSent    int         // prices, reminders and questions that were on their way when a process was killed or frozen: each may come twice
	answersSent int         // answers of staff that were on their way when a process was killed or frozen: each may come twice
	attempted   int         // events that were on their way to integrators when a process was killed or frozen
}

func run(t *testing.T, s *scene) {
	random := rand.New(rand.NewPCG(*seed, uint64(s.replicas)))
	telegram, err := emulator.Start(emulator.Options{Seed: *seed, WebhookRetryUnit: 100 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, telegram.Close()) })

	database, err := store.Open(store.Options{URL: s.url, AllowPrivateWebhooks: true})
	require.NoError(t, err)
	defer func() { require.NoError(t, database.Close()) }()
	remindAroundTheClock(t, database)

	l := newLoad(telegram)
	s.load = l
	binary := buildBinary(t)
	s.files = filepath.Join(filepath.Dir(binary), "files")
	for n := range s.replicas {
		l.replicas = append(l.replicas, newReplica(t, binary, s.url, s.files, telegram, n))
	}
	for _, replica := range l.replicas {
		require.NoError(t, replica.start())
		t.Cleanup(replica.kill)
		require.NoError(t, replica.waitReady(t.Context()))
	}
	l.token = l.replicas[0].register(t)

	s.openRows(t)
	s.integrator = newIntegrator(t, database, random, 0)
	s.leaver = newIntegrator(t, database, random, 10)

	var watching []*emulator.User
	for n := range watchers {
		user := telegram.NewUser(emulator.Profile{FirstName: fmt.Sprintf("watcher %d", n), Phone: fmt.Sprintf("+7917000%04d", n), Language: "ru"})
		user.SharesContact()
		user.Answer(t)
		watching = append(watching, user)
	}

	s.watching = watching
	ctx, stopLoad := context.WithCancel(t.Context())
	var working, asking, talking sync.WaitGroup
	for n, user := range watching {
		random := rand.New(rand.NewPCG(*seed, uint64(100+n)))
		working.Go(func() { l.staff(ctx, random, user) })
	}
	for n := range askers {
		user := telegram.NewUser(emulator.Profile{FirstName: fmt.Sprintf("asker %d", n), Phone: fmt.Sprintf("+7918000%04d", n), Language: "ru"})
		s.asking = append(s.asking, user)
		random := rand.New(rand.NewPCG(*seed, uint64(200+n)))
		asking.Go(func() { l.customer(ctx, random, user) })
	}
	for n := range talkersAtOnce {
		random := rand.New(rand.NewPCG(*seed, uint64(300+n)))
		talking.Go(func() { l.talker(ctx, random, n) })
	}
	for n := range bargainersAtOnce {
		random := rand.New(rand.NewPCG(*seed, uint64(500+n)))
		talking.Go(func() { s.bargainer(ctx, random, n) })
	}
	working.Go(func() { l.answerer(ctx, rand.New(rand.NewPCG(*seed, 400))) })
	if s.postgres == nil {
		working.Go(func() { s.readElsewhere(ctx) })
	}
	misbehave(t, telegram)
	s.breakThings(t, random, l, watching[0])
	stopLoad()
	working.Wait()
	waitAtMost(standstill, &talking)
	s.drain(t, database, telegram)
	close(l.settled)
	assert.True(t, waitAtMost(standstill, &asking), "customers go on asking for ever")
	assert.True(t, waitAtMost(standstill, &talking), "customers go on talking for ever")
	for _, replica := range l.replicas {
		replica.stop()
	}
	report(t, s, l, database, watching)
}

func (s *scene) openRows(t *testing.T) {
	t.Helper()
	driver, source := "pgx", s.url
	if s.postgres == nil {
		driver, source = "sqlite", s.file()+"?_pragma=busy_timeout(5000)"
	}
	var err error
	s.rows, err = sql.Open(driver, source)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.rows.Close()) })
}

func newReplica(t *testing.T, binary, databaseURL, files string, telegram *emulator.Server, n int) *replica {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), fmt.Sprintf("replica%d.log", n)))
	require.NoError(t, err)
	t.Cleanup(func() {
		_ = log.Close()
		if t.Failed() {
			text, _ := os.ReadFile(log.Name())
			t.Logf("the end of the log of replica %d:\n%s", n, text[max(0, len(text)-8000):])
		}
	})
	return &replica{
		binary: binary, address: porttest.FreeAddress(t), log: log,
		environment: []string{
			"ZAYAVKA_DATABASE_URL=" + databaseURL, "ZAYAVKA_FILES_URL=file://" + files,
			"ZAYAVKA_TELEGRAM_TOKEN=" + telegram.Token(), "ZAYAVKA_TELEGRAM_API_URL=" + telegram.URL(),
			"ZAYAVKA_AUTH_REGISTRATION=open", "ZAYAVKA_WEBHOOKS_ALLOW_PRIVATE=true", "ZAYAVKA_NOTIFY_HOLD=" + hold.String(),
		},
	}
}

// misbehave makes Telegram fail now and then, until the test ends.
func misbehave(t *testing.T, telegram *emulator.Server) {
	t.Helper()
	for _, fault := range []emulator.Fault{
		{Method: "sendMessage", Kind: emulator.TooManyRequests, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.ServerError, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.BadGateway, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.NotJSON, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.DropBefore, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.DropAfter, Probability: 0.03},
		{Method: "sendMessage", Kind: emulator.Hang, Probability: 0.005},
		{Method: "getFile", Kind: emulator.ServerError, Probability: 0.1},
		{Method: "getFile", Kind: emulator.DropAfter, Probability: 0.1},
		{Method: emulator.Download, Kind: emulator.Truncate, Probability: 0.1},
		{Method: "getUpdates", Kind: emulator.DropAfter, Probability: 0.03},
		{Method: "getUpdates", Kind: emulator.BadGateway, Probability: 0.03},
	} {
		t.Cleanup(telegram.Fail(fault))
	}
}

// remaining is what is still to be done of what was promised.
type remaining struct {
	Messages int // to customers
	Updates  int // that Telegram keeps
	Chats    int // with updates that are written down
	Events   int // to integrators
	Files    int // to be fetched from Telegram
	Due      int // of reminders
}

func (s *scene) remaining(t *testing.T, database *store.Store, telegram *emulator.Server) remaining {
	t.Helper()
	status, err := database.OutboxStatus(t.Context())
	require.NoError(t, err)
	chats, err := database.WaitingChats(t.Context())
	require.NoError(t, err)
	events, err := database.PendingWebhookDeliveries(t.Context())
	require.NoError(t, err)
	files, err := database.FetchStatus(t.Context())
	require.NoError(t, err)
	var due int
	require.NoError(t, s.rows.QueryRowContext(t.Context(), "SELECT count(*) FROM reminders WHERE due_at <= $1", s.sqlTime(time.Now())).Scan(&due))
	return remaining{status.Pending, telegram.PendingUpdates(), len(chats), events, files.Waiting, due}
}

// standstill is for how long what remains may stay as it is: longer than any pause between two tries.
const standstill = 3 * time.Minute

// waitAtMost waits for what may never end because something got lost.
func waitAtMost(longest time.Duration, group *sync.WaitGroup) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		group.Wait()
	}()
	select {
	case <-done:
		return true
	case <-time.After(longest):
		return false
	}
}

// drain waits until everything that was promised has been sent, for as long as that goes on.
func (s *scene) drain(t *testing.T, database *store.Store, telegram *emulator.Server) {
	t.Helper()
	last, changed := remaining{}, time.Now()
	for {
		switch left := s.remaining(t, database, telegram); {
		case left == remaining{}:
			return
		case left != last:
			last, changed = left, time.Now()
		case time.Since(changed) > standstill:
			require.Fail(t, "what was promised is not done", "what is left: %+v", left)
		}
		pause(t.Context(), 100*time.Millisecond)
	}
}
