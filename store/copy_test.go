package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// wordsOfChecks are what columns may hold in which not every text may stand.
var wordsOfChecks = map[string]string{
	"role": "staff", "language": "ru", "category": "REPAIR", "status": "READY", "actor_kind": "staff", "state": "failed", "notify": "everything",
}

// fillEveryTable puts two rows into every table of a SQLite database: one with a value in every column, one with a null
// wherever that may be.
func fillEveryTable(t *testing.T, s *storetest.Store) (tables []string) {
	t.Helper()
	db := s.DB(t)
	db.SetMaxOpenConns(1)
	for _, row := range rowsOf(t, db, `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
		AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'bun_%'`) {
		tables = append(tables, row[0].(string))
	}
	for _, table := range tables {
		var list []string
		var full, sparse []any
		for _, column := range rowsOf(t, db, `SELECT name, lower(type), "notnull" OR pk > 0 FROM pragma_table_info(?)`, table) {
			name, kind := column[0].(string), column[1].(string)
			list = append(list, name)
			value := func(row int64) any {
				word, checked := wordsOfChecks[name]
				switch {
				case kind == "boolean":
					return row == 1
				case kind == "timestamp":
					return fmt.Sprintf("2026-03-02 09:00:0%d.12345+00:00", row)
				case kind != "text" && kind != "varchar":
					return row
				case isJSON(name):
					return fmt.Sprintf(`{"б":[%d,null,"<&>"],"a":{"n":12345678901234567}}`, row)
				case checked:
					return word
				}
				return fmt.Sprintf("Текст %d: 'кавычки' \"и\"\t\\N\n🙂", row)
			}
			full = append(full, value(1))
			if column[2].(int64) == 1 {
				sparse = append(sparse, value(2))
			} else {
				sparse = append(sparse, nil)
			}
		}
		insert := "INSERT OR IGNORE INTO " + table + " (" + strings.Join(list, ", ") + ") VALUES (" + strings.TrimSuffix(strings.Repeat("?, ", len(list)), ", ") + ")"
		for _, row := range [][]any{full, sparse} {
			_, err := db.ExecContext(t.Context(), insert, row...)
			require.NoError(t, err, table)
		}
	}
	return tables
}

// emptyDatabases are where a copy may go.
func emptyDatabases(t *testing.T) map[string]string {
	return map[string]string{"sqlite": storetest.SQLite(t), "postgres": storetest.Postgres(t)}
}

func TestACopyHasEveryRowOfEveryTableAndComesBackTheSame(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	tables := fillEveryTable(t, s)
	_, err := s.DB(t).ExecContext(t.Context(), "DELETE FROM payments WHERE id = 2")
	require.NoError(t, err)
	for name, url := range emptyDatabases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			copied, err := s.CopyInto(t.Context(), url)
			require.NoError(t, err)
			rows := map[string]int64{}
			for _, table := range copied {
				rows[table.Name] = table.Rows
			}
			for _, table := range tables {
				require.Positive(t, rows[table], table)
			}
			require.EqualValues(t, 1, rows["payments"])
			there := storetest.Open(t, url)
			back := storetest.SQLite(t)
			again, err := there.CopyInto(t.Context(), back)
			require.NoError(t, err)
			for _, table := range again {
				if table.Name != "customers" { // what is searched is filled in anew
					require.Contains(t, copied, table, table.Name)
				}
			}
			require.Len(t, again, len(copied))
			returned := storetest.Open(t, back)
			for _, table := range tables {
				if table != "settings" { // the note of what is searched is made anew
					require.Equal(t, dump(t, s, table), dump(t, returned, table), table)
				}
			}
			var last int64
			require.NoError(t, returned.DB(t).QueryRow("SELECT seq FROM sqlite_sequence WHERE name = 'payments'").Scan(&last))
			require.EqualValues(t, 2, last, "the number of a row that was deleted is not given again")
		})
	}
}

// isJSON tells which columns are JSON in PostgreSQL.
func isJSON(column string) bool {
	return column == "payload" || column == "scopes" || column == "previous_texts"
}

func rowsOf(t *testing.T, db *sql.DB, query string, args ...any) (all [][]any) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query, args...)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	columns, err := rows.Columns()
	require.NoError(t, err)
	for rows.Next() {
		row, pointers := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			pointers[i] = &row[i]
		}
		require.NoError(t, rows.Scan(pointers...))
		all = append(all, row)
	}
	require.NoError(t, rows.Err())
	return all
}

