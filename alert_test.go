package main

import (
	"bytes"
	"database/sql"
	"log/slog"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"

	"zayavka/backup"
	"zayavka/bot/emulator"
	"zayavka/bot/telegram"
	"zayavka/lease"
	"zayavka/porttest"
	"zayavka/store"
	"zayavka/store/storetest"
)

// measured adds up what a registry shows of a metric, as far as its labels match: a counter's or gauge's value,
// or a histogram's count.
func measured(t *testing.T, metrics prometheus.Gatherer, name string, labels ...string) float64 {
	t.Helper()
	families, err := metrics.Gather()
	require.NoError(t, err)
	sum, found := 0.0, false
	for _, family := range families {
		if family.GetName() != name {
			continue
		}
		for _, metric := range family.GetMetric() {
			var shown string
			for _, label := range metric.GetLabel() {
				shown += label.GetName() + "=" + label.GetValue() + " "
			}
			if len(labels) > 0 && !strings.Contains(shown, labels[0]+" ") {
				continue
			}
			found = true
			sum += metric.GetGauge().GetValue() + metric.GetCounter().GetValue() + float64(metric.GetHistogram().GetSampleCount())
		}
	}
	require.True(t, found, "%s is not measured", name)
	return sum
}

// alerts provoke what each alert of docs/operation.md speaks of; the metric passes its threshold.
var alerts = map[string]func(*testing.T){
	"zayavka_outbox_oldest_seconds": func(t *testing.T) {
		require.Greater(t, measured(t, afterASendOutage(t), "zayavka_outbox_oldest_seconds"), 120.0)
	},
	"zayavka_outbox_late_chats": func(t *testing.T) {
		require.Greater(t, measured(t, afterASendOutage(t), "zayavka_outbox_late_chats"), 0.0)
	},
	"zayavka_files_oldest_seconds": func(t *testing.T) {
		s := storetest.Open(t, storetest.SQLite(t))
		metrics := newMetrics(&App{store: s.Store, log: slog.New(slog.DiscardHandler)})
		require.Zero(t, measured(t, metrics, "zayavka_files_oldest_seconds"))
		photo := store.File{Kind: store.FilePhoto, TelegramFileID: "a", Size: 1}
		_, err := s.ReceiveMessages(t.Context(), []store.IncomingMessage{
			{ChatID: *s.NewRegistered(t).TelegramID, TelegramMessageID: 1, Files: []store.File{photo}},
		})
		require.NoError(t, err)
		s.Clock.Advance(11 * time.Minute)
		require.Greater(t, measured(t, metrics, "zayavka_files_oldest_seconds"), 600.0)
	},
	"zayavka_backup_overdue": func(t *testing.T) {
		s := storetest.Open(t, storetest.SQLite(t))
		keeper := &backup.Keeper{Clock: s.Clock.Now}
		metrics := newMetrics(&App{store: s.Store, log: slog.New(slog.DiscardHandler), backups: keeper, config: DefaultConfig()})
		require.NoError(t, s.SetBackupState(t.Context(), store.BackupState{MadeAt: s.Clock.Now()}))
		require.Zero(t, measured(t, metrics, "zayavka_backup_overdue"))
		s.Clock.Advance(37 * time.Hour)
		require.Equal(t, 1.0, measured(t, metrics, "zayavka_backup_overdue"))
	},
	"zayavka_backup_failed": func(t *testing.T) {
		s := storetest.Open(t, storetest.SQLite(t))
		metrics := newMetrics(&App{store: s.Store, log: slog.New(slog.DiscardHandler), backups: &backup.Keeper{Clock: s.Clock.Now}})
		require.Zero(t, measured(t, metrics, "zayavka_backup_failed"))
		require.NoError(t, s.SetBackupState(t.Context(), store.BackupState{FailedAt: s.Clock.Now(), Failure: "no space left on device"}))
		require.Equal(t, 1.0, measured(t, metrics, "zayavka_backup_failed"))
	},
	"zayavka_sender_panics_total": func(t *testing.T) {
		metrics, log := prometheus.NewRegistry(), slog.New(slog.DiscardHandler)
		runner, err := lease.NewRunner(log, metrics, "notifications")
		require.NoError(t, err)
		require.Zero(t, measured(t, metrics, "zayavka_sender_panics_total"))
		runner.Guard(log, func() { panic("provoked") })
		require.Greater(t, measured(t, metrics, "zayavka_sender_panics_total"), 0.0)
	},
	"zayavka_database_writable": func(t *testing.T) {
		a := &App{store: storetest.Open(t, storetest.SQLite(t)).Store, log: slog.New(slog.DiscardHandler)}
		metrics := newMetrics(a)
		a.health.written = time.Now()
		require.InDelta(t, 1, measured(t, metrics, "zayavka_database_writable"), 0)
		a.health.written = time.Now().Add(-time.Minute)
		require.Zero(t, measured(t, metrics, "zayavka_database_writable"))
	},
	"zayavka_telegram_up": func(t *testing.T) {
		w := startWorld(t, func(c *Config) { c.Telegram.APIURL = "http://" + porttest.FreeAddress(t) })
		require.Eventually(t, func() bool { return measured(t, w.app.metrics, "zayavka_telegram_up") == 0 }, 10*time.Second, 10*time.Millisecond)
	},
	"zayavka_leader": func(t *testing.T) {
		s := storetest.Open(t, storetest.SQLite(t))
		a := &App{store: s.Store, log: slog.New(slog.DiscardHandler)}
		a.leading.Store(true)
		metrics := newMetrics(a)
		require.InDelta(t, 1, measured(t, metrics, "zayavka_leader"), 0)
		a.leading.Store(false)
		require.Less(t, measured(t, metrics, "zayavka_leader"), 1.0)
	},
	"zayavka_dead_letters": func(t *testing.T) {
		s := storetest.Open(t, storetest.SQLite(t))
		metrics := newMetrics(&App{store: s.Store, log: slog.New(slog.DiscardHandler)})
		require.Zero(t, measured(t, metrics, "zayavka_dead_letters"))
		require.NoError(t, s.BuryUpdate(t.Context(), store.Update{UpdateID: 1, ChatID: 42, Body: []byte("{}"), Tries: 3, Reason: store.FaultPanic}))
		require.Greater(t, measured(t, metrics, "zayavka_dead_letters"), 0.0)
	},
	"zayavka_sends_total": func(t *testing.T) {
		server, err := emulator.Start(emulator.Options{})
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, server.Close()) })
		metrics := prometheus.NewRegistry()
		client, err := telegram.NewClient(telegram.Options{APIURL: server.URL(), Token: server.Token(), Metrics: metrics})
		require.NoError(t, err)
		t.Cleanup(client.Close)
		server.Fail(emulator.Fault{Method: "sendMessage", Kind: emulator.BadRequest, Description: "can't parse entities"})
		_, err = client.Send(t.Context(), 1, "text", nil)
		require.Error(t, err)
		require.Greater(t, measured(t, metrics, "zayavka_sends_total", "result=rejected"), 0.0)
	},
	"zayavka_logins_failed_total": func(t *testing.T) {
		w := startWorld(t, func(*Config) {})
		w.login(t)
		for range 31 {
			response, err := http.Post(w.app.URL()+"/graphql", "application/json",
				strings.NewReader(`{"query": "mutation { login(email: \"nobody@example.com\", password: \"a guess\") { success } }"}`))
			require.NoError(t, err)
			require.NoError(t, response.Body.Close())
		}
		require.Greater(t, measured(t, w.app.metrics, "zayavka_logins_failed_total"), 30.0)
	},
	"zayavka_graphql_seconds_count": func(t *testing.T) {
		var file string
		w := startWorld(t, func(config *Config) { file = strings.TrimPrefix(string(config.Database.URL), "sqlite://") })
		w.login(t)
		db, err := sql.Open("sqlite", file)
		require.NoError(t, err)
		_, err = db.ExecContext(t.Context(), "PRAGMA foreign_keys = OFF; ALTER TABLE tasks RENAME COLUMN description TO gone")
		require.NoError(t, err)
		require.NoError(t, db.Close())
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.app.URL()+"/graphql",
			bytes.NewBufferString(`{"query": "{ allTasks { id description } }"}`))
		require.NoError(t, err)
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Authorization", "Bearer "+w.token)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Greater(t, measured(t, w.app.metrics, "zayavka_graphql_seconds", "result=INTERNAL"), 0.0)
	},
}

