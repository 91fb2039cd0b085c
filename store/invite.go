package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// Invite lets one person make an account with its role, or a member in who cannot log in any more.
type Invite struct {
	bun.BaseModel `bun:"table:invites,alias:i"`
	ID            int64 `bun:",pk,autoincrement"`
	TokenHash     string
	Role          Role
	CreatedBy     *int64 // the admin who made it; nil for the first owner's
	StaffID       *int64 // whose password it sets; nil when it makes an account
	ExpiresAt     time.Time
	UsedAt        *time.Time
	UsedBy        *int64
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// NewInvite is an invite to be made.
type NewInvite struct {
	Role      Role
	CreatedBy *int64
	TTL       time.Duration // how long it can be used
}

// CreateInvite makes an invite that works once, and returns its token, of which only a hash is
// kept. It stops working when who made it is no longer an active admin.
func (s *Store) CreateInvite(ctx context.Context, in NewInvite) (Invite, string, error) {
	token := newToken()
	now := s.now()
	row := Invite{
		TokenHash: tokenHash(token), Role: in.Role, CreatedBy: in.CreatedBy,
		ExpiresAt: now.Add(in.TTL), CreatedAt: now, UpdatedAt: now,
	}
	_, err := s.write.NewInsert().Model(&row).Exec(ctx)
	return row, token, wrap(err, "insert invite")
}

// FirstInvite makes the invite with which the owner of a new installation becomes its first
// admin. It voids those made at earlier starts, so that just the last one shown works.
func (s *Store) FirstInvite(ctx context.Context, ttl time.Duration) (token string, err error) {
	_, err = s.write.NewDelete().Model((*Invite)(nil)).Where("created_by IS NULL").Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return "", wrap(err, "void earlier first invites")
	}
	_, token, err = s.CreateInvite(ctx, NewInvite{Role: RoleAdmin, TTL: ttl})
	return token, err
}

// CreateLoginLink makes a link with which an active member sets a new password, once, and returns its
// token, of which only a hash is kept. The one before is void. It stops working when who made it is no
// longer an active admin.
func (s *Store) CreateLoginLink(ctx context.Context, staffID, by int64, ttl time.Duration) (Invite, string, error) {
	var row Invite
	token := newToken()
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		staff, err := tx.lockStaff(ctx, staffID)
		if err != nil {
			return err
		}
		if !staff.Active {
			return errConflict("", "This member is disabled. Enable them first.")
		}
		if _, err := tx.NewDelete().Model((*Invite)(nil)).Where("staff_id = ?", staffID).Where("used_at IS NULL").Exec(ctx); err != nil {
			return wrap(err, "void an earlier login link")
		}
		row = Invite{
			TokenHash: tokenHash(token), Role: staff.Role, CreatedBy: &by, StaffID: &staffID,
			ExpiresAt: tx.now.Add(ttl), CreatedAt: tx.now, UpdatedAt: tx.now,
		}
		_, err = tx.NewInsert().Model(&row).Exec(ctx)
		return wrap(err, "insert login link")
	})
	return row, token, err
}

// OwnerLoginLink makes such a link for the only active admin, whom nobody else can help. It is a Conflict while there is another.
func (s *Store) OwnerLoginLink(ctx context.Context, staffID int64, ttl time.Duration) (token string, err error) {
	others, err := s.read.NewSelect().Model((*Staff)(nil)).Where("active").Where("role = ?", RoleAdmin).Where("id <> ?", staffID).Exists(ctx)
	if err != nil {
		return "", wrap(err, "look for other admins")
	}
	if others {
		return "", errConflict("", "Another admin makes the link.")
	}
	_, token, err = s.CreateLoginLink(ctx, staffID, staffID, ttl)
	return token, err
}

// UseLoginLink sets the password of the member whose the link is, as SetPassword does, and uses it up.
func (s *Store) UseLoginLink(ctx context.Context, token, password string) (Staff, error) {
	// Before the costly hash, so that a stranger cannot make the service compute.
	link, err := s.validLoginLink(ctx, s.read, token)
	if err != nil {
		return Staff{}, err
	}
	staff, err := s.Staff(ctx, *link.StaffID)
	if err != nil {
		return Staff{}, err
	}
	hash, err := s.hashPassword(ctx, password, staff.Email)
	if err != nil {
		return Staff{}, err
	}
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if staff, err = tx.lockStaff(ctx, *link.StaffID); err != nil {
			return err
		}
		if link, err = s.validLoginLink(ctx, tx, token); err != nil {
			return err
		}
		if err := tx.useInvite(ctx, link, staff.ID); err != nil {
			return err
		}
		staff.PasswordHash = hash
		return tx.shutOut(ctx, &staff)
	})
	return staff, err
}

