package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// The hottest statements are prepared ones with arguments $1, $2, …: Bun writes arguments into the
// text, so that PostgreSQL parses and plans every one anew, which for a change of a status costs as much
// as carrying it out. Reads outside of transactions go past database/sql, which costs as much as pgx itself.

// statement is one with its arguments $1, $2, …
type statement struct {
	text string
	args []any
}

// resultRows are what a read gives, on either database. They must be closed.
type resultRows interface {
	Next() bool
	Scan(targets ...any) error
	Err() error
	Close()
}

// sqlRows are rows of database/sql. What closing them can say, Err has said.
type sqlRows struct{ *sql.Rows }

func (r sqlRows) Close() { _ = r.Rows.Close() }

// query runs a prepared read on either database.
func (s *Store) query(ctx context.Context, statement string, args ...any) (_ resultRows, err error) {
	span := s.startStatement(ctx, statement)
	defer func() { endStatement(span, err) }()
	if s.isPostgres() {
		return s.queryPostgres(ctx, s.statements, statement, args)
	}
	prepared, err := s.prepare(ctx, statement) //nolint:sqlclosecheck // closed with the Store
	if err != nil {
		return nil, err
	}
	var found *sql.Rows
	if prepared == nil {
		found, err = s.read.DB.QueryContext(ctx, questionMarks(statement), args...) //nolint:rowserrcheck // by who reads them
	} else {
		found, err = prepared.QueryContext(ctx, args...) //nolint:rowserrcheck // by who reads them
	}
	if err != nil {
		return nil, err
	}
	return sqlRows{found}, nil
}

func (s *Store) queryPostgres(ctx context.Context, mode pgx.QueryExecMode, statement string, args []any) (resultRows, error) {
	return s.pool.Query(ctx, statement, append([]any{mode}, args...)...) //nolint:sqlclosecheck // by who reads them
}

// query runs a prepared statement that gives rows in the transaction.
func (t *tx) query(ctx context.Context, statement string, args ...any) (resultRows, error) {
	span := t.store.startStatement(ctx, statement)
	rows, err := t.Tx.Tx.QueryContext(ctx, t.prepared(statement), t.arguments(args)...) //nolint:rowserrcheck // by who reads them
	endStatement(span, err)
	if err != nil {
		return nil, err
	}
	return sqlRows{rows}, nil
}

// exec runs a prepared statement in the transaction, and gives how many rows it changed.
func (t *tx) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	span := t.store.startStatement(ctx, statement)
	result, err := t.Tx.Tx.ExecContext(ctx, t.prepared(statement), t.arguments(args)...)
	endStatement(span, err)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// prepared is the statement's text for the database. SQLite, where waiting for the disk takes most of a
// change's time, reads it each time.
func (t *tx) prepared(statement string) string {
	if t.store.isPostgres() {
		return statement
	}
	return questionMarks(statement)
}

// arguments are the arguments as the database's driver takes them: values, or where columns have them.
func (t *tx) arguments(args []any) []any {
	if t.store.isPostgres() {
		return append([]any{t.store.statements}, args...)
	}
	for i, arg := range args {
		switch at := arg.(type) {
		case time.Time:
			args[i] = t.store.sqlTime(at)
		case *time.Time:
			args[i] = t.store.sqlTime(*at)
		case **time.Time:
			args[i] = nil
			if *at != nil {
				args[i] = t.store.sqlTime(**at)
			}
		}
	}
	return args
}

// maxPrepared is how many of SQLite's statements are kept. The lists alone, with all their filters,
// can have thousands.
const maxPrepared = 300

// prepare keeps SQLite's statements until the Store is closed; nil is given for one too many.
func (s *Store) prepare(ctx context.Context, statement string) (*sql.Stmt, error) {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if known := s.prepared[statement]; known != nil {
		return known, nil
	}
	if len(s.prepared) == maxPrepared {
		return nil, nil
	}
	made, err := s.read.DB.PrepareContext(ctx, questionMarks(statement)) //nolint:sqlclosecheck // kept
	if err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	s.prepared[statement] = made
	return made, nil
}

func questionMarks(statement string) string {
	return dollarArgument.ReplaceAllString(statement, "?$1")
}

// dollarArgument is PostgreSQL's way to write an argument; SQLite's begins with a question mark.
var dollarArgument = regexp.MustCompile(`\$([0-9]+)`)

// anyOf gives a condition that holds for each of the ids, as one argument, so that the statement's
// text is the same for any number of them.
func (s *Store) anyOf(column, argument string, ids []int64) (condition string, value any) {
	if s.isPostgres() {
		return column + " = ANY(" + argument + ")", ids
	}
	list, _ := json.Marshal(ids) // numbers always encode
	return column + " IN (SELECT value FROM json_each(" + argument + "))", string(list)
}

// anyOfTexts is anyOf for texts.
func (s *Store) anyOfTexts(column, argument string, texts []string) (condition string, value any) {
	if s.isPostgres() {
		return column + " = ANY(" + argument + ")", texts
	}
	list, _ := json.Marshal(texts) // texts always encode
	return column + " IN (SELECT value FROM json_each(" + argument + "))", string(list)
}

// columns is what a row of a table is read into and written from: the columns' names, the id first, and
// where each goes.
type columns[Row any] struct {
	table   string
	names   []string
	targets func(*Row) []any
	join    string // another table, whose columns are read after the names
	joined  string
}

