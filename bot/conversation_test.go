package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnyInputOfACustomerIsAnsweredWithTheList(t *testing.T) {
	t.Parallel()
	s := open(t)
	for name, input := range map[string]func(*emulator.User){
		"text": func(u *emulator.User) { u.Says("как дела?") }, "/start": func(u *emulator.User) { u.Says("/start") },
		"/tasks": func(u *emulator.User) { u.Says("/tasks") }, "unknown command": func(u *emulator.User) { u.Says("/pay") },
		"sticker": (*emulator.User).SendsSticker, "photo": func(u *emulator.User) { u.SendsPhoto("вот") },
		"voice": (*emulator.User).SendsVoice, "location": (*emulator.User).SendsLocation,
		"long text": func(u *emulator.User) { u.Says(strings.Repeat("ы", 4096)) },
		"bell":      func(u *emulator.User) { u.Says("\a") },
		"contact":   func(u *emulator.User) { u.SharesContactOf("+79990001122", "Пётр", 77) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			user := s.person(emulator.Profile{Phone: fmt.Sprintf("+7917%07d", len(name)*1000+int(name[len(name)-1]))})
			_, _, err := s.Register(t.Context(), store.Registration{TelegramID: user.ID, Phone: user.Phone, Verified: true})
			require.NoError(t, err)
			input(user)
			require.Contains(t, user.Answer(t).Text, "Заявок пока нет")
		})
	}
}

func TestTheListShowsEachRequestWithAButtonForTheOpenOnes(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1)
	closed := s.quietTask(t, customer)
	s.setStatus(t, closed, store.StatusClosed)
	s.run(t)
	olga.AnswerContaining(t, "Закрыто")
	olga.Says("?")
	list := olga.AnswerContaining(t, "У вас 2 заявки")
	require.Contains(t, list.Text, "№ 1 · Ремонт\nПринято · ")
	require.Contains(t, list.Text, "№ 2 · Ремонт\nЗакрыто · ")
	require.Less(t, strings.Index(list.Text, "№ 2 ·"), strings.Index(list.Text, "№ 1 ·"), "newest first")
	require.Equal(t, []string{"Это о другом", "№ 1", "Новая заявка"}, labels(list.Buttons))
}

func TestALongListIsPagedInPlace(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, _ := s.registered(t, 20)
	s.run(t)
	olga.Says("/tasks")
	list := olga.Answer(t)
	require.Contains(t, list.Text, "У вас 20 заявок")
	require.Contains(t, labels(list.Buttons), "1 из 3")
	olga.Taps(t, "›")
	second := olga.Answer(t)
	require.Equal(t, list.ID, second.ID)
	require.Contains(t, second.Text, "№ 12 ")
	require.NotContains(t, second.Text, "№ 13 ")
	olga.Taps(t, "›")
	third := olga.Answer(t)
	require.Contains(t, third.Text, "№ 1 ")
	require.NotContains(t, labels(third.Buttons), "›")
	olga.Taps(t, "3 из 3") // nothing changes, and nothing breaks
	olga.CallbackAnswer(t)
	olga.Taps(t, "‹")
	require.Contains(t, olga.Answer(t).Text, "№ 12 ")
	for _, message := range olga.Chat() {
		require.LessOrEqual(t, len(utf16.Encode([]rune(message.Text))), 4096)
	}
}

func TestACardTellsTheHistoryAndLeadsBack(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Name: "Игорь <Соколов>", Password: "correct horse", Role: store.RoleStaff})
	require.NoError(t, err)
	olga, customer := s.registered(t, 0)
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: staff.ID}, store.NewTask{
		CustomerPhone: customer.Phone, Category: store.CategoryDiagnosis, Description: "<b>" + strings.Repeat("длинно ", 1000),
	})
	require.NoError(t, err)
	s.setStatus(t, task, store.StatusInProgress)
	s.run(t)
	olga.AnswerContaining(t, "В работе")
	olga.Says("?")
	list := olga.AnswerContaining(t, "У вас 1 заявка")
	olga.Taps(t, "№ 1")
	card := olga.AnswerContaining(t, "Как шла работа")
	require.Equal(t, list.ID, card.ID, "in the place of the list")
	require.Contains(t, card.Text, "Статус: В работе")
	require.Contains(t, card.Text, "<b>длинно")
	require.Contains(t, card.Text, "Занимается: Игорь <Соколов>")
	require.NotContains(t, card.Text, "@example.com")
	require.Contains(t, card.Text, "— Принято\n")
	olga.Taps(t, "К списку")
	require.Contains(t, olga.Answer(t).Text, "У вас 1 заявка")
}

