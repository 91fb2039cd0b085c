package store_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

var byNobody = store.Actor{Kind: store.ActorSystem}

func at(t *testing.T, text string) *time.Time {
	t.Helper()
	moment, err := time.Parse(time.RFC3339, text)
	require.NoError(t, err)
	return &moment
}

// order is a row as a shop's program exports it.
func order(t *testing.T) store.ImportRow {
	return store.ImportRow{
		Phone: "8 916 204-18-37", Name: "Ольга", Note: "Email: olga@example.com",
		Task: &store.ImportTask{
			ExternalID: "А-17", Status: store.StatusClosed, Category: store.CategoryRepair, Description: "Не заряжается",
			Item: store.Item{Kind: "Телефон", Maker: "Samsung", Serial: "R58N1"}, Note: "Ждали разъём",
			Agreed: []store.EstimateLine{{Text: "Замена разъёма", Quantity: 1, Price: 350_000}}, Paid: 350_000,
			CreatedAt: at(t, "2024-03-01T10:00:00+03:00"), ReadyAt: at(t, "2024-03-03T18:00:00+03:00"), ClosedAt: at(t, "2024-03-04T12:00:00+03:00"),
		},
	}
}

func take(t *testing.T, s *storetest.Store, dry bool, rows ...store.ImportRow) []store.ImportVerdict {
	t.Helper()
	verdicts, err := s.NewImport(byNobody, dry).Take(t.Context(), rows)
	require.NoError(t, err)
	require.Len(t, verdicts, len(rows))
	return verdicts
}

func kinds(verdicts []store.ImportVerdict) (all []store.ImportKind) {
	for _, verdict := range verdicts {
		all = append(all, verdict.Kind)
	}
	return all
}

func TestAnImportedTaskKeepsItsDaysAndNobodyIsTold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		registered := s.NewRegistered(t)
		s.NewWebhook(t)
		open := order(t)
		open.Phone, open.Task.ExternalID, open.Task.Status, open.Task.ReadyAt, open.Task.ClosedAt = registered.Phone, "А-18", store.StatusInProgress, nil, nil
		open.Task.PromisedAt = at(t, "2024-03-05T18:00:00+03:00")
		verdicts := take(t, s, false, order(t), open)
		require.Equal(t, []store.ImportKind{store.ImportNew, store.ImportKnown}, kinds(verdicts))

		task, err := s.Task(t.Context(), verdicts[0].TaskID)
		require.NoError(t, err)
		require.Equal(t, "А-17", task.ExternalID)
		require.Equal(t, store.SourceImport, task.Source)
		require.Equal(t, store.StatusClosed, task.Status)
		require.True(t, task.CreatedAt.Equal(*order(t).Task.CreatedAt))
		require.True(t, task.ReadyAt.Equal(*order(t).Task.ReadyAt))
		require.True(t, task.ClosedAt.Equal(*order(t).Task.ClosedAt))
		customer, err := s.CustomerByPhone(t.Context(), "+7 916 204 18 37")
		require.NoError(t, err)
		require.Equal(t, "Ольга", customer.Name)
		require.Equal(t, "Email: olga@example.com", customer.Note)
		require.True(t, customer.CreatedAt.Equal(task.CreatedAt), "known since the first task")
		items, err := s.ItemsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, "Телефон Samsung", items[task.ID].Name())
		balances, err := s.Balances(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.EqualValues(t, 350_000, *balances[task.ID].Agreed)
		require.EqualValues(t, 350_000, balances[task.ID].Paid)
		history, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Len(t, history[task.ID], 3, "it was made, a price was agreed to, and that was paid")

		for _, table := range []string{"notifications", "webhook_deliveries", "reminders"} {
			require.Zero(t, count(t, s, "SELECT count(*) FROM "+table), table)
		}
		agreed, err := s.AgreedTotal(t.Context(), "2024-03-01", "2024-03-01")
		require.NoError(t, err)
		require.EqualValues(t, 700_000, agreed, "what was agreed counts on the day of the task")
	})
}

