package bot

import (
	"context"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/notify"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// onStart welcomes, or does what the bot was opened for by a link: asks for photos, or offers a card. Any other payload of a link
// is of no meaning to the bot.
func (b *Bot) onStart(ctx context.Context, c tele.Context, who person) error {
	if opened, err := b.opensPhotos(ctx, c, who); opened || err != nil {
		return err
	}
	if link, ok := strings.CutPrefix(c.Message().Payload, ConnectStart); ok {
		return b.offerCard(ctx, who, b.store.OfferByLink, link)
	}
	// The link on a receipt.
	if taskID, _ := placeOf(c.Message().Payload); taskID != nil && who.customer != nil {
		return b.openTask(ctx, who, *taskID)
	}
	// An address that Telegram does not take for a Mini App must not cost the customer the answer.
	if err := b.greetStaff(ctx, who); err != nil && !b.miniAppRefused(err) {
		return err
	}
	if who.customer != nil {
		return b.sendList(ctx, who, lead{})
	}
	return b.welcome(ctx, who)
}

// openTask sends the card of a task, or the list where the customer has no such task.
func (b *Bot) openTask(ctx context.Context, who person, id int64) error {
	card, err := b.store.TaskCard(ctx, *who.customer, id)
	if store.CodeOf(err) == store.NotFound {
		return b.sendList(ctx, who, lead{})
	}
	if err != nil {
		return err
	}
	view := taskView(who.texts, *who.customer, card, 0, b.store.Location())
	_, err = b.telegram.Send(ctx, who.user.ID, view.text, view.keyboard)
	return err
}

func (b *Bot) welcome(ctx context.Context, who person) error {
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	return b.ask(ctx, who, who.texts.Welcome(shop.Name))
}

// greetStaff gives a linked member of staff the Mini App, where Telegram can open it.
func (b *Bot) greetStaff(ctx context.Context, who person) error {
	if !b.hasMiniApp() {
		return nil
	}
	if _, err := b.store.StaffByChat(ctx, who.user.ID); err != nil {
		if store.CodeOf(err) == store.NotFound {
			return nil
		}
		return err
	}
	return b.showMiniApp(ctx, who, who.texts.StaffGreeting)
}

// onWork opens the Mini App to whoever asks, because a Telegram account is linked by logging in there.
// The command is in no menu: customers have no use for it.
func (b *Bot) onWork(ctx context.Context, c tele.Context, who person) error {
	if !b.hasMiniApp() {
		return b.onAnything(ctx, c, who)
	}
	err := b.showMiniApp(ctx, who, who.texts.StaffEntrance)
	if b.miniAppRefused(err) {
		return b.onAnything(ctx, c, who)
	}
	return err
}

// hasMiniApp is whether Telegram can open the Mini App.
func (b *Bot) hasMiniApp() bool {
	return strings.HasPrefix(b.publicURL, "https://")
}

func (b *Bot) miniAppURL() string { return b.publicURL + "/app/" }

// miniAppRefused is whether that error is Telegram's refusal of the address, which is logged.
func (b *Bot) miniAppRefused(err error) bool {
	e, ok := telegram.AsError(err)
	if !ok || e.Kind != telegram.Rejected {
		return false
	}
	b.log.Error("Telegram refuses the button of the Mini App; check http.public_url", "error", err)
	return true
}

func (b *Bot) showMiniApp(ctx context.Context, who person, text string) error {
	address := b.miniAppURL()
	if err := b.telegram.SetMenuButton(ctx, who.user.ID, who.texts.MenuButton, address); err != nil {
		return err
	}
	_, err := b.telegram.Send(ctx, who.user.ID, text, miniAppKeyboard(who.texts, address))
	return err
}

// onAnything is the answer to what says nothing: the list, or the way to it.
func (b *Bot) onAnything(ctx context.Context, _ tele.Context, who person) error {
	if who.customer == nil {
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	return b.sendList(ctx, who, lead{})
}

func (b *Bot) onHelp(ctx context.Context, _ tele.Context, who person) error {
	shop, err := b.store.Shop(ctx)
	if err != nil {
		return err
	}
	text := who.texts.Help(shop.Name)
	if who.customer == nil {
		return b.ask(ctx, who, text)
	}
	return b.say(ctx, who, text)
}

// onMembership learns that a person blocked the bot, or lets it write again.
func (b *Bot) onMembership(ctx context.Context, c tele.Context, who person) error {
	change := c.Update().MyChatMember
	if change.NewChatMember == nil || who.customer == nil {
		return nil
	}
	if change.NewChatMember.Role == tele.Member {
		return b.store.SetReachable(ctx, who.user.ID)
	}
	return b.store.SetUnreachable(ctx, who.user.ID, who.began)
}

func (b *Bot) onLanguage(ctx context.Context, _ tele.Context, who person) error {
	_, err := b.telegram.Send(ctx, who.user.ID, who.texts.ChooseLanguage, languageKeyboard())
	return err
}

// onLanguageChosen keeps a customer's choice. The choice of who is not registered yet holds until
// they are, in this process: there is no card to keep it in.
func (b *Bot) onLanguageChosen(ctx context.Context, c tele.Context, who person) error {
	who.texts = locale.For(c.Callback().Data)
	if err := b.answer(ctx, c, who.texts.LanguageSet); err != nil {
		return err
	}
	if who.customer == nil {
		b.chosen.Add(who.user.ID, who.texts.Code)
		return b.welcome(ctx, who)
	}
	if err := b.store.SetLanguage(ctx, who.customer.ID, who.texts.Code); err != nil {
		return err
	}
	return b.showList(ctx, c, who, lead{})
}

// onPage turns the list to another page, in place.
func (b *Bot) onPage(ctx context.Context, c tele.Context, who person) error {
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	if who.customer == nil {
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	written, _, _ := strings.Cut(c.Callback().Data, "|") // a card's button names its task after the page
	page, _ := strconv.Atoi(written)
	view, err := b.listView(ctx, who, page)
	if err != nil {
		return err
	}
	return b.show(ctx, c, who, view.under(who.texts, lead{}))
}

// onTask opens the card of a request. From the list it takes the list's place; from a notification
// it comes as a message of its own, so that the notification stays in the chat.
func (b *Bot) onTask(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		if err := b.answer(ctx, c, ""); err != nil {
			return err
		}
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	id, page, fromList := parseTaskButton(c.Callback().Data)
	card, err := b.store.TaskCard(ctx, *who.customer, id)
	if store.CodeOf(err) == store.NotFound {
		if err := b.answer(ctx, c, who.texts.TaskGone); err != nil {
			return err
		}
		return b.sendList(ctx, who, lead{})
	}
	if err != nil {
		return err
	}
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	view := taskView(who.texts, *who.customer, card, page, b.store.Location())
	if fromList {
		return b.show(ctx, c, who, view)
	}
	_, err = b.telegram.Send(ctx, who.user.ID, view.text, view.keyboard)
	return err
}

// onConfirm shows the button by which Telegram confirms the phone.
func (b *Bot) onConfirm(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil || who.verified() {
		return b.onUnknownButton(ctx, c, who)
	}
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.ask(ctx, who, who.texts.ConfirmPhone(locale.Phone(who.customer.PhoneKey)))
}

// onUnknownButton ends the waiting of a button from another age.
func (b *Bot) onUnknownButton(ctx context.Context, c tele.Context, who person) error {
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.onAnything(ctx, c, who)
}

// listView reads the page of the list, or the last one where there are fewer.
func (b *Bot) listView(ctx context.Context, who person, page int) (view, error) {
	if !who.newest.HasMore { // as most lists, which need not be counted
		return listView(who.texts, *who.customer, who.newest.Rows, len(who.newest.Rows), 1, b.store.Location()), nil
	}
	filter := store.TaskFilter{CustomerID: &who.customer.ID}
	total, err := b.store.CountTasks(ctx, filter)
	if err != nil {
		return view{}, err
	}
	page = min(max(page, 1), pageCount(total))
	tasks, err := b.store.Tasks(ctx, filter, store.OffsetPage{NewestFirst: true, Limit: tasksPerPage, Offset: (page - 1) * tasksPerPage})
	if err != nil {
		return view{}, err
	}
	around, err := b.store.Surroundings(ctx, tasks)
	if err != nil {
		return view{}, err
	}
	return listView(who.texts, *who.customer, shownTasks(around, tasks, *who.customer), total, page, b.store.Location()), nil
}

// show puts a view in the place of the message whose button was tapped. Where the list stands below that, or Telegram does
// not let it be changed any more, the view comes at the end of the chat instead.
func (b *Bot) show(ctx context.Context, c tele.Context, who person, v view) error {
	tapped := 0
	if message := c.Callback().Message; message != nil {
		tapped = message.ID
	}
	standing := b.lists.standing(who.user.ID, who.list)
	if tapped == 0 || tapped < standing {
		return b.put(ctx, who, v, tapped)
	}
	err := b.telegram.Edit(ctx, who.user.ID, tapped, v.text, v.keyboard)
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Rejected {
		return b.put(ctx, who, v, 0)
	}
	if err != nil {
		return err
	}
	b.lists.stands(who.user.ID, tapped)
	if tapped != standing {
		b.remove(ctx, who, standing)
	}
	return nil
}

// put sends a view as the newest message of the chat, in place of the list that stood there, and of the message of an
// older one whose button was tapped, if that is not 0.
func (b *Bot) put(ctx context.Context, who person, v view, tapped int) error {
	message, err := b.telegram.Send(ctx, who.user.ID, v.text, v.keyboard)
	if err != nil {
		return err
	}
	old := b.lists.standing(who.user.ID, who.list)
	b.lists.stands(who.user.ID, message)
	b.remove(ctx, who, old)
	if tapped != old {
		b.remove(ctx, who, tapped)
	}
	return nil
}

// remove deletes a message of the bot's, as far as Telegram lets it: those of the last two days. What stays is no reason
// to answer again.
func (b *Bot) remove(ctx context.Context, who person, message int) {
	if message == 0 {
		return
	}
	if err := b.telegram.Delete(ctx, who.user.ID, message); err != nil {
		if e, ok := telegram.AsError(err); !ok || e.Kind != telegram.Rejected {
			b.log.Info("An old list stays in its chat", "chat_id", who.user.ID, "error", err)
		}
	}
}

// answer ends the waiting of the tapped button. A tap that was redelivered too late cannot be
// answered any more, and does not have to be.
func (b *Bot) answer(ctx context.Context, c tele.Context, text string) error {
	err := b.telegram.Answer(ctx, c.Callback().ID, text)
	if e, ok := telegram.AsError(err); ok && e.Kind == telegram.Rejected {
		return nil
	}
	return err
}

// ask shows a text with the button that shares the phone.
func (b *Bot) ask(ctx context.Context, who person, text string) error {
	consent, err := b.consentWords(ctx, who)
	if err != nil {
		return err
	}
	_, err = b.telegram.Send(ctx, who.user.ID, text+consent, notify.PhoneKeyboard(who.texts))
	return err
}

func (b *Bot) say(ctx context.Context, who person, text string) error {
	_, err := b.telegram.Send(ctx, who.user.ID, text, nil)
	return err
}
