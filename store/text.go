package store

import (
	"net/mail"
	"strings"
	"unicode/utf8"
)

// Longest texts taken, in characters.
const (
	MaxName        = 200
	MaxDescription = 10_000
	MaxEmail       = 254 // RFC 5321
	MaxExternalID  = 200
)

// cleanText trims what people typed and refuses what the databases cannot hold.
func cleanText(field, text string, longest int) (string, error) {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if strings.ContainsRune(text, 0) {
		return "", errInvalid(field, "The text contains a zero character. Remove it.")
	}
	if utf8.RuneCountInString(text) > longest {
		return "", errInvalid(field, "The text is too long: at most %d characters.", longest)
	}
	return text, nil
}

// cleanEmail returns the address as written and the key by which it is unique.
func cleanEmail(email string) (written, key string, err error) {
	email, err = cleanText("email", email, MaxEmail)
	if err != nil {
		return "", "", err
	}
	address, err := mail.ParseAddress(email)
	if err != nil || address.Address != email {
		return "", "", errInvalid("email", "Enter a valid email address.")
	}
	return email, emailKey(email), nil
}

// emailKey is what is looked up; what the databases cannot hold is an email that nobody has.
func emailKey(email string) string {
	return strings.ToLower(strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(email, "\uFFFD"), "\x00", "\uFFFD")))
}

// truncate keeps the first longest characters.
func truncate(text string, longest int) string {
	characters := []rune(text)
	return string(characters[:min(len(characters), longest)])
}
