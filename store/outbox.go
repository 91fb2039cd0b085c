package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// Delivery is a claimed notification with what its text is made of: the task as the customer may see it.
// Customer and Task are empty in a notice.
type Delivery struct {
	Notification Notification
	Customer     Customer
	Task         Task
}

// pendingStates chooses what is still to be sent.
const pendingStates = "state IN ('queued', 'sending')"

// outboxHead chooses the oldest pending notification of each chat, so that one chat's messages
// keep their order and only one of them is under way.
//
// Only one partial index fits these states, and others fit those of the statements around this: a
// planner that believes the queue to be empty, as it nearly always is, would else take any, and
// compare each notification with all others. Then 10,000 of them took PostgreSQL ten seconds.
const outboxHead = `NOT EXISTS (
	SELECT 1 FROM notifications AS o
	WHERE o.chat_id = n.chat_id AND o.id < n.id AND o.state IN ('queued', 'sending'))`

// dueNotifications chooses those that wait and may be sent now, as many as its second argument.
const dueNotifications = `SELECT n.id FROM notifications AS n WHERE n.state = 'queued' AND n.not_before <= ? AND ` + outboxHead + `
	ORDER BY n.not_before, n.id LIMIT ?`

// ClaimNotifications takes notifications that are due, at most one of each chat: up to limit of those
// that wait, the longest due of them, and as many whose lease has ended. It gives them oldest first. They
// are the caller's until the new lease ends; then others may claim them again.
func (s *Store) ClaimNotifications(ctx context.Context, limit int, lease time.Duration) ([]Delivery, error) {
	skipLocked := ""
	if s.isPostgres() {
		skipLocked = "FOR UPDATE OF n SKIP LOCKED"
	}
	var claimed []Notification
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		claimed = nil
		err := tx.NewRaw(`UPDATE notifications SET state = 'sending', lease_until = ?, updated_at = ?
		WHERE id IN (
			SELECT id FROM (SELECT n.id FROM notifications AS n WHERE n.state = 'sending' AND n.lease_until <= ?
				ORDER BY n.lease_until LIMIT ? `+skipLocked+`) AS left_over
			UNION ALL
			SELECT id FROM (`+dueNotifications+` `+skipLocked+`) AS due)
		RETURNING *`, tx.now.Add(lease), tx.now, tx.now, limit, tx.now, limit).Scan(ctx, &claimed)
		tx.notificationsChanged(claimed)
		return wrap(err, "claim notifications")
	})
	if err != nil || len(claimed) == 0 {
		return nil, err
	}
	slices.SortFunc(claimed, func(a, b Notification) int { return cmp.Compare(a.ID, b.ID) }) // RETURNING has no order
	return s.deliveries(ctx, claimed)
}

func (s *Store) deliveries(ctx context.Context, claimed []Notification) ([]Delivery, error) {
	customerIDs, taskIDs := make([]int64, len(claimed)), make([]int64, len(claimed))
	for i, notification := range claimed {
		customerIDs[i], taskIDs[i] = notification.CustomerID, notification.TaskID
	}
	customers, err := s.CustomersByID(ctx, customerIDs)
	if err != nil {
		return nil, err
	}
	taskByID, err := s.TasksByID(ctx, taskIDs)
	if err != nil {
		return nil, err
	}
	deliveries := make([]Delivery, 0, len(claimed))
	for _, notification := range claimed {
		if notification.CustomerID == 0 {
			deliveries = append(deliveries, Delivery{Notification: notification})
			continue
		}
		customer, known := customers[notification.CustomerID]
		task, exists := taskByID[notification.TaskID]
		if !known || !exists {
			continue // deleted since, and the notification with it
		}
		if customer.TelegramID == nil || *customer.TelegramID != notification.ChatID {
			continue // the card has left the chat since; the next claim has the new one
		}
		deliveries = append(deliveries, Delivery{Notification: notification, Customer: *customer, Task: task.ShownTo(*customer)})
	}
	return deliveries, nil
}

// NextNotification tells when the earliest pending notification can be claimed; ok is false when
// none is pending.
func (s *Store) NextNotification(ctx context.Context) (due time.Time, ok bool, err error) {
	var next []Notification
	err = s.read.NewSelect().Model(&next).Column("not_before").Where("n.state = 'queued'").Where(outboxHead).
		Order("not_before", "id").Limit(1).Scan(ctx)
	if err != nil {
		return time.Time{}, false, wrap(err, "look for the next notification")
	}
	for _, queued := range next {
		due, ok = queued.NotBefore, true
	}
	var claimed []Notification
	err = s.read.NewSelect().Model(&claimed).Column("lease_until").Where("n.state = 'sending'").Order("lease_until").Limit(1).Scan(ctx)
	for _, sending := range claimed {
		if !ok || sending.LeaseUntil.Before(due) {
			due, ok = *sending.LeaseUntil, true
		}
	}
	return due, ok, wrap(err, "look for the next lease that ends")
}

