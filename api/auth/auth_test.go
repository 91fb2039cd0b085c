package auth_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/require"

	"zayavka/api/auth"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

var secret = []byte("a secret of thirty-two bytes or so")

// service is a Service on a store of the test's own.
type service struct {
	*storetest.Store
	*auth.Service
	t *testing.T
}

func open(t *testing.T) *service {
	t.Helper()
	s := storetest.Open(t, storetest.SQLite(t))
	made, err := auth.New(auth.Options{Accounts: s.Store, Secret: secret, AccessTTL: 12 * time.Hour, RefreshTTL: 720 * time.Hour, Clock: s.Clock.Now, Logger: slog.New(slog.DiscardHandler)})
	require.NoError(t, err)
	return &service{s, made, t}
}

func (s *service) login(staff store.Staff) auth.Session {
	s.t.Helper()
	session, err := s.Login(s.t.Context(), auth.Client{Address: "192.0.2.1"}, staff.Email, storetest.Password)
	require.NoError(s.t, err)
	return session
}

func TestATokenSaysWhoseItIsAndUntilWhen(t *testing.T) {
	t.Parallel()
	s := open(t)
	token := s.login(s.NewStaff(t)).AccessToken
	claims := claimsOf(t, s, token)
	require.Equal(t, "1", claims["sub"])
	require.EqualValues(t, s.Clock.Now().Unix(), claims["iat"])
	require.EqualValues(t, s.Clock.Now().Add(12*time.Hour).Unix(), claims["exp"])
	require.EqualValues(t, 1, claims["ver"])
	require.NotEmpty(t, claims["jti"])
	require.NotEmpty(t, claims["sid"])
	require.Len(t, claims, 6)
}

func claimsOf(t *testing.T, s *service, token string) jwt.MapClaims {
	t.Helper()
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(token, claims, func(*jwt.Token) (any, error) { return secret, nil },
		jwt.WithTimeFunc(s.Clock.Now), jwt.WithValidMethods([]string{"HS256"}))
	require.NoError(t, err)
	return claims
}

func TestAForgedTokenIsNoToken(t *testing.T) {
	t.Parallel()
	s := open(t)
	anna := s.NewStaff(t)
	genuine := s.login(anna).AccessToken
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

	caller, err := s.CallerOf(t.Context(), "Bearer "+signed(jwt.SigningMethodHS256, secret, claims()))
	require.NoError(t, err, "so that what follows fails for its own reason")
	require.Equal(t, anna.ID, caller.Staff.ID)
	require.Equal(t, session, caller.Session)
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
			_, err := s.CallerOf(t.Context(), "Bearer "+token)
			require.Equal(t, &store.Error{Code: store.Unauthenticated, Message: "You need to be logged in."}, err)
		})
	}
}

func TestATicketAsksForWhatItSaysWhileItsSessionLasts(t *testing.T) {
	t.Parallel()
	s := open(t)
	issue := func() (ticket string, end auth.Session) {
		session := s.login(s.NewStaff(t))
		by, err := s.CallerOf(t.Context(), "Bearer "+session.AccessToken)
		require.NoError(t, err)
		ticket, err = s.IssueTicket(by, "file", time.Minute, json.RawMessage(`{"kind":"tasks"}`))
		require.NoError(t, err)
		return ticket, session
	}
	works := func(audience, ticket string) bool {
		request, ok, err := s.ReadTicket(t.Context(), audience, ticket)
		require.NoError(t, err)
		if ok {
			require.JSONEq(t, `{"kind": "tasks"}`, string(request))
		}
		return ok
	}
	ticket, session := issue()
	require.True(t, works("file", ticket))
	require.False(t, works("picture", ticket), "for another audience")
	require.False(t, works("file", ticket[:len(ticket)-2]), "not ours")
	require.False(t, works("file", session.AccessToken), "an access token is no ticket")
	_, err := s.CallerOf(t.Context(), "Bearer "+ticket)
	require.Equal(t, store.Unauthenticated, store.CodeOf(err), "a ticket is no access token")
	require.NoError(t, s.Logout(t.Context(), "Bearer "+session.AccessToken))
	require.False(t, works("file", ticket), "of a session that is over")

	ticket, _ = issue()
	s.Clock.Advance(time.Minute + time.Second)
	require.False(t, works("file", ticket), "too old")
}
