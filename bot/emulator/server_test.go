package emulator_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
)

func TestOnlyTheBotsOwnTokenOpensTheServer(t *testing.T) {
	srv := start(t, emulator.Options{})
	for path, status := range map[string]int{
		"/bot" + srv.Token() + "/getMe":                                         200,
		"/bot" + srv.Token() + "/GETME":                                         200,
		"/bot" + srv.Token() + "/getEverything":                                 404,
		"/bot123456789:AAsomebodyelsestokensomebodyelse/getMe":                  401,
		"/botnonsense/getMe":                                                    404,
		"/file/bot123456789:AAsomebodyelsestokensomebodyelse/photos/file_0.png": 401,
		"/file/bot" + srv.Token() + "/photos/file_0.png":                        404,
	} {
		resp, err := client(t).Get(srv.URL() + path)
		require.NoError(t, err)
		require.Equal(t, status, decode(t, resp).Status, path)
	}
}

func TestATokenThatCannotBeOneIsRefusedAtTheStart(t *testing.T) {
	_, err := emulator.Start(emulator.Options{Token: "secret"})
	require.Error(t, err)
	require.NotContains(t, err.Error(), "secret")
}

func TestParametersComeInEveryFormThatClientsUse(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	method := srv.URL() + "/bot" + srv.Token() + "/sendMessage"
	id := url.Values{"chat_id": {"5000000001"}, "text": {"a"}}

	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	require.NoError(t, parts.WriteField("chat_id", "5000000001"))
	require.NoError(t, parts.WriteField("text", "a"))
	require.NoError(t, parts.Close())

	for name, send := range map[string]func() (*http.Response, error){
		"query":      func() (*http.Response, error) { return client(t).Get(method + "?" + id.Encode()) },
		"urlencoded": func() (*http.Response, error) { return client(t).PostForm(method, id) },
		"multipart":  func() (*http.Response, error) { return client(t).Post(method, parts.FormDataContentType(), &form) },
		"JSON": func() (*http.Response, error) {
			return client(t).Post(method, "application/json", strings.NewReader(`{"chat_id":5000000001,"text":"a"}`))
		},
	} {
		resp, err := send()
		require.NoError(t, err)
		require.True(t, decode(t, resp).OK, name)
	}
	require.Len(t, anna.Chat(), 4)

	resp, err := client(t).Post(method, "application/json", strings.NewReader(`{`))
	require.NoError(t, err)
	require.Equal(t, http.StatusBadRequest, decode(t, resp).Status)
}

func TestCallsAreRecordedWithTheirParametersAndStatus(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a", "disable_notification": true, "reply_markup": params{"remove_keyboard": true}})
	call(t, srv, "getMe", nil)
	call(t, srv, "sendMessage", params{"chat_id": 1, "text": "b"})

	require.Len(t, srv.Calls(""), 3)
	calls := srv.Calls("sendMessage")
	require.Equal(t, map[string]string{
		"chat_id": "5000000001", "text": "a", "disable_notification": "true", "reply_markup": `{"remove_keyboard":true}`,
	}, calls[0].Params)
	require.Equal(t, anna.ID, calls[0].ChatID)
	require.Equal(t, []int{200, 400}, []int{calls[0].Status, calls[1].Status})
}
