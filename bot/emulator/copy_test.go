package emulator_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestACopySaysWhatAMessageSaysAndNotWhose(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	anna.SendsPhoto("My laptop")
	photo := anna.Chat()[0]
	from := func(p params) params {
		p["chat_id"], p["from_chat_id"], p["message_id"] = boris.ID, anna.ID, photo.ID
		return p
	}
	copied := result[tele.Message](t, srv, "copyMessage", from(params{}))
	got := boris.Answer(t)
	require.Equal(t, copied.ID, got.ID)
	require.Equal(t, []any{"My laptop", photo.File.ID, "", true}, []any{got.Text, got.File.ID, got.ForwardedFrom, got.FromBot})

	keyboard := params{"inline_keyboard": [][]params{{{"text": "Open", "callback_data": "1"}}}}
	result[tele.Message](t, srv, "copyMessage", from(params{
		"caption": "<i>another</i>", "parse_mode": "HTML", "reply_markup": keyboard, "reply_parameters": params{"message_id": got.ID},
	}))
	again := boris.Answer(t)
	require.Equal(t, []any{"another", got.ID, "Open"}, []any{again.Text, again.ReplyToID, again.Buttons[0][0].Text})
	result[tele.Message](t, srv, "copyMessage", from(params{"caption": ""}))
	require.Empty(t, boris.Answer(t).Text, "an empty caption takes it away")

	forwarded := result[tele.Message](t, srv, "forwardMessage", from(params{}))
	require.Equal(t, anna.ID, forwarded.Origin.Sender.ID)
	require.Equal(t, "My laptop", boris.Answer(t).Text)
	require.Equal(t, "Bad Request: message can't be edited",
		refused(t, srv, "editMessageCaption", params{"chat_id": boris.ID, "message_id": forwarded.ID, "caption": "a"}))
}

func TestCopiesAreRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	said := anna.Says("hello")
	require.Equal(t, `Bad Request: parameter "from_chat_id" is required`,
		refused(t, srv, "copyMessage", params{"chat_id": boris.ID, "message_id": said.ID}))
	require.Equal(t, "Bad Request: chat not found",
		refused(t, srv, "copyMessage", params{"chat_id": boris.ID, "from_chat_id": 1, "message_id": said.ID}))
	require.Equal(t, "Bad Request: message to copy not found",
		refused(t, srv, "copyMessage", params{"chat_id": boris.ID, "from_chat_id": anna.ID, "message_id": 99}))
	require.Equal(t, "Bad Request: message to forward not found",
		refused(t, srv, "forwardMessage", params{"chat_id": boris.ID, "from_chat_id": anna.ID, "message_id": 99}))
	boris.Blocks()
	require.Equal(t, "Forbidden: bot was blocked by the user",
		refused(t, srv, "copyMessage", params{"chat_id": boris.ID, "from_chat_id": anna.ID, "message_id": said.ID}))
}

func TestSeveralMessagesAreCopiedAsTheAlbumThatTheyWere(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	photo := emulator.Attachment{Kind: "photo"}
	album := anna.SendsAlbum("both", photo, photo)
	text := anna.Says("and a text")
	p := params{"chat_id": boris.ID, "from_chat_id": anna.ID, "message_ids": []int{album[0].ID, album[1].ID, text.ID, 99}}
	require.Len(t, result[[]tele.Message](t, srv, "copyMessages", p), 3)
	first, second, third := boris.Answer(t), boris.Answer(t), boris.Answer(t)
	require.Equal(t, first.Album, second.Album)
	require.NotEqual(t, album[0].Album, first.Album)
	require.Equal(t, []any{"both", "and a text", ""}, []any{first.Text, third.Text, third.Album})

	p["remove_caption"] = true
	require.Len(t, result[[]tele.Message](t, srv, "copyMessages", p), 3)
	require.Empty(t, boris.Answer(t).Text)
	require.Len(t, result[[]tele.Message](t, srv, "forwardMessages", p), 3)
	require.Equal(t, anna.FirstName, boris.Chat()[6].ForwardedFrom)

	p["message_ids"] = []int{99}
	require.Equal(t, "Bad Request: messages can't be forwarded", refused(t, srv, "copyMessages", p))
	for words, ids := range map[string]any{
		"message identifiers are not specified":      []int{},
		"can't parse message_ids JSON object":        "[",
		"expected an Array of message identifiers":   params{},
		"too many message identifiers specified":     make([]int, 101),
		"can't parse message identifier as a Number": []string{"x"},
		"invalid message identifier specified":       []int{0},
	} {
		p["message_ids"] = ids
		require.Equal(t, "Bad Request: "+words, refused(t, srv, "copyMessages", p))
	}
}

