package store_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"zayavka/store"
	"zayavka/store/storetest"
)

// documented are the tables that docs/operation.md names, each with whether its rows stay for good.
func documented(t *testing.T) map[string]bool {
	t.Helper()
	page, err := os.ReadFile("../docs/operation.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(page), "## What grows\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	stays := map[string]bool{}
	for line := range strings.Lines(section) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			continue
		}
		for _, name := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cells[1], -1) {
			stays[name[1]] = strings.HasPrefix(strings.TrimSpace(cells[3]), "stays")
		}
	}
	return stays
}

// tablesOf are the tables of the schema, as the database itself names them.
func tablesOf(t *testing.T, s *storetest.Store) (tables []string) {
	t.Helper()
	query := "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
	if strings.HasPrefix(s.URL, "postgres") {
		query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	parts := regexp.MustCompile("^(task|customer)_search_(config|content|data|docsize|idx)$") // of an index of words
	for _, table := range texts(t, s.DB(t), query) {
		if !strings.HasPrefix(table, "bun_") && !parts.MatchString(table) {
			tables = append(tables, table)
		}
	}
	return tables
}

func rowsIn(t *testing.T, s *storetest.Store, table string) (count int) {
	t.Helper()
	require.NoError(t, s.DB(t).QueryRowContext(t.Context(), `SELECT count(*) FROM "`+table+`"`).Scan(&count))
	return count
}

func TestNothingGrowsForEverButWhatTheOperatorsPageNames(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		stays := documented(t)
		tables := tablesOf(t, s)
		for _, table := range tables {
			require.Contains(t, stays, table, "docs/operation.md says when rows of this table go")
		}
		folder := contents(t.TempDir())
		k := newKnown(t, s, folder)
		fillTheRest(t, s, k)
		unnamed := strings.Repeat("ab", 32)
		folder.put(t, unnamed, "ничьё")
		require.NoError(t, s.ExpectContent(t.Context(), unnamed))
		for _, table := range tables {
			require.NotZero(t, rowsIn(t, s, table), "the test fills %s", table)
		}

		s.Clock.Advance(10 * 365 * 24 * time.Hour)
		require.NoError(t, s.Prune(t.Context()))
		require.NoError(t, s.RemoveLooseFiles(t.Context(), folder.remove))
		for _, table := range tables {
			if table == "chat_lists" {
				require.Equal(t, 1, rowsIn(t, s, table), "the list in the customer's own chat stays")
				continue
			}
			if !stays[table] {
				require.Zero(t, rowsIn(t, s, table), table)
			}
		}
		require.False(t, folder.holds(t, contentWord))
		kept, err := s.Task(t.Context(), k.paid.ID)
		require.NoError(t, err)
		require.Equal(t, taskWord, kept.Description, "requests stay")
	})
}

