package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"
)

// The hottest reads are prepared statements with arguments $1, $2, …: Bun writes arguments into the
// text, so that PostgreSQL parses and plans every query anew. On PostgreSQL they go past database/sql,
// which costs as much as pgx itself.

// resultRows are what a read gives, on either database. They must be closed.
type resultRows interface {
	Next() bool
	Scan(targets ...any) error
	Err() error
	Close()
}

// sqliteRows are rows of database/sql. What closing them can say, Err has said.
type sqliteRows struct{ *sql.Rows }

func (r sqliteRows) Close() { _ = r.Rows.Close() }

// query runs a prepared read on either database.
func (s *Store) query(ctx context.Context, statement string, args ...any) (resultRows, error) {
	if s.isPostgres() {
		return s.queryPostgres(ctx, pgx.QueryExecModeCacheStatement, statement, args)
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
	return sqliteRows{found}, nil
}

func (s *Store) queryPostgres(ctx context.Context, mode pgx.QueryExecMode, statement string, args []any) (resultRows, error) {
	return s.pool.Query(ctx, statement, append([]any{mode}, args...)...) //nolint:sqlclosecheck // by who reads them
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

// columns is what a row of a table is read into: the columns' names, and where each goes.
type columns[Row any] struct {
	names   []string
	targets func(*Row) []any
	join    string // another table, whose columns are read after the names
	joined  string
}

// of are the names with an alias before each.
func (c columns[Row]) of(alias string) string {
	return alias + "." + strings.Join(c.names, ", "+alias+".") + c.joined
}

var taskColumns = columns[Task]{
	names: []string{"id", "customer_id", "employee_id", "category", "status", "description", "version", "created_at", "updated_at",
		"ready_at", "closed_at"},
	targets: func(t *Task) []any {
		return []any{&t.ID, &t.CustomerID, &t.EmployeeID, &t.Category, &t.Status, &t.Description, &t.Version, &t.CreatedAt, &t.UpdatedAt,
			&t.ReadyAt, &t.ClosedAt}
	},
}

var customerColumns = columns[Customer]{
	names: []string{"id", "telegram_id", "phone", "phone_key", "name", "language", "phone_verified_at", "unreachable_at", "note", "search", "created_at", "updated_at"},
	targets: func(c *Customer) []any {
		return []any{
			&c.ID, &c.TelegramID, &c.Phone, &c.PhoneKey, &c.Name, &c.Language, &c.PhoneVerifiedAt, &c.UnreachableAt, &c.Note,
			&c.Search, &c.CreatedAt, &c.UpdatedAt,
		}
	},
}

// all reads every row.
func (c columns[Row]) all(rows resultRows) ([]Row, error) {
	defer rows.Close()
	var all []Row
	for rows.Next() {
		var row Row
		if err := rows.Scan(c.targets(&row)...); err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, rows.Err()
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
	found, err := c.all(rows)
	switch {
	case err != nil:
		return row, err
	case len(found) == 0:
		return row, errNotFound()
	}
	return found[0], nil
}
