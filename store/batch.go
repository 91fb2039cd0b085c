package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"go.opentelemetry.io/otel/trace"
)

// A statement of its own costs a round trip to PostgreSQL, which takes both sides as long as a short statement's work.
// Those of a change that need nothing of one another go together, as a batch with one answer.

// batched is a statement of a batch.
type batched struct {
	statement
	read    func(resultRows) error // nil for a statement that gives no rows
	onError func(error) error      // what its error becomes
}

// attempting makes of an error one that says what was attempted.
func attempting(what string) func(error) error {
	return func(err error) error { return wrap(err, what) }
}

// atEnd runs a statement at the end of the transaction, together with others; or now, in one that gathers none.
func (t *tx) atEnd(ctx context.Context, one batched) error {
	if t.gathers {
		t.gathered = append(t.gathered, one)
		return nil
	}
	return t.batch(ctx, one)
}

// batch runs statements in their order, up to the first that fails: on PostgreSQL in one round trip, unless a pooler stands
// before it, whose sessions keep no prepared statements.
func (t *tx) batch(ctx context.Context, all ...batched) error {
	if len(all) < 2 || !t.store.isPostgres() || t.store.statements != pgx.QueryExecModeCacheStatement {
		for _, one := range all {
			if err := t.alone(ctx, one); err != nil {
				return one.onError(err)
			}
		}
		return nil
	}
	spans := make([]trace.Span, len(all))
	for i, one := range all {
		spans[i] = t.store.startStatement(ctx, one.text)
	}
	done, err := 0, ctx.Err()
	var panicked any
	if err == nil {
		// A panic, or driver.ErrBadConn, would have Raw wait for the end of the transaction, which waits for Raw.
		err = t.conn.Raw(func(conn any) (err error) {
			defer func() { panicked = recover() }()
			done, err = runBatch(ctx, conn.(*stdlib.Conn).Conn(), all)
			return err
		})
	}
	if panicked != nil {
		panic(panicked)
	}
	for i, span := range spans {
		if i < done {
			endStatement(span, nil)
		} else {
			endStatement(span, err)
		}
	}
	return err
}

func (t *tx) alone(ctx context.Context, one batched) error {
	if one.read == nil {
		_, err := t.exec(ctx, one.text, one.args...)
		return err
	}
	rows, err := t.query(ctx, one.text, one.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return one.read(rows)
}

// runBatch is batch on a connection of pgx, which is in the transaction. It also gives how many statements were carried out.
func runBatch(ctx context.Context, conn *pgx.Conn, all []batched) (done int, err error) {
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, statementLimit)
		defer cancel()
	}
	// Outside of a transaction a batch would be committed by itself.
	if conn.PgConn().TxStatus() == 'I' {
		return 0, sql.ErrTxDone
	}
	batch := new(pgconn.Batch)
	for _, one := range all {
		prepared, err := conn.Prepare(ctx, one.text, one.text)
		if err != nil {
			return 0, one.onError(err)
		}
		var encoded pgx.ExtendedQueryBuilder
		if err := encoded.Build(conn.TypeMap(), prepared, one.args); err != nil {
			return 0, one.onError(err)
		}
		batch.ExecStatement(prepared, encoded.ParamValues, encoded.ParamFormats, encoded.ResultFormats)
	}
	results := conn.PgConn().ExecBatch(ctx, batch)
	defer func() { err = cmp.Or(err, results.Close()) }()
	for done, one := range all {
		if !results.NextResult() {
			return done, one.onError(closeOutdated(ctx, conn, cmp.Or(results.Close(), errNoAnswer)))
		}
		rows := pgx.RowsFromResultReader(conn.TypeMap(), results.ResultReader())
		var err error
		if one.read != nil {
			err = one.read(rows)
		}
		rows.Close()
		if err = cmp.Or(err, rows.Err()); err != nil {
			return done, one.onError(closeOutdated(ctx, conn, err))
		}
	}
	return len(all), nil
}

// errNoAnswer guards against fewer answers than statements; PostgreSQL gives one for each.
var errNoAnswer = errors.New("PostgreSQL has answered fewer statements than it was sent")

// closeOutdated closes a connection whose prepared statements are not what they were: a migration has changed their columns
// (feature_not_supported), or they are gone (invalid_sql_statement_name).
func closeOutdated(ctx context.Context, conn *pgx.Conn, err error) error {
	switch sqlState(err) {
	case "0A000", "26000":
		closeConn(ctx, conn)
	}
	return err
}
