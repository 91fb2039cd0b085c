package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// kept are the messages of customers, oldest first, as far as a test looks at them.
type kept struct {
	Text, Previous string
	Task           int64 // 0 for none
	Files          int
}

func (s *shop) kept(t *testing.T, url string) (messages []kept) {
	t.Helper()
	rows, err := (&storetest.Store{URL: url}).DB(t).QueryContext(t.Context(), `SELECT m.text, m.previous_texts, COALESCE(m.task_id, 0),
		(SELECT count(*) FROM files AS f WHERE f.message_id = m.id) FROM messages AS m ORDER BY m.id`)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var m kept
		require.NoError(t, rows.Scan(&m.Text, &m.Previous, &m.Task, &m.Files))
		messages = append(messages, m)
	}
	require.NoError(t, rows.Err())
	return messages
}

// opened is a running bot, with a customer who has so many tasks.
func opened(t *testing.T, tasks int) (s *shop, olga *emulator.User, url string) {
	t.Helper()
	url = storetest.SQLite(t)
	s = prepare(t, url)
	olga, _ = s.registered(t, tasks)
	s.run(t)
	return s, olga, url
}

func TestWhateverIsSentIsKeptAsWhatItIs(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 1)
	olga.Says("Когда <b>будет</b> готово?")
	olga.SendsPhoto("Экран")
	for _, file := range []emulator.Attachment{
		{Kind: "video", Content: []byte("video")}, {Kind: "voice", Content: []byte("voice"), Duration: 3}, {Kind: "video_note", Content: []byte("note")},
		{Kind: "audio", Content: []byte("audio")}, {Kind: "document", Content: []byte("document"), Name: "чек.pdf"}, {Kind: "sticker", Content: []byte("s")},
	} {
		olga.Sends(emulator.Outgoing{File: &file})
	}
	olga.SendsLocation()
	olga.SendsVenue("Кафе", "Ленина, 1")
	olga.SendsDice()
	olga.SendsPoll("Какой цвет?", "белый", "чёрный")
	olga.SharesContactOf("+79990001122", "Пётр", 77)
	olga.Says("/unknown")
	require.Eventually(t, func() bool { return len(s.kept(t, url)) == 14 }, holdUp, tick)
	messages := s.kept(t, url)
	for n, message := range messages {
		require.EqualValues(t, 1, message.Task, n)
	}
	require.Equal(t, kept{"Когда <b>будет</b> готово?", "[]", 1, 0}, messages[0])
	require.Equal(t, kept{"Экран", "[]", 1, 1}, messages[1])
	for _, message := range messages[2:7] {
		require.Equal(t, kept{"", "[]", 1, 1}, message)
	}
	require.Contains(t, messages[7].Text, "Стикер")
	require.Contains(t, messages[8].Text, "Место на карте: https://")
	require.Contains(t, messages[9].Text, "Кафе\nЛенина, 1\nМесто на карте: https://")
	require.Contains(t, messages[10].Text, "выпало")
	require.Equal(t, "Опрос: Какой цвет?\n– белый\n– чёрный", messages[11].Text)
	require.Equal(t, "Контакт: Пётр +7 999 000-11-22", messages[12].Text)
	require.Equal(t, "/unknown", messages[13].Text)
	olga.AnswerContaining(t, "Передали мастерам, к заявке № 1.")
}

func TestOneListStandsInAChatAtItsEnd(t *testing.T) {
	t.Parallel()
	s, olga, _ := opened(t, 1)
	for n := range 3 {
		olga.Says(fmt.Sprint("Вопрос ", n))
		olga.AnswerContaining(t, "Передали мастерам")
	}
	one := func() bool {
		said := fromBot(olga)
		return len(said) == 1 && strings.Contains(said[0], "У вас 1 заявка")
	}
	require.Eventually(t, one, holdUp, tick)
	s.stop()
	s.run(t)
	olga.Says("Вопрос после перезапуска")
	require.Eventually(t, func() bool {
		chat := olga.Chat()
		return one() && chat[len(chat)-1].FromBot && chat[len(chat)-2].Text == "Вопрос после перезапуска"
	}, holdUp, tick)
}

// writtenList is the message that the database knows as the list of the only chat that has one.
func (s *shop) writtenList(t *testing.T, url string) (message int) {
	t.Helper()
	err := (&storetest.Store{URL: url}).DB(t).QueryRowContext(t.Context(), "SELECT COALESCE(MAX(telegram_message_id), 0) FROM chat_lists").Scan(&message)
	require.NoError(t, err)
	return message
}

