package api_test

import (
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"zayavka/api"
)

func TestAFailedLoginIsLoggedWithItsAddressAndCounted(t *testing.T) {
	t.Parallel()
	metrics := prometheus.NewRegistry()
	s := onSQLite(t, func(o *api.Options) { o.Metrics, o.BotToken = metrics, testBotToken })
	s.NewStaff(t)
	guesser := s.stranger()
	guesser.address = "203.0.113.7"
	for range 11 {
		guesser.call(`mutation { login(email: "nobody@example.com", password: "a guess") { success } }`, nil)
	}
	guesser.call(`mutation { loginTelegram(initData: "user=1&hash=00") { success } }`, nil)
	log := s.log.String()
	require.Contains(t, log, `level=WARN msg="A login failed" address=203.0.113.7 reason=password`)
	require.Contains(t, log, `level=WARN msg="A login failed" address=203.0.113.7 reason=forged`)
	require.NotContains(t, log, "a guess")
	require.NotContains(t, log, "nobody@example.com")
	counted := strings.Count(log, "reason=password")
	require.Positive(t, counted)
	require.NoError(t, testutil.GatherAndCompare(metrics, strings.NewReader(`
# HELP zayavka_logins_failed_total Logins and checks of a password that failed, by why.
# TYPE zayavka_logins_failed_total counter
zayavka_logins_failed_total{reason="forged"} 1
zayavka_logins_failed_total{reason="password"} 10
zayavka_logins_failed_total{reason="too_many"} 1
`), "zayavka_logins_failed_total"))
}
