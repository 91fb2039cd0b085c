package telegram

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Kind says what to do about an Error.
type Kind int

const (
	Temporary    Kind = iota // network, time-out, 5xx, no JSON: try again later
	Flood                    // 429: try again after RetryAfter
	Unreachable              // 403, or a chat that does not exist: nothing gets through until the person writes again
	Rejected                 // 400 and the like: the same request fails again
	Unauthorized             // 401: the token is not valid
	Conflict                 // 409: somebody else polls this bot, or a webhook is set
)

func (k Kind) String() string {
	return [...]string{"temporary", "flood", "unreachable", "rejected", "unauthorized", "conflict"}[k]
}

// Error is a request to Telegram that failed. Its text never holds the token.
type Error struct {
	Kind        Kind
	Code        int           // error_code; 0 when there was no answer
	Description string        // Telegram's own words, or what happened to the connection
	RetryAfter  time.Duration // for Flood
}

func (e *Error) Error() string {
	if e.Code == 0 {
		return "telegram: " + e.Description
	}
	return fmt.Sprintf("telegram: %s (%d)", e.Description, e.Code)
}

// AsError finds the Error in err's chain.
func AsError(err error) (*Error, bool) {
	var e *Error
	ok := errors.As(err, &e)
	return e, ok
}

// answer is what every method answers: https://core.telegram.org/bots/api#making-requests
type answer struct {
	Result      any    `json:"result"`
	OK          bool   `json:"ok"`
	ErrorCode   int    `json:"error_code"`
	Description string `json:"description"`
	Parameters  struct {
		RetryAfter int `json:"retry_after"`
	} `json:"parameters"`
}

func (a answer) error() *Error {
	e := &Error{Code: a.ErrorCode, Description: a.Description}
	switch {
	case a.ErrorCode == http.StatusTooManyRequests:
		e.Kind, e.RetryAfter = Flood, time.Duration(max(1, a.Parameters.RetryAfter))*time.Second
	case a.ErrorCode == http.StatusForbidden, strings.HasSuffix(a.Description, "chat not found"):
		e.Kind = Unreachable
	case a.ErrorCode == http.StatusUnauthorized, a.ErrorCode == http.StatusNotFound:
		e.Kind = Unauthorized // a malformed token makes an address that does not exist
	case a.ErrorCode == http.StatusConflict:
		e.Kind = Conflict
	case a.ErrorCode >= 400 && a.ErrorCode < 500:
		e.Kind = Rejected
	}
	return e
}

// cleaned is any failure as an Error without the token.
func cleaned(err error, token string) error {
	if err == nil {
		return nil
	}
	if e, ok := AsError(err); ok {
		return e
	}
	var addressed *url.Error
	if errors.As(err, &addressed) {
		err = addressed.Err // the rest of its text is the address, and the token with it
	}
	return &Error{Kind: Temporary, Description: strings.ReplaceAll(err.Error(), token, "(token)")}
}

// IsNotModified tells that a message already is what an edit would make it.
func IsNotModified(err error) bool {
	e, ok := AsError(err)
	return ok && strings.Contains(e.Description, "message is not modified")
}
