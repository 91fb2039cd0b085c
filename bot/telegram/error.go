package telegram

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Kind says what to do about an Error.
type Kind int

const (
	Temporary    Kind = iota // it surely was not carried out, and may be later: refused connection, name service, TLS, 5xx
	Unanswered               // it was written, and no answer of the Bot API came: it may have been carried out
	Flood                    // 429: try again after RetryAfter
	Unreachable              // nothing gets through to this chat until the person writes again
	Rejected                 // 400 and the like: the same request fails again
	Unauthorized             // 401: the token is not valid
	Conflict                 // 409: somebody else polls this bot, or a webhook is set
	Migrated                 // the group has become a supergroup: the same request is for that one
)

func (k Kind) String() string {
	return [...]string{"temporary", "unanswered", "flood", "unreachable", "rejected", "unauthorized", "conflict", "migrated"}[k]
}

// Error is a request to Telegram that failed. Its text never holds the token.
type Error struct {
	Kind        Kind
	Code        int           // error_code; 0 when there was no answer
	Description string        // Telegram's own words, or what happened to the connection
	RetryAfter  time.Duration // for Flood
	MigratedTo  int64         // for Migrated: the chat that the group has become
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

// resultOf says in a word what became of a request.
func resultOf(err error) string {
	e, answered := AsError(err)
	switch {
	case err == nil:
		return "ok"
	case answered:
		return e.Kind.String()
	}
	return "not begun"
}

// answer is what every method answers: https://core.telegram.org/bots/api#making-requests
type answer struct {
	Result      any    `json:"result"`
	OK          bool   `json:"ok"`
	ErrorCode   int    `json:"error_code"`
	Description string `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

func (a answer) error() *Error {
	e := &Error{Kind: refusal(a.ErrorCode, a.Description), Code: a.ErrorCode, Description: a.Description}
	switch {
	case e.Kind == Flood:
		e.RetryAfter = time.Duration(max(1, a.Parameters.RetryAfter)) * time.Second
	case a.Parameters.MigrateTo != 0:
		e.Kind, e.MigratedTo = Migrated, a.Parameters.MigrateTo
	}
	return e
}

// unreachable are the words by which Telegram says that no message gets to a chat, whatever it holds. They
// come under 400 as well as under 403, and some are names of errors of the protocol beneath the Bot API.
var unreachable = []string{
	"bot was blocked by the user",
	"user is deactivated",
	"bot can't initiate conversation with a user",
	"bot can't send messages to bots",
	"bot was kicked",
	"bot is not a member",
	"chat not found",
	"user not found",
	"PEER_ID_INVALID",
	"INPUT_USER_DEACTIVATED",
	"USER_DEACTIVATED",
	"USER_IS_BLOCKED",
	"YOU_BLOCKED_USER",
	"USER_ID_INVALID",
	"CHAT_ID_INVALID",
}

// refusal says what an answer with this code and these words means: the one place that tells refusals apart.
func refusal(code int, description string) Kind {
	saysSo := func(words string) bool { return strings.Contains(strings.ToLower(description), strings.ToLower(words)) }
	switch {
	case code == http.StatusTooManyRequests:
		return Flood
	case code == http.StatusUnauthorized, code == http.StatusNotFound:
		return Unauthorized // a malformed token makes an address that does not exist
	case code == http.StatusConflict:
		return Conflict
	case code == http.StatusBadGateway, code == http.StatusGatewayTimeout:
		return Unanswered // a gateway's word: what is behind it may have carried the request out
	case code == http.StatusForbidden, code == http.StatusBadRequest && slices.ContainsFunc(unreachable, saysSo):
		return Unreachable
	case code >= 400 && code < 500:
		return Rejected
	}
	return Temporary
}

// failed is any failure as an Error, without the token and the proxy's password, and with the proxy's address: most
// failures to reach Telegram through one are its own.
func (c *Client) failed(err error) *Error {
	if e, ok := AsError(err); ok {
		return e
	}
	var addressed *url.Error
	if errors.As(err, &addressed) {
		err = addressed.Err // the rest of its text is the address, and the token with it
	}
	description := strings.ReplaceAll(err.Error(), c.token, "(token)")
	if c.proxy != nil {
		if password, _ := c.proxy.User.Password(); password != "" {
			description = strings.ReplaceAll(description, password, "(password)")
		}
		description = "through the proxy " + c.proxy.Host + ": " + description
	}
	return &Error{Kind: Temporary, Description: description}
}

// RefusesKind tells that a file would be taken as a document, if not as what it was sent as: a picture of odd dimensions, or
// a voice message where the person lets nobody send them any.
func RefusesKind(err error) bool {
	return rejects(err, "PHOTO_INVALID_DIMENSIONS", "PHOTO_SAVE_FILE_INVALID", "PHOTO_EXT_INVALID", "IMAGE_PROCESS_FAILED", "VOICE_MESSAGES_FORBIDDEN")
}

// RefusesButton tells that Telegram does not take the address of a button.
func RefusesButton(err error) bool {
	return rejects(err, "BUTTON_URL_INVALID", "BUTTON_TYPE_INVALID", "button URL", "Web App URL")
}

// ForgotFile tells that a file_id means nothing to the bot, as one of another bot does.
func ForgotFile(err error) bool {
	return rejects(err, "wrong file identifier", "wrong remote file identifier", "FILE_REFERENCE_")
}

func rejects(err error, words ...string) bool {
	e, ok := AsError(err)
	return ok && e.Kind == Rejected && slices.ContainsFunc(words, func(word string) bool { return strings.Contains(e.Description, word) })
}

// IsNotModified tells that a message already is what an edit would make it.
func IsNotModified(err error) bool {
	e, ok := AsError(err)
	return ok && strings.Contains(e.Description, "message is not modified")
}
