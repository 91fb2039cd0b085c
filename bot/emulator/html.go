package emulator

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// parseHTML reads a text with parse_mode HTML as Telegram does (td/telegram/MessageEntity.cpp, parse_html):
// its own small language, with its own errors, that browsers' rules do not apply to.
func parseHTML(source string) (string, []Entity, error) {
	p := htmlParser{source: source}
	for p.at < len(source) {
		var err error
		switch {
		case strings.HasPrefix(source[p.at:], "</"):
			err = p.endTag()
		case source[p.at] == '<':
			err = p.startTag()
		default:
			p.character()
		}
		if err != nil {
			return "", nil, err
		}
	}
	if n := len(p.open); n > 0 {
		return "", nil, broken(`Can't find end tag corresponding to start tag "%s"`, p.open[n-1].name)
	}
	sortEntities(p.entities)
	return p.text.String(), p.entities, nil
}

// broken is an error in the words of Telegram, which begin with a capital.
func broken(format string, args ...any) error { return htmlError(fmt.Sprintf(format, args...)) }

type htmlError string

func (e htmlError) Error() string { return string(e) }

type htmlParser struct {
	source   string
	at       int // in bytes
	text     strings.Builder
	offset   int // of what comes next in the text, in UTF-16 code units
	open     []openTag
	entities []Entity
}

type openTag struct {
	name     string
	argument string // address, language or class
	offset   int    // in UTF-16 code units
	begin    int    // in bytes of the text
}

// entityTypes are the tags that Telegram knows and what each makes of its text. Its tg-emoji and tg-time are
// left out: the first needs a paid username, the second the newest clients.
var entityTypes = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
	"a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
}

func (p *htmlParser) character() {
	r, size := utf8.DecodeRuneInString(p.source[p.at:])
	if r == '&' {
		if decoded, length := characterReference(p.source[p.at:]); length > 0 {
			r, size = decoded, length
		}
	}
	p.at += size
	p.text.WriteRune(r)
	p.offset += utf16.RuneLen(r)
}

