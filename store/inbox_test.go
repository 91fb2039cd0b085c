package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// waiting are the bodies of what waits, chat by chat.
func waiting(t *testing.T, s *storetest.Store) (bodies []string) {
	t.Helper()
	for {
		chats, err := s.WaitingChats(t.Context())
		require.NoError(t, err)
		if len(chats) == 0 {
			return bodies
		}
		updates, err := s.SavedUpdates(t.Context(), []int64{chats[0].ID})
		require.NoError(t, err)
		bodies = append(bodies, string(updates[0].Body))
		require.Equal(t, chats[0].UpdateID, updates[0].UpdateID)
		require.NoError(t, s.FinishUpdates(t.Context(), []int{updates[0].UpdateID}))
	}
}

func update(id int, chat int64, text string) store.Update {
	return store.Update{UpdateID: id, ChatID: chat, Body: []byte(`{"message":{"text":"` + text + `"}}`)}
}

func TestUpdatesAreSavedInTheOrderInWhichTheyCame(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.Empty(t, waiting(t, s))
		// After a quiet week Telegram's ids begin anywhere, also lower.
		first := []store.Update{update(900, 1, `Привет \u0000 'мир' ?`), update(901, 2, "b")}
		require.NoError(t, s.SaveUpdates(t.Context(), first))
		require.NoError(t, s.SaveUpdates(t.Context(), []store.Update{update(901, 2, "again"), update(17, 1, "c")}))
		chats, err := s.WaitingChats(t.Context())
		require.NoError(t, err)
		require.Len(t, chats, 2)
		require.Equal(t, 2, chats[0].Waiting)
		require.Equal(t, 1, chats[1].Waiting)
		require.Equal(t, []string{string(first[0].Body), string(first[1].Body), string(update(17, 1, "c").Body)}, waiting(t, s))
	})
}

func TestAnUpdateThatIsDoneIsNotTakenAgainForAsLongAsTelegramRepeatsIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		repeated := update(5, 1, "a")
		require.NoError(t, s.ReceiveUpdate(t.Context(), repeated))
		require.Len(t, s.Received(), 1, "the leader is told")
		require.NoError(t, s.FinishUpdates(t.Context(), []int{5}))
		s.Clock.Advance(24 * time.Hour)
		require.NoError(t, s.PruneUpdates(t.Context()))
		require.NoError(t, s.ReceiveUpdate(t.Context(), repeated))
		require.Empty(t, waiting(t, s))
		s.Clock.Advance(2 * time.Hour)
		require.NoError(t, s.PruneUpdates(t.Context()))
		require.NoError(t, s.ReceiveUpdate(t.Context(), repeated))
		require.Len(t, waiting(t, s), 1)
	})
}

func TestADeadLetterIsKeptForAMonthAndCanBeReplayedOrDismissed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		saved := update(1, *customer.TelegramID, "saved")
		require.NoError(t, s.SaveUpdates(t.Context(), []store.Update{saved}))
		require.NoError(t, s.PutOffUpdates(t.Context(), []store.Update{{
			UpdateID: 1, ChatID: saved.ChatID, Body: saved.Body, Tries: 2, Reason: store.FaultPanic, Detail: "nil",
		}, update(2, saved.ChatID, "next")}))
		rows, err := s.WaitingChats(t.Context())
		require.NoError(t, err)
		require.Equal(t, 2, rows[0].Waiting)
		for n, letter := range []store.Update{saved, update(3, 42, "not saved"), update(4, 42, "old")} {
			letter.Tries, letter.Reason, letter.Detail = 3, store.FaultPanic, "nil"
			require.NoError(t, s.BuryUpdate(t.Context(), letter))
			s.Clock.Advance(time.Duration(n) * time.Second)
		}
		letters, err := s.DeadLetters(t.Context(), 10)
		require.NoError(t, err)
		require.Len(t, letters, 3)
		require.Nil(t, letters[0].Customer)
		require.Equal(t, customer.ID, letters[2].Customer.ID)
		require.Equal(t, 3, letters[2].Tries)
		require.Equal(t, saved.Body, letters[2].Body)

		require.NoError(t, s.ReplayDeadLetter(t.Context(), letters[2].ID))
		require.NoError(t, s.DismissDeadLetter(t.Context(), letters[1].ID))
		for _, gone := range letters[1:] {
			require.Equal(t, store.NotFound, store.CodeOf(s.ReplayDeadLetter(t.Context(), gone.ID)))
			require.Equal(t, store.NotFound, store.CodeOf(s.DismissDeadLetter(t.Context(), gone.ID)))
		}
		require.Equal(t, []string{string(saved.Body), string(update(2, 0, "next").Body)}, waiting(t, s))
		count, err := s.CountDeadLetters(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, count)
		s.Clock.Advance(store.KeepDeadLetters + time.Second)
		require.NoError(t, s.PruneUpdates(t.Context()))
		letters, err = s.DeadLetters(t.Context(), 10)
		require.NoError(t, err)
		require.Empty(t, letters)
	})
}
