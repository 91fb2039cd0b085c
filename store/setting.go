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

// keepSetting keeps a value, in place of the one before.
func (s *Store) keepSetting(ctx context.Context, key, value string) error {
	now := s.now()
	row := setting{Key: key, Value: value, CreatedAt: now, UpdatedAt: now}
	_, err := s.write.NewInsert().Model(&row).On("CONFLICT (key) DO UPDATE").Set("value = EXCLUDED.value").Set("updated_at = EXCLUDED.updated_at").Exec(ctx)
	return err
}

// ProbeWrite writes a row, as cheaply as can be: a database that answers can be full, or read-only.
func (s *Store) ProbeWrite(ctx context.Context) error {
	now := s.now()
	row := setting{Key: "probe.write", CreatedAt: now, UpdatedAt: now}
	_, err := s.write.NewInsert().Model(&row).On("CONFLICT (key) DO UPDATE").Set("updated_at = EXCLUDED.updated_at").Exec(ctx)
	return wrap(err, "write a row to see whether that works")
}
