package emulator_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestCommandsAreKeptByScopeAndLanguage(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	set := func(command string, p params) {
		p["commands"] = []params{{"command": command, "description": "d"}}
		require.True(t, call(t, srv, "setMyCommands", p).OK)
	}
	get := func(p params) []tele.Command { return result[[]tele.Command](t, srv, "getMyCommands", p) }
	chat := params{"type": "chat", "chat_id": anna.ID}
	set("all", params{})
	set("russian", params{"language_code": "ru"})
	set("annas", params{"scope": chat})

	require.Equal(t, "all", get(nil)[0].Text)
	require.Equal(t, "russian", get(params{"language_code": "ru"})[0].Text)
	require.Equal(t, "annas", get(params{"scope": chat})[0].Text)
	require.Empty(t, get(params{"language_code": "en"}))
	require.True(t, call(t, srv, "deleteMyCommands", params{"scope": chat}).OK)
	require.Empty(t, get(params{"scope": chat}))
}

func TestCommandsAreRefusedInTelegramsWords(t *testing.T) {
	srv := start(t, emulator.Options{})
	for words, command := range map[string]params{
		"command must be non-empty":                      {"command": "/", "description": "d"},
		"command length must not exceed 32":              {"command": strings.Repeat("a", 33), "description": "d"},
		"BOT_COMMAND_INVALID":                            {"command": "Start", "description": "d"},
		"command description must be non-empty":          {"command": "start"},
		"command description length must not exceed 256": {"command": "start", "description": strings.Repeat("я", 257)},
	} {
		require.Equal(t, "Bad Request: "+words, refused(t, srv, "setMyCommands", params{"commands": []params{command}}))
	}
	require.Equal(t, "Bad Request: chat not found",
		refused(t, srv, "setMyCommands", params{"scope": params{"type": "chat", "chat_id": 1}, "commands": []params{}}))
	require.Equal(t, "Bad Request: can't parse BotCommandScope: Unsupported type specified",
		refused(t, srv, "getMyCommands", params{"scope": params{"type": "everywhere"}}))
}

func TestTheMenuButtonIsTheBotsUntilAChatHasItsOwn(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	get := func(p params) tele.MenuButton { return result[tele.MenuButton](t, srv, "getChatMenuButton", p) }
	set := func(p params) { require.True(t, call(t, srv, "setChatMenuButton", p).OK) }
	annas := params{"chat_id": anna.ID}
	app := params{"type": "web_app", "text": "Open", "web_app": params{"url": "https://example.com/app/"}}

	require.Equal(t, tele.MenuButtonCommands, get(annas).Type)
	set(params{"chat_id": anna.ID, "menu_button": app})
	require.Equal(t, "https://example.com/app/", get(annas).WebApp.URL)
	require.Equal(t, tele.MenuButtonCommands, get(nil).Type)
	set(annas)
	require.Equal(t, tele.MenuButtonCommands, get(annas).Type)

	app["web_app"] = params{"url": "http://example.com/"}
	require.Equal(t, "Bad Request: menu button Web App URL 'http://example.com/' is invalid: Only HTTPS links are allowed",
		refused(t, srv, "setChatMenuButton", params{"menu_button": app}))
	require.Equal(t, "Bad Request: chat not found", refused(t, srv, "getChatMenuButton", params{"chat_id": 1}))
}

func TestTheBotsTextsAreKeptByLanguage(t *testing.T) {
	srv := start(t, emulator.Options{BotName: "Zayavka"})
	require.True(t, call(t, srv, "setMyDescription", params{"description": "front desk"}).OK)
	require.True(t, call(t, srv, "setMyDescription", params{"description": "стойка", "language_code": "ru"}).OK)
	require.True(t, call(t, srv, "setMyShortDescription", params{"short_description": "desk"}).OK)
	get := func(method, language string) map[string]string {
		return result[map[string]string](t, srv, method, params{"language_code": language})
	}
	require.Equal(t, map[string]string{"description": "стойка"}, get("getMyDescription", "ru"))
	require.Equal(t, map[string]string{"description": "front desk"}, get("getMyDescription", "en"))
	require.Equal(t, map[string]string{"short_description": "desk"}, get("getMyShortDescription", ""))
	require.Equal(t, map[string]string{"name": "Zayavka"}, get("getMyName", ""))
}
