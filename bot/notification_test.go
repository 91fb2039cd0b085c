package bot_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestANewTaskAndAChangeOfStatusAreToldWithAButtonForTheCard(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	task := s.task(t, customer)
	require.Equal(t, "Заявка принята: № 1.\n\nНе включается", olga.AnswerContaining(t, "принята").Text)
	s.setStatus(t, task, store.StatusReady)
	told := olga.AnswerContaining(t, "Готово, можно забирать: № 1.")
	olga.Taps(t, "Заявка № 1")
	card := olga.AnswerContaining(t, "История")
	require.NotEqual(t, told.ID, card.ID, "the notification stays")
	require.Eventually(t, func() bool {
		for _, notification := range s.notifications(t, task) {
			if notification.State != store.NotificationSent || notification.TelegramMessageID == 0 {
				return false
			}
		}
		return true
	}, holdUp, tick)
}

func TestAPromiseIsToldWithTheNewTaskAndWhenItIsMoved(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	day, hour := time.Date(2026, 3, 5, 0, 0, 0, 0, s.Location()), time.Date(2026, 3, 5, 18, 0, 0, 0, s.Location())
	task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, PromisedAt: &day})
	require.NoError(t, err)
	olga.AnswerContaining(t, "Заявка принята: № 1 — к 5 марта")
	require.Eventually(t, func() bool { return s.notifications(t, task)[0].State == store.NotificationSent }, holdUp, tick)
	for _, test := range []struct {
		promised time.Time
		told     string
	}{
		{hour, "Новый срок: 5 марта 2026, 18:00\n\n№ 1 · Прочее"}, {time.Time{}, "Срок пока уточняется"}, {day, "Срок: 5 марта 2026\n\n№ 1"},
	} {
		_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{PromisedAt: &test.promised})
		require.NoError(t, err)
		olga.AnswerContaining(t, test.told)
	}
}

func TestAStageIsToldInItsOwnWords(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "anna@example.com", Password: "correct horse", Role: store.RoleAdmin})
	require.NoError(t, err)
	actor := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
	status, told := store.StatusInProgress, true
	stageName, text := "Ждём запчасть", "Заказали <деталь>, напишем, когда придёт."
	stage, err := s.CreateStage(t.Context(), actor, store.StageUpdate{Status: &status, NameRu: &stageName, TextRu: &text, Told: &told})
	require.NoError(t, err)
	task := s.quietTask(t, customer)
	_, err = s.UpdateTask(t.Context(), actor, task.ID, store.TaskUpdate{Status: &status, StageID: &stage.ID})
	require.NoError(t, err)
	require.Equal(t, text+"\n\n№ 1.\n\nНе включается", olga.AnswerContaining(t, text).Text)
}

func TestAMessageThatFailsInPassingIsSentAgainInOrder(t *testing.T) {
	t.Parallel()
	for _, kind := range []emulator.FaultKind{
		emulator.ServerError, emulator.NotJSON, emulator.BadGateway, emulator.DropBefore, emulator.DropAfter, emulator.TooManyRequests,
	} {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t), limited)
			olga, customer := s.registered(t, 0)
			s.run(t)
			s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: kind, Times: 2, RetryAfter: 1})
			first, second := s.task(t, customer), s.task(t, customer)
			olga.AnswerContaining(t, fmt.Sprintf("Заявка принята: № %d", first.ID))
			olga.AnswerContaining(t, fmt.Sprintf("Заявка принята: № %d", second.ID))
			require.Eventually(t, func() bool {
				return s.notifications(t, first)[0].State == store.NotificationSent && s.notifications(t, second)[0].State == store.NotificationSent
			}, 10*time.Second, 5*time.Millisecond)
			attempts := s.notifications(t, first)[0].Attempts
			if kind == emulator.TooManyRequests {
				require.Zero(t, attempts, "a 429 is no attempt")
			} else {
				require.Equal(t, 2, attempts)
			}
			require.Empty(t, s.telegram.LimitViolations())
		})
	}
}

