package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

const fetchLease = time.Minute

// sentFile is a file that a customer has sent and that is to be fetched.
func sentFile(t *testing.T, s *storetest.Store, id string) store.Message {
	t.Helper()
	customer := s.NewRegistered(t)
	return writes(t, s, *customer.TelegramID, store.IncomingMessage{Files: photo(id)}).Message
}

func claimFile(t *testing.T, s *storetest.Store) store.File {
	t.Helper()
	files, err := s.ClaimFiles(t.Context(), 10, fetchLease)
	require.NoError(t, err)
	require.Len(t, files, 1)
	return files[0]
}

func fileNow(t *testing.T, s *storetest.Store, id int64) store.File {
	t.Helper()
	file, err := s.File(t.Context(), id)
	require.NoError(t, err)
	return file
}

// keep puts a content and records that a claimed file has it.
func keep(t *testing.T, s *storetest.Store, file store.File, sha string) {
	t.Helper()
	require.NoError(t, s.ExpectContent(t.Context(), sha))
	require.NoError(t, s.FileKept(t.Context(), file.Claim(), store.Content{SHA256: sha, MIME: "image/png", Size: 7}))
}

func TestAFileIsFetchedOnceAndItsMessageIsShownAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		message := sentFile(t, s, "a")
		select {
		case <-s.Fetches():
		default:
			require.Fail(t, "who fetches is not woken")
		}
		due, waits, err := s.NextFile(t.Context())
		require.NoError(t, err)
		require.True(t, waits)
		require.False(t, due.After(s.Clock.Now()))

		file := claimFile(t, s)
		require.Equal(t, "a", file.TelegramFileID)
		others, err := s.ClaimFiles(t.Context(), 10, fetchLease)
		require.NoError(t, err)
		require.Empty(t, others, "it is the first one's")

		listen(t, s)
		watcher := watch(t, s)
		keep(t, s, file, "aa")
		kept := fileNow(t, s, file.ID)
		require.Equal(t, store.FileKept, kept.State)
		require.Equal(t, []any{"aa", "image/png", int64(7)}, []any{kept.SHA256, kept.Mime, kept.Size})
		require.Equal(t, store.RowChange{Subject: store.SubjectMessage, Kind: store.Updated, ID: message.ID}, next(t, watcher))
		_, waits, err = s.NextFile(t.Context())
		require.NoError(t, err)
		require.False(t, waits)
	})
}

func TestWhoWasFrozenForLongerThanTheLeaseOfAFileChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		sentFile(t, s, "a")
		frozen := claimFile(t, s)
		s.Clock.Advance(fetchLease)
		kept, err := s.ClaimFiles(t.Context(), 10, fetchLease, frozen.ID)
		require.NoError(t, err)
		require.Empty(t, kept, "what the caller has in hand is not claimed again")
		later := claimFile(t, s)
		keep(t, s, later, "aa")
		for _, end := range []error{
			s.FileGone(t.Context(), frozen.Claim(), "gone"),
			s.RetryFile(t.Context(), frozen.Claim(), s.Clock.Now(), "later"),
			s.FileKept(t.Context(), frozen.Claim(), store.Content{SHA256: "aa"}),
		} {
			require.ErrorIs(t, end, store.ErrClaimLost)
		}
		require.Equal(t, store.FileKept, fileNow(t, s, later.ID).State)
	})
}

func TestWhatALeaderBeforeHadInHandIsDueAtOnceAndWhatFailedIsNot(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		sentFile(t, s, "a")
		require.NoError(t, s.RetryFile(t.Context(), claimFile(t, s).Claim(), s.Clock.Now().Add(time.Minute), "away"))
		sentFile(t, s, "b")
		dead := claimFile(t, s)
		require.NoError(t, s.ReleaseFiles(t.Context()))
		released, err := s.ClaimFiles(t.Context(), 10, fetchLease)
		require.NoError(t, err)
		require.Len(t, released, 1)
		require.Equal(t, dead.ID, released[0].ID)
		require.ErrorIs(t, s.FileGone(t.Context(), dead.Claim(), "gone"), store.ErrClaimLost)
	})
}

func TestAFileThatFailedIsDueAgainAndThatIsSaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		sentFile(t, s, "a")
		status, err := s.FetchStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, status.Waiting)
		file := claimFile(t, s)
		require.NoError(t, s.RetryFile(t.Context(), file.Claim(), s.Clock.Now().Add(time.Minute), "no space\x00 left"))
		require.Equal(t, 1, fileNow(t, s, file.ID).Attempts)
		none, err := s.ClaimFiles(t.Context(), 10, fetchLease)
		require.NoError(t, err)
		require.Empty(t, none)
		s.Clock.Advance(time.Minute)
		status, err = s.FetchStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, "no space left", status.LastError)
		require.GreaterOrEqual(t, status.Age, time.Minute)

		require.NoError(t, s.PostponeFile(t.Context(), claimFile(t, s).Claim(), s.Clock.Now()))
		require.Equal(t, 1, fileNow(t, s, file.ID).Attempts)
		require.NoError(t, s.FileTooLarge(t.Context(), claimFile(t, s).Claim(), 34<<20))
		require.Equal(t, store.FileTooLarge, fileNow(t, s, file.ID).State)
		require.EqualValues(t, 34<<20, fileNow(t, s, file.ID).Size)
		status, err = s.FetchStatus(t.Context())
		require.NoError(t, err)
		require.Equal(t, store.FetchStatus{}, status)
	})
}

func TestAFileOfADeletedMessageIsNotFoundAndItsContentGoes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		message := sentFile(t, s, "a")
		file := claimFile(t, s)
		require.NoError(t, s.ExpectContent(t.Context(), "aa"))
		customer, err := s.Customer(t.Context(), *message.CustomerID)
		require.NoError(t, err)
		_, err = s.DeleteCustomer(t.Context(), system, customer.Phone)
		require.NoError(t, err)
		requireError(t, s.FileKept(t.Context(), file.Claim(), store.Content{SHA256: "aa"}), store.NotFound, "")
		s.Clock.Advance(15 * time.Minute)
		require.Equal(t, []string{"aa"}, removed(t, s))
	})
}
