package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// missedMessages is for how long what staff wrote is sent to a customer who comes back.
const missedMessages = 14 * 24 * time.Hour

// tellMissed queues what a customer missed while the bot could not write to them: what staff wrote lately, estimates that
// wait for their answer, and one message for each open task whose newest status did not reach them. The customer's row is locked.
func (t *tx) tellMissed(ctx context.Context, customer *Customer) error {
	var missed []Notification
	err := t.NewSelect().Model(&missed).Where("customer_id = ?", customer.ID).Where("kind = ?", NotificationMessage).
		Where("state = ?", NotificationUnreachable).Where("chat_id <> 0").Where("created_at > ?", t.now.Add(-missedMessages)).Order("id").Scan(ctx)
	if err != nil {
		return wrap(err, "look for messages that a customer missed")
	}
	for _, notification := range missed {
		notification.ChatID = *customer.TelegramID
		notification.queueAgain(t.now.Add(t.store.hold), t.now)
		if _, err := t.NewUpdate().Model(&notification).WherePK().Exec(ctx); err != nil {
			return wrap(err, "queue a message that a customer missed")
		}
		t.queued = true
		t.changed(SubjectNotification, Updated, notification.ID)
		t.changed(SubjectMessage, Updated, notification.MessageID)
	}
	if err := t.askAgain(ctx, customer, false); err != nil {
		return err
	}
	return t.tellMissedStatus(ctx, customer)
}

// tellMissedStatus queues one message for each open task whose newest message did not reach them, in the order in which
// they were written. It tells the status of now, and nothing if that is what the customer was last told. Each keeps its
// row, so staff see at the task that it arrived after all.
func (t *tx) tellMissedStatus(ctx context.Context, customer *Customer) error {
	var missed []Notification
	err := t.NewRaw(`SELECT n.* FROM notifications AS n JOIN tasks AS k ON k.id = n.task_id
		WHERE n.customer_id = ? AND k.customer_id = n.customer_id AND n.state = 'unreachable' AND k.status <> ?
		AND n.`+aboutStatus+`
		AND NOT EXISTS (SELECT 1 FROM notifications AS later WHERE later.task_id = n.task_id AND later.id > n.id AND later.`+aboutStatus+`)
		ORDER BY n.id`, customer.ID, StatusClosed).Scan(ctx, &missed)
	if err != nil || len(missed) == 0 {
		return wrap(err, "look for what a customer missed")
	}
	ids := make([]int64, len(missed))
	for i, notification := range missed {
		ids[i] = notification.TaskID
	}
	var tasks []Task
	if err := t.NewSelect().Model(&tasks).Column("id", "status").Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return wrap(err, "read the tasks of what a customer missed")
	}
	present := map[int64]Status{}
	for _, task := range tasks {
		present[task.ID] = task.Status
	}
	var sent []Notification
	err = t.NewSelect().Model(&sent).Where("task_id IN (?)", bun.List(ids)).Where("state = 'sent'").Where(aboutStatus).Order("id").Scan(ctx)
	if err != nil {
		return wrap(err, "read what a customer was told")
	}
	told := map[int64]Status{}
	for _, notification := range sent {
		told[notification.TaskID] = notification.Payload.To
	}
	for _, notification := range missed {
		if present[notification.TaskID] == told[notification.TaskID] {
			continue
		}
		notification.ChatID = *customer.TelegramID
		notification.Payload.To = present[notification.TaskID]
		notification.queueAgain(t.now.Add(t.store.hold), t.now)
		if _, err := t.NewUpdate().Model(&notification).WherePK().Exec(ctx); err != nil {
			return wrap(err, "queue what a customer missed")
		}
		t.queued = true
		t.changed(SubjectNotification, Updated, notification.ID)
	}
	return nil
}

// SetReachable records that Telegram lets the bot write to this chat again, and queues what its customer missed
// until now. A chat that belongs to no customer is no error.
func (s *Store) SetReachable(ctx context.Context, telegramID int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		customer, err := tx.findCustomer(ctx, "telegram_id = $1", telegramID)
		if err != nil || customer == nil {
			return err
		}
		_, err = tx.NewRaw("UPDATE customers SET unreachable_at = NULL, reachable_at = ? WHERE id = ?", tx.now, customer.ID).Exec(ctx)
		if err != nil || customer.UnreachableAt == nil {
			return wrap(err, "record that a customer is back")
		}
		tx.changed(SubjectCustomer, Updated, customer.ID)
		return tx.tellMissed(ctx, customer)
	})
}

// SetUnreachable records that Telegram does not let the bot write to this chat, unless its customer came back
// after began, which is when what says so began.
func (s *Store) SetUnreachable(ctx context.Context, telegramID int64, began time.Time) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		return tx.setUnreachable(ctx, telegramID, began)
	})
}

// setUnreachable is SetUnreachable within a transaction.
func (t *tx) setUnreachable(ctx context.Context, telegramID int64, began time.Time) error {
	var ids []int64
	err := t.NewRaw(`UPDATE customers SET unreachable_at = ? WHERE telegram_id = ? AND (reachable_at IS NULL OR reachable_at <= ?)
		RETURNING id`, t.now, telegramID, began.UTC()).Scan(ctx, &ids)
	t.changed(SubjectCustomer, Updated, ids...)
	return wrap(err, "record that a customer is unreachable")
}
