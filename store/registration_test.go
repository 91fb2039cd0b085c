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
			TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна", Language: "en",
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

		linked, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "anna"})
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

// byChat is the card of a chat, empty when it has none.
func byChat(t *testing.T, s *storetest.Store, chat int64) store.Customer {
	t.Helper()
	found, err := s.CustomersByChat(t.Context(), []int64{chat})
	require.NoError(t, err)
	if found[chat] == nil {
		return store.Customer{}
	}
	return *found[chat]
}

func TestAChatWhosePhoneWasOnlyTypedIsShownNothingThatOthersWrote(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		staff := s.NewStaff(t)
		task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{
			CustomerPhone: "+79170009900", Category: store.CategoryRepair, Description: "iPhone, пароль 1234",
		})
		require.NoError(t, err)
		hidden := store.Task{ID: task.ID, CustomerID: &typed.ID, Category: store.CategoryRepair, Status: store.StatusAccepted}
		card, err := s.TaskCard(t.Context(), typed, task.ID)
		require.NoError(t, err)
		require.Equal(t, store.TaskCard{ShownTask: store.ShownTask{Task: hidden}}, card)
		s.Clock.Advance(storeHold)
		require.Equal(t, hidden, claim(t, s)[0].Task)

		owner, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		card, err = s.TaskCard(t.Context(), owner, task.ID)
		require.NoError(t, err)
		require.Equal(t, "iPhone, пароль 1234", card.Task.Description)
		require.Equal(t, staff.ID, card.Employee.ID)
	})
}

func TestWhatAChatIsShownIsJudgedWhenAMessageIsSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		s.NewTask(t, typed)
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		s.Clock.Advance(storeHold)
		require.NotZero(t, claim(t, s)[0].Task.CreatedAt)
	})
}

func TestTheOwnerOfAPhoneTakesItFromWhoOnlyTypedIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		s.NewTask(t, typed)

		owner, _ := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Verified: true})
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

// Whoever mistypes a digit writes for a while under somebody else's number.
func TestTheOwnerOfAPhoneGetsNothingThatAStrangerWroteUnderIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		withConsent(t, s, s.NewAdmin(t), "1")
		require.NoError(t, s.ConsentShown(t.Context(), chat, "1"))
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-99-00"})
		require.Equal(t, []string{"1"}, consentsOf(t, s, typed))
		writes(t, s, chat, store.IncomingMessage{Text: "Мой адрес: Садовая, 5"})
		task := s.NewTask(t, typed)
		filed := s.NewReceived(t, typed, &task.ID, "Код подъезда 1234")

		owner, _ := register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Verified: true})
		require.Equal(t, typed.ID, owner.ID)
		require.Empty(t, consentsOf(t, s, owner), "the stranger cannot agree for the owner")
		writes(t, s, otherChat, store.IncomingMessage{Text: "Здравствуйте"})
		require.Equal(t, 1, counted(t, s, "messages WHERE customer_id IS NULL AND author_id IS NULL"), "it is the chat's alone again")
		own, err := s.PersonalData(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: owner.ID}, owner.ID)
		require.NoError(t, err)
		require.Len(t, own.Messages, 1)
		require.Equal(t, "Здравствуйте", own.Messages[0].Text)
		all, err := s.PersonalData(t.Context(), system, owner.ID)
		require.NoError(t, err)
		require.Len(t, all.Messages, 2)
		require.Equal(t, filed.Text, all.Messages[0].Text, "staff see what stands in the request")

		stranger, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: true})
		data, err := s.PersonalData(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: stranger.ID}, stranger.ID)
		require.NoError(t, err)
		require.Len(t, data.Messages, 1)
		require.Equal(t, "Мой адрес: Садовая, 5", data.Messages[0].Text)
	})
}

func TestRegisteringTwiceAlikeChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		in := store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true, Name: "Анна", Language: "ru"}
		first, _ := register(t, s, in)
		second, outcome := register(t, s, in)
		require.Equal(t, store.RegistrationDone, outcome)
		requireSame(t, first, second)
	})
}

func TestANewNumberOfAKnownAccountReplacesTheOldOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		first, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		second, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: true})
		require.Equal(t, first.ID, second.ID)
		require.Equal(t, "79170009901", second.PhoneKey)
	})
}

func TestAVerifiedPersonTakesTheirRequestsToAnotherCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		old, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		task := s.NewTask(t, old)
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009901"})
		require.NoError(t, err)

		moved, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: true})
		require.Equal(t, made.ID, moved.ID)
		task, err = s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, made.ID, *task.CustomerID)
		require.Equal(t, []string{"system created:  > ACCEPTED", "customer customer: +79170009900 > +79170009901"}, history(t, s, task.ID))
	})
}

