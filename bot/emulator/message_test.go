package emulator_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestAMessageIsRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, tc := range []struct {
		params params
		words  string
	}{
		{params{"text": "a"}, "Bad Request: chat_id is empty"},
		{params{"chat_id": 42, "text": "a"}, "Bad Request: chat not found"},
		{params{"chat_id": "nobody", "text": "a"}, "Bad Request: chat not found"},
		{params{"chat_id": anna.ID}, "Bad Request: message text is empty"},
		{params{"chat_id": anna.ID, "text": " \n"}, "Bad Request: text must be non-empty"},
		{params{"chat_id": anna.ID, "text": strings.Repeat("я", 4097)}, "Bad Request: message is too long"},
		{params{"chat_id": anna.ID, "text": strings.Repeat("😀", 2049)}, "Bad Request: message is too long"},
		{params{"chat_id": anna.ID, "text": "a", "parse_mode": "Text"}, "Bad Request: unsupported parse_mode"},
		{params{"chat_id": anna.ID, "text": "a", "reply_to_message_id": 99}, "Bad Request: message to be replied not found"},
	} {
		require.Equal(t, tc.words, refused(t, srv, "sendMessage", tc.params))
	}
	require.Empty(t, anna.Chat())
	longest := "<b>" + strings.Repeat("я", 4096) + "</b>"
	require.True(t, call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": longest, "parse_mode": "HTML"}).OK)
}

func TestButtonsAreRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	inline := func(button params) params {
		return params{"inline_keyboard": [][]params{{button}}}
	}
	for words, markup := range map[string]any{
		"BUTTON_DATA_INVALID": inline(params{"text": "a", "callback_data": strings.Repeat("я", 33)}),
		"can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard":           inline(params{"text": "a"}),
		"inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL":                                 inline(params{"text": "a", "url": "nowhere"}),
		"inline keyboard button Web App URL 'http://127.0.0.1/' is invalid: Only HTTPS links are allowed": inline(params{"text": "a", "web_app": params{"url": "http://127.0.0.1/"}}),
		`field "inline_keyboard" must be an Array of Arrays`:                                              params{"inline_keyboard": [][]params{nil, {{"text": "a", "callback_data": "b"}}}},
		"can't parse reply keyboard markup JSON object":                                                   "{",
		"object expected as reply markup":                                                                 []int{1},
	} {
		got := refused(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": markup})
		require.Equal(t, "Bad Request: "+words, got)
	}
	fits := inline(params{"text": "a", "callback_data": strings.Repeat("я", 32)})
	require.True(t, call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": fits}).OK)
}

func TestALoopbackMiniAppIsAllowedWhereTheOptionsSaySo(t *testing.T) {
	srv := start(t, emulator.Options{AllowLoopbackHTTP: true})
	anna := srv.NewUser(emulator.Profile{})
	button := params{"inline_keyboard": [][]params{{{"text": "Open", "web_app": params{"url": "http://127.0.0.1:8080/app/"}}}}}
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": button})
	require.Equal(t, "http://127.0.0.1:8080/app/", anna.Answer(t).Buttons[0][0].WebAppURL)

	elsewhere := params{"inline_keyboard": [][]params{{{"text": "Open", "web_app": params{"url": "http://example.com/"}}}}}
	require.Contains(t, refused(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": elsewhere}), "Only HTTPS")
}

func TestAPersonWhoCannotBeReachedIsAnswered403(t *testing.T) {
	srv := start(t, emulator.Options{})
	blocker, gone := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	stranger := srv.NewUser(emulator.Profile{Stranger: true})
	blocker.Blocks()
	gone.DeletesAccount()
	for user, words := range map[*emulator.User]string{
		blocker:  "Forbidden: bot was blocked by the user",
		gone:     "Forbidden: user is deactivated",
		stranger: "Forbidden: bot can't initiate conversation with a user",
	} {
		require.Equal(t, words, refused(t, srv, "sendMessage", params{"chat_id": user.ID, "text": "a"}))
		require.Equal(t, words, refused(t, srv, "sendChatAction", params{"chat_id": user.ID, "action": "typing"}))
	}
	stranger.Says("hello")
	blocker.Unblocks()
	for _, user := range []*emulator.User{stranger, blocker} {
		require.True(t, call(t, srv, "sendMessage", params{"chat_id": user.ID, "text": "a"}).OK)
	}
}

func TestBlockingAndUnblockingAreUpdates(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	anna.Blocks()
	anna.Blocks()
	anna.Says("I have changed my mind")
	got := updates(t, srv, nil)
	require.Len(t, got, 3)
	require.Equal(t, tele.Kicked, got[0].MyChatMember.NewChatMember.Role)
	require.Equal(t, tele.ChatPrivate, got[0].MyChatMember.Chat.Type)
	require.Equal(t, tele.Member, got[1].MyChatMember.NewChatMember.Role)
	require.NotNil(t, got[2].Message)
}

func TestAnEditChangesTheMessageInItsPlace(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	keyboard := params{"inline_keyboard": [][]params{{{"text": "A", "callback_data": "a"}}}}
	sent := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "one", "reply_markup": keyboard})
	edit := func(method string, p params) answer {
		p["chat_id"], p["message_id"] = anna.ID, sent.ID
		return call(t, srv, method, p)
	}
	const same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
	require.Equal(t, same, edit("editMessageText", params{"text": "one", "reply_markup": keyboard}).Description)
	require.Equal(t, same, edit("editMessageReplyMarkup", params{"reply_markup": keyboard}).Description)
	require.True(t, edit("editMessageText", params{"text": "two"}).OK)
	require.Equal(t, same, edit("editMessageReplyMarkup", params{}).Description, "an edit without a keyboard takes it off")
	require.Equal(t, "Bad Request: message text is empty", edit("editMessageText", params{}).Description)

	require.Equal(t, "one", anna.Answer(t).Text)
	require.Equal(t, "two", anna.Answer(t).Text)
	chat := anna.Chat()
	require.Len(t, chat, 1)
	require.True(t, chat[0].Edited)
}

func TestOnlyTheBotsOwnMessagesWithoutAReplyKeyboardCanBeEdited(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	edit := func(id int) string {
		return refused(t, srv, "editMessageText", params{"chat_id": anna.ID, "message_id": id, "text": "x"})
	}
	require.Equal(t, "Bad Request: message to edit not found", edit(4096))
	require.Equal(t, "Bad Request: message can't be edited", edit(anna.Says("mine").ID))
	markup := params{"keyboard": [][]params{{{"text": "A"}}}}
	sent := result[tele.Message](t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": markup})
	require.Equal(t, "Bad Request: message can't be edited", edit(sent.ID))
}

func TestAMessageCanBeDeletedForTwoDays(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv := start(t, emulator.Options{Clock: func() time.Time { return now }})
	anna := srv.NewUser(emulator.Profile{})
	first, second := anna.Says("one"), anna.Says("two")
	remove := func(id int) answer {
		return call(t, srv, "deleteMessage", params{"chat_id": anna.ID, "message_id": id})
	}
	require.True(t, remove(first.ID).OK)
	require.Equal(t, "Bad Request: message to delete not found", remove(first.ID).Description)
	now = now.Add(49 * time.Hour)
	require.Equal(t, "Bad Request: message can't be deleted for everyone", remove(second.ID).Description)
	require.Len(t, anna.Chat(), 1)
}

func TestATapIsAnsweredOnceItIsKnown(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	keyboard := params{"inline_keyboard": [][]params{{{"text": "Open", "callback_data": "task:7"}}}}
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": keyboard})
	anna.Taps(t, "Open")
	query := updates(t, srv, nil)[0].Callback
	require.Equal(t, "task:7", query.Data)
	require.Equal(t, "a", query.Message.Text)
	require.Equal(t, anna.ID, query.Sender.ID)

	const unknown = "Bad Request: query is too old and response timeout expired or query ID is invalid"
	require.Equal(t, unknown, refused(t, srv, "answerCallbackQuery", params{"callback_query_id": "1"}))
	require.True(t, call(t, srv, "answerCallbackQuery", params{"callback_query_id": query.ID, "text": "Here", "show_alert": true}).OK)
	require.Equal(t, emulator.CallbackAnswer{Text: "Here", Alert: true}, anna.CallbackAnswer(t))
}

func TestAReplyQuotesTheMessageThatItAnswers(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	question := anna.Says("Is it ready?")
	for _, reply := range []params{
		{"reply_parameters": params{"message_id": question.ID}},
		{"reply_to_message_id": question.ID},
	} {
		reply["chat_id"], reply["text"] = anna.ID, "Yes"
		answered := result[tele.Message](t, srv, "sendMessage", reply)
		require.Equal(t, "Is it ready?", answered.ReplyTo.Text)
		require.Equal(t, question.ID, anna.Answer(t).ReplyToID)
	}
	missing := params{"chat_id": anna.ID, "text": "Yes", "reply_parameters": params{"message_id": 99, "allow_sending_without_reply": true}}
	require.Nil(t, result[tele.Message](t, srv, "sendMessage", missing).ReplyTo)
}

func TestTheReplyKeyboardStaysUntilItIsRemoved(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	send := func(markup params) {
		call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": markup})
	}
	send(params{"keyboard": [][]any{{"My requests", params{"text": "Phone", "request_contact": true}}}})
	send(nil)
	anna.Taps(t, "My requests")
	anna.Taps(t, "Phone")
	chat := anna.Chat()
	require.Equal(t, "My requests", chat[2].Text)
	require.Equal(t, anna.ID, chat[3].Contact.UserID)

	send(params{"remove_keyboard": true})
	failure := failing(t, func(tb emulator.TB) { anna.Taps(tb, "My requests") })
	require.Contains(t, failure, `there is no button "My requests"`)
}
