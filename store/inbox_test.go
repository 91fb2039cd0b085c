package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestUpdatesAreKeptInTheOrderInWhichTheyCameUntilTheyAreProcessed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		body := func(text string) []byte { return []byte(`{"message":{"text":"` + text + `"}}`) }
		kept := func() (ids []int, bodies []string) {
			updates, err := s.KeptUpdates(t.Context())
			require.NoError(t, err)
			for _, update := range updates {
				ids, bodies = append(ids, update.UpdateID), append(bodies, string(update.Body))
			}
			return ids, bodies
		}
		ids, _ := kept()
		require.Empty(t, ids)

		// After a quiet week Telegram's ids begin anywhere, also lower.
		require.NoError(t, s.KeepUpdates(t.Context(), []store.Update{{UpdateID: 900, Body: body(`Привет \u0000 'мир' ?`)}, {UpdateID: 901, Body: body("b")}}))
		require.NoError(t, s.KeepUpdates(t.Context(), []store.Update{{UpdateID: 901, Body: body("again")}, {UpdateID: 17, Body: body("c")}}))
		ids, bodies := kept()
		require.Equal(t, []int{900, 901, 17}, ids)
		require.Equal(t, []string{string(body(`Привет \u0000 'мир' ?`)), string(body("b")), string(body("c"))}, bodies)

		require.NoError(t, s.ForgetUpdates(t.Context(), []int{900, 17, 5}))
		ids, _ = kept()
		require.Equal(t, []int{901}, ids)
	})
}
