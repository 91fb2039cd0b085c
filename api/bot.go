package api

import (
	"context"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// telegramBot is the bot that customers write to.
type telegramBot struct{ username string }

func (b telegramBot) address() string { return "https://t.me/" + b.username }

func (a *API) botQueries() graphql.Fields {
	return graphql.Fields{
		"bot": {
			Type: graphql.NewObject(graphql.ObjectConfig{
				Name: "BotType", Description: "The bot that customers write to.",
				Fields: graphql.Fields{
					"url": {
						Type:        nonNull(graphql.String),
						Description: "Its address, https://t.me/vintik_bot. With ?startapp=task_57 it opens a task in the Mini App.",
						Resolve:     property(func(b telegramBot) any { return b.address() }),
					},
				},
			}),
			Description: "The bot; null while it has not been online yet.",
			Resolve:     a.reads(a.bot),
		},
	}
}

func (a *API) bot(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
	username, err := a.store.BotUsername(ctx)
	if store.CodeOf(err) == store.Conflict {
		return nil, nil
	}
	return telegramBot{username}, err
}
