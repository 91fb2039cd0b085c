package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"github.com/uptrace/bun"
)

// refreshToken is one link of a session: each use makes the next one.
type refreshToken struct {
	bun.BaseModel `bun:"table:refresh_tokens,alias:r"`
	ID            int64 `bun:",pk,autoincrement"`
	StaffID       int64
	TokenVersion  int    // the account's when the session began
	Session       string // shared by all links of a session
	TokenHash     string
	ExpiresAt     time.Time
	UsedAt        *time.Time
	RevokedAt     *time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// refreshGrace is how long after its first use a token may be used again: the answer to the first
// use can be lost on the way, and two windows can ask at once. A later use means a stolen token.
const refreshGrace = 10 * time.Second

// Session is one login of a member, until it ends or rests for too long.
type Session struct {
	ID           string // names the session in access tokens; it opens nothing by itself
	RefreshToken string // continues the session, once
}

// StartSession begins a session that may rest for ttl.
func (s *Store) StartSession(ctx context.Context, staff Staff, ttl time.Duration) (Session, error) {
	var session Session
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		session, err = tx.insertRefreshToken(ctx, staff, newToken(), ttl)
		return err
	})
	return session, err
}

// StaffOfSession gives the active member whose session this is, with one statement at most. An
// account or a session that is over is NotFound.
func (s *Store) StaffOfSession(ctx context.Context, staffID int64, tokenVersion int, id string) (Staff, error) {
	session, known, filling := s.staff.session(id, s.now())
	if !known {
		var err error
		if session, err = s.readSession(ctx, id); err != nil {
			return Staff{}, err
		}
		s.staff.putSession(id, session, filling)
	}
	staff := session.staff
	if staff.ID != staffID || staff.TokenVersion != tokenVersion || !staff.Active {
		return Staff{}, errNotFound()
	}
	return staff, nil
}

// readSession is a prepared statement because every request needs it where nothing is kept.
func (s *Store) readSession(ctx context.Context, id string) (staffSession, error) {
	rows, err := s.query(ctx, "SELECT "+sessionColumns.of("s")+", r.expires_at FROM refresh_tokens AS r JOIN staff AS s ON s.id = r.staff_id"+
		" WHERE r.session = $1 AND r.revoked_at IS NULL AND r.expires_at > $2 ORDER BY r.expires_at DESC LIMIT 1", id, s.moment(s.now()))
	if err != nil {
		return staffSession{}, wrap(err, "read session")
	}
	session, err := sessionColumns.one(rows)
	return session, wrap(err, "read session")
}

// sessionColumns are the account's; when the session ends comes after them.
var sessionColumns = columns[staffSession]{
	names: []string{"id", "email", "email_key", "password_hash", "role", "name", "telegram_id", "active", "token_version", "created_at", "updated_at"},
	targets: func(s *staffSession) []any {
		return []any{
			&s.staff.ID, &s.staff.Email, &s.staff.EmailKey, &s.staff.PasswordHash, &s.staff.Role, &s.staff.Name, &s.staff.TelegramID,
			&s.staff.Active, &s.staff.TokenVersion, &s.staff.CreatedAt, &s.staff.UpdatedAt, &s.until,
		}
	},
}

// RefreshSession exchanges a refresh token for the next one. A token that was used before ends
// its whole session, because one of the two users is a thief.
func (s *Store) RefreshSession(ctx context.Context, token string, ttl time.Duration) (staff Staff, next Session, err error) {
	stolen := false
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		stolen = false
		current, err := tx.lockRefreshToken(ctx, token)
		if err != nil {
			return err
		}
		if current.UsedAt != nil && tx.now.Sub(*current.UsedAt) > refreshGrace {
			stolen = true
			return tx.endSession(ctx, current.Session)
		}
		query := tx.NewSelect().Model(&staff).Where("id = ?", current.StaffID).Where("active")
		if err := query.Where("token_version = ?", current.TokenVersion).Scan(ctx); err != nil {
			return sessionOver(notFoundOr(err, "read staff of session"))
		}
		if _, err := tx.NewUpdate().Model(current).Set("used_at = COALESCE(used_at, ?)", tx.now).Set("updated_at = ?", tx.now).WherePK().Exec(ctx); err != nil {
			return wrap(err, "mark refresh token used")
		}
		next, err = tx.insertRefreshToken(ctx, staff, current.Session, ttl)
		return err
	})
	if err == nil && stolen {
		return Staff{}, Session{}, sessionOver(errNotFound())
	}
	return staff, next, err
}

