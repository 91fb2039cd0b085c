package bot_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// counter is a running bot with a customer and a member of staff who is told of what they write.
type counter struct {
	*shop
	olga, anna *emulator.User
	customer   store.Customer
	member     store.Staff
}

func newCounter(t *testing.T, tasks int, configure ...func(*bot.Options)) *counter {
	t.Helper()
	c := &counter{shop: prepare(t, storetest.SQLite(t), configure...)}
	c.olga, c.customer = c.registered(t, tasks)
	c.anna, c.member = c.employee(t, "Анна", store.RoleStaff)
	c.run(t)
	return c
}

// employee is a member of staff with a linked chat.
func (s *shop) employee(t *testing.T, name string, role store.Role) (*emulator.User, store.Staff) {
	t.Helper()
	user := s.telegram.NewUser(emulator.Profile{FirstName: name})
	member, err := s.CreateStaff(t.Context(), store.NewStaff{
		Email: fmt.Sprintf("%d@example.com", user.ID), Password: storetest.Password, Role: role, Name: name,
	})
	require.NoError(t, err)
	member, err = s.LinkStaff(t.Context(), member.ID, user.ID)
	require.NoError(t, err)
	return user, member
}

// asked is the news of what Olga writes, in Anna's chat.
func (c *counter) asked(t *testing.T, words string) emulator.Message {
	t.Helper()
	c.olga.Says(words)
	return c.anna.AnswerContaining(t, words)
}

func (c *counter) rows() *storetest.Store { return &storetest.Store{URL: c.url} }

// messages are those of staff, as direction and text.
func (c *counter) messages(t *testing.T) (found []string) {
	t.Helper()
	rows, err := c.rows().DB(t).QueryContext(t.Context(), `SELECT m.direction || ' ' || m.text || ' ' || COALESCE(m.task_id, 0) || ' ' ||
		(SELECT count(*) FROM files AS f WHERE f.message_id = m.id) FROM messages AS m WHERE m.author_kind = 'staff' ORDER BY m.id`)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var row string
		require.NoError(t, rows.Scan(&row))
		found = append(found, row)
	}
	require.NoError(t, rows.Err())
	return found
}

func TestAReplyToNewsGoesToTheCustomerAndIsAcknowledged(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Когда будет готово?")
	asked := c.olga.Chat()[0]
	reply := c.anna.Sends(emulator.Outgoing{Text: "Завтра в <12>", ReplyTo: news.ID})
	answer := c.olga.AnswerContaining(t, "Завтра")
	require.Equal(t, "Завтра в <12>", answer.Text)
	require.Equal(t, asked.ID, answer.ReplyToID, "it quotes what it answers")
	require.Equal(t, "Заявка № 1", answer.Buttons[0][0].Text)
	require.Equal(t, "👍", c.anna.Reaction(t, reply.ID))
	require.Equal(t, []string{"OUT Завтра в <12> 1 0"}, c.messages(t))
	task, err := c.Task(t.Context(), 1)
	require.NoError(t, err)
	require.Nil(t, task.AwaitingReplySince)

	c.olga.Sends(emulator.Outgoing{Text: "А в субботу?", ReplyTo: answer.ID})
	c.anna.AnswerContaining(t, "А в субботу?")
	require.Equal(t, int64(1), c.kept(t, c.url)[2].Task)
}

func TestWhatBeginsWithADotStaysAmongStaff(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Когда?")
	note := c.anna.Sends(emulator.Outgoing{Text: ". Ждём матрицу", ReplyTo: news.ID})
	require.Equal(t, "✍", c.anna.Reaction(t, note.ID))
	picture := c.anna.Sends(emulator.Outgoing{Text: ".Скол", ReplyTo: news.ID, File: &emulator.Attachment{Kind: "photo"}})
	require.Equal(t, "✍", c.anna.Reaction(t, picture.ID))
	require.Equal(t, []string{"NOTE Ждём матрицу 1 0", "NOTE Скол 1 1"}, c.messages(t))
	said := c.anna.Sends(emulator.Outgoing{Text: "Скоро", ReplyTo: news.ID})
	c.olga.AnswerContaining(t, "Скоро")
	require.Equal(t, "👍", c.anna.Reaction(t, said.ID))
	for _, text := range fromBot(c.olga) {
		require.NotContains(t, text, "матрицу")
		require.NotContains(t, text, "Скол")
	}
}

