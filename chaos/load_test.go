//go:build chaos

package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// load is what staff and customers do while things break.
type load struct {
	telegram *emulator.Server
	replicas []*replica
	token    string

	mu        sync.Mutex
	succeeded map[int64][]change // by the customer's chat: mutations answered with success
	asked     int                // messages that customers wrote
	silent    []string           // those that got no answer
	rushed    []*emulator.User   // customers who wrote once, in a rush
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
		query := fmt.Sprintf(`mutation { createTask(taskData: {customerPhone: %q, category: REPAIR, description: "chaos"}) { task { id } } }`, customer.Phone)
		if err := l.anyReplica(random).graphQL(ctx, l.token, query, &created); err != nil {
			pause(ctx, 100*time.Millisecond)
			continue
		}
		task := created.CreateTask.Task.ID
		l.success(customer, change{task, store.StatusAccepted})
		for _, status := range store.Statuses()[1:] {
			// Telegram takes one message a second in a chat; faster changes would only pile up.
			pause(ctx, time.Duration(500+random.IntN(2500))*time.Millisecond)
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

// answerLimit is how long a customer waits for an answer; it covers the longest outage that a run
// makes, with Telegram's own waits on top.
const answerLimit = 60 * time.Second

// customer registers and then asks again and again, each time waiting for the answer. The bot has
// nothing else to tell this customer, so whatever it says is an answer.
func (l *load) customer(ctx context.Context, random *rand.Rand, user *emulator.User) {
	ask := func(what string, write func()) {
		before := spoken(user)
		write()
		deadline := time.Now().Add(answerLimit)
		for spoken(user) == before && time.Now().Before(deadline) {
			<-time.After(20 * time.Millisecond) // between two looks at the chat
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		l.asked++
		if spoken(user) == before {
			l.silent = append(l.silent, fmt.Sprintf("%s: %s", user.FirstName, what))
		}
	}
	ask("/start", func() { user.Says("/start") })
	ask("contact", user.SharesContact)
	for n := 1; ctx.Err() == nil; n++ {
		text := fmt.Sprintf("question %d", n)
		ask(text, func() { user.Says(text) })
		pause(ctx, time.Duration(random.IntN(1500))*time.Millisecond)
	}
}

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

// spoken counts what the bot has said in a chat.
func spoken(user *emulator.User) int {
	count := 0
	for _, message := range user.Chat() {
		if message.FromBot {
			count++
		}
	}
	return count
}

// statusWords are the bot's Russian words for each status.
var statusWords = map[store.Status]string{
	store.StatusAccepted: "Принято", store.StatusInProgress: "В работе", store.StatusReady: "Готово", store.StatusClosed: "Закрыто",
}

// told reads the task and the status out of a notification; ok is false for any other message.
func told(message emulator.Message) (c change, ok bool) {
	found := taskNumber.FindStringSubmatch(message.Text)
	if !message.FromBot || found == nil {
		return change{}, false
	}
	last := -1
	for status, word := range statusWords {
		if at := strings.LastIndex(message.Text, word); at > last {
			last, c = at, change{found[1], status}
		}
	}
	return c, last >= 0
}
