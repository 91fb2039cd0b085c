package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// endDue ends the reminders that are due, and gives what became of each.
func endDue(t *testing.T, s *storetest.Store) (ends []string) {
	t.Helper()
	ended, err := s.EndDueReminders(t.Context())
	require.NoError(t, err)
	for _, reminder := range ended {
		ends = append(ends, fmt.Sprintf("%s %s", reminder.Kind, reminder.End))
	}
	return ends
}

// remind is endDue without the digest.
func remind(t *testing.T, s *storetest.Store) []string {
	t.Helper()
	return slices.DeleteFunc(endDue(t, s), func(end string) bool { return strings.HasPrefix(end, "digest") })
}

// live has the clock go on, an hour at a time, and looks at the reminders and the outbox at each, as the service does. It gives what was
// sent and dropped, and when by the shop's clock.
func live(t *testing.T, s *storetest.Store, d time.Duration) (told []string) {
	t.Helper()
	for end := s.Clock.Now().Add(d); s.Clock.Now().Before(end); {
		s.Clock.Advance(time.Hour)
		at := s.Clock.Now().In(s.Location()).Format("Mon 2 Jan 15:04")
		ends := remind(t, s)
		for _, end := range ends {
			if !strings.HasSuffix(end, " sent") {
				told = append(told, at+" "+end)
			}
		}
		if len(ends) == 0 {
			continue
		}
		s.Clock.Advance(storeHold)
		for deliveries := claim(t, s); len(deliveries) > 0; deliveries = claim(t, s) {
			for _, delivery := range deliveries {
				require.NoError(t, s.NotificationSent(t.Context(), delivery.Notification.Claim(), 1))
				told = append(told, fmt.Sprintf("%s %s № %d", at, delivery.Notification.Kind, delivery.Notification.TaskID))
			}
		}
		s.Clock.Advance(-storeHold)
	}
	return told
}

// newTaskWith makes a task of a customer of its own with a status, of which they have been told.
func newTaskWith(t *testing.T, s *storetest.Store, status store.Status) store.Task {
	t.Helper()
	task := newToldTask(t, s, s.NewRegistered(t))
	setStatus(t, s, task, status)
	s.Clock.Advance(storeHold)
	deliverAll(t, s)
	return task
}

// clockTo moves the clock to a time of a day by the shop's clock.
func clockTo(t *testing.T, s *storetest.Store, at string) {
	t.Helper()
	to, err := time.ParseInLocation(time.DateTime, at, s.Location())
	require.NoError(t, err)
	s.Clock.Advance(to.Sub(s.Clock.Now()))
}

func TestACustomerIsRemindedThreeTimesOfWhatIsReadyAndOnlyInWakingHours(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := newToldTask(t, s, s.NewRegistered(t))
		late := newToldTask(t, s, s.NewRegistered(t))
		clockTo(t, s, "2026-03-27 12:00:00") // over a weekend, and a month's end
		setStatus(t, s, task, store.StatusReady)
		clockTo(t, s, "2026-03-27 23:30:00")
		setStatus(t, s, late, store.StatusReady)
		s.Clock.Advance(storeHold)
		require.Len(t, deliverAll(t, s), 2)
		clockTo(t, s, "2026-03-28 00:00:00")
		require.Equal(t, []string{
			"Mon 30 Mar 12:00 ready_waits № 1", "Tue 31 Mar 09:00 ready_waits № 2",
			"Fri 3 Apr 12:00 ready_waits № 1", "Sat 4 Apr 09:00 ready_waits № 2",
			"Fri 10 Apr 12:00 ready_waits № 1", "Sat 11 Apr 09:00 ready_waits № 2",
		}, live(t, s, 20*24*time.Hour))
	})
}

func TestRemindersEndWithTheirCause(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		closed, back, deleted := newTaskWith(t, s, store.StatusReady), newTaskWith(t, s, store.StatusReady), newTaskWith(t, s, store.StatusReady)
		setStatus(t, s, closed, store.StatusClosed)
		setStatus(t, s, back, store.StatusInProgress)
		require.NoError(t, s.DeleteTask(t.Context(), system, deleted.ID))
		s.Clock.Advance(time.Hour)
		deliverAll(t, s)
		require.Equal(t, []string{
			"Tue 3 Mar 12:00 rating № 1", "Thu 5 Mar 12:00 ready_waits gone", "Thu 5 Mar 12:00 ready_waits gone",
		}, live(t, s, 20*24*time.Hour))

		setStatus(t, s, back, store.StatusReady) // anew
		require.Contains(t, live(t, s, 4*24*time.Hour), "Wed 25 Mar 13:00 ready_waits № 2")
	})
}

