package api

import (
	"context"
	"strconv"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) customerMutations(t *types) graphql.Fields {
	customerData := graphql.FieldConfigArgument{
		"customerData": {Type: nonNull(t.customerInput), Description: "The customer's data."},
	}
	return graphql.Fields{
		"createCustomer": {
			Type:        newPayload("CreateCustomer", "The result of createCustomer.", "customer", t.customer, "The new card."),
			Description: "Makes a customer's card. CONFLICT when somebody has the phone or the Telegram id.",
			Args:        customerData,
			Resolve:     a.writes(a.createCustomer),
		},
		"updateCustomer": {
			Type:        newPayload("UpdateCustomer", "The result of updateCustomer.", "customer", t.customer, "The card as it is now."),
			Description: "Changes the card that has the phone. What is null or left out stays.",
			Args:        customerData,
			Resolve:     a.writes(a.updateCustomer),
		},
		"deleteCustomer": {
			Type:        newPayload("DeleteCustomer", "The result of deleteCustomer.", "phone", graphql.String, "The phone that was on the card, as it was written."),
			Description: "Removes a customer's card and what was kept of it. The customer's tasks stay, without a customer.",
			Args:        graphql.FieldConfigArgument{"phone": {Type: nonNull(graphql.String), Description: "The phone in any writing."}},
			Resolve:     a.writes(a.deleteCustomer),
		},
		"mergeCustomers":   a.mergeCustomersField(t),
		"decidePhoneClaim": a.decidePhoneClaimField(t),
	}
}

func (a *API) taskMutations(t *types) graphql.Fields {
	taskData := graphql.FieldConfigArgument{
		"taskData": {Type: nonNull(t.taskInput), Description: "The task's data."},
	}
	return graphql.Fields{
		"createTask": {
			Type: newPayload("CreateTask", "The result of createTask.", "task", t.task, "The new task."),
			Description: "Makes a task for the customer with the phone, and the customer if nobody has it. " +
				"Who is logged in becomes its employee, unless employeeId names another. A customer in Telegram is told.",
			Args:    taskData,
			Resolve: a.writes(a.createTask),
		},
		"updateTask": {
			Type:        newPayload("UpdateTask", "The result of updateTask.", "task", t.task, "The task as it is now."),
			Description: "Changes what is given of a task. A customer in Telegram is told of a new status and of a promise that is moved.",
			Args:        taskData,
			Resolve:     a.writes(a.updateTask),
		},
		"undoStatus": {
			Type: newPayload("UndoStatus", "The result of undoStatus.", "task", t.task, "The task as it is now."),
			Description: "Takes back the last change of a task's status until undoUntil, while the message to the customer waits: " +
				"the message is not sent, or tells the status before. CONFLICT afterwards.",
			Args:    graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The task's number."}},
			Resolve: a.writes(a.undoStatus),
		},
		"deleteTask": {
			Type:        newPayload("DeleteTask", "The result of deleteTask.", "id", graphql.ID, "The task's number."),
			Description: "Removes a task.",
			Args:        graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: "The task's number."}},
			Resolve:     a.writes(a.deleteTask),
		},
	}
}

func (a *API) createCustomer(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	data := args.input("customerData")
	telegramID, err := parseTelegramID(data)
	if err != nil {
		return nil, err
	}
	customer, err := a.store.CreateCustomer(ctx, store.NewCustomer{
		Phone: data.text("phone"), Name: data.text("name"), TelegramID: telegramID,
		Language: data.text("language"), Note: data.text("note"), ExternalID: data.text("externalId"),
	})
	return customer, err
}

func (a *API) updateCustomer(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	data := args.input("customerData")
	telegramID, err := parseTelegramID(data)
	if err != nil {
		return nil, err
	}
	customer, err := a.store.UpdateCustomer(ctx, data.text("phone"), store.CustomerUpdate{
		Phone: argument[string](data, "newPhone"), Name: argument[string](data, "name"), TelegramID: telegramID,
		Language: argument[string](data, "language"), Note: argument[string](data, "note"), ExternalID: argument[string](data, "externalId"),
	})
	return customer, err
}

func (a *API) deleteCustomer(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	customer, err := a.store.DeleteCustomer(ctx, by.Actor(), args.text("phone"))
	return customer.Phone, err
}

