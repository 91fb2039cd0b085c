package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// uploads puts a content and writes it down.
func uploads(t *testing.T, s *storetest.Store, by store.Actor, sha string, size int64) (store.File, error) {
	t.Helper()
	require.NoError(t, s.ExpectContent(t.Context(), sha))
	return s.AddUpload(t.Context(), by, store.NewUpload{
		Content: store.Content{SHA256: sha, MIME: "image/jpeg", Size: size}, Kind: store.FilePhoto, Name: "экран.jpg", Width: 800, Height: 600,
	})
}

func TestAFileThatIsImportedStaysUntilItsImportHasEnded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := s.NewAdmin(t)
		file := s.NewUpload(t, admin, store.FileDocument)
		row, err := s.CheckImport(t.Context(), admin.ID, file.ID, store.ImportChoices{})
		require.NoError(t, err)
		row.State, row.RowCount = store.ImportChecked, 1
		_, err = s.KeepImport(t.Context(), row)
		require.NoError(t, err)
		s.Clock.Advance(24*time.Hour + time.Minute)
		row, err = s.BeginImport(t.Context(), admin.ID, row.ID)
		require.NoError(t, err)
		require.NoError(t, s.Prune(t.Context()))
		kept, err := s.KeepImport(t.Context(), row)
		require.NoError(t, err)
		require.True(t, kept, "it goes on")
		row.State = store.ImportDone
		_, err = s.KeepImport(t.Context(), row)
		require.NoError(t, err)
		require.NoError(t, s.Prune(t.Context()))
		_, err = s.DataImport(t.Context(), row.ID)
		requireError(t, err, store.NotFound, "")
		_, err = s.File(t.Context(), file.ID)
		requireError(t, err, store.NotFound, "")

		// One whose process has died goes too.
		file = s.NewUpload(t, admin, store.FileDocument)
		row, err = s.CheckImport(t.Context(), admin.ID, file.ID, store.ImportChoices{})
		require.NoError(t, err)
		s.Clock.Advance(25 * time.Hour)
		require.NoError(t, s.Prune(t.Context()))
		_, err = s.DataImport(t.Context(), row.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func TestAnUploadIsItsUploadersUntilItIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, igor := s.NewStaff(t), s.NewStaff(t)
		admin := s.NewAdmin(t).ID
		token, _, err := s.CreateAPIToken(t.Context(), store.NewAPIToken{Name: "website", Scopes: []store.Scope{store.ScopeWrite}, CreatedBy: &admin})
		require.NoError(t, err)
		program := store.Actor{Kind: store.ActorToken, ID: token.ID}
		task := s.NewTask(t, s.NewRegistered(t))
		for i, by := range []store.Actor{{Kind: store.ActorStaff, ID: anna.ID}, program} {
			file, err := uploads(t, s, by, fmt.Sprint("content ", i), 1000)
			require.NoError(t, err)
			require.Equal(t, store.FilePhoto, file.Kind)
			foreign := store.Actor{Kind: store.ActorStaff, ID: igor.ID}
			_, err = s.SendMessage(t.Context(), foreign, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{file.ID}})
			requireError(t, err, store.Invalid, "fileIds")
			requireError(t, s.DeleteUpload(t.Context(), foreign, file.ID), store.NotFound, "")
			_, err = s.SendMessage(t.Context(), by, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{file.ID}})
			require.NoError(t, err)
			requireError(t, s.DeleteUpload(t.Context(), by, file.ID), store.NotFound, "")
		}
	})
}

func TestWhatIsNotSentGoesAfterADayOrWhenItsUploaderSaysSo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		by := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		first, err := uploads(t, s, by, "aa", 1000)
		require.NoError(t, err)
		second, err := uploads(t, s, by, "bb", 1000)
		require.NoError(t, err)
		sent, err := uploads(t, s, by, "cc", 1000)
		require.NoError(t, err)
		task := s.NewTask(t, s.NewRegistered(t))
		_, err = s.SendMessage(t.Context(), by, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{sent.ID}})
		require.NoError(t, err)
		require.NoError(t, s.DeleteUpload(t.Context(), by, first.ID))
		s.Clock.Advance(24 * time.Hour)
		require.NoError(t, s.PruneUploads(t.Context()))
		require.Equal(t, []string{"aa"}, removed(t, s))
		s.Clock.Advance(time.Second)
		require.NoError(t, s.PruneUploads(t.Context()))
		require.Equal(t, []string{"bb"}, removed(t, s))
		_, err = s.File(t.Context(), second.ID)
		requireError(t, err, store.NotFound, "")
		require.Equal(t, "cc", fileNow(t, s, sent.ID).SHA256)
	})
}

func TestAnAccountHasBoundsForUploads(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		by := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		for i := range store.UnsentUploads {
			_, err := uploads(t, s, by, fmt.Sprint(i), 1000)
			require.NoError(t, err)
		}
		_, err := uploads(t, s, by, "one more", 1000)
		requireError(t, err, store.Conflict, "file")
		require.ErrorContains(t, s.MayUpload(t.Context(), by), "30 files that are not sent yet")
		require.NoError(t, s.MayUpload(t.Context(), store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}), "others have their own")

		s.Exec(t, "DELETE FROM files WHERE id > 1")
		s.Exec(t, "UPDATE files SET size = $1", store.UploadBytesPerHour-1000)
		_, err = uploads(t, s, by, "last", 1000)
		require.NoError(t, err)
		_, err = uploads(t, s, by, "too much", 1)
		requireError(t, err, store.RateLimited, "")
		s.Clock.Advance(time.Hour)
		_, err = uploads(t, s, by, "an hour later", 1000)
		require.NoError(t, err)
	})
}

func TestUploadsThatComeAtOnceAreBoundedTogether(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		by := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		var uploading sync.WaitGroup
		for i := range 2 * store.UnsentUploads {
			sha := fmt.Sprint("at once ", i)
			require.NoError(t, s.ExpectContent(t.Context(), sha))
			uploading.Go(func() {
				_, err := s.AddUpload(t.Context(), by, store.NewUpload{Content: store.Content{SHA256: sha, Size: 1}, Kind: store.FileDocument})
				if err != nil && store.CodeOf(err) != store.Conflict {
					t.Error(err)
				}
			})
		}
		uploading.Wait()
		require.Equal(t, store.UnsentUploads, counted(t, s, "files"))
	})
}

func TestAnUploadWhoseContentIsGoneIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		by := store.Actor{Kind: store.ActorStaff, ID: s.NewStaff(t).ID}
		_, err := s.AddUpload(t.Context(), by, store.NewUpload{Content: store.Content{SHA256: "aa", Size: 1}, Kind: store.FileDocument})
		requireError(t, err, store.Conflict, "file")
	})
}

func TestWhatStrangersSentGoesWithItsContent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		writes(t, s, 4242, store.IncomingMessage{Files: photo("a")})
		keep(t, s, claimFile(t, s), "aa")
		s.Clock.Advance(store.KeepStrangers + time.Hour)
		require.NoError(t, s.PruneConversation(t.Context()))
		require.Equal(t, []string{"aa"}, removed(t, s))
		require.Zero(t, counted(t, s, "messages")+counted(t, s, "files"))
	})
}
