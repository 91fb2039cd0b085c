package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestATaskIsTakenInWithANoteWhosePicturesShowTheItemBeforeTheWork(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		photo, document := s.NewUpload(t, anna, store.FilePhoto), s.NewUpload(t, anna, store.FileDocument)
		task, err := s.CreateTask(t.Context(), actorOf(anna), store.NewTask{
			CustomerPhone: s.NewPhone(), Description: "Разбит экран", Note: " Просил не звонить до шести ", NoteFileIDs: []int64{photo.ID, document.ID},
		})
		require.NoError(t, err)
		thread, err := s.MessagePage(t.Context(), store.MessageFilter{TaskID: &task.ID}, store.PageRequest{Limit: 10})
		require.NoError(t, err)
		require.Len(t, thread.Rows, 1)
		note := thread.Rows[0]
		require.Equal(t, store.DirectionNote, note.Direction)
		require.Equal(t, "Просил не звонить до шести", note.Text)
		require.Equal(t, actorOf(anna), note.Author())
		files, err := s.FilesOfMessages(t.Context(), []int64{note.ID})
		require.NoError(t, err)
		require.Equal(t, []store.FileLabel{store.LabelBefore, store.LabelNone}, []store.FileLabel{files[note.ID][0].Label, files[note.ID][1].Label})
	})
}

func TestATaskWhoseNoteCannotBeWrittenIsNotMade(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		for field, in := range map[string]store.NewTask{
			"note":        {Note: "\u200b"},
			"noteFileIds": {NoteFileIDs: []int64{99}},
		} {
			in.CustomerPhone = s.NewPhone()
			_, err := s.CreateTask(t.Context(), actorOf(anna), in)
			requireError(t, err, store.Invalid, field)
		}
		customers, err := s.Customers(t.Context())
		require.NoError(t, err)
		require.Empty(t, customers)
	})
}
