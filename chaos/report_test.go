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
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// figures are what one run comes to.
type figures struct {
	mutations, recorded   int // answered with success; of them in the database
	due, told, reasoned   int // statuses that were a task's last for the hold; of them told; of the others with a reason on record
	garbled               int // messages that are not, to the letter, what they have to be
	disorder, repeated    int // messages
	asked, silent         int // customers' messages; of them without an answer
	violations, unsettled int // sends beyond Telegram's limits; rows left pending
	answeredAgain         int // answers to customers that came twice
	untold, toldTwice     int // changes of tasks that integrators were not told, or under two ids
	putAside              int // customers' messages, as dead letters
	missing, unknown      int // events that did not come, and that nobody wrote down
	talk                  talkFigures
	answers               answerFigures
	bargains              bargainFigures
}

// report compares what customers got with what the service had promised, prints the figures and
// fails where one is not what it must be. The first of the customers has blocked the bot at times.
func report(t *testing.T, s *scene, l *load, database *store.Store, watching []*emulator.User) {
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
	f.answeredAgain = answersRepeated(l, s)
	f.asked, f.silent = l.asked+inARush*len(l.rushed), len(l.silent)
	for _, user := range watching {
		committed := commitOrder(t, database, user)
		received, garbled := receivedBy(user)
		f.garbled += garbled
		f.disorder += outOfOrder(committed, received)
		f.repeated += repeats(received)
		for _, c := range committed {
			switch told := s.integrator.tells(c.change); {
			case told == 0:
				f.untold++
			case told > 1:
				f.toldTwice++
			}
		}
		for _, promise := range l.succeeded[user.ID] {
			f.mutations++
			if slices.ContainsFunc(committed, func(c committedChange) bool { return c.change == promise }) {
				f.recorded++
			}
		}
		reasons := reasonsFor(t, database, committed)
		for i, c := range committed {
			if !lastForTheHold(committed[i:]) {
				continue
			}
			f.due++
			switch {
			case slices.Contains(received, c.change):
				f.told++
			case reasons[c.change], user == watching[0] && superseded(committed[i+1:], received, reasons, c.change):
				f.reasoned++
			default:
				t.Logf("%s was never told of %v, committed at %s; the outbox has %s", user.FirstName, c.change, c.at.Format(time.StampMilli), s.outboxOf(t, c.task))
			}
		}
	}
	status, err := database.OutboxStatus(t.Context())
	require.NoError(t, err)
	f.unsettled = status.Pending
	f.putAside, err = database.CountDeadLetters(t.Context())
	require.NoError(t, err)
	f.missing, f.unknown = s.integrator.unaccounted(t.Context(), t, database)
	f.talk, f.answers, f.bargains = s.heard(t), s.delivered(t), s.bargained(t)
	asksAllowed := s.asksSent + takenWithoutAnswer(l.telegram, l.bargains.users())
	answerRepeatsAllowed := s.answersSent + takenWithoutAnswer(l.telegram, l.talk.talkers)
	eventsRepeated := s.integrator.repeated()
	eventsAllowed := s.attempted + s.integrator.lost
	answersAllowed := s.inHand + takenWithoutAnswer(l.telegram, slices.Concat(s.asking, l.rushed))
	repeatsAllowed := s.inFlight + takenWithoutAnswer(l.telegram, watching)

	var printed bytes.Buffer
	table := tabwriter.NewWriter(&printed, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "\n%s, %d kills\t\tmust be\n", t.Name(), *kills)
	fmt.Fprintf(table, "mutations answered with success whose change is in the database\t%d of %d\tall\n", f.recorded, f.mutations)
	fmt.Fprintf(table, "statuses that stood for the hold and were told, or have their reason on record\t%d and %d of %d\tall\n", f.told, f.reasoned, f.due)
	fmt.Fprintf(table, "messages whose text is not, to the letter, what it has to be\t%d\t0\n", f.garbled)
	fmt.Fprintf(table, "customers' messages that got no answer\t%d of %d\t0\n", f.silent, f.asked)
	fmt.Fprintf(table, "of them put aside as dead letters\t%d\t0\n", f.putAside)
	fmt.Fprintf(table, "the longest wait for an answer, outages aside\t%s\tat most %s\n", l.slowest.Round(100*time.Millisecond), answerLimit)
	fmt.Fprintf(table, "of them written down when a process was killed or frozen\t%d\tsome\n", s.writtenDown)
	fmt.Fprintf(table, "answers that came twice (to what was in hand at a kill, or whose answer was lost)\t%d\tat most %d\n", f.answeredAgain, answersAllowed)
	fmt.Fprintf(table, "messages out of order within one chat\t%d\t0\n", f.disorder)
	fmt.Fprintf(table, "duplicates (of messages in flight at a kill, or whose answer was lost)\t%d\tat most %d\n", f.repeated, repeatsAllowed)
	fmt.Fprintf(table, "what customers wrote and is not kept, or twice\t%d, %d of %d\t0\n", f.talk.lost, f.talk.twice, f.talk.said)
	fmt.Fprintf(table, "requests of customers that were not made, or twice\t%d, %d of %d\t0\n", f.talk.unmade, f.talk.doubled, f.talk.requests)
	fmt.Fprintf(table, "photos that are not kept with their request, and replies that strayed\t%d of %d, %d\t0\n", f.talk.missing, f.talk.photos, f.talk.strayed)
	fmt.Fprintf(table, "answers of staff that were neither delivered nor said to be unknown, or out of order\t%d, %d of %d\t0\n", f.answers.undelivered, f.answers.disorder, f.answers.sent)
	fmt.Fprintf(table, "answers of staff that came to nothing three times, so that staff are told that they may not have arrived\t%d\tfew\n", f.answers.reasoned)
	fmt.Fprintf(table, "answers of staff that came twice (in flight at a kill, or whose answer was lost)\t%d\tat most %d\n", f.answers.repeated, answerRepeatsAllowed)
	fmt.Fprintf(table, "notes that left the house\t%d of %d\t0\n", f.answers.leaked, f.answers.notes)
	fmt.Fprintf(table, "prices with another outcome in the chat or in events than is kept\t%d of %d\t0\n", f.bargains.untrue, f.bargains.asked)
	fmt.Fprintf(table, "reminders and questions for a rating that did not come\t%d of %d\t0\n", f.bargains.lost, f.bargains.due)
	fmt.Fprintf(table, "prices, reminders and questions that came twice (in flight at a kill, or whose answer was lost)\t%d\tat most %d\n", f.bargains.twice, asksAllowed)
	fmt.Fprintf(table, "ratings that are not kept, or told in events other than once\t%d of %d\t0\n", f.bargains.ratingsLost, f.bargains.rated)
	fmt.Fprintf(table, "sends beyond Telegram's limits\t%d\t0\n", f.violations)
	fmt.Fprintf(table, "rows left queued or sending\t%d\t0\n", f.unsettled)
	fmt.Fprintf(table, "events to integrators that did not come, that nobody wrote down, or in another form\t%d, %d, %d\t0\n", f.missing, f.unknown, s.integrator.changed)
	fmt.Fprintf(table, "changes of tasks that integrators were not told, or under two ids\t%d, %d\t0\n", f.untold, f.toldTwice)
	fmt.Fprintf(table, "events that integrators took twice (on their way at a kill, or whose answer was lost)\t%d of %d\tat most %d\n", eventsRepeated, len(s.integrator.events), eventsAllowed)
	fmt.Fprintf(table, "requests to integrators whose signature is wrong\t%d\t0\n", s.integrator.forged+s.leaver.forged)
	fmt.Fprintf(table, "requests to an integrator that wants no more\t%d\tat most %d\n", s.leaver.afterGone, mostAtOnce+s.attempted)
	require.NoError(t, table.Flush())
	_, err = os.Stdout.Write(printed.Bytes())
	require.NoError(t, err)

	assert.NotZero(t, f.due, "staff did nothing")
	assert.Equal(t, f.mutations, f.recorded)
	assert.Equal(t, f.due, f.told+f.reasoned)
	assert.Zero(t, f.garbled)
	assert.NotZero(t, f.asked, "customers did nothing")
	assert.Empty(t, l.silent)
	assert.Zero(t, f.putAside)
	assert.LessOrEqual(t, l.slowest, answerLimit)
	if len(l.rushed) > 0 {
		assert.NotZero(t, s.writtenDown)
	}
	assert.Zero(t, f.disorder)
	assert.LessOrEqual(t, f.answeredAgain, answersAllowed)
	assert.NotZero(t, f.answers.sent, "staff answered nobody")
	assert.Zero(t, f.answers.undelivered+f.answers.disorder)
	assert.LessOrEqual(t, f.answers.repeated, answerRepeatsAllowed)
	assert.Zero(t, f.answers.leaked)
	assert.NotZero(t, f.talk.requests, "customers made no requests")
	assert.Zero(t, f.talk.lost+f.talk.twice)
	assert.Zero(t, f.talk.unmade+f.talk.doubled)
	assert.Zero(t, f.talk.missing+f.talk.strayed)
	assert.NotZero(t, f.bargains.rated, "nobody came to the end of a bargain")
	assert.Zero(t, f.bargains.untrue+f.bargains.lost+f.bargains.ratingsLost)
	assert.LessOrEqual(t, f.bargains.twice, asksAllowed)
	assert.Zero(t, f.missing)
	assert.Zero(t, f.unknown)
	assert.Zero(t, f.untold)
	assert.Zero(t, f.toldTwice)
	assert.NotEmpty(t, s.integrator.events)
	assert.Zero(t, s.integrator.changed)
	assert.Zero(t, s.integrator.forged+s.leaver.forged)
	assert.LessOrEqual(t, eventsRepeated, eventsAllowed)
	assert.LessOrEqual(t, s.leaver.afterGone, mostAtOnce+s.attempted)
	webhooks, err := database.Webhooks(t.Context(), store.Actor{})
	require.NoError(t, err)
	for _, webhook := range webhooks {
		assert.Equal(t, webhook.ID != s.leaver.id, webhook.Active)
		if webhook.ID == s.leaver.id {
			assert.Contains(t, webhook.DisabledReason, "410")
		}
	}
	assert.LessOrEqual(t, f.repeated, repeatsAllowed)
	assert.Empty(t, l.telegram.LimitViolations())
	assert.Zero(t, f.unsettled)
}

