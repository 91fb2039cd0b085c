package api

import (
	"net/netip"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"zayavka/store"
)

// How many failed logins are taken within loginWindow, and how many accounts and addresses are
// remembered at most.
const (
	accountFailures = 10
	addressFailures = 30
	loginWindow     = 15 * time.Minute
	loginMemory     = 10_000
)

// loginLimiter slows down guessing of passwords. Failures of an account and of an address each
// fill a leaky bucket; while one of them is full, the next try has to wait until enough has leaked.
//
// Guessing must not keep the owner of an account out. So a success empties the account's bucket,
// no wait is longer than a bucket takes to lose one failure, and an address from which the account
// was logged in to before has a bucket of its own, which strangers cannot fill.
type loginLimiter struct {
	clock     func() time.Time
	mu        sync.Mutex
	accounts  *lru.Cache[accountKey, *bucket]
	addresses *lru.Cache[string, *bucket]
}

// accountKey names an account, as its owner wrote it, known or not. With an address it stands for
// the account's logins from there, once one has succeeded.
type accountKey struct{ account, address string }

func newLoginLimiter(clock func() time.Time) *loginLimiter {
	return &loginLimiter{
		clock:     clock,
		accounts:  newCache[accountKey, *bucket](loginMemory),
		addresses: newCache[string, *bucket](loginMemory),
	}
}

// newCache bounds a map; size is positive.
func newCache[K comparable, V any](size int) *lru.Cache[K, V] {
	cache, err := lru.New[K, V](size)
	if err != nil {
		panic(err) // only for a size that is not positive
	}
	return cache
}

// bucket holds failures, of which capacity leak out in loginWindow.
type bucket struct {
	capacity float64
	level    float64
	at       time.Time
}

// wait is how long it takes until one more failure fits in.
func (b *bucket) wait(now time.Time) time.Duration {
	perFailure := float64(loginWindow) / b.capacity
	b.level = max(0, b.level-float64(now.Sub(b.at))/perFailure)
	b.at = now
	return time.Duration(max(0, b.level+1-b.capacity) * perFailure)
}

// loginAttempt counts as failed from its beginning, so that many at once are limited too.
type loginAttempt struct {
	limiter          *loginLimiter
	key              accountKey
	from             string
	account, address *bucket
}

// begin starts an attempt, or says how long to wait with the next one.
func (l *loginLimiter) begin(email, address string) (*loginAttempt, time.Duration) {
	account := strings.ToLower(strings.TrimSpace(email))
	account = account[:min(len(account), store.MaxEmail)]
	attempt := &loginAttempt{limiter: l, from: network(address)}
	l.mu.Lock()
	defer l.mu.Unlock()
	attempt.key = accountKey{account, attempt.from}
	if !l.accounts.Contains(attempt.key) {
		attempt.key.address = ""
	}
	now := l.clock()
	attempt.account = bucketOf(l.accounts, attempt.key, accountFailures)
	attempt.address = bucketOf(l.addresses, attempt.from, addressFailures)
	if wait := max(attempt.account.wait(now), attempt.address.wait(now)); wait > 0 {
		return nil, wait
	}
	attempt.account.level++
	attempt.address.level++
	return attempt, 0
}

// succeeded forgets the account's failures and gives its logins from this address their own bucket.
func (t *loginAttempt) succeeded() {
	t.undone()
	t.limiter.mu.Lock()
	defer t.limiter.mu.Unlock()
	t.limiter.accounts.Remove(t.key)
	t.limiter.accounts.Add(accountKey{t.key.account, t.from}, &bucket{capacity: accountFailures})
}

// undone takes the attempt back: it was neither right nor wrong.
func (t *loginAttempt) undone() {
	t.limiter.mu.Lock()
	defer t.limiter.mu.Unlock()
	t.account.level = max(0, t.account.level-1)
	t.address.level = max(0, t.address.level-1)
}

func bucketOf[K comparable](buckets *lru.Cache[K, *bucket], key K, capacity float64) *bucket {
	if found, ok := buckets.Get(key); ok {
		return found
	}
	made := &bucket{capacity: capacity}
	buckets.Add(key, made)
	return made
}

// network is what one party gets at least: an IPv6 customer has a whole /64.
func network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Unmap().Is4() {
		return address
	}
	prefix, err := ip.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return prefix.String()
}
