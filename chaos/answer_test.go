//go:build chaos

package chaos

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// staffAnswers are what staff wrote to customers who waited, numbered in the order in which the service took them, and the
// notes beside them.
type staffAnswers struct{ sent, notes int }

// answerer answers whoever waits, until ctx ends: about a task with a note beside it, and what is filed to none.
func (l *load) answerer(ctx context.Context, random *rand.Rand) {
	for ctx.Err() == nil {
		pause(ctx, time.Duration(200+random.IntN(800))*time.Millisecond)
		var waiting struct {
			Tasks struct{ Nodes []struct{ ID string } }
			Inbox struct {
				Nodes []struct{ Customer *struct{ ID string } }
			}
		}
		query := `{ tasks(first: 3, filter: {awaitingReply: true}) { nodes { id } } inbox(first: 3) { nodes { customer { id } } } }`
		if err := l.anyReplica(random).graphQL(ctx, l.token, query, &waiting); err != nil {
			continue
		}
		for _, task := range waiting.Tasks.Nodes {
			l.once(ctx, random, fmt.Sprintf(`mutation { takeTask(id: %s) { task { id } } }`, task.ID))
			if l.once(ctx, random, fmt.Sprintf(`mutation { addNote(taskId: %s, text: "Заметка %d.") { message { id } } }`, task.ID, l.answers.notes+1)) {
				l.answers.notes++
			}
			l.answer(ctx, random, "taskId: "+task.ID)
		}
		for _, message := range waiting.Inbox.Nodes {
			if message.Customer != nil {
				l.answer(ctx, random, "customerId: "+message.Customer.ID)
			}
		}
	}
}

func (l *load) answer(ctx context.Context, random *rand.Rand, to string) {
	if l.once(ctx, random, fmt.Sprintf(`mutation { sendMessage(%s, text: "Ответ %d.") { message { id } } }`, to, l.answers.sent+1)) {
		l.answers.sent++
	}
}

// once has a mutation carried out, and tries until it is known whether that was so. It is false where the service refused.
func (l *load) once(ctx context.Context, random *rand.Rand, mutation string) bool {
	var answer struct{}
	done, _ := l.onceInto(ctx, random, mutation, &answer)
	return done
}

// onceInto is once, and gives the answer. That is lost, though the mutation was carried out, when the service was killed
// right after the commit; then told is false.
func (l *load) onceInto(ctx context.Context, random *rand.Rand, mutation string, answer any) (done, told bool) {
	key := fmt.Sprintf("%016x", random.Uint64())
	for {
		err := l.anyReplica(random).keyed(context.WithoutCancel(ctx), l.token, key, mutation, answer)
		var refused errRefused
		switch {
		case err == nil:
			return true, true
		case errors.As(err, &refused) && strings.Contains(refused.message, "its answer was lost"):
			return true, false
		case errors.As(err, &refused) && !strings.Contains(refused.message, "Send it again"):
			return false, false
		}
		pause(context.WithoutCancel(ctx), 100*time.Millisecond)
	}
}

// answerFigures are what became of what staff wrote.
type answerFigures struct {
	sent, undelivered, repeated, disorder int
	reasoned                              int // of those sent: not delivered, with a reason that staff see
	notes, leaked                         int
}

var answerText = regexp.MustCompile(`Ответ (\d+)\.`)

// delivered compares what staff wrote with what customers got, and looks for notes where none may be.
func (s *scene) delivered(t *testing.T) (f answerFigures) {
	t.Helper()
	l := s.load
	f.sent, f.notes = l.answers.sent, l.answers.notes
	got := map[int]int{}
	for _, user := range slices.Concat(l.talk.talkers, s.asking, l.rushed, s.watching) {
		last := 0
		for _, message := range user.Chat() {
			if strings.Contains(message.Text, "Заметка") {
				f.leaked++
			}
			for _, found := range answersIn(message) {
				got[found]++
				if got[found] > 1 {
					f.repeated++
				} else if found < last {
					f.disorder++
				}
				last = max(last, found)
			}
		}
	}
	for n := 1; n <= f.sent; n++ {
		if got[n] > 0 {
			continue
		}
		var state, reason string
		err := s.rows.QueryRowContext(t.Context(), `SELECT n.state, n.last_error FROM messages AS m JOIN notifications AS n ON n.message_id = m.id
			WHERE m.text = $1`, fmt.Sprintf("Ответ %d.", n)).Scan(&state, &reason)
		if err == nil && state == string(store.NotificationUnknown) && reason != "" {
			f.reasoned++
			continue
		}
		f.undelivered++
		t.Logf("answer %d was not delivered, and is %q because of %q (%v)", n, state, reason, err)
	}
	for _, event := range s.integrator.events {
		if strings.Contains(event.body, "Заметка") {
			f.leaked++
		}
	}
	return f
}

func answersIn(message emulator.Message) (numbers []int) {
	if !message.FromBot {
		return nil
	}
	for _, found := range answerText.FindAllStringSubmatch(message.Text, -1) {
		number, _ := strconv.Atoi(found[1])
		numbers = append(numbers, number)
	}
	return numbers
}
