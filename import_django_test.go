package main

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/argon2"

	"zayavka/store"
	"zayavka/store/storetest"
)

const djangoPassword = "correct horse Django"

// djangoArgon2 hashes as Django's Argon2PasswordHasher does.
func djangoArgon2() string {
	salt := []byte("c29tZXNhbHRmb3I")
	key := argon2.IDKey([]byte(djangoPassword), salt, 2, 102_400, 8, 32)
	encode := base64.RawStdEncoding.EncodeToString
	return "argon2$argon2id$v=19$m=102400,t=2,p=8$" + encode(salt) + "$" + encode(key)
}

func djangoPBKDF2(t *testing.T) string {
	t.Helper()
	key, err := pbkdf2.Key(sha256.New, djangoPassword, []byte("kHxQ0c3V"), 1_000, sha256.Size)
	require.NoError(t, err)
	return "pbkdf2_sha256$1000$kHxQ0c3V$" + base64.StdEncoding.EncodeToString(key)
}

// djangoDatabases are the CRM's database on SQLite and on PostgreSQL, with the same rows, and an empty one of this product's
// for each.
func djangoDatabases(t *testing.T, test func(t *testing.T, source *sql.DB, from, to string)) {
	t.Run("from SQLite to PostgreSQL", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "db копия?.sqlite3")
		test(t, djangoDatabase(t, "sqlite", file, "sqlite.sql"), "sqlite://"+file, storetest.Postgres(t))
	})
	t.Run("from PostgreSQL to SQLite", func(t *testing.T) {
		address := storetest.Postgres(t) + "&search_path=django"
		test(t, djangoDatabase(t, "pgx", address, "postgres.sql"), address, storetest.SQLite(t))
	})
}

func djangoDatabase(t *testing.T, driver, address, schema string) *sql.DB {
	t.Helper()
	if driver == "sqlite" {
		address = "file:" + strings.NewReplacer("?", "%3f", " ", "%20").Replace(address)
	} else {
		address += "&default_query_exec_mode=simple_protocol"
	}
	database, err := sql.Open(driver, address)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, database.Close()) })
	var statements strings.Builder
	if driver != "sqlite" {
		statements.WriteString("CREATE SCHEMA django;")
	}
	for _, file := range []string{schema, "rows.sql"} {
		text, err := os.ReadFile("importer/django/testdata/" + file)
		require.NoError(t, err)
		statements.Write(text)
	}
	_, err = database.ExecContext(t.Context(), statements.String())
	require.NoError(t, err)
	change(t, database, "UPDATE users_user SET password = '"+djangoArgon2()+"' WHERE password = 'argon2'")
	change(t, database, "UPDATE users_user SET password = '"+djangoPBKDF2(t)+"' WHERE password = 'pbkdf2'")
	return database
}

func change(t *testing.T, database *sql.DB, statement string) {
	t.Helper()
	_, err := database.ExecContext(t.Context(), statement)
	require.NoError(t, err)
}

func mendDjango(t *testing.T, source *sql.DB, phoneColumn string) {
	t.Helper()
	change(t, source, "UPDATE users_user SET email = 'oleg@shop.example' WHERE id = 5")
	change(t, source, "UPDATE tasks_customer SET "+phoneColumn+" = '8 927 310-55-02' WHERE id = 4")
}

func TestTheCRMOnDjangoMovesInWhole(t *testing.T) {
	t.Setenv("TZ", "Asia/Tokyo") // whose zone must not matter
	djangoDatabases(t, func(t *testing.T, source *sql.DB, from, to string) {
		phoneColumn := "phone"
		if strings.HasPrefix(from, "postgres") {
			phoneColumn = "phone_number"
		}
		moved := storetest.Open(t, to)
		shown, err := run(t, to, importCommand{Django: DatabaseURL(from)})
		require.NoError(t, err)
		require.Contains(t, shown, "Nothing was changed")
		require.Regexp(t, `not taken: .*last_login`, shown)
		require.Contains(t, shown, "users 5: email: Enter a valid email address.")
		require.Contains(t, shown, "customers 4: phone: ")
		require.Contains(t, shown, "tasks 5: phone: ")
		require.Contains(t, shown, "Accounts whose password does not work here, so that they need a new one: nina@shop.example")
		members, err := moved.AllStaff(t.Context())
		require.NoError(t, err)
		require.Empty(t, members)

		shown, err = run(t, to, importCommand{Django: DatabaseURL(from), Yes: true})
		require.ErrorContains(t, err, "not everything is here")
		require.Regexp(t, `users +5 +4`, shown)
		require.Regexp(t, `customers +5 +3 +1 on the card`, shown)
		require.Regexp(t, `tasks +6 +5`, shown)
		require.Regexp(t, `ACCEPTED +2 +1`, shown)

		mendDjango(t, source, phoneColumn)
		shown, err = run(t, to, importCommand{Django: DatabaseURL(from), Yes: true})
		require.NoError(t, err)
		require.Contains(t, shown, "All of it is here.")
		checkMoved(t, moved)

		again, err := run(t, to, importCommand{Django: DatabaseURL(from), Yes: true})
		require.NoError(t, err)
		require.Regexp(t, `users: 5\n +5 +there already\n +customers: 5\n +5 +there already\n +tasks: 6\n +6 +there already\n`, again)
		require.Regexp(t, `(?s)users +5 +5.*customers +5 +4 +1 on.*tasks +6 +6.*ACCEPTED +2 +2.*IN_PROGRESS +1 +1.*READY +1 +1.*CLOSED +2 +2`, again)
	})
}