func count(t *testing.T, s *storetest.Store, statement string) (n int) {
	t.Helper()
	require.NoError(t, s.DB(t).QueryRowContext(t.Context(), statement).Scan(&n))
	return n
}

func TestAFileGivenAgainMakesNothingTwice(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		unnumbered := order(t)
		unnumbered.Task.ExternalID = ""
		card := store.ImportRow{Phone: "+7 927 310-55-02", Name: "Тимур", ExternalID: "5"}
		rows := []store.ImportRow{order(t), unnumbered, card}
		for _, dry := range []bool{true, true, false} {
			require.Equal(t, []store.ImportKind{store.ImportNew, store.ImportKnown, store.ImportNew}, kinds(take(t, s, dry, rows...)))
		}
		for _, dry := range []bool{true, false, true} {
			require.Equal(t, []store.ImportKind{store.ImportSame, store.ImportSame, store.ImportSame}, kinds(take(t, s, dry, rows...)))
		}
		require.Equal(t, 2, count(t, s, "SELECT count(*) FROM tasks"))
		require.Equal(t, 2, count(t, s, "SELECT count(*) FROM customers"))
		require.Equal(t, 2, count(t, s, "SELECT count(*) FROM messages"))
		require.Equal(t, 2, count(t, s, "SELECT count(*) FROM payments"))
	})
}

func TestADryRunSeesWhatTheFileRepeatsAndChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		otherwise := order(t)
		otherwise.Task.Description = "Разбит экран"
		second := order(t)
		second.Task.ExternalID = "А-18"
		for _, dry := range []bool{true, false} {
			run := s.NewImport(byNobody, dry)
			verdicts, err := run.Take(t.Context(), []store.ImportRow{order(t), order(t)})
			require.NoError(t, err)
			require.Equal(t, []store.ImportKind{store.ImportNew, store.ImportSame}, kinds(verdicts))
			verdicts, err = run.Take(t.Context(), []store.ImportRow{order(t), second, otherwise})
			require.NoError(t, err)
			require.Equal(t, []store.ImportKind{store.ImportSame, store.ImportKnown, store.ImportRefused}, kinds(verdicts))
			require.Equal(t, store.ReasonRepeated, verdicts[2].Refusal.Reason)
			if dry {
				require.Zero(t, count(t, s, "SELECT count(*) FROM tasks"))
				require.Zero(t, count(t, s, "SELECT count(*) FROM customers"))
			}
		}
		s.NewTask(t, s.NewCustomer(t))
		require.Equal(t, 3, count(t, s, "SELECT max(id) FROM tasks"), "a dry run takes no numbers")
	})
}

func TestALaterFileChangesWhatNobodyHasWorkedOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		open := order(t)
		open.Task.Status, open.Task.ReadyAt, open.Task.ClosedAt, open.Task.Paid = store.StatusInProgress, nil, nil, 100_000
		id := take(t, s, false, open)[0].TaskID
		require.Equal(t, store.ImportChanged, take(t, s, true, order(t))[0].Kind)
		require.Equal(t, store.ImportChanged, take(t, s, false, order(t))[0].Kind)
		task, err := s.Task(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, store.StatusClosed, task.Status)
		require.True(t, task.ClosedAt.Equal(*order(t).Task.ClosedAt))
		balances, err := s.Balances(t.Context(), []int64{id})
		require.NoError(t, err)
		require.EqualValues(t, 350_000, balances[id].Paid)
		require.Equal(t, 1, count(t, s, "SELECT count(*) FROM messages"), "the note is there already")
		require.Equal(t, store.ImportSame, take(t, s, false, order(t))[0].Kind)

		words := "Заряжается медленно"
		_, err = s.UpdateTask(t.Context(), byNobody, id, store.TaskUpdate{Description: &words})
		require.NoError(t, err)
		require.Equal(t, store.ImportSame, take(t, s, false, order(t))[0].Kind, "what was changed here stays")
		verdict := take(t, s, false, open)[0]
		require.Equal(t, store.ImportRefused, verdict.Kind)
		require.Equal(t, store.ReasonWorkedOn, verdict.Refusal.Reason)
	})
}

