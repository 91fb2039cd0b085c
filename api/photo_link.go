package api

import (
	"context"
	"time"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// photoLink is a link that was made.
type photoLink struct {
	url     string
	expires time.Time
}

func (a *API) photoLinkMutations(t *types) graphql.Fields {
	return graphql.Fields{
		"photoLink": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "PhotoLink", Description: "The result of photoLink.",
				Fields: graphql.Fields{
					"url": {
						Type: nonNull(graphql.String), Description: "Opens the bot, which asks for the photos.",
						Resolve: property(func(l photoLink) any { return l.url }),
					},
					"expiresTime": {
						Type: nonNull(t.dateTime), Description: "Until when it works, RFC 3339.",
						Resolve: property(func(l photoLink) any { return rfc3339(l.expires) }),
					},
				},
			}),
			Description: "Makes a link by which the member who is logged in sends photos for a task to the bot, once, within ten minutes. They become a note. " +
				"For members of staff. CONFLICT while the bot has not been online yet.",
			Args: graphql.FieldConfigArgument{
				"taskId": {Type: nonNull(graphql.ID), Description: "The task's number."},
				"label":  {Type: t.fileLabel, Description: "When the photos are taken; null for neither."},
			},
			Resolve: a.ofMembers(a.photoLink),
		},
	}
}

func (a *API) photoLink(ctx context.Context, _ *request, by auth.Caller, args arguments) (any, error) {
	taskID, err := parseID(args.text("taskId"))
	if err != nil {
		return nil, err
	}
	label, _ := args["label"].(store.FileLabel)
	username, err := a.store.BotUsername(ctx)
	if err != nil {
		return nil, err
	}
	code, expires, err := a.store.CreatePhotoLink(ctx, by.Actor(), taskID, label)
	if err != nil {
		return nil, err
	}
	return photoLink{telegramBot{username}.address() + "?start=p_" + code, expires}, nil
}
