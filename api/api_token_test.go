package api_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

const createToken = `mutation($name: String!, $scopes: [ScopeEnum!]!, $expires: String) {
	createApiToken(name: $name, scopes: $scopes, expiresAt: $expires) {
		token apiToken { id name scopes createdBy { email } createdTime expiresAt lastUsedAt revokedAt }
	}
}`

type createdToken struct {
	CreateAPIToken struct {
		Token    string
		APIToken struct {
			ID, Name, CreatedTime string
			Scopes                []string
			CreatedBy             struct{ Email string }
			ExpiresAt             *string
		}
	}
}

func TestAnAdminMakesListsAndRevokesTokens(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		olga := s.NewAdmin(t)
		admin := s.login(olga)
		customer := s.NewCustomer(t)
		var made createdToken
		admin.into(&made, createToken, vars{"name": "1C", "scopes": []string{"WRITE", "READ"}, "expires": "2026-06-01T00:00:00+03:00"})
		require.Equal(t, []string{"READ", "WRITE"}, made.CreateAPIToken.APIToken.Scopes)
		require.Equal(t, olga.Email, made.CreateAPIToken.APIToken.CreatedBy.Email)
		require.Equal(t, "2026-05-31T21:00:00Z", *made.CreateAPIToken.APIToken.ExpiresAt)

		program := member{server: s, token: made.CreateAPIToken.Token}
		program.gives(`{"data": {"me": null, "allCustomers": [{"phone": "`+customer.Phone+`"}], "staff": [{"id": "1"}]}}`,
			`{ me { id } allCustomers { phone } staff { id } }`)
		program.gives(`{"data": {"createTask": {"task": {"employee": null, "history": [{"actor": "TOKEN", "actorName": "1C"}]}}}}`,
			`mutation { createTask(taskData: {customerPhone: "8 917 000-99-00"}) { task { employee { id } history { actor actorName } } } }`)

		const list = `{ apiTokens { id name scopes createdBy { email } createdTime expiresAt lastUsedAt revokedAt } }`
		admin.gives(`{"data": {"apiTokens": [{
			"id": "1", "name": "1C", "scopes": ["READ", "WRITE"], "createdBy": {"email": "`+olga.Email+`"},
			"createdTime": "2026-03-02T09:00:00Z", "expiresAt": "2026-05-31T21:00:00Z", "lastUsedAt": null, "revokedAt": null
		}]}}`, list)
		require.NotContains(t, admin.call(list, nil).body, "zk_")

		const revoke = `mutation($id: ID!) { revokeApiToken(id: $id) { apiToken { revokedAt } } }`
		admin.gives(`{"data": {"revokeApiToken": {"apiToken": {"revokedAt": "2026-03-02T09:00:00Z"}}}}`, revoke, vars{"id": 1})
		program.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ allCustomers { phone } }`)
		admin.fails("Not found.", `{"code": "NOT_FOUND"}`, revoke, vars{"id": 2})
	})
}

func TestATokenThatCannotServeIsNotMade(t *testing.T) {
	s := onSQLite(t)
	admin := s.again(s.NewAdmin(t))
	read := []string{"READ"}
	for _, c := range []struct {
		input              vars
		message, extension string
	}{
		{vars{"name": " ", "scopes": read}, "Give the token a name that says what uses it.", "name"},
		{vars{"name": "1C", "scopes": []string{}}, "Say what the token may do: at least one of READ, WRITE, NOTES, IMPORT and WEBHOOKS.", "scopes"},
		{vars{"name": "1C", "scopes": read, "expires": "2026-03-02T09:00:00Z"}, "This moment is over. Choose a later one, or none.", "expiresAt"},
		{vars{"name": "1C", "scopes": read, "expires": "tomorrow"}, "Write the moment as RFC 3339, for example 2027-01-31T12:00:00Z.", "expiresAt"},
	} {
		admin.fails(c.message, `{"code": "INVALID", "field": "`+c.extension+`"}`, createToken, c.input)
	}
}

func TestATokenDoesWhatItsScopesSay(t *testing.T) {
	s := onSQLite(t)
	s.NewTask(t, s.NewCustomer(t))
	reader, writer := s.newToken("reader", store.ScopeRead), s.newToken("writer", store.ScopeWrite)
	reader.fails("This API token lacks the scope WRITE. Ask an admin for one that has it.", `{"code": "FORBIDDEN"}`,
		`mutation { updateTask(taskData: {id: 1, status: READY}) { task { id } } }`)
	writer.fails("This API token lacks the scope READ. Ask an admin for one that has it.", `{"code": "FORBIDDEN"}`, `{ allTasks { id } }`)
	writer.fails("API tokens cannot do this. Log in as a member of staff.", `{"code": "FORBIDDEN"}`, `mutation { updateUser(name: "x") { user { id } } }`)
	writer.gives(`{"data": {"updateTask": {"task": {"status": "READY"}}}}`, `mutation { updateTask(taskData: {id: 1, status: READY}) { task { status } } }`)
	reader.gives(`{"data": {"allTasks": [{"status": "READY"}]}}`, `{ allTasks { status } }`)
}

func TestATokenEndsWithItsMakersAccount(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		s.NewAdmin(t)
		igor := s.NewAdmin(t)
		var made createdToken
		s.again(igor).into(&made, createToken, vars{"name": "1C", "scopes": []string{"READ"}})
		program := member{server: s, token: made.CreateAPIToken.Token}
		program.gives(`{"data": {"allTasks": []}}`, `{ allTasks { id } }`)
		_, err := s.SetStaffActive(t.Context(), igor.ID, false)
		require.NoError(t, err)
		program.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ allTasks { id } }`)
	})
}

func TestTheUseOfATokenIsShown(t *testing.T) {
	s := onSQLite(t)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.RecordTokenUse(ctx) }()
	defer func() { cancel(); require.NoError(t, <-ended) }()
	s.newToken("1C", store.ScopeRead).gives(`{"data": {"allTasks": []}}`, `{ allTasks { id } }`)
	admin := s.again(s.NewAdmin(t))
	require.Eventually(t, func() bool {
		return admin.call(`{ apiTokens { lastUsedAt } }`, nil).body == `{"data":{"apiTokens":[{"lastUsedAt":"2026-03-02T09:00:00Z"}]}}`
	}, 10*time.Second, time.Millisecond)
}

func TestATokensIdempotencyKeysAreItsOwn(t *testing.T) {
	s := onSQLite(t)
	anna := s.again(s.NewStaff(t)) // as the first token, she has the number 1
	program, other := s.newToken("1C", store.ScopeWrite), s.newToken("site", store.ScopeWrite)
	for i, who := range []member{anna, program, other} {
		first := who.once("k-1", createAnna, vars{"note": "один"})
		require.Empty(t, first.header.Get("Idempotent-Replayed"))
		again := who.once("k-1", createAnna, vars{"note": "один"})
		require.Equal(t, first.body, again.body)
		require.Equal(t, "true", again.header.Get("Idempotent-Replayed"))
		require.Equal(t, i+1, s.countTasks())
	}
}
