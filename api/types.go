package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// types are the types to which fields of the roots refer.
type types struct {
	user, customer, task      *graphql.Object
	notification              *graphql.Object
	pageInfo, taskConnection  *graphql.Object
	webhook, webhookDelivery  *graphql.Object
	status, category          *graphql.Enum
	taskOrder                 *graphql.Enum
	taskInput, customerInput  *graphql.InputObject
	taskFilter                *graphql.InputObject
	long, expectedErrorScalar *graphql.Scalar
}

func newTypes(a *API) *types {
	t := &types{
		status: newStatusEnum(), category: newCategoryEnum(),
		long: newLong(), expectedErrorScalar: newExpectedErrors(),
		user: newUserType(),
	}
	t.customer = newCustomerType(t.long)
	t.task = newTaskType(a, t)
	t.customer.AddFieldConfig("tasks", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(t.task))),
		Description: "The customer's tasks in ascending id order.",
		Resolve:     relation[store.Customer](tasksOfCustomer).field(),
	})
	addNotifications(t)
	a.addTaskList(t)
	t.webhookDelivery = newWebhookDeliveryType()
	t.webhook = newWebhookType(a, t)
	t.taskInput = newTaskInput(t)
	t.customerInput = newCustomerInput()
	return t
}

func newUserType() *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "UserType", Description: "A member of staff.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The account's number.",
				Resolve: property(func(s store.Staff) any { return s.ID }),
			},
			"email": {
				Type: nonNull(graphql.String), Description: "The address to log in with.",
				Resolve: property(func(s store.Staff) any { return s.Email }),
			},
		},
	})
}

func newCustomerType(long *graphql.Scalar) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "CustomerType", Description: "A person whom the business serves.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The card's number.",
				Resolve: property(func(c store.Customer) any { return c.ID }),
			},
			"telegramId": {
				Type: long, Description: "The chat with the bot; null before the person wrote to it.",
				Resolve: property(func(c store.Customer) any {
					if c.TelegramID == nil {
						return nil
					}
					return *c.TelegramID
				}),
			},
			"phone": {
				Type: graphql.String, Description: "The phone as it was written, for example +7(800)-000-00-00.",
				Resolve: property(func(c store.Customer) any { return c.Phone }),
			},
			"name": {
				Type: graphql.String, Description: "Null when it is not known.",
				Resolve: property(func(c store.Customer) any { return orNull(c.Name) }),
			},
		},
	})
}

func newTaskType(a *API, t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "TaskType", Description: "One piece of work, which the customer knows as a request.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The task's number, which the customer sees too.",
				Resolve: property(func(t store.Task) any { return t.ID }),
			},
			"createdAt": {
				Type: graphql.String, Description: "The day, as YYYY-MM-DD in the business's time zone.",
				Resolve: property(func(t store.Task) any { return string(a.store.DayOf(t.CreatedAt)) }),
			},
			"employee": {
				Type: t.user, Description: "Who is responsible; null when that account is gone.",
				Resolve: relation[store.Task](employeeOfTask).field(),
			},
			"category": {
				Type: t.category, Description: "What kind of work it is.",
				Resolve: property(func(t store.Task) any { return t.Category }),
			},
			"status": {
				Type: t.status, Description: "How far it has come.",
				Resolve: property(func(t store.Task) any { return t.Status }),
			},
			"description": {
				Type: graphql.String, Description: "What is to be done; null when nobody wrote it down.",
				Resolve: property(func(t store.Task) any { return orNull(t.Description) }),
			},
			"customer": {
				Type: t.customer, Description: "Whose it is; null when the card was deleted.",
				Resolve: relation[store.Task](customerOfTask).field(),
			},
		},
	})
}

func newTaskInput(t *types) *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "TaskInput", Description: "A task to create or to change.",
		Fields: graphql.InputObjectConfigFieldMap{
			"id":            {Type: graphql.ID, Description: "updateTask: which task, required. createTask ignores it."},
			"description":   {Type: graphql.String, Description: "At most 10,000 characters."},
			"customerPhone": {Type: graphql.String, Description: "createTask: whose it is, required. updateTask ignores it."},
			"category":      {Type: t.category, Description: "createTask: OTHER when left out."},
			"status":        {Type: t.status, Description: "createTask: ACCEPTED when left out."},
		},
	})
}

func newCustomerInput() *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "CustomerInput", Description: "A customer to create or to change.",
		Fields: graphql.InputObjectConfigFieldMap{
			"id":         {Type: graphql.ID, Description: "Ignored."},
			"telegramId": {Type: graphql.ID, Description: "The person's Telegram id, a whole number."},
			"phone":      {Type: nonNull(graphql.String), Description: "In any writing; updateCustomer finds the customer by it."},
			"name":       {Type: graphql.String, Description: "At most 200 characters."},
		},
	})
}

func employeeOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	return referred(ctx, r.staff, task.EmployeeID)
}

func customerOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	return referred(ctx, r.customers, task.CustomerID)
}

func tasksOfCustomer(ctx context.Context, r *request, customer store.Customer) (any, error) {
	tasks, _, err := r.tasksByCustomer.get(ctx, customer.ID)
	return tasks, err
}

// referred gives the row to which an id refers, null when there is none.
func referred[Row any](ctx context.Context, from *loader[Row], id *int64) (any, error) {
	if id == nil {
		return nil, nil
	}
	row, found, err := from.get(ctx, *id)
	if err != nil || !found {
		return nil, err
	}
	return row, nil
}

func nonNull(of graphql.Type) *graphql.NonNull { return graphql.NewNonNull(of) }
