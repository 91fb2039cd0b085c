package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
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
	require.Equal(t, 1, c.logged("check=http.public_url"))
}

func TestATaskWhoseCustomerIsGoneIsHandedOverWithAButtonThatOpensIt(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1, public)
	_, err := c.DeleteCustomer(t.Context(), system, c.customer.Phone)
	require.NoError(t, err)
	_, err = c.UpdateTask(t.Context(), system, 1, store.TaskUpdate{EmployeeID: &c.member.ID})
	require.NoError(t, err)
	require.Equal(t, []string{"Открыть"}, labels(c.anna.AnswerContaining(t, "№ 1").Buttons))
}

// dotless puts a link into the settings of the shop that they do not take, as those of an earlier version have it.
func (s *shop) dotless(t *testing.T) {
	t.Helper()
	(&storetest.Store{URL: s.url}).Exec(t, "UPDATE settings SET value = replace(value, 'https://example.com', 'https://example') WHERE key = 'shop'")
}

func TestALinkOfTheShopThatTelegramDoesNotTakeCostsNobodyTheMessage(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	link := "https://example.com"
	aroundTheClock(t, s, store.ShopUpdate{MapURL: &link, ReviewURL: &link, PaymentURL: &link})
	s.dotless(t)
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	s.estimated(t, task, screen(720_000)...)
	question := olga.AnswerContaining(t, "Согласуйте цену")
	olga.Taps(t, "Согласен · 7\u00a0400\u00a0₽")
	agreed := olga.AnswerContaining(t, "✅ Вы согласились")
	require.Equal(t, question.ID, agreed.ID, "in its place")
	require.Empty(t, agreed.Buttons)
	s.setStatus(t, task, store.StatusReady)
	require.Equal(t, []string{"Заявка № 1"}, labels(olga.AnswerContaining(t, "Готово, можно забирать").Buttons))
	s.setStatus(t, task, store.StatusClosed)
	olga.AnswerContaining(t, "Заявка закрыта")
	s.remind(t, store.ReminderRating)
	olga.AnswerContaining(t, "Как вам наша работа?")
	olga.Taps(t, "5")
	olga.AnswerContaining(t, "Спасибо за оценку: 5")
	require.Positive(t, s.logged(`check="the shop's settings"`))
}