func TestALongWaitThatTelegramAsksForIsKeptInTheDatabase(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.TooManyRequests, Times: 1, RetryAfter: 3600})
	task := s.task(t, customer)
	require.Eventually(t, func() bool { return s.notifications(t, task)[0].LastError != "" }, 10*time.Second, 5*time.Millisecond)
	notification := s.notifications(t, task)[0]
	require.Equal(t, store.NotificationQueued, notification.State)
	require.WithinDuration(t, time.Now().Add(time.Hour), notification.NotBefore, time.Minute)
	require.Contains(t, notification.LastError, "retry after 3600")
	s.stop()
	s.run(t) // another process obeys it too
	s.waitReady(t)
	require.Empty(t, fromBot(olga))
}

func TestWhoBlockedTheBotIsShownAsUnreachable(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	olga.Blocks()
	s.run(t)
	s.telegram.WaitUpdatesConfirmed(t)
	require.NoError(t, s.SetReachable(t.Context(), olga.ID)) // as though nobody had told
	task := s.task(t, customer)
	require.Eventually(t, func() bool { return s.notifications(t, task)[0].State == store.NotificationUnreachable }, 10*time.Second, 5*time.Millisecond)
	require.Contains(t, s.notifications(t, task)[0].LastError, "bot was blocked by the user")
	read, err := s.Customer(t.Context(), customer.ID)
	require.NoError(t, err)
	require.NotNil(t, read.UnreachableAt)

	olga.Unblocks()
	s.telegram.WaitUpdatesConfirmed(t)
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, "Готово")
}

func TestAMessageThatTelegramRefusesFailsWithItsReason(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.BadRequest, Description: "can't parse entities: …", Times: 1})
	task := s.task(t, customer)
	require.Eventually(t, func() bool { return s.notifications(t, task)[0].State == store.NotificationFailed }, 10*time.Second, 5*time.Millisecond)
	require.Contains(t, s.notifications(t, task)[0].LastError, "can't parse entities")
	_, err := s.ResendNotification(t.Context(), s.notifications(t, task)[0].ID)
	require.NoError(t, err)
	olga.AnswerContaining(t, "Заявка принята")
}

func TestTelegramsLimitsAreKept(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), limited)
	var people []*emulator.User
	for n := range 45 {
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917100%04d", n)})
		customer, _, err := s.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Verified: true})
		require.NoError(t, err)
		s.task(t, customer)
		if n < 3 {
			s.task(t, customer)
		}
		people = append(people, user)
	}
	s.run(t)
	people[0].Says("и ответы тоже")
	for _, user := range people {
		user.AnswerContaining(t, "Заявка принята")
	}
	for _, user := range people[:3] {
		user.AnswerContaining(t, "Заявка принята")
	}
	require.Empty(t, s.telegram.LimitViolations())
}

func TestSendsUnderWayAreRecordedAtAStop(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), limited)
	var tasks []store.Task
	for n := range 20 {
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917200%04d", n)})
		customer, _, err := s.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Verified: true})
		require.NoError(t, err)
		tasks = append(tasks, s.task(t, customer))
	}
	s.run(t)
	require.Eventually(t, func() bool { return len(s.telegram.Calls("sendMessage")) > 3 }, 10*time.Second, time.Millisecond)
	s.stop()
	sent := len(s.telegram.Calls("sendMessage"))
	recorded := 0
	for _, task := range tasks {
		switch state := s.notifications(t, task)[0].State; state {
		case store.NotificationSent:
			recorded++
		case store.NotificationQueued: // given back
		default:
			t.Errorf("a message was left %s", state)
		}
	}
	require.Equal(t, sent, recorded)
	s.run(t)
	require.Eventually(t, func() bool {
		status, err := s.OutboxStatus(context.Background())
		return err == nil && status.Pending == 0
	}, 10*time.Second, 5*time.Millisecond)
	require.Len(t, s.telegram.Calls("sendMessage"), len(tasks), "each once")
}
