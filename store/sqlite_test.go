package store

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEverySQLiteConnectionKeepsCommittedChangesThroughAPowerCut(t *testing.T) {
	s, err := Open(Options{URL: "sqlite://" + filepath.Join(t.TempDir(), "zayavka.db")})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	for pragma, expected := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
	} {
		var value string
		require.NoError(t, s.write.QueryRow("PRAGMA "+pragma).Scan(&value))
		require.Equal(t, expected, value, pragma)
	}
	require.Equal(t, 1, s.write.Stats().MaxOpenConnections, "SQLite has one writer")
	_, err = s.read.Exec("CREATE TABLE t (x)")
	require.Error(t, err, "the pool for reading cannot write")
}
