package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnAccessCodeIsKeptEncryptedShownOnTheRecordAndWipedWhenTheTaskIsClosed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		task := s.NewTask(t, s.NewCustomer(t))
		_, err := s.ShowAccessCode(t.Context(), anna, task.ID)
		requireError(t, err, store.NotFound, "")
		_, err = s.SetAccessCode(t.Context(), anna, task.ID, " 1234 змейкой ")
		require.NoError(t, err)
		kept := accessCodeAtRest(t, s, task.ID)
		require.NotEmpty(t, kept)
		require.NotContains(t, kept, "1234")
		_, err = s.UpdateTask(t.Context(), anna, task.ID, store.TaskUpdate{Item: &store.ItemUpdate{Maker: ptr("Sony")}})
		require.NoError(t, err)
		require.True(t, itemOf(t, s, task.ID).HasAccessCode(), "it stays when the item is described")
		require.Empty(t, idsOfPage(t, s, store.TaskFilter{Search: "змейкой"}, store.TasksNewestFirst, store.PageRequest{Limit: 5}))

		code, err := s.ShowAccessCode(t.Context(), anna, task.ID)
		require.NoError(t, err)
		require.Equal(t, "1234 змейкой", code)
		require.NoError(t, s.UseAccessCodeSecret([]byte("another secret")))
		_, err = s.ShowAccessCode(t.Context(), anna, task.ID)
		requireError(t, err, store.Conflict, "")
		require.NoError(t, s.UseAccessCodeSecret([]byte("secret")))

		moveTo(t, s, task.ID, store.StatusClosed)
		require.Empty(t, accessCodeAtRest(t, s, task.ID))
		_, err = s.SetAccessCode(t.Context(), anna, task.ID, "1")
		requireError(t, err, store.Conflict, "code")
		require.Equal(t, []string{
			"system created:  > ACCEPTED", "staff access_code_set:  > ", "staff item:  > Sony", "staff access_code_shown:  > ",
			"system status: ACCEPTED > CLOSED", "system access_code_removed:  > ",
		}, history(t, s, task.ID))

		moveTo(t, s, task.ID, store.StatusReady)
		_, err = s.SetAccessCode(t.Context(), anna, task.ID, "1")
		require.NoError(t, err)
		_, err = s.SetAccessCode(t.Context(), anna, task.ID, "")
		require.NoError(t, err)
		_, err = s.ShowAccessCode(t.Context(), anna, task.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func accessCodeAtRest(t *testing.T, s *storetest.Store, taskID int64) string {
	t.Helper()
	kept, err := s.AccessCodeAtRest(t.Context(), taskID)
	require.NoError(t, err)
	return kept
}
