package store

import (
	"context"
	"time"
)

// ReauthenticationTTL is how long a session that gave its password may do what gives lasting access:
// whoever holds a stolen session alone must not keep it. A refresh does not prolong that.
const ReauthenticationTTL = 15 * time.Minute

// HasReauthenticated tells whether a session gave its password within ReauthenticationTTL.
func (s *Store) HasReauthenticated(ctx context.Context, session string) (bool, error) {
	gave, err := s.read.NewSelect().Model((*refreshToken)(nil)).Where("session = ?", session).Where("revoked_at IS NULL").
		Where("password_at > ?", s.now().Add(-ReauthenticationTTL)).Exists(ctx)
	return gave, wrap(err, "look when a session gave its password")
}

// Reauthenticate notes that a member's session gives its password again. A wrong one is Invalid.
func (s *Store) Reauthenticate(ctx context.Context, staffID int64, session, password string) error {
	if err := s.checkPassword(ctx, staffID, password); err != nil {
		return err
	}
	now := s.now()
	_, err := s.write.NewUpdate().Model((*refreshToken)(nil)).Set("password_at = ?", now).Set("updated_at = ?", now).
		Where("session = ?", session).Where("staff_id = ?", staffID).Where("revoked_at IS NULL").Exec(ctx)
	return wrap(err, "note that a session gave its password")
}

// checkPassword is Invalid when the password is not the member's own.
func (s *Store) checkPassword(ctx context.Context, staffID int64, password string) error {
	staff, err := s.Staff(ctx, staffID)
	if err != nil {
		return err
	}
	matches, err := s.passwordMatches(ctx, password, staff.PasswordHash)
	if err == nil && !matches {
		err = errInvalid("currentPassword", "This is not your current password.")
	}
	return err
}
