package store

import (
	"context"
	"math/rand/v2"
	"net/url"
	"time"

	"github.com/uptrace/bun"
)

// WebhookDue is an active endpoint and when its first pending delivery can be claimed.
type WebhookDue struct {
	Webhook
	DueAt time.Time
}

// DueWebhooks lists the active endpoints for which something is pending.
func (s *Store) DueWebhooks(ctx context.Context) ([]WebhookDue, error) {
	var due []WebhookDue
	err := s.read.NewRaw(`SELECT * FROM (
			SELECT w.*, (SELECT min(d.due_at) FROM webhook_deliveries AS d
				WHERE d.webhook_id = w.id AND `+pendingDelivery+`) AS due_at
			FROM webhooks AS w WHERE w.active) AS due
		WHERE due_at IS NOT NULL ORDER BY due_at`).Scan(ctx, &due)
	return due, wrap(err, "look for due webhooks")
}

// ClaimWebhookDeliveries takes up to limit deliveries of an endpoint that are due, but none of those that the
// caller still has in hand. They are the caller's until the lease ends; then others may claim them again. A message that fails lets later
// ones pass: Standard Webhooks promises no order.
func (s *Store) ClaimWebhookDeliveries(ctx context.Context, webhookID int64, limit int, lease time.Duration, inHand ...int64) ([]WebhookDelivery, error) {
	skipLocked := ""
	if s.isPostgres() {
		skipLocked = "FOR UPDATE SKIP LOCKED"
	}
	now := s.now()
	var claimed []WebhookDelivery
	err := s.write.NewRaw(`UPDATE webhook_deliveries SET state = 'sending', fence = fence + 1, due_at = ?, updated_at = ?
		WHERE id IN (
			SELECT id FROM webhook_deliveries
			WHERE webhook_id = ? AND `+pendingDelivery+` AND due_at <= ? AND id NOT IN (?)
			ORDER BY due_at LIMIT ? `+skipLocked+`)
		RETURNING *`, now.Add(lease), now, webhookID, now, bun.List(append(inHand, 0)), limit).Scan(ctx, &claimed)
	return claimed, wrap(err, "claim deliveries")
}

// WebhookDelivered records that the endpoint took a claimed delivery, with the HTTP status of its
// answer. It did also if the delivery was given up meanwhile.
func (s *Store) WebhookDelivered(ctx context.Context, delivery WebhookDelivery, status int) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		_, err := tx.NewUpdate().Model((*Webhook)(nil)).Set("failing_since = NULL").
			Where("id = ?", delivery.WebhookID).Where("failing_since IS NOT NULL").Exec(ctx)
		if err != nil {
			return wrap(err, "record that the webhook works")
		}
		var ids []int64
		err = tx.NewUpdate().Model((*WebhookDelivery)(nil)).Set("state = ?", WebhookDeliveryDelivered).
			Set("attempts = attempts + 1").Set("last_status = ?", status).Set("last_error = ''").
			Set("delivered_at = ?", tx.now).Set("updated_at = ?", tx.now).
			Where("id = ?", delivery.ID).Where("fence = ?", delivery.Fence).Returning("id").Scan(ctx, &ids)
		if err == nil && len(ids) == 0 {
			return tx.lostOrGone(ctx, (*WebhookDelivery)(nil), delivery.Claim())
		}
		return wrap(err, "record a delivery")
	})
}

// WebhookPostponed gives a claim back whose attempt never began.
func (s *Store) WebhookPostponed(ctx context.Context, delivery WebhookDelivery) error {
	return s.giveBack(ctx, delivery, func(tx *tx, held *WebhookDelivery) { held.DueAt = tx.now })
}

// WebhookPanicked records that the sender panicked over a claimed delivery. It is tried again at notBefore, and
// put aside after the third time.
func (s *Store) WebhookPanicked(ctx context.Context, delivery WebhookDelivery, notBefore time.Time) error {
	return s.giveBack(ctx, delivery, func(_ *tx, held *WebhookDelivery) {
		held.Panics++
		held.Attempts++
		held.LastError = panicReason
		if held.DueAt = notBefore.UTC(); held.Panics >= panicsAllowed {
			held.State = WebhookDeliveryFailed
		}
	})
}

// giveBack queues a claimed delivery again, changed as change says, unless it was given up meanwhile.
func (s *Store) giveBack(ctx context.Context, delivery WebhookDelivery, change func(*tx, *WebhookDelivery)) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.lockClaimed(ctx, &delivery); err != nil || delivery.State != WebhookDeliverySending {
			return err
		}
		delivery.State = WebhookDeliveryQueued
		change(tx, &delivery)
		return tx.saveDelivery(ctx, &delivery)
	})
}

