package locale

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func TestEveryTextExistsInEveryLanguage(t *testing.T) {
	for _, texts := range []*Texts{&russian, &english} {
		for _, value := range []reflect.Value{reflect.ValueOf(*texts), reflect.ValueOf(*texts.Staff), reflect.ValueOf(*texts.Reminders), reflect.ValueOf(*texts.Estimates), reflect.ValueOf(*texts.Digest)} {
			for i := range value.NumField() {
				name := texts.Code + "." + value.Type().Field(i).Name
				field := value.Field(i)
				require.False(t, field.IsZero(), name)
				if field.Kind() == reflect.String {
					require.Equal(t, strings.TrimSpace(field.String()), field.String(), name)
					require.NotContains(t, field.String(), "!", name)
				}
			}
		}
		for _, kind := range []store.FileKind{
			store.FilePhoto, store.FileVideo, store.FileVoice, store.FileVideoNote, store.FileAudio, store.FileDocument, store.FileSticker,
		} {
			require.NotEmpty(t, texts.Staff.Files([]store.File{{Kind: kind}}), kind)
		}
		for _, status := range store.Statuses() {
			require.NotEmpty(t, texts.StatusName(status), status)
		}
		for _, category := range store.Categories() {
			require.NotEmpty(t, texts.CategoryName(category), category)
		}
		for _, month := range texts.months {
			require.NotEmpty(t, month)
		}
	}
}

func TestNumbersTakeTheRightForm(t *testing.T) {
	for n, words := range map[int]string{
		1: "У вас 1 заявка", 2: "У вас 2 заявки", 4: "У вас 4 заявки", 5: "У вас 5 заявок", 11: "У вас 11 заявок",
		12: "У вас 12 заявок", 21: "У вас 21 заявка", 22: "У вас 22 заявки", 111: "У вас 111 заявок", 121: "У вас 121 заявка",
	} {
		require.Equal(t, words, russian.TaskCount(n))
	}
	require.Equal(t, "You have 1 request", english.TaskCount(1))
	require.Equal(t, "You have 21 requests", english.TaskCount(21))
}

func TestMoneyIsWrittenAsPeopleWriteIt(t *testing.T) {
	for amount, want := range map[int64][2]string{
		0: {"0\u00a0₽", "₽0"}, 740_000: {"7\u00a0400\u00a0₽", "₽7,400"}, 740_050: {"7\u00a0400,50\u00a0₽", "₽7,400.50"},
		5: {"0,05\u00a0₽", "₽0.05"}, -150_000: {"−1\u00a0500\u00a0₽", "−₽1,500"}, 123_456_700: {"1\u00a0234\u00a0567\u00a0₽", "₽1,234,567"},
	} {
		require.Equal(t, want, [2]string{russian.Money(amount, "RUB"), english.Money(amount, "RUB")})
	}
	require.Equal(t, "100\u00a0CHF", russian.Money(10_000, "CHF"))
	require.Equal(t, "CHF\u00a0100", english.Money(10_000, "CHF"))
}

func TestAFirstNameIsTheFirstWordWithALetter(t *testing.T) {
	for name, want := range map[string]string{"Илья Котов": "Илья", " Илья ": "Илья", "👩‍🔧 Аня": "Аня", "42": "42", "": ""} {
		require.Equal(t, want, FirstName(name))
	}
}

func TestTheFirstKnownLanguageIsTaken(t *testing.T) {
	for _, test := range []struct {
		codes    []string
		language string
	}{
		{[]string{"ru"}, "ru"}, {[]string{"en"}, "en"}, {[]string{"", "en-GB", "ru"}, "en"}, {[]string{"uk"}, "ru"},
		{[]string{"", "de", "ru"}, "en"}, {[]string{"", ""}, "ru"}, {nil, "ru"}, {[]string{"RU-ru"}, "ru"},
	} {
		require.Equal(t, test.language, For(test.codes...).Code, test.codes)
	}
}

func TestDatesAreInWords(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 5, 0, 0, time.UTC)
	require.Equal(t, "2 марта 2026, 09:05", russian.DateTime(at))
	require.Equal(t, "March 2, 2026, 09:05", english.DateTime(at))
}

func TestWhatPeopleWroteCannotBreakAText(t *testing.T) {
	require.Equal(t, "&lt;b&gt;Боб&lt;/b&gt; &amp; Co", Escape("<b>Боб</b> & Co"))
	require.Equal(t, "👩‍🔧 Аня", Escape("👩‍🔧 Аня"))
	require.Equal(t, "\u2068абв\u2069", Escape("\u202Eабв"))
	require.Equal(t, "\u2068אבג\u2069", Escape("אבג"))
}

func TestTextsAreShortenedInTelegramsMeasure(t *testing.T) {
	require.Equal(t, "абв", Truncate("абв", 3))
	require.Equal(t, "аб…", Truncate("абвг", 3))
	require.Equal(t, "😀…", Truncate("😀😀😀", 4))
	require.Equal(t, "а…", Truncate("а б в", 3))
	require.Empty(t, Truncate("", 0))
	for longest := 1; longest < 20; longest++ {
		require.LessOrEqual(t, len(utf16.Encode([]rune(Truncate(strings.Repeat("я😀", 20), longest)))), longest)
	}
}
