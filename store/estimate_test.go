package store_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

func lines(prices ...int64) []store.EstimateLine {
	var made []store.EstimateLine
	for _, price := range prices {
		made = append(made, store.EstimateLine{Text: "Замена экрана", Quantity: 1, Price: price})
	}
	return made
}

// saved writes an estimate of a task, and fails the test where that is refused.
func saved(t *testing.T, s *storetest.Store, task store.Task, prices ...int64) store.Estimate {
	t.Helper()
	estimate, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Lines: lines(prices...)})
	require.NoError(t, err)
	return estimate
}

// estimated writes an estimate and sends it.
func estimated(t *testing.T, s *storetest.Store, task store.Task, prices ...int64) store.Estimate {
	t.Helper()
	draft := saved(t, s, task, prices...)
	estimate, err := s.SendEstimate(t.Context(), system, draft.ID, draft.Version)
	require.NoError(t, err)
	return estimate
}

func estimatesOf(t *testing.T, s *storetest.Store, task store.Task) []store.Estimate {
	t.Helper()
	byTask, _, err := s.EstimatesOfTasks(t.Context(), []int64{task.ID}, 100)
	require.NoError(t, err)
	return byTask[task.ID]
}

// accepts is a customer's own decision.
func accepts(customer store.Customer, estimate store.Estimate) (store.Actor, store.EstimateDecision) {
	return store.Actor{Kind: store.ActorCustomer, ID: customer.ID},
		store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaTelegram}
}

func TestADraftIsWrittenOverAndWhatWasSentIsNot(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task := s.NewTask(t, s.NewRegistered(t))
		first := saved(t, s, task, 500_000)
		require.Equal(t, store.EstimateDraft, first.State)
		require.Equal(t, 1, first.Version)
		again, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Version: ptr(1), Lines: []store.EstimateLine{
			{Text: " Экран ", Quantity: 2, Price: 350_000}, {Text: "Скидка", Quantity: 1, Price: -10_050},
		}})
		require.NoError(t, err)
		require.Equal(t, first.ID, again.ID)
		require.Equal(t, 2, again.Version)
		require.Equal(t, int64(689_950), again.Total)
		require.Equal(t, "RUB", again.Currency)
		require.Equal(t, "Экран", again.Lines[0].Text)
		_, err = s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Version: ptr(1), Lines: lines(1)})
		requireError(t, err, store.Conflict, "version")
		_, err = s.SendEstimate(t.Context(), system, again.ID, 1)
		requireError(t, err, store.Conflict, "version")
		sent, err := s.SendEstimate(t.Context(), system, again.ID, 2)
		require.NoError(t, err)
		require.Equal(t, store.EstimateSent, sent.State)
		require.WithinDuration(t, s.Clock.Now(), *sent.SentAt, 0)
		_, err = s.SendEstimate(t.Context(), system, again.ID, 2)
		requireError(t, err, store.Conflict, "id")

		next := saved(t, s, task, 740_000)
		require.NotEqual(t, sent.ID, next.ID)
		require.Equal(t, 3, next.Version)
		all := estimatesOf(t, s, task)
		require.Equal(t, []store.EstimateState{store.EstimateDraft, store.EstimateSent}, []store.EstimateState{all[0].State, all[1].State})
		require.Len(t, all[1].Lines, 2)
		_, err = s.SendEstimate(t.Context(), system, next.ID, 3)
		require.NoError(t, err)
		require.Equal(t, store.EstimateWithdrawn, estimatesOf(t, s, task)[1].State)
		newest, err := s.NewestEstimates(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, next.ID, newest[task.ID].ID)
		now, err := s.Task(t.Context(), task.ID)
		require.NoError(t, err)
		require.Equal(t, task.Version+5, now.Version, "each of them is a change of the task")
	})
}

