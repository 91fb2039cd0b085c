package bot

import (
	"context"
	"crypto/subtle"
	"io"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// largestUpdate is in bytes.
const largestUpdate = 1 << 20

// Webhook takes an update that Telegram sends, on whichever replica, and answers when it is written down: 200, or
// 503 for one that has to come again. The leader processes it.
func (b *Bot) Webhook(c echo.Context) error {
	given := c.Request().Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if subtle.ConstantTimeCompare([]byte(given), []byte(b.webhookSecret)) != 1 {
		return c.NoContent(http.StatusUnauthorized)
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Response(), c.Request().Body, largestUpdate))
	if err != nil {
		return c.NoContent(http.StatusBadRequest)
	}
	update := readUpdate(body, time.Now())
	if update.id == 0 {
		return c.NoContent(http.StatusBadRequest)
	}
	// Telegram may hang up meanwhile, but it repeats what it got no answer to.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Request().Context()), inboxTimeout)
	defer cancel()
	if err := b.store.ReceiveUpdate(ctx, update.row()); err != nil {
		b.log.Warn("An update could not be written down: Telegram will send it again", "update_id", update.id, "error", err)
		return c.NoContent(http.StatusServiceUnavailable)
	}
	return c.NoContent(http.StatusOK)
}
