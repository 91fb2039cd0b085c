package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) queries(t *types) graphql.Fields {
	return graphql.Fields{
		"allTasks": {
			Type:        graphql.NewList(t.task),
			Description: "Tasks in ascending id order. All filters that are given must hold. More than 100,000 tasks are INVALID: read tasks(first:) by pages.",
			Args: graphql.FieldConfigArgument{
				"customerPhone": {Type: graphql.String, Description: "The customer's phone in any writing; one that nobody has finds nothing."},
				"statuses":      {Type: graphql.NewList(t.status), Description: "Any of these; an empty list finds nothing."},
				"category":      {Type: t.category, Description: "Of this kind."},
				"createdAt":     {Type: graphql.String, Description: "Created on this day, YYYY-MM-DD in the business's time zone."},
				"dateStart":     {Type: graphql.String, Description: "Created on this day or later, YYYY-MM-DD."},
				"dateEnd":       {Type: graphql.String, Description: "Created on this day or earlier, YYYY-MM-DD."},
			},
			DeprecationReason: "Read tasks(first:) by pages.",
			Resolve:           a.reads(a.allTasks),
		},
		"taskById": {
			Type: t.task, Description: "One task. NOT_FOUND when nobody has the id.",
			Args:    graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The task's number."}},
			Resolve: a.reads(a.taskByID),
		},
		"allCustomers": {
			Type: graphql.NewList(t.customer), Description: "All customers in ascending id order. More than 100,000 are INVALID: read customers(first:) by pages.",
			DeprecationReason: "Read customers(first:) by pages.",
			Resolve:           a.reads(a.allCustomers),
		},
		"customerById": {
			Type: t.customer, Description: "One customer. NOT_FOUND when nobody has the id.",
			Args:    graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The card's number."}},
			Resolve: a.reads(a.customerByID),
		},
		"customerByPhone": a.customerByPhoneField(t),
		"me": {
			Type: t.user, Description: "Who is logged in; null for an API token.",
			Resolve: a.reads(me),
		},
	}
}

func taskFilter(args arguments) (store.TaskFilter, error) {
	filter := store.TaskFilter{
		Phone: argument[string](args, "customerPhone"), Statuses: listArgument[store.Status](args, "statuses"),
	}
	if category := argument[store.Category](args, "category"); category != nil {
		filter.Categories = []store.Category{*category}
	}
	for _, day := range []struct {
		argument string
		target   **store.Day
	}{{"createdAt", &filter.Day}, {"dateStart", &filter.FirstDay}, {"dateEnd", &filter.LastDay}} {
		text := argument[string](args, day.argument)
		if text == nil {
			continue
		}
		parsed, err := store.ParseDay(day.argument, *text)
		if err != nil {
			return store.TaskFilter{}, err
		}
		*day.target = &parsed
	}
	return filter, nil
}

func (a *API) taskByID(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	task, customer, err := a.store.TaskWithCustomer(ctx, id)
	if customer != nil {
		r.customers.know(customer.ID, customer)
	}
	return task, err
}

func (a *API) customerByID(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	customer, err := a.store.Customer(ctx, id)
	return customer, err
}

func me(_ context.Context, _ *request, by auth.Caller, _ arguments) (any, error) {
	if by.Token != nil {
		return nil, nil
	}
	return by.Staff, nil
}
