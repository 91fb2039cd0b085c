package bot

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"
	tele "gopkg.in/telebot.v3"
)

const largestUpdate = 1 << 20 // bytes

// Webhook takes an update that Telegram sends and answers after it was processed: 200, or 503 for
// one that has to come again. Telegram sends one chat's updates one after another.
func (b *Bot) Webhook(c echo.Context) error {
	given := c.Request().Header.Get("X-Telegram-Bot-Api-Secret-Token")
	if subtle.ConstantTimeCompare([]byte(given), []byte(b.webhookSecret)) != 1 {
		return c.NoContent(http.StatusUnauthorized)
	}
	var update tele.Update
	body := http.MaxBytesReader(c.Response(), c.Request().Body, largestUpdate)
	if err := json.NewDecoder(body).Decode(&update); err != nil {
		b.log.Warn("Telegram sent what is no update", "error", err)
		return c.NoContent(http.StatusBadRequest)
	}
	processed := make(chan error, 1)
	b.dispatcher.add(c.Request().Context(), update, func(err error) { processed <- err })
	if err := <-processed; err != nil {
		b.log.Warn("An update will come again", "update_id", update.ID, "error", err)
		return c.NoContent(http.StatusServiceUnavailable)
	}
	return c.NoContent(http.StatusOK)
}