func TestAReminderThatWaitsToBeSentIsTakenBackWithItsCause(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		picked, stopped := newTaskWith(t, s, store.StatusReady), newTaskWith(t, s, store.StatusReady)
		s.Clock.Advance(3 * 24 * time.Hour)
		require.Equal(t, []string{"ready_waits sent", "ready_waits sent"}, remind(t, s))
		setStatus(t, s, picked, store.StatusClosed)
		_, err := s.StopReminders(t.Context(), system, stopped.ID, true)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{From: store.StatusReady, To: store.StatusClosed}}, deliverAll(t, s))
	})
}

func TestAnUndoBringsRemindersBackAsTheyWere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		rested, stopped, never := newToldTask(t, s, customer), newToldTask(t, s, customer), newToldTask(t, s, customer)
		for _, task := range []store.Task{rested, stopped} {
			setStatus(t, s, task, store.StatusReady)
		}
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		s.Clock.Advance(time.Hour)
		again, err := s.PickUpLater(t.Context(), customer, rested.ID)
		require.NoError(t, err)
		require.True(t, again.Equal(s.Clock.Now().AddDate(0, 0, 7)))
		_, err = s.StopReminders(t.Context(), system, stopped.ID, true)
		require.NoError(t, err)
		for _, task := range []store.Task{rested, stopped} {
			before, err := s.Task(t.Context(), task.ID)
			require.NoError(t, err)
			setStatus(t, s, task, store.StatusClosed)
			undone, err := s.UndoStatus(t.Context(), system, task.ID)
			require.NoError(t, err)
			require.True(t, undone.ReadySince.Equal(*before.ReadySince))
		}
		setStatus(t, s, never, store.StatusReady)
		_, err = s.UndoStatus(t.Context(), system, never.ID)
		require.NoError(t, err)
		require.Equal(t, []string{
			"Tue 3 Mar 13:00 rating gone", "Tue 3 Mar 13:00 rating gone", "Thu 5 Mar 13:00 ready_waits gone",
			"Mon 9 Mar 13:00 ready_waits № 1", "Mon 16 Mar 12:00 ready_waits № 1",
		}, live(t, s, 20*24*time.Hour))
	})
}

func TestAfterAnOutageOfDaysNothingComesInABurst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for range 3 {
			newTaskWith(t, s, store.StatusReady)
			newTaskWith(t, s, store.StatusClosed)
		}
		clockTo(t, s, "2026-03-07 15:00:00") // out from Monday until Saturday
		require.Equal(t, []string{
			"rating dropped", "rating dropped", "rating dropped", "ready_waits dropped", "ready_waits dropped", "ready_waits dropped",
		}, remind(t, s))
		require.Equal(t, []string{"Mon 9 Mar 13:00 ready_waits № 1", "Mon 9 Mar 13:00 ready_waits № 3", "Mon 9 Mar 13:00 ready_waits № 5"},
			live(t, s, 3*24*time.Hour-21*time.Hour), "the series goes on where it would be")
	})
}

func TestRemindersComeAtTheSameTimeByTheShopsClockWhenThatIsChanged(t *testing.T) {
	t.Parallel()
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	for name, newURL := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		for _, change := range []struct{ ready, due time.Time }{
			{time.Date(2026, 3, 27, 10, 0, 0, 0, berlin), time.Date(2026, 3, 30, 10, 0, 0, 0, berlin)},   // an hour of the night before is missing
			{time.Date(2026, 10, 23, 10, 0, 0, 0, berlin), time.Date(2026, 10, 26, 10, 0, 0, 0, berlin)}, // and here there twice
		} {
			t.Run(name+" "+change.due.Format(time.DateOnly), func(t *testing.T) {
				t.Parallel()
				clock := change.ready
				database, err := store.Open(store.Options{URL: newURL(t), Location: berlin, Clock: func() time.Time { return clock }})
				require.NoError(t, err)
				t.Cleanup(func() { require.NoError(t, database.Close()) })
				require.NoError(t, database.MigrateUp(t.Context()))
				customer, _, err := database.Register(t.Context(), store.Registration{TelegramID: 1, Phone: "+79170009900", Verified: true})
				require.NoError(t, err)
				_, err = database.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, Status: store.StatusReady})
				require.NoError(t, err)
				clock = change.due.Add(-time.Second)
				ended, err := database.EndDueReminders(t.Context())
				require.NoError(t, err)
				require.Empty(t, ended)
				clock = change.due
				ended, err = database.EndDueReminders(t.Context())
				require.NoError(t, err)
				require.Len(t, ended, 1)
			})
		}
	}
}