// lockClaimed locks the row of a claim and reads it as it is now.
func (t *tx) lockClaimed(ctx context.Context, delivery *WebhookDelivery) error {
	claim := delivery.Claim()
	query := t.NewSelect().Model(delivery).Where("id = ?", claim.ID).Where("fence = ?", claim.Fence)
	err := notFoundOr(t.forUpdate(query).Scan(ctx), "lock claimed delivery")
	if CodeOf(err) == NotFound {
		return t.lostOrGone(ctx, (*WebhookDelivery)(nil), claim)
	}
	return err
}

// WebhookFailure is how an attempt failed.
type WebhookFailure struct {
	Status     int           // of the HTTP answer; 0 when there was none
	Reason     string        // short; holds neither a secret nor what the endpoint answered
	RetryAfter time.Duration // how long the endpoint asks to be left alone
	Gone       bool          // the endpoint wants no more messages
}

const (
	// retryFor is for how long a message is tried again after its first failure.
	retryFor = 24 * time.Hour
	// disableAfter is for how long an endpoint may accept nothing before it is made inactive.
	disableAfter = 24 * time.Hour
)

// webhookBackoff is how long to wait after each failure; the last stands for all that follow.
func webhookBackoff(failures int) time.Duration {
	waits := []time.Duration{
		5 * time.Second, 30 * time.Second, 2 * time.Minute, 10 * time.Minute, 30 * time.Minute,
		time.Hour, 2 * time.Hour, 4 * time.Hour, 8 * time.Hour,
	}
	wait := waits[min(failures, len(waits))-1]
	return wait + rand.N(wait/5) // so that what failed together does not come back together
}

// WebhookFailed records a failed attempt of a claimed delivery. It is due again after a while, or
// given up when it has been tried for 24 hours. An endpoint that has accepted nothing for 24 hours,
// or wants no more, is made inactive.
func (s *Store) WebhookFailed(ctx context.Context, delivery WebhookDelivery, failure WebhookFailure) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		webhook, err := tx.lockWebhook(ctx, delivery.WebhookID)
		if err != nil {
			return err
		}
		if err := tx.lockClaimed(ctx, &delivery); err != nil || delivery.State != WebhookDeliverySending {
			return err
		}
		tx.recordFailure(&delivery, failure)
		if err := tx.saveDelivery(ctx, &delivery); err != nil {
			return err
		}
		if webhook.FailingSince == nil {
			webhook.FailingSince = &tx.now
		}
		switch {
		case failure.Gone:
			return tx.disableWebhook(ctx, &webhook, "The endpoint answered 410 Gone: it wants no more messages.")
		case !tx.now.Before(webhook.FailingSince.Add(disableAfter)):
			return tx.disableWebhook(ctx, &webhook, "Nothing was accepted for 24 hours. The last failure: "+failure.Reason)
		}
		return tx.saveWebhook(ctx, &webhook)
	})
}

func (t *tx) recordFailure(delivery *WebhookDelivery, failure WebhookFailure) {
	delivery.Attempts++
	delivery.LastStatus, delivery.LastError = failure.Status, failure.Reason
	if delivery.GiveUpAt == nil {
		giveUp := t.now.Add(retryFor)
		delivery.GiveUpAt = &giveUp
	}
	if failure.Gone || !t.now.Before(*delivery.GiveUpAt) {
		delivery.State = WebhookDeliveryFailed
		return
	}
	delivery.State = WebhookDeliveryQueued
	delivery.DueAt = t.now.Add(max(webhookBackoff(delivery.Attempts), failure.RetryAfter))
	if delivery.DueAt.After(*delivery.GiveUpAt) {
		delivery.DueAt = *delivery.GiveUpAt // the last try
	}
}

// disableWebhook makes an endpoint inactive and tells the admins.
func (t *tx) disableWebhook(ctx context.Context, webhook *Webhook, reason string) error {
	webhook.Active, webhook.DisabledReason = false, reason
	if err := t.saveWebhook(ctx, webhook); err != nil {
		return err
	}
	if err := t.giveUpDeliveries(ctx, webhook.ID); err != nil {
		return err
	}
	payload := NotificationPayload{}
	if address, err := url.Parse(webhook.URL); err == nil {
		payload.Host = address.Host
	}
	return t.notifyAdmins(ctx, NotificationWebhookDisabled, payload)
}

// WebhookOutbox signals that there may be a delivery to claim. One signal can stand for many.
func (s *Store) WebhookOutbox() <-chan struct{} { return s.webhookOutbox }

// unlessNotFound lets pass that somebody has removed a row meanwhile.
func unlessNotFound(err error) error {
	if CodeOf(err) == NotFound {
		return nil
	}
	return err
}