// afterASendOutage is what is shown when a message has been tried in vain for seven minutes.
func afterASendOutage(t *testing.T) prometheus.Gatherer {
	t.Helper()
	s := storetest.Open(t, storetest.SQLite(t))
	metrics := newMetrics(&App{store: s.Store, log: slog.New(slog.DiscardHandler)})
	require.Zero(t, measured(t, metrics, "zayavka_outbox_oldest_seconds"))
	require.Zero(t, measured(t, metrics, "zayavka_outbox_late_chats"))
	s.NewTask(t, s.NewRegistered(t))
	s.Clock.Advance(time.Minute)
	for range 7 {
		claimed, err := s.ClaimNotifications(t.Context(), 1, time.Minute)
		require.NoError(t, err)
		require.Len(t, claimed, 1)
		require.NoError(t, s.RetryNotification(t.Context(), claimed[0].Notification.Claim(), s.Clock.Now().Add(time.Minute), "Internal Server Error"))
		s.Clock.Advance(time.Minute)
	}
	return metrics
}

func TestEachAlertOfTheDocumentationIsFiredByWhatItSpeaksOf(t *testing.T) {
	text, err := os.ReadFile("docs/operation.md")
	require.NoError(t, err)
	_, section, _ := strings.Cut(string(text), "\n## Alerts\n")
	section, _, _ = strings.Cut(section, "\n## ")
	rows := regexp.MustCompile("(?m)^\\| `[^`]*?(zayavka_\\w+)[^`]*` \\|").FindAllStringSubmatch(section, -1)
	require.Len(t, rows, len(alerts))
	for _, row := range rows {
		provoke, known := alerts[row[1]]
		require.True(t, known, row[1])
		t.Run(row[1], provoke)
	}
}
