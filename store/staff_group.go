package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// StaffGroup is a group in Telegram that is told of news once an admin has confirmed that all who are in it may read them.
type StaffGroup struct {
	bun.BaseModel `bun:"table:staff_groups,alias:sg"`
	ChatID        int64 `bun:",pk"` // negative
	Title         string
	ConfirmedAt   *time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// NotificationGroupLost tells an admin that the bot is in the group of staff no longer.
const NotificationGroupLost NotificationKind = "group_lost"

// maxStaffGroups bounds the groups, because each is told of everything.
const maxStaffGroups = 10

// StaffGroups lists the groups in the order in which they were offered.
func (s *Store) StaffGroups(ctx context.Context) ([]StaffGroup, error) {
	groups := []StaffGroup{}
	err := s.read.NewSelect().Model(&groups).Order("created_at", "chat_id").Scan(ctx)
	return groups, wrap(err, "list groups of staff")
}

// OfferStaffGroup notes a group that an admin wants to be told of news; it is told of nothing before it is confirmed.
func (s *Store) OfferStaffGroup(ctx context.Context, actor Actor, chatID int64, title string) (StaffGroup, error) {
	group := StaffGroup{ChatID: chatID, Title: truncate(cleanIncoming(title), MaxName)}
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mayDecideGroups(ctx, actor); err != nil {
			return err
		}
		count, err := tx.NewSelect().Model((*StaffGroup)(nil)).Where("chat_id <> ?", chatID).Count(ctx)
		if err != nil {
			return wrap(err, "count groups of staff")
		}
		if count >= maxStaffGroups {
			return errConflict("chatId", "There are %d groups already. Remove one first.", maxStaffGroups)
		}
		group.CreatedAt, group.UpdatedAt = tx.now, tx.now
		_, err = tx.NewInsert().Model(&group).On("CONFLICT (chat_id) DO UPDATE").Set("title = excluded.title").Set("updated_at = excluded.updated_at").
			Returning("*").Exec(ctx)
		return wrap(err, "offer a group of staff")
	})
	return group, err
}

// mayDecideGroups refuses who is no active admin.
func (t *tx) mayDecideGroups(ctx context.Context, actor Actor) error {
	return t.mustBeAdmin(ctx, actor, "Only an admin can connect a group.")
}

// ConfirmStaffGroup has a group that was offered told of news from now on. Doing it twice changes nothing.
func (s *Store) ConfirmStaffGroup(ctx context.Context, actor Actor, chatID int64) (StaffGroup, error) {
	var group StaffGroup
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mayDecideGroups(ctx, actor); err != nil {
			return err
		}
		if err := tx.forUpdate(tx.NewSelect().Model(&group).Where("chat_id = ?", chatID)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock a group of staff")
		}
		if group.ConfirmedAt != nil {
			return nil
		}
		group.ConfirmedAt, group.UpdatedAt = &tx.now, tx.now
		_, err := tx.NewUpdate().Model(&group).Column("confirmed_at", "updated_at").WherePK().Exec(ctx)
		return wrap(err, "confirm a group of staff")
	})
	return group, err
}

// RemoveStaffGroup has a group told of nothing any more. It returns the group as it was.
func (s *Store) RemoveStaffGroup(ctx context.Context, actor Actor, chatID int64) (StaffGroup, error) {
	var group StaffGroup
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.mayDecideGroups(ctx, actor); err != nil {
			return err
		}
		removed, err := tx.removeGroup(ctx, chatID)
		if err == nil && removed == nil {
			return errNotFound()
		}
		if removed != nil {
			group = *removed
		}
		return err
	})
	return group, err
}

// removeGroup removes a group, with what was to be sent to it; nil for one that is not known.
func (t *tx) removeGroup(ctx context.Context, chatID int64) (*StaffGroup, error) {
	var removed []StaffGroup
	if err := t.NewDelete().Model(&removed).Where("chat_id = ?", chatID).Returning("*").Scan(ctx); err != nil {
		return nil, wrap(err, "remove a group of staff")
	}
	_, err := t.NewDelete().Model((*Notification)(nil)).Where("chat_id = ?", chatID).Where(pendingStates).Exec(ctx)
	if err != nil || len(removed) == 0 {
		return nil, wrap(err, "drop the news of a group")
	}
	return &removed[0], nil
}

// StaffGroupLost records that the bot is in a group no longer: it is told of nothing any more, and admins know of it.
func (s *Store) StaffGroupLost(ctx context.Context, chatID int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error { return tx.groupLost(ctx, chatID) })
}

func (t *tx) groupLost(ctx context.Context, chatID int64) error {
	removed, err := t.removeGroup(ctx, chatID)
	if err != nil || removed == nil || removed.ConfirmedAt == nil {
		return err
	}
	return t.notifyAdmins(ctx, NotificationGroupLost, NotificationPayload{Name: removed.Title})
}

// StaffGroupMigrated records that a group has become a supergroup, which has another id: news go there from now on, what is
// on its way as well. Messages in the former group are not known in the new one.
func (s *Store) StaffGroupMigrated(ctx context.Context, from, to int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		_, err := tx.NewRaw(`INSERT INTO staff_groups (chat_id, title, confirmed_at, created_at, updated_at)
			SELECT ?, title, confirmed_at, created_at, ? FROM staff_groups WHERE chat_id = ? ON CONFLICT (chat_id) DO NOTHING`, to, tx.now, from).Exec(ctx)
		if err != nil {
			return wrap(err, "move a group of staff")
		}
		if _, err := tx.NewDelete().Model((*StaffGroup)(nil)).Where("chat_id = ?", from).Exec(ctx); err != nil {
			return wrap(err, "remove what a group was")
		}
		_, err = tx.NewUpdate().Model((*Notification)(nil)).Set("chat_id = ?", to).Set("telegram_message_id = 0").Set("updated_at = ?", tx.now).
			Where("chat_id = ?", from).Where(pendingStates).Exec(ctx)
		tx.queued = true
		return wrap(err, "move the news of a group")
	})
}
