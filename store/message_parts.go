package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/rivo/uniseg"
)

// Part is what of a message one call to Telegram sends: a text, a file, or an album.
type Part struct {
	Text  string // plain; where there are files, their caption
	Files []File // two to ten photos and videos are an album
}

// Telegram's limits, in UTF-16 units: https://core.telegram.org/bots/api#sendmessage
const (
	longestText    = 4096
	longestCaption = 1024
	largestAlbum   = 10
)

// PartHeading is how many UTF-16 units of HTML the sender may put around a part's text, such as who writes.
const PartHeading = 256

// MessageParts takes a message apart into what Telegram takes at once: photos and videos as albums, other files one by
// one, and the text as the first one's caption where it is short enough, else after them. Texts are measured as HTML, and
// cut between paragraphs, lines or words where that is possible, never within what is read as one character. The same
// message always gives the same parts.
func MessageParts(text string, files []File) []Part {
	var parts []Part
	var pictures, others []File
	for _, file := range files {
		if kind := file.SentAs(); kind == FilePhoto || kind == FileVideo {
			pictures = append(pictures, file)
		} else {
			others = append(others, file)
		}
	}
	for album := range slices.Chunk(pictures, largestAlbum) {
		parts = append(parts, Part{Files: album})
	}
	for _, file := range others {
		parts = append(parts, Part{Files: []File{file}})
	}
	if len(parts) > 0 && parts[0].takesCaption() && htmlLength(text) <= longestCaption-PartHeading {
		parts[0].Text = text
		return parts
	}
	for _, piece := range splitText(text, longestText-PartHeading) {
		parts = append(parts, Part{Text: piece})
	}
	return parts
}

// takesCaption tells whether Telegram shows a text with the part's first file.
func (p Part) takesCaption() bool {
	return p.Files[0].Kind != FileVideoNote && p.Files[0].Kind != FileSticker
}

// splitText cuts a text into pieces of at most so many UTF-16 units of HTML, none of them blank.
func splitText(text string, most int) []string {
	var pieces []string
	for {
		text = strings.TrimSpace(text)
		if text == "" {
			return pieces
		}
		end := pieceEnd(text, most)
		pieces = append(pieces, strings.TrimSpace(text[:end]))
		text = text[end:]
	}
}

// pieceEnd is at which byte to cut a text so that what is before is short enough: at the end of a line or at least of a
// word in its second half, or else between two characters.
func pieceEnd(text string, most int) int {
	length, end := 0, 0
	line, word := 0, 0 // the last ends in the second half
	state := -1
	for rest := text; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		length += htmlLength(cluster)
		if length > most {
			switch {
			case line > 0:
				return line
			case word > 0:
				return word
			case end > 0:
				return end
			}
			return longCharacterEnd(cluster, most)
		}
		end += len(cluster)
		switch first := []rune(cluster)[0]; {
		case length <= most/2:
		case first == '\n' || first == '\r':
			line = end
		case unicode.IsSpace(first):
			word = end
		}
	}
	return end
}

// longCharacterEnd is at which byte to cut one character with hundreds of marks on it.
func longCharacterEnd(cluster string, most int) int {
	length := 0
	for at, r := range cluster {
		if length += htmlLength(string(r)); length > most {
			return at
		}
	}
	return len(cluster)
}

// htmlLength is how many UTF-16 units a plain text takes when it is escaped for HTML.
func htmlLength(text string) int {
	length := 0
	for _, r := range text {
		switch r {
		case '<', '>': // &lt;
			length += 4
		case '&', '"', '\'': // &amp; &#34;
			length += 5
		default:
			length += max(utf16.RuneLen(r), 1)
		}
	}
	return length
}
