package emulator_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// staffGroup is a group of two people to which the bot has just been added, the bot having been told.
func staffGroup(t *testing.T, options emulator.Options) (srv *emulator.Server, anna, boris *emulator.User, group *emulator.Group) {
	t.Helper()
	srv = start(t, options)
	anna, boris = srv.NewUser(emulator.Profile{FirstName: "Анна"}), srv.NewUser(emulator.Profile{FirstName: "Борис"})
	group = srv.NewGroup("Мастерская", anna, boris)
	anna.AddsBotTo(group)
	forget(t, srv)
	return srv, anna, boris, group
}

// forget confirms what the bot has been told so far.
func forget(t *testing.T, srv *emulator.Server) {
	t.Helper()
	if got := updates(t, srv, nil); len(got) > 0 {
		updates(t, srv, params{"offset": got[len(got)-1].ID + 1})
	}
}

func TestABotIsToldThatItWasAddedToAGroup(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	group := srv.NewGroup("Мастерская", anna)
	anna.SaysIn(group, "nobody else is here")
	anna.AddsBotTo(group)
	anna.PromotesBotIn(group)
	anna.RemovesBotFrom(group)
	got := updates(t, srv, nil)
	require.Len(t, got, 4)
	added := got[0].MyChatMember
	require.Equal(t, tele.ChatGroup, added.Chat.Type)
	require.Equal(t, "Мастерская", added.Chat.Title)
	require.Equal(t, anna.ID, added.Sender.ID)
	require.Equal(t, []tele.MemberStatus{tele.Left, tele.Member}, []tele.MemberStatus{added.OldChatMember.Role, added.NewChatMember.Role})
	require.Equal(t, "zayavka_bot", got[1].Message.UsersJoined[0].Username)
	require.True(t, got[2].MyChatMember.NewChatMember.CanDeleteMessages)
	require.Equal(t, tele.Kicked, got[3].MyChatMember.NewChatMember.Role)
}

func TestInPrivacyModeABotHearsWhatIsMeantForIt(t *testing.T) {
	srv, anna, boris, group := staffGroup(t, emulator.Options{})
	post := result[tele.Message](t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "A new request"})
	talk := anna.SaysIn(group, "Who takes it?")
	boris.SendsIn(group, emulator.Outgoing{Text: "Not I", ReplyTo: talk.ID})
	boris.SaysIn(group, "/weather@other_bot")
	boris.SaysIn(group, "see /help or ask @zayavka_bots")
	boris.SendsIn(group, emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}})
	require.Empty(t, updates(t, srv, nil))

	answer := anna.SendsIn(group, emulator.Outgoing{Text: "I do", ReplyTo: post.ID})
	boris.SendsIn(group, emulator.Outgoing{Text: "good", ReplyTo: answer.ID})
	boris.SaysIn(group, "/help")
	boris.SaysIn(group, "/help@Zayavka_Bot")
	boris.SaysIn(group, "what now, @zayavka_bot?")
	boris.SendsIn(group, emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}, Text: "@zayavka_bot look"})
	require.Equal(t, []string{"I do", "good", "/help", "/help@Zayavka_Bot", "what now, @zayavka_bot?", ""}, texts(updates(t, srv, nil)))
	heard := updates(t, srv, nil)[0].Message
	require.Equal(t, post.ID, heard.ReplyTo.ID)
	require.Equal(t, group.ID(), heard.Chat.ID)
	require.Equal(t, anna.ID, heard.Sender.ID)
	require.False(t, result[struct {
		Reads bool `json:"can_read_all_group_messages"`
	}](t, srv, "getMe", nil).Reads)

	forget(t, srv)
	anna.EditsIn(group, talk.ID, "Who takes it, @zayavka_bot?")
	require.NotNil(t, updates(t, srv, nil)[0].EditedMessage)
}

