package auth

import (
	"crypto/rand"
	"fmt"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
	lru "github.com/hashicorp/golang-lru/v2"

	"zayavka/store"
)

// accessTokens makes and reads access tokens: JWTs signed with HMAC-SHA256.
type accessTokens struct {
	secret []byte
	ttl    time.Duration
	clock  func() time.Time
	// known are tokens whose signature was checked, which takes longer than most of what a request needs.
	known *lru.Cache[string, accessToken]
}

// knownTokens is how many tokens are kept that were read before.
const knownTokens = 1_000

func newAccessTokens(secret []byte, ttl time.Duration, clock func() time.Time) accessTokens {
	return accessTokens{secret, ttl, clock, newCache[string, accessToken](knownTokens)}
}

// claims are a token's content: sub is the staff member's id, ver their TokenVersion, sid their
// session.
type claims struct {
	jwt.RegisteredClaims
	Version int    `json:"ver"`
	Session string `json:"sid"`
}

func (t accessTokens) issue(staff store.Staff, session string) (string, error) {
	now := t.clock()
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Subject:   strconv.FormatInt(staff.ID, 10),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(t.ttl)),
			ID:        rand.Text(),
		},
		Version: staff.TokenVersion,
		Session: session,
	}).SignedString(t.secret)
	if err != nil {
		return "", fmt.Errorf("sign access token: %w", err)
	}
	return token, nil
}

// accessToken is what an access token says.
type accessToken struct {
	staffID int64
	version int
	session string
	expires time.Time
}

// read reads an access token; ok is false for everything but a token of ours that has not expired.
// Whether its account and its session still are is for the store to say.
func (t accessTokens) read(token string) (_ accessToken, ok bool) {
	if known, ok := t.known.Get(token); ok {
		return known, t.clock().Before(known.expires)
	}
	var content claims
	// The algorithm is pinned: a token must not choose how it is checked.
	_, err := jwt.ParseWithClaims(token, &content, func(*jwt.Token) (any, error) { return t.secret, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(t.clock))
	if err != nil {
		return accessToken{}, false
	}
	staffID, err := strconv.ParseInt(content.Subject, 10, 64)
	if err != nil {
		return accessToken{}, false
	}
	read := accessToken{staffID, content.Version, content.Session, content.ExpiresAt.Time}
	t.known.Add(token, read)
	return read, true
}
