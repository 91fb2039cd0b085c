package store_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// filings are the lines of a task's history that tell of messages, from and to.
func filings(t *testing.T, s *storetest.Store, taskID int64) (told [][2]string) {
	t.Helper()
	histories, err := s.History(t.Context(), []int64{taskID})
	require.NoError(t, err)
	for _, event := range histories[taskID] {
		if event.Kind == store.EventMessageFiled {
			told = append(told, [2]string{event.From, event.To})
		}
	}
	return told
}

func TestAMessageIsFiledWithAllThatBelongsToIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		first, second := s.NewTask(t, customer), s.NewTask(t, customer)
		received := s.NewReceived(t, customer, nil, "Когда?")
		s.Exec(t, `INSERT INTO files (message_id, kind, state, not_before, created_at, updated_at)
			SELECT id, 'PHOTO', 'WAITING', created_at, created_at, created_at FROM messages WHERE id = $1`, received.ID)
		number := func(task store.Task) string { return strconv.FormatInt(task.ID, 10) }
		version := first.Version
		s.Clock.Advance(time.Minute)

		filed, err := s.FileMessage(t.Context(), actorOf(anna), received.ID, &first.ID)
		require.NoError(t, err)
		require.Equal(t, first.ID, *filed.TaskID)
		require.Equal(t, received.CreatedAt.UTC(), *awaiting(t, s, first.ID), "it waits since it was written")
		require.Equal(t, 1, counted(t, s, "files WHERE task_id = "+number(first)))
		require.Equal(t, [][2]string{{"", number(first)}}, filings(t, s, first.ID))
		after, err := s.Task(t.Context(), first.ID)
		require.NoError(t, err)
		require.Equal(t, version, after.Version, "whoever changes the task is in nobody's way")

		_, err = s.FileMessage(t.Context(), actorOf(anna), received.ID, &first.ID)
		require.NoError(t, err)
		require.Len(t, filings(t, s, first.ID), 1, "it is there already")

		_, err = s.FileMessage(t.Context(), actorOf(anna), received.ID, &second.ID)
		require.NoError(t, err)
		require.Nil(t, awaiting(t, s, first.ID))
		require.Equal(t, received.CreatedAt.UTC(), *awaiting(t, s, second.ID))
		moved := [2]string{number(first), number(second)}
		require.Equal(t, [][2]string{{"", number(first)}, moved}, filings(t, s, first.ID))
		require.Equal(t, [][2]string{moved}, filings(t, s, second.ID))

		taken, err := s.FileMessage(t.Context(), actorOf(anna), received.ID, nil)
		require.NoError(t, err)
		require.Nil(t, taken.TaskID)
		require.Nil(t, awaiting(t, s, second.ID))
		require.Equal(t, 1, counted(t, s, "files WHERE task_id IS NULL"))
	})
}

func TestWhatStaffWroteIsFiledWithItsDelivery(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		message := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Экран пришёл"})
		_, err := s.FileMessage(t.Context(), actorOf(anna), message.ID, &task.ID)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		require.Equal(t, task.ID, claim(t, s)[0].Task.ID, "its button opens the task")
		require.Nil(t, awaiting(t, s, task.ID))
	})
}

func TestAMessageIsNotFiledWhereItDoesNotBelong(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer, other := s.NewStaff(t), s.NewRegistered(t), s.NewRegistered(t)
		task, others := s.NewTask(t, customer), s.NewTask(t, other)
		received := s.NewReceived(t, customer, nil, "Когда?")
		note, err := s.AddNote(t.Context(), actorOf(anna), store.NewMessage{TaskID: &task.ID, Text: "Ждём"})
		require.NoError(t, err)
		stranger := s.NewReceived(t, customer, nil, "Кто я?")
		s.Exec(t, "UPDATE messages SET customer_id = NULL WHERE id = $1", stranger.ID)
		draftOf(t, s, other)
		writes(t, s, *other.TelegramID, store.IncomingMessage{Text: "Ещё пишу"})
		nobody := int64(999)
		for name, test := range map[string]struct {
			message int64
			task    *int64
			code    store.Code
			field   string
		}{
			"another customer's task":         {received.ID, &others.ID, store.Conflict, "taskId"},
			"no such task":                    {received.ID, &nobody, store.NotFound, "taskId"},
			"no such message":                 {nobody, &task.ID, store.NotFound, ""},
			"a note":                          {note.ID, nil, store.Conflict, "id"},
			"of who has no card":              {stranger.ID, &task.ID, store.Conflict, "taskId"},
			"a request that is still written": {stranger.ID + 1, &others.ID, store.Conflict, "id"},
		} {
			_, err := s.FileMessage(t.Context(), actorOf(anna), test.message, test.task)
			require.Equal(t, test.code, store.CodeOf(err), "%s: %v", name, err)
			var refused *store.Error
			require.ErrorAs(t, err, &refused)
			require.Equal(t, test.field, refused.Field, name)
		}
		require.Empty(t, filings(t, s, task.ID))
	})
}

func TestATaskIsTakenByWhoeverIsFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewStaff(t), s.NewStaff(t)
		s.Exec(t, "UPDATE staff SET name = 'Анна' WHERE id = $1", anna.ID)
		task := s.NewTask(t, s.NewRegistered(t))
		_, err := s.TakeTask(t.Context(), store.Actor{Kind: store.ActorToken, ID: 1}, task.ID)
		require.Equal(t, store.Forbidden, store.CodeOf(err))
		taken, err := s.TakeTask(t.Context(), actorOf(anna), task.ID)
		require.NoError(t, err)
		require.Equal(t, anna.ID, *taken.EmployeeID)
		require.Equal(t, task.Version+1, taken.Version)
		again, err := s.TakeTask(t.Context(), actorOf(anna), task.ID)
		require.NoError(t, err)
		require.Equal(t, taken.Version, again.Version)
		_, err = s.TakeTask(t.Context(), actorOf(boris), task.ID)
		var refused *store.Error
		require.ErrorAs(t, err, &refused)
		require.Equal(t, store.Conflict, refused.Code)
		require.Equal(t, "Анна has taken this task already.", refused.Message)
		require.Equal(t, anna.ID, *refused.Task.EmployeeID)
		_, err = s.TakeTask(t.Context(), actorOf(boris), 999)
		require.Equal(t, store.NotFound, store.CodeOf(err))
	})
}

func TestWhatNeedsNoReplyDoesNotWait(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, other := s.NewRegistered(t), s.NewRegistered(t)
		task := s.NewTask(t, customer)
		s.NewReceived(t, customer, &task.ID, "Спасибо")
		unfiled, others := s.NewReceived(t, customer, nil, "Хорошо"), s.NewReceived(t, other, nil, "Когда?")
		answered := func(id int64) bool {
			t.Helper()
			message, err := s.Message(t.Context(), id)
			require.NoError(t, err)
			return message.AnsweredAt != nil
		}
		require.NoError(t, s.NoReplyNeeded(t.Context(), &task.ID, nil))
		require.Nil(t, awaiting(t, s, task.ID))
		require.False(t, answered(unfiled.ID))
		require.NoError(t, s.NoReplyNeeded(t.Context(), nil, &customer.ID))
		require.True(t, answered(unfiled.ID))
		require.False(t, answered(others.ID))
		require.Empty(t, claim(t, s), "nobody is told")

		nobody := int64(999)
		require.Equal(t, store.NotFound, store.CodeOf(s.NoReplyNeeded(t.Context(), &nobody, nil)))
		require.Equal(t, store.NotFound, store.CodeOf(s.NoReplyNeeded(t.Context(), nil, &nobody)))
		require.Equal(t, store.Invalid, store.CodeOf(s.NoReplyNeeded(t.Context(), nil, nil)))
		require.Equal(t, store.Invalid, store.CodeOf(s.NoReplyNeeded(t.Context(), &task.ID, &customer.ID)))
	})
}

func TestNothingIsKeptOfAMutedCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		s.NewTask(t, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Слово"})
		webhook := s.NewWebhook(t, store.WebhookCustomerUpdated)
		for _, muted := range []bool{true, true, false} {
			changed, err := s.MuteCustomer(t.Context(), customer.ID, muted)
			require.NoError(t, err)
			require.Equal(t, muted, changed.MutedAt != nil)
			reception := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Слово"})
			require.Equal(t, map[bool]store.ReceptionOutcome{true: store.ReceptionMuted, false: store.ReceptionKept}[muted], reception.Outcome)
		}
		require.Equal(t, 2, counted(t, s, "messages"))
		require.Len(t, eventsOf(t, s, webhook), 2, "what is so already is no change")
		_, err := s.MuteCustomer(t.Context(), 999, true)
		require.Equal(t, store.NotFound, store.CodeOf(err))
	})
}
