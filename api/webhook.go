package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) webhookQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"webhooks": {
			Type:        graphql.NewList(nonNull(t.webhook)),
			Description: "All webhooks, oldest first. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others.",
			Resolve:     a.managesWebhooks(a.webhooks),
		},
	}
}

func (a *API) webhookMutations(t *types) graphql.Fields {
	id := &graphql.ArgumentConfig{Type: nonNull(graphql.ID), Description: "The webhook's number. NOT_FOUND when nobody has it."}
	delivery := &graphql.ArgumentConfig{Type: nonNull(graphql.ID), Description: "The delivery's number. NOT_FOUND when nobody has it."}
	const address = "An http or https address without user name and password. One in a private network is INVALID " +
		"unless the service's configuration allows it. At most 2,048 bytes."
	events := "One or more of " + webhookTypeNames() + ". Anything else is INVALID."
	return graphql.Fields{
		"createWebhook": {
			Type: newSecretPayload(t, "CreateWebhook", "The result of createWebhook."),
			Description: "Makes a webhook: an address to which events are sent from now on, signed by the scheme of " +
				"https://www.standardwebhooks.com. CONFLICT when there are 20 already. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others." + aboutPassword,
			Args: withPassword(graphql.FieldConfigArgument{
				"url":    {Type: nonNull(graphql.String), Description: address},
				"events": {Type: nonNull(graphql.NewList(nonNull(graphql.String))), Description: events},
			}),
			Resolve: a.managesWebhooks(a.reauthenticated(a.createWebhook)),
		},
		"updateWebhook": {
			Type: newPayload("UpdateWebhook", "The result of updateWebhook.", "webhook", t.webhook, "The webhook as it is now."),
			Description: "Changes a webhook. What is null or left out stays. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others. All but switching it off asks " +
				"for one's password." + aboutPassword,
			Args: withPassword(graphql.FieldConfigArgument{
				"id":     id,
				"url":    {Type: graphql.String, Description: address},
				"events": {Type: graphql.NewList(nonNull(graphql.String)), Description: events},
				"active": {
					Type: graphql.Boolean,
					Description: "False sends nothing more, and what waits becomes FAILED. True sends again what happens from now on, " +
						"and forgets disabledReason.",
				},
			}),
			Resolve: a.managesWebhooks(a.updateWebhook),
		},
		"deleteWebhook": {
			Type:        newPayload("DeleteWebhook", "The result of deleteWebhook.", "id", graphql.ID, "The webhook's number."),
			Description: "Removes a webhook and the record of its deliveries. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others.",
			Args:        graphql.FieldConfigArgument{"id": id},
			Resolve:     a.managesWebhooks(a.deleteWebhook),
		},
		"rotateWebhookSecret": {
			Type: newSecretPayload(t, "RotateWebhookSecret", "The result of rotateWebhookSecret."),
			Description: "Gives a webhook a new secret. For 24 hours messages are signed with the one before too, so that the " +
				"receiver can change over without a loss. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others." + aboutPassword,
			Args:    withPassword(graphql.FieldConfigArgument{"id": id}),
			Resolve: a.managesWebhooks(a.reauthenticated(a.rotateWebhookSecret)),
		},
		"testWebhook": {
			Type: newPayload("TestWebhook", "The result of testWebhook.", "delivery", t.webhookDelivery, "The delivery, which is on its way."),
			Description: "Sends an event webhook.test with a sample of the first event that the webhook subscribed to. CONFLICT when it is not active. " +
				"For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others.",
			Args:    graphql.FieldConfigArgument{"id": id},
			Resolve: a.managesWebhooks(a.testWebhook),
		},
		"resendWebhookDelivery": {
			Type: newPayload("ResendWebhookDelivery", "The result of resendWebhookDelivery.", "delivery", t.webhookDelivery, "The delivery as it is now."),
			Description: "Sends a message again that is DELIVERED or FAILED, with the same webhook-id and payload. CONFLICT when it " +
				"waits, or when its webhook is not active. For admins, and for API tokens with the scope WEBHOOKS, which see and change their own alone; FORBIDDEN to others.",
			Args:    graphql.FieldConfigArgument{"id": delivery},
			Resolve: a.managesWebhooks(a.resendWebhookDelivery),
		},
	}
}

// withSecret is a webhook whose secret is shown.
type withSecret struct {
	webhook store.Webhook
}

func newSecretPayload(t *types, name, description string) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: name, Description: description,
		Fields: graphql.Fields{
			"webhook": {
				Type: t.webhook, Description: "The webhook as it is now.",
				Resolve: property(func(w withSecret) any { return w.webhook }),
			},
			"secret": {
				Type: graphql.String,
				Description: "The secret with which the receiver checks signatures: whsec_ and base64 of 32 bytes. " +
					"It is shown this once.",
				Resolve: property(func(w withSecret) any { return w.webhook.Secret }),
			},
		},
	})
}

