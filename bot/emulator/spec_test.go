package emulator_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// botAPI loads Telegram's Bot API, which lies beside the checkout on machines that have it.
func botAPI(t *testing.T) *emulator.Spec {
	t.Helper()
	spec, err := emulator.LoadSpec(filepath.Join("..", "..", "..", "shared", "telegram", "bot-api-10.1.json"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the Bot API's description does not lie beside the checkout")
	}
	require.NoError(t, err)
	return spec
}

func TestEveryAnswerIsOfTheTypeThatTheBotAPIDeclares(t *testing.T) {
	spec := botAPI(t)
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{FirstName: "Анна", LastName: "Соколова", Username: "anna"})
	keyboard := params{"inline_keyboard": [][]params{{{"text": "Open", "callback_data": "1"}, {"text": "Site", "url": "https://example.com/"}}}}
	said := anna.Says("/start")
	sent := result[tele.Message](t, srv, "sendMessage", params{
		"chat_id": anna.ID, "text": "<b>a</b> <a href='https://example.com/'>b</a>", "parse_mode": "HTML",
		"reply_markup": keyboard, "reply_parameters": params{"message_id": said.ID},
	})
	anna.Taps(t, "Open")
	anna.Edits(said.ID, "/help")
	anna.SendsPhoto("caption")
	anna.SendsSticker()
	anna.SendsVoice()
	anna.SendsLocation()
	anna.SendsVenue("Vintik", "Tverskaya 1")
	anna.SendsDice()
	anna.SendsPoll("When?", "Today", "Tomorrow")
	files := received(t, srv, anna, "photo", "video", "voice", "video_note", "audio", "document")
	anna.SendsAlbum("album", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	anna.Sends(emulator.Outgoing{Text: "a part", ReplyTo: said.ID, Quote: "help"})
	hidden := srv.NewUser(emulator.Profile{HidesAccount: true})
	anna.Forwards(hidden.Says("forwarded"))
	anna.SharesContact()
	anna.ForwardsOwnContact("+7 917 000-99-01")
	anna.RepliesWithOwnContact(sent.ID)
	group := srv.NewGroup("Neighbours", anna, hidden)
	anna.AddsBotTo(group)
	anna.PromotesBotIn(group)
	anna.SaysIn(group, "hello")
	former := group.ID()
	anna.MakesSupergroup(group)
	ask := params{"keyboard": [][]params{{{"text": "Group", "request_chat": params{"request_id": 1, "chat_is_channel": false, "request_title": true}}}}}
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "Which?", "reply_markup": ask})
	anna.SharesChat(t, "Group", group)
	hidden.Leaves(group)
	hidden.Joins(group)
	tap := updates(t, srv, nil)[1].Callback
	photo := files["photo"]
	album := []params{{"type": "photo", "media": photo, "caption": "a"}, {"type": "video", "media": files["video"]}}
	pictured := result[tele.Message](t, srv, "sendPhoto", params{"chat_id": anna.ID, "photo": photo})
	anna.Blocks()
	anna.Unblocks()

	for _, step := range []struct {
		method string
		params params
	}{
		{"getMe", nil},
		{"getUpdates", nil},
		{"getChat", params{"chat_id": anna.ID}},
		{"getChat", params{"chat_id": former}},
		{"getChat", params{"chat_id": group.ID()}},
		{"getChatMember", params{"chat_id": group.ID(), "user_id": anna.ID}},
		{"getChatMember", params{"chat_id": group.ID(), "user_id": hidden.ID}},
		{"getChatMember", params{"chat_id": group.ID(), "user_id": int64(7000000001)}},
		{"sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": keyboard}},
		{"sendPhoto", params{"chat_id": anna.ID, "photo": photo, "caption": "a"}},
		{"sendVideo", params{"chat_id": anna.ID, "video": files["video"], "caption": "a"}},
		{"sendVoice", params{"chat_id": anna.ID, "voice": files["voice"]}},
		{"sendVideoNote", params{"chat_id": anna.ID, "video_note": files["video_note"]}},
		{"sendAudio", params{"chat_id": anna.ID, "audio": files["audio"]}},
		{"sendDocument", params{"chat_id": anna.ID, "document": files["document"]}},
		{"sendMediaGroup", params{"chat_id": anna.ID, "media": album, "reply_parameters": params{"message_id": said.ID, "quote": "help"}}},
		{"copyMessage", params{"chat_id": anna.ID, "from_chat_id": anna.ID, "message_id": said.ID}},
		{"copyMessages", params{"chat_id": anna.ID, "from_chat_id": anna.ID, "message_ids": []int{said.ID}}},
		{"forwardMessage", params{"chat_id": anna.ID, "from_chat_id": anna.ID, "message_id": said.ID}},
		{"forwardMessages", params{"chat_id": anna.ID, "from_chat_id": anna.ID, "message_ids": []int{said.ID}}},
		{"setMessageReaction", params{"chat_id": anna.ID, "message_id": said.ID, "reaction": []params{{"type": "emoji", "emoji": "👍"}}}},
		{"sendMessage", params{"chat_id": group.ID(), "text": "a", "reply_markup": params{"force_reply": true, "input_field_placeholder": "b"}}},
		{"sendChatAction", params{"chat_id": anna.ID, "action": "typing"}},
		{"editMessageText", params{"chat_id": anna.ID, "message_id": sent.ID, "text": "c", "reply_markup": keyboard}},
		{"editMessageReplyMarkup", params{"chat_id": anna.ID, "message_id": sent.ID}},
		{"editMessageCaption", params{"chat_id": anna.ID, "message_id": pictured.ID, "caption": "b"}},
		{"editMessageMedia", params{"chat_id": anna.ID, "message_id": pictured.ID, "media": params{"type": "document", "media": files["document"]}}},
		{"deleteMessage", params{"chat_id": anna.ID, "message_id": sent.ID}},
		{"deleteMessages", params{"chat_id": anna.ID, "message_ids": []int{pictured.ID}}},
		{"answerCallbackQuery", params{"callback_query_id": tap.ID, "text": "a"}},
		{"getFile", params{"file_id": photo}},
		{"setMyCommands", params{"commands": []params{{"command": "start", "description": "Start"}}}},
		{"getMyCommands", nil},
		{"deleteMyCommands", nil},
		{"setChatMenuButton", params{"menu_button": params{"type": "web_app", "text": "Open", "web_app": params{"url": "https://example.com/"}}}},
		{"getChatMenuButton", nil},
		{"setMyName", params{"name": "Zayavka"}},
		{"getMyName", nil},
		{"setMyDescription", params{"description": "a"}},
		{"getMyDescription", nil},
		{"setMyShortDescription", params{"short_description": "a"}},
		{"getMyShortDescription", nil},
		{"setWebhook", params{"url": "http://127.0.0.1:9/", "secret_token": "s", "allowed_updates": []string{"message"}}},
		{"getWebhookInfo", nil},
		{"deleteWebhook", nil},
		{"close", nil},
		{"logOut", nil},
	} {
		a := call(t, srv, step.method, step.params)
		require.True(t, a.OK, "%s: %s", step.method, a.Description)
		require.NoError(t, spec.CheckResult(step.method, a.Result))
	}
	for _, request := range srv.Calls("") {
		require.NoError(t, spec.Check(request))
	}
}