func (a *API) createTask(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	data := args.input("taskData")
	employeeID, err := parseEmployeeID(data)
	if err != nil {
		return nil, err
	}
	if data["customerPhone"] == nil {
		return nil, errInvalid("customerPhone", "Say with customerPhone whose task it is.")
	}
	createdAt, err := parseCreatedTime(data)
	if err != nil {
		return nil, err
	}
	notify := argument[bool](data, "notify")
	silent := notify != nil && !*notify
	if silent || createdAt != nil {
		if err := by.MayImport(); err != nil {
			return nil, err
		}
	}
	note, files := data.text("note"), fileIDs(data, "noteFileIds")
	if note != "" || len(files) > 0 {
		if err := by.MayWriteNotes(); err != nil {
			return nil, err
		}
	}
	consent := data.text("consentVersion")
	if consent != "" {
		if err := by.IsMember(); err != nil {
			return nil, err
		}
	}
	promised, err := a.parsePromise(data)
	if err != nil {
		return nil, err
	}
	var item store.ItemUpdate
	if given := parseItem(data); given != nil {
		item = *given
	}
	refers, err := parseReferences(data)
	if err != nil {
		return nil, err
	}
	category, _ := data["category"].(store.Category)
	status, _ := data["status"].(store.Status)
	task, err := a.store.CreateTask(ctx, by.Actor(), store.NewTask{
		CustomerPhone: data.text("customerPhone"), Description: data.text("description"),
		CustomerName: data.text("customerName"), ExternalID: data.text("externalId"), CreatedAt: createdAt, Silent: silent,
		EmployeeID: employeeID, Category: category, Status: status, Item: item, PromisedAt: promised, Note: note, NoteFileIDs: files,
		Agreed: parseLines(data, "agreed"), ConsentVersion: consent,
		StageID: refers.stage, ShopCategoryID: refers.shopCategory, WarrantyOfID: refers.warrantyOf,
	})
	return task, err
}

func (a *API) updateTask(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	data := args.input("taskData")
	given := argument[string](data, "id")
	if given == nil {
		return nil, errInvalid("id", "Say with id which task to change.")
	}
	id, err := parseID(*given)
	if err != nil {
		return nil, err
	}
	employeeID, err := parseEmployeeID(data)
	if err != nil {
		return nil, err
	}
	promised, err := a.parsePromise(data)
	if err != nil {
		return nil, err
	}
	refers, err := parseReferences(data)
	if err != nil {
		return nil, err
	}
	warranty, err := parseWarranty(data)
	if err != nil {
		return nil, err
	}
	task, err := a.store.UpdateTask(ctx, by.Actor(), id, store.TaskUpdate{
		EmployeeID:  employeeID,
		Category:    argument[store.Category](data, "category"),
		Status:      argument[store.Status](data, "status"),
		Description: argument[string](data, "description"),
		ExternalID:  argument[string](data, "externalId"),
		Item:        parseItem(data),
		PromisedAt:  promised,
		StageID:     refers.stage, ShopCategoryID: refers.shopCategory, WarrantyOfID: refers.warrantyOf,
		WarrantyUntil: warranty,
		Version:       argument[int](data, "version"),
	})
	return task, err
}

func (a *API) deleteTask(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	return id, a.store.DeleteTask(ctx, by.Actor(), id)
}

func parseCreatedTime(data arguments) (*time.Time, error) {
	given := argument[string](data, "createdTime")
	if given == nil {
		return nil, nil
	}
	at, err := time.Parse(time.RFC3339, *given)
	if err != nil {
		return nil, errInvalid("createdTime", "Write the moment as RFC 3339, for example 2021-07-25T09:30:00+03:00.")
	}
	return &at, nil
}

// parseEmployeeID gives 0 for an empty text: nobody. What is no id is one that no member has.
func parseEmployeeID(data arguments) (*int64, error) {
	given := argument[string](data, "employeeId")
	switch {
	case given == nil:
		return nil, nil
	case *given == "":
		return new(int64), nil
	}
	id, err := parseID(*given)
	if err != nil {
		return nil, errInvalid("employeeId", "Give the number of a member of staff, or an empty text for nobody.")
	}
	return &id, nil
}

// references are what of the shop's, and which earlier task, a task is to refer to.
type references struct{ stage, shopCategory, warrantyOf *int64 }

func parseReferences(data arguments) (r references, err error) {
	if r.stage, err = parseReference(data, "stageId"); err != nil {
		return r, err
	}
	if r.shopCategory, err = parseReference(data, "shopCategoryId"); err != nil {
		return r, err
	}
	r.warrantyOf, err = parseReference(data, "warrantyOfId")
	return r, err
}

// parseWarranty reads the last day of a warranty: nil when it is left out, and no day for null or an empty text.
func parseWarranty(data arguments) (*store.Day, error) {
	if _, isGiven := data["warrantyUntil"]; !isGiven {
		return nil, nil
	}
	text := data.text("warrantyUntil")
	if text == "" {
		return new(store.Day), nil
	}
	day, err := store.ParseDay("warrantyUntil", text)
	return &day, err
}

// maxTelegramID is the largest whole number that every JSON reader keeps exactly.
const maxTelegramID = 1<<53 - 1

func parseTelegramID(data arguments) (*int64, error) {
	given := argument[string](data, "telegramId")
	if given == nil {
		return nil, nil
	}
	id, err := strconv.ParseInt(*given, 10, 64)
	if err != nil || id <= 0 || id > maxTelegramID {
		return nil, errInvalid("telegramId", "A Telegram id is a positive whole number, for example 123456789.")
	}
	return &id, nil
}
