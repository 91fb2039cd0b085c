package bot

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// photoLinks is what is asked of the store for photos that members of staff send.
type photoLinks interface {
	OpenPhotoLink(ctx context.Context, chatID int64, code string) (store.PhotoSession, error)
	AddPhotos(ctx context.Context, in store.StaffReply) (ok bool, err error)
	EndPhotos(ctx context.Context, actor store.Actor, id int64) (store.PhotoSession, error)
	SendPhotos(ctx context.Context, actor store.Actor, id int64) (store.Message, error)
}

// PhotoStart begins the start parameter of a link by which a member of staff sends photos.
const PhotoStart = "p_"

// opensPhotos asks for photos, if the bot was opened by a link for that.
func (b *Bot) opensPhotos(ctx context.Context, c tele.Context, who person) (bool, error) {
	code, ok := strings.CutPrefix(c.Message().Payload, PhotoStart)
	if !ok {
		return false, nil
	}
	session, err := b.store.OpenPhotoLink(ctx, who.user.ID, code)
	if store.CodeOf(err) == store.NotFound {
		_, err := b.store.StaffByChat(ctx, who.user.ID)
		if err != nil {
			return false, unlessNotFound(err)
		}
		return true, b.say(ctx, who, who.texts.Staff.PhotosOver)
	}
	if err != nil {
		return false, err
	}
	keyboard := &tele.ReplyMarkup{}
	keyboard.Inline(keyboard.Row(keyboard.Data(who.texts.Staff.PhotosDone, buttonPhotosDone, strconv.FormatInt(session.ID, 10))))
	_, err = b.telegram.Send(ctx, who.user.ID, who.texts.Staff.PhotosAsked(session.TaskID, session.Label), keyboard)
	return true, err
}

// takesPhotos keeps what comes in a chat in which photos are waited for.
func (b *Bot) takesPhotos(ctx context.Context, c tele.Context) (bool, error) {
	message := c.Update().Message
	if message == nil || !message.Private() || message.Photo == nil && message.Video == nil && message.Document == nil {
		return false, nil
	}
	in := incomingOf(message, b.words())
	kept, err := b.store.AddPhotos(ctx, store.StaffReply{
		ChatID: message.Chat.ID, TelegramMessageID: in.TelegramMessageID, From: message.Sender.ID, Files: in.Files,
	})
	if err != nil || !kept {
		return false, err
	}
	_, err = b.react(ctx, message, "👍") // without it, onPhotosDone says how many have come
	return true, err
}

// onPhotosDone waits for no more photos, and offers to send them to the customer.
func (b *Bot) onPhotosDone(ctx context.Context, c tele.Context, who member) error {
	session, err := b.store.EndPhotos(ctx, store.Actor{Kind: store.ActorStaff, ID: who.ID}, idOf(c.Callback().Data))
	if store.CodeOf(err) == store.NotFound {
		return b.answer(ctx, c, who.texts.Staff.PhotosOver)
	}
	if err != nil {
		return err
	}
	var keyboard *tele.ReplyMarkup
	if session.Photos > 0 {
		keyboard = &tele.ReplyMarkup{}
		keyboard.Inline(keyboard.Row(keyboard.Data(who.texts.Staff.PhotosSend, buttonPhotosSend, strconv.FormatInt(session.ID, 10))))
	}
	return b.saysInstead(ctx, c, who.chat, who.texts.Staff.PhotosAdded(session.TaskID, session.Photos), keyboard)
}

// onPhotosSend sends them.
func (b *Bot) onPhotosSend(ctx context.Context, c tele.Context, who member) error {
	message, err := b.store.SendPhotos(ctx, store.Actor{Kind: store.ActorStaff, ID: who.ID}, idOf(c.Callback().Data))
	var refused *store.Error
	switch {
	case err == nil:
		return b.saysInstead(ctx, c, who.chat, who.texts.Staff.PhotosSent(*message.TaskID), nil)
	case store.CodeOf(err) == store.NotFound:
		return b.answer(ctx, c, who.texts.Staff.PhotosOver)
	case errors.As(err, &refused):
		return b.answer(ctx, c, who.texts.Staff.PhotosRefused)
	}
	return err
}
