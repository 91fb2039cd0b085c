package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addPhoneClaims adds to customers who else has proven their phone.
func addPhoneClaims(t *types) {
	t.phoneClaim = graphql.NewObject(graphql.ObjectConfig{
		Name: "PhoneClaimType",
		Description: "Another Telegram account that has proven a customer's phone, and so asks for the card; or one that has the card's " +
			"connectCode and has proven another phone. Nothing moves before staff have decided: see decidePhoneClaim.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The claim's number.",
				Resolve: property(func(c store.PhoneClaim) any { return c.ID }),
			},
			"customer": {
				Type: t.customer, Description: "Whose card it is now.",
				Resolve: relation[store.PhoneClaim](func(ctx context.Context, r *request, c store.PhoneClaim) (any, error) {
					return referred(ctx, r.customers, &c.CustomerID)
				}).field(),
			},
			"telegramId": {
				Type: nonNull(t.long), Description: "The chat that asks for the card.",
				Resolve: property(func(c store.PhoneClaim) any { return c.TelegramID }),
			},
			"name": {
				Type: graphql.String, Description: "How the other account is called in Telegram; null when it shows no name.",
				Resolve: property(func(c store.PhoneClaim) any { return orNull(c.Name) }),
			},
			"phone": {
				Type: nonNull(graphql.String), Description: "The phone that the account has proven, E.164. It is not the card's where byCode is true.",
				Resolve: property(func(c store.PhoneClaim) any { return "+" + c.PhoneKey }),
			},
			"byCode": {
				Type: nonNull(graphql.Boolean), Description: "Whether the account asks by the card's connectCode.",
				Resolve: property(func(c store.PhoneClaim) any { return c.ByCode }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the phone was proven, RFC 3339.",
				Resolve: property(func(c store.PhoneClaim) any { return rfc3339(c.CreatedAt) }),
			},
		},
	})
	t.customer.AddFieldConfig("phoneClaims", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(t.phoneClaim))),
		Description: "Other Telegram accounts that ask for the card, and wait for a decision; oldest first.",
		Resolve: relation[store.Customer](func(ctx context.Context, r *request, customer store.Customer) (any, error) {
			claims, _, err := r.phoneClaims.get(ctx, customer.ID)
			return claims, err
		}).field(),
	})
}

func (a *API) phoneClaimQuery(t *types) graphql.Fields {
	return graphql.Fields{
		"phoneClaims": {
			Type:        graphql.NewList(nonNull(t.phoneClaim)),
			Description: "The claims to customers' phones that wait for a decision, oldest first, at most 100. customerChanged tells of each.",
			Resolve:     a.reads(a.openPhoneClaims),
		},
	}
}

func (a *API) decidePhoneClaimField(t *types) *graphql.Field {
	return &graphql.Field{
		Type:        newPayload("DecidePhoneClaim", "The result of decidePhoneClaim.", "customer", t.customer, "The card as it is now."),
		Description: "Gives a customer's card to the Telegram account that asks for it, or leaves it where it is. The accounts are told. For members of staff. CONFLICT when it was decided already.",
		Args: graphql.FieldConfigArgument{
			"id":     {Type: nonNull(graphql.ID), Description: "The claim's number."},
			"accept": {Type: nonNull(graphql.Boolean), Description: "Whether the other account gets the card."},
		},
		Resolve: a.ofMembers(a.decidePhoneClaim),
	}
}

func (a *API) openPhoneClaims(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	claims, err := a.store.OpenPhoneClaims(ctx)
	for _, claim := range claims {
		r.customers.announce(claim.CustomerID)
	}
	return claims, err
}

func (a *API) decidePhoneClaim(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	accept, _ := args["accept"].(bool)
	customer, err := a.store.DecidePhoneClaim(ctx, by.Actor(), id, accept)
	return customer, err
}