func TestWhatCannotBeAnEstimateIsRefused(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	task := s.NewTask(t, s.NewRegistered(t))
	line := store.EstimateLine{Text: "Экран", Quantity: 1, Price: 100}
	with := func(change func(*store.EstimateLine)) []store.EstimateLine {
		changed := line
		change(&changed)
		return []store.EstimateLine{changed}
	}
	for name, refused := range map[string][]store.EstimateLine{
		"none":        nil,
		"too many":    make([]store.EstimateLine, store.MaxEstimateLines+1),
		"no text":     with(func(l *store.EstimateLine) { l.Text = " " }),
		"none of it":  with(func(l *store.EstimateLine) { l.Quantity = 0 }),
		"many of it":  with(func(l *store.EstimateLine) { l.Quantity = store.MaxQuantity + 1 }),
		"price":       with(func(l *store.EstimateLine) { l.Price = store.MaxMoney + 1 }),
		"sum":         with(func(l *store.EstimateLine) { l.Quantity, l.Price = 2, store.MaxMoney }),
		"below zero":  with(func(l *store.EstimateLine) { l.Price = -1 }),
		"long":        with(func(l *store.EstimateLine) { l.Text = string(make([]rune, store.MaxName+1)) }),
		"zero within": with(func(l *store.EstimateLine) { l.Text = "a\x00b" }),
	} {
		_, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Lines: refused})
		require.Error(t, err, name)
		requireError(t, err, store.Invalid, "lines")
	}
	_, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Lines: lines(1), ValidUntil: ptr(s.Clock.Now())})
	requireError(t, err, store.Invalid, "validUntil")
	_, err = s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: 999, Lines: lines(1)})
	requireError(t, err, store.NotFound, "taskId")
	require.Empty(t, estimatesOf(t, s, task))
}

func TestADecisionIsForTheCustomersOwnProvenChatAndForStaff(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, stranger, staff := s.NewRegistered(t), s.NewRegistered(t), s.NewStaff(t)
		task := s.NewTask(t, customer)
		estimate := estimated(t, s, task, 740_000)
		decide := func(actor store.Actor, decision store.EstimateDecision) error {
			_, err := s.DecideEstimate(t.Context(), actor, decision)
			return err
		}
		requireError(t, decide(accepts(stranger, estimate)), store.NotFound, "")
		_, decision := accepts(customer, estimate)
		requireError(t, decide(actorOf(staff), decision), store.Invalid, "via")
		own, _ := accepts(customer, estimate)
		decision.Via = store.ViaPhone
		requireError(t, decide(own, decision), store.Invalid, "via")
		s.Exec(t, "UPDATE customers SET phone_verified_at = NULL WHERE id = $1", customer.ID)
		requireError(t, decide(accepts(customer, estimate)), store.Forbidden, "")
		_, err := s.EstimateAsked(t.Context(), stranger, estimate.ID)
		require.Equal(t, store.NotFound, store.CodeOf(err))

		webhook := s.NewWebhook(t, store.WebhookEstimateAccepted, store.WebhookEstimateDeclined)
		decision.Comment, decision.Accepted = "Дорого", false
		decided, err := s.DecideEstimate(t.Context(), actorOf(staff), decision)
		require.NoError(t, err)
		require.Equal(t, store.EstimateDeclined, decided.State)
		require.Equal(t, store.ViaPhone, decided.Via)
		require.Equal(t, "Дорого", decided.Comment)
		require.Equal(t, staff.ID, *decided.DecidedByID)
		requireSame(t, decided, estimatesOf(t, s, task)[0])
		require.Equal(t, []string{"estimate.declined"}, eventsOf(t, s, webhook))
		require.Contains(t, deliveriesOf(t, s, webhook)[0].Payload, `"total":740000,"currency":"RUB","lines":[{"text":"Замена экрана","quantity":1,"price":740000}],"via":"PHONE","comment":"Дорого"`)
		history, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		last := history[task.ID][len(history[task.ID])-1]
		require.Equal(t, store.EventEstimateDeclined, last.Kind)
		require.Equal(t, []string{"PHONE", "740000 RUB"}, []string{last.From, last.To})
	})
}