// fillTheRest puts a row into the tables that have nothing to do with a customer.
func fillTheRest(t *testing.T, s *storetest.Store, k known) {
	t.Helper()
	ctx := t.Context()
	admin := s.NewAdmin(t)
	actor := store.Actor{Kind: store.ActorStaff, ID: admin.ID}
	_, err := s.CreateConnectCode(ctx, k.ID)
	require.NoError(t, err)
	_, _, err = s.CreateInvite(ctx, store.NewInvite{Role: store.RoleStaff})
	require.NoError(t, err)
	_, err = s.UpdateShop(ctx, actor, store.ShopUpdate{Name: ptr("Винтик")})
	require.NoError(t, err)
	newToken(t, s, store.NewAPIToken{})
	s.NewUpload(t, admin, store.FilePhoto)
	s.Exec(t, "UPDATE webhook_deliveries SET state = 'delivered'") // what is not is tried for a day, and has failed then
	s.Exec(t, "INSERT INTO imports (staff_id, file_id, state, attempt, choices, report, row_count, done_count, created_at, updated_at) SELECT staff_id, id, 'DONE', 1, '{}', '{}', 1, 1, created_at, created_at FROM files WHERE staff_id = $1", admin.ID)
	s.Exec(t, "INSERT INTO connect_offers (chat_id, customer_id, created_at) VALUES (1, $1, $2)", k.ID, "2026-03-02 09:00:00+00:00")
	s.Exec(t, "INSERT INTO refresh_tokens (staff_id, token_version, session, token_hash, expires_at, created_at, updated_at) VALUES ($1, 1, 's', 'h', $2, $2, $2)", admin.ID, "2026-04-02 09:00:00+00:00")
	s.Exec(t, "INSERT INTO staff_replies (chat_id, telegram_message_id, created_at) VALUES (1, 1, $1)", "2026-03-02 09:00:00+00:00")
	s.Exec(t, "INSERT INTO staff_groups (chat_id, title, created_at, updated_at) VALUES (-1, 'Цех', $1, $1)", "2026-03-02 09:00:00+00:00")
	s.Exec(t, "INSERT INTO reminders (kind, task_id, step, created_at, updated_at) VALUES ('ready_waits', $1, 1, $2, $2) ON CONFLICT DO NOTHING", k.paid.ID, "2026-03-02 09:00:00+00:00")
	s.Exec(t, "INSERT INTO chat_lists (chat_id, updated_at) VALUES (999, $1)", "2026-03-02 09:00:00+00:00")
	for _, table := range []string{"shop_categories", "stages"} {
		if rowsIn(t, s, table) == 0 {
			fields, values := "status, told, text_ru, text_en", "'ACCEPTED', TRUE, '', ''"
			if table == "shop_categories" {
				fields, values = "category", "'REPAIR'"
			}
			s.Exec(t, "INSERT INTO "+table+" (name_ru, name_en, place, "+fields+", created_at, updated_at) VALUES ('а', 'a', 1, "+values+", $1, $1)", "2026-03-02 09:00:00+00:00")
		}
	}
}

func TestWhatIsYoungEnoughOrNotOverIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		admin := s.NewAdmin(t)
		shop, err := s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, store.ShopUpdate{KeepClosedDays: ptr(60), KeepSentDays: ptr(30)})
		require.NoError(t, err)
		require.Equal(t, 60, shop.KeepClosedDays)
		customer := s.NewRegistered(t)
		closed, open := s.NewTask(t, customer), s.NewTask(t, customer)
		s.NewReceived(t, customer, &closed.ID, "о закрытой")
		s.NewReceived(t, customer, &open.ID, "об открытой")
		s.Clock.Advance(30 * 24 * time.Hour)
		_, err = s.UpdateTask(t.Context(), system, closed.ID, store.TaskUpdate{Status: ptr(store.StatusClosed)})
		require.NoError(t, err)
		s.Clock.Advance(59 * 24 * time.Hour)
		require.NoError(t, s.Prune(t.Context()))
		require.Equal(t, 2, rowsIn(t, s, "messages"), "closed for 59 days")
		require.NotZero(t, rowsIn(t, s, "notifications"), "what still waits to be sent is kept")
		s.Clock.Advance(2 * 24 * time.Hour)
		require.NoError(t, s.Prune(t.Context()))
		require.Equal(t, 1, rowsIn(t, s, "messages"))
		page, err := s.MessagePage(t.Context(), store.MessageFilter{TaskID: &open.ID}, store.PageRequest{Limit: 10})
		require.NoError(t, err)
		require.Equal(t, "об открытой", page.Rows[0].Text)

		for _, update := range []store.ShopUpdate{{KeepClosedDays: ptr(29)}, {KeepSentDays: ptr(36_501)}} {
			update.Version = shop.Version
			_, err = s.UpdateShop(t.Context(), store.Actor{Kind: store.ActorStaff, ID: admin.ID}, update)
			require.Equal(t, store.Invalid, store.CodeOf(err))
		}
	})
}