func checkMoved(t *testing.T, s *storetest.Store) {
	t.Helper()
	ctx := t.Context()
	utc := func(text string) time.Time {
		at, err := time.Parse("2006-01-02 15:04:05.999999", text)
		require.NoError(t, err)
		return at
	}
	members := map[string]store.Staff{}
	all, err := s.AllStaff(ctx)
	require.NoError(t, err)
	for _, member := range all {
		members[member.Email] = member
	}
	require.Len(t, members, 5)
	anna, igor, left, nina, oleg := members["anna@shop.example"], members["Igor@shop.example"], members["left@shop.example"], members["nina@shop.example"], members["oleg@shop.example"]
	require.Equal(t, "Анна Петрова", anna.Name)
	require.Equal(t, store.RoleAdmin, anna.Role)
	require.True(t, anna.CreatedAt.Equal(utc("2020-02-03 04:05:06.123456")))
	require.Equal(t, store.RoleStaff, igor.Role)
	require.False(t, left.Active)
	require.True(t, nina.Active)
	require.Empty(t, nina.PasswordHash)

	customers := map[string]store.Customer{}
	cards, err := s.Customers(ctx)
	require.NoError(t, err)
	for _, card := range cards {
		customers[card.ExternalID] = card
	}
	require.Len(t, customers, 4)
	olga, work, timur, nobody := customers["1"], customers["3"], customers["4"], customers["5"]
	require.Equal(t, "8 (916) 204-18-37", olga.Phone)
	require.Equal(t, "Ольга", olga.Name)
	require.EqualValues(t, 5_000_000_001, *olga.TelegramID)
	require.Nil(t, olga.PhoneVerifiedAt)
	require.Equal(t, "Также клиент № 2: +79162041837, Ольга Ивановна", olga.Note)
	require.True(t, olga.CreatedAt.Equal(utc("2021-01-02 10:00:00")))
	require.Equal(t, "79270001122", work.PhoneKey)
	require.Equal(t, "Телефон: 89270001122, раб. 8 495 123-45-67", work.Note)
	require.Equal(t, "Тимур", timur.Name)
	require.Equal(t, "+7(800)-000-00-00", nobody.Phone)
	require.EqualValues(t, 5_000_000_002, *nobody.TelegramID)

	for _, want := range []struct {
		id                     string
		status                 store.Status
		category               store.Category
		description            string
		customer               *store.Customer
		employee               *store.Staff
		created, ready, closed string
	}{
		{"1", store.StatusClosed, store.CategoryRepair, "Не заряжается", &olga, &anna, "2021-07-25 21:30:00.123456", "", "2021-08-01 09:00:00"},
		{"2", store.StatusInProgress, store.CategoryDiagnosis, "Шумит", &olga, &left, "2021-07-26 08:00:00", "", ""},
		{"3", store.StatusAccepted, store.CategoryOther, "", nil, nil, "2021-07-27 08:00:00", "", ""},
		{"4", store.StatusReady, store.CategoryConsulting, "Как настроить?", &work, &igor, "2021-07-28 08:00:00", "2021-07-29 12:00:00", ""},
		{"5", store.StatusAccepted, store.CategoryRepair, "Экран", &timur, &anna, "2021-07-29 08:00:00", "", ""},
		{"6", store.StatusClosed, store.CategoryOther, "Память", &nobody, nil, "2021-07-30 08:00:00", "", "2021-08-02 15:00:00"},
	} {
		var id int64
		require.NoError(t, s.DB(t).QueryRowContext(ctx, "SELECT id FROM tasks WHERE external_id = '"+want.id+"'").Scan(&id))
		task, err := s.Task(ctx, id)
		require.NoError(t, err)
		require.Equal(t, want.status, task.Status, want.id)
		require.Equal(t, want.category, task.Category, want.id)
		require.Equal(t, want.description, task.Description, want.id)
		require.True(t, task.CreatedAt.Equal(utc(want.created)), want.id)
		for text, at := range map[string]*time.Time{want.ready: task.ReadySince, want.closed: task.ClosedAt} {
			if text != "" {
				require.NotNil(t, at, want.id)
				require.True(t, at.Equal(utc(text)), want.id)
			}
		}
		require.Equal(t, want.customer == nil, task.CustomerID == nil, want.id)
		if want.customer != nil {
			require.Equal(t, want.customer.ID, *task.CustomerID, want.id)
		}
		if want.id == "6" { // whose employee was refused at first, which a note says
			require.Equal(t, oleg.ID, *task.EmployeeID)
			continue
		}
		require.Equal(t, want.employee == nil, task.EmployeeID == nil, want.id)
		if want.employee != nil {
			require.Equal(t, want.employee.ID, *task.EmployeeID, want.id)
		}
	}
	var notifications int
	require.NoError(t, s.DB(t).QueryRowContext(ctx, "SELECT count(*) FROM notifications").Scan(&notifications))
	require.Zero(t, notifications)
}

