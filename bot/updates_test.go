package bot_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/stretchr/testify/require"

	"zayavka/bot"
	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnUpdateThatWasNotProcessedComesAgain(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	s := prepare(t, postgres.URL("migrated"))
	s.run(t)
	s.waitReady(t)
	require.NoError(t, postgres.Kill())
	olga := s.person(emulator.Profile{})
	olga.Says("8 917 000-99-00")
	require.Eventually(t, func() bool { return strings.Contains(s.log.String(), "could not be processed, nor written down") }, 10*time.Second, 5*time.Millisecond)
	s.stop() // and another process takes over
	require.Equal(t, 1, s.telegram.PendingUpdates())
	require.Empty(t, fromBot(olga))

	require.NoError(t, postgres.Start())
	s.run(t)
	olga.AnswerContaining(t, "Записали ваш номер")
	olga.ExpectSilence(t)
	require.Zero(t, s.telegram.PendingUpdates())
}

func TestWhatIsInHandIsFinishedAndConfirmedAtAStop(t *testing.T) {
	t.Parallel()
	s := open(t, limited)
	olga := s.person(emulator.Profile{})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.DropBefore, Times: 1})
	defer release()
	olga.Says("/start") // answered a second after the start at the earliest
	require.Eventually(t, func() bool { return len(s.telegram.Calls("getUpdates")) > 1 }, 10*time.Second, time.Millisecond)
	s.stop()
	if len(fromBot(olga)) > 0 {
		require.Zero(t, s.telegram.PendingUpdates(), "answered, so confirmed")
		return
	}
	require.Equal(t, 1, s.waiting(t)+s.telegram.PendingUpdates(), "not answered, so it is kept")
	s.run(t)
	olga.AnswerContaining(t, business)
}

func TestAnAnswerThatHangsAtAStopHasNoOtherComeAgain(t *testing.T) {
	t.Parallel()
	s := open(t)
	slow := s.person(emulator.Profile{FirstName: "Медленный", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: slow.ID, Kind: emulator.Hang})
	slow.Says("/start")
	require.Eventually(t, func() bool { return len(callsTo(s, slow.ID)) > 0 }, holdUp, tick)
	people := s.crowd(5, "/start")
	for _, user := range people {
		user.AnswerContaining(t, business)
	}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		s.stop()
	}()
	require.Eventually(t, func() bool { return s.telegram.PendingUpdates() == 0 && s.waiting(t) == 1 }, holdUp, tick)
	require.Empty(t, fromBot(slow), "it hangs still")
	release()
	<-stopped
	s.run(t)
	slow.AnswerContaining(t, business)
	s.telegram.WaitUpdatesConfirmed(t)
	for _, user := range people {
		require.Len(t, fromBot(user), 1)
	}
}

func TestAChatKeepsItsOrderWhileOthersAreServed(t *testing.T) {
	t.Parallel()
	s := open(t)
	slow := s.person(emulator.Profile{FirstName: "Медленный", Phone: "+79990000001"})
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", ChatID: slow.ID, Kind: emulator.Hang})
	slow.Says("/start")
	slow.Says("/help")
	require.Eventually(t, func() bool { return len(s.telegram.Calls("sendMessage")) > 0 }, 10*time.Second, 5*time.Millisecond)
	for n := range 3 {
		other := s.person(emulator.Profile{FirstName: fmt.Sprint("другой ", n)})
		other.Says("/start")
		other.AnswerContaining(t, business)
	}
	require.Empty(t, fromBot(slow))
	release()
	require.Contains(t, slow.Answer(t).Text, "Здравствуйте")
	require.Contains(t, slow.Answer(t).Text, "/tasks")
}

