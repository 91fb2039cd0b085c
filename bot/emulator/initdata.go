package emulator

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// InitData is what Telegram hands to a Mini App that this person opens, signed with the bot's token
// (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app). An empty startParam:
// the app was opened without one.
func (u *User) InitData(startParam string) string {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	user, err := json.Marshal(u.api())
	if err != nil {
		panic(fmt.Sprintf("emulator: encode user: %v", err)) // our own types always encode
	}
	fields := map[string]string{
		"auth_date": strconv.FormatInt(s.options.Clock().Unix(), 10),
		"query_id":  fmt.Sprintf("AAH%016x", s.random.Uint64()),
		"signature": strings.Repeat("A", 86), // Telegram's own key signs here, for third parties
		"user":      string(user),
	}
	if startParam != "" {
		fields["start_param"] = startParam
	}
	var lines []string
	values := url.Values{}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		lines = append(lines, name+"="+fields[name])
		values.Set(name, fields[name])
	}
	secret := hmacSHA256([]byte("WebAppData"), s.options.Token)
	values.Set("hash", hex.EncodeToString(hmacSHA256(secret, strings.Join(lines, "\n"))))
	return values.Encode()
}

func hmacSHA256(key []byte, message string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return mac.Sum(nil)
}
