package notify

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/locale"
	"zayavka/store"
)

func TestNewsAtNightComeWithoutASound(t *testing.T) {
	t.Parallel()
	for _, night := range []bool{true, false} {
		post := (&Sender{}).renderPost(locale.For("ru"), store.Delivery{
			Notification: store.Notification{ChatID: 71, Kind: store.NotificationNews, Payload: store.NotificationPayload{News: store.NewsMessage}},
			News:         &store.News{Customer: &store.Customer{ID: 7, Name: "Ольга", PhoneKey: "79170009900"}, Silent: night},
		})
		require.Equal(t, night, post.Silent)
	}
}