func TestAnAnswerThatTelegramDidNotTakeIsTriedAgain(t *testing.T) {
	t.Parallel()
	for _, kind := range []emulator.FaultKind{
		emulator.TooManyRequests, emulator.ServerError, emulator.NotJSON, emulator.BadGateway, emulator.DropBefore, emulator.DropAfter,
	} {
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t), limited)
			s.pause = time.Second
			s.run(t)
			s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: kind, Times: 2})
			olga := s.person(emulator.Profile{})
			olga.Says("/start")
			olga.AnswerContaining(t, business)
			s.telegram.WaitUpdatesConfirmed(t)
			require.Empty(t, s.telegram.LimitViolations())
		})
	}
}

func TestAnUpdateThatFailsBecauseOfItselfIsPutAsideAfterThreeTriesAndCanBeReplayed(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	s.pause = time.Second
	s.run(t)
	release := s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.BadRequest, Description: "can't parse entities"})
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.Says("/language")
	letters := s.deadLetters(t, 2)
	require.Len(t, callsTo(s, olga.ID), 6)
	require.Zero(t, s.telegram.PendingUpdates())
	require.Equal(t, 2, strings.Count(s.log.String(), "An update is put aside"))
	release()
	olga.Says("/help")
	olga.AnswerContaining(t, "/tasks")

	letter := letters[1]
	require.Equal(t, store.FaultRefused, letter.Reason)
	require.Equal(t, 3, letter.Tries)
	require.Contains(t, string(letter.Body), "/start")
	require.Contains(t, letter.Detail, "can't parse entities")
	require.NoError(t, s.ReplayDeadLetter(t.Context(), letter.ID))
	olga.AnswerContaining(t, business)
	require.NoError(t, s.DismissDeadLetter(t.Context(), letters[0].ID))
	s.deadLetters(t, 0)
	olga.ExpectSilence(t)
}

func TestReadySaysWhatKeepsTelegramAwayAndHeals(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		fault emulator.Fault
		words string
	}{
		"forbidden":           {emulator.Fault{Kind: emulator.Forbidden, Description: "x"}, "Telegram"},
		"too many requests":   {emulator.Fault{Kind: emulator.TooManyRequests, RetryAfter: 1}, "asks to wait"},
		"server error":        {emulator.Fault{Kind: emulator.ServerError}, "cannot be reached"},
		"not JSON":            {emulator.Fault{Kind: emulator.NotJSON}, "cannot be reached"},
		"bad gateway":         {emulator.Fault{Kind: emulator.BadGateway}, "cannot be reached"},
		"dropped connections": {emulator.Fault{Kind: emulator.DropBefore}, "cannot be reached"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			s.waitReady(t)
			olga := s.person(emulator.Profile{})
			test.fault.Method = "getUpdates"
			before := len(s.telegram.Calls("getUpdates"))
			release := s.telegram.Fail(test.fault)
			olga.Says("/start") // ends the poll under way
			require.Eventually(t, func() bool {
				err := s.bot.Ready()
				return err != nil && strings.Contains(err.Error(), test.words)
			}, 10*time.Second, 5*time.Millisecond)
			release()
			s.waitReady(t)
			olga.AnswerContaining(t, business)
			require.Less(t, len(s.telegram.Calls("getUpdates"))-before, 15, "it paused between its tries")
		})
	}
}

func TestAWrongTokenIsSaidInWords(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.Token = "123456789:AAwrongwrongwrongwrongwrongwrong" })
	s.run(t)
	require.Eventually(t, func() bool {
		err := s.bot.Ready()
		return err != nil && strings.Contains(err.Error(), "check telegram.token")
	}, 10*time.Second, 5*time.Millisecond)
	require.Eventually(t, func() bool {
		problem, err := s.BotProblem(t.Context())
		return err == nil && problem.Kind == store.BotTokenRefused
	}, 10*time.Second, 5*time.Millisecond, "and written down, for all replicas")
	require.NotContains(t, s.log.String(), "AAwrong")
}

func TestAnotherPollerIsSaidInWords(t *testing.T) {
	t.Parallel()
	first := open(t)
	first.waitReady(t)
	second := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.Token, o.APIURL = first.options.Token, first.options.APIURL })
	second.run(t)
	conflict := func(s *shop) bool {
		err := s.bot.Ready()
		return err != nil && strings.Contains(err.Error(), "another program takes this bot's messages")
	}
	require.Eventually(t, func() bool { return conflict(first) || conflict(second) }, 20*time.Second, 5*time.Millisecond)
}

