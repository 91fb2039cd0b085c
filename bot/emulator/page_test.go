package emulator_test

import (
	"bufio"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

func TestThePageRunsNothingButItsOwnFiles(t *testing.T) {
	srv := start(t, emulator.Options{MiniAppURL: "http://127.0.0.1:8080/app/?x=1"})
	page, body := get(t, srv.URL()+"/")
	require.Equal(t, http.StatusOK, page.status)
	policy := page.header.Get("Content-Security-Policy")
	require.Contains(t, policy, "default-src 'none'; script-src 'self'; style-src 'self'")
	require.Contains(t, policy, "frame-src http://127.0.0.1:8080")
	require.NotContains(t, policy, "unsafe")
	require.NotRegexp(t, `<script>|style="| on\w+="`, body)
	for _, file := range regexp.MustCompile(`(?:src|href)="(/page/[^"#]+)`).FindAllStringSubmatch(body, -1) {
		asset, _ := get(t, srv.URL()+file[1])
		require.Equal(t, http.StatusOK, asset.status, file[1])
	}
	require.NotContains(t, body, srv.Token())
}

func TestThePageSaysEverythingInRussianAndInEnglish(t *testing.T) {
	read := func(language string) map[string]string {
		raw, err := os.ReadFile(filepath.Join("page", "texts."+language+".json"))
		require.NoError(t, err)
		var texts map[string]string
		require.NoError(t, json.Unmarshal(raw, &texts))
		return texts
	}
	ru, en := read("ru"), read("en")
	require.Equal(t, slices.Sorted(maps.Keys(ru)), slices.Sorted(maps.Keys(en)))
	placeholders := regexp.MustCompile(`\{\w+\}`)
	for key := range ru {
		require.ElementsMatch(t, placeholders.FindAllString(ru[key], -1), placeholders.FindAllString(en[key], -1), key)
		require.NotContains(t, ru[key]+en[key], "!", key)
	}

	used := regexp.MustCompile(`\bt\("([^"]+)"|data-(?:text|label|placeholder)="([^"]+)"`)
	files, err := filepath.Glob("page/*.[hj]*")
	require.NoError(t, err)
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, match := range used.FindAllStringSubmatch(string(source), -1) {
			require.Contains(t, ru, match[1]+match[2], file)
		}
	}
}

func TestThePageIsToldOfEveryChange(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{FirstName: "Анна"})
	call(t, srv, "setMyCommands", params{"commands": []params{{"command": "start", "description": "Начать"}}, "language_code": "ru"})
	events := watch(t, srv, anna.ID)
	events.until(t, `"commands":[{"command":"start","description":"Начать"}]`)

	post(t, srv, fmt.Sprintf("/emulator/users/%d/say", anna.ID), params{"text": "привет"})
	events.until(t, `"text":"привет"`)
	require.Equal(t, []string{"привет"}, texts(updates(t, srv, nil)))

	keyboard := params{"keyboard": [][]params{{{"text": "Телефон", "request_contact": true}}}}
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "Кто вы?", "reply_markup": keyboard})
	events.until(t, `"rows":[[{"text":"Телефон","request_contact":true}]]`)
	call(t, srv, "sendChatAction", params{"chat_id": anna.ID, "action": "typing"})
	events.until(t, `"typing_for":5000`)
}

func TestATapOnThePageShowsWhatTheBotAnswers(t *testing.T) {
	srv := start(t, emulator.Options{})
	bot := runBot(t, srv, func(b *tele.Bot) {
		b.Handle("\fopen", func(c tele.Context) error { return c.Respond(&tele.CallbackResponse{Text: "Готово"}) })
	})
	anna := srv.NewUser(emulator.Profile{})
	menu := &tele.ReplyMarkup{}
	menu.Inline(menu.Row(menu.Data("Открыть", "open")))
	sent, err := bot.Send(tele.ChatID(anna.ID), "a", menu)
	require.NoError(t, err)

	tap := fmt.Sprintf("/emulator/users/%d/tap", anna.ID)
	require.JSONEq(t, `{"text":"Готово"}`, post(t, srv, tap, params{"message": sent.ID, "row": 0, "column": 0}))
	require.JSONEq(t, `null`, post(t, srv, tap, params{"message": sent.ID, "row": 7, "column": 0}), "the button is there no more")
}

