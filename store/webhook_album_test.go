package store_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// receivedFiles are, of each message.received that is told to a webhook, how many files it names.
func receivedFiles(t *testing.T, s *storetest.Store, webhook store.Webhook) []int {
	t.Helper()
	counts := []int{}
	for _, delivery := range deliveriesOf(t, s, webhook) {
		require.Equal(t, store.WebhookMessageReceived, delivery.Event)
		var told struct{ Data struct{ Files []any } }
		require.NoError(t, json.Unmarshal([]byte(delivery.Payload), &told))
		counts = append(counts, len(told.Data.Files))
	}
	return counts
}

func TestWebhooksHearOfAnAlbumOnceWithAllOfItsFiles(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		webhook := s.NewWebhook(t, store.WebhookMessageReceived)
		part := func(id int64, text string) {
			t.Helper()
			writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: id, MediaGroupID: "g", Text: text, Files: photo(string(rune('a' + id)))})
		}
		claims := func() []store.WebhookDelivery {
			t.Helper()
			claimed, err := s.ClaimWebhookDeliveries(t.Context(), webhook.ID, 10, time.Minute)
			require.NoError(t, err)
			return claimed
		}
		part(1, "")
		part(2, "Экран")
		part(3, "")
		require.Equal(t, []int{3}, receivedFiles(t, s, webhook))
		require.Contains(t, deliveriesOf(t, s, webhook)[0].Payload, `"text":"Экран"`)
		require.Empty(t, claims(), "more may come")
		s.Clock.Advance(2 * time.Second)
		claimed := claims()
		require.Len(t, claimed, 1)

		part(4, "")
		require.ElementsMatch(t, []int{3, 4}, receivedFiles(t, s, webhook), "it was told already, and is told again")
		require.NoError(t, s.WebhookDelivered(t.Context(), claimed[0], 200))
		part(4, "")
		require.Len(t, receivedFiles(t, s, webhook), 2, "what comes twice is told once")

		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Когда?"})
		require.Len(t, claims(), 1, "a message that is no album waits for nothing")
	})
}

func TestWebhooksHearOfAnAlbumOfARequestWhenThatIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		webhook := s.NewWebhook(t, store.WebhookMessageReceived)
		draft := draftOf(t, s, customer)
		for id := range int64(2) {
			writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 1 + id, MediaGroupID: "g", Files: photo(string(rune('a' + id)))})
		}
		require.Empty(t, receivedFiles(t, s, webhook))
		_, err := s.SendDraft(t.Context(), customer, draft.ID, fileNames)
		require.NoError(t, err)
		require.Equal(t, []int{2}, receivedFiles(t, s, webhook))
	})
}