func TestAFileThatIsGivenAgainWithMoreOfItsColumnsAddsToTheCards(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		nameless := order(t)
		nameless.Name = ""
		id := take(t, s, false, nameless)[0].TaskID
		worked, err := s.UpdateTask(t.Context(), byNobody, id, store.TaskUpdate{Description: ptr("Заряжается медленно")})
		require.NoError(t, err)
		for _, dry := range []bool{true, false} {
			verdict := take(t, s, dry, order(t))[0]
			require.Equal(t, store.ImportChanged, verdict.Kind)
			require.Equal(t, id, verdict.TaskID)
		}
		require.Equal(t, store.ImportSame, take(t, s, false, order(t))[0].Kind)
		customer, err := s.CustomerByPhone(t.Context(), order(t).Phone)
		require.NoError(t, err)
		require.Equal(t, "Ольга", customer.Name)
		task, err := s.Task(t.Context(), id)
		require.NoError(t, err)
		requireSame(t, worked, task)
		otherwise := order(t)
		otherwise.Task.Paid = 0
		require.Equal(t, store.ReasonWorkedOn, take(t, s, false, otherwise)[0].Refusal.Reason, "the work here is still known")

		_, err = s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: ptr("8 927 310-55-02")})
		require.NoError(t, err)
		require.Equal(t, store.ImportSame, take(t, s, false, order(t))[0].Kind)
		require.Equal(t, 1, count(t, s, "SELECT count(*) FROM customers"), "a phone that was changed here makes no second card")
	})
}

func TestAnotherTaskUnderTheSameNumberReplacesNone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		id := take(t, s, false, order(t))[0].TaskID
		next := order(t)
		next.Task.Description, next.Task.Item = "Разбит экран", store.Item{}
		next.Task.CreatedAt, next.Task.ReadyAt, next.Task.ClosedAt = at(t, "2025-01-09T10:00:00+03:00"), nil, at(t, "2025-01-10T10:00:00+03:00")
		for _, dry := range []bool{true, false} {
			verdict := take(t, s, dry, next)[0]
			require.Equal(t, store.ImportRefused, verdict.Kind)
			require.Equal(t, store.ReasonAnotherDay, verdict.Refusal.Reason)
		}
		task, err := s.Task(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, order(t).Task.Description, task.Description)

		undated := order(t)
		undated.Task.ExternalID, undated.Task.CreatedAt = "А-19", nil
		take(t, s, false, undated)
		undated.Task.CreatedAt = order(t).Task.CreatedAt
		require.Equal(t, store.ImportChanged, take(t, s, false, undated)[0].Kind, "the day was not known before")
	})
}

func TestAnImportedRowAddsToACardAndReplacesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 916 204-18-37", Note: "Звонить после 18"})
		require.NoError(t, err)
		require.Equal(t, store.ImportKnown, take(t, s, false, order(t))[0].Kind)
		later := store.ImportRow{Phone: "89162041837", Name: "Оля", Note: "Звонить после 18", Language: "en", ExternalID: "77"}
		require.Equal(t, store.ImportChanged, take(t, s, false, later)[0].Kind)
		require.Equal(t, store.ImportSame, take(t, s, false, later)[0].Kind)
		customer, err := s.CustomerByPhone(t.Context(), "89162041837")
		require.NoError(t, err)
		require.Equal(t, "Ольга", customer.Name)
		require.Equal(t, "Звонить после 18\nEmail: olga@example.com", customer.Note)
		require.Equal(t, "77", customer.ExternalID)
		found, err := s.Tasks(t.Context(), store.TaskFilter{Search: "ольга"}, store.OffsetPage{})
		require.NoError(t, err)
		require.Len(t, found, 1, "an imported task is searched by its customer's name")
	})
}

