package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// connectTimeout bounds how long a database that does not answer is waited for; pgx waits for two
// minutes.
const connectTimeout = 5 * time.Second

// pingTimeout is how long a connection that was idle for a moment may take to answer before another is used. Without
// it a request would wait for one of a server that fell silent until its own time is over, and so would the next.
const pingTimeout = 2 * time.Second

// directMark is a parameter of a session that PostgreSQL keeps and a connection pooler such as PgBouncer refuses or
// drops: a session that has it is one with the server itself.
const directMark = "zayavka.direct"

// errPooled is that a pooler stands where a session is needed. In its transaction mode two replicas would lead, and
// none would hear of changes.
var errPooled = errors.New("the database is reached through a connection pooler such as PgBouncer, which gives no session to itself: " +
	"let database.listen_url lead to PostgreSQL itself, or database.url")

// openPostgres uses the simple protocol because Bun writes arguments into the SQL text: every
// text differs, so a cache of prepared statements costs and never hits. With a listenURL, databaseURL may lead
// through a pooler in its transaction mode: then nothing that belongs to a session is used on it.
func (s *Store) openPostgres(databaseURL, listenURL string) error {
	config, err := postgresConfig(databaseURL)
	if err != nil {
		return fmt.Errorf("database URL: %w", err)
	}
	session := config
	s.statements = pgx.QueryExecModeCacheStatement
	if listenURL != "" {
		if session, err = postgresConfig(listenURL); err != nil {
			return fmt.Errorf("database listen URL: %w", err)
		}
		s.statements = pgx.QueryExecModeExec // prepared statements are a session's
	}
	limitIdleTransactions(session.ConnConfig)
	session.ConnConfig.RuntimeParams[directMark] = "on"
	s.session = session.ConnConfig
	if !strings.Contains(databaseURL, "pool_max_conns") {
		config.MaxConns = 16
	}
	s.pool, err = pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return fmt.Errorf("open PostgreSQL: %w", err)
	}
	s.write = bun.NewDB(stdlib.OpenDBFromPool(s.pool), pgdialect.New())
	s.read = s.write
	s.announcer = newAnnouncer(func(ctx context.Context, n notices) error {
		_, err := s.pool.Exec(ctx, announcing, s.statements, n.channels, n.payloads)
		return err
	})
	return nil
}

func postgresConfig(address string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		// pgx's message quotes the URL, which can hold a password.
		return nil, errors.New("PostgreSQL does not understand it; expected postgres://user:password@host:5432/database")
	}
	config.ConnConfig.Tracer = statementLimits{}
	config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	// The simple protocol needs both, whatever the database's own settings are.
	config.ConnConfig.RuntimeParams["client_encoding"] = "UTF8"
	config.ConnConfig.RuntimeParams["standard_conforming_strings"] = "on"
	config.PingTimeout = pingTimeout
	if config.ConnConfig.ConnectTimeout == 0 {
		config.ConnConfig.ConnectTimeout = connectTimeout
	}
	return config, nil
}

func limitIdleTransactions(config *pgx.ConnConfig) {
	if _, configured := config.RuntimeParams[idleTransaction]; !configured {
		config.RuntimeParams[idleTransaction] = strconv.FormatInt(idleTransactionLimit.Milliseconds(), 10)
	}
}

// connectSession makes a connection with a session to itself: for locks that it holds and notices that it hears.
func (s *Store) connectSession(ctx context.Context, name string) (*pgx.Conn, error) {
	config := s.session.Copy()
	if name != "" {
		config.RuntimeParams["application_name"] = name
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if sqlState(err) == "08P01" { // protocol_violation: a pooler's word for a parameter that it does not know
		return nil, fmt.Errorf("%w (%w)", errPooled, err)
	}
	if err != nil {
		return nil, err
	}
	var direct *string
	err = within(ctx, listenTimeout, func(ctx context.Context) error {
		return conn.QueryRow(ctx, "SELECT current_setting($1, true)", directMark).Scan(&direct)
	})
	if err == nil && (direct == nil || *direct != "on") {
		err = errPooled
	}
	if err != nil {
		closeConn(ctx, conn)
		return nil, err
	}
	return conn, nil
}

// sqlState is PostgreSQL's code of an error, "" for one that is not PostgreSQL's.
func sqlState(err error) string {
	var failure *pgconn.PgError
	if errors.As(err, &failure) {
		return failure.Code
	}
	return ""
}

// whichServer names a running server and one of its databases, to whoever may connect.
const whichServer = "SELECT current_database() || ' of ' || extract(epoch FROM pg_postmaster_start_time())::text"

// CheckSessions makes sure that what needs a session of PostgreSQL gets one, with the database that everything else
// uses. On SQLite there is nothing to check.
func (s *Store) CheckSessions(ctx context.Context) error {
	if s.pool == nil {
		return nil
	}
	conn, err := s.connectSession(ctx, "")
	if err != nil {
		return fmt.Errorf("connect to the database: %w", err)
	}
	defer closeConn(ctx, conn)
	var here, there string
	err = within(ctx, listenTimeout, func(ctx context.Context) error { return conn.QueryRow(ctx, whichServer).Scan(&here) })
	if err != nil {
		return fmt.Errorf("ask which database it is: %w", err)
	}
	if err := s.read.NewRaw(whichServer).Scan(ctx, &there); err != nil {
		return fmt.Errorf("ask which database it is: %w", err)
	}
	if here != there {
		return errors.New("database.listen_url leads to another database than database.url")
	}
	return nil
}

// withRemedy says what to do where a database lacks what the migrations need.
func (s *Store) withRemedy(err error) error {
	if s.pool == nil {
		return err
	}
	config := s.pool.Config().ConnConfig
	switch sqlState(err) {
	case "42501": // insufficient_privilege
		return fmt.Errorf("%w. The database's user may not make tables or extensions. As its owner or a superuser: "+
			`GRANT CREATE ON DATABASE %q TO %q; then, in that database: GRANT ALL ON SCHEMA public TO %[3]q;`,
			err, config.Database, config.User)
	case "58P01", "0A000": // undefined_file, feature_not_supported: an extension whose files are not there
		return fmt.Errorf("%w. The extension pg_trgm, by which lists are searched, comes with PostgreSQL's package contrib: install it on "+
			"the database's machine", err)
	}
	return err
}
