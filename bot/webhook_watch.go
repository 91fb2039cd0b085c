package bot

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"zayavka/bot/telegram"
	"zayavka/retry"
	"zayavka/store"
)

const (
	// soon is how long after the webhook was set Telegram is asked how its deliveries go, then again in a while, and
	// every few minutes from then on.
	soon, inAWhile, everyFewMinutes = 5 * time.Second, 30 * time.Second, 3 * time.Minute
	// failingFor is how long ago the last failed delivery may be for the webhook to count as failing while updates
	// wait: Telegram tries again every two minutes at most.
	failingFor = 10 * time.Minute
)

// webhookWatch knows how Telegram's deliveries to the webhook go. Nothing else tells when they do not: to the service,
// a certificate that Telegram does not trust is silence.
type webhookWatch struct {
	bot     *Bot
	pending prometheus.Gauge
	failed  prometheus.Gauge
	problem string // as it was logged last
}

func newWebhookWatch(b *Bot, metrics prometheus.Registerer) (*webhookWatch, error) {
	w := &webhookWatch{
		bot: b,
		pending: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_webhook_pending_updates", Help: "Updates that Telegram has not delivered to the webhook yet.",
		}),
		failed: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "zayavka_webhook_last_error_timestamp_seconds",
			Help: "When Telegram last failed to deliver an update to the webhook, in seconds since 1970; 0 for never.",
		}),
	}
	for _, gauge := range []prometheus.Gauge{w.pending, w.failed} {
		if err := metrics.Register(gauge); err != nil {
			return nil, fmt.Errorf("register metrics: %w", err)
		}
	}
	return w, nil
}

// run looks until ctx ends.
func (w *webhookWatch) run(ctx context.Context) {
	for looks := 0; ; looks++ {
		if !retry.Sleep(ctx, []time.Duration{soon, inAWhile, everyFewMinutes}[min(looks, 2)]) {
			return
		}
		w.look(ctx)
	}
}

func (w *webhookWatch) look(ctx context.Context) {
	address := w.bot.publicURL + WebhookPath
	info, err := w.bot.telegram.WebhookInfo(ctx)
	if err == nil && info.URL != address {
		w.bot.log.Warn("Somebody has changed or removed the webhook; setting it again", "found", hostOf(info.URL))
		err = w.bot.setWebhook(ctx)
	}
	if ctx.Err() != nil {
		return
	}
	problem := store.BotProblem{}
	if err != nil {
		problem = problemOf(err)
	} else {
		w.pending.Set(float64(info.Pending))
		w.failed.Set(float64(info.LastErrorDate))
		if says := webhookProblem(info, address, time.Now()); says != "" {
			problem = store.BotProblem{Kind: store.BotWebhookFails, Says: says}
		}
	}
	w.bot.report(problem)
	switch problem.Says {
	case w.problem:
	case "":
		w.bot.log.Info("Telegram delivers to the webhook again")
	default:
		w.bot.log.Error("Telegram cannot deliver what customers write", "problem", problem.Says, "pending", info.Pending)
	}
	w.problem = problem.Says
}

// hostOf is all of a webhook's address that may be logged: many programs have their token in the path.
func hostOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return parsed.Host
}

// webhookProblem says in words for an owner why Telegram does not deliver, and "" when it does.
func webhookProblem(info telegram.WebhookInfo, address string, now time.Time) string {
	if info.Pending == 0 || info.LastErrorMessage == "" || now.Sub(time.Unix(info.LastErrorDate, 0)) > failingFor {
		return ""
	}
	said := " (Telegram says: " + info.LastErrorMessage + ")"
	words := strings.ToLower(info.LastErrorMessage)
	switch {
	case strings.Contains(words, "ssl") || strings.Contains(words, "certificate"):
		return "Telegram does not trust the certificate of " + address +
			": the web server must send one of a public authority, in date and with its whole chain" + said
	case strings.Contains(words, "wrong response"):
		return "the web server answers Telegram at " + address + " with an error: see that it passes requests on to this service" + said
	case strings.Contains(words, "resolve"):
		return "Telegram does not find the name of " + address + ": check http.public_url and the name's DNS" + said
	default:
		return "Telegram cannot connect to " + address + ": check the web server, its port and the firewall" + said
	}
}
