package bot

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// FuzzUpdate: whatever the form of an update, its handler does not panic. `go test ./bot -fuzz FuzzUpdate` looks for more.
func FuzzUpdate(f *testing.F) {
	const (
		from     = `"from": {"id": 5000000001, "first_name": "Ольга"}`
		chat     = `"chat": {"id": 5000000001, "type": "private"}`
		group    = `"chat": {"id": -1001, "type": "supergroup", "title": "Двор"}`
		customer = `"from": {"id": 5000000002, "first_name": "Игорь"}, "chat": {"id": 5000000002, "type": "private"}`
		huge     = `9223372036854775807`
	)
	for _, seed := range []string{
		`{}`, `null`, `{"message": null}`, `{"message": {}}`, `{"edited_message": {}}`, `{"callback_query": {}}`, `{"my_chat_member": {}}`,
		`{"message": {` + from + `}}`, `{"message": {` + chat + `}}`, `{"message": {` + from + `, ` + chat + `}}`,
		`{"message": {` + from + `, ` + chat + `, "text": ""}}`, `{"message": {` + from + `, ` + chat + `, "text": "/start@"}}`,
		`{"message": {` + from + `, ` + chat + `, "text": "8 917 000-99-00"}}`, `{"message": {` + customer + `, "text": "\f\u0007"}}`,
		`{"message": {` + from + `, ` + chat + `, "contact": {}}}`, `{"message": {` + from + `, ` + chat + `, "contact": {"user_id": 5000000001}}}`,
		`{"message": {` + from + `, ` + chat + `, "contact": {"phone_number": "+", "user_id": ` + huge + `}}}`,
		`{"message": {` + from + `, ` + group + `, "text": "/start"}}`, `{"message": {` + group + `, "text": "/start"}}`,
		`{"message": {` + from + `, ` + chat + `, "photo": []}}`, `{"message": {` + from + `, ` + chat + `, "photo": [{}]}}`,
		`{"message": {` + from + `, ` + chat + `, "voice": {}, "document": {}, "sticker": {}, "location": {}}}`,
		`{"message": {` + from + `, ` + chat + `, "pinned_message": {}, "new_chat_members": [{}], "left_chat_member": {}}}`,
		`{"message": {` + from + `, ` + chat + `, "migrate_to_chat_id": -1, "web_app_data": {}, "users_shared": {}}}`,
		`{"message": {` + from + `, ` + chat + `, "reply_to_message": {}, "forward_origin": {}, "entities": [{"offset": -1, "length": 9}], "text": "x"}}`,
		`{"edited_message": {` + from + `, "text": "89170009900"}}`, `{"edited_message": {` + chat + `}}`, `{"edited_message": {` + from + `, ` + chat + `}}`,
		`{"edited_message": {` + customer + `}}`,
		`{"callback_query": {"id": "1"}}`, `{"callback_query": {` + from + `}}`, `{"callback_query": {` + from + `, "data": "\ftask|"}}`,
		`{"callback_query": {` + from + `, "message": {}, "data": "\fpage|` + huge + `"}}`,
		`{"callback_query": {` + from + `, "message": {` + chat + `, "message_id": 1, "date": 0}, "data": "\fpage|-1"}}`,
		`{"callback_query": {"from": {"id": 5000000002}, "message": {"chat": {"id": 5000000002, "type": "private"}, "message_id": 1, "date": 0}, "data": "\fpage|99"}}`,
		`{"callback_query": {"from": {"id": 5000000002}, "inline_message_id": "x", "data": "\ftask|` + huge + `|-1"}}`,
		`{"callback_query": {"from": {"id": 5000000002}, "data": "\flanguage|"}}`, `{"callback_query": {"from": {"id": 5000000002}, "game_short_name": "x"}}`,
		`{"my_chat_member": {` + from + `}}`, `{"my_chat_member": {` + chat + `}}`, `{"my_chat_member": {` + from + `, ` + chat + `}}`,
		`{"my_chat_member": {` + customer + `}}`, `{"my_chat_member": {` + customer + `, "new_chat_member": {}}}`,
		`{"my_chat_member": {` + from + `, ` + group + `, "new_chat_member": {"status": "kicked"}}}`,
		`{"message": {` + from + `, ` + chat + `, "text": "x"}, "callback_query": {}}`, `{"edited_message": {` + from + `, ` + chat + `}, "callback_query": {}}`,
		`{"channel_post": {"text": "x"}}`, `{"edited_channel_post": {}}`, `{"inline_query": {}}`, `{"poll": {}}`, `{"poll_answer": {}}`,
		`{"chat_join_request": {}}`, `{"chat_boost": {}}`, `{"removed_chat_boost": {}}`, `{"message_reaction": {}}`, `{"pre_checkout_query": {}}`,
		`{"shipping_query": {}}`, `{"chosen_inline_result": {}}`, `{"business_message": {"text": "x"}}`, `{"a_kind_of_tomorrow": {"x": [1, 2]}}`,
		`{"message": {"from": {"id": ` + huge + `}, "chat": {"id": -` + huge + `, "type": "private"}, "date": ` + huge + `, "text": "/help"}}`,
		`{"message": {"from": {"id": 1e400}}}`, `{"message": {"message_id": 1.5}}`, `{"update_id": "7"}`, `[]`, `"text"`, `{"message": [` + `1]}`,
	} {
		f.Add([]byte(strings.Replace(seed, "{", `{"update_id": 1, `, 1)))
	}
	b := fuzzed(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		update := readUpdate(raw, time.Now())
		if update.unreadable == nil {
			_ = b.process(t.Context(), update.update)
		}
	})
}

// fuzzed is a bot whose Telegram takes everything, with one customer who has more than a page of requests.
func fuzzed(tb testing.TB) *Bot {
	tb.Helper()
	telegram := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.WriteString(w, `{"ok": true, "result": {"message_id": 1}}`)
	}))
	tb.Cleanup(telegram.Close)
	database, err := store.Open(store.Options{URL: storetest.SQLite(tb)})
	require.NoError(tb, err)
	tb.Cleanup(func() { require.NoError(tb, database.Close()) })
	require.NoError(tb, database.MigrateUp(tb.Context()))
	_, _, err = database.Register(tb.Context(), store.Registration{TelegramID: 5000000002, Phone: "+79170000002", Verified: true})
	require.NoError(tb, err)
	for range tasksPerPage + 1 {
		_, err = database.CreateTask(tb.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: "+79170000002"})
		require.NoError(tb, err)
	}
	b, err := New(Options{
		Store: database, Logger: slog.New(slog.DiscardHandler), Token: "1:x", APIURL: telegram.URL, Mode: "polling", Language: "ru",
		Metrics: prometheus.NewRegistry(),
	})
	require.NoError(tb, err)
	tb.Cleanup(b.telegram.Close)
	return b
}
