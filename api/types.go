package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/store"
)

// types are the types to which fields of the roots refer.
type types struct {
	user, customer, task       *graphql.Object
	notification, phoneClaim   *graphql.Object
	exportFile                 *graphql.Object
	invite, apiToken, login    *graphql.Object
	pageInfo, taskConnection   *graphql.Object
	webhook, webhookDelivery   *graphql.Object
	message, file, staffGroup  *graphql.Object
	stage, shopCategory        *graphql.Object
	settings                   *graphql.Object
	messageConnection          *graphql.Object
	estimate, estimateLine     *graphql.Object
	dataImport                 *graphql.Object
	decisionWay, paymentMethod *graphql.Enum
	importField                *graphql.Enum
	status, category           *graphql.Enum
	role, scope, language      *graphql.Enum
	taskOrder                  *graphql.Enum
	notify, fileLabel          *graphql.Enum
	taskInput, customerInput   *graphql.InputObject
	lineInput                  *graphql.InputObject
	taskFilter, customerFilter *graphql.InputObject
	long, expectedErrorScalar  *graphql.Scalar
	dateTime                   *graphql.Scalar
	node                       *graphql.Interface
}

func newTypes(a *API) *types {
	t := &types{
		status: newStatusEnum(), category: newCategoryEnum(),
		long: newLong(), dateTime: newDateTime(), expectedErrorScalar: newExpectedErrors(),
		role: newRoleEnum(), scope: newScopeEnum(), language: newLanguageEnum(), fileLabel: newFileLabelEnum(),
	}
	t.node = newNodeInterface(t)
	t.user = newUserType(t)
	t.login = newLoginPayload(a, t)
	t.invite = newInviteType(t)
	t.apiToken = newAPITokenType(t)
	t.customer = newCustomerType(t)
	t.task = newTaskType(a, t)
	t.customer.AddFieldConfig("tasks", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(t.task))),
		Description: "The customer's tasks in ascending id order.", DeprecationReason: "Read taskConnection by pages.",
		Resolve: relation[store.Customer](tasksOfCustomer).field(),
	})
	addStages(t)
	addNotifications(t)
	addPhoneClaims(t)
	addPersonalData(t)
	addNotify(t)
	addReminders(t)
	addConnectCode(t)
	a.addTaskList(t)
	a.addMessages(t)
	a.addItem(t)
	a.addEstimates(t)
	a.addPayments(t)
	t.webhookDelivery = newWebhookDeliveryType(t)
	t.webhook = newWebhookType(a, t)
	addHistory(t)
	t.lineInput = newLineInput()
	t.taskInput = newTaskInput(t)
	t.customerInput = newCustomerInput(t)
	return t
}

func newUserType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "UserType", Description: "A member of staff.", Interfaces: []*graphql.Interface{t.node},
		Fields: graphql.Fields{
			"nodeId": nodeIDField("UserType", func(s store.Staff) int64 { return s.ID }),
			"id": {
				Type: nonNull(graphql.ID), Description: "The account's number.",
				Resolve: property(func(s store.Staff) any { return s.ID }),
			},
			"email": {
				Type: nonNull(graphql.String), Description: "The address to log in with.",
				Resolve: property(func(s store.Staff) any { return s.Email }),
			},
			"name": {
				Type: graphql.String, Description: "How customers see the member called; null when it is not known.",
				Resolve: property(func(s store.Staff) any { return orNull(s.Name) }),
			},
			"role": {
				Type: nonNull(t.role), Description: "What the member may do.",
				Resolve: property(func(s store.Staff) any { return s.Role }),
			},
			"active": {
				Type: nonNull(graphql.Boolean), Description: "Whether the member may log in.",
				Resolve: property(func(s store.Staff) any { return s.Active }),
			},
			"telegramLinked": {
				Type: nonNull(graphql.Boolean), Description: "Whether a Telegram account logs the member in; see linkTelegram.",
				Resolve: property(func(s store.Staff) any { return s.TelegramID != nil }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the account was made, RFC 3339.",
				Resolve: property(func(s store.Staff) any { return rfc3339(s.CreatedAt) }),
			},
		},
	})
}