func TestAPasswordOfDjangoGoesOnWorking(t *testing.T) {
	djangoDatabases(t, func(t *testing.T, _ *sql.DB, from, to string) {
		s := storetest.Open(t, to)
		_, err := run(t, to, importCommand{Django: DatabaseURL(from), Yes: true})
		require.Error(t, err) // for what is refused
		for _, email := range []string{"anna@shop.example", "igor@SHOP.example"} {
			_, err := s.Authenticate(t.Context(), email, "another horse Django")
			require.Equal(t, store.Unauthenticated, store.CodeOf(err))
			before, err := s.StaffByEmail(t.Context(), email)
			require.NoError(t, err)
			for range 2 { // the second time with the hash that the first one has renewed
				_, err = s.Authenticate(t.Context(), email, djangoPassword)
				require.NoError(t, err)
			}
			after, err := s.StaffByEmail(t.Context(), email)
			require.NoError(t, err)
			require.NotEqual(t, before.PasswordHash, after.PasswordHash)
			require.Contains(t, after.PasswordHash, "$argon2id$v=19$m=19456,t=2,p=1$")
			_, err = s.Authenticate(t.Context(), email, "another horse Django")
			require.Equal(t, store.Unauthenticated, store.CodeOf(err))
		}
		for email, password := range map[string]string{"left@shop.example": djangoPassword, "nina@shop.example": "!0nQq8fT3gDk2"} {
			_, err := s.Authenticate(t.Context(), email, password)
			require.Equal(t, store.Unauthenticated, store.CodeOf(err), email)
		}
	})
}

func TestWhoComesWithoutAPasswordIsInvited(t *testing.T) {
	file := filepath.Join(t.TempDir(), "db.sqlite3")
	djangoDatabase(t, "sqlite", file, "sqlite.sql")
	url := storetest.SQLite(t)
	var out strings.Builder
	command := importCommand{Django: DatabaseURL("sqlite://" + file), Yes: true}
	err := command.Run(t.Context(), console{in: strings.NewReader(""), out: &out, environment: []string{
		"ZAYAVKA_DATABASE_URL=" + url, "ZAYAVKA_HTTP_PUBLIC_URL=https://shop.example",
	}})
	require.ErrorContains(t, err, "not everything is here")
	link := regexp.MustCompile(`nina@shop.example  https://shop.example/app/\?login=(\S+)`).FindStringSubmatch(out.String())
	require.NotNil(t, link, out.String())
	s := storetest.Open(t, url)
	_, err = s.UseLoginLink(t.Context(), link[1], "a password of Nina's")
	require.NoError(t, err)
	_, err = s.Authenticate(t.Context(), "nina@shop.example", "a password of Nina's")
	require.NoError(t, err)
}

func TestADatabaseThatIsNotTheCRMsIsSaidToBeNone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "db.sqlite3")
	source := djangoDatabase(t, "sqlite", file, "sqlite.sql")
	url := storetest.SQLite(t)
	try := func() error {
		_, err := run(t, url, importCommand{Django: DatabaseURL("sqlite://" + file), Yes: true})
		return err
	}
	change(t, source, "UPDATE tasks_task SET status = 'XR' WHERE id = 4")
	require.ErrorContains(t, try(), `--status "XR=READY"`)
	change(t, source, "ALTER TABLE tasks_task RENAME COLUMN status TO phase")
	require.ErrorContains(t, try(), "tasks_task has no column for status, such as status or state; its columns are: id, phase, category")
	change(t, source, "ALTER TABLE users_user RENAME TO accounts_user")
	require.ErrorContains(t, try(), "there is no table users_user in that database; its tables are: ")
	for address, says := range map[string]string{
		"sqlite:///nowhere/db.sqlite3": "no such file", "mysql://x": "sqlite://FILE or postgres://", "postgres://u:hidden word@%zz": "does not understand",
	} {
		_, err := run(t, url, importCommand{Django: DatabaseURL(address)})
		require.ErrorContains(t, err, says)
		require.NotContains(t, err.Error(), "hidden")
	}
	_, err := run(t, url, importCommand{Django: "sqlite://x", Files: []string{"y"}})
	require.ErrorContains(t, err, "without files")
	_, err = run(t, url, importCommand{})
	require.ErrorContains(t, err, "--from-django")
}
