package store

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"
)

// Webhook is an address of an integrator to which events are sent, signed by the scheme of
// https://www.standardwebhooks.com.
type Webhook struct {
	bun.BaseModel       `bun:"table:webhooks,alias:w"`
	ID                  int64 `bun:",pk,autoincrement"`
	URL                 string
	Events              []WebhookType // which it wants
	Secret              string        // "whsec_" and base64 of the key
	PreviousSecret      string        // "" when it never was rotated
	PreviousSecretUntil *time.Time    // until then the previous secret signs too
	Active              bool
	DisabledReason      string     // why the service made it inactive; "" when it did not
	TokenID             *int64     // the API token whose own it is; nil for one of the admins'
	FailingSince        *time.Time // the first failure since anything was accepted; nil when there is none
	CreatedAt           time.Time
	UpdatedAt           time.Time
}

// NewWebhook is an endpoint to be made.
type NewWebhook struct {
	URL     string
	Events  []WebhookType
	TokenID *int64 // the API token whose own it will be
}

// WebhookUpdate changes what is not nil.
type WebhookUpdate struct {
	URL    *string
	Events []WebhookType
	Active *bool // true also forgets why it was disabled; false gives up what waits
}

const (
	// MaxWebhooks bounds the endpoints, and with them the connections that are open at once.
	MaxWebhooks = 20
	// secretOverlap is how long the previous secret signs beside a new one.
	secretOverlap = 24 * time.Hour
)

// CreateWebhook makes an active endpoint with a secret of its own.
func (s *Store) CreateWebhook(ctx context.Context, in NewWebhook) (Webhook, error) {
	var webhook Webhook
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		count, err := tx.NewSelect().Model((*Webhook)(nil)).Count(ctx)
		if err != nil {
			return wrap(err, "count webhooks")
		}
		if count >= MaxWebhooks {
			return errConflict("", "There are %d webhooks already, which is the limit. Delete one first.", MaxWebhooks)
		}
		webhook = Webhook{Secret: newWebhookSecret(), TokenID: in.TokenID, Active: true, CreatedAt: tx.now, UpdatedAt: tx.now}
		if webhook.URL, err = s.cleanWebhookURL(in.URL); err != nil {
			return err
		}
		if webhook.Events, err = cleanWebhookTypes(in.Events); err != nil {
			return err
		}
		_, err = tx.NewInsert().Model(&webhook).Exec(ctx)
		return wrap(err, "insert webhook")
	})
	return webhook, err
}

// UpdateWebhook changes an endpoint.
func (s *Store) UpdateWebhook(ctx context.Context, id int64, in WebhookUpdate) (Webhook, error) {
	return s.changeWebhook(ctx, id, func(ctx context.Context, tx *tx, webhook *Webhook) (err error) {
		if in.URL != nil {
			before := webhook.URL
			if webhook.URL, err = s.cleanWebhookURL(*in.URL); err != nil {
				return err
			}
			if webhook.URL != before {
				webhook.FailingSince = nil
			}
		}
		if in.Events != nil {
			if webhook.Events, err = cleanWebhookTypes(in.Events); err != nil {
				return err
			}
		}
		if in.Active == nil || *in.Active == webhook.Active {
			return nil
		}
		webhook.Active, webhook.DisabledReason, webhook.FailingSince = *in.Active, "", nil
		if webhook.Active {
			return nil
		}
		return tx.giveUpDeliveries(ctx, id)
	})
}

// RotateWebhookSecret gives an endpoint a new secret. The one before signs beside it for 24 hours;
// one that was older still signs no more.
func (s *Store) RotateWebhookSecret(ctx context.Context, id int64) (Webhook, error) {
	return s.changeWebhook(ctx, id, func(_ context.Context, tx *tx, webhook *Webhook) error {
		until := tx.now.Add(secretOverlap)
		webhook.PreviousSecret, webhook.PreviousSecretUntil = webhook.Secret, &until
		webhook.Secret = newWebhookSecret()
		return nil
	})
}

// DeleteWebhook removes an endpoint, the record of its deliveries, and what admins were told of it.
func (s *Store) DeleteWebhook(ctx context.Context, id int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		webhook, err := tx.lockWebhook(ctx, id)
		if err != nil {
			return err
		}
		if _, err = tx.NewDelete().Model(&webhook).WherePK().Exec(ctx); err != nil {
			return wrap(err, "delete webhook")
		}
		address, err := url.Parse(webhook.URL)
		if err != nil {
			return wrap(err, "read webhook's address")
		}
		return tx.deleteNotifications(ctx, "kind = 'webhook_disabled' AND CAST(payload AS text) LIKE ?", `%"host"%"`+address.Host+`"%`)
	})
}

