package backup

import (
	"bytes"
	"log/slog"
)

// newLog is a logger, and what it was told.
func newLog() (*slog.Logger, func() string) {
	var text bytes.Buffer
	return slog.New(slog.NewTextHandler(&text, nil)), text.String
}
