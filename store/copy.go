package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// CopiedTable is a table as it lies in both databases after a copy.
type CopiedTable struct {
	Name     string
	Rows     int64
	Checksum string // of all rows in a form that both databases share, in hexadecimal; their order has no part in it
}

// CopyInto copies everything into another database: each row with its id, and from where on ids are given. Each table
// is read anew in the other database, and what is there has to be what was sent. The other database must be empty: of
// SQLite, a file that does not exist, which gets its name when all of it is written; in PostgreSQL all rows are one
// transaction. This database is read as it is at one moment, and must have every migration.
func (s *Store) CopyInto(ctx context.Context, url string) (tables []CopiedTable, err error) {
	o := s.optionsFor(url)
	if strings.HasPrefix(url, "sqlite://") {
		return s.copyIntoFile(ctx, o, true)
	}
	target, err := Open(o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	resume, err := target.ExcludeServices(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, resume()) }()
	return s.copyInto(ctx, target, true)
}

// copyIntoFile writes a file of SQLite beside its name, and names it when it is whole.
func (s *Store) copyIntoFile(ctx context.Context, o Options, searchable bool) (tables []CopiedTable, err error) {
	path := strings.TrimPrefix(o.URL, "sqlite://")
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("%s exists already; name a new file", path)
	}
	part := path + ".part"
	removeParts := func() error {
		var failures []error
		for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".lock"} {
			failures = append(failures, os.RemoveAll(part+suffix))
		}
		return errors.Join(failures...)
	}
	if err := removeParts(); err != nil {
		return nil, fmt.Errorf("remove what an earlier copy left: %w", err)
	}
	defer func() { err = errors.Join(err, removeParts()) }()
	o.URL = "sqlite://" + part
	target, err := Open(o)
	if err != nil {
		return nil, err
	}
	tables, err = s.copyInto(ctx, target, searchable)
	if err = errors.Join(err, target.Close()); err != nil {
		return nil, err
	}
	if err := leaveWAL(ctx, target.file); err != nil {
		return nil, err
	}
	return tables, wrap(name(part, path, os.Link), "name the copy")
}

// leaveWAL makes a database that nobody has open one file without a -wal, as a copy by VACUUM INTO is.
func leaveWAL(ctx context.Context, file *sqliteFile) (err error) {
	db, err := sql.Open("sqlite", file.uri("mode=rw&_pragma=synchronous(FULL)"))
	if err != nil {
		return wrap(err, "end the copy")
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	return wrap(err, "end the copy")
}

// copyInto copies into a database that nobody uses. What is searched there is filled in now, or else by the next start.
func (s *Store) copyInto(ctx context.Context, target *Store, searchable bool) ([]CopiedTable, error) {
	ctx, cancel := context.WithTimeout(ctx, migrationLimit)
	defer cancel()
	if err := s.Ready(ctx); err != nil {
		return nil, fmt.Errorf("%s cannot be copied: %w", s.Place(), err)
	}
	if err := target.MigrateUp(ctx); err != nil {
		return nil, err
	}
	tables, err := s.copyRows(ctx, target)
	if err != nil {
		return nil, err
	}
	if target.isPostgres() {
		if _, err := target.write.ExecContext(ctx, "ANALYZE"); err != nil {
			return nil, wrap(err, "analyze the copy")
		}
	}
	if !searchable {
		return tables, nil
	}
	return tables, target.fillSearch(ctx)
}

func (s *Store) copyRows(ctx context.Context, target *Store) (tables []CopiedTable, err error) {
	from, err := s.copyEnd(ctx, s.read.DB, "BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
	if err != nil {
		return nil, err
	}
	defer from.end(ctx)
	to, err := target.copyEnd(ctx, target.write.DB, "BEGIN IMMEDIATE", "BEGIN")
	if err != nil {
		return nil, err
	}
	defer to.end(ctx)
	all, err := sharedTables(ctx, from, to)
	if err != nil {
		return nil, err
	}
	if err := to.requireEmpty(ctx, all, target.Place()); err != nil {
		return nil, err
	}
	for _, table := range all {
		copied, err := from.copyTable(ctx, to, table)
		if err != nil {
			return nil, err
		}
		tables = append(tables, copied)
	}
	if err := copyCounters(ctx, from, to); err != nil {
		return nil, err
	}
	if err := to.checkReferences(ctx); err != nil {
		return nil, err
	}
	_, err = to.conn.ExecContext(ctx, "COMMIT")
	return tables, wrap(err, "commit the copy")
}

// copyEnd is one of the two databases of a copy: a connection in a transaction.
type copyEnd struct {
	conn     *sql.Conn
	postgres bool
}

func (s *Store) copyEnd(ctx context.Context, db *sql.DB, beginSQLite, beginPostgres string) (*copyEnd, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, wrap(err, "connect to copy")
	}
	end := &copyEnd{conn: conn, postgres: s.isPostgres()}
	begin := []string{beginSQLite, "PRAGMA defer_foreign_keys = 1", "SELECT 1 FROM settings LIMIT 1"}
	if end.postgres {
		// While one database works, the other waits.
		begin = []string{beginPostgres, "SET LOCAL " + idleTransaction + " = 0"}
	}
	for _, statement := range begin {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			end.end(ctx)
			return nil, wrap(err, "begin to copy")
		}
	}
	return end, nil
}

