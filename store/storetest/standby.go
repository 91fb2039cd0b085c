package storetest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// StartStandby starts a server that takes over from s once promoted. From then on s answers a change only when both
// have it.
func (s *Server) StartStandby() (*Server, error) {
	standby := &Server{settings: s.settings, bin: s.bin}
	var err error
	if standby.folder, err = os.MkdirTemp("", "zayavka-pg-"); err != nil {
		return nil, err
	}
	if err := standby.dropRoot(); err != nil {
		return nil, err
	}
	backup := standby.command("pg_basebackup", "-D", standby.data(), "-h", s.folder, "-U", "postgres", "--checkpoint=fast", "--write-recovery-conf", "--no-sync")
	if output, err := backup.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pg_basebackup: %w\n%s", err, output)
	}
	if err := standby.Start(); err != nil {
		return nil, err
	}
	err = errors.Join(s.exec("ALTER SYSTEM SET synchronous_standby_names = '*'"), s.exec("SELECT pg_reload_conf()"))
	if err != nil {
		return nil, err
	}
	return standby, s.until("EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync')")
}

// Promote makes a standby the primary.
func (s *Server) Promote() error { return s.exec("SELECT pg_promote()") }

// FailoverURL is the address of a database that two servers have, of which the one that takes changes is used.
func FailoverURL(t testing.TB, primaryURL, standbyURL string) string {
	t.Helper()
	address, err := url.Parse(primaryURL)
	require.NoError(t, err)
	other, err := url.Parse(standbyURL)
	require.NoError(t, err)
	query := address.Query()
	query.Set("host", query.Get("host")+","+other.Query().Get("host"))
	query.Set("target_session_attrs", "read-write")
	address.RawQuery = query.Encode()
	return address.String()
}

// until waits for a condition in SQL.
func (s *Server) until(condition string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(ctx) }()
	for {
		var holds bool
		if err := conn.QueryRow(ctx, "SELECT "+condition).Scan(&holds); err != nil {
			return fmt.Errorf("wait until %s: %w", condition, err)
		}
		if holds {
			return nil
		}
		time.Sleep(20 * time.Millisecond) // the pause between two looks at a condition
	}
}
