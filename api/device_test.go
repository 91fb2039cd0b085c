package api_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api"
	"zayavka/store"
	"zayavka/store/storetest"
)

// deviceOf logs in and gives the token of that device; present is the one that it had, "" for none.
func (s *server) deviceOf(staff store.Staff, present string) string {
	s.t.Helper()
	var data struct{ Login struct{ DeviceToken string } }
	member{server: s, device: present, address: "192.0.2.50"}.into(&data, `mutation($email: String, $password: String!) {
		login(email: $email, password: $password) { deviceToken }
	}`, vars{"email": staff.Email, "password": storetest.Password})
	require.NotEmpty(s.t, data.Login.DeviceToken)
	return data.Login.DeviceToken
}

func TestWhateverLogsInTellsTheDevicesToken(t *testing.T) {
	s := onSQLite(t, withBot, func(o *api.Options) { o.OpenRegistration = true })
	staff := s.NewStaff(t)
	_, err := s.LinkStaff(t.Context(), staff.ID, 7000000001)
	require.NoError(t, err)
	device := s.deviceOf(staff, "")
	require.NotEqual(t, device, s.deviceOf(staff, ""), "another device")
	require.Equal(t, device, s.deviceOf(staff, device), "the same device")
	require.NotEqual(t, device, s.deviceOf(s.NewStaff(t), device), "another account")
	require.NotEqual(t, "x", s.deviceOf(staff, "x"))
	require.Equal(t, device, s.deviceOf(staff, s.deviceOf(s.NewStaff(t), "")+",x,"+device), "one that several people share")

	here := member{server: s, device: device}
	here.gives(fmt.Sprintf(`{"data": {"loginTelegram": {"deviceToken": %q}}}`, device),
		`mutation($data: String!) { loginTelegram(initData: $data) { deviceToken } }`, vars{"data": s.initData()})
	here.gives(fmt.Sprintf(`{"data": {"refreshToken": {"deviceToken": %q}}}`, device),
		`mutation($token: String!) { refreshToken(refreshToken: $token) { deviceToken } }`, vars{"token": s.startsSession(staff).RefreshToken})
	here.gives(`{"data": {"login": {"deviceToken": null}}}`,
		`mutation { login(email: "nobody@example.com", password: "wrong horse battery") { deviceToken } }`)
	var data struct{ Register struct{ DeviceToken string } }
	s.stranger().into(&data, `mutation { register(email: "new@example.com", password1: "correct horse battery", password2: "correct horse battery") { deviceToken } }`)
	require.NotEmpty(t, data.Register.DeviceToken)
}

func TestNobodyKeepsAKnownOwnerOut(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *storetest.Store) {
		s := newServer(t, db, withBot)
		owner, other := s.NewStaff(t), s.NewStaff(t)
		device, another := s.deviceOf(owner, ""), s.deviceOf(other, "")
		s.Clock.Advance(time.Hour)
		thief := s.stranger()
		guesses := 0
		guess := func(device string) {
			thief.device = device
			got := thief.call(loginWanted, vars{"email": owner.Email, "password": "wrong horse battery"})
			guesses += strings.Count(got.body, `"success":false`)
		}
		for second := range 20 { // of 33 tries each
			for try := range 33 {
				thief.address = []string{"203.0.113.7", fmt.Sprintf("10.9.%d.%d, 203.0.113.7", second, try), "junk"}[try%3]
				switch try % 11 {
				case 0:
					thief.call(`mutation { loginTelegram(initData: "hash=0") { success } }`, nil)
				case 1:
					guess(another)
				case 2:
					guess(fmt.Sprint("junk", rand.Int()))
				default:
					guess("")
				}
			}
			s.Clock.Advance(time.Second)
		}
		require.LessOrEqual(t, guesses, 10, "as documented")
		thief.fails("Too many failed logins. Try again in 70 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 70}`, loginWanted,
			vars{"email": owner.Email, "password": storetest.Password})
		home := member{server: s, address: "203.0.113.7", device: device}
		home.gives(`{"data": {"login": {"success": true}}}`, loginWanted, vars{"email": owner.Email, "password": storetest.Password})
	})
}

const loginWanted = `mutation($email: String, $password: String!) { login(email: $email, password: $password) { success } }`

func TestAStolenDeviceTokenIsABucketAndNothingElse(t *testing.T) {
	s := onSQLite(t)
	owner := s.NewStaff(t)
	thief := member{server: s, device: s.deviceOf(owner, "")}
	thief.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
	member{server: s, token: thief.device}.fails("You need to be logged in.", `{"code": "UNAUTHENTICATED"}`, `{ me { id } }`)
	s.refusesToRefresh(thief.device)
	for range 10 {
		thief.gives(`{"data": {"login": {"success": false}}}`, loginWanted, vars{"email": owner.Email, "password": "wrong horse battery"})
	}
	thief.fails("Too many failed logins. Try again in 90 seconds.", `{"code": "RATE_LIMITED", "retryAfter": 90}`,
		loginWanted, vars{"email": owner.Email, "password": storetest.Password})
}
