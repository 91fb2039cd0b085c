package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// subscriptionEvent is the source of what a field of Subscription gives: a change, and the row as it is now. In
// the execution that checks a subscription at its beginning it tells of no change.
type subscriptionEvent struct {
	change store.RowChange
	row    any  // nil when it is gone
	told   bool // whether the subscriber is to be told
}

// subscriptionTo is the field of Subscription that tells of a kind of rows. A change of another kind ends
// somebody's rights.
var subscriptionTo = map[store.Subject]string{
	store.SubjectTask:         "taskChanged",
	store.SubjectCustomer:     "customerChanged",
	store.SubjectNotification: "notificationChanged",
	store.SubjectMessage:      "messageChanged",
	store.SubjectNote:         "messageChanged",
}

func (a *API) subscriptions(t *types) graphql.Fields {
	kinds := newChangeEnum()
	return graphql.Fields{
		"taskChanged": {
			Type: newChangeType("TaskChange", "task", t.task, kinds),
			Description: "Tells of each task that was made, changed or deleted. With a filter, of those to which it applies after " +
				"the change: UPDATED can be the first that is heard of a task, and nothing tells that the filter has ceased to " +
				"apply. Every deletion is told, whatever the filter, because a task that is gone cannot be compared with it.",
			Args:    graphql.FieldConfigArgument{"filter": {Type: t.taskFilter, Description: "Which tasks; all when it is left out."}},
			Resolve: a.reads(a.taskChanged),
		},
		"customerChanged": {
			Type:        newChangeType("CustomerChange", "customer", t.customer, kinds),
			Description: "Tells of each customer's card that was made, changed or deleted.",
			Resolve:     a.reads(customerChanged),
		},
		"notificationChanged": {
			Type: newChangeType("NotificationChange", "notification", t.notification, kinds),
			Description: "Tells of each message to a customer that was written, went another step on its way, or was dropped " +
				"because there is nothing to tell any more.",
			Resolve: a.reads(a.notificationChanged),
		},
		"messageChanged": {
			Type: newChangeType("MessageChanged", "message", t.message, kinds),
			Description: "Tells of each message that came, was written, changed, went another step on its way, or was deleted; of notes to who may see " +
				"them. With a task or a customer, of those that are theirs after the change: nothing tells that a message was filed elsewhere, so " +
				"follow the customer to see all of it. Every deletion is told.",
			Args: graphql.FieldConfigArgument{
				"taskId":     {Type: graphql.ID, Description: "Of which task; of all when it is left out."},
				"customerId": {Type: graphql.ID, Description: "Of which customer; of all when it is left out."},
			},
			Resolve: a.reads(a.messageChanged),
		},
	}
}

func newChangeType(name, field string, of *graphql.Object, kinds *graphql.Enum) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: name, Description: "A change that was committed, on whichever replica.",
		Fields: graphql.Fields{
			"kind": {
				Type: nonNull(kinds), Description: "What happened.",
				Resolve: property(func(e subscriptionEvent) any { return e.change.Kind }),
			},
			"id": {
				Type: nonNull(graphql.ID), Description: "Whose id it is, also after a deletion.",
				Resolve: property(func(e subscriptionEvent) any { return e.change.ID }),
			},
			field: {
				Type: of, Description: "As it is now, which may be later than the change; null when it was deleted.",
				Resolve: property(func(e subscriptionEvent) any { return e.row }),
			},
		},
	})
}

func newChangeEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "ChangeEnum", Description: "What happened.",
		Values: graphql.EnumValueConfigMap{
			"CREATED": {Value: store.Created, Description: "It is new."},
			"UPDATED": {Value: store.Updated, Description: "It was changed. Of several changes at once, one may stand for all."},
			"DELETED": {Value: store.Deleted, Description: "It is gone."},
		},
	})
}

func (a *API) taskChanged(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	filter, err := a.taskListFilter(args.input("filter"))
	if err != nil {
		return nil, err
	}
	return r.tell(func(id int64) (any, error) {
		filter.ID = &id
		tasks, err := a.store.Tasks(ctx, filter, store.OffsetPage{})
		if err != nil || len(tasks) == 0 {
			return nil, err
		}
		r.foundTasks(tasks)
		return tasks[0], nil
	})
}

func customerChanged(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	return r.tell(func(id int64) (any, error) { return referred(ctx, r.customers, &id) })
}

func (a *API) notificationChanged(ctx context.Context, r *request, _ auth.Caller, _ arguments) (any, error) {
	return r.tell(func(id int64) (any, error) {
		notification, err := a.store.Notification(ctx, id)
		if store.CodeOf(err) == store.NotFound {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		r.foundNotifications([]store.Notification{notification})
		return notification, nil
	})
}

func (a *API) messageChanged(ctx context.Context, r *request, _ auth.Caller, args arguments) (any, error) {
	filter := store.MessageFilter{WithoutNotes: !r.mayReadNotes()}
	var err error
	if filter.TaskID, err = filterID(args, "taskId"); err != nil {
		return nil, err
	}
	if filter.CustomerID, err = filterID(args, "customerId"); err != nil {
		return nil, err
	}
	if filter.WithoutNotes && r.event.change.Subject == store.SubjectNote {
		return nil, nil
	}
	return r.tell(func(id int64) (any, error) {
		filter.ID = &id
		page, err := a.store.MessagePage(ctx, filter, store.PageRequest{Limit: 1})
		if err != nil || len(page.Rows) == 0 {
			return nil, err
		}
		r.foundMessages(page.Rows)
		return page.Rows[0], nil
	})
}

// tell gives the event that r is about, with the row that find gives. A row that it does not find is
// not of interest, or gone again; the deletion is told then.
func (r *request) tell(find func(id int64) (any, error)) (any, error) {
	told := r.event
	if told.change == (store.RowChange{}) {
		return nil, nil
	}
	if told.change.Kind != store.Deleted {
		row, err := find(told.change.ID)
		if err != nil || row == nil {
			return nil, err
		}
		told.row = row
	}
	told.told = true
	return *told, nil
}
