package bot_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestCommandsOfOtherBotsInAGroupAreLeftToThem(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.waitReady(t)
	// The bot knows its own name, by which it is called, before it sets its menu.
	require.Eventually(t, func() bool { return len(s.telegram.Calls("setMyCommands")) > 0 }, holdUp, tick)
	olga := s.person(emulator.Profile{})
	group := neighbours(s, olga)
	for _, text := range []string{"/weather", "/start@other_bot", "/tasks@other_bot now", "не /start", "/", "\ftask"} {
		olga.SaysIn(group, text)
	}
	s.telegram.WaitUpdatesConfirmed(t)
	require.Empty(t, fromBotIn(group))
	for _, text := range []string{"/help", "/start@Zayavka_bot", "/anything@zayavka_bot"} {
		olga.SaysIn(group, text)
	}
	require.Eventually(t, func() bool { return len(fromBotIn(group)) == 3 }, holdUp, tick)
	require.Empty(t, fromBot(olga), "and nothing is said in private")
}

// neighbours is a group where the bot is told of everything.
func neighbours(s *shop, person *emulator.User) *emulator.Group {
	group := s.telegram.NewGroup("Соседи", person)
	person.AddsBotTo(group)
	person.PromotesBotIn(group)
	return group
}

func fromBotIn(group *emulator.Group) []string {
	var said []string
	for _, message := range group.Chat() {
		if message.FromBot {
			said = append(said, message.Text)
		}
	}
	return said
}

func TestACommandMayNameTheBot(t *testing.T) {
	t.Parallel()
	s := open(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/help@zayavka_bot")
	require.Contains(t, olga.Answer(t).Text, "/language сменит язык")
}

func TestATextLikeThoseThatTelebotKeepsForItselfIsATextLikeOthers(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, _ := s.registered(t, 1)
	s.run(t)
	for _, text := range []string{"\ftask|1", "\fpage", "\atext", "\amy_chat_member"} {
		olga.Says(text)
		require.Contains(t, olga.Answer(t).Text, "У вас 1 заявка", "%q", text)
	}
	require.NotContains(t, s.log.String(), "panic")
}

func TestAPhoneIsUnderstoodAsProgramsCopyIt(t *testing.T) {
	t.Parallel()
	s := open(t)
	for i, text := range []string{
		"+7\u00a0917\u00a0000\u201199\u201106", "тел.: 8(917)000–99–07.", "\u202a+7 917 000-99-08\u202c", "8.917.000.99.09",
	} {
		user := s.person(emulator.Profile{Phone: "+7999000001" + string(rune('0'+i))})
		user.Says(text)
		user.AnswerContaining(t, "Записали ваш номер")
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	for i, customer := range found {
		require.Equal(t, "7917000990"+string(rune('6'+i)), customer.PhoneKey)
	}
}

func TestTwoNumbersInOneTextAreNobodysPhone(t *testing.T) {
	t.Parallel()
	s := open(t)
	for _, text := range []string{"8 917 000-99-00, 8 917 000-99-01", "89170009900\n89170009901", "89170009900 89170009901", "8 917 000-99-00 или 5551234"} {
		user := s.person(emulator.Profile{})
		user.Says(text)
		require.NotEmpty(t, user.Answer(t).ReplyKeyboard, text)
	}
	found, err := s.Customers(t.Context())
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestANameThatShowsNothingIsNoName(t *testing.T) {
	t.Parallel()
	s := open(t)
	for i, name := range []string{"\u200b", "\u3164\u3164", "\u2060 \u00ad", "\u202e\u200f", "\ufe0f\u200d"} {
		user := s.person(emulator.Profile{FirstName: name, Phone: "+7917000992" + string(rune('0'+i))})
		user.SharesContact()
		require.True(t, strings.HasPrefix(user.Answer(t).Text, "Спасибо. Теперь сообщения будут приходить сюда."), "%q", name)
		require.Empty(t, s.customerOf(t, user).Name)
	}
}

func TestANameWithACharacterThatCannotBeKeptIsKeptWithoutIt(t *testing.T) {
	t.Parallel()
	s := open(t)
	user := s.person(emulator.Profile{FirstName: "О\x00льга", Phone: "+79170009930"})
	user.SharesContact()
	user.AnswerContaining(t, "Теперь сообщения будут приходить сюда")
	require.Equal(t, "Ольга", s.customerOf(t, user).Name)
}

func TestTheLanguageChosenBeforeTheRegistrationIsTheCustomers(t *testing.T) {
	t.Parallel()
	s := open(t)
	john := s.person(emulator.Profile{FirstName: "John", Language: "ru"})
	john.Says("/language")
	john.Answer(t)
	john.Taps(t, "English")
	john.Answer(t)
	john.Says("hello")
	require.Contains(t, john.Answer(t).Text, "phone number")
	john.Taps(t, "Share my phone")
	require.Contains(t, john.Answer(t).Text, "Thank you, John")
	require.Equal(t, "en", s.customerOf(t, john).Language)
}

func TestAnAddressThatTelegramRefusesCostsNobodyTheAnswer(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.PublicURL = "https://crm.example.com" })
	igor := s.person(emulator.Profile{FirstName: "Игорь"})
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Password: "correct horse", Role: store.RoleStaff})
	require.NoError(t, err)
	_, err = s.LinkStaff(t.Context(), staff.ID, igor.ID)
	require.NoError(t, err)
	s.telegram.Fail(emulator.Fault{Method: "setChatMenuButton", Kind: emulator.BadRequest, Description: "BUTTON_URL_INVALID"})
	s.run(t)
	igor.Says("/start")
	igor.AnswerContaining(t, business)
	require.Contains(t, s.log.String(), "check http.public_url")
}

func TestWhoBlockedTheBotIsNotWrittenTo(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	olga, customer := s.registered(t, 0)
	olga.Blocks()
	s.run(t)
	s.telegram.WaitUpdatesConfirmed(t)
	s.task(t, customer)
	read, err := s.Customer(t.Context(), customer.ID)
	require.NoError(t, err)
	require.NotNil(t, read.UnreachableAt)
	require.Empty(t, s.telegram.Calls("sendMessage"))
}
