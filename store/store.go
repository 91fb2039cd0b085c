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