func TestOneListStandsInAChatHoweverQuicklyButtonsAreTapped(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 1)
	olga.Says("Первый вопрос")
	first := olga.AnswerContaining(t, "Передали мастерам")
	answer := s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.Slow})
	olga.Says("Второй вопрос")
	olga.Taps(t, "Новая заявка") // of the list that is about to go
	require.Eventually(t, func() bool { return s.writtenList(t, url) == first.ID }, holdUp, tick)
	answer()
	olga.AnswerContaining(t, "Опишите")
	require.Eventually(t, func() bool {
		said := fromBot(olga)
		return len(said) == 1 && strings.Contains(said[0], "Опишите")
	}, holdUp, tick)
}

func TestWhatIsSentRightAfterItsPhotosIsSaidToBeSent(t *testing.T) {
	t.Parallel()
	_, olga, url := opened(t, 1)
	olga.Says("/new")
	olga.Says("Экран разбит")
	olga.SendsAlbum("", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	olga.Taps(t, "Отправить")
	require.Eventually(t, func() bool {
		owed, said := 0, fromBot(olga)
		err := (&storetest.Store{URL: url}).DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM chat_lists WHERE due_at IS NOT NULL").Scan(&owed)
		require.NoError(t, err)
		return owed == 0 && len(said) == 1 && strings.Contains(said[0], "Отправили заявку № 2")
	}, holdUp, tick)
}

func TestAListThatCannotBeDeletedStaysAndNobodyIsAnsweredAgain(t *testing.T) {
	t.Parallel()
	s, olga, _ := opened(t, 1)
	olga.Says("Вопрос")
	olga.AnswerContaining(t, "Передали мастерам")
	s.telegram.Fail(emulator.Fault{Method: "deleteMessage", Kind: emulator.BadRequest})
	olga.Says("Ещё вопрос")
	s.telegram.WaitUpdatesConfirmed(t)
	require.Len(t, fromBot(olga), 2)
	require.Empty(t, s.deadLetters(t, 0))
}

func TestWordsThatCanBeAboutSeveralRequestsAreFiledByAButton(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 2)
	olga.Says("Когда?")
	olga.Says("Очень нужно")
	asked := olga.AnswerContaining(t, "О какой заявке речь?")
	require.Equal(t, []string{"О № 2", "О № 1", "№ 2", "№ 1", "Новая заявка"}, labels(asked.Buttons))
	require.Eventually(t, func() bool { return len(s.kept(t, url)) == 2 && len(fromBot(olga)) == 1 }, holdUp, tick)
	olga.Taps(t, "О № 1")
	olga.AnswerContaining(t, "к заявке № 1")
	require.Equal(t, []kept{{"Когда?", "[]", 1, 0}, {"Очень нужно", "[]", 1, 0}}, s.kept(t, url))
	olga.Taps(t, "Это о другом")
	require.Eventually(t, func() bool { return s.kept(t, url)[1].Task == 0 }, holdUp, tick)
	olga.Taps(t, "О № 2")
	require.Eventually(t, func() bool { return s.kept(t, url)[0].Task == 2 }, holdUp, tick)
}

func TestAReplyToAMessageAboutARequestBelongsToIt(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 2)
	task, err := s.Task(t.Context(), 1)
	require.NoError(t, err)
	s.setStatus(t, task, store.StatusReady)
	told := olga.AnswerContaining(t, "Готово, можно забирать")
	olga.Sends(emulator.Outgoing{Text: "Спасибо", ReplyTo: told.ID})
	olga.AnswerContaining(t, "к заявке № 1")
	s.setStatus(t, task, store.StatusClosed)
	closed := olga.AnswerContaining(t, "Заявка закрыта")
	olga.Sends(emulator.Outgoing{Text: "Опять", ReplyTo: closed.ID})
	require.Contains(t, olga.AnswerContaining(t, "Она закрыта").Text, "№ 1")
	require.Equal(t, []kept{{"Спасибо", "[]", 1, 0}, {"Опять", "[]", 1, 0}}, s.kept(t, url))
	task, err = s.Task(t.Context(), 1)
	require.NoError(t, err)
	require.Equal(t, store.StatusClosed, task.Status, "nobody but staff opens it again")

	olga.Says("/tasks")
	olga.Taps(t, "№ 2")
	card := olga.AnswerContaining(t, "Принята")
	olga.Sends(emulator.Outgoing{Text: "А эта?", ReplyTo: card.ID})
	olga.AnswerContaining(t, "к заявке № 2")
}

func TestAnAlbumIsOneMessageWithOneAnswer(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 1)
	photo := emulator.Attachment{Kind: "photo"}
	olga.SendsAlbum("Вот что с ним", photo, photo, photo)
	olga.AnswerContaining(t, "Передали мастерам")
	require.Equal(t, []kept{{"Вот что с ним", "[]", 1, 3}}, s.kept(t, url))
	s.telegram.WaitUpdatesConfirmed(t)
	require.Len(t, fromBot(olga), 1)
}

