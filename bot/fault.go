package bot

import (
	"context"
	"errors"
	"fmt"

	"zayavka/bot/telegram"
	"zayavka/store"
)

// mostTries is how often an update is tried that fails because of itself, before it is put aside as a dead
// letter, so that its chat goes on.
const mostTries = 3

// unreadableError is an update of a form that is not understood: no second try can change that.
type unreadableError struct{ error }

func (e *unreadableError) Unwrap() error { return e.error }

// panicError is a handler's panic.
type panicError struct {
	cause any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.cause, e.stack) }

// reasonOf tells why an update could not be processed. FaultOutage is none of its own fault, whatever the update
// is: the database or Telegram cannot do their part now, so it waits for as long as that lasts, and no
// try counts.
func reasonOf(err error) store.FaultReason {
	var unreadable *unreadableError
	var panicked *panicError
	if errors.As(err, &unreadable) {
		return store.FaultUnreadable
	}
	if errors.As(err, &panicked) {
		return store.FaultPanic
	}
	if e, ok := telegram.AsError(err); ok {
		if e.Kind == telegram.Rejected || e.Kind == telegram.Unreachable {
			return store.FaultRefused
		}
		return store.FaultOutage
	}
	if store.IsOutage(err) || errors.Is(err, errBatchBroke) || errors.Is(err, context.DeadlineExceeded) {
		return store.FaultOutage
	}
	return store.FaultError
}

// detailOf is a failure in technical words, for staff who send them on.
func detailOf(err error) string {
	var panicked *panicError
	if errors.As(err, &panicked) {
		return fmt.Sprint(panicked.cause)
	}
	return err.Error()
}
