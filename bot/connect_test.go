package bot_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
)

// atTheCounter is a card that staff have just made, with a task that tells a secret, and its code.
func (s *shop) atTheCounter(t *testing.T) (store.Customer, store.ConnectCode) {
	t.Helper()
	customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "+7 917 000-99-67", Name: "Анна Ильина"})
	require.NoError(t, err)
	s.secretTask(t, customer.Phone)
	code, err := s.CreateConnectCode(t.Context(), customer.ID)
	require.NoError(t, err)
	return customer, code
}

// claim is the only question that staff are asked about cards.
func (s *shop) claim(t *testing.T) store.PhoneClaim {
	t.Helper()
	claims, err := s.OpenPhoneClaims(t.Context())
	require.NoError(t, err)
	require.Len(t, claims, 1)
	return claims[0]
}

func TestACodeFromTheCounterOffersTheCardAndShowsNothingOfIt(t *testing.T) {
	t.Parallel()
	for name, give := range map[string]func(store.ConnectCode) string{
		"by the link":        func(code store.ConnectCode) string { return "/start " + bot.ConnectStart + code.Link },
		"by the digits":      func(code store.ConnectCode) string { return code.Digits },
		"by digits in pairs": func(code store.ConnectCode) string { return code.Digits[:3] + " " + code.Digits[3:] },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			_, code := s.atTheCounter(t)
			anna := s.person(emulator.Profile{FirstName: "Анна", Phone: "+79170009967"})
			anna.Says(give(code))
			offer := anna.AnswerContaining(t, "Это вы, +7 … 67?")
			require.Equal(t, []string{"Отправить мой телефон"}, labels(offer.ReplyKeyboard))
			for _, hidden := range []string{"917", "Ильина", "iPhone", "№"} {
				require.NotContains(t, offer.Text, hidden)
			}
			anna.Taps(t, "Отправить мой телефон")
			anna.AnswerContaining(t, "Спасибо, Анна. Теперь сообщения")
			require.Contains(t, anna.AnswerContaining(t, "У вас 1 заявка").Text, "№ 1")

			stranger := s.person(emulator.Profile{FirstName: "Пётр", Phone: "+79990000001"})
			stranger.Says(give(code))
			stranger.AnswerContaining(t, "Этот код уже использован или истёк")
			anna.Says("/start " + bot.ConnectStart + code.Link)
			require.Contains(t, anna.AnswerContaining(t, "Этот код уже использован").Text, "У вас 1 заявка")
		})
	}
}

func TestAnotherPhoneThanTheCardsDoesNotTakeItAndStaffDecide(t *testing.T) {
	t.Parallel()
	for name, accept := range map[string]bool{"accepted": true, "refused": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			customer, code := s.atTheCounter(t)
			anna := s.person(emulator.Profile{FirstName: "Аня", Phone: "+79990000001"})
			anna.Says("/start " + bot.ConnectStart + code.Link)
			anna.AnswerContaining(t, "Это вы, +7 … 67?")
			anna.Taps(t, "Отправить мой телефон")
			anna.AnswerContaining(t, "В Telegram у вас другой номер")
			requireNothingSecret(t, anna)
			_, err := s.DecidePhoneClaim(t.Context(), store.Actor{Kind: store.ActorSystem}, s.claim(t).ID, accept)
			require.NoError(t, err)
			if accept {
				anna.AnswerContaining(t, "Готово: заявки с номером +7 917 000-99-67 теперь здесь")
				anna.Taps(t, "Мои заявки")
				anna.AnswerContaining(t, "У вас 1 заявка")
				require.Equal(t, customer.ID, s.customerOf(t, anna).ID)
				return
			}
			refused := anna.AnswerContaining(t, "Сотрудник не подтвердил")
			require.NotContains(t, refused.Text, "917")
			anna.Taps(t, "Отправить мой телефон")
			anna.AnswerContaining(t, "Заявок пока нет")
			require.Equal(t, "79990000001", s.customerOf(t, anna).PhoneKey)
			anna.Says("/start " + bot.ConnectStart + code.Link)
			anna.AnswerContaining(t, "Сотрудник не подтвердил")
			requireNothingSecret(t, anna)
		})
	}
}

func TestARegisteredCustomerWhoScansACode(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga, own := s.registered(t, 1)
	code, err := s.CreateConnectCode(t.Context(), own.ID)
	require.NoError(t, err)
	olga.Says("/start " + bot.ConnectStart + code.Link)
	require.Contains(t, olga.AnswerContaining(t, "Вы уже подключены").Text, "У вас 1 заявка")

	_, code = s.atTheCounter(t)
	olga.Says("/start " + bot.ConnectStart + code.Link)
	require.Contains(t, olga.AnswerContaining(t, "В Telegram у вас другой номер").Text, "У вас 1 заявка")
	require.Equal(t, own.ID, s.customerOf(t, olga).ID)
	require.True(t, s.claim(t).ByCode)
	for _, text := range fromBot(olga) {
		require.NotContains(t, text, "iPhone")
	}
}

func TestOfTwoWhoScanOneCodeTheOneWithItsPhoneIsConnected(t *testing.T) {
	t.Parallel()
	s := open(t)
	customer, code := s.atTheCounter(t)
	stranger := s.person(emulator.Profile{FirstName: "Пётр", Phone: "+79990000001"})
	anna := s.person(emulator.Profile{FirstName: "Анна", Phone: "+79170009967"})
	for _, one := range []*emulator.User{stranger, anna} {
		one.Says("/start " + bot.ConnectStart + code.Link)
		one.AnswerContaining(t, "Это вы, +7 … 67?")
	}
	stranger.SharesContact()
	stranger.AnswerContaining(t, "В Telegram у вас другой номер")
	anna.SharesContact()
	anna.AnswerContaining(t, "У вас 1 заявка")
	require.Equal(t, customer.ID, s.customerOf(t, anna).ID)
	stranger.AnswerContaining(t, "Сотрудник не подтвердил")
	requireNothingSecret(t, stranger)
}

func TestWhoTriesDigitsIsStoppedAndTheLinkStillWorks(t *testing.T) {
	t.Parallel()
	s := open(t)
	_, code := s.atTheCounter(t)
	anna := s.person(emulator.Profile{FirstName: "Анна", Phone: "+79170009967"})
	for n := range store.GuessesPerChat {
		guess := fmt.Sprintf("%06d", n)
		if guess == code.Digits {
			guess = "999999"
		}
		anna.Says(guess)
		anna.AnswerContaining(t, "Этот код уже использован или истёк")
	}
	anna.Says(code.Digits)
	anna.AnswerContaining(t, "Отсканируйте QR-код или напишите код через час")
	anna.Says("/start " + bot.ConnectStart + code.Link)
	anna.AnswerContaining(t, "Это вы, +7 … 67?")
}

func TestSixDigitsOfACustomerWhoIsConnectedAreAMessage(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga, _ := s.registered(t, 1)
	olga.Says("123456")
	olga.AnswerContaining(t, "Передали мастерам, к заявке № 1")
}
