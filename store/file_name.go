package store

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestFileName is how long a name may be, in bytes: as long as file systems take.
const longestFileName = 200

// CleanFileName makes a name that somebody gave to a file fit to be shown and to be saved under: it has no folder,
// nothing that is not visible or changes the direction of writing, and a bounded length. It may be empty.
func CleanFileName(name string) string {
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
	if len(name) <= longestFileName {
		return name
	}
	ending := name[strings.LastIndexByte(name, '.')+1:]
	if len(ending) > 10 || len(ending) == len(name) {
		return strings.TrimRight(cut(name, longestFileName), " .")
	}
	return cut(name, longestFileName-1-len(ending)) + "." + ending
}

// cut takes so many bytes at most, and no part of a character.
func cut(text string, most int) string {
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
