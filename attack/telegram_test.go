package attack

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

const (
	webhookPath  = "/telegram/webhook"
	secretHeader = "X-Telegram-Bot-Api-Secret-Token"
)

// delivers posts an update as Telegram does.
func (s *service) delivers(t *testing.T, update string) int {
	t.Helper()
	response, _ := s.send(t, http.MethodPost, webhookPath, http.Header{secretHeader: {webhookSecret}}, strings.NewReader(update))
	return response.StatusCode
}

// hears waits for what the bot says after a message: on a loaded machine longer than the emulator does.
func hears(t *testing.T, user *emulator.User, after int, part string) (heard emulator.Message) {
	t.Helper()
	require.Eventually(t, func() bool {
		for _, message := range user.Chat() {
			if message.FromBot && message.ID > after && strings.Contains(message.Text, part) {
				heard = message
				return true
			}
		}
		return false
	}, crowdPatience, tick, "%q in %v", part, user.Chat())
	return heard
}

// spaces is a body that does not end.
type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestOnlyTelegramDeliversUpdates(t *testing.T) {
	t.Parallel()
	s := serve(t, "TELEGRAM_MODE=webhook")
	thief := s.telegram.NewUser(emulator.Profile{FirstName: "Вор", Phone: "+79990000001"})
	hears(t, thief, thief.Says("/help").ID, "/tasks")
	said := len(thief.Chat())
	update := fmt.Sprintf(`{"update_id": 7, "message": {"message_id": 99, "date": 1, "from": {"id": %[1]d, "first_name": "Вор"},
		"chat": {"id": %[1]d, "type": "private"}, "contact": {"phone_number": "79170009900", "first_name": "Ольга", "user_id": %[1]d}}}`, thief.ID)
	with := func(secrets ...string) http.Header {
		return http.Header{secretHeader: secrets, "Content-Type": {"application/json"}}
	}
	refused := func(name string, status int, method, path string, header http.Header, body io.Reader) {
		response, _ := s.send(t, method, path, header, body)
		require.Equal(t, status, response.StatusCode, name)
	}
	for name, header := range map[string]http.Header{
		"no secret": {}, "an empty secret": with(""), "another secret": with("x"), "a part of the secret": with(webhookSecret[:10]),
		"more than the secret": with(webhookSecret + "x"), "in capitals": with(strings.ToUpper(webhookSecret)), "after another": with("x", webhookSecret),
		"a list": with(webhookSecret + "," + webhookSecret), "as bearer": {"Authorization": {"Bearer " + webhookSecret}},
		"the bot's token": with(s.telegram.Token()), "under another name": {"X-Telegram-Secret": {webhookSecret}}, "as cookie": {"Cookie": {secretHeader + "=" + webhookSecret}},
	} {
		refused(name, http.StatusUnauthorized, http.MethodPost, webhookPath, header, strings.NewReader(update))
	}
	refused("in the address", http.StatusUnauthorized, http.MethodPost, webhookPath+"?secret_token="+webhookSecret, nil, strings.NewReader(update))
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		refused(method, http.StatusMethodNotAllowed, method, webhookPath, with(webhookSecret), strings.NewReader(update))
	}
	for name, body := range map[string]string{
		"nothing": "", "no JSON": "update_id=7", "half a JSON": `{"update_id": 7`, "a list": "[" + update + "]", "no number": `{"update_id": "7"}`, "null": "null",
		"zero": `{"update_id": 0}`, "two megabytes": update + strings.Repeat(" ", 2<<20), "a bomb": strings.Repeat("[", 1_000_000), "wrong UTF-8": "\xff\xfe{\x00",
	} {
		refused(name, http.StatusBadRequest, http.MethodPost, webhookPath, with(webhookSecret), strings.NewReader(body))
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url(webhookPath), io.LimitReader(spaces{}, 1<<30))
	require.NoError(t, err)
	request.Header = with(webhookSecret)
	if response, err := client.Do(request); err == nil { // the answer may be lost when the connection is cut
		require.Equal(t, http.StatusBadRequest, response.StatusCode)
		_ = response.Body.Close()
	}
	hears(t, thief, thief.Says("/language").ID, "На каком языке")
	require.Len(t, thief.Chat(), said+2, "nothing was done of all that")
	found := s.ask(t, s.login(t, adminEmail).token, `{ customers { totalCount } deadLetters { id } }`)
	require.EqualValues(t, 0, found.at("customers", "totalCount"), found.text)
	require.Empty(t, found.at("deadLetters"))
	polling := serve(t)
	response, _ := polling.send(t, http.MethodPost, webhookPath, with(webhookSecret), strings.NewReader(update))
	require.Equal(t, http.StatusNotFound, response.StatusCode, "who asks Telegram takes nothing from others")
}

