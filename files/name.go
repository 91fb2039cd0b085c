package files

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
)

// longestName is how long a name may be, in bytes: as long as file systems take.
const longestName = 200

// CleanName makes a name that somebody gave to a file fit to be shown and to be saved under: it has no folder,
// nothing that is not visible or changes the direction of writing, and a bounded length. It may be empty.
func CleanName(name string) string {
	name = strings.ToValidUTF8(name, "\ufffd")
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			return -1
		case strings.ContainsRune(`<>:"|?*`, r): // Windows takes none of them
			return '_'
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	if len(name) <= longestName {
		return name
	}
	ending := name[strings.LastIndexByte(name, '.')+1:]
	if len(ending) > 10 || len(ending) == len(name) {
		return strings.TrimRight(cut(name, longestName), " .")
	}
	return cut(name, longestName-1-len(ending)) + "." + ending
}

// cut takes so many bytes at most, and no part of a character.
func cut(text string, most int) string {
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// nameFor is the name to save a file under: its own, or one after its number.
func nameFor(name, number, mime string) string {
	if name = CleanName(name); name != "" {
		return name
	}
	name = "file-" + number
	if known := mimetype.Lookup(mime); known != nil {
		name += known.Extension()
	}
	return name
}
