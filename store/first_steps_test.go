package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func TestTheFirstStepsAreWhatThereIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		owner := s.NewAdmin(t)
		check := func(want store.FirstSteps) {
			t.Helper()
			steps, err := s.FirstSteps(t.Context())
			require.NoError(t, err)
			require.Equal(t, want, steps)
		}
		check(store.FirstSteps{})

		_, _, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleStaff, CreatedBy: &owner.ID, TTL: 7 * 24 * time.Hour})
		require.NoError(t, err)
		check(store.FirstSteps{ColleagueInvited: true})
		s.Clock.Advance(8 * 24 * time.Hour)
		check(store.FirstSteps{}) // nobody came
		s.NewStaff(t)
		check(store.FirstSteps{ColleagueInvited: true})

		s.NewTask(t, s.NewCustomer(t))
		check(store.FirstSteps{ColleagueInvited: true, TaskTaken: true})
		s.NewRegistered(t)
		check(store.FirstSteps{ColleagueInvited: true, TaskTaken: true, CustomerConnected: true})

		shop, err := s.UpdateShop(t.Context(), actorOf(owner), store.ShopUpdate{Address: new("Ленина 5"), Phone: new("8 917 000-99-00")})
		require.NoError(t, err)
		check(store.FirstSteps{ColleagueInvited: true, TaskTaken: true, CustomerConnected: true})
		_, err = s.UpdateShop(t.Context(), actorOf(owner), store.ShopUpdate{Version: shop.Version, Hours: &[7]store.Hours{1: {From: 600, To: 1200}}})
		require.NoError(t, err)
		check(store.FirstSteps{ShopDescribed: true, ColleagueInvited: true, TaskTaken: true, CustomerConnected: true})
	})
}

func TestHowTheBotIsIsKnownToAllReplicas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, want := range []store.BotProblem{{Kind: store.BotUnreachable, Says: "Telegram cannot be reached"}, {}} {
			require.NoError(t, s.SetBotProblem(t.Context(), want))
			other, err := store.Open(store.Options{URL: s.URL})
			require.NoError(t, err)
			problem, err := other.BotProblem(t.Context())
			require.NoError(t, err)
			require.Equal(t, want, problem)
			require.NoError(t, other.Close())
		}
	})
}
