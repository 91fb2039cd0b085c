// Package fold makes texts alike that people take for the same.
package fold

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Text makes texts alike that people take for the same: lower case, ё as е, one space between words, no
// number sign, and what Characters does. It is done here because SQLite's lower() knows no Cyrillic.
func Text(text string) string {
	text = strings.ReplaceAll(text, "№", " ") // to NFKC, the letters No
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(Characters(text)), "ё", "е")), " ")
}

// Characters gives one character for those that look or mean the same: Unicode's NFKC, and one kind
// of apostrophe, hyphen, space and digit. What cannot be seen is left out.
func Characters(text string) string {
	text = norm.NFKC.String(strings.Map(func(r rune) rune {
		if r == '´' { // to NFKC, a space with an accent
			return '\''
		}
		return Visible(r)
	}, text))
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(apostrophes, r):
			return '\''
		case r < 0x80:
			return r
		case isHyphen(r):
			return '-'
		case unicode.IsDigit(r):
			return asciiDigit(r)
		}
		return Visible(r)
	}, text)
}

// apostrophes are what keyboards and word processors write for one: quotation marks, the modifier letters
// of Uzbek and Ukrainian, primes.
const apostrophes = "'`‘’‛′ʹʻʼʽˈꞌ՚"

func isHyphen(r rune) bool {
	return unicode.Is(unicode.Pd, r) || r == '−' || r == '⁃' || r == '˗'
}

// Visible drops what Unicode lets a font ignore, such as the marks of direction around a copied
// number, and makes every kind of space one.
func Visible(r rune) rune {
	switch {
	case r < 0x80 && r != '\t' && r != '\n' && r != '\r':
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return -1
	}
	return r
}

// asciiDigit is the digit of any script as one of 0 to 9. Scripts have theirs in a row, from zero on.
func asciiDigit(r rune) rune {
	isIn := func(low, high rune) bool { return low <= r && r <= high }
	if at := slices.IndexFunc(unicode.Nd.R16, func(d unicode.Range16) bool { return isIn(rune(d.Lo), rune(d.Hi)) }); at >= 0 {
		return '0' + (r-rune(unicode.Nd.R16[at].Lo))%10
	}
	if at := slices.IndexFunc(unicode.Nd.R32, func(d unicode.Range32) bool { return isIn(rune(d.Lo), rune(d.Hi)) }); at >= 0 {
		return '0' + (r-rune(unicode.Nd.R32[at].Lo))%10
	}
	return r
}

// Digits leaves out all but 0 to 9.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}
