package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// processing is one update on its way through its handler. telebot's handlers take neither a
// context nor give back their error to whoever called, so both are kept here.
type processing struct {
	ctx     context.Context
	handled bool
	err     error
}

// person is who wrote, as far as they are known.
type person struct {
	user     *tele.User
	began    time.Time                   // of the handler
	customer *store.Customer             // nil before registration
	newest   store.Page[store.ShownTask] // the first page of the customer's list
	list     int                         // the message that is the list in the chat; 0 for none
	texts    *locale.Texts
}

// verified tells whether the person has proven that the phone on their card is theirs.
func (p person) verified() bool { return p.customer != nil && p.customer.PhoneVerifiedAt != nil }

// actor is the person as whoever changes something of their own card.
func (p person) actor() store.Actor { return store.Actor{Kind: store.ActorCustomer, ID: p.customer.ID} }

// setRoutes sets the handlers.
func (b *Bot) setRoutes() {
	b.handle("/start", b.onStart)
	b.handle("/tasks", b.onAnything)
	b.handle("/language", b.onLanguage)
	b.handle("/help", b.onHelp)
	b.handle("/new", b.onNew)
	b.handle("/work", b.onWork)
	b.handle("/group", b.onGroupCommand)
	b.handle("/password", b.onPassword)
	b.handle("/mydata", b.onMyData)
	b.handle("/forget", b.onForget)
	b.handle(tele.OnChatShared, b.onGroupChosen)
	b.handle(tele.OnText, b.onText)
	b.handle(tele.OnContact, b.onContact)
	b.handle(tele.OnEdited, b.onEdited)
	b.handle(tele.OnMyChatMember, b.onMembership)
	b.handle("\f"+buttonTask, b.onTask)
	b.handle("\f"+buttonPage, b.onPage)
	b.handle("\f"+buttonLanguage, b.onLanguageChosen)
	b.handle("\f"+buttonConfirm, b.onConfirm)
	b.handle("\f"+buttonNew, b.onNew)
	b.handle("\f"+buttonSend, b.onSend)
	b.handle("\f"+buttonDrop, b.onDrop)
	b.handle("\f"+buttonCategory, b.onCategory)
	b.handle("\f"+buttonFile, b.onFile)
	b.handle("\f"+buttonOther, b.onOther)
	b.handle("\f"+buttonLater, b.onLater)
	b.handle("\f"+buttonRate, b.onRate)
	b.handle("\f"+buttonEstimate, b.onEstimate)
	b.handle("\f"+buttonConsent, b.onConsent)
	b.handle("\f"+buttonForget, b.onForgetButton)
	b.handleStaff(notify.TakeButton, b.onTake)
	b.handleStaff(buttonReply, b.onReply)
	b.handleStaff(buttonPhotosDone, b.onPhotosDone)
	b.handleStaff(buttonPhotosSend, b.onPhotosSend)
	b.handleStaff(buttonConnect, b.onConnect)
	b.handleStaff(buttonDisconnect, b.onDisconnect)
	b.handle(tele.OnCallback, b.onUnknownButton)
}

// commands are what the menu offers.
func commands(texts *locale.Texts) []tele.Command {
	return []tele.Command{
		{Text: "tasks", Description: texts.CommandTasks}, {Text: "new", Description: texts.CommandNew}, {Text: "language", Description: texts.CommandLanguage},
		{Text: "mydata", Description: texts.CommandMyData}, {Text: "help", Description: texts.CommandHelp}, {Text: "start", Description: texts.CommandStart},
	}
}

// command is one at the beginning of a text, with the name of the bot that it is for, if it says so.
var command = regexp.MustCompile(`^/(\w+)(?:@(\w+))?`)

// process runs an update's handler to its end. A message of a kind that has no handler is a
// message all the same.
func (b *Bot) process(ctx context.Context, update tele.Update) error {
	update, sent := understood(update)
	if !sent {
		return nil
	}
	ctx, span := b.tracer.Start(ctx, "telegram update", trace.WithSpanKind(trace.SpanKindConsumer))
	defer span.End()
	span.SetAttributes(attribute.Int("zayavka.update_id", update.ID))
	p := &processing{ctx: ctx}
	b.underWay.Store(update.ID, p)
	defer b.underWay.Delete(update.ID)
	if message := update.Message; message != nil && message.Private() {
		// What telebot itself begins with these must not be typed; and no other bot is in the chat.
		message.Text = command.ReplaceAllString(strings.TrimLeft(message.Text, "\a\f"), "/$1")
	}
	b.router.ProcessUpdate(update)
	if !p.handled && update.Message != nil {
		p.err = b.run(p, b.router.NewContext(update), b.onMessage)
	}
	return p.err
}

