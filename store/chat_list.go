package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"github.com/uptrace/bun"
)

// ChatList is the list of requests that stands in a chat.
type ChatList struct {
	bun.BaseModel     `bun:"table:chat_lists,alias:l"`
	ChatID            int64 `bun:",pk"`
	TelegramMessageID int   // 0 for none
	DueAt             *time.Time
	ConsentShown      string // the version of the shop's text on personal data that the chat was shown last
	UpdatedAt         time.Time
}

// ChatLists are the lists that stand in chats.
func (s *Store) ChatLists(ctx context.Context, chats []int64) (map[int64]int, error) {
	condition, list := s.anyOf("chat_id", "$1", chats)
	rows, err := s.query(ctx, "SELECT chat_id, telegram_message_id FROM chat_lists WHERE "+condition, list)
	if err != nil {
		return nil, wrap(err, "read the lists of chats")
	}
	defer rows.Close()
	byChat := make(map[int64]int, len(chats))
	for rows.Next() {
		var chat int64
		var message int
		if err := rows.Scan(&chat, &message); err != nil {
			return nil, wrap(err, "read the lists of chats")
		}
		byChat[chat] = message
	}
	return byChat, wrap(rows.Err(), "read the lists of chats")
}

// StandingList is the message that is the list of its chat, and when it came there.
type StandingList struct {
	TelegramMessageID int
	At                time.Time
}

// SetChatLists remembers which messages are the lists of their chats. What was owed to a chat before its list came is not
// owed any more.
func (s *Store) SetChatLists(ctx context.Context, standing map[int64]StandingList) error {
	now := s.now()
	rows := make([]ChatList, 0, len(standing))
	for chat, list := range standing {
		rows = append(rows, ChatList{ChatID: chat, TelegramMessageID: list.TelegramMessageID, UpdatedAt: now})
	}
	slices.SortFunc(rows, func(a, b ChatList) int { return cmp.Compare(a.ChatID, b.ChatID) }) // as everybody locks them
	_, err := s.write.NewInsert().Model(&rows).On("CONFLICT (chat_id) DO UPDATE").Set("telegram_message_id = EXCLUDED.telegram_message_id").
		Set("updated_at = EXCLUDED.updated_at").Returning("NULL").Exec(ctx)
	if err != nil {
		return wrap(err, "remember the lists of chats")
	}
	var owed []ChatList
	chats := slices.Collect(maps.Keys(standing))
	if err := s.read.NewSelect().Model(&owed).Where("chat_id IN (?)", bun.List(chats)).Where("due_at IS NOT NULL").Scan(ctx); err != nil {
		return wrap(err, "look for lists that are owed")
	}
	for _, list := range owed {
		if list.DueAt.After(standing[list.ChatID].At.Add(albumPause)) {
			continue
		}
		if err := s.ListPaid(ctx, list); err != nil {
			return err
		}
	}
	return nil
}

// oweList has a list sent to the chat at a time, unless another one is sent before.
func (t *tx) oweList(ctx context.Context, chatID int64, at time.Time) error {
	list := ChatList{ChatID: chatID, DueAt: &at, UpdatedAt: t.now}
	_, err := t.NewInsert().Model(&list).On("CONFLICT (chat_id) DO UPDATE").Set("due_at = EXCLUDED.due_at").
		Set("updated_at = EXCLUDED.updated_at").Returning("NULL").Exec(ctx)
	return wrap(err, "owe a list")
}

// DueLists are the lists that are owed to chats, and next is when the first of the others is due; zero for none.
func (s *Store) DueLists(ctx context.Context) (due []ChatList, next time.Time, err error) {
	var lists []ChatList
	err = s.read.NewSelect().Model(&lists).Where("due_at IS NOT NULL").Order("due_at").Limit(100).Scan(ctx)
	now := s.now()
	for i, list := range lists {
		if list.DueAt.After(now) {
			return lists[:i], *list.DueAt, nil
		}
	}
	return lists, time.Time{}, wrap(err, "look for lists to be sent")
}

// ListPaid records that a list which was owed has been sent. One that is owed since then still is.
func (s *Store) ListPaid(ctx context.Context, list ChatList) error {
	_, err := s.write.NewUpdate().Model((*ChatList)(nil)).Set("due_at = NULL").
		Where("chat_id = ?", list.ChatID).Where("due_at = ?", list.DueAt).Exec(ctx)
	return wrap(err, "record that a list was sent")
}
