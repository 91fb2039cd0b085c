package store

import (
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// look reads what is known, a statement for each kind, and locks the customers.
func (r *receiving) look(ctx context.Context, incoming []IncomingMessage) error {
	var chats, strangers, replied, telegramIDs []int64
	var groups []string
	for _, message := range incoming {
		chats = append(chats, message.ChatID)
		telegramIDs = append(telegramIDs, message.TelegramMessageID)
		if message.ReplyTo != 0 {
			replied = append(replied, message.ReplyTo)
		}
		if message.MediaGroupID != "" {
			groups = append(groups, message.MediaGroupID)
		}
	}
	slices.Sort(chats)
	condition, chatList := r.store.anyOf("c.telegram_id", "$1", chats)
	rows, err := r.query(ctx, customerColumns.from("c")+" WHERE "+condition+" ORDER BY c.id"+r.lock(), chatList)
	if err != nil {
		return wrap(err, "find who wrote")
	}
	customers, err := customerColumns.all(rows, len(chats))
	if err != nil {
		return wrap(err, "find who wrote")
	}
	r.customers = map[int64]*Customer{}
	var ids []int64
	for i := range customers {
		r.customers[*customers[i].TelegramID] = &customers[i]
		ids = append(ids, customers[i].ID)
	}
	for _, chat := range chats {
		if r.customers[chat] == nil {
			strangers = append(strangers, chat)
		}
	}
	if r.open, err = r.openTasks(ctx, ids); err != nil {
		return err
	}
	if r.reasons, err = r.awaitedReasons(ctx, ids); err != nil {
		return err
	}
	idle := slices.DeleteFunc(ids, func(id int64) bool { return len(r.open[id]) > 0 })
	if r.lastClosed, err = r.newestTasks(ctx, idle); err != nil {
		return err
	}
	if r.drafts, err = r.openDrafts(ctx, chats); err != nil {
		return err
	}
	if err := r.lookForKnown(ctx, chats, append(telegramIDs, replied...), groups); err != nil {
		return err
	}
	return r.count(ctx, chats, strangers)
}

// openTasks are the tasks of customers that are not closed, the newest first.
func (t *tx) openTasks(ctx context.Context, customerIDs []int64) (map[int64][]Task, error) {
	if len(customerIDs) == 0 {
		return nil, nil
	}
	condition, ids := t.store.anyOf("t.customer_id", "$1", customerIDs)
	rows, err := t.query(ctx, taskColumns.from("t")+" WHERE "+condition+" AND t.status <> 'CLOSED' ORDER BY t.id DESC", ids)
	if err != nil {
		return nil, wrap(err, "read open tasks")
	}
	tasks, err := taskColumns.all(rows, len(customerIDs))
	return groupedByCustomer(tasks), wrap(err, "read open tasks")
}

// lookForKnown finds the messages of the chats that have one of the ids in Telegram, or are one of the albums,
// with the files of these. Each way to find one has its index.
func (r *receiving) lookForKnown(ctx context.Context, chats, telegramIDs []int64, groups []string) error {
	var known []Message
	err := r.NewRaw(`SELECT * FROM messages WHERE id IN (
		SELECT id FROM messages WHERE chat_id IN (?0) AND telegram_message_id IN (?1)
		UNION SELECT id FROM messages WHERE chat_id IN (?0) AND media_group_id IN (?2) AND media_group_id <> ''
		UNION SELECT f.message_id FROM files AS f JOIN messages AS a ON a.id = f.message_id
			WHERE a.media_group_id <> '' AND a.chat_id IN (?0) AND f.telegram_message_id IN (?1))`,
		bun.List(chats), bun.List(telegramIDs), bun.List(append(groups, ""))).Scan(ctx, &known)
	if err != nil {
		return wrap(err, "look for messages that are known")
	}
	r.known, r.albums = map[int64][]Message{}, map[int64][]File{}
	var albums []int64
	for _, message := range known {
		r.known[message.ChatID] = append(r.known[message.ChatID], message)
		if message.MediaGroupID != "" {
			albums = append(albums, message.ID)
		}
	}
	if len(albums) == 0 {
		return nil
	}
	var files []File
	if err := r.NewSelect().Model(&files).Where("f.message_id IN (?)", bun.List(albums)).Order("f.id").Scan(ctx); err != nil {
		return wrap(err, "read the files of albums")
	}
	for _, file := range files {
		r.albums[*file.MessageID] = append(r.albums[*file.MessageID], file)
	}
	return nil
}

// count learns how much the chats have sent: messages of an hour, files of a day, of strangers all.
func (r *receiving) count(ctx context.Context, chats, strangers []int64) error {
	r.sent = map[int64]sent{}
	var counted []sent
	err := r.NewRaw(`SELECT chat_id, count(*) AS messages FROM messages WHERE chat_id IN (?) AND direction = 'IN' AND created_at > ? GROUP BY chat_id`,
		bun.List(chats), r.now.Add(-time.Hour)).Scan(ctx, &counted)
	if err != nil {
		return wrap(err, "count messages")
	}
	for _, c := range counted {
		r.sent[c.ChatID] = c
	}
	counted = nil
	if len(strangers) > 0 {
		err := r.NewRaw(`SELECT chat_id, count(*) AS messages FROM messages WHERE chat_id IN (?) AND customer_id IS NULL GROUP BY chat_id`,
			bun.List(strangers)).Scan(ctx, &counted)
		if err != nil {
			return wrap(err, "count the messages of strangers")
		}
		for _, c := range counted {
			if c.Messages >= MessagesOfStranger {
				r.sent[c.ChatID] = sent{ChatID: c.ChatID, Messages: MessagesPerHour}
			}
		}
	}
	return nil
}

// bytesOfDay is how many bytes of files the chat has sent in a day.
func (t *tx) bytesOfDay(ctx context.Context, chatID int64) (bytes int64, err error) {
	err = t.NewRaw(`SELECT COALESCE(sum(f.size), 0) FROM messages AS m JOIN files AS f ON f.message_id = m.id
		WHERE m.chat_id = ? AND m.direction = 'IN' AND m.created_at > ?`, chatID, t.now.Add(-24*time.Hour)).Scan(ctx, &bytes)
	return bytes, wrap(err, "add up files")
}
