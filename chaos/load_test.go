//go:build chaos

package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// load is what staff and customers do while things break.
type load struct {
	telegram *emulator.Server
	replicas []*replica
	token    string

	resting atomic.Bool // staff, because a long outage keeps what they change from being told
	calm    *calm
	settled chan struct{} // closed when nothing that was promised remains to be done

	mu        sync.Mutex
	succeeded map[int64][]change // by the customer's chat: mutations answered with success
	asked     int                // messages that customers wrote
	answered  map[int64]int      // of them those that were, by chat
	silent    []string           // those that got no answer
	slowest   time.Duration      // the longest wait for an answer, outages aside
	rushed    []*emulator.User   // customers who wrote once, in a rush

	talk     talk
	answers  staffAnswers
	bargains bargains
}

func newLoad(telegram *emulator.Server) *load {
	return &load{
		telegram: telegram, calm: &calm{since: time.Now()}, settled: make(chan struct{}),
		succeeded: map[int64][]change{}, answered: map[int64]int{},
	}
}

// calm is a clock that stands still during outages.
type calm struct {
	mu     sync.Mutex
	passed time.Duration
	since  time.Time // zero during an outage
}

func (c *calm) now() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.since.IsZero() {
		return c.passed
	}
	return c.passed + time.Since(c.since)
}

// during carries out an outage.
func (c *calm) during(outage func()) {
	c.mu.Lock()
	c.passed, c.since = c.passed+time.Since(c.since), time.Time{}
	c.mu.Unlock()
	outage()
	c.mu.Lock()
	c.since = time.Now()
	c.mu.Unlock()
}

// change is a status that the service said it had set.
type change struct {
	task   string
	status store.Status
}

func (l *load) anyReplica(random *rand.Rand) *replica {
	return l.replicas[random.IntN(len(l.replicas))]
}