func TestAWebhookThatSomebodySetIsRemoved(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	setWebhook(t, s, "http://127.0.0.1:1/elsewhere")
	s.run(t)
	olga := s.person(emulator.Profile{})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
}

func setWebhook(t *testing.T, s *shop, address string) {
	t.Helper()
	response, err := http.PostForm(s.telegram.URL()+"/bot"+s.telegram.Token()+"/setWebhook", map[string][]string{"url": {address}})
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	require.Equal(t, http.StatusOK, response.StatusCode)
}

func TestTheWebhookChecksProcessesAndThenAnswers(t *testing.T) {
	t.Parallel()
	s := prepare(t, storetest.SQLite(t))
	var handler http.Handler
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	s.options.Mode, s.options.PublicURL, s.options.WebhookSecret = "webhook", server.URL, "a-secret"
	s.run(t)
	e := echo.New()
	e.POST(bot.WebhookPath, s.bot.Webhook)
	handler = e
	s.waitReady(t)

	olga := s.person(emulator.Profile{})
	s.telegram.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.ServerError, Times: 1})
	olga.Says("/start")
	olga.AnswerContaining(t, business)
	s.telegram.WaitUpdatesConfirmed(t)

	for name, test := range map[string]struct {
		secret, body string
		status       int
	}{
		"no secret":    {"", `{"update_id": 1}`, http.StatusUnauthorized},
		"wrong secret": {"a-secreT", `{"update_id": 1}`, http.StatusUnauthorized},
		"garbage":      {"a-secret", `{"update_id": `, http.StatusBadRequest},
		"nothing new":  {"a-secret", `{"update_id": 1}`, http.StatusOK},
		"too large":    {"a-secret", `{"update_id": 1, "message": {"text": "` + strings.Repeat("x", 2<<20) + `"}}`, http.StatusBadRequest},
	} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+bot.WebhookPath, strings.NewReader(test.body))
		require.NoError(t, err)
		request.Header.Set("X-Telegram-Bot-Api-Secret-Token", test.secret)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Equal(t, test.status, response.StatusCode, name)
	}
}

func TestRequestsAreThoseOfTheBotAPI(t *testing.T) {
	t.Parallel()
	file := filepath.Join("..", "..", "shared", "telegram", "bot-api-10.1.json")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the Bot API as data does not lie beside the checkout")
	}
	spec, err := emulator.LoadSpec(file)
	require.NoError(t, err)
	s := prepare(t, storetest.SQLite(t), func(o *bot.Options) { o.PublicURL = "https://crm.example.com" })
	olga, customer := s.registered(t, 20)
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{Email: "igor@example.com", Password: "correct horse", Role: store.RoleStaff})
	require.NoError(t, err)
	_, err = s.LinkStaff(t.Context(), staff.ID, olga.ID)
	require.NoError(t, err)
	s.run(t)
	olga.Says("/start")
	olga.AnswerContaining(t, "У вас 20 заявок")
	olga.Taps(t, "›")
	olga.Answer(t)
	olga.Taps(t, "№ 5")
	olga.AnswerContaining(t, "Заявка № 5")
	olga.Says("/language")
	olga.Answer(t)
	s.task(t, customer)
	olga.AnswerContaining(t, "Заявка принята")
	stranger := s.person(emulator.Profile{Phone: "+79990000000"})
	stranger.Says("/start")
	stranger.Answer(t)
	methods := map[string]bool{}
	for _, call := range s.telegram.Calls("") {
		methods[call.Method] = true
		params, _ := json.Marshal(call.Params)
		require.NoError(t, spec.Check(call), "%s %s", call.Method, params)
	}
	for _, method := range []string{"getMe", "getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "setMyCommands", "setChatMenuButton", "deleteWebhook"} {
		require.Contains(t, methods, method)
	}
}
