package auth

import (
	"fmt"
	"slices"
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
		_, wait = l.begin(email, address, "")
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
	attempt, wait := l.begin("Anna ", "192.0.2.1", "")
	require.Zero(t, wait)
	attempt.succeeded()
	require.Zero(t, l.fails(accountFailures, "anna", "192.0.2.1"))
}

func TestAFailureOfOursIsNotTheirs(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	for range 3 * addressFailures {
		attempt, wait := l.begin("anna", "192.0.2.1", "")
		require.Zero(t, wait)
		attempt.undone()
	}
}

func TestStrangersCannotKeepAnOwnerOut(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	attempt, _ := l.begin("anna", "192.0.2.1", "")
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

func TestOneIPv6SiteGetsNoMoreForHavingManyNetworks(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	for i := range siteFailures {
		require.Zero(t, l.fails(1, fmt.Sprint(i), fmt.Sprintf("2001:db8:0:%x::1", i)))
	}
	require.NotZero(t, l.fails(1, "anna", "2001:db8:0:ffff::1"))
	require.Zero(t, l.fails(1, "anna", "2001:db8:1::1"))
}

func TestAnIPv4AddressIsOneAddressHoweverItIsWritten(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	require.Zero(t, l.fails(1, "x", "::ffff:192.0.2.1"))
	for i := range addressFailures - 1 {
		require.Zero(t, l.fails(1, fmt.Sprint(i), "192.0.2.1"))
	}
	require.NotZero(t, l.fails(1, "y", "192.0.2.1"))
	require.NotZero(t, l.fails(1, "y", "::ffff:192.0.2.1"))
}

func TestNoNumberOfOtherFailuresMakesAnAccountsForgotten(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	l.fails(accountFailures, "anna", "192.0.2.1")
	for i := range 100_000 {
		l.fails(1, fmt.Sprint(i), fmt.Sprintf("2001:db8:%x:%x::1", i>>8, i))
		l.forged(fmt.Sprintf("2001:db8:%x:%x::1", i>>8, i))
	}
	require.NotZero(t, l.fails(1, "anna", "192.0.2.2"))
}

func TestADeviceIsNotHeldUpByItsAddress(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	l.fails(1000, "anna", "192.0.2.1")
	for i := range 1000 {
		l.fails(1, fmt.Sprint(i), "192.0.2.1")
	}
	for range placeFailures {
		_, wait := l.begin("anna", "192.0.2.1", "device 1 0")
		require.Zero(t, wait)
	}
	_, wait := l.begin("anna", "192.0.2.1", "device 1 0")
	require.Equal(t, 90*time.Second, wait)
	_, wait = l.begin("anna", "192.0.2.1", "device 1 1")
	require.Zero(t, wait)
}

func TestWhatADeviceDoesGivesStrangersNoMoreGuesses(t *testing.T) {
	var now time.Time
	l := limiterAt(&now)
	l.fails(accountFailures, "anna", "192.0.2.1")
	attempt, wait := l.begin("anna", "192.0.2.2", "device 1 0")
	require.Zero(t, wait)
	attempt.succeeded()
	require.NotZero(t, l.fails(1, "anna", "192.0.2.3"))
}

func TestWhoeverTookManyDeviceTokensAlongSharesTheirBuckets(t *testing.T) {
	devices, found := newDeviceTokens([]byte("secret")), map[string]bool{}
	for range 1000 {
		id, bucket := devices.read(devices.issue(7, nil))
		require.EqualValues(t, 7, id)
		found[bucket] = true
	}
	require.Len(t, found, devicesOfAccount)
}

func TestADeviceTokenThatWasChangedIsNone(t *testing.T) {
	devices := newDeviceTokens([]byte("secret"))
	token := []byte(devices.issue(7, nil))
	for i := range token[:len(token)-1] { // the last character has bits that stand for nothing
		changed := slices.Clone(token)
		changed[i] = 'A' + (changed[i]-'A'+1)%26
		id, bucket := devices.read(string(changed))
		require.Zero(t, id)
		require.Empty(t, bucket)
	}
	for _, none := range []string{"", "x", "AAAA", string(token[:32]), newDeviceTokens([]byte("another")).issue(7, nil)} {
		id, _ := devices.read(none)
		require.Zero(t, id)
	}
}
