// Package wording fills texts that a shop has written, which have named places: «Готово: № {number}, {item}».
package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Place is what stands between the braces.
type Place string

const (
	Number   Place = "number"   // of the request
	Item     Place = "item"     // what was brought
	Price    Place = "price"    // what the customer has agreed to pay
	Promised Place = "promised" // by when it is to be ready
	Address  Place = "address"  // of the shop
	Hours    Place = "hours"    // until or from when the shop is open
	Phone    Place = "phone"    // of the shop
)

// Places are all there are.
func Places() []Place { return []Place{Number, Item, Price, Promised, Address, Hours, Phone} }

// Values are what the places of one message hold. One that is not there, or empty, has no value.
type Values map[Place]string

// Fault is what is wrong with a text.
type Fault struct {
	UnknownPlace bool   // else a brace has no partner
	At           int    // where it begins, in characters from 0
	Written      string // the text at fault, at most a few characters
}

// Check looks for places that do not exist, and for braces without a partner. It is nil when all is well.
func Check(text string) *Fault {
	_, fault := parse(text)
	return fault
}

// part is a piece of a text: as it was written, or a place.
type part struct {
	literal string
	place   Place // "" for a literal
}

const longestWritten = 30

func parse(text string) (parts []part, fault *Fault) {
	at := 0 // in characters, where text begins
	for text != "" {
		brace := strings.IndexAny(text, "{}")
		if brace < 0 {
			return append(parts, part{literal: text}), nil
		}
		if brace > 0 {
			parts = append(parts, part{literal: text[:brace]})
		}
		at += utf8.RuneCountInString(text[:brace])
		text = text[brace:]
		end := strings.IndexAny(text[1:], "{}") + 1
		if text[0] == '}' || end == 0 || text[end] == '{' {
			return nil, &Fault{At: at, Written: text[:1]}
		}
		place := Place(text[1:end])
		if !slices.Contains(Places(), place) {
			written := []rune(text[:end+1])
			return nil, &Fault{UnknownPlace: true, At: at, Written: string(written[:min(len(written), longestWritten)])}
		}
		parts = append(parts, part{place: place})
		at += utf8.RuneCountInString(text[:end+1])
		text = text[end+1:]
	}
	return parts, nil
}

// Fill puts the values into a text. A place without one goes, and so does the punctuation that set it off: of what stood
// before and behind, the stronger stays. A value that begins a sentence begins with a capital. A text with a fault, which is
// never saved, is given as it is.
func Fill(text string, values Values) string {
	parts, fault := parse(text)
	if fault != nil {
		return text
	}
	var filled strings.Builder
	for _, p := range without(parts, values) {
		piece := p.literal
		if p.place != "" {
			piece = strings.TrimSpace(values[p.place])
			if beginsSentence(filled.String()) {
				piece = capital(piece)
			}
		}
		filled.WriteString(piece)
	}
	return strings.TrimSpace(filled.String())
}

// without leaves out the places that have no value, and joins what stood around them.
func without(parts []part, values Values) (kept []part) {
	left := false // a place went after the last of kept
	for _, p := range parts {
		if p.place != "" && strings.TrimSpace(values[p.place]) == "" {
			left = true
			continue
		}
		last := len(kept) - 1
		switch {
		case !left || p.place != "":
			kept = append(kept, p)
		case last < 0:
			kept = append(kept, part{literal: join("", p.literal, true)})
		case kept[last].place != "":
			kept = append(kept, part{literal: join("", p.literal, false)})
		default:
			kept[last].literal = join(kept[last].literal, p.literal, last == 0)
		}
		left = false
	}
	if last := len(kept) - 1; left && last >= 0 && kept[last].place == "" {
		kept[last].literal = atEnd(kept[last].literal)
	}
	return kept
}

// join joins what stood before a place that has gone and what stood behind it; starts tells that nothing is before.
func join(before, behind string, starts bool) string {
	body, separator := cutTail(before)
	next, rest := cutHead(behind)
	separator, next = withoutPair(separator, next)
	switch {
	case starts && body == "":
		return capital(rest)
	case strings.ContainsAny(separator, openers):
		return body + separator + rest
	case strings.ContainsAny(next, closers):
		return body + strings.TrimLeft(next, " ,;:.—–-·") + rest
	}
	if strength(next) > strength(separator) {
		if strength(next) == newLine && strength(separator) == sentenceEnd {
			next = strings.TrimSpace(separator) + strings.TrimLeft(next, " .!?…")
		}
		separator = next
	}
	if strength(separator) >= sentenceEnd {
		rest = capital(rest)
	}
	return body + separator + rest
}

// atEnd is what stays of a text whose last place has gone: the end of a sentence, and no other punctuation.
func atEnd(text string) string {
	body, separator := cutTail(text)
	if strength(separator) == sentenceEnd {
		return body + strings.TrimSpace(separator)
	}
	return body
}

const (
	openers    = "(«“[\""
	closers    = ")»”]\""
	separators = " \n,;:.!?…—–-·/" + openers + closers
)

func isSeparator(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(separators, r) }

// cutTail cuts the separators at the end of a text off.
func cutTail(text string) (body, separator string) {
	body = strings.TrimRightFunc(text, isSeparator)
	return body, text[len(body):]
}

func cutHead(text string) (separator, rest string) {
	rest = strings.TrimLeftFunc(text, isSeparator)
	return text[:len(text)-len(rest)], rest
}

// withoutPair takes off brackets and quotation marks between which nothing is left.
func withoutPair(separator, next string) (string, string) {
	for {
		opener, size := utf8.DecodeLastRuneInString(separator)
		closer, closerSize := utf8.DecodeRuneInString(next)
		at := strings.IndexRune(openers, opener)
		if size == 0 || at < 0 || strings.IndexRune(closers, closer) != at {
			return separator, next
		}
		separator, next = separator[:len(separator)-size], next[closerSize:]
	}
}

// How strongly punctuation separates.
const (
	nothing = iota
	space
	comma
	dash // and what announces
	sentenceEnd
	newLine
)

func strength(separator string) int {
	switch {
	case strings.Contains(separator, "\n"):
		return newLine
	case strings.ContainsAny(separator, ".!?…"):
		return sentenceEnd
	case strings.ContainsAny(separator, ":—–-"):
		return dash
	case strings.ContainsAny(separator, ",;·/"):
		return comma
	case separator != "":
		return space
	}
	return nothing
}

func beginsSentence(before string) bool {
	_, separator := cutTail(before)
	return before == "" || strength(separator) >= sentenceEnd && strings.TrimRightFunc(separator, unicode.IsSpace) != separator
}

// capital makes the first letter large, but not that of a name such as iPhone.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	if size == 0 || unicode.IsUpper(second) {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
