package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// writes has the chat write something, in a message of its own.
func writes(t *testing.T, s *storetest.Store, chat int64, in store.IncomingMessage) store.Reception {
	t.Helper()
	in.ChatID = chat
	if in.TelegramMessageID == 0 {
		in.TelegramMessageID = s.Clock.Now().UnixNano()
		s.Clock.Advance(time.Second)
	}
	receptions, err := s.ReceiveMessages(t.Context(), []store.IncomingMessage{in})
	require.NoError(t, err)
	require.Len(t, receptions, 1)
	return receptions[0]
}

func photo(id string) []store.File {
	return []store.File{{Kind: store.FilePhoto, TelegramFileID: id, TelegramUniqueID: "u" + id, Size: 1000}}
}

func TestAMessageGoesToTheOnlyOpenTaskAndItsCustomerWaitsForAnAnswerSinceThen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		first := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "  Когда будет готово?  "})
		require.Equal(t, store.ReceptionKept, first.Outcome)
		require.Equal(t, "Когда будет готово?", first.Message.Text)
		require.Equal(t, task.ID, *first.Message.TaskID)
		require.Equal(t, task.ID, first.Place.Filed.ID)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "И сколько?"})
		now, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.True(t, first.Message.CreatedAt.Equal(*now.AwaitingReplySince), "the oldest that waits")
		require.Equal(t, task.Version, now.Version, "staff's own changes are not disturbed")
	})
}

func TestAMessageThatCanBeAboutSeveralTasksIsUnfiledUntilItsCustomerSays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		first, second := s.NewTask(t, customer), s.NewTask(t, customer)
		got := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Когда?"})
		require.Nil(t, got.Message.TaskID)
		require.Equal(t, []int64{second.ID, first.ID}, got.Place.Open)

		require.NoError(t, s.FileRecent(t.Context(), customer, 0, first.ID))
		place, ok, err := s.ChatPlace(t.Context(), customer)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, first.ID, place.Filed.ID)
		require.NotNil(t, place.Filed.AwaitingReplySince)
		require.NoError(t, s.FileRecent(t.Context(), customer, first.ID, second.ID))
		moved, err := s.Task(t.Context(), first.ID)
		require.NoError(t, err)
		require.Nil(t, moved.AwaitingReplySince, "nobody waits there any more")

		stranger := s.NewTask(t, s.NewRegistered(t))
		requireError(t, s.FileRecent(t.Context(), customer, second.ID, stranger.ID), store.NotFound, "")
	})
}

func TestAReplyBelongsToTheTaskOfWhatItAnswersAndAClosedOneStaysClosed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		closed := s.NewTask(t, customer)
		own := writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 10, Text: "Не включается"})
		require.Equal(t, closed.ID, *own.Message.TaskID)
		setStatus(t, s, closed, store.StatusClosed)
		s.NewTask(t, customer)

		reply := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Опять сломалось", ReplyTo: 10})
		require.Equal(t, closed.ID, *reply.Message.TaskID)
		require.Equal(t, own.Message.ID, *reply.Message.ReplyToMessageID)
		require.Equal(t, store.StatusClosed, reply.Place.Filed.Status)
		button := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "А это?", ReplyTo: 77, ReplyTask: closed.ID})
		require.Equal(t, closed.ID, *button.Message.TaskID, "the card that it answers has the task's button")
		foreign := s.NewTask(t, s.NewRegistered(t))
		other := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "А это?", ReplyTo: 78, ReplyTask: foreign.ID})
		require.NotEqual(t, foreign.ID, *other.Message.TaskID)
	})
}

func TestAfterAClosedTaskAMessageIsUnfiledAndTheTaskIsOffered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		setStatus(t, s, task, store.StatusClosed)
		got := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Спасибо"})
		require.Nil(t, got.Message.TaskID)
		require.Empty(t, got.Place.Open)
		require.Equal(t, task.ID, got.Place.LastClosed)
	})
}

func TestAnAlbumIsOneMessageHoweverItsPartsComeAndItsAnswerIsOwedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		chat := *customer.TelegramID
		first := writes(t, s, chat, store.IncomingMessage{TelegramMessageID: 1, MediaGroupID: "g", Files: photo("a")})
		for _, id := range []int64{2, 2, 3} { // the second part comes twice
			part := writes(t, s, chat, store.IncomingMessage{
				TelegramMessageID: id, MediaGroupID: "g", Files: photo(fmt.Sprint(id)), Text: map[int64]string{3: "Экран разбит"}[id],
			})
			require.Equal(t, first.Message.ID, part.Message.ID)
		}
		due, next, err := s.DueLists(t.Context())
		require.NoError(t, err)
		require.Empty(t, due)
		s.Clock.Advance(next.Sub(s.Clock.Now()))
		due, _, err = s.DueLists(t.Context())
		require.NoError(t, err)
		require.Len(t, due, 1)
		require.Equal(t, chat, due[0].ChatID)

		task, err := s.SendDraft(t.Context(), customer, draftOf(t, s, customer).ID, fileNames)
		require.NoError(t, err)
		require.Equal(t, "Экран разбит", task.Description)
		var files int
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM files WHERE task_id IS NOT NULL").Scan(&files))
		require.Equal(t, 3, files)
		reply := writes(t, s, chat, store.IncomingMessage{Text: "Вот этот", ReplyTo: 3})
		require.Equal(t, task.ID, *reply.Message.TaskID, "a reply to any part is one to the album")
	})
}

