package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

const chat, otherChat int64 = 7_000_000_001, 7_000_000_002

func register(t *testing.T, s *storetest.Store, in store.Registration) (store.Customer, store.RegistrationOutcome) {
	t.Helper()
	customer, outcome, err := s.Register(t.Context(), in)
	require.NoError(t, err)
	return customer, outcome
}

func TestASharedContactMakesACard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, outcome := register(t, s, store.Registration{
			TelegramID: chat, Phone: "+79170009900", Vouched: true, Name: "Анна", Language: "en",
		})
		require.Equal(t, store.RegistrationDone, outcome)
		require.Equal(t, chat, *customer.TelegramID)
		require.Equal(t, "Анна", customer.Name)
		require.Equal(t, "en", customer.Language)
		require.NotNil(t, customer.PhoneVerifiedAt)

		byChat, err := s.CustomersByChat(t.Context(), []int64{chat, chat + 1})
		require.NoError(t, err)
		require.Len(t, byChat, 1)
		requireSame(t, customer, *byChat[chat])
	})
}

func TestASharedContactLinksToTheCardThatStaffMade(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00", Name: "Анна Ильина"})
		require.NoError(t, err)

		linked, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true, Name: "anna"})
		require.Equal(t, store.RegistrationDone, outcome)
		require.Equal(t, made.ID, linked.ID)
		require.Equal(t, "8 917 000-99-00", linked.Phone, "the phone stays as staff wrote it")
		require.Equal(t, "Анна Ильина", linked.Name, "so does the name")
	})
}

func TestATypedPhoneMakesACardIfNobodyHasIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00", Name: "Анна"})
		require.Equal(t, store.RegistrationDone, outcome)
		require.Nil(t, customer.PhoneVerifiedAt)
	})
}

func TestATypedPhoneNeverOpensACardThatExists(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		made := s.NewCustomer(t)
		customer, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: made.Phone})
		require.Equal(t, store.RegistrationNeedsContact, outcome)
		require.Zero(t, customer)
		byChat, err := s.CustomersByChat(t.Context(), []int64{chat})
		require.NoError(t, err)
		require.Empty(t, byChat)
	})
}

func TestTheOwnerOfAPhoneTakesItFromWhoOnlyTypedIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		s.NewTask(t, typed)

		owner, _ := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Vouched: true})
		require.Equal(t, typed.ID, owner.ID)
		byChat, err := s.CustomersByChat(t.Context(), []int64{chat})
		require.NoError(t, err)
		require.Empty(t, byChat)

		s.Clock.Advance(storeHold)
		deliveries, err := s.ClaimNotifications(t.Context(), 10, lease)
		require.NoError(t, err)
		require.Len(t, deliveries, 1)
		require.Equal(t, otherChat, deliveries[0].Notification.ChatID, "what is unsent goes to the owner")
	})
}

func TestRegisteringTwiceAlikeChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		in := store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true, Name: "Анна", Language: "ru"}
		first, _ := register(t, s, in)
		second, outcome := register(t, s, in)
		require.Equal(t, store.RegistrationDone, outcome)
		requireSame(t, first, second)
	})
}

func TestANewNumberOfAKnownAccountReplacesTheOldOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		first, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true})
		second, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Vouched: true})
		require.Equal(t, first.ID, second.ID)
		require.Equal(t, "79170009901", second.PhoneKey)
	})
}

func TestAVerifiedPersonTakesTheirRequestsToAnotherCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		old, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true})
		task := s.NewTask(t, old)
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009901"})
		require.NoError(t, err)

		moved, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Vouched: true})
		require.Equal(t, made.ID, moved.ID)
		task, err = s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, made.ID, *task.CustomerID)
		require.Equal(t, []string{"system created:  > ACCEPTED", "customer customer: +79170009900 > +79170009901"}, history(t, s, task.ID))
	})
}

func TestACardWhosePhoneWasOnlyTypedKeepsItsRequests(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900"})
		task := s.NewTask(t, typed)
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009901"})
		require.NoError(t, err)

		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Vouched: true})
		task, err = s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, typed.ID, *task.CustomerID)
		_, pending, err := s.NextNotification(t.Context())
		require.NoError(t, err)
		require.False(t, pending)
	})
}

func TestOnePersonWhoRegistersManyTimesAtOnceGetsOneCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, err := range atOnce(8, func() error {
			_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true})
			return err
		}) {
			require.NoError(t, err)
		}
		customers, err := s.Customers(t.Context())
		require.NoError(t, err)
		require.Len(t, customers, 1)
	})
}

func TestWhatWasToBeToldMovesWithTheTasks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		old, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Vouched: true})
		task := newToldTask(t, s, old)
		setStatus(t, s, task, store.StatusReady)
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009901"})
		require.NoError(t, err)
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Vouched: true})
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusAccepted, To: store.StatusReady}}, deliverAll(t, s))

		_, err = s.DeleteCustomer(t.Context(), old.Phone)
		require.NoError(t, err)
		all, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Len(t, all[task.ID], 2)
		require.Equal(t, made.ID, all[task.ID][0].CustomerID)
	})
}

func TestAMessageThatIsTriedAgainGoesToTheChatOfNow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		s.NewTask(t, typed)
		s.Clock.Advance(storeHold)
		claimed := claim(t, s)[0].Notification
		register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Vouched: true})
		require.NoError(t, s.NotificationUnreachable(t.Context(), claimed.ID, claimed.ChatID, "Forbidden"))
		require.NoError(t, s.RetryNotification(t.Context(), claimed.ID, s.Clock.Now(), "Bad Gateway"))
		again := claim(t, s)
		require.Len(t, again, 1)
		require.Equal(t, otherChat, again[0].Notification.ChatID)
		require.Nil(t, again[0].Customer.UnreachableAt, "it was the old chat that could not be reached")
	})
}
