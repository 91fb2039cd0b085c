package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store/storetest"
)

func TestAnAdminManagesTheTeam(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga, igor := s.NewAdmin(t), s.NewStaff(t)
		admin, member := s.login(olga), s.login(igor)
		const team = `{ staff { id email name role active telegramLinked createdTime } }`
		want := `{"data": {"staff": [
			{"id": "1", "email": "staff1@example.com", "name": null, "role": "ADMIN", "active": true, "telegramLinked": false, "createdTime": "2026-03-02T09:00:00Z"},
			{"id": "2", "email": "staff2@example.com", "name": null, "role": "STAFF", "active": true, "telegramLinked": false, "createdTime": "2026-03-02T09:00:00Z"}
		]}}`
		admin.gives(want, team)
		member.gives(want, team)

		const disable, enable = `mutation($id: ID!) { disableStaff(id: $id) { user { active } } }`, `mutation($id: ID!) { enableStaff(id: $id) { user { active } } }`
		admin.gives(`{"data": {"disableStaff": {"user": {"active": false}}}}`, disable, vars{"id": igor.ID})
		member.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, team)
		admin.gives(`{"data": {"enableStaff": {"user": {"active": true}}}}`, enable, vars{"id": igor.ID})
		member.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, team) // the old session stays ended
		member = s.login(igor)

		const lastAdmin = "This is the last active admin. Make somebody else an admin first."
		const role = `mutation($id: ID!, $role: RoleEnum!) { setStaffRole(id: $id, role: $role) { user { role } } }`
		admin.fails(lastAdmin, `{"code": "CONFLICT"}`, disable, vars{"id": olga.ID})
		admin.fails(lastAdmin, `{"code": "CONFLICT"}`, role, vars{"id": olga.ID, "role": "STAFF"})
		member.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, role, vars{"id": igor.ID, "role": "ADMIN"})
		admin.gives(`{"data": {"setStaffRole": {"user": {"role": "ADMIN"}}}}`, role, vars{"id": igor.ID, "role": "ADMIN"})
		member.gives(`{"data": {"setStaffRole": {"user": {"role": "STAFF"}}}}`, role, vars{"id": olga.ID, "role": "STAFF"}) // with the session it has
		admin.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, role, vars{"id": olga.ID, "role": "ADMIN"})
		member.fails("Not found.", `{"code": "NOT_FOUND"}`, disable, vars{"id": 99})
	})
}

func TestAnInviteIsALinkThatIsShownOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, func(o *api.Options) { o.PublicURL = "https://crm.example.com" })
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		var made struct {
			CreateInvite struct {
				Invite      struct{ ID, Role, ExpiresAt string }
				Token, Link string
			}
		}
		const create = `mutation { createInvite(role: STAFF) { invite { id role expiresAt } token link } }`
		admin.into(&made, create)
		invite := made.CreateInvite
		require.Equal(t, "STAFF", invite.Invite.Role)
		require.Equal(t, "2026-03-09T09:00:00Z", invite.Invite.ExpiresAt)
		require.Equal(t, "https://crm.example.com/app/?invite="+invite.Token, invite.Link)

		var registered struct{ Register session }
		s.stranger().into(&registered, registerMutation, form("igor@example.com", "long enough", "long enough", invite.Token))
		require.True(t, registered.Register.Success)
		const list = `{ invites { id role expiresAt usedAt usedBy { email } createdBy { email } createdTime } }`
		admin.gives(`{"data": {"invites": [{
			"id": "1", "role": "STAFF", "expiresAt": "2026-03-09T09:00:00Z", "createdTime": "2026-03-02T09:00:00Z",
			"usedAt": "2026-03-02T09:00:00Z", "usedBy": {"email": "igor@example.com"}, "createdBy": {"email": "`+olga.Email+`"}
		}]}}`, list)
		require.NotContains(t, admin.call(list, nil).body, invite.Token)

		admin.into(&made, create)
		const revoke = `mutation($id: ID!) { revokeInvite(id: $id) { id } }`
		admin.fails("This invite was used already. Disable the account that it made, if that is what you want.", `{"code": "CONFLICT"}`,
			revoke, vars{"id": 1})
		admin.gives(`{"data": {"revokeInvite": {"id": "2"}}}`, revoke, vars{"id": 2})
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, revoke, vars{"id": 2})
		refusesRegistration(t, s.stranger(), form("anna@example.com", "long enough", "long enough", made.CreateInvite.Token),
			`{"invite": [{"message": "This invite is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`)
	})
}