// staff takes in tasks for one customer and brings each of them to its end, until ctx ends. What
// may or may not have been done is done again: setting a status twice changes nothing.
func (l *load) staff(ctx context.Context, random *rand.Rand, customer *emulator.User) {
	for ctx.Err() == nil {
		var created struct {
			CreateTask struct{ Task struct{ ID string } }
		}
		query := fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: %q, category: REPAIR, description: %q}) { task { id } } }`, customer.Phone, descriptionFor(customer))
		if err := l.anyReplica(random).graphQL(ctx, l.token, query, &created); err != nil {
			pause(ctx, 100*time.Millisecond)
			continue
		}
		task := created.CreateTask.Task.ID
		l.success(customer, change{task, store.StatusAccepted})
		for _, status := range store.Statuses()[1:] {
			// Telegram takes one message a second in a chat; faster changes would only pile up.
			pause(ctx, time.Duration(1000+random.IntN(3000))*time.Millisecond)
			for l.resting.Load() && ctx.Err() == nil {
				pause(ctx, 100*time.Millisecond)
			}
			l.setStatus(ctx, random, customer, task, status)
		}
	}
}

func (l *load) setStatus(ctx context.Context, random *rand.Rand, customer *emulator.User, task string, status store.Status) {
	query := fmt.Sprintf(`mutation { updateTask(taskData: {id: %s, status: %s}) { task { status } } }`, task, status)
	for ctx.Err() == nil {
		var updated struct{}
		if err := l.anyReplica(random).graphQL(ctx, l.token, query, &updated); err == nil {
			l.success(customer, change{task, status})
			return
		}
		pause(ctx, 100*time.Millisecond)
	}
}

func (l *load) success(customer *emulator.User, c change) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.succeeded[customer.ID] = append(l.succeeded[customer.ID], c)
}

// answerLimit is how long a customer waits for an answer, outages aside: it covers the pauses between tries, which
// an outage leaves long, and kills; two hundred on a machine with eight times more work than processors took 65 seconds.
const answerLimit = 2 * time.Minute

// customer registers and then asks again and again, each time waiting for the answer to just that: three
// questions take turns whose answers differ, so that an answer that comes twice answers nothing else.
func (l *load) customer(ctx context.Context, random *rand.Rand, user *emulator.User) {
	ask := func(what, answer string, write func()) {
		asked, began, before := time.Now(), l.calm.now(), lastMessage(user)
		write()
		came := l.waitFor(func() bool { return saidSince(user, before, answer) })
		l.mu.Lock()
		defer l.mu.Unlock()
		l.asked++
		if !came {
			l.silent = append(l.silent, fmt.Sprintf("%s at %s: %s", user.FirstName, asked.Format(time.StampMilli), what))
			return
		}
		l.answered[user.ID]++
		l.slowest = max(l.slowest, l.calm.now()-began)
	}
	ask("/start", "Здравствуйте", func() { user.Says("/start") })
	ask("contact", "Теперь сообщения будут приходить сюда", user.SharesContact)
	for n := 1; ctx.Err() == nil; n++ {
		text, answer := fmt.Sprintf("question %d", n), "Заявок пока нет"
		switch n % 3 {
		case 1:
			text, answer = "/help", "/tasks покажет"
		case 2:
			text, answer = "/language", "На каком языке"
		}
		ask(fmt.Sprintf("%d: %s", n, text), answer, func() { user.Says(text) })
		pause(ctx, time.Duration(random.IntN(1500))*time.Millisecond)
	}
}

// waitFor waits until an answer is there. It is false when it is not there though nothing remains to be done.
func (l *load) waitFor(answer func() bool) bool {
	for !answer() {
		select {
		case <-l.settled:
			return answer()
		case <-time.After(20 * time.Millisecond): // between two looks at the chat
		}
	}
	return true
}

// inARush is how many messages each customer writes at once in a rush.
const inARush = 2

// rush is more customers than Telegram hands out messages of at once, who all write. Their messages are
// written down, and so a kill finds some there.
func (l *load) rush() {
	const customers = 120
	for range customers {
		user := l.telegram.NewUser(emulator.Profile{FirstName: fmt.Sprintf("rusher %d", len(l.rushed)), Language: "ru"})
		l.rushed = append(l.rushed, user)
		user.Says("/start")
		user.Says("/help")
	}
}

// answers are the words by which the answers to what customers write are known.
var answers = []string{"Здравствуйте", "Теперь сообщения будут приходить сюда", "Заявок пока нет", "/tasks покажет", "На каком языке"}

// answered counts the bot's answers in a chat, after a message.
func answered(user *emulator.User, after int) (count int) {
	for _, message := range user.Chat() {
		isAnswer := slices.ContainsFunc(answers, func(words string) bool { return strings.Contains(message.Text, words) })
		if message.FromBot && message.ID > after && isAnswer {
			count++
		}
	}
	return count
}

// answeredInHand counts those of a customer's last messages, sent at once, that are answered though so many of them are
// still in hand.
func answeredInHand(user *emulator.User, atOnce, inHand int) int {
	first, left := 0, atOnce
	for _, message := range slices.Backward(user.Chat()) {
		if !message.FromBot && left > 0 {
			first, left = message.ID, left-1
		}
	}
	different := 0
	for _, words := range answers {
		if saidSince(user, first, words) {
			different++
		}
	}
	return min(inHand, max(0, different-(atOnce-inHand)))
}

// answersInARush tells whether both messages of a customer were answered, and the first one first.
func answersInARush(user *emulator.User) (answered, inOrder bool) {
	start, help := -1, -1
	for n, message := range user.Chat() {
		switch {
		case !message.FromBot:
		case start < 0 && strings.Contains(message.Text, "Здравствуйте"):
			start = n
		case help < 0 && strings.Contains(message.Text, "/tasks"):
			help = n
		}
	}
	return start >= 0 && help >= 0, start < help
}

// lastMessage is the id of the newest message in a chat.
func lastMessage(user *emulator.User) int {
	last := 0
	for _, message := range user.Chat() {
		last = max(last, message.ID)
	}
	return last
}

// saidSince tells whether the bot has said something with these words after a message.
func saidSince(user *emulator.User, after int, words string) bool {
	return slices.ContainsFunc(user.Chat(), func(m emulator.Message) bool {
		return m.FromBot && m.ID > after && strings.Contains(m.Text, words)
	})
}

// descriptionFor is of every task of the customer, and of nobody else's.
func descriptionFor(customer *emulator.User) string {
	return "Разбит экран, " + customer.FirstName
}

// statusWords tell a customer of each status of a task, in the bot's Russian texts, for a shop that has settled nothing.
var statusWords = map[store.Status]string{
	store.StatusAccepted: "Заявка принята: № %s.", store.StatusInProgress: "Взяли в работу: № %s.",
	store.StatusReady: "Готово, можно забирать: № %s.", store.StatusClosed: "Заявка закрыта: № %s. Спасибо, что выбрали нас.",
}

var taskNumber = regexp.MustCompile(`№ (\d+)`)

// told reads a notification. ok is false for any other message, whole for one that is not, to the letter, what
// it has to be.
func told(customer *emulator.User, message emulator.Message) (c change, whole, ok bool) {
	news, description, _ := strings.Cut(message.Text, "\n\n")
	found := taskNumber.FindStringSubmatch(news)
	if !message.FromBot || found == nil {
		return change{}, false, false
	}
	for status, words := range statusWords {
		if begins, _, _ := strings.Cut(words, "%s"); strings.HasPrefix(news, begins) {
			return change{found[1], status}, news == fmt.Sprintf(words, found[1]) && description == descriptionFor(customer), true
		}
	}
	return change{}, false, false
}
