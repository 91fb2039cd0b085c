package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// counter is what is asked of the store for members of staff.
type counter interface {
	staffGroups
	photoLinks
	ownerLinks
	SetBotUsername(ctx context.Context, username string) error
	SetBotProblem(ctx context.Context, problem store.BotProblem) error
	StaffByChat(ctx context.Context, telegramID int64) (store.Staff, error)
	TakeTask(ctx context.Context, actor store.Actor, id int64) (store.Task, error)
	ReceiveStaffReply(ctx context.Context, in store.StaffReply) (store.StaffReplyOutcome, error)
	EditStaffReply(ctx context.Context, in store.StaffReply) (store.StaffReplyOutcome, error)
	NotePost(ctx context.Context, chatID int64, telegramMessageID int, taskID, customerID *int64) error
}

// member is a member of staff who tapped a button, in their own chat or in the group.
type member struct {
	store.Staff
	user  *tele.User
	chat  int64 // negative for the group
	texts *locale.Texts
}

// staffHandler answers the tap of a member of staff.
type staffHandler func(ctx context.Context, c tele.Context, who member) error

// handleStaff sets what a button under news does. Taps of others get no further.
func (b *Bot) handleStaff(name string, h staffHandler) {
	b.route("\f"+name, func(p *processing, c tele.Context) error {
		user := c.Sender()
		who := member{user: user, chat: user.ID, texts: locale.For(user.LanguageCode, b.language)}
		if message := c.Callback().Message; message != nil {
			who.chat = message.Chat.ID
		}
		var err error
		who.Staff, err = b.store.StaffByChat(p.ctx, user.ID)
		switch {
		case store.CodeOf(err) != store.NotFound:
			p.handled = true
			if err == nil {
				err = unlessUnreachable(h(p.ctx, c, who))
			}
			return err
		case who.chat < 0:
			p.handled = true
			return b.answer(p.ctx, c, who.texts.Staff.ForStaff)
		}
		return b.run(p, c, b.onUnknownButton)
	})
}

// onTake makes the task of a piece of news the task of the member of staff who tapped; the news show that from then on.
func (b *Bot) onTake(ctx context.Context, c tele.Context, who member) error {
	id, _ := strconv.ParseInt(c.Callback().Data, 10, 64)
	_, err := b.store.TakeTask(ctx, store.Actor{Kind: store.ActorStaff, ID: who.ID}, id)
	var taken *store.Error
	switch {
	case err == nil:
		return b.answer(ctx, c, who.texts.Staff.Taken(id))
	case store.CodeOf(err) == store.NotFound:
		return b.answer(ctx, c, who.texts.TaskGone)
	case errors.As(err, &taken) && taken.Code == store.Conflict:
		return b.answer(ctx, c, who.texts.Staff.TakenBefore)
	}
	return err
}

// onReply asks for the answer to a customer, which is whatever the member replies to the question.
func (b *Bot) onReply(ctx context.Context, c tele.Context, who member) error {
	taskID, customerID := placeOf(c.Callback().Data)
	if taskID == nil && customerID == nil {
		return b.answer(ctx, c, "")
	}
	number := ""
	if taskID != nil {
		number = strconv.FormatInt(*taskID, 10)
	}
	text, keyboard := who.texts.Staff.ReplyPrompt(number), &tele.ReplyMarkup{ForceReply: true, Placeholder: who.texts.Staff.ReplyHint}
	if who.chat < 0 { // only the one who tapped is asked
		keyboard.Selective = true
		text = fmt.Sprintf(`<a href="tg://user?id=%d">%s</a>. `, who.user.ID, locale.Escape(who.user.FirstName)) + text
	}
	message, err := b.telegram.Send(ctx, who.chat, text, keyboard)
	if err != nil {
		return err
	}
	err = b.store.NotePost(ctx, who.chat, message, taskID, customerID)
	if store.CodeOf(err) == store.NotFound {
		if err := b.telegram.Delete(ctx, who.chat, message); err != nil {
			b.log.Info("A question about what is gone stays in its chat", "chat_id", who.chat, "error", err)
		}
		return b.answer(ctx, c, who.texts.TaskGone)
	}
	if err != nil {
		return err
	}
	return b.answer(ctx, c, "")
}

// saysInstead puts a text in the place of the message whose button was tapped, or, where Telegram does not let that be
// changed any more, below it.
func (b *Bot) saysInstead(ctx context.Context, c tele.Context, chat int64, text string, keyboard *tele.ReplyMarkup) error {
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.putInstead(ctx, c, chat, text, keyboard)
}

