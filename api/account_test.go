package api_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
	"zayavka/store/storetest"
)

const wrongCredentials = `{
	"success": false, "errors": {"nonFieldErrors": [{"message": "Please, enter valid credentials.", "code": "invalid_credentials"}]},
	"token": null, "refreshToken": null, "user": null, "unarchiving": false
}`

const loginMutation = `mutation($email: String, $password: String!) {
	login(email: $email, password: $password) { success errors token refreshToken user { id email } unarchiving }
}`

// session is what logging in gives.
type session struct {
	Success      bool
	Errors       any
	Token        string
	RefreshToken string
	User         struct{ ID, Email string }
	Unarchiving  *bool
}

func TestLoginGivesTokens(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		var data struct{ Login session }
		s.stranger().into(&data, loginMutation, vars{"email": strings.ToUpper(staff.Email), "password": storetest.Password})
		require.True(t, data.Login.Success)
		require.Nil(t, data.Login.Errors)
		require.Equal(t, staff.Email, data.Login.User.Email)
		require.False(t, *data.Login.Unarchiving)
		require.NotEmpty(t, data.Login.RefreshToken)
		member{server: s, token: data.Login.Token}.gives(`{"data": {"me": {"id": "1", "email": "staff1@example.com"}}}`, `{ me { id email } }`)
	})
}

func TestLoginNeverSaysWhatWasWrong(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff, away := s.NewStaff(t), s.NewStaff(t)
		_, err := s.SetStaffActive(t.Context(), away.ID, false)
		require.NoError(t, err)
		for name, credentials := range map[string]vars{
			"wrong password":   {"email": staff.Email, "password": "wrong horse battery"},
			"empty password":   {"email": staff.Email, "password": ""},
			"unknown email":    {"email": "nobody@example.com", "password": storetest.Password},
			"no email":         {"email": nil, "password": storetest.Password},
			"not an email":     {"email": "' OR 1=1 --", "password": storetest.Password},
			"disabled account": {"email": away.Email, "password": storetest.Password},
		} {
			t.Run(name, func(t *testing.T) {
				s.stranger().gives(`{"data": {"login": `+wrongCredentials+`}}`, loginMutation, credentials)
			})
		}
	})
}

// oneHash is the memory that hashing one password takes, in bytes.
const oneHash = 19 << 20

func TestLoginDoesTheSameWorkForKnownAndUnknownEmails(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	for _, email := range []string{staff.Email, "nobody@example.com", ""} {
		allocated := allocatedBy(func() {
			s.stranger().gives(`{"data": {"login": {"success": false}}}`, `mutation($email: String) {
				login(email: $email, password: "wrong horse battery") { success }
			}`, vars{"email": email})
		})
		require.Greater(t, allocated, uint64(oneHash), email)
		require.Less(t, allocated, uint64(2*oneHash), email)
	}
}