func TestARowIsRefusedForItsOwnFaultsAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		with := func(change func(*store.ImportRow)) store.ImportRow {
			row := order(t)
			row.Task.ExternalID = ""
			change(&row)
			return row
		}
		long := make([]byte, store.MaxDescription+1)
		for i := range long {
			long[i] = 'a'
		}
		future := s.Clock.Now().AddDate(0, 0, 2)
		rows := []store.ImportRow{
			with(func(r *store.ImportRow) { r.Phone = "916" }), with(func(r *store.ImportRow) { r.Task.Description = string(long) }),
			with(func(r *store.ImportRow) { r.Task.CreatedAt = &future }), with(func(r *store.ImportRow) { r.Task.ClosedAt = at(t, "2024-02-01T00:00:00+03:00") }),
			with(func(r *store.ImportRow) { r.Task.Paid = -1 }), with(func(r *store.ImportRow) { r.Task.Agreed[0].Price = -1 }), order(t),
		}
		for _, dry := range []bool{true, false} {
			verdicts := take(t, s, dry, rows...)
			for i, field := range []string{"phone", "description", "createdTime", "closedTime", "paid", "agreed"} {
				require.Equal(t, store.ImportRefused, verdicts[i].Kind, field)
				require.Equal(t, field, verdicts[i].Refusal.Field)
			}
			require.Equal(t, store.ImportNew, verdicts[6].Kind)
		}
		taken := order(t)
		taken.Phone = "8 927 310-55-02"
		require.Equal(t, store.ReasonAnotherCustomer, take(t, s, false, taken)[0].Refusal.Reason)
	})
}

func TestFiguresOfPastDaysKnowWhatIsImportedLater(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, created := range []int{0, 1} {
			stats, err := s.Stats(t.Context(), "2024-03-01", "2024-03-04")
			require.NoError(t, err)
			require.Equal(t, created, stats.Total)
			require.Equal(t, created, stats.Days[3].Closed)
			take(t, s, false, order(t))
		}
	})
}

func TestATaskIsFoundByTheNumberThatItHadElsewhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		id := take(t, s, false, order(t))[0].TaskID
		for _, number := range []string{"А-17", "Б-2024"} {
			found, err := s.Tasks(t.Context(), store.TaskFilter{Search: number}, store.OffsetPage{})
			require.NoError(t, err)
			require.Len(t, found, 1)
			next := "Б-2024/1"
			_, err = s.UpdateTask(t.Context(), byNobody, id, store.TaskUpdate{ExternalID: &next})
			require.NoError(t, err)
		}
	})
}

func TestALargeLotKeepsTogetherWhatBelongsTogether(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		var rows []store.ImportRow
		for n := range 250 {
			row := order(t)
			number := strconv.Itoa(n)
			row.Phone, row.Task.ExternalID, row.Task.Description = fmt.Sprintf("8916000%04d", n/2), number, "Описание "+number
			row.Task.Note, row.Task.Item.Serial, row.Task.Paid = "Заметка "+number, "S"+number, int64(n+1)
			row.Task.Agreed[0].Price = int64(n)
			rows = append(rows, row)
		}
		verdicts := take(t, s, false, rows...)
		for n, verdict := range verdicts {
			task, err := s.Task(t.Context(), verdict.TaskID)
			require.NoError(t, err)
			require.Equal(t, rows[n].Task.ExternalID, task.ExternalID)
			require.Equal(t, rows[n].Task.Description, task.Description)
			customer, err := s.Customer(t.Context(), *task.CustomerID)
			require.NoError(t, err)
			require.Equal(t, rows[n].Phone, customer.Phone)
			items, err := s.ItemsByTask(t.Context(), []int64{task.ID})
			require.NoError(t, err)
			require.Equal(t, rows[n].Task.Item.Serial, items[task.ID].Serial)
			balances, err := s.Balances(t.Context(), []int64{task.ID})
			require.NoError(t, err)
			require.EqualValues(t, n, *balances[task.ID].Agreed)
			require.EqualValues(t, n+1, balances[task.ID].Paid)
			found, err := s.Tasks(t.Context(), store.TaskFilter{Search: "S" + rows[n].Task.ExternalID + " " + rows[n].Task.Description}, store.OffsetPage{})
			require.NoError(t, err)
			require.Contains(t, idsOfTasks(found), task.ID)
		}
	})
}

func idsOfTasks(tasks []store.Task) (ids []int64) {
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	return ids
}
