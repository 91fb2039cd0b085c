package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"zayavka/store"
)

// newMetrics makes what /metrics shows of the whole process; bot and api add their own.
func newMetrics(a *App) *prometheus.Registry {
	database, log := a.store, a.log
	a.reminders = newReminderCounter()
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		outboxCollector{database, log},
		a.reminders,
		newBuildInfo(),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "zayavka_leader", Help: "1 if this replica takes updates and sends messages.",
		}, func() float64 { return gauge(a.leading.Load()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "zayavka_telegram_up", Help: "1 if updates come in; on a replica that does not lead, 1.",
		}, func() float64 { return gauge(a.service.Load() != nil && a.checkTelegram(a.service.Load()).OK) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "zayavka_leader_known", Help: "1 if this replica leads or knows of one that does.",
		}, func() float64 { return gauge(a.checkLeader(context.Background()).OK) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "zayavka_database_writable", Help: "1 if a row was written in the last seconds.",
		}, func() float64 { return gauge(a.checkWriter(context.Background()).OK) }),
	)
	if a.backups != nil {
		registry.MustRegister(backupCollector{database, a.config.Backup.Every, a.backups.Clock, log})
	}
	for name, pool := range database.Pools() {
		registry.MustRegister(collectors.NewDBStatsCollector(pool, name))
	}
	return registry
}

// newBuildInfo tells as labels what this program is, as Prometheus has it for its own programs.
func newBuildInfo() prometheus.Collector {
	b := thisBuild()
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "zayavka_build_info", Help: "Always 1; the labels say which build this is.",
		ConstLabels: prometheus.Labels{"version": b.version, "commit": b.commit, "goversion": b.goVersion},
	}, func() float64 { return 1 })
}

func gauge(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

var (
	outboxPending   = prometheus.NewDesc("zayavka_outbox_pending", "Messages that wait to be sent.", nil, nil)
	webhooksPending = prometheus.NewDesc("zayavka_webhooks_pending", "Deliveries to webhooks that wait to be sent.", nil, nil)
	deadLetters     = prometheus.NewDesc("zayavka_dead_letters", "What customers wrote that could not be processed and was put aside.", nil, nil)
	filesWaiting    = prometheus.NewDesc("zayavka_files_waiting", "Files of customers that wait to be fetched from Telegram.", nil, nil)
	filesAge        = prometheus.NewDesc("zayavka_files_oldest_seconds", "For how long the oldest of them has been waiting.", nil, nil)
	outboxAge       = prometheus.NewDesc("zayavka_outbox_oldest_seconds", "For how long the oldest message that waits has been due, since it first was.", nil, nil)
	outboxLate      = prometheus.NewDesc("zayavka_outbox_late_chats", "Chats in which a message has been due for more than two minutes.", nil, nil)
)

// outboxCollector asks the database at each scrape, so that every replica tells the same.
type outboxCollector struct {
	store *store.Store
	log   *slog.Logger
}

func (c outboxCollector) Describe(descriptions chan<- *prometheus.Desc) {
	descriptions <- outboxPending
	descriptions <- outboxAge
	descriptions <- outboxLate
	descriptions <- webhooksPending
	descriptions <- deadLetters
	descriptions <- filesWaiting
	descriptions <- filesAge
}

func (c outboxCollector) Collect(metrics chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	status, err := c.store.OutboxStatus(ctx)
	if err != nil {
		c.log.Warn("Could not measure the outbox", "error", err)
		return // a gap in the graph, and the rest of the scrape goes on
	}
	deliveries, err := c.store.PendingWebhookDeliveries(ctx)
	if err != nil {
		c.log.Warn("Could not measure the webhooks", "error", err)
		return
	}
	dead, err := c.store.CountDeadLetters(ctx)
	if err != nil {
		c.log.Warn("Could not count the dead letters", "error", err)
		return
	}
	files, err := c.store.FetchStatus(ctx)
	if err != nil {
		c.log.Warn("Could not measure the files that wait", "error", err)
		return
	}
	metrics <- prometheus.MustNewConstMetric(filesWaiting, prometheus.GaugeValue, float64(files.Waiting))
	metrics <- prometheus.MustNewConstMetric(filesAge, prometheus.GaugeValue, files.Age.Seconds())
	metrics <- prometheus.MustNewConstMetric(outboxPending, prometheus.GaugeValue, float64(status.Pending))
	metrics <- prometheus.MustNewConstMetric(webhooksPending, prometheus.GaugeValue, float64(deliveries))
	metrics <- prometheus.MustNewConstMetric(outboxAge, prometheus.GaugeValue, status.Age.Seconds())
	metrics <- prometheus.MustNewConstMetric(outboxLate, prometheus.GaugeValue, float64(status.LateChats))
	metrics <- prometheus.MustNewConstMetric(deadLetters, prometheus.GaugeValue, float64(dead))
}
