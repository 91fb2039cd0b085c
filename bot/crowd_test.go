package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

const (
	holdUp = 30 * time.Second // the longest that a chat may have to wait for another
	tick   = 10 * time.Millisecond
)

func TestAChatThatCannotBeAnsweredHoldsUpNobodyHoweverMuchItWrites(t *testing.T) {
	t.Parallel()
	s := open(t)
	flood := s.person(emulator.Profile{FirstName: "Болтун", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: flood.ID, Kind: emulator.TooManyRequests, RetryAfter: 3600})
	for n := range 150 { // more than one batch of getUpdates
		flood.Says(fmt.Sprint("сообщение ", n))
	}
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	// Longer than a script waits by itself, because the chat is given some seconds to recover.
	require.Eventually(t, func() bool { return len(fromBot(olga)) > 0 }, holdUp, tick)
	require.Less(t, len(s.telegram.Calls("getUpdates")), 100, "and Telegram is not asked without a pause")
	require.Len(t, callsTo(s, flood.ID), 1, "Telegram said when to come again")

	s.stop()
	require.Contains(t, s.log.String(), "An update is lost", "nothing is lost in silence")
	release()
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

func TestAStuckChatIsNotConfirmedWhileItHoldsUpNobody(t *testing.T) {
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
	require.NotZero(t, s.telegram.PendingUpdates(), "it comes again")
	release()
	s.run(t)
	stuck.AnswerContaining(t, business)
}

func TestABacklogOfManyChatsIsAnsweredWholeAndInOrder(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.Postgres(t))
	var people []*emulator.User
	for n := range 130 { // more than one batch
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917300%04d", n)})
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Vouched: true, Language: "ru"})
		require.NoError(t, err)
		user.Says("/help")
		user.Says("заявки")
		people = append(people, user)
	}
	s.run(t)
	require.Eventually(t, func() bool { return s.telegram.PendingUpdates() == 0 }, 3*holdUp, tick)
	for _, user := range people {
		said := fromBot(user)
		require.Len(t, said, 2)
		require.Contains(t, said[0], "/tasks")
		require.Contains(t, said[1], "Заявок пока нет")
	}
	require.Empty(t, s.telegram.LimitViolations())
	require.NotContains(t, strings.ToLower(s.log.String()), "hold up others")
}
