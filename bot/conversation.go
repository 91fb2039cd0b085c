package bot

import (
	"context"
	"strconv"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/store"
)

// conversation is what is asked of the store to keep what customers write.
type conversation interface {
	listKeeper
	ReceiveMessages(ctx context.Context, incoming []store.IncomingMessage) ([]store.Reception, error)
	EditMessage(ctx context.Context, in store.IncomingMessage) error
	ChatPlace(ctx context.Context, customer store.Customer) (store.Place, bool, error)
	FileRecent(ctx context.Context, customer store.Customer, from, taskID int64) error
	StartDraft(ctx context.Context, customer store.Customer) (store.Draft, error)
	SetDraftCategory(ctx context.Context, customer store.Customer, category store.Category) (store.Draft, error)
	DropDraft(ctx context.Context, customer store.Customer) error
	SendDraft(ctx context.Context, customer store.Customer, draftID int64, named store.FileNames) (store.Task, error)
	DueDrafts(ctx context.Context) ([]store.Customer, error)
	SendDueDraft(ctx context.Context, customer store.Customer, named store.FileNames) error
}

// onMessage keeps whatever a person wrote or sent, and answers with the list, and above it where it went. The parts of an
// album are answered together, by sendDueLists.
func (b *Bot) onMessage(ctx context.Context, c tele.Context, who person) error {
	in := incomingOf(c.Message(), b.words())
	reception, err := b.receptions.run(ctx, in)
	if err != nil {
		return err
	}
	keptAlbum := in.MediaGroupID != "" && (reception.Outcome == store.ReceptionKept || reception.Outcome == store.ReceptionRepeated)
	if keptAlbum && !reception.FilesRefused {
		if who.customer == nil {
			b.chosen.Add(who.user.ID, who.texts.Code) // sendDueList knows nobody's language in Telegram
		}
		signal(b.due)
		return nil
	}
	if who.customer == nil {
		return b.ask(ctx, who, strangersLead(who.texts, reception.Outcome))
	}
	return b.sendList(ctx, who, leadOf(who.texts, reception))
}

// words are the texts that staff read.
func (b *Bot) words() *locale.Texts { return locale.For(b.language) }

// newReceiver keeps messages of many chats together. Where that fails each is tried alone, so that none can keep those
// of others from being kept.
func newReceiver(s conversation) *batcher[store.IncomingMessage, store.Reception] {
	return newBatcher(s.ReceiveMessages)
}

// lead is what stands above the list: what became of what the customer wrote or tapped, and what they can do about it.
type lead struct {
	text string
	rows []tele.Row
	asks bool // a request is being written: its buttons take the place of the one that begins it
}

func strangersLead(texts *locale.Texts, outcome store.ReceptionOutcome) string {
	switch outcome {
	case store.ReceptionTooMany:
		return texts.TooManyMessages
	case store.ReceptionIgnored:
		return texts.AskPhone
	}
	return texts.SentByStranger
}

// leadOf says where a message went.
func leadOf(texts *locale.Texts, reception store.Reception) lead {
	switch reception.Outcome {
	case store.ReceptionMuted:
		return lead{text: texts.Muted}
	case store.ReceptionTooMany:
		return lead{text: texts.TooManyMessages}
	case store.ReceptionIgnored:
		return lead{}
	}
	said := placeLead(texts, reception.Place)
	if reception.FilesRefused {
		said.text = texts.TooManyFiles + "\n\n" + said.text
	}
	return said
}

// placeLead says where the newest words of a chat are, with buttons for where else they might belong.
func placeLead(texts *locale.Texts, place store.Place) lead {
	keyboard := &tele.ReplyMarkup{}
	data := func(text, name string, id int64) tele.Btn {
		return keyboard.Data(text, name, strconv.FormatInt(id, 10))
	}
	switch {
	case place.Reason:
		return lead{text: texts.Reminders.ReasonKept, rows: []tele.Row{{data(texts.AboutOther, buttonOther, place.Filed.ID)}}}
	case place.Draft != nil:
		return draftLead(texts, *place.Draft)
	case place.Filed != nil && place.Filed.Status == store.StatusClosed:
		return lead{text: texts.SentToClosed(place.Filed.ID)}
	case place.Filed != nil:
		return lead{text: texts.SentTo(place.Filed.ID), rows: []tele.Row{{data(texts.AboutOther, buttonOther, place.Filed.ID)}}}
	case len(place.Open) > 0:
		var buttons []tele.Btn
		for _, id := range place.Open {
			buttons = append(buttons, data(texts.AboutTask(id), buttonFile, id))
		}
		return lead{text: texts.SentUnfiled, rows: keyboard.Split(3, buttons)}
	case place.LastClosed != 0:
		id := place.LastClosed
		return lead{text: texts.SentAfterClosed(id), rows: []tele.Row{{data(texts.AboutTask(id), buttonFile, id)}}}
	}
	return lead{text: texts.SentNowhere}
}

// draftLead shows a request that is being written.
func draftLead(texts *locale.Texts, draft store.Draft) lead {
	keyboard := &tele.ReplyMarkup{}
	said := lead{text: texts.DescribeIt, asks: true}
	if draft.Texts+draft.Files > 0 {
		said.text = texts.Draft(draft.Texts, draft.Files)
		said.rows = append(said.rows, tele.Row{keyboard.Data(texts.SendRequest, buttonSend, strconv.FormatInt(draft.ID, 10))})
	}
	var categories []tele.Btn
	for _, category := range store.Categories() {
		name := texts.CategoryName(category)
		if category == draft.Category {
			name = "✓ " + name
		}
		categories = append(categories, keyboard.Data(name, buttonCategory, string(category)))
	}
	said.rows = append(said.rows, keyboard.Split(2, categories)...)
	said.rows = append(said.rows, tele.Row{keyboard.Data(texts.DropRequest, buttonDrop)})
	return said
}

