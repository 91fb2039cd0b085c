package store

import (
	"context"
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/alexedwards/argon2id"
)

// pbkdf2Prefix begins a hash as Django writes it: pbkdf2_sha256$iterations$salt$base64 of the key.
const pbkdf2Prefix = "pbkdf2_sha256$"

// Most that checking a hash of another system may cost: whoever knows the email makes the service pay it.
const (
	mostImportedMemory = 256 * 1024 // KiB; Django's are 100 MiB
	mostImportedPasses = 16
	mostIterations     = 5_000_000 // of PBKDF2; Django 6.0 has 1,200,000
)

// UsablePasswordHash tells whether a hash of another system can be checked here: argon2id in the PHC format, or PBKDF2
// with SHA-256 as Django writes it.
func UsablePasswordHash(hash string) bool {
	if strings.HasPrefix(hash, pbkdf2Prefix) {
		_, _, _, ok := readPBKDF2(hash)
		return ok
	}
	params, salt, key, err := argon2id.DecodeHash(hash)
	return err == nil && params.Memory <= mostImportedMemory && params.Iterations >= 1 && params.Iterations <= mostImportedPasses &&
		params.Parallelism >= 1 && len(salt) > 0 && len(key) > 0
}

// isImportedHash tells that a hash is not as this product makes them.
func isImportedHash(hash string) bool {
	params, _, _, err := argon2id.DecodeHash(hash)
	return err != nil || *params != *argonParams
}

func importedPasswordMatches(password, hash string) (bool, error) {
	if !strings.HasPrefix(hash, pbkdf2Prefix) {
		return argon2id.ComparePasswordAndHash(password, hash)
	}
	iterations, salt, key, ok := readPBKDF2(hash)
	if !ok {
		return false, nil
	}
	made, err := pbkdf2.Key(sha256.New, password, []byte(salt), iterations, len(key))
	return err == nil && subtle.ConstantTimeCompare(made, key) == 1, err
}

func readPBKDF2(hash string) (iterations int, salt string, key []byte, ok bool) {
	parts := strings.Split(hash, "$")
	const partsOfHash = 4
	if len(parts) != partsOfHash {
		return 0, "", nil, false
	}
	iterations, err := strconv.Atoi(parts[1])
	if err != nil || iterations < 1 || iterations > mostIterations {
		return 0, "", nil, false
	}
	key, err = base64.StdEncoding.DecodeString(parts[3])
	return iterations, parts[2], key, err == nil && len(key) == sha256.Size
}

// renewImportedHash replaces a hash of another system, once its password is known, with one that costs what others do.
func (s *Store) renewImportedHash(ctx context.Context, staff Staff, password string) error {
	if !isImportedHash(staff.PasswordHash) {
		return nil
	}
	hash, err := withHashing(ctx, s.hashing, func() (string, error) { return argon2id.CreateHash(password, argonParams) })
	if err != nil {
		return err
	}
	_, err = s.write.NewUpdate().Model((*Staff)(nil)).Set("password_hash = ?", hash).
		Where("id = ?", staff.ID).Where("password_hash = ?", staff.PasswordHash).Exec(ctx)
	return wrap(err, "renew a password's hash")
}