func allocatedBy(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestLoginIsLimitedPerAccount(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	thief := s.stranger()
	for _, email := range []string{staff.Email, "nobody@example.com"} {
		for i := range 10 {
			thief.address = "203.0.113." + string(rune('0'+i)) // an address for each try
			thief.gives(`{"data": {"login": `+wrongCredentials+`}}`, loginMutation, vars{"email": email, "password": "wrong horse battery"})
		}
		allocated := allocatedBy(func() {
			thief.fails("Too many failed logins. Try again in 90 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 90}`,
				loginMutation, vars{"email": strings.ToUpper(email), "password": storetest.Password})
		})
		require.Less(t, allocated, uint64(oneHash), "refused before hashing")
	}
	s.Clock.Advance(91 * time.Second)
	s.login(staff)
	thief.gives(`{"data": {"login": `+wrongCredentials+`}}`, loginMutation, vars{"email": staff.Email, "password": "wrong horse battery"})
}

func TestLoginIsLimitedPerAddress(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	thief := s.stranger()
	thief.address = "203.0.113.7"
	for i := range 30 {
		thief.gives(`{"data": {"login": {"success": false}}}`,
			`mutation($email: String!) { login(email: $email, password: "x") { success } }`,
			vars{"email": strings.Repeat("x", i+1) + "@example.com"})
	}
	thief.fails("Too many failed logins. Try again in 30 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 30}`,
		loginMutation, vars{"email": staff.Email, "password": storetest.Password})
	s.login(staff) // from elsewhere
}

func TestTheLimitHoldsWithinOneOperation(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	var query strings.Builder
	for i := range 20 {
		query.WriteString(" a" + string(rune('a'+i)) + `: login(email: "` + staff.Email + `", password: "x") { success }`)
	}
	got := s.stranger().call("mutation {"+query.String()+"}", nil)
	require.Equal(t, 10, strings.Count(got.body, `{"success":false}`))
	require.Equal(t, 10, strings.Count(got.body, `"RATE_LIMITED"`))
}

const registerMutation = `mutation($email: String!, $password1: String!, $password2: String!, $invite: String) {
	register(email: $email, password1: $password1, password2: $password2, invite: $invite) { success errors token refreshToken }
}`

func form(email, password1, password2, invite string) vars {
	return vars{"email": email, "password1": password1, "password2": password2, "invite": invite}
}

func TestAnInviteMakesAnAccountOnce(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		_, invite, err := s.CreateInvite(t.Context(), store.NewInvite{Role: store.RoleAdmin, TTL: time.Hour})
		require.NoError(t, err)
		var data struct{ Register session }
		s.stranger().into(&data, registerMutation, form("anna@example.com", "long enough", "long enough", invite))
		require.True(t, data.Register.Success)
		require.Nil(t, data.Register.Errors)
		require.NotEmpty(t, data.Register.RefreshToken)
		member{server: s, token: data.Register.Token}.gives(`{"data": {"me": {"email": "anna@example.com"}}}`, `{ me { email } }`)
		s.loginAs("anna@example.com", "long enough")
		staff, err := s.StaffByEmail(t.Context(), "anna@example.com")
		require.NoError(t, err)
		require.Equal(t, store.RoleAdmin, staff.Role)

		refusesRegistration(t, s.stranger(), form("boris@example.com", "long enough", "long enough", invite),
			`{"invite": [{"message": "This invite is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`)
	})
}

func refusesRegistration(t *testing.T, m member, form vars, errors string) {
	t.Helper()
	m.gives(`{"data": {"register": {"success": false, "errors": `+errors+`, "token": null, "refreshToken": null}}}`, registerMutation, form)
}

func TestRegistrationNeedsAnInvite(t *testing.T) {
	s := onSQLite(t)
	for _, invite := range []any{nil, "", "made up"} {
		input := form("anna@example.com", "long enough", "long enough", "")
		input["invite"] = invite
		refusesRegistration(t, s.stranger(), input,
			`{"invite": [{"message": "This invite is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`)
	}
	staff, err := s.AllStaff(t.Context())
	require.NoError(t, err)
	require.Empty(t, staff)
}

func TestOpenRegistrationExplainsItsRefusals(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, func(o *api.Options) { o.OpenRegistration = true })
		var data struct{ Register session }
		s.stranger().into(&data, registerMutation, vars{"email": "anna@example.com", "password1": "long enough", "password2": "long enough"})
		require.NotEmpty(t, data.Register.Token)
		for _, c := range []struct {
			form   vars
			errors string
		}{
			{form("boris@example.com", "long enough", "long enaugh", ""), `{"password2": [{"message": "The two password fields didn’t match.", "code": "password_mismatch"}]}`},
			{form("ANNA@example.com", "long enough", "long enough", ""), `{"email": [{"message": "A user with that email already exists.", "code": "unique"}]}`},
			{form("anna", "long enough", "long enough", ""), `{"email": [{"message": "Enter a valid email address.", "code": "invalid"}]}`},
			{form("", "long enough", "long enough", ""), `{"email": [{"message": "Enter a valid email address.", "code": "invalid"}]}`},
			{form("boris@example.com", "пароль1", "пароль1", ""), `{"password2": [{"message": "This password is too short. It must contain at least 8 characters.", "code": "password_too_short"}]}`},
			{form("boris@example.com", "         ", "         ", ""), `{"password2": [{"message": "The password cannot be only spaces.", "code": "invalid"}]}`},
			{form("boris@example.com", "long enough", "long enough", "made up"), `{"invite": [{"message": "This invite is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`},
		} {
			refusesRegistration(t, s.stranger(), c.form, c.errors)
		}
		staff, err := s.AllStaff(t.Context())
		require.NoError(t, err)
		require.Len(t, staff, 1)
	})
}

