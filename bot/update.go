package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	tele "gopkg.in/telebot.v3"
)

// updateKinds are the updates asked for. Telegram keeps back all others.
func updateKinds() []string {
	return []string{"message", "edited_message", "callback_query", "my_chat_member"}
}

// decodeUpdate reads an update as Telegram writes it. With the error for one that telebot cannot
// read comes its id alone: it is confirmed without effect, else it would come again for ever.
func decodeUpdate(raw []byte) (tele.Update, error) {
	var update tele.Update
	err := json.Unmarshal(raw, &update)
	if err == nil && update.ID == 0 {
		err = errors.New("the update has no id")
	}
	if err == nil {
		return update, nil
	}
	return tele.Update{ID: updateID(raw)}, fmt.Errorf("decode update: %w", err)
}

// readUpdate is decodeUpdate for an update whose author nobody can be told of.
func readUpdate(raw []byte, log *slog.Logger) tele.Update {
	update, err := decodeUpdate(raw)
	if err != nil {
		log.Error("An update cannot be read: its author gets no answer", "update_id", update.ID, "error", err)
	}
	return update
}

// updateID reads the id alone, which takes a third of the time. An update of no use at all has the id 0.
func updateID(raw []byte) int {
	var readable struct {
		ID int `json:"update_id"`
	}
	_ = json.Unmarshal(raw, &readable)
	return readable.ID
}
