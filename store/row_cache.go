package store

import (
	"sync"
	"time"
)

// rowCache keeps accounts, their sessions and the shop's settings between requests: each request asks whose token it
// carries, each list of tasks whose they are and each message what the shop is called, while all of that hardly ever
// changes. It is on only while this process hears
// of every change, which PostgreSQL tells by NOTIFY, and is not believed once nothing was heard for
// maxUnheard, as after the process was frozen; a change made here empties it before the one who
// made it is answered. On SQLite reading a row costs no round trip, and another process can write.
type rowCache struct {
	mu       sync.Mutex
	on       bool
	heardAt  time.Time // by the monotonic clock
	filled   int       // grows whenever rows that are being read may be outdated
	rows     map[int64]*Staff
	sessions map[string]staffSession
	shop     *Shop
}

// staffSession is whose a session is, and until when nothing but a change can end it.
type staffSession struct {
	staff Staff
	until time.Time
}

// maxUnheard is how long PostgreSQL may be silent before what is kept is not believed any more. It covers
// a ping of the listening connection and the wait for its answer.
const maxUnheard = 10 * time.Second

// believed tells whether every change was heard of so far.
func (c *rowCache) believed() bool { return c.on && time.Since(c.heardAt) < maxUnheard }

// maxSessions is how many sessions are kept at most.
const maxSessions = 10_000

// get gives the accounts if all are known. Else its second result is to be given to put with what was
// read meanwhile.
func (c *rowCache) get(ids []int64) (byID map[int64]*Staff, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.believed() {
		return nil, c.filled
	}
	found := make(map[int64]*Staff, len(ids))
	for _, id := range ids {
		row, known := c.rows[id]
		if !known {
			return nil, c.filled
		}
		found[id] = row
	}
	return found, c.filled
}

func (c *rowCache) put(rows map[int64]*Staff, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.believed() || filling != c.filled {
		return
	}
	for id, row := range rows {
		c.rows[id] = row
	}
}

// session is like get for one session. One whose time is over is not known: a refresh may have
// prolonged it.
func (c *rowCache) session(id string, now time.Time) (found staffSession, known bool, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, known = c.sessions[id]
	return found, known && found.until.After(now) && c.believed(), c.filled
}

func (c *rowCache) putSession(id string, read staffSession, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.believed() || filling != c.filled {
		return
	}
	if len(c.sessions) >= maxSessions {
		clear(c.sessions)
	}
	c.sessions[id] = read
}

// keptShop is like get for the shop's settings; nil is not known.
func (c *rowCache) keptShop() (found *Shop, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.believed() {
		return nil, c.filled
	}
	return c.shop, c.filled
}

func (c *rowCache) putShop(read *Shop, filling int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.believed() && filling == c.filled {
		c.shop = read
	}
}

// empty forgets everything; on tells whether changes are heard from now on.
func (c *rowCache) empty(on bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.on, c.heardAt = on, time.Now()
	c.forget()
}

// hears notes that PostgreSQL has just spoken. What was kept before a silence stays forgotten: what it
// tells first may be older than the silence.
func (c *rowCache) hears() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.believed() {
		c.forget()
	}
	c.heardAt = time.Now()
}

// lastHeard is when PostgreSQL spoke last; ok is false when nobody listens.
func (c *rowCache) lastHeard() (at time.Time, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.heardAt, c.on
}

// heard forgets everything if one of the changes is about staff or the shop's settings.
func (c *rowCache) heard(changes []RowChange) {
	for _, change := range changes {
		if change.Subject == SubjectStaff || change.Subject == SubjectShop {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.forget()
			return
		}
	}
}

// forget is for who holds mu.
func (c *rowCache) forget() {
	c.filled++
	c.rows, c.sessions, c.shop = map[int64]*Staff{}, map[string]staffSession{}, nil
}
