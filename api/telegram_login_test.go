package api_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/api/auth/authtest"
	"zayavka/store/storetest"
)

const testBotToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"

const loginTelegram = `mutation($data: String!) {
	loginTelegram(initData: $data) { success errors token refreshToken user { email } unarchiving }
}`

func withBot(o *api.Options) { o.BotToken = testBotToken }

// initData is what Telegram hands now to the user 7000000001.
func (s *server) initData() string {
	return authtest.SignInitData(testBotToken, authtest.Opened(s.Clock.Now())...)
}

func (s *server) refusesTelegram(data, code, message string) {
	s.t.Helper()
	s.stranger().gives(`{"data": {"loginTelegram": {
		"success": false, "errors": {"nonFieldErrors": [{"message": "`+message+`", "code": "`+code+`"}]},
		"token": null, "refreshToken": null, "user": null, "unarchiving": false
	}}}`, loginTelegram, vars{"data": data})
}

func TestALinkedTelegramAccountLogsIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, withBot)
		staff := s.NewStaff(t)
		anna := s.login(staff)
		s.refusesTelegram(s.initData(), "not_linked", "This Telegram account is not linked to a member of staff. Log in once by email.")
		const link = `mutation($data: String!) { linkTelegram(initData: $data) { user { telegramLinked } } }`
		for range 2 {
			anna.gives(`{"data": {"linkTelegram": {"user": {"telegramLinked": true}}}}`, link, vars{"data": s.initData()})
		}
		s.again(s.NewStaff(t)).fails("Another member of staff has this Telegram account.", `{"code": "CONFLICT", "field": "telegramId"}`,
			link, vars{"data": s.initData()})

		var data struct{ LoginTelegram session }
		s.stranger().into(&data, loginTelegram, vars{"data": s.initData()})
		require.True(t, data.LoginTelegram.Success)
		require.Equal(t, staff.Email, data.LoginTelegram.User.Email)
		member{server: s, token: data.LoginTelegram.Token}.gives(`{"data": {"me": {"id": "1", "telegramLinked": true}}}`, `{ me { id telegramLinked } }`)
		require.True(t, s.refreshes(data.LoginTelegram.RefreshToken).Success)

		anna.gives(`{"data": {"unlinkTelegram": {"user": {"telegramLinked": false}}}}`, `mutation { unlinkTelegram { user { telegramLinked } } }`)
		s.refusesTelegram(s.initData(), "not_linked", "This Telegram account is not linked to a member of staff. Log in once by email.")
	})
}

func TestADisabledMemberDoesNotLogInByTelegram(t *testing.T) {
	s := onSQLite(t, withBot)
	staff := s.NewStaff(t)
	_, err := s.LinkStaff(t.Context(), staff.ID, 7000000001)
	require.NoError(t, err)
	_, err = s.SetStaffActive(t.Context(), staff.ID, false)
	require.NoError(t, err)
	s.refusesTelegram(s.initData(), "not_linked", "This Telegram account is not linked to a member of staff. Log in once by email.")
}

func TestForgedAndOldDataFromTelegramLogsNobodyIn(t *testing.T) {
	s := onSQLite(t, withBot)
	staff := s.NewStaff(t)
	_, err := s.LinkStaff(t.Context(), staff.ID, 7000000001)
	require.NoError(t, err)
	const invalid, expired = "Telegram did not sign this data for this bot. Open the app from the bot again.",
		"This data from Telegram is too old. Open the app from the bot again."
	forged := strings.Replace(s.initData(), "7000000001", "7000000002", 1)
	old := s.initData()
	s.refusesTelegram(forged, "invalid_init_data", invalid)
	s.Clock.Advance(24*time.Hour + time.Second)
	s.refusesTelegram(old, "expired_init_data", expired)
	const link = `mutation($data: String!) { linkTelegram(initData: $data) { user { id } } }`
	anna := s.again(staff)
	anna.fails(invalid, `{"code": "INVALID", "field": "initData"}`, link, vars{"data": forged})
	anna.fails(expired, `{"code": "INVALID", "field": "initData"}`, link, vars{"data": old})
	require.NotContains(t, s.log.String(), testBotToken)

	off := newServer(t, s.Store) // without a bot's token
	off.refusesTelegram(authtest.SignInitData("", authtest.Opened(s.Clock.Now())...), "invalid_init_data", invalid)
}

func TestForgingDataFromTelegramIsLimitedPerAddress(t *testing.T) {
	s := onSQLite(t, withBot)
	_, err := s.LinkStaff(t.Context(), s.NewStaff(t).ID, 7000000001)
	require.NoError(t, err)
	thief := s.stranger()
	thief.address = "203.0.113.7"
	for range 10 {
		thief.gives(`{"data": {"loginTelegram": {"success": false}}}`, `mutation { loginTelegram(initData: "user=%7B%22id%22%3A1%7D&hash=0") { success } }`)
	}
	thief.fails("Too many failed logins. Try again in 90 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 90}`, loginTelegram, vars{"data": "hash=0"})
	thief.gives(`{"data": {"loginTelegram": {"success": true}}}`, // a member at the same address
		`mutation($data: String!) { loginTelegram(initData: $data) { success } }`, vars{"data": s.initData()})
}
