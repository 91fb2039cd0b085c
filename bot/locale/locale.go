// Package locale holds every text that people see in the chat, in Russian and in English. Texts are HTML
// as Telegram understands it; what people wrote goes through Escape before it is put into one.
package locale

import (
	"errors"
	"fmt"
	"html"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/nyaruka/phonenumbers"

	"zayavka/store"
	"zayavka/store/phone"
)

// Texts are all texts of one language. The type makes the languages complete: a text that one
// lacks is a test's failure, one that is unknown does not compile.
type Texts struct {
	Code string // "ru" or "en"

	// Getting to know each other.
	Welcome        func(business string) string
	SharePhone     string // a button
	PhoneHint      string // the placeholder of the text field
	AskPhone       string
	BadPhone       string
	PhoneTooLong   string
	PhoneTooShort  string
	PhoneAnonymous string
	NeedsContact   string
	ForeignContact string
	OldContact     string                    // their own, but forwarded or a reply
	Registered     func(name string) string  // name may be empty
	PhoneRecorded  func(phone string) string // that was typed
	Unverified     func(phone string) string // below what is shown meanwhile
	ConfirmButton  string                    // a button
	ConfirmPhone   func(phone string) string

	// A phone that two Telegram accounts have proven: to who claims its card.
	PhoneClaimed        string
	PhoneStaysElsewhere string
	PhoneMovedHere      func(phone string) string
	PhoneFree           func(phone string) string
	// To the chat that has the card.
	PhoneClaimedByOther func(phone string) string
	PhoneStays          func(phone string) string
	PhoneMovedAway      func(phone string) string
	// To admins; the names, on the card and in Telegram, may be empty.
	PhoneClaimedToStaff func(phone, name, claimant string) string

	// A card that is offered by a code from the counter; masked is its phone, without most of it.
	ConnectOffered  func(masked string) string
	ConnectedBefore string
	ConnectAsked    string
	ConnectRefused  string
	CodeOver        string
	CodesMany       string

	// The list and the card of requests.
	NoTasks     string
	TaskCount   func(n int) string
	OpenTask    func(number int64) string // a button
	OpenList    string                    // a button
	BackToList  string                    // a button
	Page        func(page, pages int) string
	TaskGone    string
	Number      func(number int64) string // of a request, alone
	Task        func(number int64) string
	StatusLabel string
	Employee    string
	Created     string
	History     string

	// What was brought, on the card: labels.
	ItemLabel      string
	SerialLabel    string
	ConditionLabel string
	IncludesLabel  string
	WarrantyUntil  string                    // a label before a day
	UnderWarranty  func(number int64) string // of an earlier request

	// Where a customer's words went, above the list.
	SentTo          func(number int64) string
	SentToClosed    func(number int64) string
	SentUnfiled     string // when they can be about several requests
	SentAfterClosed func(number int64) string
	SentNowhere     string // when there is no request that they can be about
	SentByStranger  string
	AboutTask       func(number int64) string // a button
	AboutOther      string                    // a button
	Muted           string
	TooManyMessages string
	TooManyFiles    string

	// A request that the customer writes.
	NewRequest        string // a button
	DescribeIt        string
	Draft             func(texts, files int) string
	SendRequest       string // a button
	DropRequest       string // a button
	RequestSent       func(number int64) string
	RequestSentForYou func(number int64) string // because nothing more was written
	RequestDropped    string
	RequestEmpty      string
	RequestsWait      func(n int) string
	RequestGone       string

	// What has no words of its own, in words.
	Place    func(link string) string
	Contact  func(name, phone string) string
	Sticker  func(emoji string) string
	Dice     func(emoji string, value int) string
	Poll     func(question string, options []string) string
	Unknown  string
	fileName map[store.FileKind]string

	// Messages on a status; see status.go.
	ShowMap        string // a button
	statusText     map[store.Status]string
	whichTask      string
	openUntil      func(to string) string
	openOn         func(day, from, to string) string
	nextDays       [2]string // today and tomorrow
	onWeekday      [7]string // by time.Weekday
	readyBy        func(when string) string
	sampleItem     string
	samplePrice    string
	samplePromised string

	// Messages on a promise.
	ReadyBy        string // a label before a day, or a day and hour
	NewPromise     string // likewise
	PromiseOpen    string // there is no day any more
	PromiseChanged string

	// To admins.
	WebhookDisabled func(host string) string

	// Commands and the rest.
	Help            func(business string) string
	ChooseLanguage  string
	LanguageSet     string
	PrivateOnly     string
	StaffGreeting   string
	StaffEntrance   string
	OpenMiniApp     string // a button
	MenuButton      string
	CommandStart    string
	CommandTasks    string
	CommandLanguage string
	CommandHelp     string
	CommandNew      string
	CommandMyData   string

	Reminders *ReminderTexts
	Estimates *EstimateTexts
	Data      *DataTexts
	Digest    *DigestTexts
	Staff     *StaffTexts

	status   map[store.Status]string
	category map[store.Category]string
	months   [12]string
	money    moneyFormat
	day      func(day int, month string) string
	date     func(day int, month string, year int) string
}