func TestOfManyWhoLeadEachReminderIsSentByOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		var tasks []store.Task
		for range 5 {
			tasks = append(tasks, newTaskWith(t, s, store.StatusReady))
		}
		s.Clock.Advance(3 * 24 * time.Hour)
		for _, err := range atOnce(8, func() error { _, err := s.EndDueReminders(t.Context()); return err }) {
			require.NoError(t, err)
		}
		s.Clock.Advance(storeHold)
		require.ElementsMatch(t, idsOf(tasks), taskIDs(claim(t, s)))
	})
}

func TestWhoCannotBeWrittenToIsNotRemindedAndTheSeriesGoesOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewCustomer(t)
		task := s.NewTask(t, customer)
		setStatus(t, s, task, store.StatusReady)
		s.Clock.Advance(3 * 24 * time.Hour)
		require.Equal(t, []string{"ready_waits nobody"}, remind(t, s))
		_, _, err := s.Register(t.Context(), store.Registration{TelegramID: 77, Phone: customer.Phone, Verified: true})
		require.NoError(t, err)
		require.Equal(t, []string{"Mon 9 Mar 12:00 ready_waits № 1"}, live(t, s, 5*24*time.Hour), "who has come to the bot since is")

		require.NoError(t, s.SetUnreachable(t.Context(), 77, s.Clock.Now()))
		require.Equal(t, []string{"Mon 16 Mar 12:00 ready_waits nobody"}, live(t, s, 8*24*time.Hour))
		require.NoError(t, s.SetReachable(t.Context(), 77))
		s.Clock.Advance(storeHold)
		require.Empty(t, claim(t, s), "what they were not reminded of is no news")
	})
}

func TestWhatWasTakenOverFromAnotherSystemIsNotRemindedOf(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		for _, status := range []store.Status{store.StatusReady, store.StatusClosed} {
			_, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, Status: status, Silent: true})
			require.NoError(t, err)
		}
		require.Empty(t, live(t, s, 4*24*time.Hour))
	})
}

func TestOfWhatWasTakenOverAPromiseThatIsStillToComeIsRemindedOfAndABrokenOneIsNot(t *testing.T) {
	takenIn := time.Date(2026, 2, 16, 9, 0, 0, 0, time.UTC)
	for way, takeOver := range map[string]func(t *testing.T, s *storetest.Store, phone string, member int64, promised time.Time, status store.Status){
		"by a program": func(t *testing.T, s *storetest.Store, phone string, member int64, promised time.Time, status store.Status) {
			t.Helper()
			_, err := s.CreateTask(t.Context(), system, store.NewTask{
				CustomerPhone: phone, EmployeeID: &member, PromisedAt: &promised, Status: status, CreatedAt: &takenIn, Silent: true,
			})
			require.NoError(t, err)
		},
		"from a file": func(t *testing.T, s *storetest.Store, phone string, member int64, promised time.Time, status store.Status) {
			t.Helper()
			task := store.ImportTask{EmployeeID: &member, PromisedAt: &promised, Status: status, CreatedAt: &takenIn, Description: string(status) + promised.String()}
			require.NotEqual(t, store.ImportRefused, take(t, s, false, store.ImportRow{Phone: phone, Task: &task})[0].Kind)
		},
	} {
		t.Run(way, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *storetest.Store) {
				customer, member := s.NewRegistered(t), s.NewStaff(t)
				_, err := s.LinkStaff(t.Context(), member.ID, 31)
				require.NoError(t, err)
				webhook := s.NewWebhook(t, store.WebhookTaskOverdue)
				for _, promised := range []time.Time{thursday.AddDate(0, 0, -7), s.Clock.Now().Add(-time.Hour), thursday} {
					takeOver(t, s, customer.Phone, member.ID, promised, store.StatusInProgress)
				}
				takeOver(t, s, customer.Phone, member.ID, thursday, store.StatusReady)
				takeOver(t, s, customer.Phone, member.ID, thursday, store.StatusClosed)

				var told []string
				for end := s.Clock.Now().AddDate(0, 0, 20); s.Clock.Now().Before(end); s.Clock.Advance(time.Hour) {
					for _, ended := range remind(t, s) {
						if strings.HasSuffix(ended, " sent") {
							told = append(told, s.Clock.Now().In(s.Location()).Format("Mon 2 Jan 15:04 ")+ended)
						}
					}
				}
				require.Equal(t, []string{"Wed 4 Mar 15:00 promised_tomorrow sent", "Fri 6 Mar 00:00 overdue sent"}, told)
				require.Len(t, deliveriesOf(t, s, webhook), 1)
			})
		})
	}
}
