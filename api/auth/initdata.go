package auth

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"zayavka/store"
)

// How old initData may be, and how far Telegram's clock may be ahead of ours.
const (
	initDataAge  = 24 * time.Hour
	initDataSkew = time.Minute
)

// Why initData is not taken.
var (
	ErrInitDataInvalid = errInitData("Telegram did not sign this data for this bot. Open the app from the bot again.")
	ErrInitDataExpired = errInitData("This data from Telegram is too old. Open the app from the bot again.")
)

func errInitData(message string) error {
	return &store.Error{Code: store.Invalid, Field: "initData", Message: message}
}

// TelegramID gives the Telegram account that has opened the Mini App, from the data that Telegram signed
// with the bot's token. It fails with ErrInitDataInvalid or ErrInitDataExpired.
func (s *Service) TelegramID(initData string) (int64, error) {
	return readInitData(initData, s.botToken, s.clock())
}

// readInitData checks and reads the data.
// See https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
func readInitData(data, botToken string, now time.Time) (telegramID int64, err error) {
	fields, err := url.ParseQuery(data)
	if err != nil || botToken == "" {
		return 0, ErrInitDataInvalid
	}
	var lines []string
	for name, values := range fields {
		if len(values) != 1 {
			return 0, ErrInitDataInvalid // which of them is meant is anybody's guess
		}
		if name != "hash" { // alone: signature is signed too
			lines = append(lines, name+"="+values[0])
		}
	}
	slices.Sort(lines)
	secret := hmacSHA256([]byte("WebAppData"), botToken)
	signature := hex.EncodeToString(hmacSHA256(secret, strings.Join(lines, "\n")))
	if !hmac.Equal([]byte(signature), []byte(fields.Get("hash"))) {
		return 0, ErrInitDataInvalid
	}
	signed, err := strconv.ParseInt(fields.Get("auth_date"), 10, 48) // what time.Unix can hold
	if err != nil {
		return 0, ErrInitDataInvalid
	}
	switch age := now.Sub(time.Unix(signed, 0)); {
	case age > initDataAge:
		return 0, ErrInitDataExpired
	case age < -initDataSkew:
		return 0, ErrInitDataInvalid
	}
	var user struct{ ID int64 }
	if err := json.Unmarshal([]byte(fields.Get("user")), &user); err != nil || user.ID <= 0 {
		return 0, ErrInitDataInvalid
	}
	return user.ID, nil
}

func hmacSHA256(key []byte, message string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return mac.Sum(nil)
}