func TestABotThatMayReadGroupsHearsEverything(t *testing.T) {
	srv, anna, _, group := staffGroup(t, emulator.Options{ReadsGroups: true})
	anna.SaysIn(group, "hello")
	require.Equal(t, []string{"hello"}, texts(updates(t, srv, nil)))

	srv, anna, _, group = staffGroup(t, emulator.Options{})
	anna.PromotesBotIn(group)
	forget(t, srv)
	anna.SaysIn(group, "hello")
	require.Equal(t, []string{"hello"}, texts(updates(t, srv, nil)), "so does an administrator")
}

func TestAGroupThatTheBotIsNotInIsAnswered403(t *testing.T) {
	srv, anna, _, group := staffGroup(t, emulator.Options{})
	send := func() answer { return call(t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "a"}) }
	require.True(t, send().OK)
	anna.RemovesBotFrom(group)
	require.Equal(t, "Forbidden: bot was kicked from the group chat", send().Description)
	require.True(t, call(t, srv, "getChat", params{"chat_id": group.ID()}).OK)

	other := srv.NewGroup("Соседи", anna)
	require.Equal(t, "Forbidden: bot is not a member of the group chat",
		refused(t, srv, "sendMessage", params{"chat_id": other.ID(), "text": "a"}))
	anna.AddsBotTo(other)
	anna.MakesSupergroup(other)
	anna.RemovesBotFrom(other)
	require.Equal(t, "Forbidden: bot was kicked from the supergroup chat", refused(t, srv, "getChat", params{"chat_id": other.ID()}))
}

func TestAGroupThatBecomesASupergroupHasAnotherID(t *testing.T) {
	srv, anna, boris, group := staffGroup(t, emulator.Options{})
	post := result[tele.Message](t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "A new request"})
	require.Equal(t, "A new request", group.Answer(t).Text)
	former := group.ID()
	anna.MakesSupergroup(group)
	require.NotEqual(t, former, group.ID())
	got := updates(t, srv, nil)
	require.Len(t, got, 2)
	require.Equal(t, []int64{former, group.ID()}, []int64{got[0].Message.Chat.ID, got[0].Message.MigrateTo})
	require.Equal(t, []int64{group.ID(), former}, []int64{got[1].Message.Chat.ID, got[1].Message.MigrateFrom})
	require.Equal(t, tele.ChatSuperGroup, got[1].Message.Chat.Type)

	for method, p := range map[string]params{
		"sendMessage": {"text": "a"}, "sendChatAction": {"action": "typing"}, "deleteMessage": {"message_id": post.ID},
		"getChatMember": {"user_id": anna.ID}, "copyMessage": {"from_chat_id": former, "message_id": post.ID},
	} {
		p["chat_id"] = former
		refusal := call(t, srv, method, p)
		require.Equal(t, "Bad Request: group chat was upgraded to a supergroup chat", refusal.Description, method)
		require.Equal(t, group.ID(), refusal.Parameters.MigrateTo, method)
	}

	forget(t, srv)
	sent := result[tele.Message](t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "again"})
	require.Equal(t, 2, sent.ID, "a supergroup numbers its messages anew")
	require.Equal(t, "again", group.Answer(t).Text)
	boris.SendsIn(group, emulator.Outgoing{Text: "mine", ReplyTo: sent.ID})
	require.Equal(t, []string{"mine"}, texts(updates(t, srv, nil)))
	require.Equal(t, "Bad Request: message to be replied not found", refused(t, srv, "sendMessage", params{
		"chat_id": group.ID(), "text": "a", "reply_parameters": params{"message_id": 99},
	}))
	require.Equal(t, "Bad Request: the message can't be copied", refused(t, srv, "copyMessage", params{
		"chat_id": anna.ID, "from_chat_id": group.ID(), "message_id": 1,
	}))
}

