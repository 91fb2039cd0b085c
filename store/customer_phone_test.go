package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/phone"
	"zayavka/store/storetest"
)

func TestAPhoneThatIsNoneIsRefusedWithTheReason(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for written, fault := range map[string]phone.Fault{
		"hello": phone.Unreadable, "+7 917 000 99 001": phone.TooLong, "12345": phone.TooShort, "+888 0456 1234": phone.Anonymous,
	} {
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: written})
		requireError(t, err, store.Invalid, "phone")
		var shown *store.Error
		require.ErrorAs(t, err, &shown)
		require.Equal(t, fault, shown.Phone, written)
		require.NotEmpty(t, shown.Message)
	}
}

func TestAnAnonymousNumberIsTakenFromItsContactAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const phone = "+88804561234"
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		_, err = s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: phone})
		requireError(t, err, store.Invalid, "customerPhone")

		customer, _ := register(t, s, store.Registration{TelegramID: chat, Phone: phone, Verified: true})
		require.Equal(t, "88804561234", customer.PhoneKey)
		require.NotNil(t, customer.PhoneVerifiedAt)
		task := s.NewTask(t, customer)
		require.Equal(t, &customer.ID, task.CustomerID, "staff make tasks for the card")
		name := "Аноним"
		changed, err := s.UpdateCustomer(t.Context(), "+888 0456 1234", store.CustomerUpdate{Name: &name})
		require.NoError(t, err)
		require.Equal(t, customer.ID, changed.ID)
	})
}

func TestACardFromBeforeItsPhoneWasRefusedWorksOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Exec(t, `INSERT INTO customers (id, phone, phone_key, created_at, updated_at) VALUES
			(77, '00375291234567', '700375291234567', '2026-02-01 09:00:00+00:00', '2026-02-01 09:00:00+00:00')`)
		const phone = "00375291234567"
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: phone})
		requireError(t, err, store.Invalid, "phone")
		found, err := s.CustomerByPhone(t.Context(), phone)
		require.NoError(t, err)
		task := s.NewTask(t, found)
		require.EqualValues(t, 77, *task.CustomerID)
		same, other := phone, "8 917 000-11-24 1234"
		_, err = s.UpdateCustomer(t.Context(), phone, store.CustomerUpdate{Phone: &same})
		require.NoError(t, err, "a form sends the phone that is there")
		_, err = s.UpdateCustomer(t.Context(), phone, store.CustomerUpdate{Phone: &other})
		requireError(t, err, store.Invalid, "newPhone")
		tasks, err := s.Tasks(t.Context(), store.TaskFilter{Phone: &same}, store.OffsetPage{})
		require.NoError(t, err)
		require.Equal(t, []int64{task.ID}, idsOf(tasks))
	})
}

func TestTwoExtensionsOfANumberAreOneCustomer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 495 123-45-67 доб. 12"})
		require.NoError(t, err)
		_, err = s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 495 123-45-67 доб. 13"})
		requireError(t, err, store.Conflict, "phone")
		other := "+7 495 123-45-67 доб. 13"
		_, err = s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: &other})
		require.NoError(t, err)
		read, err := s.Customer(t.Context(), customer.ID)
		require.NoError(t, err)
		require.Equal(t, [2]string{other, "13"}, [2]string{read.Phone, read.PhoneExtension})
	})
}