const refreshMutation = `mutation($token: String!) {
	refreshToken(refreshToken: $token) { success errors token refreshToken user { email } unarchiving }
}`

func (s *server) startsSession(staff store.Staff) session {
	s.t.Helper()
	var data struct{ Login session }
	s.stranger().into(&data, loginMutation, vars{"email": staff.Email, "password": storetest.Password})
	return data.Login
}

func (s *server) refreshes(token string) session {
	s.t.Helper()
	var data struct{ RefreshToken session }
	s.stranger().into(&data, refreshMutation, vars{"token": token})
	return data.RefreshToken
}

func (s *server) refusesToRefresh(token string) {
	s.t.Helper()
	s.stranger().gives(`{"data": {"refreshToken": {
		"success": false, "errors": {"nonFieldErrors": [{"message": "The session has ended. Log in again.", "code": "invalid_token"}]},
		"token": null, "refreshToken": null, "user": null, "unarchiving": false
	}}}`, refreshMutation, vars{"token": token})
}

func TestARefreshTokenIsExchangedForTheNext(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		first := s.startsSession(staff)
		s.Clock.Advance(13 * time.Hour)
		member{server: s, token: first.Token}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		second := s.refreshes(first.RefreshToken)
		require.True(t, second.Success)
		require.Equal(t, staff.Email, second.User.Email)
		require.NotEqual(t, first.RefreshToken, second.RefreshToken)
		member{server: s, token: second.Token}.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)
	})
}

func TestAStolenRefreshTokenEndsTheSession(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		first := s.startsSession(s.NewStaff(t))
		second := s.refreshes(first.RefreshToken)
		s.Clock.Advance(time.Minute)
		s.refusesToRefresh(first.RefreshToken)
		s.refusesToRefresh(second.RefreshToken)
	})
}

func TestWhatIsNoRefreshTokenIsRefused(t *testing.T) {
	s := onSQLite(t)
	staff := s.NewStaff(t)
	login := s.startsSession(staff)
	for _, token := range []string{"", "made up", login.Token} {
		s.refusesToRefresh(token)
	}
	s.Clock.Advance(721 * time.Hour)
	s.refusesToRefresh(login.RefreshToken)

	disabled := s.startsSession(staff)
	_, err := s.SetStaffActive(t.Context(), staff.ID, false)
	require.NoError(t, err)
	s.refusesToRefresh(disabled.RefreshToken)
}

func TestLogoutEndsTheSession(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		here, elsewhere := s.startsSession(staff), s.startsSession(staff)
		const logout = `mutation($token: String!) { logout(refreshToken: $token) { success } }`
		for range 2 {
			s.stranger().gives(`{"data": {"logout": {"success": true}}}`, logout, vars{"token": here.RefreshToken})
		}
		s.refusesToRefresh(here.RefreshToken)
		require.True(t, s.refreshes(elsewhere.RefreshToken).Success)
	})
}

func TestUpdateUserChangesOnesOwnEmail(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		anna := s.login(s.NewStaff(t))
		taken := s.NewStaff(t).Email
		const update = `mutation($email: String) { updateUser(email: $email) { user { id email } } }`
		anna.gives(`{"data": {"updateUser": {"user": {"id": "1", "email": "staff1@example.com"}}}}`, update)
		anna.gives(`{"data": {"updateUser": {"user": {"id": "1", "email": "Anna@example.com"}}}}`, update, vars{"email": "Anna@example.com"})
		anna.gives(`{"data": {"updateUser": {"user": {"id": "1", "email": "Anna@example.com"}}}}`, update, vars{"email": nil})
		anna.fails("A user with that email already exists.", `{"code": "CONFLICT", "field": "email"}`, update, vars{"email": taken})
		anna.fails("Enter a valid email address.", `{"code": "INVALID", "field": "email"}`, update, vars{"email": "anna"})
		s.loginAs("anna@example.com", storetest.Password)
	})
}
