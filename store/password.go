package store

import (
	"context"
	"fmt"

	"github.com/alexedwards/argon2id"
)

// Shortest and longest password taken, in characters.
const (
	MinPassword = 8
	MaxPassword = 200
)

// argonParams are OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
var argonParams = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// absentHash is compared with when nobody has the email, so that the answer takes as long.
const absentHash = "$argon2id$v=19$m=19456,t=2,p=1$bcTw2Zyid/shq0D8jgYHkg$3tWupmjiGFpt7t5nlVzp1r2Xg3xBeJ2Swr91f7U9A2w"

// hashPassword makes what is stored of a new password for the account with this email.
func (s *Store) hashPassword(ctx context.Context, password, email string) (string, error) {
	if err := checkNewPassword(password, email); err != nil {
		return "", err
	}
	return withHashing(ctx, s.hashing, func() (string, error) { return argon2id.CreateHash(password, argonParams) })
}

// passwordMatches does the same work for an empty hash, and then says no.
func (s *Store) passwordMatches(ctx context.Context, password, hash string) (bool, error) {
	if hash == "" {
		_, err := s.passwordMatches(ctx, password, absentHash)
		return false, err
	}
	if isImportedHash(hash) {
		return withHashing(ctx, s.hashingImported, func() (bool, error) { return importedPasswordMatches(password, hash) })
	}
	return withHashing(ctx, s.hashing, func() (bool, error) { return argon2id.ComparePasswordAndHash(password, hash) })
}

// withHashing waits for one of the places in hashing, which bound the memory that logins take.
func withHashing[T any](ctx context.Context, hashing chan struct{}, hash func() (T, error)) (result T, err error) {
	select {
	case hashing <- struct{}{}:
		defer func() { <-hashing }()
	case <-ctx.Done():
		return result, fmt.Errorf("wait to hash a password: %w", ctx.Err())
	}
	if result, err = hash(); err != nil {
		return result, fmt.Errorf("hash a password: %w", err)
	}
	return result, nil
}
