package notify

import (
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// Render puts another function in the place of the one that makes messages.
func (s *Sender) Render(f func(*locale.Texts, store.Delivery) (string, *tele.ReplyMarkup)) {
	s.render = f
}
