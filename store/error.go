package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"zayavka/store/phone"
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
	Reason     string        // names the rule that a new password breaks, why a row is not imported, or that there is no text to agree to; may be empty
	RetryAfter time.Duration // for RateLimited
	Phone      phone.Fault   // for the Invalid of a phone
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

func isUniqueViolation(err error) bool { return violatesUnique(err, "") }

// violatesUnique tells whether a row has what only one may have in the column. The name of PostgreSQL's constraint
// holds the column's; SQLite names the column nowhere but in the message of its own error.
func violatesUnique(err error, column string) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == pgUniqueViolation && strings.Contains(pg.ConstraintName, column)
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE && strings.Contains(lite.Error(), column)
}

// isRefusedCommit tells whether SQLite undid a transaction because its file is not in its place any more.
func isRefusedCommit(err error) bool {
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code() == sqlite3.SQLITE_CONSTRAINT_COMMITHOOK
}

// isTransient tells whether the database undid the transaction for a reason of its own, so that
// running it again from the start can succeed.
func isTransient(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == pgSerializationFailure || pg.Code == pgDeadlockDetected)
}

// IsOutage tells that a failure is none of the data that was to be written or read: the database is away, full,
// read-only, too busy or not as it should be, or time ran out. The same may succeed later.
func IsOutage(err error) bool {
	var known *Error
	if err == nil || errors.As(err, &known) {
		return false
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return slices.ContainsFunc(outagesOfPostgres, func(prefix string) bool { return strings.HasPrefix(pg.Code, prefix) })
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		const primary = 0xff // the rest tells more exactly what happened
		return slices.Contains(outagesOfSQLite, lite.Code()&primary)
	}
	var connecting *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connecting) || errors.As(err, &network) || slices.ContainsFunc([]error{
		context.Canceled, context.DeadlineExceeded, driver.ErrBadConn, sql.ErrConnDone, sql.ErrTxDone,
		io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, syscall.ECONNRESET, syscall.EPIPE,
	}, func(cause error) bool { return errors.Is(err, cause) }) ||
		pgconn.SafeToRetry(err) || pgconn.Timeout(err)
}

// outagesOfPostgres are classes of SQLSTATE, or whole ones: https://www.postgresql.org/docs/current/errcodes-appendix.html
var outagesOfPostgres = []string{
	"08",    // the connection
	"25006", // read-only, as after a failover
	"25P0",  // a transaction that was idle or failed before
	"28",    // the role or its password
	"3D",    // no such database
	"40",    // undone because of another transaction, or its end is not known
	"42501", // rights of the role
	"42P01", // no such table, and
	"42703", // no such column: the schema is not the one of this version
	"53",    // disk full, no memory, too many connections
	"55",    // a lock, or not in a state to do that
	"57",    // shutting down, starting, or cancelled
	"58",    // the operating system
	"XX",    // internal, or damaged data
}

var outagesOfSQLite = []int{
	sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
	sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM,
	sqlite3.SQLITE_AUTH, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_ABORT, sqlite3.SQLITE_SCHEMA,
	sqlite3.SQLITE_NOLFS,
}
