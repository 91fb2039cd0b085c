package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// counted is how many rows a condition chooses.
func counted(t *testing.T, s *storetest.Store, from string) (count int) {
	t.Helper()
	require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM "+from).Scan(&count))
	return count
}

func TestMessagesMoveWithTheirCustomerWhenCardsAreMerged(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from, into := s.NewRegistered(t), s.NewCustomer(t)
		s.NewTask(t, from)
		writes(t, s, *from.TelegramID, store.IncomingMessage{Text: "К заявке", Files: photo("a")})
		s.NewTask(t, from)
		writes(t, s, *from.TelegramID, store.IncomingMessage{Text: "Ни к какой"})
		merged, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.Equal(t, into.ID, merged.ID)
		require.Equal(t, 2, counted(t, s, "messages WHERE customer_id = author_id"))
		require.Equal(t, 1, counted(t, s, "files"))
		place, talks, err := s.ChatPlace(t.Context(), merged)
		require.NoError(t, err)
		require.True(t, talks)
		require.Nil(t, place.Filed)
	})
}

func TestWhatWasWrittenUnderAPhoneThatWasOnlyTypedGoesAlongToTheProvenOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const chat = 4242
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: s.NewPhone(), Name: "Ольга"})
		require.NoError(t, err)
		writes(t, s, chat, store.IncomingMessage{Text: "Не включается"})
		card := s.NewCustomer(t)
		customer, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: card.Phone, Verified: true, Name: "Ольга"})
		require.NoError(t, err)
		require.Equal(t, card.ID, customer.ID)
		place, talks, err := s.ChatPlace(t.Context(), customer)
		require.NoError(t, err)
		require.True(t, talks)
		require.Nil(t, place.Filed)
		require.Equal(t, 1, counted(t, s, "messages WHERE customer_id IS NOT NULL AND author_id = customer_id"))
	})
}

func TestMessagesAndFilesGoWithTheirTaskAndWithTheirCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "К заявке", Files: photo("a")})
		s.Exec(t, "UPDATE files SET sha256 = 'abc', state = 'KEPT'")
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		require.Zero(t, counted(t, s, "messages")+counted(t, s, "files"))
		require.Equal(t, 1, counted(t, s, "loose_files WHERE sha256 = 'abc'"))

		draftOf(t, s, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Новая"})
		_, err := s.DeleteCustomer(t.Context(), system, customer.Phone)
		require.NoError(t, err)
		require.Zero(t, counted(t, s, "messages")+counted(t, s, "drafts"))
	})
}
