package store

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

const maxPhone = 40

// Phone is a telephone number as somebody wrote it and the key by which two writings of one
// number are recognised: its E.164 digits without the plus.
type Phone struct {
	Written string
	Key     string
}

// ParsePhone reads a number as a person in the store's region writes it. A number is taken when
// libphonenumber calls it possible, which looks at its length alone: numbering plans change
// faster than libraries. Numbers that only work within one town are refused, because the card
// they make could not be called from elsewhere.
func (s *Store) ParsePhone(written string) (Phone, error) {
	written = strings.TrimSpace(written)
	refused := errInvalid("phone", "This does not look like a phone number. Write it with the area code, for example +7 917 000-99-00.")
	if written == "" || utf8.RuneCountInString(written) > maxPhone || strings.ContainsFunc(written, notInPhone) {
		return Phone{}, refused
	}
	number, err := phonenumbers.Parse(written, s.region)
	if err != nil || phonenumbers.IsPossibleNumberWithReason(number) != phonenumbers.IS_POSSIBLE {
		return Phone{}, refused
	}
	key := strings.TrimPrefix(phonenumbers.Format(number, phonenumbers.E164), "+")
	if _, err := strconv.ParseUint(key, 10, 64); err != nil {
		return Phone{}, refused
	}
	return Phone{Written: written, Key: key}, nil
}

// notInPhone keeps words out of phones: libphonenumber would read letters as keypad digits and
// drop whatever stands before the number.
func notInPhone(r rune) bool {
	return !unicode.IsDigit(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && !strings.ContainsRune("+＋()./", r)
}
