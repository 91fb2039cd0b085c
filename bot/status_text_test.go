package bot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// settle saves settings of the shop.
func (s *shop) settle(t *testing.T, update store.ShopUpdate) {
	t.Helper()
	admin, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "owner@example.com", Password: storetest.Password, Role: store.RoleAdmin})
	require.NoError(t, err)
	_, err = s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, update)
	require.NoError(t, err)
}

func TestThatItIsReadyIsTheFirstThatIsReadWithWhereAndUntilWhen(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	roundTheClock := store.Hours{To: 24 * 60}
	s.settle(t, store.ShopUpdate{
		Name: new("Часы & «Ко»"), Address: new("Ленина <5>"), MapURL: new("https://yandex.ru/maps/-/CD1"),
		Hours: &[7]store.Hours{roundTheClock, roundTheClock, roundTheClock, roundTheClock, roundTheClock, roundTheClock, roundTheClock},
	})
	s.run(t)
	kind, maker := "наушники", "Sony & <b>Co"
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{
		CustomerPhone: customer.Phone, Description: "Не слышно слева", Item: store.ItemUpdate{Kind: &kind, Maker: &maker},
	})
	require.NoError(t, err)
	require.Equal(t, "Заявка принята: № 1, наушники Sony & <b>Co.\n\nНе слышно слева", olga.AnswerContaining(t, "принята").Text)
	s.setStatus(t, task, store.StatusReady)
	told := olga.AnswerContaining(t, "Готово")
	require.Equal(t, "Готово, можно забирать: № 1, наушники Sony & <b>Co. Ленина <5>, до 24:00", told.Text)
	require.Equal(t, []string{"Заявка № 1", "На карте"}, labels(told.Buttons))
	require.Equal(t, "https://yandex.ru/maps/-/CD1", told.Buttons[1][0].URL)
}

func TestTheShopsOwnTextsAreSentInTheCustomersLanguage(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	s.settle(t, store.ShopUpdate{Phone: new("8 (812) 000-00-00"), Texts: map[store.Status]store.WordingUpdate{
		store.StatusInProgress: {Ru: new("Мастер взялся за № {number}\nВопросы: {phone}"), En: new("On it: #{number}")},
	}})
	s.run(t)
	task := s.task(t, customer)
	olga.AnswerContaining(t, "Заявка принята")
	s.setStatus(t, task, store.StatusInProgress)
	require.Equal(t, "Мастер взялся за № 1\nВопросы: 8 (812) 000-00-00\n\nНе включается", olga.AnswerContaining(t, "взялся").Text)

	require.NoError(t, s.SetLanguage(t.Context(), customer.ID, "en"))
	s.setStatus(t, task, store.StatusReady)
	olga.AnswerContaining(t, "Ready for pickup: #1.")
	s.setStatus(t, task, store.StatusInProgress)
	olga.AnswerContaining(t, "On it: #1")
}

func TestTheBotCallsTheShopAsItsSettingsSay(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
	s.settle(t, store.ShopUpdate{Name: new("Часы & «Ко»")})
	olga.Says("/help")
	olga.AnswerContaining(t, "Часы & «Ко»")
}