const changePassword = `mutation($current: String!, $new: String!) {
	changePassword(currentPassword: $current, newPassword: $new) { success errors token refreshToken user { email } unarchiving }
}`

func passwords(current, next string) vars { return vars{"current": current, "new": next} }

func TestAPasswordIsChangedByWhoKnowsIt(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		here, elsewhere := s.startsSession(staff), s.startsSession(staff)
		anna := member{server: s, token: here.Token}
		for errors, input := range map[string]vars{
			`{"currentPassword": [{"message": "This is not your current password.", "code": "invalid_credentials"}]}`:                            passwords("wrong", "another password"),
			`{"newPassword": [{"message": "This password is too short. It must contain at least 8 characters.", "code": "password_too_short"}]}`: passwords(storetest.Password, "short"),
			`{"newPassword": [{"message": "The password cannot be only spaces.", "code": "invalid"}]}`:                                           passwords(storetest.Password, "          "),
		} {
			anna.gives(`{"data": {"changePassword": {"success": false, "errors": `+errors+`, "token": null, "refreshToken": null, "user": null, "unarchiving": false}}}`,
				changePassword, input)
		}
		require.True(t, s.refreshes(elsewhere.RefreshToken).Success, "nothing has happened yet")

		var data struct{ ChangePassword session }
		anna.into(&data, changePassword, passwords(storetest.Password, "another password"))
		require.True(t, data.ChangePassword.Success)
		require.Equal(t, staff.Email, data.ChangePassword.User.Email)
		for _, old := range []session{here, elsewhere} {
			member{server: s, token: old.Token}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
			s.refusesToRefresh(old.RefreshToken)
		}
		member{server: s, token: data.ChangePassword.Token}.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)
		require.True(t, s.refreshes(data.ChangePassword.RefreshToken).Success)
		s.loginAs(staff.Email, "another password")
	})
}

func TestGuessingACurrentPasswordIsLimitedLikeALogin(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	thief := s.again(staff)
	for range 10 {
		thief.gives(`{"data": {"changePassword": {"success": false}}}`,
			`mutation { changePassword(currentPassword: "guess", newPassword: "another password") { success } }`)
	}
	thief.fails("Too many failed logins. Try again in 90 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 90}`,
		changePassword, passwords(storetest.Password, "another password"))
}

func TestLogoutEndsTheAccessTokensOfItsSessionAtOnce(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		here, elsewhere := s.startsSession(staff), s.startsSession(staff)
		refreshed := s.refreshes(here.RefreshToken)
		anna := member{server: s, token: here.Token}
		for range 2 { // again is no failure
			anna.gives(`{"data": {"logout": {"success": true}}}`, `mutation { logout { success } }`)
		}
		for _, token := range []string{here.Token, refreshed.Token} {
			member{server: s, token: token}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		}
		s.refusesToRefresh(refreshed.RefreshToken)
		member{server: s, token: elsewhere.Token}.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)

		s.stranger().gives(`{"data": {"logout": {"success": true}}}`, `mutation($token: String) { logout(refreshToken: $token) { success } }`,
			vars{"token": elsewhere.RefreshToken})
		member{server: s, token: elsewhere.Token}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		s.stranger().fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `mutation { logout { success } }`)

		anna = s.again(staff)
		got := anna.call(`mutation { logout { success } updateUser(name: "x") { user { id } } }`, nil)
		require.Contains(t, got.body, `"updateUser":null`, "within the same operation too")
	})
}

func TestUpdateUserChangesOnesOwnName(t *testing.T) {
	s := onSQLite(t)
	anna := s.again(s.NewStaff(t))
	const update = `mutation($name: String) { updateUser(name: $name) { user { name email } } }`
	anna.gives(`{"data": {"updateUser": {"user": {"name": "Анна", "email": "staff1@example.com"}}}}`, update, vars{"name": " Анна "})
	anna.gives(`{"data": {"updateUser": {"user": {"name": "Анна", "email": "staff1@example.com"}}}}`, update)
	anna.gives(`{"data": {"updateUser": {"user": {"name": null, "email": "staff1@example.com"}}}}`, update, vars{"name": ""})
	anna.fails("The text is too long: at most 200 characters.", `{"code": "INVALID", "field": "name"}`, update, vars{"name": strings.Repeat("я", 201)})
}

func TestATokenOfASessionThatRestedTooLongIsOver(t *testing.T) {
	s := onSQLite(t, func(o *api.Options) { o.RefreshTTL = time.Hour })
	anna := s.login(s.NewStaff(t))
	s.Clock.Advance(time.Hour)
	require.NoError(t, s.PruneSessions(t.Context()))
	anna.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
}