func TestAnAnswerThatAnAlbumIsOwedComesAfterARestart(t *testing.T) {
	t.Parallel()
	s, olga, _ := opened(t, 1)
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.ServerError})
	olga.SendsAlbum("Вот", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	s.telegram.WaitUpdatesConfirmed(t)
	s.stop()
	release()
	s.run(t)
	olga.AnswerContaining(t, "Передали мастерам")
}

func TestAnEditReachesStaffInPlace(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 1)
	message := olga.Says("Экран")
	olga.AnswerContaining(t, "Передали")
	olga.Edits(message.ID, "Экран разбит")
	require.Eventually(t, func() bool { return s.kept(t, url)[0].Text == "Экран разбит" }, holdUp, tick)
	require.JSONEq(t, `["Экран"]`, s.kept(t, url)[0].Previous)
	olga.ExpectSilence(t)
}

func TestARequestIsWrittenInTheChatAndSentByAButton(t *testing.T) {
	t.Parallel()
	for language, texts := range map[string]struct{ begin, describe, unsent, kind, send, sent string }{
		"ru": {"Новая заявка", "Опишите, что случилось", "1 сообщение и 3 файла", "Ремонт", "Отправить", "Отправили заявку № 1."},
		"en": {"New request", "Tell us what happened", "1 message and 3 files", "Repair", "Send", "Request #1 is sent."},
	} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			url := storetest.SQLite(t)
			s := prepare(t, url)
			olga := s.person(emulator.Profile{Language: language})
			_, _, err := s.Register(t.Context(), store.Registration{TelegramID: olga.ID, Phone: olga.Phone, Verified: true, Language: language})
			require.NoError(t, err)
			s.run(t)
			olga.Says("/tasks")
			olga.Taps(t, texts.begin)
			olga.AnswerContaining(t, texts.describe)
			photo := emulator.Attachment{Kind: "photo"}
			olga.SendsAlbum("", photo, photo)
			olga.Says("Стиральная машина не сливает")
			olga.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "voice", Content: []byte("voice")}})
			olga.AnswerContaining(t, texts.unsent)
			olga.Taps(t, texts.kind)
			require.Contains(t, labels(olga.AnswerContaining(t, texts.unsent).Buttons), "✓ "+texts.kind)
			olga.Taps(t, texts.send)
			olga.AnswerContaining(t, texts.sent)
			task, err := s.Task(t.Context(), 1)
			require.NoError(t, err)
			require.Equal(t, "Стиральная машина не сливает", task.Description)
			require.Equal(t, store.CategoryRepair, task.Category)
			for _, message := range s.kept(t, url) {
				require.EqualValues(t, 1, message.Task)
			}
		})
	}
}

func TestARequestThatIsLeftAloneIsSentByItself(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 0)
	olga.Says("Не включается")
	olga.AnswerContaining(t, "Чтобы завести заявку")
	olga.Taps(t, "Новая заявка")
	olga.AnswerContaining(t, "1 сообщение")
	(&storetest.Store{URL: url}).Exec(t, "UPDATE drafts SET expires_at = $1", time.Now().Add(-time.Minute).UTC())
	olga.AnswerContaining(t, "№ 1")
	task, err := s.Task(t.Context(), 1)
	require.NoError(t, err)
	require.Equal(t, "Не включается", task.Description)
}

func TestARequestThatIsDroppedLeavesItsWordsToStaff(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 0)
	olga.Says("/new")
	olga.AnswerContaining(t, "Опишите, что случилось")
	olga.Says("Не включается")
	olga.AnswerContaining(t, "1 сообщение")
	olga.Taps(t, "Не отправлять")
	olga.AnswerContaining(t, "Заявку не отправили")
	require.Equal(t, []kept{{"Не включается", "[]", 0, 0}}, s.kept(t, url))
	_, err := s.Task(t.Context(), 1)
	require.Error(t, err)
}

