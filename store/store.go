// Package store is the domain: customers, tasks, staff, their rules, and the outbox of
// notifications. Every rule that must hold in the data is kept here, in the transaction that
// changes the data. It runs alike on PostgreSQL and on SQLite.
package store

import (
	"cmp"
	"context"
	"crypto/cipher"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"

	"zayavka/store/feed"
)

// Options are what a Store needs from outside. URL is required; the rest has defaults.
type Options struct {
	URL string // sqlite://FILE or postgres://…
	// ListenURL leads to PostgreSQL itself where URL leads through a pooler in its transaction mode; else "".
	ListenURL string
	Region    string           // how a phone without a country code is read, ISO 3166-1; "RU"
	Location  *time.Location   // whose days the day filters mean; UTC
	Business  string           // what the shop is called until its settings are saved; "Zayavka"
	Currency  string           // of money, ISO 4217, one that has hundredths; "RUB"
	Hold      time.Duration    // how long a notification waits for a further change; 0 sends at once
	Clock     func() time.Time // time.Now

	Traced bool // statements are spans of the traces in their contexts

	AllowPrivateWebhooks bool // webhooks may go to addresses that are not on the public internet
}

// Store is safe for concurrent use.
type Store struct {
	write                *bun.DB       // one connection on SQLite, which has one writer
	read                 *bun.DB       // the same pool as write on PostgreSQL
	pool                 *pgxpool.Pool // nil on SQLite
	file                 *sqliteFile   // nil on PostgreSQL
	region               string
	location             *time.Location
	business             string
	currency             string
	hold                 time.Duration
	clock                func() time.Time
	accessCodes          cipher.AEAD
	outbox               chan struct{}
	webhookOutbox        chan struct{}
	receivedUpdates      chan struct{}
	fetches              chan struct{}
	looseFiles           chan struct{}
	allowPrivateWebhooks bool
	feed                 *feed.Feed[RowChange]
	announcer            *announcer // nil on SQLite
	hasAnnouncedStart    bool       // for Listen alone
	kept                 rowCache
	stats                statsCache
	hashing              chan struct{}     // one place for each password hash under way
	hashingImported      chan struct{}     // one place for those of another system, which take more memory
	session              *pgx.ConnConfig   // of connections with a session to themselves
	statements           pgx.QueryExecMode // how statements that are used again and again are sent
	migrated             atomic.Bool
	leaderSeen           atomic.Int64 // in nanoseconds since 1970

	preparing sync.Mutex
	prepared  map[string]*sql.Stmt // SQLite's, by their text

	usedTokens chan int64 // API tokens whose use is to be written
}