func TestAButtonOfSomebodyElsesOrADeletedRequestIsAnsweredKindly(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 2)
	s.run(t)
	olga.Says("?")
	olga.Answer(t)
	require.NoError(t, s.DeleteTask(t.Context(), store.Actor{Kind: store.ActorSystem}, 1))
	olga.Taps(t, "№ 1")
	require.Equal(t, "Этой заявки больше нет", olga.CallbackAnswer(t).Text)
	require.Contains(t, olga.Answer(t).Text, "У вас 1 заявка")

	_, err := s.DeleteCustomer(t.Context(), store.Actor{Kind: store.ActorSystem}, customer.Phone)
	require.NoError(t, err)
	olga.Taps(t, "№ 2")
	require.Contains(t, olga.Answer(t).Text, "нужен номер телефона")
}

func TestTheLanguageIsTheCustomersChoice(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1)
	s.run(t)
	olga.Says("/language")
	require.Equal(t, []string{"Русский", "English"}, labels(olga.Answer(t).Buttons))
	olga.Taps(t, "English")
	require.Contains(t, olga.Answer(t).Text, "You have 1 request")
	s.setStatus(t, store.Task{ID: 1}, store.StatusReady)
	require.Contains(t, olga.AnswerContaining(t, "Ready").Text, "Request № 1")
	read, err := s.Customer(t.Context(), customer.ID)
	require.NoError(t, err)
	require.Equal(t, "en", read.Language)

	stranger := s.person(emulator.Profile{Phone: "+79990000001"})
	stranger.Says("/language")
	stranger.Answer(t)
	stranger.Taps(t, "English")
	require.Contains(t, stranger.Answer(t).Text, "Share my phone")
}

func TestHelpAndCommandsAreThereInBothLanguages(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/help")
	require.Contains(t, olga.Answer(t).Text, "/tasks")
	john := s.person(emulator.Profile{Language: "en"})
	john.Says("/help")
	require.Contains(t, john.Answer(t).Text, "shows your requests")
	require.Eventually(t, func() bool { return len(s.telegram.Calls("setMyCommands")) == 3 }, 10*time.Second, 5*time.Millisecond)
	languages := map[string]string{}
	for _, call := range s.telegram.Calls("setMyCommands") {
		languages[call.Params["language_code"]] = call.Params["commands"]
	}
	require.Contains(t, languages["ru"], "Мои заявки")
	require.Contains(t, languages["en"], "My requests")
	require.Contains(t, languages, "")
}

func TestInGroupsOnlyCommandsAreAnswered(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	group := neighbours(s, olga)
	olga.SaysIn(group, "8 917 000-99-00")
	olga.SaysIn(group, "/start")
	s.telegram.WaitUpdatesConfirmed(t)
	said := fromBotIn(group)
	require.Len(t, said, 1)
	require.Contains(t, said[0], "личных сообщениях")
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestALinkedMemberOfStaffGetsTheMiniApp(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.PublicURL = "https://crm.example.com/" })
	igor := s.person(emulator.Profile{FirstName: "Игорь"})
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Password: "correct horse", Role: store.RoleStaff})
	require.NoError(t, err)
	_, err = s.LinkStaff(t.Context(), staff.ID, igor.ID)
	require.NoError(t, err)
	s.run(t)
	igor.Says("/start")
	greeting := igor.AnswerContaining(t, "рабочее место")
	require.Equal(t, "https://crm.example.com/app/", greeting.Buttons[0][0].WebAppURL)
	require.NotEmpty(t, s.telegram.Calls("setChatMenuButton"))
	igor.AnswerContaining(t, business)

	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	require.NotContains(t, olga.Answer(t).Text, "рабочее место")

	// Before the first login in there nothing links the two.
	olga.Says("/work")
	require.Equal(t, "https://crm.example.com/app/", olga.AnswerContaining(t, "рабочее место").Buttons[0][0].WebAppURL)
}

func TestWhoBlocksTheBotIsUnreachableUntilTheyWrite(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1)
	s.run(t)
	reachable := func() bool {
		read, err := s.Customer(t.Context(), customer.ID)
		require.NoError(t, err)
		return read.UnreachableAt == nil
	}
	olga.Blocks()
	s.telegram.WaitUpdatesConfirmed(t)
	require.False(t, reachable())
	olga.Unblocks()
	s.telegram.WaitUpdatesConfirmed(t)
	require.True(t, reachable())

	require.NoError(t, s.SetUnreachable(t.Context(), olga.ID, time.Now()))
	olga.Says("я вернулась")
	olga.Answer(t)
	require.True(t, reachable())
}
