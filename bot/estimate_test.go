package bot_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// estimated sends the customer of a task an estimate.
func (s *shop) estimated(t *testing.T, task store.Task, lines ...store.EstimateLine) store.Estimate {
	t.Helper()
	system := store.Actor{Kind: store.ActorSystem}
	draft, err := s.SaveEstimate(t.Context(), system, store.NewEstimate{TaskID: task.ID, Lines: lines})
	require.NoError(t, err)
	estimate, err := s.SendEstimate(t.Context(), system, draft.ID, draft.Version)
	require.NoError(t, err)
	return estimate
}

func screen(price int64) []store.EstimateLine {
	return []store.EstimateLine{{Text: "Замена <экрана>", Quantity: 1, Price: price}, {Text: "Клей", Quantity: 2, Price: 10_000}}
}

func TestACustomerAgreesToAPriceByAButtonAndStaffAreTold(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	pay := "https://example.com/pay"
	admin := aroundTheClock(t, s, store.ShopUpdate{PaymentURL: &pay})
	boris := s.telegram.NewUser(emulator.Profile{FirstName: "Борис", Language: "ru"})
	_, err := s.LinkStaff(t.Context(), admin.ID, boris.ID)
	require.NoError(t, err)
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	s.estimated(t, task, screen(720_000)...)
	question := olga.AnswerContaining(t, "Согласуйте цену: 7\u00a0400\u00a0₽\n№ 1 · Ремонт\n\n• Замена <экрана> – 7\u00a0200\u00a0₽\n• Клей × 2 – 200\u00a0₽\n\nИтого: 7\u00a0400\u00a0₽")
	require.Equal(t, []string{"Согласен · 7\u00a0400\u00a0₽", "Отказаться", "Задать вопрос"}, labels(question.Buttons))
	olga.Taps(t, "Согласен · 7\u00a0400\u00a0₽")
	agreed := olga.AnswerContaining(t, "✅ Вы согласились: 7\u00a0400\u00a0₽.")
	require.Equal(t, question.ID, agreed.ID, "in its place")
	require.Equal(t, []string{"Оплатить"}, labels(agreed.Buttons))
	boris.AnswerContaining(t, "✅ Согласие на 7\u00a0400\u00a0₽, № 1 · Ольга")
}

func TestAnOldButtonShowsThePriceOfNowAndDecidesNothing(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	first := s.estimated(t, task, screen(720_000)...)
	question := olga.AnswerContaining(t, "Согласуйте цену: 7\u00a0400\u00a0₽")
	second := s.estimated(t, task, screen(900_000)...)
	olga.AnswerContaining(t, "Эта цена больше не предлагается.")
	asked := olga.AnswerContaining(t, "Согласуйте цену: 9\u00a0200\u00a0₽")
	require.NotEqual(t, question.ID, asked.ID, "another price is another message")
	_, err := s.DecideEstimate(t.Context(), store.Actor{Kind: store.ActorCustomer, ID: customer.ID},
		store.EstimateDecision{ID: first.ID, Version: first.Version, Accepted: true, Via: store.ViaTelegram})
	require.Equal(t, store.Conflict, store.CodeOf(err))
	olga.Taps(t, "Отказаться")
	olga.AnswerContaining(t, "❌ Вы отказались.")
	decided, err := s.EstimateAsked(t.Context(), customer, second.ID)
	require.NoError(t, err)
	require.Equal(t, store.EstimateDeclined, decided.State)
}

func TestWhatWasDecidedBeforeIsShownAndNotCalledAnotherPrice(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	s.estimated(t, task, screen(720_000)...)
	olga.AnswerContaining(t, "Согласуйте цену")
	s.telegram.Fail(emulator.Fault{Method: "editMessageText", Kind: emulator.BadRequest}) // the buttons stay
	for range 2 {
		olga.Taps(t, "Согласен · 7\u00a0400\u00a0₽")
		olga.AnswerContaining(t, "✅ Вы согласились: 7\u00a0400\u00a0₽.")
	}
	for _, answer := range s.telegram.Calls("answerCallbackQuery") {
		require.Empty(t, answer.Params["text"])
	}
}

