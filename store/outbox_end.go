package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

// unansweredAllowed is after how many sends without an answer a message is not sent again by itself.
const unansweredAllowed = 3

// SentFile is a file of a message that Telegram has now.
type SentFile struct {
	ID                int64  // of the File
	TelegramMessageID int    // of an album each file has its own
	TelegramFileID    string // by which it can be sent again as what it was sent as; may be empty
}

// NotificationSent records that Telegram has the message, and by which ids its files can be sent again.
func (s *Store) NotificationSent(ctx context.Context, claim Claim, telegramMessageID int, files ...SentFile) error {
	return s.endClaim(ctx, claim, "record a sent notification", func(q *bun.UpdateQuery, now time.Time) {
		q.Set("state = 'sent'").Set("telegram_message_id = ?", telegramMessageID).Set("sent_at = ?", now).Set("last_error = ''")
	}, func(ctx context.Context, tx *tx, sent Notification) error {
		for _, file := range files {
			if file.TelegramFileID == "" {
				continue
			}
			_, err := tx.NewUpdate().Model((*File)(nil)).Set("telegram_file_id = ?", file.TelegramFileID).Set("updated_at = ?", tx.now).
				Where("id = ?", file.ID).Exec(ctx)
			if err != nil {
				return wrap(err, "keep by which id a file can be sent again")
			}
		}
		return tx.post(ctx, sent, telegramMessageID, files)
	})
}

// NotificationFailed records that Telegram refused the message for good, and gives up the parts of it that follow.
func (s *Store) NotificationFailed(ctx context.Context, claim Claim, reason string) error {
	return s.endClaim(ctx, claim, "record a failed notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'failed'").Set("attempts = attempts + 1").Set("last_error = ?", cleanReason(reason))
	}, func(ctx context.Context, tx *tx, failed Notification) error { return tx.failRest(ctx, failed) })
}

// failRest gives up what follows of a message of which a part has failed: the rest alone would say something else.
func (t *tx) failRest(ctx context.Context, failed Notification) error {
	if failed.MessageID == 0 || failed.State != NotificationFailed {
		return nil
	}
	var ids []int64
	err := t.NewUpdate().Model((*Notification)(nil)).Set("state = 'failed'").Set("last_error = ?", "The part before it was not sent.").Set("updated_at = ?", t.now).
		Where("message_id = ?", failed.MessageID).Where("id > ?", failed.ID).Where(isQueued).Returning("id").Scan(ctx, &ids)
	t.changed(SubjectNotification, Updated, ids...)
	return wrap(err, "give up the rest of a message")
}

// RetryNotification gives a claim back after a send that failed for a passing reason; it is due
// again at notBefore.
func (s *Store) RetryNotification(ctx context.Context, claim Claim, notBefore time.Time, reason string) error {
	return s.endClaim(ctx, claim, "put off a notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'queued'").Set("attempts = attempts + 1").Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", cleanReason(reason))
	})
}

// PostponeNotification gives a claim back without counting an attempt: Telegram asked to wait,
// or the send never began. It is due again at notBefore.
func (s *Store) PostponeNotification(ctx context.Context, claim Claim, notBefore time.Time, reason string) error {
	return s.endClaim(ctx, claim, "postpone a notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = 'queued'").Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", cleanReason(reason))
	})
}

// NotificationUnanswered records that the message was written to Telegram and no answer came. It is tried
// again at notBefore, at most so often that it cannot have come more than three times; then its state says that
// nobody knows.
func (s *Store) NotificationUnanswered(ctx context.Context, claim Claim, notBefore time.Time, reason string) error {
	return s.endClaim(ctx, claim, "record an unanswered notification", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = CASE WHEN unanswered + 1 >= ? THEN 'unknown' ELSE 'queued' END", unansweredAllowed).
			Set("unanswered = unanswered + 1").Set("attempts = attempts + 1").
			Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", cleanReason(reason))
	})
}

// NotificationPanicked records that the sender panicked over the message. It is tried again at notBefore, and
// put aside after the third time.
func (s *Store) NotificationPanicked(ctx context.Context, claim Claim, notBefore time.Time) error {
	return s.endClaim(ctx, claim, "record a notification whose sender panicked", func(q *bun.UpdateQuery, _ time.Time) {
		q.Set("state = CASE WHEN panics + 1 >= ? THEN 'failed' ELSE 'queued' END", panicsAllowed).
			Set("panics = panics + 1").Set("attempts = attempts + 1").
			Set("not_before = ?", notBefore.UTC()).Set("last_error = ?", panicReason)
	}, func(ctx context.Context, tx *tx, ended Notification) error { return tx.failRest(ctx, ended) })
}