func draftOf(t *testing.T, s *storetest.Store, customer store.Customer) store.Draft {
	t.Helper()
	draft, err := s.StartDraft(t.Context(), customer)
	require.NoError(t, err)
	return draft
}

func fileNames(kind store.FileKind) string { return strings.ToLower(string(kind)) }

func TestAMessageThatComesTwiceIsKeptOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		in := store.IncomingMessage{TelegramMessageID: 5, Text: "Здравствуйте", Files: photo("a")}
		first := writes(t, s, *customer.TelegramID, in)
		again := writes(t, s, *customer.TelegramID, in)
		require.Equal(t, store.ReceptionRepeated, again.Outcome)
		require.Equal(t, first.Message.ID, again.Message.ID)
	})
}

func TestWhatAStrangerWritesIsKeptAndFiledWhenTheyRegister(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		s.Exec(t, "UPDATE customers SET telegram_id = NULL")
		const chat = 4242
		for n := range store.MessagesOfStranger {
			got := writes(t, s, chat, store.IncomingMessage{Text: fmt.Sprint("Вопрос ", n), AuthorName: "Ольга"})
			require.Equal(t, store.ReceptionKept, got.Outcome)
			require.Nil(t, got.Message.CustomerID)
			require.Equal(t, "Ольга", got.Message.AuthorName)
		}
		require.Equal(t, store.ReceptionTooMany, writes(t, s, chat, store.IncomingMessage{Text: "Ещё"}).Outcome)

		registered, outcome, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: customer.Phone, Verified: true})
		require.NoError(t, err)
		require.Equal(t, store.RegistrationDone, outcome)
		place, ok, err := s.ChatPlace(t.Context(), registered)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, task.ID, place.Filed.ID)
		now, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.NotNil(t, now.AwaitingReplySince)
	})
}

func TestWhatStrangersWroteIsForgottenAfterAWeek(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		writes(t, s, 4242, store.IncomingMessage{TelegramMessageID: 1, Text: "Здравствуйте"})
		writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 1, Text: "Здравствуйте"})
		s.Clock.Advance(store.KeepStrangers + time.Hour)
		require.NoError(t, s.PruneConversation(t.Context()))
		require.Equal(t, store.ReceptionKept, writes(t, s, 4242, store.IncomingMessage{TelegramMessageID: 1, Text: "Здравствуйте"}).Outcome)
		require.Equal(t, store.ReceptionRepeated, writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 1}).Outcome)
	})
}

func TestAChatHasBounds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		chat := *customer.TelegramID
		large := []store.File{{Kind: store.FileVideo, Size: store.FileBytesPerDay, TelegramFileID: "v", TelegramUniqueID: "v"}}
		require.False(t, writes(t, s, chat, store.IncomingMessage{Files: large}).FilesRefused)
		refused := writes(t, s, chat, store.IncomingMessage{Text: "Ещё фото", Files: photo("a")})
		require.True(t, refused.FilesRefused)
		require.Equal(t, store.ReceptionKept, refused.Outcome, "the words are kept")
		for n := range store.MessagesPerHour - 2 {
			require.Equal(t, store.ReceptionKept, writes(t, s, chat, store.IncomingMessage{TelegramMessageID: int64(n + 1), Text: "?"}).Outcome)
		}
		require.Equal(t, store.ReceptionTooMany, writes(t, s, chat, store.IncomingMessage{Text: "?"}).Outcome)
		s.Clock.Advance(time.Hour)
		require.Equal(t, store.ReceptionKept, writes(t, s, chat, store.IncomingMessage{Text: "?"}).Outcome)
	})
}

func TestAnEditChangesTheMessageInPlaceAndKeepsWhatItSaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		chat := *customer.TelegramID
		kept := writes(t, s, chat, store.IncomingMessage{TelegramMessageID: 9, Text: "Экран"})
		for _, text := range []string{"Экран разбит", "Экран разбит\x00 вдребезги"} {
			require.NoError(t, s.EditMessage(t.Context(), store.IncomingMessage{ChatID: chat, TelegramMessageID: 9, Text: text}))
		}
		now := writes(t, s, chat, store.IncomingMessage{TelegramMessageID: 9, Text: "Экран"}).Message
		require.Equal(t, kept.Message.ID, now.ID)
		require.Equal(t, "Экран разбит вдребезги", now.Text)
		require.Equal(t, []string{"Экран", "Экран разбит"}, now.PreviousTexts)
		require.NotNil(t, now.EditedAt)
		requireError(t, s.EditMessage(t.Context(), store.IncomingMessage{ChatID: chat, TelegramMessageID: 10, Text: "?"}), store.NotFound, "")
	})
}
