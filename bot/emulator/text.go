package emulator

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Telegram's limits, in characters. It counts code points; counting UTF-16 units, as clients do, is the
// stricter reading, so what passes here passes there.
const (
	maxText    = 4096
	maxCaption = 1024
	maxQuote   = 1024
)

// formattedText reads the parameters text, parse_mode and entities, or those of a caption.
func formattedText(req *request, textParam, entitiesParam string) (string, []Entity, error) {
	return formatted(req.params[textParam], req.params["parse_mode"], req.params[entitiesParam])
}

// formatted reads a text in a parse mode, or one with entities, which are a JSON text.
func formatted(text, parseMode, rawEntities string) (string, []Entity, error) {
	if len(text) > 1<<15 {
		return "", nil, badRequest("text is too long")
	}
	if !utf8.ValidString(text) {
		return "", nil, badRequest("strings must be encoded in UTF-8")
	}
	var entities []Entity
	switch strings.ToLower(parseMode) {
	case "html":
		var err error
		if text, entities, err = parseHTML(text); err != nil {
			return "", nil, badRequest("can't parse entities: %v", err)
		}
	case "", "none":
		if rawEntities != "" && json.Unmarshal([]byte(rawEntities), &entities) != nil {
			return "", nil, badRequest("can't parse entities JSON object")
		}
	default: // Markdown, too, which this server does not read
		return "", nil, badRequest("unsupported parse_mode")
	}
	text, entities = trim(text, entities)
	return text, found(text, entities), nil
}

// trim takes the white space off both ends, as Telegram does, and moves the entities along.
func trim(text string, entities []Entity) (string, []Entity) {
	right := strings.TrimRightFunc(text, unicode.IsSpace)
	left := strings.TrimLeft(right, " \n")
	cut, length := utf16Length(right)-utf16Length(left), utf16Length(left)
	var kept []Entity
	for _, e := range entities {
		end := min(e.Offset+e.Length-cut, length)
		e.Offset = max(e.Offset-cut, 0)
		if e.Length = end - e.Offset; e.Length > 0 {
			kept = append(kept, e)
		}
	}
	return left, kept
}

// plain matches what Telegram marks in any text by itself, of which this server knows commands, links and
// mentions.
var plain = regexp.MustCompile(`(?:^|[^\pL\pN_/<>])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?:$|[^\pL\pN_/<>@])|(https?://[^\s<>"]*[^\s<>".,;:!?)])` +
	`|(?:^|[^\pL\pN_/@])(@[A-Za-z0-9_]{3,32})\b`)

// found adds the commands, links and mentions of a text, outside of what is formatted as code or a link already.
func found(text string, entities []Entity) []Entity {
	for at := 0; at < len(text); {
		match := plain.FindStringSubmatchIndex(text[at:])
		if match == nil {
			break
		}
		kind, begin, end := "bot_command", match[2], match[3]
		if begin < 0 {
			kind, begin, end = "url", match[4], match[5]
		}
		if begin < 0 {
			kind, begin, end = "mention", match[6], match[7]
		}
		begin, end = at+begin, at+end
		entity := Entity{Type: kind, Offset: utf16Length(text[:begin]), Length: utf16Length(text[begin:end])}
		if !taken(entity, entities) {
			entities = append(entities, entity)
		}
		at = end
	}
	sortEntities(entities)
	return entities
}

func taken(entity Entity, entities []Entity) bool {
	for _, e := range entities {
		overlaps := e.Offset < entity.Offset+entity.Length && entity.Offset < e.Offset+e.Length
		if overlaps && (e.Type == "code" || e.Type == "pre" || e.Type == "text_link") {
			return true
		}
	}
	return false
}

func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// utf16Part is what an entity covers of a text.
func utf16Part(s string, offset, length int) string {
	units := utf16.Encode([]rune(s))
	return string(utf16.Decode(units[offset:min(offset+length, len(units))]))
}