// outboxOf is what the outbox has of a task, for who looks for what got lost.
func (s *scene) outboxOf(t *testing.T, task string) (rows []string) {
	t.Helper()
	found, err := s.rows.QueryContext(t.Context(), `SELECT id, kind, CAST(payload AS text), state, attempts, fence, COALESCE(telegram_message_id, 0), last_error
		FROM notifications WHERE task_id = `+task+" ORDER BY id")
	require.NoError(t, err)
	defer func() { require.NoError(t, found.Close()) }()
	for found.Next() {
		var id, attempts, fence, message int64
		var kind, payload, state, reason string
		require.NoError(t, found.Scan(&id, &kind, &payload, &state, &attempts, &fence, &message, &reason))
		rows = append(rows, fmt.Sprintf("%d %s %s: %s, %d attempts, fence %d, message %d %s", id, kind, payload, state, attempts, fence, message, reason))
	}
	require.NoError(t, found.Err())
	return rows
}

// mostAtOnce is how many events are on their way to one integrator at once.
const mostAtOnce = 4

// answersRepeated counts the answers to customers beyond one to each of their messages.
func answersRepeated(l *load, s *scene) (count int) {
	for _, user := range s.asking {
		count += max(answered(user, 0)-l.answered[user.ID], 0)
	}
	for _, user := range l.rushed {
		count += max(answered(user, 0)-inARush, 0)
	}
	return count
}