// Open prepares a Store. It does not connect: a database that is away shows in Ready and in the
// first query, and is used as soon as it is back.
func Open(o Options) (*Store, error) {
	s := &Store{
		region:               o.Region,
		location:             o.Location,
		business:             cmp.Or(o.Business, "Zayavka"),
		currency:             cmp.Or(o.Currency, "RUB"),
		hold:                 o.Hold,
		clock:                o.Clock,
		feed:                 newFeed(),
		outbox:               make(chan struct{}, 1),
		webhookOutbox:        make(chan struct{}, 1),
		receivedUpdates:      make(chan struct{}, 1),
		fetches:              make(chan struct{}, 1),
		looseFiles:           make(chan struct{}, 1),
		allowPrivateWebhooks: o.AllowPrivateWebhooks,
		prepared:             map[string]*sql.Stmt{},
		stats:                statsCache{mu: make(chan struct{}, 1), byDay: map[Day]*dayStats{}},
		hashing:              make(chan struct{}, runtime.NumCPU()),
		hashingImported:      make(chan struct{}, 1),
		usedTokens:           make(chan int64, 64),
	}
	if s.region == "" {
		s.region = "RU"
	}
	if s.location == nil {
		s.location = time.UTC
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	var err error
	switch scheme, _, _ := strings.Cut(o.URL, "://"); scheme {
	case "sqlite":
		err = s.openSQLite(strings.TrimPrefix(o.URL, "sqlite://"))
	case "postgres", "postgresql":
		err = s.openPostgres(o.URL, o.ListenURL)
	default:
		err = errors.New("database URL must begin with sqlite:// or postgres://")
	}
	if err != nil {
		return nil, err
	}
	if o.Traced {
		s.traceStatements()
	}
	return s, nil
}

// Close waits for queries in flight and closes every connection.
func (s *Store) Close() error {
	if s.announcer != nil {
		s.announcer.close()
	}
	err := s.write.Close()
	if s.pool != nil {
		s.pool.Close()
		return err
	}
	return errors.Join(err, s.read.Close(), s.file.release())
}

// Pools are the connection pools by name, to be measured.
func (s *Store) Pools() map[string]*sql.DB {
	if s.pool != nil {
		return map[string]*sql.DB{"postgres": s.write.DB}
	}
	return map[string]*sql.DB{"sqlite_write": s.write.DB, "sqlite_read": s.read.DB}
}

// Location is the business's time zone.
func (s *Store) Location() *time.Location { return s.location }

// Region is that of phones without a country code, ISO 3166-1.
func (s *Store) Region() string { return s.region }

// Currency is that of the business's money, ISO 4217.
func (s *Store) Currency() string { return s.currency }

// Ready reports nil when the database answers and every migration is applied.
func (s *Store) Ready(ctx context.Context) error {
	if s.file != nil {
		if err := s.file.problem(); err != nil {
			return err
		}
	}
	if s.migrated.Load() {
		if _, err := s.read.ExecContext(ctx, "SELECT 1 FROM settings LIMIT 1"); err != nil {
			return fmt.Errorf("database does not answer: %w", err)
		}
		return nil
	}
	status, err := s.MigrationStatus(ctx)
	if err != nil {
		return fmt.Errorf("database does not answer: %w", err)
	}
	for _, migration := range status {
		if migration.AppliedAt.IsZero() {
			return fmt.Errorf("migration %s is not applied; run `zayavka migrate up`", migration.Name)
		}
	}
	s.migrated.Store(true)
	return nil
}

// now is the time as both databases keep it: UTC, in microseconds.
func (s *Store) now() time.Time { return s.clock().UTC().Truncate(time.Microsecond) }

func (s *Store) isPostgres() bool { return s.write.Dialect().Name() == dialect.PG }

// tx is one transaction with one idea of the time. Public methods open it, helpers take it.
type tx struct {
	bun.Tx
	store  *Store
	now    time.Time
	queued bool // a notification was written: wake the sender after the commit

	conn     *sql.Conn // of PostgreSQL, for batches
	gathers  bool      // what atEnd is given waits for the end
	gathered []batched
	isWhole  bool // all that is left is the commit

	audience *audience      // of news, once it is known
	items    map[int64]Item // of tasks, as far as they were read or written

	changes []RowChange // told after the commit

	forgotten []string // marks of what was deleted; see forgetAnswers

	outgoing   []webhookMessage // queued for the webhooks before the commit
	delivering bool             // a delivery to a webhook was written: wake the sender after the commit
	received   bool             // an update of Telegram was written: wake the leader after the commit
	fetching   bool             // a file that is to be fetched was written: wake who fetches after the commit
	loosened   bool             // content may have lost the last row that named it: wake who removes it after the commit
}

const transactionTries = 3

// inTx runs change in a transaction, again from the start when the database asks for that, and
// tells others what it did once the commit has happened.
func (s *Store) inTx(ctx context.Context, change func(ctx context.Context, tx *tx) error) error {
	for try := 1; ; try++ {
		t := &tx{store: s, now: s.now()}
		err := s.onConn(ctx, func(ctx context.Context, bunTx bun.Tx, conn *sql.Conn) error {
			*t = tx{Tx: bunTx, conn: conn, store: s, now: t.now}
			if err := change(ctx, t); err != nil {
				return err
			}
			if err := t.markApplied(ctx); err != nil {
				return err
			}
			if err := t.forgetAnswers(ctx); err != nil {
				return err
			}
			if err := t.finish(ctx); err != nil {
				return err
			}
			t.isWhole = true
			return nil
		})
		if isTransient(err) && ctx.Err() == nil && try < transactionTries {
			continue
		}
		if t.isWhole { // where the answer to the commit was lost, it may have happened
			t.committed()
		}
		if err != nil && ctx.Err() != nil {
			// The drivers have several words for a transaction whose caller went away.
			return fmt.Errorf("%w: %w", ctx.Err(), err)
		}
		if isRefusedCommit(err) {
			return fmt.Errorf("%w: %w", s.file.changed(), err)
		}
		return err
	}
}

// retryConflict runs change once more after a Conflict: of two that look for a row, find none and
// insert it, the later one finds it on the second look; of a change and a move of the same task, the
// later one finds it in its new place.
func retryConflict(change func() error) error {
	err := change()
	if CodeOf(err) == Conflict {
		return change()
	}
	return err
}

// forUpdate locks the selected rows until the transaction ends. SQLite needs nothing: its
// transactions exclude each other from their first statement on. The weaker NO KEY form lets
// other transactions refer to the row by foreign key meanwhile.
func (t *tx) forUpdate(q *bun.SelectQuery) *bun.SelectQuery {
	if t.store.isPostgres() {
		return q.For("NO KEY UPDATE")
	}
	return q
}

// forShare locks the selected rows against changes alone.
func (t *tx) forShare(q *bun.SelectQuery) *bun.SelectQuery {
	if t.store.isPostgres() {
		return q.For("SHARE")
	}
	return q
}

// lock is forUpdate for a prepared statement: it ends the SELECT.
func (t *tx) lock() string {
	if t.store.isPostgres() {
		return " FOR NO KEY UPDATE"
	}
	return ""
}
