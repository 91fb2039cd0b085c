package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

func (c *counter) annas() store.Actor { return store.Actor{Kind: store.ActorStaff, ID: c.member.ID} }

func TestAMemberAddsPhotosByALinkAndSendsThemIfTheyWish(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	code, _, err := c.CreatePhotoLink(t.Context(), c.annas(), 1, store.LabelBefore)
	require.NoError(t, err)
	c.anna.Says("/start p_" + code)
	c.anna.AnswerContaining(t, "Фото к № 1, до работы")
	first := c.anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}})
	require.Equal(t, "👍", c.anna.Reaction(t, first.ID))
	last := c.anna.SendsAlbum("", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})[1]
	require.Equal(t, "👍", c.anna.Reaction(t, last.ID))
	c.anna.Taps(t, "Готово")
	c.anna.AnswerContaining(t, "№ 1: добавили 3 фото")
	require.Equal(t, []string{"NOTE  1 3"}, c.messages(t))
	require.Empty(t, fromBot(c.olga))
	files, _, err := c.FilesOfTasks(t.Context(), []int64{1}, false, 10)
	require.NoError(t, err)
	for _, file := range files[1] {
		require.Equal(t, store.LabelBefore, file.Label)
	}
	c.anna.Taps(t, "Отправить клиенту")
	c.anna.AnswerContaining(t, "отправлены клиенту")
	for range 3 {
		require.Equal(t, "photo", c.olga.Answer(t).Kind)
	}
	c.anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}})
	c.anna.AnswerContaining(t, "нужен ваш номер")
	require.Equal(t, []string{"NOTE  1 3", "OUT  1 3"}, c.messages(t), "what comes later is none of it")
}

func TestOfPhotosForATaskNobodySaysThatTheCustomerHasThem(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	code, _, err := c.CreatePhotoLink(t.Context(), c.annas(), 1, store.LabelBefore)
	require.NoError(t, err)
	c.anna.Says("/start p_" + code)
	c.anna.AnswerContaining(t, "Фото к № 1, до работы")
	c.telegram.Fail(emulator.Fault{Method: "setMessageReaction", Kind: emulator.BadRequest, Description: "REACTION_INVALID"})
	c.anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "photo"}})
	c.anna.Taps(t, "Готово")
	c.anna.AnswerContaining(t, "№ 1: добавили 1 фото")
	for _, text := range fromBot(c.anna) {
		require.NotContains(t, text, "Передали клиенту")
	}
}

func TestALinkForPhotosWorksOnceForWhoMadeIt(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	boris, _ := c.employee(t, "Борис", store.RoleStaff)
	code, _, err := c.CreatePhotoLink(t.Context(), c.annas(), 1, store.LabelNone)
	require.NoError(t, err)
	boris.Says("/start p_" + code)
	boris.AnswerContaining(t, "Фото к этой заявке уже не ждём")
	c.olga.Says("/start p_" + code)
	c.olga.AnswerContaining(t, "У вас 1 заявка")
	c.anna.Says("/start p_" + code)
	c.anna.AnswerContaining(t, "Фото к № 1")
	c.anna.Taps(t, "Готово")
	c.anna.AnswerContaining(t, "№ 1: фото не было")
	c.anna.Says("/start p_" + code)
	c.anna.AnswerContaining(t, "Фото к этой заявке уже не ждём")
	require.Empty(t, c.messages(t))
}
