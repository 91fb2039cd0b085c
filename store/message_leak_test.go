package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// typed is a customer whose phone was only typed in their chat.
func typed(t *testing.T, s *storetest.Store, chat int64) store.Customer {
	t.Helper()
	customer, outcome, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: s.NewPhone()})
	require.NoError(t, err)
	require.Equal(t, store.RegistrationDone, outcome)
	return customer
}

// refusals are the reasons for which what is due must not be sent.
func refusals(t *testing.T, s *storetest.Store) (reasons []string) {
	t.Helper()
	s.Clock.Advance(storeHold)
	for _, delivery := range claim(t, s) {
		if delivery.Message != nil {
			reasons = append(reasons, delivery.Refusal)
		}
	}
	return reasons
}

func TestAMessageDoesNotFollowItsCustomerIntoAChatThatHasProvenNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		proven, stranger := s.NewRegistered(t), typed(t, s, 501)
		task := newToldTask(t, s, proven)
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: "Ваш код 1234"})
		_, err := s.MergeCustomers(t.Context(), system, proven.ID, stranger.ID)
		require.NoError(t, err)
		reasons := refusals(t, s)
		require.Len(t, reasons, 1)
		require.Contains(t, reasons[0], "Telegram has not confirmed")
	})
}

func TestAMessageIsNotSentToAChatThatIsNotProvenAnyMore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: "Ваш код 1234"})
		phone := s.NewPhone()
		_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: &phone})
		require.NoError(t, err)
		require.Len(t, refusals(t, s), 1)
	})
}

func TestAMessageIsNotSentAgainToAChatThatHasProvenNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: "Ваш код 1234"})
		s.Clock.Advance(storeHold)
		failed := claim(t, s)[0].Notification
		require.NoError(t, s.NotificationFailed(t.Context(), failed.Claim(), "Bad Request"))
		s.Exec(t, "UPDATE customers SET phone_verified_at = NULL")
		_, err := s.ResendNotification(t.Context(), failed.ID)
		require.Equal(t, store.Conflict, store.CodeOf(err))
		s.Exec(t, "UPDATE customers SET phone_verified_at = created_at")
		_, err = s.ResendNotification(t.Context(), failed.ID)
		require.NoError(t, err)
		require.Equal(t, []string{""}, refusals(t, s))
	})
}

func TestWhatAChatWroteItselfIsAnsweredThereAndARequestThatAnotherWroteIsNot(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, stranger := s.NewStaff(t), typed(t, s, 501)
		own, others := s.NewTask(t, stranger), s.NewTask(t, stranger)
		s.Exec(t, "UPDATE tasks SET source = 'CUSTOMER'")
		s.NewReceived(t, stranger, &own.ID, "Не включается")
		sent(t, s, anna, store.NewMessage{TaskID: &own.ID, Text: "Посмотрим"})
		_, err := s.SendMessage(t.Context(), actorOf(anna), store.NewMessage{TaskID: &others.ID, Text: "Ваш код 1234"})
		require.Equal(t, store.Conflict, store.CodeOf(err), "it was written in another chat")
	})
}

func TestWhoComesBackGetsWhatStaffWroteMeanwhileInOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *customer.TelegramID, s.Clock.Now()))
		sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Давно"})
		s.Clock.Advance(15 * 24 * time.Hour)
		for n := range 3 {
			sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: fmt.Sprint("Письмо ", n)})
		}
		s.Clock.Advance(time.Hour)
		require.Empty(t, claim(t, s))
		require.NoError(t, s.SetReachable(t.Context(), *customer.TelegramID))
		s.Clock.Advance(storeHold)
		var texts []string
		for claimed := claim(t, s); len(claimed) > 0; claimed = claim(t, s) {
			texts = append(texts, claimed[0].Message.Part.Text)
			require.NoError(t, s.NotificationSent(t.Context(), claimed[0].Notification.Claim(), len(texts)))
		}
		require.Equal(t, []string{"Письмо 0", "Письмо 1", "Письмо 2"}, texts)
	})
}

func TestAPartThatFailsTakesTheRestOfItsMessageAlongUntilItIsSentAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		files := []int64{s.NewUpload(t, anna, store.FilePhoto).ID, s.NewUpload(t, anna, store.FileDocument).ID}
		message := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Вот", FileIDs: files})
		next := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Другое"})
		s.Clock.Advance(storeHold)
		first := claim(t, s)[0].Notification
		require.NoError(t, s.NotificationFailed(t.Context(), first.Claim(), "Bad Request: PHOTO"))
		after := claim(t, s)
		require.Equal(t, next.ID, after[0].Message.Message.ID, "the chat goes on with the next message")
		require.NoError(t, s.NotificationSent(t.Context(), after[0].Notification.Claim(), 9))
		states, err := s.DeliveriesOfMessages(t.Context(), []int64{message.ID})
		require.NoError(t, err)
		require.Equal(t, "Bad Request: PHOTO", states[message.ID].LastError, "the reason is that of the first")

		_, err = s.ResendNotification(t.Context(), first.ID)
		require.NoError(t, err)
		var kinds []store.FileKind
		for claimed := claim(t, s); len(claimed) > 0; claimed = claim(t, s) {
			kinds = append(kinds, claimed[0].Message.Part.Files[0].Kind)
			require.NoError(t, s.NotificationSent(t.Context(), claimed[0].Notification.Claim(), len(kinds)))
		}
		require.Equal(t, []store.FileKind{store.FilePhoto, store.FileDocument}, kinds)
	})
}

func TestAMessageThatHasFewerPartsThanItsRowsIsNotWaitedForForEver(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		message := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Вот", FileIDs: []int64{s.NewUpload(t, anna, store.FilePhoto).ID}})
		s.Exec(t, "DELETE FROM files WHERE message_id = $1", message.ID)
		s.Exec(t, "UPDATE messages SET text = '' WHERE id = $1", message.ID)
		require.Equal(t, []string{"This message has changed since. Write it again."}, func() []string {
			s.Clock.Advance(storeHold)
			return []string{claim(t, s)[0].Refusal}
		}())
	})
}
