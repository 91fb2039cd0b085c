package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// maxDeadLetters is how many are shown: a shop has none.
const maxDeadLetters = 100

func (a *API) deadLetterQueries(t *types) graphql.Fields {
	return graphql.Fields{
		"deadLetters": {
			Type: graphql.NewList(nonNull(newDeadLetterType(t))),
			Description: "What customers wrote to the bot and could not be processed: the latest hundred, the latest first. " +
				"They are kept for 30 days. For admins.",
			Resolve: a.administers(a.deadLetters),
		},
	}
}

func (a *API) deadLetterMutations() graphql.Fields {
	letter := graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The dead letter's number."}}
	return graphql.Fields{
		"replayDeadLetter": {
			Type: newPayload("ReplayDeadLetter", "The result of replayDeadLetter.", "id", graphql.ID, "The dead letter's number."),
			Description: "Has the bot process it again, as though it had just come, before anything newer of its chat. It is a dead " +
				"letter again if that fails. For admins.",
			Args:    letter,
			Resolve: a.administers(a.replayDeadLetter),
		},
		"dismissDeadLetter": {
			Type:        newPayload("DismissDeadLetter", "The result of dismissDeadLetter.", "id", graphql.ID, "The dead letter's number."),
			Description: "Removes it: nobody needs it any more. For admins.",
			Args:        letter,
			Resolve:     a.administers(a.dismissDeadLetter),
		},
	}
}

func newDeadLetterType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "DeadLetterType", Description: "What somebody wrote to the bot, or tapped, and got no answer to, for a reason of its own.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The dead letter's number.",
				Resolve: property(func(l store.DeadLetter) any { return l.ID }),
			},
			"customer": {
				Type: t.customer, Description: "Who wrote; null if the chat is no customer's.",
				Resolve: property(func(l store.DeadLetter) any {
					if l.Customer == nil {
						return nil
					}
					return *l.Customer
				}),
			},
			"name": {
				Type: graphql.String, Description: "What they call themselves in Telegram; null if that cannot be read.",
				Resolve: property(func(l store.DeadLetter) any {
					name, _ := l.Said()
					return orNull(name)
				}),
			},
			"text": {
				Type: graphql.String, Description: "What they wrote; null for a tap on a button and the like.",
				Resolve: property(func(l store.DeadLetter) any {
					_, text := l.Said()
					return orNull(text)
				}),
			},
			"reason": {
				Type: nonNull(newDeadLetterReasonEnum()), Description: "Why it could not be processed.",
				Resolve: property(func(l store.DeadLetter) any { return l.Reason }),
			},
			"detail": {
				Type: nonNull(graphql.String), Description: "The same in technical words, for whoever looks after the service.",
				Resolve: property(func(l store.DeadLetter) any { return l.Detail }),
			},
			"tries": {
				Type: nonNull(graphql.Int), Description: "How often it was tried.",
				Resolve: property(func(l store.DeadLetter) any { return l.Tries }),
			},
			"receivedTime": {
				Type: nonNull(t.dateTime), Description: "When it came, RFC 3339.",
				Resolve: property(func(l store.DeadLetter) any { return rfc3339(l.ReceivedAt) }),
			},
			"failedTime": {
				Type: nonNull(t.dateTime), Description: "When it was put aside, RFC 3339.",
				Resolve: property(func(l store.DeadLetter) any { return rfc3339(l.ChangedAt) }),
			},
		},
	})
}

func newDeadLetterReasonEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "DeadLetterReasonEnum", Description: "Why something that a customer wrote could not be processed.",
		Values: graphql.EnumValueConfigMap{
			"UNREADABLE": {Value: store.FaultUnreadable, Description: "It is of a form that the bot does not know."},
			"PANIC":      {Value: store.FaultPanic, Description: "A fault in the bot."},
			"REFUSED":    {Value: store.FaultRefused, Description: "Telegram refused the answer."},
			"ERROR":      {Value: store.FaultError, Description: "Anything else: see the detail."},
		},
	})
}

func (a *API) deadLetters(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	letters, err := a.store.DeadLetters(ctx, maxDeadLetters)
	for _, letter := range letters {
		if letter.Customer != nil {
			r.foundCustomers([]store.Customer{*letter.Customer})
		}
	}
	return letters, err
}

func (a *API) replayDeadLetter(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return id, a.store.ReplayDeadLetter(ctx, id)
}

func (a *API) dismissDeadLetter(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return id, a.store.DismissDeadLetter(ctx, id)
}
