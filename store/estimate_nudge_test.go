package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// askedPrice sends the customer of a task an estimate, and delivers the question.
func askedPrice(t *testing.T, s *storetest.Store, task store.Task) store.Estimate {
	t.Helper()
	estimate := estimated(t, s, task, 740_000)
	s.Clock.Advance(storeHold)
	deliverAll(t, s)
	s.Clock.Advance(-storeHold)
	return estimate
}

func TestWhoDoesNotAnswerAnEstimateIsAskedAgainTwiceAndOnlyInWakingHours(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		day, night := newToldTask(t, s, s.NewRegistered(t)), newToldTask(t, s, s.NewRegistered(t))
		clockTo(t, s, "2026-03-02 12:00:00")
		askedPrice(t, s, day)
		clockTo(t, s, "2026-03-02 22:00:00")
		askedPrice(t, s, night)
		clockTo(t, s, "2026-03-03 00:00:00")
		require.Equal(t, []string{
			"Tue 3 Mar 12:00 estimate_nudge № 1", "Wed 4 Mar 09:00 estimate_nudge № 2",
			"Thu 5 Mar 12:00 estimate_nudge № 1", "Fri 6 Mar 09:00 estimate_nudge № 2",
		}, live(t, s, 20*24*time.Hour))
	})
}

func TestNobodyIsAskedAgainAboutAnEstimateThatIsOver(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		tasks := make([]store.Task, 6)
		for i := range tasks {
			tasks[i] = newToldTask(t, s, s.NewRegistered(t))
		}
		decided, withdrawn, closed, deleted, expired, replaced := tasks[0], tasks[1], tasks[2], tasks[3], tasks[4], tasks[5]
		clockTo(t, s, "2026-03-02 12:00:00")
		first := askedPrice(t, s, decided)
		second := askedPrice(t, s, withdrawn)
		askedPrice(t, s, closed)
		askedPrice(t, s, deleted)
		draft, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: expired.ID, Lines: lines(1), ValidUntil: ptr(s.Clock.Now().Add(20 * time.Hour))})
		require.NoError(t, err)
		_, err = s.SendEstimate(t.Context(), system, draft.ID, draft.Version)
		require.NoError(t, err)
		askedPrice(t, s, replaced)

		_, err = s.DecideEstimate(t.Context(), system, store.EstimateDecision{ID: first.ID, Version: first.Version, Via: store.ViaPhone})
		require.NoError(t, err)
		_, err = s.WithdrawEstimate(t.Context(), system, second.ID, second.Version)
		require.NoError(t, err)
		setStatus(t, s, closed, store.StatusClosed)
		require.NoError(t, s.DeleteTask(t.Context(), system, deleted.ID))
		clockTo(t, s, "2026-03-03 10:00:00")
		require.NoError(t, s.ExpireEstimates(t.Context()))
		askedPrice(t, s, replaced) // a new version begins anew
		require.Equal(t, []string{
			"Tue 3 Mar 12:00 estimate gone", "Tue 3 Mar 12:00 rating № 3",
			"Wed 4 Mar 10:00 estimate_nudge № 6", "Fri 6 Mar 10:00 estimate_nudge № 6",
		}, live(t, s, 20*24*time.Hour))
	})
}

func TestAfterAnOutageOfDaysNobodyIsAskedAgainInABurst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		tasks := []store.Task{newToldTask(t, s, s.NewRegistered(t)), newToldTask(t, s, s.NewRegistered(t)), newToldTask(t, s, s.NewRegistered(t))}
		clockTo(t, s, "2026-03-02 12:00:00")
		for _, task := range tasks {
			askedPrice(t, s, task)
		}
		clockTo(t, s, "2026-03-04 15:00:00") // out for two days
		require.Equal(t, []string{"estimate dropped", "estimate dropped", "estimate dropped"}, remind(t, s))
		require.Equal(t, []string{"Thu 5 Mar 12:00 estimate_nudge № 1", "Thu 5 Mar 12:00 estimate_nudge № 2", "Thu 5 Mar 12:00 estimate_nudge № 3"},
			live(t, s, 5*24*time.Hour), "the series goes on where it would be")
	})
}

func TestAQuestionThatWaitsToBeAskedAgainIsTakenBackWithItsCause(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		decided, closed := newToldTask(t, s, s.NewRegistered(t)), newToldTask(t, s, s.NewRegistered(t))
		clockTo(t, s, "2026-03-02 12:00:00")
		estimate := askedPrice(t, s, decided)
		askedPrice(t, s, closed)
		s.Clock.Advance(24 * time.Hour)
		require.Equal(t, []string{"estimate sent", "estimate sent"}, remind(t, s))
		_, err := s.DecideEstimate(t.Context(), system, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaPhone})
		require.NoError(t, err)
		setStatus(t, s, closed, store.StatusClosed)
		s.Clock.Advance(storeHold)
		for _, delivery := range claim(t, s) {
			require.NotEqual(t, store.NotificationEstimateNudge, delivery.Notification.Kind)
		}
	})
}

func TestWhoHasAnsweredSeesThatInBothMessages(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := newToldTask(t, s, customer)
		clockTo(t, s, "2026-03-02 12:00:00")
		estimate := askedPrice(t, s, task)
		s.Clock.Advance(24 * time.Hour)
		require.Equal(t, []string{"estimate sent"}, remind(t, s))
		s.Clock.Advance(storeHold)
		nudges := claim(t, s)
		require.Len(t, nudges, 1)
		require.Equal(t, estimate.ID, nudges[0].Estimate.ID)
		require.NoError(t, s.NotificationSent(t.Context(), nudges[0].Notification.Claim(), 42))
		_, err := s.DecideEstimate(t.Context(), system, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaCounter})
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		edited := map[store.NotificationKind]store.EstimateState{}
		for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
			for _, delivery := range deliveries {
				edited[delivery.Notification.Kind] = delivery.Estimate.State
				require.NotZero(t, delivery.Notification.TelegramMessageID)
				require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), delivery.Notification.TelegramMessageID))
			}
		}
		require.Equal(t, map[store.NotificationKind]store.EstimateState{
			store.NotificationEstimate: store.EstimateAccepted, store.NotificationEstimateNudge: store.EstimateAccepted,
		}, edited)
	})
}

func TestAShopThatDoesNotRemindAndACustomerWhoIsGoneAreLeftAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		without := s.NewTask(t, s.NewCustomer(t))
		estimated(t, s, without, 1)
		gone := newToldTask(t, s, s.NewRegistered(t))
		clockTo(t, s, "2026-03-02 12:00:00")
		askedPrice(t, s, gone)
		customer, err := s.Customer(t.Context(), *gone.CustomerID)
		require.NoError(t, err)
		require.NoError(t, s.SetUnreachable(t.Context(), *customer.TelegramID, s.Clock.Now()))
		require.Equal(t, []string{"Tue 3 Mar 12:00 estimate nobody", "Thu 5 Mar 12:00 estimate nobody"}, live(t, s, 10*24*time.Hour))
	})
}
