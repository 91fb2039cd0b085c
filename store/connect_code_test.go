package store_test

import (
	"fmt"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func connectCode(t *testing.T, s *storetest.Store, customer store.Customer) store.ConnectCode {
	t.Helper()
	code, err := s.CreateConnectCode(t.Context(), customer.ID)
	require.NoError(t, err)
	return code
}

// scan is what a chat is offered for a link.
func scan(t *testing.T, s *storetest.Store, chatID int64, link string) store.Offer {
	t.Helper()
	offer, err := s.OfferByLink(t.Context(), store.Registration{TelegramID: chatID, Name: "Анна", Language: "ru"}, link)
	require.NoError(t, err)
	return offer
}

// types is what a chat is offered for digits.
func types(t *testing.T, s *storetest.Store, chatID int64, digits string) store.Offer {
	t.Helper()
	offer, err := s.OfferByDigits(t.Context(), store.Registration{TelegramID: chatID, Name: "Анна", Language: "ru"}, digits)
	require.NoError(t, err)
	return offer
}

// sharesContact is a contact that Telegram vouches for.
func sharesContact(t *testing.T, s *storetest.Store, chatID int64, phone string) (store.Customer, store.RegistrationOutcome) {
	t.Helper()
	return register(t, s, store.Registration{TelegramID: chatID, Phone: phone, Verified: true, Name: "Анна", Language: "ru"})
}

func TestACodeOffersTheCardAndTheOwnContactConnectsIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		code := connectCode(t, s, customer)
		require.Regexp(t, regexp.MustCompile(`^[A-Za-z0-9_-]{22}$`), code.Link)
		require.Regexp(t, regexp.MustCompile(`^\d{6}$`), code.Digits)
		require.Equal(t, s.Clock.Now().Add(14*24*time.Hour), code.ExpiresAt)

		for _, offer := range []store.Offer{scan(t, s, chat, code.Link), types(t, s, chat, code.Digits), scan(t, s, chat, code.Link)} {
			require.Equal(t, store.Offer{Outcome: store.OfferMade, PhoneKey: customer.PhoneKey}, offer)
			require.Zero(t, byChat(t, s, chat), "an offer connects nothing")
		}
		connected, outcome := sharesContact(t, s, chat, customer.Phone)
		require.Equal(t, store.RegistrationDone, outcome)
		require.Equal(t, customer.ID, connected.ID)
		require.NotNil(t, connected.PhoneVerifiedAt)

		require.Equal(t, store.OfferNone, scan(t, s, otherChat, code.Link).Outcome, "a code is used once")
		require.Equal(t, store.OfferNone, types(t, s, otherChat, code.Digits).Outcome)
		_, err := s.CreateConnectCode(t.Context(), 99)
		requireError(t, err, store.NotFound, "customerId")
	})
}

func TestOnlyHashesOfACodeAreKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		code := connectCode(t, s, s.NewCustomer(t))
		var link, digits string
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT link_hash, digits_hash FROM connect_codes").Scan(&link, &digits))
		require.Len(t, link, 64)
		require.Len(t, digits, 64)
		require.NotContains(t, link+digits, code.Link)
		other := connectCode(t, s, s.NewCustomer(t))
		require.NotEqual(t, code, other)
	})
}

func TestACodeWorksForFourteenDaysAndANewOneReplacesIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		first := connectCode(t, s, customer)
		scan(t, s, chat, first.Link)
		second := connectCode(t, s, customer)
		require.Equal(t, store.OfferNone, scan(t, s, otherChat, first.Link).Outcome)
		require.Equal(t, store.OfferMade, scan(t, s, otherChat, second.Link).Outcome)
		ends := func() map[int64]time.Time {
			ends, err := s.ConnectCodeEnds(t.Context(), []int64{customer.ID, s.NewCustomer(t).ID})
			require.NoError(t, err)
			return ends
		}
		require.Len(t, ends(), 1)
		require.WithinDuration(t, second.ExpiresAt, ends()[customer.ID], 0)
		_, outcome := sharesContact(t, s, chat, "+79990000001")
		require.Equal(t, store.RegistrationDone, outcome, "what was offered by the code before is over")

		s.Clock.Advance(14*24*time.Hour - time.Minute)
		require.Equal(t, store.OfferMade, scan(t, s, otherChat, second.Link).Outcome)
		s.Clock.Advance(time.Minute)
		require.Empty(t, ends())
		require.Equal(t, store.OfferNone, scan(t, s, otherChat, second.Link).Outcome)
		require.Equal(t, store.OfferNone, types(t, s, otherChat, second.Digits).Outcome)
		_, outcome = sharesContact(t, s, otherChat, "+79990000002")
		require.Equal(t, store.RegistrationDone, outcome, "an offer ends with its code")
	})
}