func TestTheRequestsOfATelebotAreOfTheBotAPI(t *testing.T) {
	spec := botAPI(t)
	srv := start(t, emulator.Options{})
	runBot(t, srv, func(b *tele.Bot) {
		require.NoError(t, b.SetCommands([]tele.Command{{Text: "start", Description: "Start"}}, "ru"))
		b.Handle("/start", func(c tele.Context) error {
			menu := &tele.ReplyMarkup{}
			menu.Inline(menu.Row(menu.Data("Open", "open", "1")))
			return c.Send("<b>a</b>", menu, tele.NoPreview)
		})
		b.Handle("\fopen", func(c tele.Context) error {
			if err := c.Edit("b"); err != nil {
				return err
			}
			return c.Respond()
		})
	})
	anna := srv.NewUser(emulator.Profile{})
	anna.Says("/start")
	anna.Taps(t, "Open")
	anna.CallbackAnswer(t)
	for _, request := range srv.Calls("") {
		require.NoError(t, spec.Check(request))
	}
}

func TestTheBotAPIFindsWhatIsWrong(t *testing.T) {
	spec := botAPI(t)
	for words, request := range map[string]emulator.Call{
		"no such method":              {Method: "sendEverything"},
		"text is missing":             {Method: "sendMessage", Params: map[string]string{"chat_id": "1"}},
		"no such parameter: tone":     {Method: "sendMessage", Params: map[string]string{"chat_id": "1", "text": "a", "tone": "kind"}},
		"many is not of type Boolean": {Method: "sendMessage", Params: map[string]string{"chat_id": "1", "text": "a", "protect_content": `"many"`}},
		"is none of":                  {Method: "sendMessage", Params: map[string]string{"chat_id": "1", "text": "a", "reply_markup": `{"inline_keyboard":[[{"callback_data":"a"}]]}`}},
		"0: 1 is not of type String":  {Method: "getUpdates", Params: map[string]string{"allowed_updates": "[1]"}},
	} {
		require.ErrorContains(t, spec.Check(request), words)
	}
	require.NoError(t, spec.Check(emulator.Call{Method: "sendPhoto", Params: map[string]string{"chat_id": "1"}, Files: []string{"photo"}}))
	require.ErrorContains(t, spec.CheckResult("getMe", json.RawMessage(`{"id":1,"is_bot":true}`)), "User.first_name is missing")
	require.ErrorContains(t, spec.CheckResult("getMe", json.RawMessage(`true`)), "true is not a User")
}
