package store_test

import (
	"database/sql"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun/dialect"

	"zayavka/migrations"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestMessagesThatWaitSurviveTheMigrationsThatRebuildTheirTable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		driver, source, name := "pgx", s.URL, dialect.PG
		if file, ok := strings.CutPrefix(s.URL, "sqlite://"); ok {
			driver, source, name = "sqlite", "file:"+file+"?_pragma=foreign_keys(1)", dialect.SQLite
		}
		files, err := migrations.For(name)
		require.NoError(t, err)
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()

		customer := s.NewRegistered(t)
		task := s.NewTask(t, customer)
		before, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		for _, migration := range []string{
			"0036_data_imports.tx.down", "0035_traces.tx.down", "0034_imports.tx.down", "0032_estimate_nudges.tx.down", "0031_connect_codes.tx.down", "0030_reminders.tx.down", "0028_estimates.tx.down", "0027_cards.tx.down", "0026_photo_links.tx.down", "0025_uploads.tx.down", "0024_file_place.tx.down", "0023_loose_files.tx.down", "0022_replies.tx.down", "0021_conversation.tx.down", "0017_integrators.tx.down", "0014_forget.tx.down", "0013_delivery.tx.down", "0004_webhooks.tx.down",
			"0004_webhooks.tx.up", "0013_delivery.tx.up", "0014_forget.tx.up", "0017_integrators.tx.up", "0021_conversation.tx.up",
			"0022_replies.tx.up", "0023_loose_files.tx.up", "0024_file_place.tx.up", "0025_uploads.tx.up", "0026_photo_links.tx.up", "0027_cards.tx.up", "0028_estimates.tx.up", "0030_reminders.tx.up", "0031_connect_codes.tx.up", "0032_estimate_nudges.tx.up", "0034_imports.tx.up", "0035_traces.tx.up", "0036_data_imports.tx.up",
		} {
			statements, err := fs.ReadFile(files, migration+".sql")
			require.NoError(t, err)
			_, err = db.ExecContext(t.Context(), string(statements))
			require.NoError(t, err)
		}
		after, err := s.NotificationsByTask(t.Context(), []int64{task.ID})
		require.NoError(t, err)
		requireSame(t, before, after)
		s.Clock.Advance(storeHold)
		require.Equal(t, []store.NotificationPayload{{To: store.StatusAccepted}}, deliverAll(t, s))
		require.NoError(t, s.DeleteTask(t.Context(), system, task.ID))
		var left int
		require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM notifications").Scan(&left))
		require.Zero(t, left, "messages go with their task")
	})
}