// of are the names with an alias before each.
func (c columns[Row]) of(alias string) string {
	return alias + "." + strings.Join(c.names, ", "+alias+".") + c.joined
}

// from begins a statement that reads rows of the table, which has the alias in it.
func (c columns[Row]) from(alias string) string {
	return "SELECT " + c.of(alias) + " FROM " + c.table + " AS " + alias + c.join
}

var taskColumns = columns[Task]{
	table: "tasks",
	names: []string{"id", "customer_id", "employee_id", "category", "status", "description", "version", "created_at", "updated_at",
		"ready_at", "ready_since", "closed_at", "external_id", "source", "awaiting_reply_since", "promised_at", "overdue_at", "stage_id", "shop_category_id",
		"warranty_of_id", "warranty_until"},
	targets: func(t *Task) []any { // of texts that are types of their own as plain ones: a driver converts the others by reflection
		return []any{&t.ID, &t.CustomerID, &t.EmployeeID, (*string)(&t.Category), (*string)(&t.Status), &t.Description, &t.Version, &t.CreatedAt, &t.UpdatedAt,
			&t.ReadyAt, &t.ReadySince, &t.ClosedAt, &t.ExternalID, (*string)(&t.Source), &t.AwaitingReplySince, &t.PromisedAt, &t.OverdueAt, &t.StageID, &t.ShopCategoryID,
			&t.WarrantyOfID, &t.WarrantyUntil}
	},
}

var customerColumns = columns[Customer]{
	table: "customers",
	names: []string{"id", "telegram_id", "phone", "phone_key", "phone_extension", "name", "language", "phone_verified_at", "unreachable_at",
		"reachable_at", "muted_at", "note", "search", "external_id", "erase_at", "data_sent_at", "created_at", "updated_at"},
	targets: func(c *Customer) []any {
		return []any{
			&c.ID, &c.TelegramID, &c.Phone, &c.PhoneKey, &c.PhoneExtension, &c.Name, &c.Language, &c.PhoneVerifiedAt, &c.UnreachableAt,
			&c.ReachableAt, &c.MutedAt, &c.Note, &c.Search, &c.ExternalID, &c.EraseAt, &c.DataSentAt, &c.CreatedAt, &c.UpdatedAt,
		}
	},
}

// all reads every row; expected is how many there are, 0 for nobody knows.
func (c columns[Row]) all(rows resultRows, expected int) ([]Row, error) {
	defer rows.Close()
	var row Row // for every row in turn, as are its targets: each sets all of it
	targets := c.targets(&row)
	all := make([]Row, 0, cmp.Or(expected, 8)) // or the first few rows are copied three times
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, rows.Err()
}

// insert writes rows, and gives them their ids, which both databases count up in the order of the rows.
func (c columns[Row]) insert(ctx context.Context, t *tx, rows ...*Row) error {
	for some := range slices.Chunk(rows, rowsInStatement) {
		var values []any
		for _, row := range some {
			values = append(values, c.targets(row)[1:]...)
		}
		ids, err := readColumn[int64](t.query(ctx, "INSERT INTO "+c.table+" ("+strings.Join(c.names[1:], ", ")+") VALUES "+
			dollars(1, len(some), len(values)/len(some))+" RETURNING id", values...))
		if err != nil {
			return err
		}
		slices.Sort(ids)
		for i, id := range ids {
			*c.targets(some[i])[0].(*int64) = id
		}
	}
	return nil
}

// updating is the statement that writes what a row has become.
func (c columns[Row]) updating(row *Row) statement {
	args := c.targets(row)
	return statement{"UPDATE " + c.table + " SET (" + strings.Join(c.names[1:], ", ") + ") = " + dollars(2, 1, len(args)-1) + " WHERE id = $1", args}
}

// rowsInStatement is how many rows one statement writes at most: databases take only so many arguments.
const rowsInStatement = 100

// dollars are arguments from $first on, in so many rows: ($1, $2), ($3, $4).
func dollars(first, rows, columns int) string {
	var text strings.Builder
	for i := range rows * columns {
		switch {
		case i == 0:
			text.WriteString("($")
		case i%columns == 0:
			text.WriteString("), ($")
		default:
			text.WriteString(", $")
		}
		text.WriteString(strconv.Itoa(first + i))
	}
	return text.String() + ")"
}

// byID reads the rows in which the column, an id, is one of ids, to be found by it.
func (c columns[Row]) byID(ctx context.Context, s *Store, column string, ids []int64, id func(*Row) int64) (map[int64]*Row, error) {
	condition, argument := s.anyOf("r."+column, "$1", ids)
	rows, err := s.query(ctx, c.from("r")+" WHERE "+condition, argument)
	if err != nil {
		return nil, err
	}
	found, err := c.all(rows, len(ids))
	return byID(found, id), err
}

// byID makes rows to be found by their ids, without a copy of each.
func byID[Row any](rows []Row, id func(*Row) int64) map[int64]*Row {
	found := make(map[int64]*Row, len(rows))
	for i := range rows {
		found[id(&rows[i])] = &rows[i]
	}
	return found
}

// one reads a row that there is at most one of; none is NotFound.
func (c columns[Row]) one(rows resultRows) (Row, error) {
	var row Row
	found, err := c.all(rows, 1)
	switch {
	case err != nil:
		return row, err
	case len(found) == 0:
		return row, errNotFound()
	}
	return found[0], nil
}
