package store

import (
	"context"
	"crypto/hmac"
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
	SuccessorSalt string     // with the token's own text it makes the next one; empty before the first use
	PasswordAt    *time.Time // when the session last gave its password; nil: never
	ExpiresAt     time.Time
	UsedAt        *time.Time
	RevokedAt     *time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// refreshGrace is how long after its first use a token may be used again, for the same next one: the
// answer to the first use can be lost on the way, which the Mini App waits half a minute to notice, and
// two windows can ask at once. A later use, or one after the next token was used, means a stolen token.
const refreshGrace = 45 * time.Second

// Session is one login of a member, until it ends or rests for too long.
type Session struct {
	ID           string // names the session in access tokens; it opens nothing by itself
	RefreshToken string // continues the session, once
}

// Login is how a member proved who they are.
type Login string

const (
	ByPassword Login = "password"
	ByTelegram Login = "telegram"
)

// StartSession begins a session that may rest for ttl.
func (s *Store) StartSession(ctx context.Context, staff Staff, login Login, ttl time.Duration) (Session, error) {
	first := refreshToken{StaffID: staff.ID, TokenVersion: staff.TokenVersion, Session: newToken()}
	text := newToken()
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if login == ByPassword {
			first.PasswordAt = &tx.now
		}
		return tx.insertRefreshToken(ctx, first, text, ttl)
	})
	return Session{ID: first.Session, RefreshToken: text}, err
}

// StaffOfSession gives the active member whose session this is, with one statement at most. An
// account or a session that is over is NotFound.
func (s *Store) StaffOfSession(ctx context.Context, staffID int64, tokenVersion int, id string) (Staff, error) {
	session, known, filling := s.kept.session(id, s.now())
	if !known {
		var err error
		if session, err = s.readSession(ctx, id); err != nil {
			return Staff{}, err
		}
		s.kept.putSession(id, session, filling)
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
		" WHERE r.session = $1 AND r.revoked_at IS NULL AND r.expires_at > $2 ORDER BY r.expires_at DESC LIMIT 1", id, s.sqlTime(s.now()))
	if err != nil {
		return staffSession{}, wrap(err, "read session")
	}
	session, err := sessionColumns.one(rows)
	return session, wrap(err, "read session")
}

// sessionColumns are the account's; when the session ends comes after them.
var sessionColumns = columns[staffSession]{
	names: []string{"id", "email", "email_key", "password_hash", "role", "name", "telegram_id", "active", "notify", "token_version", "created_at", "updated_at"},
	targets: func(s *staffSession) []any {
		return []any{
			&s.staff.ID, &s.staff.Email, &s.staff.EmailKey, &s.staff.PasswordHash, &s.staff.Role, &s.staff.Name, &s.staff.TelegramID,
			&s.staff.Active, &s.staff.Notify, &s.staff.TokenVersion, &s.staff.CreatedAt, &s.staff.UpdatedAt, &s.until,
		}
	},
}

// RefreshSession exchanges a refresh token for the next one; see refreshGrace for a token that comes
// twice. One that is stolen ends its whole session, because nobody knows which of the two is the thief.
func (s *Store) RefreshSession(ctx context.Context, token string, ttl time.Duration) (staff Staff, next Session, err error) {
	stolen := false
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		stolen = false
		current, err := tx.lockRefreshToken(ctx, token)
		if err != nil {
			return err
		}
		if stolen, err = tx.isStolen(ctx, current, token); err != nil {
			return err
		}
		if stolen {
			return tx.endSession(ctx, current.Session)
		}
		query := tx.NewSelect().Model(&staff).Where("id = ?", current.StaffID).Where("active")
		if err := query.Where("token_version = ?", current.TokenVersion).Scan(ctx); err != nil {
			return sessionOver(notFoundOr(err, "read staff of session"))
		}
		next, err = tx.successor(ctx, current, token, ttl)
		return err
	})
	if err == nil && stolen {
		return Staff{}, Session{}, sessionOver(errNotFound())
	}
	return staff, next, err
}

// isStolen tells whether a locked token is used by two who do not know of each other.
func (t *tx) isStolen(ctx context.Context, current *refreshToken, text string) (bool, error) {
	if current.UsedAt == nil {
		return false, nil
	}
	if t.now.Sub(*current.UsedAt) > refreshGrace {
		return true, nil
	}
	successor := tokenHash(current.successorOf(text))
	used, err := t.NewSelect().Model((*refreshToken)(nil)).Where("token_hash = ?", successor).Where("used_at IS NOT NULL").Exists(ctx)
	return used, wrap(err, "look for the next refresh token")
}

// successor gives the token after a locked one: always the same, so that a session never has two that
// could be used apart.
func (t *tx) successor(ctx context.Context, current *refreshToken, text string, ttl time.Duration) (Session, error) {
	first := current.SuccessorSalt == ""
	if first {
		current.SuccessorSalt, current.UsedAt, current.UpdatedAt = newToken(), &t.now, t.now
	}
	next := Session{ID: current.Session, RefreshToken: current.successorOf(text)}
	if !first {
		return next, nil
	}
	if _, err := t.NewUpdate().Model(current).Column("successor_salt", "used_at", "updated_at").WherePK().Exec(ctx); err != nil {
		return next, wrap(err, "mark refresh token used")
	}
	row := refreshToken{
		StaffID: current.StaffID, TokenVersion: current.TokenVersion, Session: current.Session, PasswordAt: current.PasswordAt,
	}
	return next, t.insertRefreshToken(ctx, row, next.RefreshToken, ttl)
}

// successorOf makes the next token's text, which neither the token nor the database gives by itself.
func (r *refreshToken) successorOf(text string) string {
	mac := hmac.New(sha256.New, []byte(text))
	mac.Write([]byte(r.SuccessorSalt))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
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

func (t *tx) insertRefreshToken(ctx context.Context, row refreshToken, text string, ttl time.Duration) error {
	row.TokenHash = tokenHash(text)
	row.ExpiresAt, row.CreatedAt, row.UpdatedAt = t.now.Add(ttl), t.now, t.now
	_, err := t.NewInsert().Model(&row).Exec(ctx)
	return wrap(err, "insert refresh token")
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
