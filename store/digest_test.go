package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// promised makes a task with an employee that is to be ready at a time by the shop's clock.
func promised(t *testing.T, s *storetest.Store, employee store.Staff, at string) store.Task {
	t.Helper()
	by, err := time.ParseInLocation(time.DateTime, at, s.Location())
	require.NoError(t, err)
	task, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: s.NewPhone(), PromisedAt: &by, EmployeeID: &employee.ID})
	require.NoError(t, err)
	return task
}

// open has the shop be open on weekdays from ten to eight.
func openShop(t *testing.T, s *storetest.Store) store.Actor {
	t.Helper()
	admin := actorOf(s.NewAdmin(t))
	day := store.Hours{From: 10 * 60, To: 20 * 60}
	_, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{Hours: &[7]store.Hours{
		time.Monday: day, time.Tuesday: day, time.Wednesday: day, time.Thursday: day, time.Friday: day,
	}})
	require.NoError(t, err)
	return admin
}

// digests claims the digests that are due: by chat, the queues with how many tasks are in each, how many of these are the
// member's, and which are named.
func digests(t *testing.T, s *storetest.Store) map[int64][]string {
	t.Helper()
	told := map[int64][]string{}
	for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
		for _, delivery := range deliveries {
			require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
			for _, queue := range delivery.Digest {
				var ids []string
				for _, task := range queue.Tasks {
					ids = append(ids, fmt.Sprint(task.ID))
				}
				told[delivery.Notification.ChatID] = append(told[delivery.Notification.ChatID],
					fmt.Sprintf("%s %d of %d: %s", queue.Queue, queue.Mine, queue.Count, strings.Join(ids, " ")))
			}
		}
	}
	return told
}

func TestTheMorningsDigestComesOnWorkingDaysAtTheOpeningHour(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := openShop(t, s)
		linked(t, s, 31, store.NotifyEverything)
		require.Empty(t, endDue(t, s), "it is Monday noon")
		task := newToldTask(t, s, s.NewRegistered(t))
		setStatus(t, s, task, store.StatusReady)
		deliverAll(t, s)
		clockTo(t, s, "2026-03-03 00:00:00")
		var days []string
		for end := s.Clock.Now().AddDate(0, 0, 9); s.Clock.Now().Before(end); s.Clock.Advance(time.Hour) {
			for _, ended := range endDue(t, s) {
				if strings.HasPrefix(ended, "digest") {
					days = append(days, s.Clock.Now().In(s.Location()).Format("Mon 2 Jan 15:04 ")+ended)
				}
			}
			digests(t, s)
		}
		require.Equal(t, []string{
			"Tue 3 Mar 10:00 digest nobody", "Wed 4 Mar 10:00 digest nobody", "Thu 5 Mar 10:00 digest nobody", // there is nothing
			"Fri 6 Mar 10:00 digest sent", // ready for days
			"Mon 9 Mar 10:00 digest sent", "Tue 10 Mar 10:00 digest sent", "Wed 11 Mar 10:00 digest sent",
		}, days)

		early := store.Hours{From: 8 * 60, To: 20 * 60}
		_, err := s.UpdateShop(t.Context(), admin, store.ShopUpdate{Version: 1, Hours: &[7]store.Hours{time.Thursday: early}})
		require.NoError(t, err)
		require.Empty(t, endDue(t, s))
		clockTo(t, s, "2026-03-12 08:00:00")
		require.Equal(t, []string{"digest sent"}, endDue(t, s), "at the hours of now")
	})
}

func TestADigestThatIsLateComesOnItsDayOrNotAtAll(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		openShop(t, s)
		linked(t, s, 31, store.NotifyEverything)
		newTaskWith(t, s, store.StatusReady)
		endDue(t, s)
		clockTo(t, s, "2026-03-10 15:00:00") // out for a week
		require.ElementsMatch(t, []string{"digest dropped", "ready_waits dropped"}, endDue(t, s))
		require.Equal(t, []string{"digest sent"}, endDue(t, s)[:1], "that of today")
		clockTo(t, s, "2026-03-11 21:00:00")
		require.Equal(t, []string{"digest dropped"}, endDue(t, s), "the shop is closed")
		require.Empty(t, endDue(t, s))
	})
}

