package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// removed are the contents that no row names.
func removed(t *testing.T, s *storetest.Store) (contents []string) {
	t.Helper()
	require.NoError(t, s.RemoveLooseFiles(t.Context(), func(_ context.Context, sha string) error {
		contents = append(contents, sha)
		return nil
	}))
	return contents
}

func TestAContentGoesWhenTheLastRowThatNamesItGoes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		first := writes(t, s, *customer.TelegramID, store.IncomingMessage{Files: photo("a")})
		keep(t, s, claimFile(t, s), "same")
		task := s.NewTask(t, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Files: photo("b"), ReplyTask: task.ID, ReplyTo: 77})
		keep(t, s, claimFile(t, s), "same")
		s.Clock.Advance(15 * time.Minute)
		require.Empty(t, removed(t, s), "both name it")

		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		require.Empty(t, removed(t, s), "one does")
		require.Equal(t, "same", fileNow(t, s, 1).SHA256)
		require.Equal(t, first.Message.ID, *fileNow(t, s, 1).MessageID)
		_, err := s.DeleteCustomer(t.Context(), system, customer.Phone)
		require.NoError(t, err)
		select {
		case <-s.LooseFiles():
		default:
			require.Fail(t, "who removes is not woken")
		}
		require.Equal(t, []string{"same"}, removed(t, s))
		require.Empty(t, removed(t, s), "once")
	})
}

func TestAContentThatIsPutAgainIsLeftAloneUntilARowNamesIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		sentFile(t, s, "a")
		file := claimFile(t, s)
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		s.Clock.Advance(15*time.Minute - time.Second)
		require.Empty(t, removed(t, s))
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		s.Clock.Advance(14 * time.Minute)
		require.Empty(t, removed(t, s), "whoever puts it now has as long")
		require.NoError(t, s.FileKept(t.Context(), file.Claim(), store.Content{SHA256: "aa"}))
		s.Clock.Advance(time.Hour)
		require.Empty(t, removed(t, s))
	})
}

func TestAFileWhoseContentWasNotNamedInTimeIsFetchedAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		sentFile(t, s, "a")
		slow := claimFile(t, s)
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		s.Clock.Advance(15 * time.Minute)
		require.Equal(t, []string{"aa"}, removed(t, s), "as after a crash")
		// The process that had put it could not write that down for so long.
		require.NoError(t, s.FileKept(t.Context(), slow.Claim(), store.Content{SHA256: "aa"}))
		require.Equal(t, store.FileWaiting, fileNow(t, s, slow.ID).State)
		keep(t, s, claimFile(t, s), "aa")
		require.Equal(t, store.FileKept, fileNow(t, s, slow.ID).State)
	})
}

func TestARemovalThatFailsIsTriedAgainAndHoldsUpNoOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		s.Clock.Advance(time.Second)
		require.NoError(t, s.ExpectContent(t.Context(), "bb"))
		s.Clock.Advance(15 * time.Minute)
		stuck := errors.New("it cannot be deleted")
		var asked []string
		err := s.RemoveLooseFiles(t.Context(), func(_ context.Context, sha string) error {
			asked = append(asked, sha)
			if sha == "aa" {
				return stuck
			}
			return nil
		})
		require.ErrorIs(t, err, stuck)
		require.Equal(t, []string{"aa", "bb"}, asked)
		require.Empty(t, removed(t, s))
		s.Clock.Advance(10 * time.Minute)
		require.Equal(t, []string{"aa"}, removed(t, s))
	})
}

func TestWhoPutsAContentWaitsWhileTheSameIsRemoved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		s.Clock.Advance(15 * time.Minute)
		require.NoError(t, s.RemoveLooseFiles(t.Context(), func(ctx context.Context, _ string) error {
			impatient, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
			defer cancel()
			require.ErrorIs(t, s.ExpectContent(impatient, "aa"), context.DeadlineExceeded)
			return nil
		}))
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		require.Empty(t, removed(t, s), "what is put now stays")
		require.Equal(t, []string{"aa"}, forgottenFiles(t, s))
	})
}
