package store_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestACustomerIsOnePersonHoweverThePhoneIsWritten(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00", Name: " Анна "})
		require.NoError(t, err)
		require.Equal(t, "8 917 000-99-00", made.Phone)
		require.Equal(t, "Анна", made.Name)

		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+7(917)000-99-00"})
		requireError(t, err, store.Conflict, "phone")

		changed, err := s.UpdateCustomer(t.Context(), "+79170009900", store.CustomerUpdate{Name: ptr("Анна Ильина")})
		require.NoError(t, err)
		require.Equal(t, made.ID, changed.ID)
		require.Equal(t, "8 917 000-99-00", changed.Phone)

		read, err := s.Customer(t.Context(), made.ID)
		require.NoError(t, err)
		requireSame(t, changed, read)
	})
}

func TestAnUpdateLeavesNilFieldsAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		changed, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{TelegramID: ptr(int64(1) << 51)})
		require.NoError(t, err)
		require.Equal(t, customer.Name, changed.Name)
		require.Equal(t, int64(1)<<51, *changed.TelegramID)
	})
}

func TestACardKeepsNoteAndLanguage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Language: "en", Note: " Скидка "})
		require.NoError(t, err)
		require.Equal(t, "Скидка", made.Note)
		changed, err := s.UpdateCustomer(t.Context(), made.Phone, store.CustomerUpdate{Language: ptr("ru"), Note: ptr("")})
		require.NoError(t, err)
		require.Equal(t, "ru", changed.Language)
		require.Empty(t, changed.Note)
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Note: strings.Repeat("x", store.MaxDescription+1)})
		requireError(t, err, store.Invalid, "note")
	})
}

func TestANewPhoneIsNoLongerVerified(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, other := s.NewRegistered(t), s.NewCustomer(t)
		task := s.NewTask(t, customer)
		same, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: ptr("+" + customer.PhoneKey)})
		require.NoError(t, err)
		require.Equal(t, "+"+customer.PhoneKey, same.Phone)
		require.NotNil(t, same.PhoneVerifiedAt, "another writing is the same phone")

		_, err = s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: &other.Phone})
		requireError(t, err, store.Conflict, "newPhone")
		_, err = s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: ptr("завтра")})
		requireError(t, err, store.Invalid, "newPhone")

		changed, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: ptr("8 917 555-55-55")})
		require.NoError(t, err)
		require.Nil(t, changed.PhoneVerifiedAt)
		require.Equal(t, *customer.TelegramID, *changed.TelegramID)
		found, err := s.CustomerByPhone(t.Context(), "+7 (917) 555 55 55")
		require.NoError(t, err)
		requireSame(t, changed, found)
		for _, nobodys := range []string{customer.Phone, "завтра"} {
			_, err = s.CustomerByPhone(t.Context(), nobodys)
			requireError(t, err, store.NotFound, "")
		}
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{Search: "5555555"}, store.OffsetPage{})
		require.NoError(t, err)
		require.Equal(t, []int64{task.ID}, ids(tasks), "the search knows the new phone")
	})
}

func TestATelegramIDBelongsToOneCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		registered, other := s.NewRegistered(t), s.NewCustomer(t)
		_, err := s.UpdateCustomer(t.Context(), other.Phone, store.CustomerUpdate{TelegramID: registered.TelegramID})
		requireError(t, err, store.Conflict, "telegramId")
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), TelegramID: registered.TelegramID})
		requireError(t, err, store.Conflict, "telegramId")
	})
}

func TestADeletedCustomersTasksStay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)

		deleted, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, customer.Phone)
		require.NoError(t, err)
		require.Equal(t, customer.ID, deleted.ID)

		task, err = s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Nil(t, task.CustomerID)
		_, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.False(t, pending, "nothing is sent about a deleted customer's tasks")

		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, customer.Phone)
		requireError(t, err, store.NotFound, "")
	})
}

func TestACustomerNobodyHasIsNotFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.Customer(t.Context(), 1)
		requireError(t, err, store.NotFound, "")
		byChat, err := s.CustomersByChat(t.Context(), []int64{1})
		require.NoError(t, err)
		require.Empty(t, byChat)
		_, err = s.UpdateCustomer(t.Context(), "8 917 000-99-00", store.CustomerUpdate{})
		requireError(t, err, store.NotFound, "")
		_, err = s.UpdateCustomer(t.Context(), "no phone", store.CustomerUpdate{})
		requireError(t, err, store.NotFound, "")
	})
}

func TestTextsThatCannotBeKeptAreRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: strings.Repeat("я", store.MaxName+1)})
		requireError(t, err, store.Invalid, "name")
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: "a\x00b"})
		requireError(t, err, store.Invalid, "name")
	})
}

func TestHostileTextsAreKeptAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, name := range []string{`'; DROP TABLE customers; --`, "<b>Боб</b>", "👩‍🔧 Аня", "\u202Eאבג", `a\'b"c?`} {
			customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: name})
			require.NoError(t, err)
			read, err := s.Customer(t.Context(), customer.ID)
			require.NoError(t, err)
			require.Equal(t, name, read.Name)
		}
	})
}

func TestOfManyWhoCreateOneCustomerAtOnceOneSucceeds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		phone := s.NewPhone()
		made := 0
		for _, err := range atOnce(8, func() error {
			_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: phone})
			return err
		}) {
			if err == nil {
				made++
				continue
			}
			requireError(t, err, store.Conflict, "phone")
		}
		require.Equal(t, 1, made)
	})
}

// atOnce runs do n times in parallel and returns what each run said.
func atOnce(n int, do func() error) []error {
	errs := make([]error, n)
	var group sync.WaitGroup
	for i := range errs {
		group.Go(func() { errs[i] = do() })
	}
	group.Wait()
	return errs
}

// requireSame compares times as moments, in whatever zone the database gives them.
func requireSame(t *testing.T, expected, actual any) {
	t.Helper()
	require.Empty(t, cmp.Diff(expected, actual))
}

func requireError(t *testing.T, err error, code store.Code, field string) {
	t.Helper()
	var shown *store.Error
	require.ErrorAs(t, err, &shown)
	require.Equal(t, code, shown.Code)
	require.Equal(t, field, shown.Field)
}
