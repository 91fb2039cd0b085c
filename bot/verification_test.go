package bot_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// secret is what only the owner of a phone may read.
const secret = "iPhone 13, пароль 1234"

var secretMaker = "Apple"

// secretTask is a task with all that a stranger must not see, made by a member of staff.
func (s *shop) secretTask(t *testing.T, phone string) store.Task {
	t.Helper()
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Password: "correct horse", Name: "Игорь Соколов", Role: store.RoleStaff})
	require.NoError(t, err)
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{
		CustomerPhone: phone, Category: store.CategoryRepair, Description: secret, Item: store.ItemUpdate{Maker: &secretMaker},
	})
	require.NoError(t, err)
	return task
}

func requireNothingSecret(t *testing.T, user *emulator.User) {
	t.Helper()
	for _, text := range fromBot(user) {
		for _, hidden := range []string{"iPhone", "1234", secretMaker, "Игорь", "202", "Принята", "История"} { // 202 begins the year
			require.NotContains(t, text, hidden)
		}
	}
}

func TestWhoOnlyTypedAPhoneIsToldNumberCategoryAndStatusAlone(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{Phone: "+79170009900"})
	olga.Says("8 917 000-99-00")
	olga.AnswerContaining(t, "Записали ваш номер: +7 917 000-99-00")
	task := s.secretTask(t, "+79170009900")
	announced := olga.AnswerContaining(t, "📥 Принято: № 1 · Ремонт")
	require.Equal(t, "📥 Принято: № 1 · Ремонт", announced.Text)
	require.Equal(t, []string{"Подтвердить номер"}, labels(announced.Buttons))
	promised := time.Date(2026, 3, 5, 15, 0, 0, 0, time.UTC)
	_, err := s.UpdateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, task.ID, store.TaskUpdate{PromisedAt: &promised})
	require.NoError(t, err)
	require.Contains(t, olga.AnswerContaining(t, "Срок заявки изменился").Text, "№ 1 · Ремонт\n📥 Статус: Принято")
	s.setStatus(t, task, store.StatusReady)
	require.Equal(t, "✅ Готово: № 1 · Ремонт", olga.AnswerContaining(t, "Готово").Text)

	olga.Says("/tasks")
	list := olga.AnswerContaining(t, "У вас 1 заявка")
	require.Contains(t, list.Text, "№ 1 · Ремонт\nГотово\n")
	require.Contains(t, list.Text, "Номер +7 917 000-99-00 пока не подтверждён")
	require.Equal(t, []string{"Подтвердить номер", "Новая заявка"}, labels(list.Buttons))
	requireNothingSecret(t, olga)

	olga.Taps(t, "Подтвердить номер")
	require.Contains(t, olga.AnswerContaining(t, "Мы записали номер +7 917 000-99-00").Text, "Telegram это подтвердит")
	olga.Taps(t, "Отправить мой телефон")
	olga.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	olga.AnswerContaining(t, "У вас 1 заявка")
	olga.Taps(t, "№ 1")
	require.Contains(t, olga.Answer(t).Text, secret)
}

func TestAnOldButtonShowsNoMoreThanTheList(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.run(t)
	s.secretTask(t, customer.Phone)
	olga.AnswerContaining(t, secret)
	// Staff correct the number: that the new one is Olga's nobody has proven.
	_, err := s.UpdateCustomer(t.Context(), customer.Phone, store.CustomerUpdate{Phone: new("+7 917 000-99-55")})
	require.NoError(t, err)
	olga.Taps(t, "Заявка № 1")
	card := olga.AnswerContaining(t, "+7 917 000-99-55 пока не подтверждён")
	require.Contains(t, card.Text, "Заявка № 1 · Ремонт")
	require.NotContains(t, card.Text, "iPhone")
	require.NotContains(t, card.Text, "Игорь")
	require.NotContains(t, card.Text, "Принята:")
	require.Equal(t, []string{"Подтвердить номер", "К списку"}, labels(card.Buttons))
}

func TestTheTrueOwnerFindsTheirRequestsAndTheStrangerHearsNothingMore(t *testing.T) {
	t.Parallel()
	s := open(t)
	stranger := s.person(emulator.Profile{FirstName: "Пётр", Phone: "+79990000001"})
	stranger.Says("8 917 000-99-00")
	stranger.AnswerContaining(t, "Записали ваш номер")
	task := s.secretTask(t, "8 917 000-99-00")
	stranger.AnswerContaining(t, "Принято: № 1")
	requireNothingSecret(t, stranger)

	// The stranger's own contact is another number: the card stays with the phone.
	stranger.SharesContact()
	require.Contains(t, stranger.AnswerContaining(t, "Теперь сообщения будут приходить сюда").Text, "Заявок пока нет")
	require.Equal(t, "79990000001", s.customerOf(t, stranger).PhoneKey)

	olga := s.person(emulator.Profile{Phone: "+79170009900"})
	olga.SharesContact()
	require.Contains(t, olga.AnswerContaining(t, "У вас 1 заявка").Text, "№ 1")
	s.setStatus(t, task, store.StatusReady)
	require.Contains(t, olga.AnswerContaining(t, "Готово, можно забирать: № 1").Text, secretMaker)
	stranger.ExpectSilence(t)
}

