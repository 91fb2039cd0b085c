package emulator_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	tele "gopkg.in/telebot.v3"

	"zayavka/bot/emulator"
)

// attempt sends "hello" and returns the answer as it is, or the failure of the connection.
func attempt(t *testing.T, ctx context.Context, srv *emulator.Server, chatID int64) (status int, body string, err error) {
	t.Helper()
	form := strings.NewReader("text=hello&chat_id=" + tele.ChatID(chatID).Recipient())
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, srv.URL()+"/bot"+srv.Token()+"/sendMessage", form)
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := client(t).Do(req)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	read, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, string(read), nil
}

func TestFaultsAnswerAsTelegramFails(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	for _, tc := range []struct {
		fault  emulator.Fault
		status int
		body   string
	}{
		{emulator.Fault{Kind: emulator.TooManyRequests, RetryAfter: 7}, 429,
			`{"description":"Too Many Requests: retry after 7","error_code":429,"ok":false,"parameters":{"retry_after":7}}`},
		{emulator.Fault{Kind: emulator.Forbidden}, 403,
			`{"description":"Forbidden: bot was blocked by the user","error_code":403,"ok":false}`},
		{emulator.Fault{Kind: emulator.BadRequest, Description: "CHAT_RESTRICTED"}, 400,
			`{"description":"Bad Request: CHAT_RESTRICTED","error_code":400,"ok":false}`},
		{emulator.Fault{Kind: emulator.ServerError}, 500,
			`{"description":"Internal Server Error","error_code":500,"ok":false}`},
		{emulator.Fault{Kind: emulator.NotJSON}, 200, "<html>"},
		{emulator.Fault{Kind: emulator.BadGateway}, 502, "<html>"},
	} {
		remove := srv.Fail(tc.fault)
		status, body, err := attempt(t, t.Context(), srv, anna.ID)
		remove()
		require.NoError(t, err)
		require.Equal(t, tc.status, status)
		require.Contains(t, body, tc.body)
		calls := srv.Calls("sendMessage")
		require.Equal(t, tc.status, calls[len(calls)-1].Status)
	}
	require.Empty(t, anna.Chat())
}

func TestADroppedConnectionMayComeBeforeOrAfterTheMessage(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	srv.Fail(emulator.Fault{Kind: emulator.DropBefore, Times: 1})
	_, _, err := attempt(t, t.Context(), srv, anna.ID)
	require.Error(t, err)
	require.Empty(t, anna.Chat())

	srv.Fail(emulator.Fault{Kind: emulator.DropAfter, Times: 1})
	_, _, err = attempt(t, t.Context(), srv, anna.ID)
	require.Error(t, err)
	require.Len(t, anna.Chat(), 1)
}

func TestAHangLastsUntilTheClientGoesOrTheFaultIsRemoved(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna := srv.NewUser(emulator.Profile{})
	remove := srv.Fail(emulator.Fault{Kind: emulator.Hang})
	impatient, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, _, err := attempt(t, impatient, srv, anna.ID)
	require.ErrorIs(t, err, context.DeadlineExceeded)

	ended := make(chan error, 1)
	go func() {
		_, _, err := attempt(t, t.Context(), srv, anna.ID)
		ended <- err
	}()
	waitForCalls(t, srv, "sendMessage", 2)
	remove()
	require.Error(t, <-ended)
	require.Empty(t, anna.Chat())
}

func TestAFaultStrikesItsMethodAndChatAsOftenAsItSays(t *testing.T) {
	srv := start(t, emulator.Options{})
	anna, boris := srv.NewUser(emulator.Profile{}), srv.NewUser(emulator.Profile{})
	srv.Fail(emulator.Fault{Method: "sendMessage", ChatID: anna.ID, Kind: emulator.ServerError, Times: 2})
	require.True(t, call(t, srv, "sendChatAction", params{"chat_id": anna.ID, "action": "typing"}).OK)
	require.True(t, call(t, srv, "sendMessage", params{"chat_id": boris.ID, "text": "a"}).OK)
	for _, ok := range []bool{false, false, true} {
		require.Equal(t, ok, call(t, srv, "sendMessage", params{"chat_id": anna.ID, "text": "a"}).OK)
	}
}

func TestAFaultWithAProbabilityFollowsTheSeed(t *testing.T) {
	outcomes := func(seed uint64) (failed []bool) {
		srv := start(t, emulator.Options{Seed: seed})
		srv.Fail(emulator.Fault{Kind: emulator.ServerError, Probability: 0.5})
		for range 40 {
			failed = append(failed, call(t, srv, "getMe", nil).Status == 500)
		}
		return failed
	}
	one := outcomes(1)
	require.Contains(t, one, true)
	require.Contains(t, one, false)
	require.Equal(t, one, outcomes(1))
	require.NotEqual(t, one, outcomes(2))
}