func TestAGroupTakes20MessagesAMinute(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv, anna, _, group := staffGroup(t, emulator.Options{EnforceLimits: true, Clock: func() time.Time { return now }})
	send := func(chatID int64) answer { return call(t, srv, "sendMessage", params{"chat_id": chatID, "text": "a"}) }
	for range 20 {
		require.True(t, send(group.ID()).OK)
		require.True(t, send(anna.ID).OK)
		now = now.Add(time.Second)
	}
	refusal := send(group.ID())
	require.Equal(t, "Too Many Requests: retry after 40", refusal.Description)
	require.Equal(t, 40, refusal.Parameters.RetryAfter)
	require.True(t, send(anna.ID).OK, "a private chat has no such limit")
	now = now.Add(40 * time.Second)
	require.True(t, send(group.ID()).OK)
	require.Equal(t, 429, send(group.ID()).Status)
}

func TestMessagesBeyondTheLimitOfAGroupAreRecorded(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv, _, _, group := staffGroup(t, emulator.Options{Clock: func() time.Time { return now }})
	for range 21 {
		require.True(t, call(t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "a"}).OK)
		now = now.Add(time.Second)
	}
	require.Equal(t, []emulator.LimitViolation{{Time: now.Add(-time.Second), ChatID: group.ID(), Group: true}}, srv.LimitViolations())
}

func TestInAGroupABotDeletesItsOwnMessagesUnlessItIsAnAdministrator(t *testing.T) {
	srv, anna, _, group := staffGroup(t, emulator.Options{})
	remove := func(id int) answer {
		return call(t, srv, "deleteMessage", params{"chat_id": group.ID(), "message_id": id})
	}
	said := anna.SaysIn(group, "mine")
	own := result[tele.Message](t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "a"})
	require.Equal(t, "Bad Request: message can't be deleted for everyone", remove(said.ID).Description)
	require.True(t, remove(own.ID).OK)
	anna.MakesSupergroup(group)
	said = anna.SaysIn(group, "mine")
	require.Equal(t, "Bad Request: message can't be deleted", remove(said.ID).Description)
	anna.PromotesBotIn(group)
	require.True(t, remove(said.ID).OK)
	require.Equal(t, "Bad Request: message can't be deleted", remove(1).Description, "the first one stays")
}

func TestMembersOfAGroupHaveTheirPlace(t *testing.T) {
	srv, anna, boris, group := staffGroup(t, emulator.Options{})
	stranger := srv.NewUser(emulator.Profile{})
	role := func(chatID, userID int64) tele.MemberStatus {
		return result[tele.ChatMember](t, srv, "getChatMember", params{"chat_id": chatID, "user_id": userID}).Role
	}
	const bot = 7000000001
	require.Equal(t, tele.Creator, role(group.ID(), anna.ID))
	require.Equal(t, tele.Member, role(group.ID(), boris.ID))
	require.Equal(t, tele.Left, role(group.ID(), stranger.ID))
	require.Equal(t, tele.Member, role(group.ID(), bot))
	boris.Leaves(group)
	stranger.Joins(group)
	require.Equal(t, tele.Left, role(group.ID(), boris.ID))
	require.Equal(t, tele.Member, role(group.ID(), stranger.ID))
	require.Equal(t, tele.Member, role(anna.ID, anna.ID))
	require.Equal(t, tele.Left, role(anna.ID, boris.ID))
	require.Panics(t, func() { boris.SaysIn(group, "I am gone") })
	require.Equal(t, boris.ID, updates(t, srv, nil)[0].Message.UserLeft.ID)

	require.Equal(t, "Bad Request: invalid user_id specified", refused(t, srv, "getChatMember", params{"chat_id": group.ID()}))
	require.Equal(t, "Bad Request: member not found", refused(t, srv, "getChatMember", params{"chat_id": group.ID(), "user_id": 42}))
	anna.RemovesBotFrom(group)
	require.Equal(t, tele.Kicked, role(group.ID(), bot))
	require.Equal(t, "Forbidden: bot was kicked from the group chat",
		refused(t, srv, "getChatMember", params{"chat_id": group.ID(), "user_id": anna.ID}))
}

