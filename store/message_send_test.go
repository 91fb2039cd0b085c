package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func actorOf(staff store.Staff) store.Actor { return store.Actor{Kind: store.ActorStaff, ID: staff.ID} }

// sent writes a message about a task, and fails the test where that is refused.
func sent(t *testing.T, s *storetest.Store, by store.Staff, in store.NewMessage) store.Message {
	t.Helper()
	message, err := s.SendMessage(t.Context(), actorOf(by), in)
	require.NoError(t, err)
	return message
}

func TestAMessageOfStaffIsDeliveredPartByPart(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		photo, document := s.NewUpload(t, anna, store.FilePhoto), s.NewUpload(t, anna, store.FileDocument)
		message := sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: " Готово <b> \n", FileIDs: []int64{document.ID, photo.ID}})
		require.Equal(t, "Готово <b>", message.Text)
		require.Equal(t, store.DirectionOut, message.Direction)
		require.Equal(t, actorOf(anna), message.Author())
		require.Equal(t, *customer.TelegramID, message.ChatID)
		require.Empty(t, claim(t, s), "held back")
		after, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Nil(t, after.EmployeeID, "who writes has not taken it")
		require.Equal(t, task.Version, after.Version)

		s.Clock.Advance(storeHold)
		first := claim(t, s)
		require.Len(t, first, 1, "one part of a chat at a time")
		require.Equal(t, "Готово <b>", first[0].Message.Part.Text)
		require.Equal(t, photo.ID, first[0].Message.Part.Files[0].ID)
		require.Equal(t, photo.SHA256, first[0].Message.Part.Files[0].SHA256)
		require.Equal(t, anna.ID, first[0].Message.Author.ID)
		require.Equal(t, task.ID, first[0].Task.ID)
		require.False(t, first[0].Message.Last)
		require.NoError(t, s.NotificationSent(t.Context(), first[0].Notification.Claim(), 7))
		second := claim(t, s)
		require.Equal(t, document.ID, second[0].Message.Part.Files[0].ID)
		require.Empty(t, second[0].Message.Part.Text)
		require.True(t, second[0].Message.Last)
		require.NoError(t, s.NotificationSent(t.Context(), second[0].Notification.Claim(), 8))
		require.Empty(t, claim(t, s))
	})
}

func TestFilesKeepTheOrderInWhichTheyWereAttached(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		first, second, third := s.NewUpload(t, anna, store.FilePhoto), s.NewUpload(t, anna, store.FilePhoto), s.NewUpload(t, anna, store.FilePhoto)
		want := []int64{third.ID, first.ID, second.ID}
		message := sent(t, s, anna, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{third.ID, first.ID, third.ID, second.ID}})
		fileIDs := func(files []store.File) (ids []int64) {
			for _, file := range files {
				ids = append(ids, file.ID)
			}
			return ids
		}
		byMessage, err := s.FilesOfMessages(t.Context(), []int64{message.ID})
		require.NoError(t, err)
		require.Equal(t, want, fileIDs(byMessage[message.ID]))
		byTask, _, err := s.FilesOfTasks(t.Context(), []int64{task.ID}, false, 10)
		require.NoError(t, err)
		require.Equal(t, want, fileIDs(byTask[task.ID]))
		s.Clock.Advance(storeHold)
		require.Equal(t, want, fileIDs(claim(t, s)[0].Message.Part.Files))
	})
}

func TestAChangeOfStatusDoesNotTouchAMessageThatIsHeldBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		sent(t, s, s.NewStaff(t), store.NewMessage{TaskID: &task.ID, Text: "Готово"})
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(storeHold)
		message := claim(t, s)
		require.Equal(t, "Готово", message[0].Message.Part.Text)
		require.NoError(t, s.NotificationSent(t.Context(), message[0].Notification.Claim(), 7))
		require.Equal(t, store.StatusReady, claim(t, s)[0].Notification.Payload.To)
	})
}

func TestAMessageToACustomerIsAboutNoTask(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		message := sent(t, s, s.NewStaff(t), store.NewMessage{CustomerID: &customer.ID, Text: "Здравствуйте"})
		require.Nil(t, message.TaskID)
		s.Clock.Advance(storeHold)
		delivery := claim(t, s)[0]
		require.Equal(t, "Здравствуйте", delivery.Message.Part.Text)
		require.Equal(t, customer.ID, delivery.Customer.ID)
		require.Zero(t, delivery.Task)
	})
}

func TestWhatCannotBeDeliveredIsKeptAndSaysSo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, blocked, chatless := s.NewStaff(t), s.NewRegistered(t), s.NewCustomer(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *blocked.TelegramID, s.Clock.Now()))
		webhook := s.NewWebhook(t, store.WebhookMessageFailed)
		for _, customer := range []store.Customer{blocked, chatless} {
			message := sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Здравствуйте"})
			states, err := s.DeliveriesOfMessages(t.Context(), []int64{message.ID})
			require.NoError(t, err)
			require.Equal(t, store.NotificationUnreachable, states[message.ID].State)
		}
		s.Clock.Advance(time.Hour)
		require.Empty(t, claim(t, s))
		require.Len(t, eventsOf(t, s, webhook), 2)
	})
}

func TestWhatIsNoMessageIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewStaff(t), s.NewStaff(t)
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		upload, another, used := s.NewUpload(t, anna, store.FilePhoto), s.NewUpload(t, boris, store.FilePhoto), s.NewUpload(t, anna, store.FilePhoto)
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{used.ID}})
		waiting := s.NewUpload(t, anna, store.FilePhoto)
		s.Exec(t, "UPDATE files SET state = 'WAITING' WHERE id = $1", waiting.ID)
		nobody := int64(999)
		orphan := s.NewTask(t, s.NewCustomer(t))
		s.Exec(t, "UPDATE tasks SET customer_id = NULL WHERE id = $1", orphan.ID)
		for name, test := range map[string]struct {
			in    store.NewMessage
			code  store.Code
			field string
		}{
			"to nobody":              {store.NewMessage{Text: "а"}, store.Invalid, "taskId"},
			"to two":                 {store.NewMessage{TaskID: &task.ID, CustomerID: &customer.ID, Text: "а"}, store.Invalid, "taskId"},
			"empty":                  {store.NewMessage{TaskID: &task.ID, Text: " \n"}, store.Invalid, "text"},
			"invisible":              {store.NewMessage{TaskID: &task.ID, Text: "\u200b\u2060"}, store.Invalid, "text"},
			"too long":               {store.NewMessage{TaskID: &task.ID, Text: strings.Repeat("а", store.MaxMessage+1)}, store.Invalid, "text"},
			"another's upload":       {store.NewMessage{TaskID: &task.ID, FileIDs: []int64{upload.ID, another.ID}}, store.Invalid, "fileIds"},
			"an upload that is sent": {store.NewMessage{TaskID: &task.ID, FileIDs: []int64{used.ID}}, store.Invalid, "fileIds"},
			"an upload not kept yet": {store.NewMessage{TaskID: &task.ID, FileIDs: []int64{waiting.ID}}, store.Invalid, "fileIds"},
			"too many files":         {store.NewMessage{TaskID: &task.ID, FileIDs: make([]int64, store.MaxMessageFiles+1)}, store.Invalid, "fileIds"},
			"no such task":           {store.NewMessage{TaskID: &nobody, Text: "а"}, store.NotFound, "taskId"},
			"no such customer":       {store.NewMessage{CustomerID: &nobody, Text: "а"}, store.NotFound, "customerId"},
			"a task of nobody":       {store.NewMessage{TaskID: &orphan.ID, Text: "а"}, store.Conflict, "taskId"},
		} {
			_, err := s.SendMessage(t.Context(), actorOf(anna), test.in)
			require.Equal(t, test.code, store.CodeOf(err), "%s: %v", name, err)
			var refused *store.Error
			require.ErrorAs(t, err, &refused)
			require.Equal(t, test.field, refused.Field, name)
		}
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, FileIDs: []int64{upload.ID, upload.ID}})
		_, err := s.AddNote(t.Context(), actorOf(anna), store.NewMessage{Text: "а"})
		require.Equal(t, store.Invalid, store.CodeOf(err))
	})
}

func TestAChatWhosePhoneWasOnlyTypedIsToldOnlyWhatAnswersIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		customer, _, err := s.Register(t.Context(), store.Registration{TelegramID: 77, Phone: s.NewPhone()})
		require.NoError(t, err)
		staffs, own := s.NewTask(t, customer), s.NewTask(t, customer)
		s.Exec(t, "UPDATE tasks SET source = 'CUSTOMER' WHERE id = $1", own.ID)
		refused := func(in store.NewMessage) {
			t.Helper()
			_, err := s.SendMessage(t.Context(), actorOf(anna), in)
			require.Equal(t, store.Conflict, store.CodeOf(err), err)
		}
		refused(store.NewMessage{TaskID: &staffs.ID, Text: "а"})
		refused(store.NewMessage{CustomerID: &customer.ID, Text: "а"})
		refused(store.NewMessage{TaskID: &own.ID, Text: "а"}) // it was made in another chat
		s.NewReceived(t, customer, &own.ID, "Не включается")
		sent(t, s, anna, store.NewMessage{TaskID: &own.ID, Text: "а"})
		s.NewReceived(t, customer, nil, "Сколько стоит?")
		sent(t, s, anna, store.NewMessage{CustomerID: &customer.ID, Text: "Тысячу"})
		refused(store.NewMessage{TaskID: &staffs.ID, Text: "а"})
	})
}

func TestANoteIsSentToNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := s.NewStaff(t)
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		webhook := s.NewWebhook(t)
		s.NewReceived(t, customer, &task.ID, "Когда?")
		note, err := s.AddNote(t.Context(), actorOf(anna), store.NewMessage{TaskID: &task.ID, Text: "Ждём деталь", FileIDs: []int64{s.NewUpload(t, anna, store.FilePhoto).ID}})
		require.NoError(t, err)
		require.Equal(t, store.DirectionNote, note.Direction)
		require.Zero(t, note.ChatID)
		s.Clock.Advance(time.Hour)
		require.Empty(t, claim(t, s))
		require.Empty(t, eventsOf(t, s, webhook))
		after, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.NotNil(t, after.AwaitingReplySince, "a note answers nobody")
	})
}

func TestAMessageIsTakenBackWhileNothingOfItIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, boris := s.NewStaff(t), s.NewStaff(t)
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		received := s.NewReceived(t, customer, &task.ID, "Когда?")
		s.Clock.Advance(time.Minute)
		upload := s.NewUpload(t, anna, store.FilePhoto)
		message := sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: "Завтра", FileIDs: []int64{upload.ID}})
		require.Nil(t, awaiting(t, s, task.ID))

		_, err := s.DeleteMessage(t.Context(), actorOf(boris), message.ID)
		require.Equal(t, store.Forbidden, store.CodeOf(err))
		_, err = s.DeleteMessage(t.Context(), actorOf(anna), received.ID)
		require.Equal(t, store.Conflict, store.CodeOf(err))
		_, err = s.DeleteMessage(t.Context(), actorOf(anna), message.ID)
		require.NoError(t, err)
		require.Equal(t, received.CreatedAt.UTC(), *awaiting(t, s, task.ID), "it waits as before")
		_, err = s.Message(t.Context(), message.ID)
		require.Equal(t, store.NotFound, store.CodeOf(err))
		require.Equal(t, []string{upload.SHA256}, forgottenFiles(t, s))
		s.Clock.Advance(time.Hour)
		require.Empty(t, claim(t, s))

		message = sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: "Завтра"})
		s.Clock.Advance(storeHold)
		_, err = s.DeleteMessage(t.Context(), actorOf(anna), message.ID)
		require.Equal(t, store.Conflict, store.CodeOf(err), "it may be under way")
		note, err := s.AddNote(t.Context(), actorOf(anna), store.NewMessage{TaskID: &task.ID, Text: "Ждём деталь"})
		require.NoError(t, err)
		s.Clock.Advance(time.Hour)
		_, err = s.DeleteMessage(t.Context(), actorOf(anna), note.ID)
		require.NoError(t, err)
	})
}

func TestWebhooksHearOfWhatBecameOfAMessage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		webhook := s.NewWebhook(t, store.WebhookMessageReceived, store.WebhookMessageSent, store.WebhookMessageFailed, store.WebhookNotificationFailed)
		long := strings.Repeat("слово ", 900)
		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: long})
		s.Clock.Advance(storeHold)
		require.NoError(t, s.NotificationSent(t.Context(), claim(t, s)[0].Notification.Claim(), 1))
		require.Empty(t, eventsOf(t, s, webhook), "only a part is sent")
		require.NoError(t, s.NotificationSent(t.Context(), claim(t, s)[0].Notification.Claim(), 2))
		require.Equal(t, []string{"message.sent"}, eventsOf(t, s, webhook))

		sent(t, s, anna, store.NewMessage{TaskID: &task.ID, Text: long})
		s.Clock.Advance(storeHold)
		failing := claim(t, s)[0].Notification
		require.NoError(t, s.NotificationUnreachable(t.Context(), failing.Claim(), failing.ChatID, "Forbidden: bot was blocked by the user"))
		require.Equal(t, []string{"message.sent", "message.failed"}, eventsOf(t, s, webhook), "once for both parts")
		told := deliveriesOf(t, s, webhook)[1].Payload
		require.Contains(t, told, `"state":"UNREACHABLE","error":"Forbidden: bot was blocked by the user"`)
		require.Contains(t, told, `"text":"слово`)
	})
}

// awaiting is since when a task waits for an answer.
func awaiting(t *testing.T, s *storetest.Store, taskID int64) *time.Time {
	t.Helper()
	task, err := s.Task(t.Context(), taskID)
	require.NoError(t, err)
	if task.AwaitingReplySince == nil {
		return nil
	}
	since := task.AwaitingReplySince.UTC()
	return &since
}

// forgottenFiles are the contents that may be removed from the file store.
func forgottenFiles(t *testing.T, s *storetest.Store) []string {
	t.Helper()
	rows, err := s.DB(t).QueryContext(t.Context(), "SELECT sha256 FROM loose_files ORDER BY sha256")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	var contents []string
	for rows.Next() {
		var content string
		require.NoError(t, rows.Scan(&content))
		contents = append(contents, content)
	}
	require.NoError(t, rows.Err())
	return contents
}
