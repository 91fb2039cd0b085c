package store_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func createCustomer(t *testing.T, s *storetest.Store, in store.NewCustomer) store.Customer {
	t.Helper()
	if in.Phone == "" {
		in.Phone = s.NewPhone()
	}
	customer, err := s.CreateCustomer(t.Context(), in)
	require.NoError(t, err)
	return customer
}

func TestMergedCardsLoseNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from := createCustomer(t, s, store.NewCustomer{Phone: "8 917 000-99-00", Name: "Пётр", TelegramID: ptr(chat), Language: "en", Note: "Скидка 5 %"})
		into := createCustomer(t, s, store.NewCustomer{Phone: "8 917 000-99-01", Name: "Пётр Ильин", Note: "Звонить вечером"})
		moved, own := s.NewTask(t, from), s.NewTask(t, into)

		merged, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.Equal(t, into.ID, merged.ID)
		require.Equal(t, into.Phone, merged.Phone)
		require.Equal(t, "Пётр Ильин", merged.Name)
		require.Equal(t, "en", merged.Language)
		require.Equal(t, chat, *merged.TelegramID)
		require.Equal(t, "Звонить вечером\nПётр, 8 917 000-99-00\nСкидка 5 %", merged.Note)
		read, err := s.Customer(t.Context(), into.ID)
		require.NoError(t, err)
		requireSame(t, merged, read)
		_, err = s.Customer(t.Context(), from.ID)
		requireError(t, err, store.NotFound, "")

		byCustomer, _, err := s.TasksByCustomer(t.Context(), []int64{into.ID}, 100)
		require.NoError(t, err)
		require.Equal(t, []int64{moved.ID, own.ID}, ids(byCustomer[into.ID]))
		require.Equal(t, moved.Version+1, byCustomer[into.ID][0].Version)
		require.Equal(t, []string{"system created:  > ACCEPTED", "system customer: Пётр > Пётр Ильин"}, history(t, s, moved.ID))
		require.Equal(t, []string{"system created:  > ACCEPTED"}, history(t, s, own.ID))
		found, err := s.Tasks(t.Context(), store.TaskFilter{Search: "Ильин"}, store.OffsetPage{})
		require.NoError(t, err)
		require.Equal(t, []int64{moved.ID, own.ID}, ids(found), "the search finds the moved task by its new card")
	})
}

func TestAMergedCardKeepsItsOwnAndTakesWhatItLacks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from := createCustomer(t, s, store.NewCustomer{Phone: "8 917 000-99-00", Name: "Анна", Language: "en"})
		into := createCustomer(t, s, store.NewCustomer{Language: "ru"})
		merged, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.Equal(t, "Анна", merged.Name)
		require.Equal(t, "ru", merged.Language)
		require.Equal(t, "8 917 000-99-00", merged.Note)
		require.Nil(t, merged.TelegramID)
	})
}

func TestWhatWaitsGoesToTheChatOfTheCardThatIsLeft(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from, into := s.NewRegistered(t), s.NewRegistered(t)
		s.NewTask(t, from)
		merged, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.Equal(t, *into.TelegramID, *merged.TelegramID, "both have a chat: its own stays")
		require.NotNil(t, merged.PhoneVerifiedAt)
		s.Clock.Advance(storeHold)
		deliveries := claim(t, s)
		require.Len(t, deliveries, 1)
		require.Equal(t, *into.TelegramID, deliveries[0].Notification.ChatID)
		require.Equal(t, into.ID, deliveries[0].Customer.ID)
		byChat, err := s.CustomersByChat(t.Context(), []int64{*from.TelegramID})
		require.NoError(t, err)
		require.Empty(t, byChat)
	})
}

func TestAChatThatCannotBeWrittenToIsTakenOverAsSuch(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from, into := s.NewRegistered(t), s.NewCustomer(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *from.TelegramID, s.Clock.Now()))
		merged, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		require.NoError(t, err)
		require.NotNil(t, merged.UnreachableAt)
		require.NotNil(t, merged.PhoneVerifiedAt, "staff say that it is the same person")
	})
}

func TestCardsThatCannotBeMergedStayAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		from := createCustomer(t, s, store.NewCustomer{Note: strings.Repeat("ж", store.MaxDescription)})
		into := s.NewCustomer(t)
		task := s.NewTask(t, from)
		_, err := s.MergeCustomers(t.Context(), system, from.ID, from.ID)
		requireError(t, err, store.Invalid, "into")
		_, err = s.MergeCustomers(t.Context(), system, 99, into.ID)
		requireError(t, err, store.NotFound, "from")
		_, err = s.MergeCustomers(t.Context(), system, from.ID, 99)
		requireError(t, err, store.NotFound, "into")
		_, err = s.MergeCustomers(t.Context(), system, from.ID, into.ID)
		requireError(t, err, store.Invalid, "into")
		require.ErrorContains(t, err, "10000 characters")
		same, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		requireSame(t, task, same)
	})
}

func TestMergesInBothDirectionsAtOnceLeaveOneCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		a, b := s.NewRegistered(t), s.NewRegistered(t)
		s.NewTask(t, a)
		s.NewTask(t, b)
		directions := make(chan [2]int64, 4)
		for range 2 {
			directions <- [2]int64{a.ID, b.ID}
			directions <- [2]int64{b.ID, a.ID}
		}
		merged := 0
		for _, err := range atOnce(4, func() error {
			direction := <-directions
			_, err := s.MergeCustomers(t.Context(), system, direction[0], direction[1])
			return err
		}) {
			if err == nil {
				merged++
				continue
			}
			require.Equal(t, store.NotFound, store.CodeOf(err))
		}
		require.Equal(t, 1, merged)
		customers, err := s.Customers(t.Context())
		require.NoError(t, err)
		require.Len(t, customers, 1)
		tasks, _, err := s.TasksByCustomer(t.Context(), []int64{customers[0].ID}, 100)
		require.NoError(t, err)
		require.Len(t, tasks[customers[0].ID], 2)
	})
}

func TestTasksMadeDuringAMergeAreNotLost(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for range 10 {
			from, into := s.NewRegistered(t), s.NewRegistered(t)
			task := s.NewTask(t, from)
			steps := make(chan func() error, 4)
			for range 2 {
				steps <- func() error {
					_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: from.Phone})
					return err
				}
			}
			steps <- func() error {
				_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{Status: ptr(store.StatusReady)})
				return err
			}
			steps <- func() error {
				_, err := s.MergeCustomers(t.Context(), system, from.ID, into.ID)
				return err
			}
			for _, err := range atOnce(4, func() error { return (<-steps)() }) {
				require.NoError(t, err)
			}
		}
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
		require.NoError(t, err)
		require.Len(t, tasks, 30)
		for _, task := range tasks {
			require.NotNil(t, task.CustomerID)
		}
	})
}
