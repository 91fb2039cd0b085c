package export_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/export"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMessagesAreATableAsTheyWereWritten(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff, customer := s.NewStaff(t), s.NewRegistered(t)
		s.Exec(t, "UPDATE staff SET name = 'Анна'")
		s.Exec(t, "UPDATE customers SET name = 'Ольга', phone = '+7 916 204-18-37'")
		task := s.NewTask(t, customer)
		anna := store.Actor{Kind: store.ActorStaff, ID: staff.ID}
		at := s.Clock.Now().In(s.Location()).Format("02.01.2006 15:04")
		s.NewReceived(t, customer, nil, "=1+1; \"когда\"?")
		photo := s.NewUpload(t, staff, store.FilePhoto)
		s.Exec(t, "UPDATE files SET name = '' WHERE id = $1", photo.ID)
		document := s.NewUpload(t, staff, store.FileDocument)
		_, err := s.SendMessage(t.Context(), anna, store.NewMessage{TaskID: &task.ID, Text: "Завтра", FileIDs: []int64{photo.ID, document.ID}})
		require.NoError(t, err)
		_, err = s.AddNote(t.Context(), anna, store.NewMessage{TaskID: &task.ID, Text: "Ждём деталь"})
		require.NoError(t, err)

		wanted := export.Request{Kind: export.Messages, Format: export.CSV, Language: "ru"}
		require.Equal(t, "messages-2026-03-02.csv", wanted.FileName(s.Clock.Now()))
		want := [][]string{
			{"Номер", "Когда", "Клиент", "Телефон", "Заявка", "Сообщение", "Автор", "Текст", "Файлы"},
			{"1", at, "Ольга", "'+7 916 204-18-37", "", "от клиента", "Клиент", "'=1+1; \"когда\"?", ""},
			{"2", at, "Ольга", "'+7 916 204-18-37", "1", "клиенту", "Анна", "Завтра", "фото, file"},
			{"3", at, "Ольга", "'+7 916 204-18-37", "1", "заметка", "Анна", "Ждём деталь", ""},
		}
		require.Equal(t, want, readCSV(t, write(t, s, wanted), ';'))
		wanted.Messages = store.MessageFilter{TaskID: &task.ID, WithoutNotes: true, Created: store.Interval{From: s.Clock.Now(), To: s.Clock.Now().Add(time.Hour)}}
		require.Equal(t, [][]string{want[0], want[2]}, readCSV(t, write(t, s, wanted), ';'))
		wanted.Messages.Created = store.Interval{To: s.Clock.Now()}
		require.Len(t, readCSV(t, write(t, s, wanted), ';'), 1)
		rows := readXLSX(t, write(t, s, export.Request{Kind: export.Messages, Format: export.XLSX, Language: "en"}))
		require.Equal(t, []string{"Number", "When", "Customer", "Phone", "Task", "Message", "Author", "Text", "Files"}, rows[0])
		require.Equal(t, "to customer", rows[2][5])
		require.Equal(t, "photo, file", rows[2][8])
	})
}
