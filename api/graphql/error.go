package graphql

import (
	"errors"
	"fmt"
	"net/http"
	"unicode/utf16"

	"github.com/vektah/gqlparser/v2/ast"
)

// Error is one member of a response's "errors": https://spec.graphql.org/draft/#sec-Errors
type Error struct {
	Message    string     `json:"message"`
	Locations  []Location `json:"locations,omitempty"`
	Path       []any      `json:"path,omitempty"`
	Extensions any        `json:"extensions,omitempty"` // of the application's making

	// Cause is why a field failed; nil for what is wrong with the request itself.
	Cause error `json:"-"`
	// Status is HTTP's, and RetryAfter in seconds, where the whole request is refused with this error.
	Status     int `json:"-"`
	RetryAfter int `json:"-"`
	// Rule is the validation rule that was broken, named as in graphql-js.
	Rule string `json:"-"`
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Cause }

// Location is a place in the document, both counted from 1, columns in UTF-16 units as graphql-js does.
type Location struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// maxMessage is the longest message given, in characters: messages quote the input.
const maxMessage = 500

func invalid(format string, args ...any) *Error {
	message := fmt.Sprintf(format, args...)
	if len(message) > maxMessage {
		if characters := []rune(message[:min(len(message), 4*maxMessage)]); len(characters) > maxMessage {
			message = string(characters[:maxMessage]) + "…"
		}
	}
	return &Error{Message: message}
}

// TooMany refuses who asks for more at once than they may.
func TooMany(format string, args ...any) *Error {
	return refuse(http.StatusTooManyRequests, format, args...)
}

// locate finds the line and column of a place. The parser counts places in characters, and knows other
// ends of lines.
func locate(at *ast.Position) Location {
	found := Location{Line: 1, Column: 1}
	place, carriageReturn := 0, false
	for _, c := range at.Src.Input {
		if place == at.Start {
			break
		}
		place++
		switch {
		case c == '\n' && carriageReturn: // the second half of one end of a line
		case c == '\n' || c == '\r':
			found.Line++
			found.Column = 1
		default:
			found.Column += utf16.RuneLen(c)
		}
		carriageReturn = c == '\r'
	}
	return found
}

// asError gives an error of the engine as it is, and any other as the cause of one.
func asError(err error) *Error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	return &Error{Message: err.Error(), Cause: err}
}
