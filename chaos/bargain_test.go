//go:build chaos

package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// bargainersAtOnce is how many customers are asked about a price at the same time, each about one task. Then another one comes.
const bargainersAtOnce = 8

// bargains are what customers were asked about prices, reminded of and asked to rate, and what they said.
type bargains struct {
	mu   sync.Mutex
	made []*bargain
}

// bargain is one customer with one task, whose price and days nobody else has.
type bargain struct {
	user        *emulator.User
	task, total string
	decided     bool // an answer was given, by whomever
	reminded    bool // the time of the reminder has come
	rated       bool // the time of the question has come, and it was answered
}

func (b *bargains) users() (users []*emulator.User) {
	for _, bargain := range b.made {
		users = append(users, bargain.user)
	}
	return users
}

// bargainer has customers take part in a task's whole way, one after another: asked about its price, which customer and staff
// answer at the same moment, reminded of what is ready, and asked to rate it, which is answered twice at once.
func (s *scene) bargainer(ctx context.Context, random *rand.Rand, n int) {
	l := s.load
	for round := 1; ctx.Err() == nil; round++ {
		user := l.telegram.NewUser(emulator.Profile{
			FirstName: fmt.Sprintf("bargainer %d-%d", n, round), Phone: fmt.Sprintf("+7916%03d%04d", n, round), Language: "ru",
		})
		if !l.registers(user) {
			return
		}
		b := &bargain{user: user, total: fmt.Sprintf("%d\u00a0₽", 100+random.IntN(900))}
		l.bargains.mu.Lock()
		l.bargains.made = append(l.bargains.made, b)
		l.bargains.mu.Unlock()
		if !l.agrees(random, b) || !s.isReminded(random, b) || !s.rates(random, b) {
			return
		}
	}
}

