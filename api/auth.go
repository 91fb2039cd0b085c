package api

import (
	"context"
	"crypto/rand"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"zayavka/store"
)

// tokens makes and reads access tokens: JWTs signed with HMAC-SHA256.
type tokens struct {
	secret []byte
	ttl    time.Duration
	clock  func() time.Time
}

// claims are a token's content: sub is the staff member's id, ver their TokenVersion.
type claims struct {
	jwt.RegisteredClaims
	Version int `json:"ver"`
}

func (t tokens) issue(staff store.Staff) (string, error) {
	now := t.clock()
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Subject:   strconv.FormatInt(staff.ID, 10),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(t.ttl)),
			ID:        rand.Text(),
		},
		Version: staff.TokenVersion,
	}).SignedString(t.secret)
	if err != nil {
		return "", fmt.Errorf("sign access token: %w", err)
	}
	return token, nil
}

// read returns whose token it is; ok is false for everything but a token of ours that is in force.
func (t tokens) read(token string) (staffID int64, version int, ok bool) {
	var content claims
	// The algorithm is pinned: a token must not choose how it is checked.
	_, err := jwt.ParseWithClaims(token, &content, func(*jwt.Token) (any, error) { return t.secret, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(t.clock))
	if err != nil {
		return 0, 0, false
	}
	staffID, err = strconv.ParseInt(content.Subject, 10, 64)
	return staffID, content.Version, err == nil
}

// caller is who asks.
type caller struct {
	staff store.Staff
}

// actor is the caller in the history of what they change.
func (c caller) actor() store.Actor { return store.Actor{Kind: store.ActorStaff, ID: c.staff.ID} }

// owner names the caller among those who have a rate of their own, and idempotency keys.
func (c caller) owner() string { return "staff " + strconv.FormatInt(c.staff.ID, 10) }

// callerOf returns whose token the Authorization header carries. Without a valid one it is
// errUnauthenticated; a database that does not answer is an error of its own, so that clients do
// not take it for the end of their session.
func (a *API) callerOf(ctx context.Context, authorization string) (caller, error) {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return caller{}, errUnauthenticated()
	}
	id, version, ok := a.tokens.read(strings.TrimSpace(token))
	if !ok {
		return caller{}, errUnauthenticated()
	}
	staff, err := a.store.Staff(ctx, id)
	switch {
	case store.CodeOf(err) == store.NotFound:
		return caller{}, errUnauthenticated()
	case err != nil:
		return caller{}, err
	case !staff.Active || staff.TokenVersion != version:
		return caller{}, errUnauthenticated()
	}
	return caller{staff}, nil
}
