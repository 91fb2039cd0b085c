package bot_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// aroundTheClock is a shop in which reminders are sent at any time.
func aroundTheClock(t *testing.T, s *shop, change store.ShopUpdate) store.Actor {
	t.Helper()
	admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "admin@example.com", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	day := store.Hours{From: 0, To: 24 * 60}
	change.Waking, change.Hours = &day, &[7]store.Hours{day, day, day, day, day, day, day}
	actor := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
	_, err = s.UpdateShop(t.Context(), actor, change)
	require.NoError(t, err)
	return actor
}

// remind has a kind of reminder be due, and ends it.
func (s *shop) remind(t *testing.T, kind store.ReminderKind) {
	t.Helper()
	due := time.Now().UTC().Add(-time.Minute).Format("2006-01-02 15:04:05.999999-07:00")
	(&storetest.Store{URL: s.url}).Exec(t, "UPDATE reminders SET due_at = $1 WHERE kind = $2", due, string(kind))
	ended, err := s.EndDueReminders(context.Background())
	require.NoError(t, err)
	require.Len(t, ended, 1)
	require.Equal(t, store.ReminderSent, ended[0].End)
}

func TestWhoComesLaterForWhatIsReadySaysSoByAButton(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	aroundTheClock(t, s, store.ShopUpdate{})
	olga, customer := s.registered(t, 0)
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
		CustomerPhone: customer.Phone, Item: store.ItemUpdate{Kind: new("наушники"), Maker: new("<Sony>")}, Description: "Не включается", Silent: true,
	})
	require.NoError(t, err)
	s.run(t)
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, "Готово, можно забирать")
	s.remind(t, store.ReminderReadyWaits)
	reminder := olga.AnswerContaining(t, "Готово и ждёт вас: № 1 · наушники <Sony>\nМожно забрать с ")
	require.Equal(t, []string{"Заберу позже", "Заявка № 1"}, labels(reminder.Buttons))
	olga.Taps(t, "Заберу позже")
	changed := olga.AnswerContaining(t, "Хорошо, заберёте позже. Напомним ")
	require.Equal(t, reminder.ID, changed.ID, "in its place")
	require.Equal(t, []string{"Заявка № 1"}, labels(changed.Buttons))
	due, err := s.RemindersByTask(t.Context(), store.ReminderReadyWaits, []int64{task.ID})
	require.NoError(t, err)
	require.WithinDuration(t, time.Now().AddDate(0, 0, 7), *due[task.ID].DueAt, 2*time.Hour)
}

func TestACustomerRatesTheWorkOnceAndSaysWhyItWasPoor(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		rating, told string
		buttons      []string
		review       string
	}{
		{rating: "5", told: "Спасибо за оценку: 5, заявка № 1.\n\nБудем благодарны и за отзыв.", buttons: []string{"Оставить отзыв"}, review: "https://example.com/reviews"},
		{rating: "2", told: "Спасибо за оценку: 2, заявка № 1.\n\nЧто было не так? Напишите следующим сообщением, его прочтёт руководитель.\n\nБудем благодарны и за отзыв.",
			buttons: []string{"Оставить отзыв"}, review: "https://example.com/reviews"},
		{rating: "4", told: "Спасибо за оценку: 4, заявка № 1."},
	} {
		t.Run(test.rating, func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t))
			admin := aroundTheClock(t, s, store.ShopUpdate{ReviewURL: &test.review})
			boris := s.telegram.NewUser(emulator.Profile{FirstName: "Борис", Language: "ru"})
			_, err := s.LinkStaff(t.Context(), admin.ID, boris.ID)
			require.NoError(t, err)
			olga, customer := s.registered(t, 0)
			task := s.quietTask(t, customer)
			s.run(t)
			s.setStatus(t, task, store.StatusClosed)
			olga.AnswerContaining(t, "Заявка закрыта")
			s.remind(t, store.ReminderRating)
			question := olga.AnswerContaining(t, "Как вам наша работа? № 1 · Ремонт\nНе включается\n\n1 – плохо, 5 – отлично.")
			require.Equal(t, []string{"1", "2", "3", "4", "5"}, labels(question.Buttons))
			olga.Taps(t, test.rating)
			thanks := olga.AnswerContaining(t, test.told)
			require.Equal(t, question.ID, thanks.ID)
			require.Equal(t, test.buttons, labels(thanks.Buttons))
			if test.rating != "2" {
				return
			}
			news := boris.AnswerContaining(t, "Оценка 2, № 1 · Ольга")
			olga.Says("Ждала две недели")
			olga.AnswerContaining(t, "Спасибо, что рассказали. Передали руководителю.")
			told := boris.AnswerContaining(t, "Ждала две недели")
			require.Equal(t, news.ID, told.ID, "in the news that are there")
			olga.Taps(t, "Это о другом")
			olga.AnswerContaining(t, "Это о закрытой заявке № 1 или о новом деле?")
			ratings, err := s.RatingsByTask(t.Context(), []int64{task.ID})
			require.NoError(t, err)
			require.Empty(t, ratings[task.ID].Comment)
		})
	}
}