func TestWhoHasNotProvenTheirPhoneSeesThatThereIsAPriceAndNotWhich(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	s.run(t)
	olga := s.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900", Language: "ru"})
	olga.Says("8 917 000-99-00")
	olga.AnswerContaining(t, "917 000-99-00")
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: "8 917 000-99-00", Silent: true})
	require.NoError(t, err)
	s.estimated(t, task, screen(720_000)...)
	told := olga.AnswerContaining(t, "Мы посчитали стоимость: № 1. Чтобы увидеть её, подтвердите номер.")
	require.NotContains(t, told.Text, "₽")
	require.Equal(t, []string{"Подтвердить номер"}, labels(told.Buttons))
}

func TestWhoDoesNotAnswerAPriceIsAskedAgainAndEitherMessageDecidesTheSame(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	aroundTheClock(t, s, store.ShopUpdate{})
	olga, customer := s.registered(t, 0)
	task := s.quietTask(t, customer)
	s.run(t)
	estimate := s.estimated(t, task, screen(720_000)...)
	question := olga.AnswerContaining(t, "Согласуйте цену: 7\u00a0400\u00a0₽")
	s.remind(t, store.ReminderEstimate)
	again := olga.AnswerContaining(t, "Ждём вашего ответа по цене.\n\nСогласуйте цену: 7\u00a0400\u00a0₽\n№ 1")
	require.NotEqual(t, question.ID, again.ID)
	require.Equal(t, question.Buttons, again.Buttons, "the same version is decided by both")
	olga.Taps(t, "Согласен · 7\u00a0400\u00a0₽")
	require.Eventually(t, func() bool {
		said := 0
		for _, message := range olga.Chat() {
			if strings.HasPrefix(message.Text, "✅ Вы согласились: 7\u00a0400\u00a0₽.") && len(message.Buttons) == 0 {
				said++
			}
		}
		return said == 2
	}, holdUp, tick, "both say what was decided, and ask no more")
	decided, err := s.EstimateAsked(t.Context(), customer, estimate.ID)
	require.NoError(t, err)
	require.Equal(t, store.EstimateAccepted, decided.State)
}

func TestTheShopsTextsTellThePriceThatIsAgreedAndNothingBefore(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.settle(t, store.ShopUpdate{Texts: map[store.Status]store.WordingUpdate{
		store.StatusInProgress: {Ru: new("Взяли в работу № {number}, {price}."), En: new("On it: #{number}, {price}.")},
		store.StatusReady:      {Ru: new("Готово: № {number}, {price}."), En: new("Ready: #{number}, {price}.")},
	}})
	task := s.quietTask(t, customer)
	s.run(t)
	estimate := s.estimated(t, task, screen(720_050)...)
	s.setStatus(t, task, store.StatusInProgress)
	require.Contains(t, olga.AnswerContaining(t, "Взяли").Text, "Взяли в работу № 1.")
	_, err := s.DecideEstimate(t.Context(), store.Actor{Kind: store.ActorSystem}, store.EstimateDecision{ID: estimate.ID, Version: estimate.Version, Accepted: true, Via: store.ViaPhone})
	require.NoError(t, err)
	_, err = s.AddPayment(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID, 100_000, store.PaidByCash)
	require.NoError(t, err)
	s.setStatus(t, task, store.StatusReady)
	require.Contains(t, olga.AnswerContaining(t, "Готово").Text, "Готово: № 1, 7\u00a0400,50\u00a0₽.")
	require.NoError(t, s.SetLanguage(t.Context(), customer.ID, "en"))
	s.setStatus(t, task, store.StatusInProgress)
	require.Contains(t, olga.AnswerContaining(t, "On it").Text, "On it: #1, ₽7,400.50.")
}
