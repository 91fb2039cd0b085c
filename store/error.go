package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Code says what kind of failure an Error is. Transports translate it, and nothing else, into
// their own words: extensions.code in GraphQL, an answer in the chat.
type Code string

const (
	Unauthenticated Code = "UNAUTHENTICATED"
	Forbidden       Code = "FORBIDDEN"
	NotFound        Code = "NOT_FOUND"
	Invalid         Code = "INVALID"
	Conflict        Code = "CONFLICT"
	RateLimited     Code = "RATE_LIMITED"
	Internal        Code = "INTERNAL"
)

// Error is the one error type whose text people may see. Any other error is Internal: its cause
// belongs in the log and never reaches a client.
type Error struct {
	Code       Code
	Field      string        // the input at fault, for Invalid and Conflict; may be empty
	Message    string        // English, says what to do
	RetryAfter time.Duration // for RateLimited
	Task       *Task         // for the Conflict of a stale version: the task as it is now
}

func (e *Error) Error() string { return e.Message }

// CodeOf returns the code of the first Error in err's chain, Internal when there is none and ""
// when err is nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

func errNotFound() error { return &Error{Code: NotFound, Message: "Not found."} }

func errInvalid(field, format string, args ...any) error {
	return &Error{Code: Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

func errConflict(field, format string, args ...any) error {
	return &Error{Code: Conflict, Field: field, Message: fmt.Sprintf(format, args...)}
}

// wrap says what was attempted; nil stays nil.
func wrap(err error, attempted string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", attempted, err)
}

// notFoundOr turns "no rows" into NotFound and wraps everything else.
func notFoundOr(err error, attempted string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return errNotFound()
	}
	return wrap(err, attempted)
}

// fieldError names another input in an Error.
func fieldError(err error, field string) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	renamed := *e
	renamed.Field = field
	return &renamed
}

const (
	pgUniqueViolation      = "23505"
	pgSerializationFailure = "40001"
	pgDeadlockDetected     = "40P01"
)

func isUniqueViolation(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == pgUniqueViolation
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE
}

// isTransient tells whether the database undid the transaction for a reason of its own, so that
// running it again from the start can succeed.
func isTransient(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == pgSerializationFailure || pg.Code == pgDeadlockDetected)
}
