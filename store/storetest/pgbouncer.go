package storetest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
)

// PgBouncer starts one in its transaction mode before a database of Postgres, and gives its address of the database.
// Settings, as "name = value", are added to its own.
func PgBouncer(t testing.TB, databaseURL string, settings ...string) string {
	t.Helper()
	postgres, err := server()
	require.NoError(t, err)
	database, err := url.Parse(databaseURL)
	require.NoError(t, err)
	address, stop, err := postgres.StartPgBouncer(strings.TrimPrefix(database.Path, "/"), settings...)
	require.NoError(t, err)
	t.Cleanup(stop)
	return address
}

// StartPgBouncer is PgBouncer before a database of this server, until stop is called.
func (s *Server) StartPgBouncer(database string, settings ...string) (address string, stop func(), err error) {
	binary, err := exec.LookPath("pgbouncer")
	if errors.Is(err, exec.ErrNotFound) {
		binary = "/usr/sbin/pgbouncer" // which is not in everybody's path
	}
	folder, err := os.MkdirTemp(s.folder, "pgbouncer-") // where PostgreSQL's user may go
	if err != nil {
		return "", nil, err
	}
	config := fmt.Sprintf(`[databases]
* = host=%s user=postgres
[pgbouncer]
unix_socket_dir = %s
listen_port = 6432
auth_type = any
pool_mode = transaction
default_pool_size = 4
%s
`, s.folder, folder, strings.Join(settings, "\n"))
	file := filepath.Join(folder, "pgbouncer.ini")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		return "", nil, err
	}
	if s.credential != nil {
		for _, path := range []string{folder, file} {
			if err := os.Chown(path, int(s.credential.Uid), int(s.credential.Gid)); err != nil {
				return "", nil, err
			}
		}
	}
	process := exec.Command(binary, "-q", file)
	process.SysProcAttr = &syscall.SysProcAttr{Credential: s.credential, Pdeathsig: syscall.SIGTERM}
	if err := process.Start(); err != nil {
		return "", nil, fmt.Errorf("start PgBouncer, which `make test` installs: %w", err)
	}
	stop = func() {
		_ = process.Process.Signal(syscall.SIGTERM)
		_ = process.Wait()
	}
	address = "postgres:///" + database + "?user=postgres&port=6432&host=" + folder
	for range 200 {
		if answers(context.Background(), address) {
			return address, stop, nil
		}
		time.Sleep(50 * time.Millisecond) // the pause between two looks at a condition
	}
	stop()
	return "", nil, errors.New("PgBouncer does not answer")
}

func answers(ctx context.Context, databaseURL string) bool {
	config, err := pgx.ParseConfig(databaseURL)
	if err != nil {
		return false
	}
	config.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false
	}
	return conn.Close(ctx) == nil
}