func TestAllThatAMemberRepliesWithReachesTheCustomer(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Покажите")
	for _, kind := range []string{"photo", "video", "voice", "video_note", "audio", "document", "sticker"} {
		c.anna.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: kind}, ReplyTo: news.ID})
		require.Eventually(t, func() bool {
			chat := c.olga.Chat()
			return chat[len(chat)-1].Kind == kind
		}, holdUp, tick, kind)
	}
	refused := c.anna.Sends(emulator.Outgoing{Text: "Вот", ReplyTo: news.ID})
	c.olga.AnswerContaining(t, "Вот")
	require.Equal(t, "👍", c.anna.Reaction(t, refused.ID))
}

func TestAnAlbumOfAMemberIsOneMessage(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Покажите")
	album := c.telegram.NewAlbum()
	first := c.anna.Sends(emulator.Outgoing{Text: "Вот", Album: album, File: &emulator.Attachment{Kind: "photo"}, ReplyTo: news.ID})
	for range 2 {
		c.anna.Sends(emulator.Outgoing{Album: album, File: &emulator.Attachment{Kind: "photo"}, ReplyTo: news.ID})
	}
	got := c.olga.AnswerContaining(t, "Вот")
	for range 2 {
		require.Equal(t, got.Album, c.olga.Answer(t).Album)
	}
	require.NotEmpty(t, got.Album)
	require.Equal(t, "👍", c.anna.Reaction(t, first.ID))
	require.Equal(t, []string{"OUT Вот 1 3"}, c.messages(t))
	c.olga.Sends(emulator.Outgoing{Text: "Спасибо", ReplyTo: c.olga.Chat()[len(c.olga.Chat())-1].ID})
	c.anna.AnswerContaining(t, "Спасибо")
	require.Equal(t, int64(1), c.kept(t, c.url)[2].Task, "each picture is about the task")
}

func TestTheReplyButtonAsksForTheAnswer(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 2)
	c.asked(t, "Здравствуйте") // about no task
	c.anna.Taps(t, "Ответить")
	question := c.anna.AnswerContaining(t, "Ответ клиенту")
	require.True(t, question.ForceReply)
	require.Equal(t, "Ответ клиенту", question.Placeholder)
	c.anna.Sends(emulator.Outgoing{Text: "И вам здравствуйте", ReplyTo: question.ID})
	c.olga.AnswerContaining(t, "И вам здравствуйте")
	c.anna.Sends(emulator.Outgoing{Text: ".вежливая", ReplyTo: question.ID})
	c.anna.AnswerContaining(t, "заметка бывает только у заявки")
	require.Equal(t, []string{"OUT И вам здравствуйте 0 0"}, c.messages(t))
}

func TestWhatCannotGoOutIsSaidWithWhatToDo(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Когда?")
	reply := func(text string) { c.anna.Sends(emulator.Outgoing{Text: text, ReplyTo: news.ID}) }
	c.olga.Blocks()
	c.telegram.WaitUpdatesConfirmed(t)
	reply("Завтра")
	c.anna.AnswerContaining(t, "клиент заблокировал бота")
	c.rows().Exec(t, "UPDATE customers SET telegram_id = NULL, unreachable_at = NULL")
	reply("Завтра")
	c.anna.AnswerContaining(t, "нет чата с ботом")
	c.rows().Exec(t, "UPDATE tasks SET customer_id = NULL")
	reply("Завтра")
	c.anna.AnswerContaining(t, "больше нет клиента")
	require.NoError(t, c.DeleteTask(t.Context(), store.Actor{Kind: store.ActorSystem}, 1))
	reply("Завтра")
	c.anna.AnswerContaining(t, "больше нет")
}