func TestOfDecisionsAtOnceOneCountsAndAllAreToldTheTruth(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer, staff := s.NewRegistered(t), s.NewStaff(t)
		task := s.NewTask(t, customer)
		old := estimated(t, s, task, 500_000)
		present := estimated(t, s, task, 740_000)
		webhook := s.NewWebhook(t, store.WebhookEstimateAccepted, store.WebhookEstimateDeclined)

		type result struct {
			of, decided store.Estimate
			err         error
		}
		results := make(chan result, 50)
		var deciding sync.WaitGroup
		for i := range 50 {
			deciding.Go(func() {
				estimate := []store.Estimate{present, old, present}[i%3]
				actor, decision := accepts(customer, estimate)
				if i%2 == 0 {
					actor, decision.Via, decision.Accepted = actorOf(staff), store.ViaPhone, false
				}
				if i%10 == 9 {
					decision.Version = old.Version // of whatever estimate
				}
				decided, err := s.DecideEstimate(t.Context(), actor, decision)
				results <- result{estimate, decided, err}
			})
		}
		deciding.Wait()
		close(results)
		var won []store.Estimate
		var lost []result
		for r := range results {
			if r.err == nil {
				won = append(won, r.decided)
			} else {
				lost = append(lost, r)
			}
		}
		require.Len(t, won, 1)
		require.Equal(t, present.ID, won[0].ID)
		for _, r := range lost {
			var told *store.Error
			require.ErrorAs(t, r.err, &told)
			require.Equal(t, store.Conflict, told.Code)
			switch {
			case told.Field == "version":
				require.Contains(t, told.Message, "its version is 2 now")
			case r.of.ID == old.ID:
				require.Contains(t, told.Message, "withdrawn")
			default:
				verb := map[store.EstimateState]string{store.EstimateAccepted: "accepted", store.EstimateDeclined: "declined"}[won[0].State]
				require.Contains(t, told.Message, verb)
			}
		}
		all := estimatesOf(t, s, task)
		require.Equal(t, []store.EstimateState{won[0].State, store.EstimateWithdrawn}, []store.EstimateState{all[0].State, all[1].State})
		require.Len(t, eventsOf(t, s, webhook), 1)
		history, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Len(t, history[task.ID], 4, "made, sent twice, decided")
	})
}

func TestAnEstimateThatIsOverCannotBeAccepted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		draft, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Lines: lines(100), ValidUntil: ptr(s.Clock.Now().Add(time.Hour))})
		require.NoError(t, err)
		estimate, err := s.SendEstimate(t.Context(), system, draft.ID, draft.Version)
		require.NoError(t, err)
		s.Clock.Advance(storeHold)
		deliverAll(t, s)
		require.NoError(t, s.ExpireEstimates(t.Context()))
		require.Equal(t, store.EstimateSent, estimatesOf(t, s, task)[0].State)

		s.Clock.Advance(time.Hour)
		require.Equal(t, store.EstimateExpired, estimatesOf(t, s, task)[0].State, "before anybody has ended it")
		actor, decision := accepts(customer, estimate)
		_, err = s.DecideEstimate(t.Context(), actor, decision)
		requireError(t, err, store.Conflict, "id")
		require.NoError(t, s.ExpireEstimates(t.Context()))
		require.NoError(t, s.ExpireEstimates(t.Context()))
		history, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Len(t, history[task.ID], 3)
		require.Equal(t, store.EventEstimateExpired, history[task.ID][2].Kind)
		s.Clock.Advance(storeHold)
		told := claim(t, s)
		require.Len(t, told, 1, "the message is edited")
		require.Equal(t, store.EstimateExpired, told[0].Estimate.State)
		require.Equal(t, 1, told[0].Notification.TelegramMessageID)

		next := estimated(t, s, task, 200)
		require.Equal(t, store.EstimateSent, next.State)
		require.Equal(t, store.EstimateExpired, estimatesOf(t, s, task)[1].State)
	})
}

