package store

import (
	"context"
	"encoding/json"
)

const (
	botUsernameKey = "bot.username"
	botProblemKey  = "bot.problem"
)

// SetBotUsername keeps how the bot is called in Telegram, for links to it.
func (s *Store) SetBotUsername(ctx context.Context, username string) error {
	return wrap(s.keepSetting(ctx, botUsernameKey, username), "keep the bot's username")
}

// BotUsername is how the bot was called when it was last online; before that it is a Conflict.
func (s *Store) BotUsername(ctx context.Context) (string, error) {
	var row setting
	err := notFoundOr(s.read.NewSelect().Model(&row).Where("key = ?", botUsernameKey).Scan(ctx), "read the bot's username")
	if CodeOf(err) == NotFound {
		return "", errConflict("", "The bot has not been online yet, so nothing can link to it.")
	}
	return row.Value, err
}

// BotProblemKind is what keeps customers' messages from coming in.
type BotProblemKind string

const (
	BotStarting      BotProblemKind = "STARTING"
	BotTokenRefused  BotProblemKind = "TOKEN_REFUSED"
	BotTakenOver     BotProblemKind = "TAKEN_OVER" // by another program with the same token
	BotRefused       BotProblemKind = "REFUSED"    // Telegram does not take what the bot asks for
	BotUnreachable   BotProblemKind = "TELEGRAM_UNREACHABLE"
	BotWebhookFails  BotProblemKind = "WEBHOOK_FAILS"
	BotCannotProcess BotProblemKind = "CANNOT_PROCESS" // the service cannot do its own part
)

// BotProblem is why customers' messages do not come in. The zero value is that they do.
type BotProblem struct {
	Kind BotProblemKind `json:"kind"`
	Says string         `json:"says"` // in words for who runs the service
}

// SetBotProblem keeps how the bot is, for all replicas: the one that leads knows.
func (s *Store) SetBotProblem(ctx context.Context, problem BotProblem) error {
	value, err := json.Marshal(problem)
	if err != nil {
		return wrap(err, "encode the bot's state")
	}
	return wrap(s.keepSetting(ctx, botProblemKey, string(value)), "keep the bot's state")
}

// BotProblem is how the bot was when that last changed.
func (s *Store) BotProblem(ctx context.Context) (BotProblem, error) {
	problem := BotProblem{Kind: BotStarting}
	var row setting
	err := notFoundOr(s.read.NewSelect().Model(&row).Where("key = ?", botProblemKey).Scan(ctx), "read the bot's state")
	if CodeOf(err) == NotFound {
		return problem, nil
	}
	if err != nil {
		return problem, err
	}
	problem = BotProblem{}
	return problem, wrap(json.Unmarshal([]byte(row.Value), &problem), "decode the bot's state")
}
