package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

func (a *API) messageMutations(t *types) graphql.Fields {
	id := func(about string) graphql.FieldConfigArgument {
		return graphql.FieldConfigArgument{"id": {Type: nonNull(graphql.ID), Description: about}}
	}
	text := &graphql.ArgumentConfig{Type: graphql.String, Description: "Plain, at most 20,000 characters. May be left out where there are files."}
	fileIDs := &graphql.ArgumentConfig{
		Type:        graphql.NewList(nonNull(graphql.ID)),
		Description: "The numbers of files that the caller has uploaded by POST /files and not sent yet, in their order, at most 30.",
	}
	return graphql.Fields{
		"sendMessage": {
			Type: newPayload("SendMessage", "The result of sendMessage.", "message", nonNull(t.message), "The message. Its notification tells how far it has come."),
			Description: "Writes to a customer, about a task or about none, and so answers what the customer wrote there. It is sent after the hold; " +
				"until then deleteMessage takes it back. CONFLICT where nobody can be told: the task has no customer, or Telegram has not confirmed " +
				"that the chat is the customer's and nothing was written in it.",
			Args: graphql.FieldConfigArgument{
				"taskId":     {Type: graphql.ID, Description: "About which task. Give this or customerId."},
				"customerId": {Type: graphql.ID, Description: "To whom, about no task."},
				"text":       text, "fileIds": fileIDs,
			},
			Resolve: a.writes(a.sendMessage),
		},
		"addNote": {
			Type:        newPayload("AddNote", "The result of addNote.", "message", nonNull(t.message), "The note."),
			Description: "Writes a note to a task that only staff see, and API tokens with the scope NOTES. For members of staff, and for API tokens with the scopes WRITE and NOTES.",
			Args: graphql.FieldConfigArgument{
				"taskId": {Type: nonNull(graphql.ID), Description: "To which task."}, "text": text, "fileIds": fileIDs,
			},
			Resolve: a.invalidatesCache(a.permitted(auth.Caller.MayWriteNotes, seesWhatItWrote(a.addNote))).field(),
		},
		"deleteMessage": {
			Type: newPayload("DeleteMessage", "The result of deleteMessage.", "id", graphql.ID, "The message's number."),
			Description: "Takes back a message of one's own that waits for the hold's end, or a note. What it answered waits again. " +
				"CONFLICT when it is on its way already; FORBIDDEN when somebody else wrote it.",
			Args:    id("The message's number."),
			Resolve: a.writes(a.deleteMessage),
		},
		"fileMessage": {
			Type:        newPayload("FileMessage", "The result of fileMessage.", "message", nonNull(t.message), "The message as it is now."),
			Description: "Files a message, with its files, to a task of the same customer, or takes it off its task. CONFLICT for a task of another customer, and for a note.",
			Args: graphql.FieldConfigArgument{
				"id":     {Type: nonNull(graphql.ID), Description: "The message's number."},
				"taskId": {Type: graphql.ID, Description: "To which task; null for none."},
			},
			Resolve: a.writes(a.fileMessage),
		},
		"takeTask": {
			Type: newPayload("TakeTask", "The result of takeTask.", "task", nonNull(t.task), "The task as it is now."),
			Description: "Makes the member who is logged in responsible for a task for which nobody is. CONFLICT when somebody else is, with the task " +
				"as it is in extensions.task.",
			Args:    id("The task's number."),
			Resolve: a.ofMembers(a.takeTask),
		},
		"noReplyNeeded": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "NoReplyNeeded", Description: "The result of noReplyNeeded.",
				Fields: graphql.Fields{
					"task": {
						Type: t.task, Description: "The task as it is now; null where customerId was given.",
						Resolve: property(func(done noReply) any { return done.task }),
					},
					"customer": {
						Type: t.customer, Description: "The customer of customerId; null where taskId was given.",
						Resolve: property(func(done noReply) any { return done.customer }),
					},
				},
			}),
			Description: "Says that what a customer wrote needs no answer: about a task, or what is filed to none. Nobody is told.",
			Args: graphql.FieldConfigArgument{
				"taskId":     {Type: graphql.ID, Description: "About which task. Give this or customerId."},
				"customerId": {Type: graphql.ID, Description: "Whose messages that are filed to no task."},
			},
			Resolve: a.writes(a.noReplyNeeded),
		},
		"forwardFile": {
			Type: newPayload("ForwardFile", "The result of forwardFile.", "file", nonNull(t.file), "The file."),
			Description: "Has the bot send a file to the Telegram chat of the member who is logged in, as it stands in the customer's chat: one that is " +
				"TOO_LARGE, or that a browser does not play. CONFLICT when the member has not linked their Telegram account, and for a file that is in no chat.",
			Args:    id("The file's number."),
			Resolve: a.ofMembers(a.forwardFile),
		},
		"muteCustomer": {
			Type: newPayload("MuteCustomer", "The result of muteCustomer.", "customer", nonNull(t.customer), "The card as it is now."),
			Description: "Makes the bot keep nothing more of what a customer writes, and tell nobody of it, or ends that. " +
				"The customer can still look at their requests, and is told of them.",
			Args: graphql.FieldConfigArgument{
				"id":    {Type: nonNull(graphql.ID), Description: "The card's number."},
				"muted": {Type: nonNull(graphql.Boolean), Description: "False ends it."},
			},
			Resolve: a.writes(a.muteCustomer),
		},
	}
}