// Webhooks lists the endpoints that the actor manages, in the order of their ids: a program its own, anybody
// else all.
func (s *Store) Webhooks(ctx context.Context, by Actor) ([]Webhook, error) {
	var webhooks []Webhook
	query := s.read.NewSelect().Model(&webhooks).Order("id")
	if by.Kind == ActorToken {
		query.Where("token_id = ?", by.ID)
	}
	return webhooks, wrap(query.Scan(ctx), "list webhooks")
}

// ManagesWebhook is NotFound for a program that asks for an endpoint, or an endpoint's delivery, that is not its
// own. Whose an endpoint is never changes.
func (s *Store) ManagesWebhook(ctx context.Context, by Actor, webhookID int64) error {
	return s.manages(ctx, by, s.read.NewSelect().Model((*Webhook)(nil)).Where("id = ?", webhookID))
}

// ManagesDelivery is ManagesWebhook for the endpoint of a delivery.
func (s *Store) ManagesDelivery(ctx context.Context, by Actor, deliveryID int64) error {
	return s.manages(ctx, by, s.read.NewSelect().Model((*Webhook)(nil)).
		Where("id = (SELECT webhook_id FROM webhook_deliveries WHERE id = ?)", deliveryID))
}

func (s *Store) manages(ctx context.Context, by Actor, webhook *bun.SelectQuery) error {
	if by.Kind != ActorToken {
		return nil
	}
	found, err := webhook.Where("token_id = ?", by.ID).Exists(ctx)
	if err == nil && !found {
		return errNotFound()
	}
	return wrap(err, "look whose a webhook is")
}

func (s *Store) changeWebhook(ctx context.Context, id int64, change func(context.Context, *tx, *Webhook) error) (Webhook, error) {
	var webhook Webhook
	err := s.inTx(ctx, func(ctx context.Context, tx *tx) (err error) {
		if webhook, err = tx.lockWebhook(ctx, id); err != nil {
			return err
		}
		if err := change(ctx, tx, &webhook); err != nil {
			return err
		}
		return tx.saveWebhook(ctx, &webhook)
	})
	return webhook, err
}

// lockWebhook locks an endpoint; whoever locks deliveries too does it after this.
func (t *tx) lockWebhook(ctx context.Context, id int64) (Webhook, error) {
	var webhook Webhook
	err := t.forUpdate(t.NewSelect().Model(&webhook).Where("id = ?", id)).Scan(ctx)
	return webhook, notFoundOr(err, "lock webhook")
}

func (t *tx) saveWebhook(ctx context.Context, webhook *Webhook) error {
	webhook.UpdatedAt = t.now
	_, err := t.NewUpdate().Model(webhook).WherePK().Exec(ctx)
	return wrap(err, "save webhook")
}

// SigningSecrets are the secrets that sign at this moment, the present one first.
func (w Webhook) SigningSecrets(at time.Time) []string {
	if w.PreviousSecretUntil == nil || !at.Before(*w.PreviousSecretUntil) {
		return []string{w.Secret}
	}
	return []string{w.Secret, w.PreviousSecret}
}

// WebhookSecretPrefix begins every secret, as Standard Webhooks has it.
const WebhookSecretPrefix = "whsec_"

// newWebhookSecret makes a key of 256 random bits; Standard Webhooks takes 192 to 512.
func newWebhookSecret() string {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails, see crypto/rand
	return WebhookSecretPrefix + base64.StdEncoding.EncodeToString(key)
}

// cleanWebhookEvents sorts what an endpoint subscribes to, each once.
func cleanWebhookTypes(events []WebhookType) ([]WebhookType, error) {
	allowed := WebhookTypes()
	for _, event := range events {
		if !slices.Contains(allowed, event) {
			return nil, errInvalid("events", "There is no event %q. Choose from %s.", truncate(string(event), 50), joined(allowed))
		}
	}
	if len(events) == 0 {
		return nil, errInvalid("events", "Choose at least one event of %s.", joined(allowed))
	}
	return slices.Compact(slices.Sorted(slices.Values(events))), nil
}

func joined(events []WebhookType) string {
	names := make([]string, len(events))
	for i, event := range events {
		names[i] = string(event)
	}
	return strings.Join(names, ", ")
}