// end rolls back what is not committed.
func (e *copyEnd) end(ctx context.Context) {
	_, _ = e.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") // fails after a commit
	_ = e.conn.Close()
}

// requireEmpty refuses a database in which anything lies but the note that nothing is there to be searched.
func (e *copyEnd) requireEmpty(ctx context.Context, tables []copyTable, place string) error {
	for _, table := range tables {
		var one int
		err := e.conn.QueryRowContext(ctx, "SELECT 1 FROM "+table.name+table.where()+" LIMIT 1").Scan(&one)
		switch {
		case err == nil:
			return fmt.Errorf("%s is not empty: there are rows in %s; name a new database", place, table.name)
		case !errors.Is(err, sql.ErrNoRows):
			return wrap(err, "look whether the database is empty")
		}
	}
	_, err := e.conn.ExecContext(ctx, "DELETE FROM settings")
	return wrap(err, "empty the settings")
}

func (e *copyEnd) copyTable(ctx context.Context, to *copyEnd, table copyTable) (CopiedTable, error) {
	sent, err := e.read(ctx, table)
	if err != nil {
		return CopiedTable{}, err
	}
	defer sent.close()
	if err := to.write(ctx, table, sent); err != nil {
		return CopiedTable{}, wrap(err, "copy "+table.name)
	}
	arrived, err := to.read(ctx, table)
	if err != nil {
		return CopiedTable{}, err
	}
	defer arrived.close()
	for arrived.Next() {
		if _, err := arrived.Values(); err != nil {
			return CopiedTable{}, err
		}
	}
	if err := arrived.Err(); err != nil {
		return CopiedTable{}, wrap(err, "read the copy of "+table.name)
	}
	if sent.count != arrived.count || sent.sum != arrived.sum {
		return CopiedTable{}, fmt.Errorf("the copy of %s is not what was read: %d rows with the checksum %s became %d with %s",
			table.name, sent.count, sent.checksum(), arrived.count, arrived.checksum())
	}
	return CopiedTable{Name: table.name, Rows: sent.count, Checksum: sent.checksum()}, nil
}

func (e *copyEnd) read(ctx context.Context, table copyTable) (*copyRows, error) {
	// In the order of the key, so that the copy lies in it.
	rows, err := e.conn.QueryContext(ctx, "SELECT "+table.columnList()+" FROM "+table.name+table.where()+" ORDER BY "+table.key)
	if err != nil {
		return nil, wrap(err, "read "+table.name)
	}
	return newCopyRows(rows, table), nil
}

func (e *copyEnd) write(ctx context.Context, table copyTable, rows *copyRows) error {
	if e.postgres {
		return e.conn.Raw(func(driver any) error {
			columns := make([]string, len(table.columns))
			for i, column := range table.columns {
				columns[i] = column.name
			}
			_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table.name}, columns, rows)
			return err
		})
	}
	places := strings.TrimSuffix(strings.Repeat("?, ", len(table.columns)), ", ")
	insert, err := e.conn.PrepareContext(ctx, "INSERT INTO "+table.name+" ("+table.columnList()+") VALUES ("+places+")")
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }()
	for rows.Next() {
		values, err := rows.Values()
		if err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, forSQLite(values)...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// checkReferences finds what names a row that is not there. PostgreSQL has looked at each row when it was written.
func (e *copyEnd) checkReferences(ctx context.Context) error {
	if e.postgres {
		return nil
	}
	var table, parent string
	err := e.conn.QueryRowContext(ctx, "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1").Scan(&table, &parent)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return wrap(err, "look for references to nothing")
	}
	return fmt.Errorf("a row of %s names one of %s that does not exist", table, parent)
}
