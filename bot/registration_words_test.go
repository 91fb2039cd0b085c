package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestWordsBesideATypedPhoneAreKept(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s := prepare(t, url)
	s.run(t)
	olga := s.person(emulator.Profile{})
	olga.Says("Сломался холодильник, перезвоните на 8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер")
	olga.AnswerContaining(t, "Передали мастерам")
	require.Len(t, s.kept(t, url), 1)
	other := s.person(emulator.Profile{FirstName: "Пётр"})
	other.Says("Мой номер: 8 917 000-99-01")
	other.AnswerContaining(t, "Записали ваш номер")
	require.Len(t, s.kept(t, url), 1, "a phone alone is no message")
	short := s.person(emulator.Profile{FirstName: "Анна"})
	short.Says("Сломался экран 8 917 000-99-02")
	short.AnswerContaining(t, "Записали ваш номер")
	require.Equal(t, kept{"Сломался экран 8 917 000-99-02", "[]", 0, 0}, s.kept(t, url)[1])
	slip := short.Says("8 917 000-99-03")
	short.AnswerContaining(t, "Записали ваш номер: +7 917 000-99-03")
	short.Edits(slip.ID, "8 917 000-99-03 Экран разбит")
	require.Eventually(t, func() bool { return len(s.kept(t, url)) == 3 }, holdUp, tick)
	require.Equal(t, "8 917 000-99-03 Экран разбит", s.kept(t, url)[2].Text, "words that come by an edit, too")
}

func TestANumberThatIsNoPhoneIsAMessageLikeOthers(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s := prepare(t, url)
	s.run(t)
	olga := s.person(emulator.Profile{})
	olga.Says("Acer 15600 не включается")
	olga.AnswerContaining(t, "Получили. Чтобы ответить, нужен ваш номер")
	olga.Says("8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер")
	texts := []string{"Acer 15600 не включается"}
	for _, text := range []string{"Сдавала 12.05.2026", "15 000 руб", "15600"} {
		olga.Says(text)
		olga.AnswerContaining(t, "Передали мастерам")
		texts = append(texts, text)
	}
	olga.Taps(t, "Новая заявка")
	olga.AnswerContaining(t, "4 сообщения")
	olga.Says("Серийный номер 220156001")
	olga.AnswerContaining(t, "5 сообщений")
	for n, message := range s.kept(t, url)[:4] {
		require.Equal(t, texts[n], message.Text)
	}
}

func TestSomebodyElsesPhoneInAMessageLeavesACustomersCardToThem(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер")
	card := s.customerOf(t, olga)
	task := s.task(t, card)
	olga.AnswerContaining(t, "Принято: № 1")
	message := olga.Says("Если не дозвонитесь, звоните жене 8 916 123-45-67")
	olga.AnswerContaining(t, "Передали мастерам, к заявке № 1")
	olga.Edits(message.ID, "Звоните жене 8 916 123-45-68")
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, "Готово: № 1")
	require.Equal(t, card.ID, s.customerOf(t, olga).ID)
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Len(t, found, 1)
}
