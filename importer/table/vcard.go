package table

import (
	"bufio"
	"errors"
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// contactColumns are the headings of the rows that contacts become.
var contactColumns = []string{"Name", "Phone", "Other phones", "Email", "Company", "Address", "Note"}

// contact is a vCard while it is read.
type contact struct {
	line                            int
	fullName, name                  string
	phones, emails                  []string
	company, address, note, notName string
}

// contacts gives a row of headings and then one for each vCard, of the versions 2.1, 3.0 and 4.0:
// https://www.rfc-editor.org/rfc/rfc6350
func (f *File) contacts(yield func(Row, error) bool) {
	text, file, err := f.text()
	if err != nil {
		yield(Row{}, err)
		return
	}
	defer func() { _ = file.Close() }()
	if !yield(Row{Line: 0, Cells: contactColumns}, nil) {
		return
	}
	lines := &unfolder{from: bufio.NewReader(text)}
	var current *contact
	for {
		property, line, err := lines.next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			yield(Row{}, &Error{Fault: Damaged, cause: err})
			return
		}
		switch strings.ToUpper(strings.TrimSpace(property)) {
		case "BEGIN:VCARD":
			current = &contact{line: line}
		case "END:VCARD":
			if current != nil && !yield(current.row(), nil) {
				return
			}
			current = nil
		default:
			if current != nil {
				current.take(property)
			}
		}
	}
}

func (c *contact) row() Row {
	name, phone, others := c.fullName, "", ""
	if name == "" {
		name = c.name
	}
	if len(c.phones) > 0 {
		phone, others = c.phones[0], strings.Join(c.phones[1:], "\n")
	}
	return Row{Line: c.line, Cells: []string{name, phone, others, strings.Join(c.emails, ", "), c.company, c.address, c.note}}
}

func (c *contact) take(property string) {
	head, value, found := strings.Cut(property, ":")
	if !found {
		return
	}
	parameters := strings.Split(strings.ToUpper(head), ";")
	name := parameters[0]
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 { // item1.TEL
		name = name[dot+1:]
	}
	value = decode(parameters[1:], value)
	switch name {
	case "FN":
		c.fullName = unescape(value)
	case "N":
		parts := components(value)
		order := []int{1, 2, 0} // the given name, the further ones, the family's
		var names []string
		for _, i := range order {
			if i < len(parts) && parts[i] != "" {
				names = append(names, parts[i])
			}
		}
		c.name = strings.Join(names, " ")
	case "TEL":
		number := strings.TrimPrefix(unescape(value), "tel:")
		isFirst := slices.ContainsFunc(parameters[1:], func(p string) bool { return strings.Contains(p, "PREF") }) ||
			len(c.phones) > 0 && c.notName != "" && slices.ContainsFunc(parameters[1:], isMobile)
		switch {
		case number == "":
		case isFirst:
			c.phones = slices.Insert(c.phones, 0, number)
			c.notName = ""
		default:
			if len(c.phones) == 0 && !slices.ContainsFunc(parameters[1:], isMobile) {
				c.notName = number // the first is no mobile phone: a later one goes before it
			}
			c.phones = append(c.phones, number)
		}
	case "EMAIL":
		c.emails = append(c.emails, unescape(value))
	case "ORG":
		c.company = joined(components(value))
	case "ADR":
		c.address = joined(components(value))
	case "NOTE":
		c.note = unescape(value)
	}
}

func isMobile(parameter string) bool {
	return strings.Contains(parameter, "CELL") || strings.Contains(parameter, "IPHONE") || strings.Contains(parameter, "MOBILE")
}

func decode(parameters []string, value string) string {
	isQuoted, charset := false, ""
	for _, parameter := range parameters {
		key, of, _ := strings.Cut(parameter, "=")
		switch {
		case parameter == "QUOTED-PRINTABLE" || of == "QUOTED-PRINTABLE":
			isQuoted = true
		case key == "CHARSET":
			charset = of
		}
	}
	if !isQuoted {
		return value
	}
	decoded, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value))) // as far as it can be decoded
	if encoding, err := htmlindex.Get(strings.ToLower(charset)); err == nil {
		if text, err := encoding.NewDecoder().Bytes(decoded); err == nil {
			return string(text)
		}
	}
	return string(decoded)
}

// components are the parts of a value between semicolons that are not escaped.
func components(value string) (parts []string) {
	part := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case ';':
			parts = append(parts, unescape(value[part:i]))
			part = i + 1
		}
	}
	return append(parts, unescape(value[part:]))
}

func unescape(value string) string {
	return strings.TrimSpace(strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":", `\\`, `\`).Replace(value))
}

func joined(parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// unfolder gives properties whole that are written in several lines: the further ones begin with a space, or follow a
// line of quoted-printable that ends with an equals sign. Of what is longer than a property that is wanted, such as a
// picture, the rest is dropped.
type unfolder struct {
	from *bufio.Reader
	line int
	held string // the line after the property
	more bool   // held is one
}

const longestProperty = 64 << 10

func (u *unfolder) next() (property string, line int, err error) {
	if !u.more {
		if u.held, err = u.read(); err != nil {
			return "", 0, err
		}
	}
	property, line, u.more = u.held, u.line, false
	for {
		isQuoted := strings.HasSuffix(property, "=") && strings.Contains(strings.ToUpper(property), "QUOTED-PRINTABLE")
		u.held, err = u.read()
		if errors.Is(err, io.EOF) {
			return property, line, nil
		}
		if err != nil {
			return "", 0, err
		}
		folded := strings.HasPrefix(u.held, " ") || strings.HasPrefix(u.held, "\t")
		if !isQuoted && !folded {
			u.more = true
			return property, line, nil
		}
		if len(property) > longestProperty {
			continue
		}
		if isQuoted {
			property = strings.TrimSuffix(property, "=") + u.held
		} else {
			property += u.held[1:]
		}
	}
}

func (u *unfolder) read() (string, error) {
	text, err := u.from.ReadString('\n')
	if errors.Is(err, io.EOF) && text != "" {
		err = nil
	}
	u.line++
	return strings.TrimRight(text, "\r\n"), err
}