func newWebhookType(a *API, t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "WebhookType", Description: "An address to which events are sent.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The webhook's number.",
				Resolve: property(func(w store.Webhook) any { return w.ID }),
			},
			"url": {
				Type: nonNull(graphql.String), Description: "Where events are sent.",
				Resolve: property(func(w store.Webhook) any { return w.URL }),
			},
			"events": {
				Type: nonNull(graphql.NewList(nonNull(graphql.String))), Description: "Which events are sent, such as task.created.",
				Resolve: property(func(w store.Webhook) any {
					names := make([]string, len(w.Events))
					for i, event := range w.Events {
						names[i] = string(event)
					}
					return names
				}),
			},
			"active": {
				Type: nonNull(graphql.Boolean), Description: "Whether events are sent.",
				Resolve: property(func(w store.Webhook) any { return w.Active }),
			},
			"disabledReason": {
				Type: graphql.String,
				Description: "Why the service made the webhook inactive: nothing was accepted for 24 hours, or the endpoint answered " +
					"410 Gone. Null when it did not.",
				Resolve: property(func(w store.Webhook) any { return orNull(w.DisabledReason) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the webhook was made, RFC 3339 in UTC.",
				Resolve: property(func(w store.Webhook) any { return w.CreatedAt.UTC().Format(time.RFC3339Nano) }),
			},
			"deliveries": {
				Type: newConnectionType[store.WebhookDelivery]("WebhookDelivery", t.webhookDelivery, t.pageInfo), Description: "What was sent and what waits, newest first. What is over is kept for 30 days.",
				Args: graphql.FieldConfigArgument{
					"first": {Type: graphql.Int, Description: "How many, 1 to 100; 50 when left out."},
					"after": {Type: graphql.String, Description: "The cursor of the row that comes before the page."},
				},
				Resolve: guarded(func(p graphql.ResolveParams) (any, error) {
					return a.deliveriesOfWebhook(p.Context, sourceOf[store.Webhook](p), p.Args)
				}),
			},
		},
	})
}

func (a *API) webhooks(ctx context.Context, _ *request, by auth.Caller, _ arguments) (any, error) {
	webhooks, err := a.store.Webhooks(ctx, by.Actor())
	return webhooks, err
}

func (a *API) createWebhook(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	in := store.NewWebhook{URL: args.text("url"), Events: webhookTypes(args)}
	if by.Token != nil {
		in.TokenID = &by.Token.ID
	}
	webhook, err := a.store.CreateWebhook(ctx, in)
	return withSecret{webhook}, err
}

func (a *API) updateWebhook(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.ownWebhook(ctx, by, args)
	if err != nil {
		return nil, err
	}
	change := store.WebhookUpdate{URL: argument[string](args, "url"), Events: webhookTypes(args), Active: argument[bool](args, "active")}
	if change.URL != nil || change.Events != nil || change.Active != nil && *change.Active {
		if err := a.reauthenticate(ctx, r, by, args); err != nil {
			return nil, err
		}
	}
	webhook, err := a.store.UpdateWebhook(ctx, id, change)
	return webhook, err
}

func (a *API) deleteWebhook(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.ownWebhook(ctx, by, args)
	if err != nil {
		return nil, err
	}
	return id, a.store.DeleteWebhook(ctx, id)
}

func (a *API) rotateWebhookSecret(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.ownWebhook(ctx, by, args)
	if err != nil {
		return nil, err
	}
	webhook, err := a.store.RotateWebhookSecret(ctx, id)
	return withSecret{webhook}, err
}

func (a *API) testWebhook(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.ownWebhook(ctx, by, args)
	if err != nil {
		return nil, err
	}
	delivery, err := a.store.TestWebhook(ctx, id)
	return delivery, err
}

func (a *API) resendWebhookDelivery(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	if err := a.store.ManagesDelivery(ctx, by.Actor(), id); err != nil {
		return nil, err
	}
	delivery, err := a.store.ResendWebhookDelivery(ctx, id)
	return delivery, err
}

// ownWebhook reads the id of a webhook that the caller manages.
func (a *API) ownWebhook(ctx context.Context, by auth.Caller, args arguments) (int64, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return 0, err
	}
	return id, a.store.ManagesWebhook(ctx, by.Actor(), id)
}

// webhookTypes reads the names of events, nil when they are left out.
func webhookTypes(args arguments) []store.WebhookType {
	names, given := args["events"].([]any)
	if !given {
		return nil
	}
	events := make([]store.WebhookType, 0, len(names))
	for _, name := range names {
		if name, ok := name.(string); ok {
			events = append(events, store.WebhookType(name))
		}
	}
	return events
}

func webhookTypeNames() (names string) {
	for i, event := range store.WebhookTypes() {
		if i > 0 {
			names += ", "
		}
		names += string(event)
	}
	return names
}
