package api

import (
	"context"
	"strings"

	"github.com/graphql-go/graphql"

	"zayavka/api/auth"
	"zayavka/store"
)

// botState is how the bot is.
type botState struct {
	problem        store.BotProblem
	miniAppOffered bool
}

// firstSteps is what an admin has done of what a shop begins with.
type firstSteps struct {
	store.FirstSteps
	botWorks       bool
	telegramLinked bool
}

func (a *API) botState(ctx context.Context, _ *request, _ auth.Caller, _ arguments) (any, error) {
	problem, err := a.store.BotProblem(ctx)
	return botState{problem, strings.HasPrefix(a.publicURL, "https://")}, err
}

func (a *API) firstSteps(ctx context.Context, _ *request, by auth.Caller, _ arguments) (any, error) {
	steps, err := a.store.FirstSteps(ctx)
	if err != nil {
		return nil, err
	}
	problem, err := a.store.BotProblem(ctx)
	return firstSteps{steps, problem == store.BotProblem{}, by.Staff.TelegramID != nil}, err
}

func (a *API) firstStepQueries() graphql.Fields {
	return graphql.Fields{
		"botState": {
			Type: nonNull(newBotStateType()), Description: "How the bot is, also before it has been online for the first time. For admins.",
			Resolve: a.administers(a.botState),
		},
		"firstSteps": {
			Type: nonNull(newFirstStepsType()), Description: "What has been done of what a shop begins with. For admins.",
			Resolve: a.administers(a.firstSteps),
		},
	}
}

func newBotStateType() *graphql.Object {
	problem := graphql.NewEnum(graphql.EnumConfig{
		Name: "BotProblemEnum", Description: "What keeps customers' messages from coming in.",
		Values: graphql.EnumValueConfigMap{
			"STARTING":             {Value: store.BotStarting, Description: "The service has just started, or has never reached Telegram."},
			"TOKEN_REFUSED":        {Value: store.BotTokenRefused, Description: "Telegram does not know the token."},
			"TAKEN_OVER":           {Value: store.BotTakenOver, Description: "Another program takes the bot's messages."},
			"REFUSED":              {Value: store.BotRefused, Description: "Telegram refuses the settings of the service."},
			"TELEGRAM_UNREACHABLE": {Value: store.BotUnreachable, Description: "Telegram cannot be reached, or asks to wait."},
			"WEBHOOK_FAILS":        {Value: store.BotWebhookFails, Description: "Telegram cannot deliver to the webhook."},
			"CANNOT_PROCESS":       {Value: store.BotCannotProcess, Description: "The service cannot do its own part, such as reading its database."},
		},
	})
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "BotStateType", Description: "How the bot is.",
		Fields: graphql.Fields{
			"problem": {
				Type: problem, Description: "Why customers' messages do not come in; null when they do.",
				Resolve: property(func(s botState) any {
					if s.problem.Kind == "" {
						return nil
					}
					return s.problem.Kind
				}),
			},
			"says": {
				Type: graphql.String, Description: "The same in English words for who runs the service; null when nothing is wrong.",
				Resolve: property(func(s botState) any { return orNull(s.problem.Says) }),
			},
			"miniAppOffered": {
				Type: nonNull(graphql.Boolean), Description: "Whether Telegram offers staff the Mini App: http.public_url has to be an https address.",
				Resolve: property(func(s botState) any { return s.miniAppOffered }),
			},
		},
	})
}

func newFirstStepsType() *graphql.Object {
	step := func(description string, done func(firstSteps) bool) *graphql.Field {
		return &graphql.Field{Type: nonNull(graphql.Boolean), Description: description, Resolve: property(func(s firstSteps) any { return done(s) })}
	}
	return graphql.NewObject(graphql.ObjectConfig{
		Name: "FirstStepsType", Description: "What has been done of what a shop begins with.",
		Fields: graphql.Fields{
			"botWorks":          step("Customers' messages come in.", func(s firstSteps) bool { return s.botWorks }),
			"telegramLinked":    step("Whoever asks has linked their Telegram account.", func(s firstSteps) bool { return s.telegramLinked }),
			"shopDescribed":     step("The shop's address, hours and phone are known.", func(s firstSteps) bool { return s.ShopDescribed }),
			"colleagueInvited":  step("There is another member of staff, or an invite for one.", func(s firstSteps) bool { return s.ColleagueInvited }),
			"taskTaken":         step("There is a task.", func(s firstSteps) bool { return s.TaskTaken }),
			"customerConnected": step("A customer has a chat with the bot.", func(s firstSteps) bool { return s.CustomerConnected }),
		},
	})
}
