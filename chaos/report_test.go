//go:build chaos

package chaos

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"text/tabwriter"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// figures are what one run comes to.
type figures struct {
	mutations, recorded   int // answered with success; of them in the database
	promised, delivered   int // to customers who never blocked the bot; of them told, or a later status was
	disorder, repeated    int // messages
	asked, silent         int // customers' messages; of them without an answer
	takenUp               int // times that a process found messages that a killed one had written down
	violations, unsettled int // sends beyond Telegram's limits; rows left pending
}

// report compares what customers got with what the service had promised, prints the figures and
// fails where one is not what it must be. The first of the customers has blocked the bot at times.
func report(t *testing.T, l *load, database *store.Store, watching []*emulator.User) {
	t.Helper()
	f := figures{violations: len(l.telegram.LimitViolations())}
	for _, user := range l.rushed {
		answered, inOrder := answersInARush(user)
		switch {
		case !answered:
			l.silent = append(l.silent, user.FirstName)
		case !inOrder:
			f.disorder++
		}
	}
	f.asked, f.silent = l.asked+2*len(l.rushed), len(l.silent)
	for _, replica := range l.replicas {
		f.takenUp += replica.logged(t, "Updates that were written down are processed")
	}
	for i, user := range watching {
		committed := commitOrder(t, database, user)
		received := receivedBy(user)
		f.disorder += outOfOrder(committed, received)
		f.repeated += repeats(received)
		for _, promise := range l.succeeded[user.ID] {
			f.mutations++
			if slices.Contains(committed, promise) {
				f.recorded++
			}
			if i == 0 {
				continue
			}
			f.promised++
			if slices.ContainsFunc(received, func(got change) bool { return got.task == promise.task && rank(got.status) >= rank(promise.status) }) {
				f.delivered++
			}
		}
	}
	status, err := database.OutboxStatus(t.Context())
	require.NoError(t, err)
	f.unsettled = status.Pending
	// One message of each chat can be in flight when a process is killed or an answer is lost.
	repeatsAllowed := *kills*len(watching) + unanswered(l.telegram)

	var printed bytes.Buffer
	table := tabwriter.NewWriter(&printed, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "\n%s, %d kills\t\tmust be\n", t.Name(), *kills)
	fmt.Fprintf(table, "mutations answered with success whose change is in the database\t%d of %d\tall\n", f.recorded, f.mutations)
	fmt.Fprintf(table, "status changes answered with success whose customer got it or a later one\t%d of %d\tall\n", f.delivered, f.promised)
	fmt.Fprintf(table, "customers' messages that got no answer\t%d of %d\t0\n", f.silent, f.asked)
	fmt.Fprintf(table, "processes that found messages which a killed one had written down\t%d\tsome\n", f.takenUp)
	fmt.Fprintf(table, "messages out of order within one chat\t%d\t0\n", f.disorder)
	fmt.Fprintf(table, "duplicates\t%d\tat most %d\n", f.repeated, repeatsAllowed)
	fmt.Fprintf(table, "sends beyond Telegram's limits\t%d\t0\n", f.violations)
	fmt.Fprintf(table, "rows left queued or sending\t%d\t0\n", f.unsettled)
	require.NoError(t, table.Flush())
	_, err = os.Stdout.Write(printed.Bytes())
	require.NoError(t, err)

	assert.NotZero(t, f.promised, "staff did nothing")
	assert.Equal(t, f.mutations, f.recorded)
	assert.Equal(t, f.promised, f.delivered)
	assert.NotZero(t, f.asked, "customers did nothing")
	assert.Empty(t, l.silent)
	if len(l.rushed) > 0 {
		assert.NotZero(t, f.takenUp)
	}
	assert.Zero(t, f.disorder)
	assert.LessOrEqual(t, f.repeated, repeatsAllowed)
	assert.Empty(t, l.telegram.LimitViolations())
	assert.Zero(t, f.unsettled)
}

// commitOrder is what became of the customer's tasks, in the order in which it was committed.
func commitOrder(t *testing.T, database *store.Store, user *emulator.User) []change {
	t.Helper()
	customers, err := database.CustomersByChat(t.Context(), []int64{user.ID})
	require.NoError(t, err)
	require.NotNil(t, customers[user.ID])
	tasks, err := database.Tasks(t.Context(), store.TaskFilter{CustomerID: &customers[user.ID].ID}, store.TaskPage{})
	require.NoError(t, err)
	var ids []int64
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	histories, err := database.TaskEvents(t.Context(), ids)
	require.NoError(t, err)
	var events []store.TaskEvent
	for _, history := range histories {
		events = append(events, history...)
	}
	slices.SortFunc(events, func(a, b store.TaskEvent) int { return int(a.ID - b.ID) })
	var committed []change
	for _, event := range events {
		committed = append(committed, change{strconv.FormatInt(event.TaskID, 10), store.Status(event.To)})
	}
	return committed
}

// receivedBy is what the customer was told, in the order of the chat.
func receivedBy(user *emulator.User) []change {
	var received []change
	for _, message := range user.Chat() {
		if change, ok := told(message); ok {
			received = append(received, change)
		}
	}
	return received
}

// outOfOrder counts messages that tell something older than the one before them.
func outOfOrder(committed, received []change) int {
	count, last := 0, -1
	for _, change := range received {
		at := slices.Index(committed, change)
		if at < last {
			count++
		}
		last = max(last, at)
	}
	return count
}

// repeats counts messages that tell what an earlier one has told.
func repeats(received []change) int {
	count := 0
	for i, change := range received {
		if slices.Contains(received[:i], change) {
			count++
		}
	}
	return count
}

func rank(status store.Status) int { return slices.Index(store.Statuses(), status) }

// unanswered counts messages that Telegram may have taken while its answer was lost.
func unanswered(telegram *emulator.Server) int {
	count := 0
	for _, call := range telegram.Calls("sendMessage") {
		if call.Status == 0 {
			count++
		}
	}
	return count
}
