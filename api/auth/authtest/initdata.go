// Package authtest plays Telegram for tests: it signs what Telegram would sign.
package authtest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// SignInitData makes initData of "name=value" fields as Telegram does, in their order.
func SignInitData(token string, fields ...string) string {
	sorted := slices.Sorted(slices.Values(fields))
	hash := hex.EncodeToString(signed(signed([]byte("WebAppData"), token), strings.Join(sorted, "\n")))
	values := []string{}
	for _, field := range append(fields, "hash="+hash) {
		name, value, _ := strings.Cut(field, "=")
		values = append(values, url.QueryEscape(name)+"="+url.QueryEscape(value))
	}
	return strings.Join(values, "&")
}

// Opened are the fields with which Telegram opens the Mini App for user 7000000001.
func Opened(at time.Time, more ...string) []string {
	return append([]string{
		"query_id=AAHdF6IQAAAAAN0XohDhrOrc",
		`user={"id":7000000001,"first_name":"Анна & Ко","last_name":"=%3D\n","language_code":"ru"}`,
		"auth_date=" + strconv.FormatInt(at.Unix(), 10),
		"signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ",
	}, more...)
}

func signed(key []byte, message string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return mac.Sum(nil)
}
