package store_test

import (
	"html"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"zayavka/store"
)

func of(kinds ...store.FileKind) []store.File {
	files := make([]store.File, len(kinds))
	for i, kind := range kinds {
		files[i] = store.File{ID: int64(i + 1), Kind: kind}
	}
	return files
}

// shape is what kinds of files each part has, with a T for a text.
func shape(parts []store.Part) []string {
	var shapes []string
	for _, part := range parts {
		text := ""
		if part.Text != "" {
			text = "T"
		}
		for _, file := range part.Files {
			text += " " + string(file.Kind)
		}
		shapes = append(shapes, strings.TrimSpace(text))
	}
	return shapes
}

func TestAMessageIsTakenApartIntoWhatTelegramTakesAtOnce(t *testing.T) {
	const photo, video, voice, document, round = store.FilePhoto, store.FileVideo, store.FileVoice, store.FileDocument, store.FileVideoNote
	long := strings.Repeat("слово ", 300)
	for name, test := range map[string]struct {
		text  string
		files []store.File
		want  []string
	}{
		"a text":                           {"Готово", nil, []string{"T"}},
		"a photo":                          {"", of(photo), []string{"PHOTO"}},
		"a photo with a text":              {"Готово", of(photo), []string{"T PHOTO"}},
		"a photo with a long text":         {long, of(photo), []string{"PHOTO", "T"}},
		"an album":                         {"Готово", of(photo, video, photo), []string{"T PHOTO VIDEO PHOTO"}},
		"a document among photos":          {"Готово", of(photo, document, photo), []string{"T PHOTO PHOTO", "DOCUMENT"}},
		"documents":                        {"Счёт", of(document, document), []string{"T DOCUMENT", "DOCUMENT"}},
		"a recording":                      {"Послушайте", of(voice), []string{"T VOICE"}},
		"a video note takes no caption":    {"Смотрите", of(round), []string{"VIDEO_NOTE", "T"}},
		"more photos than an album takes":  {"", of(photo, photo, photo, photo, photo, photo, photo, photo, photo, photo, photo), []string{strings.Repeat("PHOTO ", 9) + "PHOTO", "PHOTO"}},
		"two texts":                        {strings.Repeat(long, 3), nil, []string{"T", "T"}},
		"a caption that tags make longer":  {strings.Repeat("<", 200), of(photo), []string{"PHOTO", "T"}},
		"a caption that quotes make short": {strings.Repeat("«", 700), of(photo), []string{"T PHOTO"}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, test.want, shape(store.MessageParts(test.text, test.files))) })
	}
}

// sentLength is what Telegram counts.
func sentLength(text string) int { return len(utf16.Encode([]rune(html.EscapeString(text)))) }

func TestEveryPieceOfALongTextFitsAndNothingIsLost(t *testing.T) {
	family := "👨‍👩‍👧‍👦"
	for name, text := range map[string]string{
		"words":         strings.Repeat("Экран заменили, батарею тоже. ", 700),
		"one word":      strings.Repeat("а", 20_000),
		"tags":          strings.Repeat("<b>&amp;</b>", 1_500),
		"families":      strings.Repeat(family, 2_800),
		"flags":         strings.Repeat("🇷🇺", 5_000),
		"lines":         strings.Repeat(strings.Repeat("строка ", 60)+"\n", 40),
		"marks":         "а" + strings.Repeat("\u0301", 19_000),
		"Windows lines": strings.Repeat("line\r\n", 3_000),
		"blank between": "начало" + strings.Repeat(" ", 12_000) + "конец",
	} {
		t.Run(name, func(t *testing.T) {
			parts := store.MessageParts(text, nil)
			require.Equal(t, parts, store.MessageParts(text, nil), "the same each time")
			var all strings.Builder
			for _, part := range parts {
				assert.LessOrEqual(t, sentLength(part.Text)+store.PartHeading, 4096)
				assert.NotEmpty(t, strings.TrimSpace(part.Text))
				all.WriteString(part.Text)
			}
			withoutSpaces := func(s string) string { return strings.Join(strings.Fields(s), "") }
			require.Equal(t, withoutSpaces(text), withoutSpaces(all.String()))
		})
	}
	for _, part := range store.MessageParts(strings.Repeat(family, 2_800), nil) {
		require.Empty(t, strings.ReplaceAll(part.Text, family, ""), "none is cut in two")
	}
	for _, part := range store.MessageParts(strings.Repeat("Экран заменили. ", 1_000), nil) {
		require.True(t, strings.HasSuffix(part.Text, "заменили.") || strings.HasSuffix(part.Text, "Экран"), "between words: %q", part.Text[len(part.Text)-30:])
	}
	for _, part := range store.MessageParts(strings.Repeat(strings.Repeat("строка ", 60)+"\n", 40), nil) {
		require.Zero(t, strings.Count(strings.ReplaceAll(part.Text, "\n", " ")+" ", "строка ")%60, "between lines")
	}
}
