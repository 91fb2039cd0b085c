package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addHistory adds to tasks who changed what, and until when the last change can be undone.
func addHistory(t *types) {
	t.task.AddFieldConfig("history", &graphql.Field{
		Type:        nonNull(graphql.NewList(nonNull(newTaskEventType(t)))),
		Description: "Who changed what and when, oldest first.",
		Resolve:     relation[store.Task](historyOfTask).field(),
	})
	t.task.AddFieldConfig("undoUntil", &graphql.Field{
		Type: t.dateTime,
		Description: "Until when undoStatus takes back the last change of the status, RFC 3339; null when it does not. " +
			"An undo itself cannot be undone.",
		Resolve: relation[store.Task](undoDeadlineOfTask).field(),
	})
}

func newTaskEventType(t *types) *graphql.Object {
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "TaskEventType", Description: "One line of a task's history.",
		Fields: graphql.Fields{
			"id": {
				Type: nonNull(graphql.ID), Description: "The line's number.",
				Resolve: property(func(e store.HistoryEntry) any { return e.ID }),
			},
			"kind": {
				Type: nonNull(newTaskEventEnum()), Description: "What was done.",
				Resolve: property(func(e store.HistoryEntry) any { return e.Kind }),
			},
			"at": {
				Type: nonNull(t.dateTime), Description: "When, RFC 3339.",
				Resolve: property(func(e store.HistoryEntry) any { return rfc3339(e.At) }),
			},
			"actor": {
				Type: nonNull(newActorEnum()), Description: "What sort of somebody did it.",
				Resolve: property(func(e store.HistoryEntry) any { return e.ActorKind }),
			},
			"actorName": {
				Type: graphql.String,
				Description: "Who did it, as they are called now: the member's name or else email, the customer's name or " +
					"else phone, the API token's name. Null for SYSTEM and for who is gone.",
				Resolve: relation[store.HistoryEntry](actorNameOfEvent).field(),
			},
			"from": {
				Type: graphql.String,
				Description: "What it was before: the name of a StatusEnum (STATUS, DELETED) or CategoryEnum value, a text, " +
					"or how the member or customer was called at the time. Null for none.",
				Resolve: property(func(e store.HistoryEntry) any { return orNull(e.From) }),
			},
			"to": {
				Type: graphql.String, Description: "What it became, written as from is; for CREATED the first status. Null for none.",
				Resolve: property(func(e store.HistoryEntry) any { return orNull(e.To) }),
			},
		},
	})
}

func newTaskEventEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "TaskEventEnum", Description: "What was done to a task.",
		Values: graphql.EnumValueConfigMap{
			"CREATED":     {Value: store.EventCreated, Description: "It was made."},
			"STATUS":      {Value: store.EventStatus, Description: "Its status changed, also by an undo."},
			"CATEGORY":    {Value: store.EventCategory, Description: "Its category changed."},
			"DESCRIPTION": {Value: store.EventDescription, Description: "Its description changed."},
			"EMPLOYEE":    {Value: store.EventEmployee, Description: "Somebody else, or nobody, became responsible."},
			"CUSTOMER":    {Value: store.EventCustomer, Description: "It moved to another card of the customer, or its card was deleted; then `from` and `to` are null."},
			"MESSAGE_FILED": {
				Value:       store.EventMessageFiled,
				Description: "A message was filed to another task, or to none: `from` and `to` are the numbers of the tasks. It is told in both.",
			},
			"ITEM":                {Value: store.EventItem, Description: "What is known of the item changed: `from` and `to` say it in words."},
			"PROMISE":             {Value: store.EventPromise, Description: "It was promised for another time: `from` and `to` are RFC 3339, in the business's time zone."},
			"RATED":               {Value: store.EventRated, Description: "The customer rated the work: `to` is their rating, from 1 to 5."},
			"PICK_UP_LATER":       {Value: store.EventPickUpLater, Description: "The customer says that they come later for what is READY; they are not reminded for a week."},
			"REMINDERS_STOPPED":   {Value: store.EventRemindersStopped, Description: "The customer is not reminded any more that it is READY."},
			"REMINDERS_RESUMED":   {Value: store.EventRemindersResumed, Description: "The customer is reminded again that it is READY."},
			"STAGE":               {Value: store.EventStage, Description: "Its stage changed, other than with its status: `from` and `to` are the ids of the stages."},
			"SHOP_CATEGORY":       {Value: store.EventShopCategory, Description: "Its category of the shop's own changed: `from` and `to` are the ids."},
			"WARRANTY":            {Value: store.EventWarranty, Description: "The end of the warranty was changed: `from` and `to` are the last days, YYYY-MM-DD."},
			"WARRANTY_OF":         {Value: store.EventWarrantyOf, Description: "It is done under the warranty of another task: `from` and `to` are the numbers."},
			"ACCESS_CODE_SET":     {Value: store.EventAccessCodeSet, Description: "What unlocks the item was noted."},
			"ACCESS_CODE_SHOWN":   {Value: store.EventAccessCodeShown, Description: "It was shown."},
			"ACCESS_CODE_REMOVED": {Value: store.EventAccessCodeRemoved, Description: "It was removed, by somebody or because the task was closed."},
			"DELETED":             {Value: store.EventDeleted, Description: "It was removed."},
			"ESTIMATE_SENT": {
				Value:       store.EventEstimateSent,
				Description: "The customer was asked about an estimate. Here and below, `to` is the amount in hundredths and its currency, as in 740000 RUB.",
			},
			"ESTIMATE_ACCEPTED":  {Value: store.EventEstimateAccepted, Description: "The customer agreed to it; `from` is the name of a DecisionWay value."},
			"ESTIMATE_DECLINED":  {Value: store.EventEstimateDeclined, Description: "The customer did not; `from` is the name of a DecisionWay value."},
			"ESTIMATE_EXPIRED":   {Value: store.EventEstimateExpired, Description: "There was no answer in time."},
			"ESTIMATE_WITHDRAWN": {Value: store.EventEstimateWithdrawn, Description: "It was taken back before there was an answer."},
			"PAYMENT":            {Value: store.EventPayment, Description: "Something was paid or, below zero, taken back; `from` is the name of a PaymentMethod value."},
		},
	})
}

func newActorEnum() *graphql.Enum {
	return graphql.NewEnum(graphql.EnumConfig{
		Name: "ActorEnum", Description: "What sort of somebody made a change.",
		Values: graphql.EnumValueConfigMap{
			"STAFF":    {Value: store.ActorStaff, Description: "A member of staff."},
			"CUSTOMER": {Value: store.ActorCustomer, Description: "A customer, with the bot."},
			"TOKEN":    {Value: store.ActorToken, Description: "A program with an API token."},
			"SYSTEM":   {Value: store.ActorSystem, Description: "The service itself."},
		},
	})
}

func historyOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	events, _, err := r.historyByTask.get(ctx, task.ID)
	return events, err
}

func undoDeadlineOfTask(ctx context.Context, r *request, task store.Task) (any, error) {
	if !r.store.MayUndo(task) {
		return nil, nil
	}
	deadline, found, err := r.undoDeadlines.get(ctx, task.ID)
	if err != nil || !found {
		return nil, err
	}
	return rfc3339(deadline), nil
}

func actorNameOfEvent(ctx context.Context, r *request, event store.HistoryEntry) (any, error) {
	if event.ActorID == nil {
		return nil, nil
	}
	return nameOfActor(ctx, r, event.ActorKind, *event.ActorID)
}

// nameOfActor is how somebody is called now; null for who is gone.
func nameOfActor(ctx context.Context, r *request, kind store.ActorKind, id int64) (any, error) {
	switch kind {
	case store.ActorStaff:
		return displayName(ctx, r.staff, id, (*store.Staff).DisplayName)
	case store.ActorCustomer:
		return displayName(ctx, r.customers, id, (*store.Customer).DisplayName)
	case store.ActorToken:
		return displayName(ctx, r.apiTokens, id, func(token *store.APIToken) string { return token.Name })
	}
	return nil, nil
}

func displayName[Row any](ctx context.Context, from *loader[Row], id int64, name func(Row) string) (any, error) {
	row, found, err := from.get(ctx, id)
	if err != nil || !found {
		return nil, err
	}
	return name(row), nil
}

func (a *API) undoStatus(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	task, err := a.store.UndoStatus(ctx, by.Actor(), id)
	return task, err
}
