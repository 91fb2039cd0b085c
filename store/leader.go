package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// leaderLock is the key of the advisory lock that the leading replica holds.
const leaderLock = 0x7a617961766b61 // "zayavka"

// How often a replica asks for the leadership, and how often a leader makes sure that it still has
// the connection that holds it. A leader notices a loss within about a quarter of a second; leases
// cover that.
const (
	leaderRetry   = time.Second
	leaderCheck   = 250 * time.Millisecond
	leaderTimeout = time.Second // for one check
	leaderSession = 3 * time.Second
)

// leaderName is what the sessions of replicas that lead, or wait to, call themselves.
const leaderName = "zayavka leader"

// replicaHoldsLock tells whether a replica holds the leader's lock, and not a migration or somebody else.
const replicaHoldsLock = `EXISTS (SELECT 1 FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
	WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
	AND l.classid::bigint = $1::bigint >> 32 AND l.objid::bigint = $1::bigint & 4294967295 AND l.objsubid = 1 AND a.application_name = $2)`

// ErrLeadershipLost is why the context of a leader ended while its process goes on: another may lead
// already, so what has not begun must not begin.
var ErrLeadershipLost = errors.New("lost the leader's connection")

// Lead waits until this process leads, then runs lead. Telegram allows one poller, so one replica
// polls and sends. The leader holds a PostgreSQL advisory lock on a connection of its own; the
// context given to lead ends with ErrLeadershipLost as its cause when that connection is lost. On
// SQLite there is one process, and it leads at once. Lead returns when lead returns, when ctx ends,
// or when the lock cannot be asked for.
func (s *Store) Lead(ctx context.Context, lead func(ctx context.Context) error) error {
	if s.pool == nil {
		return lead(ctx)
	}
	conn, err := s.connectSession(ctx, leaderName)
	if err != nil {
		return fmt.Errorf("connect to lead: %w", err)
	}
	defer closeConn(ctx, conn)
	// A leader that was frozen or cut off keeps its lock for as long as the server keeps its session:
	// one that is not heard of is ended. (PostgreSQL 14 and later.)
	err = within(ctx, leaderTimeout, func(ctx context.Context) error {
		_, err := conn.Exec(ctx, fmt.Sprintf("SET idle_session_timeout = %d", leaderSession.Milliseconds()))
		return err
	})
	if err != nil {
		return fmt.Errorf("bound the leader's session: %w", err)
	}
	for {
		var leads, anotherLeads bool
		err := within(ctx, leaderTimeout, func(ctx context.Context) error {
			return conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1::bigint), "+replicaHoldsLock, int64(leaderLock), leaderName).Scan(&leads, &anotherLeads)
		})
		if err != nil {
			return fmt.Errorf("ask for the leader's lock: %w", err)
		}
		if leads || anotherLeads {
			s.leaderSeen.Store(time.Now().UnixNano())
		}
		if leads {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(leaderRetry):
		}
	}
	leading, stop := context.WithCancelCause(ctx)
	// Also while lead finishes what it has begun, the server hears of this session.
	watching, stopWatching := context.WithCancel(context.WithoutCancel(ctx))
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		stop(s.watchLeadership(watching, conn))
	}()
	err = lead(leading)
	if cause := context.Cause(leading); ctx.Err() == nil && cause != nil {
		err = cause
	}
	stopWatching()
	<-watched
	return err
}

// LeaderSeen is when some replica, this one or another, was last known to lead; zero for never. On SQLite
// there are no others to know of.
func (s *Store) LeaderSeen() time.Time {
	if at := s.leaderSeen.Load(); at != 0 {
		return time.Unix(0, at)
	}
	return time.Time{}
}

// watchLeadership returns when ctx ends, or an error when the connection stops answering.
func (s *Store) watchLeadership(ctx context.Context, conn *pgx.Conn) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(leaderCheck):
		}
		if err := within(ctx, leaderTimeout, conn.Ping); err != nil && ctx.Err() == nil {
			return fmt.Errorf("%w: %w", ErrLeadershipLost, err)
		}
		s.leaderSeen.Store(time.Now().UnixNano())
	}
}

// closeConn closes a connection that the database may not answer on any more.
func closeConn(ctx context.Context, conn *pgx.Conn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	_ = conn.Close(ctx)
}