// EndSession revokes the session to which a refresh token belongs. A token that is over already
// is no error.
func (s *Store) EndSession(ctx context.Context, token string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		current, err := tx.lockRefreshToken(ctx, token)
		if CodeOf(err) == Unauthenticated {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.endSession(ctx, current.Session)
	})
}

// EndSessionByID revokes a session. One that is over already is no error.
func (s *Store) EndSessionByID(ctx context.Context, session string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error { return tx.endSession(ctx, session) })
}

func (t *tx) insertRefreshToken(ctx context.Context, staff Staff, session string, ttl time.Duration) (Session, error) {
	token := newToken()
	row := refreshToken{
		StaffID: staff.ID, TokenVersion: staff.TokenVersion, Session: session, TokenHash: tokenHash(token),
		ExpiresAt: t.now.Add(ttl), CreatedAt: t.now, UpdatedAt: t.now,
	}
	_, err := t.NewInsert().Model(&row).Exec(ctx)
	return Session{ID: session, RefreshToken: token}, wrap(err, "insert refresh token")
}

func (t *tx) lockRefreshToken(ctx context.Context, token string) (*refreshToken, error) {
	var row refreshToken
	query := t.NewSelect().Model(&row).Where("token_hash = ?", tokenHash(token)).
		Where("revoked_at IS NULL").Where("expires_at > ?", t.now)
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return nil, sessionOver(notFoundOr(err, "read refresh token"))
	}
	return &row, nil
}

// endSession revokes all links of a session. It locks them first: a refresh under way would add one
// that an UPDATE by itself, which began before, does not see.
func (t *tx) endSession(ctx context.Context, session string) error {
	var links []refreshToken
	query := t.NewSelect().Model(&links).Where("session = ?", session).Where("revoked_at IS NULL").Order("id")
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return wrap(err, "lock session")
	}
	if len(links) == 0 {
		return nil
	}
	t.changed(SubjectStaff, Updated, links[0].StaffID)
	_, err := t.NewUpdate().Model((*refreshToken)(nil)).Set("revoked_at = ?", t.now).Set("updated_at = ?", t.now).
		Where("session = ?", session).Where("revoked_at IS NULL").Exec(ctx)
	return wrap(err, "revoke session")
}

// PruneSessions removes refresh tokens and invites that have expired.
func (s *Store) PruneSessions(ctx context.Context) error {
	now := s.now()
	if _, err := s.write.NewDelete().Model((*refreshToken)(nil)).Where("expires_at <= ?", now).Exec(ctx); err != nil {
		return wrap(err, "prune refresh tokens")
	}
	_, err := s.write.NewDelete().Model((*Invite)(nil)).Where("expires_at <= ?", now).Exec(ctx)
	return wrap(err, "prune invites")
}

func sessionOver(err error) error {
	if CodeOf(err) == NotFound {
		return &Error{Code: Unauthenticated, Message: "The session has ended. Log in again."}
	}
	return err
}

// newToken makes 256 random bits, safe in a URL.
func newToken() string {
	bits := make([]byte, 32)
	_, _ = rand.Read(bits) // never fails, see crypto/rand
	return base64.RawURLEncoding.EncodeToString(bits)
}

// tokenHash is what is stored of a token. Tokens are long random strings, so a fast hash is safe.
func tokenHash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
