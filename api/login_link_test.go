package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAMemberWhoForgotThePasswordGetsInByAnAdminsLink(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga, igor := s.NewAdmin(t), s.NewStaff(t)
		admin, before := s.login(olga), s.login(igor)
		var made struct {
			CreateLoginLink struct{ Link, ExpiresAt string }
		}
		const create = `mutation { createLoginLink(id: 2) { link expiresAt } }`
		admin.into(&made, create)
		require.Equal(t, "2026-03-03T09:00:00Z", made.CreateLoginLink.ExpiresAt)
		before.fails("Only an admin may do this.", `{"code": "FORBIDDEN"}`, `mutation { createLoginLink(id: 1) { link } }`)
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, `mutation { createLoginLink(id: 99) { link } }`)
		_, token, found := strings.Cut(made.CreateLoginLink.Link, "/app/?login=")
		require.True(t, found)

		const use = `mutation($token: String!, $one: String!, $two: String!) {
			useLoginLink(token: $token, password1: $one, password2: $two) { success errors token } }`
		refuses := func(token, one, two, errors string) {
			t.Helper()
			s.stranger().gives(`{"data": {"useLoginLink": {"success": false, "errors": `+errors+`, "token": null}}}`, use, vars{"token": token, "one": one, "two": two})
		}
		const void = `{"link": [{"message": "This link is not valid: it was used, has expired or never was one. Ask for a new one.", "code": "invalid"}]}`
		refuses("made up", "another password", "another password", void)
		refuses(token, "another password", "other", `{"password2": [{"message": "The two password fields didn’t match.", "code": "password_mismatch"}]}`)
		refuses(token, "12345678", "12345678", `{"password2": [{"message": "The password cannot be digits only.", "code": "password_entirely_numeric"}]}`)
		var data struct{ UseLoginLink session }
		s.stranger().into(&data, use, vars{"token": token, "one": "another password", "two": "another password"})
		require.True(t, data.UseLoginLink.Success)
		member{server: s, token: data.UseLoginLink.Token}.gives(`{"data": {"me": {"id": "2"}}}`, `{ me { id } }`)
		before.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		refuses(token, "another password", "another password", void)
	})
}
