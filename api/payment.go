package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addPayments adds to tasks what was paid for them.
func (a *API) addPayments(t *types) {
	t.paymentMethod = graphql.NewEnum(graphql.EnumConfig{
		Name: "PaymentMethod", Description: "How something was paid.",
		Values: graphql.EnumValueConfigMap{
			"CASH":     {Value: store.PaidByCash, Description: "In cash."},
			"CARD":     {Value: store.PaidByCard, Description: "By card."},
			"TRANSFER": {Value: store.PaidByTransfer, Description: "By a transfer to an account."},
			"OTHER":    {Value: store.PaidOtherwise, Description: "In another way."},
		},
	})
	payment := graphql.NewObject(graphql.ObjectConfig{
		Name: "PaymentType", Description: "What was paid for a task or, below zero, taken back.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The payment's number.",
				Resolve: property(func(p store.Payment) any { return p.ID }),
			},
			"amount": {
				Type: nonNull(graphql.Int), Description: "In hundredths of the currency.",
				Resolve: property(func(p store.Payment) any { return int(p.Amount) }),
			},
			"method": {
				Type: nonNull(t.paymentMethod), Description: "How.",
				Resolve: property(func(p store.Payment) any { return p.Method }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was noted, RFC 3339.",
				Resolve: property(func(p store.Payment) any { return rfc3339(p.CreatedAt) }),
			},
		},
	})
	t.task.AddFieldConfig("paid", &graphql.Field{
		Type: nonNull(graphql.Int), Description: "What was paid, in hundredths of the currency.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			balance, _, err := r.balances.get(ctx, task.ID)
			return int(balance.Paid), err
		}).field(),
	})
	t.task.AddFieldConfig("due", &graphql.Field{
		Type: graphql.Int,
		Description: "What is left to pay of the newest ACCEPTED estimate, in hundredths of the currency; below zero where more was paid. " +
			"Null before anything is agreed.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			balance, _, err := r.balances.get(ctx, task.ID)
			due := balance.Due()
			if err != nil || due == nil {
				return nil, err
			}
			return int(*due), nil
		}).field(),
	})
	t.task.AddFieldConfig("payments", &graphql.Field{
		Type: nonNull(graphql.NewList(nonNull(payment))), Description: "What was paid and taken back, oldest first.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			payments, _, err := r.paymentsByTask.get(ctx, task.ID)
			return payments, err
		}).field(),
	})
}

func (a *API) paymentMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"addPayment": {
			Type:        newPayload("AddPayment", "The result of addPayment.", "task", nonNull(t.task), "The task as it is now."),
			Description: "Notes what was paid for a task. An amount below zero takes back, which is CONFLICT where it is more than was paid.",
			Args: graphql.FieldConfigArgument{
				"taskId": {Type: nonNull(graphql.ID), Description: "The task's number."},
				"amount": {Type: nonNull(graphql.Int), Description: "In hundredths of the currency; all together 2,000,000,000 at most."},
				"method": {Type: nonNull(t.paymentMethod), Description: "How."},
			},
			Resolve: a.writes(a.addPayment),
		},
	}
}

func (a *API) addPayment(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseTaskID(args)
	if err != nil {
		return nil, err
	}
	amount, _ := args["amount"].(int)
	method, _ := args["method"].(store.PaymentMethod)
	task, err := a.store.AddPayment(ctx, by.Actor(), id, int64(amount), method)
	return task, err
}
