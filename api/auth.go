package api

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	lru "github.com/hashicorp/golang-lru/v2"

	"zayavka/store"
)

// tokens makes and reads access tokens: JWTs signed with HMAC-SHA256.
type tokens struct {
	secret []byte
	ttl    time.Duration
	clock  func() time.Time
	// known are tokens whose signature was checked, which takes longer than most of what a request needs.
	known *lru.Cache[string, accessToken]
}

// knownTokens is how many tokens are kept that were read before.
const knownTokens = 1_000

func newTokens(secret []byte, ttl time.Duration, clock func() time.Time) tokens {
	return tokens{secret, ttl, clock, newCache[string, accessToken](knownTokens)}
}

// claims are a token's content: sub is the staff member's id, ver their TokenVersion, sid their
// session.
type claims struct {
	jwt.RegisteredClaims
	Version int    `json:"ver"`
	Session string `json:"sid"`
}

func (t tokens) issue(staff store.Staff, session string) (string, error) {
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
func (t tokens) read(token string) (_ accessToken, ok bool) {
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

// bearer is the token that an Authorization header carries, "" when there is none.
func bearer(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// caller is who asks: a member of staff, or a program with an API token.
type caller struct {
	staff   store.Staff     // zero for a program
	session string          // the member's; empty for a program
	token   *store.APIToken // nil for a member
}

// actor is the caller in the history of what they change.
func (c caller) actor() store.Actor {
	if c.token != nil {
		return store.Actor{Kind: store.ActorToken, ID: c.token.ID}
	}
	return store.Actor{Kind: store.ActorStaff, ID: c.staff.ID}
}

// owner names the caller among those who have a rate of their own, and idempotency keys.
func (c caller) owner() string {
	if c.token != nil {
		return "token " + strconv.FormatInt(c.token.ID, 10)
	}
	return "staff " + strconv.FormatInt(c.staff.ID, 10)
}

// callerOf returns whose token the Authorization header carries, after one statement. Without a
// token in force it is errUnauthenticated; a database that does not answer is an error of its own,
// so that clients do not take it for the end of their session.
func (a *API) callerOf(ctx context.Context, authorization string) (caller, error) {
	text := bearer(authorization)
	if strings.HasPrefix(text, store.APITokenPrefix) {
		token, err := a.store.UseAPIToken(ctx, text)
		return caller{token: &token}, unknownCaller(err)
	}
	token, ok := a.tokens.read(text)
	if !ok {
		return caller{}, errUnauthenticated()
	}
	staff, err := a.store.StaffOfSession(ctx, token.staffID, token.version, token.session)
	return caller{staff: staff, session: token.session}, unknownCaller(err)
}

func unknownCaller(err error) error {
	if store.CodeOf(err) == store.NotFound {
		return errUnauthenticated()
	}
	return err
}

// What a caller may do. Each of these gives nil, or the FORBIDDEN that says what is missing.

func (c caller) mayRead() error { return c.hasScope(store.ScopeRead, "READ") }

func (c caller) mayWrite() error { return c.hasScope(store.ScopeWrite, "WRITE") }

func (c caller) hasScope(scope store.Scope, name string) error {
	if c.token == nil || slices.Contains(c.token.Scopes, scope) {
		return nil
	}
	return errForbidden("This API token lacks the scope %s. Ask an admin for one that has it.", name)
}

// isMember is needed for one's own account, which a program has not.
func (c caller) isMember() error {
	if c.token != nil {
		return errForbidden("API tokens cannot do this. Log in as a member of staff.")
	}
	return nil
}

// mayAdminister is needed for what concerns the whole team.
func (c caller) mayAdminister() error {
	if err := c.isMember(); err != nil {
		return err
	}
	if c.staff.Role != store.RoleAdmin {
		return errForbidden("Only an admin may do this.")
	}
	return nil
}
