package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func newLanguageEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "LanguageEnum", Description: "A language in which the bot writes.",
		Values: graphql.EnumValueConfigMap{
			"RU": {Value: "ru", Description: "Russian."},
			"EN": {Value: "en", Description: "English."},
		},
	})
}

func (a *API) customerByPhoneField(t *types) *graphql.Field {
	return &graphql.Field{
		Type: t.customer, Description: "The customer with the phone; null when nobody has it.",
		Args:    graphql.FieldConfigArgument{"phone": {Type: nonNull(graphql.String), Description: "The phone in any writing."}},
		Resolve: a.reads(a.customerByPhone),
	}
}

func (a *API) mergeCustomersField(t *types) *graphql.Field {
	return &graphql.Field{
		Type: newPayload("MergeCustomers", "The result of mergeCustomers.", "customer", t.customer, "The card that is left."),
		Description: "Makes one card of two that are the same person's. The tasks of `from` and the messages about them move to " +
			"`into`, and `from` is removed. `into` keeps its phone, and its name, language and Telegram chat where it has them; " +
			"what it lacks it takes from `from`; a chat stays as verified as it was. The phone and the note of `from` are added to " +
			"its note. Where both cards have a chat, that of `from` is forgotten: whoever writes from it has to register again. INVALID when both are one card, or when the " +
			"notes together are longer than 10,000 characters. NOT_FOUND with the field when nobody has the id.",
		Args: graphql.FieldConfigArgument{
			"from": {Type: nonNull(graphql.ID), Description: "The number of the card to be removed."},
			"into": {Type: nonNull(graphql.ID), Description: "The number of the card that stays."},
		},
		Resolve: a.writes(a.mergeCustomers),
	}
}

func (a *API) customerByPhone(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	customer, err := a.store.CustomerByPhone(ctx, args.text("phone"))
	if store.CodeOf(err) == store.NotFound {
		return nil, nil
	}
	return customer, err
}

func (a *API) mergeCustomers(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	from, err := parseID(args.text("from"))
	if err != nil {
		return nil, &store.Error{Code: store.NotFound, Field: "from", Message: err.Error()}
	}
	into, err := parseID(args.text("into"))
	if err != nil {
		return nil, &store.Error{Code: store.NotFound, Field: "into", Message: err.Error()}
	}
	customer, err := a.store.MergeCustomers(ctx, by.Actor(), from, into)
	return customer, err
}
