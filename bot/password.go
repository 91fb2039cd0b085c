package bot

import (
	"context"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// ownerLinkTTL is how long a link from the chat can be used: it is opened at once, and the chat may stay open to others.
const ownerLinkTTL = 15 * time.Minute

// ownerLinks is what is asked of the store for an owner who has forgotten their password.
type ownerLinks interface {
	OwnerLoginLink(ctx context.Context, staffID int64, ttl time.Duration) (token string, err error)
}

// onPassword gives the only admin, whom nobody else can help, a link that sets a new password. From everybody else it is a
// message like any other.
func (b *Bot) onPassword(ctx context.Context, c tele.Context, who person) error {
	admin, err := b.admin(ctx, who.user.ID)
	if err != nil {
		return err
	}
	if admin == nil {
		return b.onMessage(ctx, c, who)
	}
	if b.publicURL == "" {
		return b.say(ctx, who, who.texts.Staff.NoAddress)
	}
	token, err := b.store.OwnerLoginLink(ctx, admin.ID, ownerLinkTTL)
	if store.CodeOf(err) == store.Conflict {
		return b.say(ctx, who, who.texts.Staff.AskAnAdmin)
	}
	if err != nil {
		return err
	}
	return b.say(ctx, who, who.texts.Staff.PasswordLink(b.publicURL+"/app/?login="+token))
}