// committedChange is a change with the time of its transaction.
type committedChange struct {
	change
	at time.Time
}

// commitOrder is what became of the customer's tasks, in the order in which it was committed.
func commitOrder(t *testing.T, database *store.Store, user *emulator.User) []committedChange {
	t.Helper()
	customers, err := database.CustomersByChat(t.Context(), []int64{user.ID})
	require.NoError(t, err)
	require.NotNil(t, customers[user.ID])
	tasks, err := database.Tasks(t.Context(), store.TaskFilter{CustomerID: &customers[user.ID].ID}, store.OffsetPage{})
	require.NoError(t, err)
	var ids []int64
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	histories, err := database.History(t.Context(), ids)
	require.NoError(t, err)
	var events []store.HistoryEntry
	for _, history := range histories {
		events = append(events, history...)
	}
	slices.SortFunc(events, func(a, b store.HistoryEntry) int { return int(a.ID - b.ID) })
	var committed []committedChange
	for _, event := range events {
		committed = append(committed, committedChange{change{strconv.FormatInt(event.TaskID, 10), store.Status(event.To)}, event.At})
	}
	return committed
}

// lastForTheHold tells whether the first of the changes stood until its hold ended, so that it must be told:
// one that is followed sooner by another of the same task becomes one message with it.
func lastForTheHold(from []committedChange) bool {
	for _, later := range from[1:] {
		if later.task == from[0].task {
			return later.at.Sub(from[0].at) >= hold
		}
	}
	return true
}

