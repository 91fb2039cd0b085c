package bot

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// onContact registers by a shared contact: Telegram vouches for it only when it is the sender's own.
func (b *Bot) onContact(ctx context.Context, c tele.Context, who person) error {
	contact := c.Message().Contact
	if contact.UserID != who.user.ID {
		if who.customer != nil {
			return b.sendList(ctx, who)
		}
		return b.ask(ctx, who, who.texts.ForeignContact)
	}
	// Telegram leaves the plus out.
	return b.register(ctx, who, "+"+strings.TrimPrefix(contact.PhoneNumber, "+"), true)
}

// onText registers by a typed phone; a customer who is known gets the list for any text.
func (b *Bot) onText(ctx context.Context, c tele.Context, who person) error {
	if who.customer != nil {
		return b.sendList(ctx, who)
	}
	phone, found := findPhone(c.Text())
	if !found {
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	return b.register(ctx, who, phone, false)
}

// onEdited takes a phone that was corrected; other edits are of no meaning.
func (b *Bot) onEdited(ctx context.Context, c tele.Context, who person) error {
	if who.customer != nil {
		return nil
	}
	phone, found := findPhone(c.Message().Text)
	if !found {
		return nil
	}
	return b.register(ctx, who, phone, false)
}

func (b *Bot) register(ctx context.Context, who person, phone string, vouched bool) error {
	customer, outcome, err := b.store.Register(ctx, store.Registration{
		TelegramID: who.user.ID, Phone: phone, Vouched: vouched,
		Name: visible(who.user.FirstName + " " + who.user.LastName), Language: who.texts.Code,
	})
	switch {
	case store.CodeOf(err) == store.Invalid:
		return b.ask(ctx, who, who.texts.BadPhone)
	case err != nil:
		return err
	case outcome == store.RegistrationNeedsContact:
		return b.ask(ctx, who, who.texts.NeedsContact)
	}
	// The card may be one that staff made, with requests.
	if who.customer, who.newest, err = b.lookup.find(ctx, who.user.ID); err != nil {
		return err
	}
	list, err := b.listView(ctx, who, 1)
	if err != nil {
		return err
	}
	// Telegram takes away the phone's button with a message that has no buttons of its own.
	welcome := view{who.texts.Registered(customer.Name), &tele.ReplyMarkup{RemoveKeyboard: true}}
	if list.keyboard == nil {
		welcome.text += "\n\n" + list.text
	}
	if _, err := b.telegram.Send(ctx, who.user.ID, welcome.text, welcome.keyboard); err != nil || list.keyboard == nil {
		return err
	}
	_, err = b.telegram.Send(ctx, who.user.ID, list.text, list.keyboard)
	return err
}

// phoneInText is anything that a person could mean as a phone: at least five digits with what is
// written between them.
var phoneInText = regexp.MustCompile(`\+?\(?\d(?:[\s\p{Zs}\p{Pd}()./]{0,3}\d){4,}`)

// findPhone finds the one number that somebody typed, with words around it or without. A text with
// two numbers is taken for none.
func findPhone(text string) (phone string, found bool) {
	const longestText = 500
	if utf8.RuneCountInString(text) > longestText {
		return "", false
	}
	numbers := phoneInText.FindAllString(text, 2)
	if len(numbers) != 1 {
		return "", false
	}
	return numbers[0], true
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
	return strings.TrimSpace(name)
}
