package api

import (
	"context"
	"strconv"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// addNotify adds to members of which news they are told in Telegram.
func addNotify(t *types) {
	t.notify = graphql.NewEnum(graphql.EnumConfig{
		Name: "NotifyEnum", Description: "Of which news a member of staff is told in their own chat with the bot.",
		Values: graphql.EnumValueConfigMap{
			"EVERYTHING": {Value: store.NotifyEverything, Description: "Of new requests, and of what customers write where nobody is responsible, or who is wants no news."},
			"MINE":       {Value: store.NotifyMine, Description: "Of the tasks for which the member is responsible."},
			"NOTHING":    {Value: store.NotifyNothing, Description: "Of nothing."},
		},
	})
	t.user.AddFieldConfig("notify", &graphql.Field{
		Type: nonNull(t.notify), Description: "Of which news the member is told in Telegram, once that is linked; see setNotify.",
		Resolve: property(func(s store.Staff) any { return s.Notify }),
	})
}

func (a *API) staffGroupQueries(t *types) graphql.Fields {
	t.staffGroup = graphql.NewObject(graphql.ObjectConfig{
		Name: "StaffGroupType", Description: "A group in Telegram that an admin has chosen in the bot, with /group, to be told of news.",
		Fields: graphql.Fields{
			"chatId": {
				Type: nonNull(graphql.ID), Description: "The group's id in Telegram, which is negative. It changes when the group becomes a supergroup.",
				Resolve: property(func(g store.StaffGroup) any { return g.ChatID }),
			},
			"title": {
				Type: nonNull(graphql.String), Description: "How the group is called.",
				Resolve: property(func(g store.StaffGroup) any { return g.Title }),
			},
			"confirmedTime": {
				Type: t.dateTime, Description: "When an admin confirmed it, RFC 3339; null before that: it is told of nothing yet.",
				Resolve: property(func(g store.StaffGroup) any { return rfc3339OrNull(g.ConfirmedAt) }),
			},
			"createdTime": {
				Type: nonNull(t.dateTime), Description: "When it was chosen, RFC 3339.",
				Resolve: property(func(g store.StaffGroup) any { return rfc3339(g.CreatedAt) }),
			},
		},
	})
	return graphql.Fields{
		"staffGroups": {
			Type:        graphql.NewList(nonNull(t.staffGroup)),
			Description: "The groups that were chosen, in the order in which they were, at most 10. For admins.",
			Resolve:     a.administers(a.staffGroups),
		},
	}
}

func (a *API) staffGroupMutations(t *types) graphql.Fields {
	chat := graphql.FieldConfigArgument{"chatId": {Type: nonNull(graphql.ID), Description: "The group's id in Telegram."}}
	return graphql.Fields{
		"confirmStaffGroup": {
			Type:        newPayload("ConfirmStaffGroup", "The result of confirmStaffGroup.", "staffGroup", t.staffGroup, "The group as it is now."),
			Description: "Has a group told of news: all who are in it read names, phones and words of customers. For admins.",
			Args:        chat, Resolve: a.administers(a.confirmStaffGroup),
		},
		"removeStaffGroup": {
			Type:        newPayload("RemoveStaffGroup", "The result of removeStaffGroup.", "staffGroup", t.staffGroup, "The group as it was."),
			Description: "Has a group told of nothing any more. For admins.",
			Args:        chat, Resolve: a.administers(a.removeStaffGroup),
		},
		"setNotify": {
			Type:        newPayload("SetNotify", "The result of setNotify.", "user", nonNull(t.user), "The account as it is now."),
			Description: "Sets of which news one is told oneself in Telegram. For members of staff.",
			Args:        graphql.FieldConfigArgument{"notify": {Type: nonNull(t.notify), Description: "Of which."}},
			Resolve:     a.ofMembers(a.setNotify),
		},
	}
}

func (a *API) staffGroups(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
	groups, err := a.store.StaffGroups(ctx)
	return groups, err
}

func (a *API) confirmStaffGroup(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := chatID(args)
	if err != nil {
		return nil, err
	}
	group, err := a.store.ConfirmStaffGroup(ctx, by.Actor(), id)
	return group, err
}

func (a *API) removeStaffGroup(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	id, err := chatID(args)
	if err != nil {
		return nil, err
	}
	group, err := a.store.RemoveStaffGroup(ctx, by.Actor(), id)
	return group, err
}

// chatID reads a group's id; what is none is an id that nobody has.
func chatID(args arguments) (int64, error) {
	id, err := strconv.ParseInt(args.text("chatId"), 10, 64)
	if err != nil {
		return 0, errNotFound()
	}
	return id, nil
}

func (a *API) setNotify(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	scope, _ := args["notify"].(store.NotifyScope)
	staff, err := a.store.SetNotify(ctx, by.Staff.ID, scope)
	return staff, err
}
