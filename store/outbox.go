package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// Delivery is a claimed notification with what its text is made of: the task as the customer may see it.
// Customer, Task, Item, Shop and At are empty in a notice, and Task in a message that is about none.
type Delivery struct {
	Notification Notification
	Customer     Customer
	Task         Task
	// Of the task, where the chat may see it; empty and nil for none.
	Item         Item
	ShopCategory *ShopCategory
	Stage        *Stage       // of which the message tells
	News         *News        // of NotificationNews
	Message      *MessagePart // of NotificationMessage
	Estimate     *Estimate    // of NewsDecision and, where the chat may see it, of NotificationEstimate
	Agreed       *Agreed      // of what tells a status, where the chat may see it; nil for nothing
	CopyOf       ChatMessage  // of NotificationFileCopy
	Digest       []DigestQueue
	Silent       bool   // it comes without a sound, at night
	Refusal      string // why it must not be sent any more; empty for what may be
	Shop         Shop
	At           time.Time // when it was claimed, by the shop's clock
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

// UploadTime is by how much the lease of a message is longer whose files have to be uploaded.
const UploadTime = 100 * time.Second

// uploads chooses the messages of which Telegram does not know all files.
const uploads = `notifications.message_id IS NOT NULL AND EXISTS (
	SELECT 1 FROM files AS f WHERE f.message_id = notifications.message_id AND f.telegram_file_id = '')`

// ClaimNotifications takes notifications that are due, at most one of each chat: up to limit of those
// that wait, the longest due of them, and as many whose lease has ended, but none of those that the caller
// still has in hand. It gives them oldest first. They are the caller's until the new lease ends, which is UploadTime
// later for uploads; then others may claim them again.
func (s *Store) ClaimNotifications(ctx context.Context, limit int, lease time.Duration, inHand ...int64) ([]Delivery, error) {
	skipLocked, until := "", "?"
	if s.isPostgres() {
		skipLocked, until = "FOR UPDATE OF n SKIP LOCKED", "CAST(? AS timestamptz)"
	}
	var claimed []Notification
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		claimed = nil
		err := tx.NewRaw(`UPDATE notifications SET state = 'sending', fence = fence + 1, lease_until = CASE WHEN `+uploads+` THEN `+until+` ELSE `+until+` END, updated_at = ?
		WHERE id IN (
			SELECT id FROM (SELECT n.id FROM notifications AS n
				WHERE n.state = 'sending' AND n.lease_until <= ? AND n.id NOT IN (?) ORDER BY n.lease_until LIMIT ? `+skipLocked+`) AS left_over
			UNION ALL
			SELECT id FROM (`+dueNotifications+` `+skipLocked+`) AS due)
		RETURNING *`, tx.now.Add(lease+UploadTime), tx.now.Add(lease), tx.now, tx.now, bun.List(append(inHand, 0)), limit, tx.now, limit).Scan(ctx, &claimed)
		if err != nil {
			return wrap(err, "claim notifications")
		}
		return tx.notificationsChanged(ctx, claimed)
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
	var tasks []Task
	for _, task := range taskByID {
		tasks = append(tasks, *task)
	}
	var stageIDs []int64
	for _, notification := range claimed {
		if id := notification.Payload.Stage; id != 0 {
			stageIDs = append(stageIDs, id)
		}
	}
	around, err := s.surroundings(ctx, tasks, stageIDs)
	if err != nil {
		return nil, err
	}
	shop, err := s.Shop(ctx)
	if err != nil {
		return nil, err
	}
	at := s.now().In(s.location)
	deliveries := make([]Delivery, 0, len(claimed))
	for _, notification := range claimed {
		if notification.CustomerID == 0 {
			delivery := Delivery{Notification: notification}
			if notification.Kind == NotificationNews {
				if delivery.News, err = s.news(ctx, notification); err != nil {
					return nil, err
				}
				if delivery.News == nil {
					continue // deleted since, and the notification with it
				}
			}
			if notification.Kind == NotificationDigest {
				if err := s.withDigest(ctx, &delivery); err != nil {
					return nil, err
				}
			}
			if notification.Kind == NotificationFileCopy {
				if err := s.withOriginal(ctx, &delivery); err != nil {
					return nil, err
				}
			}
			deliveries = append(deliveries, delivery)
			continue
		}
		customer, known := customers[notification.CustomerID]
		task, exists := taskByID[notification.TaskID]
		if !known || !exists && notification.TaskID != 0 {
			continue // deleted since, and the notification with it
		}
		if customer.TelegramID == nil || *customer.TelegramID != notification.ChatID {
			continue // the card has left the chat since; the next claim has the new one
		}
		if notification.Kind == NotificationPromiseMoved && isOver(task.Status) {
			if err := s.dropPromise(ctx, notification.Claim()); err != nil {
				return nil, err
			}
			continue
		}
		delivery := Delivery{Notification: notification, Customer: *customer, Shop: shop, At: at}
		if exists {
			shown := around.Show(*task, *customer)
			delivery.Task, delivery.Item, delivery.ShopCategory = shown.Task, shown.Item, shown.ShopCategory
			if customer.PhoneVerifiedAt != nil {
				delivery.Stage = around.toldStage(notification.Payload.Stage)
			}
		}
		if notification.Kind == NotificationMessage { // the chat may be another one since it was written, or not be proven any more
			if err := mayWrite(ctx, s.read, *customer, notification.TaskID); err != nil && !errors.Is(err, errNotVerified) {
				return nil, err
			} else if err != nil {
				delivery.Refusal = err.Error()
			}
		}
		if notification.Kind.isReminder() {
			if err := s.checkReminder(ctx, &delivery); err != nil {
				return nil, err
			}
		}
		deliveries = append(deliveries, delivery)
	}
	if deliveries, err = s.withEstimates(ctx, deliveries); err != nil {
		return nil, err
	}
	if err := s.withAgreed(ctx, deliveries); err != nil {
		return nil, err
	}
	return s.withMessages(ctx, deliveries)
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

// Outbox signals that there may be a notification to claim. One signal can stand for many.
func (s *Store) Outbox() <-chan struct{} { return s.outbox }

func wake(sender chan<- struct{}) {
	select {
	case sender <- struct{}{}:
	default: // a signal is waiting already
	}
}

// LateAfter is from when on a message that is due counts as late. Telegram's longest usual wait, and the tries
// of a bad minute, are over by then.
const LateAfter = 2 * time.Minute

// OutboxStatus is how much waits to be sent.
type OutboxStatus struct {
	Pending   int
	Age       time.Duration // for how long the oldest message has been due, since it first was; 0 when none is due
	LateChats int           // chats in which a message has been due for longer than LateAfter
}

// OutboxStatus measures what is pending.
func (s *Store) OutboxStatus(ctx context.Context) (OutboxStatus, error) {
	now := s.now()
	var measured struct {
		Pending   int
		Oldest    bun.NullTime
		LateChats int
	}
	err := s.read.NewRaw(`SELECT count(*) AS pending, min(first_due) AS oldest,
		count(DISTINCT CASE WHEN first_due <= ? THEN chat_id END) AS late_chats
		FROM notifications WHERE `+pendingStates, now.Add(-LateAfter)).Scan(ctx, &measured)
	status := OutboxStatus{Pending: measured.Pending, LateChats: measured.LateChats}
	if !measured.Oldest.IsZero() {
		status.Age = max(now.Sub(measured.Oldest.Time), 0)
	}
	return status, wrap(err, "measure the outbox")
}

// LongestWaiting is the message that has been late for longest, and for how long it has been due; ok is false
// when none is late.
func (s *Store) LongestWaiting(ctx context.Context) (n Notification, age time.Duration, ok bool, err error) {
	var late []Notification
	err = s.read.NewSelect().Model(&late).Where(pendingStates).Where("n.first_due <= ?", s.now().Add(-LateAfter)).
		Order("n.first_due", "n.id").Limit(1).Scan(ctx)
	if err != nil || len(late) == 0 {
		return Notification{}, 0, false, wrap(err, "look for the message that waits longest")
	}
	return late[0], s.now().Sub(late[0].FirstDue), true, nil
}
