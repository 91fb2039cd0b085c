package store

import "context"

// SetStaffActive lets a member in or keeps them out. Keeping out ends all their sessions, unlinks their
// Telegram account, voids their open invites and stops the API tokens that they made. The last active
// admin cannot be kept out: Conflict.
func (s *Store) SetStaffActive(ctx context.Context, id int64, active bool) (Staff, error) {
	return s.changeRights(ctx, id, func(staff *Staff) { staff.Active = active })
}

// SetStaffRole changes what a member may do, at once: the API tokens and invites of who is no admin any
// more do not work. The last active admin stays one: Conflict.
func (s *Store) SetStaffRole(ctx context.Context, id int64, role Role) (Staff, error) {
	return s.changeRights(ctx, id, func(staff *Staff) { staff.Role = role })
}

func (s *Store) changeRights(ctx context.Context, id int64, change func(*Staff)) (Staff, error) {
	var staff Staff
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		admins, err := tx.lockAdmins(ctx)
		if err != nil {
			return err
		}
		if staff, err = tx.lockStaff(ctx, id); err != nil {
			return err
		}
		before := staff
		change(&staff)
		if staff == before {
			return nil
		}
		if before.isAdmin() && !staff.isAdmin() && len(admins) == 1 {
			return errConflict("", "This is the last active admin. Make somebody else an admin first.")
		}
		if err := tx.tokensChanged(ctx, id); err != nil {
			return err
		}
		if staff.Active != before.Active {
			return tx.shutOut(ctx, &staff)
		}
		return tx.saveStaff(ctx, &staff)
	})
	return staff, err
}

// isAdmin tells whether the member can manage the team now.
func (s Staff) isAdmin() bool { return s.Active && s.Role == RoleAdmin }

// mustBeAdmin refuses who is no active admin, in words that say what for.
func (t *tx) mustBeAdmin(ctx context.Context, actor Actor, refusal string) error {
	admin, err := t.NewSelect().Model((*Staff)(nil)).Where("id = ?", valueOf(actor.staffID())).Where("role = ?", RoleAdmin).Where("active").Exists(ctx)
	if err == nil && !admin {
		return &Error{Code: Forbidden, Message: refusal}
	}
	return wrap(err, "look whether an admin asks")
}

// lockAdmins locks every active admin, so that of two who take each other's rights away at the same
// moment the second finds itself the last.
func (t *tx) lockAdmins(ctx context.Context) ([]Staff, error) {
	var admins []Staff
	query := t.NewSelect().Model(&admins).Where("role = ?", RoleAdmin).Where("active").Order("id")
	return admins, wrap(t.forUpdate(query).Scan(ctx), "lock admins")
}
