package importer_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/importer"
	"zayavka/importer/django"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestAnImportFromDjangoThatIsStoppedGoesOn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "db.sqlite3")
	database, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	schema, err := os.ReadFile("django/testdata/sqlite.sql")
	require.NoError(t, err)
	const rows = importer.BatchSize + 7
	_, err = database.ExecContext(t.Context(), string(schema)+fmt.Sprintf(`
		WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < %[1]d)
		INSERT INTO tasks_customer SELECT n, NULL, '8916' || (1000000 + n), 'Ольга', '2021-01-02 10:00:00' FROM n;
		WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < %[1]d)
		INSERT INTO tasks_task SELECT n, 'READY', 'REPAIR', '', '2021-01-02 10:00:00', '2021-01-02 10:00:00', NULL, n, NULL FROM n;`, rows))
	require.NoError(t, err)
	require.NoError(t, database.Close())

	s := storetest.Open(t, storetest.SQLite(t))
	take := func(ctx context.Context, stop func()) (map[importer.DjangoTable]importer.Counts, error) {
		source, err := django.Open(t.Context(), "sqlite://"+file, time.UTC)
		require.NoError(t, err)
		defer func() { require.NoError(t, source.Close()) }()
		counts := map[importer.DjangoTable]importer.Counts{importer.DjangoCustomers: {}, importer.DjangoTasks: {}}
		work := importer.Django{Options: options(), Language: "ru", Source: source}
		err = work.Run(ctx, s.NewImport(store.Actor{Kind: store.ActorSystem}, false), func(result importer.DjangoResult) {
			counts[result.Table][result.Kind]++
			if result.Table == importer.DjangoTasks {
				stop()
			}
		})
		return counts, err
	}
	ctx, stop := context.WithCancel(t.Context())
	counts, err := take(ctx, stop)
	require.ErrorIs(t, err, importer.ErrStopped)
	require.Equal(t, importer.Counts{store.ImportNew: rows}, counts[importer.DjangoCustomers])
	require.Equal(t, importer.Counts{store.ImportKnown: importer.BatchSize}, counts[importer.DjangoTasks])

	counts, err = take(t.Context(), func() {})
	require.NoError(t, err)
	require.Equal(t, importer.Counts{store.ImportSame: rows}, counts[importer.DjangoCustomers])
	require.Equal(t, importer.Counts{store.ImportSame: importer.BatchSize, store.ImportKnown: rows - importer.BatchSize}, counts[importer.DjangoTasks])
}
