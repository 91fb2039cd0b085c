package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/uptrace/bun"
)

// WebhookDelivery is one message to one endpoint, written in the transaction that makes the change
// of which it tells.
type WebhookDelivery struct {
	bun.BaseModel  `bun:"table:webhook_deliveries,alias:d"`
	ID             int64 `bun:",pk,autoincrement"`
	WebhookID      int64
	MessageID      string // the header webhook-id: the same for every try, and for every endpoint
	Event          WebhookType
	Payload        string // the body, byte by byte
	TaskID         *int64 // of which it tells
	CustomerID     *int64
	AboutMessageID *int64 // of which it tells
	State          WebhookDeliveryState
	Attempts       int        // how often it was sent
	Panics         int        // how often the sender panicked over it
	Fence          int64      // of the last claim
	DueAt          time.Time  // when it may be claimed: the time of the next try, or the end of the lease
	GiveUpAt       *time.Time // when the last try is made; nil before the first failure
	LastStatus     int        // HTTP status of the last answer; 0 when there was none
	LastError      string     // "" after a success
	DeliveredAt    *time.Time
	CreatedAt      time.Time
	UpdatedAt      time.Time
}

// WebhookDeliveryState is how far a delivery has come.
type WebhookDeliveryState string

const (
	WebhookDeliveryQueued    WebhookDeliveryState = "queued"    // waits for its time or its turn
	WebhookDeliverySending   WebhookDeliveryState = "sending"   // claimed under a lease
	WebhookDeliveryDelivered WebhookDeliveryState = "delivered" // the endpoint answered 2xx
	WebhookDeliveryFailed    WebhookDeliveryState = "failed"    // given up
)

// pendingDelivery chooses what is still to be sent, in the words of the partial index.
const pendingDelivery = "state IN ('queued', 'sending')"

// finishedDelivery chooses what is over, in the words of the partial index.
const finishedDelivery = "state IN ('delivered', 'failed')"

// keepDeliveries is how long what is over stays to be looked at and sent again.
const keepDeliveries = 30 * 24 * time.Hour

// Claim names the row as it was claimed.
func (d WebhookDelivery) Claim() Claim { return Claim{d.ID, d.Fence} }

// WebhookDeliveries reads up to limit deliveries of an endpoint, newest first: those that follow the
// cursor, or with nil the first ones.
func (s *Store) WebhookDeliveries(ctx context.Context, webhookID int64, after *Cursor, limit int) (Page[WebhookDelivery], error) {
	var deliveries []WebhookDelivery
	query := s.read.NewSelect().Model(&deliveries).Where("webhook_id = ?", webhookID).Order("id DESC").Limit(int64(limit) + 1)
	if after != nil {
		query.Where("id < ?", after.ID)
	}
	if err := query.Scan(ctx); err != nil {
		return Page[WebhookDelivery]{}, wrap(err, "list deliveries of webhook")
	}
	return Page[WebhookDelivery]{Rows: deliveries[:min(len(deliveries), limit)], HasMore: len(deliveries) > limit}, nil
}

// CountWebhookDeliveries counts the deliveries of an endpoint.
func (s *Store) CountWebhookDeliveries(ctx context.Context, webhookID int64) (int, error) {
	count, err := s.read.NewSelect().Model((*WebhookDelivery)(nil)).Where("webhook_id = ?", webhookID).Count(ctx)
	return int(count), wrap(err, "count deliveries of webhook")
}

// TestWebhook queues an event webhook.test for one endpoint, whatever it subscribed to.
func (s *Store) TestWebhook(ctx context.Context, id int64) (WebhookDelivery, error) {
	var delivery WebhookDelivery
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		webhook, err := tx.lockWebhook(ctx, id)
		if err != nil {
			return err
		}
		if !webhook.Active {
			return errWebhookInactive()
		}
		payload, err := json.Marshal(webhookMessage{webhookTest, tx.now, testData{sampleMessage(webhook.Events[0], tx.now)}})
		if err != nil {
			return wrap(err, "encode test event")
		}
		delivery = WebhookDelivery{
			WebhookID: id, MessageID: newMessageID(), Event: webhookTest, Payload: string(payload),
			State: WebhookDeliveryQueued, DueAt: tx.now, CreatedAt: tx.now, UpdatedAt: tx.now,
		}
		tx.delivering = true
		_, err = tx.NewInsert().Model(&delivery).Exec(ctx)
		return wrap(err, "insert test delivery")
	})
	return delivery, err
}

// ResendWebhookDelivery queues a delivery again that is over, with the same message id and payload.
// One that waits, or whose endpoint is not active, is a Conflict.
func (s *Store) ResendWebhookDelivery(ctx context.Context, id int64) (WebhookDelivery, error) {
	var delivery WebhookDelivery
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if err := tx.NewSelect().Model(&delivery).Where("id = ?", id).Scan(ctx); err != nil {
			return notFoundOr(err, "find delivery")
		}
		webhook, err := tx.lockWebhook(ctx, delivery.WebhookID)
		if err != nil {
			return err
		}
		if err := tx.forUpdate(tx.NewSelect().Model(&delivery).Where("id = ?", id)).Scan(ctx); err != nil {
			return notFoundOr(err, "lock delivery")
		}
		switch {
		case delivery.State == WebhookDeliveryQueued || delivery.State == WebhookDeliverySending:
			return errConflict("", "This delivery is waiting already.")
		case !webhook.Active:
			return errWebhookInactive()
		}
		delivery.State, delivery.DueAt, delivery.GiveUpAt = WebhookDeliveryQueued, tx.now, nil
		delivery.Attempts, delivery.Panics, delivery.LastStatus, delivery.LastError, delivery.DeliveredAt = 0, 0, 0, "", nil
		tx.delivering = true
		return tx.saveDelivery(ctx, &delivery)
	})
	return delivery, err
}

// PendingWebhookDeliveries counts what is still to be sent.
func (s *Store) PendingWebhookDeliveries(ctx context.Context) (int, error) {
	count, err := s.read.NewSelect().Model((*WebhookDelivery)(nil)).Where(pendingDelivery).Count(ctx)
	return int(count), wrap(err, "count pending deliveries")
}

// PruneWebhookDeliveries removes deliveries that have been over for 30 days.
func (s *Store) PruneWebhookDeliveries(ctx context.Context) error {
	_, err := s.write.NewDelete().Model((*WebhookDelivery)(nil)).Where(finishedDelivery).
		Where("updated_at <= ?", s.now().Add(-keepDeliveries)).Exec(ctx)
	return wrap(err, "prune deliveries")
}

// giveUpDeliveries ends what waits for an endpoint that is no longer active.
func (t *tx) giveUpDeliveries(ctx context.Context, webhookID int64) error {
	_, err := t.NewUpdate().Model((*WebhookDelivery)(nil)).Set("state = ?", WebhookDeliveryFailed).
		Set("last_error = ?", "The webhook was made inactive.").Set("updated_at = ?", t.now).
		Where("webhook_id = ?", webhookID).Where(pendingDelivery).Exec(ctx)
	return wrap(err, "give up deliveries")
}

func (t *tx) saveDelivery(ctx context.Context, delivery *WebhookDelivery) error {
	delivery.UpdatedAt = t.now
	_, err := t.NewUpdate().Model(delivery).WherePK().Exec(ctx)
	return wrap(err, "save delivery")
}

func errWebhookInactive() error {
	return errConflict("", "The webhook is not active. Activate it first.")
}