// characterReference decodes what begins with & and returns its length, 0 if it is none of Telegram's.
// The semicolon may be missing.
func characterReference(s string) (rune, int) {
	named := map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'}
	end, code := 1, rune(0)
	if strings.HasPrefix(s, "&#") {
		digits, base := s[2:], 10
		if strings.HasPrefix(digits, "x") {
			digits, base = digits[1:], 16
		}
		n := 0
		for n < len(digits) && isDigit(digits[n], base) {
			n++
		}
		value, err := strconv.ParseUint(digits[:n], base, 32)
		end = len(s) - len(digits) + n
		if err != nil || value == 0 || value >= 0x10ffff || end >= 10 || value >= 0xd800 && value <= 0xdfff {
			return 0, 0
		}
		code = rune(value)
	} else {
		for end < len(s) && isLetter(s[end]) {
			end++
		}
		var ok bool
		if code, ok = named[s[1:end]]; !ok {
			return 0, 0
		}
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	return code, end
}

func (p *htmlParser) startTag() error {
	begin := p.at
	p.at++
	name := strings.ToLower(p.until(func(c byte) bool { return isSpace(c) || c == '>' }))
	if p.at == len(p.source) {
		return broken("Unclosed start tag at byte offset %d", begin)
	}
	if _, known := entityTypes[name]; !known {
		return broken(`Unsupported start tag "%s" at byte offset %d`, name, begin)
	}
	argument, err := p.attributes(name, begin)
	if err != nil {
		return err
	}
	if name == "span" && argument != "spoiler" {
		return broken(`Tag "span" must have class "tg-spoiler" at byte offset %d`, begin)
	}
	p.at++ // the '>'
	p.open = append(p.open, openTag{name, argument, p.offset, p.text.Len()})
	return nil
}

// attributes reads up to the '>' and returns the one value that matters to the tag.
func (p *htmlParser) attributes(tag string, begin int) (string, error) {
	argument := ""
	unclosed := broken(`Unclosed start tag "%s" at byte offset %d`, tag, begin)
	for {
		p.until(isNotSpace)
		if p.at == len(p.source) {
			return "", broken(`Empty attribute name in the tag "%s" at byte offset %d`, tag, begin)
		}
		if p.source[p.at] == '>' {
			return argument, nil
		}
		name := p.until(func(c byte) bool { return isSpace(c) || strings.IndexByte(`=>/"'`, c) >= 0 })
		if name == "" {
			return "", broken(`Empty attribute name in the tag "%s" at byte offset %d`, tag, begin)
		}
		p.until(isNotSpace)
		if p.at == len(p.source) {
			return "", unclosed
		}
		value := ""
		if p.source[p.at] == '=' {
			p.at++
			p.until(isNotSpace)
			if p.at == len(p.source) {
				return "", unclosed
			}
			var err error
			if value, err = p.attributeValue(); err != nil {
				return "", err
			}
			if p.at == len(p.source) {
				return "", broken("Unclosed start tag at byte offset %d", begin)
			}
		}
		switch {
		case tag == "a" && name == "href":
			argument = value
		case tag == "code" && name == "class" && strings.HasPrefix(value, "language-"):
			argument = strings.TrimPrefix(value, "language-")
		case tag == "span" && name == "class" && strings.HasPrefix(value, "tg-"):
			argument = strings.TrimPrefix(value, "tg-")
		case tag == "blockquote" && name == "expandable":
			argument = "expandable"
		}
	}
}

func (p *htmlParser) attributeValue() (string, error) {
	quote := p.source[p.at]
	if quote != '"' && quote != '\'' {
		begin := p.at
		value := p.until(func(c byte) bool { return !isLetter(c) && !isDigit(c, 10) && c != '.' && c != '-' })
		if p.at < len(p.source) && !isSpace(p.source[p.at]) && p.source[p.at] != '>' {
			return "", broken("Unexpected end of name token at byte offset %d", begin)
		}
		return strings.ToLower(value), nil
	}
	p.at++
	var value strings.Builder
	for p.at < len(p.source) && p.source[p.at] != quote {
		if decoded, length := characterReference(p.source[p.at:]); p.source[p.at] == '&' && length > 0 {
			value.WriteRune(decoded)
			p.at += length
			continue
		}
		value.WriteByte(p.source[p.at])
		p.at++
	}
	if p.at < len(p.source) {
		p.at++
	}
	return value.String(), nil
}

func (p *htmlParser) endTag() error {
	begin := p.at
	if len(p.open) == 0 {
		return broken("Unexpected end tag at byte offset %d", begin)
	}
	p.at += len("</")
	name := strings.ToLower(p.until(func(c byte) bool { return isSpace(c) || c == '>' }))
	p.until(isNotSpace)
	if p.at == len(p.source) || p.source[p.at] != '>' {
		return broken("Unclosed end tag at byte offset %d", begin)
	}
	p.at++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return broken(`Unmatched end tag at byte offset %d, expected "</%s>", found "</%s>"`, begin, tag.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	if p.offset > tag.offset {
		p.add(tag)
	}
	return nil
}

// add makes an entity of a closed tag. Code in pre, or pre in code, is one entity with a language.
func (p *htmlParser) add(tag openTag) {
	entity := Entity{Type: entityTypes[tag.name], Offset: tag.offset, Length: p.offset - tag.offset}
	switch entity.Type {
	case "text_link":
		address := tag.argument
		if address == "" {
			address = p.text.String()[tag.begin:]
		}
		var ok bool
		if entity.URL, ok = checkedLink(address); !ok {
			return // Telegram keeps the text and drops the link
		}
	case "blockquote":
		if tag.argument != "" {
			entity.Type = "expandable_blockquote"
		}
	case "code", "pre":
		entity.Language = tag.argument
		if n := len(p.entities); n > 0 {
			inner := &p.entities[n-1]
			language := inner.Language + entity.Language
			if inner.Offset == entity.Offset && inner.Length == entity.Length && language != "" &&
				inner.Type != entity.Type && (inner.Type == "code" || inner.Type == "pre") {
				inner.Type, inner.Language = "pre", language
				return
			}
		}
	}
	p.entities = append(p.entities, entity)
}

// until moves to the first byte that stop accepts, or to the end, and returns what it passed.
func (p *htmlParser) until(stop func(byte) bool) string {
	begin := p.at
	for p.at < len(p.source) && !stop(p.source[p.at]) {
		p.at++
	}
	return p.source[begin:p.at]
}

// checkedLink completes an address as Telegram stores it; a host without a dot is none to it.
func checkedLink(address string) (string, bool) {
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "tg" && !strings.Contains(u.Hostname(), ".") {
		return "", false
	}
	if u.Path == "" && u.Scheme != "tg" {
		u.Path = "/"
	}
	return u.String(), true
}

// sortEntities puts the outer before the inner, and of those with one extent the more general first.
func sortEntities(entities []Entity) {
	for i := range entities {
		if entities[i].Type == "code" {
			entities[i].Language = ""
		}
	}
	order := []string{"blockquote", "expandable_blockquote", "pre", "code", "text_link", "bold", "italic", "underline", "strikethrough", "spoiler"}
	slices.SortStableFunc(entities, func(a, b Entity) int {
		if a.Offset != b.Offset {
			return a.Offset - b.Offset
		}
		if a.Length != b.Length {
			return b.Length - a.Length
		}
		return slices.Index(order, a.Type) - slices.Index(order, b.Type)
	})
}

func isSpace(c byte) bool { return strings.IndexByte(" \t\r\n\x00\v", c) >= 0 }

func isNotSpace(c byte) bool { return !isSpace(c) }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isDigit(c byte, base int) bool {
	return '0' <= c && c <= '9' || base == 16 && ('a' <= c && c <= 'f' || 'A' <= c && c <= 'F')
}
