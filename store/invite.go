package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// invite lets one person make an account.
type invite struct {
	bun.BaseModel `bun:"table:invites,alias:i"`
	ID            int64 `bun:",pk,autoincrement"`
	TokenHash     string
	Role          Role
	ExpiresAt     time.Time
	UsedAt        *time.Time
	UsedBy        *int64
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// CreateInvite makes an invite to an account with the role, valid once within ttl, and returns
// its token, of which only a hash is kept.
func (s *Store) CreateInvite(ctx context.Context, role Role, ttl time.Duration) (token string, err error) {
	token = newToken()
	now := s.now()
	row := invite{TokenHash: tokenHash(token), Role: role, ExpiresAt: now.Add(ttl), CreatedAt: now, UpdatedAt: now}
	_, err = s.write.NewInsert().Model(&row).Exec(ctx)
	return token, wrap(err, "insert invite")
}

// FirstInvite makes the invite with which the owner of a new installation becomes its first
// admin. It voids those made at earlier starts, so that just the last one shown works.
func (s *Store) FirstInvite(ctx context.Context, ttl time.Duration) (token string, err error) {
	_, err = s.write.NewDelete().Model((*invite)(nil)).Where("role = ?", RoleAdmin).Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return "", wrap(err, "void earlier first invites")
	}
	return s.CreateInvite(ctx, RoleAdmin, ttl)
}

func (s *Store) validInvite(ctx context.Context, db bun.IDB, token string) (*invite, error) {
	var row invite
	err := db.NewSelect().Model(&row).Where("token_hash = ?", tokenHash(token)).
		Where("used_at IS NULL").Where("expires_at > ?", s.now()).Scan(ctx)
	if err = notFoundOr(err, "read invite"); CodeOf(err) == NotFound {
		return nil, errInvalid("invite", "This invite is not valid: it was used, has expired or never was one. Ask for a new one.")
	}
	return &row, err
}

// useInvite marks the invite used, unless somebody else was faster.
func (t *tx) useInvite(ctx context.Context, card *invite, staffID int64) error {
	result, err := t.NewUpdate().Model(card).Set("used_at = ?", t.now).Set("used_by = ?", staffID).
		Set("updated_at = ?", t.now).WherePK().Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return wrap(err, "mark invite used")
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return errInvalid("invite", "This invite has just been used. Ask for a new one.")
	}
	return nil
}
