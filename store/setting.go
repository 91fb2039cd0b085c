package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"
)

type setting struct {
	bun.BaseModel `bun:"table:settings"`
	Key           string `bun:",pk"`
	Value         string
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// Secret returns the secret with this name, generating it when it is asked for the first time.
// All replicas get the same.
func (s *Store) Secret(ctx context.Context, name string) (string, error) {
	now := s.now()
	row := setting{Key: "secret." + name, Value: newToken(), CreatedAt: now, UpdatedAt: now}
	if _, err := s.write.NewInsert().Model(&row).On("CONFLICT (key) DO NOTHING").Exec(ctx); err != nil {
		return "", wrap(err, "insert secret "+name)
	}
	err := s.write.NewSelect().Model(&row).WherePK().Scan(ctx)
	return row.Value, wrap(err, "read secret "+name)
}

// SetBotUsername keeps how the bot is called in Telegram, for links to it.
func (s *Store) SetBotUsername(ctx context.Context, username string) error {
	now := s.now()
	row := setting{Key: "bot.username", Value: username, CreatedAt: now, UpdatedAt: now}
	_, err := s.write.NewInsert().Model(&row).On("CONFLICT (key) DO UPDATE").Set("value = EXCLUDED.value").Set("updated_at = EXCLUDED.updated_at").Exec(ctx)
	return wrap(err, "keep the bot's username")
}

// BotUsername is how the bot was called when it was last online; before that it is a Conflict.
func (s *Store) BotUsername(ctx context.Context) (string, error) {
	var row setting
	err := notFoundOr(s.read.NewSelect().Model(&row).Where("key = ?", "bot.username").Scan(ctx), "read the bot's username")
	if CodeOf(err) == NotFound {
		return "", errConflict("", "The bot has not been online yet, so nothing can link to it.")
	}
	return row.Value, err
}

// ProbeWrite writes a row, as cheaply as can be: a database that answers can be full, or read-only.
func (s *Store) ProbeWrite(ctx context.Context) error {
	now := s.now()
	row := setting{Key: "probe.write", CreatedAt: now, UpdatedAt: now}
	_, err := s.write.NewInsert().Model(&row).On("CONFLICT (key) DO UPDATE").Set("updated_at = EXCLUDED.updated_at").Exec(ctx)
	return wrap(err, "write a row to see whether that works")
}
