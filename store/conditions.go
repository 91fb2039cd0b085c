package store

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// conditions collect the WHERE of a list. Values become arguments, so that the statements of lists
// that are filtered alike have the same text and are prepared once.
type conditions struct {
	store   *Store
	texts   []string
	args    []any
	nothing bool  // no row can match
	refused error // what was asked is not looked for
	literal bool  // PostgreSQL plans better when it sees the values
}

// add takes a condition with a question mark for each argument.
func (w *conditions) add(text string, args ...any) {
	for _, arg := range args {
		text = strings.Replace(text, "?", w.argument(arg), 1)
	}
	w.texts = append(w.texts, text)
}

// argument takes a value, and gives how the statement names it.
func (w *conditions) argument(value any) string {
	if moment, ok := value.(time.Time); ok {
		value = w.store.sqlTime(moment)
	}
	w.args = append(w.args, value)
	return "$" + strconv.Itoa(len(w.args))
}

// addEnum wants the column to have one of the values; no values are no condition. They stand in the
// text, there being few combinations, so that also a plan for all arguments knows how common each is
// and which partial indexes hold them.
func addEnum[Value ~string](w *conditions, column string, values, known []Value) {
	var quoted []string
	for _, value := range known {
		if slices.Contains(values, value) {
			quoted = append(quoted, "'"+string(value)+"'")
		}
	}
	switch {
	case len(values) == 0 || len(quoted) == len(known):
	case len(quoted) == 0:
		w.nothing = true
	default:
		w.add(column + " IN (" + strings.Join(quoted, ", ") + ")")
	}
}

func (w *conditions) where() string {
	if len(w.texts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.texts, " AND ")
}

// sqlTime is how a time is compared with what Bun wrote: SQLite keeps times as text.
func (s *Store) sqlTime(at time.Time) any {
	if s.isPostgres() {
		return at
	}
	return sqliteTime(at)
}

// sqliteTime is a time as SQLite has it, and compares it: a text.
func sqliteTime(at time.Time) string { return at.UTC().Format("2006-01-02 15:04:05.999999-07:00") }

// query runs a statement with these conditions, which ends as rest says.
func (w *conditions) query(ctx context.Context, statement, rest string) (resultRows, error) {
	return w.run(ctx, statement+w.where()+rest)
}

// run runs a whole statement with the conditions' arguments.
func (w *conditions) run(ctx context.Context, text string) (resultRows, error) {
	if w.refused != nil {
		return nil, w.refused
	}
	if w.literal && w.store.isPostgres() {
		return w.store.queryPostgres(ctx, pgx.QueryExecModeSimpleProtocol, text, w.args)
	}
	return w.store.query(ctx, text, w.args...)
}

// count counts the rows of a table, given with its alias, for which the conditions hold.
func (w *conditions) count(ctx context.Context, table string) (count int, err error) {
	if w.nothing {
		return 0, nil
	}
	rows, err := w.query(ctx, "SELECT count(*) FROM "+table, "")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		err = rows.Scan(&count)
	}
	if err == nil {
		err = rows.Err()
	}
	return count, err
}

// Cursor is a place in a list: right at the row with this moment and id. It stays where it is while
// rows come and go.
type Cursor struct {
	At time.Time
	ID int64
}

// PageRequest asks for a part of a list: Limit rows after one cursor and before another, the first ones or,
// FromEnd, the last ones. Limit is positive.
type PageRequest struct {
	After, Before *Cursor
	Limit         int
	FromEnd       bool
}

// Page is a part of a list, in the list's order.
type Page[Row any] struct {
	Rows    []Row
	HasMore bool // beyond Rows, in the direction of reading
}

// ordering is by a moment and, of equal ones, by id. Without a column it is by id alone.
type ordering struct {
	column     string
	absent     string // what stands for NULL in the column, as SQL
	descending bool
	partial    bool // only of rows that have such a moment, as the index says
}

// of is the condition that a row lies in the range, and the order in which to read it.
func (o ordering) of(w *conditions, alias string, r PageRequest) (orderBy string) {
	after, before := " > ", " < "
	if o.descending {
		after, before = before, after
	}
	column := alias + "." + o.column
	if o.absent != "" {
		column = "coalesce(" + column + ", " + o.absent + ")"
	}
	if o.partial {
		w.add(alias + "." + o.column + " IS NOT NULL")
	}
	bound := func(than string, c *Cursor) {
		switch {
		case c == nil:
		case o.column == "":
			w.add(alias+".id"+than+"?", c.ID)
		default: // row values, not ORs, let the index find the range's beginning
			w.add("("+column+", "+alias+".id)"+than+"(?, ?)", c.At, c.ID)
		}
	}
	bound(after, r.After)
	bound(before, r.Before)
	direction := ""
	if o.descending != r.FromEnd {
		direction = " DESC"
	}
	if o.column == "" {
		return alias + ".id" + direction
	}
	return column + direction + ", " + alias + ".id" + direction
}

// pageOf makes a page of what was read in the range's direction: one row more than it holds, if there is one.
func pageOf[Row any](read []Row, r PageRequest) Page[Row] {
	page := Page[Row]{Rows: read[:min(len(read), r.Limit)], HasMore: len(read) > r.Limit}
	if r.FromEnd {
		slices.Reverse(page.Rows)
	}
	return page
}

// readPage reads a page of a list.
func readPage[Row any](ctx context.Context, w conditions, alias string, c columns[Row], o ordering, r PageRequest) (Page[Row], error) {
	if w.nothing {
		return Page[Row]{}, nil
	}
	rows, err := w.run(ctx, pageStatement(&w, alias, c, o, r))
	if err != nil {
		return Page[Row]{}, err
	}
	read, err := c.all(rows, r.Limit+1)
	if err != nil {
		return Page[Row]{}, err
	}
	return pageOf(read, r), nil
}

func pageStatement[Row any](w *conditions, alias string, c columns[Row], o ordering, r PageRequest) string {
	orderBy := o.of(w, alias, r)
	return c.from(alias) + w.where() + " ORDER BY " + orderBy + " LIMIT " + strconv.Itoa(r.Limit+1)
}

// readUpTo reads all rows, in no order, unless there are more than most.
func readUpTo[Row any](ctx context.Context, w conditions, alias string, c columns[Row], most int) (rows []Row, tooMany bool, err error) {
	if w.nothing {
		return nil, false, nil
	}
	found, err := w.query(ctx, c.from(alias), " LIMIT "+strconv.Itoa(most+1))
	if err != nil {
		return nil, false, err
	}
	rows, err = c.all(found, 0)
	if err != nil || len(rows) > most {
		return nil, err == nil, err
	}
	return rows, false, nil
}

// readIDsUpTo reads the ids of all rows, ascending, unless there are more than most.
func readIDsUpTo(ctx context.Context, w conditions, table, alias string, most int) (ids []int64, tooMany bool, err error) {
	if w.nothing {
		return nil, false, nil
	}
	ids, err = readColumn[int64](w.query(ctx, "SELECT "+alias+".id FROM "+table+" AS "+alias, " LIMIT "+strconv.Itoa(most+1)))
	if err != nil || len(ids) > most {
		return nil, err == nil, err
	}
	slices.Sort(ids)
	return ids, false, nil
}
