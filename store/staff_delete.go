package store

import (
	"cmp"
	"context"
	"fmt"

	"github.com/uptrace/bun"
)

// DeleteStaff deletes a member's account for good: their email, password, sessions, Telegram account and open invites. What they
// did stays; histories call them as before, or, where calledAs is not nil, by that. The last active admin cannot be deleted.
func (s *Store) DeleteStaff(ctx context.Context, id int64, calledAs *string) (Staff, error) {
	name := ""
	if calledAs != nil {
		var err error
		if name, err = cleanText("calledAs", *calledAs, MaxName); err != nil {
			return Staff{}, err
		}
		if name == "" {
			return Staff{}, errInvalid("calledAs", "Say how the history is to call them from now on.")
		}
	}
	var staff Staff
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		admins, err := tx.lockAdmins(ctx)
		if err != nil {
			return err
		}
		if staff, err = tx.lockStaff(ctx, id); err != nil {
			return err
		}
		if staff.isAdmin() && len(admins) == 1 {
			return errConflict("", "This is the last active admin. Make somebody else an admin first.")
		}
		if calledAs != nil {
			if err := tx.renameInHistories(ctx, staff, name); err != nil {
				return err
			}
		}
		staff.Name = cmp.Or(name, staff.DisplayName())
		staff.Email, staff.EmailKey, staff.PasswordHash = "", fmt.Sprintf("deleted-%d", staff.ID), ""
		staff.Active, staff.Notify, staff.DeletedAt = false, NotifyNothing, &tx.now
		if err := tx.tokensChanged(ctx, id); err != nil {
			return err
		}
		for _, table := range []string{"refresh_tokens", "photo_links", "staff_replies"} {
			if _, err := tx.NewDelete().Table(table).Where("staff_id = ?", id).Exec(ctx); err != nil {
				return wrap(err, "remove the "+table+" of a member")
			}
		}
		if err := tx.deleteNotifications(ctx, "staff_id = ?", id); err != nil {
			return err
		}
		return tx.shutOut(ctx, &staff)
	})
	return staff, err
}

// renameInHistories calls a member by another name where histories tell who was responsible. Lines hold no more than the
// name: where another member is called the same, they tell of nobody in particular, and stay.
func (t *tx) renameInHistories(ctx context.Context, staff Staff, name string) error {
	for _, called := range []string{staff.Name, staff.Email} {
		if called == "" {
			continue
		}
		shared, err := t.NewSelect().Model((*Staff)(nil)).Where("id <> ?", staff.ID).Where("name = ?", called).Exists(ctx)
		if err != nil {
			return wrap(err, "look for members of the same name")
		}
		if shared {
			continue
		}
		for _, column := range []string{"from_value", "to_value"} {
			_, err := t.NewUpdate().Model((*HistoryEntry)(nil)).Set("? = ?", bun.Ident(column), name).Where("kind = ?", EventEmployee).
				Where("? = ?", bun.Ident(column), called).Exec(ctx)
			if err != nil {
				return wrap(err, "rename a member in histories")
			}
		}
	}
	return nil
}