func TestTenThousandGuessesConnectNothingAndTheRealCodeStillWorks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		before := connectCode(t, s, s.NewCustomer(t))
		s.Clock.Advance(20 * time.Minute)
		code := connectCode(t, s, customer)
		guesses, looked := 0, 0
		for digits := range 1_000_000 {
			written := fmt.Sprintf("%06d", digits)
			if written == code.Digits || written == before.Digits {
				continue
			}
			guesser := 8_000_000_000 + int64(guesses/50) // each chat is refused after its first few
			offer := types(t, s, guesser, written)
			require.Contains(t, []store.OfferOutcome{store.OfferNone, store.OfferTooMany}, offer.Outcome)
			if offer.Outcome == store.OfferNone {
				looked++
			}
			if guesses++; guesses == 10_000 {
				break
			}
		}
		require.Equal(t, store.GuessesOverall, looked)
		require.Equal(t, store.OfferTooMany, types(t, s, 8_000_000_000, code.Digits).Outcome, "who guesses is not listened to")
		require.Equal(t, store.OfferTooMany, types(t, s, otherChat, before.Digits).Outcome, "nobody is at the counter with that one")
		require.Equal(t, store.OfferMade, scan(t, s, otherChat, before.Link).Outcome, "its link works all the same")

		require.Equal(t, store.OfferMade, types(t, s, chat, code.Digits).Outcome)
		connected, _ := sharesContact(t, s, chat, customer.Phone)
		require.Equal(t, customer.ID, connected.ID)
		customers, err := s.Customers(t.Context())
		require.NoError(t, err)
		for _, one := range customers {
			require.Equal(t, one.ID == customer.ID, one.TelegramID != nil)
		}

		s.Clock.Advance(time.Hour)
		require.Equal(t, store.OfferMade, types(t, s, 8_000_000_000, before.Digits).Outcome, "an hour later all is forgotten")
	})
}

func TestOfTwoChatsThatRaceForACodeTheOneWithTheCardsPhoneHasTheCard(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for range 5 {
			customer := s.NewCustomer(t)
			code := connectCode(t, s, customer)
			chats := []int64{9_000_000_000 + customer.ID*2, 9_000_000_001 + customer.ID*2}
			phones := []string{customer.Phone, s.NewPhone()}
			outcomes := make([]store.RegistrationOutcome, 2)
			turn := make(chan int, 2)
			turn <- 0
			turn <- 1
			for _, err := range atOnce(2, func() error {
				i := <-turn
				who := store.Registration{TelegramID: chats[i], Phone: phones[i], Verified: true, Language: "ru"}
				if _, err := s.OfferByLink(t.Context(), who, code.Link); err != nil {
					return err
				}
				var err error
				_, outcomes[i], err = s.Register(t.Context(), who)
				return err
			}) {
				require.NoError(t, err)
			}
			require.Equal(t, store.RegistrationDone, outcomes[0])
			require.Equal(t, customer.ID, byChat(t, s, chats[0]).ID)
			require.Contains(t, []store.RegistrationOutcome{store.RegistrationDone, store.RegistrationOtherPhone}, outcomes[1])
			require.NotEqual(t, customer.ID, byChat(t, s, chats[1]).ID)
			require.Empty(t, openClaims(t, s, customer), "nothing is left to be asked")
		}
	})
}

// askedByCode is a card with an open question whether it is of the chat, which has proven another phone.
func askedByCode(t *testing.T, s *storetest.Store) (store.Customer, store.PhoneClaim) {
	t.Helper()
	customer := s.NewCustomer(t)
	s.NewTask(t, customer)
	scan(t, s, chat, connectCode(t, s, customer).Link)
	for range 2 { // once is a question
		_, outcome := sharesContact(t, s, chat, "+79990000001")
		require.Equal(t, store.RegistrationOtherPhone, outcome)
	}
	require.Zero(t, byChat(t, s, chat))
	claim := onlyClaim(t, s, customer)
	require.Equal(t, store.PhoneClaim{
		ID: claim.ID, CustomerID: customer.ID, PhoneKey: "79990000001", TelegramID: chat, Name: "Анна", Language: "ru", ByCode: true, CreatedAt: claim.CreatedAt,
	}, claim)
	require.Empty(t, toldChats(t, s))
	return customer, claim
}

