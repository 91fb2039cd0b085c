package attack

import (
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"zayavka/store/storetest"
)

// serveTwice starts two replicas on one PostgreSQL, whose address it gives too.
func serveTwice(t *testing.T) (first, second *service, url string) {
	t.Helper()
	telegram, url := newTelegram(t), storetest.Postgres(t)
	first, second = prepare(t, telegram, "DATABASE_URL="+url), prepare(t, telegram, "DATABASE_URL="+url)
	first.addAdmin()
	first.start()
	second.start()
	return first, second, url
}

// loginLink is the token of a login link for a member.
func (s *service) loginLink(t *testing.T, admin, id string) string {
	t.Helper()
	return secretOf(s.ask(t, admin, `mutation($id: ID!) { createLoginLink(id: $id) { link } }`, vars{"id": id}).word(t, "createLoginLink", "link"))
}

const refreshMutation = `mutation($token: String!) { refreshToken(refreshToken: $token) { success token refreshToken } }`

func TestWhatEndsASessionEndsItOnEveryReplica(t *testing.T) {
	t.Parallel()
	here, there, _ := serveTwice(t)
	owner := here.login(t, adminEmail)
	for name, end := range map[string]func(clerk session, id string) answer{
		"logout": func(clerk session, _ string) answer {
			return here.ask(t, clerk.token, `mutation { logout { success } }`)
		},
		"logout by the refresh token": func(clerk session, _ string) answer {
			return here.ask(t, "", `mutation($token: String!) { logout(refreshToken: $token) { success } }`, vars{"token": clerk.refresh})
		},
		"a new password": func(clerk session, _ string) answer {
			return here.ask(t, clerk.token, `mutation($old: String!) { changePassword(currentPassword: $old, newPassword: "another lighthouse kettle") { success } }`, vars{"old": password})
		},
		"disabling": func(_ session, id string) answer {
			return here.ask(t, owner.token, `mutation($id: ID!) { disableStaff(id: $id) { user { id } } }`, vars{"id": id})
		},
		"a login link": func(_ session, id string) answer {
			return here.ask(t, "", `mutation($token: String!, $password: String!) { useLoginLink(token: $token, password1: $password, password2: $password) { success } }`,
				vars{"token": here.loginLink(t, owner.token, id), "password": password})
		},
	} {
		t.Run(name, func(t *testing.T) {
			clerk := here.member(t, owner.token, strings.ReplaceAll(name, " ", "-")+"@example.com", "STAFF")
			id := there.idOf(t, clerk.token) // and so the other replica remembers the session
			require.NotEmpty(t, id)
			conn, letIn := there.connects(t, clerk.token)
			require.True(t, letIn)
			file := there.ask(t, clerk.token, `mutation { exportTasks(format: CSV) { url } }`).word(t, "exportTasks", "url")
			require.Equal(t, 200, there.status(file))

			require.Empty(t, end(clerk, id).Errors)
			require.Empty(t, here.idOf(t, clerk.token), "at once where it was ended")
			eventually(t, func() bool { return there.idOf(t, clerk.token) == "" }, "and elsewhere")
			_, _, err := conn.Read(t.Context())
			require.EqualValues(t, 4403, websocket.CloseStatus(err), "%v", err)
			require.Equal(t, 404, there.status(file))
			for _, s := range []*service{here, there} {
				require.Equal(t, false, s.ask(t, "", refreshMutation, vars{"token": clerk.refresh}).at("refreshToken", "success"))
			}
		})
	}
	require.NotEmpty(t, there.idOf(t, owner.token))
}

func TestARefreshTokenThatComesAgainEndsItsSessionOnEveryReplica(t *testing.T) {
	t.Parallel()
	here, there, _ := serveTwice(t)
	first := here.login(t, adminEmail)
	second := sessionOf(here.ask(t, "", refreshMutation, vars{"token": first.refresh}), "refreshToken")
	third := sessionOf(there.ask(t, "", refreshMutation, vars{"token": second.refresh}), "refreshToken")
	require.NotEmpty(t, there.idOf(t, third.token))
	require.Equal(t, false, here.ask(t, "", refreshMutation, vars{"token": first.refresh}).at("refreshToken", "success"), "stolen")
	for _, s := range []*service{here, there} {
		eventually(t, func() bool { return s.idOf(t, first.token)+s.idOf(t, second.token)+s.idOf(t, third.token) == "" })
		require.Equal(t, false, s.ask(t, "", refreshMutation, vars{"token": third.refresh}).at("refreshToken", "success"))
	}
}

func TestAnInviteAndALoginLinkServeOneOfManyWhoComeAtOnce(t *testing.T) {
	t.Parallel()
	here, there, url := serveTwice(t)
	database, err := sql.Open("pgx", url)
	require.NoError(t, err)
	defer func() { _ = database.Close() }()
	owner := here.login(t, adminEmail)
	clerk := here.member(t, owner.token, "clerk@example.com", "STAFF")
	link := here.loginLink(t, owner.token, here.idOf(t, clerk.token))
	for name, test := range map[string]struct{ query, token string }{
		"invite": {`mutation($token: String!, $password: String!, $email: String!) {
			register(email: $email, invite: $token, password1: $password, password2: $password) { success } }`, here.invite(t, owner.token, "STAFF")},
		"login link": {`mutation($token: String!, $password: String!) {
			useLoginLink(token: $token, password1: $password, password2: $password) { success } }`, link},
	} {
		// Nobody may use it up until several are about to, whatever else this machine does.
		held, err := database.BeginTx(t.Context(), nil)
		require.NoError(t, err)
		_, err = held.ExecContext(t.Context(), "SELECT id FROM invites FOR UPDATE")
		require.NoError(t, err)
		var crowd sync.WaitGroup
		var successes atomic.Int64
		for n := range 20 {
			crowd.Go(func() {
				variables := vars{"token": test.token, "password": password}
				if name == "invite" {
					variables["email"] = fmt.Sprintf("guest%d@example.com", n)
				}
				a := []*service{here, there}[n%2].ask(t, "", test.query, variables)
				if strings.Contains(a.text, `"success":true`) {
					successes.Add(1)
				}
			})
		}
		eventually(t, func() bool {
			var waiting int
			err := database.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").Scan(&waiting)
			return err == nil && waiting > 2
		})
		require.NoError(t, held.Rollback())
		crowd.Wait()
		require.EqualValues(t, 1, successes.Load(), name)
	}
	staff := there.ask(t, owner.token, `{ staff { id } }`).at("staff").([]any)
	require.Len(t, staff, 3)
}
