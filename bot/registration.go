package bot

import (
	"context"
	"strings"
	"unicode"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/store"
	"zayavka/store/phone"
)

// onContact registers by a shared contact, if it proves the phone. Who has proven theirs gets the list for others.
func (b *Bot) onContact(ctx context.Context, c tele.Context, who person) error {
	contact := c.Message().Contact
	switch {
	case provesPhone(c.Message()):
		// Telegram leaves the plus out.
		err := b.register(ctx, who, "+"+strings.TrimPrefix(contact.PhoneNumber, "+"), true)
		if store.CodeOf(err) == store.Invalid {
			return b.ask(ctx, who, who.texts.PhoneRefused(err))
		}
		return err
	case who.verified():
		return b.onMessage(ctx, c, who)
	case contact.UserID == who.user.ID:
		return b.ask(ctx, who, who.texts.OldContact)
	}
	return b.ask(ctx, who, who.texts.ForeignContact)
}

// provesPhone tells whether Telegram says with the message that the phone is the sender's own, now. In a
// contact that is forwarded, or sent by way of another bot, the number can be one from years ago, which
// somebody else has today. Some clients send what the button asked for as a reply to the bot's message.
func provesPhone(message *tele.Message) bool {
	forwarded := message.Origin != nil || message.OriginalUnixtime != 0 || message.IsForwarded() || message.AutomaticForward
	replies := message.ExternalReplyInfo != nil || message.ReplyToStory != nil ||
		message.ReplyTo != nil && (message.ReplyTo.Sender == nil || !message.ReplyTo.Sender.IsBot)
	return message.Contact.UserID == message.Sender.ID && !forwarded && !replies && message.Via == nil
}

// onText registers by a typed phone, which another one replaces until it is proven, or offers a card by the digits of its code.
// Any other text is a message.
func (b *Bot) onText(ctx context.Context, c tele.Context, who person) error {
	if who.verified() {
		return b.onMessage(ctx, c, who)
	}
	if digits, ok := connectDigits(c.Text()); ok {
		return b.offerCard(ctx, who, b.store.OfferByDigits, digits)
	}
	if taken, err := b.takesPhone(ctx, c, who); taken || err != nil {
		return err
	}
	return b.onMessage(ctx, c, who)
}

// onEdited takes over what a message says now, and a phone that was corrected.
func (b *Bot) onEdited(ctx context.Context, c tele.Context, who person) error {
	err := b.store.EditMessage(ctx, incomingOf(c.Message(), b.words()))
	if err != nil && store.CodeOf(err) != store.NotFound || who.verified() {
		return unlessNotFound(err)
	}
	kept := err == nil
	if taken, err := b.takesPhone(ctx, c, who); taken || err != nil || kept {
		return err
	}
	if _, found := phone.Find(c.Message().Text); found { // it was a phone alone, and has words beside it now
		return b.onMessage(ctx, c, who)
	}
	return nil
}

// takesPhone registers by the phone in a text, and keeps the words beside it. It is false where the number is no phone, but a
// price, a date, a model, and where it may be somebody else's: a chat that has a card corrects its phone by nothing but
// another one.
func (b *Bot) takesPhone(ctx context.Context, c tele.Context, who person) (taken bool, err error) {
	text := c.Message().Text
	written, found := phone.Find(text)
	alone := phone.IsAll(text, written)
	if !found || who.customer != nil && !alone {
		return false, nil
	}
	if !alone { // kept before, because the card takes over what is there
		if _, err := b.receptions.run(ctx, incomingOf(c.Message(), b.words())); err != nil {
			return false, err
		}
	}
	err = b.register(ctx, who, written, false)
	switch {
	case store.CodeOf(err) != store.Invalid:
		return true, err
	case alone && who.customer == nil:
		return true, b.ask(ctx, who, who.texts.PhoneRefused(err))
	}
	return false, nil
}

// unlessNotFound is nil for what is not there.
func unlessNotFound(err error) error {
	if store.CodeOf(err) == store.NotFound {
		return nil
	}
	return err
}

// registration is who the person is in Telegram.
func (p person) registration() store.Registration {
	return store.Registration{
		TelegramID: p.user.ID, Name: visible(p.user.FirstName + " " + p.user.LastName), Language: p.texts.Code,
	}
}

// register links the chat to the card with the phone, and says so. What is no phone is Invalid, and nothing is said.
func (b *Bot) register(ctx context.Context, who person, phone string, verified bool) error {
	in := who.registration()
	in.Phone, in.Verified = phone, verified
	_, outcome, err := b.store.Register(ctx, in)
	switch {
	case err != nil:
		return err
	case outcome == store.RegistrationNeedsContact:
		return b.ask(ctx, who, who.texts.NeedsContact)
	case outcome == store.RegistrationClaimed:
		return b.say(ctx, who, who.texts.PhoneClaimed)
	case outcome == store.RegistrationRefused:
		return b.say(ctx, who, who.texts.PhoneStaysElsewhere)
	case outcome == store.RegistrationOtherPhone:
		return b.say(ctx, who, who.texts.ConnectAsked)
	}
	// The card may be one that staff made, with requests.
	state, err := b.chats.run(ctx, who.user.ID)
	if err != nil {
		return err
	}
	who.customer, who.newest, who.list = state.customer, state.newest, state.list
	if who.customer == nil { // its owner has just taken it over
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	place, talks, err := b.store.ChatPlace(ctx, *who.customer)
	if err != nil {
		return err
	}
	welcome := view{who.texts.PhoneRecorded(locale.Phone(who.customer.PhoneKey)), notify.PhoneKeyboard(who.texts)}
	if who.verified() {
		// Telegram takes away the phone's button with a message that has no buttons of its own.
		welcome = view{who.texts.Registered(who.customer.Name), &tele.ReplyMarkup{RemoveKeyboard: true}}
	}
	if len(who.newest.Rows) == 0 && !talks {
		welcome.text += "\n\n" + who.texts.NoTasks
	}
	if _, err := b.telegram.Send(ctx, who.user.ID, welcome.text, welcome.keyboard); err != nil || len(who.newest.Rows) == 0 && !talks {
		return err
	}
	said := lead{}
	if talks { // what they wrote before is theirs now
		said = placeLead(who.texts, place)
	}
	return b.sendList(ctx, who, said)
}

// visible is a name without the space around it, and "" for one that shows nothing: some people's
// names in Telegram are made of characters without a shape.
func visible(name string) string {
	const shapeless = "\u115F\u1160\u2800\u3164\uFFA0" // letters and a pattern, as Unicode has it
	hasShape := func(r rune) bool {
		return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune(shapeless, r)
	}
	if !strings.ContainsFunc(name, hasShape) {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(name, "\x00", "")) // which the databases cannot hold
}