// noReply is what was said to need no answer; the other one is an untyped nil.
type noReply struct{ task, customer any }

func (a *API) sendMessage(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	in, err := newMessage(args)
	if err != nil {
		return nil, err
	}
	message, err := a.store.SendMessage(ctx, by.Actor(), in)
	return message, err
}

func (a *API) addNote(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	in, err := newMessage(args)
	if err != nil {
		return nil, err
	}
	note, err := a.store.AddNote(ctx, by.Actor(), in)
	return note, err
}

func newMessage(args arguments) (in store.NewMessage, err error) {
	in.Text = args.text("text")
	if in.TaskID, err = optionalID(args, "taskId"); err != nil {
		return in, err
	}
	if in.CustomerID, err = optionalID(args, "customerId"); err != nil {
		return in, err
	}
	in.FileIDs = fileIDs(args, "fileIds")
	return in, nil
}

// fileIDs reads the numbers of uploads; what is no number is a file that nobody has uploaded.
func fileIDs(args arguments, name string) (ids []int64) {
	for _, text := range listArgument[string](args, name) {
		id, err := parseID(text)
		if err != nil {
			id = 0
		}
		ids = append(ids, id)
	}
	return ids
}

// optionalID reads an id that may be left out.
func optionalID(args arguments, name string) (*int64, error) {
	text := argument[string](args, name)
	if text == nil {
		return nil, nil
	}
	id, err := parseID(*text)
	if err != nil {
		return nil, &store.Error{Code: store.NotFound, Field: name, Message: err.Error()}
	}
	return &id, nil
}

func (a *API) deleteMessage(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.visibleMessage(ctx, r, args)
	if err != nil {
		return nil, err
	}
	_, err = a.store.DeleteMessage(ctx, by.Actor(), id)
	return id, err
}

func (a *API) fileMessage(ctx context.Context, r *request, by auth.Caller, args arguments) (any, error) {
	id, err := a.visibleMessage(ctx, r, args)
	if err != nil {
		return nil, err
	}
	taskID, err := optionalID(args, "taskId")
	if err != nil {
		return nil, err
	}
	message, err := a.store.FileMessage(ctx, by.Actor(), id, taskID)
	return message, err
}

// visibleMessage reads an id; that of a message which the caller does not see is one that nobody has.
func (a *API) visibleMessage(ctx context.Context, r *request, args arguments) (int64, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return 0, err
	}
	visible, err := a.store.CountMessages(ctx, store.MessageFilter{ID: &id, WithoutNotes: !r.mayReadNotes()})
	if err == nil && visible == 0 {
		err = errNotFound()
	}
	return id, err
}

func (a *API) forwardFile(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	file, err := a.store.ForwardFile(ctx, by.Actor(), id)
	return file, err
}

func (a *API) takeTask(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	task, err := a.store.TakeTask(ctx, by.Actor(), id)
	return task, err
}

func (a *API) noReplyNeeded(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	taskID, err := optionalID(args, "taskId")
	if err != nil {
		return nil, err
	}
	customerID, err := optionalID(args, "customerId")
	if err != nil {
		return nil, err
	}
	if err := a.store.NoReplyNeeded(ctx, taskID, customerID); err != nil {
		return nil, err
	}
	if taskID != nil {
		task, err := a.store.Task(ctx, *taskID)
		return noReply{task: task}, err
	}
	customer, err := a.store.Customer(ctx, *customerID)
	return noReply{customer: customer}, err
}

func (a *API) muteCustomer(ctx context.Context, _ *request, _ auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	muted, _ := args["muted"].(bool)
	customer, err := a.store.MuteCustomer(ctx, id, muted)
	return customer, err
}