func TestAButtonUnderAPostInAGroupIsTappedByWhoeverDoes(t *testing.T) {
	srv, _, boris, group := staffGroup(t, emulator.Options{})
	keyboard := params{"inline_keyboard": [][]params{{{"text": "Take", "callback_data": "take:7"}}}}
	post := result[tele.Message](t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "A new request", "reply_markup": keyboard})
	boris.TapsIn(t, group, "Take")
	query := updates(t, srv, nil)[0].Callback
	require.Equal(t, []any{boris.ID, group.ID(), "take:7"}, []any{query.Sender.ID, query.Message.Chat.ID, query.Data})
	require.True(t, call(t, srv, "answerCallbackQuery", params{"callback_query_id": query.ID, "text": "Yours"}).OK)
	require.Equal(t, "Yours", boris.CallbackAnswer(t).Text)
	require.True(t, call(t, srv, "editMessageText", params{"chat_id": group.ID(), "message_id": post.ID, "text": "Борис has it"}).OK)
	require.Equal(t, "Борис has it", group.AnswerContaining(t, "has it").Text)
	require.Empty(t, boris.Chat())
	require.Contains(t, failing(t, func(tb emulator.TB) { boris.TapsIn(tb, group, "Take") }), `there is no button "Take"`)
	contact := params{"keyboard": [][]params{{{"text": "Phone", "request_contact": true}}}}
	require.Equal(t, "Bad Request: phone number can be requested in private chats only",
		refused(t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "a", "reply_markup": contact}))
}

func TestAPersonSharesAGroupThatTheBotIsThenIn(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	group := srv.NewGroup("Мастерская", anna, boris)
	rights := params{"is_anonymous": false, "can_manage_chat": true}
	request := params{"request_id": 7, "chat_is_channel": false, "bot_is_member": true, "request_title": true, "user_administrator_rights": rights}
	ask := func(u *emulator.User) {
		keyboard := params{"keyboard": [][]params{{{"text": "Choose a group", "request_chat": request}}}}
		require.True(t, call(t, srv, "sendMessage", params{"chat_id": u.ID, "text": "Which?", "reply_markup": keyboard}).OK)
	}
	ask(anna)
	require.True(t, anna.Answer(t).ReplyKeyboard[0][0].RequestChat)
	anna.SharesChat(t, "Choose a group", group)
	got := updates(t, srv, nil)
	require.Len(t, got, 3)
	require.Equal(t, tele.Member, got[0].MyChatMember.NewChatMember.Role)
	require.Equal(t, anna.ID, got[2].Message.Chat.ID)
	require.Equal(t, tele.RecipientShared{ID: 7, ChatID: group.ID()}, *got[2].Message.ChatShared)
	require.Equal(t, "Мастерская", anna.Chat()[1].Text)

	ask(boris)
	require.Contains(t, failing(t, func(tb emulator.TB) { boris.SharesChat(tb, "Choose a group", group) }),
		`there is no button "Choose a group" that asks for "Мастерская"`, "only who has the rights is offered the group")

	request["bot_administrator_rights"] = rights
	ask(anna)
	anna.SharesChat(t, "Choose a group", group)
	require.Equal(t, tele.Administrator, updates(t, srv, nil)[3].MyChatMember.NewChatMember.Role)

	delete(request, "request_id")
	keyboard := params{"keyboard": [][]params{{{"text": "Choose", "request_chat": request}}}}
	require.Equal(t, `Bad Request: can't parse keyboard button: Can't find field "request_id"`,
		refused(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "reply_markup": keyboard}))
	require.Equal(t, "Bad Request: chats can be requested in private chats only",
		refused(t, srv, "sendMessage", params{"chat_id": group.ID(), "text": "a", "reply_markup": keyboard}))
}
