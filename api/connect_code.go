package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// newConnectCode is a code that was just made, with what is shown this once.
type newConnectCode struct {
	store.ConnectCode
	bot telegramBot
}

// addConnectCode adds to customers whether their code still works.
func addConnectCode(t *types) {
	t.customer.AddFieldConfig("connectCodeExpiresTime", &graphql.Field{
		Type: t.dateTime, Description: "Until when the code works that connectCode made last, RFC 3339; null when there is none, or not any more.",
		Resolve: relation[store.Customer](func(ctx context.Context, r *request, customer store.Customer) (any, error) {
			end, found, err := r.connectCodeEnds.get(ctx, customer.ID)
			if err != nil || !found {
				return nil, err
			}
			return rfc3339(end), nil
		}).field(),
	})
}

func (a *API) connectCodeMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"connectCode": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "ConnectCode", Description: "The result of connectCode.",
				Fields: graphql.Fields{
					"url": {
						Type: nonNull(graphql.String), Description: "Opens the bot, which offers the card; to be shown as a QR code.",
						Resolve: property(func(c newConnectCode) any { return c.bot.address() + "?start=i_" + c.Link }),
					},
					"digits": {
						Type: nonNull(graphql.String), Description: "Six digits that can be written to the bot instead.",
						Resolve: property(func(c newConnectCode) any { return c.Digits }),
					},
					"expiresTime": {
						Type: nonNull(t.dateTime), Description: "Until when it works, RFC 3339.",
						Resolve: property(func(c newConnectCode) any { return rfc3339(c.ExpiresAt) }),
					},
				},
			}),
			Description: "Makes a code by which a customer finds their card from Telegram, once within 14 days, in place of the one before. The bot " +
				"offers the card to whoever has it, and the customer's own contact connects it: customerChanged tells of that. A contact with another " +
				"phone becomes one of the card's phoneClaims. CONFLICT while the bot has not been online yet.",
			Args:    graphql.FieldConfigArgument{"customerId": {Type: nonNull(graphql.ID), Description: "The customer's number."}},
			Resolve: a.writes(a.connectCode),
		},
	}
}

func (a *API) connectCode(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	username, err := a.store.BotUsername(ctx)
	if err != nil {
		return nil, err
	}
	code, err := a.store.CreateConnectCode(ctx, id)
	return newConnectCode{code, telegramBot{username}}, err
}
