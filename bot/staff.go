package bot

import (
	"context"
	"errors"
	"strconv"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// onTake makes the task of a piece of news the task of the member of staff who tapped; the news show that from then on.
func (b *Bot) onTake(ctx context.Context, c tele.Context, who person) error {
	member, err := b.store.StaffByChat(ctx, who.user.ID)
	if store.CodeOf(err) == store.NotFound {
		return b.onUnknownButton(ctx, c, who)
	}
	if err != nil {
		return err
	}
	id, _ := strconv.ParseInt(c.Callback().Data, 10, 64)
	_, err = b.store.TakeTask(ctx, store.Actor{Kind: store.ActorStaff, ID: member.ID}, id)
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
