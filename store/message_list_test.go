package store_test

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func textsOf(messages []store.Message) []string {
	texts := make([]string, len(messages))
	for i, message := range messages {
		texts[i] = message.Text
	}
	return texts
}

func TestPagesOfManyThreadsAreReadInBothDirections(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		long, short, silent := s.NewRegistered(t), s.NewRegistered(t), s.NewRegistered(t)
		task, other := s.NewTask(t, long), s.NewTask(t, long)
		var want []string
		for i := range 7 {
			want = append(want, strconv.Itoa(i))
			s.NewReceived(t, long, &task.ID, want[i])
			if i < 2 {
				s.NewReceived(t, short, nil, want[i])
			}
		}
		s.NewReceived(t, long, &other.ID, "о другом")
		customers := []int64{long.ID, short.ID, silent.ID}
		for _, fromEnd := range []bool{false, true} {
			var read [][]string
			page := store.PageRequest{Limit: 3, FromEnd: fromEnd}
			for more := true; more; {
				pages, tooMany, err := s.MessagePages(t.Context(), store.MessagesOfTask, []int64{task.ID, 999}, store.MessageFilter{}, page, 100)
				require.NoError(t, err)
				require.False(t, tooMany)
				require.Len(t, pages, 1)
				got := pages[task.ID]
				read, more = append(read, textsOf(got.Rows)), got.HasMore
				first, last := store.CursorOfMessage(got.Rows[0]), store.CursorOfMessage(got.Rows[len(got.Rows)-1])
				if fromEnd {
					page.Before = &first
				} else {
					page.After = &last
				}
			}
			require.Len(t, read, 3)
			if fromEnd {
				slices.Reverse(read)
			}
			require.Equal(t, want, slices.Concat(read...))

			pages, _, err := s.MessagePages(t.Context(), store.MessagesOfCustomer, customers, store.MessageFilter{}, store.PageRequest{Limit: 2, FromEnd: fromEnd}, 100)
			require.NoError(t, err)
			require.True(t, pages[long.ID].HasMore)
			require.False(t, pages[short.ID].HasMore)
			require.Equal(t, map[bool][]string{false: {"0", "1"}, true: {"6", "о другом"}}[fromEnd], textsOf(pages[long.ID].Rows))
			require.Equal(t, []string{"0", "1"}, textsOf(pages[short.ID].Rows))
		}
		counts, err := s.CountMessagesOf(t.Context(), store.MessagesOfCustomer, customers, store.MessageFilter{})
		require.NoError(t, err)
		require.Equal(t, map[int64]int{long.ID: 8, short.ID: 2}, counts)
		_, tooMany, err := s.MessagePages(t.Context(), store.MessagesOfCustomer, customers, store.MessageFilter{}, store.PageRequest{Limit: 5}, 7)
		require.NoError(t, err)
		require.True(t, tooMany)
	})
}

func TestAMessageIsReadAsItIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		kept := writes(t, s, *customer.TelegramID, store.IncomingMessage{TelegramMessageID: 5, Text: "Экран"}).Message
		s.Clock.Advance(time.Minute)
		require.NoError(t, s.EditMessage(t.Context(), store.IncomingMessage{ChatID: *customer.TelegramID, TelegramMessageID: 5, Text: "Экран «13»"}))
		one, err := s.Message(t.Context(), kept.ID)
		require.NoError(t, err)
		require.Equal(t, []string{"Экран"}, one.PreviousTexts)
		page, err := s.MessagePage(t.Context(), store.MessageFilter{TaskID: &task.ID}, store.PageRequest{Limit: 1})
		require.NoError(t, err)
		byID, err := s.MessagesByID(t.Context(), []int64{kept.ID})
		require.NoError(t, err)
		for _, read := range []store.Message{page.Rows[0], *byID[kept.ID]} {
			require.WithinDuration(t, *one.EditedAt, *read.EditedAt, 0)
			read.CreatedAt, read.UpdatedAt, read.EditedAt = one.CreatedAt, one.UpdatedAt, one.EditedAt // in whatever zone
			require.Equal(t, one, read)
		}
	})
}

