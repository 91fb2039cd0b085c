package graphql

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/graphql-go/graphql"
)

// appendScalar writes a scalar as JSON; false means null. The common ones are written without
// graphql-go's detour over reflection.
func appendScalar(out []byte, as *graphql.Scalar, value any) ([]byte, bool) {
	switch value := value.(type) {
	case string:
		if as == graphql.String || as == graphql.ID {
			return appendString(out, value), true
		}
	case int64:
		if as == graphql.ID {
			return append(strconv.AppendInt(append(out, '"'), value, 10), '"'), true
		}
	case bool:
		if as == graphql.Boolean {
			return strconv.AppendBool(out, value), true
		}
	}
	serialized := as.Serialize(value)
	if text, ok := serialized.(string); ok {
		return appendString(out, text), true
	}
	if serialized == nil {
		return out, false
	}
	text, err := json.Marshal(serialized)
	if err != nil || string(text) == "null" {
		return out, false
	}
	return append(out, text...), true
}

const hexDigits = "0123456789abcdef"

// appendString writes a string as JSON.stringify does.
func appendString(out []byte, text string) []byte {
	out = append(out, '"')
	written := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			continue
		}
		if c >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(text[i:]); r != utf8.RuneError || size > 1 {
				i += size - 1
				continue
			}
		}
		out = append(out, text[written:i]...)
		written = i + 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\b':
			out = append(out, '\\', 'b')
		case '\f':
			out = append(out, '\\', 'f')
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			if c < ' ' {
				out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			} else { // no UTF-8
				out = append(out, "\uFFFD"...)
			}
		}
	}
	return append(append(out, text[written:]...), '"')
}
