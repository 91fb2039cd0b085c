package bot_test

import (
	"database/sql"
	"fmt"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/stretchr/testify/require"

	"zayavka/bot/emulator"
	"zayavka/store"
	"zayavka/store/storetest"
)

// administer runs statements on a database beside the shop's own connections.
func administer(t *testing.T, url string, statements ...string) {
	t.Helper()
	db, err := sql.Open("pgx", url)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	for _, statement := range statements {
		_, err := db.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
}

func TestWhoRegistersWhileTheDatabaseCanOnlyBeReadIsRegisteredWhenItCanBeWritten(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	url := postgres.URL("migrated")
	s := prepare(t, url)
	s.pause = time.Second
	s.run(t)
	s.waitReady(t)
	administer(t, url, "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
	require.Eventually(t, func() bool { return store.IsOutage(s.PruneUpdates(t.Context())) }, holdUp, tick)
	people := s.crowd(20)
	for _, user := range people {
		user.SharesContact()
	}
	require.Eventually(t, func() bool { return s.logged("nor written down") >= 3*len(people) }, 2*holdUp, tick, "and none is let go")
	require.Zero(t, s.waiting(t), "the database can be read")
	registered, err := s.Customers(t.Context()) // before the setting had reached every connection
	require.NoError(t, err)
	require.Less(t, len(registered), len(people)/2)
	require.Equal(t, len(people), len(registered)+s.telegram.PendingUpdates(), "nothing is confirmed that is not written down")
	administer(t, url, "SET default_transaction_read_only = off", "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
	for _, user := range people {
		require.Eventually(t, func() bool { return len(fromBot(user)) == 1 }, 2*holdUp, tick)
		require.Contains(t, fromBot(user)[0], "Теперь сообщения будут приходить сюда")
	}
	s.telegram.WaitUpdatesConfirmed(t)
	s.deadLetters(t, 0)
}

func TestNothingIsPutAsideWhileTelegramCannotBeWrittenTo(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]emulator.Fault{
		"500": {Kind: emulator.ServerError}, "429": {Kind: emulator.TooManyRequests, RetryAfter: 1}, "401": {Kind: emulator.Unauthorized},
		"dropped": {Kind: emulator.DropBefore}, "not JSON": {Kind: emulator.NotJSON},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := prepare(t, storetest.SQLite(t))
			s.pause = time.Second
			s.run(t)
			fault.Method = "sendMessage"
			release := s.telegram.Fail(fault)
			olga := s.person(emulator.Profile{})
			const messages = 12 // more than are in memory for one chat
			for n := range messages {
				olga.Says([]string{"/start", "/help"}[n%2])
			}
			require.Eventually(t, func() bool { return len(callsTo(s, olga.ID)) > 4 }, 2*holdUp, tick, "more often than what fails by itself")
			s.telegram.WaitUpdatesConfirmed(t)
			require.Equal(t, messages, s.waiting(t), "it is all written down")
			s.deadLetters(t, 0)
			other := s.person(emulator.Profile{FirstName: "Пётр"})
			release()
			other.Says("/start")
			other.AnswerContaining(t, business)
			require.Eventually(t, func() bool { return len(fromBot(olga)) == messages }, 2*holdUp, tick)
			for n, text := range fromBot(olga) {
				require.Contains(t, text, []string{"Здравствуйте", "/tasks"}[n%2], n)
			}
		})
	}
}

func TestWhatCannotBeMarkedAsDoneIsSaidOnceASecondAndMarkedLater(t *testing.T) {
	t.Parallel()
	postgres, err := storetest.StartPostgres()
	require.NoError(t, err)
	t.Cleanup(postgres.Stop)
	url := postgres.URL("migrated")
	s := prepare(t, url, limited)
	people := s.crowd(60)
	var saved []store.Update
	for n, user := range people {
		saved = append(saved, store.Update{UpdateID: 1 + n, ChatID: user.ID, Body: fmt.Appendf(nil, `{"update_id": %d, "message": {"message_id": 1,
			"date": 1, "text": "/help", "from": {"id": %[2]d, "first_name": "Ольга", "language_code": "ru"},
			"chat": {"id": %[2]d, "type": "private"}}}`, 1+n, user.ID)})
	}
	require.NoError(t, s.SaveUpdates(t.Context(), saved))
	administer(t, url, "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
	require.Eventually(t, func() bool { return store.IsOutage(s.PruneUpdates(t.Context())) }, holdUp, tick)
	began := time.Now()
	s.run(t)
	for _, user := range people {
		require.Eventually(t, func() bool { return len(fromBot(user)) == 1 }, holdUp, tick)
	}
	require.LessOrEqual(t, s.logged("could not be marked"), 1+int(time.Since(began).Seconds()))
	administer(t, url, "SET default_transaction_read_only = off", "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
	require.Eventually(t, func() bool { return s.waiting(t) == 0 }, holdUp, tick)
}
