package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
)

// The code that unlocks an item is in no list and in no form: it is set and shown by mutations whose answers, and whose arguments, are
// stored nowhere.

func (a *API) accessCodeMutations(t *types) graphql.Fields {
	taskID := &graphql.ArgumentConfig{Type: nonNull(graphql.ID), Description: "The task's number."}
	return graphql.Fields{
		"setAccessCode": {
			Type: newPayload("SetAccessCode", "The result of setAccessCode.", "task", t.task, "The task as it is now."),
			Description: "Notes what unlocks the item of a task, such as a PIN or a pattern. It is kept encrypted, and wiped when the task is closed. " +
				"For members of staff. CONFLICT when the task is closed.",
			Args: graphql.FieldConfigArgument{
				"taskId": taskID,
				"code":   {Type: graphql.String, Description: "At most 200 characters; null or an empty text removes it."},
			},
			Resolve: a.ofMembers(a.setAccessCode),
		},
		"showAccessCode": {
			Type:        newPayload("ShowAccessCode", "The result of showAccessCode.", "code", nonNull(graphql.String), "What unlocks the item."),
			Description: "Shows what unlocks the item of a task, which the task's history records. For members of staff. NOT_FOUND where nothing is noted.",
			Args:        graphql.FieldConfigArgument{"taskId": taskID},
			Resolve:     a.ofMembers(a.showAccessCode),
		},
	}
}

func (a *API) setAccessCode(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("taskId"))
	if err != nil {
		return nil, err
	}
	task, err := a.store.SetAccessCode(ctx, by.Actor(), id, args.text("code"))
	return task, err
}

func (a *API) showAccessCode(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("taskId"))
	if err != nil {
		return nil, err
	}
	code, err := a.store.ShowAccessCode(ctx, by.Actor(), id)
	return code, err
}