func TestThePageCanDoWhatAPersonCan(t *testing.T) {
	srv := start(t, emulator.Options{})
	var made struct{ ID int64 }
	require.NoError(t, json.Unmarshal([]byte(post(t, srv, "/emulator/users", params{"name": "Илья", "phone": "+79001112233", "language": "ru"})), &made))
	act := func(action string, p params) { post(t, srv, fmt.Sprintf("/emulator/users/%d/%s", made.ID, action), p) }
	act("say", params{"text": "one"})
	act("edit", params{"message": 1, "text": "two"})
	for _, kind := range []string{"contact", "sticker", "photo", "voice", "location"} {
		act("send", params{"kind": kind})
	}
	act("language", params{"language": "en"})
	act("block", params{"blocked": true})
	got := updates(t, srv, nil)
	require.Len(t, got, 8)
	require.Equal(t, "two", got[1].EditedMessage.Text)
	require.Equal(t, "79001112233", got[2].Message.Contact.PhoneNumber)
	require.Equal(t, "en", got[7].MyChatMember.Sender.LanguageCode)

	photo, picture := get(t, srv.URL()+"/emulator/files/"+got[4].Message.Photo.FileID)
	require.Equal(t, "image/png", photo.header.Get("Content-Type"))
	require.NotEmpty(t, picture)
	voice, _ := get(t, srv.URL()+"/emulator/files/"+got[5].Message.Voice.FileID)
	require.Equal(t, "audio/ogg", voice.header.Get("Content-Type"))
	missing, _ := get(t, srv.URL()+"/emulator/files/AgAC")
	require.Equal(t, http.StatusNotFound, missing.status)
}

func TestAnotherSiteCannotActForACustomer(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost,
		fmt.Sprintf("%s/emulator/users/%d/say", srv.URL(), anna.ID), strings.NewReader(`{"text":"a"}`))
	require.NoError(t, err)
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	req.Header.Set("Origin", "https://example.com")
	resp, err := client(t).Do(req)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusForbidden, resp.StatusCode)
	require.Empty(t, anna.Chat())
}

func TestInitDataIsSignedAsTelegramSignsIt(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{FirstName: "Анна & Ко"})
	data, err := url.ParseQuery(anna.InitData("task_123"))
	require.NoError(t, err)
	require.Equal(t, "task_123", data.Get("start_param"))
	require.Contains(t, data.Get("user"), `"id":5000000001`)

	hash := data.Get("hash")
	data.Del("hash")
	var lines []string
	for name := range data {
		lines = append(lines, name+"="+data.Get(name))
	}
	sort.Strings(lines)
	sign := func(key []byte, message string) []byte {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(message))
		return mac.Sum(nil)
	}
	secret := sign([]byte("WebAppData"), srv.Token())
	require.Equal(t, hex.EncodeToString(sign(secret, strings.Join(lines, "\n"))), hash)
}

// head is what comes before the body of an answer.
type head struct {
	status int
	header http.Header
}

func get(t *testing.T, address string) (head, string) {
	t.Helper()
	resp, err := client(t).Get(address)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return head{resp.StatusCode, resp.Header}, string(body)
}

// post does what the page does for a customer and returns the answer.
func post(t *testing.T, srv *emulator.Server, path string, p params) string {
	t.Helper()
	body, err := json.Marshal(p)
	require.NoError(t, err)
	resp, err := client(t).Post(srv.URL()+path, "application/json", strings.NewReader(string(body)))
	require.NoError(t, err)
	defer resp.Body.Close()
	answered, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode, string(answered))
	return string(answered)
}

// stream is what the page listens to.
type stream struct{ lines *bufio.Scanner }

func watch(t *testing.T, srv *emulator.Server, customer int64) stream {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/emulator/events?user=%d", srv.URL(), customer), nil)
	require.NoError(t, err)
	resp, err := client(t).Do(req)
	require.NoError(t, err)
	t.Cleanup(func() { _ = resp.Body.Close() })
	return stream{bufio.NewScanner(resp.Body)}
}

// until reads up to a state that contains part.
func (s stream) until(t *testing.T, part string) {
	t.Helper()
	for s.lines.Scan() {
		if strings.Contains(s.lines.Text(), part) {
			return
		}
	}
	t.Fatalf("the page was not told of %s: %v", part, s.lines.Err())
}
