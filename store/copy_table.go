package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// copyTable is a table that both databases have, with the columns of both in the order of their names: each database
// has an order of its own.
type copyTable struct {
	name    string
	key     string // the column to read it by
	columns []copyColumn
}

type copyColumn struct {
	name string
	kind copyKind
}

func (t copyTable) columnList() string {
	names := make([]string, len(t.columns))
	for i, column := range t.columns {
		names[i] = column.name
	}
	return strings.Join(names, ", ")
}

// where leaves out the note of what is searched: the texts for that each database keeps in its own way, and fills in anew.
func (t copyTable) where() string {
	if t.name == "settings" {
		return " WHERE key <> '" + searchSetting + "'"
	}
	return ""
}

// Both catalogues give a table, a column and its type. SQLite's virtual tables, which are its indexes of words, are no
// tables here; PostgreSQL's index of words is one, and is left out. So are Bun's notes of the migrations.
const (
	sqliteColumns = `SELECT l.name, c.name, lower(c.type) FROM pragma_table_list AS l, pragma_table_xinfo(l.name) AS c
		WHERE l.schema = 'main' AND l.type = 'table' AND c.hidden = 0 AND l.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND l.name NOT LIKE 'bun\_%' ESCAPE '\'
		ORDER BY l.name, c.cid`
	postgresColumns = `SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns AS c
		JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
		WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
		AND c.table_name <> 'task_search' AND c.table_name NOT LIKE 'bun\_%' ORDER BY c.table_name, c.ordinal_position`
)

func (e *copyEnd) tables(ctx context.Context) (map[string][]copyColumn, error) {
	statement := sqliteColumns
	if e.postgres {
		statement = postgresColumns
	}
	rows, err := e.conn.QueryContext(ctx, statement)
	if err != nil {
		return nil, wrap(err, "read the catalogue")
	}
	defer func() { _ = rows.Close() }()
	tables := map[string][]copyColumn{}
	for rows.Next() {
		var table, column, declared string
		if err := rows.Scan(&table, &column, &declared); err != nil {
			return nil, wrap(err, "read the catalogue")
		}
		kind, known := copyKinds[declared]
		if !known {
			return nil, fmt.Errorf("%s.%s is of the type %q, which is not known how to copy", table, column, declared)
		}
		tables[table] = append(tables[table], copyColumn{column, kind})
	}
	return tables, wrap(rows.Err(), "read the catalogue")
}

// sharedTables are the tables of both databases, each after those that it refers to. One that only one of them has is an
// error: no row is ever left behind without a word.
func sharedTables(ctx context.Context, from, to *copyEnd) ([]copyTable, error) {
	there, err := to.tables(ctx)
	if err != nil {
		return nil, err
	}
	here, err := from.tables(ctx)
	if err != nil {
		return nil, err
	}
	if names, others := slices.Sorted(maps.Keys(here)), slices.Sorted(maps.Keys(there)); !slices.Equal(names, others) {
		return nil, fmt.Errorf("the databases have different tables: %s and %s", strings.Join(names, ", "), strings.Join(others, ", "))
	}
	parents, err := to.references(ctx)
	if err != nil {
		return nil, err
	}
	var ordered []copyTable
	placed := map[string]bool{}
	for len(ordered) < len(here) {
		before := len(ordered)
		for _, name := range slices.Sorted(maps.Keys(here)) {
			waits := slices.ContainsFunc(parents[name], func(parent string) bool { return parent != name && !placed[parent] })
			if placed[name] || waits {
				continue
			}
			columns, err := sharedColumns(name, here[name], there[name])
			if err != nil {
				return nil, err
			}
			ordered, placed[name] = append(ordered, copyTable{name, here[name][0].name, columns}), true
		}
		if len(ordered) == before {
			return nil, fmt.Errorf("tables refer to each other in a circle: none of those left after %v can be the first", slices.Sorted(maps.Keys(placed)))
		}
	}
	return ordered, nil
}

