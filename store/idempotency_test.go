package store_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

const requestLease = 20 * time.Second

func begin(t *testing.T, s *storetest.Store, owner, key, hash string) store.KeyedRequest {
	t.Helper()
	request, err := s.BeginKeyedRequest(t.Context(), owner, key, hash, requestLease)
	require.NoError(t, err)
	return request
}

func beginFails(t *testing.T, s *storetest.Store, code store.Code, message, key, hash string) {
	t.Helper()
	_, err := s.BeginKeyedRequest(t.Context(), "staff:1", key, hash, requestLease)
	require.EqualError(t, err, message)
	require.Equal(t, code, store.CodeOf(err))
}

const (
	stillRunning = "This request is still being carried out. Send it again in a moment."
	answerLost   = "This request was carried out, but its answer was lost. Read the data to see the result."
)

// createUnder makes a task as part of a keyed request.
func createUnder(t *testing.T, s *storetest.Store, request store.KeyedRequest) error {
	t.Helper()
	_, err := s.CreateTask(store.WithKeyedRequest(t.Context(), request.ID), store.Actor{Kind: store.ActorSystem},
		store.NewTask{CustomerPhone: "+79170000001"})
	return err
}

func countTasks(t *testing.T, s *storetest.Store) int {
	t.Helper()
	tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
	require.NoError(t, err)
	return len(tasks)
}

func TestAFinishedRequestIsAnsweredFromMemory(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		request := begin(t, s, "staff:1", "key", "hash")
		require.Nil(t, request.Response)
		require.NoError(t, createUnder(t, s, request))
		response := `{"data": "Привет"}`
		require.NoError(t, s.FinishKeyedRequest(t.Context(), request.ID, &response))
		require.Equal(t, &response, begin(t, s, "staff:1", "key", "hash").Response)
		require.Nil(t, begin(t, s, "staff:2", "key", "other").Response, "owners do not share keys")
		require.Nil(t, begin(t, s, "staff:1", "other", "hash").Response)
	})
}

func TestAKeyStandsForOneRequest(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		begin(t, s, "staff:1", "key", "hash")
		beginFails(t, s, store.Invalid, `The Idempotency-Key "key" came with another request before. Use a new key for each request.`, "key", "other")
	})
}

func TestARequestThatRunsIsNotBegunAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		request := begin(t, s, "staff:1", "key", "hash")
		beginFails(t, s, store.Conflict, stillRunning, "key", "hash")
		require.NoError(t, createUnder(t, s, request))
		beginFails(t, s, store.Conflict, stillRunning, "key", "hash")
	})
}

func TestARequestThatDiedBeforeItsChangeIsCarriedOutAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		dead := begin(t, s, "staff:1", "key", "hash")
		s.Clock.Advance(requestLease)
		again := begin(t, s, "staff:1", "key", "hash")
		require.Nil(t, again.Response)
		require.NotEqual(t, dead.ID, again.ID)

		require.EqualError(t, createUnder(t, s, dead), "The request took too long and was given up. Send it again.")
		require.Zero(t, countTasks(t, s), "what was taken for dead changes nothing any more")
		require.NoError(t, createUnder(t, s, again))
		require.Equal(t, 1, countTasks(t, s))
	})
}

func TestARequestThatDiedAfterItsChangeIsNotCarriedOutAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		require.NoError(t, createUnder(t, s, begin(t, s, "staff:1", "key", "hash")))
		s.Clock.Advance(requestLease)
		beginFails(t, s, store.Conflict, answerLost, "key", "hash")
	})
}

func TestARequestWithoutAResponseIsNotCarriedOutAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		request := begin(t, s, "staff:1", "key", "hash")
		require.NoError(t, s.FinishKeyedRequest(t.Context(), request.ID, nil))
		beginFails(t, s, store.Conflict, answerLost, "key", "hash")
	})
}

func TestAFailureThatChangedNothingReleasesTheKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		request := begin(t, s, "staff:1", "key", "hash")
		released, err := s.ReleaseKeyedRequest(t.Context(), request.ID)
		require.NoError(t, err)
		require.True(t, released)
		require.EqualError(t, createUnder(t, s, request), "The request took too long and was given up. Send it again.")

		request = begin(t, s, "staff:1", "key", "other")
		require.NoError(t, createUnder(t, s, request))
		released, err = s.ReleaseKeyedRequest(t.Context(), request.ID)
		require.NoError(t, err)
		require.False(t, released, "it changed something")
	})
}

func TestAChangeThatFailsIsNotApplied(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		request := begin(t, s, "staff:1", "key", "hash")
		err := s.DeleteTask(store.WithKeyedRequest(t.Context(), request.ID), store.Actor{Kind: store.ActorSystem}, 404)
		require.Equal(t, store.NotFound, store.CodeOf(err))
		released, err := s.ReleaseKeyedRequest(t.Context(), request.ID)
		require.NoError(t, err)
		require.True(t, released)
	})
}

func TestKeysAreForgottenAfterADay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		response := "{}"
		require.NoError(t, s.FinishKeyedRequest(t.Context(), begin(t, s, "staff:1", "old", "hash").ID, &response))
		s.Clock.Advance(23 * time.Hour)
		require.NoError(t, s.FinishKeyedRequest(t.Context(), begin(t, s, "staff:1", "young", "hash").ID, &response))
		require.NoError(t, s.PruneKeyedRequests(t.Context()))
		require.NotNil(t, begin(t, s, "staff:1", "old", "hash").Response)
		s.Clock.Advance(time.Hour)
		require.Nil(t, begin(t, s, "staff:1", "old", "other").Response, "also before it is pruned")
		s.Clock.Advance(2 * time.Hour)
		require.NoError(t, s.PruneKeyedRequests(t.Context()))
		require.NotNil(t, begin(t, s, "staff:1", "young", "hash").Response)
	})
}

func TestOfManyAtOnceOneCarriesTheRequestOut(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		var senders sync.WaitGroup
		begun := make(chan store.KeyedRequest, 16)
		for range cap(begun) {
			senders.Go(func() {
				request, err := s.BeginKeyedRequest(context.Background(), "staff:1", "key", "hash", requestLease)
				if err == nil {
					begun <- request
				} else if store.CodeOf(err) != store.Conflict {
					t.Errorf("%v", err)
				}
			})
		}
		senders.Wait()
		require.Len(t, begun, 1)
	})
}
