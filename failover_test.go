package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
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

// clerk is a client that makes one change after another, of all of which one task's history tells, and remembers what
// became of each.
type clerk struct {
	task     int
	worlds   []*world
	answered []int         // the numbers of changes that were answered with success
	unknown  map[int]bool  // those whose answer was lost or an error
	pause    time.Duration // the longest time between two successes
}

// works changes the task's description to the change's number, by one replica and the other in turn, until ctx ends.
func (c *clerk) works(ctx context.Context) {
	last := time.Now()
	for n := 1; ctx.Err() == nil; n++ {
		query := fmt.Sprintf(`mutation { updateTask(taskData: {id: %d, description: "%d"}) { task { id } } }`, c.task, n)
		if err := c.worlds[n%len(c.worlds)].change(query); err != nil {
			c.unknown[n] = true
			continue
		}
		c.answered = append(c.answered, n)
		c.pause = max(c.pause, time.Since(last))
		last = time.Now()
	}
}

// change runs a mutation that may fail.
func (w *world) change(query string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.app.URL()+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+w.token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct{ Errors []any }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return errors.New(fmt.Sprint(answer.Errors...))
	}
	return nil
}

// accepted counts how often each task's acceptance stands in a chat.
func accepted(user *emulator.User) map[int]int {
	told := map[int]int{}
	for _, message := range user.Chat() {
		if found := acceptedTask.FindStringSubmatch(message.Text); message.FromBot && found != nil {
			task, _ := strconv.Atoi(found[1])
			told[task]++
		}
	}
	return told
}

var acceptedTask = regexp.MustCompile(`(?s)Заявка принята.*?№ ?(\d+)`)

func numbers(t *testing.T, database *sql.DB, query string, args ...any) (found []int) {
	t.Helper()
	rows, err := database.QueryContext(t.Context(), query, args...)
	require.NoError(t, err)
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var n int
		require.NoError(t, rows.Scan(&n))
		found = append(found, n)
	}
	require.NoError(t, rows.Err())
	return found
}

func TestNothingThatWasAnsweredIsLostWhenPostgresFailsOver(t *testing.T) {
	for name, fail := range map[string]func(*storetest.Server, *storetest.Proxy) error{
		"it crashes": func(primary *storetest.Server, _ *storetest.Proxy) error { return primary.Kill() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failsOver(t, fail)
		})
	}
}

// failsOver has clerks work on two replicas while the primary fails and a standby is promoted.
func failsOver(t *testing.T, fail func(*storetest.Server, *storetest.Proxy) error) {
	t.Helper()
	primary, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(primary.Stop)
	standby, err := primary.StartStandby()
	require.NoError(t, err)
	t.Cleanup(standby.Stop)
	network := storetest.NewProxy(t, primary.URL("migrated"))
	first, second := startReplicas(t, func(c *Config) {
		c.Database.URL = DatabaseURL(storetest.FailoverURL(t, network.URL, standby.URL("migrated")))
		c.Telegram.MessagesPerSecond = 0
	})
	worlds := []*world{first, second}
	first.login(t)
	second.token = first.token
	olga := first.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.SharesContact()
	olga.AnswerContaining(t, "Ольга")

	// Four clerks change tasks, and one takes tasks in, of which the customer is told.
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var working sync.WaitGroup
	clerks := make([]*clerk, 4)
	for i := range clerks {
		first.graphQL(t, `mutation { createTask(taskData: {customerPhone: "89170001100"}) { task { id } } }`)
		clerks[i] = &clerk{task: i + 1, worlds: worlds, unknown: map[int]bool{}}
		working.Go(func() { clerks[i].works(ctx) })
	}
	var mu sync.Mutex
	var taken []string // descriptions of tasks whose creation was answered with success
	takenCount := func() int { mu.Lock(); defer mu.Unlock(); return len(taken) }
	working.Go(func() {
		for n := 0; ctx.Err() == nil; n++ {
			description := fmt.Sprintf("taken in %d", n)
			query := fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: "89170009900", description: %q}) { task { id } } }`, description)
			if worlds[n%2].change(query) == nil {
				mu.Lock()
				taken = append(taken, description)
				mu.Unlock()
			}
		}
	})
	require.Eventually(t, func() bool { return takenCount() >= 30 && len(accepted(olga)) >= 5 }, time.Minute, 10*time.Millisecond)
	before, err := sql.Open("pgx", primary.URL("migrated"))
	require.NoError(t, err)
	recorded := numbers(t, before, "SELECT task_id FROM notifications WHERE kind = 'task_created' AND state = 'sent'")
	require.NoError(t, before.Close())

	failed := time.Now()
	require.NoError(t, fail(primary, network))
	for _, w := range worlds {
		require.Eventually(t, func() bool { return strings.Contains(w.readyz(t), `"ready":false`) }, 20*time.Second, 10*time.Millisecond)
	}
	require.NoError(t, standby.Promote())
	promoted := time.Now()
	for _, w := range worlds {
		w.waitReady(t)
	}
	ready := time.Now()
	require.Eventually(t, func() bool { return len(leaders(first, second)) == 1 }, 4*takeover, 10*time.Millisecond)
	led := time.Now()
	reached := takenCount()
	require.Eventually(t, func() bool { return takenCount() >= reached+30 }, time.Minute, 10*time.Millisecond)
	stop()
	working.Wait()

	database, err := sql.Open("pgx", standby.URL("migrated"))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	answered, unknown, longest := 0, 0, time.Duration(0)
	for _, c := range clerks {
		there := map[int]int{}
		for _, n := range numbers(t, database, "SELECT to_value::int FROM task_events WHERE task_id = $1 AND kind = 'description'", c.task) {
			there[n]++
			require.Equal(t, 1, there[n], "change %d of task %d is there once", n, c.task)
		}
		for _, n := range c.answered {
			require.Equal(t, 1, there[n], "change %d of task %d was answered with success", n, c.task)
			delete(there, n)
		}
		for n := range there {
			require.True(t, c.unknown[n], "change %d of task %d is one whose answer was lost", n, c.task)
		}
		answered += len(c.answered)
		unknown += len(there)
		longest = max(longest, c.pause)
	}
	made := numbers(t, database, "SELECT id FROM tasks WHERE description = ANY($1)", taken)
	require.Len(t, made, len(taken), "each task whose creation was answered with success is there once")

	told := func() map[int]int { return accepted(olga) }
	require.Eventually(t, func() bool {
		told := told()
		for _, task := range made {
			if told[task] == 0 {
				return false
			}
		}
		return true
	}, time.Minute, 50*time.Millisecond, "the customer is told of each")
	for _, task := range recorded {
		require.Equal(t, 1, told()[task], "what was recorded as sent is not sent again")
	}
	repeated := 0
	for _, count := range told() {
		repeated += count - 1
	}
	require.LessOrEqual(t, repeated, 1, "of a chat one message at a time is between its sending and its record")
	t.Logf("seconds: %.1f without changes for whoever waited longest; promoted after %.1f, ready after %.1f, led after %.1f",
		longest.Seconds(), promoted.Sub(failed).Seconds(), ready.Sub(failed).Seconds(), led.Sub(failed).Seconds())
	t.Logf("%d changes and %d tasks were answered with success and are there, %d changes whose answer was lost too; %d messages were repeated",
		answered, len(taken), unknown, repeated)
}
