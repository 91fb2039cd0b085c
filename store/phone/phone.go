// Package phone reads telephone numbers as people write them, and finds them in texts.
package phone

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"

	"zayavka/store/fold"
)

// Longest writings of a phone that are looked at, in characters that are seen and in bytes.
const (
	maxCharacters = 60
	maxBytes      = 1_000
)

const maxDigits = 15 // E.164, with the country's code

// Number is a telephone number as somebody wrote it and the key by which two writings of one
// number are recognised: its E.164 digits without the plus.
type Number struct {
	Written   string // without the invisible marks that come along with copied numbers
	Key       string
	Extension string // digits; "" for none. Two extensions of a number have one key.
}

// Fault is what is wrong with a writing of a phone.
type Fault string

const (
	Unreadable Fault = "unreadable" // words, no digits, or no country's code
	TooLong    Fault = "too_long"   // more digits than the country's numbers have
	TooShort   Fault = "too_short"
	// Anonymous is a number of Telegram's own, which only Telegram can vouch for:
	// https://telegram.org/blog/ultimate-privacy-topics-2-0#sign-up-without-a-sim-card
	Anonymous Fault = "anonymous"
)

// Read reads a number as a person in a region, such as RU, writes it, with an extension or without. A
// number has no fault when libphonenumber calls it valid, or when it has as many digits as the country's
// numbers usually have: numbering plans change faster than libraries.
//
// It gives the key also of some numbers with a fault: of Telegram's own, for which Telegram can vouch, and
// of those that have any length that libphonenumber calls possible.
func Read(written, region string) (Number, Fault) {
	if len(written) > maxBytes {
		return Number{}, TooLong
	}
	number := Number{Written: strings.TrimSpace(strings.Map(fold.Visible, written))}
	number.Written = strings.TrimPrefix(number.Written, "'") // which an exported CSV has before a phone
	if utf8.RuneCountInString(number.Written) > maxCharacters {
		return Number{}, TooLong
	}
	var folded string
	folded, number.Extension = CutExtension(fold.Characters(number.Written))
	if !Only(folded) {
		return Number{}, Unreadable
	}
	if key, found := anonymousNumber(folded); found {
		number.Key = key
		return number, Anonymous
	}
	var fault Fault
	number.Key, fault = keyOf(folded, region)
	return number, fault
}

// keyOf tries what was written and then, if that cannot be a number here, what people leave out or
// add. In this order a writing keeps its key for ever: what could be a number is never read in another way.
func keyOf(number, region string) (key string, fault Fault) {
	read, err := phonenumbers.Parse(number, region)
	result := phonenumbers.INVALID_LENGTH
	if err == nil {
		result = phonenumbers.IsPossibleNumberWithReason(read)
	}
	if result == phonenumbers.IS_POSSIBLE {
		return e164Digits(read), lengthFault(read)
	}
	for _, other := range otherReadings(number, region) {
		if phonenumbers.IsPossibleNumber(other) && lengthFault(other) == "" {
			return e164Digits(other), ""
		}
	}
	switch {
	case len(fold.Digits(number)) > maxDigits:
		return "", TooLong
	case err != nil:
		return "", Unreadable
	case result == phonenumbers.TOO_SHORT || result == phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
		return "", TooShort
	case result == phonenumbers.TOO_LONG:
		return "", TooLong
	}
	if fault = lengthFault(read); fault == "" {
		fault = Unreadable
	}
	return "", fault
}

// neighbours are the codes of the countries from which many customers of a Russian shop come, and which
// they write without a plus, as 7 is written. Their numbering plans change too.
var neighbours = []int{7, 373, 374, 375, 380, 992, 993, 994, 995, 996, 998}

// otherReadings are what may be meant by a writing that is no number: 375 29 … for +375 29 …, and
// +8 917 … for 8 917 …, where the 8 that begins a call within the country got the plus of a country's code.
func otherReadings(number, region string) (readings []*phonenumbers.PhoneNumber) {
	number = strings.TrimSpace(number)
	add := func(text string, wanted func(*phonenumbers.PhoneNumber) bool) {
		if read, err := phonenumbers.Parse(text, region); err == nil && wanted(read) {
			readings = append(readings, read)
		}
	}
	if rest, found := strings.CutPrefix(number, "+8"); found {
		add("8"+rest, phonenumbers.IsValidNumber) // or mistyped numbers of Asia, with +81 to +86, would become local ones
	}
	if !strings.HasPrefix(number, "+") {
		add("+"+number, func(read *phonenumbers.PhoneNumber) bool {
			return phonenumbers.IsValidNumber(read) || slices.Contains(neighbours, int(read.GetCountryCode()))
		})
	}
	return readings
}

