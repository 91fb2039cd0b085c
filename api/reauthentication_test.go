package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

const needsPassword = "This needs your password, because it was not given lately: send it as currentPassword."

func TestAStolenSessionAloneTakesNoAccountAndGetsNoLastingAccess(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, withBot)
		olga := s.NewAdmin(t)
		s.NewStaff(t)
		s.NewWebhook(t)
		thief := s.again(olga)
		s.Clock.Advance(store.ReauthenticationTTL)
		for name, mutation := range map[string]string{
			"updateUser":          `updateUser(email: "thief@example.com"%s) { user { id } }`,
			"linkTelegram":        `linkTelegram(initData: "` + strings.ReplaceAll(s.initData(), `"`, `\"`) + `"%s) { user { id } }`,
			"createApiToken":      `createApiToken(name: "x", scopes: [READ]%s) { token }`,
			"createInvite":        `createInvite(role: ADMIN%s) { token }`,
			"createLoginLink":     `createLoginLink(id: 2%s) { link }`,
			"setStaffRole":        `setStaffRole(id: 2, role: ADMIN%s) { user { id } }`,
			"enableStaff":         `enableStaff(id: 2%s) { user { id } }`,
			"createWebhook":       `createWebhook(url: "https://example.com/", events: ["task.created"]%s) { secret }`,
			"updateWebhook":       `updateWebhook(id: 1, url: "https://example.com/"%s) { webhook { id } }`,
			"rotateWebhookSecret": `rotateWebhookSecret(id: 1%s) { secret }`,
		} {
			with := func(argument string) string {
				return "mutation { " + strings.Replace(mutation, "%s", argument, 1) + " }"
			}
			thief.fails(needsPassword, `{"code": "FORBIDDEN", "field": "currentPassword"}`, with(""))
			thief.fails("This is not your current password.", `{"code": "INVALID", "field": "currentPassword"}`, with(`, currentPassword: "guess"`))
			owner := s.login(olga)
			require.NotContains(t, owner.call(with(""), nil).body, `"errors"`, name)
			if name == "updateUser" {
				_, err := s.UpdateStaff(t.Context(), olga.ID, store.StaffUpdate{Email: &olga.Email})
				require.NoError(t, err)
			}
		}
		thief.gives(`{"data": {"updateUser": {"user": {"name": "Ольга"}}}}`, `mutation { updateUser(name: "Ольга", email: "`+olga.Email+`") { user { name } } }`)
		thief.gives(`{"data": {"updateWebhook": {"webhook": {"active": false}}}}`, `mutation { updateWebhook(id: 1, active: false) { webhook { active } } }`)
		thief.gives(`{"data": {"disableStaff": {"user": {"active": false}}}}`, `mutation { disableStaff(id: 2) { user { active } } }`)
	})
}

func TestAPasswordThatIsGivenAgainServesForAWhile(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga := s.NewAdmin(t)
		admin := s.again(olga)
		s.Clock.Advance(store.ReauthenticationTTL)
		const invite = `mutation { createInvite(role: STAFF) { invite { role } } }`
		const made, refusal = `{"data": {"createInvite": {"invite": {"role": "STAFF"}}}}`, `{"code": "FORBIDDEN", "field": "currentPassword"}`
		admin.fails(needsPassword, refusal, invite)
		admin.gives(`{"data": {"updateUser": {"user": {"id": "1"}}}}`, `mutation($password: String) { updateUser(currentPassword: $password) { user { id } } }`,
			vars{"password": storetest.Password})
		admin.gives(made, invite)
		s.Clock.Advance(store.ReauthenticationTTL - time.Second)
		admin.gives(made, invite)
		s.Clock.Advance(time.Second)
		admin.fails(needsPassword, refusal, invite)
		s.again(olga).gives(made, invite)
	})
}

func TestASessionThatTelegramBeganHasGivenNoPassword(t *testing.T) {
	s := onSQLite(t, withBot)
	_, err := s.LinkStaff(t.Context(), s.NewAdmin(t).ID, 7000000001)
	require.NoError(t, err)
	var data struct{ LoginTelegram session }
	s.stranger().into(&data, loginTelegram, vars{"data": s.initData()})
	member{server: s, token: data.LoginTelegram.Token}.fails(needsPassword, `{"code": "FORBIDDEN", "field": "currentPassword"}`,
		`mutation { createInvite(role: ADMIN) { token } }`)
}

func TestGuessingAPasswordThatIsAskedForAgainIsLimitedLikeALogin(t *testing.T) {
	s := onSQLite(t)
	thief := s.again(s.NewAdmin(t))
	const guess = `mutation($password: String) { updateUser(email: "thief@example.com", currentPassword: $password) { user { id } } }`
	for range 10 {
		thief.fails("This is not your current password.", `{"code": "INVALID", "field": "currentPassword"}`, guess, vars{"password": "guess"})
	}
	thief.fails("Too many failed logins. Try again in 90 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 90}`, guess, vars{"password": storetest.Password})
}

func TestNothingIsKeptOfARequestThatHoldsAPassword(t *testing.T) {
	s := onSQLite(t)
	anna := s.again(s.NewStaff(t))
	const rename = `mutation($password: String) { updateUser(name: "Анна", currentPassword: $password) { user { name } } }`
	for range 2 {
		require.Empty(t, anna.once("k-1", rename, vars{"password": storetest.Password}).header.Get("Idempotent-Replayed"))
	}
}

func TestTheThiefsTelegramIsForgottenWithTheOldPassword(t *testing.T) {
	s := onSQLite(t, withBot)
	staff := s.NewStaff(t)
	_, err := s.LinkStaff(t.Context(), staff.ID, 7000000001)
	require.NoError(t, err)
	s.login(staff).gives(`{"data": {"changePassword": {"success": true, "user": {"telegramLinked": false}}}}`,
		`mutation($current: String!, $new: String!) { changePassword(currentPassword: $current, newPassword: $new) { success user { telegramLinked } } }`,
		passwords(storetest.Password, "another password"))
	s.refusesTelegram(s.initData(), "not_linked", "This Telegram account is not linked to a member of staff. Log in once by email.")
}