func TestWhatIsAgreedIsTheNewestAcceptedEstimate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task, other := s.NewTask(t, s.NewRegistered(t)), s.NewTask(t, s.NewRegistered(t))
		balance := func() store.Balance {
			balances, err := s.Balances(t.Context(), []int64{task.ID, other.ID})
			require.NoError(t, err)
			require.NotContains(t, balances, other.ID)
			return balances[task.ID]
		}
		decide := func(estimate store.Estimate, accepted bool) {
			_, err := s.DecideEstimate(t.Context(), system, store.EstimateDecision{
				ID: estimate.ID, Version: estimate.Version, Accepted: accepted, Via: store.ViaCounter,
			})
			require.NoError(t, err)
		}
		require.Nil(t, balance().Due())
		decide(estimated(t, s, task, 500_000), true)
		decide(estimated(t, s, task, 900_000), false)
		require.Equal(t, int64(500_000), *balance().Agreed)
		decide(estimated(t, s, task, 740_000), true)
		saved(t, s, task, 1)
		require.Equal(t, int64(740_000), *balance().Due())
		paid, err := s.AddPayment(t.Context(), system, task.ID, 200_000, store.PaidByCash)
		require.NoError(t, err)
		require.Equal(t, task.Version+3*3+2, paid.Version)
		require.Equal(t, int64(540_000), *balance().Due())
	})
}

func TestNoMoreIsTakenBackThanWasPaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		task, staff := s.NewTask(t, s.NewRegistered(t)), actorOf(s.NewStaff(t))
		pay := func(amount int64) error {
			_, err := s.AddPayment(t.Context(), staff, task.ID, amount, store.PaidByCard)
			return err
		}
		requireError(t, pay(-1), store.Conflict, "amount")
		require.NoError(t, pay(100))
		for _, amount := range []int64{0, store.MaxMoney, store.MaxMoney + 1, -store.MaxMoney - 1} {
			requireError(t, pay(amount), store.Invalid, "amount")
		}
		var taking sync.WaitGroup
		refused := make(chan error, 10)
		for range 10 {
			taking.Go(func() { refused <- pay(-30) })
		}
		taking.Wait()
		close(refused)
		count := 0
		for err := range refused {
			if err != nil {
				requireError(t, err, store.Conflict, "amount")
				count++
			}
		}
		require.Equal(t, 7, count)
		byTask, _, err := s.PaymentsOfTasks(t.Context(), []int64{task.ID}, 100)
		require.NoError(t, err)
		require.Len(t, byTask[task.ID], 4)
		require.Equal(t, store.PaidByCard, byTask[task.ID][3].Method)
		require.Equal(t, staff.ID, *byTask[task.ID][3].AuthorID)
		history, err := s.History(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		require.Equal(t, "-30 RUB", history[task.ID][4].To)
	})
}

func TestLinesThatWereUsedAreOfferedOnceWithTheirLastPrice(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		write := func(made ...store.EstimateLine) {
			_, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: s.NewTask(t, s.NewCustomer(t)).ID, Lines: made})
			require.NoError(t, err)
		}
		write(store.EstimateLine{Text: "Экран", Quantity: 1, Price: 100}, store.EstimateLine{Text: "Работа", Quantity: 1, Price: 200})
		write(store.EstimateLine{Text: "Экран", Quantity: 3, Price: 300})
		used, err := s.EstimateLinesUsed(t.Context(), 10)
		require.NoError(t, err)
		require.Len(t, used, 2)
		require.Equal(t, []any{"Экран", int64(300)}, []any{used[0].Text, used[0].Price})
		used, err = s.EstimateLinesUsed(t.Context(), 1)
		require.NoError(t, err)
		require.Len(t, used, 1)
	})
}

func TestAnEstimateGoesWithItsTask(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		webhook := s.NewWebhook(t, store.WebhookEstimateAccepted)
		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		estimate := estimated(t, s, task, 100)
		actor, decision := accepts(customer, estimate)
		_, err := s.DecideEstimate(t.Context(), actor, decision)
		require.NoError(t, err)
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		require.Empty(t, estimatesOf(t, s, task))
		require.Empty(t, placesOf(t, s, "Замена экрана"))
		require.Contains(t, deliveriesOf(t, s, webhook)[0].Payload, `"lines":[]`)
		_, err = s.DecideEstimate(t.Context(), actor, decision)
		require.Equal(t, store.NotFound, store.CodeOf(err))
	})
}
