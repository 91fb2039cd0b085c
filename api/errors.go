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

// errorExtensions are what this API adds to an error.
type errorExtensions struct {
	Code       store.Code `json:"code"`
	Field      string     `json:"field,omitempty"`      // the input at fault
	Reason     string     `json:"reason,omitempty"`     // of a phone's refusal: unreadable, too_long, too_short or anonymous; of a consent's: no_text
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
		Description: orNull(task.Description), UpdatedTime: rfc3339(task.UpdatedAt),
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

// Explain puts what went wrong into the words a client may read. This is the one place where that happens:
// errors of the store keep their text, the engine's complaints about a request are INVALID, and of
// everything else the client learns nothing but the request's id, under which the cause is logged.
func (a application) Explain(ctx context.Context, failures []*engine.Error) {
	logged := map[string]bool{} // one failure can show in every row of a list
	for _, failure := range failures {
		var known *store.Error
		var broken *engine.BrokenAnswer
		switch cause := failure.Cause; {
		case failure.Extensions != nil: // the engine's own
		case cause == nil && failure.Status == http.StatusTooManyRequests:
			failure.Extensions = errorExtensions{Code: store.RateLimited, RetryAfter: failure.RetryAfter}
		case cause == nil:
			failure.Extensions = errorExtensions{Code: store.Invalid}
		case errors.As(cause, &known) && !errors.As(cause, &broken):
			explainKnown(failure, known)
		case hungUp(ctx, cause):
			failure.Status, failure.Message = statusClientClosedRequest, "The request was canceled."
			failure.Extensions = errorExtensions{Code: canceled}
		default:
			failure.Status = http.StatusInternalServerError
			failure.Message = a.aboutInternal(cause)
			failure.Extensions = errorExtensions{Code: store.Internal, RequestID: arrivalOf(ctx).id}
			if !logged[cause.Error()] {
				logged[cause.Error()] = true
				a.logFailure(ctx, failure.Path, cause)
			}
		}
		if told, ok := failure.Extensions.(errorExtensions); ok {
			a.failures.WithLabelValues(string(told.Code)).Inc()
		}
	}
}

// canceled is the code of an operation whose client has gone, or whose process stops. It is nobody's failure.
const canceled store.Code = "CANCELED"

// statusClientClosedRequest is what proxies log for such a request; nobody reads the answer.
const statusClientClosedRequest = 499

// hungUp is whether an operation ended because its client has gone. A panic is a fault all the same.
func hungUp(ctx context.Context, cause error) bool {
	var panicked *engine.Panic
	return !errors.As(cause, &panicked) && (errors.Is(ctx.Err(), context.Canceled) || errors.Is(cause, context.Canceled))
}

func explainKnown(failure *engine.Error, known *store.Error) {
	failure.Message = known.Message
	failure.RetryAfter = int(math.Ceil(known.RetryAfter.Seconds()))
	reason := string(known.Phone)
	if known.Code == store.Conflict {
		reason = known.Reason // that of an Invalid is a rule of which forms tell
	}
	failure.Extensions = errorExtensions{
		Code: known.Code, Field: known.Field, Reason: reason, RetryAfter: failure.RetryAfter, Task: newStaleTask(known.Task),
	}
	switch known.Code {
	case store.Conflict:
		failure.Status = http.StatusConflict
	case store.RateLimited:
		failure.Status = http.StatusTooManyRequests
	default:
		failure.Status = http.StatusUnprocessableEntity
	}
}

// aboutInternal is what a client learns of a failure that is not theirs.
func (a *API) aboutInternal(cause error) string {
	if errors.Is(cause, context.DeadlineExceeded) {
		return fmt.Sprintf("The operation took longer than %s and was stopped. Ask for less at once.", a.server.Limits.Timeout)
	}
	return "Internal server error."
}

func (a *API) logFailure(ctx context.Context, path []any, cause error) {
	attributes := []slog.Attr{slog.String("request_id", arrivalOf(ctx).id), slog.Any("path", path), slog.Any("error", cause)}
	var panicked *engine.Panic
	if errors.As(cause, &panicked) {
		attributes = append(attributes, slog.String("stack", string(panicked.Stack)))
	}
	a.log.LogAttrs(ctx, slog.LevelError, "GraphQL operation failed", attributes...)
}
