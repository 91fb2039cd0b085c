package bot

import (
	"context"
	"crypto/subtle"
	"io"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

const (
	largestUpdate = 1 << 20 // bytes
	// webhookPatience is how long an update is tried before it is left to Telegram to send it again.
	webhookPatience = 10 * time.Second
)

// Webhook takes an update that Telegram sends and answers after it was processed: 200, or 503 for
// one that has to come again. Telegram sends one chat's updates one after another.
func (b *Bot) Webhook(c echo.Context) error {
	given := c.Request().Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if subtle.ConstantTimeCompare([]byte(given), []byte(b.webhookSecret)) != 1 {
		return c.NoContent(http.StatusUnauthorized)
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Response(), c.Request().Body, largestUpdate))
	if err != nil {
		return c.NoContent(http.StatusBadRequest)
	}
	update := readUpdate(body, b.log)
	if update.ID == 0 {
		return c.NoContent(http.StatusBadRequest)
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), webhookPatience)
	defer cancel()
	processed := make(chan error, 1)
	b.dispatcher.add(ctx, update, func(err error) { processed <- err })
	if err := <-processed; err != nil {
		b.log.Warn("An update will come again", "update_id", update.ID, "error", err)
		return c.NoContent(http.StatusServiceUnavailable)
	}
	return c.NoContent(http.StatusOK)
}
