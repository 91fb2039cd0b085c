package bot

import (
	"context"
	"regexp"
	"strings"

	"zayavka/bot/locale"
	"zayavka/store"
)

// connector is what is asked of the store to offer cards by their codes.
type connector interface {
	OfferByLink(ctx context.Context, who store.Registration, link string) (store.Offer, error)
	OfferByDigits(ctx context.Context, who store.Registration, digits string) (store.Offer, error)
}

// ConnectStart begins the start parameter of a link by which a customer finds their card.
const ConnectStart = "i_"

// codeDigits are the six digits of a code, as people copy them from paper.
var codeDigits = regexp.MustCompile(`^[0-9]{3}[ \x{00A0}-]?[0-9]{3}$`)

// connectDigits are the digits of a code, if a text is nothing else.
func connectDigits(text string) (digits string, ok bool) {
	text = strings.TrimSpace(text)
	if !codeDigits.MatchString(text) {
		return "", false
	}
	return text[:3] + text[len(text)-3:], true
}

// offerCard offers the card that has a code. Of the card only the masked phone is said.
func (b *Bot) offerCard(
	ctx context.Context, who person, by func(context.Context, store.Registration, string) (store.Offer, error), code string,
) error {
	offer, err := by(ctx, who.registration(), code)
	if err != nil {
		return err
	}
	said := ""
	switch offer.Outcome {
	case store.OfferMade:
		return b.ask(ctx, who, who.texts.ConnectOffered(locale.MaskedPhone(offer.PhoneKey)))
	case store.OfferConnected:
		said = who.texts.ConnectedBefore
	case store.OfferAsked:
		said = who.texts.ConnectAsked
	case store.OfferRefused:
		said = who.texts.ConnectRefused
	case store.OfferTooMany:
		said = who.texts.CodesMany
	default:
		said = who.texts.CodeOver
	}
	if who.customer == nil {
		return b.ask(ctx, who, said)
	}
	return b.sendList(ctx, who, lead{text: said})
}
