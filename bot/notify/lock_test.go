package notify_test

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/bot/notify"
	"zayavka/store"
	"zayavka/store/storetest"
)

func TestASenderThatAnotherConnectionKeepsFromClaimingNoticesAndGoesOnWhenItMay(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		o := open(t, s.URL, 0)
		o.stop()
		olga, customer := o.customer(t, "ru")
		driver, source, lock := "pgx", s.URL, "BEGIN; LOCK TABLE notifications"
		if file, ok := strings.CutPrefix(s.URL, "sqlite://"); ok {
			driver, source, lock = "sqlite", file, "BEGIN IMMEDIATE"
		}
		o.task(t, customer)
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer func() { require.NoError(t, db.Close()) }()
		holder, err := db.Conn(t.Context())
		require.NoError(t, err)
		_, err = holder.ExecContext(t.Context(), lock)
		require.NoError(t, err)
		o.sender(t, prometheus.NewRegistry(), func(store.Delivery) bool { return false }, func(s *notify.Sender) {
			s.SetStatementTimeout(500 * time.Millisecond)
		})
		require.Eventually(t, func() bool { return o.log.has("Could not claim notifications") }, 4*time.Second, time.Millisecond)
		require.Empty(t, o.telegram.Calls("sendMessage"))
		_, err = holder.ExecContext(t.Context(), "ROLLBACK")
		require.NoError(t, err)
		require.NoError(t, holder.Close())
		olga.AnswerContaining(t, "№ 1")
	})
}