// superseded tells whether a later status of the same task was told, or has its reason on record: who comes back after
// blocking the bot is told the newest alone, in the row of the one that did not reach them.
func superseded(later []committedChange, received []change, reasons map[change]bool, missed change) bool {
	return slices.ContainsFunc(later, func(c committedChange) bool {
		return c.task == missed.task && (slices.Contains(received, c.change) || reasons[c.change])
	})
}

// reasonsFor are the changes whose message was given up with a reason that staff see.
func reasonsFor(t *testing.T, database *store.Store, committed []committedChange) map[change]bool {
	t.Helper()
	var ids []int64
	for _, c := range committed {
		id, err := strconv.ParseInt(c.task, 10, 64)
		require.NoError(t, err)
		ids = append(ids, id)
	}
	byTask, err := database.NotificationsByTask(t.Context(), ids)
	require.NoError(t, err)
	reasons := map[change]bool{}
	for task, notifications := range byTask {
		for _, n := range notifications {
			switch n.State {
			case store.NotificationUnreachable, store.NotificationFailed, store.NotificationUnknown:
				reasons[change{strconv.FormatInt(task, 10), n.Payload.To}] = true
			}
		}
	}
	return reasons
}

// receivedBy is what the customer was told, in the order of the chat, and how many messages were not whole.
func receivedBy(user *emulator.User) (received []change, garbled int) {
	for _, message := range user.Chat() {
		change, whole, ok := told(user, message)
		if !ok {
			continue
		}
		if !whole {
			garbled++
		}
		received = append(received, change)
	}
	return received, garbled
}

// outOfOrder counts messages that tell something older than the one before them.
func outOfOrder(committed []committedChange, received []change) int {
	count, last := 0, -1
	for _, got := range received {
		at := slices.IndexFunc(committed, func(c committedChange) bool { return c.change == got })
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

// takenWithoutAnswer counts messages to the customers that Telegram took while its answer was lost.
func takenWithoutAnswer(telegram *emulator.Server, customers []*emulator.User) int {
	count := 0
	for _, call := range telegram.Calls("sendMessage") {
		if call.Fault == emulator.DropAfter && slices.ContainsFunc(customers, func(u *emulator.User) bool { return u.ID == call.ChatID }) {
			count++
		}
	}
	return count
}
