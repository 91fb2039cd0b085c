package auth

import (
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/api/auth/authtest"
)

const botToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"

func TestInitDataOfTelegramIsTaken(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for name, data := range map[string]string{
		"fresh":                  authtest.SignInitData(botToken, authtest.Opened(now)...),
		"a day old":              authtest.SignInitData(botToken, authtest.Opened(now.Add(-24*time.Hour))...),
		"by a clock just ahead":  authtest.SignInitData(botToken, authtest.Opened(now.Add(time.Minute))...),
		"with a start parameter": authtest.SignInitData(botToken, authtest.Opened(now, "start_param=task_123")...),
		"with fields to come":    authtest.SignInitData(botToken, authtest.Opened(now, "chat_type=private", "zeta=", "Alpha=1")...),
	} {
		id, err := readInitData(data, botToken, now)
		require.NoError(t, err, name)
		require.EqualValues(t, int64(7000000001), id, name)
	}
}

func TestInitDataThatIsNotTelegramsIsRefused(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	genuine := authtest.SignInitData(botToken, authtest.Opened(now)...)
	values, err := url.ParseQuery(genuine)
	require.NoError(t, err)
	changed := func(name, value string) string {
		copied := url.Values{}
		for field, v := range values {
			copied[field] = v
		}
		copied.Set(name, value)
		return copied.Encode()
	}
	without := func(name string) string {
		copied := url.Values{}
		for field, v := range values {
			if field != name {
				copied[field] = v
			}
		}
		return copied.Encode()
	}
	onlyUser := func(user string) string {
		return authtest.SignInitData(botToken, "user="+user, "auth_date="+strconv.FormatInt(now.Unix(), 10))
	}
	hash := values.Get("hash")
	for name, data := range map[string]string{
		"nothing":                    "",
		"no query":                   "%zz",
		"a semicolon":                genuine + ";a=b",
		"another person":             changed("user", strings.Replace(values.Get("user"), "7000000001", "7000000002", 1)),
		"another date":               changed("auth_date", strconv.FormatInt(now.Add(-time.Second).Unix(), 10)),
		"another signature":          changed("signature", "A"),
		"a field more":               genuine + "&start_param=task_1",
		"a field less":               without("query_id"),
		"signature left out":         without("signature"),
		"no hash":                    without("hash"),
		"an empty hash":              changed("hash", ""),
		"another hash":               changed("hash", strings.Repeat("0", 64)),
		"a cut hash":                 changed("hash", hash[:63]),
		"a hash in capitals":         changed("hash", strings.ToUpper(hash)),
		"two users":                  genuine + "&user=" + url.QueryEscape(`{"id":1}`),
		"the same user twice":        genuine + "&user=" + url.QueryEscape(values.Get("user")),
		"two hashes":                 genuine + "&hash=" + hash,
		"another bot's":              authtest.SignInitData("110201543:another", authtest.Opened(now)...),
		"signed with no token":       authtest.SignInitData("", authtest.Opened(now)...),
		"signed with the bare token": strings.Replace(genuine, hash, hex.EncodeToString(hmacSHA256([]byte(botToken), "x")), 1),
		"lines run together":         changed("auth_date", values.Get("auth_date")+"\nquery_id="+values.Get("query_id")),
		"from the future":            authtest.SignInitData(botToken, authtest.Opened(now.Add(61*time.Second))...),
		"from the far future":        authtest.SignInitData(botToken, "user={\"id\":1}", "auth_date=9223372036854775807"),
		"no date":                    authtest.SignInitData(botToken, `user={"id":7000000001}`),
		"a date that is none":        authtest.SignInitData(botToken, `user={"id":7000000001}`, "auth_date=today"),
		"no user":                    authtest.SignInitData(botToken, "auth_date="+strconv.FormatInt(now.Unix(), 10)),
		"a user that is none":        onlyUser("7000000001"),
		"a user without an id":       onlyUser(`{"first_name":"Анна"}`),
		"a negative id":              onlyUser(`{"id":-1}`),
		"an id beyond numbers":       onlyUser(`{"id":99999999999999999999}`),
	} {
		_, err := readInitData(data, botToken, now)
		require.ErrorIs(t, err, ErrInitDataInvalid, name)
	}
	for name, data := range map[string]string{
		"too old":    authtest.SignInitData(botToken, authtest.Opened(now.Add(-24*time.Hour-time.Second))...),
		"very old":   authtest.SignInitData(botToken, authtest.Opened(time.Unix(0, 0))...),
		"before all": authtest.SignInitData(botToken, `user={"id":7000000001}`, "auth_date=-1"),
	} {
		_, err := readInitData(data, botToken, now)
		require.ErrorIs(t, err, ErrInitDataExpired, name)
	}
}

func TestWithoutABotTokenNoInitDataIsTaken(t *testing.T) {
	now := time.Now()
	_, err := readInitData(authtest.SignInitData("", authtest.Opened(now)...), "", now)
	require.ErrorIs(t, err, ErrInitDataInvalid)
}
