package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// deadline is until when the task's last change of status can be undone; zero when it cannot.
func deadline(t *testing.T, s *storetest.Store, task store.Task) time.Time {
	t.Helper()
	deadlines, err := s.UndoDeadlines(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	return deadlines[task.ID]
}

func TestAStatusIsUndoneWithinTheHoldAndNothingIsTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		require.Zero(t, deadline(t, s, task))
		changedAt := s.Clock.Now()
		setStatus(t, s, task, store.StatusReady)
		require.True(t, deadline(t, s, task).Equal(changedAt.Add(storeHold)))

		s.Clock.Advance(storeHold - time.Microsecond)
		undone, err := s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		require.Equal(t, store.StatusAccepted, undone.Status)
		require.Nil(t, undone.ReadyAt, "it never was ready")
		require.Equal(t, task.Version+2, undone.Version)
		require.Equal(t, []string{
			"system created:  > ACCEPTED", "system status: ACCEPTED > READY", "system status: READY > ACCEPTED",
		}, history(t, s, task.ID))
		s.Clock.Advance(time.Hour)
		require.Empty(t, deliverAll(t, s))
	})
}

func TestAnUndoCorrectsTheMessageThatWaits(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusInProgress)
		s.Clock.Advance(time.Second)
		setStatus(t, s, task, store.StatusClosed)
		undone, err := s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		require.Equal(t, store.StatusInProgress, undone.Status)
		require.Nil(t, undone.ClosedAt)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusAccepted, To: store.StatusInProgress}}, deliverAll(t, s))
	})
}

func TestAStatusCannotBeUndoneLaterOrTwice(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		refuses := func() {
			t.Helper()
			require.Zero(t, deadline(t, s, task))
			_, err := s.UndoStatus(t.Context(), system, task.ID)
			requireError(t, err, store.Conflict, "")
		}
		refuses() // nothing changed yet
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		refuses() // the message may be on its way

		setStatus(t, s, task, store.StatusClosed)
		_, err := s.UndoStatus(t.Context(), system, task.ID)
		require.NoError(t, err)
		refuses() // an undo is not undone

		setStatus(t, s, task, store.StatusClosed)
		require.NotZero(t, deadline(t, s, task), "a new change is")

		_, err = s.UndoStatus(t.Context(), system, 99)
		requireError(t, err, store.NotFound, "")
	})
}

func TestOfManyUndosOneWorks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusReady)
		worked := 0
		for _, err := range atOnce(4, func() error {
			_, err := s.UndoStatus(t.Context(), system, task.ID)
			return err
		}) {
			if err == nil {
				worked++
			}
		}
		require.Equal(t, 1, worked)
	})
}

func TestAMessageTakenForSendingIsNotUndone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Len(t, claim(t, s), 1)
		_, err := s.UndoStatus(t.Context(), system, task.ID)
		requireError(t, err, store.Conflict, "")
	})
}

func TestAnUndoGivesBackTheMomentsOfBefore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewCustomer(t))
		for _, status := range []store.Status{store.StatusReady, store.StatusClosed} {
			setStatus(t, s, task, status)
			s.Clock.Advance(24 * time.Hour)
		}
		before, err := s.TasksByID(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		for _, slip := range []store.Status{store.StatusInProgress, store.StatusReady} {
			setStatus(t, s, task, slip)
			undone, err := s.UndoStatus(t.Context(), system, task.ID)
			require.NoError(t, err)
			require.Equal(t, store.StatusClosed, undone.Status)
			require.True(t, undone.ClosedAt.Equal(*before[task.ID].ClosedAt), "it was closed when it was closed")
			require.True(t, undone.ReadyAt.Equal(*before[task.ID].ReadyAt))
			s.Clock.Advance(time.Hour)
		}
	})
}
