package store

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"
)

// Claim names a row that a sender has under a lease. The fencing token rises with each claim of the row, and
// every end of a claim names it: a sender that was frozen for longer than its lease changes nothing of what
// another has done since.
type Claim struct {
	ID    int64
	Fence int64
}

// ErrClaimLost tells a sender that its claim is over: the row was claimed again since, or is done.
var ErrClaimLost = errors.New("the claim is lost: another sender has had the message since")

// lostOrGone says why no row matched a claim: NotFound if it was deleted meanwhile.
func (t *tx) lostOrGone(ctx context.Context, model any, claim Claim) error {
	exists, err := t.NewSelect().Model(model).Where("id = ?", claim.ID).Exists(ctx)
	switch {
	case err != nil:
		return wrap(err, "look for the row of a claim")
	case exists:
		return ErrClaimLost
	}
	return errNotFound()
}

// panicsAllowed is at how many panics of its sender a message is put aside.
const panicsAllowed = 3

// panicReason is why a message was put aside whose sender panicked. What it panicked with is in the log.
const panicReason = "The service failed at this message three times; its log says why."

// longestReason bounds what is kept of other people's words, in bytes.
const longestReason = 500

// cleanReason makes others' words fit for both databases: PostgreSQL takes neither broken UTF-8 nor a NUL, and
// an end of a claim must never be what cannot be written.
func cleanReason(reason string) string {
	reason = strings.ReplaceAll(strings.ToValidUTF8(reason, "\ufffd"), "\x00", "")
	if len(reason) <= longestReason {
		return reason
	}
	cut := longestReason
	for !utf8.RuneStart(reason[cut]) {
		cut--
	}
	return reason[:cut]
}
