package store

import (
	"context"
	"time"
)

// clockSlack is how far the clocks of replicas, and of the database's writers, may differ.
const clockSlack = time.Minute

// FollowClock shortens the waits that the machine's clock has made long by going back, as after it was a day ahead:
// what was last written later than now is due after the wait that was meant then, counted from now. It tells how many
// notifications, deliveries to webhooks and files that were.
func (s *Store) FollowClock(ctx context.Context) (moved int, err error) {
	err = s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		moved = 0
		var notifications []Notification
		if err := tx.NewSelect().Model(&notifications).Where(pendingStates).Where("updated_at > ?", tx.now.Add(clockSlack)).Scan(ctx); err != nil {
			return err
		}
		for _, late := range notifications {
			due, firstDue := tx.moved(late.NotBefore, late.UpdatedAt), late.FirstDue
			if firstDue.After(due) {
				firstDue = due
			}
			query := tx.NewUpdate().Model((*Notification)(nil)).Set("not_before = ?", due).Set("first_due = ?", firstDue).Set("updated_at = ?", tx.now)
			if late.LeaseUntil != nil {
				query.Set("lease_until = ?", tx.moved(*late.LeaseUntil, late.UpdatedAt))
			}
			if _, err := query.Where("id = ?", late.ID).Exec(ctx); err != nil {
				return err
			}
		}
		var deliveries []WebhookDelivery
		if err := tx.NewSelect().Model(&deliveries).Where(pendingDelivery).Where("updated_at > ?", tx.now.Add(clockSlack)).Scan(ctx); err != nil {
			return err
		}
		for _, late := range deliveries {
			query := tx.NewUpdate().Model((*WebhookDelivery)(nil)).Set("due_at = ?", tx.moved(late.DueAt, late.UpdatedAt)).Set("updated_at = ?", tx.now)
			if late.GiveUpAt != nil {
				query.Set("give_up_at = ?", tx.moved(*late.GiveUpAt, late.UpdatedAt))
			}
			if _, err := query.Where("id = ?", late.ID).Exec(ctx); err != nil {
				return err
			}
		}
		var files []File
		if err := tx.NewSelect().Model(&files).Where("state = ?", FileWaiting).Where("updated_at > ?", tx.now.Add(clockSlack)).Scan(ctx); err != nil {
			return err
		}
		for _, late := range files {
			_, err := tx.NewUpdate().Model((*File)(nil)).Set("not_before = ?", tx.moved(late.NotBefore, late.UpdatedAt)).Set("updated_at = ?", tx.now).
				Where("id = ?", late.ID).Exec(ctx)
			if err != nil {
				return err
			}
		}
		moved = len(notifications) + len(deliveries) + len(files)
		tx.queued, tx.delivering, tx.fetching = len(notifications) > 0, len(deliveries) > 0, len(files) > 0
		return nil
	})
	return moved, wrap(err, "follow the clock")
}

// moved is a time that was to come so long after another, counted from now.
func (t *tx) moved(at, after time.Time) time.Time { return t.now.Add(max(0, at.Sub(after))) }