func TestAnEditChangesAReplyThatIsHeldAndSaysSoOfOneThatIsGone(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	news := c.asked(t, "Когда?")
	c.stop()
	held, err := store.Open(store.Options{URL: c.url, Hold: 2 * time.Second})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, held.Close()) })
	c.options.Store = held
	c.run(t)
	reply := c.anna.Sends(emulator.Outgoing{Text: "Звтра", ReplyTo: news.ID})
	require.Equal(t, "👍", c.anna.Reaction(t, reply.ID))
	c.anna.Edits(reply.ID, "Завтра")
	require.Equal(t, "Завтра", c.olga.AnswerContaining(t, "тра").Text)
	require.Equal(t, []string{"OUT Завтра 1 0"}, c.messages(t))
	c.anna.Edits(reply.ID, "Послезавтра")
	c.anna.AnswerContaining(t, "уже ушло клиенту")
	slip := c.anna.Sends(emulator.Outgoing{Text: "Он сердитый", ReplyTo: news.ID})
	require.Equal(t, "👍", c.anna.Reaction(t, slip.ID))
	c.anna.Edits(slip.ID, ". Он сердитый")
	require.Eventually(t, func() bool { return c.messages(t)[1] == "NOTE Он сердитый 1 0" }, holdUp, tick)
	c.telegram.WaitUpdatesConfirmed(t)
	status, err := c.OutboxStatus(t.Context())
	require.NoError(t, err)
	require.Zero(t, status.Pending)
}

func TestAMemberWhoIsACustomerTooAnswersOnlyByAReplyToNews(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 1)
	_, _, err := c.Register(t.Context(), store.Registration{TelegramID: c.anna.ID, Phone: c.anna.Phone, Verified: true})
	require.NoError(t, err)
	news := c.asked(t, "Когда?")
	c.anna.Says("А мой телевизор?")
	list := c.anna.AnswerContaining(t, "Передали мастерам")
	c.anna.Sends(emulator.Outgoing{Text: "Очень нужно", ReplyTo: list.ID})
	c.anna.AnswerContaining(t, "Передали мастерам")
	c.anna.Sends(emulator.Outgoing{Text: "Завтра", ReplyTo: news.ID})
	c.olga.AnswerContaining(t, "Завтра")
	require.Equal(t, []string{"OUT Завтра 1 0"}, c.messages(t))
}

func TestAReplyThatComesTwiceIsSentOnce(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		member, err := s.LinkStaff(t.Context(), s.NewStaff(t).ID, 71)
		require.NoError(t, err)
		customer := s.NewRegistered(t)
		require.NoError(t, s.NotePost(t.Context(), 71, 5, nil, &customer.ID))
		in := store.StaffReply{ChatID: 71, TelegramMessageID: 6, From: 71, ReplyTo: 5, Text: "Завтра"}
		for range 2 {
			outcome, err := s.ReceiveStaffReply(t.Context(), in)
			require.NoError(t, err)
			require.Equal(t, store.StaffReplySent, outcome)
		}
		in.TelegramMessageID, in.From = 7, 72
		outcome, err := s.ReceiveStaffReply(t.Context(), in)
		require.NoError(t, err)
		require.Equal(t, store.StaffReplyNone, outcome, "a stranger's")
		var messages int
		require.NoError(t, s.DB(t).QueryRowContext(t.Context(), "SELECT count(*) FROM messages WHERE author_id = $1", member.ID).Scan(&messages))
		require.Equal(t, 1, messages)
	})
}

func TestAnAnswerToWhatHasBeenFiledSinceIsAboutItsTask(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 2)
	news := c.asked(t, "Когда?")
	require.Eventually(t, func() bool {
		status, err := c.OutboxStatus(t.Context())
		return err == nil && status.Pending == 0
	}, holdUp, tick)
	c.olga.Taps(t, "О № 1")
	c.olga.AnswerContaining(t, "к заявке № 1")
	c.anna.Sends(emulator.Outgoing{Text: "Завтра", ReplyTo: news.ID})
	c.olga.AnswerContaining(t, "Завтра")
	require.Equal(t, []string{"OUT Завтра 1 0"}, c.messages(t))
}