// onFile files what was just written to a request that the customer names.
func (b *Bot) onFile(ctx context.Context, c tele.Context, who person) error {
	return b.file(ctx, c, who, 0, idOf(c.Callback().Data))
}

// onOther takes what was just written off the request to which it was filed.
func (b *Bot) onOther(ctx context.Context, c tele.Context, who person) error {
	return b.file(ctx, c, who, idOf(c.Callback().Data), 0)
}

// file files what was just written, and shows where it is now, or, when the button is of another age, how things are.
func (b *Bot) file(ctx context.Context, c tele.Context, who person, from, to int64) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	err := b.store.FileRecent(ctx, *who.customer, from, to)
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
	return b.showPlace(ctx, c, who)
}

// showPlace shows the list, and above it where the newest words are, in the place of the message whose button was tapped.
func (b *Bot) showPlace(ctx context.Context, c tele.Context, who person) error {
	place, talks, err := b.store.ChatPlace(ctx, *who.customer)
	if err != nil {
		return err
	}
	said := lead{}
	if talks {
		said = placeLead(who.texts, place)
		if place.Filed == nil && place.Draft == nil && len(place.Open) == 1 {
			// It was taken off this one: the buttons offer it all the same, should that have been a slip.
			said.text = who.texts.SentUnfiled
		}
	}
	return b.showList(ctx, c, who, said)
}

// onNew begins a request.
func (b *Bot) onNew(ctx context.Context, c tele.Context, who person) error {
	if c.Callback() != nil {
		if err := b.answer(ctx, c, ""); err != nil {
			return err
		}
	}
	if who.customer == nil {
		return b.ask(ctx, who, who.texts.AskPhone)
	}
	if who.customer.MutedAt != nil {
		return b.sendList(ctx, who, lead{text: who.texts.Muted})
	}
	draft, err := b.store.StartDraft(ctx, *who.customer)
	if err != nil {
		return err
	}
	if c.Callback() != nil {
		return b.showList(ctx, c, who, draftLead(who.texts, draft))
	}
	return b.sendList(ctx, who, draftLead(who.texts, draft))
}

func (b *Bot) onCategory(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	category := store.Category(c.Callback().Data)
	draft, err := b.store.SetDraftCategory(ctx, *who.customer, category)
	if store.CodeOf(err) == store.NotFound {
		return b.draftGone(ctx, c, who)
	}
	if err != nil {
		return err
	}
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.showList(ctx, c, who, draftLead(who.texts, draft))
}

// onSend sends the request that is being written.
func (b *Bot) onSend(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	task, err := b.store.SendDraft(ctx, *who.customer, idOf(c.Callback().Data), b.words().FileName)
	said := lead{text: who.texts.RequestSent(task.ID)}
	switch store.CodeOf(err) {
	case store.NotFound:
		return b.draftGone(ctx, c, who)
	case store.Invalid:
		return b.answer(ctx, c, who.texts.RequestEmpty)
	case store.Conflict:
		said.text = who.texts.RequestsWait(store.UntakenRequests)
	default:
		if err != nil {
			return err
		}
	}
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.showNewList(ctx, c, who, said)
}

// onDrop ends the writing of a request that is not sent.
func (b *Bot) onDrop(ctx context.Context, c tele.Context, who person) error {
	if who.customer == nil {
		return b.onUnknownButton(ctx, c, who)
	}
	if err := b.store.DropDraft(ctx, *who.customer); err != nil {
		return err
	}
	if err := b.answer(ctx, c, ""); err != nil {
		return err
	}
	return b.showList(ctx, c, who, lead{text: who.texts.RequestDropped})
}

// draftGone answers a button of a request that is sent already, or dropped.
func (b *Bot) draftGone(ctx context.Context, c tele.Context, who person) error {
	if err := b.answer(ctx, c, who.texts.RequestGone); err != nil {
		return err
	}
	return b.showNewList(ctx, c, who, lead{})
}

// showNewList is showList after what changed the list itself.
func (b *Bot) showNewList(ctx context.Context, c tele.Context, who person, said lead) error {
	state, err := b.chats.run(ctx, who.user.ID)
	if err != nil || state.customer == nil {
		return err
	}
	who.customer, who.newest = state.customer, state.newest
	return b.showList(ctx, c, who, said)
}

// showList shows the list in the place of the message whose button was tapped.
func (b *Bot) showList(ctx context.Context, c tele.Context, who person, said lead) error {
	view, err := b.listView(ctx, who, 1)
	if err != nil {
		return err
	}
	return b.show(ctx, c, who, view.under(who.texts, said))
}

// sendList sends the list as the newest message of the chat, in place of the one that stood there.
func (b *Bot) sendList(ctx context.Context, who person, said lead) error {
	list, err := b.listView(ctx, who, 1)
	if err != nil {
		return err
	}
	return b.put(ctx, who, list.under(who.texts, said), 0)
}

// idOf reads an id of a button's data; 0 for what is none.
func idOf(data string) int64 {
	id, _ := strconv.ParseInt(data, 10, 64)
	return id
}
