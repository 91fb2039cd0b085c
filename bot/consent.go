package bot

import (
	"context"
	"fmt"
	"hash/crc32"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// consents is what is asked of the store about the shop's text on personal data.
type consents interface {
	Shop(ctx context.Context) (store.Shop, error)
	ConsentShown(ctx context.Context, chatID int64, version string) error
	MustAskConsent(ctx context.Context, shop store.Shop, customer store.Customer) (bool, error)
	GiveConsent(ctx context.Context, actor store.Actor, customerID int64, version string) (store.Customer, error)
}

// consentMark tells versions of the text apart in a button, which has no room for what the shop calls them.
func consentMark(shop store.Shop) string {
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(shop.ConsentVersion+" "+shop.ConsentURL)))
}

// consentWords are what stands below the question for a phone: that giving it agrees to the shop's text. Empty where the
// shop has none.
func (b *Bot) consentWords(ctx context.Context, who person) (string, error) {
	shop, err := b.store.Shop(ctx)
	if err != nil || shop.ConsentVersion == "" || who.customer != nil {
		return "", err
	}
	return "\n\n" + who.texts.Data.Agrees(shop.ConsentURL), b.store.ConsentShown(ctx, who.user.ID, shop.ConsentVersion)
}

// askConsent asks a customer once for their consent to a text that is new. Whatever they answer, they are served.
func (b *Bot) askConsent(ctx context.Context, who person) error {
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	ask, err := b.store.MustAskConsent(ctx, shop, *who.customer)
	if err != nil || !ask {
		return err
	}
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(keyboard.Row(keyboard.Data(who.texts.Data.Agree, buttonConsent, consentMark(shop))))
	if _, err := b.telegram.Send(ctx, who.user.ID, who.texts.Data.AskConsent(shop.ConsentURL), keyboard); err != nil {
		return err
	}
	return b.store.ConsentShown(ctx, who.user.ID, shop.ConsentVersion)
}

// onConsent keeps a customer's consent; a button of a text that is not the shop's any more asks for that to the new one.
func (b *Bot) onConsent(ctx context.Context, c tele.Context, who person) error {
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	if who.customer == nil || shop.ConsentVersion == "" {
		return b.onUnknownButton(ctx, c, who)
	}
	if c.Callback().Data != consentMark(shop) {
		if err := b.answer(ctx, c, ""); err != nil {
			return err
		}
		return b.askConsent(ctx, who)
	}
	if _, err := b.store.GiveConsent(ctx, who.actor(), who.customer.ID, shop.ConsentVersion); err != nil {
		return err
	}
	return b.saysInstead(ctx, c, who.user.ID, who.texts.Data.Agreed(shop.ConsentURL), nil)
}
