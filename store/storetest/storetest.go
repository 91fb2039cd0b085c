// Package storetest runs tests of the store, and of what stands on it, on real databases: SQLite
// in a file of the test's own and PostgreSQL in a database of the test's own.
package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	_ "time/tzdata" // Europe/Moscow on machines without zone files

	"github.com/stretchr/testify/require"

	"zayavka/store"
)

// Clock is a clock that moves only when told to.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock forward.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// Store is a migrated, empty store in the business's zone Europe/Moscow with a hold of 3 s, on a
// clock that begins on Monday 2026-03-02 at 09:00 UTC, and with factories for what tests need.
type Store struct {
	*store.Store
	Clock *Clock
	URL   string
	count atomic.Int64
}

// Each runs a test on SQLite and on PostgreSQL, in parallel with others.
func Each(t *testing.T, test func(t *testing.T, s *Store)) {
	t.Helper()
	for _, database := range []struct {
		name string
		url  func(testing.TB) string
	}{{"sqlite", SQLite}, {"postgres", Postgres}} {
		t.Run(database.name, func(t *testing.T) {
			t.Parallel()
			test(t, Open(t, database.url(t)))
		})
	}
}

// Open opens and migrates the database at url; it is closed at the test's end.
func Open(t testing.TB, url string) *Store {
	t.Helper()
	moscow, err := time.LoadLocation("Europe/Moscow")
	require.NoError(t, err)
	clock := &Clock{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	s, err := store.Open(store.Options{URL: url, Location: moscow, Hold: 3 * time.Second, Clock: clock.Now})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	require.NoError(t, s.MigrateUp(context.Background()))
	require.NoError(t, s.UseAccessCodeSecret([]byte("secret")))
	return &Store{Store: s, Clock: clock, URL: url}
}

// Noon is the name of a zone in which it was between noon and one o'clock when the tests began: there a test on the machine's clock
// has the same time of day whenever it runs, and comes to no midnight.
var Noon = fmt.Sprintf("Etc/GMT%+d", time.Now().UTC().Hour()-12) // what lies to the east has a minus in these names

// SQLite is the URL of a new file.
func SQLite(t testing.TB) string {
	return "sqlite://" + filepath.Join(t.TempDir(), "zayavka.db")
}

// Password is the password of every account that NewStaff makes.
const Password = "correct horse battery"

// NewStaff makes an account.
func (s *Store) NewStaff(t testing.TB) store.Staff {
	t.Helper()
	return s.newMember(t, store.RoleStaff)
}

// NewAdmin makes an admin's account.
func (s *Store) NewAdmin(t testing.TB) store.Staff {
	t.Helper()
	return s.newMember(t, store.RoleAdmin)
}

func (s *Store) newMember(t testing.TB, role store.Role) store.Staff {
	t.Helper()
	staff, err := s.CreateStaff(t.Context(), store.NewStaff{
		Email: fmt.Sprintf("staff%d@example.com", s.count.Add(1)), Password: Password, Role: role,
	})
	require.NoError(t, err)
	return staff
}

// NewCustomer makes a customer whom staff entered and who never wrote to the bot.
func (s *Store) NewCustomer(t testing.TB) store.Customer {
	t.Helper()
	customer, err := s.CreateCustomer(t.Context(), store.NewCustomer{Phone: s.NewPhone(), Name: "Анна"})
	require.NoError(t, err)
	return customer
}

// NewRegistered makes a customer with a chat, whose phone Telegram vouched for.
func (s *Store) NewRegistered(t testing.TB) store.Customer {
	t.Helper()
	customer, _, err := s.Register(t.Context(), store.Registration{
		TelegramID: 5_000_000_000 + s.count.Add(1), Phone: s.NewPhone(), Verified: true, Name: "Пётр", Language: "ru",
	})
	require.NoError(t, err)
	return customer
}

// NewTask makes a task of the customer, by the system.
func (s *Store) NewTask(t testing.TB, customer store.Customer) store.Task {
	t.Helper()
	task, err := s.CreateTask(t.Context(), store.Actor{Kind: store.ActorSystem}, store.NewTask{CustomerPhone: customer.Phone})
	require.NoError(t, err)
	return task
}

// NewWebhook makes an endpoint for the events, for all of them when none is named.
func (s *Store) NewWebhook(t testing.TB, events ...store.WebhookType) store.Webhook {
	t.Helper()
	if len(events) == 0 {
		events = store.WebhookTypes()
	}
	webhook, err := s.CreateWebhook(t.Context(), store.NewWebhook{URL: "https://example.com/webhook", Events: events})
	require.NoError(t, err)
	return webhook
}

// Customers lists all cards in the order of their ids.
func (s *Store) Customers(ctx context.Context) ([]store.Customer, error) {
	customers, _, err := s.CustomersUpTo(ctx, 1_000)
	return customers, err
}

// NewPhone makes up a phone that nobody has.
func (s *Store) NewPhone() string {
	return fmt.Sprintf("+7 (917) %03d-%02d-%02d", s.count.Add(1)/10_000, s.count.Load()/100%100, s.count.Load()%100)
}

// Keyed does something as a request with a key, and keeps the response.
func (s *Store) Keyed(t testing.TB, key, response string, do func(request context.Context)) {
	t.Helper()
	request, err := s.BeginKeyedRequest(t.Context(), "staff 1", key, key, time.Minute)
	require.NoError(t, err)
	do(store.WithKeyedRequest(t.Context(), request.ID))
	require.NoError(t, s.FinishKeyedRequest(t.Context(), request.ID, &response))
}

// DB is a connection beside the Store.
func (s *Store) DB(t testing.TB) *sql.DB {
	t.Helper()
	driver, source := "sqlite", "file:"+strings.TrimPrefix(s.URL, "sqlite://")+"?_pragma=busy_timeout(10000)"
	if strings.HasPrefix(s.URL, "postgres") {
		driver, source = "pgx", s.URL
	}
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

// Exec runs a statement beside the Store, for what no use-case does.
func (s *Store) Exec(t testing.TB, statement string, args ...any) {
	t.Helper()
	_, err := s.DB(t).ExecContext(t.Context(), statement, args...)
	require.NoError(t, err)
}
