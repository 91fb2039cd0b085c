package store

import (
	"cmp"
	"context"
	"time"

	"github.com/uptrace/bun"
)

// post is a message that the bot sent about a task or a customer: a reply to it is about the same.
type post struct {
	bun.BaseModel     `bun:"table:posts,alias:p"`
	ChatID            int64 `bun:",pk"`
	TelegramMessageID int   `bun:",pk"`
	TaskID            *int64
	CustomerID        *int64
	ForStaff          bool // in a chat of a member of staff, or in their group
	CreatedAt         time.Time
}

// post notes what a message is about that was sent just now; an album is several messages.
func (t *tx) post(ctx context.Context, sent Notification, telegramMessageID int, files []SentFile) error {
	var about post
	if sent.TaskID != 0 {
		about.TaskID = &sent.TaskID
	}
	if customer := cmp.Or(sent.CustomerID, sent.AboutCustomerID); customer != 0 {
		about.CustomerID = &customer
	}
	if about.TaskID == nil && about.CustomerID == nil {
		return nil
	}
	about.ChatID, about.ForStaff, about.CreatedAt = sent.ChatID, sent.CustomerID == 0, t.now
	messages := map[int]bool{telegramMessageID: true}
	for _, file := range files {
		messages[file.TelegramMessageID] = true
	}
	var posts []post
	for id := range messages {
		if id != 0 {
			about.TelegramMessageID = id
			posts = append(posts, about)
		}
	}
	if len(posts) == 0 {
		return nil
	}
	_, err := t.NewInsert().Model(&posts).On("CONFLICT (chat_id, telegram_message_id) DO UPDATE").
		Set("task_id = excluded.task_id").Set("customer_id = excluded.customer_id").Set("for_staff = excluded.for_staff").Exec(ctx)
	return wrap(err, "note what a message is about")
}