func sharedColumns(table string, here, there []copyColumn) ([]copyColumn, error) {
	kinds := map[string]copyKind{}
	for _, column := range there {
		kinds[column.name] = column.kind
	}
	shared := slices.Clone(here)
	for i, column := range here {
		other, known := kinds[column.name]
		switch {
		case !known || len(here) != len(there):
			return nil, fmt.Errorf("the databases have different columns in %s", table)
		case other == copyJSON && column.kind == copyText:
			shared[i].kind = copyJSON // SQLite has it as a text
		case column.kind == copyJSON && other == copyText:
		case other != column.kind:
			return nil, fmt.Errorf("%s.%s is %s in one database and %s in the other", table, column.name, column.kind, other)
		}
	}
	slices.SortFunc(shared, func(a, b copyColumn) int { return strings.Compare(a.name, b.name) })
	return shared, nil
}

// references are the tables that each refers to. SQLite looks at references when it commits, so no order is needed.
func (e *copyEnd) references(ctx context.Context) (map[string][]string, error) {
	if !e.postgres {
		return nil, nil
	}
	rows, err := e.conn.QueryContext(ctx, `SELECT child.relname, parent.relname FROM pg_constraint AS c JOIN pg_class AS child ON child.oid = c.conrelid
		JOIN pg_class AS parent ON parent.oid = c.confrelid WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`)
	if err != nil {
		return nil, wrap(err, "read what refers to what")
	}
	defer func() { _ = rows.Close() }()
	parents := map[string][]string{}
	for rows.Next() {
		var child, parent string
		if err := rows.Scan(&child, &parent); err != nil {
			return nil, wrap(err, "read what refers to what")
		}
		parents[child] = append(parents[child], parent)
	}
	return parents, wrap(rows.Err(), "read what refers to what")
}

// copyCounters has the target give ids from where the source goes on, also where the last rows were deleted: an id is
// never given twice.
func copyCounters(ctx context.Context, from, to *copyEnd) error {
	last, err := from.counters(ctx)
	if err != nil {
		return err
	}
	known, err := to.counters(ctx)
	if err != nil {
		return err
	}
	for _, table := range slices.Sorted(maps.Keys(last)) {
		if last[table] == 0 || last[table] == known[table] {
			continue
		}
		if err := to.count(ctx, table, last[table]); err != nil {
			return wrap(err, "set the counter of "+table)
		}
	}
	now, err := to.counters(ctx)
	if err != nil {
		return err
	}
	for table, id := range last {
		if now[table] != id {
			return fmt.Errorf("the copy of %s would give ids after %d instead of %d", table, now[table], id)
		}
	}
	return nil
}

// counters are the last ids that were given, by table; a table of which none was given is not among them.
func (e *copyEnd) counters(ctx context.Context) (map[string]int64, error) {
	statement := "SELECT name, seq FROM sqlite_sequence WHERE seq > 0 AND name NOT LIKE 'bun\\_%' ESCAPE '\\'"
	if e.postgres {
		statement = `SELECT t.relname, s.last_value FROM pg_sequences AS s
			JOIN pg_class AS c ON c.relname = s.sequencename AND c.relnamespace = s.schemaname::regnamespace
			JOIN pg_depend AS d ON d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
			JOIN pg_class AS t ON t.oid = d.refobjid
			WHERE s.schemaname = current_schema() AND s.last_value IS NOT NULL AND t.relname NOT LIKE 'bun\_%'`
	}
	rows, err := e.conn.QueryContext(ctx, statement)
	if err != nil {
		return nil, wrap(err, "read which ids were given")
	}
	defer func() { _ = rows.Close() }()
	last := map[string]int64{}
	for rows.Next() {
		var table string
		var id int64
		if err := rows.Scan(&table, &id); err != nil {
			return nil, wrap(err, "read which ids were given")
		}
		last[table] = id
	}
	return last, wrap(rows.Err(), "read which ids were given")
}

func (e *copyEnd) count(ctx context.Context, table string, id int64) error {
	if e.postgres {
		_, err := e.conn.ExecContext(ctx, "SELECT setval(pg_get_serial_sequence($1, 'id'), $2)", table, id)
		return err
	}
	updated, err := e.conn.ExecContext(ctx, "UPDATE sqlite_sequence SET seq = ? WHERE name = ?", id, table)
	if err != nil {
		return err
	}
	if count, err := updated.RowsAffected(); err != nil || count > 0 {
		return err
	}
	_, err = e.conn.ExecContext(ctx, "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, id)
	return err
}
