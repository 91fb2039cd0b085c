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
		for _, value := range []reflect.Value{reflect.ValueOf(*texts), reflect.ValueOf(*texts.Staff)} {
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
