package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

// inGroup is a counter whose staff have a group, which the admin Vera connects.
type inGroup struct {
	*counter
	vera  *emulator.User
	admin store.Staff
	group *emulator.Group
}

func newGroup(t *testing.T, tasks int) *inGroup {
	t.Helper()
	g := &inGroup{counter: newCounter(t, tasks)}
	g.vera, g.admin = g.employee(t, "Вера", store.RoleAdmin)
	g.group = g.telegram.NewGroup("Мастера", g.vera, g.anna)
	return g
}

// connects makes the group one that is told of news.
func (g *inGroup) connects(t *testing.T) {
	t.Helper()
	g.vera.Says("/group")
	g.vera.AnswerContaining(t, "Выберите группу")
	g.vera.SharesChat(t, "Выбрать группу", g.group)
	g.vera.AnswerContaining(t, "«Мастера»")
	g.vera.Taps(t, "Подключить")
	g.vera.AnswerContaining(t, "подключена")
}

func TestAnAdminConnectsAGroupAndItIsToldOfNews(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.olga.Says("Раз")
	g.connects(t)
	g.olga.Says("Два")
	news := g.group.AnswerContaining(t, "Два")
	for _, message := range g.group.Chat() {
		require.NotContains(t, message.Text, "Раз\n", "nothing before it was connected")
	}
	require.Contains(t, labels(news.Buttons), "Взять")
	g.anna.TapsIn(t, g.group, "Взять")
	require.Contains(t, g.group.AnswerContaining(t, "Мастер: Анна").Text, "Два")
}

func TestAReplyInTheGroupGoesOutAndOtherTalkStaysThere(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.olga.Says("Когда?")
	news := g.group.AnswerContaining(t, "Когда?")
	g.vera.PromotesBotIn(g.group) // who hears everything
	g.anna.SaysIn(g.group, "Он опять звонил")
	stranger := g.telegram.NewUser(emulator.Profile{FirstName: "Глеб"})
	stranger.Joins(g.group)
	stranger.SendsIn(g.group, emulator.Outgoing{Text: "Никогда", ReplyTo: news.ID})
	talk := g.anna.SaysIn(g.group, "Что ответим?")
	g.vera.SendsIn(g.group, emulator.Outgoing{Text: "Не знаю", ReplyTo: talk.ID})
	reply := g.anna.SendsIn(g.group, emulator.Outgoing{Text: "Завтра", ReplyTo: news.ID})
	require.Equal(t, "👍", g.group.Reaction(t, reply.ID))
	g.olga.AnswerContaining(t, "Завтра")
	require.Equal(t, []string{"OUT Завтра 1 0"}, g.messages(t))
	g.telegram.WaitUpdatesConfirmed(t)
	for _, message := range g.group.Chat() {
		require.False(t, message.FromBot && message.ID != news.ID, message.Text)
	}
}

func TestTheReplyButtonInTheGroupAsksTheOneWhoTapped(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.olga.Says("Когда?")
	g.group.AnswerContaining(t, "Когда?")
	g.anna.TapsIn(t, g.group, "Ответить")
	question := g.group.AnswerContaining(t, "Ответ клиенту, № 1")
	require.True(t, question.ForceReply)
	require.Contains(t, question.Text, "Анна")
	g.anna.SendsIn(g.group, emulator.Outgoing{Text: "Завтра", ReplyTo: question.ID})
	g.olga.AnswerContaining(t, "Завтра")

	stranger := g.telegram.NewUser(emulator.Profile{FirstName: "Глеб"})
	stranger.Joins(g.group)
	stranger.TapsIn(t, g.group, "Ответить")
	require.Contains(t, stranger.CallbackAnswer(t).Text, "для сотрудников")
	require.Empty(t, fromBot(stranger))
}

func TestAGroupThatBecomesASupergroupIsToldOfNewsThere(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.olga.Says("Раз")
	g.group.AnswerContaining(t, "Раз")
	g.vera.MakesSupergroup(g.group)
	g.telegram.WaitUpdatesConfirmed(t)
	groups, err := g.StaffGroups(t.Context())
	require.NoError(t, err)
	require.Len(t, groups, 1)
	require.Equal(t, g.group.ID(), groups[0].ChatID)
	g.olga.Says("Два")
	news := g.group.AnswerContaining(t, "Два")
	g.anna.SendsIn(g.group, emulator.Outgoing{Text: "Завтра", ReplyTo: news.ID})
	g.olga.AnswerContaining(t, "Завтра")
}

func TestASendThatHearsOfASupergroupGoesThere(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.stop()
	g.vera.MakesSupergroup(g.group)
	_, err := g.ReceiveMessages(t.Context(), []store.IncomingMessage{{ChatID: g.olga.ID, TelegramMessageID: 9000, Text: "Два"}})
	require.NoError(t, err)
	blocked := g.telegram.Fail(emulator.Fault{Method: "getUpdates", Kind: emulator.ServerError}) // the update does not come first
	g.run(t)
	g.group.AnswerContaining(t, "Два")
	blocked()
	groups, err := g.StaffGroups(t.Context())
	require.NoError(t, err)
	require.Equal(t, g.group.ID(), groups[0].ChatID)
}

func TestAGroupWithoutTheBotIsForgottenAndAdminsKnow(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.vera.RemovesBotFrom(g.group)
	g.vera.AnswerContaining(t, "«Мастера»")
	groups, err := g.StaffGroups(t.Context())
	require.NoError(t, err)
	require.Empty(t, groups)
	g.olga.Says("Когда?")
	g.anna.AnswerContaining(t, "Когда?")
}

func TestASendThatFindsTheBotThrownOutForgetsTheGroup(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.connects(t)
	g.telegram.Fail(emulator.Fault{ChatID: g.group.ID(), Kind: emulator.Forbidden, Description: "bot was kicked from the group chat"})
	g.olga.Says("Когда?")
	g.vera.AnswerContaining(t, "больше нет в группе")
	groups, err := g.StaffGroups(t.Context())
	require.NoError(t, err)
	require.Empty(t, groups)
}

func TestOnlyAnAdminConnectsAGroup(t *testing.T) {
	t.Parallel()
	g := newGroup(t, 1)
	g.olga.Says("/group")
	g.olga.AnswerContaining(t, "Передали мастерам")
	g.anna.AnswerContaining(t, "/group")
	g.anna.AddsBotTo(g.group)
	g.telegram.WaitUpdatesConfirmed(t)
	groups, err := g.StaffGroups(t.Context())
	require.NoError(t, err)
	require.Empty(t, groups)
	_, err = g.OfferStaffGroup(t.Context(), store.Actor{Kind: store.ActorStaff, ID: g.member.ID}, g.group.ID(), "Мастера")
	require.Equal(t, store.Forbidden, store.CodeOf(err))
}
