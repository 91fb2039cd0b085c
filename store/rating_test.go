package store_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// asked makes a closed task of a customer of which they are asked for a rating.
func asked(t *testing.T, s *storetest.Store, customer store.Customer) store.Task {
	t.Helper()
	task := newToldTask(t, s, customer)
	setStatus(t, s, task, store.StatusClosed)
	s.Clock.Advance(storeHold)
	deliverAll(t, s)
	s.Clock.Advance(24 * time.Hour)
	require.Equal(t, []string{"rating sent"}, remind(t, s))
	s.Clock.Advance(storeHold)
	require.Equal(t, []store.NotificationPayload{{To: store.StatusClosed}}, deliverAll(t, s))
	return task
}

// ratingOf is what is known of a task's rating, "" for none.
func ratingOf(t *testing.T, s *storetest.Store, task store.Task) string {
	t.Helper()
	ratings, err := s.RatingsByTask(t.Context(), []int64{task.ID})
	require.NoError(t, err)
	if rating := ratings[task.ID]; rating != nil {
		return fmt.Sprintf("%d %s", rating.Rating, rating.Comment)
	}
	return ""
}

func TestACustomerRatesATaskOnceAndOnlyWhenAsked(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, other := s.NewRegistered(t), s.NewRegistered(t)
		never := newToldTask(t, s, customer)
		setStatus(t, s, never, store.StatusReady)
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		task := asked(t, s, customer)
		require.Empty(t, ratingOf(t, s, task))
		for rating, code := range map[int]store.Code{0: store.Invalid, 6: store.Invalid} {
			require.Equal(t, code, store.CodeOf(s.RateTask(t.Context(), customer, task.ID, rating)))
		}
		require.Equal(t, store.NotFound, store.CodeOf(s.RateTask(t.Context(), other, task.ID, 5)))
		require.Equal(t, store.NotFound, store.CodeOf(s.RateTask(t.Context(), customer, never.ID, 5)))

		rated := 0
		for _, err := range atOnce(8, func() error { return s.RateTask(t.Context(), customer, task.ID, 4) }) {
			if err == nil {
				rated++
				continue
			}
			require.Equal(t, store.Conflict, store.CodeOf(err))
		}
		require.Equal(t, 1, rated)
		require.Equal(t, "4 ", ratingOf(t, s, task))
		require.Equal(t, "customer rated:  > 4", last(history(t, s, task.ID)))

		setStatus(t, s, task, store.StatusInProgress) // it was not over after all
		setStatus(t, s, task, store.StatusClosed)
		s.Clock.Advance(24 * time.Hour)
		require.Equal(t, []string{"rating gone"}, remind(t, s), "once in the life of a task")
	})
}

func TestACustomerIsAskedAgainWhomTheFirstQuestionHasNotReached(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, s *storetest.Store){
		"taken back": func(*testing.T, *storetest.Store) {},
		"too late": func(t *testing.T, s *storetest.Store) {
			s.Clock.Advance(25 * time.Hour)
			question := claim(t, s)[0]
			require.NotEmpty(t, question.Refusal)
			require.NoError(t, s.NotificationFailed(t.Context(), question.Notification.Claim(), question.Refusal))
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				customer := s.NewRegistered(t)
				task := newToldTask(t, s, customer)
				setStatus(t, s, task, store.StatusClosed)
				s.Clock.Advance(storeHold)
				deliverAll(t, s)
				s.Clock.Advance(24 * time.Hour)
				require.Equal(t, []string{"rating sent"}, remind(t, s))
				lose(t, s)
				setStatus(t, s, task, store.StatusInProgress)
				s.Clock.Advance(storeHold)
				deliverAll(t, s)
				setStatus(t, s, task, store.StatusClosed)
				s.Clock.Advance(24 * time.Hour)
				deliverAll(t, s)
				require.Equal(t, []string{"rating sent"}, remind(t, s))
				s.Clock.Advance(storeHold)
				require.Len(t, deliverAll(t, s), 1)
				require.NoError(t, s.RateTask(t.Context(), customer, task.ID, 5))

				setStatus(t, s, task, store.StatusInProgress)
				setStatus(t, s, task, store.StatusClosed)
				s.Clock.Advance(24 * time.Hour)
				require.Equal(t, []string{"rating gone"}, remind(t, s))
			})
		})
	}
}

func last(lines []string) string { return lines[len(lines)-1] }