// NotificationSent records that Telegram has the message.
func (s *Store) NotificationSent(ctx context.Context, id int64, telegramMessageID int) error {
	return s.endClaim(ctx, id, "record a sent notification", func(q *bun.UpdateQuery, now time.Time) {
		q.Set("state = 'sent'").Set("telegram_message_id = ?", telegramMessageID).Set("sent_at = ?", now).Set("last_error = ''")
	})
}

// NotificationFailed records that Telegram refused the message for good.
func (s *Store) NotificationFailed(ctx context.Context, id int64, reason string) error {
	return s.endClaim(ctx, id, "record a failed notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'failed'").Set("attempts = attempts + 1").Set("last_error = ?", reason)
	})
}

// RetryNotification gives a claim back after a send that failed for a passing reason; it is due
// again at notBefore.
func (s *Store) RetryNotification(ctx context.Context, id int64, notBefore time.Time, reason string) error {
	return s.endClaim(ctx, id, "put off a notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'queued'").Set("attempts = attempts + 1").Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", reason)
	})
}

// PostponeNotification gives a claim back without counting an attempt: Telegram asked to wait,
// or the send never began. It is due again at notBefore.
func (s *Store) PostponeNotification(ctx context.Context, id int64, notBefore time.Time, reason string) error {
	return s.endClaim(ctx, id, "postpone a notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'queued'").Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", reason)
	})
}

func (s *Store) endClaim(ctx context.Context, id int64, attempted string, set func(*bun.UpdateQuery, time.Time)) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var ended []Notification
		query := tx.NewUpdate().Model(&ended).Set("lease_until = NULL").Set("updated_at = ?", tx.now).
			Where("id = ?", id).Where("state = 'sending'").Returning("*")
		set(query, tx.now)
		_, err := query.Exec(ctx)
		tx.notificationsChanged(ended)
		return wrap(err, attempted)
	})
}

// NotificationUnreachable records that Telegram does not let the bot write to the chat to which the
// notification was sent: its customer's card shows it, and nothing more is tried for the chat until
// the customer writes again.
func (s *Store) NotificationUnreachable(ctx context.Context, id, chatID int64, reason string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.setUnreachable(ctx, chatID, &tx.now); err != nil {
			return err
		}
		var given []Notification
		_, err := tx.NewUpdate().Model(&given).Set("state = 'unreachable'").
			Set("lease_until = NULL").Set("last_error = ?", reason).Set("updated_at = ?", tx.now).
			Set("attempts = attempts + CASE WHEN id = ? THEN 1 ELSE 0 END", id).
			Where("chat_id = ?", chatID).Where(pendingStates).Returning("*").Exec(ctx)
		tx.notificationsChanged(given)
		return wrap(err, "give up the notifications of an unreachable customer")
	})
}

// notificationsChanged tells of changed notifications. Notices are about no task, and nobody is told
// of them.
func (t *tx) notificationsChanged(notifications []Notification) {
	for _, notification := range notifications {
		if notification.CustomerID == 0 {
			continue
		}
		t.changed(SubjectNotification, Updated, notification.ID)
		if notification.State == NotificationFailed || notification.State == NotificationUnreachable {
			t.emitNotificationFailed(notification)
		}
	}
}

// Outbox signals that there may be a notification to claim. One signal can stand for many.
func (s *Store) Outbox() <-chan struct{} { return s.outbox }

func wake(sender chan<- struct{}) {
	select {
	case sender <- struct{}{}:
	default: // a signal is waiting already
	}
}

// OutboxStatus is how much waits to be sent.
type OutboxStatus struct {
	Pending int
	Oldest  time.Time // when the oldest pending notification was due; zero when none is due
}

// OutboxStatus counts what is pending.
func (s *Store) OutboxStatus(ctx context.Context) (OutboxStatus, error) {
	count, err := s.read.NewSelect().Model((*Notification)(nil)).Where(pendingStates).Count(ctx)
	if err != nil {
		return OutboxStatus{}, wrap(err, "count pending notifications")
	}
	status := OutboxStatus{Pending: int(count)}
	var oldest Notification
	err = notFoundOr(s.read.NewSelect().Model(&oldest).Column("not_before").Where(pendingStates).
		Where("n.not_before <= ?", s.now()).Order("n.not_before").Limit(1).Scan(ctx), "look for the oldest notification")
	if err == nil {
		status.Oldest = oldest.NotBefore
	}
	if CodeOf(err) == NotFound {
		err = nil
	}
	return status, err
}