func TestStaffSeeWhatWasSentByWhomTheyKnow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna, customer := s.NewStaff(t), s.NewRegistered(t)
		task := s.NewTask(t, customer)
		s.NewReceived(t, customer, &task.ID, "К заявке")
		answered := s.NewReceived(t, customer, nil, "Отвечено")
		s.Exec(t, "UPDATE messages SET answered_at = created_at WHERE id = $1", answered.ID)
		s.Clock.Advance(time.Hour)
		unfiled := s.NewReceived(t, customer, nil, "Ни к какой")
		upload := s.NewUpload(t, anna, store.FilePhoto)
		_, err := s.AddNote(t.Context(), actorOf(anna), store.NewMessage{TaskID: &task.ID, Text: "Заметка", FileIDs: []int64{upload.ID}})
		require.NoError(t, err)
		writes(t, s, 4242, store.IncomingMessage{Text: "Незнакомец"})
		draftOf(t, s, customer)
		draft := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Ещё пишу"}).Message
		require.NotNil(t, draft.DraftID)
		for name, test := range map[string]struct {
			filter store.MessageFilter
			want   []string
		}{
			"all":                    {store.MessageFilter{}, []string{"К заявке", "Отвечено", "Заметка"}},
			"all without notes":      {store.MessageFilter{WithoutNotes: true}, []string{"К заявке", "Отвечено"}},
			"a task's":               {store.MessageFilter{TaskID: &task.ID}, []string{"К заявке", "Заметка"}},
			"a customer's":           {store.MessageFilter{CustomerID: &customer.ID, WithoutNotes: true}, []string{"К заявке", "Отвечено"}},
			"the inbox":              {store.MessageFilter{Inbox: true}, []string{}},
			"one that is a draft's":  {store.MessageFilter{ID: &draft.ID}, []string{}},
			"one that became one's":  {store.MessageFilter{ID: &unfiled.ID}, []string{}},
			"one of another's":       {store.MessageFilter{ID: &answered.ID, TaskID: &task.ID}, []string{}},
			"one that has an answer": {store.MessageFilter{ID: &answered.ID}, []string{"Отвечено"}},
		} {
			page, err := s.MessagePage(t.Context(), test.filter, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			require.Equal(t, test.want, textsOf(page.Rows), name)
			count, err := s.CountMessages(t.Context(), test.filter)
			require.NoError(t, err)
			require.Equal(t, len(test.want), count, name)
		}
		require.NoError(t, s.DropDraft(t.Context(), customer))
		inbox, err := s.MessagePage(t.Context(), store.MessageFilter{Inbox: true}, store.PageRequest{Limit: 10})
		require.NoError(t, err)
		require.Equal(t, []string{"Ни к какой", "Ещё пишу"}, textsOf(inbox.Rows))

		for withoutNotes, want := range map[bool]int{false: 1, true: 0} {
			files, tooMany, err := s.FilesOfTasks(t.Context(), []int64{task.ID}, withoutNotes, 10)
			require.NoError(t, err)
			require.False(t, tooMany)
			require.Len(t, files[task.ID], want)
		}
		_, tooMany, err := s.FilesOfTasks(t.Context(), []int64{task.ID}, false, 0)
		require.NoError(t, err)
		require.True(t, tooMany)
	})
}

func TestTasksThatWaitForAnAnswerComeByHowLongTheyWait(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		silent := s.NewTask(t, customer)
		waiting := []int64{s.NewTask(t, customer).ID, s.NewTask(t, customer).ID, s.NewTask(t, customer).ID}
		slices.Reverse(waiting)
		for _, id := range waiting {
			s.NewReceived(t, customer, &id, "Когда?")
			s.Clock.Advance(time.Minute)
		}
		filter := store.TaskFilter{Awaiting: ptr(true), CustomerID: &customer.ID}
		var read []int64
		page := store.PageRequest{Limit: 2}
		for more := true; more; {
			got, err := s.TaskPage(t.Context(), filter, store.TasksLongestWaitFirst, page)
			require.NoError(t, err)
			read, more = append(read, idsOf(got.Rows)...), got.HasMore
			cursor := store.TasksLongestWaitFirst.Cursor(got.Rows[len(got.Rows)-1])
			page.After = &cursor
		}
		require.Equal(t, waiting, read)
		count, err := s.CountTasks(t.Context(), filter)
		require.NoError(t, err)
		require.Equal(t, 3, count)
		parts, _, err := s.TaskPagesByCustomer(t.Context(), []int64{customer.ID}, filter, store.TasksLongestWaitFirst, store.PageRequest{Limit: 5}, math.MaxInt32)
		require.NoError(t, err)
		require.Equal(t, waiting, idsOf(parts[customer.ID].Rows))
		others, err := s.Tasks(t.Context(), store.TaskFilter{Awaiting: ptr(false)}, store.OffsetPage{})
		require.NoError(t, err)
		require.Equal(t, []int64{silent.ID}, idsOf(others))
	})
}
