// Package django reads the database of the CRM on Django that this product replaces. It knows no shop: what values mean is for
// who asks.
package django

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Source is the database, as it was when it was opened: what is written there meanwhile is not seen.
type Source struct {
	Tables []Table

	database *sql.DB
	tx       *sql.Tx
	postgres bool
	location *time.Location
}

// Open opens sqlite://FILE or postgres://… for reading, and finds the tables and their columns. Days without a zone are the location's.
func Open(ctx context.Context, address string, location *time.Location) (_ *Source, err error) {
	s := &Source{location: location}
	switch scheme, path, _ := strings.Cut(address, "://"); scheme {
	case "sqlite":
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("the database of Django: %w", err)
		}
		file := url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: "mode=ro&_pragma=busy_timeout(5000)"}
		s.database, err = sql.Open("sqlite", file.String())
	case "postgres", "postgresql":
		s.postgres = true
		s.database, err = openPostgres(address)
	default:
		err = errors.New("the database of Django is given as sqlite://FILE or postgres://user:password@host:5432/database")
	}
	if err != nil {
		return nil, err
	}
	if err := s.begin(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("read the database of Django: %w", err), s.Close())
	}
	if err := s.findTables(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func openPostgres(address string) (*sql.DB, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		// pgx's message quotes the address, which can hold a password.
		return nil, errors.New("the database of Django: PostgreSQL does not understand the address; expected postgres://user:password@host:5432/database")
	}
	config.RuntimeParams["timezone"] = "UTC"
	config.RuntimeParams["datestyle"] = "ISO"
	config.RuntimeParams["client_encoding"] = "UTF8"
	config.DefaultQueryExecMode = pgx.QueryExecModeExec // which a pooler lets pass
	const longest = 10 * time.Second
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = longest
	}
	return stdlib.OpenDB(*config), nil
}

func (s *Source) begin(ctx context.Context) error {
	options := &sql.TxOptions{ReadOnly: true}
	if s.postgres {
		options.Isolation = sql.LevelRepeatableRead
	}
	var err error
	s.tx, err = s.database.BeginTx(ctx, options)
	return err
}

// Close ends the reading.
func (s *Source) Close() error {
	if s.tx != nil {
		_ = s.tx.Rollback() // nothing was written
	}
	return s.database.Close()
}

// columnsOf are a table's columns with their types; none for a table that is not there.
func (s *Source) columnsOf(ctx context.Context, table string) (names []string, types map[string]string, err error) {
	statement := "SELECT name, lower(type) FROM pragma_table_info($1) ORDER BY cid"
	if s.postgres {
		// As the search path finds it, whatever its schema is.
		statement = `SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
			JOIN pg_class ON pg_class.oid = attrelid
			WHERE attrelid = to_regclass($1) AND relkind IN ('r', 'p', 'v', 'm', 'f') AND attnum > 0 AND NOT attisdropped ORDER BY attnum`
	}
	rows, err := s.tx.QueryContext(ctx, statement, table)
	if err != nil {
		return nil, nil, fmt.Errorf("look for the columns of %s: %w", table, err)
	}
	defer func() { _ = rows.Close() }() // Err says what there is to say
	types = map[string]string{}
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, nil, fmt.Errorf("look for the columns of %s: %w", table, err)
		}
		names = append(names, name)
		types[name] = kind
	}
	return names, types, rows.Err()
}

// tableNames are all tables there, for who has looked in vain for one.
func (s *Source) tableNames(ctx context.Context) (string, error) {
	statement := "SELECT coalesce(group_concat(name, ', '), '') FROM sqlite_master WHERE type = 'table'"
	if s.postgres {
		statement = `SELECT coalesce(string_agg(table_name::text, ', '), '') FROM information_schema.tables
			WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`
	}
	var names string
	if err := s.tx.QueryRowContext(ctx, statement).Scan(&names); err != nil {
		return "", fmt.Errorf("list the tables of Django's database: %w", err)
	}
	if names == "" {
		names = "none at all"
	}
	return names, nil
}