func TestAPoorRatingIsNewsToAdminsAndTheNextMessageSaysWhy(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookTaskRated, store.WebhookMessageReceived)
		admin := s.NewAdmin(t)
		_, err := s.LinkStaff(t.Context(), admin.ID, 31)
		require.NoError(t, err)
		linked(t, s, 32, store.NotifyMine)
		customer := s.NewRegistered(t)
		task := asked(t, s, customer)
		newToldTask(t, s, customer) // an open one, to which messages would be filed
		require.NoError(t, s.RateTask(t.Context(), customer, task.ID, 2))
		news := claimNews(t, s)
		require.Equal(t, []int64{31}, chatsOf(news))
		require.Equal(t, store.NewsRating, news[31].Notification.Payload.News)
		require.Equal(t, 2, news[31].Notification.Payload.Rating)
		require.NoError(t, s.NotificationSent(t.Context(), news[31].Notification.Claim(), 500))

		reception := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Ждал две недели"})
		require.True(t, reception.Place.Reason)
		require.Equal(t, task.ID, *reception.Message.TaskID, "and it is a message like any other")
		require.NotNil(t, awaiting(t, s, task.ID))
		require.Equal(t, "2 Ждал две недели", ratingOf(t, s, task))
		next := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "И ещё вопрос"})
		require.False(t, next.Place.Reason)
		require.NotEqual(t, task.ID, *next.Message.TaskID)

		s.Clock.Advance(storeHold)
		var told store.Delivery
		for _, delivery := range claim(t, s) {
			if delivery.Notification.Payload.News == store.NewsRating {
				told = delivery
			}
		}
		require.Equal(t, 500, told.Notification.TelegramMessageID, "the news are edited")
		require.Equal(t, "Ждал две недели", told.News.Messages[0].Text)

		var comments []*string
		for _, delivery := range deliveriesOf(t, s, webhook) {
			if delivery.Event == store.WebhookTaskRated {
				var event struct {
					Data struct {
						Rating        int
						RatingComment *string
					}
				}
				require.NoError(t, json.Unmarshal([]byte(delivery.Payload), &event))
				require.Equal(t, 2, event.Data.Rating)
				comments = append(comments, event.Data.RatingComment)
			}
		}
		require.Equal(t, []*string{nil, ptr("Ждал две недели")}, comments)

		_, err = s.DeleteCustomer(t.Context(), system, customer.Phone)
		require.NoError(t, err)
		require.Equal(t, "2 ", ratingOf(t, s, task), "the words are gone with who said them")
		for _, delivery := range deliveriesOf(t, s, webhook) {
			require.NotContains(t, delivery.Payload, "две недели")
		}
	})
}

func TestAMessageThatIsAboutSomethingElseIsTakenOffTheRatingItWasTheReasonOf(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookTaskRated)
		customer := s.NewRegistered(t)
		take := map[string]func(task store.Task, message store.Message) error{
			"the customer": func(task store.Task, _ store.Message) error { return s.FileRecent(t.Context(), customer, task.ID, 0) },
			"staff": func(_ store.Task, message store.Message) error {
				_, err := s.FileMessage(t.Context(), actorOf(s.NewStaff(t)), message.ID, nil)
				return err
			},
		}
		for by, off := range take {
			task := asked(t, s, customer)
			require.NoError(t, s.RateTask(t.Context(), customer, task.ID, 2))
			reception := writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Ещё сломался утюг"})
			require.Equal(t, "2 Ещё сломался утюг", ratingOf(t, s, task))
			place, _, err := s.ChatPlace(t.Context(), customer)
			require.NoError(t, err)
			require.True(t, place.Reason)
			require.NoError(t, off(task, reception.Message), by)
			require.Equal(t, "2 ", ratingOf(t, s, task), by)
			place, _, err = s.ChatPlace(t.Context(), customer)
			require.NoError(t, err)
			require.Nil(t, place.Filed, by)
			require.False(t, place.Reason, by)
			require.False(t, writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Ау"}).Place.Reason, "nor is the next one")
			events := deliveriesOf(t, s, webhook)
			require.NotContains(t, events[len(events)-1].Payload, "ratingComment", "and programs hear of it")
		}
	})
}

func TestTheReasonOfARatingIsWaitedForOnlySoLongAndARequestComesFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := asked(t, s, customer)
		require.NoError(t, s.RateTask(t.Context(), customer, task.ID, 3))
		_, err := s.StartDraft(t.Context(), customer)
		require.NoError(t, err)
		require.Nil(t, writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Ещё телефон"}).Message.TaskID)
		require.NoError(t, s.DropDraft(t.Context(), customer))
		s.Clock.Advance(24 * time.Hour)
		require.Nil(t, writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Добрый день"}).Message.TaskID)
		require.Equal(t, "3 ", ratingOf(t, s, task))
	})
}

func TestTasksThatWereRatedPoorlyAreListedTheLatestFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		var want []int64
		for stars := store.WorstRating; stars <= store.BestRating; stars++ {
			customer := s.NewRegistered(t)
			task := asked(t, s, customer)
			require.NoError(t, s.RateTask(t.Context(), customer, task.ID, stars))
			if stars <= store.PoorRating {
				want = append([]int64{task.ID}, want...)
			}
		}
		asked(t, s, s.NewRegistered(t)) // who has not answered
		poorIn := func(first, last store.Day) (ids []int64) {
			tasks, err := s.PoorlyRated(t.Context(), first, last)
			require.NoError(t, err)
			for _, task := range tasks {
				ids = append(ids, task.ID)
			}
			return ids
		}
		first, last := s.DayOf(s.Clock.Now().AddDate(0, 0, -10)), s.DayOf(s.Clock.Now())
		require.Equal(t, want, poorIn(first, last))
		require.Empty(t, poorIn(last, last))
	})
}