func newCustomerType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "CustomerType", Description: "A person whom the business serves.", Interfaces: []*graphql.Interface{t.node},
		Fields: graphql.Fields{
			"nodeId": nodeIDField("CustomerType", func(c store.Customer) int64 { return c.ID }),
			"id": {
				Type: nonNull(graphql.ID), Description: "The card's number.",
				Resolve: property(func(c store.Customer) any { return c.ID }),
			},
			"telegramId": {
				Type: t.long, Description: "The chat with the bot; null before the person wrote to it.",
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
			"phoneInternational": {
				Type: graphql.String, Description: "The same number for links: E.164, as +78000000000, without an extension.",
				Resolve: property(func(c store.Customer) any {
					if c.PhoneKey == "" {
						return nil
					}
					return "+" + c.PhoneKey
				}),
			},
			"phoneExtension": {
				Type: graphql.String, Description: "The digits of the extension in the phone, as 12 in «8 495 000-00-00 доб. 12»; null when there is none. " +
					"Two extensions of a number are one customer.",
				Resolve: property(func(c store.Customer) any { return orNull(c.PhoneExtension) }),
			},
			"name": {
				Type: graphql.String, Description: "Null when it is not known.",
				Resolve: property(func(c store.Customer) any { return orNull(c.Name) }),
			},
			"language": {
				Type: t.language, Description: "In which the bot writes to the customer; null before one was chosen.",
				Resolve: property(func(c store.Customer) any { return orNull(c.Language) }),
			},
			"verified": {
				Type: nonNull(graphql.Boolean), Description: "Whether Telegram confirmed that the phone is the chat's own. A chat of which it did not is told number, category " +
					"and status of a task, and nothing else.",
				Resolve: property(func(c store.Customer) any { return c.PhoneVerifiedAt != nil }),
			},
			"mutedAt": {
				Type: t.dateTime, Description: "Since when the bot keeps nothing of what the customer writes and tells nobody, RFC 3339; null for nearly everybody. See muteCustomer.",
				Resolve: property(func(c store.Customer) any { return rfc3339OrNull(c.MutedAt) }),
			},
			"note": {
				Type: graphql.String, Description: "Staff's own words, which the customer never sees; null for none.",
				Resolve: property(func(c store.Customer) any { return orNull(c.Note) }),
			},
			"externalId": {
				Type: graphql.String, Description: "What another system calls the customer; null for none.",
				Resolve: property(func(c store.Customer) any { return orNull(c.ExternalID) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When the card was made, RFC 3339.",
				Resolve: property(func(c store.Customer) any { return rfc3339(c.CreatedAt) }),
			},
			"updatedTime": {
				Type: nonNull(t.dateTime), Description: "When the card last changed, RFC 3339.",
				Resolve: property(func(c store.Customer) any { return rfc3339(c.UpdatedAt) }),
			},
		},
	})
}

func newTaskType(a *API, t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "TaskType", Description: "One piece of work, which the customer knows as a request.", Interfaces: []*graphql.Interface{t.node},
		Fields: graphql.Fields{
			"nodeId": nodeIDField("TaskType", func(t store.Task) int64 { return t.ID }),
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
			"externalId": {
				Type: graphql.String, Description: "What another system calls the task; null for none.",
				Resolve: property(func(t store.Task) any { return orNull(t.ExternalID) }),
			},
			"source": {
				Type: nonNull(newTaskSourceEnum()), Description: "Where it came from.",
				Resolve: property(func(t store.Task) any { return t.Source }),
			},
			"awaitingReplySince": {
				Type: t.dateTime, Description: "When the customer wrote the oldest message about it that nobody has answered, RFC 3339; null when none waits.",
				Resolve: property(func(t store.Task) any { return rfc3339OrNull(t.AwaitingReplySince) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was made, RFC 3339.",
				Resolve: property(func(t store.Task) any { return rfc3339(t.CreatedAt) }),
			},
			"updatedTime": {
				Type: nonNull(t.dateTime), Description: "When it last changed, RFC 3339.",
				Resolve: property(func(t store.Task) any { return rfc3339(t.UpdatedAt) }),
			},
			"version": {
				Type: nonNull(graphql.Int), Description: "Grows with every change. Send it with updateTask, so as not to overwrite what others do.",
				Resolve: property(func(t store.Task) any { return t.Version }),
			},
		},
	})
}

func newTaskSourceEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "TaskSource", Description: "Where a task came from.",
		Values: graphql.EnumValueConfigMap{
			"STAFF":    {Value: store.SourceStaff, Description: "A member of staff made it."},
			"CUSTOMER": {Value: store.SourceCustomer, Description: "The customer wrote it in the chat."},
			"API":      {Value: store.SourceAPI, Description: "A program made it, with an API token."},
			"IMPORT":   {Value: store.SourceImport, Description: "It was taken over from another system."},
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
			"customerName":  {Type: graphql.String, Description: "createTask: how the customer is called, if their card has no name yet. updateTask ignores it."},
			"externalId":    {Type: graphql.String, Description: "What another system calls the task, at most 200 characters, an empty text for none. CONFLICT when another task has it."},
			"notify":        {Type: graphql.Boolean, Description: "createTask: false tells neither the customer nor staff of it, and has nobody reminded of its status. Nobody is told of a promise already broken; a later one is reminded of as usual. For admins, and for API tokens with the scope IMPORT; FORBIDDEN to others. updateTask ignores it."},
			"createdTime":   {Type: graphql.String, Description: "createTask: when the task was taken in, RFC 3339, for one that comes from another system. For admins, and for API tokens with the scope IMPORT; FORBIDDEN to others. updateTask ignores it."},
			"category":      {Type: t.category, Description: "createTask: OTHER when left out. One of the shop's own categories that is another kind is left."},
			"stageId":       {Type: graphql.ID, Description: "A stage of the status that the task then has; an empty text or null takes it off. Left out, it is left with its status."},
			"shopCategoryId": {
				Type:        graphql.ID,
				Description: "One of the shop's own categories, which gives the task its category as well; an empty text or null takes it off.",
			},
			"warrantyOfId": {Type: graphql.ID, Description: "The earlier task under whose warranty this one is done; an empty text or null takes it off."},
			"warrantyUntil": {
				Type: t.dateTime,
				Description: "updateTask: the last day of the warranty, as in 2026-06-05; null takes it back. Left out, it is set when the task is closed: the usual " +
					"length of settings, and at least as long as that of warrantyOfId.",
			},
			"status": {Type: t.status, Description: "createTask: ACCEPTED when left out."},
			"item":   {Type: newItemInput(), Description: "What was brought; null in updateTask removes all of it."},
			"promisedTime": {
				Type: t.dateTime,
				Description: "Until when it is to be ready: a day, as in 2026-03-05, or a moment, as in 2026-03-05T18:00 in the business's time zone or in RFC 3339; " +
					"null in updateTask takes it back. A customer in Telegram is told when it is moved.",
			},
			"note": {
				Type: graphql.String,
				Description: "createTask: a note among staff to begin with, at most 20,000 characters. For members of staff, and for API tokens with the " +
					"scope NOTES; FORBIDDEN to others. updateTask ignores it.",
			},
			"agreed": {
				Type: graphql.NewList(nonNull(t.lineInput)),
				Description: "createTask: lines of an estimate to which the customer has agreed at the counter already; the task has it from the " +
					"beginning, ACCEPTED. updateTask ignores it.",
			},
			"consentVersion": {
				Type: graphql.String,
				Description: "createTask: settings { consentVersion } as it was shown to the customer, who has agreed to that text at the counter. For members " +
					"of staff; FORBIDDEN to others. CONFLICT when the shop has another text by now. updateTask ignores it.",
			},
			"noteFileIds": {
				Type:        graphql.NewList(nonNull(graphql.ID)),
				Description: "createTask: files of that note, as addNote takes them; pictures show the item before the work. updateTask ignores it.",
			},
			"employeeId": {
				Type: graphql.ID,
				Description: "Who is responsible: the number of an active member, or an empty text for nobody. When left out, " +
					"createTask takes the member who is logged in, or nobody for an API token.",
			},
			"version": {
				Type: graphql.Int,
				Description: "updateTask: the version on which the change is based. When the task has another by now, nothing is " +
					"changed: CONFLICT, with the task as it is in extensions.task. createTask ignores it.",
			},
		},
	})
}

func newCustomerInput(t *types) *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "CustomerInput", Description: "A customer to create or to change.",
		Fields: graphql.InputObjectConfigFieldMap{
			"id": {Type: graphql.ID, Description: "Ignored."},
			"telegramId": {
				Type:        graphql.ID,
				Description: "The person's Telegram id, a whole number. Telegram has not confirmed the phone for it: see verified.",
			},
			"phone": {Type: nonNull(graphql.String), Description: "In any writing, with an extension or without; updateCustomer finds the customer by it."},
			"name":  {Type: graphql.String, Description: "At most 200 characters."},
			"newPhone": {
				Type: graphql.String,
				Description: "updateCustomer: the phone from now on; another number is no longer verified. CONFLICT when another " +
					"customer has it. createCustomer ignores it.",
			},
			"note":       {Type: graphql.String, Description: "Staff's own words, at most 10,000 characters; an empty text removes them."},
			"language":   {Type: t.language, Description: "In which the bot writes to the customer."},
			"externalId": {Type: graphql.String, Description: "What another system calls the customer, at most 200 characters, an empty text for none. CONFLICT when another customer has it."},
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