// understood is the one thing that an update tells of those asked for, as far as handlers count on. It is false for
// what nobody in particular sent, as in a channel, and for all other kinds. Telegram promises most of that, but what
// it sends is no reason to panic.
func understood(update tele.Update) (tele.Update, bool) {
	switch {
	case update.Message != nil:
		message := *update.Message
		return tele.Update{ID: update.ID, Message: &message}, message.Sender != nil && message.Chat != nil
	case update.EditedMessage != nil:
		edited := update.EditedMessage
		return tele.Update{ID: update.ID, EditedMessage: edited}, edited.Sender != nil && edited.Chat != nil
	case update.Callback != nil:
		callback := *update.Callback
		if callback.Message != nil && callback.Message.Chat == nil {
			callback.Message = nil
		}
		return tele.Update{ID: update.ID, Callback: &callback}, callback.Sender != nil
	case update.MyChatMember != nil:
		change := update.MyChatMember
		return tele.Update{ID: update.ID, MyChatMember: change}, change.Sender != nil && change.Chat != nil
	}
	return tele.Update{}, false
}

// handler answers one update of one person in a private chat.
type handler func(ctx context.Context, c tele.Context, who person) error

func (b *Bot) handle(endpoint string, h handler) {
	b.route(endpoint, func(p *processing, c tele.Context) error { return b.run(p, c, h) })
}

// route has telebot find what runs an update's handler.
func (b *Bot) route(endpoint string, run func(*processing, tele.Context) error) {
	b.router.Handle(endpoint, func(c tele.Context) error {
		value, _ := b.underWay.Load(c.Update().ID)
		p := value.(*processing)
		p.err = run(p, c)
		return nil
	})
}

// handlerFailed is telebot's hook for errors of its own; handlers give theirs to processing.
func (b *Bot) handlerFailed(err error, _ tele.Context) {
	b.log.Error("telebot failed", "error", err)
}

func (b *Bot) run(p *processing, c tele.Context, h handler) error {
	p.handled = true
	if taken, err := b.takesReply(p.ctx, c); taken || err != nil {
		return unlessUnreachable(err)
	}
	if taken, err := b.takesPhotos(p.ctx, c); taken || err != nil {
		return unlessUnreachable(err)
	}
	if chat := c.Chat(); chat != nil && chat.Type != tele.ChatPrivate {
		return b.onGroupUpdate(p.ctx, c)
	}
	who, err := b.whoWrote(p.ctx, c)
	if err != nil {
		return err
	}
	err = h(p.ctx, c, who)
	if err == nil && who.customer != nil && c.Update().Message != nil {
		err = b.askConsent(p.ctx, who)
	}
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Unreachable {
		// The person blocked the bot after writing: there is nobody to answer.
		return b.store.SetUnreachable(p.ctx, c.Sender().ID, who.began)
	}
	return err
}

// unlessUnreachable is nil where Telegram does not let the bot write to a member of staff, or to their group.
func unlessUnreachable(err error) error {
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Unreachable {
		return nil
	}
	return err
}

// whoWrote finds the customer of the chat, with the requests that most answers show. Who writes can be
// written to again, if that was not so.
func (b *Bot) whoWrote(ctx context.Context, c tele.Context) (person, error) {
	user := c.Sender()
	who := person{user: user, began: time.Now()}
	state, err := b.chats.run(ctx, user.ID)
	who.customer, who.newest, who.list = state.customer, state.newest, state.list
	switch {
	case err != nil:
		return who, fmt.Errorf("find who wrote: %w", err)
	case who.customer == nil:
		chosen, _ := b.chosen.Get(user.ID)
		who.texts = locale.For(chosen, user.LanguageCode, b.language)
		return who, nil
	}
	who.texts = locale.For(who.customer.Language, user.LanguageCode, b.language)
	if who.customer.UnreachableAt != nil && c.Update().MyChatMember == nil {
		if err := b.store.SetReachable(ctx, user.ID); err != nil {
			return who, err
		}
	}
	return who, nil
}

// onGroup answers the bot's own commands in groups with where to write, and nothing else.
func (b *Bot) onGroup(ctx context.Context, c tele.Context) error {
	message := c.Update().Message
	if message == nil || !b.isCommandForUs(message.Text) {
		return nil
	}
	_, err := b.telegram.Send(ctx, message.Chat.ID, locale.For(c.Sender().LanguageCode, b.language).PrivateOnly, nil)
	if e, ok := telegram.AsError(err); ok && (e.Kind == telegram.Unreachable || e.Kind == telegram.Rejected) {
		return nil // the group does not let the bot write
	}
	return err
}

// isCommandForUs tells the bot's commands from those of other bots in the same group.
func (b *Bot) isCommandForUs(text string) bool {
	match := command.FindStringSubmatch(text)
	if match == nil {
		return false
	}
	if ours := b.username.Load(); match[2] != "" {
		return ours != nil && strings.EqualFold(match[2], *ours)
	}
	return slices.ContainsFunc(commands(locale.For()), func(c tele.Command) bool { return c.Text == match[1] })
}
