package api_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestAStrangerMayOnlyLogIn(t *testing.T) {
	s := onSQLite(t)
	s.NewTask(t, s.NewCustomer(t))
	for field, query := range map[string]string{
		"allTasks":       `{ allTasks { id } }`,
		"taskById":       `{ taskById(id: 1) { id } }`,
		"allCustomers":   `{ allCustomers { id } }`,
		"customerById":   `{ customerById(id: 1) { id } }`,
		"me":             `{ me { id } }`,
		"updateUser":     `mutation { updateUser(email: "x@example.com") { user { id } } }`,
		"createCustomer": `mutation { createCustomer(customerData: {phone: "+79170009900"}) { customer { id } } }`,
		"updateCustomer": `mutation { updateCustomer(customerData: {phone: "+79170000001", name: "X"}) { customer { id } } }`,
		"deleteCustomer": `mutation { deleteCustomer(phone: "+79170000001") { phone } }`,
		"createTask":     `mutation { createTask(taskData: {customerPhone: "+79170009900"}) { task { id } } }`,
		"updateTask":     `mutation { updateTask(taskData: {id: 1, status: CLOSED}) { task { id } } }`,
		"deleteTask":     `mutation { deleteTask(id: 1) { id } }`,
	} {
		got := s.stranger().call(query, nil)
		require.Equal(t, http.StatusOK, got.status)
		column := strings.Index(query, field) + 1
		require.JSONEq(t, `{"data": {"`+field+`": null}, "errors": [{
			"message": "You need to be logged in.", "path": ["`+field+`"], "locations": [{"line": 1, "column": `+asJSON(column)+`}],
			"extensions": {"code": "UNAUTHENTICATED"}
		}]}`, got.body, query)
	}
	s.stranger().gives(`{"data": {"__typename": "Query", "__type": {"name": "TaskType"}}}`, `{ __typename __type(name: "TaskType") { name } }`)
	s.stranger().gives(`{"data": {"__typename": "Mutation"}}`, `mutation { __typename }`)
	tasks, err := s.Tasks(t.Context(), store.TaskFilter{}, store.TaskPage{})
	require.NoError(t, err)
	require.Len(t, tasks, 1)
	require.Equal(t, store.StatusAccepted, tasks[0].Status)
}

func TestTheSchemeOfTheTokenIsCaseInsensitive(t *testing.T) {
	s := onSQLite(t)
	token := s.login(s.NewStaff(t)).token
	for header, want := range map[string]string{
		"Bearer " + token:  `{"data":{"me":{"id":"1"}}}`,
		"bearer " + token:  `{"data":{"me":{"id":"1"}}}`,
		"BEARER  " + token: `{"data":{"me":{"id":"1"}}}`,
		"Basic " + token:   "UNAUTHENTICATED",
		token:              "UNAUTHENTICATED",
		"Bearer":           "UNAUTHENTICATED",
		"Bearer x":         "UNAUTHENTICATED",
	} {
		got := s.send(http.MethodPost, "/graphql", map[string]string{"Content-Type": "application/json", "Authorization": header},
			strings.NewReader(`{"query": "{ me { id } }"}`))
		require.Contains(t, got.body, want, header)
	}
}

func TestATokenSaysWhoseItIsAndUntilWhen(t *testing.T) {
	s := onSQLite(t)
	token := s.login(s.NewStaff(t)).token
	claims := claimsOf(t, s, token)
	require.Equal(t, "1", claims["sub"])
	require.EqualValues(t, s.Clock.Now().Unix(), claims["iat"])
	require.EqualValues(t, s.Clock.Now().Add(12*time.Hour).Unix(), claims["exp"])
	require.EqualValues(t, 1, claims["ver"])
	require.NotEmpty(t, claims["jti"])
	require.NotEmpty(t, claims["sid"])
	require.Len(t, claims, 6)
}

