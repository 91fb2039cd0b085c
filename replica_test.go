package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store/storetest"
)

// takeover is how long the work may stay undone when the replica that does it goes away.
const takeover = 5 * time.Second

func startReplicas(t *testing.T, configure func(*Config)) (first, second *world) {
	t.Helper()
	first = startWorld(t, configure)
	config := first.app.config
	config.HTTP.Listen = "127.0.0.1:0"
	second = &world{telegram: first.telegram, log: &logBuffer{}}
	second.app = startApp(t, config, second.log)
	first.waitReady(t)
	second.waitReady(t)
	return first, second
}

func leaders(worlds ...*world) (leading []*world) {
	for _, w := range worlds {
		if w.app.leading.Load() {
			leading = append(leading, w)
		}
	}
	return leading
}

func TestOneReplicaLeadsAndAnotherTakesOverWhenItStops(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.Postgres(t)
	first, second := startReplicas(t, func(c *Config) { c.Database.URL = DatabaseURL(databaseURL) })
	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, takeover, 10*time.Millisecond)
	leader := leaders(first, second)[0]
	other := map[*world]*world{first: second, second: first}[leader]

	// A change made on the replica that does not lead is sent by the one that does.
	other.login(t)
	olga := first.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.SharesContact()
	olga.AnswerContaining(t, "Ольга")
	other.graphQL(t, `mutation { createTask(taskData: {customerPhone: "89170009900"}) { task { id } } }`)
	olga.AnswerContaining(t, "Заявка принята")

	// The leader loses the connection that holds the lock, and one of them leads again.
	database, err := sql.Open("pgx", databaseURL)
	require.NoError(t, err)
	defer func() { require.NoError(t, database.Close()) }()
	_, err = database.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
	require.NoError(t, err)
	began := time.Now()
	olga.Says("ау")
	olga.AnswerContaining(t, "У вас 1 заявка")
	require.Less(t, time.Since(began), 2*takeover) // the answer itself waits for the chat's second

	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, takeover, 10*time.Millisecond)
	leader = leaders(first, second)[0]
	other = map[*world]*world{first: second, second: first}[leader]
	ctx, cancel := context.WithTimeout(t.Context(), stopTimeout)
	defer cancel()
	leader.app.stop()
	require.Eventually(t, func() bool { return other.app.leading.Load() }, takeover, 10*time.Millisecond)
	require.NoError(t, ctx.Err())
	olga.Says("ещё раз")
	olga.AnswerContaining(t, "У вас 1 заявка")
}

func TestReplicasBehindAPoolerLeadAndHearByADirectAddress(t *testing.T) {
	t.Parallel()
	direct := storetest.Postgres(t)
	first, second := startReplicas(t, func(c *Config) {
		c.Database.URL = DatabaseURL(storetest.PgBouncer(t, direct))
		c.Database.ListenURL = DatabaseURL(direct)
	})
	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, takeover, 10*time.Millisecond)
	leader := leaders(first, second)[0]
	other := map[*world]*world{first: second, second: first}[leader]
	other.login(t)
	olga := first.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.SharesContact()
	olga.AnswerContaining(t, "Ольга")
	other.graphQL(t, `mutation { createTask(taskData: {customerPhone: "89170009900"}) { task { id } } }`)
	olga.AnswerContaining(t, "Заявка принята")
	for range 20 { // more than there are connections behind the pooler, with statements that are used again
		other.graphQL(t, `mutation { updateTask(taskData: {id: 1, description: "x"}) { task { id } } }`)
		other.graphQL(t, `{ taskById(id: 1) { id customer { name } } tasks(first: 5) { nodes { id } } }`)
	}
	require.Len(t, leaders(first, second), 1)
}

func TestEveryReplicaTakesWebhooksAndAChatKeepsItsOrder(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.Postgres(t)
	var replicas [2]atomic.Pointer[url.URL]
	var turn atomic.Int64
	balancer := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			target := replicas[turn.Add(1)%2].Load()
			r.Out.URL.Scheme, r.Out.URL.Host = target.Scheme, target.Host
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	})
	t.Cleanup(balancer.Close)
	first, second := startReplicas(t, func(c *Config) {
		c.Database.URL = DatabaseURL(databaseURL)
		c.Telegram.Mode = "webhook"
		c.HTTP.PublicURL = balancer.URL
	})
	for i, w := range []*world{first, second} {
		address, err := url.Parse(w.app.URL())
		require.NoError(t, err)
		replicas[i].Store(address)
	}
	olga := first.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("/start")
	olga.Says("/help")
	olga.SharesContact()
	olga.AnswerContaining(t, "Здравствуйте")
	olga.AnswerContaining(t, "/tasks")
	olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
}

func TestThatNobodyLeadsIsSaidWhileStaffGoOn(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.Postgres(t)
	first, second := startReplicas(t, func(c *Config) { c.Database.URL = DatabaseURL(databaseURL) })
	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, takeover, 10*time.Millisecond)
	second.login(t)
	leader := func(w *world) (status int, c check) {
		status, body := get(t, w.app.URL()+"/readyz")
		var found readiness
		require.NoError(t, json.Unmarshal([]byte(body), &found))
		return status, found.Checks["leader"]
	}
	for _, w := range []*world{first, second} {
		_, c := leader(w)
		require.True(t, c.OK, c.Says)
	}

	// Another session waits for the lock, and has it when the leader's ends.
	database, err := sql.Open("pgx", databaseURL)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	outside, err := database.Conn(t.Context())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, outside.Close()) })
	locked := make(chan error, 1)
	go func() {
		_, err := outside.ExecContext(t.Context(), "SELECT pg_advisory_lock($1)", int64(0x7a617961766b61))
		locked <- err
	}()
	require.Eventually(t, func() bool {
		var ended int
		err := database.QueryRowContext(t.Context(), `SELECT count(pg_terminate_backend(holder.pid)) FROM pg_locks AS holder
			WHERE holder.locktype = 'advisory' AND holder.granted
			AND holder.database = (SELECT oid FROM pg_database WHERE datname = current_database())
			AND EXISTS (SELECT 1 FROM pg_locks AS waiting WHERE waiting.locktype = 'advisory' AND NOT waiting.granted
				AND waiting.database = holder.database)`).Scan(&ended)
		return err == nil && ended > 0
	}, takeover, 10*time.Millisecond)
	require.NoError(t, <-locked)

	for _, w := range []*world{first, second} {
		require.Eventually(t, func() bool { _, c := leader(w); return !c.OK }, 2*leaderSilence, 50*time.Millisecond)
		status, c := leader(w)
		require.Equal(t, http.StatusOK, status, "staff can work")
		require.Contains(t, c.Says, "no process is known to lead")
		require.NotNil(t, c.Age)
		require.Greater(t, *c.Age, leaderSilence.Seconds())
		require.Zero(t, measured(t, w.app.metrics, "zayavka_leader"))
	}
	second.graphQL(t, `mutation { createTask(taskData: {customerPhone: "89170009900"}) { task { id } } }`)

	_, err = outside.ExecContext(t.Context(), "SELECT pg_advisory_unlock_all()")
	require.NoError(t, err)
	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, 2*takeover, 10*time.Millisecond)
	for _, w := range []*world{first, second} {
		require.Eventually(t, func() bool { _, c := leader(w); return c.OK }, takeover, 10*time.Millisecond)
	}
}
