package api

import (
	"context"
	"slices"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addTaskList adds the lists of tasks that are read by pages.
func (a *API) addTaskList(t *types) {
	t.pageInfo = newPageInfoType()
	t.taskConnection = newConnectionType[store.Task]("Task", t.task, t.pageInfo)
	t.taskFilter = newTaskFilterInput(t)
	t.taskOrder = graphql.NewEnum(graphql.EnumConfig{
		Name: "TaskOrder", Description: "An order of tasks. Equal moments are ordered by id.",
		Values: graphql.EnumValueConfigMap{
			"NEWEST_FIRST":       {Value: store.TasksNewestFirst, Description: "By createdTime, the latest first."},
			"OLDEST_FIRST":       {Value: store.TasksOldestFirst, Description: "By createdTime, the earliest first."},
			"LONGEST_WAIT_FIRST": {Value: store.TasksLongestWaitFirst, Description: "By awaitingReplySince, the earliest first. Only with awaitingReply: true."},
			"PROMISED_FIRST": {
				Value: store.TasksPromisedFirst,
				Description: "By overdueTime, the earliest first, and then those without a promise. Only of open tasks: with overdue: true, or with statuses " +
					"without CLOSED.",
			},
			"LONGEST_READY_FIRST":    {Value: store.TasksLongestReadyFirst, Description: "By readySince, the earliest first. Only with statuses: [READY]."},
			"RECENTLY_UPDATED_FIRST": {Value: store.TasksRecentlyUpdatedFirst, Description: "By updatedTime, the latest first. A task that changes moves to the beginning."},
		},
	})
	t.customer.AddFieldConfig("taskConnection", &graphql.Field{
		Type: t.taskConnection, Description: "The customer's tasks by pages.",
		Args: pageArguments(t.taskFilter, t.taskOrder),
		Resolve: guarded(func(p graphql.ResolveParams) (any, error) {
			return a.customerTaskPage(p.Context, p.Info.RootValue.(*request), sourceOf[store.Customer](p).ID, p.Args)
		}),
	})
}

func (a *API) taskListQuery(t *types) graphql.Fields {
	return graphql.Fields{
		"tasks": {
			Type: t.taskConnection, Description: "Tasks by pages. Pages stay where they are while tasks are added.",
			Args:    pageArguments(t.taskFilter, t.taskOrder),
			Resolve: a.reads(a.taskPage),
		},
	}
}

func (a *API) taskPage(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	asked, err := a.parseTaskPageRequest(args)
	if err != nil {
		return nil, err
	}
	found, err := a.store.TaskPage(ctx, asked.filter, asked.order, asked.page)
	if err != nil {
		return nil, err
	}
	r.foundTasks(found.Rows)
	return asked.connection(found, func() (int, error) { return a.store.CountTasks(ctx, asked.filter) }), nil
}

func (a *API) customerTaskPage(ctx context.Context, r *request, customerID int64, args arguments) (any, error) {
	asked, err := a.parseTaskPageRequest(args)
	if err != nil {
		return nil, err
	}
	page, err := r.taskPagesByCustomer.with(args, pageReader[store.Task]{
		pages: func(ctx context.Context, ids []int64, most int) (map[int64]store.Page[store.Task], bool, error) {
			return a.store.TaskPagesByCustomer(ctx, ids, asked.filter, asked.order, asked.page, most)
		},
		counts: func(ctx context.Context, ids []int64) (map[int64]int, error) {
			return a.store.CountTasksByCustomer(ctx, ids, asked.filter)
		},
		found: r.foundTasks,
	})
	if err != nil {
		return nil, err
	}
	found, _, err := page.pages.get(ctx, customerID)
	if err != nil {
		return nil, err
	}
	return asked.connection(found, func() (int, error) {
		count, _, err := page.counts.get(ctx, customerID)
		return count, err
	}), nil
}

// taskPageRequest is what the arguments of a list of tasks ask for.
type taskPageRequest struct {
	filter store.TaskFilter
	order  store.TaskOrder
	page   store.PageRequest
}

func (a *API) parseTaskPageRequest(args arguments) (taskPageRequest, error) {
	asked := taskPageRequest{order: store.TasksNewestFirst}
	var err error
	if asked.filter, err = a.taskListFilter(args.input("filter")); err != nil {
		return asked, err
	}
	awaiting := asked.filter.Awaiting != nil && *asked.filter.Awaiting
	if awaiting {
		asked.order = store.TasksLongestWaitFirst
	}
	overdue := asked.filter.Overdue != nil && *asked.filter.Overdue
	if overdue && !awaiting {
		asked.order = store.TasksPromisedFirst
	}
	if order := argument[store.TaskOrder](args, "orderBy"); order != nil {
		asked.order = *order
	}
	if asked.order == store.TasksLongestWaitFirst && !awaiting {
		return asked, errInvalid("orderBy", "LONGEST_WAIT_FIRST orders tasks that wait for an answer: give filter: {awaitingReply: true} as well.")
	}
	if open := len(asked.filter.Statuses) > 0 && !slices.Contains(asked.filter.Statuses, store.StatusClosed); asked.order == store.TasksPromisedFirst && !overdue && !open {
		return asked, errInvalid("orderBy", "PROMISED_FIRST orders open tasks: give filter: {statuses: [ACCEPTED, IN_PROGRESS, READY]} or overdue: true as well.")
	}
	if asked.order == store.TasksLongestReadyFirst && !slices.Equal(asked.filter.Statuses, []store.Status{store.StatusReady}) {
		return asked, errInvalid("orderBy", "LONGEST_READY_FIRST orders tasks that are ready: give filter: {statuses: [READY]} as well.")
	}
	asked.page, err = parsePageRequest(args, string(asked.order))
	return asked, err
}

func (asked taskPageRequest) connection(found store.Page[store.Task], count func() (int, error)) connection[store.Task] {
	page := newConnection(found, asked.page, func(task store.Task) string {
		return cursorText(string(asked.order), asked.order.Cursor(task))
	})
	page.count = count
	return page
}

// What filters say of moments.
const (
	fromMoment = "on this day or later, YYYY-MM-DD in the business's time zone; or at this moment or later, RFC 3339."
	toMoment   = "on this day or earlier, YYYY-MM-DD in the business's time zone; or before this moment, RFC 3339."
)

func newTaskFilterInput(t *types) *graphql.InputObject {
	return graphql.NewInputObject(graphql.InputObjectConfig{
		Name: "TaskFilter", Description: "Which tasks. All that is given must hold.",
		Fields: graphql.InputObjectConfigFieldMap{
			"search": {Type: graphql.String, Description: "The number, the customer's phone in any writing or a part of it, or parts of " +
				"words of the customer's name, the description and what was brought, each of at least three characters; every one must be found. At most 200 characters and 10 words."},
			"statuses":       {Type: graphql.NewList(nonNull(t.status)), Description: "Any of these; an empty list is no filter."},
			"categories":     {Type: graphql.NewList(nonNull(t.category)), Description: "Any of these; an empty list is no filter."},
			"employeeId":     {Type: graphql.ID, Description: "Who is responsible."},
			"customerId":     {Type: graphql.ID, Description: "Whose."},
			"customerPhone":  {Type: graphql.String, Description: "The customer's phone in any writing, whole; one that nobody has finds nothing."},
			"externalId":     {Type: graphql.String, Description: "What another system calls the task, exactly."},
			"createdFrom":    {Type: graphql.String, Description: "Created " + fromMoment},
			"createdTo":      {Type: graphql.String, Description: "Created " + toMoment},
			"updatedFrom":    {Type: graphql.String, Description: "Last changed " + fromMoment},
			"updatedTo":      {Type: graphql.String, Description: "Last changed " + toMoment},
			"promisedFrom":   {Type: t.dateTime, Description: "Promised for " + fromMoment},
			"promisedTo":     {Type: t.dateTime, Description: "Promised for " + toMoment},
			"overdue":        {Type: graphql.Boolean, Description: "True: ACCEPTED or IN_PROGRESS, and promised for before now; the order is then PROMISED_FIRST when none is given. False: not so."},
			"serial":         {Type: graphql.String, Description: "The serial number of what was brought, whole and in any writing: ab-12 34 is AB1234."},
			"stageId":        {Type: graphql.ID, Description: "In which stage."},
			"shopCategoryId": {Type: graphql.ID, Description: "Of which category of the shop's own."},
			"warrantyOfId":   {Type: graphql.ID, Description: "Done under the warranty of which task."},
			"unassigned":     {Type: graphql.Boolean, Description: "True: nobody is responsible. False: somebody is."},
			"unreachable":    {Type: graphql.Boolean, Description: "True: the customer has blocked the bot. False: not so."},
			"awaitingReply":  {Type: graphql.Boolean, Description: "True: the customer wrote something that nobody has answered; the order is then LONGEST_WAIT_FIRST when none is given. False: not so."},
		},
	})
}

func (a *API) taskListFilter(in arguments) (store.TaskFilter, error) {
	filter := store.TaskFilter{
		Search: in.text("search"), ExternalID: argument[string](in, "externalId"), Phone: argument[string](in, "customerPhone"),
		Unassigned: argument[bool](in, "unassigned"), Unreachable: argument[bool](in, "unreachable"),
		Awaiting: argument[bool](in, "awaitingReply"), Overdue: argument[bool](in, "overdue"), Serial: argument[string](in, "serial"),
		Statuses: listArgument[store.Status](in, "statuses"), Categories: listArgument[store.Category](in, "categories"),
	}
	err := store.CheckSearch(filter.Search) // also where no list is read: for a file or a subscription
	if err != nil {
		return filter, err
	}
	if filter.EmployeeID, err = filterID(in, "employeeId"); err != nil {
		return filter, err
	}
	if filter.CustomerID, err = filterID(in, "customerId"); err != nil {
		return filter, err
	}
	if filter.StageID, err = filterID(in, "stageId"); err != nil {
		return filter, err
	}
	if filter.ShopCategoryID, err = filterID(in, "shopCategoryId"); err != nil {
		return filter, err
	}
	if filter.WarrantyOfID, err = filterID(in, "warrantyOfId"); err != nil {
		return filter, err
	}
	if filter.Created, err = a.parseInterval(in, "createdFrom", "createdTo"); err != nil {
		return filter, err
	}
	if filter.Promised, err = a.parseInterval(in, "promisedFrom", "promisedTo"); err != nil {
		return filter, err
	}
	filter.Updated, err = a.parseInterval(in, "updatedFrom", "updatedTo")
	return filter, err
}

// listArgument reads a list of enum values.
func listArgument[Value any](args arguments, name string) []Value {
	var values []Value
	given, _ := args[name].([]any)
	for _, value := range given {
		if value, ok := value.(Value); ok { // not null
			values = append(values, value)
		}
	}
	return values
}

// filterID reads an id to filter by. What is no id finds nothing, like an id that nobody has.
func filterID(args arguments, name string) (*int64, error) {
	text := argument[string](args, name)
	if text == nil {
		return nil, nil
	}
	id, err := parseID(*text)
	if store.CodeOf(err) == store.NotFound {
		id, err = 0, nil
	}
	return &id, err
}

func (a *API) parseInterval(args arguments, fromName, toName string) (store.Interval, error) {
	var interval store.Interval
	if from := argument[string](args, fromName); from != nil {
		bounds, err := a.parseMoment(fromName, *from)
		if err != nil {
			return interval, err
		}
		interval.From = bounds.From
	}
	if to := argument[string](args, toName); to != nil {
		bounds, err := a.parseMoment(toName, *to)
		if err != nil {
			return interval, err
		}
		interval.To = bounds.To
	}
	return interval, nil
}

// parseMoment reads a day, which is an interval, or a moment, which is both of its ends.
func (a *API) parseMoment(field, text string) (store.Interval, error) {
	if at, err := time.Parse(time.RFC3339, text); err == nil && at.Year() >= 1 {
		return store.Interval{From: at, To: at}, nil
	}
	day, err := store.ParseDay(field, text)
	if err != nil {
		return store.Interval{}, errInvalid(field,
			"%q is neither a day, as in 2021-07-25, nor a moment, as in 2021-07-25T09:30:00+03:00.", text)
	}
	return a.store.DayInterval(&day, &day), nil
}
