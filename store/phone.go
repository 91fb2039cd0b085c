package store

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

// Longest writings of a phone that are looked at, in characters that are seen and in bytes.
const (
	maxPhone      = 60
	maxPhoneBytes = 1_000
)

const maxPhoneDigits = 15 // E.164, with the country's code

// Phone is a telephone number as somebody wrote it and the key by which two writings of one
// number are recognised: its E.164 digits without the plus.
type Phone struct {
	Written   string // without the invisible marks that come along with copied numbers
	Key       string
	Extension string // digits; "" for none. Two extensions of a number have one key.
}

// PhoneFault is what is wrong with a writing of a phone.
type PhoneFault string

const (
	PhoneUnreadable PhoneFault = "unreadable" // words, no digits, or no country's code
	PhoneTooLong    PhoneFault = "too_long"   // more digits than the country's numbers have
	PhoneTooShort   PhoneFault = "too_short"
	// PhoneAnonymous is a number of Telegram's own, which only Telegram can vouch for:
	// https://telegram.org/blog/ultimate-privacy-topics-2-0#sign-up-without-a-sim-card
	PhoneAnonymous PhoneFault = "anonymous"
)

func (fault PhoneFault) refusal() error {
	return &Error{Code: Invalid, Field: "phone", Phone: fault, Message: map[PhoneFault]string{
		PhoneUnreadable: "This does not look like a phone number. Write it with the area code, for example +7 917 000-99-00.",
		PhoneTooLong:    "Check the phone number: it has too many digits. Write it with the area code, for example +7 917 000-99-00.",
		PhoneTooShort:   "Check the phone number: it has too few digits. Write it with the area code, for example +7 917 000-99-00.",
		PhoneAnonymous:  "A number with +888 is an anonymous one of Telegram: its owner gives it to the bot with the button that shares the phone.",
	}[fault]}
}

// ParsePhone reads a number as a person in the store's region writes it, with an extension or without. A
// number is taken when libphonenumber calls it valid, or when it has as many digits as the country's
// numbers usually have: numbering plans change faster than libraries.
func (s *Store) ParsePhone(written string) (Phone, error) {
	phone, fault := s.readPhone(written)
	if fault != "" {
		return Phone{}, fault.refusal()
	}
	return phone, nil
}

// parseContact reads a number that Telegram vouches for: one that somebody has.
func (s *Store) parseContact(number string) (Phone, error) {
	phone, fault := s.readPhone(number)
	if phone.Key == "" {
		return Phone{}, fault.refusal()
	}
	return phone, nil
}

// readPhone gives the key also of some numbers with a fault: those that a card can have, because
// Telegram vouched for them, or because they were taken when any length that libphonenumber calls
// possible was enough. Key is "" for what no card can have.
func (s *Store) readPhone(written string) (Phone, PhoneFault) {
	if len(written) > maxPhoneBytes {
		return Phone{}, PhoneTooLong
	}
	phone := Phone{Written: strings.TrimSpace(strings.Map(visibleCharacter, written))}
	phone.Written = strings.TrimPrefix(phone.Written, "'") // which an exported CSV has before a phone
	if utf8.RuneCountInString(phone.Written) > maxPhone {
		return Phone{}, PhoneTooLong
	}
	var number string
	number, phone.Extension = cutExtension(foldCharacters(phone.Written))
	if strings.ContainsFunc(number, notInPhone) {
		return Phone{}, PhoneUnreadable
	}
	if key, found := anonymousNumber(number); found {
		phone.Key = key
		return phone, PhoneAnonymous
	}
	var fault PhoneFault
	phone.Key, fault = s.phoneKey(number)
	return phone, fault
}

