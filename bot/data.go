package bot

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/telegram"
	"zayavka/export"
	"zayavka/store"
)

// personal is what is asked of the store for customers who want to know what is kept about them, or to be forgotten.
type personal interface {
	PersonalData(ctx context.Context, actor store.Actor, customerID int64) (store.PersonalData, error)
	PersonalDataSent(ctx context.Context, customerID int64) error
	RequestErasure(ctx context.Context, actor store.Actor, customerID int64) (store.Customer, error)
	CancelErasure(ctx context.Context, actor store.Actor, customerID int64) (store.Customer, error)
}

// What the button buttonForget does, in its data.
const (
	forgetAsk = "ask"
	forgetYes = "yes"
	forgetNo  = "no"
)

// onMyData sends a customer all that is kept about them as files. Only a chat that has proven its phone gets them.
func (b *Bot) onMyData(ctx context.Context, _ tele.Context, who person) error {
	if refused, err := b.refusesData(ctx, who); refused {
		return err
	}
	data, err := b.store.PersonalData(ctx, who.actor(), who.customer.ID)
	var limited *store.Error
	if errors.As(err, &limited) && limited.Code == store.RateLimited {
		return b.say(ctx, who, who.texts.Data.SentBefore(int((limited.RetryAfter+time.Minute-1)/time.Minute)))
	}
	if err != nil {
		return err
	}
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	files, err := export.Personal(data, who.texts.Code, shop.Name)
	if err != nil {
		return err
	}
	_, err = b.telegram.Post(ctx, telegram.Post{ChatID: who.user.ID, Files: []telegram.File{document(personalFile(data, export.JSON), files.JSON)}})
	if err != nil {
		return err
	}
	_, err = b.telegram.Post(ctx, telegram.Post{
		ChatID: who.user.ID, Text: who.texts.Data.Sent, Files: []telegram.File{document(personalFile(data, export.HTML), files.HTML)},
		Keyboard: forgetKeyboard([2]string{who.texts.Data.Forget, forgetAsk}),
	})
	if err != nil {
		return err
	}
	return b.store.PersonalDataSent(ctx, who.customer.ID)
}

// onForget asks a customer whether they want to be forgotten, or says when they will be.
func (b *Bot) onForget(ctx context.Context, _ tele.Context, who person) error {
	if refused, err := b.refusesData(ctx, who); refused {
		return err
	}
	text, keyboard, err := b.forgetting(ctx, who, *who.customer)
	if err != nil {
		return err
	}
	_, err = b.telegram.Send(ctx, who.user.ID, text, keyboard)
	return err
}

// onForgetButton does what a button about being forgotten says.
func (b *Bot) onForgetButton(ctx context.Context, c tele.Context, who person) error {
	if !who.verified() {
		return b.onUnknownButton(ctx, c, who)
	}
	customer := *who.customer
	switch c.Callback().Data {
	case forgetYes:
		var err error
		if customer, err = b.store.RequestErasure(ctx, who.actor(), customer.ID); err != nil {
			return err
		}
	case forgetNo:
		if _, err := b.store.CancelErasure(ctx, who.actor(), customer.ID); err != nil {
			return err
		}
		return b.saysInstead(ctx, c, who.user.ID, who.texts.Data.ForgetTaken, nil)
	default: // the files stay where they are
		if err := b.answer(ctx, c, ""); err != nil {
			return err
		}
		return b.onForget(ctx, c, who)
	}
	text, keyboard, err := b.forgetting(ctx, who, customer)
	if err != nil {
		return err
	}
	return b.saysInstead(ctx, c, who.user.ID, text, keyboard)
}

// forgetting is the question, or the day, with what holds it up.
func (b *Bot) forgetting(ctx context.Context, who person, customer store.Customer) (text string, keyboard *tele.ReplyMarkup, err error) {
	texts := who.texts.Data
	text, keyboard = texts.AskForget, forgetKeyboard([2]string{texts.ForgetYes, forgetYes}, [2]string{texts.ForgetNo, forgetNo})
	if customer.EraseAt != nil {
		text = texts.WillForget(who.texts.Date(customer.EraseAt.In(b.store.Location())))
		if !customer.EraseAt.After(time.Now()) {
			text = texts.ForgetLater
		}
		keyboard = forgetKeyboard([2]string{texts.ForgetNo, forgetNo})
	}
	open, err := b.store.CountTasks(ctx, store.TaskFilter{
		CustomerID: &customer.ID, Statuses: []store.Status{store.StatusAccepted, store.StatusInProgress, store.StatusReady},
	})
	if open > 0 {
		text += "\n\n" + texts.OpenFirst
	}
	return text, keyboard, err
}

// refusesData tells who has not proven their phone how to do that, and who is not known that they are not.
func (b *Bot) refusesData(ctx context.Context, who person) (refused bool, err error) {
	switch {
	case who.customer == nil:
		return true, b.say(ctx, who, who.texts.Data.Unknown)
	case !who.verified():
		return true, b.ask(ctx, who, who.texts.Data.Prove)
	}
	return false, nil
}

func forgetKeyboard(buttons ...[2]string) *tele.ReplyMarkup {
	keyboard := &tele.ReplyMarkup{}
	var rows []tele.Row
	for _, button := range buttons {
		rows = append(rows, keyboard.Row(keyboard.Data(button[0], buttonForget, button[1])))
	}
	keyboard.Inline(rows...)
	return keyboard
}

func personalFile(data store.PersonalData, format export.Format) string {
	return export.Request{Kind: export.PersonalData, Format: format}.FileName(data.MadeAt)
}

func document(name string, content []byte) telegram.File {
	return telegram.File{
		Kind: "document", Name: name, Size: int64(len(content)),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil },
	}
}
