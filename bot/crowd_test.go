package bot_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

const (
	holdUp = 30 * time.Second // the longest that a chat may have to wait for another
	tick   = 10 * time.Millisecond
)

func TestAChatThatCannotBeAnsweredHoldsUpNobodyAndLosesNothingHoweverMuchItWrites(t *testing.T) {
	t.Parallel()
	s := open(t, limited)
	flood := s.person(emulator.Profile{FirstName: "Болтун", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: flood.ID, Kind: emulator.TooManyRequests, RetryAfter: 3600})
	const messages = 150 // more than one batch of getUpdates
	for n := range messages {
		flood.Says([]string{"/start", "/help"}[n%2])
	}
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
	require.Eventually(t, func() bool { return len(callsTo(s, flood.ID)) > 0 }, holdUp, tick)
	require.Less(t, len(s.telegram.Calls("getUpdates")), 100, "and Telegram is not asked without a pause")

	s.stop()
	require.Len(t, callsTo(s, flood.ID), 1, "Telegram said when to come again")
	require.Equal(t, messages, s.waiting(t)+s.telegram.PendingUpdates())
	release()
	s.options.MessagesPerSecond = 0
	s.run(t)
	require.Eventually(t, func() bool { return len(fromBot(flood)) == messages }, holdUp, tick)
	for n, text := range fromBot(flood) {
		require.Contains(t, text, []string{"Здравствуйте", "/tasks"}[n%2], n)
	}
	s.stop()
	requireNothingLeft(t, s)
}

// requireNothingLeft is for a bot that was stopped.
func requireNothingLeft(t *testing.T, s *shop) {
	t.Helper()
	require.Zero(t, s.waiting(t))
	require.Zero(t, s.telegram.PendingUpdates())
}

func TestWhatAnotherProcessLeftWrittenDownIsTakenUpBeforeAnythingNewer(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"polling", "webhook"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.Mode, o.PublicURL = mode, "http://127.0.0.1:1" })
			olga := s.person(emulator.Profile{})
			require.NoError(t, s.SaveUpdates(t.Context(), []store.Update{
				{UpdateID: 7, Body: json.RawMessage(`{"update_id": 7, "message": "of a kind that is no message"}`)},
				{UpdateID: 5, ChatID: olga.ID, Body: fmt.Appendf(nil, `{"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "/help",
					"from": {"id": %[1]d, "first_name": "Ольга", "language_code": "ru"}, "chat": {"id": %[1]d, "type": "private"}}}`, olga.ID)},
			}))
			if mode == "polling" {
				olga.Says("/start")
			}
			s.run(t)
			require.Contains(t, olga.Answer(t).Text, "/tasks")
			if mode == "polling" {
				require.Contains(t, olga.Answer(t).Text, business)
			}
			require.Eventually(t, func() bool {
				return s.waiting(t) == 0
			}, holdUp, tick)
			olga.ExpectSilence(t)
		})
	}
}

func TestWhoIsAnsweredWhileAnotherChatIsStuckIsNotAnsweredAgainAfterARestart(t *testing.T) {
	t.Parallel()
	s := open(t)
	silent := s.person(emulator.Profile{FirstName: "Тихий", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: silent.ID, Kind: emulator.TooManyRequests, RetryAfter: 3600})
	silent.Says("/start")
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
	s.telegram.WaitUpdatesConfirmed(t)
	s.stop()
	release()
	s.run(t)
	silent.AnswerContaining(t, business)
	olga.ExpectSilence(t)
}

func TestWhatIsDoneAndWasNotConfirmedIsNotAnsweredAgainAfterACrash(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	response, err := http.PostForm(s.telegram.URL()+"/bot"+s.telegram.Token()+"/getUpdates", nil)
	require.NoError(t, err)
	var got struct {
		Result []struct {
			UpdateID int `json:"update_id"`
		}
	}
	require.NoError(t, json.NewDecoder(response.Body).Decode(&got))
	require.NoError(t, response.Body.Close())
	require.Len(t, got.Result, 1)
	id := got.Result[0].UpdateID
	require.NoError(t, s.SaveUpdates(t.Context(), []store.Update{{UpdateID: id, ChatID: olga.ID, Body: []byte("{}")}}))
	require.NoError(t, s.FinishUpdates(t.Context(), []int{id}))
	olga.Says("/help")
	s.run(t)
	require.Contains(t, olga.Answer(t).Text, "/tasks")
	s.telegram.WaitUpdatesConfirmed(t)
	require.Len(t, fromBot(olga), 1)
}

func TestACrowdThatWritesWhileTheDatabaseIsAwayIsAnsweredWhenItIsBack(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	s := prepare(t, postgres.URL("migrated"))
	s.pause = time.Second
	s.run(t)
	s.waitReady(t)
	require.NoError(t, postgres.Kill())
	people := s.crowd(130, "/help")
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "Updates could not be written down") }, holdUp, tick)
	require.Equal(t, len(people), s.telegram.PendingUpdates())
	require.NoError(t, postgres.Start())
	require.Eventually(t, func() bool { return s.telegram.PendingUpdates() == 0 }, 2*holdUp, tick)
	for _, user := range people {
		user.AnswerContaining(t, "/tasks")
	}
	s.stop()
	requireNothingLeft(t, s)
}

// crowd is people who write all at once.
func (s *shop) crowd(count int, texts ...string) []*emulator.User {
	var people []*emulator.User
	for n := range count {
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917300%04d", n)})
		for _, text := range texts {
			user.Says(text)
		}
		people = append(people, user)
	}
	return people
}

func callsTo(s *shop, chat int64) []emulator.Call {
	var calls []emulator.Call
	for _, call := range s.telegram.Calls("sendMessage") {
		if call.ChatID == chat {
			calls = append(calls, call)
		}
	}
	return calls
}

func TestAStuckChatWaitsAndHoldsUpNobody(t *testing.T) {
	t.Parallel()
	s := open(t)
	stuck := s.person(emulator.Profile{FirstName: "Тихий", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: stuck.ID, Kind: emulator.TooManyRequests, RetryAfter: 3600})
	stuck.Says("/start")
	require.Eventually(t, func() bool { return len(callsTo(s, stuck.ID)) > 0 }, holdUp, tick)
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
	s.stop()
	require.Equal(t, 1, s.waiting(t)+s.telegram.PendingUpdates(), "it is tried again")
	release()
	s.run(t)
	stuck.AnswerContaining(t, business)
}

func TestABacklogOfManyChatsIsAnsweredWholeAndInOrder(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.Postgres(t), limited)
	var people []*emulator.User
	for n := range 105 { // more than one batch
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917300%04d", n)})
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Verified: true, Language: "ru"})
		require.NoError(t, err)
		user.Says("/help")
		if n%5 == 0 {
			user.Says("заявки")
		}
		people = append(people, user)
	}
	s.run(t)
	require.Eventually(t, func() bool {
		if s.telegram.PendingUpdates() > 0 {
			return false
		}
		return s.waiting(t) == 0
	}, 3*holdUp, tick)
	for n, user := range people {
		said := fromBot(user)
		require.Contains(t, said[0], "/tasks")
		if n%5 != 0 {
			require.Len(t, said, 1)
			continue
		}
		require.Len(t, said, 2)
		require.Contains(t, said[1], "Заявок пока нет")
	}
	require.Empty(t, s.telegram.LimitViolations())
	s.stop()
	requireNothingLeft(t, s)
}