// TestAButtonThatTheBotHasNotMadeOpensNothing sends callbacks as a changed client of Telegram can: with any data,
// for any message.
func TestAButtonThatTheBotHasNotMadeOpensNothing(t *testing.T) {
	t.Parallel()
	s := serve(t, "TELEGRAM_MODE=webhook")
	owner := s.login(t, adminEmail)
	thief := s.telegram.NewUser(emulator.Profile{FirstName: "Вор", Phone: "+79990000001"})
	olga := s.telegram.NewUser(emulator.Profile{FirstName: "Ольга", Phone: "+79170009900"})
	for _, user := range []*emulator.User{thief, olga} {
		user.SharesContact()
		hears(t, user, 0, "Теперь сообщения будут приходить сюда")
	}
	create := func(phone, description string) string {
		return s.ask(t, owner.token, `mutation($d: TaskInput!) { createTask(taskData: $d) { task { id } } }`,
			vars{"d": vars{"customerPhone": phone, "description": description}}).word(t, "createTask", "task", "id")
	}
	own, theirs, deleted := create(thief.Phone, "своё"), create(olga.Phone, "тайна Ольги"), create(thief.Phone, "удалённое")
	require.Empty(t, s.ask(t, owner.token, `mutation($id: ID!) { deleteTask(id: $id) { id } }`, vars{"id": deleted}).Errors)
	hears(t, thief, 0, "своё")
	hears(t, olga, 0, "тайна Ольги")
	list := hears(t, thief, thief.Says("?").ID, "У вас 1 заявка")
	require.NotEmpty(t, list.Buttons)
	real := list.Buttons[0][0].CallbackData
	require.Contains(t, real, own)
	theirMessage := olga.Chat()[len(olga.Chat())-1].ID

	datas := []string{strings.ReplaceAll(real, own, theirs), strings.ReplaceAll(real, own, deleted), "", "\f", "\ftask", "\ftask|", "task|" + theirs, "\ftask|" + theirs + "|0",
		"\ftask|" + theirs + "|-1", "\ftask|" + theirs + "|99999999999999999999", "\ftask|-1", "\ftask|0", "\ftask|9223372036854775808", "\ftask|1 OR 1=1", "\ftask|%", "\ftask|\x00",
		"\fpage|-1", "\fpage|" + theirs, "\fpage|9223372036854775807", "\flanguage|xx", "\flanguage|<b>", "\flanguage|", "\fnothing|1", "\ftask|" + strings.Repeat("9", 65),
		strings.Repeat("x", 65), strings.Repeat("\ftask|", 2000), strings.Repeat("я", 100_000), "\ftask|" + theirs + "\n", "\fTASK|" + theirs, "/start", "\ftasks|" + theirs, "\u202e\ftask|" + theirs}
	n := 0
	for at, data := range datas {
		messages := []string{
			fmt.Sprintf(`"message": {"message_id": %d, "date": 1, "chat": {"id": %d, "type": "private"}}`, list.ID, thief.ID),
			fmt.Sprintf(`"message": {"message_id": %d, "date": 1, "chat": {"id": %d, "type": "private"}}`, theirMessage, olga.ID),
			fmt.Sprintf(`"message": {"message_id": %d, "date": 0, "chat": {"id": %d, "type": "private"}}`, int64(1<<40), thief.ID),
			`"inline_message_id": "x"`, `"game_short_name": "x"`,
		}
		if !*full && at > 2 { // each of the others is answered by a message, and a chat gets one a second
			messages = messages[:1]
		}
		for _, message := range messages {
			n++
			encoded, err := json.Marshal(data)
			require.NoError(t, err)
			update := fmt.Sprintf(`{"update_id": %d, "callback_query": {"id": "%d", "from": {"id": %d, "first_name": "Вор"}, %s, "data": %s}}`, n, n, thief.ID, message, encoded)
			require.Equal(t, http.StatusOK, s.delivers(t, update), "%q", data)
		}
	}
	// Updates of one chat are processed in their order: this answer comes after all of those.
	hears(t, thief, thief.Says("/help").ID, "/language")
	for _, message := range thief.Chat() {
		require.NotContains(t, message.Text, "тайна")
		require.NotContains(t, fmt.Sprint(message.Buttons), "|"+theirs)
	}
	for _, call := range s.telegram.Calls("") {
		if strings.Contains(fmt.Sprint(call), "тайна") {
			require.Contains(t, fmt.Sprint(call), fmt.Sprint(olga.ID), "to nobody but her")
		}
	}
	require.Contains(t, olga.Chat()[len(olga.Chat())-1].Text, "тайна Ольги", "her message is as it was")
	require.Equal(t, theirMessage, olga.Chat()[len(olga.Chat())-1].ID)
	letters := s.ask(t, owner.token, `{ deadLetters { reason detail } }`)
	require.Empty(t, letters.at("deadLetters"), letters.text)
	require.NotEmpty(t, bytes.TrimSpace([]byte(real)))
}
