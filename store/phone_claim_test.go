package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// claimed is a card that one chat has proven, with a task, and another chat's claim to it. What there was
// to tell of both is delivered.
func claimed(t *testing.T, s *storetest.Store) (customer store.Customer, claim store.PhoneClaim) {
	t.Helper()
	customer, _ = register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна", Language: "ru"})
	newToldTask(t, s, customer)
	share(t, s, store.RegistrationClaimed)
	deliverAll(t, s)
	return customer, onlyClaim(t, s, customer)
}

// share is the other chat's contact with the same number.
func share(t *testing.T, s *storetest.Store, want store.RegistrationOutcome) {
	t.Helper()
	_, outcome := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Verified: true, Name: "Olga", Language: "en"})
	require.Equal(t, want, outcome)
}

func openClaims(t *testing.T, s *storetest.Store, customer store.Customer) []store.PhoneClaim {
	t.Helper()
	all, err := s.OpenPhoneClaims(t.Context())
	require.NoError(t, err)
	byCustomer, tooMany, err := s.OpenPhoneClaimsByCustomer(t.Context(), []int64{customer.ID}, 100)
	require.NoError(t, err)
	require.False(t, tooMany)
	requireSame(t, all, byCustomer[customer.ID])
	return all
}

func onlyClaim(t *testing.T, s *storetest.Store, customer store.Customer) store.PhoneClaim {
	t.Helper()
	claims := openClaims(t, s, customer)
	require.Len(t, claims, 1)
	return claims[0]
}

// told is what each chat is sent.
func toldChats(t *testing.T, s *storetest.Store) map[int64][]store.NotificationKind {
	t.Helper()
	told := map[int64][]store.NotificationKind{}
	for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
		for _, delivery := range deliveries {
			require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
			chatID := delivery.Notification.ChatID
			told[chatID] = append(told[chatID], delivery.Notification.Kind)
		}
	}
	return told
}

func TestAProvenCardIsNotMovedByAnotherProofButAskedAbout(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin, colleague := s.NewAdmin(t), s.NewStaff(t)
		for i, member := range []store.Staff{admin, colleague} {
			_, err := s.LinkStaff(t.Context(), member.ID, 900+int64(i))
			require.NoError(t, err)
		}
		customer, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна", Language: "ru"})
		for range 3 { // once is news
			share(t, s, store.RegistrationClaimed)
		}
		require.Equal(t, customer.ID, byChat(t, s, chat).ID)
		require.Zero(t, byChat(t, s, otherChat))
		open := onlyClaim(t, s, customer)
		require.Equal(t, store.PhoneClaim{
			ID: open.ID, CustomerID: customer.ID, PhoneKey: "79170009900", TelegramID: otherChat, Name: "Olga", Language: "en", CreatedAt: open.CreatedAt,
		}, open)
		require.Equal(t, map[int64][]store.NotificationKind{
			900: {store.NotificationPhoneClaimed}, chat: {store.NotificationPhoneClaimed},
		}, toldChats(t, s))
	})
}

func TestStaffMoveTheCardToWhoClaimsIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		staff := s.NewStaff(t)
		customer, open := claimed(t, s)
		setStatus(t, s, store.Task{ID: 1}, store.StatusReady) // still unsent
		moved, err := s.DecidePhoneClaim(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, open.ID, true)
		require.NoError(t, err)
		require.Equal(t, customer.ID, moved.ID)
		require.Equal(t, otherChat, *moved.TelegramID)
		require.NotNil(t, moved.PhoneVerifiedAt)
		require.Equal(t, "Анна", moved.Name)
		requireSame(t, moved, byChat(t, s, otherChat))
		require.Zero(t, byChat(t, s, chat))
		require.Empty(t, openClaims(t, s, customer))
		s.Clock.Advance(storeHold)
		require.Equal(t, map[int64][]store.NotificationKind{
			chat: {store.NotificationPhoneMoved}, otherChat: {store.NotificationStatusChanged, store.NotificationPhoneMoved},
		}, toldChats(t, s))
	})
}

func TestStaffLeaveTheCardWhereItIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, open := claimed(t, s)
		kept, err := s.DecidePhoneClaim(t.Context(), system, open.ID, false)
		require.NoError(t, err)
		require.Equal(t, chat, *kept.TelegramID)
		require.Empty(t, openClaims(t, s, customer))
		require.Equal(t, map[int64][]store.NotificationKind{
			chat: {store.NotificationPhoneKept}, otherChat: {store.NotificationPhoneKept},
		}, toldChats(t, s))

		share(t, s, store.RegistrationRefused)
		require.Empty(t, toldChats(t, s), "no news for a week")
		s.Clock.Advance(8 * 24 * time.Hour)
		share(t, s, store.RegistrationClaimed)
		require.Len(t, openClaims(t, s, customer), 1)
	})
}

func TestAClaimIsDecidedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, open := claimed(t, s)
		decided := 0
		for _, err := range atOnce(8, func() error {
			_, err := s.DecidePhoneClaim(t.Context(), system, open.ID, true)
			return err
		}) {
			if err == nil {
				decided++
				continue
			}
			requireError(t, err, store.Conflict, "")
		}
		require.Equal(t, 1, decided)
		require.Len(t, toldChats(t, s)[chat], 1)
		_, err := s.DecidePhoneClaim(t.Context(), system, 99, true)
		requireError(t, err, store.NotFound, "")
	})
}

func TestWhoIsGivenAnotherCardTakesTheirOwnRequestsAlongIfTheirPhoneIsProven(t *testing.T) {
	for name, verified := range map[string]bool{"proven": true, "typed": false} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				own, _ := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009955", Verified: verified})
				task := newToldTask(t, s, own)
				customer, open := claimed(t, s)
				require.Equal(t, own.ID, byChat(t, s, otherChat).ID, "an open claim moves nothing")
				_, err := s.DecidePhoneClaim(t.Context(), system, open.ID, true)
				require.NoError(t, err)
				require.Equal(t, customer.ID, byChat(t, s, otherChat).ID)
				task, err = s.Task(t.Context(), task.ID)
				require.NoError(t, err)
				require.Equal(t, verified, *task.CustomerID == customer.ID)
			})
		})
	}
}

func TestAClaimToAPhoneThatBecomesFreeEndsAndWhoClaimsItIsTold(t *testing.T) {
	for name, free := range map[string]func(t *testing.T, s *storetest.Store, customer store.Customer) error{
		"by another phone": func(t *testing.T, s *storetest.Store, customer store.Customer) error {
			_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: ptr("+79170009977")})
			return err
		},
		"by another phone of its chat": func(t *testing.T, s *storetest.Store, _ store.Customer) error {
			_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: "+79170009977", Verified: true})
			return err
		},
		"by deletion": func(t *testing.T, s *storetest.Store, customer store.Customer) error {
			_, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, customer.Phone)
			return err
		},
		"by a merge": func(t *testing.T, s *storetest.Store, customer store.Customer) error {
			_, err := s.MergeCustomers(t.Context(), system, customer.ID, s.NewCustomer(t).ID)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				customer, open := claimed(t, s)
				require.NoError(t, free(t, s, customer))
				_, err := s.DecidePhoneClaim(t.Context(), system, open.ID, true)
				requireError(t, err, store.NotFound, "")
				require.Equal(t, []store.NotificationKind{store.NotificationPhoneFree}, toldChats(t, s)[otherChat])
				share(t, s, store.RegistrationDone)
				require.NotEqual(t, customer.ID, byChat(t, s, otherChat).ID)
			})
		})
	}
}

func TestWhoProvesAnotherPhoneClaimsTheFirstNoMore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, _ := claimed(t, s)
		register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009955", Verified: true})
		require.Empty(t, openClaims(t, s, customer))
	})
}

func TestAClaimIsToldAsAChangeOfItsCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		listen(t, s)
		customer := s.NewRegistered(t)
		watcher := watch(t, s)
		_, outcome := register(t, s, store.Registration{TelegramID: otherChat, Phone: customer.Phone, Verified: true})
		require.Equal(t, store.RegistrationClaimed, outcome)
		require.Equal(t, []store.RowChange{{Subject: store.SubjectCustomer, Kind: store.Updated, ID: customer.ID}}, told(t, s, watcher))
		_, err := s.DecidePhoneClaim(t.Context(), system, onlyClaim(t, s, customer).ID, false)
		require.NoError(t, err)
		require.Equal(t, []store.RowChange{{Subject: store.SubjectCustomer, Kind: store.Updated, ID: customer.ID}}, told(t, s, watcher))
	})
}