func TestTheOwnersContactTakesTheCardFromWhoTypedTheNumber(t *testing.T) {
	t.Parallel()
	s := open(t)
	stranger := s.person(emulator.Profile{FirstName: "Пётр", Phone: "+79990000001"})
	stranger.Says("8 917 000-99-00")
	stranger.AnswerContaining(t, "Записали ваш номер")
	task := s.secretTask(t, "8 917 000-99-00")
	stranger.AnswerContaining(t, "Принято: № 1")
	olga := s.person(emulator.Profile{Phone: "+79170009900"})
	olga.SharesContact()
	olga.AnswerContaining(t, "У вас 1 заявка")
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, secretMaker)
	stranger.Says("/tasks")
	require.Contains(t, stranger.Answer(t).Text, "нужен номер телефона", "nothing has come before that answer")
}

func TestAMistypedNumberIsCorrectedByTypingOrEditing(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("8 917 000-77-01")
	olga.AnswerContaining(t, "Записали ваш номер: +7 917 000-77-01")
	message := olga.Says("8 917 000-77-02")
	olga.AnswerContaining(t, "Записали ваш номер: +7 917 000-77-02")
	olga.Says("/start")
	olga.AnswerContaining(t, "+7 917 000-77-02 пока не подтверждён")
	olga.Edits(message.ID, "мой номер 8 917 000-77-03")
	olga.AnswerContaining(t, "Записали ваш номер: +7 917 000-77-03")
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Len(t, found, 1, "no card is left for a number that was wrong")
	require.Equal(t, "79170007703", s.customerOf(t, olga).PhoneKey)
}

func TestAContactThatIsOldProvesNothing(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1) // has +79170009900, as the other had years ago
	s.run(t)
	other := s.person(emulator.Profile{FirstName: "Пётр", Phone: "+79990000001"})
	other.ForwardsOwnContact("+79170009900")
	require.Contains(t, other.Answer(t).Text, "мог устареть")
	own := other.Says("+79170009900")
	other.AnswerContaining(t, "Telegram подтвердит")
	other.RepliesWithOwnContact(own.ID)
	require.Contains(t, other.Answer(t).Text, "мог устареть")
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, customer.ID, s.customerOf(t, olga).ID)

	// Telegram's desktop client sends what the button asks for as a reply to the bot.
	other.Taps(t, "Отправить мой телефон")
	other.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
}

func TestAProvenCardIsMovedToAnotherAccountByStaffAlone(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1)
	boss := s.person(emulator.Profile{FirstName: "Игорь", Phone: "+79990000002"})
	boss.Says("/start")
	admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Password: "correct horse", Role: store.RoleAdmin})
	require.NoError(t, err)
	_, err = s.LinkStaff(t.Context(), admin.ID, boss.ID)
	require.NoError(t, err)
	s.run(t)
	boss.Answer(t)

	second := s.person(emulator.Profile{FirstName: "Olga", LastName: "<2>", Language: "en"}) // with the same number
	second.SharesContact()
	require.Contains(t, second.Answer(t).Text, "Our staff will check")
	require.Contains(t, olga.Answer(t).Text, "Ваш номер +7 917 000-99-00 подтвердили в другом аккаунте")
	require.Contains(t, boss.Answer(t).Text, "Клиент: Ольга\nНовый аккаунт: Olga <2>")
	second.SharesContact()
	require.Contains(t, second.Answer(t).Text, "Our staff will check")
	olga.Says("/tasks")
	require.Contains(t, olga.Answer(t).Text, "У вас 1 заявка", "and nothing was told again")

	claims, err := s.OpenPhoneClaims(t.Context())
	require.NoError(t, err)
	require.Len(t, claims, 1)
	_, err = s.DecidePhoneClaim(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, claims[0].ID, true)
	require.NoError(t, err)
	require.Contains(t, olga.Answer(t).Text, "перенесены в другой аккаунт")
	require.Contains(t, second.Answer(t).Text, "the requests of +7 917 000-99-00 are here now")
	second.Taps(t, "My requests")
	require.Contains(t, second.Answer(t).Text, "You have 1 request")
	require.Equal(t, customer.ID, s.customerOf(t, second).ID)

	// The former account asks for it back, and is refused.
	olga.SharesContact()
	require.Contains(t, olga.Answer(t).Text, "Сотрудники проверят")
	require.Contains(t, second.Answer(t).Text, "has been confirmed in another Telegram account")
	claims, err = s.OpenPhoneClaims(t.Context())
	require.NoError(t, err)
	_, err = s.DecidePhoneClaim(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, claims[0].ID, false)
	require.NoError(t, err)
	require.Contains(t, second.Answer(t).Text, "stay with you")
	require.Contains(t, olga.Answer(t).Text, "остались в другом аккаунте")
	olga.SharesContact()
	require.Contains(t, olga.Answer(t).Text, "остались в другом аккаунте")
	second.ExpectSilence(t)
}
