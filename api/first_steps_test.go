package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
)

func TestAnAdminIsToldHowTheBotIs(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		admin := s.login(s.NewAdmin(t))
		const ask = `{ botState { problem says miniAppOffered } bot { url } }`
		admin.gives(`{"data": {"botState": {"problem": "STARTING", "says": null, "miniAppOffered": false}, "bot": null}}`, ask)
		require.NoError(t, s.SetBotProblem(t.Context(), store.BotProblem{Kind: store.BotTokenRefused, Says: "Telegram does not know the token"}))
		admin.gives(`{"data": {"botState": {"problem": "TOKEN_REFUSED", "says": "Telegram does not know the token", "miniAppOffered": false}, "bot": null}}`, ask)
		require.NoError(t, s.SetBotProblem(t.Context(), store.BotProblem{}))
		require.NoError(t, s.SetBotUsername(t.Context(), "vintik_bot"))
		admin.gives(`{"data": {"botState": {"problem": null, "says": null, "miniAppOffered": false}, "bot": {"url": "https://t.me/vintik_bot"}}}`, ask)
	})
}

func TestTheMiniAppIsOfferedAtAPublicAddressAlone(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.PublicURL = "https://vintik.example" })
	s.login(s.NewAdmin(t)).gives(`{"data": {"botState": {"miniAppOffered": true}}}`, `{ botState { miniAppOffered } }`)
}

func TestTheFirstStepsAreDoneOneAfterAnother(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		owner := s.NewAdmin(t)
		admin := s.login(owner)
		check := func(want string) {
			t.Helper()
			admin.gives(`{"data": {"firstSteps": `+want+`}}`, `{ firstSteps { botWorks telegramLinked shopDescribed colleagueInvited taskTaken customerConnected } }`)
		}
		check(`{"botWorks": false, "telegramLinked": false, "shopDescribed": false, "colleagueInvited": false, "taskTaken": false, "customerConnected": false}`)
		require.NoError(t, s.SetBotProblem(t.Context(), store.BotProblem{}))
		_, err := s.LinkStaff(t.Context(), owner.ID, 4_200_000_001)
		require.NoError(t, err)
		s.NewTask(t, s.NewCustomer(t))
		check(`{"botWorks": true, "telegramLinked": true, "shopDescribed": false, "colleagueInvited": false, "taskTaken": true, "customerConnected": false}`)
		s.NewRegistered(t)
		s.NewStaff(t)
		_, err = s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: owner.ID}, store.ShopUpdate{
			Address: new("Ленина 5"), Phone: new("8 917 000-99-00"), Hours: &[7]store.Hours{1: {From: 600, To: 1200}},
		})
		require.NoError(t, err)
		check(`{"botWorks": true, "telegramLinked": true, "shopDescribed": true, "colleagueInvited": true, "taskTaken": true, "customerConnected": true}`)
	})
}