func TestAnotherPhoneThanTheCardsIsAQuestionForStaff(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, claim := askedByCode(t, s)
		// Whoever changes the card has not answered it.
		_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Name: ptr("Анна Ильина")})
		require.NoError(t, err)
		connected, err := s.DecidePhoneClaim(t.Context(), system, claim.ID, true)
		require.NoError(t, err)
		require.Equal(t, chat, *connected.TelegramID)
		require.Equal(t, customer.Phone, connected.Phone, "the phone to call stays")
		require.NotNil(t, connected.PhoneVerifiedAt)
		require.Equal(t, map[int64][]store.NotificationKind{chat: {store.NotificationPhoneMoved}}, toldChats(t, s))
		require.Equal(t, connected.ID, byChat(t, s, chat).ID)
	})
}

func TestWhoIsRefusedTheCardRegistersWithTheirOwnPhone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, claim := askedByCode(t, s)
		kept, err := s.DecidePhoneClaim(t.Context(), system, claim.ID, false)
		require.NoError(t, err)
		require.Nil(t, kept.TelegramID)
		require.Equal(t, map[int64][]store.NotificationKind{chat: {store.NotificationPhoneKept}}, toldChats(t, s))

		own, outcome := sharesContact(t, s, chat, "+79990000001")
		require.Equal(t, store.RegistrationDone, outcome)
		require.NotEqual(t, customer.ID, own.ID)
		require.Equal(t, store.OfferRefused, scan(t, s, chat, connectCode(t, s, customer).Link).Outcome, "and is not asked about for a week")
		s.Clock.Advance(8 * 24 * time.Hour)
		require.Equal(t, store.OfferAsked, scan(t, s, chat, connectCode(t, s, customer).Link).Outcome)
	})
}

func TestAQuestionEndsWhenTheOwnerConnectsOrTheCardGoes(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, s *storetest.Store, customer store.Customer){
		"the owner connects": func(t *testing.T, s *storetest.Store, customer store.Customer) {
			_, outcome := sharesContact(t, s, otherChat, customer.Phone)
			require.Equal(t, store.RegistrationDone, outcome)
		},
		"the card is deleted": func(t *testing.T, s *storetest.Store, customer store.Customer) {
			_, err := s.DeleteCustomer(t.Context(), system, customer.Phone)
			require.NoError(t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				customer, claim := askedByCode(t, s)
				end(t, s, customer)
				_, err := s.DecidePhoneClaim(t.Context(), system, claim.ID, true)
				requireError(t, err, store.NotFound, "")
				require.Equal(t, []store.NotificationKind{store.NotificationPhoneKept}, toldChats(t, s)[chat])
			})
		})
	}
}

func TestARegisteredCustomerWhoScans(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		own, _ := sharesContact(t, s, chat, "+79990000001")
		task := newToldTask(t, s, own)
		require.Equal(t, store.OfferConnected, scan(t, s, chat, connectCode(t, s, own).Link).Outcome)

		other := s.NewCustomer(t)
		code := connectCode(t, s, other)
		require.Equal(t, store.Offer{Outcome: store.OfferAsked, PhoneKey: other.PhoneKey}, scan(t, s, chat, code.Link))
		require.Equal(t, own.ID, byChat(t, s, chat).ID, "a question moves nothing")
		connected, err := s.DecidePhoneClaim(t.Context(), system, onlyClaim(t, s, other).ID, true)
		require.NoError(t, err)
		require.Equal(t, other.ID, byChat(t, s, chat).ID)
		task, err = s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, connected.ID, *task.CustomerID, "their requests come along")
		require.Equal(t, store.OfferNone, scan(t, s, otherChat, code.Link).Outcome)
	})
}

func TestWhoTypedThePhoneOfTheCardIsConnectedByStaffAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		typed, _ := register(t, s, store.Registration{TelegramID: chat, Phone: "+79170009900", Language: "ru"})
		require.Equal(t, store.OfferMade, scan(t, s, chat, connectCode(t, s, typed).Link).Outcome)
		_, outcome := sharesContact(t, s, chat, "+79990000001")
		require.Equal(t, store.RegistrationOtherPhone, outcome)
		connected, err := s.DecidePhoneClaim(t.Context(), system, onlyClaim(t, s, typed).ID, true)
		require.NoError(t, err)
		require.Equal(t, typed.ID, connected.ID)
		require.NotNil(t, byChat(t, s, chat).PhoneVerifiedAt)
	})
}

func TestACodeOfACardThatAnotherChatHasProvenIsNoProof(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, _ := sharesContact(t, s, chat, "+79170009900")
		require.Equal(t, store.OfferMade, scan(t, s, otherChat, connectCode(t, s, customer).Link).Outcome)
		_, outcome := sharesContact(t, s, otherChat, "+79170009900")
		require.Equal(t, store.RegistrationClaimed, outcome)
		require.Equal(t, customer.ID, byChat(t, s, chat).ID)
	})
}
