package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// How often the connection that listens is asked whether it is alive, and how long its answer may take.
// Without that, one that a network cut off without a word would be listened to for minutes.
const (
	listenPing    = 5 * time.Second
	listenTimeout = 3 * time.Second
)

// Listen passes on what the replicas do, this one among them, until ctx ends or the connection
// breaks or falls silent. On SQLite there are no others, and it only waits.
func (s *Store) Listen(ctx context.Context) error {
	if s.pool == nil {
		<-ctx.Done()
		return nil
	}
	// A connection of its own: a pooled one would be missed for as long as this one listens.
	conn, err := s.connectSession(ctx, "")
	if err != nil {
		return fmt.Errorf("connect to listen: %w", err)
	}
	defer closeConn(ctx, conn)
	if err := s.announceStart(ctx, conn); err != nil {
		return fmt.Errorf("tell other replicas that this one has started: %w", err)
	}
	err = within(ctx, listenTimeout, func(ctx context.Context) error {
		_, err := conn.Exec(ctx, "LISTEN "+outboxChannel+"; LISTEN "+webhookChannel+"; LISTEN "+updatesChannel+"; LISTEN "+changesChannel)
		return err
	})
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	// What happened while nobody listened is not told any more.
	wake(s.outbox)
	wake(s.webhookOutbox)
	wake(s.receivedUpdates)
	s.feed.Miss()
	s.kept.empty(true)
	defer s.kept.empty(false)
	for {
		told, err := nextNotice(ctx, conn)
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			s.feed.Miss()
			return fmt.Errorf("wait for other replicas: %w", err)
		}
		s.kept.hears()
		if told != nil {
			s.pass(told)
		}
	}
}

// announceStart tells the other replicas, once, that the process before this one may have announced less than it committed.
func (s *Store) announceStart(ctx context.Context, conn *pgx.Conn) error {
	if s.hasAnnouncedStart {
		return nil
	}
	start := announcement{outbox: true, webhooks: true, updates: true, missed: true}
	err := within(ctx, listenTimeout, func(ctx context.Context) error {
		n := start.notices()
		_, err := conn.Exec(ctx, notify, n.channels, n.payloads)
		return err
	})
	s.hasAnnouncedStart = err == nil
	return err
}

// nextNotice waits for a notice; it is nil when there was none for a while, and the connection is alive.
func nextNotice(ctx context.Context, conn *pgx.Conn) (told *pgconn.Notification, err error) {
	waiting, cancel := context.WithTimeout(ctx, listenPing)
	defer cancel()
	told, err = conn.WaitForNotification(waiting)
	if err == nil || waiting.Err() == nil {
		return told, err
	}
	return nil, within(ctx, listenTimeout, conn.Ping)
}

// within does something that must not take longer.
func within(ctx context.Context, limit time.Duration, do func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return do(ctx)
}

// pass passes on one notice.
func (s *Store) pass(told *pgconn.Notification) {
	switch told.Channel {
	case outboxChannel:
		wake(s.outbox)
		return
	case webhookChannel:
		wake(s.webhookOutbox)
		return
	case updatesChannel:
		wake(s.receivedUpdates)
		return
	}
	var changes []RowChange
	if err := json.Unmarshal([]byte(told.Payload), &changes); err != nil { // "" is that some were missed
		s.feed.Miss()
		s.kept.empty(true)
		return
	}
	s.kept.heard(changes)
	s.feed.Publish(changes)
}

// HasReplicas tells whether other processes may serve the same database.
func (s *Store) HasReplicas() bool { return s.pool != nil }

// Heard tells when the connection that listens last proved to be alive; ok is false when there is none, as
// on SQLite, which has no use for it.
func (s *Store) Heard() (at time.Time, ok bool) { return s.kept.lastHeard() }
