package api

import (
	"encoding/json"
	"strconv"
	"strings"
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
	if serialized == nil {
		return out, false
	}
	text, err := json.Marshal(serialized)
	if err != nil || string(text) == "null" {
		return out, false
	}
	return append(out, text...), true
}

// lineSeparator is what U+2028 and U+2029 begin with, which encoding/json escapes.
const lineSeparator = "\xE2\x80"

// appendString writes a string as encoding/json does, and leaves to that what needs escaping.
func appendString(out []byte, text string) []byte {
	plain, ascii := true, true
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&':
			plain = false
		case c >= utf8.RuneSelf:
			ascii = false
			plain = plain && (c != lineSeparator[0] || !strings.HasPrefix(text[i:], lineSeparator))
		}
	}
	if plain && (ascii || utf8.ValidString(text)) {
		return append(append(append(out, '"'), text...), '"')
	}
	escaped, _ := json.Marshal(text) // a string always encodes
	return append(out, escaped...)
}
