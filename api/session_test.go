package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store/storetest"
)

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
