package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addNotifications adds to tasks and customers how far the messages about them have come.
func addNotifications(t *types) {
	t.notification = newNotificationType(t)
	addRelationsOfNotification(t)
	t.task.AddFieldConfig("notifications", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(t.notification))),
		Description: "The messages to the customer about this task, oldest first, each with its true state.",
		Resolve:     relation[store.Task](notificationsOfTask).field(),
	})
	t.customer.AddFieldConfig("reachable", &graphql.Field{
		Type: graphql.Boolean,
		Description: "Whether the bot may write to the customer: false after they blocked it, until they write again; " +
			"null before they ever wrote.",
		Resolve: property(func(c store.Customer) any {
			if c.TelegramID == nil {
				return nil
			}
			return c.UnreachableAt == nil
		}),
	})
}

func newNotificationType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "NotificationType", Description: "A message to a customer: about a task's status, or what staff wrote, or a part of it.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The message's number.",
				Resolve: property(func(n store.Notification) any { return n.ID }),
			},
			"kind": {
				Type: nonNull(graphql.String), Description: "task_created, status_changed or promise_moved; ready_waits for a reminder of what is READY, rating for the question how the work was; estimate for the question whether an estimate is accepted, estimate_nudge for that question again; request_sent for the answer to a request that was sent by itself; message for what staff wrote.",
				Resolve: property(func(n store.Notification) any { return string(n.Kind) }),
			},
			"status": {
				Type: t.status, Description: "The status that the message tells; null for what staff wrote.",
				Resolve: property(func(n store.Notification) any {
					if n.Payload.To == "" {
						return nil
					}
					return n.Payload.To
				}),
			},
			"state": {
				Type: nonNull(newNotificationStateEnum()), Description: "How far the message has come.",
				Resolve: property(func(n store.Notification) any { return n.State }),
			},
			"attempts": {
				Type: nonNull(graphql.Int), Description: "How many sends have failed.",
				Resolve: property(func(n store.Notification) any { return n.Attempts }),
			},
			"lastError": {
				Type: graphql.String, Description: "Why the last send failed, in Telegram's words; null when it did not.",
				Resolve: property(func(n store.Notification) any { return orNull(n.LastError) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the message was written, RFC 3339.",
				Resolve: property(func(n store.Notification) any { return rfc3339(n.CreatedAt) }),
			},
			"notBefore": {
				Type: nonNull(t.dateTime), Description: "When the message may be sent at the earliest, RFC 3339.",
				Resolve: property(func(n store.Notification) any { return rfc3339(n.NotBefore) }),
			},
			"sentAt": {
				Type: t.dateTime, Description: "When Telegram took the message, RFC 3339; null before.",
				Resolve: property(func(n store.Notification) any { return rfc3339OrNull(n.SentAt) }),
			},
		},
	})
}

func addRelationsOfNotification(t *types) {
	t.notification.AddFieldConfig("task", &graphql.Field{
		Type: t.task, Description: "What the message is about; null for what staff wrote about none.",
		Resolve: relation[store.Notification](func(ctx context.Context, r *request, n store.Notification) (any, error) {
			return referred(ctx, r.tasks, &n.TaskID)
		}).field(),
	})
	t.notification.AddFieldConfig("stage", &graphql.Field{
		Type: t.stage, Description: "The stage that the message tells; null for none.",
		Resolve: relation[store.Notification](func(ctx context.Context, r *request, n store.Notification) (any, error) {
			if n.Payload.Stage == 0 {
				return nil, nil
			}
			return referred(ctx, r.stages, &n.Payload.Stage)
		}).field(),
	})
	t.notification.AddFieldConfig("customer", &graphql.Field{
		Type: t.customer, Description: "To whom it goes.",
		Resolve: relation[store.Notification](func(ctx context.Context, r *request, n store.Notification) (any, error) {
			return referred(ctx, r.customers, &n.CustomerID)
		}).field(),
	})
}

func newNotificationStateEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "NotificationStateEnum", Description: "How far a message has come.",
		Values: graphql.EnumValueConfigMap{
			"QUEUED":      {Value: store.NotificationQueued, Description: "Waits for its time or its turn."},
			"SENDING":     {Value: store.NotificationSending, Description: "Is being sent."},
			"SENT":        {Value: store.NotificationSent, Description: "Telegram has it."},
			"UNREACHABLE": {Value: store.NotificationUnreachable, Description: "The customer blocked the bot or left Telegram."},
			"UNKNOWN":     {Value: store.NotificationUnknown, Description: "It was sent three times and Telegram never answered: nobody knows whether it arrived."},
			"FAILED":      {Value: store.NotificationFailed, Description: "Telegram refused it for good."},
		},
	})
}

func notificationsOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	notifications, _, err := r.notificationsByTask.get(ctx, task.ID)
	return notifications, err
}

func (a *API) notificationMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"resendNotification": {
			Type: newPayload("ResendNotification", "The result of resendNotification.", "notification", t.notification, "The message as it is now."),
			Description: "Sends a message again that is FAILED, UNKNOWN or UNREACHABLE, to the chat that the customer has now. " +
				"CONFLICT when it waits or was sent already, or when the customer has no chat.",
			Args:    graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The message's number."}},
			Resolve: a.writes(a.resendNotification),
		},
	}
}

func (a *API) resendNotification(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	notification, err := a.store.ResendNotification(ctx, id)
	return notification, err
}
