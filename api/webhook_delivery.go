package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

func newWebhookDeliveryType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "WebhookDeliveryType", Description: "One message to one webhook.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The delivery's number.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.ID }),
			},
			"webhookId": {
				Type: nonNull(graphql.ID),
				Description: "The message's id, which the receiver gets in the header webhook-id: the same at every try, when it is " +
					"sent again, and for every webhook that gets the event.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.MessageID }),
			},
			"event": {
				Type: nonNull(graphql.String), Description: "What happened, such as task.created.",
				Resolve: property(func(d store.WebhookDelivery) any { return string(d.Event) }),
			},
			"state": {
				Type: nonNull(newWebhookDeliveryStateEnum()), Description: "How far the delivery has come.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.State }),
			},
			"attempts": {
				Type: nonNull(graphql.Int), Description: "How often the message was sent.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.Attempts }),
			},
			"payload": {
				Type: nonNull(graphql.String), Description: "The body, byte by byte: JSON in UTF-8.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.Payload }),
			},
			"responseStatus": {
				Type: graphql.Int, Description: "The HTTP status of the last answer; null when there was none.",
				Resolve: property(func(d store.WebhookDelivery) any {
					if d.LastStatus == 0 {
						return nil
					}
					return d.LastStatus
				}),
			},
			"lastError": {
				Type: graphql.String, Description: "Why the last try failed; null when it did not.",
				Resolve: property(func(d store.WebhookDelivery) any { return orNull(d.LastError) }),
			},
			"nextAttemptAt": {
				Type: t.dateTime, Description: "When a QUEUED message is sent at the earliest, RFC 3339 in UTC; else null.",
				Resolve: property(func(d store.WebhookDelivery) any {
					if d.State != store.WebhookDeliveryQueued {
						return nil
					}
					return d.DueAt.UTC().Format(time.RFC3339Nano)
				}),
			},
			"deliveredAt": {
				Type: t.dateTime, Description: "When the endpoint took the message, RFC 3339 in UTC; null before.",
				Resolve: property(func(d store.WebhookDelivery) any {
					if d.DeliveredAt == nil {
						return nil
					}
					return d.DeliveredAt.UTC().Format(time.RFC3339Nano)
				}),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the event happened, RFC 3339 in UTC.",
				Resolve: property(func(d store.WebhookDelivery) any { return d.CreatedAt.UTC().Format(time.RFC3339Nano) }),
			},
		},
	})
}

func newWebhookDeliveryStateEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "WebhookDeliveryStateEnum", Description: "How far a delivery has come.",
		Values: graphql.EnumValueConfigMap{
			"QUEUED":    {Value: store.WebhookDeliveryQueued, Description: "Waits for its time or its turn."},
			"SENDING":   {Value: store.WebhookDeliverySending, Description: "Is being sent."},
			"DELIVERED": {Value: store.WebhookDeliveryDelivered, Description: "The endpoint answered with a status from 200 to 299."},
			"FAILED":    {Value: store.WebhookDeliveryFailed, Description: "Given up after 24 hours of tries, or because the webhook is not active."},
		},
	})
}

const deliveryOrder = "deliveries"

func (a *API) deliveriesOfWebhook(ctx context.Context, webhook store.Webhook, args arguments) (any, error) {
	asked, err := parsePageRequest(args, deliveryOrder)
	if err != nil {
		return nil, err
	}
	part, err := a.store.WebhookDeliveries(ctx, webhook.ID, asked.After, asked.Limit)
	if err != nil {
		return nil, err
	}
	page := newConnection(part, asked, func(d store.WebhookDelivery) string {
		return cursorText(deliveryOrder, store.Cursor{At: d.CreatedAt, ID: d.ID})
	})
	page.count = func() (int, error) { return a.store.CountWebhookDeliveries(ctx, webhook.ID) }
	return page, nil
}
