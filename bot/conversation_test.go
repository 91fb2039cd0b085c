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

func TestTheListTellsRequestsApartByWhatWasBroughtAndOpensAllOfThem(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 1)
	text := func(text string) *string { return &text }
	promised, until := time.Date(2030, 3, 5, 0, 0, 0, 0, s.Location()), store.Day("2030-06-05")
	headphones := store.ItemUpdate{Kind: text("наушники"), Maker: text("Sony <b>"), Serial: text("S01"), Condition: text("Потёртости"), Includes: text("Чехол")}
	closed, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone, Category: store.CategoryRepair, Item: headphones, Silent: true})
	require.NoError(t, err)
	status := store.StatusClosed
	_, err = s.UpdateTask(t.Context(), system, closed.ID, store.TaskUpdate{Status: &status, WarrantyUntil: &until})
	require.NoError(t, err)
	_, err = s.CreateTask(t.Context(), system, store.NewTask{
		CustomerPhone: customer.Phone, Item: store.ItemUpdate{Maker: text("Bosch")}, PromisedAt: &promised, WarrantyOfID: &closed.ID, Silent: true,
	})
	require.NoError(t, err)
	s.run(t)
	olga.AnswerContaining(t, "Заявка закрыта")
	olga.Says("?")
	list := olga.AnswerContaining(t, "У вас 3 заявки")
	require.Contains(t, list.Text, "№ 3 · Bosch · Принято\nСрок: 5 марта 2030\n\n📦 № 2 · наушники Sony <b> · Закрыто\n")
	require.Contains(t, list.Text, "№ 1 · Ремонт · Принято\n")
	require.Subset(t, labels(list.Buttons), []string{"№ 1", "№ 2", "№ 3"})

	olga.Taps(t, "№ 2")
	card := olga.AnswerContaining(t, "Заявка № 2")
	require.Contains(t, card.Text, "Статус: Закрыто\nВещь: наушники Sony <b>\nСерийный номер: S01\nСостояние: Потёртости\nВ комплекте: Чехол")
	require.Contains(t, card.Text, "Гарантия до 5 июня 2030")
	olga.Taps(t, "К списку")
	olga.AnswerContaining(t, "У вас 3 заявки")
	olga.Taps(t, "№ 3")
	card = olga.AnswerContaining(t, "Заявка № 3")
	require.Contains(t, card.Text, "Статус: Принято\nСрок: 5 марта 2030\nВещь: Bosch")
	require.Contains(t, card.Text, "По гарантии заявки № 2")
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
	olga.AnswerContaining(t, "Взяли в работу")
	olga.Says("?")
	list := olga.AnswerContaining(t, "У вас 1 заявка")
	olga.Taps(t, "№ 1")
	card := olga.AnswerContaining(t, "История")
	require.Equal(t, list.ID, card.ID, "in the place of the list")
	require.Contains(t, card.Text, "Статус: В работе")
	require.Contains(t, card.Text, "<b>длинно")
	require.Contains(t, card.Text, "Мастер: Игорь <Соколов>")
	require.NotContains(t, card.Text, "@example.com")
	require.Contains(t, card.Text, "— Принято\n")
	olga.Taps(t, "К списку")
	require.Contains(t, olga.Answer(t).Text, "У вас 1 заявка")
}

func TestTheLinkOnAReceiptOpensTheRequestForWhoseItIs(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, _ := s.registered(t, 2)
	igor := s.person(emulator.Profile{FirstName: "Игорь", Phone: "+79170000077"})
	other, _, err := s.Register(t.Context(), store.Registration{TelegramID: igor.ID, Phone: igor.Phone, Verified: true, Name: igor.FirstName, Language: "ru"})
	require.NoError(t, err)
	s.quietTask(t, other)
	s.run(t)
	olga.Says("/start task_2")
	require.Contains(t, olga.AnswerContaining(t, "Статус").Text, "№ 2")
	igor.Says("/start task_2")
	list := igor.AnswerContaining(t, "У вас 1 заявка")
	require.NotContains(t, list.Text, "№ 2")
	stranger := s.person(emulator.Profile{FirstName: "Кто-то"})
	stranger.Says("/start task_2")
	require.NotContains(t, stranger.AnswerContaining(t, business).Text, "№ 2")
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
	require.Equal(t, "Request #1", olga.AnswerContaining(t, "Ready for pickup: #1.").Buttons[0][0].Text)
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
	greeting := igor.AnswerContaining(t, "приложение открывается")
	require.Equal(t, "https://crm.example.com/app/", greeting.Buttons[0][0].WebAppURL)
	require.NotEmpty(t, s.telegram.Calls("setChatMenuButton"))
	igor.AnswerContaining(t, business)

	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	require.NotContains(t, olga.Answer(t).Text, "приложение открывается")

	// Before the first login in there nothing links the two.
	olga.Says("/work")
	require.Equal(t, "https://crm.example.com/app/", olga.AnswerContaining(t, "приложение для сотрудников").Buttons[0][0].WebAppURL)
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
