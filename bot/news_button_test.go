package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
)

func public(o *bot.Options) { o.PublicURL = "https://crm.example.com" }

func TestNewsOpenTheirTaskInTheMiniAppAndInTheGroupByItsAddress(t *testing.T) {
	t.Parallel()
	g := &inGroup{counter: newCounter(t, 1, public)}
	g.vera, g.admin = g.employee(t, "Вера", store.RoleAdmin)
	g.group = g.telegram.NewGroup("Мастера", g.vera, g.anna)
	g.connects(t)
	g.olga.Says("Когда?")
	const place = "https://crm.example.com/app/?startapp=task_1"
	own := g.anna.AnswerContaining(t, "Когда?").Buttons
	require.Equal(t, emulator.Button{Text: "Открыть", WebAppURL: place}, own[1][0])
	theirs := g.group.AnswerContaining(t, "Когда?").Buttons
	require.Equal(t, emulator.Button{Text: "Открыть", URL: place}, theirs[1][0])
}

func TestNewsComeWithoutAButtonThatTelegramDoesNotTake(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1, public)
	c.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: c.anna.ID, Kind: emulator.BadRequest, Description: "BUTTON_URL_INVALID", Times: 1})
	news := c.asked(t, "Когда?")
	require.Equal(t, []string{"Взять", "Ответить"}, labels(news.Buttons))
	require.Equal(t, 1, c.logged("check http.public_url"))
}