func claimsOf(t *testing.T, s *server, token string) jwt.MapClaims {
	t.Helper()
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(token, claims, func(*jwt.Token) (any, error) { return secret, nil },
		jwt.WithTimeFunc(s.Clock.Now), jwt.WithValidMethods([]string{"HS256"}))
	require.NoError(t, err)
	return claims
}

func TestAForgedTokenIsNoToken(t *testing.T) {
	s := onSQLite(t)
	genuine := s.login(s.NewStaff(t)).token
	now := s.Clock.Now()
	session := claimsOf(t, s, genuine)["sid"]
	claims := func(change ...func(jwt.MapClaims)) jwt.MapClaims {
		c := jwt.MapClaims{"sub": "1", "iat": now.Unix(), "exp": now.Add(time.Hour).Unix(), "jti": "x", "ver": 1, "sid": session}
		for _, f := range change {
			f(c)
		}
		return c
	}
	signed := func(method jwt.SigningMethod, key any, c jwt.MapClaims) string {
		token, err := jwt.NewWithClaims(method, c).SignedString(key)
		require.NoError(t, err)
		return token
	}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	header, payload, _ := strings.Cut(genuine, ".")
	payload, signature, _ := strings.Cut(payload, ".")
	otherPayload := base64.RawURLEncoding.EncodeToString([]byte(`{"sub":"1","exp":99999999999,"ver":1}`))

	member{server: s, token: signed(jwt.SigningMethodHS256, secret, claims())}.
		gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`) // so that what follows fails for its own reason
	for name, token := range map[string]string{
		"no algorithm":       signed(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, claims()),
		"HS512":              signed(jwt.SigningMethodHS512, secret, claims()),
		"RS256":              signed(jwt.SigningMethodRS256, rsaKey, claims()),
		"another secret":     signed(jwt.SigningMethodHS256, []byte("another secret"), claims()),
		"empty secret":       signed(jwt.SigningMethodHS256, []byte{}, claims()),
		"expired":            signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { c["exp"] = now.Unix() })),
		"without expiry":     signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { delete(c, "exp") })),
		"another version":    signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { c["ver"] = 2 })),
		"without version":    signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { delete(c, "ver") })),
		"without session":    signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { delete(c, "sid") })),
		"another session":    signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { c["sid"] = "made up" })),
		"nobody's":           signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { c["sub"] = "2" })),
		"not a number's":     signed(jwt.SigningMethodHS256, secret, claims(func(c jwt.MapClaims) { c["sub"] = "anna" })),
		"without signature":  header + "." + payload + ".",
		"of another payload": header + "." + otherPayload + "." + signature,
		"cut":                genuine[:len(genuine)-2],
	} {
		t.Run(name, func(t *testing.T) {
			member{server: s, token: token}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		})
	}
}

func TestATokenEndsWithItsAccount(t *testing.T) {
	onEach(t, func(t *testing.T, s *server) {
		staff := s.NewStaff(t)
		for name, end := range map[string]func() (store.Staff, error){
			"disabled":         func() (store.Staff, error) { return s.SetStaffActive(t.Context(), staff.ID, false) },
			"changed password": func() (store.Staff, error) { return s.SetPassword(t.Context(), staff.ID, "correct horse battery") },
		} {
			_, err := s.SetStaffActive(t.Context(), staff.ID, true)
			require.NoError(t, err)
			anna := s.login(staff)
			anna.gives(`{"data": {"me": {"id": "1"}}}`, `{ me { id } }`)
			_, err = end()
			require.NoError(t, err, name)
			anna.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
		}
	})
}

func TestADatabaseThatIsAwayDoesNotLogOut(t *testing.T) {
	s := onSQLite(t)
	anna := s.login(s.NewStaff(t))
	require.NoError(t, s.Close())
	failure := anna.failure(`{ me { id } }`)
	require.Equal(t, "Internal server error.", failure.Message)
	require.Contains(t, string(failure.Extensions), `"code":"INTERNAL","requestId":"`)
	require.Contains(t, s.log.String(), "database is closed")
}
