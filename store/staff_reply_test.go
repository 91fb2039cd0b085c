package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// replied is what becomes of a reply.
func replied(t *testing.T, s *storetest.Store, in store.StaffReply) store.StaffReplyOutcome {
	t.Helper()
	outcome, err := s.ReceiveStaffReply(t.Context(), in)
	require.NoError(t, err)
	return outcome
}

// textsTo are the words, and how many files there are with them, that are sent to customers when the hold is over.
func textsTo(t *testing.T, s *storetest.Store) (texts []string, files int) {
	t.Helper()
	s.Clock.Advance(storeHold)
	for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
		for _, delivery := range deliveries {
			if delivery.Message != nil {
				texts = append(texts, delivery.Message.Part.Text)
				files += len(delivery.Message.Part.Files)
			}
			require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 0))
		}
	}
	return texts, files
}

func TestAnAnswerAboutNoTaskThatIsEditedIntoANoteDoesNotSayTheNote(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), annasChat, 5, nil, &customer.ID))
		in := store.StaffReply{ChatID: annasChat, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, Text: "Хорошо"}
		require.Equal(t, store.StaffReplySent, replied(t, s, in))
		in.Text = ". Этот не платит"
		outcome, err := s.EditStaffReply(t.Context(), in)
		require.NoError(t, err)
		require.Equal(t, store.StaffReplyNoTask, outcome)
		texts, _ := textsTo(t, s)
		require.Equal(t, []string{"Хорошо"}, texts)
	})
}

func TestAnAlbumAboutNoTaskDoesNotSayTheNoteUnderALaterPart(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), annasChat, 5, nil, &customer.ID))
		in := store.StaffReply{ChatID: annasChat, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, MediaGroupID: "g", Files: photo("a")}
		require.Equal(t, store.StaffReplySent, replied(t, s, in))
		in.TelegramMessageID, in.Text, in.Files = 7, ".Не показывать", photo("b")
		require.Equal(t, store.StaffReplyNoTask, replied(t, s, in))
		texts, files := textsTo(t, s)
		require.Equal(t, []string{""}, texts)
		require.Equal(t, 1, files)
	})
}

func TestAFileOfAReplyIsCopiedFromTheChatInWhichItWasSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := linked(t, s, 4242, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), 4242, 5, nil, &customer.ID))
		require.Equal(t, store.StaffReplySent, replied(t, s, store.StaffReply{ChatID: 4242, TelegramMessageID: 6, From: 4242, ReplyTo: 5, Files: photo("a")}))
		_, err := s.ForwardFile(t.Context(), store.Actor{Kind: store.ActorStaff, ID: anna.ID}, 1)
		require.NoError(t, err)
		require.Equal(t, []store.ChatMessage{{ChatID: 4242, MessageID: 6}}, copies(t, s))
	})
}

func TestTheWordsUnderALaterPartOfAnAlbumAreSaidTooAndANoteKeepsAllOfItInTheHouse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		require.NoError(t, s.NotePost(t.Context(), annasChat, 5, &task.ID, &customer.ID))
		in := store.StaffReply{ChatID: annasChat, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, MediaGroupID: "g", Text: "До", Files: photo("a")}
		require.Equal(t, store.StaffReplySent, replied(t, s, in))
		in.TelegramMessageID, in.Text, in.Files = 7, "После", photo("b")
		require.Equal(t, store.StaffReplyAdded, replied(t, s, in))
		texts, files := textsTo(t, s)
		require.Contains(t, texts, "До\nПосле")
		require.Equal(t, 2, files)

		in.TelegramMessageID, in.MediaGroupID, in.Text, in.Files = 8, "h", "Вид сзади", photo("c")
		require.Equal(t, store.StaffReplySent, replied(t, s, in))
		in.TelegramMessageID, in.Text, in.Files = 9, ".скол был раньше", photo("d")
		require.Equal(t, store.StaffReplyAdded, replied(t, s, in))
		texts, files = textsTo(t, s)
		require.Empty(t, texts)
		require.Zero(t, files)
	})
}

func TestAnAnswerThatCannotBeDeliveredIsToldOfOnceHoweverOftenItGrows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), annasChat, 5, nil, &customer.ID))
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Когда?"})
		require.NoError(t, s.SetUnreachable(t.Context(), *customer.TelegramID, s.Clock.Now()))
		webhook := s.NewWebhook(t, store.WebhookMessageFailed)
		in := store.StaffReply{ChatID: annasChat, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, MediaGroupID: "g", Files: photo("a")}
		require.Equal(t, store.StaffReplyUnreachable, replied(t, s, in))
		in.TelegramMessageID, in.Files = 7, photo("b")
		require.Equal(t, store.StaffReplyAdded, replied(t, s, in))
		require.Len(t, eventsOf(t, s, webhook), 1)
	})
}

func TestAnAnswerInAGroupThatIsNotTheStaffsAnyMoreStaysThere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const group = -100_500
		linked(t, s, annasChat, store.NotifyNothing)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), group, 5, nil, &customer.ID))
		in := store.StaffReply{ChatID: group, TelegramMessageID: 6, From: annasChat, ReplyTo: 5, Text: "Готово"}
		require.Equal(t, store.StaffReplyNoGroup, replied(t, s, in))
		texts, _ := textsTo(t, s)
		require.Empty(t, texts)
	})
}