func (s *Store) validLoginLink(ctx context.Context, db bun.IDB, token string) (*Invite, error) {
	var row Invite
	err := db.NewSelect().Model(&row).Where("token_hash = ?", tokenHash(token)).Where("used_at IS NULL").Where("expires_at > ?", s.now()).
		Where("staff_id IN (SELECT id FROM staff WHERE active)").
		Where("created_by IN (SELECT id FROM staff WHERE active AND role = ?)", RoleAdmin).Scan(ctx)
	if err = notFoundOr(err, "read login link"); CodeOf(err) == NotFound {
		return nil, errInvalid("link", "This link is not valid: it was used, has expired or never was one. Ask for a new one.")
	}
	return &row, err
}

// LinkUse is what a link that lets people in is for.
type LinkUse string

const (
	LinkOwner     LinkUse = "OWNER"     // makes the first account
	LinkColleague LinkUse = "COLLEAGUE" // makes an account
	LinkPassword  LinkUse = "PASSWORD"  // sets a member's password
)

// LinkUse tells whoever has the token of an invite or of a login link what it is for; "" when it does not work.
func (s *Store) LinkUse(ctx context.Context, token string) (LinkUse, error) {
	invite, err := s.validInvite(ctx, s.read, token)
	switch {
	case err == nil && invite.CreatedBy == nil:
		return LinkOwner, nil
	case err == nil:
		return LinkColleague, nil
	case CodeOf(err) != Invalid:
		return "", err
	}
	_, err = s.validLoginLink(ctx, s.read, token)
	switch {
	case err == nil:
		return LinkPassword, nil
	case CodeOf(err) != Invalid:
		return "", err
	}
	return "", nil
}

// Invites lists the invites that have not expired, used ones among them, in the order of their ids.
func (s *Store) Invites(ctx context.Context) ([]Invite, error) {
	var invites []Invite
	err := s.read.NewSelect().Model(&invites).Where("staff_id IS NULL").Where("expires_at > ?", s.now()).Order("id").Scan(ctx)
	return invites, wrap(err, "list invites")
}

// RevokeInvite makes an invite useless. One that was used is a Conflict.
func (s *Store) RevokeInvite(ctx context.Context, id int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var row Invite
		if err := tx.forUpdate(tx.NewSelect().Model(&row).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock invite")
		}
		if row.UsedAt != nil {
			return errConflict("", "This invite was used already. Disable the account that it made, if that is what you want.")
		}
		_, err := tx.NewDelete().Model(&row).WherePK().Exec(ctx)
		return wrap(err, "delete invite")
	})
}

func (s *Store) validInvite(ctx context.Context, db bun.IDB, token string) (*Invite, error) {
	var row Invite
	err := db.NewSelect().Model(&row).Where("token_hash = ?", tokenHash(token)).
		Where("used_at IS NULL").Where("expires_at > ?", s.now()).
		Where("staff_id IS NULL").
		Where("(created_by IS NULL AND NOT EXISTS (SELECT * FROM staff WHERE active)) OR created_by IN (SELECT id FROM staff WHERE active AND role = ?)", RoleAdmin).
		Scan(ctx)
	if err = notFoundOr(err, "read invite"); CodeOf(err) == NotFound {
		return nil, errInvalid("invite", "This invite is not valid: it was used, has expired or never was one. Ask for a new one.")
	}
	return &row, err
}

// useInvite marks the invite used, unless somebody else was faster.
func (t *tx) useInvite(ctx context.Context, invite *Invite, staffID int64) error {
	result, err := t.NewUpdate().Model(invite).Set("used_at = ?", t.now).Set("used_by = ?", staffID).
		Set("updated_at = ?", t.now).WherePK().Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return wrap(err, "mark invite used")
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return errInvalid("invite", "This invite has just been used. Ask for a new one.")
	}
	return nil
}