// putInstead puts a text in the place of the message whose button was tapped, or, where that cannot be, sends it; without
// links, if Telegram does not take the shop's.
func (b *Bot) putInstead(ctx context.Context, c tele.Context, chat int64, text string, keyboard *tele.ReplyMarkup) error {
	err := b.editOrSend(ctx, c, chat, text, keyboard)
	if telegram.RefusesButton(err) {
		b.log.Error("Telegram refuses the link of a button; check where it is set", "check", "the shop's settings", "error", err)
		return b.editOrSend(ctx, c, chat, text, notify.WithoutLinks(keyboard))
	}
	return err
}

func (b *Bot) editOrSend(ctx context.Context, c tele.Context, chat int64, text string, keyboard *tele.ReplyMarkup) error {
	if message := c.Callback().Message; message != nil {
		err := b.telegram.Edit(ctx, chat, message.ID, text, keyboard)
		if e, ok := telegram.AsError(err); !ok || e.Kind != telegram.Rejected || telegram.RefusesButton(err) {
			return err
		}
	}
	_, err := b.telegram.Send(ctx, chat, text, keyboard)
	return err
}

// takesReply sends what a member of staff replies to news, or to the question of onReply, to the customer. It is false for
// what is no such reply.
func (b *Bot) takesReply(ctx context.Context, c tele.Context) (bool, error) {
	message, receive := c.Update().Message, b.store.ReceiveStaffReply
	if edited := c.Update().EditedMessage; edited != nil {
		message, receive = edited, b.store.EditStaffReply
	}
	if message == nil || message.ReplyTo == nil || message.ReplyTo.Sender == nil || !message.ReplyTo.Sender.IsBot || strings.HasPrefix(message.Text, "/") {
		return false, nil
	}
	in := incomingOf(message, b.words())
	reply := store.StaffReply{
		ChatID: message.Chat.ID, TelegramMessageID: in.TelegramMessageID, From: message.Sender.ID, ReplyTo: in.ReplyTo,
		Text: message.Text + message.Caption, MediaGroupID: in.MediaGroupID, Files: in.Files,
	}
	reply.TaskID, reply.CustomerID = b.placeOfNews(message.ReplyTo)
	isNews := reply.TaskID != nil || reply.CustomerID != nil
	outcome, err := receive(ctx, reply)
	if err != nil || outcome == store.StaffReplyNone && !isNews {
		return false, err
	}
	if outcome == store.StaffReplyNone { // what the news told of is gone
		_, err := b.store.StaffByChat(ctx, message.Sender.ID)
		if err != nil {
			return false, unlessNotFound(err)
		}
	}
	return true, b.acknowledge(ctx, message, outcome)
}

// placeOfNews is what news are about by their buttons; nil for what is no news of this bot.
func (b *Bot) placeOfNews(message *tele.Message) (taskID, customerID *int64) {
	ours := b.username.Load()
	if message.ReplyMarkup == nil || message.Chat != nil && !message.Private() && (ours == nil || *ours != message.Sender.Username) {
		return nil, nil
	}
	for _, row := range message.ReplyMarkup.InlineKeyboard {
		for _, button := range row {
			if data, ok := strings.CutPrefix(button.Data, "\f"+buttonReply+"|"); ok {
				return placeOf(data)
			}
		}
	}
	return nil, nil
}

// placeOf reads task_12 or customer_7; nil for neither.
func placeOf(data string) (taskID, customerID *int64) {
	kind, number, _ := strings.Cut(data, "_")
	id, err := strconv.ParseInt(number, 10, 64)
	switch {
	case err != nil:
	case kind == "task":
		return &id, nil
	case kind == "customer":
		return nil, &id
	}
	return nil, nil
}

// react puts a reaction on a message; done is false where the group allows none.
func (b *Bot) react(ctx context.Context, message *tele.Message, reaction string) (done bool, err error) {
	err = b.telegram.React(ctx, message.Chat.ID, message.ID, reaction)
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Rejected {
		return false, nil
	}
	return err == nil, err
}

// acknowledge tells a member of staff what became of their reply: by a reaction, or in words where it did not go out.
func (b *Bot) acknowledge(ctx context.Context, message *tele.Message, outcome store.StaffReplyOutcome) error {
	texts := b.words()
	if message.Private() {
		texts = locale.For(message.Sender.LanguageCode, b.language)
	}
	said, reaction := texts.Staff.ReplyOutcome(outcome), map[store.StaffReplyOutcome]string{store.StaffReplySent: "👍", store.StaffReplyNoted: "✍"}[outcome]
	if reaction != "" {
		if done, err := b.react(ctx, message, reaction); done || err != nil {
			return err
		}
	}
	if said == "" {
		return nil
	}
	_, err := b.telegram.Post(ctx, telegram.Post{ChatID: message.Chat.ID, Text: said, ReplyTo: message.ID})
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Rejected {
		b.log.Warn("Telegram refuses to say what became of a reply", "chat_id", message.Chat.ID, "error", err)
		return nil
	}
	return err
}
