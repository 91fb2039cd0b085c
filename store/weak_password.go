package store

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The rule follows https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver: a password is refused that
// is on a list of those that leaked, that repeats or runs on, or that is made of the account's own email.
// A list in the program's text costs no memory until it is searched, and no time at the start.

//go:embed common_passwords.txt
var commonPasswords string

// leastSurprise is how many characters of a password must not follow from those before them, in the whole
// of it and beside what is guessed first: a common word or a part of the email.
const leastSurprise = 5

// Why a password is refused, in the words of the forms that clients know.
const (
	passwordTooShort = "password_too_short"
	passwordNumeric  = "password_entirely_numeric"
	passwordCommon   = "password_too_common"
	passwordSimilar  = "password_too_similar"
)

// checkNewPassword is Invalid for a password that cannot serve for the account with this email.
func checkNewPassword(password, email string) error {
	lower := strings.ToLower(password)
	repeated := []rune(lower)
	repeated = repeated[:period(repeated)]
	switch n := utf8.RuneCountInString(password); {
	case n < MinPassword:
		return badPassword(passwordTooShort, "This password is too short. It must contain at least %d characters.", MinPassword)
	case n > MaxPassword:
		return badPassword("", "This password is too long. It must contain at most %d characters.", MaxPassword)
	case strings.TrimSpace(password) == "":
		return badPassword("", "The password cannot be only spaces.")
	case !strings.ContainsFunc(password, unicode.IsLetter) && strings.ContainsFunc(password, unicode.IsDigit):
		return badPassword(passwordNumeric, "The password cannot be digits only.")
	case isOfEmail(lower, strings.ToLower(email)):
		return badPassword(passwordSimilar, "This password is too similar to the email. Choose another.")
	case len(repeated) < MinPassword, surprises(lower) < leastSurprise, isCommon(string(repeated)):
		return badPassword(passwordCommon, "This password is too easy to guess. Choose another.")
	}
	return nil
}

func badPassword(reason, format string, args ...any) error {
	return &Error{Code: Invalid, Field: "password", Reason: reason, Message: fmt.Sprintf(format, args...)}
}

// period is the length of the shortest beginning that the text repeats.
func period(text []rune) int {
	for length := 1; length <= len(text)/2; length++ {
		if slices.Equal(text[length:], text[:len(text)-length]) {
			return length
		}
	}
	return len(text)
}

var keyboardRows = []string{"`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"}

// surprises counts the characters that do not go on from the one before: by repeating it, in the alphabet,
// in numbers or along the keyboard.
func surprises(lower string) int {
	text := []rune(asTyped(lower))
	count := 0
	for i, character := range text {
		if i == 0 || !goesOn(text[i-1], character) {
			count++
		}
	}
	return count
}

func goesOn(from, to rune) bool {
	if step := to - from; -1 <= step && step <= 1 {
		return true
	}
	return slices.ContainsFunc(keyboardRows, func(row string) bool {
		first, second := strings.IndexRune(row, from), strings.IndexRune(row, to)
		step := second - first
		return first >= 0 && second >= 0 && -1 <= step && step <= 1
	})
}

// isCommon tells whether a lower-case text is a common password, by itself or with a few digits and signs.
func isCommon(lower string) bool {
	noLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	words := append(strings.FieldsFunc(lower, noLetter), strings.TrimFunc(lower, noLetter))
	return isListed(lower) || slices.ContainsFunc(words, func(word string) bool {
		beside := strings.ReplaceAll(lower, word, "")
		return isListed(word) && !strings.ContainsFunc(beside, unicode.IsLetter) && surprises(beside) < leastSurprise
	})
}

func isListed(lower string) bool {
	typed := asTyped(lower)
	for _, word := range []string{typed, withoutLeet.Replace(typed)} {
		if strings.Contains(commonPasswords, "\n"+word+"\n") {
			return true
		}
	}
	return false
}

var withoutLeet = strings.NewReplacer("@", "a", "4", "a", "3", "e", "1", "i", "!", "i", "0", "o", "$", "s", "5", "s", "7", "t", "+", "t")

// isOfEmail tells whether a lower-case text is made of parts of the email with little beside them.
func isOfEmail(lower, email string) bool {
	parts := strings.FieldsFunc(email, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	parts = append(parts, email)
	slices.SortFunc(parts, func(a, b string) int { return len(b) - len(a) })
	beside := lower
	for _, part := range parts {
		if utf8.RuneCountInString(part) >= 3 {
			beside = strings.ReplaceAll(beside, part, "")
		}
	}
	return beside != lower && surprises(beside) < leastSurprise
}

// asTyped gives the Latin keys on which a Russian text is typed: a list of common passwords has many
// Russian words written so.
func asTyped(lower string) string {
	return strings.Map(func(r rune) rune {
		if latin, ok := latinKeys[r]; ok {
			return latin
		}
		return r
	}, lower)
}

var latinKeys = func() map[rune]rune {
	keys := map[rune]rune{}
	latin := []rune("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
	for i, cyrillic := range []rune("йцукенгшщзхъфывапролджэячсмитьбюё") {
		keys[cyrillic] = latin[i]
	}
	return keys
}()