// agrees asks the customer about a price, and has customer and staff answer at once. It is false when the run has ended before.
func (l *load) agrees(random *rand.Rand, b *bargain) bool {
	ctx := context.Background()
	var created struct {
		CreateTask struct{ Task struct{ ID string } }
	}
	l.insistInto(random, fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: %q, category: REPAIR}) { task { id } } }`, b.user.Phone), &created)
	b.task = created.CreateTask.Task.ID
	var saved struct {
		SaveEstimate struct {
			Estimate struct {
				ID      string
				Version int
			}
		}
	}
	price := strings.TrimSuffix(b.total, "\u00a0₽")
	l.insistInto(random, fmt.Sprintf(`mutation { saveEstimate(taskId: %s, lines: [{text: "Экран", price: %s00}]) { estimate { id version } } }`,
		b.task, price), &saved)
	estimate := saved.SaveEstimate.Estimate
	named := fmt.Sprintf("id: %s, version: %d", estimate.ID, estimate.Version)
	l.insist(random, fmt.Sprintf(`mutation { sendEstimate(%s) { estimate { id } } }`, named))
	if !l.waitFor(func() bool { return saidSince(b.user, 0, "Согласуйте цену: "+b.total) }) {
		return false
	}
	var answers sync.WaitGroup
	for _, label := range []string{"Согласен · " + b.total, "Отказаться"} {
		answers.Go(func() { l.tapIfThere(b.user, label) })
	}
	if random.IntN(3) == 0 {
		staff := rand.New(rand.NewPCG(random.Uint64(), 0))
		answers.Go(func() {
			l.once(ctx, staff, fmt.Sprintf(`mutation { decideEstimate(%s, accepted: true, via: PHONE) { estimate { id } } }`, named))
		})
	}
	answers.Wait()
	b.decided = l.waitFor(func() bool { return len(b.outcomes()) > 0 })
	return b.decided
}

// insist has a mutation carried out that the service refuses only while it cannot write.
func (l *load) insist(random *rand.Rand, mutation string) {
	for !l.once(context.Background(), random, mutation) {
		pause(context.Background(), 100*time.Millisecond)
	}
}

// insistInto is insist until the answer is known, by another mutation of the kind where it was lost.
func (l *load) insistInto(random *rand.Rand, mutation string, answer any) {
	for told := false; !told; pause(context.Background(), 100*time.Millisecond) {
		_, told = l.onceInto(context.Background(), random, mutation, answer)
	}
}

// tapIfThere taps a button that another answer can take away before.
func (l *load) tapIfThere(user *emulator.User, label string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = user.Tap(ctx, label)
}

// isReminded makes the task ready, and lets the days pass after which the customer is reminded of it.
func (s *scene) isReminded(random *rand.Rand, b *bargain) bool {
	l := s.load
	l.insist(random, fmt.Sprintf(`mutation { updateTask(taskData: {id: %s, status: READY}) { task { id } } }`, b.task))
	s.letPass(b.task, "ready_waits")
	b.reminded = true
	return l.waitFor(func() bool { return saidSince(b.user, 0, "Готово и ждёт вас") })
}

// rates closes the task, lets the day pass after which the customer is asked how the work was, and answers twice at once.
func (s *scene) rates(random *rand.Rand, b *bargain) bool {
	l := s.load
	l.insist(random, fmt.Sprintf(`mutation { updateTask(taskData: {id: %s, status: CLOSED}) { task { id } } }`, b.task))
	s.letPass(b.task, "rating")
	if !l.waitFor(func() bool { return saidSince(b.user, 0, "Как вам наша работа?") }) {
		return false
	}
	var answers sync.WaitGroup
	for _, label := range []string{"5", "4"} {
		answers.Go(func() { l.tapIfThere(b.user, label) })
	}
	answers.Wait()
	b.rated = true
	return l.waitFor(func() bool { return saidSince(b.user, 0, "Спасибо за оценку") })
}

// letPass makes a reminder due, as the days do. The database may be away, or not be written to, for a while.
func (s *scene) letPass(task, kind string) {
	for {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		_, err := s.rows.ExecContext(ctx, "UPDATE reminders SET due_at = $1 WHERE task_id = "+task+" AND kind = $2", s.sqlTime(time.Now()), kind)
		cancel()
		if err == nil {
			return
		}
		pause(context.Background(), 100*time.Millisecond)
	}
}

// sqlTime is a time as the database keeps it.
func (s *scene) sqlTime(at time.Time) any {
	if s.postgres != nil {
		return at
	}
	return at.UTC().Format("2006-01-02 15:04:05.999999-07:00")
}

// remindAroundTheClock has what comes by itself come at night as well.
func remindAroundTheClock(t *testing.T, database *store.Store) {
	t.Helper()
	require.NoError(t, database.MigrateUp(t.Context()))
	owner, err := database.CreateStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	_, err = database.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: owner.ID}, store.ShopUpdate{Waking: &store.Hours{To: 24 * 60}})
	require.NoError(t, err)
}

// outcomes are what the chat's messages about the price say became of it.
func (b *bargain) outcomes() (said []string) {
	for _, message := range b.user.Chat() {
		for words, state := range map[string]string{
			"Вы согласились: " + b.total: "ACCEPTED TELEGRAM", "Записали ваше согласие: " + b.total: "ACCEPTED PHONE", "Вы отказались.": "DECLINED TELEGRAM",
		} {
			if message.FromBot && strings.Contains(message.Text, words) {
				said = append(said, state)
			}
		}
	}
	return said
}

// isUnknown tells whether a message about a task came to nothing three times, which staff are told.
func (s *scene) isUnknown(t *testing.T, task string) bool {
	t.Helper()
	var count int
	err := s.rows.QueryRowContext(t.Context(), "SELECT count(*) FROM notifications WHERE state = 'unknown' AND last_error <> '' AND task_id = "+task).Scan(&count)
	require.NoError(t, err)
	return count > 0
}

// bargainFigures are what became of prices, reminders and ratings.
type bargainFigures struct {
	asked, untrue      int // estimates; of them with another outcome in the chat than in the database, or in an event other than once
	due, lost, twice   int // reminders, and questions for a rating, whose time came; of them not told; messages beyond one for each
	rated, ratingsLost int // questions that were answered; of them not kept, or told in events other than once
}

// bargained compares what customers were told of prices, reminders and ratings with what the database has.
func (s *scene) bargained(t *testing.T) (f bargainFigures) {
	t.Helper()
	t.Helper()
	events := s.integrator.tasksOf("estimate.accepted", "estimate.declined", "task.rated")
	for _, b := range s.load.bargains.made {
		said := b.outcomes()
		if b.decided {
			f.asked++
			var state, via string
			err := s.rows.QueryRowContext(t.Context(), "SELECT state, via FROM estimates WHERE task_id = "+b.task).Scan(&state, &via)
			require.NoError(t, err)
			event := map[string]string{"ACCEPTED": "estimate.accepted", "DECLINED": "estimate.declined"}[state]
			decided := events["estimate.accepted "+b.task] + events["estimate.declined "+b.task]
			if len(said) == 0 || said[0] != state+" "+via || decided != 1 || events[event+" "+b.task] != 1 {
				f.untrue++
				t.Logf("the estimate of task %s is %s by %s, the chat says %q, events: %d", b.task, state, via, said, decided)
			}
			f.twice += max(len(said)-1, 0)
		}
		times := map[bool]int{true: 1}
		for words, due := range map[string]int{"Готово и ждёт вас": times[b.reminded], "Как вам наша работа?|Спасибо за оценку": times[b.rated]} {
			told := 0
			for _, message := range b.user.Chat() {
				one, other, _ := strings.Cut(words, "|")
				if message.FromBot && (strings.Contains(message.Text, one) || other != "" && strings.Contains(message.Text, other)) {
					told++
				}
			}
			f.due += due
			if told < due && !s.isUnknown(t, b.task) {
				f.lost++
				t.Logf("the customer of task %s was not told %q; the outbox has %s", b.task, words, s.outboxOf(t, b.task))
			}
			f.twice += max(told-1, 0)
		}
		if b.rated {
			f.rated++
			var kept int
			require.NoError(t, s.rows.QueryRowContext(t.Context(), "SELECT count(*) FROM ratings WHERE rating IS NOT NULL AND task_id = "+b.task).Scan(&kept))
			if kept != 1 || events["task.rated "+b.task] != 1 {
				f.ratingsLost++
				t.Logf("task %s has %d ratings, and %d events of it", b.task, kept, events["task.rated "+b.task])
			}
		}
	}
	return f
}
