package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// addMessages adds what customers and staff write to each other.
func (a *API) addMessages(t *types) {
	t.file = a.newFileType(t)
	t.message = newMessageType(t)
	t.messageConnection = newConnectionType[store.Message]("Message", t.message, t.pageInfo)
	t.task.AddFieldConfig("messages", &graphql.Field{
		Type:        nonNull(t.messageConnection),
		Description: "What its customer and staff wrote about the task, oldest first, and staff's notes for who may see them. Read the newest with last.",
		Args:        messagePageArguments(),
		Resolve: guarded(func(p graphql.ResolveParams) (any, error) {
			return messagesOf(p.Context, p.Info.RootValue.(*request), store.MessagesOfTask, sourceOf[store.Task](p).ID, p.Args)
		}),
	})
	t.task.AddFieldConfig("files", &graphql.Field{
		Type: nonNull(graphql.NewList(nonNull(t.file))), Description: "The files of all messages about the task, in the order in which they came.",
		Resolve: relation[store.Task](filesOfTask).field(),
	})
	t.customer.AddFieldConfig("messages", &graphql.Field{
		Type:        nonNull(t.messageConnection),
		Description: "The whole conversation with the customer, over all tasks and filed to none, oldest first, and staff's notes for who may see them. Read the newest with last.",
		Args:        messagePageArguments(),
		Resolve: guarded(func(p graphql.ResolveParams) (any, error) {
			return messagesOf(p.Context, p.Info.RootValue.(*request), store.MessagesOfCustomer, sourceOf[store.Customer](p).ID, p.Args)
		}),
	})
	t.notification.AddFieldConfig("message", &graphql.Field{
		Type: t.message, Description: "What staff wrote, which this delivers or a part of it; null for one about a status.",
		Resolve: relation[store.Notification](func(ctx context.Context, r *request, n store.Notification) (any, error) {
			if n.MessageID == 0 {
				return nil, nil
			}
			return referred(ctx, r.messages, &n.MessageID)
		}).field(),
	})
}

func newMessageType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "MessageType", Description: "What somebody wrote or sent: a customer in their chat, staff to a customer, or staff among themselves. An album is one message.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The message's number.",
				Resolve: property(func(m store.Message) any { return m.ID }),
			},
			"customer": {
				Type: t.customer, Description: "Who wrote it, or to whom it went; in a note, whose task it is about. Null when the task has no customer any more.",
				Resolve: relation[store.Message](func(ctx context.Context, r *request, m store.Message) (any, error) {
					return referred(ctx, r.customers, m.CustomerID)
				}).field(),
			},
			"task": {
				Type: t.task, Description: "To which it is filed; null for none.",
				Resolve: relation[store.Message](func(ctx context.Context, r *request, m store.Message) (any, error) {
					return referred(ctx, r.tasks, m.TaskID)
				}).field(),
			},
			"direction": {
				Type: nonNull(newMessageDirectionEnum()), Description: "Which way it went.",
				Resolve: property(func(m store.Message) any { return m.Direction }),
			},
			"authorKind": {
				Type: nonNull(newAuthorKindEnum()), Description: "What sort of somebody wrote it.",
				Resolve: property(func(m store.Message) any { return m.AuthorKind }),
			},
			"authorName": {
				Type: graphql.String,
				Description: "Who wrote it, as they are called now: the customer's name or else phone, the member's name or else email, " +
					"the API token's name. Null for SYSTEM and for who is gone.",
				Resolve: relation[store.Message](authorOfMessage).field(),
			},
			"text": {
				Type: nonNull(graphql.String), Description: "Without formatting; empty where there are only files. A place, a contact or a sticker is said in words.",
				Resolve: property(func(m store.Message) any { return m.Text }),
			},
			"previousTexts": {
				Type: nonNull(graphql.NewList(nonNull(graphql.String))), Description: "What it said before its author edited it, oldest first.",
				Resolve: property(func(m store.Message) any { return m.PreviousTexts }),
			},
			"files": {
				Type: nonNull(graphql.NewList(nonNull(t.file))), Description: "What was sent with it, in its order.",
				Resolve: relation[store.Message](func(ctx context.Context, r *request, m store.Message) (any, error) {
					files, _, err := r.filesByMessage.get(ctx, m.ID)
					return files, err
				}).field(),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was written, or came, RFC 3339.",
				Resolve: property(func(m store.Message) any { return rfc3339(m.CreatedAt) }),
			},
			"editedTime": {
				Type: t.dateTime, Description: "When its author edited it last, RFC 3339; null for never.",
				Resolve: property(func(m store.Message) any { return rfc3339OrNull(m.EditedAt) }),
			},
			"answeredTime": {
				Type: t.dateTime, Description: "Of a customer's message, when staff answered it or said that no reply is needed, RFC 3339; null while it waits, and of other messages.",
				Resolve: property(func(m store.Message) any { return rfc3339OrNull(m.AnsweredAt) }),
			},
			"notification": {
				Type: t.notification,
				Description: "How far a message to a customer has come; null of other messages. One that is too long for Telegram goes out in parts: " +
					"this is the first part that is not sent, or else the last one.",
				Resolve: relation[store.Message](deliveryOfMessage).field(),
			},
		},
	})
}

func newMessageDirectionEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "MessageDirection", Description: "Which way a message goes.",
		Values: graphql.EnumValueConfigMap{
			"IN":   {Value: store.DirectionIn, Description: "From a customer."},
			"OUT":  {Value: store.DirectionOut, Description: "To a customer."},
			"NOTE": {Value: store.DirectionNote, Description: "Among staff. No customer sees it, and an API token only with the scope NOTES."},
		},
	})
}

func newAuthorKindEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "AuthorKind", Description: "What sort of somebody wrote a message.",
		Values: graphql.EnumValueConfigMap{
			"CUSTOMER": {Value: store.ActorCustomer, Description: "The customer."},
			"STAFF":    {Value: store.ActorStaff, Description: "A member of staff."},
			"TOKEN":    {Value: store.ActorToken, Description: "A program with an API token."},
			"SYSTEM":   {Value: store.ActorSystem, Description: "The service itself."},
		},
	})
}

func authorOfMessage(ctx context.Context, r *request, m store.Message) (any, error) {
	if m.AuthorID == nil {
		return orNull(m.AuthorName), nil
	}
	return nameOfActor(ctx, r, m.AuthorKind, *m.AuthorID)
}

func deliveryOfMessage(ctx context.Context, r *request, m store.Message) (any, error) {
	if m.Direction != store.DirectionOut {
		return nil, nil
	}
	delivery, found, err := r.deliveries.get(ctx, m.ID)
	if err != nil || !found {
		return nil, err
	}
	return delivery, nil
}

// mayReadNotes tells whether the caller sees what staff write among themselves.
func (r *request) mayReadNotes() bool { return r.caller != nil && r.caller.MayReadNotes() == nil }
