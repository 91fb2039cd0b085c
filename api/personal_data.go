package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/export"
	"zayavka/store"
)

// addPersonalData adds to customers what they have agreed to, and when they are forgotten.
func addPersonalData(t *types) {
	consent := graphql.NewObject(graphql.ObjectConfig{
		Name: "ConsentType", Description: "A customer's agreement to a version of the shop's text on personal data.",
		Fields: graphql.Fields{
			"version": {
				Type: nonNull(graphql.String), Description: "The version, as the shop called it.",
				Resolve: property(func(c store.Consent) any { return c.Version }),
			},
			"link": {
				Type: nonNull(graphql.String), Description: "Where the text was to be read.",
				Resolve: property(func(c store.Consent) any { return c.Link }),
			},
			"givenTime": {
				Type: nonNull(t.dateTime), Description: "When it was given, RFC 3339.",
				Resolve: property(func(c store.Consent) any { return rfc3339(c.GivenAt) }),
			},
			"notedBy": {
				Type: t.user, Description: "Who noted it at the counter; null for one given in the chat.",
				Resolve: relation[store.Consent](func(ctx context.Context, r *request, c store.Consent) (any, error) {
					return referred(ctx, r.staff, c.StaffID)
				}).field(),
			},
		},
	})
	t.customer.AddFieldConfig("consents", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(consent))),
		Description: "The texts on personal data that the customer has agreed to, oldest first.",
		Resolve: relation[store.Customer](func(ctx context.Context, r *request, customer store.Customer) (any, error) {
			consents, _, err := r.consents.get(ctx, customer.ID)
			return consents, err
		}).field(),
	})
	t.customer.AddFieldConfig("erasureTime", &graphql.Field{
		Type: t.dateTime, Description: "When all that is kept about the customer is erased, RFC 3339, and not before their tasks are all closed; null while nobody has asked for that.",
		Resolve: property(func(c store.Customer) any { return rfc3339OrNull(c.EraseAt) }),
	})
}

func (a *API) personalDataMutations(t *types) graphql.Fields {
	customer := graphql.FieldConfigArgument{"customerId": {Type: nonNull(graphql.ID), Description: "The customer's number."}}
	format := graphql.NewEnum(graphql.EnumConfig{
		Name: "PersonalDataFormat", Description: "What kind of file personal data are in.",
		Values: graphql.EnumValueConfigMap{
			"HTML": {Value: export.HTML, Description: "A page for people."},
			"JSON": {Value: export.JSON, Description: "For programs."},
		},
	})
	return graphql.Fields{
		"requestErasure": {
			Type: newPayload("RequestErasure", "The result of requestErasure.", "customer", t.customer, "The card as it is now."),
			Description: "Has all that is kept about a customer erased in 30 days, and not before their tasks are all closed. Of tasks with a payment or an agreed " +
				"price, amounts and dates stay. Asked again, the first day stands. The customer can take it back in the chat.",
			Args: customer, Resolve: a.ofMembers(a.requestErasure),
		},
		"cancelErasure": {
			Type:        newPayload("CancelErasure", "The result of cancelErasure.", "customer", t.customer, "The card as it is now."),
			Description: "Takes requestErasure back.",
			Args:        customer, Resolve: a.ofMembers(a.cancelErasure),
		},
		"eraseCustomer": {
			Type:        newPayload("EraseCustomer", "The result of eraseCustomer.", "phone", graphql.String, "The phone that was on the card, as it was written."),
			Description: "Does at once what requestErasure does in 30 days. CONFLICT while a task of theirs is open. For admins.",
			Args:        customer, Resolve: a.administers(a.eraseCustomer),
		},
		"noteConsent": {
			Type:        newPayload("NoteConsent", "The result of noteConsent.", "customer", t.customer, "The card as it is now."),
			Description: "Notes that the customer has agreed to the shop's text at the counter. CONFLICT when the version is not the present one of the settings.",
			Args: merged(customer, graphql.FieldConfigArgument{
				"version": {Type: nonNull(graphql.String), Description: "settings { consentVersion } as they were shown."},
			}),
			Resolve: a.ofMembers(a.noteConsent),
		},
		"exportPersonalData": {
			Type: t.exportFile, Description: "Gives the address of all that is kept about a customer, as they may have it: without staff's notes and other people. Nothing is changed.",
			Args: merged(customer, graphql.FieldConfigArgument{
				"format":   {Type: nonNull(format), Description: "What kind of file."},
				"language": {Type: t.language, Description: "Of the page; RU when left out."},
			}),
			Resolve: a.ofMembers(a.exportPersonalData),
		},
	}
}

func (a *API) requestErasure(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	customer, err := a.store.RequestErasure(ctx, by.Actor(), id)
	return customer, err
}

func (a *API) cancelErasure(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	customer, err := a.store.CancelErasure(ctx, by.Actor(), id)
	return customer, err
}

func (a *API) eraseCustomer(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	customer, err := a.store.EraseCustomer(ctx, by.Actor(), id)
	return customer.Phone, err
}

func (a *API) noteConsent(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	customer, err := a.store.GiveConsent(ctx, by.Actor(), id, args.text("version"))
	return customer, err
}

func (a *API) exportPersonalData(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("customerId"))
	if err != nil {
		return nil, err
	}
	if _, err := a.store.Customer(ctx, id); err != nil {
		return nil, err
	}
	wanted := exportRequest(export.PersonalData, args)
	wanted.CustomerID = id
	return a.exportFile(by, wanted, nil)
}
