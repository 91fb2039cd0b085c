package auth

import (
	"context"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus"
)

// Why a login failed, as the log and the metric say it. Whether an account exists is not told apart from a wrong
// password.
const (
	wrongPassword = "password"
	forgedData    = "forged"   // not signed by Telegram
	tooMany       = "too_many" // was not looked at, because of those before it
)

func newFailedLogins() *prometheus.CounterVec {
	failed := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "zayavka_logins_failed_total", Help: "Logins and checks of a password that failed, by why.",
	}, []string{"reason"})
	for _, reason := range []string{wrongPassword, forgedData, tooMany} {
		failed.WithLabelValues(reason) // begins at 0, so that its rise can be seen
	}
	return failed
}

// failed records a login that failed. What is refused without a look would fill the log for who guesses on.
func (s *Service) failed(ctx context.Context, from Client, reason string) {
	s.FailedLogins.WithLabelValues(reason).Inc()
	level := slog.LevelWarn
	if reason == tooMany {
		level = slog.LevelDebug
	}
	s.log.Log(ctx, level, "A login failed", "address", from.Address, "reason", reason)
}
