package store_test

import (
	"database/sql"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"github.com/uptrace/bun/migrate"
	"github.com/uptrace/bun/schema"

	"zayavka/migrations"
	"zayavka/store"
	"zayavka/store/storetest"
)

// openBase gives a new database with the schema as it was before there were searches and statistics.
func openBase(t *testing.T, url string) *bun.DB {
	t.Helper()
	driver, source := "sqlite", strings.TrimPrefix(url, "sqlite://")
	var dialect schema.Dialect = sqlitedialect.New()
	if strings.HasPrefix(url, "postgres") {
		driver, source, dialect = "pgx", url, pgdialect.New()
	}
	open, err := sql.Open(driver, source)
	require.NoError(t, err)
	db := bun.NewDB(open, dialect)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	if driver == "pgx" { // a copy of a database that is migrated already
		_, err := db.ExecContext(t.Context(), "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
		require.NoError(t, err)
	}
	all, err := migrations.For(dialect.Name())
	require.NoError(t, err)
	base := fstest.MapFS{}
	for _, name := range []string{"0001_base.tx.up.sql", "0001_base.tx.down.sql"} {
		text, err := fs.ReadFile(all, name)
		require.NoError(t, err)
		base[name] = &fstest.MapFile{Data: text}
	}
	known := migrate.NewMigrations()
	require.NoError(t, known.Discover(base))
	migrator := migrate.NewMigrator(db, known, migrate.WithMarkAppliedOnSuccess(true))
	require.NoError(t, migrator.Init(t.Context()))
	_, err = migrator.Migrate(t.Context())
	require.NoError(t, err)
	return db
}

func TestTasksFromBeforeThereWasASearchAreFoundAndCounted(t *testing.T) {
	for name, url := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := url(t)
			_, err := openBase(t, address).ExecContext(t.Context(), `
				INSERT INTO customers (id, phone, phone_key, name, created_at, updated_at) VALUES
					(1, '8 917 000-99-00', '79170009900', 'Семён Ёлкин', '2026-02-01 09:00:00+00:00', '2026-02-01 09:00:00+00:00');
				INSERT INTO tasks (id, customer_id, category, status, description, created_at, updated_at) VALUES
					(1, 1, 'REPAIR', 'CLOSED', 'Разбит ЭКРАН', '2026-02-01 09:00:00+00:00', '2026-02-03 09:00:00+00:00'),
					(2, NULL, 'OTHER', 'READY', 'Не включается', '2026-02-02 09:00:00+00:00', '2026-02-02 10:00:00+00:00');
				INSERT INTO task_events (task_id, actor_kind, kind, from_value, to_value, at) VALUES
					(1, 'staff', 'created', '', 'ACCEPTED', '2026-02-01 09:00:00+00:00'),
					(1, 'staff', 'status', 'ACCEPTED', 'READY', '2026-02-01 11:00:00+00:00'),
					(1, 'staff', 'status', 'READY', 'CLOSED', '2026-02-02 09:00:00+00:00'),
					(1, 'staff', 'status', 'CLOSED', 'READY', '2026-02-02 10:00:00+00:00'),
					(1, 'staff', 'status', 'READY', 'CLOSED', '2026-02-03 09:00:00+00:00'),
					(2, 'staff', 'created', '', 'CLOSED', '2026-02-02 09:00:00+00:00'),
					(2, 'staff', 'status', 'CLOSED', 'READY', '2026-02-02 10:00:00+00:00')`)
			require.NoError(t, err)
			s := storetest.Open(t, address)

			for text, want := range map[string][]int64{"экран": {1}, "ЕЛКИН": {1}, "+7 917 000": {1}, "включ": {2}, "2": {2}, "нет такого": {}} {
				page, err := s.TaskPage(t.Context(), store.TaskFilter{Search: text}, store.TasksNewestFirst, store.PageRequest{Limit: 10})
				require.NoError(t, err)
				require.Equal(t, want, idsOf(page.Rows), text)
			}
			customers, err := s.CustomerPage(t.Context(), store.CustomerFilter{Search: "елкин"}, store.CustomersNewestFirst, store.PageRequest{Limit: 10})
			require.NoError(t, err)
			require.Len(t, customers.Rows, 1)

			stats, err := s.Stats(t.Context(), "2026-02-01", "2026-02-03")
			require.NoError(t, err)
			var closed []int
			for _, day := range stats.Days {
				closed = append(closed, day.Closed)
			}
			require.Equal(t, []int{0, 0, 1}, closed)
			require.Equal(t, "1h30m0s", stats.MedianToReady.String())
			migrateDown(t, s)
			require.NoError(t, s.MigrateUp(t.Context()), "the way down and up again")
		})
	}
}
