package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strconv"

	engine "zayavka/api/graphql"
	"zayavka/store"
)

// responseError is one member of a response's "errors".
type responseError struct {
	Message    string            `json:"message"`
	Locations  []engine.Location `json:"locations,omitempty"`
	Path       []any             `json:"path,omitempty"`
	Extensions errorExtensions   `json:"extensions"`
}

type errorExtensions struct {
	Code       store.Code `json:"code"`
	Field      string     `json:"field,omitempty"`      // the input at fault
	Reason     string     `json:"reason,omitempty"`     // of a phone's refusal: unreadable, too_long, too_short or anonymous
	RetryAfter int        `json:"retryAfter,omitempty"` // in seconds, for RATE_LIMITED
	RequestID  string     `json:"requestId,omitempty"`  // to look the cause up in the log, for INTERNAL
	Task       *staleTask `json:"task,omitempty"`       // as it is now, for CONFLICT of a version
}

// staleTask is the task that somebody else has changed in the meantime, with the fields of TaskType
// that two people can both change.
type staleTask struct {
	ID          string         `json:"id"`
	Version     int            `json:"version"`
	Status      store.Status   `json:"status"`
	Category    store.Category `json:"category"`
	Description any            `json:"description"` // null for none, as EmployeeID
	EmployeeID  any            `json:"employeeId"`
	UpdatedTime string         `json:"updatedTime"`
}

func newStaleTask(task *store.Task) *staleTask {
	if task == nil {
		return nil
	}
	stale := &staleTask{
		ID: strconv.FormatInt(task.ID, 10), Version: task.Version, Status: task.Status, Category: task.Category,
		Description: orNull(task.Description), UpdatedTime: moment(task.UpdatedAt),
	}
	if task.EmployeeID != nil {
		stale.EmployeeID = strconv.FormatInt(*task.EmployeeID, 10)
	}
	return stale
}

func errForbidden(format string, args ...any) error {
	return &store.Error{Code: store.Forbidden, Message: fmt.Sprintf(format, args...)}
}

func errNotFound() error { return &store.Error{Code: store.NotFound, Message: "Not found."} }

func errInvalid(field, format string, args ...any) error {
	return &store.Error{Code: store.Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

// invalidRequest is the error of a request that is wrong in itself.
func invalidRequest(format string, args ...any) responseError {
	return responseError{Message: fmt.Sprintf(format, args...), Extensions: errorExtensions{Code: store.Invalid}}
}

// knownError puts an error of the store into the response.
func knownError(known *store.Error) responseError {
	return responseError{Message: known.Message, Extensions: errorExtensions{
		Code: known.Code, Field: known.Field, Reason: string(known.Phone), RetryAfter: int(math.Ceil(known.RetryAfter.Seconds())), Task: newStaleTask(known.Task),
	}}
}

// internalError is what a client learns of a failure that is not theirs: nothing but the request's
// id, under which the cause is logged.
func (a *API) internalError(requestID string, cause error) responseError {
	message := "Internal server error."
	if errors.Is(cause, context.DeadlineExceeded) {
		message = fmt.Sprintf("The operation took longer than %s and was stopped. Ask for less at once.", a.engine.Limits.Timeout)
	}
	return responseError{Message: message, Extensions: errorExtensions{Code: store.Internal, RequestID: requestID}}
}

// refusalFor refuses a request for an error that belongs to no field.
func (a *API) refusalFor(ctx context.Context, requestID string, err error) *refusal {
	var known *store.Error
	if !errors.As(err, &known) {
		a.logFailure(ctx, requestID, nil, err)
		return &refusal{http.StatusInternalServerError, []responseError{a.internalError(requestID, err)}}
	}
	status := http.StatusUnprocessableEntity
	switch known.Code {
	case store.Conflict:
		status = http.StatusConflict
	case store.RateLimited:
		status = http.StatusTooManyRequests
	}
	return &refusal{status, []responseError{knownError(known)}}
}

// translate puts what went wrong into the words a client may read. This is the one place
// where that happens: errors of the store keep their text, the engine's complaints about a
// request are INVALID, and of everything else the client learns nothing but the request's id.
func (a *API) translate(ctx context.Context, requestID string, reported []*engine.Error) []responseError {
	var translated []responseError
	logged := map[string]bool{} // one failure can show in every row of a list
	for _, report := range reported {
		var failure responseError
		var known *store.Error
		switch cause := report.Cause; {
		case cause == nil:
			failure = invalidRequest("%s", report.Message)
		case errors.As(cause, &known):
			failure = knownError(known)
		default:
			failure = a.internalError(requestID, cause)
			if !logged[cause.Error()] {
				logged[cause.Error()] = true
				a.logFailure(ctx, requestID, report.Path, cause)
			}
		}
		failure.Locations, failure.Path = report.Locations, report.Path
		translated = append(translated, failure)
	}
	return translated
}

// invalidErrors are those of a request that is not executed.
func invalidErrors(reported []*engine.Error) []responseError {
	var translated []responseError
	for _, report := range reported {
		failure := invalidRequest("%s", report.Message)
		failure.Locations = report.Locations
		translated = append(translated, failure)
	}
	return translated
}

func (a *API) logFailure(ctx context.Context, requestID string, path []any, cause error) {
	level := slog.LevelError
	if errors.Is(cause, context.Canceled) {
		level = slog.LevelDebug // the client went away
	}
	attributes := []slog.Attr{slog.String("request_id", requestID), slog.Any("path", path), slog.Any("error", cause)}
	var panicked *engine.Panic
	if errors.As(cause, &panicked) {
		attributes = append(attributes, slog.String("stack", string(panicked.Stack)))
	}
	a.log.LogAttrs(ctx, level, "GraphQL operation failed", attributes...)
}
