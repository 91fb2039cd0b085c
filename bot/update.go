package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	tele "gopkg.in/telebot.v3"

	"zayavka/store"
)

// updateKinds are the updates asked for. Telegram keeps back all others.
func updateKinds() []string {
	return []string{"message", "edited_message", "callback_query", "my_chat_member"}
}

// incoming is an update as it came.
type incoming struct {
	id         int
	chat       int64 // whose order it belongs to; 0 if it names none
	raw        json.RawMessage
	at         time.Time
	tries      int // that failed because of itself
	update     tele.Update
	unreadable error
}

// row is the update to be written down.
func (i incoming) row() store.Update {
	return store.Update{UpdateID: i.id, ChatID: i.chat, Body: i.raw, Tries: i.tries, ReceivedAt: i.at}
}

// readUpdate reads an update as Telegram writes it. One that cannot be read has at least its id, and 0 for none.
func readUpdate(raw []byte, at time.Time) incoming {
	update, err := decodeUpdate(raw)
	read := incoming{id: update.ID, raw: raw, at: at, update: update, unreadable: err}
	if err == nil {
		read.chat = chatOf(update)
	}
	return read
}

// decodeUpdate gives with the error for an update that telebot cannot read its id alone.
func decodeUpdate(raw []byte) (update tele.Update, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			update, err = tele.Update{ID: updateID(raw)}, fmt.Errorf("decode update: panic: %v", cause)
		}
	}()
	if err = json.Unmarshal(raw, &update); err == nil && update.ID == 0 {
		err = errors.New("the update has no id")
	}
	if err == nil {
		return update, nil
	}
	return tele.Update{ID: updateID(raw)}, fmt.Errorf("decode update: %w", err)
}

// updateID reads the id alone. An update of no use at all has the id 0.
func updateID(raw []byte) int {
	var readable struct {
		ID int `json:"update_id"`
	}
	if json.Unmarshal(raw, &readable) != nil {
		return 0
	}
	return readable.ID
}

// chatOf names the chat whose order an update belongs to.
func chatOf(update tele.Update) int64 {
	switch {
	case update.Message != nil && update.Message.Chat != nil:
		return update.Message.Chat.ID
	case update.EditedMessage != nil && update.EditedMessage.Chat != nil:
		return update.EditedMessage.Chat.ID
	case update.Callback != nil && update.Callback.Sender != nil:
		return update.Callback.Sender.ID // the private chat of the one who tapped
	case update.MyChatMember != nil && update.MyChatMember.Chat != nil:
		return update.MyChatMember.Chat.ID
	}
	return 0
}

// kindOf names an update as Telegram does.
func kindOf(update tele.Update) string {
	switch {
	case update.Message != nil:
		return "message"
	case update.EditedMessage != nil:
		return "edited_message"
	case update.Callback != nil:
		return "callback_query"
	case update.MyChatMember != nil:
		return "my_chat_member"
	}
	return "other"
}
