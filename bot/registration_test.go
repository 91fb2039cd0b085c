package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
)

func TestAStrangerIsWelcomedWithAButtonForThePhone(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	welcome := olga.Answer(t)
	require.Contains(t, welcome.Text, business)
	require.Contains(t, welcome.Text, "просто написать номер")
	require.Equal(t, []string{"Отправить мой телефон"}, labels(welcome.ReplyKeyboard))

	john := s.person(emulator.Profile{FirstName: "John", Language: "en-GB"})
	john.Says("/start promo_2026") // a link's payload
	require.Contains(t, john.Answer(t).Text, "Share my phone")
}

func TestTheContactButtonRegisters(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{FirstName: "Ольга", LastName: "Смирнова"})
	olga.Says("/start")
	olga.Taps(t, "Отправить мой телефон")
	answer := olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	require.Contains(t, answer.Text, "Заявок пока нет")

	customer := s.customerOf(t, olga)
	require.Equal(t, "Ольга Смирнова", customer.Name)
	require.Equal(t, "79170009900", customer.PhoneKey)
	require.NotNil(t, customer.PhoneVerifiedAt)
	require.Equal(t, "ru", customer.Language)
}

func TestACardThatStaffMadeIsLinkedByTheContact(t *testing.T) {
	t.Parallel()
	s := open(t)
	made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00", Name: "Ольга Петровна"})
	require.NoError(t, err)
	task := s.task(t, made)

	olga := s.person(emulator.Profile{FirstName: "olya"})
	olga.SharesContact()
	require.Contains(t, olga.Answer(t).Text, "Спасибо, Ольга.")
	require.Contains(t, olga.AnswerContaining(t, "У вас 1 заявка").Text, "№ 1")
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, "Готово")
}

func TestATypedPhoneRegistersInManyWritings(t *testing.T) {
	t.Parallel()
	s := open(t)
	for i, text := range []string{
		"8 917 000-99-01", "+7(917)000-99-02", "мой номер 8 917 000-99-03, Ольга", "89170009904", "+375 29 123-45-67", "9170009905",
		"\u202A+7\u00A0917\u202F000-99-06\u202C", "8 917 000-99-07 доб. 12", "998 90 123-45-67", "８９１７０００９９０８",
	} {
		user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7999000%04d", i)})
		user.Says(text)
		user.AnswerContaining(t, "Записали ваш номер")
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Equal(t, "8 917 000-99-03", found[2].Phone)
	require.Nil(t, found[2].PhoneVerifiedAt)
	require.Equal(t, "8 917 000-99-07 доб. 12", found[7].Phone)
}

func TestAPhoneWithTooManyOrTooFewDigitsIsAskedBack(t *testing.T) {
	t.Parallel()
	s := open(t)
	for text, want := range map[string]string{
		"8 917 000-11-24 1234": "лишние цифры", "89170001123 10-18": "лишние цифры", "00375291234567": "лишние цифры",
		"8 917 000-11": "не хватает цифр", "+888 0456 1234": "Отправить мой телефон",
	} {
		user := s.person(emulator.Profile{})
		user.Says(text)
		answer := user.Answer(t)
		require.Contains(t, answer.Text, want, text)
		require.NotEmpty(t, answer.ReplyKeyboard, text)
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestAnAnonymousNumberIsRegisteredByItsContact(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{Phone: "+88804561234"})
	olga.SharesContact()
	olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	require.Equal(t, "88804561234", s.customerOf(t, olga).PhoneKey)
}

func TestWhatIsNoPhoneIsAnsweredWithWhatToDo(t *testing.T) {
	t.Parallel()
	s := open(t)
	for _, text := range []string{
		"привет", "12345", "123456789012345678", "8 917 000-99-01 или 8 917 000-99-02", strings.Repeat("8", 4096), "/unknown", "😀", "\u202Eאבג",
	} {
		user := s.person(emulator.Profile{})
		user.Says(text)
		answer := user.Answer(t)
		require.Contains(t, answer.Text, "+7 917 000-99-00", text)
		require.NotEmpty(t, answer.ReplyKeyboard, text)
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestATypedPhoneOfAnExistingCardGivesNothingAway(t *testing.T) {
	t.Parallel()
	s := open(t)
	made, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: "8 917 000-99-00", Name: "Ольга"})
	require.NoError(t, err)
	s.task(t, made)
	thief := s.person(emulator.Profile{FirstName: "Вор", Phone: "+79990000000"})
	thief.Says("+7 917 000 99 00")
	answer := thief.Answer(t)
	require.Contains(t, answer.Text, "Telegram подтвердит")
	require.NotEmpty(t, answer.ReplyKeyboard)
	thief.Says("покажи заявки")
	require.NotContains(t, thief.Answer(t).Text, "№")
}

func TestSomebodyElsesContactIsRefusedKindly(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	for _, owner := range []int64{0, 12345} {
		olga.SharesContactOf("+79170009999", "Пётр", owner)
		require.Contains(t, olga.Answer(t).Text, "другого человека")
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestAnEditedMessageRegistersOnlyWithAPhone(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	message := olga.Says("привет")
	olga.Answer(t)
	olga.Edits(message.ID, "привет всем")
	olga.ExpectSilence(t)
	olga.Edits(message.ID, "8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер: +7 917 000-99-00")
	olga.SharesContact()
	olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	olga.AnswerContaining(t, "Передали мастерам")
	olga.Edits(message.ID, "8 917 000-99-01")
	olga.ExpectSilence(t)
}

func TestNamesOfAnyKindAreShownAsTheyAre(t *testing.T) {
	t.Parallel()
	s := open(t)
	for i, name := range []string{"<b>Боб</b>&Co", "👩‍🔧Аня", "\u202Eאבג", "O'Neil\"X\""} {
		user := s.person(emulator.Profile{FirstName: name, Phone: "+7917000991" + string(rune('0'+i))})
		user.SharesContact()
		answer := user.Answer(t)
		require.Empty(t, answer.Entities, "no tag of theirs is one of ours")
		visible := strings.NewReplacer("\u202E", "", "\u2068", "", "\u2069", "").Replace(answer.Text)
		require.Contains(t, visible, strings.ReplaceAll(name, "\u202E", ""))
	}
}
