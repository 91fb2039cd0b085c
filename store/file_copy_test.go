package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAFileIsCopiedToTheChatOfWhoAsksOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		anna := s.NewStaff(t)
		by := store.Actor{Kind: store.ActorStaff, ID: anna.ID}
		writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 77, Files: photo("a")})
		_, err := s.ForwardFile(t.Context(), by, 1)
		requireError(t, err, store.Conflict, "")
		require.ErrorContains(t, err, "Link your Telegram account")

		s.Exec(t, "UPDATE staff SET telegram_id = 4242 WHERE id = $1", anna.ID)
		for range 2 {
			_, err := s.ForwardFile(t.Context(), by, 1)
			require.NoError(t, err)
		}
		_, err = s.ForwardFile(t.Context(), by, 99)
		requireError(t, err, store.NotFound, "id")
		upload := s.NewUpload(t, anna, store.FilePhoto)
		_, err = s.ForwardFile(t.Context(), by, upload.ID)
		requireError(t, err, store.Conflict, "id")

		require.Equal(t, []store.ChatMessage{{ChatID: *customer.TelegramID, MessageID: 77}}, copies(t, s))

		_, err = s.ForwardFile(t.Context(), by, 1)
		require.NoError(t, err)
		_, err = s.DeleteCustomer(t.Context(), system, customer.Phone)
		require.NoError(t, err)
		require.Equal(t, []store.ChatMessage{{}}, copies(t, s), "of what was deleted since there is none")
	})
}

// copies claims all that is to be copied, and has it sent.
func copies(t *testing.T, s *storetest.Store) (originals []store.ChatMessage) {
	t.Helper()
	deliveries, err := s.ClaimNotifications(t.Context(), 100, fetchLease)
	require.NoError(t, err)
	for _, delivery := range deliveries {
		if delivery.Notification.Kind != store.NotificationFileCopy {
			continue
		}
		require.EqualValues(t, 4242, delivery.Notification.ChatID)
		require.Equal(t, delivery.CopyOf == store.ChatMessage{}, delivery.Refusal != "")
		originals = append(originals, delivery.CopyOf)
		require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
	}
	return originals
}
