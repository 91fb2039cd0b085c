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

// NotePost notes that a message which the bot has just sent to staff is about a task or, where taskID is nil, a customer.
// What is gone by now is NotFound.
func (s *Store) NotePost(ctx context.Context, chatID int64, telegramMessageID int, taskID, customerID *int64) error {
	return s.inTx(ctx, func(ctx context.Context, tx *tx) error {
		if taskID != nil {
			customer, _, err := tx.lockTask(ctx, *taskID)
			if err != nil {
				return err
			}
			if customer != nil {
				customerID = &customer.ID
			}
		} else if customer, err := tx.findCustomer(ctx, "id = $1", *customerID); err != nil || customer == nil {
			return cmp.Or(err, errNotFound())
		}
		return tx.insertPosts(ctx, []post{{
			ChatID: chatID, TelegramMessageID: telegramMessageID, TaskID: taskID, CustomerID: customerID, ForStaff: true, CreatedAt: tx.now,
		}})
	})
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
	return t.insertPosts(ctx, posts)
}

func (t *tx) insertPosts(ctx context.Context, posts []post) error {
	if len(posts) == 0 {
		return nil
	}
	_, err := t.NewInsert().Model(&posts).On("CONFLICT (chat_id, telegram_message_id) DO UPDATE").
		Set("task_id = excluded.task_id").Set("customer_id = excluded.customer_id").Set("for_staff = excluded.for_staff").Exec(ctx)
	return wrap(err, "note what a message is about")
}
