package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// APITokenPrefix is how every API token begins, so that it is known for one wherever it turns up.
const APITokenPrefix = "zk_"

// Scope is what an API token may do.
type Scope string

const (
	ScopeRead     Scope = "read"
	ScopeWrite    Scope = "write"
	ScopeImport   Scope = "import"   // with write: tasks of before, of which nobody is told
	ScopeWebhooks Scope = "webhooks" // the token's own webhooks
	ScopeNotes    Scope = "notes"    // with read or write: what staff write among themselves
)

// APIToken lets a program in. The token itself is shown once, when it is made.
type APIToken struct {
	bun.BaseModel `bun:"table:api_tokens,alias:k"`
	ID            int64 `bun:",pk,autoincrement"`
	Name          string
	TokenHash     string
	Scopes        []Scope    `bun:"type:jsonb"`
	CreatedBy     *int64     // the admin who made it; nil when it was made from the shell
	ExpiresAt     *time.Time // nil: never
	LastUsedAt    *time.Time // exact to the minute
	RevokedAt     *time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// NewAPIToken is an API token to be made.
type NewAPIToken struct {
	Name      string
	Scopes    []Scope
	CreatedBy *int64
	ExpiresAt *time.Time
}

// CreateAPIToken makes an API token and returns its text, of which only a hash is kept.
func (s *Store) CreateAPIToken(ctx context.Context, in NewAPIToken) (APIToken, string, error) {
	name, err := cleanText("name", in.Name, MaxName)
	if err != nil {
		return APIToken{}, "", err
	}
	now := s.now()
	scopes := slices.Compact(slices.Sorted(slices.Values(in.Scopes)))
	switch {
	case name == "":
		return APIToken{}, "", errInvalid("name", "Give the token a name that says what uses it.")
	case len(scopes) == 0:
		return APIToken{}, "", errInvalid("scopes", "Say what the token may do: at least one of READ, WRITE, NOTES, IMPORT and WEBHOOKS.")
	case in.ExpiresAt != nil && !in.ExpiresAt.After(now):
		return APIToken{}, "", errInvalid("expiresAt", "This moment is over. Choose a later one, or none.")
	}
	text := APITokenPrefix + newToken()
	token := APIToken{
		Name: name, TokenHash: tokenHash(text), Scopes: scopes, CreatedBy: in.CreatedBy, CreatedAt: now, UpdatedAt: now,
	}
	if in.ExpiresAt != nil {
		expires := in.ExpiresAt.UTC().Truncate(time.Microsecond)
		token.ExpiresAt = &expires
	}
	_, err = s.write.NewInsert().Model(&token).Exec(ctx)
	return token, text, wrap(err, "insert API token")
}

// tokenInForce is the condition that the token k works at the moment $1: a token may do no more than who
// made it.
const tokenInForce = `k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $1)
	AND (k.created_by IS NULL OR k.created_by IN (SELECT id FROM staff WHERE active AND role = 'admin'))`

// UseAPIToken finds the token in force that has this text, with one statement, and notes that it is
// used. One that is revoked or expired, or whose maker is not an active admin now, is NotFound: a token
// may do no more than who made it.
func (s *Store) UseAPIToken(ctx context.Context, text string) (APIToken, error) {
	var token APIToken
	now := s.now()
	err := s.read.NewSelect().Model(&token).Where("token_hash = ?", tokenHash(text)).
		Where(strings.Replace(tokenInForce, "$1", "?", 1), now).Scan(ctx)
	if err != nil {
		return APIToken{}, notFoundOr(err, "read API token")
	}
	if token.LastUsedAt == nil || now.Sub(*token.LastUsedAt) >= tokenUseEvery {
		select {
		case s.usedTokens <- token.ID:
		default: // the next use notes it
		}
	}
	return token, nil
}

// CheckAPIToken is NotFound when the token is not in force.
func (s *Store) CheckAPIToken(ctx context.Context, id int64) error {
	found, err := s.read.NewSelect().Model((*APIToken)(nil)).Where("k.id = ?", id).
		Where(strings.Replace(tokenInForce, "$1", "?", 1), s.now()).Exists(ctx)
	if err == nil && !found {
		return errNotFound()
	}
	return wrap(err, "look whether an API token is in force")
}

// tokenUseEvery is how often a token's use is written at most.
const tokenUseEvery = time.Minute

// RecordTokenUse writes when API tokens were last used, until ctx ends or the database fails. It
// is apart from the requests, so that none of them waits for it or fails with it.
func (s *Store) RecordTokenUse(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case id := <-s.usedTokens:
			now := s.now()
			_, err := s.write.NewUpdate().Model((*APIToken)(nil)).Set("last_used_at = ?", now).Where("id = ?", id).
				Where("last_used_at IS NULL OR last_used_at <= ?", now.Add(-tokenUseEvery)).Exec(ctx)
			if err != nil && ctx.Err() == nil {
				return wrap(err, "write the use of an API token")
			}
		}
	}
}

// APITokens lists all API tokens, also those that are over, in the order of their ids.
func (s *Store) APITokens(ctx context.Context) ([]APIToken, error) {
	var tokens []APIToken
	err := s.read.NewSelect().Model(&tokens).Order("id").Scan(ctx)
	return tokens, wrap(err, "list API tokens")
}

// APITokensByID finds many API tokens with one statement; ids that nobody has are left out.
func (s *Store) APITokensByID(ctx context.Context, ids []int64) (map[int64]*APIToken, error) {
	var tokens []APIToken
	if err := s.read.NewSelect().Model(&tokens).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, wrap(err, "read API tokens")
	}
	return byID(tokens, func(k *APIToken) int64 { return k.ID }), nil
}

// RevokeAPIToken ends an API token at once. One that is revoked already stays as it is.
func (s *Store) RevokeAPIToken(ctx context.Context, id int64) (APIToken, error) {
	var token APIToken
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.forUpdate(tx.NewSelect().Model(&token).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock API token")
		}
		if token.RevokedAt != nil {
			return nil
		}
		token.RevokedAt, token.UpdatedAt = &tx.now, tx.now
		tx.changed(SubjectToken, Updated, id)
		_, err := tx.NewUpdate().Model(&token).Column("revoked_at", "updated_at").WherePK().Exec(ctx)
		return wrap(err, "revoke API token")
	})
	return token, err
}

// tokensChanged tells that the API tokens of a member have begun or ceased to work.
func (t *tx) tokensChanged(ctx context.Context, staffID int64) error {
	var ids []int64
	err := t.NewSelect().Model((*APIToken)(nil)).Column("id").Where("created_by = ?", staffID).Where("revoked_at IS NULL").Scan(ctx, &ids)
	for _, id := range ids {
		t.changed(SubjectToken, Updated, id)
	}
	return wrap(err, "look for the API tokens of a member")
}
