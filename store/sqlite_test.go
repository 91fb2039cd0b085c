package store

import (
	"database/sql/driver"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEverySQLiteConnectionKeepsCommittedChangesThroughAPowerCut(t *testing.T) {
	s, err := Open(Options{URL: "sqlite://" + filepath.Join(t.TempDir(), "zayavka.db")})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	require.NoError(t, s.MigrateUp(t.Context()))
	reader, err := s.read.DB.Conn(t.Context()) // keeps the -wal, which goes with the last connection
	require.NoError(t, err)
	defer func() { require.NoError(t, reader.Close()) }()
	for range 2 { // connections, one after the other
		conn, err := s.write.DB.Conn(t.Context())
		require.NoError(t, err)
		for pragma, expected := range map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
		} {
			var value string
			require.NoError(t, conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&value))
			require.Equal(t, expected, value, pragma)
		}
		require.ErrorIs(t, conn.Raw(func(any) error { return driver.ErrBadConn }), driver.ErrBadConn, "the next is a new one")
		_ = conn.Close()
	}
	require.Equal(t, 1, s.write.Stats().MaxOpenConnections, "SQLite has one writer")
	_, err = s.read.Exec("CREATE TABLE t (x)")
	require.Error(t, err, "the pool for reading cannot write")
}

func TestABackupIsNamedWhereTheFileSystemHasNoHardLinks(t *testing.T) {
	folder := t.TempDir()
	part, file := filepath.Join(folder, "copy.db.part"), filepath.Join(folder, "copy.db")
	noLinks := func(part, file string) error {
		return &os.LinkError{Op: "link", Old: part, New: file, Err: syscall.EPERM}
	}
	require.NoError(t, os.WriteFile(part, []byte("a copy"), 0o600))
	require.NoError(t, name(part, file, noLinks))
	named, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "a copy", string(named))

	require.NoError(t, os.WriteFile(part, []byte("another"), 0o600))
	require.ErrorIs(t, name(part, file, noLinks), os.ErrExist, "what has the name keeps it")
	named, err = os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "a copy", string(named))
}