// dump is a table of SQLite as it is kept, byte by byte, but for the order of keys in JSON, and what is searched.
func dump(t *testing.T, s *storetest.Store, table string) [][]any {
	t.Helper()
	db := s.DB(t)
	var columns []string
	for _, column := range rowsOf(t, db, "SELECT name FROM pragma_table_info(?)", table) {
		switch name := column[0].(string); {
		case isJSON(name):
			columns = append(columns, "json_extract("+name+", '$.a.n')", "json_extract("+name+", '$.б')")
		case name != "search":
			columns = append(columns, "quote("+name+")")
		}
	}
	return rowsOf(t, db, "SELECT "+strings.Join(columns, ", ")+" FROM "+table+" ORDER BY 1")
}

func TestWhatWasCopiedGoesOn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for name, url := range emptyDatabases(t) {
			t.Run(name, func(t *testing.T) {
				admin := s.NewAdmin(t)
				customer := s.NewRegistered(t)
				task := s.NewTask(t, customer)
				secret, err := s.Secret(t.Context(), "auth")
				require.NoError(t, err)
				gone := s.NewTask(t, customer)
				require.NoError(t, s.DeleteTask(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, gone.ID))
				_, err = s.CopyInto(t.Context(), url)
				require.NoError(t, err)

				there := storetest.Open(t, url)
				same, err := there.Secret(t.Context(), "auth")
				require.NoError(t, err)
				require.Equal(t, secret, same)
				_, err = there.Authenticate(t.Context(), admin.Email, storetest.Password)
				require.NoError(t, err)
				page, err := there.Tasks(t.Context(), store.TaskFilter{Search: customer.Phone}, store.OffsetPage{})
				require.NoError(t, err)
				require.Equal(t, []int64{task.ID}, ids(page), "it is searched")
				require.Equal(t, gone.ID+1, there.NewTask(t, there.NewCustomer(t)).ID, "an id is never given twice")
			})
		}
	})
}

func TestACopyGoesIntoNothingThatIsInUse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.NewTask(t, s.NewCustomer(t))
		for name, url := range emptyDatabases(t) {
			full := storetest.Open(t, url)
			full.NewCustomer(t)
			before, err := full.Customers(t.Context())
			require.NoError(t, err)
			_, err = s.CopyInto(t.Context(), url)
			require.Error(t, err, name)
			require.Regexp(t, "is not empty|exists already", err.Error())
			after, err := full.Customers(t.Context())
			require.NoError(t, err)
			require.Equal(t, before, after)
		}
	})
}

func TestADatabaseOfAnotherVersionIsNotCopied(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		_, err := s.MigrateDown(t.Context())
		require.NoError(t, err)
		url := storetest.SQLite(t)
		_, err = s.CopyInto(t.Context(), url)
		require.ErrorContains(t, err, "zayavka migrate up")
		require.NoFileExists(t, strings.TrimPrefix(url, "sqlite://"))
	})
}

func TestACopyThatIsBrokenOffLeavesNothingUnderItsName(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t, storetest.SQLite(t))
	s.NewTask(t, s.NewCustomer(t))
	_, err := s.DB(t).ExecContext(t.Context(), "PRAGMA foreign_keys = 0; UPDATE tasks SET customer_id = 77")
	require.NoError(t, err)
	for name, url := range emptyDatabases(t) {
		_, err := s.CopyInto(t.Context(), url)
		require.Error(t, err, name)
		if file, isFile := strings.CutPrefix(url, "sqlite://"); isFile {
			left, err := os.ReadDir(filepath.Dir(file))
			require.NoError(t, err)
			require.Empty(t, left)
			continue
		}
		customers, err := storetest.Open(t, url).Customers(t.Context())
		require.NoError(t, err)
		require.Empty(t, customers)
	}
	_, err = s.DB(t).ExecContext(t.Context(), "UPDATE tasks SET customer_id = 1")
	require.NoError(t, err)
	for name, url := range emptyDatabases(t) {
		_, err := s.CopyInto(t.Context(), url)
		require.NoError(t, err, name)
	}
}

func TestACopyIsOfOneMoment(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		began := make(chan struct{}, 1)
		customer := s.NewRegistered(t)
		go func() {
			defer close(done)
			for ctx.Err() == nil {
				if _, err := s.CreateTask(t.Context(), system, store.NewTask{CustomerPhone: customer.Phone}); err != nil {
					t.Errorf("create a task: %v", err)
					return
				}
				select {
				case began <- struct{}{}:
				default:
				}
			}
		}()
		<-began
		url := storetest.SQLite(t)
		_, err := s.CopyInto(t.Context(), url)
		cancel()
		<-done
		require.NoError(t, err)
		there := storetest.Open(t, url)
		tasks, err := there.Tasks(t.Context(), store.TaskFilter{}, store.OffsetPage{})
		require.NoError(t, err)
		histories, err := there.History(t.Context(), ids(tasks))
		require.NoError(t, err)
		for _, task := range tasks {
			require.NotEmpty(t, histories[task.ID], "a task and its history are one transaction")
		}
	})
}