func TestADigestTellsEachMemberTheirOwnTasksFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		openShop(t, s)
		anna, boris := linked(t, s, 31, store.NotifyEverything), linked(t, s, 32, store.NotifyMine)
		linked(t, s, 33, store.NotifyNothing)
		s.NewStaff(t) // without Telegram
		endDue(t, s)
		overdue := promised(t, s, boris, "2026-03-02 18:00:00")
		today := promised(t, s, anna, "2026-03-03 00:00:00")
		byHour := promised(t, s, boris, "2026-03-03 12:00:00")
		promised(t, s, boris, "2026-03-04 00:00:00")
		done := promised(t, s, anna, "2026-03-02 18:00:00")
		setStatus(t, s, done, store.StatusReady)
		customer := s.NewRegistered(t)
		asks := s.NewTask(t, customer)
		writes(t, s, *customer.TelegramID, store.IncomingMessage{Text: "Готово?"})
		blocked := s.NewRegistered(t)
		require.NoError(t, s.SetUnreachable(t.Context(), *blocked.TelegramID, s.Clock.Now()))
		away := s.NewTask(t, blocked)
		s.Clock.Advance(time.Hour)
		deliverAll(t, s)
		clockTo(t, s, "2026-03-03 10:00:00")
		require.Contains(t, endDue(t, s), "digest sent")
		require.Equal(t, map[int64][]string{
			31: {
				fmt.Sprintf("overdue 0 of 1: %d", overdue.ID), fmt.Sprintf("promised_today 1 of 2: %d %d", today.ID, byHour.ID),
				fmt.Sprintf("awaiting 0 of 1: %d", asks.ID), fmt.Sprintf("unreachable 0 of 1: %d", away.ID),
			},
			32: {fmt.Sprintf("overdue 1 of 1: %d", overdue.ID), fmt.Sprintf("promised_today 1 of 1: %d", byHour.ID)},
		}, digests(t, s))
	})
}

func TestALongQueueIsCountedAndItsBeginningNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		openShop(t, s)
		anna, boris := linked(t, s, 31, store.NotifyEverything), s.NewStaff(t)
		endDue(t, s)
		for range 8 {
			promised(t, s, boris, "2026-03-02 18:00:00")
		}
		mine := promised(t, s, anna, "2026-03-02 19:00:00")
		clockTo(t, s, "2026-03-03 10:00:00")
		require.Contains(t, endDue(t, s), "digest sent")
		require.Equal(t, map[int64][]string{31: {fmt.Sprintf("overdue 1 of 9: %d 1 2 3 4", mine.ID)}}, digests(t, s))
	})
}

func TestAMemberIsToldInTheAfternoonWhatTheyHavePromisedForTheNextDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		openShop(t, s)
		anna := linked(t, s, 31, store.NotifyMine)
		boris := linked(t, s, 32, store.NotifyEverything)
		first, second := promised(t, s, anna, "2026-03-04 00:00:00"), promised(t, s, anna, "2026-03-04 18:00:00")
		moved, done := promised(t, s, anna, "2026-03-04 18:00:00"), promised(t, s, boris, "2026-03-04 18:00:00")
		promised(t, s, boris, "2026-03-02 20:00:00") // today: yesterday's afternoon is over
		setStatus(t, s, done, store.StatusReady)
		later := time.Date(2026, 3, 6, 12, 0, 0, 0, s.Location())
		_, err := s.UpdateTask(t.Context(), system, moved.ID, store.TaskUpdate{PromisedAt: &later})
		require.NoError(t, err)
		clockTo(t, s, "2026-03-03 14:59:59")
		endDue(t, s)
		digests(t, s)
		s.Clock.Advance(time.Second)
		require.Equal(t, []string{"promised_tomorrow sent", "promised_tomorrow sent", "promised_tomorrow gone"}, endDue(t, s))
		require.Empty(t, digests(t, s), "gathered for a moment")
		s.Clock.Advance(10 * time.Second)
		require.Equal(t, map[int64][]string{31: {fmt.Sprintf("promised_tomorrow 2 of 2: %d %d", first.ID, second.ID)}}, digests(t, s))
		clockTo(t, s, "2026-03-05 15:00:00")
		endDue(t, s)
		s.Clock.Advance(10 * time.Second)
		require.Equal(t, map[int64][]string{31: {fmt.Sprintf("promised_tomorrow 1 of 1: %d", moved.ID)}}, digests(t, s))
	})
}

func TestABrokenPromiseIsToldToWebhooksOnceWheneverItBreaks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		openShop(t, s)
		endDue(t, s)
		webhook := s.NewWebhook(t, store.WebhookTaskOverdue)
		told := func() int { return len(deliveriesOf(t, s, webhook)) }
		staff := s.NewStaff(t)
		task, ready := promised(t, s, staff, "2026-03-02 23:00:00"), promised(t, s, staff, "2026-03-02 23:00:00")
		clockTo(t, s, "2026-03-02 22:59:59")
		setStatus(t, s, ready, store.StatusReady)
		require.Empty(t, endDue(t, s))
		s.Clock.Advance(time.Second)
		require.Equal(t, []string{"overdue sent", "overdue gone"}, endDue(t, s), "programs do not sleep")
		require.Equal(t, 1, told())

		setStatus(t, s, task, store.StatusReady)
		setStatus(t, s, task, store.StatusInProgress)
		require.Empty(t, endDue(t, s), "once for a promise")
		setStatus(t, s, ready, store.StatusInProgress)
		require.Equal(t, []string{"overdue sent"}, endDue(t, s), "it was not ready after all")
		require.Equal(t, 2, told())

		tomorrow := time.Date(2026, 3, 4, 0, 0, 0, 0, s.Location())
		_, err := s.UpdateTask(t.Context(), system, task.ID, store.TaskUpdate{PromisedAt: &tomorrow})
		require.NoError(t, err)
		clockTo(t, s, "2026-03-05 00:00:00")
		require.Contains(t, endDue(t, s), "overdue sent", "another promise")
		require.Equal(t, 3, told())
	})
}
