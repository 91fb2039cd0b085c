package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestARequestIsWhatWasWrittenLatelyAndAllThatComesUntilItIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		chat := *customer.TelegramID
		writes(t, s, chat, store.IncomingMessage{Text: "Давно"})
		s.Clock.Advance(time.Hour)
		writes(t, s, chat, store.IncomingMessage{Text: "Стиральная машина"})
		draft := draftOf(t, s, customer)
		require.Equal(t, 1, draft.Texts)
		got := writes(t, s, chat, store.IncomingMessage{Text: "не сливает", Files: photo("a")})
		require.Nil(t, got.Message.TaskID)
		require.Equal(t, draft.ID, got.Place.Draft.ID)
		require.Equal(t, 2, got.Place.Draft.Texts, "itself included")
		require.Equal(t, 1, got.Place.Draft.Files)
		again := draftOf(t, s, customer)
		require.Equal(t, draft.ID, again.ID, "there is one at a time")
		require.Equal(t, 2, again.Texts)
		require.Equal(t, 1, again.Files)
		_, err := s.SetDraftCategory(t.Context(), customer, store.CategoryRepair)
		require.NoError(t, err)

		task, err := s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		require.NoError(t, err)
		require.Equal(t, "Стиральная машина\nне сливает", task.Description)
		require.Equal(t, store.CategoryRepair, task.Category)
		require.Equal(t, store.SourceCustomer, task.Source)
		require.Equal(t, store.StatusAccepted, task.Status)
		require.Nil(t, task.EmployeeID)
		require.NotNil(t, task.AwaitingReplySince)
		twice, err := s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		require.NoError(t, err)
		require.Equal(t, task.ID, twice.ID, "a second tap makes no second task")
		var filed int
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM messages WHERE task_id IS NOT NULL").Scan(&filed))
		require.Equal(t, 2, filed)
	})
}

func TestARequestWithoutWordsIsCalledAfterWhatWasSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		draft := draftOf(t, s, customer)
		_, err := s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		requireError(t, err, store.Invalid, "")
		voice := []store.File{{Kind: store.FileVoice, TelegramFileID: "v", TelegramUniqueID: "v"}}
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Files: photo("a")})
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Files: voice})
		task, err := s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		require.NoError(t, err)
		require.Equal(t, "photo, voice", task.Description)
	})
}

func TestARequestIsSentByItselfAfterAQuarterOfAnHourAndItsCustomerIsTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, silent := s.NewRegistered(t), s.NewRegistered(t)
		draftOf(t, s, customer)
		draftOf(t, s, silent)
		s.Clock.Advance(14 * time.Minute)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Не включается"})
		s.Clock.Advance(14 * time.Minute)
		sendDue(t, s)
		s.Clock.Advance(time.Minute)
		require.Empty(t, deliverAll(t, s), "it waits for a quarter of an hour after the last message")
		s.Clock.Advance(time.Minute)
		sendDue(t, s)
		due, err := s.DueDrafts(t.Context())
		require.NoError(t, err)
		require.Empty(t, due)
		s.Clock.Advance(storeHold)
		deliveries, err := s.ClaimNotifications(t.Context(), 10, time.Minute)
		require.NoError(t, err)
		require.Len(t, deliveries, 1, "an empty one is no request")
		require.Equal(t, store.NotificationRequestSent, deliveries[0].Notification.Kind)
		require.Equal(t, "Не включается", deliveries[0].Task.Description)
	})
}

// sendDue sends the requests that are due, as the bot does.
func sendDue(t *testing.T, s *storetest.Store) {
	t.Helper()
	due, err := s.DueDrafts(t.Context())
	require.NoError(t, err)
	for _, customer := range due {
		require.NoError(t, s.SendDueDraft(t.Context(), customer, fileNames))
	}
}

func TestOfRequestsThatAreDueTheLongestWaitingGoFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		var chats []int64
		customers := []store.Customer{s.NewRegistered(t), s.NewRegistered(t), s.NewRegistered(t)}
		for _, n := range []int{1, 2, 0} {
			draftOf(t, s, customers[n])
			s.Clock.Advance(time.Minute)
			chats = append(chats, *customers[n].TelegramID)
		}
		s.Clock.Advance(16 * time.Minute)
		due, err := s.DueDrafts(t.Context())
		require.NoError(t, err)
		for n, customer := range due {
			require.Equal(t, chats[n], *customer.TelegramID)
		}
		require.Len(t, due, 3)
	})
}

func TestARequestThatIsNotSentLeavesItsMessagesUnfiled(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		draftOf(t, s, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Не включается"})
		require.NoError(t, s.DropDraft(t.Context(), customer))
		require.NoError(t, s.DropDraft(t.Context(), customer))
		place, ok, err := s.ChatPlace(t.Context(), customer)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, store.Place{}, place)
	})
}

func TestACustomerHasAtMostThreeRequestsThatNobodyHasTaken(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		send := func() (store.Task, error) {
			draft := draftOf(t, s, customer)
			writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Не включается"})
			return s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		}
		var task store.Task
		for range store.UntakenRequests {
			var err error
			task, err = send()
			require.NoError(t, err)
		}
		_, err := send()
		requireError(t, err, store.Conflict, "")
		var unfiled int
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM messages WHERE task_id IS NULL AND draft_id IS NULL").Scan(&unfiled))
		require.Equal(t, 1, unfiled, "what was written is not lost")

		deliverAll(t, s)
		draftOf(t, s, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "И утюг"})
		s.Clock.Advance(16 * time.Minute)
		sendDue(t, s)
		told := claim(t, s)
		require.Len(t, told, 1, "one that goes by itself is not dropped without a word")
		require.Equal(t, store.NotificationRequestsWait, told[0].Notification.Kind)
		require.Equal(t, *customer.TelegramID, told[0].Notification.ChatID)
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM messages WHERE task_id IS NULL AND draft_id IS NULL").Scan(&unfiled))
		require.Equal(t, 2, unfiled)
		anna := s.NewStaff(t)
		_, err = s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{EmployeeID: &anna.ID})
		require.NoError(t, err)
		_, err = send()
		require.NoError(t, err)
	})
}
