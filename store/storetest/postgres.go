package storetest

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"zayavka/store"
)

// server is the PostgreSQL that one test binary starts for itself, on first use.
var server = sync.OnceValues(func() (*Server, error) { return StartPostgres() })

// MainOfWaiting is Main for a package whose tests wait more than they compute: more of them run at once.
func MainOfWaiting(m *testing.M, after ...func()) {
	if err := flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0))); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	Main(m, after...)
}

// Main runs a package's tests, does what is to be done after them, stops the PostgreSQL that they may
// have started, and fails when goroutines are left over.
func Main(m *testing.M, after ...func()) {
	code := m.Run()
	for _, do := range after {
		do()
	}
	if serverUsed.Load() {
		if postgres, err := server(); err == nil {
			postgres.Stop()
		}
	}
	if err := goleak.Find(); err != nil && code == 0 {
		fmt.Fprintln(os.Stderr, "goroutines left over:", err)
		code = 1
	}
	os.Exit(code)
}

var (
	serverUsed     atomic.Bool
	databaseNumber atomic.Int64
	template       sync.Mutex // PostgreSQL copies one template at a time
)

// Postgres is the URL of a new, migrated database.
func Postgres(t testing.TB) string {
	t.Helper()
	serverUsed.Store(true)
	postgres, err := server()
	require.NoError(t, err, "PostgreSQL for tests; `make test` installs it")
	name := fmt.Sprintf("test_%d", databaseNumber.Add(1))
	template.Lock()
	defer template.Unlock()
	require.NoError(t, postgres.exec("CREATE DATABASE "+name+" TEMPLATE migrated"))
	return postgres.URL(name)
}

// Server is a PostgreSQL in a folder of its own, reached by a socket in that folder.
type Server struct {
	folder, bin string
	settings    []string
	credential  *syscall.Credential
	process     *exec.Cmd
}

// StartPostgres starts a server with a database "migrated" that holds the current schema.
// Settings, as name=value, win over those that tests use.
func StartPostgres(settings ...string) (*Server, error) {
	s := &Server{settings: settings}
	var err error
	if s.bin, err = findPostgres(); err != nil {
		return nil, err
	}
	if s.folder, err = os.MkdirTemp("", "zayavka-pg-"); err != nil {
		return nil, err
	}
	if err := s.dropRoot(); err != nil {
		return nil, err
	}
	initdb := s.command("initdb", "-D", s.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	if output, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w\n%s", err, output)
	}
	if err := s.Start(); err != nil {
		return nil, err
	}
	if err := s.exec("CREATE DATABASE migrated"); err != nil {
		return nil, err
	}
	migrated, err := store.Open(store.Options{URL: s.URL("migrated")})
	if err != nil {
		return nil, err
	}
	return s, errors.Join(migrated.MigrateUp(context.Background()), migrated.Close())
}

// Start starts the server again after Kill. It ends with the test process, whatever ends that.
func (s *Server) Start() error {
	args := []string{"-D", s.data(), "-k", s.folder, "-c", "listen_addresses=",
		"-c", "fsync=off", "-c", "max_connections=300"}
	for _, setting := range s.settings {
		args = append(args, "-c", setting)
	}
	s.process = s.command("postgres", args...)
	if err := s.process.Start(); err != nil {
		return fmt.Errorf("start postgres: %w", err)
	}
	var err error
	for try := 0; try < 200; try++ {
		if err = s.exec("SELECT 1"); err == nil {
			return nil
		}
		time.Sleep(50 * time.Millisecond) // the pause between two looks at a condition
	}
	return fmt.Errorf("postgres does not answer: %w", err)
}

// Kill stops the server at once, as a crash does (pg_ctl's immediate mode).
func (s *Server) Kill() error {
	if err := s.process.Process.Signal(syscall.SIGQUIT); err != nil {
		return err
	}
	_ = s.process.Wait()
	return nil
}

// Stop ends the server and removes its folder.
func (s *Server) Stop() {
	_ = s.Kill()
	_ = os.RemoveAll(s.folder)
}

// URL is the address of one of the server's databases.
func (s *Server) URL(database string) string {
	return "postgres:///" + database + "?user=postgres&host=" + s.folder
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

func (s *Server) exec(statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	return errors.Join(err, conn.Close(ctx))
}

func (s *Server) command(name string, args ...string) *exec.Cmd {
	command := exec.Command(filepath.Join(s.bin, name), args...)
	command.Dir = s.folder
	command.SysProcAttr = &syscall.SysProcAttr{Credential: s.credential, Pdeathsig: syscall.SIGQUIT}
	return command
}

// dropRoot makes the server run as the user postgres where the tests run as root, because
// PostgreSQL refuses to run as root.
func (s *Server) dropRoot() error {
	if os.Getuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return fmt.Errorf("find the user to run PostgreSQL as: %w", err)
	}
	uid, _ := strconv.Atoi(account.Uid)
	gid, _ := strconv.Atoi(account.Gid)
	s.credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(s.folder, uid, gid)
}

func findPostgres() (string, error) {
	if path, err := exec.LookPath("postgres"); err == nil {
		path, err = filepath.EvalSymlinks(path) // of the folder where the other programs lie too
		return filepath.Dir(path), err
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil || len(found) == 0 {
		return "", errors.New("PostgreSQL is not installed")
	}
	return filepath.Dir(found[len(found)-1]), nil
}
