package api

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// limiterAt is a limiter on a clock that the test moves.
func limiterAt(now *time.Time) *loginLimiter {
	*now = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	return newLoginLimiter(func() time.Time { return *now })
}

func (l *loginLimiter) fails(times int, email, address string) (wait time.Duration) {
	for range times {
		_, wait = l.begin(email, address)
	}
	return wait
}

func TestFailuresAreForgottenWithTime(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	require.Zero(t, l.fails(accountFailures, "anna", "192.0.2.1"))
	require.Equal(t, 90*time.Second, l.fails(5, "anna", "192.0.2.1"), "waiting tries do not prolong the wait")
	now = now.Add(90 * time.Second)
	require.Zero(t, l.fails(1, "anna", "192.0.2.1"))
	require.Equal(t, 90*time.Second, l.fails(1, "anna", "192.0.2.1"))
	now = now.Add(loginWindow)
	require.Zero(t, l.fails(accountFailures, "anna", "192.0.2.1"))
}

func TestASuccessForgetsTheAccountsFailures(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	require.Zero(t, l.fails(accountFailures-1, "anna", "192.0.2.1"))
	attempt, wait := l.begin("Anna ", "192.0.2.1")
	require.Zero(t, wait)
	attempt.succeeded()
	require.Zero(t, l.fails(accountFailures, "anna", "192.0.2.1"))
}

func TestAFailureOfOursIsNotTheirs(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	for range 3 * addressFailures {
		attempt, wait := l.begin("anna", "192.0.2.1")
		require.Zero(t, wait)
		attempt.undone()
	}
}

func TestStrangersCannotKeepAnOwnerOut(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	attempt, _ := l.begin("anna", "192.0.2.1")
	attempt.succeeded()
	for i := range 100 {
		l.fails(1, "anna", fmt.Sprintf("203.0.113.%d", i))
		l.fails(1, "anna 192.0.2.1", fmt.Sprintf("203.0.113.%d", i))
	}
	require.NotZero(t, l.fails(1, "anna", "203.0.113.200"))
	require.Zero(t, l.fails(1, "anna", "192.0.2.1"))
}

func TestOneIPv6NetworkIsOneAddress(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	for i := range addressFailures {
		require.Zero(t, l.fails(1, fmt.Sprint(i), fmt.Sprintf("2001:db8::%x", i)))
	}
	require.Equal(t, 30*time.Second, l.fails(1, "anna", "2001:db8::ffff"))
	require.Zero(t, l.fails(1, "anna", "2001:db8:0:1::1"))
}

func TestTheLimiterForgetsTheOldestRatherThanGrow(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	for i := range loginMemory + 100 {
		l.fails(1, fmt.Sprint(i), fmt.Sprint(i))
	}
	require.Equal(t, loginMemory, l.accounts.Len())
	require.Equal(t, loginMemory, l.addresses.Len())
}
