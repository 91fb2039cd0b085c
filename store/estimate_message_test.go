package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// claimEstimates claims what is due, and gives the messages about estimates among it.
func claimEstimates(t *testing.T, s *storetest.Store) []store.Delivery {
	t.Helper()
	var about []store.Delivery
	for _, delivery := range claim(t, s) {
		if delivery.Notification.Kind == store.NotificationEstimate {
			about = append(about, delivery)
		}
	}
	return about
}

func TestACustomerIsAskedAndTheMessageIsEditedWhenTheyDecide(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		estimate := estimated(t, s, task, 740_000)
		require.Empty(t, claim(t, s), "held back")
		s.Clock.Advance(storeHold)
		first := claimEstimates(t, s)
		require.Len(t, first, 1)
		require.Equal(t, estimate.ID, first[0].Estimate.ID)
		require.Len(t, first[0].Estimate.Lines, 1)
		require.Equal(t, task.ID, first[0].Task.ID)

		// The customer decides while the answer of Telegram is still under way.
		actor, decision := accepts(customer, estimate)
		_, err := s.DecideEstimate(t.Context(), actor, decision)
		require.NoError(t, err)
		require.NoError(t, s.NotificationSent(t.Context(), first[0].Notification.Claim(), 41))
		s.Clock.Advance(storeHold)
		edited := claimEstimates(t, s)
		require.Len(t, edited, 1)
		require.Equal(t, 41, edited[0].Notification.TelegramMessageID)
		require.Equal(t, store.EstimateAccepted, edited[0].Estimate.State)
		require.NoError(t, s.NotificationSent(t.Context(), edited[0].Notification.Claim(), 41))
		s.Clock.Advance(time.Hour)
		require.Empty(t, claim(t, s))
	})
}

func TestAnEstimateThatIsReplacedBeforeItWasSentIsNotSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		estimated(t, s, task, 500_000)
		present := estimated(t, s, task, 740_000)
		s.Clock.Advance(storeHold)
		told := claimEstimates(t, s)
		require.Len(t, told, 1)
		require.Equal(t, present.ID, told[0].Estimate.ID)
		require.NoError(t, s.NotificationSent(t.Context(), told[0].Notification.Claim(), 41))
		require.Empty(t, claim(t, s))

		next := estimated(t, s, task, 800_000)
		s.Clock.Advance(storeHold)
		edited := claimEstimates(t, s)
		require.Equal(t, store.EstimateWithdrawn, edited[0].Estimate.State)
		require.NoError(t, s.NotificationSent(t.Context(), edited[0].Notification.Claim(), 41))
		require.Equal(t, next.ID, claimEstimates(t, s)[0].Estimate.ID)
	})
}

func TestAChatThatIsNotProvenIsAskedOnceItIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		phone := s.NewPhone()
		customer, _ := register(t, s, store.Registration{TelegramID: chat, Phone: phone, Name: "Ольга"})
		task := newToldTask(t, s, customer)
		estimate := estimated(t, s, task, 740_000)
		s.Clock.Advance(storeHold)
		blind := claimEstimates(t, s)
		require.Len(t, blind, 1)
		require.Nil(t, blind[0].Estimate, "nothing that others wrote")
		require.NoError(t, s.NotificationSent(t.Context(), blind[0].Notification.Claim(), 41))
		_, err := s.EstimateAsked(t.Context(), customer, estimate.ID)
		require.Equal(t, store.Forbidden, store.CodeOf(err))

		register(t, s, store.Registration{TelegramID: chat, Phone: phone, Verified: true})
		s.Clock.Advance(storeHold)
		shown := claimEstimates(t, s)
		require.Len(t, shown, 1)
		require.Equal(t, estimate.ID, shown[0].Estimate.ID)
		require.Zero(t, shown[0].Notification.TelegramMessageID, "a message of its own")
		require.NoError(t, s.NotificationSent(t.Context(), shown[0].Notification.Claim(), 42))
		register(t, s, store.Registration{TelegramID: chat, Phone: phone, Verified: true})
		s.Clock.Advance(storeHold)
		require.Empty(t, claimEstimates(t, s))
	})
}

func TestWhoConnectsAChatOrComesBackIsAskedAboutWhatWaits(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		task := s.NewTask(t, customer)
		estimate := estimated(t, s, task, 740_000)
		require.Empty(t, claim(t, s), "no chat")
		register(t, s, store.Registration{TelegramID: chat, Phone: customer.Phone, Verified: true})
		s.Clock.Advance(storeHold)
		told := claimEstimates(t, s)
		require.Len(t, told, 1)
		require.NoError(t, s.NotificationUnreachable(t.Context(), told[0].Notification.Claim(), chat, "blocked"))
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s))
		require.NoError(t, s.SetReachable(t.Context(), chat))
		s.Clock.Advance(storeHold)
		again := claimEstimates(t, s)
		require.Len(t, again, 1)
		require.Equal(t, told[0].Notification.ID, again[0].Notification.ID)

		require.NoError(t, s.NotificationUnreachable(t.Context(), again[0].Notification.Claim(), chat, "blocked"))
		_, err := s.DecideEstimate(t.Context(), system, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Via: store.ViaPhone})
		require.NoError(t, err)
		require.NoError(t, s.SetReachable(t.Context(), chat))
		s.Clock.Advance(storeHold)
		require.Empty(t, claimEstimates(t, s), "they have decided by phone meanwhile")
	})
}

func TestAMessageAboutAnEstimateIsNotEditedInAChatThatTheCardHasLeft(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		estimate := estimated(t, s, task, 740_000)
		s.Clock.Advance(storeHold)
		require.NoError(t, s.NotificationSent(t.Context(), claimEstimates(t, s)[0].Notification.Claim(), 41))
		_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{TelegramID: ptr(chat)})
		require.NoError(t, err)
		_, err = s.DecideEstimate(t.Context(), system, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Via: store.ViaPhone})
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		require.Empty(t, claimEstimates(t, s))
	})
}

func TestADecisionIsNewsOfItsOwnToStaffButNotToWhoHasNotedIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		anna := linked(t, s, annasChat, store.NotifyMine)
		linked(t, s, borisChat, store.NotifyEverything)
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		_, err := s.Tell(t.Context(), customer.ID, task.ID, "Сколько выйдет?")
		require.NoError(t, err)
		deliverAll(t, s)
		estimate := estimated(t, s, task, 740_000)
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		actor, decision := accepts(customer, estimate)
		_, err = s.DecideEstimate(t.Context(), actor, decision)
		require.NoError(t, err)
		news := claimNews(t, s)
		require.Equal(t, []int64{borisChat}, chatsOf(news))
		require.Zero(t, news[borisChat].Notification.TelegramMessageID, "it makes a sound")
		require.Equal(t, store.NewsDecision, news[borisChat].Notification.Payload.News)
		require.Equal(t, store.EstimateAccepted, news[borisChat].Estimate.State)
		require.Equal(t, task.ID, news[borisChat].News.Task.ID)

		_, err = s.UpdateTask(t.Context(), actorOf(anna), task.ID, store.TaskUpdate{EmployeeID: &anna.ID})
		require.NoError(t, err)
		next := estimated(t, s, task, 800_000)
		_, err = s.DecideEstimate(t.Context(), actorOf(anna), store.EstimateDecision{ID: next.ID, Version: next.Version, Via: store.ViaCounter})
		require.NoError(t, err)
		require.Empty(t, claimNews(t, s), "it is hers, and she knows")
	})
}
