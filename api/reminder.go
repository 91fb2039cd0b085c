package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addReminders adds to tasks what the customer is reminded of and how they rated the work.
func addReminders(t *types) {
	t.task.AddFieldConfig("readySince", &graphql.Field{
		Type: t.dateTime, Description: "Since when it is READY, RFC 3339; null while it is not.",
		Resolve: property(func(t store.Task) any { return rfc3339OrNull(t.ReadySince) }),
	})
	t.task.AddFieldConfig("nextReminderTime", &graphql.Field{
		Type: t.dateTime, Description: "When the customer is next reminded that it is READY, RFC 3339, or in the shop's next waking hour after that; " +
			"null when they are not. They are after 3, 7 and 14 days.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			reminder, found, err := readyReminder(ctx, r, task)
			if err != nil || !found {
				return nil, err
			}
			return rfc3339OrNull(reminder.DueAt), nil
		}).field(),
	})
	t.task.AddFieldConfig("remindersStopped", &graphql.Field{
		Type: nonNull(graphql.Boolean), Description: "Whether staff have stopped the reminders that it is READY; see stopReminders.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			reminder, found, err := readyReminder(ctx, r, task)
			return found && reminder.DueAt == nil, err
		}).field(),
	})
	t.task.AddFieldConfig("rating", &graphql.Field{
		Type: graphql.Int, Description: "How the customer rated the work, from 1 to 5; null while they have not. They are asked once, a day after it was CLOSED.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			rating, found, err := r.ratings.get(ctx, task.ID)
			if err != nil || !found {
				return nil, err
			}
			return rating.Rating, nil
		}).field(),
	})
	t.task.AddFieldConfig("ratingComment", &graphql.Field{
		Type: graphql.String, Description: "Why, in the customer's words; null for none. Who rates with 3 or less is asked.",
		Resolve: relation[store.Task](func(ctx context.Context, r *request, task store.Task) (any, error) {
			rating, found, err := r.ratings.get(ctx, task.ID)
			if err != nil || !found {
				return nil, err
			}
			return orNull(rating.Comment), nil
		}).field(),
	})
}

// readyReminder is the reminder that a task is READY.
func readyReminder(ctx context.Context, r *request, task store.Task) (*store.Reminder, bool, error) {
	if task.Status != store.StatusReady {
		return nil, false, nil
	}
	return r.readyReminders.get(ctx, task.ID)
}

func (a *API) reminderMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"stopReminders": {
			Type: newPayload("StopReminders", "The result of stopReminders.", "task", nonNull(t.task), "The task as it is now."),
			Description: "Stops reminding a customer that their task is READY, or begins again with what is left of the series. " +
				"CONFLICT when nothing is left of it. For a task that is not READY it changes nothing.",
			Args: graphql.FieldConfigArgument{
				"id":      {Type: nonNull(graphql.ID), Description: "The task's number."},
				"stopped": {Type: nonNull(graphql.Boolean), Description: "False begins again."},
			},
			Resolve: a.writes(a.stopReminders),
		},
	}
}

func (a *API) stopReminders(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := parseID(args.text("id"))
	if err != nil {
		return nil, err
	}
	stopped, _ := args["stopped"].(bool)
	task, err := a.store.StopReminders(ctx, by.Actor(), id, stopped)
	return task, err
}