// Languages are the languages that can be chosen, each under its own name.
func Languages() []struct{ Code, Name string } {
	return []struct{ Code, Name string }{{"ru", "Русский"}, {"en", "English"}}
}

// For gives the texts in the first of the languages that is known, else in Russian. A code of
// Telegram's can name a region, as in en-GB. Ukrainian, Belarusian and Kazakh speakers are given
// Russian, as the nearer of the two; others who set a language get English.
func For(codes ...string) *Texts {
	for _, code := range codes {
		code, _, _ = strings.Cut(strings.ToLower(code), "-")
		switch code {
		case "":
			continue
		case "ru", "uk", "be", "kk":
			return &russian
		default:
			return &english
		}
	}
	return &russian
}

// PhoneRefused says what to do about a phone that the store refuses.
func (t *Texts) PhoneRefused(err error) string {
	var refusal *store.Error
	if errors.As(err, &refusal) {
		switch refusal.Phone {
		case phone.TooLong:
			return t.PhoneTooLong
		case phone.TooShort:
			return t.PhoneTooShort
		case phone.Anonymous:
			return t.PhoneAnonymous
		}
	}
	return t.BadPhone
}

// FileName is a kind of file in words.
func (t *Texts) FileName(kind store.FileKind) string { return t.fileName[kind] }

// StatusName is a status in words.
func (t *Texts) StatusName(status store.Status) string { return t.status[status] }

// StatusMark is a status as one sign.
func StatusMark(status store.Status) string {
	switch status {
	case store.StatusAccepted:
		return "📥"
	case store.StatusInProgress:
		return "🔧"
	case store.StatusReady:
		return "✅"
	default:
		return "📦"
	}
}

// CategoryName is a category in words.
func (t *Texts) CategoryName(category store.Category) string { return t.category[category] }

// KindOfWork is the shop's own category of a task where it has one, else the one of the four, in words; escaped.
func (t *Texts) KindOfWork(task store.Task, own *store.ShopCategory) string {
	if own != nil {
		return Escape(own.Name(t.Code))
	}
	return t.CategoryName(task.Category)
}

// Date is a day, such as "2 марта 2026", in the zone of at.
func (t *Texts) Date(at time.Time) string {
	return t.date(at.Day(), t.months[at.Month()-1], at.Year())
}

// DateTime is a day and the time, such as "2 марта 2026, 12:00".
func (t *Texts) DateTime(at time.Time) string { return t.Date(at) + at.Format(", 15:04") }

// Promise is a day and, where it is not the whole day that was promised, the hour.
func (t *Texts) Promise(at time.Time) string {
	if store.IsWholeDay(at) {
		return t.Date(at)
	}
	return t.DateTime(at)
}

// Phone is a phone, given by its E.164 digits, in the international writing, such as "+7 917 000-99-00".
func Phone(key string) string {
	number, err := phonenumbers.Parse("+"+key, "")
	if err != nil {
		return "+" + key
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}

// MaskedPhone is a phone that only its owner recognises, such as "+7 … 00".
func MaskedPhone(key string) string {
	last := key[max(0, len(key)-2):]
	number, err := phonenumbers.Parse("+"+key, "")
	if err != nil {
		return "+… " + last
	}
	return fmt.Sprintf("+%d … %s", number.GetCountryCode(), last)
}

// Escape makes what people wrote safe inside HTML and inside a line: tags show as they were typed,
// and marks that turn the direction of writing end where the text ends.
func Escape(text string) string {
	text = html.EscapeString(text)
	if strings.ContainsFunc(text, turnsDirection) {
		const firstStrongIsolate, popIsolate = "\u2068", "\u2069"
		text = firstStrongIsolate + strings.Map(withoutControls, text) + popIsolate
	}
	return text
}

func turnsDirection(r rune) bool {
	return r >= '\u0590' && r <= '\u08FF' || isDirectionControl(r)
}

func isDirectionControl(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' || r == '\u200E' || r == '\u200F' || r == '\u061C'
}

func withoutControls(r rune) rune {
	if isDirectionControl(r) {
		return -1
	}
	return r
}

// FirstName is that of a person whose whole name is given: its first word with a letter in it.
func FirstName(name string) string {
	for _, word := range strings.Fields(name) {
		if strings.ContainsFunc(word, unicode.IsLetter) {
			return word
		}
	}
	return strings.TrimSpace(name)
}

// Truncate shortens a text, not yet escaped, to at most longest UTF-16 units, Telegram's measure.
func Truncate(text string, longest int) string {
	if len(utf16.Encode([]rune(text))) <= longest {
		return text
	}
	length, end := 1, 0 // one unit for the ellipsis
	for at, r := range text {
		if length += utf16.RuneLen(r); length > longest {
			break
		}
		end = at + len(string(r))
	}
	return strings.TrimRight(text[:end], " \n\t") + "…"
}

// oneOrMany is plural for English.
func oneOrMany(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// plural chooses the form for n by the rules of CLDR for Russian.
func plural(n int, one, few, many string) string {
	switch {
	case n%10 == 1 && n%100 != 11:
		return one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		return few
	default:
		return many
	}
}