// phoneKey tries what was written and then, if that cannot be a number here, what people leave out or
// add. In this order a writing keeps its key for ever: what could be a number is never read in another way.
func (s *Store) phoneKey(number string) (key string, fault PhoneFault) {
	read, err := phonenumbers.Parse(number, s.region)
	result := phonenumbers.INVALID_LENGTH
	if err == nil {
		result = phonenumbers.IsPossibleNumberWithReason(read)
	}
	if result == phonenumbers.IS_POSSIBLE {
		return e164Digits(read), lengthFault(read)
	}
	for _, other := range s.otherReadings(number) {
		if phonenumbers.IsPossibleNumber(other) && lengthFault(other) == "" {
			return e164Digits(other), ""
		}
	}
	switch {
	case len(digits(number)) > maxPhoneDigits:
		return "", PhoneTooLong
	case err != nil:
		return "", PhoneUnreadable
	case result == phonenumbers.TOO_SHORT || result == phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
		return "", PhoneTooShort
	case result == phonenumbers.TOO_LONG:
		return "", PhoneTooLong
	}
	if fault = lengthFault(read); fault == "" {
		fault = PhoneUnreadable
	}
	return "", fault
}

// neighbours are the codes of the countries from which many customers of a Russian shop come, and which
// they write without a plus, as 7 is written. Their numbering plans change too.
var neighbours = []int{7, 373, 374, 375, 380, 992, 993, 994, 995, 996, 998}

// otherReadings are what may be meant by a writing that is no number: 375 29 … for +375 29 …, and
// +8 917 … for 8 917 …, where the 8 that begins a call within the country got the plus of a country's code.
func (s *Store) otherReadings(number string) (readings []*phonenumbers.PhoneNumber) {
	number = strings.TrimSpace(number)
	add := func(text string, wanted func(*phonenumbers.PhoneNumber) bool) {
		if read, err := phonenumbers.Parse(text, s.region); err == nil && wanted(read) {
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
func lengthFault(number *phonenumbers.PhoneNumber) PhoneFault {
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
		return PhoneUnreadable
	case slices.Contains(usual, length):
		return ""
	case length > slices.Max(usual):
		return PhoneTooLong
	case length < slices.Min(usual):
		return PhoneTooShort
	}
	return PhoneUnreadable
}

func e164Digits(number *phonenumbers.PhoneNumber) string {
	return digits(phonenumbers.Format(number, phonenumbers.E164))
}

// anonymousNumber gives the key of one of Telegram's own numbers, which libphonenumber does not know:
// +888 with four to nine digits.
func anonymousNumber(number string) (key string, found bool) {
	key = digits(number)
	return key, strings.HasPrefix(strings.TrimSpace(number), "+") && strings.HasPrefix(key, "888") && len(key) >= 7 && len(key) <= 12
}

// How people write an extension, after the number.
const extension = `[ ,;.(/]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:n|ension)?|[xх#])[ .:-]*(?:номер|№|no)?[ .:-]*(\p{Nd}{1,7})\)?`

var extensionAtEnd = regexp.MustCompile(`(?i)^(.*\d\)?)` + extension + `$`)

// cutExtension takes the extension off the end of a folded number: «доб. 12», "ext 12".
func cutExtension(number string) (rest, digits string) {
	if parts := extensionAtEnd.FindStringSubmatch(number); parts != nil {
		return parts[1], parts[2]
	}
	return number, ""
}

// phoneInText is anything that a person could mean as a phone: at least five digits with what is
// written between them, and an extension.
var phoneInText = regexp.MustCompile(`(?i)[+＋]?[ (（]{0,2}\p{Nd}(?:[ \p{Pd}−()（）./．]{0,3}\p{Nd}){4,}(?:` + extension + `)?`)

// FindPhone finds the one number in a text, with words around it or without; ParsePhone tells whether it is
// a phone. A text with two numbers is taken for none.
func FindPhone(text string) (written string, found bool) {
	const longestText = 500
	text = strings.Map(visibleCharacter, text)
	if utf8.RuneCountInString(text) > longestText {
		return "", false
	}
	numbers := phoneInText.FindAllString(text, 2)
	if len(numbers) != 1 {
		return "", false
	}
	return strings.TrimSpace(numbers[0]), true
}

// notInPhone keeps words out of phones: libphonenumber would read letters as keypad digits and
// drop whatever stands before the number.
func notInPhone(r rune) bool {
	return (r < '0' || r > '9') && !strings.ContainsRune(" -+()./", r)
}

// setPhone gives the card another phone, or another writing of its own.
func (c *Customer) setPhone(phone Phone) {
	c.Phone, c.PhoneKey, c.PhoneExtension = phone.Written, phone.Key, phone.Extension
}
