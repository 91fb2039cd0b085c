package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) customerListQuery(t *types) graphql.Fields {
	t.customerFilter = graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "CustomerFilter", Description: "Which customers. All that is given must hold.",
		Fields: graphql.InputObjectConfigFieldMap{
			"search": {Type: graphql.String, Description: "The phone in any writing or a part of it, or parts of words of the name, " +
				"each of at least three characters; every one must be found. At most 200 characters and 10 words."},
			"registered": {Type: graphql.Boolean, Description: "True: has a chat with the bot. False: not yet."},
			"externalId": {Type: graphql.String, Description: "What another system calls the customer, exactly."},
			"reachable":  {Type: graphql.Boolean, Description: "True: the bot may write to them. False: it may not, or they never wrote to it."},
		},
	})
	order := graphql.NewEnum(graphql.EnumConfig{
		Name: "CustomerOrder", Description: "An order of customers. Equal moments are ordered by id.",
		Values: graphql.EnumValueConfigMap{
			"NEWEST_FIRST": {Value: store.CustomersNewestFirst, Description: "By createdTime, the latest first."},
			"OLDEST_FIRST": {Value: store.CustomersOldestFirst, Description: "By createdTime, the earliest first."},
		},
	})
	return graphql.Fields{
		"customers": {
			Type:        newConnectionType[store.Customer]("Customer", t.customer, t.pageInfo),
			Description: "Customers by pages. Pages stay where they are while customers are added.",
			Args:        pageArguments(t.customerFilter, order),
			Resolve:     a.reads(a.customerPage),
		},
	}
}

func (a *API) customerPage(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	filter, err := customerListFilter(args.input("filter"))
	if err != nil {
		return nil, err
	}
	order, ok := args["orderBy"].(store.CustomerOrder)
	if !ok {
		order = store.CustomersNewestFirst
	}
	asked, err := parsePageRequest(args, "customers-"+string(order))
	if err != nil {
		return nil, err
	}
	part, err := a.store.CustomerPage(ctx, filter, order, asked)
	if err != nil {
		return nil, err
	}
	r.foundCustomers(part.Rows)
	page := newConnection(part, asked, func(c store.Customer) string { return cursorText("customers-"+string(order), order.Cursor(c)) })
	page.count = func() (int, error) { return a.store.CountCustomers(ctx, filter) }
	return page, nil
}

func customerListFilter(in arguments) (store.CustomerFilter, error) {
	filter := store.CustomerFilter{
		Search: in.text("search"), ExternalID: argument[string](in, "externalId"), Registered: argument[bool](in, "registered"), Reachable: argument[bool](in, "reachable"),
	}
	return filter, store.CheckSearch(filter.Search)
}
