package auth

import (
	"hash/maphash"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"zayavka/peers"
	"zayavka/store"
)

// How many failed logins are taken within loginWindow.
const (
	accountFailures = 10  // of an account, from strangers all over the world
	placeFailures   = 10  // of an account, from one device or address that it was logged in from before
	addressFailures = 30  // from an address, or an IPv6 /64, for all accounts
	siteFailures    = 120 // from an IPv6 /48
	forgedInitData  = 10  // from an address or a /64; what Telegram has signed is let in all the same
	loginWindow     = 15 * time.Minute
)

// knownAddresses is how many addresses are remembered from which an account was logged in to.
const knownAddresses = 10_000

// loginLimiter slows down guessing of passwords. Failures of an account and of an address each
// fill a leaky bucket; while one of them is full, the next try has to wait until enough has leaked.
//
// Guessing must not keep the owner of an account out. So no wait is longer than a bucket takes to lose
// one failure, and logins from a device or an address that the account was logged in from before fill a
// bucket of their own, which strangers cannot. A known device, whose token nobody else has, is not
// counted by its address either: a stranger may share that.
type loginLimiter struct {
	clock     func() time.Time
	mu        sync.Mutex
	accounts  *buckets
	places    *buckets
	addresses *buckets
	sites     *buckets
	initData  *buckets
	known     *lru.Cache[place, struct{}] // only those who have a password get in here, so strangers push nobody out
}

// place is where an account, as its owner wrote it, was logged in from: a network, or a device.
type place struct{ account, from string }

func newLoginLimiter(clock func() time.Time) *loginLimiter {
	return &loginLimiter{
		clock:     clock,
		accounts:  newBuckets(accountFailures),
		places:    newBuckets(placeFailures),
		addresses: newBuckets(addressFailures),
		sites:     newBuckets(siteFailures),
		initData:  newBuckets(forgedInitData),
		known:     newCache[place, struct{}](knownAddresses),
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

// buckets are leaky buckets, of which capacity failures leak out in loginWindow. Their number is fixed
// and a keyed hash tells which is whose: nothing is ever forgotten to make room, so nobody can fill the
// memory until an account's failures drop out of it. Two accounts may share a bucket, which makes them
// wait sooner, never later. Strangers cannot bring that about: every failure costs them a password hash,
// of which a machine works out fewer within loginWindow than there are buckets.
type buckets struct {
	capacity float64
	seed     maphash.Seed
	all      []bucket
}

// bucket held level failures at a time, in nanoseconds since 1970.
type bucket struct {
	level float64
	at    int64
}

const bucketsOfAKind = 1 << 16

func newBuckets(capacity float64) *buckets {
	return &buckets{capacity, maphash.MakeSeed(), make([]bucket, bucketsOfAKind)}
}

// entry is one bucket among its kind.
type entry struct {
	*bucket
	capacity float64
}

func (b *buckets) of(key string) entry {
	return entry{&b.all[maphash.String(b.seed, key)%bucketsOfAKind], b.capacity}
}

// wait is how long it takes until one more failure fits in.
func (e entry) wait(now time.Time) time.Duration {
	perFailure := float64(loginWindow) / e.capacity
	e.level = max(0, e.level-float64(now.UnixNano()-e.at)/perFailure)
	e.at = now.UnixNano()
	return time.Duration(max(0, e.level+1-e.capacity) * perFailure)
}

// loginAttempt counts as failed from its beginning, so that many at once are limited too.
type loginAttempt struct {
	limiter *loginLimiter
	from    place   // its network
	account entry   // of strangers, or of the place
	others  []entry // of its networks
}

// begin starts an attempt, or says how long to wait with the next one. device names a known device of
// the account, "" for none.
func (l *loginLimiter) begin(email, address, device string) (*loginAttempt, time.Duration) {
	account := strings.ToLower(strings.TrimSpace(email))
	account = account[:min(len(account), store.MaxEmail)]
	network, site := peers.Networks(address)
	attempt := &loginAttempt{limiter: l, from: place{account, network}}
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case device != "":
		attempt.account = l.places.of(device)
	case l.known.Contains(attempt.from):
		attempt.account = l.places.of(account + " " + network)
	default:
		attempt.account = l.accounts.of(account)
	}
	if device == "" {
		attempt.others = []entry{l.addresses.of(network)}
		if site != "" {
			attempt.others = append(attempt.others, l.sites.of(site))
		}
	}
	now := l.clock()
	wait := attempt.account.wait(now)
	for _, other := range attempt.others {
		wait = max(wait, other.wait(now))
	}
	if wait > 0 {
		return nil, wait
	}
	attempt.add(1)
	return attempt, 0
}

func (t *loginAttempt) add(failures float64) {
	t.account.level = max(0, t.account.level+failures)
	for _, other := range t.others {
		other.level = max(0, other.level+failures)
	}
}

// succeeded forgets the failures that the attempt was counted with, of the account and not of the
// address, and gives the account's logins from this address their own bucket.
func (t *loginAttempt) succeeded() {
	t.undone()
	t.limiter.mu.Lock()
	defer t.limiter.mu.Unlock()
	t.account.level = 0
	t.limiter.known.Add(t.from, struct{}{})
}

// undone takes the attempt back: it was neither right nor wrong.
func (t *loginAttempt) undone() {
	t.limiter.mu.Lock()
	defer t.limiter.mu.Unlock()
	t.add(-1)
}

// forged counts data that Telegram has not signed, or says how long the address has to wait.
func (l *loginLimiter) forged(address string) time.Duration {
	network, _ := peers.Networks(address)
	l.mu.Lock()
	defer l.mu.Unlock()
	bucket := l.initData.of(network)
	wait := bucket.wait(l.clock())
	if wait == 0 {
		bucket.level++
	}
	return wait
}