func TestSeveralMessagesAreDeletedOrNone(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv := start(t, emulator.Options{Clock: func() time.Time { return now }})
	anna := srv.NewUser(emulator.Profile{})
	old := anna.Says("old")
	now = now.Add(49 * time.Hour)
	first, second := anna.Says("one"), anna.Says("two")
	remove := func(ids ...int) answer {
		return call(t, srv, "deleteMessages", params{"chat_id": anna.ID, "message_ids": ids})
	}
	require.Equal(t, "Bad Request: message can't be deleted for everyone", remove(first.ID, old.ID).Description)
	require.Len(t, anna.Chat(), 3)
	require.True(t, remove(first.ID, second.ID, 99).OK)
	require.Len(t, anna.Chat(), 1)

	anna.SendsDice()
	dice := anna.Chat()[1].ID
	require.Equal(t, "Bad Request: message can't be deleted for everyone", remove(dice).Description)
	now = now.Add(25 * time.Hour)
	require.True(t, remove(dice).OK)
}

func TestTheBotReactsToAMessage(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	said := anna.Says("hello")
	react := func(id int, reactions ...params) answer {
		return call(t, srv, "setMessageReaction", params{"chat_id": anna.ID, "message_id": id, "reaction": reactions})
	}
	thumb := params{"type": "emoji", "emoji": "👍"}
	require.True(t, react(said.ID, thumb).OK)
	require.Equal(t, "👍", anna.Reaction(t, said.ID))
	require.False(t, anna.Chat()[0].Edited, "a reaction is no edit")
	require.True(t, react(said.ID, params{"type": "emoji", "emoji": "❤️"}).OK, "as keyboards write it")
	require.True(t, react(said.ID).OK)
	require.Empty(t, anna.Chat()[0].Reaction)
	require.Contains(t, failing(t, func(tb emulator.TB) { anna.Reaction(tb, said.ID) }), "has not reacted to #1")

	require.Equal(t, "Bad Request: message to react not found", react(99, thumb).Description)
	require.Equal(t, "Bad Request: REACTION_INVALID", react(said.ID, params{"type": "emoji", "emoji": "🪛"}).Description)
	require.Equal(t, "Bad Request: REACTIONS_TOO_MANY", react(said.ID, thumb, params{"type": "emoji", "emoji": "🔥"}).Description)
	require.Equal(t, "Bad Request: can't parse ReactionType: invalid reaction type specified",
		react(said.ID, params{"type": "paid"}).Description)
	require.Equal(t, "Bad Request: expected an Array of ReactionType",
		refused(t, srv, "setMessageReaction", params{"chat_id": anna.ID, "message_id": said.ID, "reaction": thumb}))
}

func TestAReplyOfTheBotMayQuoteAPart(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	question := anna.Says("Is it ready? When do you close?")
	send := func(reply params) answer {
		reply["message_id"] = question.ID
		return call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "At nine", "reply_parameters": reply})
	}
	require.True(t, send(params{"quote": "<i>When do you close?</i>", "quote_parse_mode": "HTML"}).OK)
	require.Equal(t, "When do you close?", anna.Answer(t).ReplyTo)
	require.Equal(t, "Bad Request: QUOTE_TEXT_INVALID", send(params{"quote": "Is it open?"}).Description)
	require.Equal(t, "Bad Request: message to be replied not found", refused(t, srv, "sendMessage", params{
		"chat_id": anna.ID, "text": "a", "reply_parameters": params{"message_id": 99},
	}))
}

func TestAForcedReplyIsShownToThePerson(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	markup := params{"force_reply": true, "input_field_placeholder": "Your words"}
	require.True(t, call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "What is wrong?", "reply_markup": markup}).OK)
	asked := anna.Answer(t)
	require.True(t, asked.ForceReply)
	require.Equal(t, "Your words", asked.Placeholder)
	anna.Sends(emulator.Outgoing{Text: "The screen", ReplyTo: asked.ID})
	require.Equal(t, asked.ID, updates(t, srv, nil)[0].Message.ReplyTo.ID)
}

func TestEachItemOfAnAlbumCountsForTheLimits(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	srv := start(t, emulator.Options{EnforceLimits: true, Clock: func() time.Time { return now }})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	photo := params{"type": "photo", "media": received(t, srv, anna, "photo")["photo"]}
	album := func(to *emulator.User) answer {
		return call(t, srv, "sendMediaGroup", params{"chat_id": to.ID, "media": []params{photo, photo, photo, photo, photo, photo, photo, photo, photo, photo}})
	}
	require.True(t, album(anna).OK)
	require.Equal(t, 429, album(anna).Status)
	require.True(t, album(boris).OK)
	require.True(t, album(srv.NewUser(emulator.Profile{})).OK)
	require.Equal(t, 429, album(srv.NewUser(emulator.Profile{})).Status, "thirty in all were sent")
	copied := params{"chat_id": anna.ID, "from_chat_id": anna.ID, "message_id": 1}
	require.Equal(t, 429, call(t, srv, "copyMessage", copied).Status)
	now = now.Add(time.Second)
	require.True(t, call(t, srv, "copyMessage", copied).OK)
	require.Equal(t, 429, call(t, srv, "forwardMessage", copied).Status)
}