func TestAReasonThatIsSentAsPhotosIsAnsweredAsOneThatIsWritten(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	aroundTheClock(t, s, store.ShopUpdate{})
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	s.setStatus(t, task, store.StatusClosed)
	olga.AnswerContaining(t, "Заявка закрыта")
	s.remind(t, store.ReminderRating)
	olga.AnswerContaining(t, "Как вам наша работа?")
	olga.Taps(t, "1")
	olga.AnswerContaining(t, "Что было не так?")
	olga.SendsAlbum("Царапины", emulator.Attachment{Kind: "photo"}, emulator.Attachment{Kind: "photo"})
	require.Contains(t, labels(olga.AnswerContaining(t, "Спасибо, что рассказали. Передали руководителю.").Buttons), "Это о другом")
}

func TestARatingThatWasKeptBeforeItWasThankedForIsThankedForByTheNextTap(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	aroundTheClock(t, s, store.ShopUpdate{})
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	s.setStatus(t, task, store.StatusClosed)
	olga.AnswerContaining(t, "Заявка закрыта")
	s.remind(t, store.ReminderRating)
	question := olga.AnswerContaining(t, "Как вам наша работа?")
	require.NoError(t, s.RateTask(t.Context(), customer, task.ID, 5)) // by a process that died before it thanked
	olga.Taps(t, "1")
	require.Equal(t, "Эта заявка уже оценена", olga.CallbackAnswer(t).Text)
	thanks := olga.AnswerContaining(t, "Спасибо за оценку: 5, заявка № 1.")
	require.Equal(t, question.ID, thanks.ID)
	require.Empty(t, thanks.Buttons)
}

func TestTheDigestTellsStaffWhatIsToBeDoneWithButtonsThatOpenTheTasks(t *testing.T) {
	t.Parallel()
	c := newCounter(t, 0, public)
	aroundTheClock(t, c.shop, store.ShopUpdate{})
	_, err := c.EndDueReminders(t.Context()) // schedules it
	require.NoError(t, err)
	yesterday := time.Now().Add(-24 * time.Hour)
	overdue, err := c.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
		CustomerPhone: c.customer.Phone, PromisedAt: &yesterday, EmployeeID: &c.member.ID, Item: store.ItemUpdate{Kind: new("наушники"), Maker: new("Sony")},
	})
	require.NoError(t, err)
	waits, err := c.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: c.customer.Phone, Silent: true})
	require.NoError(t, err)
	c.rows().Exec(t, "UPDATE tasks SET ready_since = '2026-01-01 09:00:00+00:00', status = 'READY' WHERE id = $1", waits.ID)
	c.remind(t, store.ReminderDigest)
	digest := c.anna.AnswerContaining(t, "Срок прошёл: 1")
	require.Contains(t, digest.Text, fmt.Sprintf("№ %d · Ольга · наушники Sony · ", overdue.ID))
	require.Regexp(t, fmt.Sprintf(`✅ Готово и не забрано: 1\n№ %d · Ольга · \d+ дн. · \+7 917 000-99-00`, waits.ID), digest.Text)
	require.Equal(t, []string{fmt.Sprintf("№ %d", overdue.ID), fmt.Sprintf("№ %d", waits.ID)}, labels(digest.Buttons))
	require.Equal(t, fmt.Sprintf("https://crm.example.com/app/?startapp=task_%d", overdue.ID), digest.Buttons[0][0].WebAppURL)
}