// A phone that was only typed is left by sharing another one and by typing another one, whether that one
// has a card or not.
func TestACardWhosePhoneWasOnlyTypedKeepsItsPhoneAndItsRequests(t *testing.T) {
	for name, verified := range map[string]bool{"by a contact": true, "by typing": false} {
		for has, exists := range map[string]bool{"that has a card": true, "that nobody has": false} {
			if exists && !verified {
				continue // the contact is asked for
			}
			t.Run(name+" "+has, func(t *testing.T) {
				storetest.Each(t, func(t *testing.T, s *storetest.Store) {
					typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Name: "Анна"})
					task := s.NewTask(t, typed)
					if exists {
						createCustomer(t, s, store.NewCustomer{Phone: "+79170009901"})
					}
					moved, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: verified, Name: "Анна"})
					require.Equal(t, store.RegistrationDone, outcome)
					require.NotEqual(t, typed.ID, moved.ID)
					require.Equal(t, "79170009901", byChat(t, s, chat).PhoneKey)
					require.Equal(t, verified, moved.PhoneVerifiedAt != nil)

					left, err := s.Customer(t.Context(), typed.ID)
					require.NoError(t, err)
					require.Equal(t, "79170009900", left.PhoneKey)
					require.Nil(t, left.TelegramID)
					require.Nil(t, left.PhoneVerifiedAt)
					task, err = s.Task(t.Context(), task.ID)
					require.NoError(t, err)
					require.Equal(t, typed.ID, *task.CustomerID)
					_, pending, err := s.NextNotification(t.Context())
					require.NoError(t, err)
					require.False(t, pending)
				})
			})
		}
	}
}

func TestACardWithNothingOnItIsNotLeftBehind(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-77-01", Name: "Анна"})
		corrected, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-77-02", Name: "Анна"})
		require.Equal(t, typed.ID, corrected.ID)
		require.Equal(t, "8 917 000-77-02", corrected.Phone)

		made := createCustomer(t, s, store.NewCustomer{Phone: "8 917 000-77-03"})
		owner, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170007703", Verified: true, Name: "Анна"})
		require.Equal(t, made.ID, owner.ID)
		_, err := s.Customer(t.Context(), typed.ID)
		requireError(t, err, store.NotFound, "")
	})
}

func TestWhatStaffWroteOnACardIsNotRemovedWithAWrongNumber(t *testing.T) {
	for name, change := range map[string]store.CustomerUpdate{"a note": {Note: ptr("Скидка")}, "a name": {Name: ptr("Анна Ильина")}} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-77-01", Name: "Анна"})
				_, err := s.UpdateCustomer(t.Context(), typed.Phone, change)
				require.NoError(t, err)
				corrected, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "8 917 000-77-02", Name: "Анна"})
				require.NotEqual(t, typed.ID, corrected.ID)
				left, err := s.Customer(t.Context(), typed.ID)
				require.NoError(t, err)
				require.Equal(t, "79170007701", left.PhoneKey)
			})
		})
	}
}

func TestATypedPhoneReplacesNoProvenOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		proven, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		same, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901"})
		require.Equal(t, store.RegistrationDone, outcome)
		requireSame(t, proven, same)
	})
}

func TestACorrectedPhoneThatSomebodyHasNeedsTheContact(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900"})
		_, outcome := register(t, s, store.Registration{TelegramID: chat, Phone: s.NewCustomer(t).Phone})
		require.Equal(t, store.RegistrationNeedsContact, outcome)
		requireSame(t, typed, byChat(t, s, chat))
	})
}

// The owner's contact can come between the claim of a message for the stranger's chat and its sending.
func TestAMessageIsNotSentToAChatThatTheCardHasLeft(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900"})
		task := s.NewTask(t, typed)
		s.Clock.Advance(storeHold)
		register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Verified: true})
		require.NoError(t, s.SetChatOfNotifications(t.Context(), task.ID, chat)) // as a claim that was made before has it
		require.Empty(t, claim(t, s))
	})
}

func TestAnotherChatThatStaffLinkHasNotProvenThePhone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		proven := s.NewRegistered(t)
		linked, err := s.UpdateCustomer(t.Context(), proven.Phone, store.CustomerUpdate{TelegramID: ptr(chat)})
		require.NoError(t, err)
		require.Nil(t, linked.PhoneVerifiedAt)
	})
}

func TestOnePersonWhoRegistersManyTimesAtOnceGetsOneCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, err := range atOnce(8, func() error {
			_, _, err := s.Register(t.Context(), store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
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
		old, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Verified: true})
		task := newToldTask(t, s, old)
		setStatus(t, s, task, store.StatusReady)
		made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+79170009901"})
		require.NoError(t, err)
		register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009901", Verified: true})
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusAccepted, To: store.StatusReady}}, deliverAll(t, s))

		_, err = s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, old.Phone)
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
		register(t, s, store.Registration{TelegramID: otherChat, Phone: "+79170009900", Verified: true})
		require.NoError(t, s.NotificationUnreachable(t.Context(), claimed.Claim(), claimed.ChatID, "Forbidden"))
		again := claim(t, s)
		require.Len(t, again, 1)
		require.Equal(t, otherChat, again[0].Notification.ChatID)
		require.Nil(t, again[0].Customer.UnreachableAt, "it was the old chat that could not be reached")
	})
}