// endClaim ends a claim, unless it is lost, and then does what comes with that end.
func (s *Store) endClaim(
	ctx context.Context, claim Claim, attempted string, set func(*bun.UpdateQuery, time.Time), then ...func(context.Context, *tx, Notification) error,
) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var ended []Notification
		query := tx.NewUpdate().Model(&ended).Set("lease_until = NULL").Set("updated_at = ?", tx.now).
			Where("id = ?", claim.ID).Where("fence = ?", claim.Fence).Where("state = 'sending'").Returning("*")
		set(query, tx.now)
		if _, err := query.Exec(ctx); err != nil {
			return wrap(err, attempted)
		}
		if len(ended) == 0 {
			return tx.lostOrGone(ctx, (*Notification)(nil), claim)
		}
		for _, do := range then {
			if err := do(ctx, tx, ended[0]); err != nil {
				return err
			}
		}
		if told := ended[0]; told.State == NotificationSent && told.Payload.Again {
			told.Payload.Again = false
			return tx.tellAgain(ctx, &told)
		}
		return tx.notificationsChanged(ctx, ended)
	})
}

// NotificationUnreachable records that Telegram does not let the bot write to the chat to which the
// notification was sent: its customer's card shows it, and nothing more is tried for the chat until
// the customer comes back. Who has come back since the claim is written to again.
func (s *Store) NotificationUnreachable(ctx context.Context, claim Claim, chatID int64, reason string) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		var held []Notification
		err := tx.NewSelect().Model(&held).Column("updated_at").
			Where("id = ?", claim.ID).Where("fence = ?", claim.Fence).Where("state = 'sending'").Scan(ctx)
		if err != nil {
			return wrap(err, "look for a claimed notification")
		}
		if len(held) == 0 {
			return tx.lostOrGone(ctx, (*Notification)(nil), claim)
		}
		if chatID < 0 {
			if err := tx.groupLost(ctx, chatID); err != nil {
				return err
			}
			return tx.queueAgain(ctx, claim) // if it goes to another group by now
		}
		claimedAt := held[0].UpdatedAt
		isBack, err := tx.NewSelect().Model((*Customer)(nil)).Where("telegram_id = ?", chatID).Where("reachable_at > ?", claimedAt).Exists(ctx)
		if err != nil {
			return wrap(err, "look whether a customer is back")
		}
		if isBack {
			return tx.queueAgain(ctx, claim)
		}
		if err := tx.setUnreachable(ctx, chatID, claimedAt); err != nil {
			return err
		}
		var given []Notification
		_, err = tx.NewUpdate().Model(&given).Set("state = 'unreachable'").
			Set("lease_until = NULL").Set("last_error = ?", cleanReason(reason)).Set("updated_at = ?", tx.now).
			Set("attempts = attempts + CASE WHEN id = ? THEN 1 ELSE 0 END", claim.ID).
			Where("chat_id = ?", chatID).Where(pendingStates).Returning("*").Exec(ctx)
		if err != nil {
			return wrap(err, "give up the notifications of an unreachable customer")
		}
		if err := tx.notificationsChanged(ctx, given); err != nil {
			return err
		}
		return tx.queueAgain(ctx, claim) // if it goes to another chat by now, it is tried there
	})
}

// queueAgain gives a claim back, if it has not ended yet.
func (t *tx) queueAgain(ctx context.Context, claim Claim) error {
	var queued []Notification
	_, err := t.NewUpdate().Model(&queued).Set("state = 'queued'").Set("lease_until = NULL").
		Set("not_before = ?", t.now).Set("updated_at = ?", t.now).
		Where("id = ?", claim.ID).Where("state = 'sending'").Returning("*").Exec(ctx)
	if err != nil {
		return wrap(err, "queue a notification again")
	}
	return t.notificationsChanged(ctx, queued)
}

// notificationsChanged tells of changed notifications, and of the messages that they deliver. Notices are about no
// task, and nobody is told of them.
func (t *tx) notificationsChanged(ctx context.Context, notifications []Notification) error {
	failed := map[int64]bool{} // messages of which that is told
	for _, notification := range notifications {
		if notification.CustomerID == 0 {
			continue
		}
		t.changed(SubjectNotification, Updated, notification.ID)
		message := notification.MessageID
		if message != 0 {
			t.changed(SubjectMessage, Updated, message)
		}
		switch notification.State {
		case NotificationFailed, NotificationUnreachable, NotificationUnknown:
			if message == 0 {
				t.emitNotificationFailed(notification)
				continue
			}
			if failed[message] {
				continue
			}
			failed[message] = true
			if err := t.newsUndelivered(ctx, notification); err != nil {
				return err
			}
		case NotificationSent:
			if message == 0 {
				continue
			}
		default:
			continue
		}
		if err := t.emitDelivery(ctx, notification); err != nil {
			return err
		}
	}
	return nil
}