// lengthFault compares a number with libphonenumber's examples of a mobile phone and a fixed line in its
// country. The metadata of many countries know also longer numbers, of services that nobody calls: those of
// Russia have 14 digits.
func lengthFault(number *phonenumbers.PhoneNumber) Fault {
	if phonenumbers.IsValidNumber(number) {
		return ""
	}
	region := phonenumbers.GetRegionCodeForCountryCode(int(number.GetCountryCode()))
	length := len(phonenumbers.GetNationalSignificantNumber(number))
	var usual []int
	for _, kind := range []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE} {
		if example := phonenumbers.GetExampleNumberForType(region, kind); example != nil {
			usual = append(usual, len(phonenumbers.GetNationalSignificantNumber(example)))
		}
	}
	switch {
	case len(usual) == 0:
		return Unreadable
	case slices.Contains(usual, length):
		return ""
	case length > slices.Max(usual):
		return TooLong
	case length < slices.Min(usual):
		return TooShort
	}
	return Unreadable
}

func e164Digits(number *phonenumbers.PhoneNumber) string {
	return fold.Digits(phonenumbers.Format(number, phonenumbers.E164))
}

// anonymousNumber gives the key of one of Telegram's own numbers, which libphonenumber does not know:
// +888 with four to nine digits.
func anonymousNumber(number string) (key string, found bool) {
	key = fold.Digits(number)
	return key, strings.HasPrefix(strings.TrimSpace(number), "+") && strings.HasPrefix(key, "888") && len(key) >= 7 && len(key) <= 12
}

// How people write an extension, after the number.
const extension = `[ ,;.(/]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:n|ension)?|[xх#])[ .:-]*(?:номер|№|no)?[ .:-]*(\p{Nd}{1,7})\)?`

var extensionAtEnd = regexp.MustCompile(`(?i)^(.*\d\)?)` + extension + `$`)

// CutExtension takes the extension off the end of a folded number: «доб. 12», "ext 12".
func CutExtension(number string) (rest, digits string) {
	if Only(number) { // most numbers: a word or a sign says that there is an extension
		return number, ""
	}
	if parts := extensionAtEnd.FindStringSubmatch(number); parts != nil {
		return parts[1], parts[2]
	}
	return number, ""
}

// phoneInText is anything that a person could mean as a phone: at least five digits with what is
// written between them, and an extension.
var phoneInText = regexp.MustCompile(`(?i)[+＋]?[ (（]{0,2}\p{Nd}(?:[ \p{Pd}−()（）./．]{0,3}\p{Nd}){4,}(?:` + extension + `)?`)

// Find finds the one number in a text, with words around it or without; Read tells whether it is
// a phone. A text with two numbers is taken for none.
func Find(text string) (written string, found bool) {
	const longestText = 500
	text = strings.Map(fold.Visible, text)
	if utf8.RuneCountInString(text) > longestText {
		return "", false
	}
	numbers := phoneInText.FindAllString(text, 2)
	if len(numbers) != 1 {
		return "", false
	}
	return strings.TrimSpace(numbers[0]), true
}

// ownPhone are the words that people write beside their phone when they say no more than that it is theirs.
var ownPhone = []string{"мой", "это", "вот", "номер", "телефон", "телефона", "тел", "т", "my", "is", "the", "phone", "number", "tel"}

// IsAll tells whether a text says nothing but the number that Find found in it.
func IsAll(text, written string) bool {
	beside := strings.Replace(strings.Map(fold.Visible, text), written, " ", 1)
	words := strings.FieldsFunc(strings.ToLower(beside), func(r rune) bool { return !unicode.IsLetter(r) })
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(ownPhone, word) })
}

// Only tells whether a folded text has nothing but what phones are written with: libphonenumber would read
// letters as keypad digits and drop whatever stands before the number.
func Only(folded string) bool {
	return !strings.ContainsFunc(folded, func(r rune) bool { return (r < '0' || r > '9') && !strings.ContainsRune(" -+()./", r) })
}
