package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// statementLimit bounds what PostgreSQL may take for a statement whose caller has set no bound of its
// own, as work in the background: a connection that was cut off without a word would be waited for
// for ever.
const statementLimit = 15 * time.Second

// idleTransactionLimit is for how long PostgreSQL keeps what a transaction has locked when nothing more is heard
// of its process, which was frozen or cut off: others wait for these rows, or pass them over.
const (
	idleTransaction      = "idle_in_transaction_session_timeout"
	idleTransactionLimit = 5 * time.Second
)

// migrationLimit bounds all migrations of a start.
const migrationLimit = 24 * time.Hour

// statementLimits is a pgx tracer, because pgx executes a statement under the context that its tracer
// gives.
type statementLimits struct{}

type cancelKey struct{}

func (statementLimits) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	if _, bounded := ctx.Deadline(); bounded {
		return ctx
	}
	ctx, cancel := context.WithTimeout(ctx, statementLimit)
	return context.WithValue(ctx, cancelKey{}, cancel)
}

func (statementLimits) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryEndData) {
	if cancel, ok := ctx.Value(cancelKey{}).(context.CancelFunc); ok {
		cancel()
	}
}
