package bot

import (
	"context"
	"strconv"

	tele "gopkg.in/telebot.v3"

	"zayavka/bot/locale"
	"zayavka/bot/telegram"
	"zayavka/store"
)

// staffGroups is what is asked of the store for groups of staff.
type staffGroups interface {
	OfferStaffGroup(ctx context.Context, actor store.Actor, chatID int64, title string) (store.StaffGroup, error)
	ConfirmStaffGroup(ctx context.Context, actor store.Actor, chatID int64) (store.StaffGroup, error)
	RemoveStaffGroup(ctx context.Context, actor store.Actor, chatID int64) (store.StaffGroup, error)
	StaffGroupLost(ctx context.Context, chatID int64) error
	StaffGroupMigrated(ctx context.Context, from, to int64) error
}

// groupRequest numbers the button by which an admin chooses a group; there is no other of its kind.
const groupRequest = 1

// onGroupCommand has an admin choose a group. From everybody else it is a message like any other.
func (b *Bot) onGroupCommand(ctx context.Context, c tele.Context, who person) error {
	admin, err := b.admin(ctx, who.user.ID)
	if err != nil {
		return err
	}
	if admin == nil {
		return b.onMessage(ctx, c, who)
	}
	keyboard, isMember := &tele.ReplyMarkup{ResizeKeyboard: true, OneTimeKeyboard: true}, true
	keyboard.Reply(keyboard.Row(keyboard.Chat(who.texts.Staff.ChooseGroup, &tele.ReplyRecipient{ID: groupRequest, BotMember: &isMember})))
	_, err = b.telegram.Send(ctx, who.user.ID, who.texts.Staff.AboutGroup, keyboard)
	return err
}

// admin is the active admin with a Telegram account; nil for anybody else.
func (b *Bot) admin(ctx context.Context, telegramID int64) (*store.Staff, error) {
	member, err := b.store.StaffByChat(ctx, telegramID)
	if err != nil || member.Role != store.RoleAdmin {
		return nil, unlessNotFound(err)
	}
	return &member, nil
}

// onGroupChosen asks an admin to confirm the group that they have chosen: all who are in it will read the news.
func (b *Bot) onGroupChosen(ctx context.Context, c tele.Context, who person) error {
	chosen := c.Message().ChatShared
	admin, err := b.admin(ctx, who.user.ID)
	if err != nil || admin == nil || chosen.ID != groupRequest {
		return err
	}
	title, err := b.telegram.ChatTitle(ctx, chosen.ChatID)
	if e, ok := telegram.AsError(err); ok && (e.Kind == telegram.Rejected || e.Kind == telegram.Unreachable) {
		return b.say(ctx, who, who.texts.Staff.GroupClosed)
	}
	if err != nil {
		return err
	}
	group, err := b.store.OfferStaffGroup(ctx, store.Actor{Kind: store.ActorStaff, ID: admin.ID}, chosen.ChatID, title)
	if store.CodeOf(err) == store.Conflict {
		return b.say(ctx, who, who.texts.Staff.GroupsMany)
	}
	if err != nil {
		return err
	}
	keyboard, id := &tele.ReplyMarkup{}, strconv.FormatInt(group.ChatID, 10)
	keyboard.Inline(keyboard.Row(
		keyboard.Data(who.texts.Staff.ConnectGroup, buttonConnect, id), keyboard.Data(who.texts.Staff.LeaveGroup, buttonDisconnect, id),
	))
	_, err = b.telegram.Send(ctx, who.user.ID, who.texts.Staff.GroupAsked(locale.Escape(group.Title)), keyboard)
	return err
}

// onConnect confirms a group.
func (b *Bot) onConnect(ctx context.Context, c tele.Context, who member) error {
	group, err := b.store.ConfirmStaffGroup(ctx, store.Actor{Kind: store.ActorStaff, ID: who.ID}, idOf(c.Callback().Data))
	return b.groupDecided(ctx, c, who, err, who.texts.Staff.GroupConnected(locale.Escape(group.Title)))
}

// onDisconnect removes a group.
func (b *Bot) onDisconnect(ctx context.Context, c tele.Context, who member) error {
	group, err := b.store.RemoveStaffGroup(ctx, store.Actor{Kind: store.ActorStaff, ID: who.ID}, idOf(c.Callback().Data))
	return b.groupDecided(ctx, c, who, err, who.texts.Staff.GroupRemoved(locale.Escape(group.Title)))
}

// groupDecided says what has become of a group, in place of the question.
func (b *Bot) groupDecided(ctx context.Context, c tele.Context, who member, err error, said string) error {
	switch store.CodeOf(err) {
	case store.NotFound, store.Forbidden:
		said = who.texts.Staff.GroupGone
	default:
		if err != nil {
			return err
		}
	}
	return b.saysInstead(ctx, c, who.chat, said, nil)
}

// onGroupUpdate is what happens in a group: it becomes a supergroup, or loses the bot. The bot's own commands are answered
// with where to write, all else is among those who are there.
func (b *Bot) onGroupUpdate(ctx context.Context, c tele.Context) error {
	update := c.Update()
	switch {
	case update.MyChatMember != nil && update.MyChatMember.NewChatMember != nil:
		if role := update.MyChatMember.NewChatMember.Role; role == tele.Left || role == tele.Kicked {
			return b.store.StaffGroupLost(ctx, update.MyChatMember.Chat.ID)
		}
		return nil
	case update.Message != nil && update.Message.MigrateTo != 0:
		return b.store.StaffGroupMigrated(ctx, update.Message.Chat.ID, update.Message.MigrateTo)
	}
	return b.onGroup(ctx, c)
}