func TestWhatIsWrittenBeforeRegistrationIsPassedOnAfterIt(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s := prepare(t, url)
	s.run(t)
	olga := s.person(emulator.Profile{})
	olga.SendsAlbum("Разбит экран", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	olga.AnswerContaining(t, "Получили. Чтобы ответить, нужен ваш номер")
	olga.SharesContact()
	olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	olga.AnswerContaining(t, "Передали мастерам")
	olga.Taps(t, "Новая заявка")
	olga.AnswerContaining(t, "1 сообщение и 2 файла")
	require.Equal(t, []kept{{"Разбит экран", "[]", 0, 2}}, s.kept(t, url))
}

func TestAStrangersAlbumIsAnsweredInTheirLanguage(t *testing.T) {
	t.Parallel()
	s := open(t)
	john := s.person(emulator.Profile{FirstName: "John", Language: "en"})
	john.SendsAlbum("The screen", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	require.Equal(t, []string{"Share my phone"}, labels(john.Answer(t).ReplyKeyboard))
}

func TestARequestThatCannotBeSentKeepsNoOtherFromGoing(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 0)
	igor := s.person(emulator.Profile{FirstName: "Игорь", Phone: "+79170000077"})
	_, _, err := s.Register(t.Context(), store.Registration{TelegramID: igor.ID, Phone: igor.Phone, Verified: true})
	require.NoError(t, err)
	for _, user := range []*emulator.User{olga, igor} {
		user.Says("/new")
		user.AnswerContaining(t, "Опишите")
		user.Says("Не включается")
		user.AnswerContaining(t, "1 сообщение")
	}
	db := &storetest.Store{URL: url}
	db.Exec(t, "CREATE TRIGGER broken BEFORE INSERT ON tasks WHEN NEW.customer_id = 1 BEGIN SELECT RAISE(ABORT, 'broken'); END")
	db.Exec(t, "UPDATE drafts SET expires_at = created_at")
	igor.AnswerContaining(t, "отправлена: вы больше ничего не добавляли")
	require.Positive(t, s.logged("Requests that are due could not be sent"))
}

func TestWhoWritesTooMuchOrIsMutedIsToldSo(t *testing.T) {
	t.Parallel()
	s, olga, url := opened(t, 1)
	db := &storetest.Store{URL: url}
	olga.Says("?")
	olga.AnswerContaining(t, "Передали")
	db.Exec(t, fmt.Sprintf(`INSERT INTO messages (customer_id, chat_id, direction, author_kind, text, previous_texts, created_at, updated_at)
		WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < %d)
		SELECT customer_id, chat_id, direction, author_kind, text, previous_texts, created_at, updated_at FROM messages, n`, store.MessagesPerHour-1))
	olga.Says("Ещё")
	olga.AnswerContaining(t, "не сохранено")
	db.Exec(t, "UPDATE customers SET muted_at = $1", time.Now().UTC())
	olga.Says("И ещё")
	olga.AnswerContaining(t, "сейчас не передаются")
	require.Len(t, s.kept(t, url), store.MessagesPerHour)
}

func TestStaffHearInTheirOwnChatOfWhatACustomerWritesAndAsksFor(t *testing.T) {
	t.Parallel()
	url := storetest.SQLite(t)
	s := prepare(t, url)
	olga, _ := s.registered(t, 1)
	anna := s.person(emulator.Profile{FirstName: "Анна", Phone: "+79170000001"})
	member, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "anna@example.com", Password: "очень длинный пароль", Role: store.RoleStaff})
	require.NoError(t, err)
	_, err = s.LinkStaff(t.Context(), member.ID, anna.ID)
	require.NoError(t, err)
	s.run(t)
	olga.Says("Когда <b>будет</b> готово?")
	olga.AnswerContaining(t, "Передали мастерам")
	first := anna.AnswerContaining(t, "Когда <b>будет</b> готово?")
	olga.Says("И сколько стоит?")
	grown := anna.AnswerContaining(t, "Когда <b>будет</b> готово?\nИ сколько стоит?")
	require.Equal(t, first.ID, grown.ID, "a burst is one piece of news, which grows")
	olga.Says("/new")
	olga.AnswerContaining(t, "Опишите, что случилось")
	olga.Says("Стиральная машина не сливает")
	olga.AnswerContaining(t, "1 сообщение")
	olga.Taps(t, "Отправить")
	olga.AnswerContaining(t, "Отправили заявку № 2.")
	news := anna.AnswerContaining(t, "Стиральная машина не сливает")
	require.Contains(t, news.Text, "№ 2")
	require.Equal(t, 1, strings.Count(news.Text, "Стиральная машина"))
	require.Equal(t, []string{"Взять", "Ответить"}, labels(news.Buttons))
	anna.Taps(t, "Взять")
	require.Equal(t, "Заявка № 2 ваша", anna.CallbackAnswer(t).Text)
	task, err := s.Task(t.Context(), 2)
	require.NoError(t, err)
	require.Equal(t, member.ID, *task.EmployeeID)
	taken := anna.AnswerContaining(t, "Мастер")
	require.Equal(t, news.ID, taken.ID)
	require.Equal(t, []string{"Ответить"}, labels(taken.Buttons))
}
