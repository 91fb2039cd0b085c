package api

import (
	"context"
	"errors"
	"slices"

	"zayavka/api/auth"
	"zayavka/store"
)

// An API token with the scope WRITE alone is for a program that puts in and does not look: a form on a
// website. What it asks of a mutation's answer is checked before the mutation is carried out: it sees what
// it wrote with it, and nothing else of the customer or the task.

// sight is when a token without READ sees a field in the answer of its mutation.
type sight int

const (
	never   sight = iota
	always        // says nothing that somebody else wrote
	written       // when this mutation wrote it; see writtenBy
)

// sights has every field of every type that such a token can come to. What is not here it does not see.
var sights = map[string]map[string]sight{
	"TaskType": {
		"id": always, "version": always, "createdAt": always, "createdTime": always, "updatedTime": always, "undoUntil": always, "nodeId": always, "externalId": written,
		"status": written, "category": written, "description": written, "employee": written, "customer": written,
		"history": never, "notifications": never, "messages": never, "files": never, "source": never, "awaitingReplySince": never,
		"item": written, "promisedTime": written, "overdueTime": never, "hasAccessCode": never,
		"estimate": never, "paid": never, "due": never, "payments": never,
		"readySince": never, "nextReminderTime": never, "remindersStopped": never, "rating": never, "ratingComment": never,
		"stage": never, "shopCategory": never, "warrantyOf": never, "warrantyUntil": never,
	},
	"ItemType": {"kind": always, "maker": always, "model": always, "serial": always, "condition": always, "includes": always},
	"CustomerType": {
		"id": always, "nodeId": always, "externalId": written,
		"phone": written, "name": written, "note": written, "language": written, "telegramId": written,
		"phoneExtension": written, "phoneInternational": written, "verified": never, "reachable": never, "createdTime": never, "updatedTime": never, "tasks": never, "taskConnection": never, "phoneClaims": never, "connectCodeExpiresTime": never,
		"consents": never, "erasureTime": never,
		"messages": never, "mutedAt": written,
	},
	"UserType": {
		"id": always, "nodeId": always,
		"email": never, "notify": never, "name": never, "role": never, "active": never, "telegramLinked": never, "createdTime": never,
	},
	"NotificationType": {
		"id": always, "state": always, "attempts": always, "notBefore": always,
		"kind": never, "status": never, "lastError": never, "createdTime": never, "sentAt": never, "task": never, "customer": never, "message": never, "stage": never,
	},
	"MessageType": {
		"id": always, "direction": always, "authorKind": always, "createdTime": always, "notification": always, "text": written,
		"customer": never, "task": never, "authorName": never, "previousTexts": never, "files": never, "editedTime": never, "answeredTime": never,
	},
}

// writtenBy has every mutation that such a token may use, with the fields that it writes.
var writtenBy = map[string]func(args arguments) []string{
	"createCustomer": func(arguments) []string {
		return []string{"CustomerType.phone", "CustomerType.phoneExtension", "CustomerType.name", "CustomerType.note", "CustomerType.language", "CustomerType.telegramId", "CustomerType.externalId"}
	},
	"updateCustomer": func(args arguments) []string {
		return given("CustomerType.", args.input("customerData"), "phone", "name", "note", "language", "telegramId", "externalId")
	},
	"deleteCustomer": nothing,
	"mergeCustomers": nothing,
	"createTask": func(arguments) []string {
		return []string{"TaskType.status", "TaskType.category", "TaskType.description", "TaskType.employee", "TaskType.customer", "TaskType.externalId",
			"TaskType.item", "TaskType.promisedTime", "CustomerType.phone"}
	},
	"updateTask": func(args arguments) []string {
		data := args.input("taskData")
		// Of the item it may have written a part.
		fields := given("TaskType.", data, "status", "category", "description", "externalId", "promisedTime")
		if data["employeeId"] != nil {
			fields = append(fields, "TaskType.employee")
		}
		return fields
	},
	"undoStatus":         func(arguments) []string { return []string{"TaskType.status"} },
	"deleteTask":         nothing,
	"resendNotification": nothing,
	"connectCode":        nothing,
	"sendMessage":        func(arguments) []string { return []string{"MessageType.text"} },
	"addNote":            func(arguments) []string { return []string{"MessageType.text"} },
	"deleteMessage":      nothing,
	"fileMessage":        nothing,
	"noReplyNeeded":      nothing,
	"stopReminders":      nothing,
	"muteCustomer":       func(arguments) []string { return []string{"CustomerType.mutedAt"} },
}

func nothing(arguments) []string { return nil }

// given names the fields that the input sets.
func given(prefix string, data arguments, names ...string) []string {
	var fields []string
	for _, name := range names {
		if data[name] != nil {
			fields = append(fields, prefix+name)
		}
	}
	return fields
}

// seesWhatItWrote refuses an operation that asks for more than its caller may read.
func seesWhatItWrote(resolve callerResolver) callerResolver {
	return func(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
		if by.MayRead() == nil {
			return resolve(ctx, r, by, args)
		}
		if err := r.asksForWritten(args); err != nil {
			return nil, err
		}
		result, err := resolve(ctx, r, by, args)
		var conflict *store.Error
		if errors.As(err, &conflict) && conflict.Task != nil {
			return nil, &store.Error{
				Code: conflict.Code, Field: conflict.Field, Message: "Somebody else has changed this task, and this API token may not read it.",
			}
		}
		return result, err
	}
}

func (r *request) asksForWritten(args arguments) error {
	fields, known := writtenBy[r.Answered()]
	if !known {
		return errForbidden("This API token lacks the scope READ, which this mutation needs.")
	}
	seen := fields(args)
	for asked := range r.Selected() {
		name := asked.Of + "." + asked.Name
		switch sight := sights[asked.Of][asked.Name]; {
		case asked.Level == 1, asked.Name == "__typename": // level 1 is the mutation's payload
		case sight == never, sight == written && !slices.Contains(seen, name):
			return errForbidden("This API token lacks the scope READ, so an answer tells it only what it has written with this mutation: leave out %s.", name)
		}
	}
	return nil
}
